"""The rows of an archive's tables, each with its report and section beside it. Reports are never opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from baobiao.model import Indicator
from baobiao.tables import facts

if TYPE_CHECKING:
    import pyarrow as pa


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
            return ""
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
        Observation(
            reports[document_id], said, sections.get((document_id, said.section_id), "")
        )
        for document_id, said in facts(Indicator, _table(out, "indicators"))
        if document_id in reports
    ]
    return documents, observations


def _report(row: dict[str, object]) -> Report:
    names = Report.__slots__
    return Report(*(row[name] if name in ("year", "issue_date") else row[name] or "" for name in names))  # type: ignore[arg-type]


def _table(out: Path, name: str, *columns: str) -> pa.Table:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = out / f"{name}.parquet"
    if not path.is_file():
        if (out / f"{name}.csv").is_file() or (out / "baobiao.duckdb").is_file():
            raise NoTables(f"{out} 里没有 {path.name}：对比要用 parquet 格式，请重新提取时加上 --format parquet")
        raise NoTables(f"{out} 里没有 {path.name}；请先运行 baobiao extract … -o {out}")
    try:
        return pq.read_table(path, columns=list(columns) or None)
    except (OSError, pa.ArrowException, KeyError) as error:
        raise NoTables(f"{path} 读不出来，可能已损坏；请重新运行 baobiao extract（{error}）") from error
