"""Slips of the pen: two numbers that one wrong or two exchanged digits turn into each other."""

from __future__ import annotations

from decimal import Decimal

_SHORTEST = 3


def is_slip(first: Decimal, second: Decimal) -> bool:
    """Whether two numbers of at least three digits differ in one digit, or in the order of two neighbours.

    >>> is_slip(Decimal(18936), Decimal(18963)), is_slip(Decimal("12.36"), Decimal("12.86"))
    (True, True)
    >>> is_slip(Decimal(18936), Decimal(17000)), is_slip(Decimal(12), Decimal(13))
    (False, False)
    """
    one, other = (f"{value.normalize():f}" for value in (first, second))
    digits = len(one.replace(".", "").rstrip("0"))
    if len(one) != len(other) or digits < _SHORTEST or first == second:
        return False
    apart = [at for at, pair in enumerate(zip(one, other, strict=True)) if len(set(pair)) > 1]
    if len(apart) == 1:
        return True
    swapped = len(apart) == 2 and apart[1] - apart[0] == 1
    return swapped and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
