"""发文字号写得不合标准，或者该有而没有。

Why: 年份要写全称，用六角括号“〔〕”括入；顺序号不加“第”字，不编虚位（1不编为01）。
    写成“（2024）”“[2024]”“第02号”，登记、检索都对不上。
Source: 党政机关公文格式（GB/T 9704-2012）7.2.5；党政机关公文处理工作条例第九条第五项。
Bad (法治政府建设年度报告, 2024):
    青教报字（2024）2号
    青山市教育局
    2024年法治政府建设年度报告
    市人民政府：
    现将2024年法治政府建设情况报告如下。
Bad (法治政府建设年度报告, 2024):
    青教报字〔2024〕第02号
    青山市教育局
    2024年法治政府建设年度报告
    市人民政府：
    现将2024年法治政府建设情况报告如下。
Good (法治政府建设年度报告, 2024):
    青教报字〔2024〕2号
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

CODE = "BB601"
NAME = "发文字号不合标准"
SEVERITY = "error"

_NUMBER = re.compile(
    r"(?P<word>[\u4e00-\u9fff]{1,14})\s*(?P<left>[〔\[(（【])\s*(?P<year>(?:19|20)\d\d|\d\d)\s*"
    r"(?P<right>[〕\])）】])\s*(?P<serial>第?\s*\d{1,5})\s*号"
)
_HEAD = 400


def check(case: Case) -> Iterator[Finding]:
    """What is wrong with the document's own number; a missing one where the head names who signs it off."""
    document, text = case.draft.document, case.draft.report.text
    if not document.document_number:
        if document.signer:
            yield Finding(
                code=CODE,
                severity="warning",
                start=0,
                end=0,
                text="",
                message="版头有签发人，没有发文字号",
                suggestion="写上发文字号，例如“青教报字〔2024〕2号”",
            )
        return
    own = (
        match
        for match in _NUMBER.finditer(text, 0, _HEAD)
        if document.document_number.endswith(re.sub(r"\s", "", match[0])[-8:])
    )
    if not (match := next(own, None)):
        return
    for fault, suggestion in _faults(match):
        start, end = match.span()
        yield Finding(
            code=CODE,
            severity=SEVERITY,
            start=start,
            end=end,
            text=text[start:end],
            message=f"发文字号{fault}",
            suggestion=suggestion,
        )


def _faults(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    serial = re.sub(r"\s", "", match["serial"])
    right = f"{match['word']}〔{match['year']}〕{serial.lstrip('第').lstrip('0')}号"
    if match["left"] + match["right"] != "〔〕":
        yield f"的年份用“{match['left']}{match['right']}”括入，应用六角括号", f"写成“{right}”"
    if serial.startswith("第"):
        yield "的顺序号不加“第”字", f"写成“{right}”"
    if serial.lstrip("第").startswith("0"):
        yield "的顺序号不编虚位", f"写成“{right}”"
