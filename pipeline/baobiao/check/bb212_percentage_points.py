"""百分点写成百分比。

Why: 两个百分数之间的差是百分点：由93.2%提高到95.0%，是提高1.8个百分点，也就是提高1.9%。写成“提高1.8%”就错了；
比率后面直接写“提高1.8%”的，读的人分不清是哪一种。反过来，件数、金额的增减也不能用百分点。
Source: 国家统计局统计公报行文惯例（百分点是两个百分数之差）。
Bad:
    合格率由93.2%提高到95.0%，提高1.8%。
Bad:
    按期办结率99.4%，满意率95.0%，比上年提高1.8%。
Bad:
    全年罚款873.1万元，下降4.7个百分点。
Good:
    合格率由93.2%提高到95.0%，提高1.8个百分点。
Good:
    满意率95.0%，比上年提高1.8个百分点；罚款873.1万元，下降4.7%。
Good:
    地区生产总值增长5.2%，固定资产投资增长6.7%。
Good:
    工业增加值增长6.8%，增速提高0.5个百分点，高于全省1.2个百分点。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.amounts import Amount, plain
from baobiao.check.growth import growths
from baobiao.check.placing import finding
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB212"
NAME = "百分点与百分比混用"
SEVERITY = "warning"

_RATE = re.compile(r"(?:率|占比|比重|比例|满意度|安全感)(?:均?[为达]到?|是)?$")
_MOVED = re.compile(
    r"[，、(](?:同比|[比较](?:上年度?|去年)(?:同期)?)?(?:提高|提升|上升|增加|增长|下降|降低|减少|回落)了?"
)


def check(case: Case) -> Iterator[Finding]:
    """Moves of a rate in percent, and of an amount in percentage points."""
    for sentence in case.sentences:
        settled = set()
        for growth in growths(sentence):
            before, after, rate = growth.before, growth.after, growth.rate
            if before is None or rate is None or after.unit != "%" or rate.unit != "%":
                continue
            points = abs(after.value - before.value)
            settled.add(rate.row.start)
            if points == abs(rate.value):
                said = f"{before.row.text}到{after.row.text}相差{plain(points)}个百分点，写成了{rate.row.text}"
                yield _finding(case, after, rate, "error", said)
        for level, change in zip(sentence.amounts, sentence.amounts[1:], strict=False):
            if change.row.start not in settled and _MOVED.fullmatch(change.before):
                yield from _beside(case, level, change)


def _beside(case: Case, level: Amount, change: Amount) -> Iterator[Finding]:
    if not level.is_level or level.row.value_high is not None:
        return
    moved = change.row.text
    if level.unit == "%" and change.unit == "%" and _RATE.search(level.name):
        said = f"比率的变动写成了{moved}，分不清是{moved}还是{moved.rstrip('%％')}个百分点"
        yield _finding(case, level, change, SEVERITY, said)
    elif change.unit == "个百分点" and level.unit not in ("%", "‰", "", "个百分点"):
        yield _finding(case, level, change, SEVERITY, f"{level.row.text}的增减不能用百分点")


def _finding(case: Case, first: Amount, last: Amount, severity: str, message: str) -> Finding:
    return finding(
        case.draft,
        (first.row.start, last.row.end),
        (CODE, severity),
        message,
        "百分数之差写“个百分点”，增减幅度写“%”",
    )
