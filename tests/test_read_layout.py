"""Lines to paragraphs and ruled lines to tables, for all formats that know where words stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from baobiao.read.layout.lines import Line
from baobiao.read.layout.marks import Page, Rule, Word
from baobiao.read.layout.paragraphs import margins, paragraphs
from baobiao.read.layout.tables import ruled as ruled_tables
from test_read_pdf import COLUMNS, read
from typesetting import A4, pdf, ruled, ruled_table, shown


def line(text: str, x: float, y: float, size: float = 16, right: float = 0, page: int = 1) -> Line:
    right = right or x + size * len(text)
    return Line(text, x, right, y, size, page, 595)


FULL = "工" * 26


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # an indented line begins a paragraph, though the one before it is full
        ([line(FULL, 105, 100), line("下一段。", 105, 128)], [FULL, "下一段。"]),
        # a line that is not indented goes on where the one before it is full
        ([line(FULL, 105, 100), line("作。", 73, 128)], [FULL + "作。"]),
        # ... and not where that left room
        ([line("一、概况", 73, 100), line("工作。", 73, 128)], ["一、概况", "工作。"]),
        # a wide step ends a paragraph, as do letters of another size
        ([line(FULL, 105, 100), line("作。", 73, 160)], [FULL, "作。"]),
        ([line(FULL, 105, 100), line("作。", 73, 128, 12)], [FULL, "作。"]),
        # a full line that ends a sentence, and a heading's number
        ([line(FULL[1:] + "。", 105, 100), line("（一）成绩", 73, 128)], None),
        ([line(FULL[1:] + "第", 105, 100), line("（一）项", 73, 128)], [FULL[1:] + "第（一）项"]),
        # the next word had no room: brackets are not divided from what they hold
        ([line(FULL[4:], 105, 100), line("（项）。", 73, 128)], [FULL[4:] + "（项）。"]),
        # a page ends within a paragraph
        ([line(FULL, 105, 700), line("作。", 73, 90, page=2)], [FULL + "作。"]),
        # columns that no line is ruled for stay lines
        ([line("收入\t12" + FULL, 73, 100), line("支出\t11", 73, 128)], None),
    ],
)
def test_what_belongs_together(lines: list[Line], expected: list[str] | None) -> None:
    body = [line(FULL + "工工", 73, 200 + 28 * n, page=page) for page in (1, 2) for n in range(12)]
    found = [paragraph.text for paragraph in paragraphs(lines, margins([*lines, *body]))]
    assert found == (expected or [each.text for each in lines])


def test_a_title_over_two_lines_is_one_and_two_titles_are_two() -> None:
    body = [line(FULL + "工工", 73, 300 + 28 * n) for n in range(12)]
    long, rest = (
        line("某某市某某局二〇二四年度部门决算情况的", 100, 100, 22),
        line("说明", 275, 130, 22),
    )
    short, below = line("某某市人民政府", 220, 180, 22), line("工作报告", 253, 210, 22)
    found = paragraphs([long, rest, short, below], margins([long, rest, short, below, *body]))
    assert [each.text for each in found] == [long.text + "说明", "某某市人民政府", "工作报告"]


def test_each_page_has_its_own_margins() -> None:
    wide = [line("工" * 28, 73, 100 + 28 * n) for n in range(20)]
    narrow = [line("作" * 24, 105, 100 + 28 * n, page=3) for n in range(20)]
    narrow[0] = line("作" * 22, 137, 100, page=3)
    found = paragraphs([*wide, *narrow], margins([*wide, *narrow]))
    assert [len(each.text) for each in found] == [28 * 20, 24 * 20 - 2]


def page_of(words: dict[tuple[float, float], str], rules: list[Rule]) -> Page:
    placed = [Word(text, x, y, 10, 10 * len(text)) for (x, y), text in words.items()]
    return Page(tuple(placed), tuple(rules), *A4)


def across(y: float, *stretch: float) -> Rule:
    left, right = stretch or (80, 320)
    return Rule(left, y, right, y)


def down(x: float, top: float, bottom: float) -> Rule:
    return Rule(x, top, x, bottom)


def texts(page: Page, number: int = 1) -> list[list[list[str | None]]]:
    found, _ = ruled_tables(page, number)
    return [[[at and at.cell.text for at in row] for row in table.rows] for table in found]


def test_a_table_that_no_line_closes_at_its_sides_ends_where_its_lines_end() -> None:
    words = {(90, 118.0): "项目", (210, 118.0): "金额", (90, 138.0): "收入", (210, 138.0): "12"}
    rules = [across(100), across(120), across(140), down(200, 100, 140)]
    assert texts(page_of(words, rules)) == [[["项目", "金额"], ["收入", "12"]]]


def test_a_table_cut_by_the_foot_of_the_page_and_a_merged_cell_that_goes_on() -> None:
    first = page_of(
        {(85, 765.0): "三、办理结果", (210, 765.0): "受理", (330, 765.0): "3",
         (210, 785.0): "办结", (330, 785.0): "2"},
        [across(750, 80, 400), across(770, 200, 400),
         *(down(x, 750, 790) for x in (80, 200, 320, 400))],
    )  # fmt: skip
    second = page_of(
        {(210, 75.0): "退回", (330, 75.0): "1", (85, 95.0): "总计", (330, 95.0): "6"},
        [across(60, 200, 400), across(80, 80, 400), across(100, 80, 400),
         *(down(x, 60, 100) for x in (80, 200, 320, 400))],
    )  # fmt: skip
    (above,), _ = ruled_tables(first, 1)
    (below,), _ = ruled_tables(second, 2)
    assert above.goes_on(below)
    both = above.with_rows_of(below)
    assert [[at and at.cell.text for at in row] for row in both.rows] == [
        ["三、办理结果", "受理", "3"],
        [None, "办结", "2"],
        [None, "退回", "1"],
        ["总计", "", "6"],
    ]
    label = both.rows[0][0]
    assert label is not None and label.cell.row_span == 3


def two_parts(last: str, rest: str, figure: str = "") -> list[list[str | None]]:
    """A table whose last row on one page and first row on the next hold these words."""
    rules = [across(100), across(120), *(down(x, 100, 120) for x in (80, 140, 320))]
    first, second = (
        {(85, 115.0): last, (150, 115.0): "3"},
        {(85, 115.0): rest, (150, 115.0): figure},
    )
    (above,), _ = ruled_tables(page_of({k: v for k, v in first.items() if v}, rules), 1)
    (below,), _ = ruled_tables(page_of({k: v for k, v in second.items() if v}, rules), 2)
    return [[at and at.cell.text for at in row] for row in above.with_rows_of(below).rows]


def test_a_row_that_the_end_of_the_page_divides_is_one() -> None:
    assert two_parts("社会公益组", "织") == [["社会公益组\n织", "3"]]
    assert two_parts("社会", "织") == [["社会", "3"], ["织", ""]]  # there was room
    assert two_parts("社会公益组", "织", "5") == [["社会公益组", "3"], ["织", "5"]]


def test_other_columns_or_a_page_between_make_another_table() -> None:
    rules = [across(100), across(120), *(down(x, 100, 120) for x in (80, 200, 320))]
    (table,), _ = ruled_tables(page_of({(90, 115.0): "甲"}, rules), 1)
    (far,), _ = ruled_tables(page_of({(90, 115.0): "乙"}, rules), 3)
    moved = [across(100), across(120), *(down(x, 100, 120) for x in (80, 240, 320))]
    (other,), _ = ruled_tables(page_of({(90, 115.0): "丙"}, moved), 2)
    assert not table.goes_on(far)
    assert not table.goes_on(other)


def test_a_table_over_two_pages_whose_head_is_repeated(tmp_path: Path) -> None:
    head = [["项目", "决算数", "<"], ["类别", "2023年", "2024年"]]
    first = (
        shown("表1 收入支出决算总表", 200, 90)
        + shown("单位：万元", 380, 130, 10)
        + ruled_table([*head, ["收入", "1,200.5", "/"]], 140, COLUMNS)
    )
    second = ruled_table([*head, ["支出", "0", "30"], ["结余", "", "5"]], 60, COLUMNS)
    report = read(tmp_path, pdf([first, second + shown("说明如上。", 112, 300)]))
    (table,) = report.tables
    assert (table.caption, table.unit, table.page) == ("表1 收入支出决算总表", "万元", 1)
    assert {cell.header: cell.text for cell in table.cells if cell.kind == "value"} == {
        ("决算数", "2023年", "收入"): "1,200.5",
        ("决算数", "2024年", "收入"): "/",
        ("决算数", "2023年", "支出"): "0",
        ("决算数", "2024年", "支出"): "30",
        ("决算数", "2024年", "结余"): "5",
    }
    assert all(report.text[cell.start : cell.end] == cell.text for cell in table.cells)
    assert report.text.endswith("结余\t\t5\n说明如上。")
    places = {report.text[b.start : b.end]: b for b in report.blocks if b.kind == "table"}
    assert (places["30"].page, places["30"].box) == (2, (320.0, 108.0, 440.0, 132.0))
    assert places["1,200.5"].page == 1


def test_a_table_without_any_line(tmp_path: Path) -> None:
    rows = [("单位", "受理数", "办结数"), ("一科", "12", "11"), ("二科", "8", "8")]
    drawn = shown("各单位情况", 250, 110, 12) + "".join(
        shown(cell, x, 150 + 24 * n, 12)
        for n, row in enumerate(rows)
        for cell, x in zip(row, (100, 250, 400), strict=True)
    )
    report = read(tmp_path, pdf(["", drawn + shown("以上情况属实。", 112, 300)]))
    (table,) = report.tables
    assert (table.page, report.text[table.start : table.end]) == (
        2,
        "单位\t受理数\t办结数\n一科\t12\t11\n二科\t8\t8",
    )
    assert [cell.header for cell in table.cells if cell.text == "12"] == [("受理数", "一科")]
    assert {block.page for block in report.blocks if block.kind == "table"} == {2}
    assert report.blocks[-1].kind == "text"


def test_rows_that_no_line_divides(tmp_path: Path) -> None:
    rows = [("甲市", "12", "/"), ("乙市（不含", "13", "5"), ("丙市", "14", "6")]
    drawn = ruled_table([["地区", "限额", "余额"]], 140, COLUMNS)
    drawn += "".join(ruled(x, 164, x, 260) for x in COLUMNS[1:3]) + ruled(80, 260, 440, 260)
    drawn += shown("丁区）", 83, 210, 10)  # a name on two lines
    for n, row in enumerate(rows):
        drawn += "".join(
            shown(cell, x + 3, 180 + 25 * n - 6 * (x == 80 and n == 1), 10)
            for cell, x in zip(row, COLUMNS, strict=False)
        )
    report = read(tmp_path, pdf([drawn]))
    assert report.text == "地区\t限额\t余额\n甲市\t12\t/\n乙市（不含丁区）\t13\t5\n丙市\t14\t6"


def test_words_on_several_lines_are_one_cell(tmp_path: Path) -> None:
    drawn = ruled_table([["项目", "情况"], ["", ""]], 140, COLUMNS[:3], 40)
    drawn += shown("主动公开", 83, 195, 10) + shown("情况", 83, 210, 10)
    drawn += shown("办结12件，", 203, 195, 10) + shown("退回", 203, 210, 10)
    assert read(tmp_path, pdf([drawn])).text == "项目\t情况\n主动公开情况\t办结12件，退回"
