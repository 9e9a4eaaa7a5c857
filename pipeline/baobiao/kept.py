"""What earlier runs found, so that the next one reads only what is new or changed.

One SQLite file in ``OUT/.baobiao/``. A report's rows lie there as the Arrow messages of its tables, under the
name and the print of what they were made from; the tables of a run are put together from these alone, so a
second run writes the same bytes as a first. It holds nothing that cannot be made again: whoever deletes it
only waits longer.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import struct
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from baobiao.tables import COLUMNS, schema

if TYPE_CHECKING:
    import pyarrow as pa

FOLDER = ".baobiao"
STORED = tuple(name for name in COLUMNS if name != "failures")
_TABLES = """
CREATE TABLE IF NOT EXISTS made_by (digest TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS files (name BLOB PRIMARY KEY, print TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reports (
    name BLOB PRIMARY KEY, file BLOB NOT NULL, print TEXT NOT NULL, document_id TEXT NOT NULL,
    said TEXT NOT NULL, rows BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS of_file ON reports (file);
"""


class InUse(Exception):
    """Another run is writing into the same folder."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A report's result: ``name`` is its source in the tables, ``rows`` its packed tables.

    ``failures`` are (step, sentence): what went wrong although there is a result.
    """

    name: str
    document_id: str
    rows: bytes
    warnings: tuple[str, ...] = ()
    failures: tuple[tuple[str, str], ...] = ()


class Store:
    """The results in one output folder. ``made_by`` says what made them: others' results are forgotten.

    Raises ``InUse`` where another process has it open. A damaged file is replaced by an empty one.
    """

    def __init__(self, out: Path | None, made_by: str) -> None:
        """``out`` None: nothing is kept beyond this run."""
        if out is None:
            self._base = _opened(None)
        else:
            (out / FOLDER).mkdir(parents=True, exist_ok=True)
            self._base = _opened_or_new(out / FOLDER / "kept.sqlite")
        if self._base.execute("SELECT digest FROM made_by").fetchall() != [(made_by,)]:
            for table in ("files", "reports", "made_by"):
                self._base.execute(f"DELETE FROM {table}")
            self._base.execute("INSERT INTO made_by VALUES (?)", (made_by,))

    def file_is_known(self, name: str, print_: str) -> bool:
        """Whether everything in this file was kept when it looked like this."""
        row = self._base.execute("SELECT print FROM files WHERE name = ?", (_key(name),)).fetchone()
        return bool(row == (print_,))

    def reports_of(self, file: str) -> list[str]:
        """The names of the reports kept of a file."""
        rows = self._base.execute("SELECT name FROM reports WHERE file = ?", (_key(file),))
        return [_name(name) for (name,) in rows]

    def report_is_known(self, name: str, print_: str) -> bool:
        """Whether a report was kept that was made from the same row of a table."""
        row = self._base.execute(
            "SELECT print FROM reports WHERE name = ?", (_key(name),)
        ).fetchone()
        return bool(row == (print_,))

    def put(self, file: str, print_: str, kept: Kept) -> None:
        said = json.dumps((kept.warnings, kept.failures))
        self._base.execute(
            "INSERT OR REPLACE INTO reports VALUES (?, ?, ?, ?, ?, ?)",
            (_key(kept.name), _key(file), print_, kept.document_id, said, kept.rows),
        )

    def get(self, name: str) -> Kept:
        """What was kept of a report. Raises KeyError where nothing was."""
        row = self._base.execute(
            "SELECT document_id, said, rows FROM reports WHERE name = ?", (_key(name),)
        ).fetchone()
        if row is None:
            raise KeyError(name)
        document_id, said, rows = row
        warnings, failures = json.loads(said)
        return Kept(name, document_id, rows, tuple(warnings), tuple(map(tuple, failures)))

    def know_file(self, name: str, print_: str) -> None:
        """Everything in the file is kept: as long as it looks like this it need not be opened."""
        self._base.execute("INSERT OR REPLACE INTO files VALUES (?, ?)", (_key(name), print_))

    def forget_others(self, files: set[str], reports: set[str]) -> None:
        """Drops what is not part of this run."""
        for table, wanted in (("files", files), ("reports", reports)):
            keys = {_key(name) for name in wanted}
            names = self._base.execute(f"SELECT name FROM {table}").fetchall()
            gone = [row for row in names if row[0] not in keys]
            self._base.executemany(f"DELETE FROM {table} WHERE name = ?", gone)

    def commit(self) -> None:
        """What is kept up to here stays, also if the run breaks off."""
        self._base.commit()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(sqlite3.Error):
            self._base.commit()
        self._base.close()


def pack(tables: Mapping[str, pa.Table]) -> bytes:
    """The tables of one report as bytes: for each its length and its rows as an Arrow message, without schema."""
    messages = []
    for name in STORED:
        batches = tables[name].combine_chunks().to_batches()
        message = batches[0].serialize().to_pybytes() if batches else b""
        messages.append(struct.pack(">Q", len(message)) + message)
    return zlib.compress(b"".join(messages), 1)


def unpack(packed: bytes) -> dict[str, pa.RecordBatch]:
    """The rows of one report by the name of their table; a table without rows is left out."""
    import pyarrow as pa

    content = memoryview(zlib.decompress(packed))
    rows: dict[str, pa.RecordBatch] = {}
    for name in STORED:
        (length,) = struct.unpack_from(">Q", content)
        if length:
            message = pa.py_buffer(content[8 : 8 + length])
            rows[name] = pa.ipc.read_record_batch(message, _schema(name))
        content = content[8 + length :]
    return rows


@cache
def _schema(name: str) -> pa.Schema:
    return schema(name)


def print_of(*parts: object) -> str:
    """A digest of what something was made from; it changes when any of the parts does."""
    return hashlib.sha256(json.dumps(parts, default=str, sort_keys=True).encode()).hexdigest()


def _opened_or_new(path: Path) -> sqlite3.Connection:
    try:
        return _opened(path)
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise InUse from error
        # A disk on which SQLite cannot lock or write: the run goes on, and keeps nothing for the next one.
        return _opened(None)
    except sqlite3.DatabaseError:
        path.unlink()
        return _opened(path)


def _opened(path: Path | None) -> sqlite3.Connection:
    base = sqlite3.connect(path or "", timeout=1)
    try:
        base.execute("PRAGMA locking_mode = EXCLUSIVE")
        base.execute("PRAGMA synchronous = NORMAL")
        base.executescript(_TABLES)
        base.execute("BEGIN EXCLUSIVE")  # holds from here to the end, so that two runs do not mix
        base.commit()
    except sqlite3.DatabaseError:
        base.close()
        raise
    return base


def _key(name: str) -> bytes:
    """File names need not be valid text, and SQLite's texts have to be."""
    return name.encode("utf-8", "surrogatepass")


def _name(key: bytes) -> str:
    return key.decode("utf-8", "surrogatepass")
