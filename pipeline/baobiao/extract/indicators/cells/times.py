"""The years, months and quarters that headings of tables name: 2024年决算数, 2024年1—6月, 一季度."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_PART = (
    r"(?P<m1>\d{1,2})(?:[\-—~至到](?P<m2>\d{1,2}))?月份?"
    r"|(?P<half>上半年|下半年|[一二三四1-4]季度|前[二三两]季度|第[一二三四]季度)"
)
_YEAR = (
    r"(?:截至|截止|至)?(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d|[(（]?=100)"
    rf"(?:[年/.\-]?(?:{_PART})|年)?度?(?P<end>末|底)?"
)
YEARS = re.compile(_YEAR)
"""A year, or a part of it, in folded words."""

SEASONS = re.compile(_PART)
"""A part of a year that the heading does not name."""

SPAN_OF_YEARS = re.compile(r"(?:19|20)\d\d年?[\-—~至到](?=(?:19|20)\d\d)")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4, "两": 2}


@dataclass(frozen=True, slots=True)
class Period:
    """The time that a heading names."""

    year: int
    first: date
    last: date


def period_of(found: re.Match[str]) -> Period:
    """The days of 2024年, 2024年1—6月, 2024年末, 2024年上半年, as ``YEARS`` found them.

    >>> days = period_of(YEARS.match("2024年1—6月"))
    >>> str(days.first), str(days.last)
    ('2024-01-01', '2024-06-30')
    """
    whole = months_in(int(found["year"]), months_of(found))
    return Period(whole.year, whole.last, whole.last) if found["end"] else whole


def months_in(year: int, months: tuple[int, int]) -> Period:
    """The days of a year's months, the first and the last of which are given."""
    first, last = months
    return Period(year, date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def months_of(found: re.Match[str]) -> tuple[int, int]:
    """The first and the last month of what ``YEARS`` or ``SEASONS`` found; all twelve where it names none.

    >>> [months_of(SEASONS.match(words)) for words in ("5月", "1-6月", "三季度", "前三季度", "下半年")]
    [(5, 5), (1, 6), (7, 9), (1, 9), (7, 12)]
    """
    if found["m1"]:
        first = min(12, max(1, int(found["m1"])))
        return first, min(12, max(first, int(found["m2"] or first)))
    half = found["half"]
    if not half:
        return 1, 12
    if half.endswith("半年"):
        return (1, 6) if half[0] == "上" else (7, 12)
    quarter = next((_QUARTERS[c] for c in half if c in _QUARTERS), 0)
    return (1 if half.startswith("前") else quarter * 3 - 2), quarter * 3
