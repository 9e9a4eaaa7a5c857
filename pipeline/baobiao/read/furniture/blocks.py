"""A report's text in blocks: its paragraphs, what a web page or printer put around them, and
run-together tables.

Nothing is removed: page residue stays in the text as blocks of kind ``furniture``, which yield no
facts. Ordinary words of a page (下载, 分享, 打印) count only near the ends of the text, and only
where they stand by themselves; tags, comments and page numbers count anywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from baobiao.model import Block
from baobiao.read.furniture import statutory
from baobiao.read.furniture.header import header_end, header_metadata
from baobiao.read.furniture.residue import Line, lines_of, page_residue, page_splits

__all__ = ["blocks", "header_metadata"]

_TAGS = (
    "a|b|br|center|div|em|font|form|h[1-6]|hr|i|iframe|img|input|li|link|meta|o:p|ol|p|section|span|"
    "strong|sub|sup|table|tbody|td|th|thead|tr|u|ul"
)
# Markup that a scraper left in: tags of HTML by name, entities for spaces, a literal <U+00A0>.
_MARKUP = re.compile(
    rf"</?(?:{_TAGS})(?:\s[^<>\n]{{0,500}})?/?>|<U\+[0-9A-Fa-f]{{4,6}}>"
    r"|&(?:nbsp|ensp|emsp|thinsp|#160|#xA0|#12288);",
    re.IGNORECASE,
)
# The marks that a comment or a script stands between; an opening one is a group.
_ENCLOSED = (
    re.compile(r"(<!--)|-->"),
    re.compile(r"(<script\b)|</script\s*>", re.IGNORECASE),
    re.compile(r"(<style\b)|</style\s*>", re.IGNORECASE),
)
# What is longer between the two marks is rather a report between two marks that were lost.
_ENCLOSED_LONGEST = 20_000
_WORD = re.compile(r"\w")
# A page that stands in the text twice is longer than any paragraph pasted twice by mistake.
_PAGE = 2000


def blocks(text: str, given: Sequence[Block] = ()) -> tuple[Block, ...]:
    """The text in blocks: sorted, apart, without white space at their ends, together all that is
    not white.

    ``given`` are blocks that a reader knows from the file itself. Tables and furniture are taken over
    as they are; blocks of kind ``text`` say where the paragraphs in them stand (page, box, number,
    level of the heading style), and may still hold page residue.

    >>> page = "首页 > 公开\\n考核报告\\n— 1 —"
    >>> [(block.kind, page[block.start:block.end]) for block in blocks(page)]
    [('furniture', '首页 > 公开'), ('text', '考核报告'), ('furniture', '— 1 —')]
    """
    markup = [(block.start, block.end) for block in _merged(_furniture(_markup(text)))]
    plain = _blanked(text, markup)
    begin = header_end(plain)
    lines = lines_of(plain, begin)
    tables = [Block(start, end, "table") for start, end in statutory.stretches(text)]
    residue = [
        *([(0, begin)] if begin else []),
        *markup,
        *page_residue(plain, lines),
        *_repeated_pages(plain, lines),
    ]
    known = [block for block in given if block.kind != "text"]
    cuts = _apart(known, tables, _furniture(residue))
    laid = _laid_out(text, cuts, sorted(page_splits(plain, lines)))
    return tuple(_described(laid, [block for block in given if block.kind == "text"]))


def _described(laid: Iterable[Block], given: Sequence[Block]) -> Iterator[Block]:
    """The blocks with what the reader knows of the paragraph that each stands in."""
    given = sorted(given, key=lambda block: block.start)
    starts = [block.start for block in given]
    for block in laid:
        index = bisect_right(starts, block.start) - 1
        if index < 0 or given[index].end <= block.start or block.kind == "table":
            yield block
        else:
            yield replace(given[index], start=block.start, end=block.end, kind=block.kind)


def _furniture(spans: Iterable[tuple[int, int]]) -> list[Block]:
    return [Block(start, end, "furniture") for start, end in spans]


def _markup(text: str) -> Iterator[tuple[int, int]]:
    """What a scraper left of the page's source: comments and scripts with their content, tags."""
    if "<" not in text and "&" not in text:
        return
    for marks in _ENCLOSED:
        begin = -1
        for mark in marks.finditer(text):
            if mark[1]:
                begin = mark.start()
            elif begin >= 0 and mark.end() - begin <= _ENCLOSED_LONGEST:
                yield begin, mark.end()
                begin = -1
    yield from (match.span() for match in _MARKUP.finditer(text))


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the spans made white, as long as before, line ends kept."""
    parts: list[str] = []
    offset = 0
    for start, end in spans:
        parts += (text[offset:start], re.sub(r"[^\n]", " ", text[start:end]))
        offset = end
    return "".join((*parts, text[offset:])) if parts else text


def _repeated_pages(plain: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Lines that stood before, word for word and one after another, over a whole page's length.

    Scrapers save a page once as shown and once as stored for turning pages; the first stays.
    """
    words = ["".join(plain[line.start : line.end].split()) for line in lines]
    first: dict[str, int] = {}
    index = 0
    while index < len(words):
        before = first.setdefault(words[index], index)
        stop = index
        length = 0
        while before < index and stop < len(words) and words[before + stop - index] == words[stop]:
            length += len(words[stop])
            stop += 1
        if length >= _PAGE:
            yield lines[index].start, lines[stop - 1].end
            index = stop
        else:
            index += 1


def _apart(
    given: Sequence[Block], tables: Sequence[Block], furniture: Sequence[Block]
) -> list[Block]:
    """All of them sorted and not overlapping: what a reader knows goes before tables, these before
    furniture.
    """
    taken: list[Block] = []
    for wave in (given, tables, _merged(furniture)):
        free = _Taken(taken)
        taken = sorted(
            [*taken, *(part for block in wave for part in free.outside(block))],
            key=lambda block: block.start,
        )
    return taken


def _merged(wave: Sequence[Block]) -> list[Block]:
    """Blocks of one kind with those joined that overlap or touch."""
    joined: list[Block] = []
    for block in sorted(wave, key=lambda block: (block.start, block.end)):
        if joined and block.start <= joined[-1].end:
            last = joined.pop()
            block = Block(last.start, max(last.end, block.end), block.kind)
        joined.append(block)
    return joined


class _Taken:
    """Sorted spans that are spoken for."""

    def __init__(self, spans: Sequence[Block]) -> None:
        self.spans = spans
        self.starts = [span.start for span in spans]

    def outside(self, block: Block) -> Iterator[Block]:
        """The parts of a block that no span covers."""
        offset = block.start
        first = max(0, bisect_right(self.starts, offset) - 1)
        for span in islice(self.spans, first, bisect_left(self.starts, block.end)):
            if span.end <= offset:
                continue
            if span.start > offset:
                yield replace(block, start=offset, end=span.start)
            offset = span.end
        if offset < block.end:
            yield replace(block, start=offset)


def _laid_out(text: str, cuts: Sequence[Block], splits: Sequence[int]) -> Iterator[Block]:
    """The cuts, and between them each line's text, divided at the splits."""
    last = Block(0, 0)
    for cut in (*cuts, Block(len(text), len(text))):
        for line in lines_of(text, last.end, cut.start):
            inside = splits[bisect_right(splits, line.start) : bisect_left(splits, line.end)]
            bounds = (line.start, *inside, line.end)
            for start, end in pairwise(bounds):
                yield from _stripped(text, Block(start, end, _kind(text, start, end, last, cut)))
        if cut.kind == "furniture":
            yield from (
                replace(cut, start=line.start, end=line.end)
                for line in lines_of(text, cut.start, cut.end)
            )
        else:
            yield from _stripped(text, cut)
        last = cut


def _kind(text: str, start: int, end: int, left: Block, right: Block) -> str:
    """A bracket or bar left over next to residue on a line is residue, too."""
    if _WORD.search(text, start, end):
        return "text"
    after = left.kind == "furniture" and "\n" not in text[left.end : start]
    before = right.kind == "furniture" and "\n" not in text[end : right.start]
    return "furniture" if after or before else "text"


def _stripped(text: str, block: Block) -> Iterator[Block]:
    """The block without white space at its ends; none where nothing is left."""
    piece = text[block.start : block.end]
    start = block.start + len(piece) - len(piece.lstrip())
    end = block.start + len(piece.rstrip())
    if start < end:
        yield replace(block, start=start, end=end)
