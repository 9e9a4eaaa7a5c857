"""The rules about figures: totals, rounding, tables, and every number of the corpus that an identity holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from baobiao import check, read
from baobiao.check.amounts import Amount, in_words_of, may_stand_for, sentences
from baobiao.check.disclosure_form import form
from baobiao.check.flows import flow
from baobiao.check.growth import growths, rate_range
from baobiao.check.rates import rates
from baobiao.check.sums import totals
from baobiao.check.tables import lines
from baobiao.lexicon import load
from baobiao.model import Cell, Draft, Finding, Report, Table
from baobiao.process import extract
from conftest import ROOT

LEXICON = load()
CORPUS = ROOT / "corpus"
IDENTITIES = ROOT / "tests" / "data" / "identities.txt"
FIGURES = tuple(rule for rule in check.rules() if rule.code.startswith("BB2"))
MARK = re.compile(r"\[\[(.*?)\]\]")


def drafted(text: str, **about: str) -> Draft:
    return extract(read.from_text(text, metadata=about), LEXICON)


def found(draft: Draft, last_year: Draft | None = None) -> list[Finding]:
    profile = LEXICON.profiles.get(draft.document.report_type)
    case = check.Case(draft, LEXICON, profile, last_year)
    return [finding for rule in FIGURES for finding in rule.check(case)]


def codes(text: str, **about: str) -> set[str]:
    return {finding.code for finding in found(drafted(text, **about))}


# Totals and their parts


@pytest.mark.parametrize(
    ("text", "total", "parts", "whole"),
    [
        ("推出“一次办”10项、“免证办”5项和“自助办”1项共16项措施。", "16项", ["10项", "5项", "1项"], True),
        ("走访企业30家、商户12家，合计42家。", "42家", ["30家", "12家"], True),
        ("办理建议提案74件（人大代表建议33件、政协提案41件）。", "74件", ["33件", "41件"], True),
        ("受理信访件48件，已办结42件，在办理期限内6件。", "48件", ["42件", "6件"], True),
        ("复议案件24件，维持12件，调解9件，尚未审结3件。", "24件", ["12件", "9件", "3件"], True),
        ("行政诉讼8宗，除1宗撤诉外，其他7宗均开庭。", "8宗", ["1宗", "7宗"], True),
        ("新收申请41件，加上上年结转1件，共应办理42件。", "42件", ["41件", "1件"], True),
        ("查处案件30件，分别为交通类18件和食品类12件。", "30件", ["18件", "12件"], True),
        ("全年共查处案件30件：交通类18件、食品类12件。", "30件", ["18件", "12件"], True),
        ("总人口413498人，其中男性210247人，女性203251人。", "413498人", ["210247人", "203251人"], True),
        ("一般公共预算收入61613亿元。其中，税收收入48505亿元，非税收入13108亿元。",
         "61613亿元", ["48505亿元", "13108亿元"], True),
        ("清理文件46件，其中保留41件、修改3件、废止2件。", "46件", ["41件", "3件", "2件"], True),
        ("公开信息1286条，其中政策文件38条、工作动态472条。", "1286条", ["38条", "472条"], False),
    ],
)  # fmt: skip
def test_totals(text: str, total: str, parts: list[str], whole: bool) -> None:
    (stated,) = totals(drafted(text))
    assert stated.total.row.text == total
    assert [part.row.text for part in stated.parts] == parts
    assert (stated.whole, stated.holds) == (whole, True)


@pytest.mark.parametrize(
    "text",
    [
        "全年办案12件，罚款3万元，培训5期。",
        "举办活动3次、讲座2次，共培训500人。",
        "评查案卷200卷，合格197卷。",
        "收到建议30件，收到提案24件，已办结50件，尚未办结4件。",
        "新增营造林148万亩、其中南北山绿化43万亩，修复草原517万亩。各县各建5处，共15处。",
        "受理投诉30件，举报24件，办结50件，尚未办结4件。",
        "市容类案件2274件，园林类136件，市政类318件，其他335件。",
        "补助标准由每人50元提高到100元，其中财政补助由40元提高到80元。",
    ],
)
def test_what_is_summed_is_not_guessed(text: str) -> None:
    assert not [total for total in totals(drafted(text)) if total.whole or not total.holds]


def test_rounding_is_no_contradiction() -> None:
    text = "总人口117.95万人，其中城镇人口61.11万人，乡村人口{}万人。"
    assert "BB201" not in codes(text.format("56.85"))
    assert "BB201" in codes(text.format("56.95"))


def test_a_flow_is_no_total() -> None:
    text = "本年新收申请34件，上年结转2件；办结35件，结转下年度1件。"
    draft = drafted(text)
    (sentence,) = sentences(draft)
    assert not [total for total in totals(draft) if total.whole]
    assert (stated := flow(sentence)) is not None and stated.holds


def test_a_list_that_misses_its_total_by_a_digit_is_a_hint() -> None:
    text = "公开信息1286条，其中政策文件38条、执法信息512条、抽检信息{}条、工作动态472条。"
    assert [f.severity for f in found(drafted(text.format(254)))] == ["info"]
    assert not found(drafted(text.format(264)))
    assert not found(drafted(text.format(27)))


# Rounding and scale


def amounts(text: str) -> list[Amount]:
    return [amount for sentence in sentences(drafted(text)) for amount in sentence.amounts]


def test_steps_and_scale() -> None:
    exact, rough, chinese = amounts("办结18936件，宣传1.9万人次，招生二十八万人。")
    assert [int(a.step) for a in (exact, rough, chinese)] == [1, 1000, 10000]
    assert (exact.is_count, rough.is_count) == (True, False)
    assert in_words_of(rough, Decimal(21000)) == "2.1万人次"
    assert in_words_of(exact, Decimal(151)) == "151件"


def test_rounded_and_cut_off() -> None:
    (rate,) = amounts("合格率为98.2%。")
    stands_for = [
        may_stand_for(rate, *[Decimal(e)] * 2) for e in ("98.15", "98.2", "98.29", "98.31", "98.1")
    ]
    assert stands_for == [True, True, True, False, False]


def test_rates_know_what_is_left() -> None:
    (sentence,) = sentences(drafted("监督抽检6210批次，不合格112批次，合格率98.2%。"))
    (rate,) = rates(sentence)
    assert rate.remains and rate.holds()


def test_growth_at_constant_prices_is_left_alone() -> None:
    assert not codes("全年地区生产总值由1452.6亿元增加到1540.3亿元，增长5.6%。")
    (sentence,) = sentences(drafted("企业由10家增加到30家，增长2倍。"))
    (growth,) = growths(sentence)
    assert rate_range(growth) == (200, 200)


# Tables


def form_of(text: str) -> Draft:
    return drafted(text, report_type="政府信息公开工作年度报告", year="2024")


def test_the_third_table_without_cells() -> None:
    heads = "结果维持 结果纠正 其他结果 尚未审结 总计\n"
    draft = form_of(f"四、复议诉讼情况\n\n行政复议\n{heads}1 0 1 0 2\n行政诉讼\n{heads}3 0 0 0 2\n")
    assert [[int(entry.value) for entry in group] for group in form(draft).reviews] == [
        [1, 0, 1, 0, 2],
        [3, 0, 0, 0, 2],
    ]
    assert [f.message for f in found(draft)] == [
        "应为3，填的是2（总计＝结果维持＋结果纠正＋其他结果＋尚未审结）"
    ]


def test_tables_that_do_not_show_their_total_are_left_alone() -> None:
    layered = (
        "项目\t金额\n一、基本支出\t20\n人员经费\t15\n公用经费\t5\n二、项目支出\t10\n合计\t30\n"
    )
    rates_beside = "项目\t件数\t占比（%）\n甲\t4\t40\n乙\t6\t60\n合计\t10\t100\n"
    assert not codes(layered) and not codes(rates_beside)
    assert "BB204" in codes("项目\t金额\n茶园\t20\n果园\t15\n林地\t5\n合计\t43\n")


def budget(income: str, spending: str, *heads: str) -> set[str]:
    """What is found in a table of one row 总计 under two headings."""
    text, cells = "", []
    for column, words in enumerate((*heads, "总计", income, spending)):
        place = len(text)
        head = (heads[column - 3], "决算数", "总计") if column > 2 else ()
        kind = "value" if head else "header"
        cells.append(Cell(2 if head else 0, column, place, place + len(words), words, head, kind))
        text += f"{words}\n"
    table = Table(0, len(text), tuple(cells), "收入支出决算总表", "万元")
    return {
        finding.code
        for finding in found(Draft(Report("0", "例", "html", text, (), (table,)), text))
    }


def test_income_and_spending_balance() -> None:
    assert budget("2946.25", "2946.35", "收入", "支出") == {"BB204"}
    assert not budget("2946.25", "2946.25", "收入", "支出")
    assert not budget("2946.25", "2850.00", "本年数", "上年数")


def test_blank_cells_are_no_zeros() -> None:
    draft = Draft(Report("0", "例", "txt", "甲\t12\t\n乙\t\t3\n丙\t—\t4\n"), "")
    assert [[str(e.value) for e in line.entries] for line in lines(draft)] == [["12"], ["3"], ["4"]]


def with_table(text: str, **cells: int) -> Draft:
    """A draft with the figures of a table beside those of its text."""
    draft = drafted(text, year="2024")
    (row, *_) = draft.indicators
    beside = (replace(row, table_cell="表1 R2C2", value=Decimal(value)) for value in cells.values())
    return replace(draft, indicators=(*draft.indicators, *beside))


def test_text_and_table() -> None:
    text = "2024年本年支出合计{}。"
    agreeing = with_table(text.format("2940.05万元"), first=29400500, second=12)
    assert "BB210" not in {f.code for f in found(agreeing)}
    for wrong, said in (
        ("2904.05万元", "29400500元"),
        ("2940.05元", "29400500元，差一万倍（“元”和“万元”）"),
    ):
        (told,) = found(with_table(text.format(wrong), total=29400500))
        assert told.message == f"正文“本年支出合计”写{wrong}，表格是{said}"
    assert not found(with_table(text.format("3万元"), total=29400500))


def test_suits_of_the_disclosure_report() -> None:
    heads = "结果维持 结果纠正 其他结果 尚未审结 总计\n"
    tables = f"行政复议\n{heads}1 0 1 0 2\n行政诉讼\n{heads}1 0 0 0 1\n{heads}0 0 0 0 0\n"
    text = (
        "一、总体情况\n政府信息公开工作共有行政诉讼案件{}件、行政复议案件2件。\n\n四、复议诉讼情况\n"
        + tables
    )
    assert not found(form_of(text.format(1)))
    assert [f.message for f in found(form_of(text.format(3)))] == [
        "正文“政府信息公开工作行政诉讼案件”写3件，表格是1"
    ]


# The corpus, made wrong


@cache
def corpus(path: str) -> tuple[Report, frozenset[tuple[str, str]]]:
    """A report of the corpus and what is found in it as it stands."""
    (report,) = read.read(read.Source(CORPUS / path, path))
    assert isinstance(report, Report)
    return report, frozenset(_keys(found(extract(report, LEXICON))))


def _keys(findings: list[Finding]) -> Iterator[tuple[str, str]]:
    return ((finding.code, finding.message) for finding in findings)


def _identities() -> Iterator[tuple[str, str]]:
    for line in IDENTITIES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            path, _, marked = line.partition("|")
            yield path, marked


def _wrong(number: str) -> str:
    """Its first digit is another one: no rounding explains that."""
    return f"{int(number[0]) % 9 + 1}{number[1:]}"


@pytest.mark.parametrize(("path", "marked"), list(_identities()))
def test_every_number_of_an_identity_made_wrong_is_found(path: str, marked: str) -> None:
    report, before = corpus(path)
    pieces = MARK.split(marked)
    plain = "".join(pieces)
    at = report.text.index(plain)
    for index in range(1, len(pieces), 2):
        wrong = "".join([*pieces[:index], _wrong(pieces[index]), *pieces[index + 1 :]])
        text = report.text[:at] + wrong + report.text[at + len(plain) :]
        changed = extract(read.from_text(text, metadata=report.metadata), LEXICON)
        new = [f for f in found(changed) if (f.code, f.message) not in before]
        assert new, (pieces[index], _wrong(pieces[index]))
        assert all(f.start < at + len(wrong) + 60 and f.end > at - 60 for f in new), new


def test_every_figure_of_the_statutory_tables_made_wrong_is_found() -> None:
    path = "政府信息公开/云岚市市场监督管理局_2024_政府信息公开工作年度报告.txt"
    report, before = corpus(path)
    figures = form(extract(report, LEXICON))
    entries = [entry for row in figures.requests.values() for entry in row]
    entries += [entry for row in figures.outcomes for entry in row.entries if entry.value]
    entries += [entry for group in figures.reviews for entry in group]
    assert len(entries) > 60
    for entry in entries:
        text = f"{report.text[: entry.start]}{entry.value + 1}{report.text[entry.end :]}"
        changed = extract(read.from_text(text, metadata=report.metadata), LEXICON)
        new = [f for f in found(changed) if (f.code, f.message) not in before]
        assert {f.code for f in new} & {"BB205", "BB210"}, entry


def test_the_corpus_as_it_stands_has_only_its_deliberate_flaws() -> None:
    paths = sorted({path for path, _ in _identities()})
    stated = {path.split("/")[1]: sorted({code for code, _ in corpus(path)[1]}) for path in paths}
    assert {path: known for path, known in stated.items() if known} == {
        "云岚市公安局青禾区分局_2022_法治政府建设年度报告.txt": ["BB217"],
        "云岚市公安局青禾区分局_2023_法治政府建设年度报告.txt": ["BB216", "BB217"],
        "云岚市公安局青禾区分局_2024_法治政府建设年度报告.txt": ["BB217"],
        "云岚市城市管理和综合执法局_2024_法治政府建设年度报告.txt": [
            "BB202",
            "BB212",
            "BB213",
            "BB217",
        ],
    }
