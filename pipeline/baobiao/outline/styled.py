"""Headings by their style alone: paragraphs without a number, or with one like 1.2, that the writer marked as
标题 1, 标题 2 (Word) or h1, h2 (web pages).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from baobiao.model import Report
from baobiao.outline.numbering import MARKER
from baobiao.outline.parts import ITEM, Heading, Paragraph

_LONGEST = 60
# Numbers that only a heading style makes those of a heading: 1.2 收入, 3 打算.
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,4}[.、]?\s*(?=\D)|\d{1,2}\s+(?=\D)")
_SENTENCE = re.compile(r"[。！？；].|[。；]$")


def styled_headings(
    report: Report, folded: str, paragraphs: Sequence[Paragraph], numbered: Sequence[Heading]
) -> list[Heading]:
    """The short lines in a heading style whose numbers, if any, do not make headings by themselves; the report's
    title is none of them.

    A line ranks with the numbered headings of its style (标题 1 with 一、, where these are in 标题 1), so many
    classes above or below them as its style is, where no number has its style.
    """
    levels = {block.start: block.outline_level for block in report.blocks if block.outline_level}
    if not levels:
        return []
    starts = {heading.start for heading in numbered}
    lines = [
        paragraph
        for paragraph in paragraphs
        if paragraph.start in levels
        and paragraph.start not in starts
        and not paragraph.row
        and _is_title(folded[paragraph.start : paragraph.end])
    ]
    body = _body(folded, paragraphs)
    below = {levels[start] for start in levels if start > body}
    first = paragraphs[0].start if paragraphs else 0
    ranks = _ranks(levels, numbered)
    found: list[Heading] = []
    for line in lines:
        level = levels[line.start]
        if line.start > body or (line.start != first and level in below):
            rank = _rank(level, ranks)
            shown = max(1, rank) if ranks else level
            number = _NUMBER.match(folded, line.start, line.end)
            title = number.end() if number else line.start
            span = (line.start, line.end, title, line.end)
            found.append(Heading(*span, "plain", 0, rank, "plain:style", shown))
    return found


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST and not _SENTENCE.search(text) and not MARKER.match(text)


def _body(folded: str, paragraphs: Sequence[Paragraph]) -> int:
    """Where the first sentence begins: the lines above it hold the report's title."""
    sentences = (p.start for p in paragraphs if "。" in folded[p.start : p.end])
    return next(sentences, 0)


def _ranks(levels: Mapping[int, int], numbered: Sequence[Heading]) -> dict[int, int]:
    """The rank of the numbers in each style, the highest where there are several."""
    ranks: dict[int, int] = {}
    for heading in numbered:
        if level := levels.get(heading.start):
            ranks[level] = min(heading.rank, ranks.get(level, heading.rank))
    return ranks


def _rank(level: int, ranks: Mapping[int, int]) -> int:
    if not ranks:
        return min(level - 1, ITEM - 1)
    nearest = min(ranks, key=lambda other: abs(other - level))
    return min(ranks[nearest] + level - nearest, ITEM - 1)
