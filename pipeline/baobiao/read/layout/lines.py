"""Words on a page to lines, from top to bottom; page numbers and heads that run through the pages
are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from baobiao.characters import fold
from baobiao.read.layout.marks import Box, Word, lowest

_SAME_LINE = 0.5  # of the size of the letters
_NO_GAP = 0.1  # some programs write spaces that take no room
_SEVERAL = 2.5  # of the width of a space: justified lines stretch one
_SPACE = 0.6
_LATIN_SPACE = 0.2
_COLUMN = 2.5
_NEAR_COLUMN = 1.0
_EDGE = 0.12  # of the page's height, where heads and page numbers stand
_SAME_HEIGHT = 12.0  # points between a running head on one page and on the next
_FEWEST = 3  # pages that repeat a head; both of two do
_PAGE_NUMBER = re.compile(
    r"[-—–―·.~\s]*(?:第\s*)?(?:\d{1,4}|[ivxIVX]{1,6}|[一二三四五六七八九十]{1,4}(?=\s*页))\s*(?:页)?[-—–―·.~\s]*"
    r"(?:[/,，、\s]*共?\s*\d{1,4}\s*页?[-—–―·~\s]*)?"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page (from 1).

    ``size`` is that of most of its letters, ``sheet`` the width of its page (of a column: the width
    that a page with its margins would have), ``edge`` says that it stands where page numbers do.
    """

    text: str
    x: float
    right: float
    y: float
    size: float
    page: int
    sheet: float = 0.0
    edge: bool = False
    confidence: int | None = None

    @property
    def box(self) -> Box:
        return (self.x, self.y - self.size, self.right, self.y + self.size * 0.2)


def lines(
    words: Iterable[Word], page: int = 1, width: float = 0.0, height: float = 0.0
) -> list[Line]:
    """The lines of a page, or of a column, of that width and height.

    >>> [line.text for line in lines([Word("年", 20, 30.1, 5, 5), Word("2024", 10, 30, 5, 10)])]
    ['2024年']
    """
    rows = (row for row in rows_of(words) if any(word.text.strip() for word in row))
    return [_line(row, page, width, height) for row in rows]


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """The words that stand on one baseline each, from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.y, word.x)):
        near = rows and abs(word.y - rows[-1][0].y) <= _SAME_LINE * min(word.size, rows[-1][0].size)
        if near:
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


def _line(row: Sequence[Word], page: int, width: float, height: float) -> Line:
    said = sorted((word for word in row if word.text.strip()), key=lambda word: word.x)
    blanks = sorted((word for word in row if not word.text.strip()), key=lambda word: word.x)
    y = said[0].y
    sizes = Counter[float]()
    for word in said:
        sizes[round(word.size, 1)] += len(word.text)
    return Line(
        text=_text(said, blanks),
        x=said[0].x,
        right=max(word.right for word in said),
        y=y,
        size=max(sizes, key=lambda size: (sizes[size], size)),
        page=page,
        sheet=width,
        edge=height > 0 and not height * _EDGE <= y <= height * (1 - _EDGE),
        confidence=lowest([word.confidence for word in said]),
    )


def _text(said: Sequence[Word], blanks: Sequence[Word]) -> str:
    """The words of a line with what separates them: the spaces that are written, a tab, a space or
    nothing.

    Columns that no line is ruled for stand far apart, or nearer where there are several.
    """
    places = [blank.x for blank in blanks]
    gaps: list[tuple[float, str]] = []
    for before, word in pairwise(said):
        gap = (word.x - before.right) / min(before.size, word.size)
        held = blanks[bisect_left(places, before.x) : bisect_left(places, word.x)]
        written = "".join(blank.text for blank in held) if gap > _NO_GAP else ""
        if written == " " and word.x - before.right > held[0].width * _SEVERAL:
            written = "  "  # pdfium tells of one space where several are written
        gaps.append((gap, written))
    columns = sum(gap > _NEAR_COLUMN and not written for gap, written in gaps)
    parts = [said[0].text]
    for (gap, written), (before, word) in zip(gaps, pairwise(said), strict=True):
        latin = before.text[-1:].isascii() and word.text[:1].isascii()
        far = gap > _COLUMN and written.isascii()
        if far or (gap > _NEAR_COLUMN and not written and columns > 1):
            parts.append("\t")
        elif len(written) > 1:
            parts.append(written)
        elif written or gap > (_LATIN_SPACE if latin else _SPACE):
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts).strip()


def joined(words: Iterable[Word]) -> str:
    """The text of a cell's words, a line each."""
    return "\n".join(line.text for line in lines(words))


def body(found: Sequence[Line], pages: int) -> list[Line]:
    """The lines without page numbers, and without heads and feet that most pages repeat, be it
    that those of odd pages differ from those of even ones.
    """
    marks = Counter(mark for mark, _ in {(_mark(line), line.page) for line in found if line.edge})
    enough = max(min(_FEWEST, max(pages, 2)), (pages - 1) / 2)
    repeated = {mark for mark, count in marks.items() if count >= enough}
    return [
        line
        for line in found
        if not line.edge or not (_PAGE_NUMBER.fullmatch(fold(line.text)) or _mark(line) in repeated)
    ]


def _mark(line: Line) -> str:
    """What a running head has on every page: its words without numbers, and its height."""
    words = re.sub(r"\d+", "#", fold(line.text))
    return f"{words} {round(line.y / _SAME_HEIGHT)}"
