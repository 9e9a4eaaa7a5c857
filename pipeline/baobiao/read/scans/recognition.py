"""Words on images: recognition (OCR) of scanned pages, offline, with rapidocr and its shipped models.

Needs ``baobiao[ocr]``. Each line that is recognised becomes a word with its place and how sure it is; a
line that runs over a ruled line of a table is divided there. Lines of which less than half is sure
are left out.
"""

from __future__ import annotations

import importlib.util
import math
import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from baobiao.read.layout.affine import Affine, composed, moved
from baobiao.read.layout.marks import Page, Rule, Word, width_of

RESOLUTION = 200  # dots to the inch, in which pages are drawn for recognition
HOW = '识别扫描件需要先安装：pip install "baobiao[ocr]"'

_SURE = 0.85  # of a page that lies the right way up
_LONG = 6  # letters; their line tells the size of letters
_ALIKE = 0.2  # of the size: letters of one size measure that differently
_MIDDLE = 0.35  # of the size of a letter, from its baseline up
_WIDE = 0.25  # of the size: so much blank stands beside a bracket of full width
_CHINESE = r"[\u3001-\u301e\u4e00-\u9fff\uff01-\uff5e“”]"
_HALF = re.compile(rf"(?<={_CHINESE})[!,:;?]|[!,:;?](?={_CHINESE})")
_RATIO = re.compile(r"(?<=\d)：(?=\d)")
_LOOSE = re.compile(rf"(?<=[）】》」”]) +(?={_CHINESE})")
_FULL = str.maketrans("!,:;?", "！，：；？")

Piece = tuple[str, float, float]
"""Letters of a line with their left and right sides."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A line as it was recognised: its corners in pixels from the top left one on, clockwise; its
    pieces with their left and right sides.
    """

    text: str
    sure: float
    corners: tuple[tuple[float, float], ...]
    pieces: tuple[Piece, ...]

    @property
    def is_wide(self) -> bool:
        (left, top), _, (right, bottom), _ = self.corners
        return abs(right - left) >= abs(bottom - top)


def is_installed() -> bool:
    """Whether recognition can be done here; ``HOW`` says what to install."""
    return all(importlib.util.find_spec(name) for name in ("rapidocr", "onnxruntime"))


def recognised(image: Any, width: float, height: float) -> Page:
    """The words and ruled lines of a page of that width and height in points, from its image: an
    array of rows of pixels (blue, green, red). The page may lie on its side, upside down or askew.
    """
    import numpy

    from baobiao.read.scans.rules import rules_on, straightened

    seen, turn = _right_way_up(image)
    image = numpy.rot90(image, turn)
    if turn % 2:
        width, height = height, width
    image, way = straightened(image)
    scale = width / image.shape[1]
    rules = rules_on(image, scale)
    points: Affine = composed((scale, 0.0, 0.0, scale, 0.0, 0.0), way)
    words = _words(seen, points, rules)
    return Page(tuple(words), tuple(rules), width, height)


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical", "Global.use_cls": False})


def _right_way_up(image: Any) -> tuple[list[_Seen], int]:
    """The lines of an image, and by how many quarters it has to be turned to the left for them."""
    import numpy

    best: tuple[float, list[_Seen], int] = (-1.0, [], 0)
    for turn in (0, 1, 3, 2):
        seen = list(_seen(numpy.ascontiguousarray(numpy.rot90(image, turn))))
        if not seen:
            return [], 0
        sure = _sureness(seen)
        best = max(best, (sure, seen, turn), key=lambda found: found[0])
        if sure >= _SURE:
            break
    return best[1], best[2]


def _sureness(seen: Sequence[_Seen]) -> float:
    """How sure the letters of a page are; lines that run up or down count as not recognised."""
    letters = sum(len(line.text) for line in seen)
    long = [line for line in seen if len(line.text) > 1]
    upright = sum(line.is_wide for line in long) * 2 >= len(long)
    return sum(line.sure * len(line.text) for line in seen) / letters if upright else 0.0


def _seen(image: Any) -> Iterator[_Seen]:
    found = _engine()(image, return_word_box=True)
    if not found:
        return
    pieces = found.word_results if len(found.word_results or ()) == len(found.txts) else ()
    for index, (text, sure, corners) in enumerate(
        zip(found.txts, found.scores, found.boxes, strict=True)
    ):
        placed = with_wide_brackets(
            [
                (letters, float(min(x for x, _ in box)), float(max(x for x, _ in box)))
                for letters, _, box in (pieces[index] if pieces else ())
            ]
        )
        yield _Seen(
            _with_brackets_of(text, placed),
            float(sure),
            tuple((float(x), float(y)) for x, y in corners),
            tuple(placed),
        )


def _words(seen: Sequence[_Seen], points: Affine, rules: Sequence[Rule]) -> list[Word]:
    found: list[Word] = []
    for line in seen:
        corners = [moved(points, x, y) for x, y in line.corners]
        left, right = min(x for x, _ in corners), max(x for x, _ in corners)
        middle = sum(y for _, y in corners) / len(corners)
        tall = math.dist(corners[0], corners[3])
        walls = [
            rule.x0
            for rule in rules
            if rule.x0 == rule.x1 and left < rule.x0 < right and rule.y0 < middle < rule.y1
        ]
        pieces = _divided(line, points, walls) or [(line.text, left, right)]
        for text, begin, end in pieces:
            size = _size(text, end - begin, tall)
            sure = round(line.sure * 100)
            text = as_printed(text)
            found.append(Word(text, begin, middle + size * _MIDDLE, size, end - begin, sure))
    return _with_sizes_alike(found)


def with_wide_brackets(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with brackets as wide as they are printed, which recognition does not tell: one of
    full width has blank outside of it.

    >>> pieces = [("(", 0, 19), ("一", 19, 40), (")", 40, 60), ("开", 72, 100)]
    >>> "".join(letters for letters, *_ in with_wide_brackets(pieces))
    '（一）开'
    """
    found = list(pieces)
    widths = [right - left for letters, left, right in pieces if "\u4e00" <= letters <= "\u9fff"]
    size = statistics.median(widths) if widths else math.inf
    opened: list[int] = []
    for index, (letters, _, right) in enumerate(pieces):
        if letters in ("(", "（"):
            opened.append(index)
        elif letters in (")", "）") and opened:
            begin = opened.pop()
            if index + 1 < len(pieces):
                wide = pieces[index + 1][1] - right > size * _WIDE
            else:
                wide = begin > 0 and pieces[begin][1] - pieces[begin - 1][2] > size * _WIDE
            for place, pair in ((begin, "(（"), (index, ")）")):
                _, *sides = found[place]
                found[place] = (pair[wide], sides[0], sides[1])
    return found


def _with_brackets_of(text: str, pieces: Sequence[Piece]) -> str:
    brackets = [letters for letters, *_ in pieces if letters in tuple("()（）")]
    if len(brackets) != sum(letter in "()（）" for letter in text):
        return text
    following = iter(brackets)
    return "".join(next(following) if letter in "()（）" else letter for letter in text)


def as_printed(text: str) -> str:
    """Recognised text with the punctuation of Chinese print: half width next to a Chinese character
    is a mistake, for print does not mix the two; full width between figures is one, too.

    >>> as_printed("主动公开:全年公开12件,占1.5：1")
    '主动公开：全年公开12件，占1.5:1'
    """
    text = _HALF.sub(lambda found: found[0].translate(_FULL), text.replace("″", "”"))
    return _LOOSE.sub("", _RATIO.sub(":", text))


def _divided(line: _Seen, points: Affine, walls: Sequence[float]) -> list[tuple[str, float, float]]:
    """The parts of a line between the ruled lines that it runs over; none where it crosses none."""
    parts: dict[int, tuple[str, float, float]] = {}
    for letters, left, right in line.pieces if walls else ():
        begin, end = (moved(points, x, line.corners[0][1])[0] for x in (left, right))
        side = sum(wall < (begin + end) / 2 for wall in walls)
        text, start, _ = parts.get(side, ("", begin, end))
        parts[side] = (text + letters, start, end)
    return list(parts.values()) if len(parts) > 1 else []


def _size(text: str, wide: float, tall: float) -> float:
    """The size of the letters of a line: by its width where it is long, else by its height."""
    places = sum(width_of(letter, 1.0) for letter in text)
    return min(wide / places, tall) if len(text) >= _LONG else tall * 0.8


def _with_sizes_alike(words: Sequence[Word]) -> list[Word]:
    """Sizes that measure nearly that of most letters of the page made this one."""
    if not words:
        return []
    usual = statistics.median(word.size for word in words for _ in word.text)
    return [
        Word(
            word.text,
            word.x,
            word.y,
            usual if abs(word.size - usual) < usual * _ALIKE else word.size,
            word.width,
            word.confidence,
        )
        for word in words
    ]
