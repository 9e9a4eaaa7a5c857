"""The neighbours of the day that a text is told from: 昨天, 上周三, 下个月9日, 本季度, 上个半年."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from baobiao.extract.dates import stretches
from baobiao.extract.dates.stretches import Stretch
from baobiao.numerals import parse

Rule = tuple[re.Pattern[str], Callable[[date, re.Match[str]], Stretch | None]]
"""How a time is written, and what it means on the day that it is told from."""

_STEP = "(?<!最)(上{1,3}一?|下{1,3}一?|前一|后一|次|本|这|当|同)个?"
_DAYS = {
    **{"大前": -3, "前": -2, "前一": -1, "上一": -1, "昨": -1, "即": 0, "今": 0},
    **{"明": 1, "次": 1, "翌": 1, "后一": 1, "后": 2, "大后": 3},
}
_BOTH = {"前": -2, "去": -1, "昨": -1, "今": 0, "明": 1}
_LONE = "[0-9]{1,2}|[二三]?十[一二三四五六七八九]?"
_DAY_NUMBER = "[0-9]{1,2}|[二三]?十?[一二三四五六七八九十]"


def moved(anchor: date, months: int) -> tuple[int, int]:
    """The year and the month that lie so many months away.

    >>> moved(date(2021, 6, 14), -6)
    (2020, 12)
    """
    total = anchor.year * 12 + anchor.month - 1 + months
    return total // 12, total % 12 + 1


def _steps(word: str) -> int:
    """上上 goes back twice, 前一 once; 次, 下 and 后一 go on once; 本, 这, 当 and 同 stay."""
    return sum((c in "下次后") - (c in "上前") for c in word)


def _day(anchor: date, found: re.Match[str]) -> Stretch:
    day = anchor + timedelta(_DAYS[found[1] or found[2] or "今"])
    return day, day


def _month(anchor: date, found: re.Match[str]) -> Stretch | None:
    year, month = moved(anchor, _steps(found[1]))
    if found[2]:
        return stretches.day(year, month, int(parse(found[2])))
    return stretches.month(year, month)


def _both(anchor: date, found: re.Match[str]) -> Stretch | None:
    """今明两年, 昨今两天: two that follow each other."""
    first, last = (_BOTH[word] for word in found.group(1, 2))
    if last != first + 1:
        return None
    if found[3] == "年":
        return stretches.years(anchor.year + first, anchor.year + last)
    return anchor + timedelta(first), anchor + timedelta(last)


def _half_month(anchor: date, found: re.Match[str]) -> Stretch:
    """上半月 ends on the 15th."""
    first, last = stretches.month(anchor.year, anchor.month)
    middle = anchor.replace(day=15)
    return (first, middle) if found[1] == "上" else (middle + timedelta(1), last)


def _half_year(anchor: date, found: re.Match[str]) -> Stretch:
    """上个半年 is the half before this one, where 上半年 is the first of the year."""
    half = anchor.year * 2 + (anchor.month > 6) + _steps(found[1])
    return stretches.month(half // 2, 7 if half % 2 else 1, 12 if half % 2 else 6)


def _quarter(anchor: date, found: re.Match[str]) -> Stretch:
    year, month = moved(anchor, 3 * _steps(found[1]))
    return stretches.quarter(year, (month + 2) // 3)


def _week(anchor: date, found: re.Match[str]) -> Stretch:
    monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * _steps(found[1]))
    if not found[2]:
        return monday, monday + timedelta(6)
    day = monday + timedelta("一二三四五六日".index(found[2].replace("天", "日")))
    return day, day


def _lone_day(anchor: date, found: re.Match[str]) -> Stretch | None:
    """29日, 25日至30日 of this month; where this month has no such day, of the next that has."""
    months = (moved(anchor, ahead) for ahead in range(3))
    for year, month in months:
        first = stretches.day(year, month, int(parse(found[1])))
        last = stretches.day(year, month, int(parse(found[2]))) if found[2] else first
        if first and last:
            return first[0], last[1]
    return None


RULES: tuple[Rule, ...] = (
    (
        re.compile(
            "(?<!最)(大前|前一|上一|前|昨|今|明|大后|后一|后)[天日](?![性花气])|([次翌即])日|当[天日]|现在|目前|当前(?!位)"
        ),
        _day,
    ),
    (re.compile(f"{_STEP}月(?:({_DAY_NUMBER})[日号])?"), _month),
    (re.compile("(上|下)半月"), _half_month),
    (re.compile("([前去昨今])([去今昨明])两([年天])"), _both),
    (re.compile("(上|下|本|这)个半年"), _half_year),
    (re.compile(f"{_STEP}季(?:度|(?=$|[，。；、,;]))"), _quarter),
    (re.compile(f"{_STEP}(?:周|星期|礼拜)([一二三四五六日天])?"), _week),
    (
        re.compile(
            "(?<![日号][、和及,，])(?<![0-9.月一二三四五六七八九十至到每第—~-])"
            f"({_LONE})(?:[日号]?[至到—~-]({_LONE}))?[日号](?![0-9内以楼线院馆店机染均])"
        ),
        _lone_day,
    ),
)
