"""What is drawn on an OFD page: words with their places, and ruled lines (GB/T 33190-2016 §10, 11).

OFD measures millimetres from the top left corner; what is returned is in points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.read.layout.affine import PLAIN, Affine, composed, moved
from baobiao.read.layout.marks import Page, Rule, Word, printable, rules_of, width_of
from baobiao.read.ofd.package import PageParts, child, children, local_name, numbers
from baobiao.read.zip_package import Element

_DEEPEST = 32  # blocks in blocks
_LONGEST = 20_000  # characters of one piece of text
_GAP = 1.5  # of the size of the letters: wider is another cell
_OUTSIDE = 15.0  # points that a word may begin off the page
_POINTS = 72 / 25.4  # in a millimetre
_STEP = re.compile(r"[MSL]\s*(-?[\d.]+)[\s,]+(-?[\d.]+)|(C)|([QBA])[^A-Z]*")


def drawn(page: PageParts) -> Page:
    """The words and rules of a page and its templates; text drawn twice at one place once."""
    words: dict[tuple[str, int, int], Word] = {}
    rules: list[Rule] = []
    left, top, width, height = (side * _POINTS for side in page.box)
    points = (_POINTS, 0.0, 0.0, _POINTS, -left, -top)
    for root in page.layers:
        for layer in children(child(root, "Content"), "Layer"):
            for element, transform in _objects(layer, points, 0):
                if local_name(element) == "TextObject":
                    for word in _words(element, transform):
                        across = -_OUTSIDE <= word.x <= width + _OUTSIDE
                        if across and 0 <= word.y <= height + _OUTSIDE:
                            words.setdefault((word.text, round(word.x), round(word.y)), word)
                else:
                    rules.extend(_rules(element, transform))
    return Page(tuple(words.values()), tuple(rules), width, height)


def _objects(parent: Element, transform: Affine, depth: int) -> Iterator[tuple[Element, Affine]]:
    for element in parent:
        name = local_name(element)
        if name in ("TextObject", "PathObject"):
            yield element, transform
        elif name == "PageBlock" and depth < _DEEPEST:
            yield from _objects(element, transform, depth + 1)


def _words(element: Element, outer: Affine) -> Iterator[Word]:
    a, b, c, d, e, f = composed(outer, _own(element))
    if abs(b) > abs(a) * 0.1 or abs(c) > abs(d) * 0.1 or a <= 0:
        return  # askew, upside down or in a mirror
    size = (numbers(element.get("Size")) or [3.0])[0]
    stretch = (numbers(element.get("HScale")) or [1.0])[0]
    x = y = 0.0
    for code in children(element, "TextCode"):
        text = printable(code.text or "")[:_LONGEST]
        x = (numbers(code.get("X")) or [x])[0]
        y = (numbers(code.get("Y")) or [y])[0]
        places = _places(text, x, size, stretch, code.get("DeltaX"))
        for first, last in _pieces(text, places, size):
            piece = text[first:last]
            stop = places[last - 1] + width_of(piece[-1], size) * stretch
            if piece.strip():
                begin = places[first]
                yield Word(
                    piece,
                    a * begin + c * y + e,
                    b * begin + d * y + f,
                    size * abs(d),
                    (stop - begin) * a,
                )


def _places(text: str, x: float, size: float, stretch: float, deltas: str | None) -> list[float]:
    """Where each letter begins: by DeltaX, where it says so, else one after another."""
    steps = _deltas(deltas, len(text))
    places = [x]
    for index, letter in enumerate(text[:-1]):
        natural = width_of(letter, size) * stretch
        places.append(places[-1] + (steps[index] if index < len(steps) else natural))
    return places


def _deltas(text: str | None, most: int) -> list[float]:
    """The steps of DeltaX; ``g 3 6.35`` stands for 6.35 three times."""
    found: list[float] = []
    words = (text or "").split()
    index = 0
    while index < len(words) and len(found) < most:
        count = 1
        if words[index] == "g":
            if index + 2 >= len(words):
                break
            said = numbers(words[index + 1])
            count = max(0, min(int(said[0]) if said else 0, most))
            index += 2
        found.extend(numbers(words[index]) * count)
        index += 1
    return found


def _pieces(text: str, places: list[float], size: float) -> Iterator[tuple[int, int]]:
    """The text cut at wide gaps, which are those of a table's columns."""
    first = 0
    for index in range(1, len(text)):
        gap = places[index] - places[index - 1] - width_of(text[index - 1], size)
        if gap > _GAP * size or gap < -_GAP * size:
            yield first, index
            first = index
    if text:
        yield first, len(text)


def _rules(element: Element, outer: Affine) -> Iterator[Rule]:
    """The ruled lines of a path: its straight strokes, and a thin box that is filled."""
    transform = composed(outer, _own(element))
    data = child(element, "AbbreviatedData")
    points: list[list[tuple[float, float]]] = []
    for step in _STEP.finditer((data.text or "")[:200_000] if data is not None else ""):
        if step[4]:
            return  # curves: no table
        if step[3]:
            if points:
                points[-1].append(points[-1][0])
            continue
        point = moved(transform, float(step[1] or 0), float(step[2] or 0))
        if step[0][0] == "L" and points:
            points[-1].append(point)
        else:
            points.append([point])
    for line in points:
        yield from rules_of(line)


def _own(element: Element) -> Affine:
    """From the object's own space to the page: its matrix, then its box's corner."""
    left, top, *_ = [*numbers(element.get("Boundary")), 0.0, 0.0]
    matrix = numbers(element.get("CTM"))
    a, b, c, d, e, f = matrix[:6] if len(matrix) >= 6 else PLAIN
    return (a, b, c, d, e + left, f + top)
