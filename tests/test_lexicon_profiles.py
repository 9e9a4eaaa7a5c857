"""Profiles: report types, local templates, and everything that can be wrong in their files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from baobiao.lexicon import (
    check,
    load,
)
from dictionary_folders import told, write

PROFILE = """report_type = "试验"
title_patterns = ["试验"]

[[section]]
key = "a"
title = "概况"
aliases = ["基本情况"]
required = "required"
order = 1
levels = [1]
source = "惯例"
severity = "info"
"""


def test_a_new_report_type_is_a_new_file(folder: Path) -> None:
    write(folder, "profiles/试验.toml", PROFILE)
    assert check(folder) == []
    assert load(folder).profiles["试验"].sections[0].aliases == ("基本情况",)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('key = "a"', 'key = "a', ":5: 不合 TOML 的写法"),
        ('["试验"]', '["试验("]', ":2: 「title_patterns」“试验(”不是合格的正则表达式"),
        ('report_type = "试验"', "", ": 「report_type」没有填写"),
        ("order = 1", 'order = "1"', ":9: 「order」“1”不对，应为整数"),
        ("order = 1", "order = true", ":9: 「order」“True”不对，应为整数"),
        ("levels = [1]", "levels = [9]", ":10: 「levels」应写成 [1, 2]，各数在 1 到 6 之间"),
        ('"info"', '"严重"', ":12: 「severity」“严重”不在允许的写法之内"),
        ('"required"', '"must"', ":8: 「required」“must”不在允许的写法之内"),
        ("aliases", "alias", ":7: 「alias」没有这一项；请检查拼写"),
        ('["基本情况"]', '"基本情况"', ":7: 「aliases」应写成"),
        ('source = "惯例"', "", ":6: 「source」[[section]]“概况”没有填写"),
        ("[[section]]", "[section]", ":4: 「section」应写成 [[section]]，每节一个"),
        ("order = 1", 'order = 1\nwithin = "b"', ":10: 「within」“b”不是本文件里的一个 key"),
        ('report_type = "试验"', 'report_type = "统计公报"', ": 「report_type」“统计公报”已有"),
    ],
)
def test_bad_profiles(folder: Path, old: str, new: str, message: str) -> None:
    assert old in PROFILE
    # The name comes after that of 统计公报.toml, so that this file is the second of its type.
    write(folder, "profiles/龘.toml", PROFILE.replace(old, new, 1))
    problems = told(folder, "profiles/龘.toml")
    assert len(problems) == 1, problems
    assert problems[0].startswith(f"profiles/龘.toml{message}")


def test_a_key_stands_once(folder: Path) -> None:
    twice = PROFILE + PROFILE[PROFILE.index("[[section]]") :]
    write(folder, "profiles/试验.toml", twice)
    assert told(folder, "profiles/试验.toml") == ["profiles/试验.toml:5: 「key」“a”用了两次"]


def test_a_toml_saved_with_a_mark_is_read(folder: Path) -> None:
    write(folder, "profiles/试验.toml", PROFILE, "utf-8-sig")
    assert "试验" in load(folder).profiles


def test_no_profile_at_all(folder: Path) -> None:
    shutil.rmtree(folder / "profiles")
    assert [str(p) for p in check(folder)] == ["profiles: 没有报告类型的文件（*.toml）"]


def test_deadlines_name_a_day(folder: Path) -> None:
    deadline = '\n[[deadline]]\nwho = "部门"\naction = "公布"\nday = "13-01"\nsource = "法"\n'
    write(folder, "profiles/试验.toml", PROFILE + deadline + 'severity = "error"\n')
    (problem,) = told(folder, "profiles/试验.toml")
    assert "“13-01”应写成“月-日”，例如 01-31" in problem


TEMPLATE = 'report_type = "本地"\nextends = "试验"\n' + PROFILE[PROFILE.index("\n[[section]]") :]
CONTENT = '\n[[content]]\ntitle = "表"\nsection = "a"\npatterns = ["甲"]\nsource = "惯例"\nseverity = "info"\n'


def test_a_local_template_has_all_that_it_extends(folder: Path) -> None:
    write(folder, "profiles/试验.toml", PROFILE + CONTENT)
    own = (
        TEMPLATE.replace('"a"', '"b"').replace("概况", "另一部分").replace("order = 1", "order = 2")
    )
    write(folder, "profiles/本地.toml", own)
    assert check(folder) == []
    template = load(folder).profiles["本地"]
    assert [section.key for section in template.sections] == ["a", "b"]
    assert template.title_patterns == () and len(template.contents) == 1
    write(folder, "profiles/本地.toml", TEMPLATE.replace("概况", "新概况"))
    (section,) = load(folder).profiles["本地"].sections
    assert section.title == "新概况"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (TEMPLATE.replace("试验", "没有"), "「extends」“没有”不是一种报告类型"),
        (TEMPLATE.replace("order", 'within = "z"\norder'), "「within」“z”不是一个 key"),
        (PROFILE + CONTENT.replace('"a"', '"z"'), "「section」“z”不是本文件里的一个 key"),
        (PROFILE + CONTENT.replace('patterns = ["甲"]\n', ""), "要写 patterns 或 indicators"),
        (PROFILE + CONTENT.replace('["甲"]', '["("]'), "“(”不是合格的正则表达式"),
        (PROFILE + CONTENT.replace("patterns", "indicators"), "indicators.csv 里没有名称是“甲”"),
        (PROFILE + CONTENT.replace("patterns", "pattern"), "「pattern」没有这一项；请检查拼写"),
        (PROFILE.replace("order = 1", 'order = 1\nwhen = "("'), "“(”不是合格的正则表达式"),
        (PROFILE.replace("order = 1", 'order = 1\nsince = "2019"'), "“2019”不对，应为整数"),
    ],
)
def test_bad_templates_and_contents(folder: Path, text: str, message: str) -> None:
    if "extends" in text:
        write(folder, "profiles/试验.toml", PROFILE)
    write(folder, "profiles/龘.toml", text)
    problems = [problem for problem in told(folder, "profiles/龘.toml") if message in problem]
    assert len(problems) == 1, told(folder, "profiles/龘.toml")


def test_one_key_for_a_section_and_its_former_form(folder: Path) -> None:
    part = PROFILE[PROFILE.index("[[section]]") :]
    former = part.replace("severity", "until = 2018\nseverity").replace("概况", "概述")
    now = PROFILE.replace("severity", "since = 2019\nseverity")
    write(folder, "profiles/试验.toml", f"{now}\n{former}")
    assert check(folder) == []
    new, old = load(folder).profiles["试验"].sections
    assert (new.applies(2018), new.applies(2019), new.applies(None)) == (False, True, True)
    assert (old.applies(2018), old.applies(2019), old.applies(None)) == (True, False, False)
