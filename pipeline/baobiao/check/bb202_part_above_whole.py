"""“其中”超过总数。

Why: “其中”列的是总数的一部分，单独一项或者并列各项之和超过总数，总有一个数写错。各项有交叉的（女性、党员、
本科以上）可以超过，不核对；三项以上、与总数只差一个数字的，提示核对是否抄错。
Source: 统计法（统计资料应当真实、准确、完整）；部分不大于整体。
Bad:
    对老旧小区违建128处进行分类处置，其中拆除79处、整改38处、暂缓18处。
Bad:
    全年评查案卷120卷，其中优秀139卷。
Bad:
    主动公开政府信息1286条，其中政策文件38条、行政执法信息512条、抽检信息254条、工作动态472条。
Good:
    对老旧小区违建135处进行分类处置，其中拆除79处、整改38处、暂缓18处。
Good:
    现有执法人员148人，其中女性80人、党员90人。
Good:
    完成投资700亿元，其中工业投资210亿元、交通投资120亿元、水利投资65亿元。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.amounts import in_words_of
from baobiao.check.placing import finding
from baobiao.check.rule import Case
from baobiao.check.sums import Total, near_miss, totals
from baobiao.model import Finding

CODE = "BB202"
NAME = "“其中”超过总数"
SEVERITY = "error"

_CROSSING = re.compile(
    r"女|男|党员|团员|民族|学历|本科|大专|研究生|硕士|博士|以[上下内]|岁|青年|新增|持证|高级|中级|国家级|省级|重点"
)


def check(case: Case) -> Iterator[Finding]:
    """Lists behind 其中 that exceed what they are part of, or miss it by one digit."""
    for total in totals(case.draft):
        if total.whole:
            continue
        if not total.holds:
            yield from _above(case, total)
        elif near_miss(total):
            gap = in_words_of(total.total, total.total.value - total.sum)
            yield _finding(case, total, "info", f"其中各项之和比总数少{gap}，请核对是否抄错")


def _above(case: Case, total: Total) -> Iterator[Finding]:
    whole = total.total
    above = [p for p in total.parts if p.value > whole.value + (p.step + whole.step) / 2]
    if above:
        message = f"其中的{above[0].row.text}比总数{whole.row.text}还多"
        yield _finding(case, total, SEVERITY, message)
    elif not any(_CROSSING.search(part.before) for part in total.parts):
        said = f"其中各项相加是{in_words_of(whole, total.sum)}，超过总数{whole.row.text}"
        yield _finding(case, total, "warning", said)


def _finding(case: Case, total: Total, severity: str, message: str) -> Finding:
    rows = [amount.row for amount in (total.total, *total.parts)]
    return finding(
        case.draft,
        (min(row.start for row in rows), max(row.end for row in rows)),
        (CODE, severity),
        message,
        "核对总数和“其中”各项",
    )
