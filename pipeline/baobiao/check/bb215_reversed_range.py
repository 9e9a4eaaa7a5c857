"""数值范围前大后小。

Why: 范围从小写到大；写反了，多半是前后两个数有一个写错。
Source: 公文行文惯例（数值范围从小到大）。
Bad:
    新增公共停车泊位4000个—3500个。
Bad:
    一般公共预算收入增长5%—4%。
Good:
    新增公共停车泊位3500个—4000个，用时由15天降至10天，增长4%—5%。
"""

from __future__ import annotations

from collections.abc import Iterator

from baobiao.check.placing import finding
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB215"
NAME = "数值范围前大后小"
SEVERITY = "warning"

_JOINTS = "—~～–-－"


def check(case: Case) -> Iterator[Finding]:
    """Ranges with a dash whose second end is the smaller one."""
    for row in case.draft.indicators:
        high = row.value_high
        dashed = any(joint in row.text for joint in _JOINTS)
        if row.table_cell or high is None or not dashed or not row.unit:
            continue
        if abs(high) < abs(row.value):
            yield finding(
                case.draft,
                (row.start, row.end),
                (CODE, SEVERITY),
                f"“{row.text}”前大后小",
                "核对两个数；确是范围的，从小写到大",
            )
