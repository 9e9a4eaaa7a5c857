"""Parts of a time that stand behind it: 年底, 10月初, 九十年代末期, 4月前4天, 2021年后三月, 2023年第十天.

A report means a day or a month by its 年底; a short text that is told from a day means the time about it.
The days follow the convention of JioNLP: 年初 are two months and 年底 the last two, 月初 is the 1st to
the 5th, 月中 the 10th to the 20th, 月底 from the 25th.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from baobiao.extract.dates import stretches
from baobiao.extract.dates.resolving import Point
from baobiao.extract.dates.stretches import Stretch
from baobiao.numerals import parse
from baobiao.short_texts.distances import COUNT
from baobiao.short_texts.steps import Rule

_MIDDLE = r"中期|中叶|中(?=[，。；、,;)\s]|[之以]?[前后]|$)"
_BEGIN, _END = "初期?|前期|伊始|开年", "末期?|底|尾|终|后期"
_WORD = f"(?P<edge>{_BEGIN}|{_MIDDLE}|{_END})"
_TENTH = "上中|中上|中下|下中|[上中下]"
_TWICE = "(?:(?<=月)月|(?<=年)年)?"  # 12月月底, 今年年中
_BEHIND = re.compile(
    f"(?:(?P<tenth>{_TENTH})旬|(?P<half>[上下前后])半个?月"
    f"|{_TWICE}{_WORD}(?![步次级心始选央国小间线层端学部旬]))(?:前后)?"
)
_TAKEN = re.compile(f"{_TWICE}{_WORD}$")
_INSIDE = re.compile(
    f"的?(?:最(?=后))?(?P<way>[前后头第])(?P<n>{COUNT})(?P<unit>天|日|个?月|个?季度|年)(?![以之]?[前后])"
)
_DAY_NUMBER = re.compile(
    r"(3[01]|[12][0-9]|0?[1-9])(?=$|[，。；、,;)）\s]|左右|[之以]?[前后](?![0-9]))"
)
# The first and the last unit of the beginning, of the middle and of the end.
_YEAR = ((1, 2), (6, 6), (11, 12))
_YEAR_PHASE = ((1, 3), (4, 9), (10, 12))
_MONTH = ((1, 5), (10, 20), (25, 31))
_HALVES = ((1, 15), (16, 31))
_DECADE = ((0, 2), (3, 6), (7, 9))
_CENTURY = ((0, 19), (20, 79), (80, 99))


def _alone(anchor: date, found: re.Match[str]) -> Stretch:
    """月底, 上旬 and 年中 without their month or year are those of this one."""
    if found["middle"]:
        return stretches.month(anchor.year, *_YEAR[1])
    return _of_month(anchor, found)


RULES: tuple[Rule, ...] = (
    (
        re.compile(
            "(?<![0-9一二三四五六七八九十百千多半几每全近今去前明后周本上下这当同次个月年])"
            f"(?:月{_WORD}(?![央国])|(?P<tenth>{_TENTH})旬|年(?P<middle>{_MIDDLE}))"
        ),
        _alone,
    ),
)


def narrowed(point: Point, folded: str) -> Point:
    """The point with the part of it that stands behind it, if any."""
    for part in (_edge, _inside, _day):
        if (found := part(point, folded)) is not None:
            return found
    return point


def _edge(point: Point, folded: str) -> Point | None:
    """The beginning, the middle or the end of a year, quarter, month, decade or century."""
    found = _BEHIND.match(folded, point.end)
    whole = folded[point.start : point.end]
    if found is None and (taken := _TAKEN.search(whole)):
        # The dates of a report have taken the edge with them: 2021年底.
        found = _BEHIND.match(folded, point.start + taken.start())
        whole = whole[: taken.start()]
    first, last = point.stretch
    if found is None or first is None or last is None:
        return None
    stretch = _part_of(whole, first, last, found)
    end = max(point.end, found.end())
    return replace(point, end=end, stretch=stretch, precision="month") if stretch else None


def _part_of(whole: str, first: date, last: date, found: re.Match[str]) -> Stretch | None:
    """What the words behind mean in a time of this kind, from its first day to its last."""
    if whole.endswith("月"):
        return _of_month(first, found)
    if found["edge"] is None or whole.endswith("半年"):
        return None
    third = _third(found["edge"])
    if whole.endswith("季度"):
        return stretches.month(last.year, last.month - 2 + third)
    if whole.endswith(("年代", "世纪")):
        low, high = (_DECADE if whole.endswith("代") else _CENTURY)[third]
        return stretches.years(first.year + low, first.year + high)
    if not whole.endswith("年"):
        return None
    months = (_YEAR_PHASE if found["edge"].endswith("期") else _YEAR)[third]
    return stretches.month(first.year, *((1, 1) if found["edge"] in ("伊始", "开年") else months))


def _third(edge: str) -> int:
    """0 for a beginning, 1 for a middle, 2 for an end."""
    return 0 if re.fullmatch(_BEGIN, edge) else 1 if re.fullmatch(_MIDDLE, edge) else 2


def _of_month(first: date, found: re.Match[str]) -> Stretch:
    """中旬, 下半月, 月初, 月底 of the month of a day."""
    if found["tenth"]:
        tenths = [
            stretches.tenth(first.year, first.month, name)
            for name in sorted(found["tenth"], key="上中下".index)
        ]
        return tenths[0][0], tenths[-1][1]
    last = monthrange(first.year, first.month)[1]
    low, high = _MONTH[_third(found["edge"])] if found["edge"] else _HALVES[found["half"] in "下后"]
    return first.replace(day=low), first.replace(day=min(high, last))


def _inside(point: Point, folded: str) -> Point | None:
    """前4天, 后三月, 第二个月, 最后一个季度 of the point before them."""
    found = _INSIDE.match(folded, point.end)
    first, last = point.stretch
    if found is None or first is None or last is None or last == date.max:
        return None
    count, unit = int(parse(found["n"])), found["unit"].removeprefix("个").replace("日", "天")
    after = last + timedelta(1)
    if found["way"] == "后":
        begin, end = _on(after, -count, unit), after
    else:
        begin = _on(first, count - 1, unit) if found["way"] == "第" else first
        end = _on(first, count, unit)
    if not first <= begin < end <= after:
        return None
    return replace(point, end=found.end(), stretch=(begin, end - timedelta(1)), precision="span")


def _on(day: date, count: int, unit: str) -> date:
    """The first of a month, or any day, so many units on."""
    if unit == "天":
        return day + timedelta(count)
    total = day.year * 12 + day.month - 1 + count * {"月": 1, "季度": 3, "年": 12}[unit]
    return date(total // 12, total % 12 + 1, day.day) if 12 <= total < 120000 else day


def _day(point: Point, folded: str) -> Point | None:
    """1月3 is a day whose 日 is left out, where nothing that is counted follows."""
    found = _DAY_NUMBER.match(folded, point.end)
    first, last = point.stretch
    if found is None or first is None or last is None or folded[point.end - 1] != "月":
        return None
    day = stretches.day(last.year, last.month, int(found[1]))
    return replace(point, end=found.end(), stretch=day, precision="day") if day else None
