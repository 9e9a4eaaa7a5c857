"""Ways from one plane to another, as PDF and OFD write them: six numbers a b c d e f."""

from __future__ import annotations

Affine = tuple[float, float, float, float, float, float]
PLAIN: Affine = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def moved(way: Affine, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to stand.

    >>> moved((2, 0, 0, 2, 10, 0), 1, 3)
    (12, 6)
    """
    a, b, c, d, e, f = way
    return a * x + c * y + e, b * x + d * y + f


def composed(outer: Affine, inner: Affine) -> Affine:
    """The inner way and then the outer one.

    >>> composed((2, 0, 0, 2, 0, 0), (1, 0, 0, 1, 5, 6))
    (2, 0, 0, 2, 10, 12)
    """
    a, b, c, d, e, f = inner
    x, y = moved(outer, e, f)
    outer_a, outer_b, outer_c, outer_d, *_ = outer
    return (
        outer_a * a + outer_c * b,
        outer_b * a + outer_d * b,
        outer_a * c + outer_c * d,
        outer_b * c + outer_d * d,
        x,
        y,
    )
