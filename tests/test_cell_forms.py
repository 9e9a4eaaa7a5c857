"""Forms, and headings within headings, as the yearly tables of sites and of law enforcement have them."""

from __future__ import annotations

from baobiao.model import Document
from baobiao.read.tables.grid import GridCell
from tables_of_rows import taken, values, wide


def test_a_form_whose_figures_stand_behind_their_labels() -> None:
    found = taken(
        [
            ["网站名称", wide("甲市乙局", 3)],
            ["标识码", wide("4401000012", 3)],
            ["总访问量（单位：次）", wide("2,345", 3)],
            [GridCell("信息发布（单位：条）", 2), wide("总数", 2), "30"],
            [wide("政务动态信息更新量", 2), "12"],
            ["互动交流", "留言办理", "收到留言数量（单位：条）", "/"],
            ["移动新媒体", "微博", "信息发布量（单位：条）", "0"],
        ]
    )
    assert values(found) == [
        ("总访问量", "2345", "次"),
        ("信息发布总数", "30", "条"),
        ("信息发布政务动态信息更新量", "12", "条"),
        ("移动新媒体微博信息发布量", "0", "条"),
    ]
    assert [row.indicator for row in found] == [
        "网站总访问量",
        "网站信息发布总数",
        "政务动态信息更新量",
        "微博信息发布量",
    ]


def test_a_wide_heading_over_its_columns_makes_no_form() -> None:
    rows = [["项目", wide("收入", 2)], ["", "预算数", "决算数"], ["税收", "5", "4"]]
    assert [row.name for row in taken(rows)] == ["税收预算", "税收"]


def test_measures_in_measures_and_the_unit_of_a_total() -> None:
    found = taken(
        [
            [GridCell("单位名称", 2), wide("行政许可实施数量（宗）", 2), GridCell("合计", 2)],
            ["申请数量", "不予许可数量"],
            ["某局", "9", "1", "10"],
        ],
        "某局2024年行政许可实施情况统计表",
        document=Document(year=2024, issuer="某局"),
    )
    assert values(found) == [
        ("行政许可申请数量", "9", "宗"),
        ("行政许可不予许可数量", "1", "宗"),
        ("行政许可实施总计", "10", "宗"),
    ]


def test_labels_and_figures_that_take_turns() -> None:
    found = taken([["编制数", "120", "实有人数", "110人"], ["行政编制", "80", "在职人员", "75"]])
    assert [(row.name, row.value) for row in found] == [
        ("编制数", 120),
        ("实有人数", 110),
        ("行政编制", 80),
        ("在职人员", 75),
    ]
    assert taken([["编制数", "实有人数", "空编数"], ["1", "2", "3"]])[0].name == "编制数"


def test_a_row_of_units_belongs_to_the_headings() -> None:
    found = taken(
        [
            ["污染物", "PM2.5", "优良天数比例"],
            ["单位", "微克/立方米", "%"],
            ["2024年", "25", "92.1"],
            ["2023年", "27", "90"],
        ]
    )
    assert values(found) == [
        ("PM2.5", "25", "微克/立方米"),
        ("优良天数比例", "92.1", "%"),
        ("PM2.5", "27", "微克/立方米"),
        ("优良天数比例", "90", "%"),
    ]


def test_stages_of_a_budget_below_one_heading() -> None:
    found = taken(
        [
            [GridCell("项目", 2), wide("预算数", 2), GridCell("决算数", 2)],
            ["年初", "调整"],
            ["税收收入", "1", "2", "3①"],
        ]
    )
    assert [(row.name, row.value) for row in found] == [
        ("税收收入年初预算", 1),
        ("税收收入调整预算", 2),
        ("税收收入", 3),
    ]


def test_a_total_of_a_bare_measure_says_of_what() -> None:
    rows = [["项目", "余额（亿元）"], ["一般债务", "12"], ["合计", "12"]]
    assert [row.name for row in taken(rows, "表5 政府性债务情况")] == [
        "一般债务余额",
        "政府性债务余额总计",
    ]


def test_offices_head_a_column_and_make_no_row_of_units() -> None:
    head = [GridCell("单位", 2), wide("办件情况", 2)]
    for rows in ([["单位", "受理数", "办结数"]], [head, ["受理数", "办结数"]]):
        found = taken([*rows, ["甲科", "12", "11"], ["乙科", "8", "7"]])
        assert [row.name for row in found][-2:] == ["乙科受理数", "乙科办结数"], rows
