"""不可能的数值。

Why: 合格率、办结率、覆盖率、占比等是部分占整体，不会超过100%，也不会是负数；件、人、次等计数不会是负数。完成率、
增长率、入学率（毛）等可以超过100%，不核对。
Source: 统计法（统计资料应当真实、准确、完整）；部分不大于整体。
Bad:
    案卷合格率102.5%。
Bad:
    非现场执法案件占比138.0%。
Good:
    案卷合格率98.5%，完成年度任务的116.3%，毛入学率103%，同比增长120%，占年度任务14万平方米的108.6%。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.placing import finding
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB219"
NAME = "不可能的数值"
SEVERITY = "error"

_SHARE = re.compile(
    r"(?:占比|比重|覆盖率|合格率|优良率|优秀率|办结率|审结率|答复率|满意率|满意度|持证率|应诉率|达标率|普及率|化解率|处置率|胜诉率|及格率"
    r"|通过率|公开率|准确率|成活率|参保率|知晓率|安全感|绿化率|森林覆盖率|整改率|受理率|履约率|执行率)[^率比]{0,4}$"
)
_MAY_EXCEED = re.compile(r"毛|任务|计划|预算|目标|预期|增|降|提高|比上年|负债|产销|自给")
_COUNTED = frozenset("件宗起人次个家户条份场期名项处")


def check(case: Case) -> Iterator[Finding]:
    """Shares above 100 % or below 0, and counts below 0."""
    for row in case.draft.indicators:
        if row.kind != "level" or row.value_high is not None:
            continue
        share = row.unit == "%" and _SHARE.search(row.name) and not _MAY_EXCEED.search(row.name)
        if share and not 0 <= row.value <= 100:
            yield _finding(case, (row.start, row.end), f"“{row.name}”不会是{row.text}")
        elif row.value < 0 and row.unit in _COUNTED and "减" not in row.name:
            yield _finding(case, (row.start, row.end), f"计数不会是负数：{row.text}")


def _finding(case: Case, place: tuple[int, int], message: str) -> Finding:
    return finding(
        case.draft,
        place,
        (CODE, SEVERITY),
        message,
        "核对这个数",
    )
