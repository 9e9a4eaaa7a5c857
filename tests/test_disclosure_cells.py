"""The statutory tables of 政府信息公开工作年度报告 as lines and pages without their merged cells."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from baobiao.characters import fold
from baobiao.extract.indicators import cells
from baobiao.model import Document, Draft
from baobiao.read import from_text
from baobiao.read.tables.grid import GridCell
from tables_of_rows import LEXICON, Written, taken, values, wide

CORPUS = Path(__file__).parents[1] / "corpus" / "政府信息公开"
SEVEN = [str(number) for number in range(7)]


def test_a_page_of_the_statutory_table_without_its_headings() -> None:
    found = taken(
        [["2.重复申请", *SEVEN], ["四、结转下年度继续办理", *SEVEN], ["（七）总计", *SEVEN]]
    )
    assert len(found) == 21
    assert found[1].name == "政府信息公开申请不予处理重复申请（商业企业）"
    assert found[13].name == "政府信息公开申请结转下年度继续办理（总计）"


def test_rows_copied_out_of_a_pdf() -> None:
    text = (
        "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 / 0\n行政规范性文件 71 25 318\n"
        "申请人情况\n一、本年新收政府信息公开申请数量 21 0 0 0 0 0 21\n"
        "二、上年结转政府信息公开申请数量 2 0 0 0 0 0 2"
    )
    report = from_text(text)
    document = Document(report_type="政府信息公开工作年度报告", year=2024)
    found = cells.extract(Draft(report, fold(text), document), LEXICON)
    assert values(found)[:5] == [
        ("规章制发件数", "0", "件"),
        ("规章现行有效件数", "0", "件"),
        ("行政规范性文件制发件数", "71", "件"),
        ("行政规范性文件废止件数", "25", "件"),
        ("行政规范性文件现行有效件数", "318", "件"),
    ]
    assert values(found)[5] == ("新收政府信息公开申请（自然人）", "21", "件")
    assert [row.value for row in found if row.rule == "cell.total"] == [21, 2]


def test_reviews_and_suits() -> None:
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    rows: list[list[Written]] = [
        [wide("行政复议", 5), wide("行政诉讼", 10)],
        [
            *(GridCell(result, 2) for result in results),
            wide("未经复议直接起诉", 5),
            wide("复议后起诉", 5),
        ],
        [*results, *results],
        [str(number) for number in range(15)],
    ]
    yearly = Document(report_type="政府信息公开工作年度报告", year=2024)
    found = taken(rows, document=yearly)
    assert len({row.name for row in found}) == len(found) == 15
    assert found[0].name == "政府信息公开行政复议结果维持"
    assert found[14].name == "政府信息公开行政诉讼（复议后起诉）总计"
    assert found[14].indicator == "信息公开复议后起诉总计"
    assert [row.value for row in found if row.rule == "cell.total"] == [4, 9, 14]
    other = taken(rows, document=Document(report_type="法治政府建设年度报告", year=2024))
    assert other[0].name == "行政复议结果维持"


def corpus_draft(year: int) -> Draft:
    """A disclosure report of the corpus with the tables that its lines draw."""
    report = from_text(next(CORPUS.glob(f"*_{year}_*")).read_text("utf-8-sig"))
    document = Document(report_type="政府信息公开工作年度报告", year=year)
    return Draft(report, fold(report.text), document)


@pytest.mark.parametrize("year", [2022, 2023, 2024])
def test_the_identities_of_the_form_hold(year: int) -> None:
    draft = corpus_draft(year)
    rows = cells.extract(draft, LEXICON)
    assert all(draft.report.text[row.start : row.end] == row.text for row in rows)
    assert len(rows) == 10 + 25 * 7 + 15
    value = {row.name: row.value for row in rows}
    assert len(value) == len(rows)
    people = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他组织")
    requests = [name.removesuffix("（自然人）") for name in value if name.endswith("（自然人）")]
    assert len(requests) == 25
    for name in requests:
        total = value.get(f"{name}（总计）", value.get(name))
        assert total == sum(value[f"{name}（{person}）"] for person in people)
    for person in people:
        carried = [value[f"{name}（{person}）"] for name in (requests[0], requests[1])]
        done = value[f"政府信息公开申请办理结果总计（{person}）"]
        assert sum(carried) == done + value[f"政府信息公开申请结转下年度继续办理（{person}）"]
        assert done == sum(value[f"{name}（{person}）"] for name in requests[2:23])
    for way in ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"):
        subject = f"政府信息公开{way}"
        results = ("结果维持", "结果纠正", "其他结果", "尚未审结")
        assert value[f"{subject}总计"] == sum(value[f"{subject}{result}"] for result in results)


def test_what_is_carried_over_is_found_again() -> None:
    value = {
        (year, row.name): row
        for year in (2022, 2023, 2024)
        for row in cells.extract(corpus_draft(year), LEXICON)
    }
    for year in (2023, 2024):
        assert (
            value[year, "上年结转政府信息公开申请（总计）"].value
            == value[year - 1, "政府信息公开申请结转下年度继续办理（总计）"].value
        )
    fee = value[2024, "行政事业性收费金额"]
    assert (fee.value, fee.unit, fee.text) == (Decimal("4051800"), "元", "405.18")
    assert value[2024, "行政许可处理决定数量"].indicator == "行政许可处理决定数量"
    assert value[2024, "规章制发件数"].indicator == "规章本年制发件数"
