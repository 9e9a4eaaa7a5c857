"""The three tables of the report on open information, run together or cell by cell."""

from __future__ import annotations

import pytest

from baobiao.read.furniture.blocks import blocks
from baobiao.read.furniture.statutory import stretches

FIRST = (
    "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件1225318"
    "第二十条第（五）项信息内容本年处理决定数量行政许可731第二十条第（八）项信息内容"
    "本年收费金额（单位：万元）行政事业性收费402.75"
)
SECOND = (
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）申请人情况自然人法人或其他组织总计"
    "商业企业科研机构一、本年新收政府信息公开申请数量310000031二、上年结转政府信息公开申请数量1000001"
    "三、本年度办理结果（一）予以公开200000020（三）不予公开1.属于国家秘密00000002.其他法律行政法规禁止公开0000000"
    "（七）总计310000031四、结转下年度继续办理1000001"
)
THIRD = (
    "行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉"
    "结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总计100010000000000"
)
TITLES = (
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
)


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in stretches(text)]


def report(*tables: str, between: str = "") -> str:
    parts = [
        f"{title}{between}{table}{between}" for title, table in zip(TITLES, tables, strict=False)
    ]
    return "一、总体情况2023年，主动公开31条。" + "".join(parts) + TITLES[3] + "2023年，仍有不足。"


@pytest.mark.parametrize("between", ["", " ", "\n"])
def test_the_three_tables_run_together(between: str) -> None:
    assert found(report(FIRST, SECOND, THIRD, between=between)) == [FIRST, SECOND, THIRD]


def test_headings_between_the_tables_are_text() -> None:
    text = report(FIRST, SECOND, THIRD)
    kinds = [(block.kind, text[block.start : block.end]) for block in blocks(text)]
    assert [piece for kind, piece in kinds if kind == "table"] == [FIRST, SECOND, THIRD]
    texts = [piece for kind, piece in kinds if kind == "text"]
    assert texts[0].endswith(TITLES[0])
    assert texts[1:3] == [TITLES[1], TITLES[2]]
    assert texts[3] == TITLES[3] + "2023年，仍有不足。"


def test_cells_may_stand_apart() -> None:
    spaced = (
        "申请人情况 自然人 法人或\n其他组织 总计 一、本年新收政府信息公开申请数量 3 1 0 31 "
        "（七）总 计 3 1 0 31"
    )
    last = " 四、结转下年度继续办理 0 0 0"
    assert found(report(FIRST, spaced + last)) == [FIRST, spaced + last]


def test_cells_may_stand_on_lines_of_their_own() -> None:
    lines = "\n".join(
        ["第二十条第(一)项", "信息内容", "本年制发件数", "规章", "0", "行政规范性文件", "12"]
    )
    text = f"二、主动公开政府信息情况\n{lines}\n三、收到和处理政府信息公开申请情况\n收到31件。"
    assert found(text) == [lines]


def test_prose_after_a_table_is_not_the_tables() -> None:
    text = f"二、主动公开\n{FIRST}\n2023年，共公开31条。\n三、收到和处理\n"
    assert found(text) == [FIRST]
    glued = f"二、主动公开{FIRST} 本年度共公开31条，其中重点领域12条。"
    assert found(glued) == [FIRST]


@pytest.mark.parametrize(
    "heading", ["第三部分 收到和处理", "（三）收到和处理政府信息公开申请情况", "三．收到"]
)
def test_other_ways_to_number_the_next_part(heading: str) -> None:
    assert found(f"第二部分 主动公开{FIRST} {heading}") == [FIRST]


def test_the_form_before_2021() -> None:
    old = (
        "第二十条第（一）项信息内容本年新制作数量本年新公开数量对外公开总数量规章0001规范性文件3338"
    )
    assert found(f"二、主动公开{old}三、收到") == [old]


@pytest.mark.parametrize(
    "text",
    [
        "根据《条例》第二十条第（一）项规定，主动公开规范性文件12件。",
        "依照第二十条第（五）项信息内容公开的要求，办理行政许可12件。",
        "认真核对申请人情况，自然人申请12件，法人3件。",
        "行政复议、行政诉讼结果维持12件。",
        "行政复议行政诉讼结果维持率和纠正率均好于上年。",
        "申请人情况自然人法人或其他组织",
        "",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert found(text) == []
