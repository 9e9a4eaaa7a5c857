"""Numbers of a short text: numerals, percentages, fractions, and pairs such as 三五千.

A report counts a 叁 or a 半 as part of a word; here a single financial character and the half of 半斤 are numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from baobiao import numerals
from baobiao.characters import fold

Kind = Literal["number", "percentage", "range"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number from ``low`` to ``high``, twice the same but for a range; percentages in percent."""

    start: int
    end: int
    kind: Kind
    low: Decimal
    high: Decimal


Ends = tuple[Decimal, Decimal]
_Reader = tuple[Kind, re.Pattern[str], Callable[[str], Ends]]
_HALF = (
    "(?<![0-9一二三四五六七八九十百千万亿两个年月日天])半(?=[个斤吨亩里米升天年月日周倍小公平千克])"
)
# 队伍, 大陆 and 放肆 are words; the other characters of the financial script stand in none.
_FINANCIAL = "[壹贰叁柒捌玖](?![佰仟拾万亿])"


def _twice(read: Callable[[str], Decimal]) -> Callable[[str], Ends]:
    def ends(text: str) -> Ends:
        value = read(text)
        return value, value

    return ends


# In text: the longest that fits at a place, the first among equals.
_READERS: tuple[_Reader, ...] = (
    ("percentage", re.compile(numerals.PERCENT), _twice(numerals.parse_percent)),
    ("number", re.compile(numerals.FRACTION), _twice(numerals.parse_fraction)),
    ("range", re.compile(numerals.PAIR), numerals.parse_range),
    ("number", re.compile(numerals.ROUGH), _twice(numerals.parse)),
    ("number", re.compile(numerals.NUMERAL), _twice(numerals.parse)),
    ("number", re.compile(f"{_HALF}|{_FINANCIAL}"), _twice(numerals.parse)),
    ("number", re.compile("(?<![一多大小])半百(?![分姓])"), _twice(lambda _: Decimal(50))),
)
_WHOLE: tuple[tuple[Kind, Callable[[str], Ends]], ...] = (
    ("range", numerals.parse_range),
    ("number", _twice(numerals.parse)),
    ("number", _twice(numerals.parse_fraction)),
    ("percentage", _twice(numerals.parse_percent)),
    ("number", _twice(numerals.parse_amount)),
)


def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a text, in order, none overlapping.

    >>> [(found.kind, str(found.low)) for found in numbers("半斤，叁，百分之二点五，三分之一")]
    [('number', '0.5'), ('number', '3'), ('percentage', '2.5'), ('number', '0.333333333333')]
    """
    return tuple(_scan(fold(text)))


def number(text: str) -> Number | None:
    """The one number that the text as a whole writes, also as an amount: 壹元零壹分; None where it writes none.

    >>> number("八九千"), number("一带一路")
    (Number(start=0, end=3, kind='range', low=Decimal('8000'), high=Decimal('9000')), None)
    """
    for kind, read in _WHOLE:
        try:
            return Number(0, len(text), kind, *read(text))
        except ValueError:
            continue
    return None


def _scan(folded: str) -> Iterator[Number]:
    place = 0
    while place < len(folded):
        longest: Number | None = None
        for kind, pattern, read in _READERS:
            match = pattern.match(folded, place)
            if match and (longest is None or match.end() > longest.end):
                try:
                    longest = Number(place, match.end(), kind, *read(match[0]))
                except ValueError:
                    continue
        if longest:
            yield longest
        place = longest.end if longest else place + 1
