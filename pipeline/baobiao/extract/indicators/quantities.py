"""Numbers with their units: every place where a report says how much.

A number that is part of a name, an ordinal, a date, a duration or a rule's limit is kept as a ``Rejected`` with
its reason, so that ``baobiao explain`` can say why it is in no table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from baobiao import numerals
from baobiao.extract.indicators.grammar import Quantity, candidates
from baobiao.extract.indicators.judging import Judge
from baobiao.lexicon import Lexicon
from baobiao.model import Draft

_SEAMS = ("和", "、", "及", "与")
_SCALED = re.compile("[十百千]?[万亿]+$")
_APART = re.compile(r"(?:分别|各)[^，。；、\d]{0,6}$")
_NEAR = 8  # characters, as far as such words reach back
_YEARLIKE = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Rejected:
    """A number that is no indicator, and why (a Chinese sentence)."""

    start: int
    end: int
    reason: str


def find(draft: Draft, lexicon: Lexicon) -> tuple[list[Quantity], list[Rejected]]:
    """All quantities of a report in order, and the numbers that are none with the reason."""
    judge = Judge(draft, lexicon)
    kept: list[Quantity] = []
    dropped: list[Rejected] = []
    groups = list(candidates(draft.folded, lexicon))
    firsts = _with_shared_units(draft.folded, [group[0] for group in groups])
    for first, group in zip(firsts, groups, strict=True):
        group = [first] if len(group) == 1 else group
        reason = judge.reason(group)
        if reason:
            dropped.append(Rejected(group[0].start, group[-1].end, reason))
        else:
            kept += group
    return _registers(draft.folded, kept, dropped)


def _registers(
    text: str, kept: list[Quantity], dropped: list[Rejected]
) -> tuple[list[Quantity], list[Rejected]]:
    """A year-like number without a unit is a quantity only among others in the same list."""
    good: list[Quantity] = []
    for index, quantity in enumerate(kept):
        bare = not quantity.unit and not quantity.part and not quantity.unit_kind
        if bare and _YEARLIKE.fullmatch(text[quantity.number : quantity.end]):
            near = kept[max(0, index - 2) : index] + kept[index + 1 : index + 3]
            if not any(not n.unit and abs(n.start - quantity.start) < 30 for n in near):
                dropped.append(Rejected(quantity.start, quantity.end, "像年份或编号，没有单位"))
                continue
        good.append(quantity)
    return good, dropped


def _with_shared_units(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """39.4和56.5%, 1.7个、2个百分点, 分别为3.2、4.5和6.7万元: the unit of the last number of a list is that of all."""
    found = list(quantities)
    for last in range(len(found) - 1, 0, -1):
        first = last
        while first and _wants_unit(text, found[first - 1], quantities[first], found[last]):
            first -= 1
        if first == last or not _is_shared(text, found[first], found[last]):
            continue
        scale = _scale(text, found[last])
        for index in range(first, last):
            unit, kind = found[last].unit, found[last].unit_kind
            value = found[index].value * scale
            found[index] = replace(found[index], value=value, unit=unit, unit_kind=kind)
    return found


def _wants_unit(text: str, quantity: Quantity, following: Quantity, last: Quantity) -> bool:
    points = quantity.unit == "个" and last.unit == "个百分点"
    bare = not (quantity.unit or quantity.part or quantity.chinese)
    bare = bare and not _SCALED.search(_numeral(text, quantity))
    return (bare or points) and text[quantity.end : following.start] in _SEAMS and bool(last.unit)


def _is_shared(text: str, first: Quantity, last: Quantity) -> bool:
    """A rate is that of its whole list; another unit is where the words before the list share the numbers out."""
    return last.unit_kind == "ratio" or bool(
        _APART.search(text, max(0, first.start - _NEAR), first.start)
    )


def _numeral(text: str, quantity: Quantity) -> str:
    return text[quantity.number : quantity.numeral_end or quantity.end]


def _scale(text: str, quantity: Quantity) -> Decimal:
    found = _SCALED.search(_numeral(text, quantity))
    return numerals.parse("一" + found.group()) if found else Decimal(1)
