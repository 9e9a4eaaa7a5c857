"""结构比例之和不为100。

Why: 三次产业结构等用比例表示的构成，各部分之和应为100；四舍五入的尾差不超过末位各半个单位。
Source: 国家统计局三次产业划分规定；构成之和等于100%。
Bad:
    三次产业结构为12.1:43.5:46.4。
Good:
    三次产业结构由上年的12.1∶43.5∶44.4调整为11.6∶43.1∶45.2，男女性别比为103.4:100。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from baobiao.check.amounts import plain
from baobiao.check.placing import finding
from baobiao.check.prose import matches
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB222"
NAME = "结构比例之和不为100"
SEVERITY = "error"

_STRUCTURE = re.compile(
    r"(?:结构|构成|比重|比例)[^，。；:\n]{0,14}?(?<![\d.])(\d+(?:\.\d+)?(?:[:：]\d+(?:\.\d+)?){2,})(?![\d.:：])"
    r"(?:[^，。；:\n\d]{0,8}?(?<![\d.])(\d+(?:\.\d+)?(?:[:：]\d+(?:\.\d+)?){2,})(?![\d.:：]))?"
)
_NEAR = 50


def check(case: Case) -> Iterator[Finding]:
    """Ratios of three parts and more that miss a hundred by more than rounding; 3:4:5 is no structure in percent."""
    for found in matches(case.draft, _STRUCTURE):
        for group in filter(found.group, (1, 2)):
            written = re.split("[:：]", found[group])
            step = Decimal(1).scaleb(-max(len(part.partition(".")[2]) for part in written))
            added = sum(map(Decimal, written), Decimal(0))
            if len(written) * step / 2 < abs(added - 100) < _NEAR:
                yield finding(
                    case.draft,
                    found.span(group),
                    (CODE, SEVERITY),
                    f"“{found[group]}”相加是{plain(added)}，不是100",
                    "核对各部分的比例",
                )
