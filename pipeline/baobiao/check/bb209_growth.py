"""增减幅度与前后两数不符。

Why: 同一句话里写了原数、现数、增减数、增减幅度中的三个，互相算得出来，算不上必有一个写错；
方向写反（由18项增加到16项）的也在此列。按不变价、可比价、同口径计算的增速（生产总值、增加值等）不适用，不核对；
末位四舍五入或者舍去的尾差不算。
Source: 统计法（统计资料应当真实、准确、完整）；增减幅度＝（本年－上年）÷上年。
Bad:
    依申请公开数量由34件增至53件，增长65.9%。
Bad:
    道路交通事故265起，同比增加25起，上升14.4%。
Bad:
    行政诉讼案件17件，较2022年的22件减少6件。
Bad:
    行政许可事项由16项减少到18项。
Bad:
    规模以上企业由10家增加到30家，增长3倍。
Bad:
    合格率由93.2%提高到95.0%，提高2.8个百分点。
Bad:
    工矿商贸事故4起，同比增加5起。
Bad:
    工矿商贸事故4起，同比增加4起，上升300%。
Good:
    依申请公开数量由34件增至53件，增长55.9%。
Good:
    道路交通事故265起，同比增加25起，上升10.4%。
Good:
    地区生产总值由1452.6亿元增加到1540.3亿元，增长5.6%。
Good:
    规模以上企业由10家增加到30家，增长2倍。
Good:
    高校招生由二十八万人增加到四十万人，增长百分之四十二点二。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from baobiao.check.amounts import (
    Amount,
    as_precise_as,
    in_words_of,
    may_stand_for,
    plain,
)
from baobiao.check.growth import Growth, growths, rate_range
from baobiao.check.placing import finding
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB209"
NAME = "增减幅度与前后两数不符"
SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """Changes that the levels beside them contradict."""
    for sentence in case.sentences:
        for growth in growths(sentence):
            if message := _direction(growth) or _difference(growth) or _rate(growth):
                rows = [amount.row for amount in growth.amounts]
                yield finding(
                    case.draft,
                    (rows[0].start, rows[-1].end),
                    (CODE, SEVERITY),
                    message,
                    "核对原数、现数和增减幅度，改正写错的数",
                )


def _direction(growth: Growth) -> str:
    before, after = growth.before, growth.after
    if before is None or growth.up is None or before.value == after.value:
        return ""
    if growth.up == (after.value > before.value):
        return ""
    verb = "增加" if growth.up else "减少"
    return f"由{before.row.text}到{after.row.text}，写成了{verb}"


def _difference(growth: Growth) -> str:
    before, after, change = growth.before, growth.after, growth.difference
    if before is None and change is not None:
        return _beginning(growth, change)
    if before is None or change is None:
        return ""
    exact = after.value - before.value
    slack = sum((a.step for a in (before, after, change) if not a.is_count), Decimal(0)) / 2
    if abs(exact - change.value) <= slack:
        return ""
    apart = in_words_of(after, abs(exact))
    return f"{before.row.text}到{after.row.text}相差{apart}，写的是{change.row.text}"


def _beginning(growth: Growth, change: Amount) -> str:
    """What an increase of nearly all or more than all there is says of the year before."""
    after = growth.after
    counted = after.is_count and change.is_count
    if change.value > after.value + (0 if counted else after.step + change.step):
        return f"只有{after.row.text}，不会增加{change.row.text}"
    if counted and change.value == after.value and growth.rate and growth.rate.value:
        return f"原数是0，没有增减幅度，写了{growth.rate.row.text}"
    return ""


def _rate(growth: Growth) -> str:
    rate = growth.rate
    if rate is None:
        return ""
    if rate.unit == "个百分点" or growth.after.unit == "%":
        return _points(growth, rate)
    expected = rate_range(growth)
    if expected is None or rate.unit not in ("%", "倍"):
        return ""
    factor = Decimal(100) if rate.unit == "倍" else Decimal(1)
    low, high = (end / factor for end in expected)
    doubt = (
        rate.step / 2 if rate.step < 1 else Decimal(0)
    )  # last year's figure may have been revised
    if may_stand_for(rate, low - doubt, high + doubt):
        return ""
    shown = (low + high) / 2
    return f"按前后两数计算应为{_signed(shown, rate)}，写的是{rate.row.text}"


def _points(growth: Growth, rate: Amount) -> str:
    """The move of a share: points are its difference; a percentage may be either, which BB212 settles."""
    before, after = growth.before, growth.after
    if before is None or after.unit != "%" or rate.unit != "个百分点":
        return ""
    exact = after.value - before.value
    if abs(exact - rate.value) <= (before.step + after.step + rate.step) / 2:
        return ""
    return (
        f"{before.row.text}到{after.row.text}相差{plain(abs(exact))}个百分点，写的是{rate.row.text}"
    )


def _signed(value: Decimal, rate: Amount) -> str:
    direction = "增长" if value >= 0 else "下降"
    return f"{direction}{as_precise_as(rate, abs(value))}{rate.unit}"
