"""The dictionaries: what ships is in order, and everything that an expert can get wrong is told at once."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from dataclasses import FrozenInstanceError
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baobiao.characters import fold
from baobiao.lexicon import (
    DictionaryError,
    Problem,
    check,
    default_folder,
    examples,
    load,
    unmark,
    wording_pattern,
)
from baobiao.lexicon.sheets import aliases, first_day, last_day, number

UNITS = "单位,量纲,标准单位,系数,类别,别名,示例,说明,来源\n"
GOOD_UNIT = "件,个数,件,1,量词,,办结案件[[2件]],,公文用语\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The first rows of the shipped dictionaries, in a folder that a test may spoil."""
    small = tmp_path / "dictionaries"
    (small / "profiles").mkdir(parents=True)
    shutil.copy(default_folder() / "profiles" / "统计公报.toml", small / "profiles")
    for path in default_folder().glob("*.csv"):
        if path.name != "divisions.csv":
            rows = path.read_bytes().splitlines(keepends=True)
            (small / path.name).write_bytes(b"".join(rows[:4]))
    return small


def write(folder: Path, name: str, text: str, encoding: str = "utf-8-sig") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return folder


def told(folder: Path, file: str) -> list[str]:
    """The problems of one file, as the expert reads them."""
    return [str(problem) for problem in check(folder) if problem.file == file]


# --- what ships ---------------------------------------------------------------------------------


def test_the_shipped_dictionaries_are_in_order() -> None:
    assert check() == []


def test_the_shipped_dictionaries_are_rich_enough() -> None:
    lexicon = load()
    assert len(lexicon.units) > 200
    assert len(lexicon.indicators) >= 300
    assert len(lexicon.profiles) == 15
    assert len(lexicon.wording) >= 30
    assert all((lexicon.qualifiers, lexicon.not_indicators, lexicon.periods, lexicon.organisations))


def test_every_row_has_an_example_and_a_source() -> None:
    named = {(example.file, example.line) for example in examples()}
    lexicon = load()
    for file, rows in (
        ("units.csv", lexicon.units),
        ("indicators.csv", lexicon.indicators),
        ("qualifiers.csv", lexicon.qualifiers),
        ("not_indicators.csv", lexicon.not_indicators),
        ("periods.csv", lexicon.periods),
        ("organisations.csv", lexicon.organisations),
        ("organisation_suffixes.csv", lexicon.organisation_suffixes),
    ):
        assert len({line for name, line in named if name == file}) == len(rows)


def test_files_open_in_excel() -> None:
    for path in default_folder().glob("*.csv"):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf"), path.name


def test_no_unit_holds_a_multiplier() -> None:
    wordings = {wording for unit in load().units for wording in unit.wordings}
    assert {
        "元",
        "吨",
        "%",
        "‰",
        "个百分点",
        "个千分点",
        "人次",
        "千瓦",
        "微克每立方米",
    } <= wordings
    assert not {"万元", "亿元", "万吨", "亿斤", "日均", "单位", "号", "版本"} & wordings


def test_wordings_belong_to_one_row() -> None:
    for rows in (load().units, load().indicators):
        counts = Counter(wording for row in rows for wording in row.wordings)
        assert [wording for wording, n in counts.items() if n > 1] == []


@pytest.mark.parametrize(
    ("wording", "canonical", "factor"),
    [("公顷", "平方米", "10000"), ("km", "米", "1000"), ("成", "%", "10"), ("斤", "千克", "0.5")],
)
def test_units_convert_exactly(wording: str, canonical: str, factor: str) -> None:
    unit = next(unit for unit in load().units if wording in unit.wordings)
    assert (unit.canonical, unit.factor) == (canonical, Decimal(factor))


def test_units_of_one_canonical_unit_have_one_dimension() -> None:
    dimensions: dict[str, set[str]] = {}
    for unit in load().units:
        dimensions.setdefault(unit.canonical, set()).add(unit.dimension)
    assert {name: kinds for name, kinds in dimensions.items() if len(kinds) > 1} == {}


def test_units_of_indicators_are_known() -> None:
    known = {wording for unit in load().units for wording in unit.wordings}
    unknown = {row.unit for row in load().indicators if row.unit} - known
    assert unknown == set()


def test_generic_words_steal_no_indicator() -> None:
    wordings = {wording for row in load().indicators for wording in row.wordings}
    generic = "受理 维持 报备 移送 劝阻 清理 建议 推文 警告 罚款 废止 修改 查获 死亡 注销 制定"
    assert not set(generic.split()) & wordings


def test_qualifiers_say_what_they_do() -> None:
    found = {(row.word, row.category): (row.effect, row.position) for row in load().qualifiers}
    assert found["近", "approximation"] == ("about", "before")
    assert found["以上", "approximation"] == ("at_least", "after")
    assert found["不超过", "approximation"] == ("at_most", "before")
    assert found["同比", "comparison"] == ("year_on_year", "before")
    assert found["环比", "comparison"] == ("month_on_month", "before")
    assert found["下降", "direction"] == ("down", "before")
    assert found["力争", "target"] == ("target", "before")
    assert found["累计", "filler"] == ("drop", "before")


def test_renamed_bodies_have_their_time() -> None:
    bodies = {body.name: body for body in load().organisations}
    assert bodies["农业部"].valid_to == bodies["农业农村部"].valid_from == date(2018, 3, 17)
    assert bodies["国家发展和改革委员会"].valid_to is None
    assert "国家发改委" in bodies["国家发展和改革委员会"].aliases


def test_the_rule_of_law_report_has_its_sections() -> None:
    profile = load().profiles["法治政府建设年度报告"]
    assert [section.key for section in profile.sections] == [
        "achieve",
        "problem",
        "cause",
        "first_resp",
        "next_year",
        "other",
    ]
    by_key = {section.key: section for section in profile.sections}
    assert by_key["other"].required == "optional"
    assert by_key["cause"].within == "problem"
    assert all(s.severity == "error" for s in profile.sections if s.required == "required")


@pytest.mark.parametrize("profile", load().profiles.values(), ids=lambda p: p.report_type)
def test_sections_fulfil_themselves(profile: object) -> None:
    from baobiao.lexicon import Profile

    assert isinstance(profile, Profile)
    for section in profile.sections:
        own = {s.key for s in profile.sections if section.title in s.aliases or s is section}
        assert own == {section.key}, f"{section.title} is claimed by {own}"
        assert section.source


def test_custom_is_no_error() -> None:
    for name in ("政府工作报告", "统计公报", "部门工作总结", "国民经济和社会发展计划报告"):
        assert {s.severity for s in load().profiles[name].sections} <= {"warning", "info"}


@pytest.mark.parametrize(
    ("title", "report_type"),
    [
        ("梅州市公安局梅县区分局2024年法治政府建设年度报告", "法治政府建设年度报告"),
        ("社会事业局关于2022年法治工作情况暨2023年工作思路的报告", "法治政府建设年度报告"),
        ("某县水利局2021年度依法行政工作总结", "法治政府建设年度报告"),
        ("某区2024年政府信息公开工作年度报告", "政府信息公开工作年度报告"),
        ("2026年某省政府工作报告", "政府工作报告"),
        (
            "关于2024年国民经济和社会发展计划执行情况与2025年计划草案的报告",
            "国民经济和社会发展计划报告",
        ),
        ("2012年某地国民经济和社会发展统计公报", "统计公报"),
        ("2025年前三季度财政收支情况", "财政收支情况"),
        ("关于2024年预算执行情况和2025年预算草案的报告", "预算执行报告"),
        ("某市财政局2024年度部门决算", "部门决算公开"),
        ("关于2023年度本级预算执行和其他财政收支的审计工作报告", "审计工作报告"),
        ("某县2024年度行政执法统计年报", "行政执法年度报告"),
        ("某局门户网站2023年政府网站工作年度报表", "政府网站工作年度报表"),
        ("某市财政局2024年工作总结", "部门工作总结"),
        ("某市审计局2024年工作总结和2025年工作打算", "部门工作总结"),
    ],
)
def test_titles_tell_the_type(title: str, report_type: str) -> None:
    lengths: dict[str, int] = {}
    for profile in load().profiles.values():
        if any(re.search(pattern, title) for pattern in profile.not_patterns):
            continue
        hits = (re.search(pattern, title) for pattern in profile.title_patterns)
        lengths[profile.report_type] = max((len(hit[0]) for hit in hits if hit), default=0)
    assert max(lengths, key=lambda name: lengths[name]) == report_type


def test_a_notice_is_no_report() -> None:
    title = "关于做好2024年法治政府建设年度报告工作的通知"
    for profile in load().profiles.values():
        assert any(re.search(pattern, title) for pattern in profile.not_patterns)


# --- loading ------------------------------------------------------------------------------------


def test_loading_is_cached_by_content(folder: Path, tmp_path: Path) -> None:
    first = load(folder)
    assert load(folder) is first
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    assert load(other) is first
    (other / "units.csv").write_bytes((UNITS + GOOD_UNIT).encode())
    assert [unit.name for unit in load(other).units] == ["件"]
    assert load(other).digest != first.digest


def test_line_ends_and_the_mark_of_utf8_do_not_change_the_digest(folder: Path) -> None:
    digest = load(folder).digest
    path = folder / "units.csv"
    text = path.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    path.write_bytes(text.replace(b"\n", b"\r\n"))
    assert load(folder).digest == digest


def test_values_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        load().units[0].name = "宗"  # type: ignore[misc]
    with pytest.raises(TypeError):
        load().profiles["x"] = load().profiles["统计公报"]  # type: ignore[index]


def test_divisions_may_be_missing(folder: Path) -> None:
    assert load(folder).divisions == ()


def test_full_width_rows_match_folded_text(folder: Path) -> None:
    write(folder, "units.csv", UNITS + "ＴＥＵ,个数,标箱,1,量词,人（次）,吞吐[[5ＴＥＵ]],,用语\n")
    (unit,) = load(folder).units
    assert unit.wordings == ("TEU", "人(次)") or unit.wordings == ("人(次)", "TEU")


def test_an_unusable_folder_raises_with_every_problem(folder: Path) -> None:
    write(folder, "units.csv", UNITS + GOOD_UNIT.replace(",1,", ",一亿,"))
    (folder / "periods.csv").unlink()
    with pytest.raises(DictionaryError) as raised:
        load(folder)
    message = str(raised.value)
    assert "有 2 处问题" in message
    assert "periods.csv: 没有这个文件" in message
    assert "units.csv:2: 「系数」“一亿”不是数字" in message
    assert len(raised.value.problems) == 2


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(DictionaryError, match="没有这个文件夹"):
        load(tmp_path / "nowhere")
    assert "没有这个文件夹" in str(check(tmp_path / "nowhere")[0])


def test_bad_examples_do_not_stop_the_work(folder: Path) -> None:
    write(folder, "units.csv", UNITS + GOOD_UNIT.replace("[[2件]]", "2件"))
    assert told(folder, "units.csv") == ["units.csv:2: 「示例」示例里没有 [[标记]]"]
    assert load(folder).units[0].name == "件"


# --- what can be wrong in a sheet ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "件,个数,件,一亿,量词,,办结[[2件]],,用语",
            "「系数」“一亿”不是数字；例如“亿元”应写 100000000",
        ),
        ("件,个数,件,0,量词,,办结[[2件]],,用语", "「系数」“0”应是大于 0 的数字"),
        ("件,个数,件,NaN,量词,,办结[[2件]],,用语", "「系数」“NaN”应是大于 0 的数字"),
        ("件,个数,件,,量词,,办结[[2件]],,用语", "「系数」没有填写"),
        (
            "件,个数,件,1,数词,,办结[[2件]],,用语",
            "「类别」“数词”不在允许的写法之内；可以写：量词、计量、货币、比率、时间、名次",
        ),
        ("万元,货币,元,10000,货币,,罚款[[2万元]],,用语", "「单位」“万元”带有数词“万”"),
        ("件,个数,件,1,量词,宗｜起,办结[[2件]],,用语", "「别名」“宗｜起”里有“｜”"),
        ("件,个数,件,1,量词,宗||起,办结[[2件]],,用语", "「别名」“宗||起”里有空的写法"),
        ("件,个数,件,1,量词,宗|宗,办结[[2件]],,用语", "「别名」“宗|宗”里有重复的写法"),
        ("件,个数,件,1,量词,,办结[[2宗]],,用语", "「示例」示例里没有“件”"),
        ("件,个数,件,1,量词,,案件[[2宗]],,用语", "「示例」没有一个 [[标记]] 里有单位“件”"),
        ("件,个数,件,1,量词,,办结[[2件,,用语", "「示例」“办结[[2件”里的“[[”和“]]”没有成对"),
        ("件,个数,件,1,量词,,办结[[]]2件,,用语", "「示例」“办结[[]]2件”里有空的标记“[[]]”"),
        ("件,个数,件,1,量词,,办结[[2件]],#NAME?,用语", "「说明」“#NAME?”是 Excel 的公式错误"),
        ("件,个数,件,1,量词,,办结,[[2件]],,用语,多", "有 11 格，表头只有 9 列"),
    ],
)
def test_bad_units(folder: Path, row: str, message: str) -> None:
    write(folder, "units.csv", UNITS + row + "\n")
    problems = told(folder, "units.csv")
    assert len(problems) == 1
    assert problems[0].startswith(f"units.csv:2: {message}")


def test_every_problem_at_once_with_its_line(folder: Path) -> None:
    """Lines are those of the file: a cell with a line end in it takes two of them."""
    rows = [
        GOOD_UNIT,
        '宗,个数,件,1,量词,,办结[[2宗]],"第一行\n第二行",用语\n',
        ",,,,,,,,\n",
        "起,个数,件,一,量词,,发生[[2起]],,用语\n",
        "户,,户,1,单位,,走访[[2户]],,用语\n",
    ]
    write(folder, "units.csv", UNITS + "".join(rows))
    assert [(p.line, p.column) for p in check(folder) if p.file == "units.csv"] == [
        (6, "系数"),
        (7, "类别"),
        (7, "量纲"),
    ]


def test_two_rows_claim_one_wording(folder: Path) -> None:
    write(folder, "units.csv", UNITS + GOOD_UNIT + "宗,个数,件,1,量词,件,办结[[2宗]],,用语\n")
    (problem,) = told(folder, "units.csv")
    assert problem.startswith("units.csv:3: 「别名」“件”在第 2 行（件）已经有了")
    with pytest.raises(DictionaryError):
        load(folder)


def test_widths_do_not_hide_a_double(folder: Path) -> None:
    write(
        folder,
        "units.csv",
        UNITS + "％,比率,%,1,比率,,达[[5％]],,用语\n%,比率,%,1,比率,,达[[5%]],,用语\n",
    )
    assert len(told(folder, "units.csv")) == 1


def test_indicator_numbers_are_kept_apart(folder: Path) -> None:
    header = "编号,名称,领域,别名,单位,类型,恒等关系,排除,示例,来源\n"
    row = "a_b,破案,公安,,起,流量,,,破案[[2起]],用语\n"
    again = "a_b,立案,公安,,起,流量,,,立案[[2起]],用语\n"
    capital = "AB,结案,公安,,起,流量,,,结案[[2起]],用语\n"
    write(folder, "indicators.csv", header + row + again + capital)
    assert told(folder, "indicators.csv") == [
        "indicators.csv:3: 「编号」“a_b”在第 2 行已经用了",
        "indicators.csv:4: 「编号」“AB”只能用小写英文字母、数字和下划线",
    ]


def test_category_and_effect_belong_together(folder: Path) -> None:
    header = "词,类别,作用,位置,示例,来源\n"
    write(folder, "qualifiers.csv", header + "约,近似,同比,前,发放[[约5份]],用语\n")
    assert told(folder, "qualifiers.csv") == [
        "qualifiers.csv:2: 「作用」类别是“近似”时不能写“同比”；可以写：约、至少、至多"
    ]


def test_a_name_has_no_marks(folder: Path) -> None:
    header = "写法,类别,示例,来源\n"
    write(folder, "not_indicators.csv", header + "12345,电话,拨打[[12345]],用语\n")
    assert told(folder, "not_indicators.csv") == [
        "not_indicators.csv:2: 「示例」这里的数字不是指标，示例里不应有 [[标记]]"
    ]


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("单位,量纲,标准单位,系数,类别,别名,示例,说明\n", "表头缺少列「来源」"),
        (UNITS.replace("系数", "倍数"), "表头缺少列「系数」，多出列「倍数」"),
        ("量纲,单位,标准单位,系数,类别,别名,示例,说明,来源\n", "表头列的次序不对"),
        (UNITS.replace(",", "\t"), "各列不是用逗号隔开的"),
        (UNITS.replace(",", ";"), "各列不是用逗号隔开的"),
    ],
)
def test_wrong_headers(folder: Path, header: str, message: str) -> None:
    write(folder, "units.csv", header + GOOD_UNIT)
    (problem,) = told(folder, "units.csv")
    assert problem.startswith(f"units.csv:1: {message}")


def test_empty_columns_at_the_end_are_forgiven(folder: Path) -> None:
    write(folder, "units.csv", UNITS.strip() + ",,\n" + GOOD_UNIT.strip() + ",,\n")
    assert told(folder, "units.csv") == []


def test_an_open_quotation_mark(folder: Path) -> None:
    write(folder, "units.csv", UNITS + GOOD_UNIT + '宗,个数,件,1,量词,,"办结[[2宗]],,用语\n')
    (problem,) = told(folder, "units.csv")
    assert problem.startswith("units.csv:3: 从这一行起无法读取，多半是引号没有成对")


def test_an_empty_file(folder: Path) -> None:
    write(folder, "units.csv", "", "utf-8")
    assert told(folder, "units.csv") == ["units.csv: 是空文件"]


def test_gbk_from_excel_is_read_with_a_warning(folder: Path) -> None:
    write(folder, "units.csv", UNITS + GOOD_UNIT, "gb18030")
    (problem,) = check(folder)
    assert problem.severity == "warning"
    assert "另存的 GBK" in problem.message and "CSV UTF-8" in problem.message
    assert [unit.name for unit in load(folder).units] == ["件"]


def test_bytes_that_are_no_text(folder: Path) -> None:
    (folder / "units.csv").write_bytes(b"\xff\xff\xff")
    (problem,) = told(folder, "units.csv")
    assert "无法读取" in problem


def test_excels_lock_files_are_no_dictionaries(folder: Path) -> None:
    (folder / "profiles" / "~$统计公报.toml").write_bytes(b"\x00")
    assert check(folder) == []


# --- profiles -----------------------------------------------------------------------------------

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


# --- cells and marks ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("", None, None),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018-03-17", date(2018, 3, 17), date(2018, 3, 17)),
        ("2018/3/17", date(2018, 3, 17), date(2018, 3, 17)),
    ],
)
def test_days(cell: str, first: date | None, last: date | None) -> None:
    assert (first_day(cell), last_day(cell)) == (first, last)


@pytest.mark.parametrize("cell", ["去年", "2018-13", "2018-02-30", "18-1-1", "0000"])
def test_no_days(cell: str) -> None:
    with pytest.raises(ValueError, match="不是日期"):
        first_day(cell)


def test_numbers_are_exact() -> None:
    assert number("1e-9") == Decimal("0.000000001")
    assert number("666.6667") == Decimal("666.6667")


def test_aliases_are_folded() -> None:
    assert aliases("ＧＤＰ|因公出国（境）费") == ("GDP", "因公出国(境)费")
    assert aliases("") == ()


@given(st.lists(st.tuples(st.text("案件受理，。", max_size=5), st.text("0123件宗", min_size=1))))
def test_marks_come_off_and_go_on_again(parts: list[tuple[str, str]]) -> None:
    marked = "".join(f"{before}[[{found}]]" for before, found in parts)
    text, spans = unmark(marked)
    assert text == "".join(before + found for before, found in parts)
    assert [text[start:end] for start, end in spans] == [found for _, found in parts]


@given(st.text("[]a件2", max_size=12))
def test_unmark_takes_all_marks_or_complains(marked: str) -> None:
    try:
        text, spans = unmark(marked)
    except ValueError:
        return
    assert "[[" not in text and "]]" not in text
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_problems_name_file_line_and_column() -> None:
    assert str(Problem("a.csv", 3, "系数", "没有填写")) == "a.csv:3: 「系数」没有填写"
    assert str(Problem("a.csv", 0, "", "是空文件")) == "a.csv: 是空文件"


@pytest.mark.parametrize(
    ("wording", "text", "found"),
    [
        ("第{n}批", "公布第三批清单", "第三批"),
        ("第{n}批", "公布第12批清单", "第12批"),
        ("“{n}个一”", '开展"四个一"活动', '"四个一"'),
        ("“{n}个", "”1459个", None),
        ("12345", "拨打12345，", "12345"),
        ("12345", "累计123456件", None),
        ("12345", "增长12345.6万元", None),
        ("一个", "共二十一个", None),
        ("PM{n}", "PM2.5浓度", "PM2.5"),
        ("双随机、一公开", "“双随机、一公开”监管", "双随机、一公开"),
    ],
)
def test_wordings_as_patterns(wording: str, text: str, found: str | None) -> None:
    match = wording_pattern(wording).search(fold(text))
    assert (match[0] if match else None) == found


# --- what the draft rules read ------------------------------------------------------------------

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


WORDING = "编号,名称,写法,建议,级别,例外,说明,示例,来源\n"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("QS001,错字,甲乙,改,错误,,错,[[甲乙]]|丙,惯例", ""),
        ("QS001,错字,/甲甲+/,改,错误,,错,[[甲甲甲]]|甲,惯例", ""),
        ("QS001,错字,复盖,改,错误,答复盖,错,全[[复盖]]|答复盖章,惯例", ""),
        ("QS001,错字,/甲(/,改,错误,,错,[[甲]],惯例", "「写法」“/甲(/”不是合格的正则表达式"),
        ("QS001,错字,甲,改,严重,,错,[[甲]],惯例", "「级别」“严重”不在允许的写法之内"),
        ("BB107,错字,甲,改,错误,,错,[[甲]],惯例", "自带的是 BB410 到 BB499"),
        ("错1,错字,甲,改,错误,,错,[[甲]],惯例", "应为两个大写英文字母加三位数字"),
        ("QS001,错字,甲,改,错误,,错,丙,惯例", "「示例」示例里没有 [[标记]]"),
        ("QS001,错字,甲,改,错误,,错,[[甲]]甲,惯例", "按写法找到的是：甲、甲"),
        ("QS001,错字,甲,改,错误,,错,[[乙]],惯例", "按写法找到的是：什么也没有"),
    ],
)
def test_rows_of_draft_wording(folder: Path, row: str, message: str) -> None:
    write(folder, "wording.csv", f"{WORDING}{row}\n")
    problems = told(folder, "wording.csv")
    assert len(problems) == bool(message), problems
    assert not message or message in problems[0]


def test_a_code_of_wording_is_used_once(folder: Path) -> None:
    row = "QS001,错字,甲,改,错误,,错,[[甲]],惯例\n"
    write(folder, "wording.csv", WORDING + row + row)
    (problem,) = told(folder, "wording.csv")
    assert "“QS001”在第 2 行" in problem


def test_a_folder_without_wording_has_no_such_rules(folder: Path) -> None:
    (folder / "wording.csv").unlink()
    assert check(folder) == [] and load(folder).wording == ()
