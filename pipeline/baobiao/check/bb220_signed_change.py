"""增减词与正负号重复或者矛盾。

Why: “下降-5%”负负得正，成了上升；“增长-5%”要读者自己换算；“增长0.0%”没有增长。增减词已经说明方向，数字前不再写负号，
没有变化的写“持平”。
Source: 统计公报行文惯例（增减词已经说明方向）。
Bad:
    同比下降-5%。
Bad:
    同比增长-3.2%。
Bad:
    比上年增长0.0%。
Good:
    同比下降5%，比上年增长10.0%，上年为负增长，与上年持平。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.placing import finding
from baobiao.check.prose import matches
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB220"
NAME = "增减词与正负号矛盾"
SEVERITY = "warning"

_UP = r"增长|增加|上升|提高|提升|上涨|增幅|增速"
_DOWN = r"下降|减少|降低|回落|下跌|缩小|下滑"
_SIGNED = re.compile(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|约|为|达)?(?P<minus>[-−－负])?(?P<number>\d+(?:\.\d+)?)"
    r"(?P<unit>%|‰|个百分点|倍|[万亿]?元)"
)


def check(case: Case) -> Iterator[Finding]:
    """Changes whose sign repeats or contradicts their verb, and changes of nothing."""
    for found in matches(case.draft, _SIGNED):
        verb, number = found["up"] or found["down"], found["number"] + found["unit"]
        named = verb in ("增幅", "增速")
        if found["minus"] and found["down"]:
            yield _finding(
                case, found, "error", f"“{found.group()}”：下降的负数是上升", f"{verb}{number}"
            )
        elif found["minus"] and not named:
            yield _finding(case, found, "warning", f"“{found.group()}”实际是下降", f"下降{number}")
        elif not found["minus"] and not named and not found["number"].strip("0."):
            yield _finding(case, found, "warning", f"“{found.group()}”没有变化", "与上年持平")


def _finding(case: Case, found: re.Match[str], severity: str, message: str, better: str) -> Finding:
    return finding(
        case.draft,
        found.span(),
        (CODE, severity),
        message,
        f"写成“{better}”",
    )
