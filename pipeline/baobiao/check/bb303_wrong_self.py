"""自称与发文机关不符。

Why: 局的报告里出现“我所”“我队”，是下级报来的材料没有改写就贴了进来；县的报告里出现“我区”，是抄了别处的稿子。
Source: 公文写作惯例；党政机关公文处理工作条例第十九条（人名、地名等准确，格式规范）。
Bad (法治政府建设年度报告, 2024, 某某市公安局):
    一、主要举措和成效
    我局开展普法宣传12场次。我所根据上级下发的线索，上门宣传反诈知识。
Good (法治政府建设年度报告, 2024, 某某市公安局):
    一、主要举措和成效
    我局开展普法宣传12场次，各派出所上门宣传反诈知识。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.passages import is_quoted
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB303"
NAME = "自称与发文机关不符"
SEVERITY = "warning"

# How a body calls itself, by the end of its name.
_SELVES = {
    "局": "局",
    "厅": "厅",
    "委": "委",
    "委员会": "委",
    "办": "办",
    "办公室": "办",
    "处": "处",
    "所": "所",
    "院": "院",
    "站": "站",
    "中心": "中心",
    "大队": "大队",
    "支队": "支队",
    "总队": "总队",
    "大学": "校",
    "学院": "院",
    "学校": "校",
    "街道办事处": "街道",
    "镇人民政府": "镇",
    "乡人民政府": "乡",
}
_OWN = re.compile(
    r"(?<![自忘为])(?:我|本)(?P<self>支队|大队|总队|中队|街道|中心|分局|局|厅|委|所|队|院|校|站|镇|乡)"
    r"(?![长员际部内里士])"
)
_NOT_A_BODY = re.compile(r"本(?:院|校|所|队|站|中心|镇|乡|街道)")


def check(case: Case) -> Iterator[Finding]:
    """我X where the issuer is no X; only for issuers whose name ends in a way that tells how they call themselves.

    What is quoted is another's word. 本所, 本院 … may mean the place that was just named, and are left alone.
    """
    issuer = case.draft.document.issuer
    own = {said for ending, said in _SELVES.items() if issuer.endswith(ending)}
    if not own:
        return
    if "局" in own:
        own.add("分局")
    seen: set[str] = set()
    for match in _OWN.finditer(case.draft.folded):
        said = match["self"]
        if said in own or _NOT_A_BODY.fullmatch(match[0]) or is_quoted(case.draft, match.start()):
            continue
        if said in seen:
            continue
        seen.add(said)
        start, end = match.span()
        yield Finding(
            code=CODE,
            severity=SEVERITY,
            start=start,
            end=end,
            text=case.draft.report.text[start:end],
            message=f"发文机关是“{issuer}”，这里却自称“{match[0]}”",
            suggestion="核对是不是别的单位的材料，改成本机关的自称",
        )
