"""The page of a comparison: one HTML file that needs nothing beside it, to be looked at offline."""

from __future__ import annotations

import json
from collections import Counter
from importlib.resources import files

from baobiao.compare.comparing import Comparison
from baobiao.compare.rows import Row
from baobiao.compare.units import shown_scale
from baobiao.compare.words import reason, what
from baobiao.tables import plain

MOST_ROWS = 60_000  # some 20 MB; a browser takes no more with ease


def page(comparison: Comparison) -> str:
    """The page's text. It holds the lines that have two numbers or more, the most compared first.

    What a report says stands in it as data, never as markup.
    """
    template = files("baobiao.compare").joinpath("page.html").read_text(encoding="utf-8")
    data = json.dumps(_data(comparison), ensure_ascii=False, separators=(",", ":"))
    for mark, escape in (
        ("<", "\\u003c"),
        (">", "\\u003e"),
        ("&", "\\u0026"),
        ("\u2028", "\\u2028"),
    ):
        data = data.replace(mark, escape)
    return template.replace("/*DATA*/null", data, 1)


def _data(comparison: Comparison) -> dict[str, object]:
    counts = Counter(row.indicator_id for row in comparison.rows if row.year is not None)
    room = MOST_ROWS
    kept: dict[str, int] = {}
    for indicator_id, count in counts.most_common():
        if count < 2 or room < count:
            break
        room -= count
        kept[indicator_id] = len(kept)
    grouped: dict[str, list[Row]] = {indicator_id: [] for indicator_id in kept}
    for row in comparison.rows:
        if row.indicator_id in kept and row.year is not None:
            grouped[row.indicator_id].append(row)
    issuers = list(comparison.issuers)
    return {
        "issuers": [[name, body.group] for name, body in comparison.issuers.items()],
        "lines": [_line(comparison, rows) for rows in grouped.values()],
        "rows": [
            _row(row, kept[row.indicator_id], issuers.index(row.issuer))
            for rows in grouped.values()
            for row in rows
        ],
    }


def _line(comparison: Comparison, rows: list[Row]) -> list[object]:
    """Name, kind, and the unit and divisor in which its values are shown."""
    measure = comparison.units.measure(rows[0].unit)
    scale, unit = shown_scale((row.value for row in rows), rows[0].unit, measure)
    return [rows[0].indicator, what(rows[0]), unit, int(scale)]


def _row(row: Row, line: int, issuer: int) -> list[object]:
    """As ``page.html`` unpacks it. Numbers are words: a browser's numbers are binary."""
    high = "" if row.value_high is None else plain(row.value_high)
    return [
        line, issuer, row.year, row.period, row.status == "target", plain(row.value), high, row.approximation,
        row.text, row.name, row.context, row.source, row.report_year or 0, reason(row), row.conflict,
    ]  # fmt: skip
