"""A comparison to a file, or into the archive's own database."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from baobiao.compare import page, rows, workbook
from baobiao.compare.comparing import Comparison
from baobiao.compare.decisions import DecisionError
from baobiao.compare.frames import table
from baobiao.compare.observations import NoTables
from baobiao.compare.rows import Row
from baobiao.write import WriteError, blaming, views
from baobiao.write.csv import line

FORMATS = ("csv", "xlsx", "html")
UNUSABLE = (NoTables, DecisionError, WriteError)


def write(comparison: Comparison, path: Path) -> None:
    """Writes a comparison as its file's ending says: ``.csv``, ``.xlsx`` or ``.html``. Raises ``WriteError``.

    The file is made aside and renamed, so that one that was there stays whole until the new one is.
    """
    with blaming(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".baobiao-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        aside = Path(name)
        try:
            _write(comparison, aside, path.suffix.lower().lstrip("."))
            aside.chmod(0o644)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)


def _write(comparison: Comparison, path: Path, ending: str) -> None:
    if ending == "xlsx":
        workbook.write(comparison, path)
    elif ending == "html":
        path.write_text(page.page(comparison), encoding="utf-8")
    else:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            file.writelines(_csv(comparison.rows))


def _csv(aligned: Sequence[Row]) -> Iterator[str]:
    yield line(rows.COLUMNS)
    for row in aligned:
        yield line(getattr(row, name) for name in rows.COLUMNS)


def refresh(comparison: Comparison, out: Path) -> str:
    """Puts the aligned rows into the archive's DuckDB file, where there is one, as the table ``compared`` under its
    views. Gives a Chinese sentence where the file cannot be written, which hinders nothing else.
    """
    path = out / "baobiao.duckdb"
    if not path.is_file():
        return ""
    import duckdb

    try:
        with duckdb.connect(str(path)) as connection:
            connection.register("aligned", table(comparison.rows))
            connection.execute("BEGIN")
            connection.execute(f"CREATE OR REPLACE TABLE {views.COMPARED} AS SELECT * FROM aligned")
            views.create(connection)
            views.stand_on(connection, views.COMPARED)
            connection.execute("COMMIT")
            connection.unregister("aligned")
    except (duckdb.Error, OSError):
        return f"{path} 没有更新，可能正被其他程序打开；其余结果不受影响"
    return ""
