"""自称与发文机关不符。

Why: 局的报告里出现“我所”“我队”，是下级报来的材料没有改写就贴了进来；区的报告里出现“我县”，是抄了别处的稿子。
Source: 公文写作惯例；党政机关公文处理工作条例第十九条（人名、地名等准确，格式规范）。
Bad (法治政府建设年度报告, 2024, 某某市公安局):
    一、主要举措和成效
    我局开展普法宣传12场次。我所根据上级下发的线索，上门宣传反诈知识。
Bad (法治政府建设年度报告, 2024, 梅州市梅县区司法局):
    一、主要举措和成效
    我县开展普法宣传12场次。
Good (法治政府建设年度报告, 2024, 某某市公安局):
    一、主要举措和成效
    我局开展普法宣传12场次，各派出所上门宣传反诈知识。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.passages import is_quoted
from baobiao.check.rule import Case
from baobiao.divisions import Region, divisions
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
_PLACE = re.compile(r"(?<![自忘为])我(?P<self>省|县|旗|州|盟)(?![长级委])")
_NOT_A_BODY = re.compile(r"本(?:院|校|所|队|站|中心|镇|乡|街道)")


def check(case: Case) -> Iterator[Finding]:
    """我X where the issuer is no X, or stands in no X; the first place of each.

    What is quoted is another's word. 本所, 本院 … may mean the place that was just named, and are left alone.
    """
    issuer = case.draft.document.issuer
    seen: set[str] = set()
    for match in sorted((*_bodies(case), *_places(case)), key=lambda match: match.start()):
        start, end = match.span()
        if match["self"] in seen or is_quoted(case.draft, start):
            continue
        seen.add(match["self"])
        yield Finding(
            code=CODE,
            severity=SEVERITY,
            start=start,
            end=end,
            text=case.draft.report.text[start:end],
            message=f"发文机关是“{issuer}”，这里却自称“{match[0]}”",
            suggestion="核对是不是别的单位、别的地方的材料，改成本机关的自称",
        )


def _bodies(case: Case) -> Iterator[re.Match[str]]:
    """Only for issuers whose name ends in a way that tells how they call themselves."""
    issuer = case.draft.document.issuer
    own = {said for ending, said in _SELVES.items() if issuer.endswith(ending)}
    own |= {"分局"} if "局" in own else set()
    if own:
        for match in _OWN.finditer(case.draft.folded):
            if match["self"] not in own and not _NOT_A_BODY.fullmatch(match[0]):
                yield match


def _places(case: Case) -> Iterator[re.Match[str]]:
    """Only for issuers of a place that the list of divisions knows; zones call themselves as they like."""
    document = case.draft.document
    place, _ = divisions(case.lexicon).locate(document.issuer, document.year)
    if place == Region() or place.zone or place.area:
        return
    for match in _PLACE.finditer(case.draft.folded):
        if place.at(match["self"]) == Region():
            yield match
