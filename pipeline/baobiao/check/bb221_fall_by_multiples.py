"""减少用了倍数。

Why: 减少一倍就没有了，减少几倍说不通。减少用百分比或者分数；倍数只用于增加。
Source: 汉语数量表达惯例（倍数只用于增加）。
Bad:
    平均办理时间下降1.5倍。
Bad:
    案件比上年减少了两倍。
Good:
    平均办理时间下降60%，办件量增长1.5倍，申请材料减少三分之二，降低倍差。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.placing import finding
from baobiao.check.prose import matches
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB221"
NAME = "减少用了倍数"
SEVERITY = "warning"

_FALL = re.compile(
    r"(?:下降|减少|降低|缩短|缩减|压缩|压减|缩小|减)(?:了|近|约|超过|达)?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十几]+)多?倍(?!差|增)"
)


def check(case: Case) -> Iterator[Finding]:
    """Falls that are given as multiples."""
    for found in matches(case.draft, _FALL):
        yield finding(
            case.draft,
            found.span(),
            (CODE, SEVERITY),
            f"“{found.group()}”：减少不能用倍数",
            "改用百分比或者分数，例如“下降60%”“减少三分之二”",
        )
