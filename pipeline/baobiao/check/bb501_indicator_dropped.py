"""上年有、本年没有的指标。

Why: 上年报告写了的指标，今年不写，读的人会问为什么；漏报的要补，不再统计的要说明。只看词典里有名称的指标。
Source: 工作惯例（年度报告前后可比）。
Last year (法治政府建设年度报告, 2024):
    某某市某某局2023年法治政府建设年度报告

    一、主要举措和成效
    全年开展普法宣传活动71场，办理行政复议案件16件。
Bad (法治政府建设年度报告, 2024):
    某某市某某局2024年法治政府建设年度报告

    一、主要举措和成效
    全年开展普法宣传活动85场。
Good (法治政府建设年度报告, 2024):
    某某市某某局2024年法治政府建设年度报告

    一、主要举措和成效
    全年开展普法宣传活动85场，办理行政复议案件19件。
"""

from __future__ import annotations

from collections.abc import Iterator

from baobiao.check.placing import finding
from baobiao.check.rule import Case
from baobiao.check.two_years import is_of_last_year, levels, reviewed
from baobiao.model import Draft, Finding, Indicator

CODE = "BB501"
NAME = "上年有、本年没有的指标"
SEVERITY = "info"


def check(case: Case) -> Iterator[Finding]:
    """Canonical indicators that only last year's report gives."""
    if case.last_year is None or not is_of_last_year(case):
        return
    there = {row.indicator for row in case.draft.indicators}
    names = {row.name for row in case.draft.indicators}
    wordings = {known.name: known.wordings for known in case.lexicon.indicators}
    for row in levels(case.last_year, reviewed(case, case.last_year)):
        if not row.indicator or row.indicator in there or row.name in names:
            continue
        if any(wording in case.draft.folded for wording in wordings.get(row.indicator, ())):
            continue  # spoken of, only not in figures or in other words
        there.add(row.indicator)
        yield finding(
            case.draft,
            _place(case.draft, case.last_year, row),
            (CODE, SEVERITY),
            f"上年报告有“{row.indicator}”（{row.text}），本年没有",
            "漏报的补上，不再统计的说明原因",
        )


def _place(draft: Draft, before: Draft, row: Indicator) -> tuple[int, int]:
    """The heading under which last year's figure would stand now; the beginning where there is none."""
    titles = {section.section_id: section.title for section in before.sections}
    wanted = titles.get(row.section_id)
    alike = (s for s in draft.sections if s.title == wanted)
    return next(((section.start, section.end) for section in alike), (0, 0))
