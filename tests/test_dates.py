"""Dates: the marked sentences of data/dates.txt, the year under discussion, what always holds."""

from __future__ import annotations

import re
import time
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baobiao.characters import fold
from baobiao.extract.dates import extract, stretches
from baobiao.extract.dates.tokens import tokens
from baobiao.lexicon import load
from baobiao.model import Block, Date, Document, Draft, Report, Section
from baobiao.short_texts.times import resolve

SENTENCES = Path(__file__).parent / "data" / "dates.txt"
MARK = re.compile(r"\[\[([^|\]]+)\|([0-9-]*)\|([0-9-]*)\]\]")


def dates_of(
    text: str,
    year: int | None = 2024,
    kind: str = "",
    blocks: tuple[Block, ...] = (),
    sections: tuple[Section, ...] = (),
) -> tuple[Date, ...]:
    report = Report("0", "a.txt", "txt", text, blocks)
    document = Document(report_type=kind, year=year)
    return extract(Draft(report, fold(text), document, sections), load())


def spans(found: tuple[Date, ...]) -> list[tuple[str, str, str]]:
    return [(d.text, str(d.date_from or ""), str(d.date_to or "")) for d in found]


def marked() -> list[tuple[int, str, str]]:
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    rows = (line.split("|", 2) for line in lines if line and not line.startswith("#"))
    return [(int(year), kind, sentence) for year, kind, sentence in rows]


@pytest.mark.parametrize(("year", "kind", "sentence"), marked())
def test_marked_sentence(year: int, kind: str, sentence: str) -> None:
    text = MARK.sub(lambda mark: mark[1], sentence)
    assert spans(dates_of(text, year, kind)) == MARK.findall(sentence)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("4月15日", "day"),
        ("4月", "month"),
        ("一季度", "quarter"),
        ("上半年", "half_year"),
        ("2024年", "year"),
        ("2021—2025年", "span"),
        ("“十四五”时期", "plan"),
        ("今年以来", "word"),
    ],
)
def test_precision(text: str, precision: str) -> None:
    (found,) = dates_of(text + "，")
    assert (found.text, found.precision) == (text, precision)
    assert found.rule


def test_a_sentence_keeps_its_year() -> None:
    text = "2021年立项，3月开工，12月完工。次日通车，5月验收。"
    found = spans(dates_of(text))
    assert found[1] == ("3月", "2021-03-01", "2021-03-31")
    assert found[2] == ("12月", "2021-12-01", "2021-12-31")
    assert found[-1] == ("5月", "2024-05-01", "2024-05-31")


def test_a_year_compared_with_is_not_the_sentences_year() -> None:
    found = spans(dates_of("比2019年多3件，其中4月2件。"))
    assert found[-1] == ("4月", "2024-04-01", "2024-04-30")


def test_a_paragraph_keeps_the_year_that_it_begins_with() -> None:
    first = "2022年，我局立案调查各类违法案件，取得明显成效，群众满意。其中6月办结，"
    text = first + "全年清零，人人称赞，效果很好。\n6月再办。"
    found = spans(dates_of(text))
    assert [d[1] for d in found] == ["2022-01-01", "2022-06-01", "2022-01-01", "2024-06-01"]


def test_the_plan_part_of_a_work_report_is_about_its_own_year() -> None:
    review = "一、2023年工作回顾\n全年完成投资3亿元。\n"
    text = review + "二、2024年工作安排\n全年计划投资5亿元，6月底开工。"
    found = spans(dates_of(text, 2024, "政府工作报告"))
    assert found[1] == ("全年", "2023-01-01", "2023-12-31")
    assert found[3] == ("全年", "2024-01-01", "2024-12-31")
    assert found[4] == ("6月底", "2024-06-30", "2024-06-30")


def test_sections_say_the_year() -> None:
    text = "一、工作情况全年办案。二、下一步工作打算3月完成。"
    second = text.index("二、")
    sections = (
        Section(1, 0, 1, "一、", "工作情况", 0, 6, second),
        Section(2, 0, 1, "二、", "下一步工作打算", second, second + 9, len(text)),
    )
    found = dates_of(text, sections=sections)
    assert spans(found) == [
        ("全年", "2024-01-01", "2024-12-31"),
        ("3月", "2025-03-01", "2025-03-31"),
    ]
    assert [d.section_id for d in found] == [1, 2]


def test_furniture_gives_nothing() -> None:
    text = "发布时间：2024-03-31\n2023年办理5件"
    blocks = (Block(0, 15, "furniture"), Block(16, len(text)))
    assert [d.text for d in dates_of(text, blocks=blocks)] == ["2023年"]


def test_without_a_year_the_text_is_asked() -> None:
    assert spans(dates_of("2020年总结。去年办理，3月办结。", None))[1:] == [
        ("去年", "2019-01-01", "2019-12-31"),
        ("3月", "2019-03-01", "2019-03-31"),
    ]
    assert dates_of("去年办理，3月办结。", None) == ()


@pytest.mark.parametrize(
    ("ordinal", "first", "last"),
    [(1, 1953, 1957), (3, 1966, 1970), (8, 1991, 1995), (15, 2026, 2030)],
)
def test_plans(ordinal: int, first: int, last: int) -> None:
    assert stretches.plan(ordinal) == (date(first, 1, 1), date(last, 12, 31))


def test_a_leap_february_a_year_earlier() -> None:
    assert stretches.year_before(stretches.month(2024, 2)) == stretches.month(2023, 2)
    assert stretches.year_before(stretches.month(2025, 2)) == stretches.month(2024, 2)


def test_dictionary_examples() -> None:
    """Every word of periods.csv that stands for days is found in its own example."""
    for row in load().periods:
        if row.meaning in ("this_year", "last_year", "next_year", "year_end", "first_half"):
            found = dates_of(f"，{row.word}，共办理5件。")
            assert [d.text for d in found] == [row.word], row.word


def test_tokens_never_overlap() -> None:
    pieces = list(tokens(fold("２０２４年１—９月，较上年末增长，4月15日、20日。")))
    assert all(a.end <= b.start for a, b in pairwise(pieces))
    assert [p.kind for p in pieces][:2] == ["year", "month"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("昨天", "2021-06-13", "2021-06-13"),
        ("上周三", "2021-06-09", "2021-06-09"),
        ("本周", "2021-06-14", "2021-06-20"),
        ("下个月9日", "2021-07-09", "2021-07-09"),
        ("上半月", "2021-06-01", "2021-06-15"),
        ("上个季度", "2021-01-01", "2021-03-31"),
        ("三年前", "2018-01-01", "2018-12-31"),
        ("近三年", "2018-06-14", "2021-06-14"),
        ("后三天", "2021-06-15", "2021-06-17"),
        ("20240307", "2024-03-07", "2024-03-07"),
        ("2/15", "2021-02-15", "2021-02-15"),
        ("妇女节", "2021-03-08", "2021-03-08"),
        ("2018年以前", "None", "2018-12-31"),
        ("2018年起", "2018-01-01", "None"),
        ("29日", "2021-06-29", "2021-06-29"),
    ],
)
def test_told_from_a_day(text: str, first: str, last: str) -> None:
    (found,) = resolve(text, date(2021, 6, 14))
    assert (found.start, found.end) == (0, len(text))
    assert (str(found.stretch[0]), str(found.stretch[1])) == (first, last)


def test_reports_are_not_told_from_a_day() -> None:
    assert dates_of("昨天、上周三、本月、三年前、90日、2/15、20240307号") == ()


PIECES = st.sampled_from(
    (
        *(
            "2024年",
            "24年",
            "３月",
            "12月",
            "31日",
            "5日",
            "至",
            "—",
            "-",
            "、",
            "，",
            "。",
            "今年",
        ),
        *("去年", "上年", "以来", "年", "底", "末", "初", "上半年", "第一季度", "全年", "十四五"),
        *("“十五”", "近三年", "五年来", "2021-2025", "2024-02-30", "12·4", "1", "30", "零", "〇"),
        *("月", "日", "同期", "度", "来", "\n", "二〇二四年", "前3个月", "九十年代"),
    )
)


@settings(max_examples=300)
@given(
    st.lists(PIECES, max_size=12), st.integers(1950, 2100), st.sampled_from(["", "政府工作报告"])
)
def test_always(pieces: list[str], year: int, kind: str) -> None:
    text = "".join(pieces)
    found = dates_of(text, year, kind)
    assert all(text[d.start : d.end] == d.text for d in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(not (d.date_from and d.date_to) or d.date_from <= d.date_to for d in found)
    assert found == dates_of(text, year, kind)


@pytest.mark.parametrize(
    "piece", ["1、", "2021、", "一", "1", "年", "2024年", "至", "十五", "五年来", "1月"]
)
def test_no_text_is_slow(piece: str) -> None:
    """Repetition must not make the search quadratic: 20000 characters in about a second at most."""
    text = piece * (20000 // len(piece))
    began = time.perf_counter()
    dates_of(text)
    assert time.perf_counter() - began < 2
