"""What the columns of a table are, and the path of headings of each cell.

Leading columns of words name the rows; the columns 序号 行次 编码 are headings that name nothing.
Where the columns repeat side by side (项目 金额 项目 金额), each figure belongs to the words at its
left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from baobiao.characters import fold
from baobiao.read.tables.captions import says_only_unit
from baobiao.read.tables.places import Place, Places, is_figure, is_nothing, is_year, plain

_COUNTING = re.compile(r"(?:序号?|行次|栏次|编[号码]|代[码号]|No\.?|类|款|项)|.*(?:编码|代码|序号)")
_UNIT = re.compile(
    r"[%‰]|[万亿千百]{0,2}(?:元|人次?|吨|[公千]?[斤克]|亩|公顷|户|件|个|项|次|家|所|[台辆]|[公千平]?[里米]|平方公?[里米]|立方米"
    r"|千瓦时?|度|岁|天|分|套|宗|起|条|篇|期|场次?|批次?)(?:/[\u4e00-\u9fff]{1,3})?|[\w²³]{1,6}/[\w²³]{1,6}"
)
_MEASURES = re.compile(r"(?:计量|计价|指标)?单位(?:\(.*\))?")


@dataclass(frozen=True, slots=True)
class Band:
    """Header rows, and the rows that they stand above. ``title`` is a row over the full width just
    before them.
    """

    title: str
    header: range
    body: range


def row_of_units(table: Places, row: int) -> bool:
    """Whether a row holds nothing but units, with or without the word 单位 before them."""
    texts = [fold(place.text).strip("() ") for place in table.starting(row) if place.text]
    if texts and _MEASURES.fullmatch(texts[0]):
        texts = texts[1:]
    return bool(texts) and all(map(_UNIT.fullmatch, texts))


class Columns:
    """What each column of a band is: ``label`` (names its row), ``count`` (序号), ``unit``
    (计量单位) or ``value``.
    """

    def __init__(self, table: Places, band: Band) -> None:
        self.table = table
        self.band = band
        self.headings = [self._heading(column) for column in range(table.width)]
        self.leaf = [words[-1:] for words in self.headings]
        self.parts = self._parts()
        self.roles = self._roles()

    def _heading(self, column: int) -> list[str]:
        """The headings above a column, outermost first, without repetitions."""
        cells = (self._head(row, column) for row in self.band.header)
        units = {row for row in self.band.header if row_of_units(self.table, row)}
        words = [
            f"单位：{cell.text}" if column and cell.row in units else plain(cell.text)
            for cell in dict.fromkeys(cell for cell in cells if cell)
            if cell.text and not is_figure(cell.text) and not says_only_unit(cell.text)
        ]
        return list(dict.fromkeys(words))

    def _head(self, row: int, column: int) -> Place | None:
        """The heading over a place. Where a wide heading was not merged, the places at its right
        are empty, and headings stand below it and below them.
        """
        head = self.table.at.get((row, column))
        below = row + 1
        if head is None or head.text or below not in self.band.header:
            return head
        if not self.table.text(below, column):
            return head
        for left in range(column - 1, -1, -1):
            if self.table.text(row, left):
                return self.table.at[row, left] if self.table.text(below, left) else head
        return head

    def _body(self, column: int) -> list[Place]:
        """The cells of a column with words or figures that begin in it; those over several columns
        only where there are no others, rows over the full width never.
        """
        found = (self.table.at.get((row, column)) for row in self.band.body)
        cells = [
            cell
            for cell in dict.fromkeys(cell for cell in found if cell)
            if cell.text and cell.column == column and cell.row not in self.table.full_rows
        ]
        return [cell for cell in cells if cell.column_span == 1] or cells

    def _roles(self) -> list[str]:
        width = self.table.width
        worded = [self._is_words(column) for column in range(width)]
        counts = [self._is_count(column) for column in range(width)]
        roles = ["value"] * width
        column = 0
        while column < width and (worded[column] or counts[column]):
            roles[column] = "count" if counts[column] else "label"
            column += 1
        if column == width:  # a table of words: its first column names the rows
            named = [place for place, role in enumerate(roles) if role == "label"][:1]
            stop = named[0] + 1 if named else 0
            roles[stop:] = ["value"] * (width - stop)
            column = stop
        for right in range(1, width):
            if roles[right] == "value" and counts[right] and self._leaf_is(right, _COUNTING):
                roles[right] = "count"
            elif (
                roles[right] == "value"
                and worded[right]
                and self._begins_again(right, roles, counts)
            ):
                roles[right] = "label"
        for place in range(width):
            if place and worded[place] and self._leaf_is(place, _MEASURES):
                roles[place] = "unit"
        return roles

    def _leaf_is(self, column: int, pattern: re.Pattern[str]) -> bool:
        return any(pattern.fullmatch(fold(word)) for word in self.leaf[column])

    def _is_words(self, column: int) -> bool:
        cells = self._body(column)
        if self.table.has_marks and cells and all(cell.heading for cell in cells):
            return True
        years = all(is_year(cell.text) for cell in cells)
        figures = sum(is_figure(cell.text) or is_nothing(cell.text) for cell in cells)
        return bool(cells) and (column == 0 or not years) and figures * 5 <= len(cells)

    def _is_count(self, column: int) -> bool:
        """序号, 行次 and 编码, by the heading or because the column counts its rows from one."""
        texts = [fold(cell.text) for cell in self._body(column)]
        texts = [text for text in texts if plain(text) not in ("合计", "总计", "小计")]
        if not all(text.isascii() and text.isalnum() for text in texts):
            return False
        if any(_COUNTING.fullmatch(fold(word)) for word in self.headings[column]):
            return True
        return column == 0 and len(texts) > 1 and texts == [str(n + 1) for n in range(len(texts))]

    def _begins_again(self, column: int, roles: Sequence[str], counts: Sequence[bool]) -> bool:
        """Whether a column of words in the middle names the figures at its right: its heading is
        that of the first column, or the heading right of it stood right of the first column.
        """
        labels = [left for left in range(column) if roles[left] == "label"]
        if not labels or column + 1 >= self.table.width:
            return False
        values = [left for left in range(column) if roles[left] == "value"]
        after = next(
            (right for right in range(column + 1, self.table.width) if not counts[right]),
            column,
        )
        same = bool(self.leaf[column]) and self.leaf[column] == self.leaf[labels[0]]
        repeated = bool(values) and self.leaf[after] == self.leaf[values[0]] != []
        return bool(values) and (same or repeated)

    def holds_values(self, place: Place) -> bool:
        return self.roles[place.column] == "value"

    def kind(self, place: Place) -> str:
        if not place.text:
            return "blank"
        if place.row in self.table.full_rows or (place.heading and self.table.has_marks):
            return "header"
        return "value" if self.holds_values(place) else "header"

    def path(self, place: Place) -> tuple[str, ...]:
        """The headings above the place, then those beside it."""
        part = self.parts[place.row]
        title = "" if part else self.band.title
        above = [plain(word) for word in (title, *self.headings[place.column]) if word]
        beside = [plain(word) for word in (part, *self._labels(place)) if word]
        return (*dict.fromkeys(above), *dict.fromkeys(beside))

    def _parts(self) -> dict[int, str]:
        """The row over the full width that each row of the band stands under, "" for none."""
        part = ""
        parts: dict[int, str] = {}
        for row in self.band.body:
            part = self.table.full_text(row) if row in self.table.full_rows else part
            parts[row] = part
        return parts

    def _labels(self, place: Place) -> Iterable[str]:
        column = place.column
        while column >= 0 and self.roles[column] != "label":
            column -= 1
        stop = column + 1
        while column >= 0 and self.roles[column] in ("label", "count", "unit"):
            column -= 1
        units: list[str] = []
        for left in range(column + 1, place.column):
            cell = self.table.at.get((place.row, left))
            if cell is None or not cell.text or cell == place:
                continue
            if self.roles[left] == "label" and left < stop:
                yield cell.text
            elif self.roles[left] == "unit" and not is_nothing(cell.text):
                units.append(f"单位：{cell.text}")
        yield from units
