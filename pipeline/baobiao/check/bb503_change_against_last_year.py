"""增减与上年报告不符。

Why: 上年报告的数、今年的数都在，写的同比却算不出来；或者今年引用的上年数与上年报告不同；
或者信息公开年报的上年结转不等于上年报告的结转下年度。要么抄错，要么上年数据作过调整，调整的要说明。
按不变价等计算的增速不核对。
Source: 统计法；政府信息公开工作年度报告格式（国办公开办函〔2021〕30号）。
Last year (法治政府建设年度报告, 2024):
    某某市某某局2023年法治政府建设年度报告

    一、主要举措和成效
    全年办理行政许可3108件，信访总量850件。
Bad (法治政府建设年度报告, 2024):
    某某市某某局2024年法治政府建设年度报告

    一、主要举措和成效
    全年办理行政许可3226件，同比增长8.8%。
Good (法治政府建设年度报告, 2024):
    某某市某某局2024年法治政府建设年度报告

    一、主要举措和成效
    全年办理行政许可3226件，同比增长3.8%。
Good (法治政府建设年度报告, 2024):
    某某市某某局2024年法治政府建设年度报告

    一、主要举措和成效
    全年办理行政许可3226件，按可比口径增长12.8%。
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from baobiao.check.amounts import Amount, as_precise_as, in_words_of, may_stand_for, step
from baobiao.check.disclosure_form import form
from baobiao.check.growth import Growth, is_measured_otherwise, rate_range
from baobiao.check.placing import finding
from baobiao.check.rule import Case
from baobiao.check.two_years import is_of_last_year, levels, pairs, reviewed
from baobiao.model import Draft, Finding, Indicator

CODE = "BB503"
NAME = "增减与上年报告不符"
SEVERITY = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Changes, quoted figures and carried requests that last year's report contradicts."""
    if case.last_year is not None and is_of_last_year(case):
        yield from _changes(case)
        yield from _quoted(case, case.last_year)
        yield from _carried(case, case.last_year)


def _changes(case: Case) -> Iterator[Finding]:
    then = {now.start: before for now, before in pairs(case)}
    for sentence in case.sentences:
        for level, change in zip(sentence.amounts, sentence.amounts[1:], strict=False):
            before = then.get(level.row.start)
            row = change.row
            of_last_year = (
                row.kind == "change" and row.basis == "year_on_year" and row.name == level.row.name
            )
            if before is None or not of_last_year or not change.is_exact or not level.is_exact:
                continue
            if re.search("[由从转]", change.before):
                continue  # 由上年下降3.8%转为增长8.5%
            if is_measured_otherwise(level) or is_measured_otherwise(change):
                continue
            if expected := _expected(Amount(before, "", step(before)), level, change):
                message = f"上年报告是{before.text}，今年{level.row.text}，应为{expected}，写的是{row.text}"
                yield _finding(case, (level.row.start, row.end), message)


def _expected(before: Amount, after: Amount, change: Amount) -> str:
    """What the change should be, where it is not; empty where it may be right."""
    if change.unit in ("%", "倍") and after.unit != "%":
        ends = rate_range(Growth(before, after))
        factor = Decimal(100) if change.unit == "倍" else Decimal(1)
        if ends is None or may_stand_for(change, ends[0] / factor, ends[1] / factor):
            return ""
        middle = (ends[0] + ends[1]) / 2 / factor
        size = as_precise_as(change, abs(middle))
        return f"{'增长' if middle >= 0 else '下降'}{size}{change.unit}"
    if change.unit == after.unit or (change.unit == "个百分点" and after.unit == "%"):
        if change.unit == "%":
            return ""
        exact = after.value - before.value
        rounded = [a for a in (before, after, change) if not a.is_count]
        if abs(exact - change.value) <= sum((a.step for a in rounded), Decimal(0)) / 2:
            return ""
        return f"{'增加' if exact >= 0 else '减少'}{in_words_of(change, abs(exact))}"
    return ""


def _quoted(case: Case, before: Draft) -> Iterator[Finding]:
    """Figures of last year that this draft quotes."""
    year = reviewed(case, before)
    known: dict[tuple[str, str], list[Indicator]] = defaultdict(list)
    for row in levels(before, year):
        known[row.name, row.unit].append(row)
    for row in levels(case.draft, year):
        rows = known.get((row.name, row.unit), [])
        if len({each.value for each in rows}) != 1:
            continue
        if abs(row.value - rows[0].value) > (step(row) + step(rows[0])) / 2:
            message = f"引用的上年数是{row.text}，上年报告写的是{rows[0].text}"
            yield _finding(case, (row.start, row.end), message)


def _carried(case: Case, before: Draft) -> Iterator[Finding]:
    """上年结转 of the disclosure form is last year's 结转下年度."""
    now, then = form(case.draft).requests, form(before).requests
    if "carried" not in now or "next" not in then:
        return
    entry, left = now["carried"][-1], then["next"][-1]
    if entry.value != left.value:
        message = f"上年结转填的是{entry.text}，上年报告的结转下年度是{left.text}"
        yield _finding(case, (entry.start, entry.end), message)


def _finding(case: Case, place: tuple[int, int], message: str) -> Finding:
    return finding(
        case.draft,
        place,
        (CODE, SEVERITY),
        message,
        "核对今年和上年的数；上年数据有调整的，写明",
    )
