"""Values that contradict each other: told, never averaged and never dropped.

Two values of one line, body, time and status; a value that a later report gives otherwise (a revision); a stated
change that the levels do not bear out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from baobiao.characters import fold
from baobiao.compare.rows import Row
from baobiao.tables import plain

_STATED = re.compile(r"(\d[\d,]*)(?:\.(\d+))?")
_ABOUT = Decimal("0.05")
# Grown at constant prices (按可比价格计算, 国家统计局): levels at the prices of each year do not show it.
_CONSTANT_PRICES = re.compile(r"生产总值|增加值|总产值|GDP|实际")
_HALF, _INFINITE = Decimal("0.5"), Decimal("Infinity")
Range = tuple[Decimal, Decimal]


def judge(rows: list[Row]) -> list[Row]:
    """The same rows, each with what is said against it in ``conflict``."""
    against: dict[int, list[str]] = defaultdict(list)
    cells: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        if row.year is not None:
            cells[row.cell].append(number)
    for numbers in cells.values():
        for number in numbers:
            against[number] += _others(rows[number], [rows[n] for n in numbers if n != number])
    for number, words in _unproven(rows, cells):
        against[number].append(words)
    return [
        replace(row, conflict="；".join(against[number])) if against.get(number) else row
        for number, row in enumerate(rows)
    ]


def _others(row: Row, others: Iterable[Row]) -> Iterator[str]:
    """What other rows say instead, each value once."""
    told = set()
    for other in others:
        amount = shown(other)
        if agree(row, other) or amount in told:
            continue
        told.add(amount)
        if row.report_year == other.report_year or None in (row.report_year, other.report_year):
            where = "本报告另一处" if row.document_id == other.document_id else other.source
            yield f"不一致：{where}为{amount}"
        elif (other.report_year or 0) > (row.report_year or 0):
            yield f"已修订：{other.report_year}年报告为{amount}"
        else:
            yield f"修订：{other.report_year}年报告为{amount}"


def agree(one: Row, other: Row) -> bool:
    """Whether two values of one thing can both be true: 突破4000亿元 and 4211亿元, 2.07亿元 and 20670万元.

    A value with 万 or 亿 is taken for rounded at its last digit, 约 for right within 5 %.
    """
    if (one.value, one.value_high) == (other.value, other.value_high):
        return True
    (low, high), (other_low, other_high) = _range(one), _range(other)
    limits = one.approximation.startswith("at_") or other.approximation.startswith("at_")
    if limits:
        return low <= other_high and other_low <= high
    return low < other_high and other_low < high


def shown(row: Row) -> str:
    """The number as the report has it, or as far as that says it, in the unit of the row."""
    return row.text or f"{plain(row.value)}{row.unit}"


def precision(row: Row) -> Decimal:
    """How much one step of the last digit is that the report writes: 100000000 for 29亿元, 0 for a plain count."""
    match = _STATED.search(fold(row.text))
    if match is None or not row.value:
        return Decimal(0)
    decimals = len(match[2] or "")
    number = Decimal(match[1].replace(",", "") + (f".{match[2]}" if match[2] else ""))
    if not number:
        return Decimal(0)
    scale = abs(row.value) / number
    return Decimal(0) if scale == 1 and not decimals else scale.scaleb(-decimals)


def _range(row: Row) -> Range:
    high = row.value if row.value_high is None else row.value_high
    low, high = min(row.value, high), max(row.value, high)
    if row.approximation == "at_least":
        return low, _INFINITE
    if row.approximation == "at_most":
        return -_INFINITE, high
    slack = precision(row) * _HALF
    if row.approximation == "about":
        slack = max(slack, abs(row.value) * _ABOUT)
    return low - slack, high + slack


def _unproven(
    rows: list[Row], cells: Mapping[tuple[object, ...], list[int]]
) -> Iterator[tuple[int, str]]:
    """Stated changes on the year before that the levels of both years, rounded as they are, do not allow."""
    levels: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for numbers in cells.values():
        for number in numbers:
            row = rows[number]
            if row.kind == "level" and row.status == "actual" and not row.approximation:
                levels[row.indicator, row.issuer, row.year, row.period].append(row)
    for number, row in enumerate(rows):
        if (
            row.kind != "change"
            or row.basis != "year_on_year"
            or row.approximation
            or row.year is None
        ):
            continue
        if row.status != "actual" or _CONSTANT_PRICES.search(row.indicator + row.context):
            continue
        now = levels.get((row.indicator, row.issuer, row.year, row.period), [])
        before = levels.get((row.indicator, row.issuer, row.year - 1, row.period), [])
        worked = [
            (worked_out, last)
            for this in now
            for last in before
            if this.indicator_id == last.indicator_id
            and (worked_out := _worked_out(row, this, last)) is not None
        ]
        if worked and not any(_allowed(row, bounds) for bounds, _ in worked):
            (low, high), last = worked[0]
            middle = plain(((low + high) / 2).quantize(Decimal("0.1")))
            yield (
                number,
                f"同比核对：写明{_signed(row)}，按上年{shown(last)}推算为{middle}{row.unit}",
            )


def _worked_out(change: Row, now: Row, before: Row) -> Range | None:
    """The change that two levels allow, in the unit of the stated one; None where that cannot be compared."""
    (low, high), (was_low, was_high) = _range(now), _range(before)
    if change.unit == "%" and now.unit != "%":
        if was_low <= 0:
            return None
        return (low / was_high - 1) * 100, (high / was_low - 1) * 100
    if change.unit == now.unit or (change.unit == "个百分点" and now.unit == "%"):
        return low - was_high, high - was_low
    return None


def _allowed(change: Row, bounds: Range) -> bool:
    slack = precision(change) * _HALF or (_HALF if change.unit == "%" else Decimal(0))
    return bounds[0] - slack <= change.value <= bounds[1] + slack


def _signed(row: Row) -> str:
    return f"{'下降' if row.value < 0 else '增长'}{plain(abs(row.value))}{row.unit}"
