"""Views in the DuckDB file: indicators by year and by department, as the reports alone give them.

All stand on the view ``observed``: one row a number, under the dictionary's name or else its own. ``baobiao compare``
puts its aligned table under the same view, and the others then show its lines.
"""

from __future__ import annotations

import duckdb

from baobiao.write import captions

NEEDED = ("indicators", "documents")
COMPARED = "compared"  # the table that `baobiao compare` adds
COLUMNS = (
    "indicator", "unit", "kind", "basis", "status", "issuer", "region", "year", "period_from", "period_to",
    "value", "value_high", "approximation", "report_year", "name", "context", "document_id", "start", '"end"',
)  # fmt: skip
_LINE = "indicator, unit, kind, basis, status"
_TIME = "year, period_from, period_to"
_PLACE = 'name, context, document_id, start, "end"'
_OBSERVED = """
    SELECT coalesce(i.indicator, i.name) AS indicator, d.*, i.* EXCLUDE (indicator)
    FROM indicators AS i JOIN (
        SELECT DISTINCT ON (document_id) document_id, issuer, region, year AS report_year FROM documents
    ) AS d USING (document_id)
"""
_BY_YEAR = f"""
    SELECT issuer, {_LINE}, {_TIME}, value, value_high, approximation, number_of_values,
        CASE WHEN lag(year) OVER line = year - 1 THEN value - lag(value) OVER line END AS change_on_year, {_PLACE}
    FROM (
        SELECT *, len(list_distinct(list(value) OVER at_once)) AS number_of_values,
            row_number() OVER (at_once ORDER BY report_year DESC NULLS LAST, document_id, start) AS place
        FROM observed WINDOW at_once AS (PARTITION BY issuer, {_LINE}, {_TIME})
    )
    WHERE place = 1
    WINDOW line AS (
        PARTITION BY issuer, {_LINE}, strftime(period_from, '%m-%d'), strftime(period_to, '%m-%d') ORDER BY year
    )
"""
_BY_DEPARTMENT = f"""
    SELECT {_LINE}, {_TIME}, issuer, region, value, value_high, approximation,
        rank() OVER (alike ORDER BY value DESC) AS place, count(*) OVER alike AS departments, {_PLACE}
    FROM indicator_by_year
        LEFT JOIN (SELECT DISTINCT ON (issuer) issuer, region FROM observed) USING (issuer)
    WINDOW alike AS (PARTITION BY {_LINE}, {_TIME})
"""
_WORDS = {
    "indicator": "指标：标准名称；词典没有的是报告中的名称；对比之后是对齐的名称",
    "number_of_values": "数值个数：同一时间有几个不同的数值",
    "change_on_year": "比上年增减：上一年没有数值的留空",
    "place": "名次：从大到小",
    "departments": "单位数：有几个单位有这个数值",
}
_VIEWS = {
    "indicator_by_year": (
        "各单位各指标逐年的数值；同一时间有几个数值时取最近的报告，number_of_values 说有几个不同的数值",
        _BY_YEAR,
    ),
    "indicator_by_department": (
        "同一指标同一时间各单位的数值，place 为从大到小的名次，departments 为有几个单位",
        _BY_DEPARTMENT,
    ),
}


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the views in the database in use, which holds the tables ``NEEDED``."""
    stand_on(connection, f"({_OBSERVED})")
    for name, (about, query) in _VIEWS.items():
        _create(connection, name, about, query)


def stand_on(connection: duckdb.DuckDBPyConnection, source: str) -> None:
    """Puts the view ``observed``, and so all others, on a table or query that has its columns."""
    query = f"SELECT {', '.join(COLUMNS)} FROM {source} WHERE year IS NOT NULL"
    _create(connection, "observed", "每个数据一行：指标、单位、年份和原文位置", query)


def _create(connection: duckdb.DuckDBPyConnection, name: str, about: str, query: str) -> None:
    connection.execute(f"CREATE OR REPLACE VIEW {name} AS {query}")
    connection.execute(f"COMMENT ON VIEW {name} IS '{about}'")
    for column, *_ in connection.execute(f"DESCRIBE {name}").fetchall():
        words = _WORDS.get(column) or "：".join(captions.COLUMNS[column])
        connection.execute(f"COMMENT ON COLUMN {name}.\"{column}\" IS '{words}'")
