"""引号、书名号、括号没有成对。

Why: 少了半边，引文、文件名到哪里为止就说不清。
Source: 标点符号用法（GB/T 15834-2011）4.8、4.9、4.15。
Bad:
    深化“放管服改革，推进减证便民行动。
Bad:
    印发《执法规范化建设考评细则，全面落实责任制。
Bad:
    开展普法宣传（含进校园、进社区12场次。
Good:
    深化“放管服”改革，印发《执法规范化建设考评细则》，开展普法宣传（含进校园、进社区）12场次。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.passages import Span, lines
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB401"
NAME = "引号、书名号、括号没有成对"
SEVERITY = "warning"

_PAIRS = {"“": "”", "《": "》", "(": ")", "〔": "〕", "【": "】"}
_CLOSING = {right: left for left, right in _PAIRS.items()}
_MARKS = re.compile("[“”《》()〔〕【】]")
# 1) and 一) number things; they close nothing.
_NUMBERING = re.compile(r"(?:^|[。；：，、\s])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])$")
_NEAR = 300
_LINES = 8


def check(case: Case) -> Iterator[Finding]:
    """Marks of a paragraph without their partner there; one that closes a few lines below is no fault."""
    found = [
        (place, number)
        for number, span in enumerate(lines(case.draft))
        for place in sorted(_alone(case.draft.folded, span))
    ]
    for place in _unpaired(case.draft.folded, found):
        mark = case.draft.folded[place]
        partner = _PAIRS.get(mark) or _CLOSING[mark]
        shown = case.draft.report.text[place : place + 1]
        yield Finding(
            code=CODE,
            severity=SEVERITY,
            start=place,
            end=place + 1,
            text=shown,
            message=f"“{shown}”没有与它成对的“{partner}”",
            suggestion="补上少了的半边，或者删去多余的",
        )


def _alone(folded: str, span: Span) -> Iterator[int]:
    waiting: list[int] = []
    for match in _MARKS.finditer(folded, *span):
        mark, place = match[0], match.start()
        if mark in _PAIRS:
            waiting.append(place)
            continue
        if waiting and folded[waiting[-1]] == _CLOSING[mark]:
            waiting.pop()
        elif mark == ")" and _NUMBERING.search(folded, span[0], place):
            continue
        elif any(folded[other] == _CLOSING[mark] for other in waiting):
            while folded[waiting[-1]] != _CLOSING[mark]:
                yield waiting.pop()
            waiting.pop()
        else:
            yield place
    yield from waiting


def _unpaired(folded: str, found: list[tuple[int, int]]) -> Iterator[int]:
    """The marks that no neighbouring paragraph closes: a quotation may go on, a line may be broken."""
    closed: set[int] = set()
    for index, (place, number) in enumerate(found):
        partner = _PAIRS.get(folded[place])
        behind = found[index + 1] if index + 1 < len(found) else None
        if behind and partner == folded[behind[0]]:
            near = behind[0] - place <= _NEAR and behind[1] - number <= _LINES
            if near and behind[1] != number:
                closed |= {place, behind[0]}
    yield from (place for place, _ in found if place not in closed)
