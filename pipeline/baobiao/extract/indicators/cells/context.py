"""What a figure of a table means beside its name: its unit, its time, whether it is planned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from baobiao.characters import fold
from baobiao.extract.indicators.cells.figures import Measure
from baobiao.extract.indicators.cells.headings import Heading
from baobiao.extract.indicators.cells.times import YEARS, months_in, period_of
from baobiao.extract.indicators.settings import Setting
from baobiao.model import Table

_SHARE = re.compile(r"(?:率|占比|比重|构成|比例|百分比)(?:\(.*\))?$")
_BUDGETS = re.compile(r"(?:一般公共|政府性基金|国有资本经营|社会保险基金|财政)预算")
_PLANNED = re.compile(r"预算|计划|目标")
_REPORTED = re.compile(r"决算|执行|完成|情况|实际")

Headings = Sequence[Heading]


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a whole table: its units, the time and plans of the section it stands in, what a
    figure counts that nothing else says the unit of, and the unit that all columns but totals share.
    """

    table: Table
    measures: tuple[Measure, ...]
    setting: Setting
    counts: Measure | None = None
    shared: Measure | None = None

    def measure(self, row: Headings, column: Headings) -> Measure:
        """The unit of a bare figure: what its column says, then its row, then what either counts,
        then the table. A rate or share never takes the table's 万元.
        """
        rate = any(h.rate for h in column[-1:])
        share = rate or any(_SHARE.search(fold(h.words)) for h in (*row, *column))
        for heading in reversed(column):
            if heading.measures:
                return _pick(heading.measures, share=share)
        if rate:
            return Measure("%", kind="ratio")
        for heading in reversed(row):
            if heading.measures:
                return _pick(heading.measures, share=share)
        if share:
            return next((m for m in self.measures if m.kind == "ratio"), Measure("%"))
        counted = next((h.counted for h in (*reversed(column), *reversed(row)) if h.counted), None)
        if counted or self.counts:
            return counted or self.counts or Measure("")
        if self.shared and column and column[-1].role == "total":
            return self.shared
        return _pick(self.measures, share=False) if self.measures else Measure("")

    def period(
        self, row: Headings, column: Headings
    ) -> tuple[int | None, date | None, date | None]:
        """Year, first and last day: what the headings name, else the caption, else the section."""
        named = next((h.period for h in (*reversed(column), *reversed(row)) if h.period), None)
        if named:
            return named.year, named.first, named.last
        said = [period_of(found) for found in YEARS.finditer(fold(self.table.caption))]
        year = self.setting.year
        if len({period.year for period in said}) == 1:
            year, first, last = said[0].year, said[0].first, said[0].last
        elif year is not None:
            first, last = date(year, 1, 1), date(year, 12, 31)
        else:
            return None, None, None
        if months := next(
            (h.months for h in (*reversed(column), *reversed(row)) if h.months), None
        ):
            season = months_in(year, months)
            first, last = season.first, season.last
        back = next((h.years_back for h in reversed(column) if h.years_back), 0)
        return year - back, _years_before(first, back), _years_before(last, back)

    def status(self, column: Headings, year: int | None) -> str:
        """Planned where a column says so, or where none says otherwise in a table of plans; what is
        expected is planned only for the time to come. The budget of a year that is over is a figure of
        its own (公务接待费年初预算), which the year's report states.
        """
        setting = self.setting
        ahead = year is not None and setting.year is not None and year > setting.year
        caption = _BUDGETS.sub("", self.table.caption)
        of_plans = bool(_PLANNED.search(caption)) and not _REPORTED.search(caption)
        said = {"budget" if h.stage else h.status for h in column if h.status}
        if said:
            coming = ahead or setting.plans or of_plans
            planned = "target" in said or (coming and "budget" in said)
            return "target" if planned or (ahead and "expected" in said) else "actual"
        if _PLANNED.search(caption):
            return "target" if of_plans else "actual"
        return "target" if setting.plans and (ahead or year == setting.year) else "actual"


def _years_before(day: date, years: int) -> date:
    """The same day of another year; 29 February is the 28th where there is none."""
    leap = (day.month, day.day) == (2, 29) and years % 4
    return day.replace(year=day.year - years, day=28 if leap else day.day)


def _pick(measures: Sequence[Measure], *, share: bool) -> Measure:
    """Of several units (单位：人、%) the one for shares and rates, or the one for amounts."""
    if len(measures) == 1:
        return measures[0]
    fallback = Measure("%", kind="ratio") if share else measures[0]
    return next((m for m in measures if (m.kind == "ratio") == share), fallback)
