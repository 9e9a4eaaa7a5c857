"""How a cell of the workbook looks, and what Excel lets into one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from baobiao.tables import plain

CHARACTERS_IN_CELL = 32_767  # counted in UTF-16 units
DIGITS_OF_EXCEL = 15
FIRST_DAY_OF_EXCEL = date(1900, 3, 1)  # it believes in a 29 February 1900
LINE, SPACE, HIGHEST_ROW = 16.5, 3, 409  # in points
CUT = "……（超出单元格长度，以下从略，全文见 texts.parquet）"

# On a computer without 微软雅黑 the character set makes the program choose another Chinese font;
# without the scheme "none" Excel would take the theme's font instead.
FONT = {
    "font_name": "微软雅黑",
    "font_size": 10,
    "font_family": 2,
    "font_charset": 134,
    "font_scheme": "none",
}
_BOX = {"valign": "vcenter", "border": 1, "border_color": "#BFBFBF"}
_DARK = "#1F3864"
_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "header": {**_BOX, "bold": True, "bg_color": "#DCE6F1", "align": "center", "text_wrap": True},
    "text": {**_BOX, "text_wrap": True, "indent": 1},
    "line": {**_BOX, "indent": 1},
    "code": {**_BOX, "align": "center", "text_wrap": True},
    "count": {**_BOX, "align": "center", "num_format": "#,##0"},
    "year": {**_BOX, "align": "center", "num_format": "0"},
    "day": {**_BOX, "align": "center", "num_format": "yyyy-mm-dd"},
    "number": {**_BOX, "align": "right", "indent": 1},
    "flagged": {**_BOX, "align": "right", "indent": 1, "bg_color": "#FCE4D6"},
    "wanted": {**_BOX, "align": "right", "indent": 1, "italic": True, "font_color": "#1F4E9E"},
    "gap": {**_BOX, "align": "center", "bg_color": "#FFF2CC"},
    "technical": {**_BOX, "indent": 1, "font_color": "#7F7F7F"},
    "link": {**_BOX, "indent": 1, "font_color": "#1F4E9E", "underline": 1},
    "title": {"font_size": 22, "bold": True, "font_color": _DARK},
    "heading": {"font_size": 12, "bold": True, "font_color": _DARK, "valign": "vcenter"},
    "note": {"font_color": "#595959", "valign": "vcenter"},
}
_WRAPPED = frozenset(name for name, look in _LOOKS.items() if look.get("text_wrap"))
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(slots=True)
class Looks:
    """The cell formats of a workbook, each made when first asked for."""

    book: xlsxwriter.Workbook
    made: dict[tuple[str, str, bool], Format] = field(default_factory=dict)

    def __getitem__(self, look: str) -> Format:
        return self.format(look)

    def format(self, look: str, number: str = "", text: bool = False) -> Format:
        """``text`` keeps Excel from reading a formula into the cell when somebody edits it."""
        if (look, number, text) not in self.made:
            wish = {**FONT, **_LOOKS[look]}
            wish |= {"num_format": number} if number else {}
            wish |= {"quote_prefix": True} if text else {}
            self.made[look, number, text] = self.book.add_format(wish)
        return self.made[look, number, text]

    def put(self, page: Worksheet, row: int, column: int, value: Any, look: str) -> None:
        """Writes one cell: a blank one too, so that the grid has no holes."""
        if value is None:
            page.write_blank(row, column, None, self[look])
        elif isinstance(value, str):
            text = fitting(value)
            form = self.format(look, text=text.startswith(("=", "+", "-", "@")))
            page.write_string(row, column, text, form)
        elif isinstance(value, date):
            if value < FIRST_DAY_OF_EXCEL:
                page.write_string(row, column, value.isoformat(), self[look])
            else:
                page.write_datetime(row, column, value, self[look])
        elif look == "number":
            self._put_number(page, row, column, Decimal(value))
        else:
            page.write_number(row, column, value, self[look])

    def _put_number(self, page: Worksheet, row: int, column: int, value: Decimal) -> None:
        digits = plain(value)
        if len(digits.lstrip("-0.").replace(".", "")) > DIGITS_OF_EXCEL:
            page.write_string(row, column, digits, self.format("number", "@", digits[0] == "-"))
            return
        decimals = len(digits.partition(".")[2])
        form = "#,##0." + "0" * decimals if decimals else "#,##0"
        page.write_number(row, column, float(digits), self.format("number", form))


def fitting(text: str) -> str:
    """The text as a cell can hold it: without control characters, cut at Excel's limit with a note.

    >>> fitting("办结\\x07 5件")
    '办结 5件'
    """
    text = _ILLEGAL.sub("", text)
    if len(text) * 2 <= CHARACTERS_IN_CELL:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= CHARACTERS_IN_CELL * 2:
        return text
    return units[: (CHARACTERS_IN_CELL - len(CUT)) * 2].decode("utf-16-le", "ignore") + CUT


def height(cells: Iterable[tuple[object, float, str]]) -> float:
    """How high a row must be for its cells (value, width, look); not every program sees to it."""
    lines = [_lines(value, width) for value, width, look in cells if look in _WRAPPED]
    return min(LINE * max(lines, default=1) + SPACE, HIGHEST_ROW)


def _lines(value: object, width: float) -> int:
    """The lines that a text takes, a Chinese character being two Latin ones wide."""
    if not isinstance(value, str):
        return 1
    wide = (len(line.encode("gb18030", "replace")) for line in value.split("\n"))
    return sum(max(1, ceil(characters / (width - 2))) for characters in wide)
