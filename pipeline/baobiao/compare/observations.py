"""The rows of an archive's tables, each with its report and section beside it. Reports are never opened."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from baobiao.characters import fold
from baobiao.model import Indicator
from baobiao.tables import COLUMNS, facts

if TYPE_CHECKING:
    import pyarrow as pa


_PART = re.compile(
    r"(?P<year>\d{4})年(?:度)?(?:(?P<months>1-\d{1,2})月|(?P<month>\d{1,2})月|(?P<words>前?[一二三四]季度|[上下]半年))"
)
_DASH = re.compile("[—–至~～]+")
_PARTS = {
    "一季度": ("1", "3"),
    "二季度": ("4", "6"),
    "三季度": ("7", "9"),
    "四季度": ("10", "12"),
    "前二季度": ("1", "6"),
    "前三季度": ("1", "9"),
    "上半年": ("1", "6"),
    "下半年": ("7", "12"),
}


_DAYS = ("year", "issue_date")
_WORDS = ("document_id", "source", "report_type", "title", "issuer", "region")


class NoTables(Exception):
    """The folder holds no tables to compare; its words are a Chinese sentence."""


@dataclass(frozen=True, slots=True)
class Report:
    """The report that a number stands in, as the table of documents has it."""

    document_id: str
    source: str
    report_type: str
    title: str
    issuer: str
    region: str
    year: int | None
    issue_date: date | None

    @property
    def part(self) -> str:
        """The part of the year that its title limits it to: "01-01/03-31" for 2026年一季度财政收支情况."""
        match = _PART.search(_DASH.sub("-", fold(self.title)))
        if match is None or self.year is None or str(self.year) != match["year"]:
            return ""
        if months := match["months"]:
            first, _, last = months.partition("-")
        elif match["month"]:
            first = last = match["month"]
        else:
            first, last = _PARTS.get(match["words"], ("1", "12"))
        days = monthrange(self.year, min(int(last), 12))[1]
        return f"{int(first):02}-01/{int(last):02}-{days}"


@dataclass(frozen=True, slots=True)
class Observation:
    """One number of one report."""

    report: Report
    said: Indicator
    section: str

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it stands: no two rows share it."""
        return self.report.document_id, self.said.start, self.said.end

    @property
    def period(self) -> str:
        """The part of the year that it speaks of where that is not the whole: "01-01/03-31" for 1—3月.

        A single day is the state on that day: 年末 belongs to the year, 6月末 to its half.
        """
        since, until = self.said.period_from, self.said.period_to
        if since is None or until is None or since.year != until.year:
            return ""
        if (since.month, since.day) == (1, 1) and (until.month, until.day) == (12, 31):
            own = self.said.status == "actual" and self.said.year == self.report.year
            return self.report.part if own else ""
        if since == until and (until.month, until.day) in ((12, 31), (1, 1)):
            return ""
        return f"{since:%m-%d}/{until:%m-%d}"

    @property
    def when(self) -> tuple[int | None, str, str]:
        """What must be equal for two values to contradict each other: the year, its part, reached or wanted."""
        return self.said.year, self.period, self.said.status


def read(out: Path) -> tuple[list[Report], list[Observation]]:
    """The reports and all their numbers, in the order of the tables. Raises ``NoTables``."""
    documents = [_report(row) for row in _table(out, "documents").to_pylist()]
    reports = {report.document_id: report for report in documents}
    sections = {
        (row["document_id"], row["section_id"]): row["title"] or ""
        for row in _table(out, "headings", "document_id", "section_id", "title").to_pylist()
    }
    observations = [
        Observation(reports[document_id], said, sections.get((document_id, said.section_id), ""))
        for document_id, said in facts(Indicator, _table(out, "indicators"))
        if document_id in reports
    ]
    return documents, observations


def _report(row: dict[str, Any]) -> Report:
    return Report(
        **{name: row[name] for name in _DAYS} | {name: row[name] or "" for name in _WORDS}
    )


def _table(out: Path, name: str, *columns: str) -> pa.Table:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = out / f"{name}.parquet"
    if not path.is_file():
        if (out / f"{name}.csv").is_file() or (out / "baobiao.duckdb").is_file():
            raise NoTables(
                f"{out} 里没有 {path.name}：对比要用 parquet 格式，请重新提取时加上 --format parquet"
            )
        raise NoTables(f"{out} 里没有 {path.name}；请先运行 baobiao extract … -o {out}")
    try:
        return pq.read_table(path, columns=list(columns) or list(COLUMNS[name]))
    except (OSError, pa.ArrowException, KeyError) as error:
        raise NoTables(
            f"{path} 读不出来，可能已损坏，或是别的版本写的；请重新运行 baobiao extract"
        ) from error
