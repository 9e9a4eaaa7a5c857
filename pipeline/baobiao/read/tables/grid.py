"""The cells of a table, however a format keeps them, laid into the report's text with the path of
headings of each.

A reader puts its cells in a grid and calls ``lay``; the text has one row a line and a tab between
columns (a place that a merged cell covers is empty), so that every cell has a span.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from baobiao.model import Cell, Table
from baobiao.read.tables.headings import Heads, heads
from baobiao.read.tables.places import Place

_BREAK = re.compile(r"[ \t\u00a0\u3000]*[\n\r\v\f\u2028\u2029][\s\u00a0]*")
_SPACE = re.compile(r"[\t \u00a0\u2002-\u200a\u202f\u3000]+")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_LARGEST = 200_000  # places of a grid; beyond that a span is a mistake


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as a format has it, at its first place. ``heading`` says whether the format marks it
    as a heading (``<th>``, a repeated header row); None where it says nothing.
    """

    text: str
    row_span: int = 1
    column_span: int = 1
    heading: bool | None = None


Grid = Sequence[Sequence[GridCell | None]]
"""Rows of places from left to right: a cell at its first place, None where another covers it."""


def placed(rows: Sequence[Sequence[GridCell]]) -> list[list[GridCell | None]]:
    """The grid of rows whose cells come one after another, without the places that merged cells
    cover (as in HTML): each goes to the next free place. Spans that run out of the table are cut,
    and columns in which no cell begins are none.

    >>> wide, tall = GridCell("收入", column_span=2), GridCell("项目", row_span=2)
    >>> [len(row) for row in placed([[tall, wide], [GridCell("预算"), GridCell("决算")]])]
    [3, 3]
    """
    at: dict[tuple[int, int], GridCell] = {}
    covered: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in covered:
                column += 1
            tall = min(max(1, cell.row_span), len(rows) - row)
            wide = max(1, cell.column_span)
            if len(covered) + tall * wide > _LARGEST:
                tall = wide = 1
            wide = next((n for n in range(1, wide) if (row, column + n) in covered), wide)
            covered.update((row + down, column + n) for down in range(tall) for n in range(wide))
            at[row, column] = GridCell(cell.text, tall, wide, cell.heading)
            column += wide
    begun = {column: number for number, column in enumerate(sorted({place[1] for place in at}))}
    grid: list[list[GridCell | None]] = [[None] * len(begun) for _ in rows]
    for (row, column), cell in at.items():
        wide = sum(column <= other < column + cell.column_span for other in begun)
        grid[row][begun[column]] = replace(cell, column_span=wide)
    return grid


def grown(rows: Sequence[Sequence[str | None]]) -> list[list[GridCell | None]]:
    """The grid of places where None means "covered by a merged cell" (as PDF tables are found):
    each cell grows to the right over the Nones, then down where its whole width is None.

    >>> [cell.column_span for cell in grown([["收入", None], ["预算", "决算"]])[0] if cell]
    [2]
    """
    width = max(map(len, rows), default=0)
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    grid: list[list[GridCell | None]] = [[None] * width for _ in full]
    covered = [[False] * width for _ in full]
    for row, cells in enumerate(full):
        for column, text in enumerate(cells):
            if text is None or covered[row][column]:
                continue
            stop = column + 1
            while stop < width and cells[stop] is None and not covered[row][stop]:
                stop += 1
            bottom = row + 1
            while bottom < len(full) and all(
                full[bottom][place] is None and not covered[bottom][place]
                for place in range(column, stop)
            ):
                bottom += 1
            for down in range(row, bottom):
                covered[down][column:stop] = [True] * (stop - column)
            grid[row][column] = GridCell(text, bottom - row, stop - column)
    return grid


def lay(
    grid: Grid, start: int, *, caption: str = "", unit: str = "", page: int = 0
) -> tuple[str, Table]:
    r"""The text of a table that begins at ``start`` of the report's text, and the table.

    Which rows and columns are headings is inferred (see ``grid_headings``). A row that holds
    nothing but the unit or the caption gives these where they are not given. A column of units
    (计量单位) is the last of a row's headings, as ``单位：亿元``.

    >>> rows = [["项目", "2023年", "2024年"], ["财政收入", "11", "12"]]
    >>> text, table = lay([[GridCell(cell) for cell in row] for row in rows], 100, unit="万元")
    >>> text
    '项目\t2023年\t2024年\n财政收入\t11\t12'
    >>> [(cell.text, cell.header, cell.start) for cell in table.cells if cell.kind == "value"]
    [('11', ('2023年', '财政收入'), 120), ('12', ('2024年', '财政收入'), 123)]
    """
    places = _places(grid)
    width = max(map(len, grid), default=0)
    found = heads(places, len(grid), width)
    lines: list[str] = []
    cells: list[Cell] = []
    offset = start
    at = {(place.row, place.column): place for place in places}
    for row in range(len(grid)):
        parts: list[str] = []
        for column in range(width):
            place = at.get((row, column))
            if place:
                cells.append(_cell(place, offset, found))
            parts.append(place.text if place else "")
            offset += len(parts[-1]) + 1
        lines.append("\t".join(parts))
    text = "\n".join(lines)
    table = Table(
        start, start + len(text), tuple(cells), caption or found.caption, unit or found.unit, page
    )
    return text, table


def _places(grid: Grid) -> list[Place]:
    return [
        Place(row, column, cell.row_span, cell.column_span, cell_text(cell.text), cell.heading)
        for row, cells in enumerate(grid)
        for column, cell in enumerate(cells)
        if cell is not None
    ]


def _cell(place: Place, offset: int, found: Heads) -> Cell:
    key = (place.row, place.column)
    return Cell(
        row=place.row,
        column=place.column,
        start=offset,
        end=offset + len(place.text),
        text=place.text,
        header=found.paths.get(key, ()),
        kind=found.kinds.get(key, "blank"),
    )


def cell_text(text: str) -> str:
    r"""The words of a cell on one line: lines of Chinese are joined without a space.

    >>> cell_text("一般公共\n 服务支出 "), cell_text("Total\nrevenue")
    ('一般公共服务支出', 'Total revenue')
    """

    def joined(line_end: re.Match[str]) -> str:
        before = text[line_end.start() - 1 : line_end.start()]
        after = text[line_end.end() : line_end.end() + 1]
        return " " if before.isascii() and after.isascii() and before and after else ""

    text = _UNSEEN.sub("", text).strip()
    return _SPACE.sub(" ", _BREAK.sub(joined, text)).strip()
