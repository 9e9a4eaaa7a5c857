"""Findings as lines for a person at a terminal, grouped by the section that they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from baobiao.check.verdict import Verdict
from baobiao.model import Finding
from baobiao.telling.words import SEVERITIES, around, counts, heading_of, place_of, section_of

_SHOWN = 5


def lines(verdict: Verdict) -> Iterator[str]:
    """The findings of one draft; of one rule in one section five places are shown and the others
    counted, and a source is named where it is first needed."""
    yield heading_of(verdict)
    for warning in verdict.draft.report.warnings:
        yield f"  提示：{warning}"
    if not verdict.report_type:
        yield "  没有认出报告类型，只查了各类报告通用的规则；可用 --type 指明类型。"
    if not verdict.findings:
        yield "  没有发现问题。"
        return
    told: set[str] = set()
    for section, group in groupby(
        verdict.findings, key=lambda finding: section_of(verdict.draft, finding)
    ):
        yield f"  {section}"
        shown: dict[str, int] = {}
        for finding in group:
            shown[finding.code] = shown.get(finding.code, 0) + 1
            if shown[finding.code] <= _SHOWN:
                yield from _finding(verdict, finding)
                if finding.source_of_rule and finding.source_of_rule not in told:
                    told.add(finding.source_of_rule)
                    yield f"        依据：{finding.source_of_rule}"
        for code, number in shown.items():
            if number > _SHOWN:
                yield f"    （{code} 在这一部分还有 {number - _SHOWN} 处）"
    yield f"  {counts(verdict.findings)}。"


def _finding(verdict: Verdict, finding: Finding) -> Iterator[str]:
    place = place_of(verdict.draft, finding)
    yield f"    {SEVERITIES[finding.severity]} {finding.code} {finding.message}" + (
        f"（{place}）" if place else ""
    )
    if quoted := around(verdict.draft, finding):
        yield f"        {quoted}"
    if finding.suggestion:
        yield f"        建议：{finding.suggestion}"
