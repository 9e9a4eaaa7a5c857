"""缺少主送机关，或者主送机关后面没有用全角冒号。

Why: 上行文要写明报给谁；主送机关顶格，最后一个机关名称后标全角冒号。
Source: 党政机关公文格式（GB/T 9704-2012）7.3.2；党政机关公文处理工作条例第九条第八项。
Bad (法治政府建设年度报告, 2024):
    青教报字〔2024〕2号　签发人：王明
    青山市教育局
    2024年法治政府建设年度报告
    现将2024年法治政府建设情况报告如下。
Bad (法治政府建设年度报告, 2024):
    青教报字〔2024〕2号
    青山市教育局
    2024年法治政府建设年度报告
    市人民政府:
    现将2024年法治政府建设情况报告如下。
Good (法治政府建设年度报告, 2024):
    青教报字〔2024〕2号　签发人：王明
    青山市教育局
    2024年法治政府建设年度报告
    市人民政府：
    现将2024年法治政府建设情况报告如下。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB603"
NAME = "主送机关"
SEVERITY = "warning"


def check(case: Case) -> Iterator[Finding]:
    """An upward document (one that names who signs it off) to nobody; a half-width colon behind the recipient."""
    document, draft = case.draft.document, case.draft
    if not document.recipient:
        if document.signer:
            yield Finding(
                code=CODE,
                severity=SEVERITY,
                start=0,
                end=0,
                text="",
                message="上行文没有主送机关",
                suggestion="在标题下空一行顶格写主送机关，后面用全角冒号",
            )
        return
    name = r"\s*".join(map(re.escape, document.recipient))
    if match := re.search(rf"^\s*({name}\s*:)\s*$", draft.report.text, re.MULTILINE):
        start, end = match.end(1) - 1, match.end(1)
        yield Finding(
            code=CODE,
            severity=SEVERITY,
            start=start,
            end=end,
            text=draft.report.text[start:end],
            message="主送机关后面用了半角冒号",
            suggestion="改为全角冒号“：”",
        )
