"""The workbook as Excel, WPS and pandas see it."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baobiao import write
from baobiao.model import Document, Draft, Failure, Indicator, Organisation, Report
from baobiao.tables import COLUMNS, tables
from baobiao.write import captions, cells, workbook
from baobiao.write.sheets import SHEETS
from test_organisations import KINDS
from test_tables import ABOUT, make_draft, place

Rows = list[dict[str, Any]]
Make = Callable[..., openpyxl.Workbook]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Writes the workbook of some reports and opens it again."""

    def written(*drafts: Draft, failures: tuple[Failure, ...] = ()) -> openpyxl.Workbook:
        write.write(tmp_path, [tables(drafts, failures)], ["xlsx"], ABOUT)
        return openpyxl.load_workbook(tmp_path / "baobiao.xlsx")

    return written


def with_value(value: str, **changes: Any) -> Draft:
    draft = make_draft()
    fact = Indicator(1, *place("5万件"), "", "办结", Decimal(value), None, "件", **changes)
    return replace(draft, indicators=(fact,))


def rows_of(book: openpyxl.Workbook, sheet: str) -> Rows:
    lines = book[sheet].iter_rows(values_only=True)
    headers = [str(header) for header in next(lines)]
    return [dict(zip(headers, line, strict=True)) for line in lines]


def cell(book: openpyxl.Workbook, sheet: str, header: str, row: int = 2) -> Any:
    page = book[sheet]
    column = [head.value for head in page[1]].index(header) + 1
    return page.cell(row, column)


def test_sheets_stand_in_a_clerks_order(make: Make) -> None:
    book = make(make_draft())
    assert book.sheetnames == ["封面", "指标", "文档", "标题", "日期", "机构", "问题", "失败"]


def test_a_row_of_indicators_reads_alone(make: Make) -> None:
    row = rows_of(make(make_draft()), "指标")[1]
    assert row["发布单位"] == "某区人民政府"
    assert row["年份"] == row["报告年份"] == 2024
    assert (row["指标名称"], row["数值"], row["单位"]) == ("案件办结", -21.9, "%")
    assert (row["值的类型"], row["变化口径"], row["实际/目标"]) == ("变化值", "同比", "实际")
    assert row["原文语句"] == "同比下降21.9%"
    assert row["来源文件"] == "a/报告.txt"
    assert row["报告标题"] == "某区2024年法治政府建设年度报告"
    assert row["所在章节"] == "一、工作情况"
    target = rows_of(make(make_draft()), "指标")[2]
    assert (target["约数"], target["实际/目标"], target["数值上限"]) == ("至少", "目标", 95.5)


def test_every_report_has_its_own_title_and_sections(make: Make) -> None:
    bare = Draft(Report("1" * 16, "b.txt", "txt", "无"), "无", Document(title="空报告"))
    other = make_draft("c.txt", "2" * 16)
    other = replace(other, document=replace(other.document, title="另一篇", issuer="某局"))
    copy = make_draft("d.txt", "0123456789abcdef")
    book = make(make_draft("a.txt"), bare, other, copy)
    rows = rows_of(book, "指标")
    assert [row["来源文件"] for row in rows] == ["a.txt"] * 3 + ["c.txt"] * 3
    assert {row["报告标题"] for row in rows[3:]} == {"另一篇"}
    assert [row["所在章节"] for row in rows] == ["一、工作情况", "一、工作情况", "二、存在问题"] * 2
    assert [row["报告标题"] for row in rows_of(book, "文档")][1] == "空报告"


def test_headings_say_what_stands_above_them(make: Make) -> None:
    draft = make_draft()
    inner = replace(draft.sections[1], parent_id=1, level=2, marker="（一）")
    rows = rows_of(make(replace(draft, sections=(draft.sections[0], inner))), "标题")
    assert [row["上级标题"] for row in rows] == [None, "一、工作情况"]
    assert [row["层次"] for row in rows] == [1, 2]


def test_the_workbook_in_pandas_has_every_row(make: Make, tmp_path: Path) -> None:
    make(make_draft("a.txt"), make_draft("b.txt", "1" * 16))
    frame = pd.read_excel(tmp_path / "baobiao.xlsx", sheet_name="指标")
    assert len(frame) == 6
    assert frame["数值"].sum() == pytest.approx(2 * 50068.1)


@pytest.mark.parametrize(
    ("value", "shown", "form"),
    [
        ("5E+4", 50000, "#,##0"),
        ("12.30", 12.3, "#,##0.0"),
        ("-0.125", -0.125, "#,##0.000"),
        ("123456789012345", 123456789012345, "#,##0"),
        ("0.000000123", 1.23e-7, "#,##0.000000000"),
        ("120000000000000000", "120000000000000000", "@"),
        ("1234567890123456", "1234567890123456", "@"),
        ("-12345678901234.75", "-12345678901234.75", "@"),
    ],
)
def test_numbers(make: Make, value: str, shown: object, form: str) -> None:
    found = cell(make(with_value(value)), "指标", "数值")
    assert found.value == shown
    assert found.number_format == form
    assert found.alignment.horizontal == "right"


def test_days_are_days(make: Make) -> None:
    found = cell(make(make_draft()), "日期", "起始日")
    assert found.value == datetime.datetime(2024, 1, 1)
    assert found.number_format == "yyyy-mm-dd"


def test_days_that_excel_does_not_know_are_text(make: Make) -> None:
    draft = make_draft()
    old = replace(draft.dates[0], date_from=datetime.date(1899, 5, 4))
    assert cell(make(replace(draft, dates=(old,))), "日期", "起始日").value == "1899-05-04"


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5%", "@某局", '=HYPERLINK("http://a.cn")'])
def test_text_is_never_a_formula(make: Make, text: str) -> None:
    found = cell(make(with_value("1", context=text)), "指标", "原文语句")
    assert (found.value, found.data_type) == (text, "s")
    assert found.style.startswith("Normal")
    assert found.quotePrefix


def test_an_address_is_no_link(make: Make) -> None:
    found = cell(make(with_value("1", context="https://www.gov.cn/")), "指标", "原文语句")
    assert (found.value, found.hyperlink) == ("https://www.gov.cn/", None)


def test_control_characters_are_removed(make: Make) -> None:
    found = cell(make(with_value("1", context="办\x00结\x1b_x0041_\ufffe件")), "指标", "原文语句")
    assert found.value.replace("_x005F_", "_") == "办结_x0041_件"


def test_a_text_longer_than_a_cell_is_cut_with_a_note(make: Make) -> None:
    found = cell(make(with_value("1", context="办" * 40_000)), "指标", "原文语句").value
    assert len(found) == cells.CHARACTERS_IN_CELL
    assert found.endswith(cells.CUT)


@given(st.lists(st.sampled_from(["办", "a", "😀", "\n", "\x01"]), min_size=1, max_size=9))
def test_fitting_fits(period: list[str]) -> None:
    text = "".join(period) * (40_000 // len(period))
    fitted = cells.fitting(text)
    kept = fitted.removesuffix(cells.CUT)
    assert len(fitted.encode("utf-16-le")) // 2 <= cells.CHARACTERS_IN_CELL
    assert text.replace("\x01", "").startswith(kept)
    assert kept != fitted or kept == text.replace("\x01", "")


def test_long_tables_go_on_in_another_sheet(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "ROWS_IN_SHEET", 2)
    monkeypatch.setattr(workbook, "MOST_SHEETS", 2)
    book = make(make_draft("a.txt"), make_draft("b.txt", "1" * 16))
    assert book.sheetnames[:4] == ["封面", "指标", "指标(2)", "文档"]
    both = rows_of(book, "指标") + rows_of(book, "指标(2)")
    assert [row["原文"] for row in both] == ["5万件", "21.9%", "90%以上", "5万件"]
    told = [row[3].value for row in book["封面"].iter_rows() if row[1].value == "指标"]
    assert "有 2 行超出" in told[0]
    assert "文档(2)" not in book.sheetnames


def test_how_a_sheet_is_shown_and_printed(make: Make) -> None:
    page = make(make_draft())["指标"]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == f"A1:{openpyxl.utils.get_column_letter(page.max_column)}4"
    assert page.page_setup.orientation == "landscape"
    assert (page.page_setup.paperSize, page.page_setup.fitToHeight) == (9, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_rows == "$1:$1"
    assert page.print_area.endswith("$A$1:$N$4")
    folded = page.column_dimensions["Y"]  # openpyxl keeps a run of like columns under its first
    assert (folded.hidden, folded.outlineLevel) == (True, 1)
    assert (folded.min, folded.max) == (25, page.max_column)


def test_rows_are_as_high_as_their_longest_text(make: Make) -> None:
    page = make(with_value("1", context="办结案件" * 40))["指标"]
    assert page.row_dimensions[2].height > 5 * cells.LINE
    short = make(with_value("1", context="办结"))["指标"]
    assert short.row_dimensions[2].height == cells.LINE + cells.SPACE


def test_headers_have_room_beside_the_filter_button() -> None:
    for sheet in SHEETS:
        for column in sheet.printed + sheet.seen:
            title = captions.title(sheet.table, column.name)
            assert column.width >= len(title.encode("gb18030")) + 3, (sheet.table, title)


def test_every_column_of_a_table_is_on_its_sheet() -> None:
    for sheet in SHEETS:
        assert set(COLUMNS[sheet.table]) <= {column.name for column in sheet.columns()}


def test_no_header_twice_on_a_sheet() -> None:
    for sheet in SHEETS:
        titles = [captions.title(sheet.table, column.name) for column in sheet.columns()]
        assert len(titles) == len(set(titles)), sheet.table


def test_the_cover_says_what_is_in_it(make: Make) -> None:
    drafts = [make_draft(f"{number}.txt", f"{number:016x}") for number in range(3)]
    drafts[2] = replace(drafts[2], document=Document(title="什么"))
    failures = tuple(Failure(f"坏{number}\x07.docx", "read", "文件已损坏") for number in range(12))
    page = make(*drafts, failures=failures)["封面"]
    lines = [[value for value in row if value is not None] for row in page.values]
    assert ["报表"] in lines
    assert ["baobiao 从 3 篇报告中整理"] in lines
    assert ["指标", 9, captions.TABLES["indicators"][1]] in lines
    assert ["法治政府建设年度报告", 2, "2024（2）"] in lines
    assert ["类型不明", 1, "年份不明（1）"] in lines
    assert ["坏0.docx", "读取", "文件已损坏"] in lines
    assert ["……", "另有 2 个，见“失败”表"] in [[v for v in line if v] for line in lines]
    assert ["值的类型", "水平值、变化值", captions.COLUMNS["kind"][1]] in lines
    assert ["程序版本：1.2.3"] in lines
    assert ["词典校验码：ab12"] in lines


def test_the_cover_leads_to_the_sheets(make: Make) -> None:
    page = make(make_draft())["封面"]
    links = {cell.hyperlink.location for (cell,) in page["B1:B20"] if cell.hyperlink}
    assert links == {f"'{captions.TABLES[name][0]}'!A1" for name in write.SHOWN}


def test_the_workbook_carries_no_time_of_making(make: Make, tmp_path: Path) -> None:
    make(make_draft())
    first = (tmp_path / "baobiao.xlsx").read_bytes()
    make(make_draft())
    assert (tmp_path / "baobiao.xlsx").read_bytes() == first
    with zipfile.ZipFile(tmp_path / "baobiao.xlsx") as parts:
        core = parts.read("docProps/core.xml").decode()
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2000-01-01T00:00:00Z"}


def test_nothing_is_left_beside_the_workbook(make: Make, tmp_path: Path) -> None:
    make(make_draft())
    assert {path.name for path in tmp_path.iterdir()} == {"baobiao.xlsx", "texts.parquet"}


def test_kinds_of_organisations_are_in_chinese(make: Make) -> None:
    bureau = Organisation(1, *place("区公安局"), "某区公安局", "department")
    row = rows_of(make(replace(make_draft(), organisations=(bureau,))), "机构")[0]
    assert (row["机构全称"], row["机构类别"]) == ("某区公安局", "部门")


def test_codes_have_words() -> None:
    """Every code that the tables may hold is shown in Chinese."""
    assert set(captions.WORDS["kind"]) == {"level", "change"}
    assert set(captions.WORDS["approximation"]) == {"about", "at_least", "at_most"}
    assert set(captions.WORDS["severity"]) == {"error", "warning", "info"}
    assert set(captions.words("organisations", "kind")) == KINDS
    for words in (*captions.WORDS.values(), captions.words("organisations", "kind")):
        assert all(re.fullmatch(r"[\u4e00-\u9fff]+", word) for word in words.values())


def test_the_font_is_named_and_not_left_to_the_theme(make: Make, tmp_path: Path) -> None:
    make(make_draft())
    with zipfile.ZipFile(tmp_path / "baobiao.xlsx") as parts:
        styles = parts.read("xl/styles.xml").decode()
    fonts = re.findall(r"<font>(.*?)</font>", styles)
    assert fonts
    assert all('<name val="微软雅黑"/>' in font and "<scheme" not in font for font in fonts)
