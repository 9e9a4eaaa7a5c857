"""说有几项，列出来的不是几项。

Why: 前面写“以下三项”，后面列了四条，不是数错了就是漏了一条；听报告的人会跟着数。
Source: 公文写作惯例（前后一致）。
Bad:
    三、下一步打算
    重点抓好以下三项工作：一是强化学习。二是规范执法。
Good:
    三、下一步打算
    重点抓好以下三项工作：一是强化学习。二是规范执法。三是加强监督。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.rule import Case
from baobiao.check.sequences import Numbered, sequences
from baobiao.model import Finding
from baobiao.numerals import parse

CODE = "BB109"
NAME = "说的项数与列出的不一致"
SEVERITY = "warning"

_ANNOUNCED = re.compile(
    r"(?:以下|下列|如下|下面)(?P<count>[一二两三四五六七八九十]{1,3}|\d{1,2})"
    r"(?:个?(?:方面|问题|环节|重点|步骤)|大|项|点|条|类|种|件|个)[^。；！？：\n]{0,16}[：。]\s*"
)


def check(case: Case) -> Iterator[Finding]:
    """An announced count followed at once by a numbered list that goes from one to another number."""
    lists = {group[0].section.start: group for group in sequences(case.draft)}
    for match in _ANNOUNCED.finditer(case.draft.folded):
        group = lists.get(match.end())
        if not group or group[0].number != 1:
            continue
        items = _running(group)
        said = int(parse(match["count"]))
        # Parts of the whole report may go on behind the announced ones with the same numbers.
        if len(items) == said or (len(items) > said and items[0].section.level == 1):
            continue
        start, end = match.start(), match.end("count") + 1
        yield Finding(
            code=CODE,
            severity=SEVERITY,
            start=start,
            end=end,
            text=case.draft.report.text[start:end],
            message=f"说有 {said} 项，后面列出 {len(items)} 项"
            f"（“{items[0].section.marker}”到“{items[-1].section.marker}”）",
            suggestion="核对项数，或者补上漏掉的一项",
        )


def _running(group: list[Numbered]) -> list[Numbered]:
    """The items as far as their numbers run on without a gap."""
    return [item for place, item in enumerate(group, 1) if item.number == place]
