"""Times of short texts: feasts, lengths, recurrences, and what is told from a day."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from baobiao.extract.dates.discussion import Discussion
from baobiao.extract.dates.resolving import Resolver
from baobiao.extract.dates.tokens import tokens
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
        ("半个世纪", {"year": 50}, {"year": 50}),
        ("两个世纪", {"year": 200}, {"year": 200}),
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


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("年底", "2021-11-01", "2021-12-31"),
        ("明年初", "2022-01-01", "2022-02-28"),
        ("2019年伊始", "2019-01-01", "2019-01-31"),
        ("2020年后期", "2020-10-01", "2020-12-31"),
        ("本月初", "2021-06-01", "2021-06-05"),
        ("月中", "2021-06-10", "2021-06-20"),
        ("2020年2月底", "2020-02-25", "2020-02-29"),
        ("12月月底", "2021-12-25", "2021-12-31"),
        ("上月中旬", "2021-05-11", "2021-05-20"),
        ("5月下半月", "2021-05-16", "2021-05-31"),
        ("二季度末", "2021-06-01", "2021-06-30"),
        ("上世纪七十年代初期", "1970-01-01", "1972-12-31"),
        ("19世纪末", "1880-01-01", "1899-12-31"),
        ("6月前10天", "2021-06-01", "2021-06-10"),
        ("2020年后两个月", "2020-11-01", "2020-12-31"),
        ("今年最后一个季度", "2021-10-01", "2021-12-31"),
        ("2019年第45天", "2019-02-14", "2019-02-14"),
        ("7月8", "2021-07-08", "2021-07-08"),
        ("2020年底至今年初", "2020-11-01", "2021-02-28"),
    ],
)
def test_part_of_what_stands_before(text: str, first: str, last: str) -> None:
    assert told(text) == [(text, first, last)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [("2月末端", "2月"), ("2021年中国", "2021年"), ("9月30家", "9月"), ("3月底线", "3月")],
)
def test_no_part_of_it(text: str, whole: str) -> None:
    assert [found[0] for found in told(text)] == [whole]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("四年以前", "None", "2017-12-31"),
        ("四年之后", "2025-01-01", "None"),
        ("两个半月后", "2021-08-29", "2021-08-29"),
        ("半个月内", "2021-06-14", "2021-06-29"),
        ("20日内", "2021-06-14", "2021-07-04"),
        ("3个工作日后", "2021-06-17", "2021-06-17"),
        ("6个交易日之前", "None", "2021-06-04"),
        ("4年多以来", "2017-01-01", "None"),
        ("五天半以来", "2021-06-08", "None"),
        ("五六年前", "2015-01-01", "2016-12-31"),
        ("三十几年前", "1981-01-01", "1991-12-31"),
        ("几百年前", "1021-01-01", "1821-12-31"),
        ("两到三年后", "2023-01-01", "2024-12-31"),
        ("近两三年", "2018-06-14", "2021-06-14"),
        ("近半年", "2020-12-14", "2021-06-14"),
        ("未来两周", "2021-06-14", "2021-06-28"),
        ("前五天", "2021-06-09", "2021-06-14"),
        ("第四天", "2021-06-17", "2021-06-17"),
        ("第五年", "2025-01-01", "2025-12-31"),
    ],
)
def test_so_far_from_the_day(text: str, first: str, last: str) -> None:
    assert told(text) == [(text, first, last)]


@pytest.mark.parametrize("text", ["将近三年", "提前三天", "第三年度", "三季度内", "9000年前的事"])
def test_no_distance(text: str) -> None:
    assert all(found[0] in ("三季度", "9000") or not found for found in told(text))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("上个半年", "2020-07-01", "2020-12-31"),
        ("前一天", "2021-06-13", "2021-06-13"),
        ("大前年5月", "2018-05-01", "2018-05-31"),
        ("31日", "2021-07-31", "2021-07-31"),
        ("20日至25日", "2021-06-20", "2021-06-25"),
        ("从4月到现在", "2021-04-01", "2021-06-14"),
        ("1991至95年7月", "1991-01-01", "1995-07-31"),
        ("八九年三月", "1989-03-01", "1989-03-31"),
        ("2019年Q2", "2019-04-01", "2019-06-30"),
        ("2020 08 15", "2020-08-15", "2020-08-15"),
        ("202008", "2020-08-01", "2020-08-31"),
        ("四一五年二月三日", "0415-02-03", "0415-02-03"),
        ("66年3月2日", "1966-03-02", "1966-03-02"),
        ("79年", "1979-01-01", "1979-12-31"),
        ("去年的9月", "2020-09-01", "2020-09-30"),
        ("元月底", "2021-01-25", "2021-01-31"),
        ("季末", "2021-06-01", "2021-06-30"),
        ("本世纪", "2000-01-01", "2099-12-31"),
        ("去年夏天", "2020-05-05", "2020-08-06"),
        ("明天教师节", "2021-06-15", "2021-06-15"),
        ("12月4日国家宪法日", "2021-12-04", "2021-12-04"),
        ("明年春节前", "None", "2022-02-01"),
        ("3月5日、6日、7日", "2021-03-05", "2021-03-07"),
    ],
)
def test_told_as_one(text: str, first: str, last: str) -> None:
    (found,) = told(text)
    assert found[1:] == (first, last)
    assert text.endswith(found[0])


@pytest.mark.parametrize(
    "text", ["第二天性", "后天性", "五一路", "6号线", "冬季奥运", "清明上河图"]
)
def test_a_part_of_another_word(text: str) -> None:
    assert told(text) == []


def test_a_false_start_is_said_again() -> None:
    assert [found[0] for found in told("六月六月中旬")] == ["六月中旬"]


def test_days_that_do_not_run_on_stay_apart() -> None:
    assert [found[0] for found in told("3月5日、9日")] == ["3月5日", "9日"]


def test_a_bare_year_has_nothing_counted_behind_it() -> None:
    assert told("2018是开局") == [("2018", "2018-01-01", "2018-12-31")]
    assert told("2018件，编号A2018，8.2018") == []


def test_what_a_report_means_by_it_is_another() -> None:
    """年底 in a report is a day: this room does not change the dates of ``extract``."""
    resolver = Resolver("2020年底", Discussion(2021, 2021), {})
    assert [p.stretch[0] for p in resolver.points(tokens("2020年底"))] == [date(2020, 12, 31)]


def told(text: str) -> list[tuple[str, str, str]]:
    return [
        (text[p.start : p.end], str(p.stretch[0]), str(p.stretch[1])) for p in resolve(text, ANCHOR)
    ]


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        # months in figures and bare years at the ends of a span
        ("2016.04-2018", "2016-04-01 2018-12-31"),
        ("2016年4月至2018", "2016-04-01 2018-12-31"),
        ("2016.04-2017.11", "2016-04-01 2017-11-30"),
        ("2016年-2017.11", "2016-01-01 2017-11-30"),
        ("2016.04-09", "2016-04-01 2016-09-30"),
        # two tenths of a month
        ("3月中上旬", "2021-03-01 2021-03-20"),
        ("中下旬", "2021-06-11 2021-06-30"),
        # two quarters or months that follow each other
        ("去年二三季度", "2020-04-01 2020-09-30"),
        ("八九月份", "2021-08-01 2021-09-30"),
        # decades of this century, the year after the year after next
        ("本世纪三十年代", "2030-01-01 2039-12-31"),
        ("大后年", "2024-01-01 2024-12-31"),
        ("公元964年", "0964-01-01 0964-12-31"),
        # seasons of a year, said short
        ("2019年春", "2019-02-04 2019-05-05"),
        ("今夏", "2021-05-05 2021-08-06"),
        # distances in years and months, with 内 or 间 behind, in hours
        ("两年零四个月前", "2019-02-01 2019-02-28"),
        ("1年8个月后", "2023-02-01 2023-02-28"),
        ("未来六年间", "2021-06-14 2027-06-14"),
        ("今后四年内", "2021-06-14 2025-06-14"),
        ("往后两年", "2021-06-15 2023-06-14"),
        ("36小时以内", "2021-06-14 2021-06-15"),
        ("40分钟之内", "2021-06-14 2021-06-14"),
        # 之后 is open, 后 is not
        ("三十几年之后", "2051-01-01 None"),
        ("二十多年以前", "None 2001-12-31"),
        ("二十多年前", "1991-01-01 2001-12-31"),
        ("公历新年", "2021-01-01 2021-01-01"),
        ("一个半月内", "2021-06-14 2021-07-29"),
        ("36小时内", "2021-06-14 2021-06-15"),
        ("4月16之前", "None 2021-04-16"),
        ("八月份下旬", "2021-08-21 2021-08-31"),
        ("去年前半年", "2020-01-01 2020-06-30"),
        ("2016年后半年", "2016-07-01 2016-12-31"),
        ("2016至今", "2016-01-01 None"),
        ("2012年至2016年期间", "2012-01-01 2016-12-31"),
        ("今明两年", "2021-01-01 2022-12-31"),
        ("昨今两天", "2021-06-13 2021-06-14"),
        ("09-12", "2021-09-12 2021-09-12"),
        ("4月当月", "2021-04-01 2021-04-30"),
        ("上季末", "2021-03-01 2021-03-31"),
    ],
)  # fmt: skip
def test_told_from_the_day(text: str, stretch: str) -> None:
    assert told(text) == [(text, *stretch.split())]


@pytest.mark.parametrize(
    "text",
    [
        "公元前305年",  # no date of this calendar
        "最后一个月",  # of what is not said
        "最后一天",
        "文明春风",
        "比上2019人",
        "价格2019.04元",
        "两个月零六天后",  # a length, of days as well
        "本季节",
        "09-12班次",
        "13-14",
    ],
)
def test_no_time_of_this_day(text: str) -> None:
    assert told(text) == []


def test_what_stands_about_it() -> None:
    assert told("4月16左右") == [("4月16", "2021-04-16", "2021-04-16")]
    assert told("18世纪前半叶") == [("18世纪", "1700-01-01", "1799-12-31")]


def test_a_feast_ahead() -> None:
    """What is over this year is next year's; a feast with its year, or still to come, stays."""
    said = {
        text: [str(point.stretch[0]) for point in resolve(text, ANCHOR, ahead=True)]
        for text in ("劳动节", "教师节", "2019年劳动节", "去年春节")
    }
    assert said == {
        "劳动节": ["2022-05-01"], "教师节": ["2021-09-10"],
        "2019年劳动节": ["2019-05-01"], "去年春节": ["2020-01-25"],
    }  # fmt: skip
    assert [str(p.stretch[0]) for p in resolve("劳动节", ANCHOR)] == ["2021-05-01"]


PIECES = st.sampled_from(
    [
        "九七年",
        "三四年",
        "每",
        "月4号",
        "半",
        "年",
        "个",
        "月",
        "3天",
        "到",
        "春节",
        "去年",
        "以上",
        "底",
        "初",
        "前",
        "后",
        "内",
        "第",
        "十",
        "几",
        "大前年",
        "1985",
        "89年",
        "Q3",
        "现在",
        "旬",
    ]
)


@pytest.mark.parametrize("anchor", [date.min, date.max])
@pytest.mark.parametrize(
    "text", ["前天", "后天", "上月", "下个季度", "前9年", "未来9周", "现在后", "本世纪"]
)
def test_outside_the_calendar_is_no_time(text: str, anchor: date) -> None:
    assert all(p.start < p.end for p in resolve(text, anchor))


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=8).map("".join))
@example("每九七年九七年三四年")
def test_any_text_gives_times_in_order(text: str) -> None:
    found = times(text, ANCHOR)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
