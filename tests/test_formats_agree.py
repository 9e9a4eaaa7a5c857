"""The same report in every format gives the same headings, dates, indicators and organisations as its text.

A format is a line in ``WAYS``: who writes the files, and what share of the rows has to be equal. With
``BAOBIAO_WHOLE_CORPUS=1`` all reports of ``corpus/`` are written, else one of each type.
"""

from __future__ import annotations

import html
import io
import os
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pytest

from baobiao import process
from baobiao.lexicon import Lexicon, load
from baobiao.model import Report
from baobiao.read import Source, from_text, read
from baobiao.read.decoding import decode
from word_files import (
    begins_at,
    by_office,
    document,
    kind,
    level,
    list_of,
    needs_office,
    numbered,
    para,
    run,
)

CORPUS = Path(__file__).parents[1] / "corpus"
WHOLE = bool(os.environ.get("BAOBIAO_WHOLE_CORPUS"))
Texts = Mapping[str, str]


@dataclass(frozen=True)
class Way:
    """How reports become files of a format: ``write`` puts ``<name>.<suffix>`` of each text into a folder.

    ``floor`` is the share of rows that have to be equal, ``marks`` say where the way cannot be gone.
    """

    suffix: str
    floor: float
    write: Callable[[Texts, Path], None]
    marks: tuple[pytest.MarkDecorator, ...] = ()


def each(suffix: str, build: Callable[[str], bytes]) -> Callable[[Texts, Path], None]:
    def write(texts: Texts, folder: Path) -> None:
        for name, text in texts.items():
            (folder / f"{name}.{suffix}").write_bytes(build(text))

    return write


def typed(text: str) -> bytes:
    return document("".join(para(run(line)) for line in text.split("\n")))


DIVIDED = re.compile(r"\t|(?<=\S) {2,}(?=\S)")


def as_page(text: str) -> bytes:
    """A paragraph a line; lines divided by tabs or wide blanks are the rows of a table."""
    parts: list[str] = []
    for drawn, lines in groupby(text.split("\n"), key=lambda line: bool(DIVIDED.search(line))):
        if drawn:
            rows = (
                "".join(f"<td>{html.escape(c)}</td>" for c in DIVIDED.split(line)) for line in lines
            )
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        else:
            parts += (f"<p>{html.escape(line)}</p>" for line in lines)
    body = "".join(parts)
    return f"<html><meta charset=utf-8><body><div id=zoom>{body}</div></body></html>".encode()


NUMBERS = "一二三四五六七八九十"
HANZI = {
    word: number
    for number in range(1, 30)
    if (word := ("", "十", "二十")[number // 10] + ("", *NUMBERS)[number % 10])
}
# What a list's level writes, and how the same number is typed.
LEVELS = (
    ("%1、", "chineseCountingThousand", re.compile(r"([一二三四五六七八九十]+)、(?=\S)")),
    ("（%2）", "japaneseCounting", re.compile(r"（([一二三四五六七八九十]+)）")),
    ("%3.", "decimal", re.compile(r"(\d{1,2})\.(?!\d)")),
    ("（%4）", "decimal", re.compile(r"（(\d{1,2})）")),
)


def automatic(text: str, leaps: bool = True) -> bytes:
    """The report with its numbers taken out of the text and made Word's own.

    Where the typed numbers leap, a list begins anew with the next one; without ``leaps`` that number stays typed,
    because LibreOffice does not write to .doc that two lists count together.
    """
    counts: dict[int, int] = {}
    lists = [list_of(1, 0)]
    begun: dict[int, int] = {}  # what the newest list begins a level with
    body: list[str] = []
    for line in text.split("\n"):
        found = ((n, p.match(line.strip())) for n, (_, _, p) in enumerate(LEVELS))
        at, match = next(((n, match) for n, match in found if match), (0, None))
        number = (HANZI.get(match[1]) or int(match[1])) if match else 0
        goes_on = number == counts.get(at, begun.get(at, 1) - 1) + 1
        if not match or "\t" in line or not (goes_on or leaps):
            body.append(para(run(line)))
            continue
        if not goes_on:
            lists.append(list_of(len(lists) + 1, 0, begins_at(at, number)))
            begun = {at: number}
        counts = {other: count for other, count in counts.items() if other < at} | {at: number}
        body.append(para(run(line.strip()[match.end() :]), numbered(len(lists), at)))
    levels = (level(n, text, format) for n, (text, format, _) in enumerate(LEVELS))
    return document("".join(body), {"numbering": kind(0, *levels) + "".join(lists)})


def in_order(text: str) -> bytes:
    return automatic(text, leaps=False)


def office(suffix: str, build: Callable[[str], bytes]) -> Callable[[Texts, Path], None]:
    """Written as .docx first, then made into another format by LibreOffice."""

    def write(texts: Texts, folder: Path) -> None:
        each("docx", build)(texts, folder)
        by_office([folder / f"{name}.docx" for name in texts], suffix, folder)

    return write


WAYS = {
    "docx, numbers typed": Way("docx", 0.99, each("docx", typed)),
    "docx, numbers automatic": Way("docx", 0.99, each("docx", automatic)),
    "html": Way("html", 0.99, each("html", as_page)),
    "doc, numbers typed": Way("doc", 0.97, office("doc", typed), (needs_office,)),
    "doc, numbers automatic": Way("doc", 0.97, office("doc", in_order), (needs_office,)),
}


def rows(report: Report, lexicon: Lexicon) -> Counter[tuple[object, ...]]:
    """The rows of the tables of a report, without their places in its text."""
    draft = process.extract(report, lexicon)
    found: list[tuple[object, ...]] = [
        ("heading", s.level, s.marker, s.title) for s in draft.sections
    ]
    found += [("date", d.text, d.date_from, d.date_to, d.precision) for d in draft.dates]
    found += [("organisation", o.text, o.name, o.kind) for o in draft.organisations]
    for i in draft.indicators:
        measured = (i.value, i.value_high, i.unit, i.kind, i.basis, i.status, i.year, i.actor)
        found.append(("indicator", i.text, i.indicator, i.name, *measured))
    return Counter(found)


@pytest.fixture(scope="module")
def lexicon() -> Iterator[Lexicon]:
    yield load()


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """The reports by name."""
    paths = [path for folder in sorted(CORPUS.iterdir()) for path in sorted(folder.glob("*.txt"))]
    if not WHOLE:
        paths = list({path.parent: path for path in paths}.values())
    return {path.stem: decode(path.read_bytes()).text for path in paths}


@pytest.fixture(scope="module")
def wanted(texts: dict[str, str], lexicon: Lexicon) -> dict[str, Counter[tuple[object, ...]]]:
    return {name: rows(from_text(text), lexicon) for name, text in texts.items()}


@pytest.mark.parametrize("way", [pytest.param(name, marks=way.marks) for name, way in WAYS.items()])
def test_the_same_rows_as_from_text(
    way: str,
    tmp_path: Path,
    texts: dict[str, str],
    wanted: dict[str, Counter[tuple[object, ...]]],
    lexicon: Lexicon,
) -> None:
    WAYS[way].write(texts, tmp_path)
    shares: dict[str, float] = {}
    for name in texts:
        path = tmp_path / f"{name}.{WAYS[way].suffix}"
        (report,) = read(Source(path, path.name))
        assert isinstance(report, Report)
        found = rows(report, lexicon)
        same = (wanted[name] & found).total()
        shares[name] = same / max(wanted[name].total(), found.total())
    assert min(shares.values()) >= WAYS[way].floor, shares


def test_the_automatic_numbers_are_in_no_text() -> None:
    with zipfile.ZipFile(io.BytesIO(automatic("一、概况\n（一）收入\n三、打算"))) as archive:
        body = archive.read("word/document.xml").decode()
    assert body.count("<w:numPr>") == 3 and "一" not in body and "三" not in body
