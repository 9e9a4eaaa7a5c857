"""Last year's report, put together again from the tables of an earlier extract."""

from __future__ import annotations

from pathlib import Path

import pytest

import baobiao
from baobiao import batch, read
from baobiao.check.last_year import LastYears, NoTables
from baobiao.lexicon import load
from baobiao.process import extract

REPORT = """青山市教育局{}年法治政府建设年度报告

一、主要举措和成效
全年开展普法宣传{}场次，同比增长5.2%。2月1日，青山市司法局来局指导。
二、存在的不足和原因
培训不够。
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("归档")
    for year, count in ((2022, 9), (2023, 12)):
        text = REPORT.format(year, count)
        (folder / f"{year}.txt").write_text(text, encoding="utf-8")
    other = REPORT.format(2023, 40).replace("教育局", "体育局")
    (folder / "体育局.txt").write_text(other, encoding="utf-8")
    tables = folder / "结果"
    batch.run([folder], tables, formats=["parquet"], processes=1)
    return tables


def test_the_same_office_the_year_before(out: Path) -> None:
    draft = extract(read.from_text(REPORT.format(2024, 15)), load())
    before = LastYears(out, load()).of(draft)
    assert before is not None
    assert before.report.text == REPORT.format(2023, 12)
    assert before.document.year == 2023 and before.document.issuer == "青山市教育局"
    said = extract(read.from_text(REPORT.format(2023, 12)), load())
    assert before.indicators == said.indicators and before.sections == said.sections
    assert before.dates == said.dates and before.organisations == said.organisations
    for row in before.indicators:
        assert before.report.text[row.start : row.end] == row.text


@pytest.mark.parametrize(
    "text",
    [
        REPORT.format(2026, 15),
        REPORT.format(2024, 15).replace("教育局", "水利局"),
        REPORT.format(2024, 15).replace("法治政府建设年度报告", "工作总结"),
    ],
)
def test_no_other_report_is_taken_for_it(out: Path, text: str) -> None:
    assert LastYears(out, load()).of(extract(read.from_text(text), load())) is None


def test_a_folder_without_tables(tmp_path: Path) -> None:
    with pytest.raises(NoTables, match=r"里没有 documents\.parquet"):
        LastYears(tmp_path, load())


def test_from_python(out: Path) -> None:
    found = baobiao.check(REPORT.format(2024, 15), against=out)
    assert found.documents["report_type"].tolist() == ["法治政府建设年度报告"]
    assert "BB101" in found.findings["code"].tolist()
    assert (found.findings["document_id"] == found.documents["document_id"][0]).all()
    only = baobiao.check(REPORT.format(2024, 15), rules=["BB1"], ignore=["BB101"])
    assert only.findings.empty
    with pytest.raises(FileNotFoundError):
        baobiao.check("没有.txt")
