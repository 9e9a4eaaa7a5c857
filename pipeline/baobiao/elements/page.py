"""The first and the last lines of a report: where the elements of an official document stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from baobiao.model import Report, Section

_LINE = re.compile(r"[^\n]+")
_HEAD_LINES = 40
_TAIL_LINES = 14
_TAIL_REACH = 400
_OPENING = 2000
# The body begins with the first sentence of some length or with the first numbered heading.
_BODY = 20
_SENTENCE_END = re.compile("[。！？]")
_LEAD = re.compile(r"(?:各位|同志)[\u4e00-\u9fff、]{0,12}[：:！!]|——")
_HARD_SPACE = re.compile(r"(?:<U\+00A0>|&nbsp;)+")


@dataclass(frozen=True, slots=True)
class Page:
    """A report's first lines, the beginning of its body and its last phrases.

    ``head`` stops before the body. ``tail`` holds what stands between the last full stops, so that the signature of
    a report without line breaks is a phrase of its own.
    """

    head: tuple[str, ...]
    opening: str
    tail: tuple[str, ...]


def page_of(report: Report, sections: Sequence[Section]) -> Page:
    """The page of a report; page residue (``furniture``) is no part of it. Words are as the report has them.

    >>> text = "甲局\\n2024年工作总结\\n一年来，甲局认真履行职责，全年办结案件3件。\\n甲局\\n2025年1月2日"
    >>> page = page_of(Report("0", "a.txt", "txt", text), ())
    >>> page.head, page.tail
    (('甲局', '2024年工作总结'), ('甲局', '2024年工作总结', '甲局', '2025年1月2日'))
    """
    spans = [(0, len(report.text))]
    if report.blocks:
        spans = [(block.start, block.end) for block in report.blocks if block.kind == "text"]
    lines = [
        (match.start(), line)
        for start, end in spans
        for match in _LINE.finditer(report.text, start, end)
        if (line := _HARD_SPACE.sub(" ", match.group()).strip())
    ]
    first = next((s.start for s in sections if s.marker and s.level < 6), len(report.text))
    body = 0
    while (
        body < min(len(lines), _HEAD_LINES)
        and lines[body][0] < first
        and not _is_body(lines[body][1])
    ):
        body += 1
    opening = "\n".join(line for _, line in lines[body : body + 40])[:_OPENING]
    return Page(
        tuple(line for _, line in lines[:body]), opening, _tail([line for _, line in lines])
    )


def _is_body(line: str) -> bool:
    return len(line) >= _BODY and bool(_SENTENCE_END.search(line)) and not _LEAD.match(line)


def _tail(lines: Sequence[str]) -> tuple[str, ...]:
    """The phrases of the last lines that no full stop closes, and those between the last full stops."""
    found: list[str] = []
    for line in lines[-_TAIL_LINES:]:
        phrases = _SENTENCE_END.split(line[-_TAIL_REACH:])
        if len(line) > _TAIL_REACH:
            phrases = phrases[1:]
        closed = bool(_SENTENCE_END.match(line[-1]))
        # A sentence on a line of its own is body; between the stops of one long line a signature may stand.
        kept = phrases[-4:] if len(line) > _TAIL_REACH or not closed else []
        found += [phrase.strip() for phrase in kept if phrase.strip()]
    return tuple(found)
