"""数值范围的前一个数缺单位或者百分号。

Why: “10—15%”可以读成10到15%，“5至10万元”可以读成5元到10万元。省去前一个单位会产生歧义的，不能省；百分号要写全。
Source: GB/T 15835—2011《出版物上数字用法》5.1.3。
Bad:
    一般公共预算收入增长4—5%。
Bad:
    每户补助5至10万元。
Good:
    一般公共预算收入增长4%—5%，每户补助5万元至10万元，培训3—5期。
Good:
    从2023年的12到2024年的15%左右。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from baobiao.check.placing import finding
from baobiao.check.prose import matches
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB214"
NAME = "数值范围缺前一个单位"
SEVERITY = "warning"

_RANGE = re.compile(
    r"(?<![\d.,:/〔\-—~第年月])(?P<low>\d+(?:\.\d+)?) ?(?P<joint>—{1,2}|~|-|至|到) ?"
    r"(?P<high>\d+(?:\.\d+)?)(?P<mark>%|‰|[万亿][^\d\s，。；：、())“”]{0,4})"
)


def check(case: Case) -> Iterator[Finding]:
    """Ranges whose first number has neither the percent sign nor the 万 of the second."""
    for found in matches(case.draft, _RANGE):
        if Decimal(found["low"]) >= Decimal(found["high"]) and found["joint"] in "至到-":
            continue
        unit = found["mark"]
        shown = unit if unit in "%‰" else unit[0]
        yield finding(
            case.draft,
            found.span(),
            (CODE, SEVERITY),
            f"“{found.group()}”的前一个数没有写“{shown}”",
            f"写成“{found['low']}{unit}{found['joint']}{found['high']}{unit}”",
        )
