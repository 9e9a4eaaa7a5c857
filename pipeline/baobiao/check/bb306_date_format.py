"""日期的写法不规范。

Why: 年份缺前两位、用“号”代替“日”、用点或者短横线代替“年月日”，正式报告都不这样写，过后也查不准。
Source: 出版物上数字用法（GB/T 15835-2011）5.1.3 年份不应简写；党政机关公文格式（GB/T 9704-2012）7.3.5.4。
Bad:
    24年3月5日召开专题会议。
Bad:
    2024.3.5召开专题会议。
Bad:
    2024年3月5号召开专题会议。
Good:
    2024年3月5日召开专题会议，3月6日印发方案，依据国家标准GB/T 9704-2012。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB306"
NAME = "日期的写法不规范"
SEVERITY = "warning"

_FORMS = (
    (
        re.compile(
            r"(?<![\d.,])(?<!19)(?<!20)[0-3]\d ?年 ?(?:1[0-2]|0?[1-9]) ?月(?: ?\d{1,2} ?日)?"
        ),
        "年份要写全四位数",
    ),
    (
        re.compile(r"(?<!\d)(?:19|20)\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?号(?!文|线|楼)"),
        "书面语用“日”，不用“号”",
    ),
    (
        re.compile(
            r"(?<![\da-zA-Z./-])(?:19|20)\d\d([./-])(?:1[0-2]|0?[1-9])\1(?:[12]\d|3[01]|0?[1-9])(?![\da-zA-Z./-])"
        ),
        "正文里用“年、月、日”",
    ),
)
# 发布时间：2025-01-16 says when a page was published, and is no sentence of the report.
_PAGE_DATA = re.compile(r"(?:时间|日期|发布)\s*[:：]\s*$")


def check(case: Case) -> Iterator[Finding]:
    """Days in the text written short, with dots or with 号. Page residue and tables are left alone."""
    draft = case.draft
    spans = [(0, len(draft.folded))]
    if draft.report.blocks:
        spans = [(block.start, block.end) for block in draft.report.blocks if block.kind == "text"]
    for first, last in spans:
        for pattern, reason in _FORMS:
            for match in pattern.finditer(draft.folded, first, last):
                start, end = match.span()
                if _PAGE_DATA.search(draft.folded, max(0, start - 12), start):
                    continue
                yield Finding(
                    code=CODE,
                    severity=SEVERITY,
                    start=start,
                    end=end,
                    text=draft.report.text[start:end],
                    message=f"“{draft.report.text[start:end]}”：{reason}",
                    suggestion="写成“2024年3月5日”这样的形式",
                )
