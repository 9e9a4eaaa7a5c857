"""Values that contradict each other are told side by side; those that can both be true are not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from baobiao.compare.cells import cells, change, may_be_summed
from made_up import aligned, number, report

EARLIER, LATER = report(year=2024), report(year=2025)


def said(value: str, text: str, *, approximation: str = "", within: object = EARLIER) -> object:
    return number(
        "修路投资", value, "元", within, year=2023, text=text, approximation=approximation
    )  # type: ignore[arg-type]


def conflicts(*numbers: object) -> list[str]:
    return [row.conflict for row in aligned(numbers)]  # type: ignore[arg-type]


def test_two_values_of_one_report() -> None:
    assert conflicts(said("300", "300元"), said("400", "400元")) == [
        "不一致：本报告另一处为400元",
        "不一致：本报告另一处为300元",
    ]


def test_a_revision_is_told_on_both_sides() -> None:
    assert conflicts(said("300", "300元"), said("400", "400元", within=LATER)) == [
        "已修订：2025年报告为400元",
        "修订：2024年报告为300元",
    ]


@pytest.mark.parametrize(
    ("value", "text", "approximation"),
    [
        ("421100000", "4.211亿元", ""),
        ("400000000", "突破4亿元", "at_least"),
        ("420000000", "约4.2亿元", "about"),
        ("421000000", "4.21亿元", ""),
        ("430000000", "不到4.3亿元", "at_most"),
    ],
)
def test_values_that_can_both_be_true(value: str, text: str, approximation: str) -> None:
    exact = said("421100000", "42110万元")
    assert conflicts(exact, said(value, text, approximation=approximation)) == ["", ""]


@pytest.mark.parametrize(
    ("value", "text", "approximation"),
    [
        ("500000000", "突破5亿元", "at_least"),
        ("430000000", "4.3亿元", ""),
        ("300000000", "约3亿元", "about"),
        ("410000000", "不到4.1亿元", "at_most"),
    ],
)
def test_values_that_cannot(value: str, text: str, approximation: str) -> None:
    exact = said("421100000", "42110万元")
    assert all(conflicts(exact, said(value, text, approximation=approximation)))


def test_targets_other_years_and_parts_of_years_do_not_contradict() -> None:
    from datetime import date

    part = {"period_from": date(2024, 1, 1), "period_to": date(2024, 3, 31)}
    numbers = [
        number("修桥", "3", "座"),
        number("修桥", "4", "座", status="target"),
        number("修桥", "5", "座", year=2023),
        number("修桥", "1", "座", **part),
    ]
    rows = aligned(numbers)
    assert not any(row.conflict for row in rows)
    assert rows[3].period == "1—3月"


def test_a_report_on_a_quarter_speaks_of_the_quarter() -> None:
    quarter = report("丙省财政厅", 2026, title="2026年一季度财政收支情况")
    (row,) = aligned([number("契税", "3", "元", quarter)])
    assert row.period == "1—3月"


def growth(value: str, **more: object) -> object:
    return number("修路投资", value, "%", LATER, kind="change", basis="year_on_year", **more)  # type: ignore[arg-type]


def test_a_stated_change_is_checked_against_the_levels() -> None:
    levels = [
        number("修路投资", "200", "元", EARLIER),
        number("修路投资", "250", "元", LATER),
    ]
    assert conflicts(*levels, growth("25")) == ["", "", ""]
    assert conflicts(*levels, growth("15"))[2] == "同比核对：写明增长15%，按上年200元推算为25%"
    assert conflicts(*levels, growth("-15"))[2].startswith("同比核对：写明下降15%")


def test_the_check_allows_for_rounding_and_leaves_constant_prices_alone() -> None:
    rounded = [
        number("修路投资", "1600000000", "元", EARLIER, text="16亿元"),
        number("修路投资", "2067000000", "元", LATER, text="20.67亿元"),
    ]
    assert conflicts(*rounded, growth("28.8", text="28.8%"))[2] == ""
    assert conflicts(*rounded, growth("20.1", text="20.1%"))[2] != ""
    value_added = [number("工业增加值", v, "元", w) for v, w in (("200", EARLIER), ("250", LATER))]
    grown = number("工业增加值", "9", "%", LATER, kind="change", basis="year_on_year")
    assert conflicts(*value_added, grown)[2] == ""


def test_the_latest_and_most_exact_value_is_shown_and_none_is_lost() -> None:
    rows = aligned([said("300", "300元"), said("310", "310元"), said("400", "400元", within=LATER)])  # type: ignore[list-item]
    (cell,) = cells(rows, range(3)).values()
    assert rows[cell.shown].value == 400
    assert cell.numbers == (0, 1, 2)


def test_changes_from_year_to_year() -> None:
    first, second, rate, later_rate = aligned(
        [
            number("修桥", "40", "座", EARLIER),
            number("修桥", "50", "座", LATER),
            number("桥梁完好率", "95", "%", EARLIER),
            number("桥梁完好率", "97", "%", LATER),
        ]
    )
    became = change(first, second)
    assert became and (became.by, became.per_cent) == (10, Decimal("25.00"))
    moved = change(rate, later_rate)
    assert moved and (moved.by, moved.per_cent) == (2, None)


@pytest.mark.parametrize(
    ("name", "unit", "summed"),
    [
        ("修桥", "座", True),
        ("旅游收入", "元", True),
        ("桥梁完好率", "%", False),
        ("人均可支配收入", "元", False),
        ("平均气温", "度", False),
    ],
)
def test_only_amounts_add_up(name: str, unit: str, summed: bool) -> None:
    (row,) = aligned([number(name, "3", unit)])
    assert may_be_summed(row) is summed
