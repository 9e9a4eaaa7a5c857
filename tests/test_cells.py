"""Tables to indicators: figures, units, names, times, plans, totals, and the statutory tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baobiao.characters import fold
from baobiao.extract.indicators import cells
from baobiao.extract.indicators.cells.figures import figure, units
from baobiao.extract.indicators.cells.headings import heading
from baobiao.extract.indicators.cells.names import topic
from baobiao.lexicon import load
from baobiao.model import Block, Document, Draft, Indicator, Report, Section
from baobiao.read import from_text
from baobiao.read.grid import GridCell, lay, placed

LEXICON = load()
CORPUS = Path(__file__).parents[1] / "corpus" / "政府信息公开"
Written = str | GridCell


def wide(text: str, columns: int, rows: int = 1) -> GridCell:
    return GridCell(text, rows, columns)


def drafted(
    rows: Sequence[Sequence[Written]],
    caption: str = "",
    unit: str = "",
    document: Document | None = None,
    sections: tuple[Section, ...] = (),
) -> Draft:
    grid = [[GridCell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    text, table = lay(placed(grid), 0, caption=caption, unit=unit)
    report = Report("0", "例.html", "html", text, (Block(0, len(text), "table"),), (table,))
    return Draft(report, fold(text), document or Document(year=2024), sections)


def taken(
    rows: Sequence[Sequence[Written]],
    caption: str = "",
    unit: str = "",
    document: Document | None = None,
) -> tuple[Indicator, ...]:
    """The indicators of one table; checks what holds for every row."""
    draft = drafted(rows, caption, unit, document)
    found = cells.extract(draft, LEXICON)
    for row in found:
        assert draft.report.text[row.start : row.end] == row.text
        assert row.rule in ("cell.value", "cell.total", "cell.part")
        assert row.name
    return found


def values(rows: Sequence[Indicator]) -> list[tuple[str, str, str]]:
    return [(row.name, format(row.value.normalize(), "f"), row.unit) for row in rows]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.5", "1234.5"),
        ("1，234", "1234"),
        ("12 345 678", "12345678"),
        ("（12.3）", "-12.3"),
        ("(5%)", "-5"),
        ("△12", "-12"),
        ("-3.2", "-3.2"),
        ("+3.2", "3.2"),
        ("０", "0"),
        ("0.00", "0"),
        ("5.2％", "5.2"),
        ("3.2万", "32000"),
        ("80亿元", "8000000000"),
        ("十二件", "12"),
        ("约30", "30"),
    ],
)
def test_figures(text: str, value: str) -> None:
    found = figure(text, LEXICON)
    assert found is not None
    assert found.value == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "／",
        "—",
        "——",
        "-",
        "…",
        "无",
        "2024年",
        "5月",
        "3月15日",
        "0591-8765432",
        "13800001111",
        *("06", "1.2.3", "12/15", "8:30", "10-20", "第三", "三", "合格", "〔2024〕5号", "350万—"),
    ],
)
def test_no_figures(text: str) -> None:
    assert figure(text, LEXICON) is None


def test_bounds_of_a_figure() -> None:
    assert [
        found.approximation
        for text in ("＜0.1", "≥90", "90%以上", "约30万元", "5.5左右", "12")
        if (found := figure(text, LEXICON))
    ] == ["at_most", "at_least", "at_least", "about", "about", ""]


@given(st.decimals(-(10**9), 10**9, allow_nan=False, places=2))
def test_every_plain_figure_is_read_exactly(value: Decimal) -> None:
    for text in (f"{value:f}", f"{value:,f}"):
        found = figure(text, LEXICON)
        assert found is not None
        assert found.value == value


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("收费金额（单位：万元）", "收费金额", "元"),
        ("面积（公顷）", "面积", "公顷"),
        ("数量(件)", "数量", "件"),
        ("占比%", "占比", "%"),
        ("因公出国（境）费", "因公出国（境）费", None),
        ("专项债务限额（调整后）", "专项债务限额（调整后）", None),
        ("价格指数（上年=100）", "价格指数", ""),
        ("（万元）", "", "元"),
        ("第二十条第（五）项", "", None),
    ],
)
def test_units_of_headings(text: str, words: str, unit: str | None) -> None:
    found = heading(text, units(LEXICON))
    assert found.words == words
    assert [measure.unit for measure in found.measures] == ([] if unit is None else [unit])


@pytest.mark.parametrize(
    ("text", "words", "change", "basis"),
    [
        ("比上年增长（%）", "", "up", "year_on_year"),
        ("增减", "", "up", "year_on_year"),
        ("2024年比2023年增减", "", "up", "year_on_year"),
        ("环比", "", "up", "month_on_month"),
        ("比年初增加额", "", "up", "over_period"),
        ("比年初预算增减", "", "up", "other"),
        ("降幅", "", "down", "year_on_year"),
        ("GDP增速（%）", "GDP", "up", "year_on_year"),
        ("人口自然增长率（‰）", "人口自然增长率", "", ""),
        ("工业增加值", "工业增加值", "", ""),
        ("新增就业", "新增就业", "", ""),
    ],
)
def test_changes_in_headings(text: str, words: str, change: str, basis: str) -> None:
    found = heading(text, units(LEXICON))
    assert (found.words, found.change, found.basis) == (words, change, basis)


def test_levels_of_accounts_are_no_units() -> None:
    assert heading("行政运行（项）", units(LEXICON), beside=True, classes=True).words == (
        "行政运行（项）"
    )
    assert heading("2010301行政运行", units(LEXICON), beside=True, classes=True).words == "行政运行"
    assert heading("12345热线", units(LEXICON), beside=True, classes=True).words == "12345热线"
    assert heading("服务事项（项）", units(LEXICON), beside=True).words == "服务事项"


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
        ("公务接待费年初预算", "target", "元"),
        ("公务接待费调整预算", "target", "元"),
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
        ("财政拨款“三公”经费支出预算总计", "target"),
        ("财政拨款“三公”经费支出总计", "actual"),
        ("因公出国（境）费预算", "target"),
        ("因公出国（境）费", "actual"),
        ("公务用车购置及运行费预算", "target"),
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


def test_topics_of_captions() -> None:
    assert topic("附表2：2024年度行政许可情况统计表") == "行政许可"
    assert topic("") == ""


def test_tables_of_page_residue_give_nothing() -> None:
    draft = drafted([["项目", "数量"], ["下载", "102"]])
    (block,) = draft.report.blocks
    hidden = replace(draft.report, blocks=(replace(block, kind="furniture"),))
    assert cells.extract(replace(draft, report=hidden), LEXICON) == ()
    assert cells.extract(Draft(Report("0", "例", "txt", "无"), "无"), LEXICON) == ()


SEVEN = [str(number) for number in range(7)]


def requests_table() -> list[list[Written]]:
    return [
        [wide("（本列数据的勾稽关系为：第一项加第二项之和）", 3, 3), wide("申请人情况", 7)],
        [GridCell("自然人", 2), wide("法人或其他组织", 5), GridCell("总计", 2)],
        ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
        [wide("一、本年新收政府信息公开申请数量", 3), *SEVEN],
        [wide("二、上年结转政府信息公开申请数量", 3), *SEVEN],
        [GridCell("三、本年度办理结果", 4), wide("（一）予以公开", 2), *SEVEN],
        [GridCell("（三）不予公开", 1), "1.属于国家秘密", *SEVEN],
        [GridCell("（六）其他处理", 1), "3.其他", *SEVEN],
        [wide("（七）总计", 2), *SEVEN],
        [wide("四、结转下年度继续办理", 3), *SEVEN],
    ]


def test_the_statutory_table_of_requests_by_its_merged_cells() -> None:
    found = taken(requests_table())
    assert len(found) == 49
    named = {row.name: row for row in found}
    assert len(named) == 49
    assert named["新收政府信息公开申请（自然人）"].value == 0
    assert named["政府信息公开申请予以公开（其他组织）"].value == 5
    assert named["政府信息公开申请不予公开属于国家秘密（总计）"].rule == "cell.total"
    assert named["政府信息公开申请其他处理其他（法律服务机构）"].value == 4
    assert named["政府信息公开申请办理结果总计"].indicator == "政府信息公开申请办理结果总计"
    assert named["政府信息公开申请予以公开（总计）"].indicator == "予以公开数"
    assert named["政府信息公开申请予以公开（自然人）"].indicator == ""
    assert {row.unit for row in found} == {"件"}
    assert named["上年结转政府信息公开申请（总计）"].year == 2024


def test_a_page_of_the_statutory_table_without_its_headings() -> None:
    found = taken(
        [["2.重复申请", *SEVEN], ["四、结转下年度继续办理", *SEVEN], ["（七）总计", *SEVEN]]
    )
    assert len(found) == 21
    assert found[1].name == "政府信息公开申请不予处理重复申请（商业企业）"
    assert found[13].name == "政府信息公开申请结转下年度继续办理（总计）"


def test_reviews_and_suits() -> None:
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    rows: list[list[Written]] = [
        [wide("行政复议", 5), wide("行政诉讼", 10)],
        [
            *(GridCell(result, 2) for result in results),
            wide("未经复议直接起诉", 5),
            wide("复议后起诉", 5),
        ],
        [*results, *results],
        [str(number) for number in range(15)],
    ]
    yearly = Document(report_type="政府信息公开工作年度报告", year=2024)
    found = taken(rows, document=yearly)
    assert len({row.name for row in found}) == len(found) == 15
    assert found[0].name == "政府信息公开行政复议结果维持"
    assert found[14].name == "政府信息公开行政诉讼（复议后起诉）总计"
    assert found[14].indicator == "信息公开复议后起诉总计"
    assert [row.value for row in found if row.rule == "cell.total"] == [4, 9, 14]
    other = taken(rows, document=Document(report_type="法治政府建设年度报告", year=2024))
    assert other[0].name == "行政复议结果维持"


def corpus_draft(year: int) -> Draft:
    """A disclosure report of the corpus with the tables that its lines draw."""
    report = from_text(next(CORPUS.glob(f"*_{year}_*")).read_text("utf-8-sig"))
    document = Document(report_type="政府信息公开工作年度报告", year=year)
    return Draft(report, fold(report.text), document)


@pytest.mark.parametrize("year", [2022, 2023, 2024])
def test_the_identities_of_the_form_hold(year: int) -> None:
    draft = corpus_draft(year)
    rows = cells.extract(draft, LEXICON)
    assert all(draft.report.text[row.start : row.end] == row.text for row in rows)
    assert len(rows) == 10 + 25 * 7 + 15
    value = {row.name: row.value for row in rows}
    assert len(value) == len(rows)
    people = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他组织")
    requests = [name.removesuffix("（自然人）") for name in value if name.endswith("（自然人）")]
    assert len(requests) == 25
    for name in requests:
        total = value.get(f"{name}（总计）", value.get(name))
        assert total == sum(value[f"{name}（{person}）"] for person in people)
    for person in people:
        carried = [value[f"{name}（{person}）"] for name in (requests[0], requests[1])]
        done = value[f"政府信息公开申请办理结果总计（{person}）"]
        assert sum(carried) == done + value[f"政府信息公开申请结转下年度继续办理（{person}）"]
        assert done == sum(value[f"{name}（{person}）"] for name in requests[2:23])
    for way in ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"):
        subject = f"政府信息公开{way}"
        results = ("结果维持", "结果纠正", "其他结果", "尚未审结")
        assert value[f"{subject}总计"] == sum(value[f"{subject}{result}"] for result in results)


def test_what_is_carried_over_is_found_again() -> None:
    value = {
        (year, row.name): row
        for year in (2022, 2023, 2024)
        for row in cells.extract(corpus_draft(year), LEXICON)
    }
    for year in (2023, 2024):
        assert (
            value[year, "上年结转政府信息公开申请（总计）"].value
            == value[year - 1, "政府信息公开申请结转下年度继续办理（总计）"].value
        )
    fee = value[2024, "行政事业性收费金额"]
    assert (fee.value, fee.unit, fee.text) == (Decimal("4051800"), "元", "405.18")
    assert value[2024, "行政许可处理决定数量"].indicator == "行政许可处理决定数量"
    assert value[2024, "规章制发件数"].indicator == "规章本年制发件数"
