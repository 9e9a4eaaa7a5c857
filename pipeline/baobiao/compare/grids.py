"""What the sheets of a comparison share: how a figure, its link and a sheet look."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

import xlsxwriter
from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from baobiao.compare.cells import Cell, Time
from baobiao.compare.comparing import Comparison
from baobiao.compare.units import shown_scale
from baobiao.tables import plain
from baobiao.write.cells import Looks, fitting

LONG = "明细"
ROWS_IN_SHEET = 1_048_575  # Excel's 1,048,576 without the headings
MOST_LINKS = 60_000  # Excel takes 65,530 on a sheet
MOST_ON_PAGE = 24  # columns
_LONGEST_TIP = 250
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_COLOURS = ("#1F4E9E", "#C55A11", "#548235", "#7030A0")
_APPROXIMATE = {"about": "约", "at_least": "≥", "at_most": "≤"}


@dataclass(slots=True)
class Book:
    """The workbook on its way: its looks and the names of its sheets."""

    book: xlsxwriter.Workbook
    looks: Looks
    comparison: Comparison
    names: set[str] = field(default_factory=set)
    links: dict[str, int] = field(default_factory=dict)

    def sheet(self, title: str) -> Worksheet:
        """A new sheet, laid out for print; its name is cut to what Excel takes and made unlike all others."""
        name = _FORBIDDEN.sub("", title)[:31] or "表"
        number = 2
        while name.lower() in self.names:
            tail = f"({number})"
            name, number = _FORBIDDEN.sub("", title)[: 31 - len(tail)] + tail, number + 1
        self.names.add(name.lower())
        page = self.book.add_worksheet(name)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        page.set_footer("&L&A&R第 &P 页，共 &N 页")
        return page

    def print_across(self, page: Worksheet, columns: int) -> None:
        """A sheet of many columns is printed over several pages side by side, the first column on each."""
        if columns > MOST_ON_PAGE:
            page.set_print_scale(70)
            page.print_across()
            page.repeat_columns(0)

    def figure(self, page: Worksheet, at: int, column: int, cell: Cell, scale: Decimal) -> None:
        """A value, with a link to its row in the long table; the clause is the link's tip."""
        row = self.comparison.rows[cell.shown]
        look = "wanted" if row.status == "target" else "number"
        if any(self.comparison.rows[number].conflict for number in cell.numbers):
            look = "flagged"
        used = self.links.get(page.name, 0)
        if used < MOST_LINKS and cell.shown < ROWS_IN_SHEET:
            self.links[page.name] = used + 1
            tip = fitting(f"{row.name}：{row.context}（{row.source}）")[:_LONGEST_TIP]
            page.write_url(at, column, f"internal:'{LONG}'!A{cell.shown + 2}", None, "", tip)
        value = row.value / scale
        high = None if row.value_high is None else row.value_high / scale
        page.write_number(
            at, column, float(value), self.looks.format(look, _form(value, row.approximation, high))
        )

    def number(
        self, page: Worksheet, at: int, column: int, value: Decimal, look: str = "number"
    ) -> None:
        """A number worked out from others."""
        page.write_number(at, column, float(value), self.looks.format(look, _form(value)))


def scale(book: Book, shown: Iterable[Cell]) -> tuple[Decimal, str]:
    """By what the values of a line are divided on a sheet to be read with ease, and what the unit is then called."""
    rows = [book.comparison.rows[cell.shown] for cell in shown]
    measure = book.comparison.units.measure(rows[0].unit)
    divisor, unit = shown_scale((row.value for row in rows), rows[0].unit, measure)
    before = unit.removesuffix(rows[0].unit)
    return divisor, "/".join(before + each for each in dict.fromkeys(row.unit for row in rows))


def time_words(time: Time) -> str:
    """A time as a heading.

    >>> time_words((2026, "1—3月"))
    '2026年1—3月'
    """
    return f"{time[0]}年{time[1]}"


def rounded(value: Decimal, places: int = 2) -> Decimal:
    """To at most so many decimals, as people round."""
    step = Decimal(1).scaleb(-places)
    exponent = value.as_tuple().exponent
    fine = isinstance(exponent, int) and -exponent > places
    return value.quantize(step, ROUND_HALF_UP) if fine else value


def _form(value: Decimal, approximation: str = "", high: Decimal | None = None) -> str:
    """Excel's format of a number: its own decimals, 约 and ≥ in front, the upper end of a range behind."""
    decimals = len(plain(value).partition(".")[2])
    before = f'"{_APPROXIMATE[approximation]}"' if approximation else ""
    after = "" if high is None else f'"—{plain(high)}"'
    return f"{before}#,##0{'.' + '0' * decimals if decimals else ''}{after}"


def chart(
    book: xlsxwriter.Workbook, kind: str, title: str, categories: str, values: str, number: int
) -> Chart:
    """A native chart of one series, ``line`` or ``bar``, with its values written on it."""
    drawn = book.add_chart({"type": kind})
    colour = _COLOURS[number % len(_COLOURS)]
    drawn.add_series(
        {
            "name": title,
            "categories": f"={categories}",
            "values": f"={values}",
            "line": {"color": colour, "width": 2.25} if kind == "line" else {"none": True},
            "fill": {"color": colour},
            "marker": {"type": "circle", "size": 6, "fill": {"color": colour}},
            "data_labels": {"value": True},
            "gap": 40,
        }
    )
    drawn.set_title({"name": title, "name_font": {"size": 11, "bold": True}})
    drawn.set_legend({"none": True})
    drawn.set_y_axis({"major_gridlines": {"visible": True, "line": {"color": "#E0E0E0"}}})
    drawn.set_size({"width": 470, "height": 270})
    drawn.show_blanks_as("span")
    return drawn
