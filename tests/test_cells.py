"""Tables to indicators: names, units, times, plans, totals."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from baobiao.extract.indicators import cells
from baobiao.model import Document, Draft, Report
from baobiao.read.tables.grid import GridCell
from tables_of_rows import LEXICON, drafted, taken, values, wide


def test_two_columns() -> None:
    found = taken([["项目", "数量"], ["行政许可", "102"], ["合计", "102"]], "执法情况统计表")
    assert values(found) == [("行政许可", "102", ""), ("执法总计", "102", "")]
    assert [row.rule for row in found] == ["cell.value", "cell.total"]
    assert found[0].table_cell == "表1 R2C2"
    assert found[0].context == "行政许可 数量：102"
    assert (found[0].kind, found[0].status, found[0].year, found[0].actor) == (
        "level",
        "actual",
        2024,
        "",
    )


def test_blank_stroke_and_nought_are_kept_apart() -> None:
    found = taken([["项目", "件数"], ["甲", ""], ["乙", "/"], ["丙", "—"], ["丁", "0"]])
    assert values(found) == [("丁件数", "0", "件")]


def test_a_bulletin_with_the_unit_of_each_row() -> None:
    found = taken(
        [
            ["指标", "单位", "2024年", "比上年增长（%）"],
            ["地区生产总值", "亿元", "1621.8", "5.2"],
            ["年末常住人口", "万人", "88.7", "-0.3"],
            ["其中：女性", "万人", "43.1", "—"],
            ["城镇化率", "%", "65.3", "0.8"],
        ]
    )
    assert values(found) == [
        ("地区生产总值", "162180000000", "元"),
        ("地区生产总值", "5.2", "%"),
        ("年末常住人口", "887000", "人"),
        ("年末常住人口", "-0.3", "%"),
        ("年末常住人口（女性）", "431000", "人"),
        ("城镇化率", "65.3", "%"),
        ("城镇化率", "0.8", "%"),
    ]
    assert [row.kind for row in found] == [
        *["level", "change"] * 2,
        "level",
        *["level", "change"],
    ]
    assert found[4].rule == "cell.part"
    assert {row.indicator for row in found[:2]} == {"地区生产总值"}


def test_years_side_by_side_and_parts_that_stand_alone() -> None:
    found = taken(
        [
            ["指标", "2024年", "2023年", "增减额", "增减率%"],
            ["一般公共预算收入", "1,234.5", "1,200", "34.5", "2.9"],
            ["其中：税收收入", "900", "", "", ""],
        ],
        unit="万元",
    )
    assert values(found) == [
        ("一般公共预算收入", "12345000", "元"),
        ("一般公共预算收入", "12000000", "元"),
        ("一般公共预算收入", "345000", "元"),
        ("一般公共预算收入", "2.9", "%"),
        ("税收收入", "9000000", "元"),
    ]
    assert [row.year for row in found] == [2024, 2023, 2024, 2024, 2024]


def test_a_rate_of_growth_is_that_of_the_amount_before_it() -> None:
    found = taken(
        [
            ["地区", "生产总值（亿元）", "增速（%）", "财政收入（亿元）", "降幅（%）"],
            ["甲县", "100", "5.2", "10", "3"],
        ]
    )
    assert values(found) == [
        ("甲县生产总值", "10000000000", "元"),
        ("甲县生产总值", "5.2", "%"),
        ("甲县财政收入", "1000000000", "元"),
        ("甲县财政收入", "-3", "%"),
    ]
    years = taken([["年份", "产值（亿元）", "增速（%）"], ["2023年", "10", "4.1"]])
    assert values(years) == [("产值", "1000000000", "元"), ("产值", "4.1", "%")]
    assert {row.year for row in years} == {2023}


def test_plans_and_outcomes() -> None:
    found = taken(
        [
            ["项目", "年初预算数", "调整预算数", "决算数", "完成年初预算的%"],
            ["公务接待费", "1.5", "1.2", "0.9", "60"],
        ],
        unit="万元",
    )
    assert [(row.name, row.status, row.unit) for row in found] == [
        ("公务接待费年初预算", "actual", "元"),
        ("公务接待费调整预算", "actual", "元"),
        ("公务接待费", "actual", "元"),
        ("公务接待费完成年初预算", "actual", "%"),
    ]
    goals = taken(
        [
            ["指标", "单位", "2024年预计完成", "2025年目标"],
            ["生产总值增长", "%", "5.2", "5.5左右"],
            ["单位能耗下降", "%", "2.6", "2.5"],
        ],
        document=Document(report_type="国民经济和社会发展计划报告", year=2025),
    )
    assert [(row.name, str(row.value), row.status, row.year, row.kind) for row in goals] == [
        ("生产总值", "5.2", "actual", 2024, "change"),
        ("生产总值", "5.5", "target", 2025, "change"),
        ("单位能耗", "-2.6", "actual", 2024, "change"),
        ("单位能耗", "-2.5", "target", 2025, "change"),
    ]
    assert goals[1].approximation == "about"
    planned = taken([["项目", "金额"], ["会议费", "3"]], "2025年部门支出预算表", "万元")
    assert [(row.status, row.year) for row in planned] == [("target", 2025)]
    spent = taken([["项目", "金额"], ["会议费", "3"]], "一般公共预算支出表", "万元")
    assert [row.status for row in spent] == ["actual"]


def test_a_settlement_table_of_two_halves() -> None:
    found = taken(
        [
            [wide("收入", 2), wide("支出", 2)],
            ["项目", "决算数", "项目", "决算数"],
            ["一、一般公共预算财政拨款收入", "2,940.05", "一、一般公共服务支出", "2,106.66"],
            ["二、其他收入", "6.20", "二、外交支出", ""],
            ["本年收入合计", "2,946.25", "本年支出合计", "2,106.66"],
            ["年初结转和结余", "4", "年末结转和结余", "1"],
            ["一、一般公共预算财政拨款收入", "3", "", ""],
            ["总计", "2,950.25", "总计", "2,107.66"],
        ],
        "收入支出决算总表",
        "万元",
    )
    assert [row.name for row in found] == [
        "一般公共预算财政拨款收入",
        "一般公共服务支出",
        "其他收入",
        "本年收入合计",
        "本年支出合计",
        "年初结转和结余",
        "年末结转和结余",
        "年初结转和结余（一般公共预算财政拨款收入）",
        "收入总计",
        "支出总计",
    ]
    assert found[0].value == Decimal("29400500")
    assert [row.rule for row in found if "计" in row.name] == ["cell.total"] * 4
    assert [row.indicator for row in found[-2:]] == ["收入总计", "支出总计"]


def test_accounts_by_function() -> None:
    found = taken(
        [
            [wide("科目编码", 3), "科目名称", "本年支出合计", "基本支出", "项目支出"],
            [wide("合计", 4), "10", "6", "4"],
            ["201", "", "", "一般公共服务支出", "10", "6", "4"],
            ["201", "06", "01", "行政运行", "6", "6", ""],
        ],
        "支出决算表",
        "万元",
    )
    assert [(row.name, row.rule) for row in found] == [
        ("本年支出合计", "cell.total"),
        ("基本支出总计", "cell.total"),
        ("项目支出总计", "cell.total"),
        ("一般公共服务支出（总计）", "cell.total"),
        ("一般公共服务支出（基本支出）", "cell.value"),
        ("一般公共服务支出（项目支出）", "cell.value"),
        ("行政运行支出（总计）", "cell.total"),
        ("行政运行基本支出", "cell.value"),
    ]
    assert [row.indicator for row in found[:4]] == [
        "本年支出合计",
        "基本支出",
        "项目支出",
        "一般公共服务支出",
    ]


def test_three_public_outlays() -> None:
    head = [
        wide("合计", 2),
        wide("因公出国（境）费", 2),
        wide("公务用车购置及运行费", 4),
    ]
    below = ["", "", "", "", wide("小计", 2), wide("公务用车购置费", 2)]
    found = taken(
        [head, below, ["预算数", "决算数"] * 4, ["9.5", "8", "0", "0", "5", "4", "", "/"]],
        "财政拨款“三公”经费支出决算表",
        "万元",
    )
    assert [(row.name, row.status) for row in found] == [
        ("财政拨款“三公”经费支出预算总计", "actual"),
        ("财政拨款“三公”经费支出总计", "actual"),
        ("因公出国（境）费预算", "actual"),
        ("因公出国（境）费", "actual"),
        ("公务用车购置及运行费预算", "actual"),
        ("公务用车购置及运行费", "actual"),
    ]
    assert found[1].indicator == "“三公”经费支出"
    assert [row.rule for row in found[4:]] == ["cell.total"] * 2


def test_regions_and_their_total() -> None:
    found = taken(
        [
            ["地区", "2024年专项债务限额（调整后）", "2024年末专项债务余额"],
            ["甲市", "10.5", "9.5"],
            ["合 计", "10.5", ""],
        ],
        "2024年专项债务分地区余额表",
        "亿元",
    )
    assert values(found) == [
        ("甲市专项债务限额（调整后）", "1050000000", "元"),
        ("甲市专项债务余额", "950000000", "元"),
        ("专项债务限额（调整后）总计", "1050000000", "元"),
    ]
    assert str(found[1].period_from) == str(found[1].period_to) == "2024-12-31"
    assert str(found[0].period_from) == "2024-01-01"


def test_kinds_of_one_measure() -> None:
    found = taken(
        [
            [
                GridCell("单位名称", 2),
                wide("行政处罚实施数量（宗）", 3),
                GridCell("罚没金额（万元）", 2),
            ],
            ["警告", "罚款", "合计"],
            ["某局", "1", "2", "3", "4.5"],
        ],
        document=Document(year=2024, issuer="某局"),
    )
    assert values(found) == [
        ("行政处罚实施数量（警告）", "1", "宗"),
        ("行政处罚实施数量（罚款）", "2", "宗"),
        ("行政处罚实施数量（总计）", "3", "宗"),
        ("罚没金额", "45000", "元"),
    ]


def test_numbers_that_count_nothing() -> None:
    found = taken(
        [
            ["序号", "单位名称", "电话", "成立时间", "邮编", "成立", "人数"],
            ["1", "甲局", "0591-2345678", "2008", "350000", "2001", "12"],
            ["2", "乙局", "63211234", "2013", "350001", "2002", "9"],
        ]
    )
    assert values(found) == [("甲局人数", "12", "人"), ("乙局人数", "9", "人")]
    assert taken([["1", "2"], ["3", "4"]]) == ()
    assert taken([["粮食产量", "120", "115"], ["油料产量", "12", "11"]]) == ()
    assert taken([["项目", "责任单位"], ["修路", "交通局"]]) == ()


def test_units_of_a_table_and_what_columns_count() -> None:
    found = taken(
        [["地区", "户籍人口", "男性占比", "接待批次"], ["甲镇", "1.2", "51.3", "7"]],
        unit="万人、%",
    )
    assert values(found) == [
        ("甲镇户籍人口", "12000", "人"),
        ("甲镇男性占比", "51.3", "%"),
        ("甲镇接待批次", "7", "批次"),
    ]


def test_tables_of_page_residue_give_nothing() -> None:
    draft = drafted([["项目", "数量"], ["下载", "102"]])
    (block,) = draft.report.blocks
    hidden = replace(draft.report, blocks=(replace(block, kind="furniture"),))
    assert cells.extract(replace(draft, report=hidden), LEXICON) == ()
    assert cells.extract(Draft(Report("0", "例", "txt", "无"), "无"), LEXICON) == ()


def test_places_and_offices_take_what_is_counted_from_the_caption() -> None:
    rows = [["地区", "2023年", "2024年"], ["甲县", "1.2", "1.5"], ["全市", "3", "4"]]
    found = taken(rows, "2024年各县（市、区）粮食产量", "万吨")
    assert values(found) == [
        ("甲县粮食产量", "12000", "吨"),
        ("甲县粮食产量", "15000", "吨"),
        ("全市粮食产量", "30000", "吨"),
        ("全市粮食产量", "40000", "吨"),
    ]
    assert [row.year for row in found] == [2023, 2024] * 2
    named = taken([["指标", "单位", "数值"], ["甲县", "万吨", "1.2"]], "主要经济指标")
    assert [row.name for row in named] == ["甲县"]


def test_months_and_quarters_without_a_year() -> None:
    found = taken([["项目", "一季度", "1—6月"], ["新增就业（人）", "12", "30"]])
    assert [(row.name, str(row.period_from), str(row.period_to)) for row in found] == [
        ("新增就业", "2024-01-01", "2024-03-31"),
        ("新增就业", "2024-01-01", "2024-06-30"),
    ]
    below = taken([["月份", "受理件数"], ["1月", "12"], ["2月", "30"]])
    assert [(row.name, str(row.period_to)) for row in below] == [
        ("受理件数", "2024-01-31"),
        ("受理件数", "2024-02-29"),
    ]


def test_the_time_of_the_caption_and_of_the_year_before() -> None:
    rows = [["项目", "本期", "上年同期", "增减%"], ["税收收入", "12", "10", "20"]]
    found = taken(rows, "2024年1—2月收支情况", "万元")
    assert [(row.year, str(row.period_to)) for row in found] == [
        (2024, "2024-02-29"),
        (2023, "2023-02-28"),
        (2024, "2024-02-29"),
    ]


def test_an_income_and_its_growth_beside_it() -> None:
    found = taken(
        [["地区", "收入", "同比增长%"], ["甲县", "12", "-4"], ["合计", "15", "下降1.5%"]],
        unit="万元",
    )
    assert values(found) == [
        ("甲县收入", "120000", "元"),
        ("甲县收入", "-4", "%"),
        ("收入总计", "150000", "元"),
        ("收入总计", "-1.5", "%"),
    ]
    assert [row.kind for row in found] == ["level", "change"] * 2


def test_the_sides_of_a_table_of_grants() -> None:
    found = taken(
        [
            [wide("收入", 2), wide("支出", 3)],
            ["项目", "金额", "项目", "合计", "一般公共预算财政拨款"],
            ["一、一般公共预算财政拨款", "29", "一、教育支出", "21", "21"],
            ["本年收入合计", "29", "本年支出合计", "29", "29"],
            ["总计", "29", "总计", "29", "29"],
        ],
        "财政拨款收入支出决算总表",
        "万元",
    )
    assert [(row.name, row.indicator) for row in found] == [
        ("一般公共预算财政拨款收入", "一般公共预算财政拨款收入"),
        ("教育支出（总计）", "教育支出"),
        ("教育支出（一般公共预算财政拨款）", ""),
        ("本年收入合计", "本年收入合计"),
        ("本年支出合计（总计）", "本年支出合计"),
        ("本年支出合计（一般公共预算财政拨款）", ""),
        ("收入总计", "收入总计"),
        ("支出合计", "本年支出合计"),
        ("一般公共预算财政拨款支出总计", "一般公共预算财政拨款支出"),
    ]
