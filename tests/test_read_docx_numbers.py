"""Automatic numbers of Word paragraphs: levels, styles, lists that count together, restarts, formats."""

from __future__ import annotations

from pathlib import Path

import pytest

from baobiao import outline
from baobiao.characters import fold
from baobiao.model import Report
from baobiao.read import Source, read
from baobiao.read.list_numbers import shown
from word_files import begins_at, document, kind, level, list_of, numbered, para, style

CHINESE = kind(
    0,
    level(0, "%1、", "chineseCountingThousand"),
    level(1, "（%2）", "japaneseCounting"),
    level(2, "%3."),
    level(3, "%4", "decimalEnclosedCircle"),
)


def saved(folder: Path, data: bytes) -> Report:
    (folder / "报告.docx").write_bytes(data)
    (report,) = read(Source(folder / "报告.docx", "报告.docx"))
    assert isinstance(report, Report)
    return report


def lines(folder: Path, body: str, **parts: str) -> list[str]:
    return saved(folder, document(body, parts)).text.split("\n")


def test_the_four_levels_of_official_documents(tmp_path: Path) -> None:
    order = [0, 1, 1, 2, 3, 3, 2, 1, 2, 0, 1]
    body = "".join(para(f"甲{n}", numbered(1, depth)) for n, depth in enumerate(order))
    assert lines(tmp_path, body, numbering=CHINESE + list_of(1, 0)) == [
        *("一、甲0", "（一）甲1", "（二）甲2", "1. 甲3", "① 甲4", "② 甲5", "2. 甲6"),
        *("（三）甲7", "1. 甲8", "二、甲9", "（一）甲10"),
    ]


def test_the_outline_reads_automatic_numbers_as_typed_ones(tmp_path: Path) -> None:
    body = para("工作情况", numbered(1)) + para("依法行政。全年办案12宗。", numbered(1, 1))
    report = saved(tmp_path, document(body, {"numbering": CHINESE + list_of(1, 0)}))
    found = outline.sections(report, fold(report.text))
    assert [(s.level, s.marker, s.title) for s in found] == [
        (1, "一、", "工作情况"),
        (2, "（一）", "依法行政"),
    ]


def test_lists_of_one_kind_count_together_and_begin_anew_where_told(tmp_path: Path) -> None:
    lists = list_of(1, 0) + list_of(2, 0) + list_of(3, 0, begins_at(0, 1), begins_at(1, 4))
    body = "".join(para("甲", numbered(n)) for n in (1, 2, 1, 3, 3, 1))
    body += para("乙", numbered(3, 1)) + para("丙", numbered(3)) + para("乙", numbered(3, 1))
    assert lines(tmp_path, body, numbering=CHINESE + lists) == [
        *("一、甲", "二、甲", "三、甲", "一、甲", "二、甲", "三、甲"),
        *("（四）乙", "四、丙", "（四）乙"),
    ]


def test_numbers_come_through_styles_and_what_they_are_based_on(tmp_path: Path) -> None:
    styles = style("Base", numbered(1)) + style("Lead", based_on="Base")
    styles += style("Sub", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    styles += style("None", numbered(0), based_on="Base")
    tied = kind(0, level(0, "第%1章"), level(1, "%1.%2", before='<w:pStyle w:val="Sub"/>'))
    body = "".join(
        para(name, f'<w:pStyle w:val="{name}"/>') for name in ("Lead", "Sub", "None", "Base")
    )
    body += para("直接", '<w:pStyle w:val="Base"/>' + numbered(0))
    body += para("深一层", '<w:pStyle w:val="Base"/><w:numPr><w:ilvl w:val="1"/></w:numPr>')
    assert lines(tmp_path, body, numbering=tied + list_of(1, 0), styles=styles) == [
        *("第1章 Lead", "1.1 Sub", "None", "第2章 Base", "直接", "2.1 深一层"),
    ]


def test_styles_in_a_circle_come_to_an_end(tmp_path: Path) -> None:
    styles = style("A", based_on="B") + style("B", based_on="A")
    assert lines(tmp_path, para("甲", '<w:pStyle w:val="A"/>'), styles=styles) == ["甲"]


def test_a_list_may_have_the_levels_of_a_numbering_style(tmp_path: Path) -> None:
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>'
    numbering = kind(0, level(0, "（%1）", "chineseCounting")) + linked
    numbering += list_of(1, 0) + list_of(2, 5)
    body = para("甲", numbered(1)) + para("乙", numbered(2))
    styles = style("L", numbered(1))
    assert lines(tmp_path, body, numbering=numbering, styles=styles) == ["（一）甲", "（二）乙"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", ["1", "1"]),
        ('<w:lvlRestart w:val="0"/>', ["1", "2"]),
        ('<w:lvlRestart w:val="1"/>', ["1", "2"]),
    ],
)
def test_where_a_level_begins_anew(tmp_path: Path, restart: str, expected: list[str]) -> None:
    numbering = kind(0, level(0, "%1"), level(1, "%2"), level(2, "%3", before=restart)) + list_of(
        1, 0
    )
    body = "".join(para("甲", numbered(1, depth)) for depth in (0, 1, 2, 1, 2))
    found = lines(tmp_path, body, numbering=numbering)
    assert [found[2].split()[0], found[4].split()[0]] == expected


def test_legal_numbers_bullets_gaps_and_levels_changed_in_one_list(tmp_path: Path) -> None:
    numbering = kind(
        0,
        level(0, "第%1条", "chineseCounting"),
        level(1, "%1.%2", before="<w:isLgl/>"),
        level(2, "•", "bullet"),
        level(3, "%4)", before='<w:suff w:val="nothing"/>'),
        level(4, "隐", before="", more="<w:rPr><w:vanish/></w:rPr>"),
    )
    change = f'<w:lvlOverride w:ilvl="0">{level(0, "（%1）", "upperLetter")}</w:lvlOverride>'
    body = "".join(para("甲", numbered(1, depth)) for depth in range(5)) + para("乙", numbered(2))
    assert lines(tmp_path, body, numbering=numbering + list_of(1, 0) + list_of(2, 0, change)) == [
        *("第一条 甲", "1.1 甲", "甲", "1)甲", "甲", "（B）乙"),
    ]


@pytest.mark.parametrize("suffix", ["", '<w:suff w:val="space"/>', '<w:suff w:val="nothing"/>'])
def test_a_number_before_a_figure_stays_apart(tmp_path: Path, suffix: str) -> None:
    numbering = kind(0, level(0, "%1.", before=suffix)) + list_of(1, 0)
    body = para("5个项目开工", numbered(1))
    assert lines(tmp_path, body, numbering=numbering) == ["1. 5个项目开工"]


def test_numbers_filled_with_zeros(tmp_path: Path) -> None:
    custom = '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
    choice = (
        f'<mc:AlternateContent><mc:Choice Requires="w14">{custom}</mc:Choice></mc:AlternateContent>'
    )
    one = f'<w:lvl w:ilvl="0"><w:start w:val="7"/>{choice}<w:lvlText w:val="%1、"/></w:lvl>'
    numbering = kind(0, one) + list_of(1, 0)
    assert lines(tmp_path, para("甲", numbered(1)), numbering=numbering) == ["007、甲"]


def test_an_empty_numbered_paragraph_counts_and_is_no_line(tmp_path: Path) -> None:
    body = para("甲", numbered(1)) + para("", numbered(1)) + para("乙", numbered(1))
    assert lines(tmp_path, body, numbering=CHINESE + list_of(1, 0)) == ["一、甲", "三、乙"]


def test_lists_that_are_not_there(tmp_path: Path) -> None:
    body = para("甲", numbered(9)) + para("乙", numbered(1, 8)) + para("丙", numbered("x"))
    assert lines(tmp_path, body, numbering=CHINESE + list_of(1, 0) + list_of(2, 77)) == [
        "甲",
        "乙",
        "丙",
    ]


@pytest.mark.parametrize(
    ("format", "numbers"),
    [
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 99: "九十九", 101: "一○一"}),
        ("chineseCountingThousand", {20: "二十", 105: "一百零五", 110: "一百一十"}),
        ("japaneseCounting", {10: "十", 21: "二十一", 101: "百一"}),
        ("taiwaneseCounting", {12: "十二"}),
        ("ideographDigital", {10: "一〇", 12: "一二"}),
        ("chineseLegalSimplified", {3: "叁", 10: "壹拾", 12: "壹拾贰"}),
        ("ideographLegalTraditional", {2: "貳"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedParen", {2: "⑵"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalZero", {5: "05", 12: "12"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 28: "BB"}),
        ("lowerRoman", {4: "iv", 1999: "mcmxcix"}),
        ("ordinal", {1: "1st", 2: "2nd", 11: "11th", 23: "23rd"}),
        ("numberInDash", {3: "- 3 -"}),
        ("decimal", {0: "0", 12: "12"}),
        ("unheardOf", {12: "12"}),
    ],
)
def test_formats_of_numbers(format: str, numbers: dict[int, str]) -> None:
    assert {number: shown(number, format) for number in numbers} == numbers
