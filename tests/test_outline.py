"""The outline: headings with level, marker and title; the tree; required sections."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baobiao.characters import fold
from baobiao.lexicon import Profile, RequiredSection
from baobiao.model import Block, Report, Section
from baobiao.outline import fulfil, sections

_CASES = Path(__file__).parent / "data" / "outline" / "cases.txt"


def _outline(text: str, blocks: tuple[Block, ...] = ()) -> tuple[Section, ...]:
    return sections(Report("0" * 16, "例.txt", "txt", text, blocks), fold(text))


def _cases() -> list[tuple[str, str, list[tuple[int, str, str]]]]:
    found = []
    for part in _CASES.read_text(encoding="utf-8").strip().split("\n\n"):
        head, rest = part.split("\n", 1)
        text, _, wanted = (rest + "\n").partition("\n=>\n")
        rows = [line.split("|") for line in wanted.strip().split("\n") if line]
        found.append((head.lstrip("# "), text, [(int(a), b, c) for a, b, c in rows]))
    return found


@pytest.mark.parametrize(
    ("text", "wanted"), [pytest.param(t, w, id=name) for name, t, w in _cases()]
)
def test_headings_of_marked_cases(text: str, wanted: list[tuple[int, str, str]]) -> None:
    assert [(s.level, s.marker, s.title) for s in _outline(text)] == wanted


@pytest.mark.parametrize("text", [pytest.param(t, id=name) for name, t, _ in _cases()])
def test_spans_hold_marker_and_title(text: str) -> None:
    for section in _outline(text):
        span = text[section.start : section.end]
        assert span.startswith(section.marker)
        assert section.title in span.replace("\n", "")
        assert section.start < section.end <= section.section_end <= len(text)


def test_final_stop_is_in_the_span_of_a_line_and_not_of_a_run_in_heading() -> None:
    text = "（一）依法行政的情况。\n全年办案3件。\n（二）普法。开展宣传5次。"
    line, run_in = _outline(text)
    assert text[line.start : line.end] == "（一）依法行政的情况。"
    assert text[run_in.start : run_in.end] == "（二）普法"


def test_ids_run_from_one_and_parents_stand_before_their_children() -> None:
    found = _outline("一、甲\n（一）乙\n1.丙\n（二）丁\n二、戊")
    assert [(s.section_id, s.parent_id) for s in found] == [(1, 0), (2, 1), (3, 2), (4, 1), (5, 0)]


def test_section_end_is_the_next_heading_of_the_same_or_a_higher_rank() -> None:
    text = "一、甲\n（一）乙\n正文。\n二、丙\n正文。"
    first, inner, second = _outline(text)
    assert text[first.start : first.section_end] == "一、甲\n（一）乙\n正文。\n"
    assert inner.section_end == second.start == first.section_end
    assert second.section_end == len(text)


def test_a_family_nests_where_the_outer_numbers_go_on_behind_it() -> None:
    text = "1.甲项\n（一）子\n（二）丑\n2.乙项\n（一）寅\n3.丙项"
    assert [s.parent_id for s in _outline(text)] == [0, 1, 1, 0, 4, 0]
    assert [s.level for s in _outline(text)] == [3, 2, 2, 3, 2, 3]


def test_a_sequence_that_begins_anew_lies_below_the_one_that_goes_on_behind_it() -> None:
    text = "一、回顾\n二、任务\n为此抓好：\n一、投资\n二、科技\n三、开放\n四、物价\n三、外交"
    found = _outline(text)
    assert [s.title for s in found][-1] == "外交"
    assert [s.parent_id for s in found] == [0, 0, 2, 2, 2, 2, 0]


def test_wrapped_heading_is_one_heading_without_the_line_break() -> None:
    body = (
        "一般公共预算财政拨款支出年初预算为2993.92万元，支出决算为2940.05万元，主要原因是人员进出"
        * 3
    )
    lines = [body[start : start + 38] for start in range(0, len(body), 38)]
    heading = "1、社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休\n（项）。主要用于：退休人员经费。"
    text = "\n".join(["（三）具体情况", *[*lines, "。"] * 3, heading])
    last = _outline(text)[-1]
    assert last.title == "社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）"
    assert "\n" in text[last.start : last.end]


def test_furniture_and_tables_hold_no_headings() -> None:
    text = "一、首页导航\n一、总体情况\n一、本年新收\n二、存在问题"
    kinds = ("furniture", "text", "table", "text")
    ends = [
        text.index("\n", start) if "\n" in text[start:] else len(text) for start in (0, 7, 14, 21)
    ]
    blocks = tuple(Block(s, e, k) for s, e, k in zip((0, 7, 14, 21), ends, kinds, strict=True))
    assert [s.title for s in _outline(text, blocks)] == ["总体情况", "存在问题"]


def test_rows_of_figures_are_no_headings_but_the_next_part_between_them_is() -> None:
    text = (
        "二、主动公开情况\n行政许可 550 1 2 3\n三、收到和处理申请情况\n申请人情况\n"
        "一、本年新收申请数量 21 0 0 0 0 21\n二、上年结转申请数量 0 0 0 0 0 0\n四、结转下年度 0 0 0 0 0\n"
        "四、复议诉讼情况\n10 1 0 0 0\n五、存在的主要问题\n公开的深度还有待提升。"
    )
    assert [s.marker for s in _outline(text)] == ["二、", "三、", "四、", "五、"]
    assert _outline(text)[2].title == "复议诉讼情况"


def test_empty_text_has_no_sections() -> None:
    assert _outline("") == ()
    assert _outline("全年办理案件12宗。") == ()


@given(
    st.text(alphabet="一二三十、（）()1.2，。：；\n第章是要①“”《》工作情况年 　２0", max_size=120)
)
def test_any_text_gives_a_tree(text: str) -> None:
    found = _outline(text)
    assert [s.section_id for s in found] == list(range(1, len(found) + 1))
    assert all(s.start < t.start for s, t in pairwise(found))
    ends = {0: len(text)} | {s.section_id: s.section_end for s in found}
    for section in found:
        assert section.parent_id < section.section_id
        assert section.title and 1 <= section.level <= 6
        assert section.end <= len(text)
        assert section.section_end <= ends[section.parent_id]


@given(st.lists(st.sampled_from(["甲项工作", "乙项情况", "丙类措施"]), min_size=1, max_size=12))
def test_width_of_digits_and_brackets_does_not_matter(titles: list[str]) -> None:
    half = "一、总体\n" + "\n".join(f"({n}){title}" for n, title in enumerate(titles, 1))
    full = half.translate(str.maketrans("()0123456789", "（）０１２３４５６７８９"))
    assert [(s.level, s.title) for s in _outline(half)] == [
        (s.level, s.title) for s in _outline(full)
    ]


def _required(key: str, *aliases: str, levels: tuple[int, ...] = ()) -> RequiredSection:
    return RequiredSection(key, aliases[0], aliases, "required", 1, levels, "规定", "error")


def test_fulfil_takes_the_title_that_the_wording_fills_most() -> None:
    found = _outline("一、存在的问题及工作情况说明\n二、存在的 问题\n三、2025年工作安排")
    profile = Profile(
        "报告", ("报告",), (_required("problem", "存在的问题"), _required("next", "工作安排"))
    )
    assert [s.required_section for s in fulfil(found, profile)] == ["", "problem", "next"]


def test_fulfil_keeps_to_the_levels_and_gives_each_key_once() -> None:
    found = _outline("一、概述\n（一）存在问题\n二、存在问题\n三、存在问题")
    profile = Profile("报告", ("报告",), (_required("problem", "存在问题", levels=(1,)),))
    assert [s.required_section for s in fulfil(found, profile)] == ["", "", "problem", ""]


def test_fulfil_by_pattern_and_without_profile() -> None:
    found = _outline("一、2025年工作打算\n二、其他")
    required = RequiredSection(
        "next", "下一步", (), "required", 1, (), "规定", "error", (r"\d{4}年工作",)
    )
    assert fulfil(found, Profile("报告", ("报告",), (required,)))[0].required_section == "next"
    assert fulfil(found, None) == found


def test_contents_are_no_headings_though_spaces_differ() -> None:
    contents = "目 录\n第一部分部门概况\n一、主要职能\n第二部分名词解释\n"
    body = "第一部分 部门概况\n一、主要职能\n负责某事。\n第二部分 名词解释\n某词：指某事。"
    found = _outline(contents + body)
    assert [(section.marker, section.start) for section in found] == [
        ("第一部分", len(contents)),
        ("一、", len(contents) + 10),
        ("第二部分", len(contents) + 23),
    ]
