"""Numbers and amounts of short texts, and that reports read none of what only they may mean."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baobiao.extract.indicators.grammar import candidates
from baobiao.lexicon import load
from baobiao.short_texts.amounts import Amount, amounts
from baobiao.short_texts.numbers import number, numbers


def money(text: str, *, alone: bool = False) -> list[tuple[str, float | None, float | None, str]]:
    found = (a for a in amounts(text, load(), alone=alone) if a.unit_kind == "currency")
    return [(text[a.start : a.end], *_ends(a), a.unit) for a in found]


def _ends(amount: Amount) -> tuple[float | None, float | None]:
    return tuple(None if end is None else float(end) for end in (amount.low, amount.high))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("7人民币", 7, 7, "元"),
        ("四万元英镑", 40000, 40000, "英镑"),
        ("港币八千元", 8000, 8000, "港元"),
        ("RMB 60", 60, 60, "元"),
        ("US$2.5万", 25000, 25000, "美元"),
        ("70€", 70, 70, "欧元"),
        ("500泰铢", 500, 500, "泰铢"),
        ("人民币贰佰万元整", 2000000, 2000000, "元"),
        ("四角五分", 0.45, 0.45, "元"),
        ("6佰日元", 600, 600, "日元"),
        ("四块五", 4.5, 4.5, "元"),
        ("2000多英镑", 2000, 3000, "英镑"),
        ("160余万元", 1600000, 1700000, "元"),
        ("几千元", 1000, 10000, "元"),
        ("80万元以上", 800000, None, "元"),
        ("不足30万元", None, 300000, "元"),
        ("从6500到2万欧元", 6500, 20000, "欧元"),
        ("6千到8千亿元", 6e11, 8e11, "元"),
        ("2亿5千万元", 2.5e8, 2.5e8, "元"),
    ],
)
def test_money(text: str, low: float | None, high: float | None, unit: str) -> None:
    ((found, *ends, currency),) = money(text)
    assert text.endswith(found)
    assert (*ends, currency) == (low, high, unit)


def test_a_currency_alone_has_no_value() -> None:
    assert money("欧元和日元") == [("欧元", None, None, "欧元"), ("日元", None, None, "日元")]
    assert money("欧元区") == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("30分", 0.3, 0.3),
        ("八分钱", 0.08, 0.08),
        ("大于60万", 600000, None),
        ("六七十万", 600000, 700000),
        ("4万-5万", 40000, 50000),
        ("两个亿", 2e8, 2e8),
        ("21,345，678元", 21345678, 21345678),
    ],
)
def test_an_amount_as_a_whole(text: str, low: float, high: float | None) -> None:
    assert money(text, alone=True) == [(text, low, high, "元")]
    assert money(text) != money(text, alone=True)


@pytest.mark.parametrize("text", ["得分97分", "20分钟", "五块展板", "三角形", "40万人", "第5"])
def test_no_money(text: str) -> None:
    assert money(text) == []


def test_tenths_of_a_measure() -> None:
    (found,) = amounts("二米四", load())
    assert (str(found.value), found.unit, found.end) == ("2.4", "米", 3)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("摄氏28度", 28, "摄氏度"), ("华氏80°", 80, "华氏度"), ("60°", 60, "度"), ("5°C", 5, "°C")],
)
def test_degrees(text: str, value: int, unit: str) -> None:
    (found,) = amounts(f"约{text}，", load())
    assert (found.value, found.unit, found.end) == (value, unit, len(text) + 1)


def test_a_report_reads_no_such_money() -> None:
    for text in ("7人民币", "30分", "四角五分", "60万"):
        units = {q.unit for group in candidates(text, load()) for q in group}
        assert "元" not in units


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("半吨", "number", 0.5, 0.5),
        ("写作柒", "number", 7, 7),
        ("百万分之八", "percentage", 0.0008, 0.0008),
        ("三五百", "range", 300, 500),
        ("五分之二", "number", 0.4, 0.4),
        ("2万3千", "number", 23000, 23000),
        ("年过半百", "number", 50, 50),
    ],
)
def test_number(text: str, kind: str, low: float, high: float) -> None:
    (found,) = numbers(text)
    assert (found.kind, float(found.low), float(found.high)) == (kind, low, high)


@pytest.mark.parametrize("text", ["半岛", "大陆", "队伍", "放肆", "半导体"])
def test_no_number(text: str) -> None:
    assert numbers(text) == ()


def test_one_number_as_a_whole() -> None:
    found = number("贰元零叁分")
    assert found and (str(found.low), found.end) == ("2.03", 5)
    assert number("两会") is None


PIECES = st.sampled_from(
    [
        "3",
        "千",
        "元",
        "角",
        "分",
        "多",
        "几",
        "人民币",
        "$",
        "到",
        "半",
        "亿",
        "米",
        "叁",
        "个",
        "块",
        " ",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=8).map("".join), st.booleans())
def test_any_text_gives_amounts_in_order(text: str, alone: bool) -> None:
    found = [(a.start, a.end) for a in amounts(text, load(), alone=alone)]
    found_numbers = [(n.start, n.end) for n in numbers(text)]
    for places in (found, found_numbers):
        assert all(0 <= start < end <= len(text) for start, end in places)
        assert all(a[1] <= b[0] for a, b in pairwise(places))
