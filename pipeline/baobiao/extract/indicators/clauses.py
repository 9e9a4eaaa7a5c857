"""Sentences and the places in them where a name may not reach across."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

import regex

from baobiao.extract.indicators.grammar import Quantity
from baobiao.extract.indicators.names import Cover
from baobiao.model import Cell, Draft, Report

_PAIRS = re.compile(r"“[^“”\n]{1,60}”|《[^《》\n]{1,120}》|‘[^‘’\n]{1,30}’|〈[^〈〉\n]{1,60}〉")
_BRACKETS = regex.compile(
    r"\((?:[^()\n]++|(?R))*+\)"
)  # brackets in brackets belong to the outer pair
_LONGEST_ASIDE = 60
_ENDS = re.compile(r"[。！？!?]|\n+")
_PROSE = re.compile(r"[\u4e00-\u9fff]{2}.*[，。；]")
_MARKS = re.compile(r"[，；：、()。！？!?;:\n]|,(?!\d{3})|——|(?<!\d),")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch that ends in 。 or at a line's end, with its quantities in order."""

    start: int
    end: int
    quantities: tuple[Quantity, ...]


class Marks:
    """Punctuation that bounds clauses: quotes, book titles and brackets without figures are passed over."""

    def __init__(self, text: str, places: tuple[int, ...]) -> None:
        self._text = text
        self._places = places
        self._of: dict[str, list[int]] = {}

    def before(self, offset: int, stop: str) -> int:
        """The end of the nearest mark of ``stop`` before the offset; 0 where there is none."""
        places = self._of_kind(stop)
        index = bisect_left(places, offset)
        return places[index - 1] + 1 if index else 0

    def after(self, offset: int, stop: str) -> int:
        """The nearest mark of ``stop`` at or after the offset; the text's end where there is none."""
        places = self._of_kind(stop)
        index = bisect_left(places, offset)
        return places[index] if index < len(places) else len(self._text)

    def is_mark(self, offset: int) -> bool:
        index = bisect_left(self._places, offset)
        return index < len(self._places) and self._places[index] == offset

    def _of_kind(self, stop: str) -> list[int]:
        if stop not in self._of:
            self._of[stop] = [place for place in self._places if self._text[place] in stop]
        return self._of[stop]


def marks(draft: Draft, quantities: list[Quantity]) -> Marks:
    """The marks of a report, given where its quantities are."""
    text = draft.folded
    inside: list[tuple[int, int]] = [m.span() for m in _PAIRS.finditer(text)]
    starts = [q.start for q in quantities]
    for match in _BRACKETS.finditer(text):
        if match.end() - match.start() > _LONGEST_ASIDE:
            continue
        index = bisect_left(starts, match.start())
        if index == len(starts) or starts[index] >= match.end():
            inside.append(match.span())
    inside.sort()
    hidden_starts = [s for s, _ in inside]

    def hidden(place: int) -> bool:
        index = bisect_right(hidden_starts, place) - 1
        return any(s <= place < e for s, e in inside[max(0, index - 2) : index + 1])

    numbers = [(q.start, q.end) for q in quantities]
    number_starts = [s for s, _ in numbers]

    def in_number(place: int) -> bool:
        index = bisect_right(number_starts, place) - 1
        return index >= 0 and place < numbers[index][1]

    wraps = _soft_breaks(draft)
    places = [
        m.start()
        for m in _MARKS.finditer(text)
        if not hidden(m.start()) and not in_number(m.start()) and m.start() not in wraps
    ]
    return Marks(text, tuple(places))


def _soft_breaks(draft: Draft) -> frozenset[int]:
    """Line ends that only wrap a paragraph, as text copied out of a PDF has them.

    A report is wrapped when most of its lines are of one full length and end in the middle of a sentence.
    """
    lines = draft.folded.split("\n")
    full = [line for line in lines if len(line) >= 20]
    if len(full) < 8:
        return frozenset()
    widest = sorted(len(line) for line in full)[len(full) * 3 // 4]
    open_ended = [
        line for line in full if not line.rstrip().endswith(("。", "；", "：", "！", "？", ":"))
    ]
    if widest > 60 or len(open_ended) < len(full) * 0.5:
        return frozenset()
    headings = {s.start for s in draft.sections}
    tables = Cover(
        (block.start - 1, block.end + 1) for block in draft.report.blocks if block.kind == "table"
    )
    ends: set[int] = set()
    position = 0
    for line in lines:
        end = position + len(line)
        follows = end + 1
        if (
            len(line) >= widest * 0.75
            and not line.rstrip().endswith(("。", "；", "：", "！", "？"))
            and follows not in headings
            and not tables.overlaps(end, follows)
        ):
            ends.add(end)
        position = follows
    return frozenset(ends)


def prose_cells(report: Report) -> list[Cell]:
    """The cells of tables that hold sentences (完成情况: 全年检查12次，整改30处): their numbers are read as prose."""
    return [
        cell
        for table in report.tables
        for cell in table.cells
        if cell.kind == "value" and _PROSE.search(cell.text)
    ]


def sentences(draft: Draft, quantities: list[Quantity], bounds: Marks) -> list[Sentence]:
    """The sentences that hold a quantity."""
    text = draft.folded
    cuts = {0, len(text)}
    for match in _ENDS.finditer(text):
        if bounds.is_mark(match.start()):
            cuts.add(match.end())
    for section in draft.sections:
        cuts.add(section.start)
        if section.end < section.section_end and section.level < 6:
            cuts.add(section.end)
    cuts |= {tab.end() for tab in re.finditer(r"\t", draft.report.text)}
    for cell in prose_cells(draft.report):
        cuts |= {cell.start, cell.end}
    ordered = sorted(cuts)
    found: list[Sentence] = []
    index = 0
    for start, end in pairwise(ordered):
        inside = []
        while index < len(quantities) and quantities[index].start < end:
            inside.append(quantities[index])
            index += 1
        if inside:
            found.append(Sentence(start, end, tuple(inside)))
    return found
