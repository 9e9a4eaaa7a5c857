"""What a sentence says to be the sum of what: totals and their parts.

A reading is taken only where the words settle it: 共 behind a list, a list in brackets, a remainder (其余, 尚未办结)
that closes one, 加上, 除…外, parts that are all there is by definition (``partitions``). Where they do not, there is
none; what only follows 其中 is some of the total and may not exceed it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from baobiao.check.amounts import Amount, Sentence, sentences
from baobiao.check.partitions import LONGEST, is_partition
from baobiao.model import Draft

_TIGHT = re.compile(r"^[\u4e00-\u9fff]{0,6}(?:、|和|及|以及|与)[^，。；：()]*$")
_LOOSE = re.compile(r"^[\u4e00-\u9fff]{0,6}[，、；,;和及][^，。；：()]*$")
_SUMMED = re.compile(r"[\u4e00-\u9fff]{0,4}，?(?:总共|一共|共计|合计|总计|共)[为达]?")
_MARKED = re.compile(r"总共|一共|共|合计|总计|总[数量额]")
_LEFT = re.compile(
    r"[，、；和](?:其余|剩余|余下|尚未|还未|尚在|正在|仍在|尚有|在办|在审|暂未|待)"
    r"|未(?:办结|审结|完成|处置|整改|化解)|办理期限内|结转(?:至|到)?(?:下|次|$)"
)
_OTHERS = re.compile(r"[，、；和](?:其他|其它|其余)")
_NOT_LEFT = re.compile(r"加上|连同|上年|去年|上一年|除")
_LEADS = re.compile(r"其中|[：(]|结果[为是]|包括")
_AMONG = re.compile(r"其中(?:包括|含|有)?[，：:]?|^\s*(?:按\S{1,6}分|分\S{1,8}看)[，：:]")
_STRAY = re.compile(r"\d(?!\d*(?:年|月|日|·|\.\d*·))")
_PLUS = re.compile(r"加上|连同|加之|另加")
_EXCEPT = re.compile(r"除(?!了)[^，]*$")
_THE_REST = re.compile(r"外，?(?:其他|其它|其余|剩余|余下|另)")
_OF_MANY = re.compile(r"各|平均|人均|每|日均")
_MOVES = re.compile(r"[由从]|(?:[增减升降]|提高|下降|缩[短减]|达)[加少至到为]*$|较|比|同比")


@dataclass(frozen=True, slots=True)
class Total:
    """A total with its parts. ``whole``: the parts are said to be all of it; else they are some of it.

    ``reading`` says in Chinese by what words.
    """

    total: Amount
    parts: tuple[Amount, ...]
    whole: bool
    reading: str

    @property
    def sum(self) -> Decimal:
        """The parts added up."""
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def slack(self) -> Decimal:
        """By how much rounding can keep the sum from the total; 0 where everything was counted out."""
        amounts = (self.total, *self.parts)
        if all(amount.is_count for amount in amounts):
            return Decimal(0)
        return sum((amount.step for amount in amounts), Decimal(0)) / 2

    @property
    def holds(self) -> bool:
        """Whether the parts make up the total, or do not exceed it where they are but some of it."""
        if self.whole:
            return abs(self.sum - self.total.value) <= self.slack
        return self.sum - self.total.value <= self.slack


def totals(draft: Draft) -> Iterator[Total]:
    """The totals of a draft, in the order of its sentences."""
    head: Sentence | None = None
    for sentence in sentences(draft):
        if head and "\n" in draft.folded[head.end : sentence.start].rstrip(" "):
            head = None
        yield from _of_sentence(sentence, head)
        if not _AMONG.match(sentence.amounts[0].before):
            head = sentence


def _of_sentence(sentence: Sentence, head: Sentence | None) -> Iterator[Total]:
    """``head`` is the sentence to which an opening 其中 refers back."""
    amounts = sentence.amounts
    for at, amount in enumerate(amounts):
        for reading in (_summed_up, _in_brackets, _closed, _added, _excepted, _declared):
            found = reading(amounts, at)
            if found and _can_be_added(found):
                yield found
                break
        opened = list(_AMONG.finditer(amount.before))
        found = _among(amounts, at, opened[0], head) if len(opened) == 1 else None
        if (
            found
            and _can_be_added(found)
            and not (found.total in amounts and _closed(amounts, amounts.index(found.total)))
        ):
            yield found


def _can_be_added(found: Total) -> bool:
    amounts = (found.total, *found.parts)
    units = {amount.unit for amount in amounts}
    plain = all(
        amount.is_exact
        and amount.is_level
        and not _OF_MANY.search(amount.name)
        and not _STRAY.search(amount.before)
        for amount in amounts
    )
    return plain and len(units) == 1 and not units & {"", "%"}


def _summed_up(amounts: Sequence[Amount], at: int) -> Total | None:
    """A件、B件和C件共N件."""
    if at < 2 or not _SUMMED.fullmatch(amounts[at].before):
        return None
    first = at - 1
    while first > 0 and _TIGHT.match(amounts[first].before):
        first -= 1
    if at - first < 2 or _MOVES.search(amounts[first].name):
        return None
    return Total(amounts[at], tuple(amounts[first:at]), True, "合计")


def _in_brackets(amounts: Sequence[Amount], at: int) -> Total | None:
    """N件（A件、B件）."""
    parts = list(amounts[at + 1 : at + 2])
    lead = re.fullmatch(r"[\u4e00-\u9fff]{0,8}\(([^()，。；]*)", parts[0].before) if parts else None
    if lead is None or re.search(r"含|包括|其中|新增|占|比|较|人均", lead[1]):
        return None
    parts += _while(amounts[at + 2 :], _LOOSE)
    return Total(amounts[at], tuple(parts), True, "括号里各项") if len(parts) > 1 else None


def _closed(amounts: Sequence[Amount], at: int) -> Total | None:
    """N件，A件，B件，尚未办结C件: a list that its remainder closes."""
    total = amounts[at]
    same = [a for a in amounts[: at + 1] if a.unit == total.unit and a.is_level]
    first = next((a for a in amounts[at + 1 :] if a.is_level and a.unit != "%"), None)
    if first is None or (len(same) > 1 and not _MARKED.search(total.name)):
        return None
    if first.before[:1] in "：；、和及与" or re.search("[：；]", total.before):
        return None
    parts = _until_remainder(amounts[at + 1 :], others=bool(_LEADS.search(first.before)))
    if len(parts) < 2 or _holds_otherwise(parts, total):
        return None
    return Total(total, tuple(parts), True, "各项连同剩余部分")


def _until_remainder(amounts: Sequence[Amount], *, others: bool) -> list[Amount]:
    """The figures up to one that names what is left; none where another unit or a new list intervenes."""
    parts: list[Amount] = []
    for amount in amounts:
        if not amount.is_level or amount.unit == "%":
            continue
        if (parts and not _LOOSE.match(amount.before)) or amount.unit != amounts[0].unit:
            return []
        if _NOT_LEFT.search(amount.before) or (parts and "其中" in amount.before):
            return []
        parts.append(amount)
        if _LEFT.search(amount.before) or (others and _OTHERS.search(amount.before)):
            return parts
    return []


def _holds_otherwise(parts: Sequence[Amount], total: Amount) -> bool:
    """Whether the figures agree in another reading.

    The first of them are totals too (受理投诉30件，举报24件，办结50件，尚未办结4件), or some are parts of the one
    before them (办结40件，维持30件，撤销10件，尚未办结5件).
    """
    values = [part.value for part in parts]
    totals_too = any(
        total.value + sum(values[:at]) == sum(values[at:]) for at in range(1, len(values))
    )
    return totals_too or any(
        values[at] == sum(values[at + 1 : end])
        and sum(values) - sum(values[at + 1 : end]) == total.value
        for at in range(len(parts))
        for end in range(at + 3, len(parts) + 1)
    )


def _added(amounts: Sequence[Amount], at: int) -> Total | None:
    """A件，加上B件，共N件."""
    if at < 2 or not _PLUS.search(amounts[at - 1].before):
        return None
    if not re.match(r"[^，]{0,6}，(?:总共|一共|共计|合计|总计|共)", amounts[at].before):
        return None
    total, more = amounts[at], amounts[at - 1]
    first = next((a for a in amounts[: at - 1] if a.unit == total.unit and a.is_level), None)
    return Total(total, (first, more), True, "两项相加") if first else None


def _excepted(amounts: Sequence[Amount], at: int) -> Total | None:
    """N件，除A件…外，其余B件."""
    if at + 2 >= len(amounts):
        return None
    one, rest = amounts[at + 1], amounts[at + 2]
    if not (_EXCEPT.search(one.before) and _THE_REST.search(rest.before)):
        return None
    return Total(amounts[at], (one, rest), True, "除外的和其余的")


def _declared(amounts: Sequence[Amount], at: int) -> Total | None:
    """N件，分别为A件、B件和C件; 共N件：A件、B件."""
    parts = list(amounts[at + 1 : at + 2])
    lead = parts[0].before if parts else ""
    marked = _MARKED.search(amounts[at].name) and re.fullmatch(
        r"[^，。；、：]{0,8}：[^，。；、]*", lead
    )
    if not marked and not re.fullmatch(r"[^，。；]{0,8}[，：]分别[为是][^，。；、]*", lead):
        return None
    parts += _while(amounts[at + 2 :], _TIGHT)
    return Total(amounts[at], tuple(parts), True, "分别列出的各项") if len(parts) > 1 else None


def _among(
    amounts: Sequence[Amount], at: int, opened: re.Match[str], head: Sentence | None
) -> Total | None:
    """N件，其中A件、B件; the total may stand in the sentence before."""
    first, refers_back = amounts[at], at == 0 and opened.start() == 0
    earlier = [a for a in amounts[:at] if a.is_level and a.unit != "%"]
    if refers_back and head:
        earlier = [a for a in head.amounts if a.is_level and a.unit == first.unit][:1]
    total = next((a for a in reversed(earlier) if a.unit == first.unit), None)
    if total is None or _MOVES.search(first.name):
        return None
    levels = [a for a in amounts[at:] if a.is_level and a.unit != "%"]
    for count in range(LONGEST, 1, -1):
        if is_partition([part.before for part in levels[:count]]):
            return Total(total, tuple(levels[:count]), True, "其中所列各项")
    if closed := _until_remainder(amounts[at:], others=True):
        return Total(total, tuple(closed), True, "其中所列各项")
    if refers_back or earlier[-1] is not total:
        return None
    parts = [first, *_while(amounts[at + 1 :], _TIGHT)]
    return Total(total, tuple(parts), False, "其中所列各项")


def _while(amounts: Sequence[Amount], separator: re.Pattern[str]) -> list[Amount]:
    parts: list[Amount] = []
    for amount in amounts:
        if not separator.match(amount.before):
            break
        parts.append(amount)
    return parts


def near_miss(found: Total) -> bool:
    """Whether a long list behind 其中 falls so little short of its total that one wrong digit explains it."""
    gap = found.total.value - found.sum
    if found.whole or len(found.parts) < 3 or gap <= found.slack:
        return False
    one_digit = len(f"{gap:f}".replace(".", "").strip("0")) == 1
    return gap * 20 <= found.total.value or (
        one_digit and gap * 4 <= found.total.value and found.total.value >= 100 * found.total.step
    )
