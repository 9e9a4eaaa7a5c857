"""The same body under other names is one row, and like is compared with like."""

from __future__ import annotations

import pytest

from baobiao.compare.bodies import Body, resolve
from baobiao.lexicon import load
from made_up import report


def bodies(*named: tuple[str, int]) -> list[Body]:
    reports = [report(issuer, year) for issuer, year in named]
    found = resolve(reports, load(), {})
    return [found[each.document_id] for each in reports]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("襄樊市人民政府", 2009), ("襄阳市政府", 2015)),
        (("梅县公安局", 2010), ("梅州市公安局梅县区分局", 2024)),
        (("平潭综合实验区管委会", 2020), ("平潭综合实验区管理委员会", 2023)),
        (("福建省国土资源厅", 2015), ("福建省自然资源厅", 2020)),
        (("财政部", 2015), ("中华人民共和国财政部", 2020)),
        (("广东省人社厅", 2018), ("广东省人力资源和社会保障厅", 2019)),
    ],
)
def test_other_names_and_renames(one: tuple[str, int], other: tuple[str, int]) -> None:
    before, after = bodies(one, other)
    assert before is after
    assert before.name == other[0]
    assert before.names == (one[0], other[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("北京市朝阳区人民政府", "长春市朝阳区人民政府"),
        ("梅州市公安局", "梅州市公安局梅县区分局"),
        ("平潭综合实验区管理委员会", "平潭综合实验区管理委员会办公室"),
        ("福建省自然资源厅", "福建省生态环境厅"),
    ],
)
def test_other_bodies_stay_apart(one: str, other: str) -> None:
    first, second = bodies((one, 2024), (other, 2024))
    assert first.name != second.name


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("安徽省人民政府", "省级人民政府"),
        ("内蒙古自治区人民政府", "省级人民政府"),
        ("呼伦贝尔市海拉尔区人民政府", "县级人民政府"),
        ("丙县公安局", "县级公安局"),
        ("国务院", "国家级国务院"),
        ("国家市场监督管理总局", "国家级国家市场监督管理总局"),
    ],
)
def test_like_with_like(name: str, group: str) -> None:
    (body,) = bodies((name, 2024))
    assert body.group == group


def test_a_report_without_an_issuer_stands_for_itself() -> None:
    first, second = bodies(("", 2023), ("", 2024))
    assert first.name != second.name
    assert first.name.startswith("（未写明发布单位）")
