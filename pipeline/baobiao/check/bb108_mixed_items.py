"""同一组条目的序号写法不一。

Why: “一是”后面接“二要”“三要”，或者“1.”后面接“2、”，是几个人各写一段拼起来的，读着别扭，要统一。
Source: 公文写作惯例；党政机关公文格式（GB/T 9704-2012）7.3.3 的式样。
Bad:
    三、下一步打算
    一是强化学习，提升责任感。
    二要规范执法，依法办案。
    三要加强监督，开展评查。
Good:
    三、下一步打算
    一是强化学习，提升责任感。
    二是规范执法，依法办案。
    三是加强监督，开展评查。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from baobiao.check.rule import Case
from baobiao.check.sequences import Numbered, sequences
from baobiao.model import Finding

CODE = "BB108"
NAME = "同组条目序号写法不一"
SEVERITY = "warning"


def check(case: Case) -> Iterator[Finding]:
    """The first item of a list whose number follows in another writing than the list began with."""
    for group in sequences(case.draft):
        other = next(
            (
                below
                for above, below in pairwise(group)
                if below.number == above.number + 1 and below.style != group[0].style
            ),
            None,
        )
        if other:
            yield _finding(case, group[0], other)


def _finding(case: Case, first: Numbered, other: Numbered) -> Finding:
    section = other.section
    end = section.start + len(section.marker)
    return Finding(
        code=CODE,
        severity=SEVERITY,
        start=section.start,
        end=end,
        text=case.draft.report.text[section.start : end],
        message=f"这一组用“{first.section.marker}”开头，后面却写“{section.marker}”",
        suggestion="同一组条目的序号用同一种写法",
    )
