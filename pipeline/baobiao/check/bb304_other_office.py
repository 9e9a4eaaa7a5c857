"""标题里的机关和署名的机关不是一个。

Why: 套用别的单位的稿子，标题改了、落款没改（或者相反），报告就成了别人的。
Source: 党政机关公文处理工作条例第九条（发文机关署名用全称或者规范化简称）；
    党政机关公文格式（GB/T 9704-2012）7.3.5。
Bad (法治政府建设年度报告, 2024):
    青山市教育局2024年法治政府建设年度报告
    一、主要举措和成效
    开展普法宣传12场次。
    青山市体育局
    2025年1月16日
Good (法治政府建设年度报告, 2024):
    青山市教育局2024年法治政府建设年度报告
    一、主要举措和成效
    开展普法宣传12场次。
    青山市教育局
    2025年1月16日
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.characters import fold
from baobiao.check.passages import closing
from baobiao.check.rule import Case
from baobiao.elements.marks import close, is_body_name
from baobiao.model import Finding

CODE = "BB304"
NAME = "标题和署名的机关不一致"
SEVERITY = "warning"

_TITLE_NAME = re.compile(
    r"^(?:(?:19|20)\d\d年度?)?([\u4e00-\u9fff()]{3,40}?)(?=(?:关于|(?:19|20)\d\d年))"
)
_OFFICE = re.compile(r"(?:办公[厅室]|党组|党委)$")
_COMMON = 3


def check(case: Case) -> Iterator[Finding]:
    """A body named at the start of the title and another in the signature; short names of the same are none."""
    title = fold(close(case.draft.document.title))
    match = _TITLE_NAME.match(title)
    signed = closing(case.draft).name
    if not match or not signed or not is_body_name(match[1]):
        return
    named = match[1]
    written = fold(close(case.draft.report.text[slice(*signed)]))
    if _same(named, written):
        return
    yield Finding(
        code=CODE,
        severity=SEVERITY,
        start=signed[0],
        end=signed[1],
        text=case.draft.report.text[slice(*signed)],
        message=f"标题写的是“{named}”，署名是“{written}”",
        suggestion="核对发文机关，改成同一个名称",
    )


def _same(one: str, other: str) -> bool:
    """Whether two names may be of one body: one holds the other, or all but a short form's characters in order."""
    short, long = sorted((_OFFICE.sub("", one), _OFFICE.sub("", other)), key=len)
    if len(short) < _COMMON or short in long:
        return True
    place = 0
    for character in short:
        place = long.find(character, place) + 1
        if not place:
            return False
    return True
