"""All that a short text says of time, told from a day: days, stretches, lengths and recurrences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from baobiao.characters import fold
from baobiao.extract.dates import stretches
from baobiao.extract.dates.discussion import Discussion
from baobiao.extract.dates.resolving import Point, Resolver
from baobiao.extract.dates.tokens import tokens
from baobiao.short_texts import distances, feasts, steps, within, written
from baobiao.short_texts.lengths import Length, Recurrence, lengths

_RULES = (*steps.RULES, *distances.RULES, *written.RULES, *within.RULES, *feasts.RULES)
_OPEN_END = re.compile(r"(?:之后|以后|后|起|开始|至今|以来)(?![期半])")
_OPEN_START = re.compile(r"(?:之前|以前|前)(?![后半])")
_UNTIL = re.compile("截[至止]到?$")
_SINCE = re.compile("自从?$")
_JOINED = re.compile(r"\s?(?:起|开始)?[,，]?\s?(?:到|至(?!今(?![年日天]))|-{1,2}|—+|~)\s?")
_Join = Callable[[Point, Point, str], Point | None]
_BETWEEN = re.compile("[与和]"), re.compile("之?间|期间")


def resolve(text: str, anchor: date, *, ahead: bool = False) -> tuple[Point, ...]:
    """The times that a short text names, told from the anchor day; in order, none overlapping.

    A feast is that of the year; with ``ahead`` one that is over is next year's, as in a plan.

    >>> for found in resolve("上月9日立项，昨天验收，2018年以前", date(2021, 6, 14)):
    ...     print(*found.stretch)
    2021-05-09 2021-05-09
    2021-06-13 2021-06-13
    None 2018-12-31
    """
    spelled, places = written.spelled_out(fold(text), anchor)
    told = list(_told(spelled, anchor, ahead=ahead))
    resolver = Resolver(spelled, Discussion(anchor.year, anchor.year), {}, spans=False)
    for point in resolver.points(tokens(spelled)):
        if not any(other.start < point.end and point.start < other.end for other in told):
            told.append(point)
    days = _joined(_whole(told, spelled), spelled, (_said_again, _days, _day_of_feast))
    opened = (_opened(point, spelled) for point in days)
    return tuple(
        replace(point, start=places[point.start], end=places[point.end - 1] + 1)
        for point in _joined(opened, spelled, (_span,))
    )


def times(
    text: str, anchor: date, *, ahead: bool = False
) -> tuple[Point | Length | Recurrence, ...]:
    """All that a short text says of time: ``resolve``, and the lengths and recurrences beside it.

    >>> for found in times("每周三例会，限10个工作日，昨天到期", date(2021, 6, 14)):
    ...     print(type(found).__name__, found.start, found.end)
    Recurrence 0 3
    Length 7 13
    Point 14 16
    """
    points = resolve(text, anchor, ahead=ahead)
    said = list(lengths(text))
    found: list[Point | Length | Recurrence] = []
    for length in said:
        if found and length.start < found[-1].end:
            continue  # in a recurrence that reaches to the end of its time
        if isinstance(length, Recurrence):
            reach = length.end + text.startswith("的", length.end)
            ends = [p.end for p in points if length.start < p.start <= reach]
            found.append(replace(length, end=max([length.end, *ends])))
        elif all(
            p.end <= length.start or length.end <= p.start or _is_part(p, length) for p in points
        ):
            found.append(length)
    taken = [(f.start, f.end) for f in found]
    found += (p for p in points if all(p.end <= first or last <= p.start for first, last in taken))
    return tuple(sorted(found, key=lambda one: one.start))


def _is_part(point: Point, length: Length) -> bool:
    """The 23年 of 23年5个月 is no year."""
    return length.start == point.start and point.end < length.end and len(length.low or ()) > 1


def _told(folded: str, anchor: date, *, ahead: bool) -> Iterator[Point]:
    """What is told from the day: where two rules fit, the earlier and longer one."""
    taken = 0
    found = [(m.start(), -m.end(), m, make) for rule, make in _RULES for m in rule.finditer(folded)]
    for start, _, match, make in sorted(found, key=lambda item: item[:2]):
        if start < taken:
            continue
        try:
            stretch = make(anchor, match)
        except (ValueError, OverflowError):
            continue  # outside the years 1 to 9999
        if ahead and stretch and stretch[1] and stretch[1] < anchor:
            named = feasts.name(folded, start, match.end())
            stretch = (named and feasts.day(named, anchor.year + 1)) or stretch
        if stretch is not None:
            taken = match.end()
            yield Point(start, taken, stretch, "word", "relative")


def _whole(points: Iterable[Point], folded: str) -> Iterator[Point]:
    """Each with the part of it that stands behind: 年底, 前4天; none that another has taken in."""
    taken = 0
    for point in sorted(points, key=lambda point: point.start):
        if point.start >= taken:
            whole = within.narrowed(point, folded)
            taken = whole.end
            yield whole


def _joined(points: Iterable[Point], folded: str, joins: tuple[_Join, ...]) -> Iterator[Point]:
    """Neighbours that one of the joins makes one; what has opened over its neighbour takes its place."""
    last: Point | None = None
    for point in points:
        if last and point.start < last.end:
            continue
        one = last and next((m for join in joins if (m := join(last, point, folded))), None)
        if last and not one:
            yield last
        last = one or point
    if last:
        yield last


def _span(last: Point, point: Point, folded: str) -> Point | None:
    """2014年11月到下个月9号 and 2007年与2009年间 are one span."""
    first, end = last.stretch[0], point.stretch[1]
    if first and (named := feasts.name(folded, point.start, point.end)):
        end = (feasts.day(named, first.year) or point.stretch)[1]
    between = folded[last.end : point.start]
    if not (first and end and first <= end and _spans(between, folded, point.end)):
        return None
    after = _BETWEEN[1].match(folded, point.end)
    return replace(last, end=after.end() if after else point.end, stretch=(first, end))


def _day_of_feast(last: Point, point: Point, folded: str) -> Point | None:
    """A feast takes the year before it, and is another name of the day before it, as is 当天; so 当月."""
    named, first = feasts.name(folded, point.start, point.end), last.stretch[0]
    same = folded[point.start : point.end] in ("当天", "当日", "当月")
    if first is None or not (named or same) or folded[last.end : point.start] not in ("", "的"):
        return None
    month = folded.startswith("当月", point.start)
    if last.stretch == (stretches.month(first.year, first.month) if month else (first, first)):
        return replace(last, end=point.end)
    whole = named and last.stretch == stretches.year(first.year)
    stretch = feasts.day(named, first.year) if whole else None
    return replace(last, end=point.end, stretch=stretch, precision="day") if stretch else None


def _said_again(last: Point, point: Point, folded: str) -> Point | None:
    """In 六月六月中旬 the first word is a false start."""
    word = folded[last.start : last.end]
    return point if last.end == point.start and folded.startswith(word, point.start) else None


def _days(last: Point, point: Point, folded: str) -> Point | None:
    """8月14日、15日、16日 are three days running."""
    end, day = last.stretch[1], point.stretch[0]
    listed = folded[last.end : point.start] == "、" and folded[last.end - 1] in "日号"
    if not (listed and end and day == end + timedelta(1) == point.stretch[1]):
        return None
    return replace(last, end=point.end, stretch=(last.stretch[0], day))


def _spans(between: str, folded: str, end: int) -> bool:
    if _BETWEEN[0].fullmatch(between):
        return _BETWEEN[1].match(folded, end) is not None
    return _JOINED.fullmatch(between) is not None


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
    after = None if _JOINED.match(folded, point.end) else _OPEN_END.match(folded, point.end)
    if after:
        later = after[0].endswith("后") and last and last < date.max
        return replace(
            point, end=after.end(), stretch=(last + timedelta(1) if later and last else first, None)
        )
    return point
