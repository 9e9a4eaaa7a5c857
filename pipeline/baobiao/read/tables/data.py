"""Which tables hold data; others only place text on a page: a frame, a letterhead, two columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from baobiao.read.tables.grid import Grid, GridCell

_LONG = 200  # characters of a cell that is rather a page
_PARAGRAPHS = 4


def holds_data(rows: Sequence[Sequence[GridCell]]) -> bool:
    """Whether the cells of a table are data: of two columns and two filled cells at least, and none
    a page by itself.

    >>> holds_data([[GridCell("项目"), GridCell("决算数")], [GridCell("收入"), GridCell("12")]])
    True
    >>> holds_data([[GridCell("一、总体情况")], [GridCell("二、存在问题")]])
    False
    """
    if max(map(len, rows), default=0) < 2:
        return False
    texts = [cell.text for row in rows for cell in row if cell.text]
    if len(texts) < 2 or any(map(_is_page, texts)):
        return False
    longest = max(map(len, texts))
    return longest < _LONG or longest * 10 < sum(map(len, texts)) * 6


def _is_page(text: str) -> bool:
    paragraphs = [line for line in text.split("\n") if line.strip()]
    return len(text) >= _LONG and len(paragraphs) >= _PARAGRAPHS


def trimmed(grid: list[list[GridCell | None]]) -> Grid:
    """The grid without empty rows and columns at its ends, which spreadsheets leave behind."""

    def is_empty(places: Iterable[GridCell | None]) -> bool:
        return all(
            cell is not None and not cell.text.strip() and cell.row_span == cell.column_span == 1
            for cell in places
        )

    while grid and is_empty(grid[-1]):
        grid = grid[:-1]
    while grid and is_empty(grid[0]):
        grid = grid[1:]
    while grid and grid[0] and is_empty(row[-1] for row in grid):
        grid = [row[:-1] for row in grid]
    return grid
