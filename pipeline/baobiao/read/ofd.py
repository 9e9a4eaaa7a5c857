"""Reads ``.ofd`` (GB/T 33190-2016): text in reading order, paragraphs put together again, tables from
their ruled lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from baobiao.model import Block, Report, Table
from baobiao.read.building import build, document_id
from baobiao.read.grid import lay
from baobiao.read.grid_captions import above
from baobiao.read.ofd_layout import Line, Paragraph, body, joined, lines, margins, paragraphs
from baobiao.read.ofd_objects import drawn
from baobiao.read.ofd_package import Package
from baobiao.read.ofd_tables import Ruled, ruled
from baobiao.read.source import ReadError, Source, file_bytes

_POINTS = 72 / 25.4  # in a millimetre
_MOST_PAGES = 5000


@dataclass(frozen=True, slots=True)
class _Placed:
    """A table with the page it begins on."""

    table: Ruled
    page: int


_Item = Paragraph | _Placed


def read(source: Source) -> Iterator[Report]:
    """The one report of an OFD file.

    Raises ``ReadError`` where the file is missing, no OFD file, encrypted, cut off, too large when
    unpacked, or holds pictures only.
    """
    data = file_bytes(source)
    if not data:
        raise ReadError("文件是空的，没有可以读取的文字")
    items = _items(Package(data))
    if not items:
        raise ReadError(
            "OFD 文件里没有文字，可能是扫描件，请先做文字识别，或索取可以复制文字的文件"
        )
    text, blocks, tables = _laid_out(items)
    yield build(
        text,
        source=source.name,
        format=source.format,
        document_id=document_id(data),
        metadata=source.metadata,
        given=blocks,
        tables=tables,
    )


def _items(package: Package) -> list[_Item]:
    """Paragraphs and tables in reading order."""
    found: list[Line] = []
    placed: list[_Placed] = []
    pages, width = 0, 0.0
    for pages, page in enumerate(package.pages(), 1):
        if pages > _MOST_PAGES:
            raise ReadError(f"OFD 文件超过 {_MOST_PAGES} 页，不像一份报告")
        content = drawn(page)
        tables, words = ruled(content, joined)
        placed += (_Placed(table, pages) for table in tables)
        found += lines(words, pages, content.height)
        width = max(width, content.width)
    kept = body(found, pages)
    sides = margins(kept, width)
    items: list[_Item] = []
    for part in _between(kept, placed):
        items += [part] if isinstance(part, _Placed) else paragraphs(part, sides)
    return _with_tables_joined(items)


def _between(found: Sequence[Line], placed: Sequence[_Placed]) -> Iterator[list[Line] | _Placed]:
    """The lines before the first table, the table, the lines up to the next, and so on."""
    rest = list(found)
    for table in placed:
        place = (table.page, table.table.top)
        first = [line for line in rest if (line.page, line.y) <= place]
        if first:
            yield first
        rest = rest[len(first) :]
        yield table
    if rest:
        yield rest


def _with_tables_joined(items: Sequence[_Item]) -> list[_Item]:
    """A table that goes on at the top of the next page is one table."""
    done: list[_Item] = []
    end = 0  # the page on which the last table ends
    for item in items:
        last = done[-1] if done else None
        if isinstance(item, _Placed):
            if (
                isinstance(last, _Placed)
                and item.page == end + 1
                and last.table.goes_on(item.table)
            ):
                item = _Placed(last.table.with_rows_of(item.table), last.page)
                done.pop()
                end += 1
            else:
                end = item.page
        done.append(item)
    return done


def _laid_out(items: Sequence[_Item]) -> tuple[str, list[Block], list[Table]]:
    parts: list[str] = []
    blocks: list[Block] = []
    tables: list[Table] = []
    offset = 0
    since = 0  # the first line that may be the caption of the next table
    for item in items:
        if isinstance(item, _Placed):
            caption, unit = above(parts[since:])
            text, table = lay(item.table.rows, offset, caption=caption, unit=unit, page=item.page)
            tables.append(table)
            blocks.append(Block(offset, offset + len(text), "table", page=item.page))
            since = len(parts) + 1
        else:
            text = item.text
            left, top, right, bottom = (round(side * _POINTS, 1) for side in item.box)
            box = (left, top, right, bottom)
            blocks.append(Block(offset, offset + len(text), page=item.page, box=box))
        parts.append(text)
        offset += len(text) + 1
    return "\n".join(parts), blocks, tables
