"""Dates that stand by themselves: in figures, spans of years, plans, anniversaries, words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from baobiao.extract.dates import stretches
from baobiao.extract.dates.discussion import Discussion
from baobiao.extract.dates.stretches import Stretch
from baobiao.extract.dates.tokens import Token

Made = tuple[Stretch, str]
_EVENTS = {
    "改革开放": date(1978, 12, 18),
    "新中国成立": date(1949, 10, 1),
    "中华人民共和国成立": date(1949, 10, 1),
    "建国": date(1949, 10, 1),
}
_FESTIVALS = {"国庆": (10, 1), "元旦": (1, 1), "五一": (5, 1)}
_CENTURIES = {"19": 1800, "十九": 1800, "20": 1900, "二十": 1900, "21": 2000, "二十一": 2000}


@dataclass(frozen=True, slots=True)
class Context:
    """What a date by itself is read against: ``year`` is the one that its sentence speaks of."""

    year: int
    about: Discussion
    meanings: Mapping[str, str]


def standing(token: Token, context: Context) -> Made | None:
    """The stretch and the precision of a piece that is a date by itself; None where it is none."""
    maker = _MAKERS.get(token.kind)
    return maker(token, context) if maker else None


def _iso(token: Token, context: Context) -> Made | None:
    numbers = [token.number(name) or 0 for name in "ymd"]
    text = token.match[0]
    stretch = stretches.day(*numbers) if text.count(token.word()) == 2 else None
    return (stretch, "day") if stretch else None


def _iso_month(token: Token, context: Context) -> Made | None:
    return stretches.month(token.number("y") or 1, token.any_number("m") or 1), "month"


def _years(token: Token, context: Context) -> Made | None:
    first, last = token.number("y") or 0, token.number("y2") or 0
    last += first - first % 100 if last < 100 else 0
    return (stretches.years(first, last), "span") if first < last <= first + 100 else None


def _decade(token: Token, context: Context) -> Made | None:
    this = context.about.this_year
    century = _CENTURIES.get(token.word(), 1900)
    if token.word() == "上":
        century = this - this % 100 - 100
    first = token.number("y") or century + (token.number("n") or 0)
    return (stretches.years(first, first + 9), "span") if first <= this + 30 else None


def _plan(token: Token, context: Context) -> Made | None:
    """“十四五”; an old plan only with quotes and 时期, near its time: “八五”普法 is none."""
    ordinal = token.any_number("n") or 0
    stretch = stretches.plan(ordinal)
    if stretch is None or stretch[0] is None:
        return None
    if ordinal <= 10:
        groups = token.match.groupdict()
        quoted, tail = groups["w"] and groups["w2"], groups["w3"] or groups["n2"]
        if not (tail or quoted) or abs(stretch[0].year - context.about.this_year) > 15:
            return None
    return stretch, "plan"


def _ago(token: Token, context: Context) -> Made | None:
    count = token.any_number("n") or 0
    return _last_years(count, context) if 1 <= count <= 50 else None


def _closing(token: Token, context: Context) -> Made | None:
    return _last_years(5, context) if context.about.to_congress else None


def _last_years(count: int, context: Context) -> Made:
    reviewed = context.about.reviewed
    return stretches.years(reviewed - count + 1, reviewed), "word"


def _ahead(token: Token, context: Context) -> Made | None:
    first, count = context.about.reviewed + 1, token.any_number("n") or 0
    return (stretches.years(first, first + count - 1), "word") if 1 <= count <= 50 else None


def _memorial(token: Token, context: Context) -> Made | None:
    month, number = token.any_number("m") or 0, token.any_number("d") or 0
    stretch = stretches.day(context.year, month, number)
    return (stretch, "day") if stretch else None


def _festival(token: Token, context: Context) -> Made | None:
    month, number = _FESTIVALS[token.word()[:2]]
    stretch = stretches.day(context.year, month, number)
    return (stretch, "day") if stretch else None


def _since_event(token: Token, context: Context) -> Made | None:
    return (_EVENTS[token.word()], None), "word"


def _to_date(token: Token, context: Context) -> Made | None:
    return (None, None), "word"


def _word(token: Token, context: Context) -> Made | None:
    """A word of the dictionary, by its meaning."""
    this, current = context.about.this_year, context.year
    meaning = context.meanings.get(token.match[0], "")
    found: dict[str, Stretch] = {
        "this_year": stretches.year(current),
        "last_year": stretches.year(current - 1),
        "next_year": stretches.year(context.about.reviewed + 1),
        "year_before_last": stretches.year(this - 2),
        "same_period_last_year": stretches.year(current - 1),
        "year_to_date": (date(this, 1, 1), None),
        "first_half": stretches.month(current, 1, 6),
        "second_half": stretches.month(current, 7, 12),
        "first_quarter": stretches.quarter(current, 1),
        "second_quarter": stretches.quarter(current, 2),
        "third_quarter": stretches.quarter(current, 3),
        "fourth_quarter": stretches.quarter(current, 4),
        "first_three_quarters": stretches.quarter(current, 1, 3),
        "year_start": stretches.month(current, 1),
        "year_end": (date(current, 12, 31), date(current, 12, 31)),
        "last_year_end": (date(current - 1, 12, 31), date(current - 1, 12, 31)),
        "review_period": stretches.year(context.about.reviewed),
    }
    return (found[meaning], "word") if meaning in found else None


_MAKERS: Mapping[str, Callable[[Token, Context], Made | None]] = {
    "iso": _iso,
    "iso_month": _iso_month,
    "years": _years,
    "decade": _decade,
    "plan": _plan,
    "ago": _ago,
    "ahead": _ahead,
    "closing": _closing,
    "memorial": _memorial,
    "festival": _festival,
    "since_event": _since_event,
    "to_date": _to_date,
    "word": _word,
}
