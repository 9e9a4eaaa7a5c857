"""缺少发文机关署名。

Why: 没有署名，不知道是谁的报告，也盖不了章。网上公开的报告常不署名，所以只查看得出是公文的（有发文字号、
    签发人或者成文日期的）。
Source: 党政机关公文处理工作条例第九条第十一项；党政机关公文格式（GB/T 9704-2012）7.3.5。
Bad (法治政府建设年度报告, 2024):
    青教报字〔2024〕2号
    青山市教育局
    2024年法治政府建设年度报告
    市人民政府：
    现将2024年法治政府建设情况报告如下。
    一、主要举措和成效
    开展普法宣传12场次。
    2025年1月16日
Good (法治政府建设年度报告, 2024):
    青教报字〔2024〕2号
    青山市教育局
    2024年法治政府建设年度报告
    市人民政府：
    现将2024年法治政府建设情况报告如下。
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

CODE = "BB604"
NAME = "缺少发文机关署名"
SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """No body's name at the end of what is an official document by its number, its signer or its day."""
    document = case.draft.document
    end = closing(case.draft)
    official = document.document_number or document.signer or (document.recipient and end.day)
    if end.name or not official:
        return
    start, stop = end.day or (0, 0)
    yield Finding(
        code=CODE,
        severity=SEVERITY,
        start=start,
        end=stop,
        text=case.draft.report.text[start:stop],
        message="正文后面没有发文机关署名",
        suggestion=f"在成文日期上一行写“{document.issuer}”" if document.issuer else "写上发文机关",
    )
