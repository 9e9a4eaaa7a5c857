"""The figures of tables, line by line: of tables that kept their cells, of lines divided by tabs, and of the statutory
tables that a page left as lines of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from baobiao.characters import fold
from baobiao.model import Cell, Draft, Table

_FIGURE = re.compile(
    r"(?P<minus>[-−—△])?(?P<number>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
)
_TEXT_LINE = re.compile(
    r"^[ ]*(?P<label>[^\n]*?)(?<![\d.])(?P<figures>\d[\d.,]*(?:[ ]+\d[\d.,]*)*)[ ]*$", re.MULTILINE
)
_CODES = re.compile(r"编码|代码|序号|编号|电话|行次")
_TABBED = re.compile(r"^(?:[^\n]*\t[^\n]*(?:\n|\Z)){3,}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of a table and its place. ``column`` counts from 0; in lines of text it counts figures."""

    value: Decimal
    step: Decimal
    start: int
    end: int
    text: str
    column: int
    header: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: its labels joined, folded and without spaces, and its figures.

    ``blanks`` are the columns that the row leaves empty.
    """

    label: str
    entries: tuple[Entry, ...]
    blanks: frozenset[int] = frozenset()


def lines(draft: Draft) -> Iterator[Line]:
    """The rows that hold figures, in order.

    >>> from baobiao.model import Block, Report
    >>> text = "行政许可 12\\n总计 41 7 0 1 2 1 52"
    >>> report = Report("0", "例", "txt", text, (Block(0, len(text), "table"),))
    >>> [(line.label, [str(entry.value) for entry in line.entries]) for line in lines(Draft(report, text))]
    [('行政许可', ['12']), ('总计', ['41', '7', '0', '1', '2', '1', '52'])]
    """
    for table in tables(draft):
        yield from table


def tables(draft: Draft) -> Iterator[tuple[Line, ...]]:
    """The tables of a draft, each as the rows that hold figures."""
    known = [(table.start, table.end) for table in draft.report.tables]
    for table in draft.report.tables:
        yield tuple(rows(table))
    for block in draft.report.blocks:
        if block.kind == "table" and not _meets(block.start, block.end, known):
            known.append((block.start, block.end))
            yield tuple(_text_lines(draft, block.start, block.end))
    for run in _TABBED.finditer(draft.report.text):
        if not _meets(*run.span(), known):
            yield tuple(_tabbed(draft, *run.span()))


def _meets(start: int, end: int, known: list[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in known)


def rows(table: Table) -> Iterator[Line]:
    """The rows of a table that kept its cells."""
    ordered = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    for _, group in groupby(ordered, key=lambda cell: cell.row):
        cells = list(group)
        entries = tuple(filter(None, map(_entry, cells)))
        columns = {entry.column for entry in entries}
        first = min(columns, default=0)
        words = [c.text for c in cells if c.column not in columns and c.column < first]
        label = re.sub(r"\s", "", fold("".join(words)))
        blanks = frozenset(c.column for c in cells if c.kind == "blank" or c.text.strip() in "/—-")
        if entries:
            yield Line(label, entries, blanks)


def _entry(cell: Cell) -> Entry | None:
    if cell.kind != "value" or any(map(_CODES.search, cell.header)):
        return None
    found = _FIGURE.fullmatch(fold(cell.text).strip())
    if found is None or re.fullmatch(r"0\d+|(?:19|20)\d\d", found.group()):
        return None
    value, step = _value(found["number"])
    value = -value if found["minus"] else value
    return Entry(value, step, cell.start, cell.end, cell.text, cell.column, cell.header)


def _tabbed(draft: Draft, start: int, end: int) -> Iterator[Line]:
    """Lines divided by tabs, under the words of the first."""
    heads: list[str] = []
    offset = start
    for line in draft.report.text[start:end].splitlines(keepends=True):
        label, entries, place = "", [], offset
        for column, words in enumerate(line.rstrip("\n").split("\t")):
            heading = tuple(filter(None, [heads[column] if column < len(heads) else "", label]))
            cell = Cell(0, column, place, place + len(words), words, heading)
            entry = _entry(cell)
            entries += [entry] if entry else []
            label += "" if entry or entries else re.sub(r"\s", "", fold(words))
            place += len(words) + 1
        heads = heads or [words.strip() for words in line.split("\t")]
        offset += len(line)
        if entries:
            yield Line(label, tuple(entries))


def _text_lines(draft: Draft, start: int, end: int) -> Iterator[Line]:
    for found in _TEXT_LINE.finditer(draft.folded, start, end):
        label = re.sub(r"\s", "", found["label"])
        yield Line(label, text_entries(draft, *found.span("figures")))


def text_entries(draft: Draft, start: int, end: int) -> tuple[Entry, ...]:
    """Figures that stand in the text with spaces between them."""
    entries = []
    for column, figure in enumerate(re.finditer(r"\d[\d.,]*", draft.folded[start:end])):
        value, step = _value(figure.group().rstrip(".,"))
        place = start + figure.start(), start + figure.end()
        text = draft.report.text[place[0] : place[1]]
        entries.append(Entry(value, step, *place, text, column))
    return tuple(entries)


def _value(number: str) -> tuple[Decimal, Decimal]:
    plain = re.sub("[,，]", "", number)
    decimals = len(plain.partition(".")[2])
    return Decimal(plain), Decimal(1).scaleb(-decimals)
