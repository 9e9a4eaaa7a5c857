"""The rows as a person lays them out: lines, and for each what a body gives for a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from baobiao.compare.conflicts import precision
from baobiao.compare.rows import Row

Time = tuple[int, str]  # the year, and the part of it in words


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a grid: the row that is shown, and all that speak of the same."""

    shown: int
    numbers: tuple[int, ...]


def cells(rows: Sequence[Row], numbers: Iterable[int]) -> dict[tuple[str, str, Time, str], Cell]:
    """By line, body, time and status. Rows without a year stand in no grid.

    Where there are several, the latest report is shown, of one report the exact and most precise value.
    """
    grouped: dict[tuple[str, str, Time, str], list[int]] = defaultdict(list)
    for number in numbers:
        row = rows[number]
        if row.year is not None:
            grouped[row.indicator_id, row.issuer, (row.year, row.period), row.status].append(number)
    return {
        key: Cell(max(found, key=lambda number: _worth(rows[number], number)), tuple(found))
        for key, found in grouped.items()
    }


def _worth(row: Row, number: int) -> tuple[object, ...]:
    exact = not row.approximation and row.value_high is None
    return row.report_year or 0, exact, -precision(row), -number


@dataclass(frozen=True, slots=True)
class Change:
    """From one value to a later: the difference, and in per cent where that says something."""

    by: Decimal
    per_cent: Decimal | None


def change(before: Row, now: Row) -> Change | None:
    """What became of a value, None where its two numbers cannot be set against each other.

    The difference of two rates is in percentage points and has no percentage.
    """
    if before.unit != now.unit and not (before.kind == now.kind == "level"):
        return None
    by = now.value - before.value
    if now.kind == "change" or now.unit in ("%", "‰") or before.value <= 0:
        return Change(by, None)
    return Change(by, (by / before.value * 100).quantize(Decimal("0.01")))


def ranks(values: Mapping[str, Decimal]) -> dict[str, int]:
    """The place of each among all, the largest first; equals share a place.

    >>> ranks({"a": Decimal(3), "b": Decimal(5), "c": Decimal(3)})
    {'b': 1, 'a': 2, 'c': 2}
    """
    ordered = sorted(values, key=lambda name: (-values[name], name))
    first: dict[Decimal, int] = {}
    for place, name in enumerate(ordered, 1):
        first.setdefault(values[name], place)
    return {name: first[values[name]] for name in ordered}


def may_be_summed(row: Row) -> bool:
    """Whether the values of several bodies add up: amounts and counts do; rates, means, changes and scores do not."""
    means = (
        "率",
        "人均",
        "平均",
        "户均",
        "比重",
        "占比",
        "强度",
        "浓度",
        "指数",
        "寿命",
        "标准",
        "每万",
        "单位",
    )
    return (
        row.kind == "level"
        and row.unit not in ("%", "‰", "个百分点", "倍", "番", "分", "岁", "天", "元/吨", "")
        and "/" not in row.unit
        and not any(word in row.indicator for word in means)
    )
