"""The lines of a plain text as rows of cells: divided by tabs, by bars (``| a | b |``, ``│甲│乙│``), by
two and more spaces, or by single spaces between figures (as text copied out of a PDF has them).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from baobiao.read.tables.places import is_figure, is_nothing

_TAB = re.compile(r"[ \u3000]*\t[ \u3000]*")
_SPACES = re.compile(r"[ \u00a0\u3000]{2,}")
_SPACE = re.compile(r"[ \u00a0\u3000]+")
_GAP = re.compile(r"[ \t\u00a0\u3000]")
_BAR = re.compile(r"[|│┃]")
# A line of a drawn frame, or the one below the headings of a Markdown table.
_RULE = re.compile(r"[ \u3000]*(?=.*[-─━═=—]{2})[-─━═=—:|+│┃┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛ \u3000]{3,}")
_EDGE = " \t\u00a0\u3000*`"  # around the words of a cell; Markdown sets words in stars
_WORDS = re.compile(r"[\u4e00-\u9fff]")
# Two characters that are spread over their cell.
_SPREAD = re.compile(r"(?:[合总小共]\s+计|项\s+目|名\s+称|单\s+位|指\s+标|地\s+区|备\s+注)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its cells as spans. ``divider`` is ``tab``, ``bar`` or ``space``; "" for a line of one
    cell.
    """

    start: int
    end: int
    cells: tuple[tuple[int, int], ...]
    divider: str = ""


def ruled_lines(text: str) -> list[Line]:
    """All lines, each in its cells; the lines of frames are left out, empty lines are not.

    >>> text = "| 单位 | 件数 |\\n| --- | ---: |\\n| 甲局 | 12 |"
    >>> [[text[start:end] for start, end in line.cells] for line in ruled_lines(text)]
    [['单位', '件数'], ['甲局', '12']]
    >>> text = "行政规范性文件 4 1 19"
    >>> [text[start:end] for start, end in ruled_lines(text)[0].cells]
    ['行政规范性文件', '4', '1', '19']
    """
    spans = list(_spans(text))
    barred = _barred(text, spans) if _BAR.search(text) else frozenset()
    lines = [
        _in_bars(text, start, end) if number in barred else _divided(text, start, end)
        for number, (start, end) in enumerate(spans)
        if not (number in barred and _RULE.fullmatch(text, start, end))
    ]
    for number in range(len(lines) - 1):
        lines[number] = _heading(text, lines[number], lines[number + 1])
    return lines


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for words in text.split("\n"):
        yield start, start + len(words)
        start += len(words) + 1


def _barred(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The numbers of the lines that bars divide: neighbours with bars, all of which begin with one or
    among which a frame is drawn. A menu (首页 | 公开) has neither.
    """
    found: set[int] = set()
    group: list[int] = []
    for number, (start, end) in enumerate([*spans, (0, 0)]):
        if _BAR.search(text, start, end) or (end > start and _RULE.fullmatch(text, start, end)):
            group.append(number)
            continue
        ruled = any(_RULE.fullmatch(text, *spans[line]) for line in group)
        edged = all(_BAR.match(text[slice(*spans[line])].strip()) for line in group)
        if ruled or edged:
            found.update(group)
        group = []
    return frozenset(found)


def _in_bars(text: str, start: int, end: int) -> Line:
    first, last = _trimmed(text, start, end, " \t\u3000")
    bars = [bar.start() for bar in _BAR.finditer(text, first, last)]
    inner = [bar for bar in bars if bar not in (first, last - 1)]
    begins = [first + (first in bars), *(bar + 1 for bar in inner)]
    ends = [*inner, last - (last - 1 in bars)]
    cells = (_trimmed(text, *cell, _EDGE) for cell in zip(begins, ends, strict=True))
    return Line(first, last, tuple(cells), "bar")


def _divided(text: str, start: int, end: int) -> Line:
    """A line in cells by tabs, else by wide gaps, else by the figures at its end."""
    first, last = _trimmed(text, start, end, " \u3000\u00a0", " \u3000\u00a0\t\r")
    if first >= last:
        return Line(start, start, ())
    if not _GAP.search(text, first, last):
        return Line(first, last, ((first, last),))
    if "\t" in text[first:last]:
        return Line(first, last, tuple(_split(text, first, last, _TAB)), "tab")
    wide = [
        part
        for cell in _split(text, first, last, _SPACES)
        for part in _figures(text, *cell) or [cell]
    ]
    cells = tuple(_unspread(text, wide))
    return Line(first, last, cells, "space" if len(cells) > 1 else "")


def _figures(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Words and the figures behind them, two at least, or figures alone; nothing for other words."""
    parts = list(_split(text, start, end, _SPACE))
    count = 0
    while count < len(parts) and _is_filled(text[slice(*parts[-count - 1])]):
        count += 1
    if count < 2:
        return []
    label = parts[: len(parts) - count]
    if not label:
        return parts
    words = (label[0][0], label[-1][1])
    return [words, *parts[len(label) :]] if _WORDS.search(text, *words) else []


def _heading(text: str, line: Line, below: Line) -> Line:
    """Words with single spaces between them are headings where as many cells stand below them."""
    if line.divider or below.divider != "space":
        return line
    parts = tuple(_split(text, line.start, line.end, _SPACE))
    filled = all(_is_filled(text[slice(*cell)]) for cell in below.cells[1:])
    if len(parts) != len(below.cells) or not filled:
        return line
    if any(_is_filled(text[slice(*part)]) for part in parts):
        return line
    return replace(line, cells=parts, divider="space")


def _is_filled(words: str) -> bool:
    return is_figure(words) or is_nothing(words)


def _unspread(text: str, cells: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The cells, with the two halves of a spread word (合  计) as one."""
    index = 0
    while index < len(cells):
        start, end = cells[index]
        following = cells[index + 1] if index + 1 < len(cells) else (start, end)
        if end - start == 1 and _SPREAD.fullmatch(text, start, following[1]):
            end = following[1]
            index += 1
        yield start, end
        index += 1


def _split(text: str, start: int, end: int, gap: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for found in gap.finditer(text, start, end):
        yield start, found.start()
        start = found.end()
    yield start, end


def _trimmed(
    text: str, start: int, end: int, left: str, right: str | None = None
) -> tuple[int, int]:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip(left))
    return first, max(first, start + len(words.rstrip(left if right is None else right)))
