"""Parts of a year: months, days, quarters, halves, and the edges of a year."""

from __future__ import annotations

from datetime import date

from baobiao.extract.dates import stretches
from baobiao.extract.dates.stretches import Stretch
from baobiao.extract.dates.tokens import Token

Made = tuple[Stretch, str, str]
"""The days, the precision, and the rule that read them."""


def months(chain: list[Token], number: int) -> Made | None:
    """3月, 1—9月, 3月上旬, 3月5日; 11月底 is its last day. 11—2月 ends in the next year."""
    token, after = chain[0], chain[1] if len(chain) > 1 else None
    first, last = token.number("m"), token.number("m2")
    if first is None:
        return None
    if last and last < first:
        return (
            stretches.month(number, first)[:1] + stretches.month(number + 1, last)[1:],
            "span",
            "months",
        )
    if after and after.kind == "edge" and after.match[0] in ("底", "末"):
        ends = stretches.month(number, last or first)[1]
        return (ends, ends), "day", "month_end"
    if after is None or after.kind == "edge":
        precision, rule = ("span", "months") if last else ("month", "month")
        return stretches.month(number, first, last), precision, rule
    if after.kind == "tenth":
        return stretches.tenth(number, last or first, after.word()), "span", "tenth_of_month"
    return days(number, first, after)


def days(number: int, month: int, token: Token) -> Made | None:
    """5日, 5—8日 of a month; None where the calendar has no such day."""
    first, last = token.number("d"), token.number("d2")
    begin = stretches.day(number, month, first or 0)
    end = stretches.day(number, month, last) if last else begin
    if begin is None or end is None:
        return None
    if last and first and last > first:
        return (begin[0], end[1]), "span", "days"
    return begin, "day", "day"


def fraction(token: Token, number: int) -> Made | None:
    """全年, 上半年, 前三季度, 前10个月, 一季度, 年底."""
    kind = token.kind
    if kind == "full_year":
        return stretches.year(number), "word", "word:全年"
    if kind == "half":
        begin = 1 if token.word() == "上" else 7
        return stretches.month(number, begin, begin + 5), "half_year", "half_year"
    if kind == "front":
        last_month = token.any_number("m") or 3 * (token.any_number("q") or 1)
        return stretches.month(number, 1, last_month), "span", "first_months"
    if kind in ("quarter", "bare_quarter"):
        first, last = token.number("q"), token.number("q2")
        if first is None or (last and last < first):
            return None
        precision = "span" if last and last > first else "quarter"
        return stretches.quarter(number, first, last), precision, "quarter"
    return edge(token.word(), number)


def edge(word: str, number: int) -> Made:
    """The end of a year is its last day; its beginning and middle are January and June."""
    if word in ("底", "末"):
        last = date(number, 12, 31)
        return (last, last), "day", "year_end"
    month, rule = (1, "year_start") if word == "初" else (6, "year_middle")
    return stretches.month(number, month), "month", rule
