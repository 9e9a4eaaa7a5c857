"""Rates and shares whose parts stand beside them: 评查200卷，合格197卷，合格率98.5%.

A rate is taken up only where its numerator is named as the rate is (合格…合格率) and stands right before it; the
denominator may be any figure of the same unit before that. 按时, 及时 and the like count something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from baobiao.check.amounts import Amount, Sentence, may_stand_for

_RATE = re.compile(
    r"(?:[，、(]|^)(?:其|总|综合)?(?P<done>[\u4e00-\u9fff]{2})率(?:均?[为达]到?|是)?"
)
_SHARE = re.compile(r"[\u4e00-\u9fff]{0,4}[，(]?占比?(?:[为达]到?)?")
_SHARE_OF_FIGURE = re.compile(r"[\u4e00-\u9fff]{0,4}的(?:比重|比例)?[为达]?")
_COMPLETED = re.compile(r"[，、]完成(?:了)?(?:年初|年度|调整|全年)?预算(?:数)?的?")
_OTHER_COUNT = re.compile(r"按时|按期|及时|限时|当场|一次|平均|同比|首[次问]|提前")


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate with its numerator and the figures that may be its denominator, nearest first.

    ``remains``: the figure counts what is left (不合格112批次，合格率98.2%).
    """

    rate: Amount
    part: Amount
    wholes: tuple[Amount, ...]
    remains: bool = False

    def holds(self) -> bool:
        """Whether one of the denominators gives the rate, the last digit rounded either way."""
        return any(_agrees(self, whole) for whole in self.wholes)


def rates(sentence: Sentence) -> Iterator[Rate]:
    """The rates of a sentence that its own figures settle."""
    amounts = sentence.amounts
    for at, amount in enumerate(amounts):
        if at == 0 or amount.unit != "%" or not (amount.is_level and amount.is_exact):
            continue
        found = _named(amounts, at) or _completed(amounts, at) or _share(amounts, at)
        if found and found.wholes and found.part.is_exact:
            yield found


def _named(amounts: Sequence[Amount], at: int) -> Rate | None:
    """…200卷，合格197卷，合格率98.5%."""
    said = _RATE.fullmatch(amounts[at].before)
    part = amounts[at - 1]
    if said is None or not part.name.endswith(said["done"]) or _OTHER_COUNT.search(part.name):
        return None
    remains = re.search(rf"[不未]予?{said['done']}$", part.name) is not None
    return Rate(amounts[at], part, _wholes(amounts[: at - 1], part), remains)


def _completed(amounts: Sequence[Amount], at: int) -> Rate | None:
    """年初预算100万元，支出决算98万元，完成年初预算的98%."""
    if at < 2 or not _COMPLETED.fullmatch(amounts[at].before):
        return None
    budget, spent = amounts[at - 2], amounts[at - 1]
    if "预算" not in budget.name or "决算" not in spent.name or not _same(budget, spent):
        return None
    return Rate(amounts[at], spent, (budget,))


def _share(amounts: Sequence[Amount], at: int) -> Rate | None:
    """…21篇，其中图解9篇，占42.9%; 74.2公里，占任务108公里的68.7%."""
    rate, part = amounts[at], amounts[at - 1]
    if (
        at > 1
        and _SHARE_OF_FIGURE.fullmatch(rate.before)
        and re.search(r"占[^，；]{0,10}$", part.before)
    ):
        return Rate(rate, amounts[at - 2], (part,)) if _same(part, amounts[at - 2]) else None
    if _SHARE.fullmatch(rate.before) is None or "占" in part.before:
        return None
    return Rate(rate, part, _wholes(amounts[: at - 1], part))


def _wholes(amounts: Sequence[Amount], part: Amount) -> tuple[Amount, ...]:
    return tuple(a for a in reversed(amounts) if _same(a, part))


def _same(first: Amount, second: Amount) -> bool:
    return first.unit == second.unit not in ("", "%") and first.is_level and second.is_level


def _agrees(rate: Rate, whole: Amount) -> bool:
    if not whole.is_exact or whole.value < 0:
        return True
    if whole.value == 0:
        return rate.rate.value == 0
    part = rate.part
    margin = 0 if part.is_count else part.step / 2
    around = 0 if whole.is_count else whole.step / 2
    ends = [
        (part.value - margin) / (whole.value + around) * 100,
        (part.value + margin) / (whole.value - around) * 100,
    ]
    if rate.remains:
        ends = sorted(100 - end for end in ends)
    return may_stand_for(rate.rate, *ends)
