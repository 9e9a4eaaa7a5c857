"""The three statutory tables of 政府信息公开工作年度报告 on a page, with the merged cells that sites give them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from baobiao.lexicon import load
from baobiao.model import Draft, Report
from baobiao.process import extract
from baobiao.read import Source, read

LEXICON = load()
Figure = Callable[[int, int], str]

APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他组织", "总计")
GROUPS = {
    "（三）不予公开": (
        "1.属于国家秘密",
        "2.其他法律行政法规禁止公开",
        "3.危及“三安全一稳定”",
        "4.保护第三方合法权益",
        "5.属于三类内部事务信息",
        "6.属于四类过程性信息",
        "7.属于行政执法案卷",
        "8.属于行政查询事项",
    ),
    "（四）无法提供": (
        "1.本机关不掌握相关政府信息",
        "2.没有现成信息需要另行制作",
        "3.补正后申请内容仍不明确",
    ),
    "（五）不予处理": (
        "1.信访举报投诉类申请",
        "2.重复申请",
        "3.要求提供公开出版物",
        "4.无正当理由大量反复申请",
        "5.要求行政机关确认或重新出具已获取信息",
    ),
    "（六）其他处理": (
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "3.其他",
    ),
}
ACTIVE = """<table border="1">
<tr><td colspan="4"><p align="center">第二十条&nbsp;第（一）项</p></td></tr>
<tr><td>信息内容</td><td>本年制发件数</td><td>本年<br>废止件数</td><td>现行有效件数</td></tr>
<tr><td>规章</td><td>0</td><td>/</td><td>&nbsp;</td></tr>
<tr><td>行政规范性文件</td><td>1<span>7</span></td><td>2</td><td>103</td></tr>
<tr><td colspan="4">第二十条第（五）项</td></tr>
<tr><td>信息内容</td><td colspan="3">本年处理决定数量</td></tr>
<tr><td>行政许可</td><td colspan="3">1,2<font>34</font></td></tr>
<tr><td colspan="4">第二十条第（六）项</td></tr>
<tr><td>信息内容</td><td colspan="3">本年处理决定数量</td></tr>
<tr><td>行政处罚</td><td colspan="3">56</td></tr><tr><td>行政强制</td><td colspan="3">0</td></tr>
<tr><td colspan="4">第二十条第（八）项</td></tr>
<tr><td>信息内容</td><td colspan="3">本年收费金额（单位：万元）</td></tr>
<tr><td>行政事业性收费</td><td colspan="3">12.50</td></tr></table>"""
RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
TALL = "".join(f'<td rowspan="2">{word[:2]}<br>{word[2:]}</td>' for word in RESULTS)
REVIEWS = f"""<table><tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
<tr>{TALL}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
<tr>{"".join(f"<td><p>{word}</p></td>" for word in RESULTS * 2)}</tr>
<tr>{"".join(f"<td>{number}</td>" for number in range(15))}</tr></table>"""
HEAD = """<tr><td colspan="3" rowspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td>
<td colspan="7">申请人情况</td></tr><tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td>
<td rowspan="2">总计</td></tr><tr><td>商业<br>企业</td><td>科研<br>机构</td><td><p>社会公益</p><p>组织</p></td>
<td>法律服务机构</td><td>其他</td></tr>"""


def requests(figure: Figure) -> str:
    """The table of requests: 25 rows of 7 figures under three rows of headings."""
    row = iter(range(25))

    def cells() -> str:
        number = next(row)
        return "".join(f"<td><p> {figure(number, place)}&nbsp;</p></td>" for place in range(7))

    lines = [
        f'<td colspan="3">一、本年新收政府信息公开申请数量</td>{cells()}',
        f'<td colspan="3">二、上年结转政府信息公开申请数量</td>{cells()}',
        f'<td rowspan="22">三、本年度办理结果</td><td colspan="2">（一）予以公开</td>{cells()}',
        f'<td colspan="2">（二）部分公开<i>（区分处理的，只计这一情形，不计其他情形）</i></td>{cells()}',
    ]
    for group, items in GROUPS.items():
        lead = f'<td rowspan="{len(items)}">{group}</td>'
        for item in items:
            lines.append(f"{lead}<td>{item}</td>{cells()}")
            lead = ""
    lines.append(f'<td colspan="2">（七）总计</td>{cells()}')
    lines.append(f'<td colspan="3">四、结转下年度继续办理</td>{cells()}')
    return f"<table>{HEAD}{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


@pytest.fixture
def page(tmp_path: Path) -> Callable[[Figure], Draft]:
    def found(figure: Figure) -> Draft:
        source = f"""<html><head><title>甲市乙局2024年政府信息公开工作年度报告</title></head><body>
<div class="nav"><a href="/">首页</a></div><div class="TRS_Editor">
<p>甲市乙局2024年政府信息公开工作年度报告</p>
<p>一、总体情况</p><p>全年主动公开政府信息1530条。</p><p>二、主动公开政府信息情况</p>{ACTIVE}
<p>三、收到和处理政府信息公开申请情况</p>{requests(figure)}
<p>四、政府信息公开行政复议、行政诉讼情况</p>{REVIEWS}
<p>五、存在的主要问题及改进情况</p><p>解读材料少。</p><p>六、其他需要报告的事项</p><p>无。</p>
</div></body></html>"""
        (tmp_path / "a.html").write_text(source, "utf-8")
        (report,) = read(Source(tmp_path / "a.html", "a.html"))
        assert isinstance(report, Report)
        return extract(report, LEXICON)

    return found


def test_active_disclosure(page: Callable[[Figure], Draft]) -> None:
    rows = [row for row in page(lambda *_: "0").indicators if row.table_cell.startswith("表1")]
    assert [(row.name, row.value, row.unit, row.indicator) for row in rows] == [
        ("规章制发件数", 0, "件", "规章本年制发件数"),
        ("行政规范性文件制发件数", 17, "件", "行政规范性文件本年制发件数"),
        ("行政规范性文件废止件数", 2, "件", "行政规范性文件本年废止件数"),
        ("行政规范性文件现行有效件数", 103, "件", "行政规范性文件现行有效件数"),
        ("行政许可处理决定数量", 1234, "件", "行政许可处理决定数量"),
        ("行政处罚处理决定数量", 56, "件", "行政处罚处理决定数量"),
        ("行政强制处理决定数量", 0, "件", "行政强制处理决定数量"),
        ("行政事业性收费金额", Decimal("125000"), "元", "行政事业性收费金额"),
    ]


def test_every_request_has_its_row_and_column(page: Callable[[Figure], Draft]) -> None:
    draft = page(lambda row, column: str(row * 10 + column))
    rows = [row for row in draft.indicators if row.table_cell.startswith("表2")]
    assert [row.value for row in rows] == [
        row * 10 + place for row in range(25) for place in range(7)
    ]
    assert len({row.name for row in rows}) == 175
    for number, row in enumerate(rows):
        applicant = APPLICANTS[number % 7]
        told = row.name.endswith(f"（{applicant}）") or row.name.endswith(applicant)
        assert told and "政府信息公开申请" in row.name, row.name
        assert draft.report.text[row.start : row.end] == row.text
    named = {row.value: row for row in rows}
    assert [named[n].name.removesuffix("（自然人）") for n in range(0, 250, 10)] == [
        "新收政府信息公开申请",
        "上年结转政府信息公开申请",
        *("政府信息公开申请予以公开", "政府信息公开申请部分公开"),
        *(
            f"政府信息公开申请{group[3:]}{item[2:].split('、行政机关')[0]}"
            for group, items in GROUPS.items()
            for item in items
        ),
        "政府信息公开申请办理结果总计",
        "政府信息公开申请结转下年度继续办理",
    ]
    totals = [row.value for row in rows if row.rule == "cell.total"]
    assert totals == [v for v in range(250) if v % 10 == 6 or (v // 10 == 23 and v % 10 < 7)]
    assert {named[n].indicator for n in (6, 16, 26, 36, 236, 246)} == {
        "新收政府信息公开申请数",
        "上年结转政府信息公开申请数",
        "予以公开数",
        "部分公开数",
        "政府信息公开申请办理结果总计",
        "结转下年度继续办理数",
    }


def test_blank_is_no_figure_and_nought_is_one(page: Callable[[Figure], Draft]) -> None:
    signs = ("", "/", "—", "0", "　", "无", "12")
    draft = page(lambda row, column: signs[(row + column) % 7])
    rows = [row for row in draft.indicators if row.table_cell.startswith("表2")]
    assert [row.text for row in rows].count("0") == [row.text for row in rows].count("12") == 25
    assert len(rows) == 50


def test_reviews_and_suits(page: Callable[[Figure], Draft]) -> None:
    rows = [row for row in page(lambda *_: "0").indicators if row.table_cell.startswith("表3")]
    routes = ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）")
    assert [(row.name, row.value) for row in rows] == [
        (f"政府信息公开{route}{result}", place * 5 + number)
        for place, route in enumerate(routes)
        for number, result in enumerate(RESULTS)
    ]
    assert [row.indicator for row in rows if row.rule == "cell.total"] == [
        "信息公开行政复议总计",
        "信息公开未经复议直接起诉总计",
        "信息公开复议后起诉总计",
    ]


def test_rows_of_sentences_and_cells_in_the_order_of_the_text(
    page: Callable[[Figure], Draft],
) -> None:
    draft = page(lambda *_: "3")
    starts = [row.start for row in draft.indicators]
    assert starts == sorted(set(starts))
    assert draft.indicators[0].text == "1530条"
    assert len(draft.indicators) == 1 + 8 + 175 + 15
    titles = {s.section_id: s.title for s in draft.sections}
    assert {titles[row.section_id] for row in draft.indicators} == {
        "总体情况",
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "政府信息公开行政复议、行政诉讼情况",
    }
