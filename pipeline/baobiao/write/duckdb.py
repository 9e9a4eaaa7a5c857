"""One DuckDB file with all tables, the same rows and the same exact numbers as in Parquet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from baobiao.write import captions, views

ROWS_AT_ONCE = 50_000


def write(path: Path, stored: Mapping[str, pq.ParquetFile]) -> None:
    """Writes the stored tables as ``path``, which must not exist.

    The storage version is that of DuckDB 1.2: a newer library writes files that older ones cannot
    open. Tables and columns carry Chinese comments (``duckdb_columns()``); a table's also says by
    what it was made.
    """
    with duckdb.connect(":memory:") as connection:
        connection.execute("SET autoinstall_known_extensions = false")
        connection.execute(f"ATTACH {_quoted(str(path))} AS made (STORAGE_VERSION 'v1.2.0')")
        for name, table in stored.items():
            connection.register("rows", _reader(table))
            connection.execute(f"CREATE TABLE made.{name} AS SELECT * FROM rows")
            connection.unregister("rows")
            _comment(connection, name, table.schema_arrow)
        if all(name in stored for name in views.NEEDED):
            connection.execute("USE made")
            views.create(connection)
            connection.execute("USE memory")
        connection.execute("DETACH made")


def _reader(table: pq.ParquetFile) -> pa.RecordBatchReader:
    return pa.RecordBatchReader.from_batches(table.schema_arrow, table.iter_batches(ROWS_AT_ONCE))


def _comment(connection: duckdb.DuckDBPyConnection, name: str, schema: pa.Schema) -> None:
    title, sentence = captions.TABLES[name]
    made_by = [f"{key.decode()} {value.decode()}" for key, value in (schema.metadata or {}).items()]
    about = "；".join([f"{title}：{sentence}", *made_by])
    connection.execute(f"COMMENT ON TABLE made.{name} IS {_quoted(about)}")
    for column in schema.names:
        about = "：".join((captions.title(name, column), captions.COLUMNS[column][1]))
        connection.execute(f'COMMENT ON COLUMN made.{name}."{column}" IS {_quoted(about)}')


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
