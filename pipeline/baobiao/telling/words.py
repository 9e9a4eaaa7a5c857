"""The words that all tellings share: how severe, where, how many."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from baobiao.check.passages import closing, where
from baobiao.check.verdict import Verdict
from baobiao.model import Draft, Finding

SEVERITIES = {"error": "错误", "warning": "提醒", "info": "说明"}
"""The Chinese words for the severities, the gravest first."""


def heading_of(verdict: Verdict) -> str:
    """The draft's name with what it was taken for."""
    document = verdict.draft.document
    year = f"{document.year} 年" if document.year else ""
    said = "，".join(part for part in (verdict.report_type, year, document.issuer) if part)
    return f"{verdict.draft.report.source}（{said}）" if said else verdict.draft.report.source


def counts(findings: Sequence[Finding]) -> str:
    """How many of each severity.

    >>> counts([Finding("BB101", "error", 0, 0, "", "缺少")])
    '错误 1 处，提醒 0 处，说明 0 处'
    """
    found = Counter(finding.severity for finding in findings)
    return "，".join(f"{word} {found[severity]} 处" for severity, word in SEVERITIES.items())


def section_of(draft: Draft, finding: Finding) -> str:
    """The numbers of the headings above a finding; 落款 at its end, 全文 for what concerns the draft as a whole."""
    if finding.end <= finding.start:
        return "全文"
    return "落款" if finding.start >= closing(draft).start else where(draft, finding.start)


def place_of(draft: Draft, finding: Finding) -> str:
    """第 12 行; where the format counts paragraphs, 第 12 段; on which page, where it has pages."""
    if finding.end <= finding.start:
        return ""
    blocks = draft.report.blocks
    index = bisect_right(blocks, finding.start, key=lambda block: block.start) - 1
    block = blocks[index] if index >= 0 else None
    if block and block.page:
        return f"第 {block.page} 页"
    if block and block.paragraph and draft.report.format not in ("txt", "md"):
        return f"第 {block.paragraph} 段"
    return f"第 {draft.report.text.count(chr(10), 0, finding.start) + 1} 行"


def around(draft: Draft, finding: Finding, reach: int = 14, longest: int = 60) -> str:
    """The words found, marked by 【】 in their line; long passages are cut in the middle."""
    if finding.end <= finding.start:
        return ""
    text = draft.report.text
    first = max(text.rfind("\n", 0, finding.start) + 1, finding.start - reach)
    line_end = text.find("\n", finding.end)
    last = min(line_end if line_end >= 0 else len(text), finding.end + reach)
    words = finding.text.replace("\n", " ")
    if len(words) > longest:
        words = f"{words[: longest // 2]}……{words[-longest // 3 :]}"
    return f"{text[first : finding.start]}【{words}】{text[finding.end : last]}".strip()
