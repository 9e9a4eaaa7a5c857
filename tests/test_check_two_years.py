"""The rules that hold a draft against last year's report (BB5), over the series of the corpus."""

from __future__ import annotations

from functools import cache

import pytest

from baobiao import check, read
from baobiao.lexicon import load
from baobiao.model import Draft, Finding, Report
from baobiao.process import extract
from conftest import ROOT

LEXICON = load()
SERIES = {
    "法治政府建设": ("公安局青禾区分局", "市场监督管理局", "城市管理和综合执法局"),
    "政府信息公开": ("市场监督管理局",),
    "政府工作报告": ("人民政府",),
}
PAIRS = [
    (kind, office, year)
    for kind, offices in SERIES.items()
    for office in offices
    for year in ((2024, 2025) if kind == "政府工作报告" else (2023, 2024))
]


@cache
def report(kind: str, office: str, year: int) -> Draft:
    (path,) = (ROOT / "corpus" / kind).glob(f"*{office}_{year}_*.txt")
    (found,) = read.read(read.Source(path, path.name))
    assert isinstance(found, Report)
    return extract(found, LEXICON)


def against(draft: Draft, before: Draft) -> list[Finding]:
    return [f for f in check.findings(draft, LEXICON, before) if f.code.startswith("BB5")]


def rewritten(draft: Draft, *changes: tuple[str, str]) -> Draft:
    text = draft.report.text
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return extract(read.from_text(text), LEXICON)


@pytest.mark.parametrize(("kind", "office", "year"), PAIRS)
def test_the_series_of_the_corpus_agree(kind: str, office: str, year: int) -> None:
    found = against(report(kind, office, year), report(kind, office, year - 1))
    assert [f.message for f in found if f.severity != "info"] == []
    assert all(f.text == report(kind, office, year).report.text[f.start : f.end] for f in found)


def test_a_report_of_another_year_is_not_last_year_s() -> None:
    now, before = (
        report("法治政府建设", "市场监督管理局", 2024),
        report("法治政府建设", "市场监督管理局", 2022),
    )
    assert against(now, before) == []


def test_a_change_that_last_year_s_figure_contradicts() -> None:
    now = report("法治政府建设", "公安局青禾区分局", 2023)
    before = report("法治政府建设", "公安局青禾区分局", 2022)
    other = rewritten(before, ("普法宣传活动62场", "普法宣传活动52场"))
    messages = [f.message for f in against(now, other) if f.code == "BB503"]
    assert messages == ["上年报告是52场，今年71场，应为增加19场，写的是9场"]


def test_the_requests_carried_over() -> None:
    now, before = (
        report("政府信息公开", "市场监督管理局", 2024),
        report("政府信息公开", "市场监督管理局", 2023),
    )
    other = rewritten(
        before,
        (
            "四、结转下年度继续办理    1    1    0    0    0    0    2",
            "四、结转下年度继续办理 1 2 0 0 0 0 3",
        ),
    )
    messages = [f.message for f in against(now, other) if f.code == "BB503"]
    assert "上年结转填的是2，上年报告的结转下年度是3" in messages


def test_last_year_s_report_with_another_year_on_it() -> None:
    before = report("法治政府建设", "城市管理和综合执法局", 2023)
    copied = rewritten(before, ("2023年", "2024年"))
    found = against(copied, before)
    assert {f.code for f in found} >= {"BB502", "BB504"}
    copies = [f for f in found if f.code == "BB504"]
    assert len(copies) > 10 and {f.severity for f in copies} == {"warning"}


def test_what_was_dropped_is_told_once() -> None:
    text = "某某局{}年法治政府建设年度报告\n\n一、主要举措和成效\n全年开展普法宣传活动{}。"
    before = extract(read.from_text(text.format(2023, "71场，办理行政复议案件16件")), LEXICON)
    now = extract(read.from_text(text.format(2024, "85场")), LEXICON)
    (dropped,) = against(now, before)
    assert (dropped.code, dropped.severity) == ("BB501", "info")
    assert dropped.text == "一、主要举措和成效"
