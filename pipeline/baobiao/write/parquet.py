"""Parquet: one file a table, its row groups of one size wherever the batches were cut."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from baobiao.tables import COLUMNS, schema, source_order

ROWS_IN_GROUP = 100_000
TEXTS_IN_GROUP = 500  # a text is thirty thousand characters, a fact is one line


class Writers:
    """The Parquet files of one run, growing batch by batch.

    Failures wait for ``finish``, because a failure can become known long after its neighbours were
    written.
    """

    def __init__(self, folder: Path, about: Mapping[str, str]) -> None:
        self.rows: dict[str, int] = dict.fromkeys(COLUMNS, 0)
        self._last = ("", 0)
        self._seen: set[str] = set()
        self._failures: list[pa.Table] = []
        self._files = {name: _Growing(folder, name, about) for name in COLUMNS}

    def add(self, batch: Mapping[str, pa.Table]) -> None:
        """Appends a batch.

        Raises ``ValueError`` where its first report comes before the last report of the batch
        before.
        """
        self._in_order(batch["documents"])
        again = self._known(batch["documents"].column("document_id").to_pylist())
        for name, table in batch.items():
            if name == "failures":
                self._failures.append(table)
                continue
            if again and name != "documents":
                copy = pc.is_in(table.column("document_id"), pa.array(again, pa.string()))
                table = table.filter(pc.invert(copy))
            self._append(name, table)

    def finish(self) -> None:
        """Writes what is still held back, and the ends of the files."""
        if self._failures:
            failures = pa.concat_tables(self._failures).to_pylist()
            failures.sort(key=lambda row: (source_order(row["source"] or ""), str(row)))
            self._append("failures", pa.Table.from_pylist(failures, schema=schema("failures")))
        for file in self._files.values():
            file.finish()

    def close(self) -> None:
        """Lets go of the files, finished or not; Windows cannot remove an open one."""
        for file in self._files.values():
            file.close()

    def _append(self, name: str, table: pa.Table) -> None:
        self.rows[name] += table.num_rows
        self._files[name].append(table)

    def _in_order(self, documents: pa.Table) -> None:
        for source in documents.column("source").to_pylist():
            order = source_order(source or "")
            if order < self._last:
                raise ValueError(f"batches out of order: {source!r} comes after {self._last[0]!r}")
            self._last = order

    def _known(self, document_ids: list[str]) -> list[str]:
        """The reports whose facts an earlier batch has brought: other files with the same bytes."""
        again = [document_id for document_id in document_ids if document_id in self._seen]
        self._seen.update(document_ids)
        return again


class _Growing:
    """One file: rows are held until they fill a row group."""

    def __init__(self, folder: Path, name: str, about: Mapping[str, str]) -> None:
        self._schema = schema(name, about)
        self._full = TEXTS_IN_GROUP if name == "texts" else ROWS_IN_GROUP
        self._held: list[pa.Table] = []
        self._count = 0
        self._writer = pq.ParquetWriter(
            folder / f"{name}.parquet", self._schema, compression="zstd"
        )

    def append(self, table: pa.Table) -> None:
        self._held.append(table.select(self._schema.names).cast(self._schema))
        self._count += table.num_rows
        if self._count >= self._full:
            self._write(self._count // self._full * self._full)

    def finish(self) -> None:
        self._write(self._count)
        self._writer.close()

    def close(self) -> None:
        with suppress(OSError):  # a full disk has been told already
            self._writer.close()

    def _write(self, rows: int) -> None:
        held = pa.concat_tables(self._held) if self._held else self._schema.empty_table()
        for start in range(0, rows, self._full):
            group = held.slice(start, min(self._full, rows - start)).combine_chunks()
            self._writer.write_table(group, row_group_size=self._full)
        self._held = [held.slice(rows).combine_chunks()]
        self._count -= rows


@contextmanager
def opened(folder: Path, names: Collection[str]) -> Iterator[dict[str, pq.ParquetFile]]:
    """The written tables, to be read in batches."""
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(pq.ParquetFile(folder / f"{name}.parquet")) for name in names
        }
