"""The workbook that an office hands on: Chinese headers, every number beside the clause it came
from.

A cover, then one sheet a table. What a person reads stands on the left and is printed; what only
programs need (offsets, rules, ids) is folded away on the right. Numbers are exact as far as Excel
can hold them: it keeps binary floats, so a number of more than 15 significant digits is written as
text. Text is never a formula. The workbook carries no time of making, so that the same rows give
the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain, groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from baobiao.write import captions, cover
from baobiao.write.cells import FONT, Looks, height
from baobiao.write.sheets import SHEETS, Sheet

ROWS_IN_SHEET = 1_048_575  # Excel's 1,048,576 without the header
MOST_SHEETS = 3  # of one table; nobody opens more, and the cover says what was left out


def write(path: Path, stored: Mapping[str, pq.ParquetFile]) -> None:
    """Writes the stored tables as the workbook ``path``, beside which rows are kept meanwhile."""
    options = {
        "constant_memory": True,
        "tmpdir": str(path.parent),
        "strings_to_urls": False,
        "strings_to_formulas": False,
        "use_zip64": True,
        "default_format_properties": dict(FONT),  # xlsxwriter writes into it
    }
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"title": "报表", "created": datetime(2000, 1, 1, tzinfo=UTC)})
        looks = Looks(book)
        cover.write(book, looks, stored, _left_out(stored))
        for sheet in SHEETS:
            _write_table(book, looks, sheet, stored)


def _left_out(stored: Mapping[str, pq.ParquetFile]) -> dict[str, int]:
    room = ROWS_IN_SHEET * MOST_SHEETS
    return {name: max(0, table.metadata.num_rows - room) for name, table in stored.items()}


def _write_table(
    book: xlsxwriter.Workbook, looks: Looks, sheet: Sheet, stored: Mapping[str, pq.ParquetFile]
) -> None:
    rows = _rows(sheet.table, stored)
    title = captions.TABLES[sheet.table][0]
    columns = sheet.columns()
    widths, looked = [at.width for at in columns], [at.look for at in columns]
    for number in range(1, MOST_SHEETS + 1):
        first = list(islice(rows, 1))
        if number > 1 and not first:
            return
        page = book.add_worksheet(title if number == 1 else f"{title}({number})")
        _lay_out(page, looks, sheet)
        last = 0
        for last, row in enumerate(chain(first, islice(rows, ROWS_IN_SHEET - 1)), 1):
            values = [_shown(sheet.table, column.name, row[column.name]) for column in columns]
            page.set_row(last, height(zip(values, widths, looked, strict=True)))
            for column, (value, look) in enumerate(zip(values, looked, strict=True)):
                looks.put(page, last, column, value, look)
        page.autofilter(0, 0, last, len(columns) - 1)
        page.print_area(0, 0, last, len(sheet.printed) - 1)


def _shown(table: str, name: str, value: Any) -> Any:
    return captions.word(table, name, value) if isinstance(value, str) else value


def _lay_out(page: Worksheet, looks: Looks, sheet: Sheet) -> None:
    """Widths, headers and how the sheet is printed."""
    shown = len(sheet.printed) + len(sheet.seen)
    page.set_row(0, 26)
    for column, shape in enumerate(sheet.columns()):
        folded = {"level": 1, "hidden": True} if column >= shown else {}
        page.set_column(column, column, shape.width, None, folded)
        page.write_string(0, column, captions.title(sheet.table, shape.name), looks["header"])
    if sheet.folded:
        after = len(sheet.columns())
        page.set_column(after, after, None, None, {"collapsed": True})
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.set_footer("&L&A&R第 &P 页，共 &N 页")


def _rows(name: str, stored: Mapping[str, pq.ParquetFile]) -> Iterator[dict[str, Any]]:
    """The rows of a table, each with its report and section beside it so that it reads alone.

    Documents, headings and facts stand in the same order: one pass over each is enough.
    """
    rows = _plain_rows(stored[name])
    if name in ("documents", "failures"):
        yield from rows
        return
    reports = _reports(stored)
    document_id, beside, sections = "", dict[str, Any](), dict[int, str]()
    for row in rows:
        while document_id != row["document_id"]:
            document_id, beside, sections = next(reports)
        row |= beside
        row["section"] = sections.get(row.get("section_id", 0))
        row["parent"] = sections.get(row.get("parent_id", 0))
        yield row


def _reports(
    stored: Mapping[str, pq.ParquetFile],
) -> Iterator[tuple[str, dict[str, Any], dict[int, str]]]:
    """Each report: its id, what is said of it in every row, and its headings by ``section_id``."""
    headings = groupby(_plain_rows(stored["headings"]), itemgetter("document_id"))
    headed, group = next(headings, ("", iter(())))
    for document in _plain_rows(stored["documents"]):
        beside = {name: document[name] for name in ("source", "issuer", "report_type")}
        beside |= {"report_title": document["title"], "report_year": document["year"]}
        sections: dict[int, str] = {}
        if headed == document["document_id"]:
            for row in group:
                sections[row["section_id"]] = (row["marker"] or "") + (row["title"] or "")
            headed, group = next(headings, ("", iter(())))
        yield document["document_id"], beside, sections


def _plain_rows(table: pq.ParquetFile) -> Iterator[dict[str, Any]]:
    for batch in table.iter_batches(10_000):
        yield from batch.to_pylist()
