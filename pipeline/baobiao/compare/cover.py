"""The first sheet of a comparison: how much there is, what the sheets hold, how figures were worked out."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from baobiao.compare import department_sheets, year_sheets
from baobiao.compare.decisions import FILE
from baobiao.compare.frames import lines_of
from baobiao.compare.grids import LONG, ROWS_IN_SHEET, Book
from baobiao.write.cells import height

_WIDE = 96
_SHEETS = (
    (
        "各单位名称的表",
        f"这个单位历年的指标：数值、目标、比上年增减和增减%，附走势图；最多 {department_sheets.MOST} 个单位",
    ),
    (
        "“某年某类单位”的表",
        (
            "同一年里同类单位并列：数值、名次、占比和次年目标；比率、人均和增速不算占比；"
            f"最多 {year_sheets.MOST_SHEETS} 张，近年在前"
        ),
    ),
    ("覆盖", "哪个单位哪一年有报告；黄格是中间缺的年份"),
    ("指标覆盖", "同类单位里，哪些没有写到哪个指标"),
    (
        "不一致",
        "同一指标、单位和时间的不同数值，后来的报告对以前的修订，写明的同比与两年数值不符的",
    ),
    (
        "归并",
        (
            f"不同叫法归到一个指标的依据。不同意的，把那一行抄到结果文件夹的 {FILE}（表头相同，只要前六列），"
            "“决定”写“拆开”“归入”“改名”或“单位归并”，再运行一次即照办"
        ),
    ),
    (LONG, "全部数据，每条连同所在语句；各表的数值点一下就到它这里的那一行"),
)
_METHOD = (
    "元按大小显示为万元、亿元，数值不变。公顷与亩、公里与米等换算到一个单位；件与宗等量词数值不变，两种都保留；"
    "人与人次、百分数与百分点不相比。同比核对考虑了原文的四舍五入；按可比价格计算的增长率不核对。"
    "同一格有几个数值时，显示最近一份报告的、其中最精确的，其余见“不一致”和“明细”。"
)


def write(book: Book) -> None:
    """Writes the sheet."""
    page = book.sheet("说明")
    looks = book.looks
    page.hide_gridlines(2)
    page.set_column(0, 0, 22)
    page.set_column(1, 1, _WIDE)
    page.set_row(0, 36)
    page.write_string(0, 0, "报表对比", looks["title"])
    at = _pairs(book, page, 2, _facts(book))
    page.write_string(at + 1, 0, "各表", looks["heading"])
    at = _pairs(book, page, at + 2, _SHEETS)
    page.write_string(at + 1, 0, "计算方法", looks["heading"])
    page.set_row(at + 2, height([(_METHOD, _WIDE + 20, "text")]))
    page.merge_range(at + 2, 0, at + 2, 1, _METHOD, looks["text"])


def _pairs(book: Book, page: Worksheet, first: int, pairs: Sequence[tuple[str, str]]) -> int:
    """A heading and a sentence a row; gives the row after the last."""
    for at, (title, words) in enumerate(pairs, first):
        page.set_row(at, height([(words, _WIDE, "text")]))
        book.looks.put(page, at, 0, title, "header")
        book.looks.put(page, at, 1, words, "text")
    return first + len(pairs)


def _facts(book: Book) -> tuple[tuple[str, str], ...]:
    comparison = book.comparison
    years = sorted({row.year for row in comparison.rows if row.year is not None})
    across = f"，数据说的是 {years[0]}—{years[-1]} 年" if years else ""
    lines = lines_of(comparison.rows)
    compared = sum(line.numbers > 1 for line in lines)
    left_out = len(comparison.rows) - ROWS_IN_SHEET
    more = f"；“{LONG}”放不下最后 {left_out} 条，请另存为 CSV 查看" if left_out > 0 else ""
    against = sum(bool(row.conflict) for row in comparison.rows)
    return (
        ("报告", f"{len(comparison.reports)} 篇，{len(comparison.issuers)} 个单位{across}"),
        (
            "数据",
            f"{len(comparison.rows)} 条，归成 {len(lines)} 个指标，其中 {compared} 个有两条以上可比{more}",
        ),
        ("不一致", f"{against} 条，并列在“不一致”表，没有取平均，也没有略去"),
        ("人工决定", f"遵照 {comparison.decided} 行" if comparison.decided else "没有"),
    )
