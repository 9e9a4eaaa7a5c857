"""Amounts as a draft writes them, sentence by sentence: what the rules about numbers reckon with.

An amount is an indicator with the precision that it was written in: 1.9万件 says nothing about hundreds. Two amounts
contradict each other only where no rounding can bring them together.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from baobiao.model import Draft, Indicator

_NUMERAL = re.compile(r"\d[\d,，]*(?:\.(\d+))?")
_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]?")
_BARE = re.compile(r"[,，]")
_SCALES = (("万", Decimal(10**4)), ("亿", Decimal(10**8)))
# One thing under several classifiers: 8宗案件 and 8件案件 may be added up.
_CASES = frozenset("件宗起")


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure of a sentence. ``before`` is what stands between it and the figure before it (or the sentence's
    beginning), folded. ``step`` is the worth of the last digit written: 1.9万 has 1000.
    """

    row: Indicator
    before: str
    step: Decimal

    @property
    def value(self) -> Decimal:
        """The figure; a fall is negative."""
        return self.row.value

    @property
    def unit(self) -> str:
        """The unit, with 宗 and 起 taken for 件."""
        return "件" if self.row.unit in _CASES else self.row.unit

    @property
    def is_exact(self) -> bool:
        """Whether the text gives one figure, and not 约, 以上, 成 or a range."""
        row = self.row
        return not row.approximation and row.value_high is None and "成" not in row.text

    @property
    def is_level(self) -> bool:
        """Whether it says how much there was, and not by how much it changed."""
        return self.row.kind == "level"

    @property
    def name(self) -> str:
        """The words right before the figure, back to the last mark: what the text itself calls it."""
        return re.split(r"[，。；：、,;:()]", self.before)[-1].strip()

    @property
    def is_count(self) -> bool:
        """Whether it was counted out: no decimals, no 万 or 亿, so that nothing was rounded."""
        return self.step == 1


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its amounts, in order."""

    start: int
    end: int
    amounts: tuple[Amount, ...]


def sentences(draft: Draft) -> Iterator[Sentence]:
    """The sentences of the running text that hold amounts. Tables and page residue are left out.

    >>> from baobiao.lexicon import load
    >>> from baobiao.process import extract
    >>> from baobiao.read import from_text
    >>> text = "全年办结案件近1.9万件，罚款12.50万元。"
    >>> [(str(a.step), a.name) for s in sentences(extract(from_text(text), load())) for a in s.amounts]
    [('1E+3', '全年办结案件'), ('1E+2', '罚款')]
    """
    hidden = [(b.start, b.end) for b in draft.report.blocks if b.kind != "text"]
    rows = sorted(
        (row for row in draft.indicators if not row.table_cell and not _within(row.start, hidden)),
        key=lambda row: (row.start, row.end),
    )
    starts = [row.start for row in rows]
    for match in _SENTENCE.finditer(draft.folded):
        first, last = bisect_left(starts, match.start()), bisect_left(starts, match.end())
        if first == last:
            continue
        ends = [match.start(), *(row.end for row in rows[first:last])]
        amounts = tuple(
            Amount(row, draft.folded[end : row.start], step(row))
            for row, end in zip(rows[first:last], ends, strict=False)
        )
        yield Sentence(match.start(), match.end(), amounts)


def step(row: Indicator) -> Decimal:
    """The worth of the last digit that was written."""
    numeral = _NUMERAL.search(row.text)
    if numeral is None:  # 二十八万 was not counted to the unit
        return next((worth for word, worth in _SCALES if word in row.text), Decimal(1))
    written = Decimal(_BARE.sub("", numeral[0]))
    factor = abs(row.value / written) if written else Decimal(1)
    return factor.scaleb(-len(numeral[1] or "")).normalize()


def may_be_equal(first: Amount, second: Amount) -> bool:
    """Whether rounding alone can explain that two statements of one thing differ."""
    return abs(first.value - second.value) <= (first.step + second.step) / 2


def may_stand_for(stated: Amount, low: Decimal, high: Decimal) -> bool:
    """Whether the figure is something between ``low`` and ``high``, rounded or cut off at its last digit."""
    size, least, greatest = stated.value, low, high
    if size < 0:
        size, least, greatest = -size, -high, -low
    return least < size + stated.step and greatest >= size - stated.step / 2


def as_precise_as(stated: Amount, value: Decimal) -> str:
    """A number written to as many places as the figure has."""
    return f"{value:.{max(0, -stated.step.adjusted())}f}"


def in_words_of(stated: Amount, value: Decimal) -> str:
    """A value in the scale and unit in which the figure is written: 21000 beside 1.9万人次 is 2.1万人次."""
    numeral = _NUMERAL.search(stated.row.text)
    if numeral is None:
        return f"{plain(value)}{stated.row.unit}"
    scale = stated.step.scaleb(len(numeral[1] or ""))
    return f"{plain(value / scale)}{stated.row.text[numeral.end() :]}"


def plain(value: Decimal) -> str:
    """A number as a person writes it.

    >>> plain(Decimal("5E+4")), plain(Decimal("12.50"))
    ('50000', '12.5')
    """
    return f"{value.normalize():f}"


def _within(offset: int, stretches: list[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in stretches)
