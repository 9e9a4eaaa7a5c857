"""A comparison as tidy tables: Arrow for the database, pandas for notebooks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, get_type_hints

from baobiao.compare.comparing import Comparison
from baobiao.compare.rows import COLUMNS, Row
from baobiao.tables import DECIMALS, WHOLE_DIGITS

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class LineSummary:
    """A line: how many numbers it has, of how many bodies and years, and under what names."""

    indicator_id: str
    indicator: str
    unit: str
    kind: str
    basis: str
    numbers: int
    issuers: int
    years: int
    first_year: int | None
    last_year: int | None
    names: str
    conflicts: int


@dataclass(frozen=True, slots=True)
class Reported:
    """What a body reported in a year under one type of report: how many reports, how many numbers in them."""

    issuer: str
    group: str
    region: str
    report_type: str
    year: int | None
    reports: int
    numbers: int


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison as pandas frames. Numbers are ``decimal.Decimal``.

    ``long``: one row a number (``rows.Row``). ``lines``: one row a line (``LineSummary``). ``coverage``: who
    reported in which year (``Reported``). ``conflicts``: the rows of ``long`` that something is said against.
    """

    lines: pd.DataFrame
    long: pd.DataFrame
    coverage: pd.DataFrame
    conflicts: pd.DataFrame


def frames(comparison: Comparison) -> Compared:
    """The frames of a comparison."""
    import pandas as pd

    long = pd.DataFrame(
        [[getattr(row, name) for name in COLUMNS] for row in comparison.rows], columns=COLUMNS
    )
    long[["year", "report_year"]] = long[["year", "report_year"]].astype("Int32")
    for day in ("period_from", "period_to"):
        long[day] = pd.to_datetime(long[day])
    lines = pd.DataFrame(map(asdict, lines_of(comparison.rows)), columns=_names(LineSummary))
    coverage = pd.DataFrame(map(asdict, coverage_of(comparison)), columns=_names(Reported))
    coverage["year"] = coverage["year"].astype("Int32")
    return Compared(lines, long, coverage, long[long["conflict"] != ""].reset_index(drop=True))


def _names(entry: type[LineSummary] | type[Reported]) -> list[str]:
    return [field.name for field in fields(entry)]


def table(rows: Sequence[Row]) -> pa.Table:
    """The rows as an Arrow table, numbers as in all other tables; empty words are null."""
    import pyarrow as pa

    hints: dict[str, Any] = get_type_hints(Row)
    columns = {}
    for name in COLUMNS:
        values = [getattr(row, name) for row in rows]
        kind = _arrow(str(hints[name]))
        columns[name] = pa.array([None if value == "" else value for value in values], kind)
    return pa.table(columns)


def _arrow(hint: str) -> pa.DataType:
    import pyarrow as pa

    if "Decimal" in hint:
        return pa.decimal128(WHOLE_DIGITS + DECIMALS, DECIMALS)
    if "date" in hint:
        return pa.date32()
    return pa.int32() if "int" in hint else pa.string()


def lines_of(rows: Sequence[Row]) -> list[LineSummary]:
    """One entry a line, those with most numbers first."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row.indicator_id].append(row)
    lines = [_summary(own) for own in grouped.values()]
    return sorted(lines, key=lambda line: (-line.numbers, line.indicator, line.indicator_id))


def _summary(rows: Sequence[Row]) -> LineSummary:
    years = sorted({row.year for row in rows if row.year is not None})
    names = Counter(row.name for row in rows).most_common()
    return LineSummary(
        rows[0].indicator_id,
        rows[0].indicator,
        "、".join(dict.fromkeys(row.unit for row in rows)),
        rows[0].kind,
        rows[0].basis,
        len(rows),
        len({row.issuer for row in rows}),
        len(years),
        years[0] if years else None,
        years[-1] if years else None,
        "｜".join(name for name, _ in names),
        sum(bool(row.conflict) for row in rows),
    )


def coverage_of(comparison: Comparison) -> list[Reported]:
    """One entry a body, type of report and year."""
    numbers = Counter(row.document_id for row in comparison.rows)
    found: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    for report in comparison.reports:
        body = comparison.bodies[report.document_id]
        found[body.name, report.report_type, report.year or 0].append(report.document_id)
    entries = []
    for (issuer, kind, year), documents in sorted(found.items()):
        body = comparison.issuers[issuer]
        said = sum(numbers[document_id] for document_id in dict.fromkeys(documents))
        entries.append(
            Reported(issuer, body.group, body.region, kind, year or None, len(documents), said)
        )
    return entries
