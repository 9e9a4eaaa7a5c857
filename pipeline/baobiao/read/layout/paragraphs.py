"""Lines of pages to paragraphs, by indentation, line width, line step and the size of the letters.

A line goes on in the next one where that is not indented and its first word had no room left.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from baobiao.characters import fold
from baobiao.read.layout.lines import Line
from baobiao.read.layout.marks import Box, around, lowest, width_of

_INDENT = 1.0  # of the size of the letters
_CENTRED = 3.0  # a line that begins further in is centred, or signs the report
_SLACK = 1.5  # ragged lines and hanging punctuation leave that much room
_STEP = 1.7  # of the usual step: wider is a new paragraph
_TITLE = 1.15  # of the usual size: letters of a title, whose lines are set in the middle
_MANY = 20  # lines
_FEWEST = 3
_RAGGED = 4.0  # of the size
_FIRST_WORD = re.compile(r"[（《“‘【〔(]*(?:[A-Za-z\d.,%+\-]+|.)[，。；：、！？）》”’】〕%)]*")
_MARKER = re.compile(
    r"第[一二三四五六七八九十百\d]+(?:章|节|条|部分)|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)"
    r"|\d{1,2}[.、](?!\d)|\(\d{1,2}\)|[①-⑳]"
)
_STOP = re.compile(r"[。！？；：!?;:][”’」』）)]?$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The text of lines that belong together, and where the first page's part of it stands."""

    text: str
    page: int
    box: Box
    confidence: int | None = None


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the lines of a page begin and end, the usual step from line to line and the usual size
    of letters.
    """

    left: float
    right: float
    step: float
    size: float


Stretch = tuple[int, int]
"""The number of a page and the width of its sheet: what has margins of its own."""


def stretch_of(line: Line) -> Stretch:
    """The page or column that a line stands in."""
    return (line.page, round(line.sheet))


def margins(found: Sequence[Line]) -> dict[Stretch, Margins]:
    """The margins of each page. Pages of one width share them, odd and even ones apart, because a
    binding may shift them; a page goes before that where its own lines show its margins.
    """
    alike: defaultdict[tuple[int, int], list[Line]] = defaultdict(list)
    alone: defaultdict[Stretch, list[Line]] = defaultdict(list)
    for line in found:
        alike[round(line.sheet), line.page % 2].append(line)
        alone[stretch_of(line)].append(line)
    sides: dict[Stretch, Margins] = {}
    for group in alike.values():
        size, sheet = _middle([line.size for line in group]), group[0].sheet
        left = _usual([line.x for line in group], size)
        right = _right(group, left, size) or max([sheet - left, *(line.right for line in group)])
        step = _step(group)
        for page in {stretch_of(line) for line in group}:
            on_page = alone[page]
            own = _usual([line.x for line in on_page], size)
            # Where most lines of a page are indented, its margin is further out.
            flush = sum(line.x - own < _INDENT * size for line in on_page)
            own = own if flush * 2 > len(on_page) >= _MANY // 2 else min(own, left)
            ends = _right(on_page, own, size) or right
            sides[page] = Margins(own, ends, _step(on_page) or step, size)
    return sides


def _usual(values: Sequence[float], size: float) -> float:
    """The lowest of some values; of many, the lowest that is not alone there."""
    values = sorted(values)
    near = (value for value, after in pairwise(values) if after - value <= size / 2)
    return next(near, values[0]) if len(values) >= _MANY else values[0]


def _right(found: Sequence[Line], left: float, size: float) -> float:
    """Where most of the full lines end: punctuation may hang beyond. 0 where lines do not show it:
    few lines, which end together, are full only where the page's margins are about alike.
    """
    last = max(line.right for line in found)
    full = Counter(round(line.right / size * 2) for line in found if line.right > last - 3 * size)
    _, most = full.most_common(1)[0]
    right = max(step for step, count in full.items() if count == most) * size / 2
    alike = found[0].sheet - left - right < _RAGGED * size
    return right if len(found) >= _MANY or (most >= _FEWEST and alike) else 0.0


def _middle(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]


def _step(found: Sequence[Line]) -> float:
    steps = Counter(
        round(after.y - before.y, 1)
        for before, after in pairwise(found)
        if after.page == before.page and after.y > before.y
    )
    return steps.most_common(1)[0][0] if steps else 0.0


def paragraphs(found: Sequence[Line], sides: Mapping[Stretch, Margins]) -> list[Paragraph]:
    """The paragraphs of lines in reading order, with no table between them."""
    groups: list[list[Line]] = []
    for line in found:
        if groups and _goes_on(groups[-1], line, sides):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group) for group in groups]


def _paragraph(group: Sequence[Line]) -> Paragraph:
    text = group[0].text
    for line in group[1:]:
        text = _with(text, line.text)
    page = group[0].page
    box = around([line.box for line in group if line.page == page])
    return Paragraph(text, page, box, lowest([line.confidence for line in group]))


def _with(before: str, after: str) -> str:
    latin = re.search(r"[A-Za-z,;]$", before) and re.match(r"[A-Za-z]", after)
    return f"{before} {after}" if latin else before + after


def _goes_on(group: Sequence[Line], line: Line, sides: Mapping[Stretch, Margins]) -> bool:
    """Whether a line belongs to the paragraph of the lines before it."""
    last, size = group[-1], line.size
    if abs(size - last.size) > size * 0.1 or "\t" in last.text or "\t" in line.text:
        return False
    before, here = sides[stretch_of(last)], sides[stretch_of(line)]
    same_page = line.page == last.page and line.y > last.y
    if same_page and here.step and line.y - last.y > max(here.step, size * 1.2) * _STEP:
        return False
    need = _first_width(line) + size * _SLACK
    if same_page and min(size, last.size) > here.size * _TITLE:
        middle = abs(last.x - before.left - (before.right - last.right)) < size
        return before.right - last.right - (before.left - last.x if middle else 0.0) < need
    if line.x - here.left >= _INDENT * size or last.x - before.left >= _CENTRED * size:
        return False
    indented = group[0].x - sides[stretch_of(group[0])].left >= _INDENT * size
    if _MARKER.match(fold(line.text)) and (_STOP.search(last.text) or not indented):
        return False
    return before.right - last.right < need


def _first_width(line: Line) -> float:
    """How much room the first word of a line needs; Chinese breaks after every character that no
    punctuation follows.
    """
    word = _FIRST_WORD.match(line.text)
    return sum(width_of(letter, line.size) for letter in word[0]) if word else 0.0
