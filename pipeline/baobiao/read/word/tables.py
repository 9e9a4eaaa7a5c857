"""The cells of a Word table with the places and spans that they have on paper (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from baobiao.read.tables.grid import GridCell
from baobiao.read.word.package import W, integer, is_on, said, value_of
from baobiao.read.word.runs import is_placeholder
from baobiao.read.zip_package import Element

_AROUND = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_NEAR = 120  # twentieths of a point: two lines no further apart are one that was drawn by hand
_WIDEST = 100  # columns; Word has at most 63


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell (``w:tc``) with the columns that it stands over; ``goes_on`` says that it belongs to
    the one above, ``None`` as its element that a row begins or ends before it.
    """

    element: Element | None
    column: int
    span: int
    goes_on: bool = False
    heading: bool = False


def rows_of(table: Element) -> list[list[WordCell]]:
    """The rows of a table without those that were deleted; tables inside are left alone."""
    lines = _lines(table)
    rows = [list(_cells(row)) for row in _within(table, f"{W}tr") if not _is_deleted(row)]
    if all(lines.get(c.column + c.span, 0) > lines.get(c.column, 0) for row in rows for c in row):
        return [[_snapped(cell, lines) for cell in row] for row in rows]
    return rows


def grid_cells(
    rows: Sequence[Sequence[WordCell]], texts: Mapping[Element, str]
) -> list[list[GridCell]]:
    """The cells as ``grid.placed`` takes them, each once, with the rows that it reaches over."""
    going_on = [{(c.column, c.span) for c in row if c.goes_on} for row in rows]
    marked = any(cell.heading for row in rows for cell in row)
    found: list[list[GridCell]] = []
    for index, row in enumerate(rows):
        cells: list[GridCell] = []
        for cell in row:
            place = (cell.column, cell.span)
            above = {(c.column, c.span) for c in rows[index - 1]} if index else set()
            if cell.goes_on and place in above:
                continue
            stop = index + 1
            while stop < len(rows) and place in going_on[stop]:
                stop += 1
            text = texts.get(cell.element, "") if cell.element is not None else ""
            heading = True if marked and cell.heading else None
            cells.append(GridCell(text, stop - index, cell.span, heading))
        found.append(cells)
    return found


def _within(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also those in content controls."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND and not is_placeholder(child):
            yield from _within(child, tag)


def _cells(row: Element) -> Iterator[WordCell]:
    properties = row.find(f"{W}trPr")
    heading = is_on(properties, "tblHeader")
    column = 0
    if before := min(integer(value_of(properties, "gridBefore"), 0), _WIDEST):
        yield WordCell(None, 0, before)
        column = before
    for cell in _within(row, f"{W}tc"):
        properties_of_cell = cell.find(f"{W}tcPr")
        span = max(1, min(integer(value_of(properties_of_cell, "gridSpan"), 1), _WIDEST))
        merged = properties_of_cell.find(f"{W}vMerge") if properties_of_cell is not None else None
        goes_on = merged is not None and said(merged, "val") != "restart"
        yield WordCell(cell, column, span, goes_on, heading)
        column += span


def _is_deleted(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _lines(table: Element) -> dict[int, int]:
    """The ruled lines between columns, those that nearly meet as one: the line's rank by number."""
    grid = table.find(f"{W}tblGrid")
    columns = grid.iterchildren(f"{W}gridCol") if grid is not None else iter(())
    places = [0, *accumulate(integer(said(column, "w"), 0) for column in columns)]
    ranks: dict[int, int] = {}
    rank = -1
    last = -_NEAR - 1
    for number, place in enumerate(places):
        if place - last > _NEAR:
            rank, last = rank + 1, place
        ranks[number] = rank
    return ranks


def _snapped(cell: WordCell, lines: Mapping[int, int]) -> WordCell:
    left, right = lines[cell.column], lines[cell.column + cell.span]
    return WordCell(cell.element, left, right - left, cell.goes_on, cell.heading)
