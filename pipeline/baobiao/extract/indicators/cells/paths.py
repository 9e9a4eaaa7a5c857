"""The headings of each figure of a table, divided into those above it and those beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from baobiao.model import Cell, Table

_NAMES = re.compile(r"(?:名称|项目|科目|指标|地区|单位|部门|类别)$")
_WORDS = re.compile(r"^[^\d\W_]\s?[^\d\W_]")
_TOTAL = re.compile(r"(?:合|总|小|共)\s*计")
_BETWEEN_CHINESE = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell that holds, or could hold, a figure, with its headings, outermost first."""

    cell: Cell
    above: tuple[str, ...]
    beside: tuple[str, ...]


def placed(table: Table) -> tuple[Placed, ...]:
    """The value cells of a table and the blank ones among them, in reading order.

    A cell's path holds the column's headings and then the row's. Where the one ends is seen from
    the cells themselves: the lowest heading of the column that the path knows is the last above.

    >>> head = (Cell(0, 1, 3, 6, "决算数", (), "header"), Cell(1, 0, 7, 9, "税收", (), "header"))
    >>> [found.beside for found in placed(Table(0, 11, (*head, Cell(1, 1, 10, 11, "5", ("决算数", "税收")))))]
    [('税收',)]
    """
    columns: dict[int, list[Cell]] = {}
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.kind == "header":
            columns.setdefault(cell.column, []).append(cell)
            rows.setdefault(cell.row, []).append(cell)
    found: list[Placed] = []
    for cell in table.cells:
        if cell.kind == "header" or not cell.header:
            continue
        stop = _border(cell, columns, rows.get(cell.row, ()))
        found.append(Placed(cell, cell.header[:stop], cell.header[stop:]))
    return tuple(_named(found, rows))


def _named(places: Sequence[Placed], rows: Mapping[int, Sequence[Cell]]) -> Iterator[Placed]:
    """The cells, those beside nothing with the words at their left: of a heading (合计 in the
    column of the serial numbers), or of a cell that stands under 名称 or 项目.
    """
    row, name = -1, ""
    for place in places:
        row, name = (row, name) if place.cell.row == row else (place.cell.row, "")
        own = [cell.text for cell in rows.get(row, ()) if cell.column < place.cell.column]
        total = next(filter(_TOTAL.fullmatch, own), "")
        beside = total or name or next(filter(_WORDS.search, own), "")
        foreign = not {_plain(words) for words in own} & set(place.beside)
        unnamed = not place.beside and beside not in ("", *place.above)
        # A cell that reaches into a row of totals from above does not name it.
        if unnamed or (total and foreign):
            place = replace(place, beside=(beside,))
        yield place
        if any(_NAMES.search(words) for words in place.above) and _WORDS.search(place.cell.text):
            name = place.cell.text


def _border(cell: Cell, columns: Mapping[int, Sequence[Cell]], row: Iterable[Cell]) -> int:
    """How many of a cell's headings stand above it. Beside it stand those of its row, and what reaches
    down at the left of these.
    """
    column = columns.get(cell.column, ())
    above = column[: bisect_left([heading.row for heading in column], cell.row)]
    for heading in reversed(above):
        if (words := _plain(heading.text)) in cell.header:
            return cell.header.index(words) + 1
    near = [heading for heading in row if heading.column < cell.column]
    first = min((heading.column for heading in near), default=0)
    over = (
        next((h for h in reversed(columns.get(left, ())) if h.row <= cell.row), None)
        for left in range(first)
    )
    own = {_plain(heading.text) for heading in (*near, *filter(None, over))}
    beside = (place for place, words in enumerate(cell.header) if words in own)
    return next(beside, len(cell.header))


def _plain(text: str) -> str:
    return _BETWEEN_CHINESE.sub("", text)
