"""序号不连续或者重复。

Why: 漏了一个号，常常是删掉一部分后没有重新编号，也可能是漏了一段；号码重复或者颠倒，引用时会指错地方。
Source: 党政机关公文格式（GB/T 9704-2012）7.3.3：结构层次序数依次标注。
Bad:
    一、工作情况
    全年办案12宗。
    三、存在的不足
    培训不够。
Bad:
    一、工作情况
    全年办案12宗。
    二、存在的不足
    培训不够。
    二、下一步打算
    加强培训。
Good:
    一、工作情况
    全年办案12宗。
    二、存在的不足
    培训不够。
    三、下一步打算
    加强培训。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from baobiao.check.rule import Case
from baobiao.check.sequences import ITEM_LEVEL, Numbered, sequences
from baobiao.model import Finding

CODE = "BB105"
NAME = "序号不连续或者重复"
SEVERITY = "warning"


def check(case: Case) -> Iterator[Finding]:
    """A heading or item whose number does not follow the one before it, or that opens a list not with one."""
    for group in sequences(case.draft):
        # The first item of a running list is often not numbered: 要抓生产，二要抓安全.
        if group[0].number > 1 and len(group) > 1 and group[0].section.level < ITEM_LEVEL:
            yield _finding(case, group[0], f"这一组从“{group[0].section.marker}”开始，前面没有“一”")
        there = {item.number for item in group}
        for above, below in pairwise(group):
            told = f"“{below.section.marker}”前面是“{above.section.marker}”"
            passed = set(range(above.number + 1, below.number)) - there
            if passed and not _is_written(case, above, below):
                yield _finding(case, below, f"{told}，中间缺号")
            elif below.number == above.number:
                yield _finding(case, below, f"{told}，序号重复")
            elif below.number < above.number:
                yield _finding(case, below, f"{told}，序号颠倒")


def _is_written(case: Case, above: Numbered, below: Numbered) -> bool:
    """Whether the missing number begins a line all the same, where it was not read as one: 4.12345热线…"""
    between = case.draft.folded[above.section.end : below.section.start]
    missing = above.number + 1
    return bool(re.search(rf"^\s*{missing}[.、]", between, re.MULTILINE)) and (
        below.number == missing + 1
    )


def _finding(case: Case, item: Numbered, message: str) -> Finding:
    section = item.section
    end = section.start + max(1, len(section.marker))
    return Finding(
        code=CODE,
        severity=SEVERITY,
        start=section.start,
        end=end,
        text=case.draft.report.text[section.start : end],
        message=message,
        suggestion="核对有没有漏掉内容，再重新编号",
    )
