"""The workbook's first sheet: what is in it, from which reports, and how to read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pyarrow.parquet as pq
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from baobiao.write import captions
from baobiao.write.cells import LINE, SPACE, Looks, height

FAILURES_SHOWN = 10
ORDER = ("indicators", "documents", "headings", "dates", "organisations", "findings", "failures")
EXPLAINED = (
    "year",
    "indicator",
    "name",
    "value",
    "value_high",
    "unit",
    "kind",
    "basis",
    "approximation",
    "status",
    "actor",
)
NOTES = (
    "单元格空白，表示报告没有写明或程序不能确定；程序不作推测。",
    "各表右侧折叠的列（位置、规则、编号）供核对和编程使用，点列标上方的“+”展开。",
    "数值以 Parquet 或 DuckDB 文件为准：Excel 只能精确保存 15 位有效数字，更长的数在此存为文本。",
)
_MADE_BY = {"baobiao_version": "程序版本", "dictionary_digest": "词典校验码"}
_ORDINALS = "一二三四五"
_WIDTHS = (26, 28, 64)


def write(
    book: xlsxwriter.Workbook,
    looks: Looks,
    stored: Mapping[str, pq.ParquetFile],
    left_out: Mapping[str, int],
) -> None:
    """Adds the sheet 封面; ``left_out`` counts each table's rows for which there is no sheet."""
    rows = {name: table.metadata.num_rows for name, table in stored.items()}
    page = _Page(book.add_worksheet("封面"), looks)
    page.title("报表", f"baobiao 从 {rows['documents']:,} 篇报告中整理")
    page.section("目录", ("工作表", "行数", "内容"))
    for name in ORDER:
        title, sentence = captions.TABLES[name]
        if left_out[name]:
            sentence += f"。有 {left_out[name]:,} 行超出 Excel 的容量，见 Parquet 或 DuckDB 文件"
        page.row((title, rows[name], sentence), links=True)
    page.section("报告", ("报告类型", "篇数", "各年篇数"))
    for kind, years in _kinds(stored["documents"]).items():
        each = "、".join(f"{year or '年份不明'}（{count:,}）" for year, count in years.items())
        page.row((kind or "类型不明", sum(years.values()), each))
    if rows["failures"]:
        _failures(page, stored["failures"])
    page.section("怎样读“指标”表", ("列", "取值", "含义"))
    for column in EXPLAINED:
        title, sentence = captions.COLUMNS[column]
        words = list(captions.words("indicators", column).values())
        page.row((title, "、".join(words), sentence))
    page.section("说明")
    for note in NOTES:
        page.line(note)
    for key, value in (stored["documents"].schema_arrow.metadata or {}).items():
        page.line(f"{_MADE_BY.get(key.decode(), key.decode())}：{value.decode()}")
    page.finish()


def _kinds(documents: pq.ParquetFile) -> dict[str, dict[int, int]]:
    """Report type -> year -> how many; the unknown (``""``, 0) stand last."""
    counts: Counter[tuple[str, int]] = Counter()
    for batch in documents.iter_batches(columns=["report_type", "year"]):
        kinds, years = batch.column("report_type").to_pylist(), batch.column("year").to_pylist()
        counts.update((kind or "", year or 0) for kind, year in zip(kinds, years, strict=True))
    found: dict[str, dict[int, int]] = {}
    for kind, year in sorted(counts, key=lambda at: (not at[0], at[0], not at[1], at[1])):
        found.setdefault(kind, {})[year] = counts[kind, year]
    return found


def _failures(page: _Page, failures: pq.ParquetFile) -> None:
    page.section("未能处理的文件", ("来源文件", "步骤", "原因"))
    first = next(failures.iter_batches(FAILURES_SHOWN))
    for row in first.to_pylist():
        page.row(
            (row["source"], captions.word("failures", "step", row["step"] or ""), row["error"])
        )
    rest = failures.metadata.num_rows - first.num_rows
    if rest:
        page.row(("……", "", f"另有 {rest:,} 个，见“失败”表"))


class _Page:
    """The sheet, written from above downwards in three columns beside a narrow margin."""

    def __init__(self, sheet: Worksheet, looks: Looks) -> None:
        self._sheet = sheet
        self._looks = looks
        self._at = 0
        self._sections = 0
        sheet.set_column(0, 0, 2)
        for column, width in enumerate(_WIDTHS, 1):
            sheet.set_column(column, column, width)

    def title(self, title: str, beneath: str) -> None:
        self._sheet.set_row(1, 36)
        self._sheet.write_string(1, 1, title, self._looks["title"])
        self._sheet.write_string(2, 1, beneath, self._looks["note"])
        self._at = 3

    def section(self, title: str, headers: Sequence[str] = ()) -> None:
        self._at += 1
        self._sheet.set_row(self._at, 24)
        title = f"{_ORDINALS[self._sections]}、{title}"
        self._sheet.write_string(self._at, 1, title, self._looks["heading"])
        self._sections += 1
        self._at += 1
        if headers:
            self._sheet.set_row(self._at, 20)
            for column, header in enumerate(headers, 1):
                self._sheet.write_string(self._at, column, header, self._looks["header"])
            self._at += 1

    def row(self, cells: Sequence[str | int], links: bool = False) -> None:
        """One row; with ``links`` its first cell leads to the sheet of that name."""
        shape = [(cell, width, "text") for cell, width in zip(cells, _WIDTHS, strict=True)]
        self._sheet.set_row(self._at, height(shape))
        for column, cell in enumerate(cells, 1):
            if links and column == 1:
                target = f"internal:'{cell}'!A1"
                self._sheet.write_url(self._at, column, target, self._looks["link"], str(cell))
            else:
                middle = "count" if isinstance(cell, int) else "code"
                look = middle if column == 2 else "text"
                self._looks.put(self._sheet, self._at, column, cell, look)
        self._at += 1

    def line(self, text: str) -> None:
        self._sheet.set_row(self._at, LINE + SPACE)
        self._sheet.write_string(self._at, 1, text, self._looks["note"])
        self._at += 1

    def finish(self) -> None:
        """How it is shown and printed: no grid, one page wide, upright."""
        self._sheet.hide_gridlines(2)
        self._sheet.set_portrait()
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_margins(left=0.5, right=0.5, top=0.4, bottom=0.6)
        self._sheet.print_area(0, 0, self._at, len(_WIDTHS))
        self._sheet.set_footer("&R第 &P 页，共 &N 页")
