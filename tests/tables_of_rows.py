"""Tables for tests, made of rows of words."""

from __future__ import annotations

from collections.abc import Sequence

from baobiao.characters import fold
from baobiao.extract.indicators import cells
from baobiao.lexicon import load
from baobiao.model import Block, Document, Draft, Indicator, Report, Section
from baobiao.read.tables.grid import GridCell, lay, placed

LEXICON = load()
Written = str | GridCell


def wide(text: str, columns: int, rows: int = 1) -> GridCell:
    return GridCell(text, rows, columns)


def drafted(
    rows: Sequence[Sequence[Written]],
    caption: str = "",
    unit: str = "",
    document: Document | None = None,
    sections: tuple[Section, ...] = (),
) -> Draft:
    grid = [[GridCell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    text, table = lay(placed(grid), 0, caption=caption, unit=unit)
    report = Report("0", "例.html", "html", text, (Block(0, len(text), "table"),), (table,))
    return Draft(report, fold(text), document or Document(year=2024), sections)


def taken(
    rows: Sequence[Sequence[Written]],
    caption: str = "",
    unit: str = "",
    document: Document | None = None,
) -> tuple[Indicator, ...]:
    """The indicators of one table; checks what holds for every row."""
    draft = drafted(rows, caption, unit, document)
    found = cells.extract(draft, LEXICON)
    for row in found:
        assert draft.report.text[row.start : row.end] == row.text
        assert row.rule in ("cell.value", "cell.total", "cell.part")
        assert row.name
    return found


def values(rows: Sequence[Indicator]) -> list[tuple[str, str, str]]:
    return [(row.name, format(row.value.normalize(), "f"), row.unit) for row in rows]
