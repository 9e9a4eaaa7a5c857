"""The dictionaries that ship: in order, rich enough, and each row right by itself."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from baobiao.lexicon import (
    check,
    default_folder,
    examples,
    load,
)


def test_the_shipped_dictionaries_are_in_order() -> None:
    assert check() == []


def test_the_shipped_dictionaries_are_rich_enough() -> None:
    lexicon = load()
    assert len(lexicon.units) > 200
    assert len(lexicon.indicators) >= 300
    assert len(lexicon.profiles) == 15
    assert len(lexicon.wording) >= 30
    assert all((lexicon.qualifiers, lexicon.not_indicators, lexicon.periods, lexicon.organisations))


def test_every_row_has_an_example_and_a_source() -> None:
    named = {(example.file, example.line) for example in examples()}
    lexicon = load()
    for file, rows in (
        ("units.csv", lexicon.units),
        ("indicators.csv", lexicon.indicators),
        ("qualifiers.csv", lexicon.qualifiers),
        ("not_indicators.csv", lexicon.not_indicators),
        ("periods.csv", lexicon.periods),
        ("organisations.csv", lexicon.organisations),
        ("organisation_suffixes.csv", lexicon.organisation_suffixes),
    ):
        assert len({line for name, line in named if name == file}) == len(rows)


def test_files_open_in_excel() -> None:
    for path in default_folder().glob("*.csv"):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf"), path.name


def test_no_unit_holds_a_multiplier() -> None:
    wordings = {wording for unit in load().units for wording in unit.wordings}
    assert {
        "元",
        "吨",
        "%",
        "‰",
        "个百分点",
        "个千分点",
        "人次",
        "千瓦",
        "微克每立方米",
    } <= wordings
    assert not {"万元", "亿元", "万吨", "亿斤", "日均", "单位", "号", "版本"} & wordings


def test_wordings_belong_to_one_row() -> None:
    for rows in (load().units, load().indicators):
        counts = Counter(wording for row in rows for wording in row.wordings)
        assert [wording for wording, n in counts.items() if n > 1] == []


@pytest.mark.parametrize(
    ("wording", "canonical", "factor"),
    [("公顷", "平方米", "10000"), ("km", "米", "1000"), ("成", "%", "10"), ("斤", "千克", "0.5")],
)
def test_units_convert_exactly(wording: str, canonical: str, factor: str) -> None:
    unit = next(unit for unit in load().units if wording in unit.wordings)
    assert (unit.canonical, unit.factor) == (canonical, Decimal(factor))


def test_units_of_one_canonical_unit_have_one_dimension() -> None:
    dimensions: dict[str, set[str]] = {}
    for unit in load().units:
        dimensions.setdefault(unit.canonical, set()).add(unit.dimension)
    assert {name: kinds for name, kinds in dimensions.items() if len(kinds) > 1} == {}


def test_units_of_indicators_are_known() -> None:
    known = {wording for unit in load().units for wording in unit.wordings}
    unknown = {row.unit for row in load().indicators if row.unit} - known
    assert unknown == set()


def test_generic_words_steal_no_indicator() -> None:
    wordings = {wording for row in load().indicators for wording in row.wordings}
    generic = "受理 维持 报备 移送 劝阻 清理 建议 推文 警告 罚款 废止 修改 查获 死亡 注销 制定"
    assert not set(generic.split()) & wordings


def test_qualifiers_say_what_they_do() -> None:
    found = {(row.word, row.category): (row.effect, row.position) for row in load().qualifiers}
    assert found["近", "approximation"] == ("about", "before")
    assert found["以上", "approximation"] == ("at_least", "after")
    assert found["不超过", "approximation"] == ("at_most", "before")
    assert found["同比", "comparison"] == ("year_on_year", "before")
    assert found["环比", "comparison"] == ("month_on_month", "before")
    assert found["下降", "direction"] == ("down", "before")
    assert found["力争", "target"] == ("target", "before")
    assert found["累计", "filler"] == ("drop", "before")


def test_renamed_bodies_have_their_time() -> None:
    bodies = {body.name: body for body in load().organisations}
    assert bodies["农业部"].valid_to == bodies["农业农村部"].valid_from == date(2018, 3, 17)
    assert bodies["国家发展和改革委员会"].valid_to is None
    assert "国家发改委" in bodies["国家发展和改革委员会"].aliases


def test_the_rule_of_law_report_has_its_sections() -> None:
    profile = load().profiles["法治政府建设年度报告"]
    assert [section.key for section in profile.sections] == [
        "achieve",
        "problem",
        "cause",
        "first_resp",
        "next_year",
        "other",
    ]
    by_key = {section.key: section for section in profile.sections}
    assert by_key["other"].required == "optional"
    assert by_key["cause"].within == "problem"
    assert all(s.severity == "error" for s in profile.sections if s.required == "required")


@pytest.mark.parametrize("profile", load().profiles.values(), ids=lambda p: p.report_type)
def test_sections_fulfil_themselves(profile: object) -> None:
    from baobiao.lexicon import Profile

    assert isinstance(profile, Profile)
    for section in profile.sections:
        own = {s.key for s in profile.sections if section.title in s.aliases or s is section}
        assert own == {section.key}, f"{section.title} is claimed by {own}"
        assert section.source


def test_custom_is_no_error() -> None:
    for name in ("政府工作报告", "统计公报", "部门工作总结", "国民经济和社会发展计划报告"):
        assert {s.severity for s in load().profiles[name].sections} <= {"warning", "info"}


@pytest.mark.parametrize(
    ("title", "report_type"),
    [
        ("梅州市公安局梅县区分局2024年法治政府建设年度报告", "法治政府建设年度报告"),
        ("社会事业局关于2022年法治工作情况暨2023年工作思路的报告", "法治政府建设年度报告"),
        ("某县水利局2021年度依法行政工作总结", "法治政府建设年度报告"),
        ("某区2024年政府信息公开工作年度报告", "政府信息公开工作年度报告"),
        ("2026年某省政府工作报告", "政府工作报告"),
        (
            "关于2024年国民经济和社会发展计划执行情况与2025年计划草案的报告",
            "国民经济和社会发展计划报告",
        ),
        ("2012年某地国民经济和社会发展统计公报", "统计公报"),
        ("2025年前三季度财政收支情况", "财政收支情况"),
        ("关于2024年预算执行情况和2025年预算草案的报告", "预算执行报告"),
        ("某市财政局2024年度部门决算", "部门决算公开"),
        ("关于2023年度本级预算执行和其他财政收支的审计工作报告", "审计工作报告"),
        ("某县2024年度行政执法统计年报", "行政执法年度报告"),
        ("某局门户网站2023年政府网站工作年度报表", "政府网站工作年度报表"),
        ("某市财政局2024年工作总结", "部门工作总结"),
        ("某市审计局2024年工作总结和2025年工作打算", "部门工作总结"),
    ],
)
def test_titles_tell_the_type(title: str, report_type: str) -> None:
    lengths: dict[str, int] = {}
    for profile in load().profiles.values():
        if any(re.search(pattern, title) for pattern in profile.not_patterns):
            continue
        hits = (re.search(pattern, title) for pattern in profile.title_patterns)
        lengths[profile.report_type] = max((len(hit[0]) for hit in hits if hit), default=0)
    assert max(lengths, key=lambda name: lengths[name]) == report_type


def test_a_notice_is_no_report() -> None:
    title = "关于做好2024年法治政府建设年度报告工作的通知"
    for profile in load().profiles.values():
        assert any(re.search(pattern, title) for pattern in profile.not_patterns)
