"""Reads ``.csv`` and ``.jsonl`` with one report a row, one at a time: millions need no memory."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from baobiao.model import Failure, Report
from baobiao.read.building import build, damage_warning, document_id
from baobiao.read.columns import TEXT_COLUMNS, metadata_of
from baobiao.read.decoding import (
    BY_BYTE,
    bom_length,
    encoding_of,
    foreign,
    newlines,
    without_surrogates,
)
from baobiao.read.source import ReadError, Source, unreadable

# So much of a file tells its encoding; the rest is taken to be like it, damage is marked.
_SAMPLE = 1 << 20
# The csv module's own limit of 128 KB a cell is below a long report's length. (A C long on Windows
# is 32 bits.)
_CELL_LONGEST = 2**31 - 1
_STEP = "read"
_JSON = "jsonl"


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: its number from 1, its cells by column, or the Chinese sentence that says why it has
    none.

    ``content`` is the cells as they stand, joined by U+001F: what the report's id is made of.
    """

    number: int
    cells: Mapping[str, str]
    content: str = ""
    problem: str = ""


def read(source: Source) -> Iterator[Report | Failure]:
    """The reports of a table, one a row, named ``FILE#ROW``; a bad row is a ``Failure`` and the
    rest is read.

    The file is read once from start to end and never held as a whole. A report's id is that of its
    cells, joined by U+001F. Raises ``ReadError`` where the file cannot be opened, is empty or has
    no column of text.
    """
    try:
        with source.path.open("rb") as file:
            sample = file.read(_SAMPLE)
            if problem := foreign(sample):
                raise ReadError(problem)
            if not sample.strip():
                raise ReadError("文件是空的，没有可以读取的文字")
            file.seek(bom_length(sample))
            encoding = encoding_of(_whole_characters(sample))
            stream = io.TextIOWrapper(file, encoding, BY_BYTE, newline="")
            rows = _objects(stream) if source.format == _JSON else _records(stream)
            yield from (_report(source, row, encoding) for row in _checked(source, rows))
    except OSError as problem:
        raise ReadError(unreadable(problem)) from problem


def _whole_characters(sample: bytes) -> bytes:
    """A sample cut where a line ends, its last character whole; a whole file as it is."""
    return sample if len(sample) < _SAMPLE else sample[: sample.rfind(b"\n") + 1 or _SAMPLE]


def _records(stream: io.TextIOWrapper) -> Iterator[_Row]:
    """The rows of a CSV below its header line; blank lines count for nothing."""
    csv.field_size_limit(_CELL_LONGEST)
    lines = _Lines(stream)
    reader = csv.reader(lines, delimiter=_delimiter(lines.first))
    names = [name.strip() for name in next(reader, [])]
    number = 0
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        number += 1
        if lines.ended:
            yield _Row(
                number,
                {},
                problem=f"第 {reader.line_num} 行以前有一个双引号没有配对，其后的内容分不成行",
            )
        elif any(cells[len(names) :]):
            yield _Row(
                number,
                {},
                problem=f"第 {reader.line_num} 行有 {len(cells)} 列，表头只有 {len(names)} 列；"
                "含分隔符的正文要用双引号括起来",
            )
        else:
            padded = (*cells, *[""] * (len(names) - len(cells)))
            yield _Row(number, dict(zip(names, padded, strict=False)), "\x1f".join(cells))


class _Lines:
    """A stream's lines, of which the first may be looked at; ``ended`` once one more was asked for
    than it has.

    A CSV reader asks for a line only while a record is open, so that a record got after the end was
    cut off by the end of the file: one of its quotes is never closed.
    """

    def __init__(self, stream: Iterator[str]) -> None:
        self.first = next(stream, "")
        self.ended = False
        self._lines = chain([self.first], stream)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        for line in self._lines:
            return line
        self.ended = True
        raise StopIteration


def _delimiter(header: str) -> str:
    """Comma, tab or semicolon: whichever the header line has most of, or the comma."""
    return max(",\t;", key=header.count)


def _objects(stream: io.TextIOWrapper) -> Iterator[_Row]:
    """The rows of a JSONL file: one object a line; blank lines count for nothing."""
    number = 0
    for position, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        number += 1
        try:
            value = json.loads(line, parse_float=str, parse_int=str)
        except (ValueError, RecursionError) as problem:
            yield _Row(number, {}, problem=f"第 {position} 行不是合格的 JSON（{problem}）")
            continue
        if isinstance(value, dict):
            cells = {name: _cell(cell) for name, cell in value.items()}
            yield _Row(number, cells, "\x1f".join(cells.values()))
        else:
            yield _Row(number, {}, problem=f"第 {position} 行不是一个 JSON 对象（应为 {{…}}）")


def _cell(value: object) -> str:
    """A JSON value as a cell.

    >>> _cell("正文"), _cell(None), _cell(["一", "二"])
    ('正文', '', '["一", "二"]')
    """
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _checked(source: Source, rows: Iterator[_Row]) -> Iterator[_Row]:
    """The rows; without a column of text in the first sound one, a CSV is no table of reports."""
    unseen = source.format != _JSON
    empty = True
    for row in rows:
        if unseen and not row.problem:
            unseen = False
            if not _text_column(source, row.cells):
                raise ReadError(_no_text_column(source, row.cells))
        empty = False
        yield row
    if empty:
        raise ReadError("没有一行数据")


def _text_column(source: Source, cells: Mapping[str, str]) -> str:
    """The name of the column that holds the text, or ""; upper and lower case are the same."""
    by_lower = {name.strip().lower(): name for name in cells}
    wanted = (source.text_column,) if source.text_column else TEXT_COLUMNS
    return next((by_lower[name.lower()] for name in wanted if name.lower() in by_lower), "")


def _no_text_column(source: Source, cells: Mapping[str, str]) -> str:
    found = "、".join(name or "（空）" for name in cells)
    if source.text_column:
        return f"没有名为“{source.text_column}”的列；表中的列是：{found}"
    return (
        f"不是报告表：没有正文列（{'、'.join(TEXT_COLUMNS)}）；表中的列是：{found}。"
        "正文在别的列时用 --text-column 列名 指明"
    )


def _report(source: Source, row: _Row, encoding: str) -> Report | Failure:
    """The report of a row, or why there is none."""
    name = f"{source.name}#{row.number}"
    if row.problem:
        return Failure(name, _STEP, row.problem)
    column = _text_column(source, row.cells)
    if not column:
        return Failure(name, _STEP, _no_text_column(source, row.cells))
    text = newlines(without_surrogates(row.cells[column]).removeprefix("\ufeff"))
    if not text.strip():
        return Failure(name, _STEP, f"正文列“{column}”是空的")
    others = {header: cell for header, cell in row.cells.items() if header != column}
    said = metadata_of({header: without_surrogates(cell) for header, cell in others.items()})
    return build(
        text,
        source=name,
        format=source.format,
        document_id=document_id(row.content.encode("utf-8", "surrogatepass")),
        metadata={**said, **source.metadata, **source.rows.get(row.number, {})},
        warnings=damage_warning(text, encoding),
    )
