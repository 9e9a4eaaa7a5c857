"""与上年完全相同的数。

Why: 发生数连着两年一个不差，多半是照抄上年没有更新。只看三位以上的数；四位以上的发生数报警告，其余（存量、比率、
三位数）只提示。
Source: 统计法（统计资料应当真实、准确、完整、及时）。
Last year (法治政府建设年度报告, 2024):
    某某市某某局2023年法治政府建设年度报告

    一、主要举措和成效
    全年办理行政许可3226件，开展普法宣传活动71场。
Bad (法治政府建设年度报告, 2024):
    某某市某某局2024年法治政府建设年度报告

    一、主要举措和成效
    全年办理行政许可3226件，开展普法宣传活动85场。
Good (法治政府建设年度报告, 2024):
    某某市某某局2024年法治政府建设年度报告

    一、主要举措和成效
    全年办理行政许可3108件，开展普法宣传活动71场。
"""

from __future__ import annotations

from collections.abc import Iterator

from baobiao.check.placing import finding
from baobiao.check.rule import Case
from baobiao.check.two_years import pairs
from baobiao.model import Finding, Indicator

CODE = "BB502"
NAME = "与上年完全相同的数"
SEVERITY = "warning"

_TELLING = 3
_PLAIN = 4


def check(case: Case) -> Iterator[Finding]:
    """Figures of three digits and more that are last year's."""
    stocks = {known.name for known in case.lexicon.indicators if known.kind != "flow"}
    for now, then in pairs(case):
        digits = _digits(now)
        if now.value != then.value or digits < _TELLING:
            continue
        flow = now.unit != "%" and now.indicator not in stocks and digits >= _PLAIN
        yield finding(
            case.draft,
            (now.start, now.end),
            (CODE, SEVERITY if flow else "info"),
            f"“{now.name}”{now.text}，与上年完全相同",
            "核对是不是照抄上年",
        )


def _digits(row: Indicator) -> int:
    return len(f"{row.value.normalize():f}".replace(".", "").strip("-0"))
