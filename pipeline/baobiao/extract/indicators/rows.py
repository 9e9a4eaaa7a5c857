"""From quantities to rows: name, period, status and actor of every number that counts."""

from __future__ import annotations

import re
from bisect import bisect_right

from baobiao.extract.indicators.canonical import canon
from baobiao.extract.indicators.clauses import Marks, Sentence, marks, sentences
from baobiao.extract.indicators.names import Cover
from baobiao.extract.indicators.naming import Named, Namer
from baobiao.extract.indicators.parts import with_wholes
from baobiao.extract.indicators.periods import LIST_SEAMS, Periods
from baobiao.extract.indicators.quantities import Rejected, find
from baobiao.extract.indicators.sharing import shared
from baobiao.lexicon import Lexicon
from baobiao.model import Date, Draft, Indicator

_CLAUSE = "，；：。()\n"
_BASES = (
    (
        re.compile(
            r"同比|(?:比|较|与|同)(?:上年|去年|上一年|前一年|(?:19|20)\d\d年)|[上去]年同期|同期"
        ),
        "year_on_year",
    ),
    (re.compile(r"环比|(?:比|较)上(?:月|季度?|期)"), "month_on_month"),
    (
        re.compile(
            r"年初|[上去]年[末底]|年均|平均每年|每年|累计|[两三四五十]年|以来|“十|时期|期间"
        ),
        "over_period",
    ),
)

_OPENS = re.compile(r"(?:^|[，。；：:\n年月日来，])\s*$")
# Behind ， an organisation acts in its clause alone; behind a date or ； it acts in what follows.
_OPENS_SENTENCE = re.compile(r"(?:^|[。；：:\n]|(?:[年月日来]|[上下]半年|期间)，?)\s*$")


def extract(draft: Draft, lexicon: Lexicon) -> tuple[Indicator, ...]:
    """The indicators of a report in the order of the text.

    Every row satisfies ``report.text[start:end] == text``; values are exact and plain (5万份 is 50000 份).

    >>> from baobiao.characters import fold
    >>> from baobiao.lexicon import load
    >>> from baobiao.model import Document, Report
    >>> text = "涉危害食品安全犯罪案件：破案2宗，取保候审3人。"
    >>> draft = Draft(Report("0", "例.txt", "txt", text), fold(text), Document(year=2024))
    >>> [(row.name, str(row.value), row.unit) for row in extract(draft, load())]
    [('涉危害食品安全犯罪案件破案', '2', '宗'), ('涉危害食品安全犯罪案件取保候审', '3', '人')]
    """
    quantities, _ = find(draft, lexicon)
    bounds = marks(draft, quantities)
    return _Rows(draft, lexicon, bounds).of(sentences(draft, quantities, bounds))


class _Rows:
    def __init__(self, draft: Draft, lexicon: Lexicon, bounds: Marks) -> None:
        self.draft = draft
        self.bounds = bounds
        self.namer = Namer(draft, lexicon, bounds)
        self.periods = Periods(draft)
        self.canon = canon(lexicon)
        self.basis = ""
        self._organisation_starts = [o.start for o in draft.organisations]

    def of(self, found: list[Sentence]) -> tuple[Indicator, ...]:
        named = [
            (sentence, each)
            for sentence in found
            for each in shared(self.draft.folded, self.namer.name_all(sentence))
        ]
        times = self._times_listed(named)
        wholes = with_wholes(self.draft.folded, [each for _, each in named], self._is_known)
        rows: list[Indicator] = []
        last: Sentence | None = None
        for (sentence, _), each in zip(named, wholes, strict=True):
            self.basis = self.basis if sentence is last else ""
            last = sentence
            rows.append(self._row(sentence, each, times.get(each.quantity.start)))
        return tuple(rows)

    def _times_listed(self, named: list[tuple[Sentence, Named]]) -> dict[int, Date]:
        """The date of each number of a list that shares out dates, by where the number stands."""
        text, times = self.draft.folded, dict[int, Date]()
        run: list[int] = []
        for index, (sentence, each) in enumerate(named):
            run.append(each.quantity.start)
            end = each.quantity.end
            following = named[index + 1][1].quantity.start if index + 1 < len(named) else end
            if text[end:following] in LIST_SEAMS:
                continue
            times.update(
                zip(run, self.periods.listed(sentence.start, run[0], len(run)), strict=False)
            )
            run = []
        return times

    def _is_known(self, named: Named) -> bool:
        return bool(self.canon.find(named.name, named.quantity.unit, change=False))

    def _row(self, sentence: Sentence, named: Named, time: Date | None) -> Indicator:
        draft, quantity = self.draft, named.quantity
        clause = max(sentence.start, self.bounds.before(quantity.start, _CLAUSE))
        wanted = not named.earlier and self.periods.wanted(clause, sentence.start, quantity.start)
        year, first, last = self.periods.of(
            sentence.start, named.anchor, change=bool(named.change), earlier=named.earlier
        )
        if wanted and year is not None:
            year, first, last = self.periods.to_come(sentence.start, named.anchor) or (
                year,
                first,
                last,
            )
        if time and time.date_to:
            year, first, last = time.date_to.year, time.date_from, time.date_to
        value, high = quantity.value, quantity.value_high
        if named.change == "down" and value > 0:
            value, high = (-value, None) if high is None else (-high, -value)
        return Indicator(
            section_id=draft.section_at(quantity.start),
            start=quantity.start,
            end=quantity.end,
            text=draft.report.text[quantity.start : quantity.end],
            indicator=self.canon.find(named.name, quantity.unit, change=bool(named.change)),
            name=named.name,
            value=value,
            value_high=high,
            unit=quantity.unit,
            kind="change" if named.change else "level",
            basis=self._basis(sentence, clause, quantity.start) if named.change else "",
            approximation=quantity.approximation,
            status="target" if wanted or self.periods.is_to_come(year) else "actual",
            year=year,
            period_from=first,
            period_to=last,
            actor=self._actor(sentence, clause, named.anchor),
            context=self._context(sentence, quantity.start, quantity.end),
            rule=f"{quantity.rule}.{named.rule}",
        )

    def _basis(self, sentence: Sentence, clause: int, offset: int) -> str:
        """Against what a change is measured; a change that does not say is against what the one before it was."""
        before = self.draft.folded[clause:offset]
        found = next((basis for pattern, basis in _BASES if pattern.search(before)), "")
        if not found and not self.basis:
            found = next(
                (b for p, b in _BASES if p.search(self.draft.folded[sentence.start : offset])), ""
            )
        self.basis = found or self.basis or "year_on_year"
        return self.basis

    def _actor(self, sentence: Sentence, clause: int, offset: int) -> str:
        """The organisation that opens the sentence or the number's own clause, unless it is the issuer."""
        text, issuer = self.draft.folded, self.draft.document.issuer
        index = bisect_right(self._organisation_starts, offset) - 1
        while index >= 0 and self.draft.organisations[index].start >= sentence.start:
            found = self.draft.organisations[index]
            opens = _OPENS if found.start >= clause else _OPENS_SENTENCE
            acts = text[found.end : found.end + 1] not in ("的", "、") and found.end <= offset
            if acts and opens.search(text[sentence.start : found.start]):
                return "" if found.name == issuer else found.name
            index -= 1
        return ""

    def _context(self, sentence: Sentence, start: int, end: int) -> str:
        """The clause that the number stands in, as a reader of the table needs it."""
        first = max(sentence.start, self.bounds.before(start, "；。\n"))
        last = min(sentence.end, self.bounds.after(end, "；。\n"))
        return self.draft.report.text[first:last].strip()


def rejected(draft: Draft, lexicon: Lexicon) -> tuple[Rejected, ...]:
    """The numbers of a report that are in no table, in the order of the text, each with its reason."""
    taken = Cover((row.start, row.end) for row in draft.indicators if row.table_cell)
    found = (item for item in find(draft, lexicon)[1] if not taken.overlaps(item.start, item.end))
    return tuple(sorted(found, key=lambda item: (item.start, item.end)))


def reason(draft: Draft, lexicon: Lexicon, offset: int) -> str:
    """Why the number at an offset is in no table, in a Chinese phrase; empty where there is no number."""
    return next((r.reason for r in rejected(draft, lexicon) if r.start <= offset < r.end), "")
