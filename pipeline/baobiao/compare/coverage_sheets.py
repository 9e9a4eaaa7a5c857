"""Who reported what in which year: the gaps."""

from __future__ import annotations

from collections import defaultdict

from baobiao.compare.cells import cells
from baobiao.compare.frames import coverage_of
from baobiao.compare.grids import Book
from baobiao.compare.words import what

MOST_MISSING = 12  # names in a cell


def write(book: Book) -> None:
    """Writes the sheet of reports and that of indicators."""
    _reports(book)
    _indicators(book)


def _reports(book: Book) -> None:
    """Departments and types of report down, years across: how many numbers; yellow where a year between is missing."""
    page = book.sheet("覆盖")
    looks = book.looks
    entries = coverage_of(book.comparison)
    years = sorted({entry.year for entry in entries if entry.year})
    span = list(range(years[0], years[-1] + 1)) if years else []
    heads = (("同类单位", 18), ("发布单位", 28), ("报告类型", 22))
    for column, (title, width) in enumerate(heads):
        page.set_column(column, column, width)
        page.write_string(0, column, title, looks["header"])
    for column, year in enumerate(span, len(heads)):
        page.set_column(column, column, 7)
        looks.put(page, 0, column, str(year), "header")
    found: dict[tuple[str, str, str], dict[int, int]] = defaultdict(dict)
    for entry in entries:
        own = found[entry.group, entry.issuer, entry.report_type]
        if entry.year:
            own[entry.year] = entry.numbers
    for at, (key, reported) in enumerate(sorted(found.items()), 1):
        for column, words in enumerate(key):
            looks.put(page, at, column, words or None, "text")
        for column, year in enumerate(span, len(heads)):
            between = bool(reported) and min(reported) < year < max(reported)
            if year in reported:
                looks.put(page, at, column, reported[year], "count")
            else:
                looks.put(page, at, column, None, "gap" if between else "count")
    page.freeze_panes(1, len(heads))
    page.repeat_rows(0)


def _indicators(book: Book) -> None:
    """Lines of alike departments, by year: how many have it, and who has not."""
    comparison = book.comparison
    alike: dict[str, set[str]] = defaultdict(set)
    for name, body in comparison.issuers.items():
        alike[body.group].add(name)
    have: dict[tuple[str, int, str], set[str]] = defaultdict(set)
    reported: dict[tuple[str, int], set[str]] = defaultdict(set)
    rows = comparison.rows
    sample = {row.indicator_id: row for row in rows}
    for (indicator_id, issuer, (year, part), status), cell in cells(rows, range(len(rows))).items():
        group = rows[cell.shown].group
        if status == "actual" and not part and len(alike[group]) > 1:
            have[group, year, indicator_id].add(issuer)
            reported[group, year].add(issuer)
    page = book.sheet("指标覆盖")
    heads = (
        ("同类单位", 18),
        ("年份", 8),
        ("指标", 30),
        ("类型", 12),
        ("有数据的单位", 13),
        ("单位总数", 10),
        ("没有写到的单位", 70),
    )
    for column, (title, width) in enumerate(heads):
        page.set_column(column, column, width)
        page.write_string(0, column, title, book.looks["header"])
    at = 0
    ordered = sorted(have, key=lambda key: (key[0], -key[1], -len(have[key]), key[2]))
    for group, year, indicator_id in ordered:
        there, all_of_them = have[group, year, indicator_id], reported[group, year]
        if len(there) < 2:
            continue
        at += 1
        missing = sorted(all_of_them - there)
        words = "、".join(missing[:MOST_MISSING]) + (
            f"等 {len(missing)} 个" if len(missing) > MOST_MISSING else ""
        )
        row = sample[indicator_id]
        cells_of = (
            group,
            year,
            row.indicator,
            what(row),
            len(there),
            len(all_of_them),
            words or None,
        )
        looks = ("text", "year", "text", "code", "count", "count", "text")
        page.set_row(at, 18 if len(words) < 34 else 34 if len(words) < 68 else 52)
        for column, (value, look) in enumerate(zip(cells_of, looks, strict=True)):
            book.looks.put(page, at, column, value, look)
    page.autofilter(0, 0, max(at, 1), len(heads) - 1)
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
