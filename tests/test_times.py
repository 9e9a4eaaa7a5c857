"""Feasts, lengths and recurrences: what short texts say of time beside the dates of a report."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baobiao.short_texts import feasts
from baobiao.short_texts.lengths import Length, Recurrence, lengths
from baobiao.short_texts.times import resolve, times

ANCHOR = date(2021, 6, 14)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("春节", "1979-01-28"),
        ("春节", "2019-02-05"),
        ("除夕", "2025-01-28"),
        ("元宵", "2019-02-19"),
        ("端午", "2023-06-22"),
        ("中秋", "2020-10-01"),
        ("重阳", "2024-10-11"),
        ("清明", "1999-04-05"),
        ("清明", "2024-04-04"),
        ("国家宪法日", "2022-12-04"),
    ],
)
def test_feast(name: str, day: str) -> None:
    year = int(day[:4])
    assert feasts.day(name, year) == (date.fromisoformat(day), date.fromisoformat(day))


def test_lunar_feasts_are_known_for_some_years_only() -> None:
    assert feasts.day("春节", 1969) is None
    assert feasts.day("中秋", 2051) is None
    assert all(feasts.day(name, year) for name in feasts.NAMES for year in range(1970, 2051))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5个工作日", {"workday": 5}, {"workday": 5}),
        ("三年半", {"year": 3.5}, {"year": 3.5}),
        ("一个半小时", {"hour": 1.5}, {"hour": 1.5}),
        ("17个多月", {"month": 17}, {"month": 17}),
        ("五个季度", {"month": 15}, {"month": 15}),
        ("半年", {"year": 0.5}, {"year": 0.5}),
        ("2000万小时", {"hour": 20000000}, {"hour": 20000000}),
        ("一年又一个月21天", {"year": 1, "month": 1, "day": 21}, {"year": 1, "month": 1, "day": 21}),
        ("30~90日", {"day": 30}, {"day": 90}),
        ("3天——8天", {"day": 3}, {"day": 8}),
        ("3年以上7年以下", {"year": 3}, {"year": 7}),
        ("三十年以上", {"year": 30}, None),
    ],
)  # fmt: skip
def test_length(text: str, low: dict[str, float], high: dict[str, float] | None) -> None:
    (found,) = times(f"期限{text}。", ANCHOR)
    assert isinstance(found, Length)
    assert (found.start, found.end) == (2, 2 + len(text))
    assert {u: float(n) for u, n in found.low or ()} == low
    assert (found.high and {u: float(n) for u, n in found.high}) == high


@pytest.mark.parametrize(
    "text", ["5日", "2024年", "第三年", "三年级", "三六七年", "1985到89年", "3周年轻人"]
)
def test_no_length(text: str) -> None:
    assert not [f for f in lengths(text) if isinstance(f, Length) and f.end == len(text)]


@pytest.mark.parametrize(
    ("text", "unit", "count"),
    [
        ("每年", "year", 1),
        ("每半年", "year", 0.5),
        ("每季度", "month", 3),
        ("每个工作日", "workday", 1),
        ("每周三", "week", 1),
        ("每月4号", "month", 1),
        ("每年9月到11月", "year", 1),
        ("每年秋天", "year", 1),
        ("每隔3天", "day", 3),
        ("每两年", "year", 2),
    ],
)
def test_recurrence(text: str, unit: str, count: float) -> None:
    (found,) = times(f"会议{text}召开", ANCHOR)
    assert isinstance(found, Recurrence)
    assert (found.start, found.end) == (2, 2 + len(text))
    assert [(u, float(n)) for u, n in found.every] == [(unit, count)]


@pytest.mark.parametrize("text", ["每日均", "每年度均", "每人", "每度电"])
def test_no_recurrence(text: str) -> None:
    assert not list(lengths(text))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("去年春节", "2020-01-25", "2020-01-25"),
        ("去年春节到元宵节", "2020-01-25", "2020-02-08"),
        ("2014年11月到下个月9号", "2014-11-01", "2021-07-09"),
        ("2007年与2009年间", "2007-01-01", "2009-12-31"),
        ("九七年一季度", "1997-01-01", "1997-03-31"),
        ("1967年前两月", "1967-01-01", "1967-02-28"),
        ("一年半后", "2022-12-01", "2022-12-31"),
        ("一年半以前", "None", "2019-12-31"),
        ("18世纪", "1700-01-01", "1799-12-31"),
        ("2008/08", "2008-08-01", "2008-08-31"),
        ("2020至2025年前", "2020-01-01", "2025-12-31"),
    ],
)
def test_told_together(text: str, first: str, last: str) -> None:
    (found,) = resolve(text, ANCHOR)
    assert (found.start, found.end) == (0, len(text))
    assert (str(found.stretch[0]), str(found.stretch[1])) == (first, last)


def test_neighbouring_digits_are_no_year() -> None:
    """三四年 means three or four years."""
    assert resolve("三四年", ANCHOR) == ()


def test_since() -> None:
    (found,) = resolve("自从2018年", ANCHOR)
    assert found.stretch == (date(2018, 1, 1), None)
    (found,) = resolve("自2020-05-26至2020-05-29止", ANCHOR)
    assert found.stretch == (date(2020, 5, 26), date(2020, 5, 29))


PIECES = st.sampled_from(
    ["九七年", "三四年", "每", "月4号", "半", "年", "个", "月", "3天", "到", "春节", "去年", "以上"]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=8).map("".join))
def test_any_text_gives_times_in_order(text: str) -> None:
    found = times(text, ANCHOR)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
