"""Lengths of time and recurrences: 5个工作日, 三年半, 3年以上7年以下, 每月4号, 每隔3天.

A report's dates are days and stretches of the calendar, so ``extract`` gives none of these. They
serve short texts, together with ``times``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from baobiao.characters import fold
from baobiao.numerals import NUMERAL, PAIR, parse, parse_range

Parts = tuple[tuple[str, Decimal], ...]
"""The counts of each unit: 一年又21天 is ``(("year", 1), ("day", 21))``."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time, or from ``low`` to ``high``; an end that is None is open."""

    start: int
    end: int
    low: Parts | None
    high: Parts | None


@dataclass(frozen=True, slots=True)
class Recurrence:
    """What comes again after so much time; the day of 每月4号 is told by ``times``."""

    start: int
    end: int
    every: Parts


_UNITS = (
    ("year", 100, "个世纪"),
    ("year", 1, "周年|年(?![级龄代度初底末中份])"),
    ("month", 3, "个?季度"),
    ("month", 1, "个月|(?<=[两半多])月"),
    ("week", 1, "(?:个?星期|个?礼拜)(?![一二三四五六日天])|周(?![年岁一二三四五六日])"),
    ("workday", 1, "个?(?:工作日|交易日)"),
    ("day", 1, "天|日(?![均常元报期])"),
    ("hour", 1, "个?(?:小时|钟头)"),
    ("minute", 1, "分钟"),
    ("second", 1, "秒钟?"),
)
_UNIT = "(?:" + "|".join(source for _, _, source in _UNITS) + ")"
_HALF_UNIT = "(?:月|小时|星期|钟头|世纪)"
_NUMBER = f"(?:{PAIR}|{NUMERAL})"
_PIECE = (
    rf"(?:{_NUMBER}\s?个半{_HALF_UNIT}|半(?:个{_HALF_UNIT}|[年月天日]|小时)"
    rf"|{_NUMBER}[多余几来]?\s?(?:个多(?:月|小时|星期))"
    rf"|{_NUMBER}[多余几来]?\s?{_UNIT}(?:半(?![年月天日个小])|多)?)"
)
_LENGTH = rf"(?P<sum>{_PIECE}(?:[又零]?{_PIECE}){{0,4}})"
_TO = r"\s?(?:-{1,2}|—{1,2}|~|至|到)\s?"
_FOUND = re.compile(
    r"(?<![第每隔0-9零一二三四五六七八九十百千万亿两几数多./])"
    rf"(?:(?P<from>{_NUMBER}|{_PIECE}){_TO})?{_LENGTH}"
    rf"(?:(?P<bound>以上|以下)(?:[、,，]?(?P<second>{_PIECE})以下)?)?"
)
_ONE = re.compile(
    rf"(?P<half>半)(?:个?(?P<u1>月|小时|星期|钟头|世纪)|(?P<u2>[年天日]))"
    rf"|(?P<n>{_NUMBER})[多余几来]?\s?(?:个(?P<more>[半多])(?P<u3>{_HALF_UNIT})|(?P<u4>{_UNIT})(?P<h>半)?)"
)
_SEASON = "[春夏秋冬](?:天|季)"
_EVERY = re.compile(
    rf"每(?:隔?(?P<piece>{_PIECE})"
    rf"|个?(?P<unit>季度|半年|年度?|月份?|工作日|周|星期|礼拜|日|天|小时)"
    rf"(?![度均份产用人内间龄级股])(?P<point>[一二三四五六日天](?![0-9一二三四五六七八九十]))?)(?:{_SEASON}|(?<=月)[0-9]{{1,2}}[日号])?"
)


def lengths(text: str) -> Iterator[Length | Recurrence]:
    """The lengths and recurrences of a text, in order.

    What may as well be a day of the month (5日) or a year (2024年) is left to the dates.

    >>> [(found.low, found.high) for found in lengths("期限30~90日")]
    [((('day', Decimal('30')),), (('day', Decimal('90')),))]
    >>> [found.every for found in lengths("每月4号、每两年")]
    [(('month', Decimal('1')),), (('year', Decimal('2')),)]
    """
    folded, place = fold(text), 0
    while place < len(folded):
        every, length = _EVERY.match(folded, place), _FOUND.match(folded, place)
        found = _recurrence(every) if every else _length(length) if length else None
        if found:
            yield found
        # What was refused is a date, and its end is no length either: the 89年 of 1985到89年.
        place = found.end if found else length.end() if length else place + 1


def _recurrence(found: re.Match[str]) -> Recurrence | None:
    if found["piece"]:
        every = _parts(found["piece"])
    else:
        unit = found["unit"].removesuffix("度") if found["unit"] == "年度" else found["unit"]
        every = _parts(
            "半年" if unit == "半年" else f"一个{unit}" if unit in "月季度" else f"一{unit}"
        )
    return Recurrence(found.start(), found.end(), every) if every else None


def _length(found: re.Match[str]) -> Length | None:
    low, high = _parts(found["sum"]), _parts(found["sum"], upper=True)
    if low is None:
        return None
    if found["from"]:
        low = _parts(found["from"]) or _sized(found["from"], low[0][0], found["sum"])
        if _is_date(found["from"], low):
            return None  # 1985到89年
    elif found["bound"]:
        low, high = (low, None) if found["bound"] == "以上" else (None, high)
        high = _parts(found["second"]) if found["second"] else high
    elif _is_date(found["sum"], low):
        return None
    return Length(found.start(), found.end(), low, high)


def _sized(count: str, unit: str, like: str) -> Parts:
    """The 30 of 30~90日, in the unit of the end; a quarter is three months."""
    return ((unit, parse(count) * (3 if "季" in like else 1)),)


def _is_date(text: str, parts: Parts) -> bool:
    """5日 is a day of the month, 2024年 and 三六七年 are years; 两日, 90日, 三十三年 are lengths."""
    (unit, count), *more = parts
    if more:
        return False
    if unit == "year":
        return count >= 100 and not re.search("[百千万]|世纪", text)
    a_day = text.endswith("日") and not re.search("[半两]|工作|交易", text) and count <= 31
    return a_day


def _parts(text: str, *, upper: bool = False) -> Parts | None:
    """The pieces of a length, largest first as written; None where the text is none.

    三四年 is three years, or four as its upper end.
    """
    parts: list[tuple[str, Decimal]] = []
    for found in _ONE.finditer(text):
        count = _count(found["n"], upper=upper) if found["n"] else Decimal("0.5")
        if found["more"] == "半" or found["h"]:
            count += Decimal("0.5")
        word = found["u1"] or found["u2"] or found["u3"] or found["u4"]
        unit, size = _unit(word)
        parts.append((unit, count * size))
    return tuple(parts) or None


def _count(numeral: str, *, upper: bool) -> Decimal:
    try:
        return parse_range(numeral)[upper]
    except ValueError:
        return parse(numeral)


def _unit(word: str) -> tuple[str, int]:
    bare = word.removeprefix("个")
    names = {"月": "month", "星期": "week", "礼拜": "week", "小时": "hour", "钟头": "hour"}
    if bare in names:
        return names[bare], 1
    if bare == "世纪":
        return "year", 100
    return next((name, size) for name, size, source in _UNITS if re.fullmatch(source, word))
