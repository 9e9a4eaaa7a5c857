"""Which cells of a table are headings, and the path of headings of every other cell.

Header rows are those marked by the format, else the leading rows without a figure until every
column has its own heading. A row over the full width is the unit, the caption, or the name of what
follows; where a second header row comes after it, as in the statutory tables, a new band of
headings begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from baobiao.characters import fold
from baobiao.read.tables.captions import says_only_unit, stands_beside, unit_of
from baobiao.read.tables.columns import Band, Columns, row_of_units
from baobiao.read.tables.forms import form_paths, is_form
from baobiao.read.tables.places import Place, Places, plain

_COLUMN_LETTERS = ("栏次", "行次", *"甲乙丙丁ABCD—-")


@dataclass(frozen=True, slots=True)
class Heads:
    """What is known of each cell, by row and column of its first place; the table's own unit and
    caption where a row of its own says them.
    """

    kinds: Mapping[tuple[int, int], str]
    paths: Mapping[tuple[int, int], tuple[str, ...]]
    unit: str = ""
    caption: str = ""


def heads(places: Sequence[Place], height: int, width: int) -> Heads:
    """The headings of a table of ``height`` rows and ``width`` columns."""
    table = Places(places, height, width)
    if is_form(table):
        return _form(table)
    lead = table.leading_lines()
    titles = {row for row in table.full_rows if row not in lead}
    bands = list(_bands(table, max(lead, default=-1) + 1, titles))
    kinds: dict[tuple[int, int], str] = {}
    paths: dict[tuple[int, int], tuple[str, ...]] = {}
    for band in bands:
        columns = Columns(table, band)
        for place in table.within(band.body):
            key = (place.row, place.column)
            kinds[key] = columns.kind(place)
            if kinds[key] == "value" or (kinds[key] == "blank" and columns.holds_values(place)):
                paths[key] = columns.path(place)
    for place in places:
        key = (place.row, place.column)
        kinds.setdefault(key, "header")
        if not place.text:
            kinds[key] = "blank"
    words = [place.text for row in lead for place in table.starting(row) if place.text]
    units = (unit_of(text) for text in words)
    captions = (text for text in words if not says_only_unit(text) and not stands_beside(text))
    return Heads(
        kinds,
        paths,
        next(filter(None, units), ""),
        next(captions, ""),
    )


def _form(table: Places) -> Heads:
    paths = {(place.row, place.column): path for place, path in form_paths(table)}
    kinds: dict[tuple[int, int], str] = {}
    for place in table.places:
        key = (place.row, place.column)
        filled = "value" if key in paths else "header"
        kinds[key] = filled if place.text else "blank"
    return Heads(kinds, paths)


def _bands(table: Places, first: int, titles: set[int]) -> Iterable[Band]:
    """The table cut where a header begins: at its top, and where a later row opens as the first
    header row did.
    """
    starts: list[tuple[int, int]] = []  # the row of the title or header, the header's first row
    row = first
    while row < table.height and row in titles:
        row += 1
    opening = _opening(table, row)
    starts.append((row - 1 if row > first else row, row))
    for later in range(row + 1, table.height):
        titled = later - 1 in titles
        words = [place.text for place in table.starting(later) if place.text]
        again = bool(opening) and _opening(table, later) == opening and len(words) > 1
        if again and not table.has_figures(later):
            starts.append((later - 1 if titled else later, later))
    ends = [*(begin for begin, _ in starts[1:]), table.height]
    for (begin, header), end in zip(starts, ends, strict=True):
        stop = _header_end(table, header, end)
        title = table.full_text(begin) if begin < header else ""
        yield Band(title, range(header, stop), range(stop, end))


def _opening(table: Places, row: int) -> str:
    place = table.at.get((row, 0))
    return plain(place.text) if place and place.row == row else ""


def _header_end(table: Places, first: int, end: int) -> int:
    """The row after the header rows that begin at ``first``."""
    row = first
    reach = first  # the rows above this one are spanned by a heading
    while row < end and _goes_on(table, first, row, reach):
        reach = max([reach, *(cell.row + cell.row_span for cell in table.row(row))])
        row += 1
    if row < end:
        return row
    return first + 1 if end - first > 1 else first  # words only: the first row names the columns


def _goes_on(table: Places, first: int, row: int, reach: int) -> bool:
    """Whether a row belongs to the header that begins at ``first``; headings of the rows before it
    reach down to ``reach``.
    """
    words = [place for place in table.starting(row) if place.text]
    if not words:
        return row < reach
    if table.has_marks and all(place.heading for place in words):
        return True
    if (row in table.full_rows and row > first) or not _covers_columns(table, row, first):
        return False
    if _numbers_columns(table, row):
        return True
    if table.has_figures(row):
        return False
    if row < reach:
        return True
    return not _is_whole(table, first, row) or row_of_units(table, row)


def _is_whole(table: Places, first: int, row: int) -> bool:
    """Whether the rows from ``first`` up to this one give every column a heading of its own, or the
    format marks them as the header.
    """
    if row > first and table.has_marks:
        return True
    return any(
        all(
            (place := table.at.get((up, column))) is not None
            and place.column_span == 1
            and bool(place.text)
            for column in range(table.width)
        )
        for up in range(first, row)
    )


def _covers_columns(table: Places, row: int, first: int) -> bool:
    """Whether words stand above at least half of the columns after the first."""
    columns = range(1, table.width) if table.width > 1 else range(1)
    named = sum(
        1
        for column in columns
        if (place := table.at.get((row, column))) and place.text and place.row >= first
    )
    return named * 2 >= len(columns)


def _numbers_columns(table: Places, row: int) -> bool:
    """Whether a row counts the columns: 栏次 1 2 3; without a word, only above rows of figures."""
    texts = [fold(place.text) for place in table.starting(row) if place.text]
    counted = [int(text) for text in texts if re.fullmatch(r"\d{1,2}", text, re.ASCII)]
    words = [plain(text) for text in texts if not text.isdecimal()]
    if any(word in ("栏次", "行次") for word in words):
        begins = counted[:1] in ([0], [1])
    else:
        begins = len(counted) >= 3 and counted[0] == 1
        begins = begins and row + 1 < table.height and table.has_figures(row + 1)
    return (
        begins
        and all(after == before + 1 for before, after in pairwise(counted))
        and all(word in _COLUMN_LETTERS for word in words)
    )
