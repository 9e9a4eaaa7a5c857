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
from test_read_ofd import typeset
from word_files import (
    begins_at,
    by_office,
    cell,
    document,
    kind,
    level,
    list_of,
    needs_office,
    numbered,
    para,
    row,
    run,
    table,
)

CORPUS = Path(__file__).parents[1] / "corpus"
WHOLE = bool(os.environ.get("BAOBIAO_WHOLE_CORPUS"))
Texts = Mapping[str, str]


@dataclass(frozen=True)
class Way:
    """How reports become files of a format: ``write`` puts ``<name>.<suffix>`` of each text into a folder.

    ``floor`` is the share of rows that have to be equal, ``marks`` say where the way cannot be gone. ``keeps_tables``
    is False for a way that draws no tables; ``slow`` for one that is gone with the shortest report only.
    """

    suffix: str
    floor: float
    write: Callable[[Texts, Path], None]
    marks: tuple[pytest.MarkDecorator, ...] = ()
    keeps_tables: bool = True
    slow: bool = False


def each(suffix: str, build: Callable[[str], bytes]) -> Callable[[Texts, Path], None]:
    def write(texts: Texts, folder: Path) -> None:
        for name, text in texts.items():
            (folder / f"{name}.{suffix}").write_bytes(build(text))

    return write


def typed(text: str) -> bytes:
    return document("".join(para(run(line)) for line in text.split("\n")))


DIVIDED = re.compile(r"\t|(?<=\S) {2,}(?=\S)")


def set_out(
    text: str, paragraph: Callable[[str], str], table: Callable[[list[list[str]]], str]
) -> str:
    """A paragraph a line; lines divided by tabs or wide blanks are the rows of a table."""
    parts: list[str] = []
    for drawn, lines in groupby(text.split("\n"), key=lambda line: bool(DIVIDED.search(line))):
        if drawn:
            parts.append(table([DIVIDED.split(line.strip()) for line in lines]))
        else:
            parts += map(paragraph, lines)
    return "".join(parts)


def as_page(text: str) -> bytes:
    def table(rows: list[list[str]]) -> str:
        cells = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in rows)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"

    body = set_out(text, lambda line: f"<p>{html.escape(line)}</p>", table)
    return f"<html><meta charset=utf-8><body><div id=zoom>{body}</div></body></html>".encode()


SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
RULED = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in SIDES)


def for_print(text: str) -> bytes:
    """A .docx whose tables have lines around their cells."""

    def drawn(rows: list[list[str]]) -> str:
        across = max(map(len, rows))
        body = (row(*map(cell, cells + [""] * (across - len(cells)))) for cells in rows)
        plain = table(*body, widths=[9000 // across] * across)
        return plain.replace(
            "<w:tblPr/>", f"<w:tblPr><w:tblBorders>{RULED}</w:tblBorders></w:tblPr>"
        )

    return document(set_out(text, lambda line: para(run(line)), drawn))


def scanned(texts: Texts, folder: Path) -> None:
    """Printed, and laid on a scanner of 200 dots to the inch."""
    import pypdfium2

    office("pdf", for_print)(texts, folder)
    for name in texts:
        path = folder / f"{name}.pdf"
        with pypdfium2.PdfDocument(path.read_bytes()) as printed:
            first, *others = (page.render(scale=200 / 72).to_pil() for page in printed)
        first.save(path, save_all=True, append_images=others, resolution=200)


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
    "pdf": Way("pdf", 0.97, office("pdf", for_print), (needs_office,)),
    "pdf, scanned": Way("pdf", 0.93, scanned, (needs_office,), slow=True),
    "ofd": Way("ofd", 0.97, each("ofd", typeset), keeps_tables=False),
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


@pytest.mark.parametrize(
    "way", [pytest.param(way, marks=way.marks, id=name) for name, way in WAYS.items()]
)
def test_the_same_rows_as_from_text(
    way: Way, tmp_path: Path, texts: dict[str, str], lexicon: Lexicon
) -> None:
    if not way.keeps_tables:
        texts = {name: without_tables(text) for name, text in texts.items()}
    if way.slow and not WHOLE:
        texts = dict([min(texts.items(), key=lambda named: len(named[1]))])
    way.write(texts, tmp_path)
    shares: dict[str, float] = {}
    for name, text in texts.items():
        path = tmp_path / f"{name}.{way.suffix}"
        (report,) = read(Source(path, path.name))
        assert isinstance(report, Report)
        wanted, found = rows(from_text(text), lexicon), rows(report, lexicon)
        shares[name] = (wanted & found).total() / max(wanted.total(), found.total())
    assert min(shares.values()) >= way.floor, shares


def without_tables(text: str) -> str:
    """Paragraphs only, without the blanks before them, which a typesetter makes himself."""
    return "\n".join(line.strip() for line in text.split("\n") if not DIVIDED.search(line))


def test_the_automatic_numbers_are_in_no_text() -> None:
    with zipfile.ZipFile(io.BytesIO(automatic("一、概况\n（一）收入\n三、打算"))) as archive:
        body = archive.read("word/document.xml").decode()
    assert body.count("<w:numPr>") == 3 and "一" not in body and "三" not in body
