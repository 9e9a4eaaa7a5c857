"""What a sentence says of one amount at two times: the level before, the level after, the difference, the rate.

Any three of them can contradict one another. Growth at constant prices is measured otherwise and is left out
(国家统计局：生产总值、增加值增速按不变价格计算).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from baobiao.check.amounts import Amount, Sentence

_UP = r"(?:增加|增长|提高|提升|上升|扩大|升|增|涨|上涨|扩展|拓展|扩容|增多)"
_DOWN = r"(?:减少|下降|降低|缩短|缩减|压缩|压减|降|减|精简|缩小|回落|整合)"
_REACHED = re.compile(rf"[^，。；：、\d]{{0,8}}?(?P<verb>{_UP}|{_DOWN})?(?:到|至|为|成)")
_FROM = re.compile(r"[由从](?P<what>[^，。；]{0,16})$")
_CHANGED = re.compile(
    rf"[^，。；、(]{{0,6}}[，、(]?(?:同比|比上年|较上年|比去年|较去年|累计|共|约|比)*(?P<verb>{_UP}|{_DOWN})[了约达]*(?:幅度?[为达]?)?"
)
_THAN_LAST = re.compile(
    r"[^，。；(]{0,6}[，(]?(?:同比|[比较与](?:上年度?|去年|上一年|前一年|(?:19|20)\d\d年)(?:同期)?(?:相比)?)(?:的|为)?"
)
_OTHERWISE = re.compile(
    r"实际|不变价|可比|同口径|扣除|剔除|调整后|生产总值|增加值|产值|GDP|价格|指数|年均|环比|折合|因素|日均|排[名位]|位次"
)
_COMPARED = re.compile(r"[比较与同][^，。；]{0,14}$")


@dataclass(frozen=True, slots=True)
class Growth:
    """``before`` and ``after`` are levels, ``difference`` an amount of the same unit, ``rate`` a percentage, a multiple
    (倍) or percentage points. ``up`` is what the verb says, None where it says neither.
    """

    before: Amount | None
    after: Amount
    difference: Amount | None = None
    rate: Amount | None = None
    up: bool | None = None

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """All of them, in the order of the text."""
        there = (self.before, self.after, self.difference, self.rate)
        return tuple(sorted((a for a in there if a), key=lambda a: a.row.start))


def growths(sentence: Sentence) -> Iterator[Growth]:
    """What a sentence says of amounts at two times, each read once."""
    amounts = sentence.amounts
    for at, amount in enumerate(amounts):
        if amount.is_level and amount.is_exact and not is_measured_otherwise(amount):
            found = _from_to(amounts, at) or _with_difference(amounts, at)
            if found:
                yield found


def _from_to(amounts: Sequence[Amount], at: int) -> Growth | None:
    """由A件增加到B件，增长N%."""
    before, after = amounts[at], amounts[at + 1] if at + 1 < len(amounts) else None
    if after is None or not _FROM.search(before.before) or not _same(before, after):
        return None
    moved = _REACHED.fullmatch(after.before)
    if moved is None or _OTHERWISE.search(after.before):
        return None
    up = re.fullmatch(_UP, moved["verb"]) is not None if moved["verb"] else None
    growth = Growth(before, after, up=up)
    for amount in amounts[at + 2 : at + 4]:
        changed = _CHANGED.fullmatch(amount.before)
        if changed is None or not amount.is_exact or _OTHERWISE.search(amount.before):
            break
        growth = _with_change(growth, amount)
    return growth


def _with_difference(amounts: Sequence[Amount], at: int) -> Growth | None:
    """B件，比上年增加X件，增长N%; B件，比上年的A件增加X件."""
    after, following = amounts[at], amounts[at + 1 : at + 3]
    if not following or _COMPARED.search(after.before) or _OTHERWISE.search(following[0].before):
        return None
    first = following[0]
    if _same(after, first) and _THAN_LAST.fullmatch(first.before):
        growth, rest = Growth(first, after), following[1:]
    else:
        growth, rest = Growth(None, after), following
    for amount in rest:
        changed = _CHANGED.fullmatch(amount.before) or re.fullmatch(
            rf"{_THAN_LAST.pattern}{_CHANGED.pattern}", amount.before
        )
        if changed is None or not amount.is_exact or _OTHERWISE.search(amount.before):
            break
        growth = _with_change(growth, amount)
    complete = growth.before or growth.difference
    return growth if complete and (growth.difference or growth.rate) else None


def _with_change(growth: Growth, amount: Amount) -> Growth:
    before, after = growth.before, growth.after
    if amount.unit in ("%", "倍", "个百分点") and growth.rate is None:
        return Growth(before, after, growth.difference, amount, growth.up)
    if amount.unit == after.unit and not amount.is_level and growth.difference is None:
        return Growth(before, after, amount, growth.rate, growth.up)
    return growth


def is_measured_otherwise(amount: Amount) -> bool:
    """Whether its growth is reckoned at constant prices, on another basis, or as a rank."""
    return bool(_OTHERWISE.search(amount.before) or _OTHERWISE.search(amount.row.name))


def _same(first: Amount, second: Amount) -> bool:
    units = {first.unit, second.unit}
    plain = first.is_level and second.is_level and first.is_exact and second.is_exact
    return plain and (len(units) == 1 or "" in units)


def rate_range(growth: Growth) -> tuple[Decimal, Decimal] | None:
    """The least and the greatest growth in percent that the other figures allow; None where they say nothing.

    Each figure stands for all that round to it.
    """
    after = _ends(growth.after)
    if growth.before is not None:
        before = _ends(growth.before)
    elif growth.difference is not None:
        change = _ends(growth.difference)
        before = (after[0] - change[1], after[1] - change[0])
    else:
        return None
    if before[0] <= 0 or after[0] < 0:
        return None
    rates = [(a / b - 1) * 100 for a in after for b in before]
    if growth.before is None and growth.difference is not None:
        change = _ends(growth.difference)
        rates = [c / (a - c) * 100 for c in change for a in after if a > c]
    return (min(rates), max(rates)) if rates else None


def _ends(amount: Amount) -> tuple[Decimal, Decimal]:
    half = Decimal(0) if amount.is_count else amount.step / 2
    return amount.value - half, amount.value + half
