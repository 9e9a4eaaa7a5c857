"""Times told from a day: 昨天, 上周三, 下个月9日, 三年前, 去年国庆节, 2018年以前.

A report is told from its year and not from a day, so ``extract`` reads none of these. They serve
short texts whose day is known, and the comparison with other date readers.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from baobiao.characters import fold
from baobiao.extract.dates import feasts, stretches
from baobiao.extract.dates.discussion import Discussion
from baobiao.extract.dates.lengths import Length, Recurrence, lengths
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
_OPEN_END = re.compile(r"(?:之后|以后|后|起|开始|至今|以来)(?!期)")
_OPEN_START = re.compile(r"(?:之前|以前|前)(?!后)")
_UNTIL = re.compile("截[至止]到?$")
_SINCE = re.compile("自从?$")
_JOINED = re.compile(r"\s?(?:到|至|-|—+|~)\s?")
_BETWEEN = re.compile("[与和]"), re.compile("之?间")
# 九七年 is a year of two digits; neighbours are not: 三四年 is a length.
_SPOKEN_YEAR = re.compile(
    "(?<![零一二三四五六七八九十百千万])(?!一二|二三|三四|四五|五六|六七|七八|八九)"
    "([零一二三四五六七八九]{2})(?=年(?![级龄来]))"
)


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


def _half_away(anchor: date, found: re.Match[str]) -> Stretch:
    """一年半后 is a month, 一年半以前 is all before its end."""
    months = 12 * int(parse(found[1])) + 6
    stretch = stretches.month(*_moved(anchor, -months if found[3] == "前" else months))
    return (None, stretch[1]) if found[2] and found[3] == "前" else stretch


def _century(anchor: date, found: re.Match[str]) -> Stretch:
    first = 100 * int(parse(found[1])) - 100
    return stretches.years(first, first + 99)


def _written_month(anchor: date, found: re.Match[str]) -> Stretch:
    return stretches.month(int(found[1]), int(found[2]))


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
    count = int(parse(found[2])) * (-1 if word in ("最近", "近", "过去", "过去的", "上") else 1)
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
    return feasts.day(found[1], anchor.year)


_FEAST = re.compile(f"(?<!阳)({'|'.join(feasts.NAMES)})节?(?:前后)?")
_RULES: tuple[tuple[re.Pattern[str], Callable[[date, re.Match[str]], Stretch | None]], ...] = (
    (re.compile("(大前|前|昨|今|明|大后|后)[天日]"), _day),
    (re.compile(_STEP + "月(?:([0-9]{1,2}|[二三]?十?[一二三四五六七八九十])[日号])?"), _month),
    (re.compile("(上|下)半月"), _half_month),
    (re.compile(_STEP + "季度"), _quarter),
    (re.compile(_STEP + "(?:周|星期|礼拜)([一二三四五六日天])?"), _week),
    (
        re.compile(
            f"(?<![0-9零一二三四五六七八九十百过近第]){_N}(年|个月|天)以?之?([前后])"
            "(?![0-9一二三四五六七八九十两]{1,3}个?(?:月|季度))"
        ),
        _away,
    ),
    (re.compile(f"(?<![0-9零一二三四五六七八九十百过近第]){_N}年半([以之])?([前后])"), _half_away),
    (
        re.compile(
            "(?<![0-9零一二三四五六七八九十])([0-9]{1,2}|二?十[一二三四五六七八九]?)世纪(?![初中末]|[0-9二三四五六七八九]+[0十]年代)"
        ),
        _century,
    ),
    (re.compile("(?<![0-9./])((?:19|20)[0-9]{2})/(1[0-2]|0[1-9])(?![0-9./])"), _written_month),
    (
        re.compile(
            f"(?<!以)(最近|近|过去的?|未来|今后|后|下|上)(?!一年){_N}(天|个月|年)(?![来半])"
        ),
        _last,
    ),
    (re.compile("(?<![0-9])((?:19|20)[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])(?![0-9])"), _figures),
    (re.compile("(?<![0-9./])(1[0-2]|0?[1-9])/(3[01]|[12][0-9]|0?[1-9])(?![0-9./])"), _slash),
    (_FEAST, _feast),
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
    if spoken := _SPOKEN_YEAR.search(folded):
        return tuple(_written_out(folded, spoken, anchor))
    told = list(_told(folded, anchor))
    resolver = Resolver(folded, Discussion(anchor.year, anchor.year), {})
    for point in resolver.points(tokens(folded)):
        if not any(other.start < point.end and point.start < other.end for other in told):
            told.append(_opened(point, folded))
    return tuple(_joined(sorted(told, key=lambda point: point.start), folded))


def times(text: str, anchor: date) -> tuple[Point | Length | Recurrence, ...]:
    """All that a short text says of time: ``resolve``, and the lengths and recurrences beside it.

    >>> for found in times("每周三例会，限10个工作日，昨天到期", date(2021, 6, 14)):
    ...     print(type(found).__name__, found.start, found.end)
    Recurrence 0 3
    Length 7 13
    Point 14 16
    """
    points = resolve(text, anchor)
    said = list(lengths(text))
    found: list[Point | Length | Recurrence] = []
    for length in said:
        within = [p for p in points if p.start < length.end and length.start < p.end]
        if isinstance(length, Recurrence):
            ends = [p.end for p in points if length.start < p.start <= length.end]
            found.append(replace(length, end=max([length.end, *ends])))
        elif not within:
            found.append(length)
    recurring = [(f.start, f.end) for f in found if isinstance(f, Recurrence)]
    found += (
        p for p in points if all(p.end <= first or last <= p.start for first, last in recurring)
    )
    return tuple(sorted(found, key=lambda one: one.start))


def _told(folded: str, anchor: date) -> Iterator[Point]:
    taken = 0
    found = [(m.start(), -m.end(), m, make) for rule, make in _RULES for m in rule.finditer(folded)]
    for start, _, match, make in sorted(found, key=lambda item: item[:2]):
        stretch = make(anchor, match) if start >= taken else None
        if stretch is not None:
            taken = match.end()
            yield Point(start, taken, stretch, "word", "relative")


def _written_out(folded: str, spoken: re.Match[str], anchor: date) -> Iterator[Point]:
    """The times of a text that says 九七年, read as 1997年; their places are those of the text."""
    year = anchor.year - anchor.year % 100 + int(parse(spoken[1]))
    year -= 100 if year > anchor.year + 10 else 0
    first, last = spoken.span()
    for point in resolve(f"{folded[:first]}{year}{folded[last:]}", anchor):
        start, end = (place - 2 * (place > first) for place in (point.start, point.end))
        yield replace(point, start=start, end=end)


def _joined(points: Iterable[Point], folded: str) -> Iterator[Point]:
    """2014年11月到下个月9号 and 2007年与2009年间 are one span; a feast takes the year before it."""
    last: Point | None = None
    for point in points:
        first, end = last.stretch if last else (None, None), point.stretch[1]
        between = folded[last.end : point.start] if last else ""
        named = _feast_of(point, folded) if first[0] else ""
        in_year = feasts.day(named, first[0].year) if first[0] and named else None
        end = in_year[1] if in_year else end
        if last and first[0] and end and first[0] <= end and _spans(between, folded, point.end):
            after = _BETWEEN[1].match(folded, point.end) if between in "与和" else None
            last = replace(last, end=after.end() if after else point.end, stretch=(first[0], end))
            continue
        whole = first[0] is not None and first == stretches.year(first[0].year)
        if last and whole and in_year and between in ("", "的"):
            last = replace(last, end=point.end, stretch=in_year, precision="day")
            continue
        if last:
            yield last
        last = point
    if last:
        yield last


def _spans(between: str, folded: str, end: int) -> bool:
    if _BETWEEN[0].fullmatch(between):
        return _BETWEEN[1].match(folded, end) is not None
    return _JOINED.fullmatch(between) is not None


def _feast_of(point: Point, folded: str) -> str:
    named = _FEAST.match(folded, point.start)
    return named[1] if named and named.end() == point.end else ""


def _opened(point: Point, folded: str) -> Point:
    """以前 opens the beginning of what stands before it, 以后 and 起 the end."""
    first, last = point.stretch
    if _UNTIL.search(folded, 0, point.start):
        return replace(point, stretch=(None, last))
    alone = point.precision != "span"
    if alone and _SINCE.search(folded, 0, point.start) and not _JOINED.match(folded, point.end):
        return replace(point, stretch=(first, None))
    if before := _OPEN_START.match(folded, point.end):
        spans = re.search("[到至]", folded[point.start : point.end])  # 2020至2025年前
        return replace(point, end=before.end(), stretch=(first if spans else None, last))
    if after := _OPEN_END.match(folded, point.end):
        later = after[0].endswith("后") and last
        return replace(
            point, end=after.end(), stretch=(last + timedelta(1) if later and last else first, None)
        )
    return point
