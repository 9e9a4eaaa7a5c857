"""缺少成文日期。

Why: 只有署名、没有年月日，报告从哪天起算数、是不是按期报送，都说不清。
Source: 党政机关公文处理工作条例第九条第十二项；党政机关公文格式（GB/T 9704-2012）7.3.5。
Bad (法治政府建设年度报告, 2024):
    青山市教育局2024年法治政府建设年度报告
    一、主要举措和成效
    开展普法宣传12场次。
    青山市教育局
Good (法治政府建设年度报告, 2024):
    青山市教育局2024年法治政府建设年度报告
    一、主要举措和成效
    开展普法宣传12场次。
    青山市教育局
    2025年1月16日
"""

from __future__ import annotations

from collections.abc import Iterator

from baobiao.check.passages import closing
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB605"
NAME = "缺少成文日期"
SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """A document that is signed or numbered, and has no day at its end, below its title or in a delivery line."""
    document = case.draft.document
    end = closing(case.draft)
    official = end.name or document.document_number or document.signer
    if end.day or document.issue_date or not official:
        return
    start, stop = end.name or (0, 0)
    yield Finding(
        code=CODE,
        severity=SEVERITY,
        start=start,
        end=stop,
        text=case.draft.report.text[start:stop],
        message="没有成文日期",
        suggestion="在署名下一行写成文日期，用阿拉伯数字，年、月、日写全",
    )
