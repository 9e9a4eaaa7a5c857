"""Numbers with their units: every place where a report says how much.

A number that is part of a name, an ordinal, a date, a duration or a rule's limit is kept as a ``Rejected`` with
its reason, so that ``baobiao explain`` can say why it is in no table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from baobiao.extract.indicators.grammar import Quantity, candidates
from baobiao.extract.indicators.judging import Judge
from baobiao.lexicon import Lexicon
from baobiao.model import Draft

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
    for group in candidates(draft.folded, lexicon):
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
        quantity = _shared_unit(text, quantity, kept[index + 1] if index + 1 < len(kept) else None)
        bare = not quantity.unit and not quantity.part and not quantity.unit_kind
        if bare and _YEARLIKE.fullmatch(text[quantity.number : quantity.end]):
            near = kept[max(0, index - 2) : index] + kept[index + 1 : index + 3]
            if not any(not n.unit and abs(n.start - quantity.start) < 30 for n in near):
                dropped.append(Rejected(quantity.start, quantity.end, "像年份或编号，没有单位"))
                continue
        good.append(quantity)
    return good, dropped


def _shared_unit(text: str, quantity: Quantity, following: Quantity | None) -> Quantity:
    """39.4和56.5%, 1.7个、2个百分点: the unit behind the last number of a list is that of all."""
    points = quantity.unit == "个" and following is not None and following.unit == "个百分点"
    bare = not quantity.unit and not quantity.part
    if following is None or not (bare or points):
        return quantity
    measured = (
        following.unit_kind == "measure"
        and "分别" in text[max(0, quantity.start - 8) : quantity.start]
    )
    if following.unit_kind != "ratio" and not measured:
        return quantity
    if text[quantity.end : following.start] in ("和", "、", "及"):
        return replace(quantity, unit=following.unit, unit_kind=following.unit_kind)
    return quantity
