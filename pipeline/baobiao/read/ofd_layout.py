"""Words on pages to paragraphs: lines by their baseline, paragraphs by indentation and line width.

A line goes on in the next one where that is not indented and its first word had no room left. Page
numbers and heads that run through the pages are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from baobiao.characters import fold
from baobiao.read.ofd_objects import Word, width_of

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

_SAME_LINE = 0.5  # of the size of the letters
_SPACE = 0.6
_LATIN_SPACE = 0.2
_COLUMN = 2.5  # wider is a column that no line is ruled for
_INDENT = 1.0
_CENTRED = 3.0  # a line that begins further in is centred, or signs the report
_SLACK = 1.5  # ragged lines and hanging punctuation leave that much room
_MANY = 20  # lines
_EDGE = 0.12  # of the page's height, where heads and page numbers stand
_PAGE_NUMBER = re.compile(
    r"[-—–·.\s]*(?:第\s*)?(?:\d{1,4}|[ivxIVX]{1,6})\s*(?:页)?[-—–·.\s]*"
    r"(?:[/,，、\s]*共?\s*\d{1,4}\s*页?[-—–·\s]*)?"
)
_FIRST_WORD = re.compile(
    r"[A-Za-z\d.,%+\-]+[，。；：、！？）》”’】〕%]*|.[，。；：、！？）》”’】〕]*"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page (from 1); ``edge`` says that it stands where page numbers do."""

    text: str
    x: float
    right: float
    y: float
    size: float
    page: int
    edge: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The text of lines that belong together, and where the first page's part of it stands."""

    text: str
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the lines of a page begin and end."""

    left: float
    right: float


def lines(words: Iterable[Word], page: int = 1, height: float = 0.0) -> list[Line]:
    """The lines of a page from top to bottom.

    >>> [line.text for line in lines([Word("年", 20, 30.1, 5, 5), Word("2024", 10, 30, 5, 10)])]
    ['2024年']
    """
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.y, word.x)):
        near = rows and abs(word.y - rows[-1][0].y) <= _SAME_LINE * min(word.size, rows[-1][0].size)
        if near:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_line(sorted(row, key=lambda word: word.x), page, height) for row in rows]


def _line(row: Sequence[Word], page: int, height: float) -> Line:
    text = row[0].text
    for before, word in pairwise(row):
        gap, size = word.x - before.right, min(before.size, word.size)
        latin = text[-1:].isascii() and word.text[:1].isascii()
        space = " " if gap > size * (_LATIN_SPACE if latin else _SPACE) else ""
        text += ("\t" if gap > size * _COLUMN else space) + word.text
    y = row[0].y
    edge = height > 0 and not height * _EDGE <= y <= height * (1 - _EDGE)
    size = max(word.size for word in row)
    stop = max(word.right for word in row)
    return Line(text.strip(), row[0].x, stop, y, size, page, edge)


def joined(words: Sequence[Word]) -> str:
    """The text of a cell's words, a line each."""
    return "\n".join(line.text for line in lines(words))


def body(found: Sequence[Line], pages: int) -> list[Line]:
    """The lines without page numbers, and without heads and feet that most pages repeat."""
    marks = Counter(mark for mark, _ in {(_mark(line), line.page) for line in found if line.edge})
    repeated = {mark for mark, count in marks.items() if count >= 3 and count * 2 > pages}
    return [
        line
        for line in found
        if not line.edge or not (_PAGE_NUMBER.fullmatch(fold(line.text)) or _mark(line) in repeated)
    ]


def _mark(line: Line) -> str:
    """What a running head has on every page: its words without numbers, and its height."""
    words = re.sub(r"\d+", "#", fold(line.text))
    return f"{words} {round(line.y / 4)}"


def margins(found: Sequence[Line], width: float) -> dict[int, Margins]:
    """The margins of odd (1) and even (0) pages, which a binding may shift; ``width`` is the
    page's.
    """
    sides: dict[int, Margins] = {}
    for parity in (0, 1):
        on_side = [line for line in found if line.page % 2 == parity] or list(found)
        if not on_side:
            continue
        size = _middle([line.size for line in on_side])
        left = _usual(sorted(line.x for line in on_side), size)
        ends = [line.right for line in on_side]
        right = _right(ends, size) if len(ends) >= _MANY else max(*ends, width - left)
        sides[parity] = Margins(left, right)
    return sides


def _usual(values: Sequence[float], size: float) -> float:
    """The first of sorted values; of many, the first that is not alone there."""
    near = (value for value, after in pairwise(values) if after - value <= size / 2)
    return next(near, values[0]) if len(values) >= _MANY else values[0]


def _right(values: Sequence[float], size: float) -> float:
    """Where most of the full lines end: punctuation may hang beyond."""
    last = max(values)
    full = Counter(round(value / size * 2) for value in values if value > last - 3 * size)
    _, most = full.most_common(1)[0]
    return max(step for step, count in full.items() if count == most) * size / 2


def _middle(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]


def paragraphs(found: Sequence[Line], sides: dict[int, Margins]) -> list[Paragraph]:
    """The paragraphs of lines in reading order, with no table between them."""
    pitch = _pitch(found)
    done: list[Paragraph] = []
    last: Line | None = None
    for line in found:
        here = (line.x, line.y - line.size, line.right, line.y + line.size * 0.2)
        if last is not None and _goes_on(last, line, sides, pitch):
            before = done.pop()
            box = _around(before.box, here) if line.page == before.page else before.box
            done.append(replace(before, text=_with(before.text, line.text), box=box))
        else:
            done.append(Paragraph(line.text, line.page, here))
        last = line
    return done


def _around(one: Box, other: Box) -> Box:
    left, top = min(one[0], other[0]), min(one[1], other[1])
    return (left, top, max(one[2], other[2]), max(one[3], other[3]))


def _with(before: str, after: str) -> str:
    latin = re.search(r"[A-Za-z,;]$", before) and re.match(r"[A-Za-z]", after)
    return f"{before} {after}" if latin else before + after


def _pitch(found: Sequence[Line]) -> float:
    """The usual step from line to line."""
    steps = Counter(
        round(after.y - before.y, 1)
        for before, after in pairwise(found)
        if after.page == before.page and after.y > before.y
    )
    return steps.most_common(1)[0][0] if steps else 0.0


def _goes_on(last: Line, line: Line, sides: dict[int, Margins], pitch: float) -> bool:
    """Whether a line belongs to the paragraph of the last one."""
    size = line.size
    if abs(size - last.size) > size * 0.1:
        return False
    same_page = line.page == last.page
    if same_page and pitch and line.y - last.y > pitch * 1.7:
        return False
    before, here = sides[last.page % 2], sides[line.page % 2]
    if line.x - here.left >= _INDENT * size or last.x - before.left >= _CENTRED * size:
        return False
    room = before.right - last.right
    return room < _first_width(line) + size * _SLACK


def _first_width(line: Line) -> float:
    """How much room the first word of a line needs; Chinese breaks after every character that no
    punctuation follows.
    """
    word = _FIRST_WORD.match(line.text)
    return sum(width_of(letter, line.size) for letter in word[0]) if word else 0.0
