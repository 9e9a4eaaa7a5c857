"""CSV that Excel opens and programs read: UTF-8 with BOM, one header line, numbers and days written
plainly.

Lines end in LF, because a cell may hold an LF of the report's text and mixed line ends confuse
readers; Excel and WPS take either. A cell is what the table holds even where it begins with ``=``
or ``@``: programs read these files, and an apostrophe put in front would be wrong data. The
workbook is for people, and marks such cells as text. Null and ``""`` both are an empty cell. Read
``document_id`` as text: pandas takes sixteen digits for a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq

from baobiao.tables import plain

ROWS_AT_ONCE = 20_000
_NEEDS_QUOTES = re.compile('[",\r\n]').search


def write(path: Path, table: pq.ParquetFile) -> None:
    """Writes a stored table as ``path``.

    Arrow's writer quotes batch by batch and writes 50000.000000000000; what Python's writer quotes
    differs between its versions. The bytes must not depend on either.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(line(table.schema_arrow.names))
        for batch in table.iter_batches(ROWS_AT_ONCE):
            columns = [column.to_pylist() for column in batch.columns]
            file.writelines(map(line, zip(*columns, strict=True)))


def line(values: Iterable[object]) -> str:
    """One line of CSV.

    >>> line(["办结", Decimal("5E+4"), None])
    '办结,50000,\\n'
    """
    return ",".join(map(_cell, values)) + "\n"


def _cell(value: object) -> str:
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"' if _NEEDS_QUOTES(value) else value
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return plain(value)
    return value.isoformat() if isinstance(value, date) else str(value)
