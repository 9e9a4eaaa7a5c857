"""Numerals: exact values, what is none, and what the patterns find in running text."""

from __future__ import annotations

import re
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baobiao.characters import fold
from baobiao.numerals import (
    ARABIC,
    CHINESE,
    FRACTION,
    NUMERAL,
    PAIR,
    PERCENT,
    ROUGH,
    parse,
    parse_amount,
    parse_fraction,
    parse_percent,
    parse_range,
)

VALUES = {
    "4564": "4564",
    "1,234.5": "1234.5",
    "1，234": "1234",
    "２．７": "2.7",
    "-0.8": "-0.8",
    "负三十二": "-32",
    "三万二千": "32000",
    "两": "2",
    "十": "10",
    "十五": "15",
    "廿三": "23",
    "五百卅四": "534",
    "半": "0.5",
    "一百零五": "105",
    "一万零二百五十": "10250",
    "二百五": "250",
    "一万三": "13000",
    "二〇二六": "2026",
    "一九七八": "1978",
    "零点零五": "0.05",
    "三点五万": "35000",
    "两千三点一": "2300.1",
    "壹佰零伍": "105",
    "壹万壹仟": "11000",
    "3.2万": "32000",
    "1万2千": "12000",
    "3万4000": "34000",
    "21.5亿": "2150000000",
    "3千万": "30000000",
    "2.85万亿": "2850000000000",
    "二十万亿": "20000000000000",
    "5 万": "50000",
    "四十五亿四千零四万": "4540040000",
    "千万": "10000000",
    "12000万": "120000000",
    "350百万": "350000000",
    "0万": "0",
    "1千零20": "1020",
    "5亿1万4千6百": "500014600",
    "500余万": "5000000",
    "十多万": "100000",
    "二十几": "20",
}


@pytest.mark.parametrize(("text", "value"), VALUES.items())
def test_value(text: str, value: str) -> None:
    assert parse(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "一带一路", "百十一", "十一十二", "点一", "两三", "几十"])
def test_no_numeral(text: str) -> None:
    with pytest.raises(ValueError, match="不是一个数"):
        parse(text)


@pytest.mark.parametrize(
    "text", ["1.2.3", "万三", "三万五万", "二两", "1.5万2千", "大陆", "12,34", "--5", "半岛"]
)
def test_what_only_looks_like_a_numeral(text: str) -> None:
    with pytest.raises(ValueError, match="不是一个数"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("办理４５６４件、1,234.5万元", ["4564", "1,234.5万"]),
        ("装机30万千瓦、100千米、3千瓦时、10兆瓦", ["30万", "100", "3", "10"]),
        ("增长-0.8%，3-5万，5%-8%", ["-0.8", "3", "5万", "5", "8"]),
        ("见1.2.3和2024.3.31", []),
        ("完成三万二千件，约二十五个", ["三万二千", "二十五"]),
        ("投资叁佰万元，队伍在大陆，一切从四川", ["叁佰万"]),
        (
            "1万2千亩、5亿1万4千6百、3万4000人、1.5万2千",
            ["1万2千", "5亿1万4千6百", "3万4000", "1.5万", "2千"],
        ),
        ("九点三十分", ["九", "三十"]),
        ("500万2023年", ["500万", "2023"]),
    ],
)
def test_numerals_in_text(text: str, found: list[str]) -> None:
    assert re.findall(NUMERAL, fold(text)) == found


def test_arabic_and_chinese_apart() -> None:
    text = "3万人，五万件"
    assert re.findall(ARABIC, text) == ["3万"]
    assert re.findall(CHINESE, text) == ["五万"]


@pytest.mark.parametrize("pattern", [ARABIC, CHINESE, NUMERAL, ROUGH, PAIR, FRACTION, PERCENT])
def test_patterns_have_no_groups(pattern: str) -> None:
    assert re.compile(pattern).groups == 0


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("三五千", 3000, 5000),
        ("十五六", 15, 16),
        ("四十五六万", 450000, 460000),
        ("七百三四十", 730, 740),
        ("两三", 2, 3),
        ("三万四五", 34000, 35000),
    ],
)
def test_range(text: str, low: int, high: int) -> None:
    assert re.fullmatch(PAIR, text)
    assert parse_range(text) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("text", ["十四五", "十三五时期", "一二三产", "二二", "五"])
def test_no_range(text: str) -> None:
    assert not re.search(PAIR, text)
    with pytest.raises(ValueError, match="约数"):
        parse_range(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("百分之十三点四", "13.4"),
        ("百分之百", "100"),
        ("百分之负三点八", "-3.8"),
        ("千分之三", "0.3"),
        ("百万分之五", "0.0005"),
        ("３‰", "0.3"),
        ("-22.2%", "-22.2"),
        ("12.5个百分点", "12.5"),
        ("三成", "30"),
        ("三成五", "35"),
        ("八成半", "85"),
        ("2.5成", "25"),
        ("翻一番", "100"),
        ("翻了两番", "300"),
    ],
)
def test_percent(text: str, value: str) -> None:
    assert parse_percent(text) == Decimal(value)


@pytest.mark.parametrize("text", ["建成三个", "一成不变", "五成员单位", "翻身"])
def test_no_percent(text: str) -> None:
    assert not re.search(PERCENT, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三分之二", "0.666666666667"),
        ("五分之一", "0.2"),
        ("千万分之六", "0.0000006"),
        ("负一又二分之一", "-1.5"),
        ("1/3", "0.333333333333"),
        ("１６分之5", "0.3125"),
    ],
)
def test_fraction(text: str, value: str) -> None:
    assert re.fullmatch(FRACTION, fold(text))
    assert parse_fraction(text) == Decimal(value)


@pytest.mark.parametrize("text", ["三分", "二分之", "零分之三", "2024/3/31"])
def test_no_fraction(text: str) -> None:
    with pytest.raises(ValueError, match="不是分数"):
        parse_fraction(text)


def test_amount() -> None:
    assert parse_amount("人民币壹佰捌拾壹圆柒角整") == Decimal("181.7")
    assert parse_amount("负壹角") == Decimal("-0.1")
    with pytest.raises(ValueError, match="不是金额"):
        parse_amount("元整")


def spoken(number: int) -> str:
    """The plain Chinese wording of a number below 10^12, as the grammar books give it."""
    digits = "零一二三四五六七八九"
    if number < 10:
        return digits[number]
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= scale:
            head, rest = divmod(number, scale)
            gap = "零" if rest and rest < scale // 10 else ""
            return spoken(head) + name + gap + (spoken(rest) if rest else "")
    raise AssertionError


@given(st.integers(0, 10**12 - 1))
def test_every_spoken_number_reads_back(number: int) -> None:
    text = spoken(number)
    assert parse(text) == number
    found = re.match(NUMERAL, text)
    assert number == 0 or (found is not None and found[0] == text)


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["", "万", "亿", "万亿", "百万"]))
def test_every_arabic_number_is_exact(number: Decimal, scale: str) -> None:
    factor = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12, "百万": 10**6}[scale]
    assert parse(f"{number:,}{scale}") == number * factor


@given(st.text(alphabet="零一二两三十百千万亿点半0123456789,. 负壹佰", max_size=12))
def test_parse_gives_a_value_or_a_clear_error(text: str) -> None:
    try:
        value = parse(text)
    except ValueError as error:
        assert str(error) == f"「{text}」不是一个数"
    else:
        assert value.is_finite()


@given(st.text(alphabet="零一二两三十百千万亿点0123456789,.约个-", max_size=16))
def test_what_the_pattern_finds_can_be_read(text: str) -> None:
    for found in re.finditer(NUMERAL, text):
        assert parse(found[0]).is_finite()


@pytest.mark.parametrize(
    "piece", ["1", "一", "零", "十", "1,234", "万", "1万2千", "三点", "两三", "1.", "百分之"]
)
def test_no_text_is_slow(piece: str) -> None:
    """Repetition must not make the search quadratic."""
    text = piece * (20000 // len(piece))
    began = time.perf_counter()
    for pattern in (NUMERAL, PAIR, FRACTION, PERCENT):
        re.findall(pattern, text)
    assert time.perf_counter() - began < 2
