"""Facts to Arrow tables and back.

A column is named once: in the dataclasses of ``model``, to which a table adds ``document_id``. What
every table keeps to:

- Numbers are exact, ``decimal128(38, 12)``: 26 digits before the point and 12 behind it. Days are
  ``date32``.
- Empty words are null, in every column but ``text``, which says what stands at ``start:end`` and is
  never null. A null year, day or name is one that is not known, or of which the report says
  nothing.
- Where a fact stands is said by the block of the report in which it begins: ``page`` and ``paragraph``
  from 1, ``confidence`` of recognised words in per cent, ``box`` as ``left,top,right,bottom`` in points
  from the top left corner of the page. Each is null where the format has none.
- Rows stand in the order of their report's source (see ``source_order``), within a report by
  ``start``. Two files with the same bytes have one ``document_id``: both are in ``documents``,
  their facts are there once.
- The schema's metadata says by what the rows were made: ``baobiao_version`` and
  ``dictionary_digest``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints

from baobiao.model import (
    NOTHING,
    Block,
    Date,
    Document,
    Draft,
    Failure,
    Finding,
    Indicator,
    Organisation,
    Section,
)

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Row = TypeVar("Row", Document, Section, Date, Indicator, Organisation, Finding, Failure)
Columns = dict[str, Any]  # column name -> its type, as model.py writes it

WHOLE_DIGITS, DECIMALS = 26, 12
_KEY: Columns = {"document_id": str}
_SURROGATE = re.compile("[\ud800-\udfff]")


def _columns(row: type[object]) -> Columns:
    hints = get_type_hints(row)
    return {field.name: hints[field.name] for field in fields(row)}  # type: ignore[arg-type]


_COUNTS: Columns = {"characters": int, "sections": int, "indicators": int}
_WHERE: Columns = {
    "page": int | None,
    "paragraph": int | None,
    "confidence": int | None,
    "box": str,
}
COLUMNS: Mapping[str, Columns] = {
    "documents": {**_KEY, "source": str, "format": str, **_columns(Document), **_COUNTS},
    "headings": {**_KEY, **_columns(Section), **_WHERE},
    "dates": {**_KEY, **_columns(Date), **_WHERE},
    "indicators": {**_KEY, **_columns(Indicator), **_WHERE},
    "organisations": {**_KEY, **_columns(Organisation), **_WHERE},
    "findings": {**_KEY, **_columns(Finding)},
    "failures": _columns(Failure),
    "texts": {**_KEY, "text": str},
}
FACTS: Mapping[str, str] = {  # table -> where a draft keeps its rows
    "headings": "sections",
    "dates": "dates",
    "indicators": "indicators",
    "organisations": "organisations",
    "findings": "findings",
}


def source_order(source: str) -> tuple[str, int]:
    """The key by which reports are put in order: the path, then the row in a file of many reports.

    >>> sorted(["报告.csv#10", "报告.csv#2", "a/b.txt"], key=source_order)
    ['a/b.txt', '报告.csv#2', '报告.csv#10']
    """
    source = storable(source)
    path, mark, row = source.rpartition("#")
    return (path, int(row)) if mark and row.isascii() and row.isdecimal() else (source, 0)


def storable(text: str) -> str:
    """The text with U+FFFD for half characters (lone surrogates), which no table can hold.

    They come from damaged files and from file names in another encoding. No offset moves.
    """
    return _SURROGATE.sub("\ufffd", text)


def plain(value: Decimal) -> str:
    """A number as a person writes it: no exponent, no zeros that say nothing.

    >>> plain(Decimal("5E+4")), plain(Decimal("-21.900000000000"))
    ('50000', '-21.9')
    """
    digits = f"{value:f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


def schema(name: str, about: Mapping[str, str] = NOTHING) -> pa.Schema:
    """The Arrow schema of the table ``name``; ``about`` becomes its metadata."""
    import pyarrow as pa

    types = {
        str: pa.string(),
        int: pa.int32(),
        date: pa.date32(),
        Decimal: pa.decimal128(WHOLE_DIGITS + DECIMALS, DECIMALS),
    }
    described = [
        pa.field(column, types[_bare(hint)], nullable=not _always_there(column, hint))
        for column, hint in COLUMNS[name].items()
    ]
    return pa.schema(described, metadata=dict(about) or None)


def tables(
    extractions: Iterable[Draft],
    failures: Iterable[Failure] = (),
    about: Mapping[str, str] = NOTHING,
) -> dict[str, pa.Table]:
    """One batch: what a chunk of reports yielded, as one Arrow table for each name of ``COLUMNS``.

    A number too long for its column is left out of the table and told in ``failures``: nothing is
    rounded. Half characters are replaced (see ``storable``).

    >>> from baobiao.model import Report
    >>> draft = Draft(Report("0" * 16, "a.txt", "txt", "办结5万件。"), "办结5万件。", indicators=(
    ...     Indicator(0, 2, 5, "5万件", "", "办结", Decimal("5E+4"), None, "件"),))
    >>> batch = tables([draft])
    >>> batch["indicators"].column("value").to_pylist()
    [Decimal('50000.000000000000')]
    """
    drafts = sorted(extractions, key=lambda draft: source_order(draft.report.source))
    failed = list(failures)
    documents: list[tuple[object, ...]] = []
    texts: list[tuple[object, ...]] = []
    rows: dict[str, list[tuple[object, ...]]] = {name: [] for name in FACTS}
    seen: set[str] = set()
    for draft in drafts:
        report = draft.report
        indicators: list[Indicator] = []
        for row in draft.indicators:
            if _fits(row.value) and _fits(row.value_high):
                indicators.append(row)
            else:
                failed.append(_too_long(report.source, row))
        counts = (len(report.text), len(draft.sections), len(indicators))
        documents.append(
            (report.document_id, report.source, report.format, *_values(draft.document), *counts)
        )
        if report.document_id in seen:
            continue
        seen.add(report.document_id)
        texts.append((report.document_id, report.text))
        starts = [block.start for block in report.blocks]
        for name, field in FACTS.items():
            found = indicators if field == "indicators" else getattr(draft, field)
            for row in sorted(found, key=attrgetter("start", "end")):
                where = _where(report.blocks, starts, row.start) if "box" in COLUMNS[name] else ()
                rows[name].append((report.document_id, *_values(row), *where))
    failed.sort(key=lambda row: (source_order(row.source), row.step, row.error))
    filled = {
        "documents": documents,
        **rows,
        "failures": list(map(_values, failed)),
        "texts": texts,
    }
    return {name: _table(name, filled[name], about) for name in COLUMNS}


def facts(row: type[Row], table: pa.Table | pa.RecordBatch) -> Iterator[tuple[str, Row]]:
    """The rows of a table as the values they were made from, each with its ``document_id`` (``""``
    for failures).

    Null words come back as ``""``, numbers without the zeros of their column.
    """
    hints = _columns(row)
    keys = table.column("document_id").to_pylist() if "document_id" in table.schema.names else None
    columns = [table.column(column).to_pylist() for column in hints]
    words = [hint is str for hint in hints.values()]
    for number, values in enumerate(zip(*columns, strict=True)):
        read = (_back(value, word) for value, word in zip(values, words, strict=True))
        yield (keys[number] if keys else ""), row(*read)


def frames(batch: Mapping[str, pa.Table]) -> dict[str, pd.DataFrame]:
    """One pandas frame a table.

    ``value`` and ``value_high`` hold ``decimal.Decimal`` objects (exact, without trailing zeros;
    None where there is none), days are ``datetime64`` (NaT where open), ``year`` is ``Int32``
    (``<NA>`` where unknown).
    """
    return {name: _frame(name, table) for name, table in batch.items()}


def _frame(name: str, table: pa.Table) -> pd.DataFrame:
    import pandas as pd

    frame: pd.DataFrame = table.to_pandas(date_as_object=False)
    for column, hint in COLUMNS[name].items():
        kind = _bare(hint)
        if kind is Decimal:
            exact = [None if value is None else Decimal(plain(value)) for value in frame[column]]
            frame[column] = pd.Series(exact, index=frame.index, dtype=object)
        elif kind is int and hint is not int:
            frame[column] = frame[column].astype("Int32")
    return frame


def _bare(hint: Any) -> Any:
    """``int | None`` without the None."""
    return next((kind for kind in get_args(hint) if kind is not type(None)), hint)


def _always_there(column: str, hint: object) -> bool:
    return column in ("document_id", "text") or hint in (int, Decimal)


def _fits(value: Decimal | None) -> bool:
    if value is None or value.is_zero():
        return True
    if not value.is_finite() or not -DECIMALS <= value.adjusted() < WHOLE_DIGITS:
        return False
    return len(plain(value).partition(".")[2]) <= DECIMALS


def _too_long(source: str, row: Indicator) -> Failure:
    limits = f"整数 {WHOLE_DIGITS} 位、小数 {DECIMALS} 位"
    return Failure(
        source,
        "tables",
        f"位置 {row.start} 处的“{row.text}”超出数值列的长度（{limits}），未收入指标表",
    )


def _where(blocks: Sequence[Block], starts: Sequence[int], offset: int) -> tuple[object, ...]:
    """The values of ``_WHERE`` for what begins at an offset; ``starts`` are those of the blocks."""
    index = bisect_right(starts, offset) - 1
    if index < 0 or blocks[index].end <= offset:
        return (None, None, None, "")
    block = blocks[index]
    box = ",".join(f"{side:.1f}" for side in block.box or ())
    return (block.page or None, block.paragraph or None, block.confidence, box)


def _values(row: object) -> tuple[object, ...]:
    return tuple(getattr(row, field.name) for field in fields(row))  # type: ignore[arg-type]


def _back(value: Any, word: bool) -> Any:
    if isinstance(value, Decimal):
        return Decimal(plain(value))
    return "" if word and value is None else value


def _table(name: str, rows: Sequence[tuple[object, ...]], about: Mapping[str, str]) -> pa.Table:
    import pyarrow as pa

    shape = schema(name, about)
    by_column = list(zip(*rows, strict=True)) if rows else [()] * len(shape)
    arrays = []
    for column, values in zip(shape, by_column, strict=True):
        if column.nullable and column.type == pa.string():
            values = tuple(value or None for value in values)
        arrays.append(_array(values, column.type))
    return pa.Table.from_arrays(arrays, schema=shape)


def _array(values: Sequence[object], kind: pa.DataType) -> pa.Array:
    import pyarrow as pa

    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        return pa.array([value and storable(str(value)) for value in values], kind)
