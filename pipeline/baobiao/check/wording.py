"""Draft rules that nobody has to program: each row of ``wording.csv`` is one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from baobiao.check.rule import Case, Example, Rule
from baobiao.lexicon import Lexicon, Wording, unmark
from baobiao.model import Finding


def rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    """The rows as rules; their examples are Bad where they mark something and Good where they do not."""
    return tuple(_rule(row) for row in lexicon.wording)


def _rule(row: Wording) -> Rule:
    shown = [unmark(part.strip()) for part in row.example.split("|") if part.strip()]
    examples = tuple(Example(text, bool(spans)) for text, spans in shown)
    why = f"{row.why.rstrip('。')}。建议：{row.suggestion}。"
    return Rule(
        row.code, row.name, row.severity, why, row.source, examples, partial(_check, row=row)
    )


def _check(case: Case, row: Wording) -> Iterator[Finding]:
    """What the row forbids, in the draft's own text; the titles of documents (《…》) are left as they are."""
    draft = case.draft
    if not any(pattern.search(draft.folded) for pattern in row.patterns):
        return
    spans = [(0, len(draft.folded))]
    if draft.report.blocks:
        spans = [(block.start, block.end) for block in draft.report.blocks if block.kind == "text"]
    for first, last in spans:
        for start, end in row.spans(draft.folded, first, last):
            if _in_a_title(draft.folded, start):
                continue
            words = draft.report.text[start:end]
            yield Finding(
                code=row.code,
                severity=row.severity,
                start=start,
                end=end,
                text=words,
                message=f"“{words}”：{row.why}",
                suggestion=row.suggestion,
            )


def _in_a_title(folded: str, offset: int) -> bool:
    opened = folded.rfind("《", max(0, offset - 60), offset)
    return opened >= 0 and "》" not in folded[opened:offset] and "\n" not in folded[opened:offset]
