"""Stretches of the calendar, both ends inclusive; an end that is None is open.

>>> month(2024, 2)
(datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

Stretch = tuple[date | None, date | None]


def year(number: int) -> Stretch:
    """A calendar year."""
    return date(number, 1, 1), date(number, 12, 31)


def years(first: int, last: int) -> Stretch:
    """Whole years, both included."""
    return date(first, 1, 1), date(last, 12, 31)


def month(number: int, first: int, last: int | None = None) -> Stretch:
    """A month of a year, or several."""
    last = last or first
    return date(number, first, 1), date(number, last, monthrange(number, last)[1])


def quarter(number: int, first: int, last: int | None = None) -> Stretch:
    """A quarter of a year, or several.

    >>> quarter(2024, 1, 3)[1]
    datetime.date(2024, 9, 30)
    """
    return month(number, first * 3 - 2, (last or first) * 3)


def day(number: int, month_: int, day_: int) -> Stretch | None:
    """One day; None where the calendar has no such day (2月30日)."""
    try:
        found = date(number, month_, day_)
    except ValueError:
        return None
    return found, found


def tenth(number: int, month_: int, name: str) -> Stretch:
    """上旬, 中旬 or 下旬 of a month."""
    first, last = month(number, month_)
    assert first and last
    bounds = {"上": (1, 10), "中": (11, 20), "下": (21, last.day)}[name]
    return first.replace(day=bounds[0]), first.replace(day=bounds[1])


def plan(ordinal: int) -> Stretch | None:
    """The years of a five-year plan: 一五 is 1953–1957, 十四五 is 2021–2025.

    After the second plan came three years of adjustment, so that the third began in 1966.

    >>> plan(14)
    (datetime.date(2021, 1, 1), datetime.date(2025, 12, 31))
    """
    if not 1 <= ordinal <= 30:
        return None
    first = 1953 + 5 * (ordinal - 1) + (3 if ordinal > 2 else 0)
    return years(first, first + 4)


def year_before(stretch: Stretch) -> Stretch:
    """The same stretch a year earlier."""
    first, last = (end and _earlier(end) for end in stretch)
    return first, last


def _earlier(end: date) -> date:
    whole_month = end.day == monthrange(end.year, end.month)[1]
    last = monthrange(end.year - 1, end.month)[1]
    return end.replace(year=end.year - 1, day=last if whole_month or end.day > last else end.day)
