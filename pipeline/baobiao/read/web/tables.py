"""Tables of a web page: which hold data and which only lay out the page, and their cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from baobiao.read.tables.data import holds_data, trimmed
from baobiao.read.tables.grid import Grid, GridCell, placed
from baobiao.read.web.markup import Element, is_unseen

_NUMBER = re.compile(r"\s*(\d{1,5})")
_WIDEST = 1000

Words = Callable[[Element], str]
"""The text of an element, a paragraph a line."""


def data_grid(table: Element, words: Words) -> Grid | None:
    """The grid of a table that holds data; None for one that only places things on the page: of one
    column or one filled cell, with a table inside, or with a cell that is a page by itself.
    """
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return None
    rows = [list(_cells(row)) for row in _rows(table)]
    if max(map(len, rows), default=0) < 2 or _holds_tables(table):
        return None
    grid = [[_grid_cell(cell, words(cell)) for cell in row] for row in rows]
    return trimmed(placed(grid)) if holds_data(grid) else None


def _rows(table: Element) -> Iterable[Element]:
    for part in table.iterchildren():
        if part.tag == "tr":
            found = [part]
        elif part.tag in ("thead", "tbody", "tfoot") and not is_unseen(part):
            found = list(part.iterchildren("tr"))
        else:
            continue
        yield from (row for row in found if not is_unseen(row))


def _cells(row: Element) -> Iterable[Element]:
    return (cell for cell in row.iterchildren("td", "th") if not is_unseen(cell))


def _holds_tables(table: Element) -> bool:
    """Whether a table inside has more than one cell."""
    return any(
        sum(1 for _, _ in zip(inner.iter("td", "th"), range(2), strict=False)) > 1
        for inner in table.iterdescendants("table")
    )


def _grid_cell(cell: Element, text: str) -> GridCell:
    in_head = cell.tag == "th" or cell.getparent().getparent().tag == "thead"
    return GridCell(
        text, _span(cell.get("rowspan")), min(_span(cell.get("colspan")), _WIDEST), in_head or None
    )


def _span(said: str | None) -> int:
    number = _NUMBER.match(said or "")
    if not number:
        return 1
    return int(number[1]) or _WIDEST * 100  # rowspan="0": down to the end
