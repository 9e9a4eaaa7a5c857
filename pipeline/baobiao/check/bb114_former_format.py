"""用了已经停用的格式。

Why: 格式改过以后仍按旧格式写，部分的名称和次序都对不上，要按新格式重写。早年的报告用当时的格式，不算错。
Source: 各类报告的依据见 profiles 文件夹里写了 until 的 section，例如2008年政府信息公开条例第三十二条，
    2019年修订后停用。
Bad (政府信息公开工作年度报告, 2023):
    一、总体情况
    全年主动公开信息1532条。
    二、收费及减免情况
    本年度没有收费。
Good (政府信息公开工作年度报告, 2015):
    一、概述
    全年主动公开信息1532条。
    四、收费及减免情况
    本年度没有收费。
"""

from __future__ import annotations

from collections.abc import Iterator

from baobiao.check.fulfilment import wanted
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB114"
NAME = "用了已经停用的格式"
SEVERITY = "warning"


def check(case: Case) -> Iterator[Finding]:
    """A heading that fulfils only a section which belonged to reports of earlier years."""
    year = case.draft.document.year
    if case.profile is None or year is None:
        return
    current = {section.key for section in wanted(case)}
    former = {
        section.key: section
        for section in case.profile.sections
        if section.until and section.until < year and section.key not in current
    }
    for heading in case.draft.sections:
        if not (section := former.get(heading.required_section)):
            continue
        yield Finding(
            code=CODE,
            severity=SEVERITY,
            start=heading.start,
            end=heading.end,
            text=case.draft.report.text[heading.start : heading.end],
            message=f"“{heading.title}”是旧格式的部分，{section.until} 年以后的报告不再这样写",
            suggestion="按现行格式改写",
            key=section.key,
            source_of_rule=section.source,
        )
