"""The cells of a table by row and column, and what the words of one can be: a figure, a sign for no
figure, a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from baobiao.characters import fold
from baobiao.read.tables.captions import is_numbered, says_only_unit, stands_beside

_UNITED = re.compile(r"(?:约|[+\-−]\s*)?\d[\d,]*(?:\.\d+)?(?:%|‰|(?![年月日季号])[^\W\d_]{1,4})?")
_NOTHING = re.compile(r"[/\\|\-—–−―…*×·.]{1,4}|\(?\s*[无空]\s*\)?|N/?A", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BETWEEN_CHINESE = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")


@dataclass(frozen=True, slots=True)
class Place:
    """A cell with its place in the grid and its words on one line."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    heading: bool | None = None

    @property
    def rows(self) -> range:
        return range(self.row, self.row + self.row_span)

    @property
    def columns(self) -> range:
        return range(self.column, self.column + self.column_span)


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure, with or without its unit; a year is none.

    >>> [is_figure(text) for text in ("1,234.5", "-3.2%", "12件", "2024", "2024年", "一般债务")]
    [True, True, True, False, False, False]
    """
    words = fold(text).strip(" ()")
    return bool(_UNITED.fullmatch(words)) and not is_year(words)


def is_year(text: str) -> bool:
    """Whether a cell is nothing but the number of a year.

    >>> is_year("2024"), is_year("2024.5")
    (True, False)
    """
    return bool(_YEAR.fullmatch(fold(text)))


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is no figure: ``/``, ``—``, ``无``.

    >>> [is_nothing(text) for text in ("/", "——", "", "0")]
    [True, True, False, False]
    """
    return bool(_NOTHING.fullmatch(fold(text)))


def plain(text: str) -> str:
    """A heading without the spaces that only spread it: 合 计.

    >>> plain("合 计"), plain("GDP 总量")
    ('合计', 'GDP 总量')
    """
    return _BETWEEN_CHINESE.sub("", text)


class Places:
    """The places by row and column."""

    def __init__(self, places: Sequence[Place], height: int, width: int) -> None:
        self.height = height
        self.width = width
        self.places = sorted(places, key=lambda place: (place.row, place.column))
        self.at: dict[tuple[int, int], Place] = {}
        self._starting: dict[int, list[Place]] = {}
        for place in self.places:
            self._starting.setdefault(place.row, []).append(place)
            for row in place.rows:
                for column in place.columns:
                    self.at[row, column] = place
        marked = sum(place.heading is True for place in places)
        self.has_marks = 0 < marked < len(places)
        self.full_rows = {row for row in range(height) if width > 1 and self.full_text(row)}

    def starting(self, row: int) -> Sequence[Place]:
        return self._starting.get(row, ())

    def within(self, rows: range) -> Iterable[Place]:
        return (place for row in rows for place in self.starting(row))

    def text(self, row: int, column: int) -> str:
        """The words of the cell that begins in a row and stands or reaches over a column."""
        place = self.at.get((row, column))
        return place.text if place and place.row == row else ""

    def row(self, row: int) -> list[Place]:
        """The cells that stand in a row or reach into it, each once."""
        found = (self.at.get((row, column)) for column in range(self.width))
        return list(dict.fromkeys(place for place in found if place))

    def full_text(self, row: int) -> str:
        """The words of a row that is one cell over the full width, and no figure; else ""."""
        cells = self.row(row)
        if len(cells) != 1 or cells[0].column_span < self.width or cells[0].row != row:
            return ""
        return "" if is_figure(cells[0].text) else cells[0].text

    def leading_lines(self) -> list[int]:
        """Rows above the header that belong to the table as a whole: its unit, its caption.

        A row is one where it holds nothing else. A row over the full width is no caption where
        others further down name parts of the table, or where its words are numbered.
        """
        lead: list[int] = []
        parts = self._parts()
        for row in range(self.height if self.width > 1 else 0):
            cells = [place for place in self.row(row) if place.text]
            words = [place.text for place in cells]
            beside = all(says_only_unit(text) or stands_beside(text) for text in words)
            alone = len(words) == 1 and not is_figure(words[0]) and not is_numbered(words[0])
            caption = alone and cells[0].row_span == 1 and not (parts and row in self.full_rows)
            if not beside and not caption:
                break
            lead.append(row)
        return lead if len(lead) < self.height else []

    def _parts(self) -> bool:
        """Whether rows over the full width have figures above and below them."""
        figured = [row for row in range(self.height) if self.has_figures(row)]
        return any(figured[0] < row < figured[-1] for row in self.full_rows) if figured else False

    def has_figures(self, row: int) -> bool:
        return any(is_figure(place.text) or is_nothing(place.text) for place in self.starting(row))
