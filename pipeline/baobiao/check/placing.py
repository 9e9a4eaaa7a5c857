"""A finding put in its place."""

from __future__ import annotations

from baobiao.model import Draft, Finding


def finding(
    draft: Draft,
    place: tuple[int, int],
    rule: tuple[str, str],
    message: str,
    suggestion: str = "",
) -> Finding:
    """A finding at ``place`` (start, end) of a rule (its code and the severity of this case)."""
    start, end = place
    code, severity = rule
    text = draft.report.text[start:end]
    return Finding(code, severity, start, end, text, message, suggestion)
