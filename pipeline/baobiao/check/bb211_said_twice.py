"""同一指标前后写了不同的数。

Why: 同一年、同一名称、同一单位的数在报告里出现两次，只差一个数字或者相邻两个数字颠倒，多半有一处抄错。
口径不同而数值相近的极少，请核对。
Source: 统计法（统计资料应当真实、准确、完整）。
Bad (法治政府建设年度报告, 2024):
    全年12345热线交办案件18936件。

    今年12345热线交办案件18963件，群众满意率95.0%。
Good (法治政府建设年度报告, 2024):
    全年12345热线交办案件18936件。

    今年12345热线交办案件18936件，近1.9万件诉求按时办结。
Good (法治政府建设年度报告, 2024):
    上半年办理行政许可1618件。

    全年办理行政许可3226件。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.amounts import Amount, may_be_equal
from baobiao.check.placing import finding
from baobiao.check.rule import Case
from baobiao.check.slips import is_slip
from baobiao.model import Finding

CODE = "BB211"
NAME = "同一指标前后写了不同的数"
SEVERITY = "warning"

_OF_MANY = re.compile(r"分别|[由从至到]$|累计|其中|各|比|较")
_SHORTEST = 4


def check(case: Case) -> Iterator[Finding]:
    """Amounts of one name, unit and time of which one is a slip of the other."""
    first: dict[tuple[object, ...], Amount] = {}
    for sentence in case.sentences:
        for amount in sentence.amounts:
            row = amount.row
            plain = amount.is_level and amount.is_exact and row.status == "actual"
            named = len(amount.name) > 1 and len(row.name) >= _SHORTEST
            if not plain or not named or _OF_MANY.search(amount.before):
                continue
            key = (row.name, amount.unit, row.year, row.actor, row.period_from, row.period_to)
            earlier = first.setdefault(key, amount)
            if may_be_equal(earlier, amount) or not is_slip(earlier.value, amount.value):
                continue
            yield finding(
                case.draft,
                (row.start, row.end),
                (CODE, SEVERITY),
                f"“{row.name}”前面写{earlier.row.text}，这里写{row.text}",
                "核对两处，改成一致；口径不同的，写明口径",
            )
