"""The workbook of a comparison: what it holds, departments over the years, departments side by side, who reported
when, what contradicts, what was put together and why, and under all the long table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from baobiao.compare import cover, coverage_sheets, department_sheets, year_sheets
from baobiao.compare.comparing import Comparison
from baobiao.compare.decisions import HEADERS
from baobiao.compare.grids import LONG, ROWS_IN_SHEET, Book
from baobiao.compare.rows import Row
from baobiao.compare.words import reason, what
from baobiao.write import captions
from baobiao.write.cells import FONT, Looks, height

_LONG = (
    ("indicator", "指标", 24, "text"), ("issuer", "发布单位", 22, "text"), ("year", "年份", 8, "year"),
    ("period", "时段", 10, "code"), ("value", "数值", 20, "number"), ("value_high", "数值上限", 14, "number"),
    ("unit", "计量单位", 9, "code"), ("what", "类型", 11, "code"), ("status", "实际/目标", 9, "code"),
    ("approximation", "约数", 7, "code"), ("name", "报告中的叫法", 28, "text"), ("context", "所在语句", 56, "text"),
    ("merged_by", "归并依据", 26, "text"), ("conflict", "不一致", 34, "text"), ("source", "来源文件", 30, "line"),
    ("actor", "责任主体", 14, "line"), ("text", "原文", 12, "line"), ("group", "同类单位", 16, "line"),
    ("region", "地区", 18, "line"), ("report_year", "报告年份", 9, "year"), ("report_type", "报告类型", 18, "line"),
    ("indicator_id", "指标编号", 14, "technical"), ("document_id", "文档编号", 18, "technical"),
    ("start", "起", 8, "technical"), ("end", "止", 8, "technical"),
)  # fmt: skip
_PRINTED = 15


def write(comparison: Comparison, path: Path) -> None:
    """Writes the workbook. No time of making is in it: the same rows give the same bytes."""
    options = {
        "constant_memory": True,
        "tmpdir": str(path.parent),
        "strings_to_urls": False,
        "strings_to_formulas": False,
        "use_zip64": True,
        "default_format_properties": dict(FONT),
    }
    with xlsxwriter.Workbook(str(path), options) as made:
        made.set_properties({"title": "报表对比", "created": datetime(2000, 1, 1, tzinfo=UTC)})
        book = Book(made, Looks(made), comparison)
        book.names.add(LONG)
        cover.write(book)
        department_sheets.write(book)
        year_sheets.write(book)
        coverage_sheets.write(book)
        _conflicts(book)
        _merged(book)
        book.names.remove(LONG)
        _long(book)


def _table(
    book: Book,
    title: str,
    columns: Sequence[tuple[str, float, str]],
    rows: Iterator[Sequence[object]],
) -> Worksheet:
    """A plain sheet: headings, a filter, rows as high as their text."""
    page = book.sheet(title)
    page.set_row(0, 26)
    for column, (heading, width, look) in enumerate(columns):
        folded = {"level": 1, "hidden": True} if look == "technical" else {}
        page.set_column(column, column, width, None, folded)
        page.write_string(0, column, heading, book.looks["header"])
    last = 0
    for last, row in enumerate(islice(rows, ROWS_IN_SHEET), 1):
        looked = [look for _, _, look in columns]
        widths = [width for _, width, _ in columns]
        page.set_row(last, height(zip(row, widths, looked, strict=True)))
        for column, (value, look) in enumerate(zip(row, looked, strict=True)):
            book.looks.put(page, last, column, None if value == "" else value, look)
    page.autofilter(0, 0, max(last, 1), len(columns) - 1)
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    return page


def _conflicts(book: Book) -> None:
    columns = (
        ("指标", 24, "text"), ("发布单位", 22, "text"), ("年份", 8, "year"), ("时段", 10, "code"),
        ("类型", 11, "code"), ("原文", 16, "text"), ("不一致", 40, "text"), ("所在语句", 60, "text"),
        ("报告中的叫法", 24, "text"), ("报告年份", 9, "year"), ("来源文件", 30, "text"),
    )  # fmt: skip
    _table(
        book,
        "不一致",
        columns,
        (
            (r.indicator, r.issuer, r.year, r.period, what(r), r.text, r.conflict, r.context, r.name, r.report_year,
             r.source)
            for r in book.comparison.rows
            if r.conflict
        ),
    )  # fmt: skip


def _merged(book: Book) -> None:
    """Names that were put on a line under another name, under the headings of the file of decisions."""
    seen: dict[tuple[str, str, str], tuple[object, ...]] = {}
    for row in book.comparison.rows:
        key = (row.indicator_id, row.name, row.issuer)
        if (
            row.name != row.indicator
            and row.merged_by not in ("single", "name")
            and key not in seen
        ):
            seen[key] = (
                "",
                row.issuer,
                row.name,
                row.unit,
                row.indicator,
                "",
                reason(row),
                row.context,
            )
    columns = tuple(
        (heading, width, "text")
        for heading, width in zip(HEADERS, (10, 24, 34, 10, 26, 16), strict=True)
    )
    _table(
        book,
        "归并",
        (*columns, ("归并依据", 30, "text"), ("所在语句", 56, "text")),
        iter(seen.values()),
    )


def _long(book: Book) -> None:
    columns = tuple((title, width, look) for _, title, width, look in _LONG)
    page = _table(book, LONG, columns, (_cells(row) for row in book.comparison.rows))
    page.print_area(0, 0, max(1, min(len(book.comparison.rows), ROWS_IN_SHEET)), _PRINTED - 1)


def _cells(row: Row) -> list[object]:
    special = {"what": what(row), "merged_by": reason(row)}
    cells: list[object] = []
    for name, _, _, _ in _LONG:
        value = special.get(name) or getattr(row, name, "")
        cells.append(captions.word("indicators", name, value) if isinstance(value, str) else value)
    return cells
