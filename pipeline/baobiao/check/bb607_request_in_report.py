"""报告夹带请示事项。

Why: 报告不需要批复，夹在里面的请示会被当作报告归档，没有人答复。
Source: 党政机关公文处理工作条例第十五条第四项：不得在报告等非请示性公文中夹带请示事项。
Bad (法治政府建设年度报告, 2024):
    一、主要举措和成效
    开展普法宣传12场次。拟增设执法科一个，妥否，请批示。
Good (法治政府建设年度报告, 2024):
    一、主要举措和成效
    开展普法宣传12场次。以上报告，请审阅。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.passages import is_quoted
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB607"
NAME = "报告夹带请示事项"
SEVERITY = "error"

_REQUEST = re.compile(
    r"(?:妥否|当否|可否|是否妥当|是否可行)[，,]?\s*(?:恳)?请(?:予以?)?(?:批示|批复|审批|审定|指示|核准)|(?:恳请|请)(?:予以?)?(?:批复|批准)(?=[。！\n]|$)"
)
_ASKING = re.compile("请示|议案")


def check(case: Case) -> Iterator[Finding]:
    """Words that ask for a decision, in a document whose title does not say that it is a request."""
    if not case.draft.document.report_type or _ASKING.search(case.draft.document.title):
        return
    for match in _REQUEST.finditer(case.draft.folded):
        if is_quoted(case.draft, match.start()):
            continue
        start, end = match.span()
        yield Finding(
            code=CODE,
            severity=SEVERITY,
            start=start,
            end=end,
            text=case.draft.report.text[start:end],
            message=f"报告里夹带请示事项（“{match[0]}”）",
            suggestion="请示事项另文报送，一文一事",
        )
