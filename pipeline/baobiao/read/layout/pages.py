"""Pages to a report's text: paragraphs put together again, tables from their ruled lines, each
block with its page and box. What PDF, OFD and scanned pages have in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from baobiao.model import Block, Table
from baobiao.read.layout.columns import parts
from baobiao.read.layout.lines import Line, body, lines
from baobiao.read.layout.marks import Page
from baobiao.read.layout.paragraphs import Paragraph, margins, paragraphs
from baobiao.read.layout.tables import Ruled, ruled
from baobiao.read.tables.captions import above
from baobiao.read.tables.grid import lay
from baobiao.read.tables.in_text import tables_in_text

_Item = Paragraph | Ruled


def laid_out(pages: Iterable[Page]) -> tuple[str, list[Block], list[Table]]:
    """The text of pages in reading order, its blocks and its tables; "" where no page has words.

    Each paragraph is a block, and each cell of a table. A table that goes on over several pages is
    one table.
    """
    found: list[Line] = []
    tables: list[Ruled] = []
    number = 0
    for number, page in enumerate(pages, 1):
        drawn, words = ruled(page, number)
        tables += drawn
        for part in parts(words, page.width):
            found += lines(part.words, number, part.sheet, page.height)
    kept = body(found, number)
    sides = margins(kept)
    items: list[_Item] = []
    for piece in _between(kept, tables):
        items += [piece] if isinstance(piece, Ruled) else paragraphs(piece, sides)
    text, blocks, ruled_ones = _written(
        [item for item in _with_tables_joined(items) if _has_words(item)]
    )
    return (text, *_with_drawn_tables(text, blocks, ruled_ones))


def _between(found: Sequence[Line], tables: Sequence[Ruled]) -> Iterator[list[Line] | Ruled]:
    """The lines before the first table, the table, the lines up to the next, and so on."""
    rest = list(found)
    for table in tables:
        place = (table.page, table.top)
        first = [line for line in rest if (line.page, line.y) <= place]
        if first:
            yield first
        rest = [line for line in rest if (line.page, line.y) > place]
        yield table
    if rest:
        yield rest


def _with_tables_joined(items: Sequence[_Item]) -> list[_Item]:
    """A table that goes on at the top of the next page is one table."""
    done: list[_Item] = []
    for item in items:
        last = done[-1] if done else None
        if isinstance(item, Ruled) and isinstance(last, Ruled) and last.goes_on(item):
            done[-1] = last.with_rows_of(item)
        else:
            done.append(item)
    return done


def _has_words(item: _Item) -> bool:
    return bool(item.words if isinstance(item, Ruled) else item.text)


def _written(items: Sequence[_Item]) -> tuple[str, list[Block], list[Table]]:
    parts: list[str] = []
    blocks: list[Block] = []
    tables: list[Table] = []
    offset = 0
    since = 0  # the first line that may be the caption of the next table
    for item in items:
        if isinstance(item, Ruled):
            caption, unit = above(parts[since:])
            grid = [[place.cell if place else None for place in row] for row in item.rows]
            text, table = lay(grid, offset, caption=caption, unit=unit, page=item.page)
            tables.append(table)
            blocks += _cells(item, table)
            since = len(parts) + 1
        else:
            text = item.text
            blocks.append(
                Block(
                    offset,
                    offset + len(text),
                    page=item.page,
                    box=item.box,
                    confidence=item.confidence,
                )
            )
        parts.append(text)
        offset += len(text) + 1
    return "\n".join(parts), blocks, tables


def _cells(drawn: Ruled, table: Table) -> Iterator[Block]:
    for cell in table.cells:
        place = drawn.rows[cell.row][cell.column]
        if cell.text and place:
            yield Block(
                cell.start,
                cell.end,
                "table",
                page=place.page,
                box=place.box,
                confidence=place.confidence,
            )


def _with_drawn_tables(
    text: str, blocks: Sequence[Block], tables: Sequence[Table]
) -> tuple[list[Block], list[Table]]:
    """Tables beside the ruled ones, whose columns stand apart without a line: rows of tabs."""
    found = list(tables)
    kept = list(blocks)
    for table in tables_in_text(text):
        if any(table.start < other.end and other.start < table.end for other in tables):
            continue
        rows = [n for n, block in enumerate(kept) if table.start <= block.start < table.end]
        for row in rows:
            kept[row] = replace(kept[row], kind="table")
        found.append(replace(table, page=kept[rows[0]].page if rows else 0))
    return kept, sorted(found, key=lambda table: table.start)
