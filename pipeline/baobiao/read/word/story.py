"""The body of a Word document in order: paragraphs with the numbers that Word shows, tables, and after
each paragraph what is anchored in it: text boxes and notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from baobiao.read.tables.data import holds_data, trimmed
from baobiao.read.tables.grid import Grid, placed
from baobiao.read.web.lines import words as page_words
from baobiao.read.web.markup import decoded, is_archive, is_page, parsed
from baobiao.read.web.mht import page_in
from baobiao.read.word.numbering import Numbering
from baobiao.read.word.package import Package, R, W, said, value_of
from baobiao.read.word.runs import MC, WORD_ART, Runs, chosen, is_gone, is_placeholder
from baobiao.read.word.styles import Styles
from baobiao.read.word.tables import grid_cells, rows_of
from baobiao.read.zip_package import Element

_PARAGRAPH, _TABLE, _CONTROL = f"{W}p", f"{W}tbl", f"{W}sdt"
_CHUNK, _ALTERNATIVE = f"{W}altChunk", f"{MC}AlternateContent"
_UNREAD = frozenset(f"{W}{name}" for name in "sectPr del moveFrom sdtPr tcPr".split())
_CHANGES = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom"))
_PAGE = re.compile(r"\d{1,4}\s*$")
_GAP = " \t\u3000\xa0"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's words; ``number`` counts the paragraphs of the body, empty ones and those in
    cells too, from 1. ``level`` is that of its heading style, ``contents`` says that it is a line
    of the table of contents, ``bare`` that it is nothing but its automatic number.
    """

    text: str
    number: int
    level: int = 0
    contents: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Tabular:
    """A table of data; ``number`` is that of its first paragraph."""

    grid: Grid
    number: int


Item = Paragraph | Tabular


class Story:
    """Reads a document once, from its first paragraph to its last: numbers follow from the order."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._body = package.body()
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self._styles)
        self._notes: dict[str, dict[str, Element]] = {}
        self._due: list[tuple[str, str]] = []  # notes whose text is still to come
        self._runs = Runs()
        self._count = 0
        self._before = ""  # the words of a paragraph whose end was deleted
        self._in_cells = 0
        self._beside = 0  # in how many text boxes and notes

    @property
    def is_changed(self) -> bool:
        """Whether the document holds changes that nobody has accepted or refused yet."""
        return next(self._body.iter(*_CHANGES), None) is not None

    def items(self) -> Iterator[Item]:
        """The paragraphs and tables of the body that hold words."""
        for item in self._whole(self._body):
            if isinstance(item, Tabular) or item.text.strip():
                yield item

    def _whole(self, element: Element) -> Iterator[Item]:
        """What is inside a body, cell, box or note; nothing goes on behind it."""
        yield from self._inside(element)
        yield from self._left()

    def _left(self) -> Iterator[Item]:
        """The words of a paragraph whose end was deleted where no other follows."""
        if self._before:
            yield Paragraph(self._before, self._count)
            self._before = ""

    def _inside(self, element: Element) -> Iterator[Item]:
        for child in element:
            tag = child.tag
            if tag == _PARAGRAPH:
                yield from self._paragraph(child)
            elif tag == _TABLE:
                yield from self._left()
                yield from self._table(child)
            elif tag == _ALTERNATIVE:
                yield from self._inside(chosen(child))
            elif tag == _CHUNK:
                yield from self._chunk(child)
            elif tag not in _UNREAD and not (tag == _CONTROL and is_placeholder(child)):
                yield from self._inside(child)

    def _paragraph(self, paragraph: Element) -> Iterator[Item]:
        self._count += not self._beside
        number = self._count
        properties = paragraph.find(f"{W}pPr")
        style = value_of(properties, "pStyle")
        in_contents = self._runs.in_contents
        found = self._runs.words(paragraph)
        text = self._before + found.text
        self._before = ""
        if is_gone(paragraph):
            self._before = text
        else:
            numbering = properties.find(f"{W}numPr") if properties is not None else None
            place = self._numbering.place(style, numbering)
            mark = self._numbering.mark(place) if place else ""
            if text.strip() or self._in_cells:
                in_contents = (in_contents or self._runs.in_contents) and bool(_PAGE.search(text))
                yield Paragraph(
                    _numbered(mark, text) if mark else text,
                    number,
                    self._styles.outline_level(style, value_of(properties, "outlineLvl")),
                    in_contents or self._styles.is_contents(style),
                    not text.strip(),
                )
        for box in found.boxes:
            yield from self._apart(box)
        self._due += found.notes
        if not self._in_cells:
            yield from self._notes_due()

    def _apart(self, element: Element) -> Iterator[Item]:
        """What stands beside the body: its paragraphs count as the one that it is anchored in."""
        if element.tag == WORD_ART:
            yield Paragraph(element.get("string") or "", self._count)
            return
        outer, self._runs = self._runs, Runs()
        carried, self._before = self._before, ""
        self._beside += 1
        yield from self._whole(element)
        self._beside -= 1
        self._runs, self._before = outer, carried

    def _notes_due(self) -> Iterator[Item]:
        due, self._due = self._due, []
        for kind, key in due:
            if kind not in self._notes:
                root = self._package.part(kind)
                self._notes[kind] = (
                    {said(one, "id"): one for one in root} if root is not None else {}
                )
            note = self._notes[kind].pop(key, None)
            if note is not None:
                yield from (_plain(item) for item in self._apart(note))

    def _table(self, table: Element) -> Iterator[Item]:
        number = self._count + 1
        rows = rows_of(table)
        inside: dict[Element, list[Item]] = {}
        self._in_cells += 1
        for cell in (cell.element for row in rows for cell in row if cell.element is not None):
            inside[cell] = list(self._whole(cell))
        self._in_cells -= 1
        nested = any(isinstance(item, Tabular) for items in inside.values() for item in items)
        cells = grid_cells(rows, {cell: _joined(items) for cell, items in inside.items()})
        if not nested and holds_data(cells):
            yield Tabular(trimmed(placed(cells)), number)
        else:
            of_cells = (item for items in inside.values() for item in items)
            yield from (one for one in of_cells if isinstance(one, Tabular) or not one.bare)
        if not self._in_cells:
            yield from self._notes_due()

    def _chunk(self, chunk: Element) -> Iterator[Item]:
        """A web page, or its archive, that a program put into the document whole."""
        data, charset = self._package.chunk(chunk.get(f"{R}id") or ""), ""
        if is_archive(data):
            data, charset, _ = page_in(data)
        if is_page(data):
            for line in page_words(parsed(decoded(data, charset)[0])).split("\n"):
                yield Paragraph(line, self._count)


def _numbered(mark: str, text: str) -> str:
    """The number before its text, apart from a figure there: 1. and 5个 are no 1.5个."""
    text = text.lstrip(_GAP)
    glued = text[:1].isdecimal() and mark[-1].isascii() and not mark.endswith(" ")
    return f"{mark} {text}" if glued else f"{mark}{text}"


def _joined(items: Sequence[Item]) -> str:
    return "\n".join(item.text for item in items if isinstance(item, Paragraph)).strip()


def _plain(item: Item) -> Item:
    return item if isinstance(item, Tabular) else replace(item, level=0)
