"""From headings in text order to sections with parents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from baobiao.model import Report, Section
from baobiao.outline.parts import ITEM, Heading

_WRAPPED = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class _Frame:
    """A section that is still open while the tree is built."""

    section_id: int
    heading: Heading


def sections_of(report: Report, found: Sequence[Heading]) -> tuple[Section, ...]:
    """The headings as sections. A section ends where the next begins that does not belong below it."""
    shift = any(h.family == "part" for h in found) + any(h.family == "chapter" for h in found)
    parents: list[int] = []
    ends = [len(report.text)] * len(found)
    stack: list[_Frame] = []
    for index, heading in enumerate(found):
        for closed in _close(stack, found, index):
            ends[closed.section_id - 1] = heading.start
        parents.append(stack[-1].section_id if stack else 0)
        stack.append(_Frame(index + 1, heading))
    return tuple(
        Section(
            section_id=index + 1,
            parent_id=parents[index],
            level=_level(heading, shift),
            marker=_words(report, heading.start, heading.title_start),
            title=_words(report, heading.title_start, heading.stop),
            start=heading.start,
            end=heading.end,
            section_end=ends[index],
            rule=heading.rule,
        )
        for index, heading in enumerate(found)
    )


def _level(heading: Heading, shift: int) -> int:
    """The class of the numbering; 第X部分 and 第X章 take the first level, and all below them move down."""
    if heading.level or heading.family in ("part", "plain"):
        return heading.level or 1
    return shift if heading.family == "chapter" else min(ITEM, heading.rank + shift)


def _words(report: Report, start: int, end: int) -> str:
    return _WRAPPED.sub("", report.text[start:end]).strip()


def _close(stack: list[_Frame], found: Sequence[Heading], index: int) -> list[_Frame]:
    """Take the frames off the stack that a heading closes.

    The same family again: its frame closes, unless the heading opens a sequence of its own below it. Another
    family: what ranks no higher closes, unless its numbers go on behind the new sequence (1. above （一）).
    """
    heading = found[index]
    closed: list[_Frame] = []
    same = [frame for frame in stack if frame.heading.family == heading.family]
    if same and heading.family != "plain":
        continued = (f for f in reversed(same) if heading.number == f.heading.number + 1)
        target = next(continued, same[-1])
        nested = heading.number == 1 and _goes_on_behind(found, index, target.heading)
        while stack[-1] is not target:
            closed.append(stack.pop())
        if not nested:
            closed.append(stack.pop())
        return closed
    while stack and stack[-1].heading.rank >= heading.rank:
        above = stack[-1].heading
        if heading.number == 1 and above.rank > 0 and _goes_on_behind(found, index, above):
            break
        closed.append(stack.pop())
    return closed


def _goes_on_behind(found: Sequence[Heading], index: int, outer: Heading) -> bool:
    """Whether the numbers of ``outer`` go on once the sequence that begins at ``index`` has ended."""
    inner = found[index]
    last = inner.number
    for heading in found[index + 1 :]:
        if heading.rank < min(inner.rank, outer.rank):
            return False
        if heading.family == inner.family and heading.number == last + 1:
            last += 1
        elif heading.family == outer.family:
            return heading.number == outer.number + 1
    return False
