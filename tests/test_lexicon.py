"""Reading the dictionaries: everything that an expert can get wrong is told at once."""

from __future__ import annotations

import shutil
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
    load,
    unmark,
    wording_pattern,
)
from baobiao.lexicon.sheets import aliases, first_day, last_day, number
from dictionary_folders import told, write

UNITS = "单位,量纲,标准单位,系数,类别,别名,示例,说明,来源\n"
GOOD_UNIT = "件,个数,件,1,量词,,办结案件[[2件]],,公文用语\n"


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


# --- wording of drafts ---------------------------------------------------------------------------

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
