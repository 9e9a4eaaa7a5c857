"""成文日期写得不合标准，或者年份不对。

Why: 成文日期用阿拉伯数字将年、月、日标全，月、日不编虚位（1不编为01）；年报的成文日期还不应早于报告期结束。
Source: 党政机关公文格式（GB/T 9704-2012）7.3.5.4。
Bad (法治政府建设年度报告, 2024):
    青山市教育局2024年法治政府建设年度报告
    一、主要举措和成效
    开展普法宣传12场次。
    青山市教育局
    二〇二五年一月十六日
Bad (法治政府建设年度报告, 2024):
    青山市教育局2024年法治政府建设年度报告
    一、主要举措和成效
    开展普法宣传12场次。
    青山市教育局
    2025年01月16日
Bad (法治政府建设年度报告, 2024):
    青山市教育局2024年法治政府建设年度报告
    一、主要举措和成效
    开展普法宣传12场次。
    青山市教育局
    2025年1月
Bad (法治政府建设年度报告, 2024):
    青山市教育局2024年法治政府建设年度报告
    一、主要举措和成效
    开展普法宣传12场次。
    青山市教育局
    2022年1月16日
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
from datetime import date

from baobiao.check.passages import closing
from baobiao.check.rule import Case
from baobiao.elements.marks import day_of
from baobiao.model import Finding

CODE = "BB606"
NAME = "成文日期不合标准"
SEVERITY = "error"

_LATEST = 2


def check(case: Case) -> Iterator[Finding]:
    """The day at the end of the draft, judged by its form first and then by its year."""
    day = closing(case.draft).day
    if day is None:
        return
    words = case.draft.folded[slice(*day)]
    for message, severity in _faults(case, words):
        yield Finding(
            code=CODE,
            severity=severity,
            start=day[0],
            end=day[1],
            text=case.draft.report.text[slice(*day)],
            message=message,
            suggestion="写成“2025年1月16日”这样的形式" if severity == SEVERITY else "核对年份",
        )


def _faults(case: Case, words: str) -> Iterator[tuple[str, str]]:
    if re.search("[一二三四五六七八九十零]", words):
        yield "成文日期用了汉字，应用阿拉伯数字", SEVERITY
    elif "年" not in words:
        yield "成文日期没有用“年、月、日”", SEVERITY
    elif "日" not in words:
        yield "成文日期没有写全年、月、日", SEVERITY
    elif re.search(r"[年月] ?0\d", words):
        yield "成文日期的月、日编了虚位", SEVERITY
    year, written = case.draft.document.year, day_of(words)
    if written is None or year is None or case.profile is None or not case.profile.whole_year:
        return
    if written.year > year + _LATEST:
        yield f"{year} 年的报告，成文日期却在 {written.year} 年", "warning"
    elif written.year < year:
        yield f"{year} 年的报告，成文日期却早在 {written.year} 年", "warning"
    elif written < date(year, 12, 1):
        yield f"{year} 年还没有过完，年度报告已经成文", "info"
