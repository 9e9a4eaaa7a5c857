"""What a page of a PDF file holds: letters with their places, ruled lines, and how much of it is image.

PDF measures points from a corner that each page chooses, and may turn the page; what is returned is as
the page is read (ISO 32000-1 §8.3, 8.5).
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from baobiao.read.layout.affine import Affine, composed, moved
from baobiao.read.layout.marks import Page, Rule, rules_of
from baobiao.read.pdf.letters import letters, sideways, turned_back, words

_FINE = 100  # steps to the point, in which pdfium tells places
_DEEPEST = 15  # forms in forms
_MOST_SEGMENTS = 200  # of a path; more is a drawing
_SCANNED = 0.6  # of the page covered by images
_FEW = 50  # letters: a stamp or page number on a scan
_FEWEST = 10  # letters that tell whether a text layer is of use
_GARBLED = 0.3  # of the letters
_MOST_DOTS = 25_000_000  # of a page that is drawn


@dataclass(frozen=True, slots=True)
class Content:
    """A page with what tells a scanned page from a text page.

    ``letters`` counts those of its text layer; ``images`` is the share of the page that images cover,
    ``pixels`` those of its largest image, ``garbled`` the share of letters that the file gives no
    character for.
    """

    page: Page
    letters: int
    images: float
    pixels: int
    garbled: float

    @property
    def is_scanned(self) -> bool:
        """Whether the words have to be recognised from the page's image."""
        image = self.images >= _SCANNED and self.letters < _FEW
        return image or (self.letters >= _FEWEST and self.garbled >= _GARBLED)


def content(page: pdfium.PdfPage, most_letters: int) -> Content | None:
    """All that is read of a page; None where it has more letters than ``most_letters``."""
    text = page.get_textpage()
    if text.count_chars() > most_letters:
        return None
    width, height = page.get_size()
    upright = _upright(page, width, height)
    found = list(letters(text, upright))
    turns = Counter(letter.turn for letter in found if letter.turn is not None)
    turn = max(turns, key=lambda turn: (turns[turn], -turn)) if turns else 0
    back = turned_back(turn, width, height)
    rules: list[Rule] = []
    images, pixels = 0.0, 0
    for drawn, place in _objects(page.raw, upright, 0):
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            lines, is_filled = _path(drawn, composed(back, place))
            for line in lines:
                rules += rules_of(line, is_filled)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            a, b, c, d, _, _ = place
            images += abs(a * d - b * c) / (width * height)
            pixels = max(pixels, _pixels(drawn))
    if turn % 2:
        width, height = height, width
    seen = [*words(found, turn, back), *sideways(found, turn, back, rules)]
    bad = sum(letter.garbled for letter in found)
    return Content(
        Page(tuple(seen), tuple(rules), width, height),
        len(found),
        min(images, 1.0),
        pixels,
        bad / len(found) if found else 0.0,
    )


def _upright(page: pdfium.PdfPage, width: float, height: float) -> Affine:
    """From the page's own space to points from the top left corner of the page as it is shown."""

    def shown(x: float, y: float) -> tuple[float, float]:
        right, down = ctypes.c_int(), ctypes.c_int()
        size = (round(width * _FINE), round(height * _FINE))
        raw.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, right, down)
        return right.value / _FINE, down.value / _FINE

    left, bottom = shown(0, 0)
    right_of, above = shown(1000, 0), shown(0, 1000)
    return (
        (right_of[0] - left) / 1000,
        (right_of[1] - bottom) / 1000,
        (above[0] - left) / 1000,
        (above[1] - bottom) / 1000,
        left,
        bottom,
    )


def _objects(parent: Any, outer: Affine, depth: int) -> Iterator[tuple[Any, Affine]]:
    """What is drawn on a page, with the way from its own space to the page's."""
    inside = depth > 0
    count = raw.FPDFFormObj_CountObjects(parent) if inside else raw.FPDFPage_CountObjects(parent)
    get = raw.FPDFFormObj_GetObject if inside else raw.FPDFPage_GetObject
    matrix = raw.FS_MATRIX()
    for index in range(count):
        drawn = get(parent, index)
        raw.FPDFPageObj_GetMatrix(drawn, matrix)
        own = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
        place = composed(outer, own)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_FORM:
            yield drawn, place
        elif depth < _DEEPEST:
            yield from _objects(drawn, place, depth + 1)


def _path(drawn: Any, place: Affine) -> tuple[list[list[tuple[float, float]]], bool]:
    """The straight lines of a path, point by point, and whether it is filled and not stroked; no
    lines of one with curves, or not to be seen.
    """
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, fill, stroke)
    count = raw.FPDFPath_CountSegments(drawn)
    if not (fill.value or stroke.value) or count > _MOST_SEGMENTS:
        return [], False
    lines: list[list[tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(drawn, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            return [], False
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = moved(place, x.value, y.value)
        if kind == raw.FPDF_SEGMENT_MOVETO or not lines:
            lines.append([point])
        else:
            lines[-1].append(point)
        if raw.FPDFPathSegment_GetClose(segment):
            lines[-1].append(lines[-1][0])
    return lines, not stroke.value


def _pixels(drawn: Any) -> int:
    across, down = ctypes.c_uint(), ctypes.c_uint()
    raw.FPDFImageObj_GetImagePixelSize(drawn, across, down)
    return across.value * down.value


def picture(page: pdfium.PdfPage, resolution: int) -> Any:
    """The page as an array of pixels (blue, green, red), in dots to the inch; fewer where the page
    is very large.
    """
    width, height = page.get_size()
    scale = min(resolution / 72, math.sqrt(_MOST_DOTS / (width * height)))
    return page.render(scale=scale, may_draw_forms=False).to_numpy()
