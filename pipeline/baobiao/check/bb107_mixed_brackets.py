"""同级序号的括号有全角有半角。

Why: “（1）”和“(1)”混用，是几份稿子拼在一起的痕迹，版面也对不齐。国家标准的式样用全角括号。
Source: 党政机关公文格式（GB/T 9704-2012）7.3.3 的式样；标点符号用法（GB/T 15834-2011）。
Bad:
    一、工作情况
    （一）办案情况
    全年办案12宗。
    (二)普法情况
    开展普法宣传12场次。
Good:
    一、工作情况
    （一）办案情况
    全年办案12宗。
    （二）普法情况
    开展普法宣传12场次。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB107"
NAME = "序号括号全角半角混用"
SEVERITY = "warning"
_FAMILIES = {2: "（一）", 4: "（1）"}


def check(case: Case) -> Iterator[Finding]:
    """For each level that brackets number: the first number in the width that is used less."""
    for level, example in _FAMILIES.items():
        marked = [
            (section, width)
            for section in case.draft.sections
            if section.level == level and (width := _width(section.marker))
        ]
        counts = Counter(width for _, width in marked)
        if len(counts) < 2:
            continue
        rare = min(counts, key=lambda width: (counts[width], width == "全角"))
        section = next(section for section, width in marked if width == rare)
        end = section.start + len(section.marker)
        told = "，".join(f"{width}{number}处" for width, number in sorted(counts.items()))
        yield Finding(
            code=CODE,
            severity=SEVERITY,
            start=section.start,
            end=end,
            text=case.draft.report.text[section.start : end],
            message=f"“{example}”这一级的括号有全角有半角（{told}）",
            suggestion=f"统一用全角括号“{example}”",
        )


def _width(marker: str) -> str:
    """全角, 半角 or 混杂 (one of each); "" for a number without two brackets."""
    full = sum(character in "（）" for character in marker)
    half = sum(character in "()" for character in marker)
    if full + half < 2:
        return ""
    return "混杂" if full and half else "全角" if full else "半角"
