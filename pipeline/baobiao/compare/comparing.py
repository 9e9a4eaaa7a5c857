"""One comparison: from the tables of a folder to the aligned rows, and from these to a file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from baobiao.compare import bodies, conflicts, decisions, observations, rows
from baobiao.compare.alignment import align
from baobiao.compare.bodies import Body
from baobiao.compare.decisions import DecisionError
from baobiao.compare.observations import NoTables, Report
from baobiao.compare.rows import Row
from baobiao.compare.units import Units
from baobiao.lexicon import load
from baobiao.write import WriteError, blaming

FORMATS = ("csv", "xlsx", "html")
UNUSABLE = (NoTables, DecisionError, WriteError)


@dataclass(frozen=True)
class Comparison:
    """What came of comparing an archive: its reports, who issued them, and every number on its line."""

    reports: Sequence[Report]
    bodies: dict[str, Body]
    rows: Sequence[Row]
    units: Units
    decided: int = 0

    @cached_property
    def issuers(self) -> dict[str, Body]:
        """Every body by its name, alike ones together."""
        found = {body.name: body for body in self.bodies.values()}
        return dict(sorted(found.items(), key=lambda item: (item[1].group, item[0])))


def compare(
    out: Path, *, choices: Path | None = None, dictionaries: Path | None = None
) -> Comparison:
    """Compares the tables in ``out``, obeying the decisions in ``choices`` (None: ``alignment.csv`` in that folder).

    Raises ``NoTables`` where there are none, ``DecisionError`` for decisions that cannot be obeyed,
    ``DictionaryError`` for dictionaries that cannot be used.
    """
    lexicon = load(dictionaries)
    units = Units(lexicon)
    reports, numbers = observations.read(out)
    default = out / decisions.FILE
    obeyed = decisions.NONE
    if choices is not None or default.is_file():
        obeyed = decisions.read(choices or default)
    owners = bodies.resolve(reports, lexicon, obeyed.bodies)
    placed = align(numbers, owners, lexicon, units, obeyed)
    aligned = conflicts.judge(rows.rows(placed, owners, units))
    return Comparison(reports, owners, aligned, units, obeyed.count)


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
        from baobiao.compare import workbook

        workbook.write(comparison, path)
    elif ending == "html":
        from baobiao.compare import page

        path.write_text(page.page(comparison), encoding="utf-8")
    else:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            file.writelines(_csv(comparison.rows))


def _csv(aligned: Sequence[Row]) -> Iterator[str]:
    from baobiao.write.csv import line

    yield line(rows.COLUMNS)
    for row in aligned:
        yield line(getattr(row, name) for name in rows.COLUMNS)


def told(comparison: Comparison) -> str:
    """What came of it, as the beginning of a sentence."""
    lines = {row.indicator_id for row in comparison.rows}
    against = sum(bool(row.conflict) for row in comparison.rows)
    return (
        f"{len(comparison.issuers)} 个单位的 {len(comparison.rows)} 条数据归成 {len(lines)} 个指标，"
        f"不一致 {against} 条，"
    )


def refresh(comparison: Comparison, out: Path) -> str:
    """Puts the aligned rows into the archive's DuckDB file, where there is one, as the table ``compared`` under its
    views. Gives a Chinese sentence where the file cannot be written, which hinders nothing else.
    """
    path = out / "baobiao.duckdb"
    if not path.is_file():
        return ""
    import duckdb

    from baobiao.compare.frames import table
    from baobiao.write import views

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
