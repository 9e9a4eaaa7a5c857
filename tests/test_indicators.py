"""Indicators: marked sentences, one a line, and what always holds of a row."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baobiao import process, read
from baobiao.characters import fold
from baobiao.extract import dates, indicators
from baobiao.extract.indicators.coordination import ratio_names, split_items
from baobiao.lexicon import load
from baobiao.model import Document, Draft, Indicator, Report

SENTENCES = Path(__file__).parent / "data" / "indicators.txt"
_MARK = re.compile(r"\[\[([^|\]]+)\|([^|\]]*)(?:\|([^\]]*))?\]\]")


@dataclass(frozen=True)
class Case:
    line: int
    report_type: str
    year: int
    text: str
    rows: tuple[tuple[str, str, dict[str, str]], ...]


def read_cases() -> list[Case]:
    cases: list[Case] = []
    for number, line in enumerate(SENTENCES.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        report_type, year = "法治政府建设年度报告", 2024
        head = re.match(r"@(\S+) (\d{4})@", line)
        if head:
            report_type, year, line = head[1], int(head[2]), line[head.end() :]
        text, _, apart = line.partition(" => ")
        marks = [
            (m[1], m[2], dict(f.partition("=")[::2] for f in (m[3] or "").split()))
            for m in _MARK.finditer(apart or text)
        ]
        cases.append(Case(number, report_type, year, _MARK.sub(r"\1", text), tuple(marks)))
    return cases


def extract(
    text: str, report_type: str = "法治政府建设年度报告", year: int = 2024
) -> tuple[Indicator, ...]:
    report = Report("0" * 16, "例.txt", "txt", text)
    draft = Draft(report, fold(text), Document(report_type=report_type, year=year))
    draft = replace(draft, dates=dates.extract(draft, load()))
    return indicators.extract(draft, load())


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: f"{case.line}:{case.text[:16]}")
def test_marked_sentence(case: Case) -> None:
    rows = extract(case.text, case.report_type, case.year)
    assert [(row.text, row.name) for row in rows] == [(text, name) for text, name, _ in case.rows]
    for row, (_, _, flags) in zip(rows, case.rows, strict=True):
        assert row.kind == ("change" if "change" in flags else "level"), row
        assert row.status == ("target" if "target" in flags else "actual"), row
        approximation = next((a for a in ("about", "at_least", "at_most") if a in flags), "")
        assert row.approximation == approximation, row
        if "value" in flags:
            assert row.value == Decimal(flags["value"]), row
        if "high" in flags:
            assert row.value_high == Decimal(flags["high"]), row
        if "unit" in flags:
            assert row.unit == flags["unit"], row
        if "year" in flags:
            assert row.year == int(flags["year"]), row
        if "basis" in flags:
            assert row.basis == flags["basis"], row


def test_every_row_says_where_it_stands_and_by_which_rule() -> None:
    text = "全年办结案件1280件，同比增长5.2%；罚没金额36.5万元。"
    for row in extract(text):
        assert text[row.start : row.end] == row.text
        assert row.text in row.context and row.context in text
        assert row.rule and row.year == 2024 and row.period_from is not None


def test_a_clause_of_another_body_names_its_actor() -> None:
    from baobiao.model import Organisation

    text = "交警大队开展宣传活动85场，悬挂横幅120条。"
    report = Report("0" * 16, "例.txt", "txt", text)
    body = Organisation(0, 0, 4, "交警大队", "云岚市公安局交警大队", "internal_unit")
    draft = Draft(
        report, fold(text), Document(year=2024, issuer="云岚市公安局"), organisations=(body,)
    )
    rows = indicators.extract(draft, load())
    assert [(row.name, row.actor) for row in rows] == [
        ("开展宣传活动", "云岚市公安局交警大队"),
        ("悬挂横幅", "云岚市公安局交警大队"),
    ]


def test_a_body_inside_the_sentence_acts_in_its_own_clause_alone() -> None:
    from baobiao.model import Organisation

    text = "新增重点平台12家，云岚实验室引进人才5名，专利达到25件。"
    report = Report("0" * 16, "例.txt", "txt", text)
    start = text.index("云岚")
    body = Organisation(0, start, start + 5, "云岚实验室", "云岚实验室", "institution")
    draft = Draft(report, fold(text), Document(year=2024), organisations=(body,))
    assert [row.actor for row in indicators.extract(draft, load())] == ["", "云岚实验室", ""]


def test_a_number_that_is_no_row_has_a_reason() -> None:
    text = "开通12345热线，落实第15点要求，在7个工作日内答复。"
    report = Report("0" * 16, "例.txt", "txt", text)
    draft = Draft(report, fold(text), Document(year=2024))
    for number in ("12345", "第15点", "7个工作日"):
        assert indicators.reason(draft, load(), text.index(number) + 1), number
    assert indicators.reason(draft, load(), text.index("答复")) == ""


def test_furniture_and_tables_in_text_yield_nothing() -> None:
    from baobiao.model import Block

    text = "浏览次数：1024次\n全年办件32件。"
    blocks = (Block(0, 10, "furniture"), Block(11, len(text)))
    report = Report("0" * 16, "例.txt", "txt", text, blocks=blocks)
    draft = Draft(report, fold(text), Document(year=2024))
    assert [row.text for row in indicators.extract(draft, load())] == ["32件"]


def test_items_share_the_head_of_the_last() -> None:
    assert split_items("原煤、原油、天然气产量", 3) == ["原煤产量", "原油产量", "天然气产量"]
    assert split_items("接待人数和旅游收入", 2) == ["接待人数", "旅游收入"]
    assert split_items("只有一项", 2) == []


def test_ratio_parts_are_named() -> None:
    assert ratio_names("男女性别比", 2) == ["男女性别比", "男女性别比"]
    assert ratio_names("支出构成", 3)[2] == "支出构成第3项"


@given(
    st.lists(
        st.sampled_from(
            [
                "办结案件",
                "12件",
                "，",
                "。",
                "增长",
                "5.2%",
                "（",
                "）",
                "其中",
                "分别",
                "、",
                "和",
                "“",
                "”",
                "三成",
                "万",
                "第",
                "\n",
                "1:2:3",
                "由",
                "至",
                "翻一番",
            ]
        ),
        max_size=24,
    ).map("".join)
)
@settings(max_examples=150, deadline=None)
def test_any_text_gives_rows_that_hold(text: str) -> None:
    rows = extract(text)
    starts = [row.start for row in rows]
    assert starts == sorted(starts)
    for row in rows:
        assert text[row.start : row.end] == row.text
        assert isinstance(row.value, Decimal) and row.name == row.name.strip()


def test_a_plan_that_first_looks_back() -> None:
    text = (
        "一、2025年工作回顾\n粮食产量达到52万吨。\n"
        "二、关于“十五五”规划纲要的说明\n“十四五”时期，粮食产量从45万吨增加到52万吨。\n"
        "“十五五”时期，粮食产量增加到60万吨。\n三、2026年工作安排\n新建水库3座。\n"
    )
    report = read.from_text(text, metadata={"report_type": "政府工作报告", "year": "2026"})
    rows = process.extract(report, load()).indicators
    assert [(row.text, row.status, row.year) for row in rows] == [
        ("52万吨", "actual", 2025),
        ("45万吨", "actual", 2020),
        ("52万吨", "actual", 2025),
        ("60万吨", "target", 2030),
        ("3座", "target", 2026),
    ]


def rows_of_work_report(text: str, year: str) -> list[tuple[int | None, str]]:
    report = read.from_text(text, metadata={"report_type": "政府工作报告", "year": year})
    return [(row.year, row.status) for row in process.extract(report, load()).indicators]


def test_a_long_text_before_the_first_heading_is_the_review() -> None:
    greeting = "各位代表：\n我向大会报告工作。\n"
    review = "  上一年渔业、盐业和林业都有发展，港口建设继续推进，居民生活改善。\n" * 40
    parts = "一、发展渔业\n  渔业产值增长6%。\n二、发展盐业\n  盐业产值增长4%。\n"
    assert rows_of_work_report(greeting + review + parts, "2002") == [(2002, "target")] * 2
    assert rows_of_work_report(greeting + parts, "2002") == [(2001, "actual")] * 2


def test_a_paragraph_of_a_plan_that_opens_with_the_years_gone_by_is_a_review() -> None:
    text = (
        "一、2005年工作回顾\n  渔业产值增长3%。\n二、今年主要任务\n"
        "  五年来，港口建设加快。盐业产值增长27%。\n  渔业产值增长6%。\n"
    )
    past = [(2005, "actual")] * 2
    assert rows_of_work_report(text, "2006") == [*past, (2006, "target")]


def test_a_part_about_one_year_is_no_part_about_the_plan_that_it_opens() -> None:
    text = (
        "一、“八五”时期的成就\n  渔业产值增长3%。\n二、做好１９９６年的工作，为“九五”创造良好开端\n"
        "  过去的一年，港口建设加快。盐业产值增长27%。\n  渔业产值增长6%。\n"
    )
    assert rows_of_work_report(text, "1996")[1:] == [(1995, "actual"), (1996, "target")]


def test_a_title_says_which_year_was_carried_out() -> None:
    text = (
        "关于石桥县2021年国民经济和社会发展计划执行情况及2022年国民经济和社会发展计划（草案）的报告\n"
        "一、2021年计划执行情况 2021年，全县完成工业增加值32亿元。新建水库3座。\n"
        "二、2022年主要目标\n粮食产量达到41万吨。\n"
    )
    for metadata in ({}, {"year": "2022"}):
        report = process.extract(read.from_text(text, metadata=metadata), load())
        assert [section.title for section in report.sections] == [
            "2021年计划执行情况",
            "2022年主要目标",
        ]
        assert [(row.text, row.year, row.status) for row in report.indicators] == [
            ("32亿元", 2021, "actual"),
            ("3座", 2021, "actual"),
            ("41万吨", 2022, "target"),
        ]


@pytest.mark.parametrize(
    ("day", "year", "rows"),
    [
        ("2019年2月19日", "2019", [(2018, "actual"), (2019, "target")]),
        ("2022年12月27日", "2022", [(2022, "actual"), (2023, "target")]),  # of the year that ends
        (
            "2024年2月1日",
            "2023",
            [(2023, "actual"), (2024, "target")],
        ),  # called after the year reviewed
    ],
)
def test_a_court_reports_on_the_year_before(
    day: str, year: str, rows: list[tuple[int, str]]
) -> None:
    text = (
        f"石桥县人民法院工作报告\n——{day}在石桥县第九届人民代表大会第三次会议上\n各位代表：\n"
        "一、依法履职\n判处罪犯792人。\n二、下一年工作安排\n新建法庭2个。\n"
    )
    metadata = {"report_type": "法院工作报告", "year": year}
    report = process.extract(read.from_text(text, metadata=metadata), load())
    assert [(row.year, row.status) for row in report.indicators] == rows


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县审计局会同县司法局组织督察12次。", ["组织督察"]),
        ("联合县总工会、县妇联举办招聘活动86场。", ["举办招聘活动"]),
        # A clause of others starts afresh.
        (
            "化解纠纷97件；县总工会与县人民法院共建调解室，调解29件。",
            ["化解纠纷", "共建调解室调解"],
        ),
        ("化解纠纷97件；全部按期回访，调解29件。", ["化解纠纷", "化解纠纷调解"]),
    ],
)
def test_bodies_that_act_together_are_no_part_of_a_name(text: str, names: list[str]) -> None:
    report = read.from_text("石桥县农业农村局2024年工作总结\n" + text + "\n")
    assert [row.name for row in process.extract(report, load()).indicators] == names


def test_a_part_of_problems_and_plans_turns_to_the_plan() -> None:
    for turn in ("2025年，我局将持续用力。", "下一步持续用力。"):
        text = (
            "石桥县农业农村局2024年法治政府建设年度报告\n一、工作开展情况\n检查企业120家。\n"
            f"二、存在的问题和下一步打算\n站所达标率仅为68%，装备不足。\n{turn}一是抓培训，持证率达到100%。"
            "二是抓查办，查办案件60件。\n"
        )
        report = process.extract(read.from_text(text), load())
        assert [(row.text, row.year, row.status) for row in report.indicators] == [
            ("120家", 2024, "actual"),
            ("68%", 2024, "actual"),
            ("100%", 2025, "target"),
            ("60件", 2025, "target"),
        ]


def test_a_heading_says_of_which_account_bare_figures_are() -> None:
    text = (
        "石桥县2023年预算执行情况的报告\n一、收支情况\n（一）政府性基金预算。收入完成468万元，支出734万元。\n"
        "（二）地方政府债务。政府债务限额58亿元，年末余额57亿元。\n（三）加强预算管理。收入35亿元。\n"
    )
    report = process.extract(read.from_text(text), load())
    assert [row.name for row in report.indicators] == [
        "政府性基金预算收入",
        "政府性基金预算支出",
        "政府债务限额",
        "政府债务年末余额",
        "收入",
    ]


def test_a_budget_carried_out_is_of_the_year_that_the_title_names() -> None:
    text = "关于2021年预算执行情况的报告\n一、财政收支情况\n教育支出3亿元。\n"
    metadata = {"report_type": "预算执行报告", "year": "2021"}
    report = process.extract(read.from_text(text, metadata=metadata), load())
    assert [(row.year, row.status) for row in report.indicators] == [(2021, "actual")]


def test_an_account_in_a_heading_is_what_its_final_figures_are_of() -> None:
    text = (
        "石桥县教育局2023年度部门决算\n一、支出情况\n1.教育支出（类）行政运行（项）。年初预算为50万元，"
        "支出决算为52万元，完成年初预算的104%。\n2.住房公积金（项）。年初预算为8万元，完成年初预算的100%。\n"
    )
    metadata = {"report_type": "部门决算公开", "year": "2023"}
    report = process.extract(read.from_text(text, metadata=metadata), load())
    assert [row.name for row in report.indicators] == [
        "教育支出（类）行政运行（项）年初预算",
        "教育支出（类）行政运行（项）支出决算",
        "教育支出（类）行政运行（项）完成年初预算",
        "住房公积金（项）年初预算",
        "住房公积金（项）完成年初预算",
    ]
