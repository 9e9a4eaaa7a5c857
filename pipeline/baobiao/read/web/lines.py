"""The words of a page's element as a person reads them: a paragraph a line, tables laid in place.

Inline elements are joined without spaces, so that a number split over tags is one number again;
block elements and ``<br>`` end a line; ordered lists show their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field

from lxml import etree

from baobiao.model import Block, Table
from baobiao.read.small_figures import small
from baobiao.read.tables.captions import above
from baobiao.read.tables.grid import lay
from baobiao.read.web.lists import Numbering, numbering
from baobiao.read.web.markup import Element, is_around, is_unseen
from baobiao.read.web.tables import data_grid

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre "
    "section summary table tbody td tfoot th thead tr ul".split()
)
_HEADING = re.compile(r"h([1-6])")
_DISPLAY = re.compile(r"display\s*:\s*(inline|block)\b(?!-)", re.IGNORECASE)
_KEEPS_LINES = re.compile(r"white-space\s*:\s*pre", re.IGNORECASE)
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\ue5e5\ue004]")
_SPACES = re.compile("[ \t\n\r\f\xa0]+")


@dataclass(frozen=True, slots=True)
class Written:
    """The text of an element, with its tables and headings as blocks and the tables themselves."""

    text: str
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()


def written(
    root: Element, lead: str = "", *, without: Container[Element] = (), flat: bool = False
) -> Written:
    """The words of an element; ``lead`` is a text to stand before them, ``without`` are elements to
    leave out. ``flat``: each cell of a table is a line of its own, and what stands around an
    article is kept.

    >>> from baobiao.read.web.markup import parsed
    >>> written(parsed("<p>&nbsp;比上年增长<span>2.</span><span>7</span>%。<br>其中</p>")).text
    '比上年增长2.7%。\\n其中'
    >>> written(parsed("<ol start=3><li>产业<li>民生</ol>")).text
    '3.产业\\n4.民生'
    """
    return _Walk(_Page(lead), without, flat).over(root)


def words(element: Element) -> str:
    """The words of an element, without tables: a line each paragraph or cell.

    >>> from baobiao.read.web.markup import parsed
    >>> words(parsed("<table><tr><td>文号<td>府发〔2024〕1号</table>"))
    '文号\\n府发〔2024〕1号'
    """
    return written(element, flat=True).text


@dataclass(slots=True)
class _Page:
    """The text so far, in pieces."""

    lead: str = ""
    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    pending: str = ""  # the number of a list item, until its first words
    level: int = 0
    offset: int = 0
    after_table: int = 0

    def __post_init__(self) -> None:
        for line in filter(None, self.lead.split("\n")):
            self._add(line)

    def end_line(self) -> None:
        if not self.line:
            return
        said = _joined("".join(self.line))
        self.line.clear()
        if said:
            start = self._add(f"{self.pending}{said}")
            if self.level:
                end = self.offset - 1
                self.blocks.append(Block(start, end, outline_level=self.level))
            self.pending = ""

    def _add(self, line: str) -> int:
        start = self.offset
        self.lines.append(line)
        self.offset += len(line) + 1
        return start

    def table(self, element: Element) -> bool:
        """Lays a table of data at this place; False for one that only lays out the page."""
        grid = data_grid(element, words)
        if grid is None:
            return False
        self.end_line()
        for caption in element.iterchildren("caption"):
            for line in filter(None, words(caption).split("\n")):
                self._add(line)
        title, unit = above(self.lines[self.after_table :])
        text, table = lay(grid, self.offset, caption=title, unit=unit)
        self._add(text)
        self.after_table = len(self.lines)
        self.blocks.append(Block(table.start, table.end, "table"))
        self.tables.append(table)
        return True

    def done(self) -> Written:
        self.end_line()
        return Written("\n".join(self.lines), tuple(self.blocks), tuple(self.tables))


class _Walk:
    """Goes over the elements without recursion: pages nest thousands of tags."""

    def __init__(self, page: _Page, without: Container[Element], flat: bool) -> None:
        self.page = page
        self.without = without
        self.flat = flat
        self.lists: list[Numbering] = []
        self.small: list[str] = []  # the sup and sub that are open
        self.verbatim = 0

    def over(self, root: Element) -> Written:
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        skipped: Element | None = None
        for event, element in walk:
            if event == "start":
                if self._is_skipped(element, root):
                    walk.skip_subtree()
                    skipped = element
                else:
                    self._begin(element)
                continue
            if event == "end" and element is not skipped:
                self._end(element)
            skipped = None
            if element is not root:
                self._say(element.tail)
        return self.page.done()

    def _is_skipped(self, element: Element, root: Element) -> bool:
        """Whether nothing inside is to be walked; a table of data is laid at once."""
        if element is root:
            return False
        around = not self.flat and (is_around(element) or element in self.without)
        if around or is_unseen(element):
            if is_block(element):
                self.page.end_line()
            return True
        return element.tag == "table" and not self.flat and self.page.table(element)

    def _begin(self, element: Element) -> None:
        tag = element.tag
        if tag == "br" or is_block(element):
            self.page.end_line()
        if heading := _HEADING.fullmatch(tag):
            self.page.level = int(heading[1])
        elif tag in ("ol", "ul", "menu", "dir"):
            self.lists.append(numbering(element))
        elif tag == "li":
            mark = self.lists[-1].next_mark(element) if self.lists else ""
            self.page.pending = mark or self.page.pending
        elif tag in ("sup", "sub"):
            self.small.append(tag)
        self.verbatim += keeps_lines(element)
        self._say(element.text)

    def _end(self, element: Element) -> None:
        tag = element.tag
        if is_block(element):
            self.page.end_line()
        if _HEADING.fullmatch(tag):
            self.page.level = 0
        elif tag in ("ol", "ul", "menu", "dir") and self.lists:
            self.lists.pop()
        elif tag == "li":
            self.page.pending = ""
        elif tag in ("sup", "sub") and self.small:
            self.small.pop()
        self.verbatim -= keeps_lines(element)

    def _say(self, text: str | None) -> None:
        if not text:
            return
        if self.small:
            text = small(text, raised=self.small[-1] == "sup")
        if self.verbatim:
            first, *others = text.split("\n")
            self.page.line.append(first)
            for line in others:
                self.page.end_line()
                self.page.line.append(line)
        else:
            self.page.line.append(text)


def is_block(element: Element) -> bool:
    """Whether an element begins and ends a line, by its tag or by its own style."""
    said = _DISPLAY.search(element.get("style") or "")
    return said[1].lower() == "block" if said else element.tag in _BLOCKS


def keeps_lines(element: Element) -> bool:
    """Whether line ends of the source are shown."""
    return element.tag == "pre" or bool(_KEEPS_LINES.search(element.get("style") or ""))


def _joined(text: str) -> str:
    """The words of a line as shown: one space for many; none for a line end of the source beside a
    Chinese character.
    """

    def space(found: re.Match[str]) -> str:
        if "\n" not in found[0] or "\xa0" in found[0]:
            return " "
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        return " " if before.isascii() and after.isascii() else ""

    text = _UNSEEN.sub("", text.strip())
    return _SPACES.sub(space, text).strip()
