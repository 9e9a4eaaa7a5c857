"""Many reports: found, shared out among processes, put in order, written.

A report that fails is a row in ``failures`` and the run goes on. What was found is kept in the output folder
(``kept``), so that the next run reads only what is new or changed, and a run that was broken off goes on where
it stopped. The tables are put together from what is kept, in the order of the sources: they are the same for
any number of workers, for a first run and a second.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from baobiao import __version__, read, workers, write
from baobiao.kept import InUse, Store, print_of, unpack
from baobiao.lexicon import Lexicon, load
from baobiao.model import Failure
from baobiao.read.formats import FORMATS
from baobiao.read.scans import recognition
from baobiao.tables import COLUMNS, schema, source_order, tables

if TYPE_CHECKING:
    import pyarrow as pa

REPORTS_AT_ONCE = 200
COMMIT_EVERY = 20
Progress = Callable[[int, int, str], None]


class NothingToDo(Exception):
    """There is no report to read, or the run cannot begin; its words are Chinese sentences, one a line."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did. ``reused`` reports were neither new nor changed; ``warnings`` are (source, sentence)."""

    reused: int
    failures: Sequence[Failure]
    warnings: Sequence[tuple[str, str]]
    rows: Mapping[str, int]
    files: tuple[Path, ...]


def quiet(done: int, total: int, name: str) -> None:
    """Tells nobody."""


def run(
    inputs: Sequence[Path],
    out: Path,
    *,
    formats: Collection[str] = write.USUAL,
    processes: int | None = None,
    engine: str = "local",
    metadata: Path | None = None,
    dictionaries: Path | None = None,
    text_column: str | None = None,
    progress: Progress = quiet,
) -> Summary:
    """Reads ``inputs`` (files and folders) and writes the tables into the folder ``out``.

    ``processes`` is the number of workers (None: one a core). Raises ``NothingToDo`` where no report can be
    read or another run is writing there, ``WriteError`` where the output cannot be written, ``DictionaryError``
    for dictionaries that cannot be used, ``ReadError`` for a catalogue that is none. In these cases the
    tables that were there stay as they were.
    """
    if engine == "spark":
        raise NothingToDo("--engine spark 需要 baobiao[spark]，本版本不提供；请改用 --engine local")
    if engine != "local":
        raise NothingToDo(f"没有“{engine}”这种引擎；可用：local")
    lexicon = load(dictionaries)
    found = list(read.sources(inputs, metadata=metadata, text_column=text_column, skip=[out]))
    if not any(isinstance(each, read.Source) for each in found):
        raise NothingToDo("\n".join(f"{each.source}：{each.error}" for each in _failures(found)))
    write.check_writable(out, formats)
    try:
        store = Store(out, made_by(lexicon))
    except InUse:
        raise NothingToDo(f"另一个 baobiao 正在写 {out}，请等它完成后再运行") from None
    with store:
        batch = Batch(store, dictionaries, processes or os.cpu_count() or 1, progress)
        batch.fill(found)
        written = write.write(out, batch.tables(about(lexicon)), formats, about(lexicon))
    return Summary(
        batch.reused, batch.failures_in_order(), batch.warnings, written.rows, written.files
    )


def about(lexicon: Lexicon) -> dict[str, str]:
    """What every table says of its making."""
    return {"baobiao_version": __version__, "dictionary_digest": lexicon.digest}


def made_by(lexicon: Lexicon) -> str:
    """A digest of all that results depend on beside their report: the program's text, the dictionaries, and
    whether scanned pages can be recognised.
    """
    sha = hashlib.sha256(lexicon.digest.encode())
    sha.update(str(recognition.is_installed()).encode())
    folder = Path(__file__).parent
    for path in sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".txt")):
        sha.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return sha.hexdigest()


class Batch:
    """The reports of one run: ``fill`` reads what the store does not have yet, ``tables`` puts all in order."""

    def __init__(
        self, store: Store, dictionaries: Path | None, processes: int, progress: Progress = quiet
    ) -> None:
        self.failures: list[Failure] = []
        self.warnings: list[tuple[str, str]] = []
        self.reused = 0
        self._store = store
        self._dictionaries = dictionaries
        self._processes = processes
        self._progress = progress
        self._files: dict[str, str] = {}  # every file of the run, and its print
        self._failed: set[str] = set()  # files to be tried again by the next run
        self._reports: list[str] = []

    def fill(self, found: Iterable[read.Source | Failure]) -> None:
        """Reads every source that is new or changed."""
        found = list(found)
        self.failures += _failures(found)
        sources = [each for each in found if isinstance(each, read.Source)]
        new = [source for source in sources if not self._is_known(source)]
        self._total, self._done = len(new), 0
        with closing(
            workers.work(self._items(new), self._processes, self._dictionaries)
        ) as results:
            for result in results:
                self._take(result)
        self._store.forget_others(set(self._files), set(self._reports))
        for source in new:
            if source.name not in self._failed:
                self._store.know_file(source.name, self._files[source.name])
        self._store.commit()

    def tables(self, about: Mapping[str, str]) -> Iterator[dict[str, pa.Table]]:
        """The tables of all reports in the order of their sources, some at a time; the failures come last."""
        first: dict[str, str] = {}
        names = iter(sorted(self._reports, key=source_order))
        while some := list(islice(names, REPORTS_AT_ONCE)):
            rows: dict[str, list[pa.RecordBatch]] = {name: [] for name in COLUMNS}
            for name in some:
                kept = self._store.get(name)
                if kept.document_id in first:
                    self.failures.append(
                        Failure(
                            name, "read", f"与“{first[kept.document_id]}”内容完全相同，只收录一次"
                        )
                    )
                    continue
                first[kept.document_id] = name
                self.warnings += [(name, sentence) for sentence in kept.warnings]
                self.failures += [Failure(name, *said) for said in kept.failures]
                for table, part in unpack(kept.rows).items():
                    rows[table].append(part)
            yield _joined(rows, about)
        yield tables((), self.failures_in_order(), about)

    def failures_in_order(self) -> list[Failure]:
        """What went wrong so far, by source."""
        return sorted(
            self.failures, key=lambda row: (source_order(row.source), row.step, row.error)
        )

    def _is_known(self, source: read.Source) -> bool:
        """Whether a file looks as it did when all of it was kept; then its reports are taken over."""
        self._files[source.name] = mark = _print(source)
        if not self._store.file_is_known(source.name, mark):
            return False
        reports = self._store.reports_of(source.name)
        self._reports += reports
        self.reused += len(reports)
        return True

    def _items(self, sources: Iterable[read.Source]) -> Iterator[workers.Item]:
        """What is to be worked on: a whole file, or the rows of a table that are new."""
        for source in sources:
            if FORMATS[source.format] != "rows":
                yield workers.Item(source.name, self._files[source.name], source)
                continue
            self._total -= 1
            try:
                for row in read.read(source):
                    if isinstance(row, Failure):
                        self._fail(source.name, row)
                        continue
                    mark = print_of(row.document_id, row.metadata)
                    if self._store.report_is_known(row.source, mark):
                        self._reports.append(row.source)
                        self.reused += 1
                    else:
                        self._total += 1
                        yield workers.Item(source.name, mark, row)
            except read.ReadError as error:
                self._fail(source.name, Failure(source.name, "read", str(error)))

    def _take(self, result: workers.Result) -> None:
        item = result.item
        for kept in result.kept:
            self._store.put(item.file, item.mark, kept)
            self._reports.append(kept.name)
        for failure in result.failures:
            self._fail(item.file, failure)
        if isinstance(item.what, read.Source) and not result.failures:
            self._store.know_file(item.file, item.mark)
        self._done += 1
        self._progress(self._done, self._total, item.name)
        if self._done % COMMIT_EVERY == 0:
            self._store.commit()

    def _fail(self, file: str, failure: Failure) -> None:
        self._failed.add(file)
        self.failures.append(failure)


def _failures(found: Iterable[read.Source | Failure]) -> list[Failure]:
    return [each for each in found if isinstance(each, Failure)]


def _print(source: read.Source) -> str:
    """Changes when the file does, or what is known of it. A file is told by size and time, as make does."""
    try:
        state = source.path.stat()
        looks = (state.st_size, state.st_mtime_ns)
    except OSError:
        looks = (-1, -1)  # reading it will say what is wrong
    path = str(source.path.resolve())
    return print_of(path, looks, source.metadata, source.rows, source.text_column)


def _joined(
    rows: Mapping[str, list[pa.RecordBatch]], about: Mapping[str, str]
) -> dict[str, pa.Table]:
    import pyarrow as pa

    return {
        name: pa.Table.from_batches(parts, schema(name)).replace_schema_metadata(dict(about))
        for name, parts in rows.items()
    }
