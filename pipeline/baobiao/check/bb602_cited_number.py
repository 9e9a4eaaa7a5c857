"""引用文件的字号没有用六角括号。

Why: 引用别的文件，字号要照原样写，年份用六角括号“〔〕”，否则照着查不到。
Source: 党政机关公文格式（GB/T 9704-2012）7.2.5；党政机关公文处理工作条例第十九条。
Bad:
    按照《关于规范行政执法的通知》（国办发[2018]118号）要求，开展自查。
Good:
    按照《关于规范行政执法的通知》（国办发〔2018〕118号）要求，开展自查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB602"
NAME = "引用的字号没有用六角括号"
SEVERITY = "warning"

_CITED = re.compile(
    r"(?<=[发函字令告办规政府法委])(?P<left>[\[(（【])(?P<year>(?:19|20)\d\d)(?P<right>[\])）】])(?=第?\d{1,5}号)"
)


def check(case: Case) -> Iterator[Finding]:
    """Numbers of other documents with other brackets; case numbers of courts have round ones and begin with them."""
    text = case.draft.report.text
    own = (
        text.find(case.draft.document.document_number)
        if case.draft.document.document_number
        else -1
    )
    for match in _CITED.finditer(text):
        if own >= 0 and own <= match.start() <= own + len(case.draft.document.document_number):
            continue
        start, end = match.span()
        yield Finding(
            code=CODE,
            severity=SEVERITY,
            start=start,
            end=end,
            text=text[start:end],
            message=f"字号的年份用“{match['left']}{match['right']}”括入，应用六角括号",
            suggestion=f"改为“〔{match['year']}〕”",
        )
