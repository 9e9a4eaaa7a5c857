"""What stands on a page, whatever the format: words, ruled lines, and the page they stand on.

All measures are points (72 to the inch), from the top left corner of the page as it is read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

_THIN = 3.0  # a box less high (or wide) is a ruled line
_SHORTEST = 6.0  # a ruled line
_STRAIGHT = 0.6


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text on one baseline (``y``), without a wide gap in it: a letter, a run, a line.

    ``confidence`` is how sure its recognition is, in per cent; None where it was not recognised
    from an image.
    """

    text: str
    x: float
    y: float
    size: float
    width: float
    confidence: int | None = None

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def box(self) -> Box:
        return (self.x, self.y - self.size, self.right, self.y + self.size * 0.2)


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line, horizontal (``y0 == y1``) or vertical (``x0 == x1``)."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Page:
    """All of a page that is read. Text that runs askew (watermarks) is left out."""

    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    width: float
    height: float


def width_of(letter: str, size: float) -> float:
    """The width of a letter in a Chinese font: full or half.

    >>> width_of("年", 16.0), width_of("5", 16.0)
    (16.0, 8.0)
    """
    return size if unicodedata.east_asian_width(letter) in "WFA" else size / 2


def printable(text: str) -> str:
    """Text without control characters and marks that nobody sees.

    >>> printable("全年\\u200b办结\\t3件")
    '全年办结 3件'
    """
    text = text.replace("\t", " ")
    return "".join(letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cf"))


def rules_of(line: Sequence[tuple[float, float]], is_filled: bool = False) -> Iterator[Rule]:
    """The ruled lines of a drawn path: its straight strokes; a thin box is one. ``is_filled`` says
    that nothing but the inside is painted: the sides of a box that is not thin are no lines then.

    >>> list(rules_of([(10, 10), (90, 10), (90, 11), (10, 11), (10, 10)]))
    [Rule(x0=10, y0=10.5, x1=90, y1=10.5)]
    """
    xs, ys = [x for x, _ in line], [y for _, y in line]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    if min(wide, high) < _THIN <= _SHORTEST <= max(wide, high):
        if high < wide:
            middle = (max(ys) + min(ys)) / 2
            yield Rule(min(xs), middle, max(xs), middle)
        else:
            middle = (max(xs) + min(xs)) / 2
            yield Rule(middle, min(ys), middle, max(ys))
        return
    for (x0, y0), (x1, y1) in pairwise(() if is_filled else line):
        if abs(y1 - y0) < _STRAIGHT and abs(x1 - x0) >= _SHORTEST:
            yield Rule(min(x0, x1), y0, max(x0, x1), y0)
        elif abs(x1 - x0) < _STRAIGHT and abs(y1 - y0) >= _SHORTEST:
            yield Rule(x0, min(y0, y1), x0, max(y0, y1))


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds them all."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


def lowest(confidences: Sequence[int | None]) -> int | None:
    """The least sure of what was recognised; None where nothing was."""
    return min((sure for sure in confidences if sure is not None), default=None)
