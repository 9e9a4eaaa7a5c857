"""Facts to Arrow and back: nothing is lost, rounded or renamed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baobiao import tables as made
from baobiao.model import (
    Block,
    Date,
    Document,
    Draft,
    Failure,
    Finding,
    Indicator,
    Organisation,
    Report,
    Section,
)

TEXT = (
    "一、工作情况\n2024年，区公安局办结案件5万件，同比下降21.9%。\n"
    "二、存在问题\n力争办结率达90%以上。"
)
ABOUT = {"baobiao_version": "1.2.3", "dictionary_digest": "ab12"}

# The columns that other people's programs read, in the order that was promised to them.
PROMISED = {
    "documents": "document_id source format report_type title issuer region year document_number "
    "signer recipient issue_date characters sections indicators",
    "headings": "document_id section_id parent_id level marker title start end section_end "
    "required_section",
    "dates": "document_id section_id start end text date_from date_to precision",
    "indicators": "document_id section_id start end text indicator name value value_high unit kind "
    "basis approximation status year period_from period_to actor context table_cell rule",
    "organisations": "document_id section_id start end text name kind",
    "findings": "document_id code severity start end text message suggestion",
    "failures": "source step error",
    "texts": "document_id text",
}


def place(words: str) -> tuple[int, int, str]:
    start = TEXT.index(words)
    return start, start + len(words), words


def make_draft(source: str = "a/报告.txt", document_id: str = "0123456789abcdef") -> Draft:
    """A small report with one fact of each kind, two numbers of them; the rows are out of order."""
    second = TEXT.index("二、")
    indicators = (
        Indicator(
            *(1, *place("21.9%"), "案件办结数", "案件办结", Decimal("-21.9"), None, "%"),
            kind="change",
            basis="year_on_year",
            year=2024,
            context="同比下降21.9%",
        ),
        Indicator(
            *(1, *place("5万件"), "案件办结数", "案件办结", Decimal("5E+4"), None, "件"),
            year=2024,
            period_from=date(2024, 1, 1),
            period_to=date(2024, 12, 31),
            actor="区公安局",
            context="2024年，区公安局办结案件5万件",
            rule="quantity",
        ),
        Indicator(
            *(2, *place("90%以上"), "", "办结率", Decimal("90"), Decimal("95.50"), "%"),
            approximation="at_least",
            status="target",
            year=2025,
            context="力争办结率达90%以上",
        ),
    )
    return Draft(
        Report(document_id, source, "txt", TEXT),
        TEXT,
        Document(
            "法治政府建设年度报告", "某区2024年法治政府建设年度报告", "某区人民政府", year=2024
        ),
        (
            Section(1, 0, 1, "一、", "工作情况", 0, 6, second, "achieve"),
            Section(2, 0, 1, "二、", "存在问题", second, second + 6, len(TEXT), "problem"),
        ),
        (Date(1, *place("2024年"), date(2024, 1, 1), None, "year"),),
        (Organisation(1, *place("区公安局"), "某区公安局", "public_body"),),
        indicators,
        (Finding("BB101", "error", 0, 0, "", "缺少“原因”一节", key="cause"),),
    )


def test_facts_say_where_their_block_stands_in_the_file() -> None:
    first = TEXT.index("二、")
    blocks = (
        Block(0, 6, page=1, paragraph=1),
        Block(7, first - 1, page=2, paragraph=2, box=(72, 90.04, 520.25, 110), confidence=87),
    )
    draft = make_draft()
    batch = made.tables([replace(draft, report=replace(draft.report, blocks=blocks))])
    where = ["page", "paragraph", "confidence", "box"]
    rows = [tuple(row[name] for name in where) for row in batch["indicators"].to_pylist()]
    assert rows == [
        (2, 2, 87, "72.0,90.0,520.2,110.0"),
        (2, 2, 87, "72.0,90.0,520.2,110.0"),
        (None, None, None, None),  # no block is known there
    ]
    assert batch["headings"].to_pylist()[0]["page"] == 1
    for name in ("headings", "dates", "indicators", "organisations"):
        assert batch[name].schema.names[-4:] == where
    assert not set(where) & {*batch["documents"].schema.names, *batch["findings"].schema.names}


def test_columns_are_those_that_were_promised() -> None:
    assert list(made.COLUMNS) == list(PROMISED)
    for name, columns in PROMISED.items():
        promised = columns.split()
        assert made.schema(name).names[: len(promised)] == promised


def test_types() -> None:
    kinds = {field.name: field.type for field in made.schema("indicators")}
    assert kinds["value"] == kinds["value_high"] == pa.decimal128(38, 12)
    assert kinds["start"] == kinds["year"] == pa.int32()
    assert kinds["period_from"] == pa.date32()
    assert kinds["unit"] == pa.string()


def test_metadata_says_by_what_rows_were_made() -> None:
    for table in made.tables([make_draft()], about=ABOUT).values():
        assert table.schema.metadata == {
            b"baobiao_version": b"1.2.3",
            b"dictionary_digest": b"ab12",
        }


def test_rows_stand_in_the_order_of_source_and_start() -> None:
    sources = ["b.csv#10", "b.csv#2", "a.txt"]
    drafts = [make_draft(source, f"{number:016x}") for number, source in enumerate(sources)]
    batch = made.tables(drafts)
    assert batch["documents"]["source"].to_pylist() == ["a.txt", "b.csv#2", "b.csv#10"]
    assert batch["indicators"]["text"].to_pylist() == ["5万件", "21.9%", "90%以上"] * 3
    assert batch["indicators"]["document_id"].to_pylist()[::3] == [f"{n:016x}" for n in (2, 1, 0)]


def test_empty_words_are_null_but_text_is_not() -> None:
    batch = made.tables([make_draft()])
    assert batch["indicators"]["indicator"].to_pylist()[-1] is None
    assert batch["documents"]["signer"].to_pylist() == [None]
    assert batch["documents"]["issue_date"].to_pylist() == [None]
    assert batch["findings"]["text"].to_pylist() == [""]
    empty = replace(make_draft(), report=Report("0" * 16, "空.txt", "txt", ""))
    assert made.tables([empty])["texts"]["text"].to_pylist() == [""]


def test_documents_count_what_was_found() -> None:
    (row,) = made.tables([make_draft()])["documents"].to_pylist()
    assert (row["characters"], row["sections"], row["indicators"]) == (len(TEXT), 2, 3)


@pytest.mark.parametrize(
    ("row", "name"),
    [
        (Section, "headings"),
        (Date, "dates"),
        (Indicator, "indicators"),
        (Organisation, "organisations"),
        (Finding, "findings"),
    ],
)
def test_facts_come_back_as_they_were(row: type[Section], name: str) -> None:
    draft = make_draft()
    back = list(made.facts(row, made.tables([draft])[name]))
    before = sorted(getattr(draft, made.FACTS[name]), key=lambda fact: fact.start)
    assert back == [(draft.report.document_id, fact) for fact in before]
    assert all(type(mine) is type(theirs) for (_, mine), theirs in zip(back, before, strict=True))


def test_documents_and_failures_come_back() -> None:
    draft = make_draft()
    failure = Failure("坏.docx", "read", "文件已损坏")
    batch = made.tables([draft], [failure])
    assert list(made.facts(Document, batch["documents"])) == [("0123456789abcdef", draft.document)]
    assert list(made.facts(Failure, batch["failures"])) == [("", failure)]


fitting = st.decimals(allow_nan=False, allow_infinity=False, places=12, min_value=-(10**14))


@given(st.lists(fitting, max_size=5))
def test_numbers_are_exact(values: list[Decimal]) -> None:
    draft = make_draft()
    rows = tuple(replace(draft.indicators[0], value=value) for value in values)
    batch = made.tables([replace(draft, indicators=rows)])
    assert batch["indicators"]["value"].to_pylist() == values
    assert batch["failures"].num_rows == 0


@given(st.decimals(allow_nan=False, allow_infinity=False, places=9))
def test_plain_is_the_number_without_exponent(value: Decimal) -> None:
    written = made.plain(value)
    assert Decimal(written) == value
    assert re.fullmatch(r"-?\d+(\.\d*[1-9])?", written)
    assert written != "-0"


@pytest.mark.parametrize(
    ("value", "written"),
    [("5E+4", "50000"), ("12.50", "12.5"), ("-0.00", "0"), ("0E-12", "0"), ("1E-7", "0.0000001")],
)
def test_plain(value: str, written: str) -> None:
    assert made.plain(Decimal(value)) == written


@pytest.mark.parametrize("value", ["1E+26", "3.1415926535897", "NaN", "Infinity", "1E-9999999"])
def test_a_number_too_long_is_told_and_not_rounded(value: str) -> None:
    draft = make_draft()
    odd = replace(draft.indicators[1], value=Decimal(value))
    batch = made.tables([replace(draft, indicators=(odd, draft.indicators[0]))])
    assert batch["indicators"]["text"].to_pylist() == ["21.9%"]
    assert batch["documents"]["indicators"].to_pylist() == [1]
    (failure,) = batch["failures"].to_pylist()
    assert failure["source"] == "a/报告.txt"
    assert failure["step"] == "tables"
    assert "5万件" in failure["error"]


def test_the_longest_number_that_fits() -> None:
    draft = make_draft()
    longest = Decimal("9" * 26 + "." + "9" * 12)
    row = replace(draft.indicators[0], value=longest, value_high=longest.copy_negate())
    batch = made.tables([replace(draft, indicators=(row,))])
    assert batch["indicators"]["value"].to_pylist() == [longest]
    assert batch["indicators"]["value_high"].to_pylist() == [longest.copy_negate()]


def test_half_characters_are_replaced_and_no_offset_moves() -> None:
    text = TEXT.replace("办结案件", "办结\ud83d件")
    draft = replace(
        make_draft("\udcb1\udca8.txt"), report=Report("1" * 16, "\udcb1.txt", "txt", text)
    )
    batch = made.tables([draft])
    (stored,) = batch["texts"]["text"].to_pylist()
    assert len(stored) == len(text)
    for row in batch["indicators"].to_pylist():
        assert stored[row["start"] : row["end"]] == row["text"]
    assert batch["documents"]["source"].to_pylist() == ["\ufffd.txt"]


def test_order_is_the_same_before_and_after_replacing_half_characters() -> None:
    names = ["a\udc80b", "a\udc81a", "a\uff08", "a#2", "a#10", "a"]
    ordered = sorted(names, key=made.source_order)
    stored = [made.storable(name) for name in ordered]
    assert stored == sorted(stored, key=made.source_order)


def test_two_files_with_the_same_bytes_have_their_facts_once() -> None:
    batch = made.tables([make_draft("b.txt"), make_draft("a.txt")])
    assert batch["documents"]["source"].to_pylist() == ["a.txt", "b.txt"]
    assert batch["texts"].num_rows == 1
    assert batch["indicators"].num_rows == 3


def test_no_reports_give_empty_tables() -> None:
    for name, table in made.tables([]).items():
        assert table.num_rows == 0
        assert table.schema.names == list(made.COLUMNS[name])


def test_failures_are_ordered() -> None:
    failures = [Failure("b.txt", "read", "坏"), Failure("a.txt", "read", "坏")]
    assert made.tables([], failures)["failures"]["source"].to_pylist() == ["a.txt", "b.txt"]


def test_frames_hold_decimals_days_and_whole_years() -> None:
    frames = made.frames(made.tables([make_draft()]))
    assert list(frames) == list(made.COLUMNS)
    indicators = frames["indicators"]
    assert indicators["value"].tolist() == [Decimal("50000"), Decimal("-21.9"), Decimal("90")]
    assert str(indicators["value"].sum()) == "50068.1"
    assert indicators["value_high"].tolist() == [None, None, Decimal("95.5")]
    assert str(indicators["year"].dtype) == "Int32"
    assert indicators["period_from"].iloc[0] == pd.Timestamp(2024, 1, 1)
    assert pd.isna(frames["dates"]["date_to"].iloc[0])


def test_frames_of_nothing_have_their_columns() -> None:
    for name, frame in made.frames(made.tables([])).items():
        assert list(frame.columns) == list(made.COLUMNS[name])


def test_frames_do_not_take_zero_for_nothing() -> None:
    draft = make_draft()
    row = replace(draft.indicators[0], value=Decimal(0), value_high=Decimal("0.0"))
    frame = made.frames(made.tables([replace(draft, indicators=(row,))]))["indicators"]
    assert [str(value) for value in frame[["value", "value_high"]].iloc[0]] == ["0", "0"]
