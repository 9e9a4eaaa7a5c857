"""The heading grammar of official reports: a text becomes a tree of sections.

Levels follow GB/T 9704-2012 §7.3.3 (一、（一）1.（1）) with the two that practice adds below them (①, 一是).
Reports whose line breaks were lost keep their headings inside one line; there the order of the numbers says
what is a heading, and the wording says where its title ends. All matching is done on the folded text.
"""

from __future__ import annotations

from baobiao.model import Report, Section
from baobiao.outline.acceptance import accepted
from baobiao.outline.numbering import marks, numbered
from baobiao.outline.paragraphs import paragraphs_of, with_lost_breaks
from baobiao.outline.required import fulfil
from baobiao.outline.styled import styled_headings
from baobiao.outline.titles import headings
from baobiao.outline.tree import sections_of
from baobiao.outline.unnumbered import plain_headings, stated_headings

__all__ = ["fulfil", "numbered", "sections"]


def sections(report: Report, folded: str) -> tuple[Section, ...]:
    """All headings and items of a report in text order, as a tree.

    ``folded`` is ``fold(report.text)``. Blocks of kind ``furniture`` and ``table`` hold no headings. ``start``/``end``
    span a heading from its numbering to the end of its title (the final 。 included where the heading is a line of
    its own); ``section_end`` is where the text that it governs ends. ``level`` is the class of the numbering; in a
    report with 第X部分 or 第X章 every class below moves down by one.

    >>> from baobiao.characters import fold
    >>> text = "一、工作情况\\n（一）依法行政。全年办案12宗。\\n二、存在不足"
    >>> for s in sections(Report("0", "a.txt", "txt", text), fold(text)):
    ...     print(s.section_id, s.parent_id, s.level, s.marker, s.title)
    1 0 1 一、 工作情况
    2 1 2 （一） 依法行政
    3 0 1 二、 存在不足
    """
    whole = paragraphs_of(report, folded)
    found = list(marks(folded, whole))
    whole = with_lost_breaks(folded, whole, found)
    numbered = list(headings(folded, whole, accepted(folded, whole, found)))
    styled = styled_headings(report, folded, whole, numbered)
    plain = styled or [
        *plain_headings(folded, whole, numbered),
        *stated_headings(folded, whole, numbered),
    ]
    return sections_of(report, sorted([*numbered, *plain], key=lambda heading: heading.start))
