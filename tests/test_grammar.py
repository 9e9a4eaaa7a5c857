"""Quantities: how an amount is written, whatever it measures."""

from __future__ import annotations

import pytest

from baobiao.characters import fold
from baobiao.extract.indicators.grammar import Quantity, candidates
from baobiao.lexicon import load


def quantity(text: str) -> Quantity:
    ((found,),) = candidates(fold(text), load())
    assert found.end == len(text)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("50元6角三分", "50.63", "元"),
        ("123元1角1分", "123.11", "元"),
        ("82，225.00元", "82225", "元"),
        ("壹万二千三百四十五元", "12345", "元"),
        ("一吨半", "1.5", "吨"),
        ("三年半", "3.5", "年"),
        ("1万2千元", "12000", "元"),
        ("3亿5千万元", "350000000", "元"),
        ("12万零500人", "120500", "人"),
    ],
)
def test_amount(text: str, value: str, unit: str) -> None:
    found = quantity(text)
    assert (f"{found.value.normalize():f}", found.unit, found.value_high) == (value, unit, None)


def test_currency_before_the_number() -> None:
    found = quantity("港币两千九百六十元")
    assert (found.start, int(found.value), found.unit) == (2, 2960, "港元")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("一百二十到一百五十万元", 1200000, 1500000),
        ("三十五至四十万亿元", 35 * 10**12, 40 * 10**12),
        ("1.2—1.5万人", 12000, 15000),
        ("1—2千人", 1000, 2000),
        ("5—8千瓦", 5, 8),
        ("5元5角至6元5角", 5.5, 6.5),
        ("八九千美元", 8000, 9000),
        ("7千—9千亿元", 7 * 10**11, 9 * 10**11),
        ("1万1千—1万2千人", 11000, 12000),
        ("三四十人", 30, 40),
    ],
)
def test_two_ends(text: str, low: float, high: float) -> None:
    found = quantity(text)
    assert (float(found.value), float(found.value_high or 0)) == (low, high)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("3年半载", "3", "年"),
        ("97元3分钟", "97", "元"),
        ("3亿2023年", "300000000", ""),
        ("10万8人", "100000", ""),
    ],
)
def test_what_only_looks_like_a_part_of_it(text: str, value: str, unit: str) -> None:
    first = next(candidates(text, load()))[0]
    assert (str(first.value), first.unit) == (value, unit)
