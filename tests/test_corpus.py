"""The tables of corpus/ are golden: whoever changes a rule sees which rows come and go.

After a change that is meant, ``make golden`` writes them anew; the difference is what the review reads.
"""

from __future__ import annotations

import csv
import difflib
import re
from decimal import Decimal
from pathlib import Path

import pytest

from baobiao import batch

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
TABLES = ("documents", "headings", "dates", "indicators", "organisations", "findings", "failures")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("tables")
    batch.run([ROOT / "corpus"], out, formats=["csv"], processes=1)
    return out


@pytest.mark.parametrize("table", TABLES)
def test_tables_of_the_corpus(written: Path, table: str) -> None:
    found = (written / f"{table}.csv").read_text(encoding="utf-8-sig").splitlines()
    golden = (GOLDEN / f"{table}.csv").read_text(encoding="utf-8-sig").splitlines()
    changes = [
        line
        for line in difflib.unified_diff(golden, found, lineterm="", n=0)
        if line[:1] in "+-" and line[:3] not in ("+++", "---")
    ]
    assert not changes, f"{len(changes)} 行不同，例如：\n" + "\n".join(changes[:30])


def test_all_fifteen_reports_are_there() -> None:
    rows = _golden("documents")
    assert len(rows) == len(list((ROOT / "corpus").rglob("*.txt")))
    assert all(row["report_type"] and row["issuer"] and row["year"] for row in rows)


def test_no_worker_changes_a_byte(written: Path, tmp_path: Path) -> None:
    batch.run([ROOT / "corpus"], tmp_path, formats=["csv"], processes=2)
    for table in TABLES:
        name = f"{table}.csv"
        assert (tmp_path / name).read_bytes() == (written / name).read_bytes(), name


def test_a_second_run_writes_the_same_bytes(written: Path) -> None:
    before = {table: (written / f"{table}.csv").read_bytes() for table in TABLES}
    summary = batch.run([ROOT / "corpus"], written, formats=["csv"], processes=1)
    assert summary.reused == len(list((ROOT / "corpus").rglob("*.txt")))
    assert before == {table: (written / f"{table}.csv").read_bytes() for table in TABLES}


def _series() -> list[tuple[str, str, str, dict[int, Decimal]]]:
    """The table of series in corpus/README.md: name, issuer, unit, values by year."""
    rows = []
    for line in (ROOT / "corpus" / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 6 and re.fullmatch(r"[\d.]+", cells[5]) and not cells[0].isascii():
            scale = {"万元": 10**4, "亿元": 10**8}.get(cells[2], 1)
            values = (Decimal(cell) * scale for cell in cells[3:])
            rows.append(
                (cells[0], cells[1], cells[2], dict(zip(range(2022, 2025), values, strict=True)))
            )
    return rows


@pytest.mark.parametrize(
    ("name", "issuer", "unit", "values"), _series(), ids=lambda value: str(value)[:20]
)
def test_a_series_of_the_readme_is_in_the_tables(
    name: str, issuer: str, unit: str, values: dict[int, Decimal]
) -> None:
    found = _golden("indicators")
    issuers = {row["document_id"]: row["issuer"] for row in _golden("documents")}
    for year, value in values.items():
        fitting = [
            row
            for row in found
            if issuers[row["document_id"]].endswith(issuer)
            and Decimal(row["value"]) == value
            and (row["kind"], row["status"], row["year"]) == ("level", "actual", str(year))
            and row["unit"] == unit.lstrip("万亿")
        ]
        assert fitting, f"{name} {year} {value}"


def _golden(table: str) -> list[dict[str, str]]:
    with (GOLDEN / f"{table}.csv").open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))
