"""各部分的次序不对。

Why: 格式规定了各部分先后次序的报告，换了次序，汇总单位对不上，要退回重排。没有规定次序的报告不查。
Source: 政府信息公开工作年度报告格式（国办公开办函〔2021〕30号）；
    其余见 profiles 文件夹里写明 ordered = true 的文件。
Bad (政府信息公开工作年度报告, 2024):
    一、总体情况
    全年主动公开信息1532条。
    二、收到和处理政府信息公开申请情况
    全年新收申请53件。
    三、主动公开政府信息情况
    行政规范性文件本年制发4件。
Good (政府信息公开工作年度报告, 2024):
    一、总体情况
    全年主动公开信息1532条。
    二、主动公开政府信息情况
    行政规范性文件本年制发4件。
    三、收到和处理政府信息公开申请情况
    全年新收申请53件。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from baobiao.check.fulfilment import wanted
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB103"
NAME = "各部分的次序不对"
SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """A section that stands before one of its profile which belongs before it. Each slip is told once."""
    if case.profile is None or not case.profile.ordered:
        return
    order = {section.key: section for section in wanted(case) if section.order}
    headed = [section for section in case.draft.sections if section.required_section in order]
    for above, section in pairwise(headed):
        known = order[section.required_section]
        if known.order < order[above.required_section].order:
            yield Finding(
                code=CODE,
                severity=known.severity,
                start=section.start,
                end=section.end,
                text=case.draft.report.text[section.start : section.end],
                message=f"“{section.title}”应在“{above.title}”前面",
                suggestion="按格式规定的次序排列各部分，并重新编号",
                key=section.required_section,
                source_of_rule=known.source,
            )
