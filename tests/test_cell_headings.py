"""What single cells and headings of tables say: figures, units, times, changes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baobiao.extract.indicators.cells.figures import figure, units
from baobiao.extract.indicators.cells.headings import heading
from baobiao.extract.indicators.cells.names import topic
from baobiao.lexicon import load

LEXICON = load()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.5", "1234.5"),
        ("1，234", "1234"),
        ("12 345 678", "12345678"),
        ("（12.3）", "-12.3"),
        ("(5%)", "-5"),
        ("△12", "-12"),
        ("-3.2", "-3.2"),
        ("+3.2", "3.2"),
        ("０", "0"),
        ("0.00", "0"),
        ("5.2％", "5.2"),
        ("3.2万", "32000"),
        ("80亿元", "8000000000"),
        ("十二件", "12"),
        ("约30", "30"),
    ],
)
def test_figures(text: str, value: str) -> None:
    found = figure(text, LEXICON)
    assert found is not None
    assert found.value == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "／",
        "—",
        "——",
        "-",
        "…",
        "无",
        "2024年",
        "5月",
        "3月15日",
        "0591-8765432",
        "13800001111",
        *("06", "1.2.3", "12/15", "8:30", "10-20", "第三", "三", "合格", "〔2024〕5号", "350万—"),
    ],
)
def test_no_figures(text: str) -> None:
    assert figure(text, LEXICON) is None


def test_bounds_of_a_figure() -> None:
    assert [
        found.approximation
        for text in ("＜0.1", "≥90", "90%以上", "约30万元", "5.5左右", "12")
        if (found := figure(text, LEXICON))
    ] == ["at_most", "at_least", "at_least", "about", "about", ""]


@given(st.decimals(-(10**9), 10**9, allow_nan=False, places=2))
def test_every_plain_figure_is_read_exactly(value: Decimal) -> None:
    for text in (f"{value:f}", f"{value:,f}"):
        found = figure(text, LEXICON)
        assert found is not None
        assert found.value == value


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("收费金额（单位：万元）", "收费金额", "元"),
        ("面积（公顷）", "面积", "公顷"),
        ("数量(件)", "数量", "件"),
        ("占比%", "占比", "%"),
        ("因公出国（境）费", "因公出国（境）费", None),
        ("专项债务限额（调整后）", "专项债务限额（调整后）", None),
        ("价格指数（上年=100）", "价格指数", ""),
        ("（万元）", "", "元"),
        ("第二十条第（五）项", "", None),
    ],
)
def test_units_of_headings(text: str, words: str, unit: str | None) -> None:
    found = heading(text, units(LEXICON))
    assert found.words == words
    assert [measure.unit for measure in found.measures] == ([] if unit is None else [unit])


@pytest.mark.parametrize(
    ("text", "words", "change", "basis"),
    [
        ("比上年增长（%）", "", "up", "year_on_year"),
        ("增减", "", "up", "year_on_year"),
        ("2024年比2023年增减", "", "up", "year_on_year"),
        ("环比", "", "up", "month_on_month"),
        ("比年初增加额", "", "up", "over_period"),
        ("比年初预算增减", "", "up", "other"),
        ("降幅", "", "down", "year_on_year"),
        ("GDP增速（%）", "GDP", "up", "year_on_year"),
        ("人口自然增长率（‰）", "人口自然增长率", "", ""),
        ("工业增加值", "工业增加值", "", ""),
        ("新增就业", "新增就业", "", ""),
    ],
)
def test_changes_in_headings(text: str, words: str, change: str, basis: str) -> None:
    found = heading(text, units(LEXICON))
    assert (found.words, found.change, found.basis) == (words, change, basis)


def test_levels_of_accounts_are_no_units() -> None:
    assert heading("行政运行（项）", units(LEXICON), beside=True, classes=True).words == (
        "行政运行（项）"
    )
    assert heading("2010301行政运行", units(LEXICON), beside=True, classes=True).words == "行政运行"
    assert heading("12345热线", units(LEXICON), beside=True, classes=True).words == "12345热线"
    assert heading("服务事项（项）", units(LEXICON), beside=True).words == "服务事项"


@pytest.mark.parametrize(
    ("text", "value"), [("提高0.8个百分点", "0.8"), ("下降3.2%", "-3.2"), ("同比增加5件", "5")]
)
def test_cells_that_say_which_way_a_figure_moved(text: str, value: str) -> None:
    found = figure(text, LEXICON)
    assert found is not None
    assert (str(found.value), found.moves) == (value, True)
    assert figure("增加", LEXICON) is None


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("一季度", (1, 3)),
        ("1—6月", (1, 6)),
        ("12月", (12, 12)),
        ("上半年", (1, 6)),
        ("前三季度", (1, 9)),
    ],
)
def test_parts_of_the_year(text: str, months: tuple[int, int]) -> None:
    found = heading(text, units(LEXICON))
    assert (found.words, found.months) == ("", months)
    assert heading(f"{text}新增就业", units(LEXICON)).months is None


@pytest.mark.parametrize(
    ("caption", "said"),
    [
        ("附表2：2024年度行政许可情况统计表", "行政许可"),
        ("2024年各县（市、区）粮食产量", "粮食产量"),
        ("2024年1—6月税收收入情况", "税收收入"),
        ("2024年地方政府专项债务分地区余额表", "地方政府专项债务余额"),
        ("收支情况表", "收支情况"),
        ("各项税收", "各项税收"),
        ("“ ”", ""),
        ("", ""),
    ],
)
def test_topics_of_captions(caption: str, said: str) -> None:
    assert topic(caption) == said
