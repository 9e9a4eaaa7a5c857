"""应有的部分没有单列标题。

Why: 正文里提到了，但没有标题，审核的人要找；容易被看成缺少这一部分。可以不单列的，不必改。
Source: 各类报告的依据见 profiles 文件夹里对应文件的 source。
Bad (法治政府建设年度报告, 2024):
    一、主要举措和成效
    局主要负责人履行第一责任人职责，主持会议研究法治建设工作3次。开展普法宣传12场次。
    二、存在的不足和原因
    执法人员业务能力有待提高，主要原因是培训不够。
    三、下一年度工作安排
    加强培训。
Good (法治政府建设年度报告, 2024):
    一、主要举措和成效
    （一）履行第一责任人职责情况
    局主要负责人主持会议研究法治建设工作3次。
    （二）普法情况
    开展普法宣传12场次。
    二、存在的不足和原因
    执法人员业务能力有待提高，主要原因是培训不够。
    三、下一年度工作安排
    加强培训。
"""

from __future__ import annotations

from collections.abc import Iterator

from baobiao.check.fulfilment import places, wanted
from baobiao.check.passages import where
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB113"
NAME = "应有的部分没有单列标题"
SEVERITY = "info"


def check(case: Case) -> Iterator[Finding]:
    """A required section that only words of the text fulfil, and that no other section holds by custom."""
    found = places(case)
    for section in wanted(case):
        place = found[section.key]
        if place is None or place.section or section.required != "required" or section.within:
            continue
        if not any(other and other.section for other in found.values()):
            continue
        end = _end_of_clause(case.draft.folded, place.start)
        yield Finding(
            code=CODE,
            severity=SEVERITY,
            start=place.start,
            end=end,
            text=case.draft.report.text[place.start : end],
            message=f"“{section.title}”没有单列标题，只在{where(case.draft, place.start)}的正文里提到",
            suggestion="内容够写一部分的，单列标题",
            key=section.key,
            source_of_rule=section.source,
        )


def _end_of_clause(folded: str, start: int) -> int:
    ends = [place for mark in "，。；：\n" if (place := folded.find(mark, start)) > 0]
    return min(ends, default=len(folded))
