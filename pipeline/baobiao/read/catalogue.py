"""The archive's catalogue: a CSV that says of each file its report type, year, issuer.

A folder's ``metadata.csv`` is one; ``--metadata`` names one by hand. Columns are ``source`` (the
path below the input folder, or the file name where only one file has it; backslashes do) and any of
``report_type year issuer title region publish_date source_url``, or their Chinese names (来源
报告类型 年份 发布机构 …).
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from baobiao.model import Failure
from baobiao.read.columns import known, metadata_of
from baobiao.read.decoding import decode, foreign
from baobiao.read.source import ReadError, Source, file_bytes

NAME = "metadata.csv"
STEP = "metadata"
_ROW = re.compile(r"(.*)#(\d+)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a catalogue: the path that is written there (with ``/``) and what it says of it."""

    line: int
    path: str
    said: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The sound lines of a catalogue, and a ``Failure`` for each of the others."""

    name: str
    entries: tuple[Entry, ...] = ()
    problems: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Matched:
    """What a catalogue says of each file (by path) and of single rows of it, and its lines that fit
    no file.
    """

    files: Mapping[str, Mapping[str, str]]
    rows: Mapping[str, Mapping[int, Mapping[str, str]]]
    missing: Mapping[int, Failure]


def load(path: Path, name: str) -> Catalogue:
    """The catalogue in a file; ``name`` is what its problems are reported under.

    Raises ``ReadError`` where the file cannot be read or has no column ``source``.
    """
    data = file_bytes(Source(path, name))
    if problem := foreign(data):
        raise ReadError(problem)
    text = decode(data).text
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",\t;", key=head.count))
    header = [cell.strip() for cell in next(reader, [])]
    if "source" not in map(known, header):
        raise ReadError(
            f"目录没有 source（来源、文件）列；表中的列是：{'、'.join(header) or '（无）'}"
        )
    entries: list[Entry] = []
    problems: list[Failure] = []
    seen: dict[str, int] = {}
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        row = dict(zip(header, cells, strict=False))
        path_cell = next(
            row[column] for column in header if known(column) == "source" and column in row
        )
        entry = Entry(reader.line_num, plain_path(path_cell), metadata_of(row))
        problem = _problem(entry, row, seen)
        if problem:
            problems.append(Failure(name, STEP, f"第 {entry.line} 行：{problem}"))
        if entry.path and seen.setdefault(entry.path, entry.line) == entry.line:
            entries.append(entry)
    return Catalogue(name, tuple(entries), tuple(problems))


def _problem(entry: Entry, row: Mapping[str, str], seen: Mapping[str, int]) -> str:
    """What is wrong with a line, or "". A wrong year costs the year, not the line."""
    if not entry.path:
        return "没有写文件（source）"
    if entry.path in seen:
        return f"“{entry.path}”在第 {seen[entry.path]} 行已经写过，以前一行为准"
    for key, wanted in (
        ("year", "不是年份，例如应写 2024"),
        ("publish_date", "不是日期，例如应写 2024-01-31"),
    ):
        written = next((row[column].strip() for column in row if known(column) == key), "")
        if written and key not in entry.said:
            return f"“{written}”{wanted}"
    return ""


def plain_path(cell: str) -> str:
    r"""A path as a catalogue may write it, in one form: ``/`` between parts, no ``./`` in front,
    composed letters.

    >>> plain_path(r".\2024\甲局.txt ")
    '2024/甲局.txt'
    """
    path = unicodedata.normalize("NFC", cell.strip().replace("\\", "/"))
    return re.sub(r"/+", "/", re.sub(r"^(?:\./+)+", "", path))


def match(catalogue: Catalogue, files: Iterable[str]) -> Matched:
    """Which line speaks of which file. ``files`` are paths below the input folder.

    A line fits the file with its path; else the only file whose path ends with it or that it ends
    with; else the only file of that name.

    >>> entry = Entry(2, "甲局.txt", {"year": "2024"})
    >>> match(Catalogue("metadata.csv", (entry,)), ["2024/甲局.txt"]).files
    {'2024/甲局.txt': {'year': '2024'}}
    """
    by_path = {plain_path(file): file for file in files}
    by_name: dict[str, list[str]] = {}
    for path in by_path:
        by_name.setdefault(path.rpartition("/")[2], []).append(path)
    said: dict[str, Mapping[str, str]] = {}
    rows: dict[str, dict[int, Mapping[str, str]]] = {}
    missing: dict[int, Failure] = {}
    for entry in catalogue.entries:
        path, number = entry.path, 0
        if path not in by_path and (row := _ROW.fullmatch(path)):
            path, number = row[1], int(row[2])
        file = by_path.get(_fitting(path, by_path, by_name), "")
        if not file:
            missing[entry.line] = Failure(
                catalogue.name,
                STEP,
                f"第 {entry.line} 行：找不到文件“{entry.path}”{_several(path, by_name)}",
            )
        elif number:
            rows.setdefault(file, {})[number] = entry.said
        else:
            said.setdefault(file, entry.said)
    return Matched(said, rows, missing)


def _fitting(path: str, by_path: Mapping[str, str], by_name: Mapping[str, list[str]]) -> str:
    """The one path that a catalogue's path means, or "" where there is none or more than one."""
    if path in by_path:
        return path
    same_name = by_name.get(path.rpartition("/")[2], [])
    nested = [file for file in same_name if file.endswith(f"/{path}") or path.endswith(f"/{file}")]
    if len(nested) == 1:
        return nested[0]
    return same_name[0] if len(same_name) == 1 and not nested else ""


def _several(path: str, by_name: Mapping[str, list[str]]) -> str:
    """Names the candidates where a bare file name could mean several."""
    candidates = by_name.get(path.rpartition("/")[2], [])
    return (
        f"；同名文件有 {len(candidates)} 个（{'、'.join(candidates[:3])}），请写出路径"
        if candidates
        else ""
    )
