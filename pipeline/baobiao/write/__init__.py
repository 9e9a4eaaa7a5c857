"""Everything that is written: Parquet, CSV, a DuckDB file and the workbook.

Batches come one after another and are never all in memory. They are laid down as Parquet in a
folder aside, the other formats are made from that, and only when all is there are the files renamed
into place: a run that breaks off leaves what was there before as it was.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from baobiao.model import NOTHING
from baobiao.tables import COLUMNS

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

FORMATS = ("parquet", "csv", "duckdb", "xlsx")
USUAL = ("parquet", "xlsx", "duckdb")
KEPT = "texts"  # the reports' texts: always written, and as Parquet only
SHOWN = tuple(name for name in COLUMNS if name != KEPT)


class WriteError(Exception):
    """Something could not be written; its words are a Chinese sentence for the user."""


@dataclass(frozen=True, slots=True)
class Written:
    """What now stands in the output folder, and how many rows each table has."""

    files: tuple[Path, ...]
    rows: Mapping[str, int]


def targets(out: Path, formats: Collection[str]) -> tuple[Path, ...]:
    """The files that ``write`` makes for these formats.

    >>> [path.name for path in targets(Path("out"), ["duckdb", "xlsx"])]
    ['texts.parquet', 'baobiao.duckdb', 'baobiao.xlsx']
    """
    unknown = set(formats) - set(FORMATS)
    if unknown:
        raise ValueError(f"unknown formats: {', '.join(sorted(unknown))}")
    names = [f"{KEPT}.parquet"]
    names += [
        f"{name}.{ending}" for ending in ("parquet", "csv") if ending in formats for name in SHOWN
    ]
    names += [f"baobiao.{ending}" for ending in ("duckdb", "xlsx") if ending in formats]
    return tuple(out / name for name in names)


def check_writable(out: Path, formats: Collection[str]) -> None:
    """Makes the folder and tries every file: worth knowing before the work and not after it.

    Raises ``WriteError``.
    """
    with blaming(out):
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out):
            pass
    for path in targets(out, formats):
        with blaming(path):
            if path.exists():
                with path.open("r+b"):  # Windows refuses it while Excel has the file open
                    pass


def write(
    out: Path,
    batches: Iterable[Mapping[str, pa.Table]],
    formats: Collection[str] = USUAL,
    about: Mapping[str, str] = NOTHING,
) -> Written:
    """Writes the tables of all batches (see ``tables.tables``) into the folder ``out``.

    Batches come in the order of their reports' sources (``tables.source_order``), however many
    workers made them; failures may come at any time. ``about`` says by what they were made:
    ``baobiao_version`` and ``dictionary_digest``. No clock is read: the same batches, cut anywhere,
    give the same bytes (in the DuckDB file: the same rows). One run at a time writes a folder.

    Raises ``WriteError`` where a file cannot be written (nothing is replaced then), and
    ``ValueError`` for batches out of order and for an unknown format. What the iterator of batches
    raises passes through.
    """
    check_writable(out, formats)
    with _folder_aside(out) as aside:
        rows = _lay_down(aside, batches, about)
        _derive(aside, formats)
        check_writable(out, formats)
        files = targets(out, formats)
        for path in files:
            with blaming(path):
                _to_disk(aside / path.name)
                (aside / path.name).replace(path)
    return Written(files, rows)


def _lay_down(
    aside: Path, batches: Iterable[Mapping[str, pa.Table]], about: Mapping[str, str]
) -> dict[str, int]:
    from baobiao.write.parquet import Writers

    with blaming(aside.parent):
        writers = Writers(aside, about)
    try:
        for batch in batches:
            with blaming(aside.parent):
                writers.add(batch)
        with blaming(aside.parent):
            writers.finish()
    finally:
        writers.close()
    return writers.rows


def _derive(aside: Path, formats: Collection[str]) -> None:
    """The other formats, each from the Parquet files in the folder aside."""
    from baobiao.write import csv, duckdb, parquet, workbook

    makers: dict[str, Callable[[Path, Mapping[str, pq.ParquetFile]], None]] = {
        "duckdb": duckdb.write,
        "xlsx": workbook.write,
    }
    with parquet.opened(aside, SHOWN) as stored:
        if "csv" in formats:
            for name, table in stored.items():
                with blaming(aside.parent / f"{name}.csv"):
                    csv.write(aside / f"{name}.csv", table)
        for ending, make in makers.items():
            if ending in formats:
                with blaming(aside.parent / f"baobiao.{ending}"):
                    make(aside / f"baobiao.{ending}", stored)


@contextmanager
def _folder_aside(out: Path) -> Iterator[Path]:
    """A folder on the same disk, so that renaming is one step; gone afterwards in any case."""
    with blaming(out):
        for left in out.glob(".baobiao-*"):  # by a run that was killed
            shutil.rmtree(left, ignore_errors=True)
        aside = Path(tempfile.mkdtemp(prefix=".baobiao-", dir=out))
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _to_disk(path: Path) -> None:
    """A renamed file must not turn out empty after a power cut."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


@contextmanager
def blaming(path: Path) -> Iterator[None]:
    """Turns what goes wrong while ``path`` is written into a sentence about it."""
    import duckdb
    from xlsxwriter.exceptions import XlsxWriterException

    try:
        yield
    except (OSError, duckdb.IOException, XlsxWriterException) as error:
        raise WriteError(f"无法写入 {path}：{_reason(path, error)}") from error


def _reason(path: Path, error: Exception) -> str:
    number = getattr(error, "errno", None)
    if number in (errno.ENOSPC, errno.EDQUOT):
        return "磁盘空间不足，请清理后重试"
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return "路径中有同名文件，不是文件夹，请换一个输出位置"
    if number == errno.EROFS:
        return "该位置只能读不能写，请换一个输出位置"
    if isinstance(error, PermissionError):
        if path.is_file():
            return "文件可能正被 Excel 或 WPS 打开，请关闭后重试；若未打开，请检查写入权限"
        return "没有写入权限，请换一个输出位置"
    return str(error)
