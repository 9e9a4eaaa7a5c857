"""部分只有标题，没有内容。

Why: 标题下面没有正文，或者只写“无”、只写几个字，等于没有写这一部分；多半是起草时留着待填，后来忘了。
Source: 各类报告的依据见 profiles 文件夹里对应文件的 source；政府信息公开条例第五十条。
Bad (政府信息公开工作年度报告, 2024):
    一、总体情况
    全年主动公开信息1532条。
    二、主动公开政府信息情况
    三、收到和处理政府信息公开申请情况
    全年新收申请53件。
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

from baobiao.check.fulfilment import wanted
from baobiao.check.passages import closing, plain
from baobiao.check.rule import Case
from baobiao.model import Finding, Section

CODE = "BB102"
NAME = "部分没有内容"
SEVERITY = "warning"


def check(case: Case) -> Iterator[Finding]:
    """A first-level section, or one that the profile asks for, whose text is empty or shorter than it must be."""
    required = {section.key: section for section in wanted(case)}
    parents = {section.parent_id for section in case.draft.sections}
    end_of_body = closing(case.draft).start
    for section in case.draft.sections:
        known = required.get(section.required_section)
        if not known and (section.level != 1 or not section.marker):
            continue
        words = _text(case, section, end_of_body)
        least = known.least if known else 0
        if len(words) >= max(1, least) or section.section_id in parents:
            continue
        firm = known is not None and known.required == "required"
        yield Finding(
            code=CODE,
            severity=known.severity if known and firm else SEVERITY,
            start=section.start,
            end=section.end,
            text=case.draft.report.text[section.start : section.end],
            message=f"“{section.title}”下面"
            + (f"只有{len(words)}个字，应写明具体情况" if words else "没有内容"),
            suggestion="补写这一部分的内容",
            key=section.required_section,
            source_of_rule=known.source if known else "",
        )


def _text(case: Case, section: Section, end_of_body: int) -> str:
    """The words below a heading; those of the closing and of page residue are not its own."""
    report = case.draft.report
    end = min(section.section_end, end_of_body)
    spans = [(section.end, end)]
    if report.blocks:
        spans = [
            (max(block.start, section.end), min(block.end, end))
            for block in report.blocks
            if block.kind != "furniture"
        ]
    return plain("".join(report.text[start:stop] for start, stop in spans if start < stop))
