"""Tables laid into the text: spans, which cells are headings, and the path of each figure."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baobiao.model import Table
from baobiao.read.tables.captions import above, unit_of
from baobiao.read.tables.grid import GridCell, cell_text, grown, lay, placed
from baobiao.read.tables.places import is_figure, is_nothing

Written = str | GridCell
Path = tuple[str, ...]


def wide(text: str, columns: int, rows: int = 1) -> GridCell:
    return GridCell(text, rows, columns)


def tall(text: str, rows: int) -> GridCell:
    return GridCell(text, rows)


def laid(rows: Sequence[Sequence[Written]], start: int = 0) -> Table:
    """The table of rows of cells as HTML has them; checks what holds for every table."""
    cells = [[GridCell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    text, table = lay(placed(cells), start)
    whole = "文" * start + text
    assert (table.start, table.end) == (start, len(whole))
    assert all(whole[cell.start : cell.end] == cell.text for cell in table.cells)
    assert [(cell.row, cell.column) for cell in table.cells] == sorted(
        (cell.row, cell.column) for cell in table.cells
    )
    assert all((cell.kind == "blank") == (not cell.text) for cell in table.cells)
    assert not any(cell.header for cell in table.cells if cell.kind == "header")
    return table


def values(table: Table) -> dict[Path, str]:
    return {cell.header: cell.text for cell in table.cells if cell.kind == "value"}


def test_rows_are_lines_and_columns_are_tabs() -> None:
    text, table = lay(
        placed([[GridCell("项目"), GridCell("金额")], [GridCell("甲"), GridCell("1")]]), 5
    )
    assert text == "项目\t金额\n甲\t1"
    assert [(cell.start, cell.end, cell.kind) for cell in table.cells] == [
        (5, 7, "header"),
        (8, 10, "header"),
        (11, 12, "header"),
        (13, 14, "value"),
    ]


def test_the_first_statutory_table_has_a_band_for_each_clause() -> None:
    table = laid(
        [
            [wide("第二十条第（一）项", 4)],
            ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
            ["规章", "0", "/", ""],
            ["行政规范性文件", "6", "2", "33"],
            [wide("第二十条第（五）项", 4)],
            ["信息内容", wide("本年处理决定数量", 3)],
            ["行政许可", wide("9,846", 3)],
            [wide("第二十条第（八）项", 4)],
            ["信息内容", wide("本年收费金额（单位：万元）", 3)],
            ["行政事业性收费", wide("412.36", 3)],
        ]
    )
    first = "第二十条第（一）项"
    assert values(table) == {
        (first, "本年制发件数", "规章"): "0",
        (first, "本年废止件数", "规章"): "/",
        (first, "本年制发件数", "行政规范性文件"): "6",
        (first, "本年废止件数", "行政规范性文件"): "2",
        (first, "现行有效件数", "行政规范性文件"): "33",
        ("第二十条第（五）项", "本年处理决定数量", "行政许可"): "9,846",
        ("第二十条第（八）项", "本年收费金额（单位：万元）", "行政事业性收费"): "412.36",
    }
    (blank,) = [cell for cell in table.cells if cell.kind == "blank"]
    assert blank.header == (first, "现行有效件数", "规章")
    assert (table.caption, table.unit) == ("", "")


def test_the_second_statutory_table_has_three_levels_on_both_sides() -> None:
    seven = [str(number) for number in range(7)]
    table = laid(
        [
            [
                wide("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3),
                wide("申请人情况", 7),
            ],
            [tall("自然人", 2), wide("法人或其他组织", 5), tall("总计", 2)],
            ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
            [wide("一、本年新收政府信息公开申请数量", 3), *seven],
            [tall("三、本年度办理结果", 3), wide("（一）予以公开", 2), *seven],
            [tall("（三）不予公开", 2), "1.属于国家秘密", *seven],
            ["2.危及“三安全一稳定”", *seven],
        ]
    )
    found = values(table)
    assert len(found) == 28
    organisation = ("申请人情况", "法人或其他组织")
    assert found["申请人情况", "自然人", "一、本年新收政府信息公开申请数量"] == "0"
    assert found[(*organisation, "其他", "三、本年度办理结果", "（一）予以公开")] == "5"
    last = ("三、本年度办理结果", "（三）不予公开", "2.危及“三安全一稳定”")
    assert found[(*organisation, "商业企业", *last)] == "1"
    assert found[("申请人情况", "总计", *last)] == "6"


def test_the_third_statutory_table_has_no_column_of_names() -> None:
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    table = laid(
        [
            [wide("行政复议", 5), wide("行政诉讼", 10)],
            [
                *(tall(result, 2) for result in results),
                wide("未经复议直接起诉", 5),
                wide("复议后起诉", 5),
            ],
            [*results, *results],
            [str(number) for number in range(15)],
        ]
    )
    found = values(table)
    assert len(found) == 15
    assert found["行政复议", "总计"] == "4"
    assert found["行政诉讼", "复议后起诉", "结果维持"] == "10"


def test_a_settlement_table_with_its_two_halves() -> None:
    table = laid(
        [
            [wide("收入支出决算总表", 6)],
            [wide("公开01表", 6)],
            [wide("编制单位：某某局", 4), wide("金额单位：万元", 2)],
            [wide("收入", 3), wide("支出", 3)],
            ["项 目", "行次", "决算数", "项 目", "行次", "决算数"],
            ["栏次", "", "1", "栏次", "", "2"],
            ["一、财政拨款收入", "1", "2940.05", "一、一般公共服务支出", "31", "2106.66"],
            ["", "2", "", "二、外交支出", "32", ""],
            ["合 计", "3", "2940.05", "合 计", "33", "2,940.05"],
        ]
    )
    assert (table.caption, table.unit) == ("收入支出决算总表", "万元")
    assert values(table) == {
        ("收入", "决算数", "一、财政拨款收入"): "2940.05",
        ("支出", "决算数", "一、一般公共服务支出"): "2106.66",
        ("收入", "决算数", "合计"): "2940.05",
        ("支出", "决算数", "合计"): "2,940.05",
    }


def test_codes_and_serial_numbers_name_nothing() -> None:
    table = laid(
        [
            [wide("科目编码", 3, 2), tall("科目名称", 2), tall("合计", 2), wide("其中", 2)],
            ["基本支出", "项目支出"],
            [wide("合计", 4), "6", "2", "4"],
            ["201", "", "", "一般公共服务支出", "5", "2", "3"],
            ["201", "06", "", "财政事务", "1", "0", "1"],
        ]
    )
    found = values(table)
    assert found["合计", "合计"] == "6"
    assert found["其中", "项目支出", "财政事务"] == "1"
    assert len(found) == 9
    numbered = laid([["序号", "项目", "金额"], ["1", "修路", "12"], ["2", "建桥", "30"]])
    assert values(numbered) == {("金额", "修路"): "12", ("金额", "建桥"): "30"}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (  # the unit of each row
            [["指标", "单位", "2024", "增长（%）"], ["生产总值", "亿元", "12.3", "5.2"]],
            {
                ("2024", "生产总值", "单位：亿元"): "12.3",
                ("增长（%）", "生产总值", "单位：亿元"): "5.2",
            },
        ),
        (  # years that name rows
            [["年份", "收入"], ["2023", "11"], ["2024", "12"]],
            {("收入", "2023"): "11", ("收入", "2024"): "12"},
        ),
        (  # no header
            [["常住人口", "12.5万人"], ["生产总值", "80亿元"]],
            {("常住人口",): "12.5万人", ("生产总值",): "80亿元"},
        ),
        (  # side by side without a header above
            [["地区", "余额", "地区", "余额"], ["甲市", "1", "乙市", "2"]],
            {("余额", "甲市"): "1", ("余额", "乙市"): "2"},
        ),
        (  # a wide heading that was not merged
            [["项目", "预算数", "", "决算数"], ["", "年初", "调整", ""], ["支出", "3", "1", "4"]],
            {
                ("预算数", "年初", "支出"): "3",
                ("预算数", "调整", "支出"): "1",
                ("决算数", "支出"): "4",
            },
        ),
        (  # parts of a table, and a note below
            [
                ["项目", "金额"],
                [wide("一、收入", 2)],
                ["税收", "1"],
                [wide("二、支出", 2)],
                ["教育", "2"],
                [wide("注：数据四舍五入。", 2)],
            ],
            {("金额", "一、收入", "税收"): "1", ("金额", "二、支出", "教育"): "2"},
        ),
        (  # words only
            [["项目", "责任单位", "进度"], ["修路", "交通局", "已开工"]],
            {("责任单位", "修路"): "交通局", ("进度", "修路"): "已开工"},
        ),
        ([["1", "2"], ["3", "4"]], {(): "4"}),
    ],
)
def test_headings_are_inferred(rows: list[list[Written]], expected: dict[Path, str]) -> None:
    assert values(laid(rows)) == expected


def test_marked_headings_go_before_what_is_inferred() -> None:
    head = [GridCell(text, heading=True) for text in ("指标", "2023", "2024")]
    row = [GridCell("产值", heading=True), GridCell("1"), GridCell("2")]
    assert values(laid([head, row])) == {("2023", "产值"): "1", ("2024", "产值"): "2"}
    all_marked = [[GridCell(text, heading=True) for text in ("产值", "1", "2")]]
    assert [cell.kind for cell in laid(all_marked).cells] == ["header", "value", "value"]


def test_places_where_none_means_merged() -> None:
    grid = grown(
        [["项目", "收入", None], [None, "预算", "决算"], ["税收", "1", "2"], [None, None, None]]
    )
    spans = [[(cell.row_span, cell.column_span) if cell else None for cell in row] for row in grid]
    assert spans[0] == [(2, 1), (1, 2), None]
    assert spans[1] == [None, (1, 1), (1, 1)]
    assert spans[2] == [(2, 1), (2, 1), (2, 1)]


def test_spans_that_overrun_are_cut_and_empty_columns_are_none() -> None:
    grid = placed([[wide("合计", 60_000, 60_000), GridCell("1")], [GridCell("2")]])
    assert [len(row) for row in grid] == [2, 2]
    assert len(placed([[wide("甲", 3), wide("乙", 3)], [wide("丙", 6)]])[0]) == 2


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("单位：万元", "万元"),
        ("（金额单位: 亿元）", "亿元"),
        ("单 位：件、%", "件、%"),
        ("填报单位：某某市教育局", ""),
        ("单位：某某市人民医院", ""),
        ("各单位：请于月底前上报", ""),
        ("本单位共有人员12人", ""),
    ],
)
def test_units_are_told_from_offices(text: str, unit: str) -> None:
    assert unit_of(text) == unit


def test_caption_and_unit_above() -> None:
    assert above(
        ["全年支出平稳，增长3%。", "表2 分地区余额", "Balance by region", "单位：亿元"]
    ) == (
        "表2 分地区余额",
        "亿元",
    )
    assert above(["支出1,200万元，增长3%，结构优化。"]) == ("", "")
    assert above([]) == ("", "")


def test_figures_and_signs_for_none() -> None:
    figures = ["0", "-3.2", "1,234.50", "12件", "５．２％", "约30", "(12)"]
    assert all(map(is_figure, figures))
    assert not any(map(is_figure, ["2024", "2024年", "3月", "第3号", "一般", "", "/"]))
    assert all(map(is_nothing, ["/", "—", "——", "-", "无", "…"]))
    assert not any(map(is_nothing, ["", "0", "无锡市"]))


def test_words_of_a_cell() -> None:
    assert cell_text("  一般公共\n\n服务\u200b支出\u3000") == "一般公共服务支出"
    assert cell_text("Total\r\nrevenue\t2") == "Total revenue 2"


CELLS = st.sampled_from(
    ["", "项目", "12", "/", "一、甲", "单位：万元", "合计", "2024", "序号", "5%"]
)
GRIDS = st.lists(
    st.lists(
        st.builds(
            GridCell, CELLS, st.integers(0, 3), st.integers(0, 4), st.sampled_from([None, True])
        ),
        max_size=5,
    ),
    max_size=6,
)


@given(GRIDS, st.integers(0, 9))
def test_every_cell_stands_where_it_says(rows: list[list[GridCell]], start: int) -> None:
    table = laid(rows, start)
    assert len(table.cells) == sum(map(len, rows))
    places = {(cell.row, cell.column) for cell in table.cells}
    assert len(places) == len(table.cells)


@given(st.lists(st.lists(st.none() | CELLS, max_size=5), max_size=6))
def test_grown_cells_cover_each_place_at_most_once(rows: list[list[str | None]]) -> None:
    covered = [
        (row + down, column + right)
        for row, cells in enumerate(grown(rows))
        for column, cell in enumerate(cells)
        if cell
        for down in range(cell.row_span)
        for right in range(cell.column_span)
    ]
    assert len(covered) == len(set(covered))
