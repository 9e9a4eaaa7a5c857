"""From lines to paragraphs: wrapped lines put together, contents left out, rows and lost line breaks marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from baobiao.model import Report
from baobiao.outline.numbering import ITEMS, MARKER
from baobiao.outline.parts import Mark, Paragraph

_LINE = re.compile(r"[^\n]+")
_INDENT = re.compile(r"(?:\s|<U\+00A0>|&nbsp;)*(?:#{1,6} +)?")  # Markdown writes # before headings
_CONTENTS = re.compile(r"目\s*录\s*")
_LEADER = re.compile(r"(?:[.…·﹒]{3,}|\s{3,})\s*[(\-—]?\s*\d{1,3}\s*[)\-—]?$")
_FIGURES = re.compile(r"[\d,.%\s\-—]+|.{0,40}(?: \d[\d,]*\.\d{1,2}|(?: \d[\d,.]*){3,})")
_ORPHAN = re.compile(r"[\u4e00-\u9fff]{1,4}")
_WIDEST = 130  # a wrapped line is no wider than a page, a hanzi counting two
_SHORT_OF = 10  # a wrapped line may end this much before the widest: a mark or a word did not fit
_ROWS_APART = 25  # lines of labels between two rows of figures of one table
_SHORT = 60  # below this a paragraph is at most a heading with its items
_LONG = 800  # no paragraph that a person wrote holds several numbered ones


def paragraphs_of(report: Report, folded: str) -> list[Paragraph]:
    """The paragraphs of the report's text blocks (of the whole text, where it has no blocks)."""
    lines = list(_lines(report, folded))
    contents, rows = _contents(folded, lines), _rows(folded, lines)
    width = _wrapped_at(report.text, lines)
    joined: list[Paragraph] = []
    for index, line in enumerate(lines):
        if index in contents:
            continue
        apart = not joined or index in rows or index - 1 in rows or index - 1 in contents
        if not apart and _goes_on(report.text, folded, joined[-1], lines[index - 1], line, width):
            joined[-1] = Paragraph(joined[-1].start, line.end)
        else:
            joined.append(replace(line, row=index in rows))
    return joined


def _lines(report: Report, folded: str) -> Iterator[Paragraph]:
    blocks = [(block.start, block.end) for block in report.blocks if block.kind == "text"]
    for start, end in blocks if report.blocks else [(0, len(folded))]:
        for line in _LINE.finditer(folded, start, end):
            indent = _INDENT.match(folded, line.start(), line.end())
            first = indent.end() if indent else line.start()
            last = first + len(folded[first : line.end()].rstrip())
            if last > first:
                yield Paragraph(first, last)


def _contents(folded: str, lines: Sequence[Paragraph]) -> set[int]:
    """A table of contents: the lines from 目录 until its first entry comes again, and lines with a page number."""
    texts = [folded[line.start : line.end] if line.end - line.start < 90 else "" for line in lines]
    found = {
        index for index, text in enumerate(texts) if _LEADER.search(text) and MARKER.match(text)
    }
    heads = [index for index, text in enumerate(texts) if _CONTENTS.fullmatch(text)]
    if heads and heads[0] + 1 < len(texts):
        entry = _close(_LEADER.sub("", texts[heads[0] + 1]))
        again = [
            index
            for index in range(heads[0] + 2, len(texts))
            if entry and _close(texts[index]) == entry
        ]
        found.update(range(heads[0], again[0]) if again else [heads[0]])
    return found


def _close(words: str) -> str:
    """The words without blanks: 第一部分 概况 stands as 第一部分概况 in the contents."""
    return re.sub(r"\s", "", words)


def _rows(folded: str, lines: Sequence[Paragraph]) -> set[int]:
    """Lines between two rows of figures with no sentence among them: a table that the reader left as text."""
    found: set[int] = set()
    last: int | None = None
    for index, line in enumerate(lines):
        text = folded[line.start : min(line.end, line.start + 120)]
        if (
            line.end - line.start > 100
            or any(mark in text for mark in "。；！？")
            or text[0] == "第"
        ):
            last = None
        elif _FIGURES.fullmatch(text):
            near = last is not None and index - last < _ROWS_APART
            found.update(range(last if near and last is not None else index, index + 1))
            last = index
    return found


def _width(text: str, line: Paragraph) -> int:
    """The width of a line on paper, a hanzi counting two. Folded text would be narrower than the paper was."""
    return len(text[line.start : line.end].encode("gbk", "replace"))


def _wrapped_at(text: str, lines: Sequence[Paragraph]) -> int:
    """The width at which the text was wrapped; 0 where paragraphs are whole lines."""
    if len(lines) < 10 or max(line.end - line.start for line in lines) > 2 * _WIDEST:
        return 0
    widths = sorted(_width(text, line) for line in lines)
    widest = widths[-1 - len(widths) // 50]
    if not 40 <= widest <= _WIDEST or widths[-1] > 2 * widest:
        return 0
    full = [line for line in lines if _width(text, line) >= widest - _SHORT_OF]
    broken = sum(text[line.end - 1] not in "。！？；：" for line in full)
    return widest if len(full) >= len(lines) // 10 and broken * 2 > len(full) else 0


def _goes_on(
    text: str, folded: str, paragraph: Paragraph, above: Paragraph, line: Paragraph, width: int
) -> bool:
    """Whether a line continues the paragraph above it."""
    numbered = bool(MARKER.match(folded, line.start, line.end))
    last = folded[above.end - 1]
    if not width or last in "。！？：" or (numbered and last == "；"):
        return False
    led = bool(MARKER.match(folded, paragraph.start, paragraph.end))
    if _width(text, above) < width - _SHORT_OF:
        # A heading in larger type that ran over by a word or less.
        return led and not numbered and bool(_ORPHAN.fullmatch(folded, line.start, line.end))
    return not (led and numbered)


def with_lost_breaks(
    folded: str, whole: Sequence[Paragraph], found: Sequence[Mark]
) -> list[Paragraph]:
    """The paragraphs, ``inline`` where the report lost its line breaks: two fifths of it hold headings inside."""
    by_paragraph: dict[int, list[Mark]] = {}
    for mark in found:
        by_paragraph.setdefault(mark.paragraph, []).append(mark)
    lost = sum(
        paragraph.end - paragraph.start
        for index, paragraph in enumerate(whole)
        if _holds_headings(paragraph, by_paragraph.get(index, []))
    )
    length = sum(paragraph.end - paragraph.start for paragraph in whole)
    if not lost or lost * 5 < 2 * length:
        # An excerpt holds few numbers: then one is enough, if the excerpt is a single line almost.
        lost = sum(
            paragraph.end - paragraph.start
            for index, paragraph in enumerate(whole)
            if _holds_heading(folded, paragraph, by_paragraph.get(index, []))
        )
        if not lost or lost * 5 < 4 * length:
            return list(whole)
    return [replace(paragraph, inline=True) for paragraph in whole]


def _holds_heading(folded: str, paragraph: Paragraph, found: Sequence[Mark]) -> bool:
    """A number behind a sentence, the first of a class directly behind one of another, or a next one far behind."""
    for index, mark in enumerate(found):
        if (
            mark.family in ITEMS
            or mark.place in ("line", "comma")
            or paragraph.end - paragraph.start < _SHORT
        ):
            continue
        if mark.place == "break" and folded[mark.start - 1] not in "；：;:":
            return True
        before = found[index - 1] if index else mark
        apart = mark.start - before.end
        if mark.number == 1 and 2 <= apart < _SHORT and mark.family != before.family not in ITEMS:
            return True
        if any(
            other.family == mark.family
            and other.number + 1 == mark.number
            and mark.start - other.end > _SHORT
            for other in found[:index]
        ):
            return True
    return False


def _holds_headings(paragraph: Paragraph, found: Sequence[Mark]) -> bool:
    """Two neighbouring first-level numbers, or two of a lower class far apart in a long paragraph."""
    length = paragraph.end - paragraph.start
    last: dict[str, tuple[int, int]] = {}
    for mark in found if length > _SHORT else ():
        if mark.family in ITEMS or mark.place == "comma":
            continue
        if mark.place == "glued" and mark.number > 1:
            continue
        number, start = last.get(mark.family, (0, 0))
        apart = mark.start - start > _SHORT and length > _LONG
        if number and mark.number == number + 1 and (mark.family == "dun" or apart):
            return True
        last[mark.family] = (mark.number, mark.start)
    return False
