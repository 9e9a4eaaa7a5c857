"""The letters of a page of a PDF file, with their places and the way that each is turned
(ISO 32000-1 §9.4.4). Measures are points from the top left corner of the page as it is shown.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pypdfium2.raw as raw

from baobiao.read.layout.affine import PLAIN, Affine, moved
from baobiao.read.layout.marks import Rule, Word, printable, width_of
from baobiao.read.pdf.radicals import characters

_ASKEW = 0.1
_WIDEST = 1.6  # of its size: pdfium measures letters of upright writing wider
_GAP = 1.5  # of the size: wider, and what runs sideways is another word
_MIDDLE = 0.35  # of the size of a letter, from its baseline up


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter; ``turn`` counts the quarters by which it is turned clockwise, None where askew."""

    text: str
    x: float
    y: float
    size: float
    width: float
    turn: int | None
    garbled: bool


def letters(text: Any, upright: Affine) -> Iterator[Letter]:
    """The letters of a text page of pypdfium2; spaces that pdfium makes up are left out. ``upright``
    leads from the page's own space to the page as it is shown.
    """
    matrix = raw.FS_MATRIX()
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        raw.FPDFText_GetMatrix(text, index, matrix)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        scale = math.hypot(matrix.c, matrix.d)
        size = abs(raw.FPDFText_GetFontSize(text, index)) * scale
        if not 1 <= size <= 1000:
            continue
        turn = _turn(matrix.a, matrix.b, upright)
        long = abs(box.right - box.left) if matrix.b == 0 else abs(box.top - box.bottom)
        code = raw.FPDFText_GetUnicode(text, index)
        letter = "-" if raw.FPDFText_IsHyphen(text, index) == 1 else chr(code)
        garbled = raw.FPDFText_HasUnicodeMapError(text, index) == 1 or _is_unknown(letter)
        left, base = moved(upright, x.value, y.value)
        shown = characters(printable(letter.replace("\ufffe", "-")))
        wide = long if 0 < long <= size * _WIDEST else sum(width_of(c, size) for c in shown)
        yield Letter(shown, left, base, size, wide, turn, garbled)


def _is_unknown(letter: str) -> bool:
    """Whether a letter is none: a control character, private use, half of a character."""
    return letter == "\ufffd" or unicodedata.category(letter) in ("Cc", "Co", "Cs", "Cn")


def _turn(a: float, b: float, upright: Affine) -> int | None:
    across, down = upright[0] * a + upright[2] * b, upright[1] * a + upright[3] * b
    long = math.hypot(across, down)
    if not long or min(abs(across), abs(down)) > _ASKEW * long:
        return None
    return round(math.atan2(down, across) / (math.pi / 2)) % 4


def words(found: Sequence[Letter], turn: int, back: Affine) -> list[Word]:
    """The letters that are turned as the page is, each a word; those drawn twice once."""
    kept: dict[tuple[str, int, int], Word] = {}
    for letter in found:
        if letter.turn == turn and letter.text:
            x, y = moved(back, letter.x, letter.y)
            key = (letter.text, round(x * 2 / letter.size), round(y * 2 / letter.size))
            kept.setdefault(key, Word(letter.text, x, y, letter.size, letter.width))
    return list(kept.values())


def sideways(
    found: Iterable[Letter], turn: int, back: Affine, rules: Sequence[Rule]
) -> Iterator[Word]:
    """Words that run up or down within the ruled lines of a page: headings of narrow columns. Those
    outside are notes in the margin and left out.
    """
    if not rules:
        return
    left, right = min(rule.x0 for rule in rules), max(rule.x1 for rule in rules)
    top, bottom = min(rule.y0 for rule in rules), max(rule.y1 for rule in rules)
    aside = [
        (letter, *moved(back, letter.x, letter.y))
        for letter in found
        if letter.turn is not None and letter.turn != turn and letter.text.strip()
    ]
    for run in _runs(aside):
        size = run[0][0].size
        x = sum(x for _, x, _ in run) / len(run)
        y = sum(y for *_, y in run) / len(run)
        if left < x < right and top < y < bottom:
            text = "".join(letter.text for letter, *_ in run)
            yield Word(text, x - size / 2, y + size * _MIDDLE, size, size)


_Aside = tuple[Letter, float, float]


def _runs(aside: Iterable[_Aside]) -> Iterator[list[_Aside]]:
    for _, group in groupby(aside, key=lambda placed: placed[0].turn):
        run: list[_Aside] = []
        for placed in group:
            if run and math.dist(placed[1:], run[-1][1:]) > placed[0].size * _GAP:
                yield run
                run = []
            run.append(placed)
        yield run


def turned_back(turn: int, width: float, height: float) -> Affine:
    """From a page whose text is turned clockwise by quarters to the page as it is read."""
    return (
        PLAIN,
        (0.0, -1.0, 1.0, 0.0, 0.0, width),
        (-1.0, 0.0, 0.0, -1.0, width, height),
        (0.0, 1.0, -1.0, 0.0, height, 0.0),
    )[turn]
