"""Where titles end in a line whose breaks were lost: the words speak, and siblings are about equally long."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from baobiao.outline.wording import CERTAIN, chapter_title, ends_like_title, may_end, starts

_LONGEST = 60
_SIBLINGS = 0.12  # what a character of difference in length to the siblings costs
_AT_MOST = 1.8
_WHOLE = re.compile("(?:情况|举措|措施|成效|原因|安排|计划|职责)$")
_CLAUSE_END = re.compile("[，。；：、,;]")


@dataclass(frozen=True, slots=True)
class Lead:
    """The words from a numbering to the first 。or ：, or to the next numbering (``closed``)."""

    words: str
    closed: bool
    first_level: bool


def ends(leads: Sequence[Lead]) -> list[int]:
    """The length of the title in each lead of one sequence of siblings.

    >>> bodies = ["存在问题在看到成绩的同时，我们也看到不足", "下一步计划2023年，我局将加强管理"]
    >>> [body[:end] for body, end in zip(bodies, ends([Lead(body, False, True) for body in bodies]))]
    ['存在问题', '下一步计划']
    """
    options = [_options(lead) for lead in leads]
    lengths = {length for choices in options for length, _ in choices if length <= _LONGEST}

    def best(choices: list[tuple[int, float]], usual: int) -> tuple[float, int]:
        return max((score - min(_AT_MOST, _SIBLINGS * abs(n - usual)), n) for n, score in choices)

    usual = max(
        sorted(lengths),
        key=lambda length: sum(best(choices, length)[0] for choices in options),
        default=0,
    )
    if len(leads) < 3:
        return [max(choices, key=lambda choice: choice[1])[0] for choices in options]
    return [best(choices, usual)[1] for choices in options]


def _options(lead: Lead) -> list[tuple[int, float]]:
    """Lengths that the title may have, each with what speaks for it. The whole lead is always one."""
    words = lead.words
    if lead.first_level and (length := chapter_title(words)):
        return [(length, 9.0)]
    whole = 6.0 if lead.closed else 3.0 - 0.045 * len(words) + _balance(words) + _report_like(words)
    found = {len(words): whole}
    for place, worth in starts(words, _LONGEST):
        before, behind = words[:place].rstrip(), words[place:]
        if before.endswith("<U+00A0>"):
            before = before[: -len("<U+00A0>")]
        score = _score(before, behind, worth)
        if score is not None:
            found[len(before)] = max(score, found.get(len(before), -9.0))
    return sorted(found.items())


def _score(before: str, behind: str, worth: float) -> float | None:
    """What speaks for a title ``before`` and a sentence ``behind``; None where it cannot be."""
    certain = worth >= CERTAIN
    if len(before) < (2 if certain else 4) or before[-1] in "，,、；“《(":
        return None
    if before.count("“") > before.count("”"):
        return None
    if before.count("《") > before.count("》") or not may_end(before, certain):
        return None
    clause = len(_CLAUSE_END.split(behind, maxsplit=1)[0])
    again = _takes_up(before, behind)
    if not certain:
        if clause < 4 or (worth < 1 and not again):
            return None
        worth -= 1.0 if clause < 6 else 0.5 if clause < 8 else 0.0
    worth += 1.6 * ends_like_title(before) + 1.5 * again + _balance(before)
    return worth - 0.02 * len(before) - 0.3 * max(0, before.count("，") - 1)


def _report_like(words: str) -> float:
    """A long lead that ends as titles of reports do (…第一责任人职责的有关情况) is a title as a whole."""
    return 1.5 if _WHOLE.search(words) else 0.0


def _takes_up(before: str, behind: str) -> bool:
    """Whether the sentence takes up words of the title (社会主义新农村建设|建设社会主义新农村，是…)."""
    return any(behind[i : i + 4] in before for i in range(min(10, len(behind) - 4)))


def _balance(title: str) -> float:
    """Titles in two halves have halves of like length (着力扩大有效需求，推动经济稳中向好)."""
    halves = title.split("，")
    if len(halves) < 2:
        return 0.0
    difference = abs(len(halves[-1]) - len(halves[-2]))
    return 0.9 if difference <= 1 else 0.4 if difference <= 3 else 0.0
