"""Parts behind 其中, and the part of the year that a report is about."""

from __future__ import annotations

import pytest

from baobiao import process, read
from baobiao.lexicon import load
from baobiao.model import Indicator


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "发行债券8亿元，其中一般债券3亿元、专项债券5亿元。",
            ["发行债券", "发行债券（一般债券）", "发行债券（专项债券）"],
        ),
        (
            "政府债务余额9亿元。其中，一般债务4亿元，专项债务5亿元。",
            ["政府债务余额", "政府债务余额（一般债务）", "政府债务余额（专项债务）"],
        ),
        (
            "新增铁路里程600公里、其中高铁300公里，农村公路900公里。",
            ["新增铁路里程", "新增铁路里程（高铁）", "农村公路"],
        ),
        ("一般公共预算收入9亿元，其中税收收入5亿元。", ["一般公共预算收入", "税收收入"]),
        ("检查企业90家，其中发现隐患12处。", ["检查企业", "发现隐患"]),
        (
            "债券平均利率1.9%，其中一般债券1.7%、专项债券2.0%，比上年下降0.2个百分点。",
            [
                "债券平均利率",
                "债券平均利率（一般债券）",
                "债券平均利率（专项债券）",
                "债券平均利率（专项债券）",
            ],
        ),
        (
            "债券平均期限13.5年，其中一般债券7.9年、专项债券16.1年。",
            ["债券平均期限", "债券平均期限（一般债券）", "债券平均期限（专项债券）"],
        ),
        (
            "经营主体9万户，其中企业3万户，个体工商户6万户。",
            ["经营主体", "经营主体（企业）", "个体工商户"],
        ),
        (
            "经营主体9万户，其中企业3万户，每千人拥有企业25户。",
            ["经营主体", "经营主体（企业）", "每千人拥有企业"],
        ),
        ("合同期限3年。其中建设期1年、运营期2年。", ["合同期限"]),
    ],
)
def test_parts_are_named_with_their_whole(text: str, names: list[str]) -> None:
    assert [row.name for row in rows_of(text)] == names


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("2024年一季度财政收支情况\n税收收入9亿元。非税收入2亿元。", ["03-31", "03-31"]),
        (
            "2024年5月，发行债券8亿元。偿还本金3亿元。\n全年受理案件5件。",
            ["05-31", "05-31", "12-31"],
        ),
        ("截至2024年5月底，政府债务余额8亿元。偿还本金3亿元。", ["05-31", "12-31"]),
        ("2023年5月，发行债券8亿元。偿还本金3亿元。", ["05-31", "12-31"]),
    ],
)
def test_the_part_of_the_year_that_a_title_or_paragraph_is_about(
    text: str, ends: list[str]
) -> None:
    assert [str(row.period_to)[5:] for row in rows_of(text)] == ends


def rows_of(text: str) -> list[Indicator]:
    return list(process.extract(read.from_text(text, metadata={"year": "2024"}), load()).indicators)
