"""One sheet a department: indicators down, years across; the values, what is wanted, the change on the year before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from baobiao.compare.bodies import Body
from baobiao.compare.cells import Cell, Time, cells, change
from baobiao.compare.grids import Book, chart, rounded, scale, time_words
from baobiao.compare.words import what

MOST = 60  # sheets; the others' figures stand in the long table
HEADINGS = (("指标", 30.0), ("计量单位", 11.0), ("类型", 11.0), ("走势", 14.0))
TREND, TOP = 3, 4  # the column of sparklines, the first row of figures
CHARTS, POINTS = 4, 3  # charts on a sheet, and the years that a line must have for one
CHART_ROWS = 14

Column = tuple[Time, str]
Line = Mapping[Column, Cell]


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column of the sheet a time has in each block: values of whole years and of parts of years, values
    wanted, changes, changes in %."""

    reached: Mapping[Time, int]
    parts: Mapping[Time, int]
    wanted: Mapping[Time, int]
    by: Mapping[Time, int]
    per_cent: Mapping[Time, int]

    @property
    def end(self) -> int:
        return len(HEADINGS) + sum(
            map(len, (self.reached, self.parts, self.wanted, self.by, self.per_cent))
        )


def write(book: Book) -> list[str]:
    """Writes the sheets of the departments that have a line over two times or more; gives their departments."""
    by_issuer: dict[str, list[int]] = {}
    for number, row in enumerate(book.comparison.rows):
        by_issuer.setdefault(row.issuer, []).append(number)
    made: list[str] = []
    for name, body in book.comparison.issuers.items():
        lines = _lines(book, by_issuer.get(name, []))
        if lines and len(made) < MOST:
            _write(book, body, lines)
            made.append(name)
    return made


def _lines(book: Book, numbers: Sequence[int]) -> dict[str, Line]:
    """The lines with two times or more, in the order in which the latest report speaks of them."""
    rows = book.comparison.rows
    lines: dict[str, dict[Column, Cell]] = {}
    for (indicator_id, _, time, status), cell in cells(rows, numbers).items():
        lines.setdefault(indicator_id, {})[time, status] = cell
    first: dict[str, tuple[int, str, int]] = {}
    for number in numbers:
        row = rows[number]
        place = (-(row.report_year or 0), row.source, row.start)
        first[row.indicator_id] = min(first.get(row.indicator_id, place), place)
    kept = [indicator_id for indicator_id, line in lines.items() if len({t for t, _ in line}) > 1]
    return {
        indicator_id: lines[indicator_id] for indicator_id in sorted(kept, key=first.__getitem__)
    }


def _layout(lines: Mapping[str, Line]) -> Layout:
    used = {column for line in lines.values() for column in line}
    given = sorted(time for time, status in used if status == "actual")
    reached, parts = [t for t in given if not t[1]], [t for t in given if t[1]]
    wanted = sorted(time for time, status in used if status == "target")
    changed = [time for time in given if (time[0] - 1, time[1]) in given]
    at = len(HEADINGS)
    blocks = []
    for times in (reached, parts, wanted, changed, changed):
        blocks.append({time: at + number for number, time in enumerate(times)})
        at += len(times)
    return Layout(*blocks)


def _write(book: Book, body: Body, lines: Mapping[str, Line]) -> None:
    page = book.sheet(body.name)
    layout = _layout(lines)
    _head(book, page, body, layout)
    charted: list[tuple[int, str]] = []
    at = TOP
    for line in lines.values():
        row = book.comparison.rows[next(iter(line.values())).shown]
        _one(book, page, at, line, layout)
        reached = len(_whole_years(line))
        if row.kind == "level" and reached >= POINTS and len(charted) < CHARTS:
            charted.append((at, f"{row.indicator}（{scale(book, line.values())[1]}）"))
        at += 1
    _charts(book, page, at + 1, charted, layout)
    below = 1 + CHART_ROWS * ((len(charted) + 1) // 2)
    page.print_area(0, 0, at - 1 + below, max(layout.end - 1, 8))


def _head(book: Book, page: Worksheet, body: Body, layout: Layout) -> None:
    page.set_row(0, 32)
    page.write_string(0, 0, body.name, book.looks["title"])
    others = [name for name in body.names if name != body.name]
    about = f"{body.group}　{body.region}".strip("　")
    about += f"　又名、曾用名：{'、'.join(others)}" if others else ""
    note = f"{about}　　点数值看所在语句；橙底的有不一致，见“不一致”表；斜体的是目标"
    page.write_string(1, 0, note, book.looks["note"])
    headings = [(title, "", width) for title, width in HEADINGS]
    blocks = (
        ("数值", layout.reached, 14.0),
        ("部分时段", layout.parts, 14.0),
        ("目标", layout.wanted, 14.0),
        ("比上年增减", layout.by, 13.0),
        ("比上年增减%", layout.per_cent, 11.0),
    )
    headings += [
        (title, time_words(time), width) for title, times, width in blocks for time in times
    ]
    for column, (_, _, width) in enumerate(headings):
        page.set_column(column, column, width)
    for at in (0, 1):  # row by row, as the workbook is written
        for column, heading in enumerate(headings):
            page.write_string(2 + at, column, str(heading[at]), book.looks["header"])
    page.freeze_panes(TOP, 1)
    page.repeat_rows(2, 3)
    book.print_across(page, layout.end)


def _one(book: Book, page: Worksheet, at: int, line: Line, layout: Layout) -> None:
    rows = book.comparison.rows
    divisor, unit = scale(book, line.values())
    row = rows[next(iter(line.values())).shown]
    page.set_row(at, 20 if len(row.indicator) < 14 else 35)
    for column, words in enumerate((row.indicator, unit, what(row), "")):
        book.looks.put(page, at, column, words, "text" if column == 0 else "code")
    blocks = ((layout.reached, "actual"), (layout.parts, "actual"), (layout.wanted, "target"))
    for times, status in blocks:
        for time, column in times.items():
            if (time, status) in line:
                book.figure(page, at, column, line[time, status], divisor)
            else:
                page.write_blank(at, column, None, book.looks["number"])
    for time, column in layout.by.items():
        before, now = line.get(((time[0] - 1, time[1]), "actual")), line.get((time, "actual"))
        became = change(rows[before.shown], rows[now.shown]) if before and now else None
        _worked(book, page, at, column, became.by / divisor if became else None)
        _worked(book, page, at, layout.per_cent[time], became.per_cent if became else None)
    if len(_whole_years(line)) > 1:
        first, last = min(layout.reached.values()), max(layout.reached.values())
        spark = {"range": _range(page, at, first, last), "markers": True}
        page.add_sparkline(
            at, TREND, {**spark, "empty_cells": "connect", "series_color": "#1F4E9E"}
        )


def _whole_years(line: Line) -> list[int]:
    return [year for (year, part), status in line if status == "actual" and not part]


def _worked(book: Book, page: Worksheet, at: int, column: int, value: Decimal | None) -> None:
    if value is None:
        page.write_blank(at, column, None, book.looks["number"])
    else:
        book.number(page, at, column, rounded(value))


def _range(page: Worksheet, at: int, first: int, last: int) -> str:
    left = xl_rowcol_to_cell(at, first, True, True)
    return f"'{page.name}'!{left}:{xl_rowcol_to_cell(at, last, True, True)}"


def _charts(
    book: Book, page: Worksheet, at: int, charted: Sequence[tuple[int, str]], layout: Layout
) -> None:
    for number, (row, title) in enumerate(charted):
        first, last = min(layout.reached.values()), max(layout.reached.values())
        drawn = chart(
            book.book,
            "line",
            title,
            _range(page, 3, first, last),
            _range(page, row, first, last),
            number,
        )
        page.insert_chart(at + CHART_ROWS * (number // 2), 0 if number % 2 == 0 else 4, drawn)
