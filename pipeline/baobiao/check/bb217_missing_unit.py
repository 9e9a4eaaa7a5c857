"""有数无单位。

Why: 数字后面没有单位，不知道是件、人还是户，汇总时没法用。只在同一句里别的数有单位、或者这句话列了三项以上时报；
指数、系数、比值、编号、得分等本来没有单位，不报。
Source: 公文和统计公报行文惯例（数字与计量单位同时写）。
Bad:
    开放夜间共享泊位5730，收费标准由每小时4元降至3元。
Bad:
    出生登记3351，死亡登记3375，户口注销193。
Bad:
    森林蓄积量320万立方米，森林覆盖率45.6。
Good:
    开放夜间共享泊位5730个，收费标准由每小时4元降至3元。
Good:
    恩格尔系数36.7，居民收入增长5.1%；拨打12345，咨询30人次；城乡居民收入比由2.02缩小到1.97。
Good:
    综合得分95.6，位列全市第3，基尼系数0.32，获评AAAAA级景区2，共3家。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.amounts import Amount, Sentence
from baobiao.check.placing import finding
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB217"
NAME = "有数无单位"
SEVERITY = "warning"

_DIMENSIONLESS = re.compile(
    r"指数|系数|比[值例]?$|比由|倍差|之比|得分|评分|分值|均值|pH|PH|PM|热线|电话|编号|代码|平台|级|型|版|排名|位列|第|前$|[A-Za-z+＋#号]$|拨打|全文|第\S*章$"
    r"|同比|增长|下降|年$|邮编|标准|容积率|密度|强度"
)
_RATE = re.compile(r"(?<![倍概汇速频功比费税利])率$|占比$")
_SHOWN, _LONGEST = 3, 10
_ENDS = re.compile(r"[，。；、：),]|$")


def check(case: Case) -> Iterator[Finding]:
    """Whole numbers that end at a mark without a unit, where others have one or a list of them stands."""
    for sentence in case.sentences:
        following = (*sentence.amounts[1:], None)
        bare = [
            amount
            for amount, after in zip(sentence.amounts, following, strict=True)
            if _is_bare(case, amount) and not (after and after.before in ("、", "和", "及"))
        ]
        with_unit = [amount for amount in sentence.amounts if amount.row.unit]
        if not bare or len(bare) + len(with_unit) < 2 or (len(bare) < 3 and not with_unit):
            continue
        yield _finding(case, sentence, bare)


def _is_bare(case: Case, amount: Amount) -> bool:
    row, text = amount.row, case.draft.folded
    if row.unit or not amount.is_level or row.value_high is not None or "ratio" in row.rule:
        return False
    whole = re.fullmatch(r"[\d,]+|[\d.]+[十百千]?[万亿]", text[row.start : row.end])
    if not whole and not _RATE.search(row.name):
        return False
    if _DIMENSIONLESS.search(amount.name) or _DIMENSIONLESS.search(row.name):
        return False
    return bool(_ENDS.match(text[row.end : row.end + 1])) and bool(row.name)


def _finding(case: Case, sentence: Sentence, bare: list[Amount]) -> Finding:
    shown = "".join(f"“{_short(amount.row.name)}{amount.row.text}”" for amount in bare[:_SHOWN])
    more = f"等{len(bare)}个数" if len(bare) > _SHOWN else ""
    return finding(
        case.draft,
        (bare[0].row.start, bare[-1].row.end),
        (CODE, SEVERITY),
        f"{shown}{more}没有单位",
        "补上单位（件、人、户、%等）",
    )


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"…{name[-_LONGEST:]}"
