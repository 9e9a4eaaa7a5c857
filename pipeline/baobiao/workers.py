"""Reports shared out among processes; whatever happens to one of them, each item gets its result.

Processes are spawned, which is what Windows can do and what keeps threads of the parent out of them. Each
loads the dictionaries once. A worker that is killed takes down the items that were under way with it: these
are tried once more, one by one, and only the one that kills its worker again is given up.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from baobiao import read
from baobiao.kept import Kept, pack
from baobiao.lexicon import Lexicon, load
from baobiao.model import Failure, Report
from baobiao.process import process
from baobiao.tables import facts, tables

ITEMS_AT_ONCE = 8
FEW = 4  # so few are done sooner here than a process has started

_KILLED = "处理它的进程意外终止（可能是内存不足），已跳过，其余照常处理"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to work on: a file to read, or a report read already. ``mark`` is its print."""

    file: str
    mark: str
    what: read.Source | Report

    @property
    def name(self) -> str:
        return self.what.source if isinstance(self.what, Report) else self.what.name


@dataclass(frozen=True, slots=True)
class Result:
    """What an item yielded."""

    item: Item
    kept: tuple[Kept, ...] = ()
    failures: tuple[Failure, ...] = ()


Chunk = list[Item]


def work(
    items: Iterable[Item], processes: int, dictionaries: Path | None
) -> Generator[Result, None, None]:
    """The results of all items, in any order. Closing it ends the workers."""
    items = iter(items)
    first = _some(items, FEW + 1)
    everything = chain(first, items)
    if processes < 2 or len(first) <= FEW:
        yield from (_result(item, load(dictionaries)) for item in everything)
        return
    chunks = iter(lambda: _some(everything, ITEMS_AT_ONCE), [])
    while True:
        broken: Chunk = []
        yield from _in_pool(chunks, processes, dictionaries, broken)
        if not broken:
            return
        yield from _one_by_one(broken, dictionaries)


def _some(items: Iterator[Item], number: int) -> Chunk:
    return list(islice(items, number))


def _in_pool(
    chunks: Iterator[Chunk], processes: int, dictionaries: Path | None, broken: Chunk
) -> Iterator[Result]:
    """Works until the chunks are done or a worker was killed; ``broken`` then gets what was under way."""
    under_way: dict[Future[list[Result]], Chunk] = {}
    others = set(multiprocessing.active_children())
    pool = _pool(processes, dictionaries)
    try:
        while not broken:
            while len(under_way) < 2 * processes and (chunk := next(chunks, None)):
                try:
                    under_way[_submit(pool, chunk)] = chunk
                except BrokenProcessPool:
                    broken += chunk
                    break
            if not under_way:
                return
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            if any(isinstance(future.exception(), BrokenProcessPool) for future in done):
                done, _ = wait(under_way)
            for future in done:
                chunk = under_way.pop(future)
                if isinstance(future.exception(), BrokenProcessPool):
                    broken += chunk
                else:
                    yield from future.result()
    except BaseException:
        # Ctrl-C, or nobody wants the rest: an interrupted pool may wait for its workers for ever.
        for worker in set(multiprocessing.active_children()) - others:
            worker.kill()
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    finally:
        pool.shutdown(wait=True)


def _one_by_one(items: Chunk, dictionaries: Path | None) -> Iterator[Result]:
    """Each item in a process of its own, or here where no process can be started at all."""
    if not _can_start(dictionaries):
        yield from (_result(item, load(dictionaries)) for item in items)
        return
    waiting = deque(items)
    while waiting:
        with _pool(1, dictionaries) as pool:
            try:
                while waiting:
                    yield from _submit(pool, [waiting[0]]).result()
                    waiting.popleft()
            except BrokenProcessPool:
                killer = waiting.popleft()
                yield Result(killer, failures=(Failure(killer.name, "extract", _KILLED),))


def _can_start(dictionaries: Path | None) -> bool:
    """Not from a script without ``if __name__ == "__main__"``, nor from one read from standard input."""
    with _pool(1, dictionaries) as pool:
        try:
            return _submit(pool, []).result() == []
        except BrokenProcessPool:
            return False


def _pool(processes: int, dictionaries: Path | None) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(processes, context, _begin, (dictionaries,))


def _submit(pool: ProcessPoolExecutor, chunk: Chunk) -> Future[list[Result]]:
    """Hands a chunk to the pool, which may start a worker for it: with Ctrl-C blocked, as it then is there."""
    if sys.platform == "win32":
        return pool.submit(_results, chunk)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(_results, chunk)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_LEXICON: list[Lexicon] = []  # of this worker


def _begin(dictionaries: Path | None) -> None:
    """What a worker does first. Ctrl-C is for the parent, which ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _LEXICON.append(load(dictionaries))


def _results(chunk: Chunk) -> list[Result]:
    return [_result(item, _LEXICON[0]) for item in chunk]


def _result(item: Item, lexicon: Lexicon) -> Result:
    """The one place where every error is caught: a report that the program cannot bear costs that report only."""
    kept: list[Kept] = []
    failures: list[Failure] = []
    reports: Iterable[Report | Failure] = ()
    step = "read"
    try:
        reports = [item.what] if isinstance(item.what, Report) else read.read(item.what)
        for report in reports:
            if isinstance(report, Failure):
                failures.append(report)
                continue
            step = "extract"
            kept.append(_kept(report, lexicon))
            step = "read"
    except read.ReadError as error:
        failures.append(Failure(item.name, "read", str(error)))
    except Exception as error:  # noqa: BLE001
        failures.append(Failure(item.name, step, _unexpected(error)))
    return Result(item, tuple(kept), tuple(failures))


def _kept(report: Report, lexicon: Lexicon) -> Kept:
    rows = tables([process(report, lexicon)])
    told = tuple((row.step, row.error) for _, row in facts(Failure, rows["failures"]))
    return Kept(report.source, report.document_id, pack(rows), report.warnings, told)


def _unexpected(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "内存不足，未能处理"
    said = f"{type(error).__name__}：{error}".strip("：").replace("\n", " ")
    return f"程序出错，未能处理，请把文件和这句话反馈给开发者（{said[:300]}）"
