"""The aligned long table: one row a number, on its line, in the line's unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from baobiao.compare.alignment import Placed
from baobiao.compare.bodies import Body
from baobiao.compare.units import Units


@dataclass(frozen=True, slots=True)
class Row:
    """A number on its line. ``unit`` is the line's, or the classifier that the report uses; ``value`` is in it.

    ``merged_by`` is a code, after a colon what it refers to: ``dictionary``, ``dictionary_wording``, ``name``
    (the same name), ``wording`` (the same words), ``similar`` (with the likeness), ``decision`` (with the line of the
    file), ``single`` (nothing else is on the line). ``conflict`` is a Chinese sentence, empty where nothing is wrong.
    """

    indicator: str
    indicator_id: str
    unit: str
    issuer: str
    year: int | None
    value: Decimal
    value_high: Decimal | None
    kind: str
    status: str
    approximation: str
    name: str
    document_id: str
    start: int
    end: int
    merged_by: str
    conflict: str
    basis: str
    period_from: date | None
    period_to: date | None
    actor: str
    text: str
    context: str
    group: str
    region: str
    report_year: int | None
    report_type: str
    source: str
    period: str

    @property
    def cell(self) -> tuple[str, str, int | None, str, str]:
        """What two rows share that speak of the same thing at the same time."""
        return self.indicator_id, self.issuer, self.year, self.period, self.status


COLUMNS = tuple(field.name for field in fields(Row))


def rows(placed: Iterable[Placed], bodies: dict[str, Body], units: Units) -> list[Row]:
    """The long table, in the order of line, body, year and place; conflicts are not yet looked for."""
    made = [_row(each, bodies[each.row.report.document_id], units) for each in placed]
    return sorted(made, key=_order)


def _order(row: Row) -> tuple[object, ...]:
    year = row.year if row.year is not None else 0
    line = (row.indicator, row.kind, row.basis, row.indicator_id)
    return (*line, row.issuer, year, row.period, row.status, row.source, row.start, row.end)


def _row(placed: Placed, body: Body, units: Units) -> Row:
    row, line = placed.row, placed.line
    said = row.said
    own = said.unit if units.measure(said.unit).classifier else line.unit
    high = said.value_high
    return Row(
        line.indicator,
        line.indicator_id,
        own,
        body.name,
        said.year,
        units.convert(said.value, said.unit, own),
        None if high is None else units.convert(high, said.unit, own),
        said.kind,
        said.status,
        said.approximation,
        said.name,
        *row.place,
        placed.merged_by,
        "",
        said.basis,
        said.period_from,
        said.period_to,
        said.actor,
        said.text,
        said.context,
        body.group,
        body.region,
        row.report.year,
        row.report.report_type,
        row.report.source,
        period_words(row.period),
    )


def period_words(period: str) -> str:
    """The part of a year in words, "" for the whole.

    >>> period_words("01-01/03-31"), period_words("05-01/05-31"), period_words("06-30/06-30")
    ('1—3月', '5月', '6月30日')
    """
    if not period:
        return ""
    (month, day), (last_month, last_day) = (
        tuple(map(int, end.split("-"))) for end in period.split("/")
    )
    if period[:5] == period[6:]:
        return f"{month}月{day}日"
    if day == 1 and last_day >= 28 and (last_day >= 30 or last_month == 2):
        return f"{month}月" if month == last_month else f"{month}—{last_month}月"
    return f"{month}月{day}日—{last_month}月{last_day}日"
