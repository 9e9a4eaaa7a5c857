"""Times told from a day: 昨天, 上周三, 下个月9日, 三年前, 国庆节, 2018年以前.

A report is told from its year and not from a day, so ``extract`` reads none of these. They serve
short texts whose day is known, and the comparison with other date readers.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from baobiao.characters import fold
from baobiao.extract.dates import stretches
from baobiao.extract.dates.discussion import Discussion
from baobiao.extract.dates.resolving import Point, Resolver
from baobiao.extract.dates.stretches import Stretch
from baobiao.extract.dates.tokens import tokens
from baobiao.numerals import parse

_N = "([0-9]{1,2}|[一二两三四五六七八九]?十?[一二两三四五六七八九十])"
_STEP = "(上上|下下|上一?|下一?|本|这|当)个?"
_STEPS = {
    "上上": -2,
    "上": -1,
    "上一": -1,
    "本": 0,
    "这": 0,
    "当": 0,
    "下": 1,
    "下一": 1,
    "下下": 2,
}
_DAYS = {"大前": -3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2, "大后": 3}
_FEASTS = {
    "元旦": (1, 1),
    "新年": (1, 1),
    "妇女节": (3, 8),
    "植树节": (3, 12),
    "国际消费者权益日": (3, 15),
    "劳动节": (5, 1),
    "五一": (5, 1),
    "青年节": (5, 4),
    "儿童节": (6, 1),
    "建党节": (7, 1),
    "建军节": (8, 1),
    "教师节": (9, 10),
    "国庆": (10, 1),
    "国家宪法日": (12, 4),
}
_OPEN_END = re.compile(r"(?:之后|以后|后|起|开始|至今|以来)(?!期)")
_OPEN_START = re.compile(r"(?:之前|以前|前)(?!后)")
_UNTIL = re.compile("截[至止]到?$")


def _moved(anchor: date, months: int) -> tuple[int, int]:
    """The year and the month that lie so many months away."""
    total = anchor.year * 12 + anchor.month - 1 + months
    return total // 12, total % 12 + 1


def _day(anchor: date, found: re.Match[str]) -> Stretch:
    moved = anchor + timedelta(_DAYS[found[1]])
    return moved, moved


def _month(anchor: date, found: re.Match[str]) -> Stretch | None:
    year, month = _moved(anchor, _STEPS[found[1]])
    if found[2]:
        return stretches.day(year, month, int(parse(found[2])))
    return stretches.month(year, month)


def _half_month(anchor: date, found: re.Match[str]) -> Stretch:
    """上半月 ends on the 15th."""
    first, last = stretches.month(anchor.year, anchor.month)
    middle = anchor.replace(day=15)
    return (first, middle) if found[1] == "上" else (middle + timedelta(1), last)


def _quarter(anchor: date, found: re.Match[str]) -> Stretch:
    year, month = _moved(anchor, 3 * _STEPS[found[1]])
    return stretches.quarter(year, (month + 2) // 3)


def _week(anchor: date, found: re.Match[str]) -> Stretch:
    monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * _STEPS[found[1]])
    if not found[2]:
        return monday, monday + timedelta(6)
    moved = monday + timedelta("一二三四五六日".index(found[2].replace("天", "日")))
    return moved, moved


def _away(anchor: date, found: re.Match[str]) -> Stretch | None:
    """三年前, 两个月后, 7天前: the year, the month, the day so far away."""
    count = int(parse(found[1])) * (-1 if found[3] == "前" else 1)
    if found[2] == "年":
        return stretches.year(anchor.year + count) if 0 < anchor.year + count < 9999 else None
    if found[2] == "天":
        return anchor + timedelta(count), anchor + timedelta(count)
    return stretches.month(*_moved(anchor, count))


def _last(anchor: date, found: re.Match[str]) -> Stretch:
    """近30天, 近三年, 未来2个月, 后三天: from the anchor so far back, or on."""
    word, unit = found[1], found[3]
    count = int(parse(found[2])) * (-1 if word in ("最近", "近", "过去", "上") else 1)
    if unit == "天":
        end = anchor + timedelta(count)
    else:
        year, month = _moved(anchor, count * (12 if unit == "年" else 1))
        end = date(year, month, min(anchor.day, monthrange(year, month)[1]))
    return (end, anchor) if count < 0 else (anchor + timedelta(word in ("后", "下")), end)


def _lone_day(anchor: date, found: re.Match[str]) -> Stretch | None:
    return stretches.day(anchor.year, anchor.month, int(parse(found[1])))


def _slash(anchor: date, found: re.Match[str]) -> Stretch | None:
    return stretches.day(anchor.year, int(found[1]), int(found[2]))


def _figures(anchor: date, found: re.Match[str]) -> Stretch | None:
    return stretches.day(int(found[1]), int(found[2]), int(found[3]))


def _feast(anchor: date, found: re.Match[str]) -> Stretch | None:
    return stretches.day(anchor.year, *_FEASTS[found[1]])


_RULES: tuple[tuple[re.Pattern[str], Callable[[date, re.Match[str]], Stretch | None]], ...] = (
    (re.compile("(大前|前|昨|今|明|大后|后)[天日]"), _day),
    (re.compile(_STEP + "月(?:([0-9]{1,2}|[二三]?十?[一二三四五六七八九十])[日号])?"), _month),
    (re.compile("(上|下)半月"), _half_month),
    (re.compile(_STEP + "季度"), _quarter),
    (re.compile(_STEP + "(?:周|星期|礼拜)([一二三四五六日天])?"), _week),
    (re.compile(f"(?<![0-9零一二三四五六七八九十百过近第]){_N}(年|个月|天)以?之?([前后])"), _away),
    (
        re.compile(f"(?<!以)(最近|近|过去|未来|今后|后|下|上)(?!一年){_N}(天|个月|年)(?![来半])"),
        _last,
    ),
    (re.compile("(?<![0-9])((?:19|20)[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])(?![0-9])"), _figures),
    (re.compile("(?<![0-9./])(1[0-2]|0?[1-9])/(3[01]|[12][0-9]|0?[1-9])(?![0-9./])"), _slash),
    (re.compile(f"(?<![阳])({'|'.join(_FEASTS)})节?"), _feast),
    (
        re.compile("(?<![0-9.月一二三四五六七八九十至到每])([0-9]{1,2})[日号](?![0-9内以楼])"),
        _lone_day,
    ),
)


def resolve(text: str, anchor: date) -> tuple[Point, ...]:
    """The times that a short text names, told from the anchor day; in order, none overlapping.

    >>> for found in resolve("上月9日立项，昨天验收，2018年以前", date(2021, 6, 14)):
    ...     print(*found.stretch)
    2021-05-09 2021-05-09
    2021-06-13 2021-06-13
    None 2018-12-31
    """
    folded = fold(text)
    told = list(_told(folded, anchor))
    resolver = Resolver(folded, Discussion(anchor.year, anchor.year), {})
    for point in resolver.points(tokens(folded)):
        if not any(other.start < point.end and point.start < other.end for other in told):
            told.append(_opened(point, folded))
    return tuple(sorted(told, key=lambda point: point.start))


def _told(folded: str, anchor: date) -> Iterator[Point]:
    taken = 0
    found = [(m.start(), -m.end(), m, make) for rule, make in _RULES for m in rule.finditer(folded)]
    for start, _, match, make in sorted(found, key=lambda item: item[:2]):
        stretch = make(anchor, match) if start >= taken else None
        if stretch is not None:
            taken = match.end()
            yield Point(start, taken, stretch, "word", "relative")


def _opened(point: Point, folded: str) -> Point:
    """以前 opens the beginning of what stands before it, 以后 and 起 the end."""
    first, last = point.stretch
    if _UNTIL.search(folded, 0, point.start):
        return replace(point, stretch=(None, last))
    if before := _OPEN_START.match(folded, point.end):
        return replace(point, end=before.end(), stretch=(None, last))
    if after := _OPEN_END.match(folded, point.end):
        later = after[0].endswith("后") and last
        return replace(
            point, end=after.end(), stretch=(last + timedelta(1) if later and last else first, None)
        )
    return point
