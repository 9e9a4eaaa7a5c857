"""Tables in plain text: lines that follow one another with as many cells.

Nothing is moved: the cells of a table point at the words where they stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from baobiao.model import Block, Cell, Table
from baobiao.read.furniture.blocks import blocks
from baobiao.read.tables.captions import above, is_numbered, says_only_unit
from baobiao.read.tables.grid import GridCell, lay
from baobiao.read.tables.lines import Line, ruled_lines
from baobiao.read.tables.places import is_figure, is_nothing

_SENTENCE = re.compile(r"[。；;！？]|[:：]$")
_CONTACT = re.compile(
    r"(?:联系(?:人|电话|方式)|电\s*话|传\s*真|邮\s*编|邮政编码|地\s*址|网\s*址|邮\s*箱|签发人|抄送)\s*[:：]?"
)
_LONGEST_CELL = 80
_LONGEST_TITLE = 30
_FEWEST_BY_SPACES = 3


def tables_in_text(text: str, given: Sequence[Block] = ()) -> tuple[Table, ...]:
    r"""The tables that lines of a text draw, in the order of the text, outside page residue and the
    tables that are known (``given``).

    A table has two rows or more of as many cells, and figures behind the words; two cells that
    spaces divide are none under a numbered heading. A short line between two rows is the name of what
    follows; a numbered one is a heading and ends the table.

    >>> text = "各单位情况\n单位\t受理数\t办结数\n一科\t12\t11\n二科\t8\t8\n以上。"
    >>> [(cell.header, cell.text) for cell in tables_in_text(text)[0].cells if cell.kind == "value"][:2]
    [(('受理数', '一科'), '12'), (('办结数', '一科'), '11')]
    >>> tables_in_text("一、综  合\n全年办结12件。")
    ()
    """
    lines = ruled_lines(text)
    found = [table for run in _runs(text, lines) if (table := _table(text, lines, run))]
    if not found:
        return ()
    taken = [block for block in (*given, *blocks(text, given)) if block.kind == "furniture"]
    taken += [block for block in given if block.kind == "table"]
    return tuple(
        table
        for table in found
        if not any(block.start < table.end and table.start < block.end for block in taken)
    )


def _runs(text: str, lines: Sequence[Line]) -> Iterator[range]:
    """Lines that follow one another as rows of one table, with the titles between them."""
    index = 0
    while index < len(lines):
        if not _is_row(text, lines[index]):
            index += 1
            continue
        start = stop = index
        while stop < len(lines):
            if _is_row(text, lines[stop]) and lines[stop].divider == lines[start].divider:
                stop += 1
            elif stop + 1 < len(lines) and _goes_on(text, lines[stop], lines[stop + 1]):
                stop += 2
            else:
                break
        if start and _is_title(text, lines[start - 1]):
            titled = any(len(line.cells) == 1 for line in lines[start:stop])
            start -= titled
        yield range(start, stop)
        index = stop


def _goes_on(text: str, line: Line, following: Line) -> bool:
    """Whether a line names the part of a table that the next line begins."""
    return _is_title(text, line) and _is_row(text, following)


def _is_row(text: str, line: Line) -> bool:
    """Whether a line has the cells of a row: short ones, and no prose."""
    if len(line.cells) < 2:
        return False
    pieces = [text[start:end] for start, end in line.cells]
    if sum(bool(piece) for piece in pieces) < 2:
        return False
    if line.divider != "space":
        return True
    if any(map(_CONTACT.match, pieces)) or any(
        len(piece) > _LONGEST_CELL or re.search("[。；！？]$", piece) for piece in pieces
    ):
        return False
    return len(pieces) >= _FEWEST_BY_SPACES or not _is_prose(pieces)


def _is_prose(pieces: Sequence[str]) -> bool:
    """Whether two pieces are rather a heading spread by spaces (一、综  合) than a name and a value."""
    spread = len(pieces[0]) < 2 or (len(pieces[1]) < 2 and not is_figure(pieces[1]))
    return spread or is_numbered(pieces[0])


def _is_title(text: str, line: Line) -> bool:
    words = text[line.start : line.end]
    return (
        len(line.cells) == 1
        and 0 < len(words) <= _LONGEST_TITLE
        and not _SENTENCE.search(words)
        and not is_numbered(words)
        and not is_figure(words)
    )


def _table(text: str, lines: Sequence[Line], run: range) -> Table | None:
    """The table of a run of lines; None where they are no table after all."""
    kept = list(_fitting(text, [lines[index] for index in run]))
    while kept and len(kept[-1][0].cells) == 1:
        kept.pop()
    body = [row for row, _ in kept if len(row.cells) > 1]
    if len(body) < 2 or not (_is_wide(body) or any(_has_figures(text, row) for row in body)):
        return None
    width = max(columns for _, columns in kept)
    if width == 2 and not all(_has_figures(text, row) for row in body[1:]):
        return None  # names and words: two columns of prose
    if width == 2 and _is_contents([text[slice(*cell)] for row in body for cell in row.cells]):
        return None
    first = lines.index(kept[0][0], run.start)
    before = [text[line.start : line.end] for line in lines[max(0, first - 4) : first]]
    caption, unit = above(_near(before))
    return _laid(text, kept, width, caption, unit)


def _is_wide(rows: Sequence[Line]) -> bool:
    """Whether rows are a table whatever their cells hold: tabs or bars divide three columns or more."""
    columns = {len(row.cells) for row in rows}
    return columns.isdisjoint((1, 2)) and len(columns) == 1 and rows[0].divider != "space"


def _is_contents(pieces: Sequence[str]) -> bool:
    """Whether pairs of pieces are the headings of a report and the pages on which they stand."""
    pages = [int(page) if page.isdecimal() else 0 for page in pieces[1::2]]
    return all(map(is_numbered, pieces[::2])) and 0 not in pages and pages == sorted(pages)


def _fitting(text: str, rows: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """The rows of a table, each with the columns of its band: the rows between two titles that
    have as many cells as most rows with figures there, or fewer where tabs keep empty places.

    A heading row with fewer cells than the rows below it lost its merged cells: where each stood is
    not known, and it is left out.
    """
    bands: list[list[Line]] = [[]]
    for row in rows:
        if len(row.cells) == 1:
            bands.append([])
        bands[-1].append(row)
    for band in bands:
        body = [row for row in band if len(row.cells) > 1]
        figured = [row for row in body if _has_figures(text, row)]
        counted = Counter(len(row.cells) for row in figured or body)
        columns = max(counted, key=lambda count: (counted[count], count), default=0)
        for row in band:
            if len(row.cells) in (1, columns) or _is_short(text, row, columns):
                yield row, columns


def _is_short(text: str, row: Line, columns: int) -> bool:
    """Whether a row only lacks empty cells at its end."""
    return row.divider == "tab" and 1 < len(row.cells) < columns and _has_figures(text, row)


def _has_figures(text: str, row: Line) -> bool:
    """Whether a row has a figure, or a sign for none, behind its first cell."""
    pieces = (text[start:end] for start, end in row.cells[1:])
    return any(is_figure(piece) or is_nothing(piece) for piece in pieces)


def _near(lines: Sequence[str]) -> list[str]:
    """The lines down to the table, without those above a blank one, but for the unit's."""
    near: list[str] = []
    for line in reversed(lines):
        if not line and near and not says_only_unit(near[0]):
            break
        near.insert(0, line)
    return near


def _laid(
    text: str, rows: Sequence[tuple[Line, int]], width: int, caption: str, unit: str
) -> Table:
    """The table by ``grid.lay``, its cells put back where they stand in the text."""
    grid: list[list[GridCell | None]] = []
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    begins = True  # the first row of a band without a figure is its header; 1986 is no year there
    for index, (row, columns) in enumerate(rows):
        head = begins and len(row.cells) > 1 and not _has_figures(text, row)
        begins = len(row.cells) == 1
        cells = [GridCell(text[start:end], heading=head or None) for start, end in row.cells]
        if len(cells) in (1, columns):  # the last column of a narrow band reaches to the edge
            cells[-1] = replace(cells[-1], column_span=width - len(cells) + 1)
        grid.append([*cells, *[None] * (cells[-1].column_span - 1)])
        grid[-1] += [GridCell("") for _ in range(width - len(grid[-1]))]
        spans.update({(index, column): span for column, span in enumerate(row.cells)})
    start, end = rows[0][0].start, rows[-1][0].end
    _, table = lay(grid, start, caption=caption, unit=unit)
    placed: list[Cell] = []
    for cell in table.cells:
        nowhere = rows[cell.row][0].end
        first, last = spans.get((cell.row, cell.column), (nowhere, nowhere))
        placed.append(replace(cell, start=first, end=last, text=text[first:last]))
    return replace(table, start=start, end=end, cells=tuple(placed))
