"""The ruled lines of a scanned page, from its pixels, and pages that lie askew made straight."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from baobiao.read.layout.affine import PLAIN, Affine
from baobiao.read.layout.marks import Rule

_ACROSS, _DOWN = 25.0, 18.0  # points: strokes of letters are shorter
_THICKEST = 5.0  # points
_LEAST, _MOST = 0.1, 3.0  # degrees that a page lies askew
_FINE = 0.05  # degrees
_COVERED = 0.15  # of the width of a page: dark pixels of a line
_LONGEST = 20  # lines
_WHITE = (255, 255, 255)


def straightened(image: Any) -> tuple[Any, Affine]:
    """The image turned back by what its lines fall to the right, and the way from a place on the
    first image to its place on the second.
    """
    import cv2

    degrees = _fall(image)
    if abs(degrees) < _LEAST:
        return image, PLAIN
    high, wide = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 1.0)
    (a, c, e), (b, d, f) = matrix.tolist()
    return cv2.warpAffine(image, matrix, (wide, high), borderValue=_WHITE), (a, b, c, d, e, f)


def _fall(image: Any) -> float:
    """The degrees by which the ruled lines of a page fall to the right; where it has none, its lines
    of text.
    """
    import cv2
    import numpy

    level, reach = math.pi / 2, math.radians(_MOST)
    found = cv2.HoughLines(
        _dark(image),
        1,
        math.radians(_FINE),
        round(image.shape[1] * _COVERED),
        min_theta=level - reach,
        max_theta=level + reach,
    )
    if found is None:
        return 0.0
    longest = found.reshape(-1, found.shape[-1])[:_LONGEST, 1]
    return math.degrees(float(numpy.median(longest)) - level)


def _dark(image: Any) -> Any:
    """The dark pixels of an image."""
    import cv2
    import numpy

    image = numpy.ascontiguousarray(image)
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    mean, inverted = cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV
    return cv2.adaptiveThreshold(grey, 255, mean, inverted, 31, 15)


def rules_on(image: Any, scale: float) -> list[Rule]:
    """The ruled lines of an image, in points; ``scale`` is the size of a pixel."""
    import cv2
    import numpy

    dark = cv2.dilate(_dark(image), numpy.ones((2, 2), numpy.uint8))
    across = (max(3, round(_ACROSS / scale)), 1)
    down = (1, max(3, round(_DOWN / scale)))
    return [
        *(
            Rule(x, y + high / 2, x + wide, y + high / 2)
            for x, y, wide, high in _long(dark, across, scale)
        ),
        *(
            Rule(x + wide / 2, y, x + wide / 2, y + high)
            for x, y, wide, high in _long(dark, down, scale)
        ),
    ]


def _long(
    dark: Any, least: tuple[int, int], scale: float
) -> Iterator[tuple[float, float, float, float]]:
    """The boxes (left, top, width, height in points) of dark stretches that are thin, and at least
    that wide and high in pixels.
    """
    import cv2

    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, least)
    kept = cv2.morphologyEx(dark, cv2.MORPH_OPEN, kernel)
    count, _, boxes, _ = cv2.connectedComponentsWithStats(kept)
    for index in range(1, count):
        left, top, wide, high = (float(side) * scale for side in boxes[index][:4])
        if min(wide, high) <= _THICKEST:
            yield left, top, wide, high
