"""日期不存在。

Why: “2月30日”“13月5日”一定是写错了。
Source: 公历；出版物上数字用法（GB/T 15835-2011）。
Bad:
    2024年2月30日，召开专题会议。
Bad:
    2024年6月31日前完成整改。
Good:
    2024年2月29日，召开专题会议。
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB305"
NAME = "日期不存在"
SEVERITY = "error"

_DAY = re.compile(
    r"(?<!\d)(?:(?P<year>(?:19|20)\d\d) ?年 ?)?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?(?:日|号(?!线|楼|院|文))"
)
_LEAP = 2024


def check(case: Case) -> Iterator[Finding]:
    """Days that no calendar has; without a year, those that no year has."""
    for match in _DAY.finditer(case.draft.folded):
        month, day = int(match["month"]), int(match["day"])
        year = int(match["year"] or _LEAP)
        if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
            continue
        start, end = match.span()
        yield Finding(
            code=CODE,
            severity=SEVERITY,
            start=start,
            end=end,
            text=case.draft.report.text[start:end],
            message=f"没有“{case.draft.report.text[start:end]}”这一天",
            suggestion="核对日期",
        )
