"""Where the title may end in the words behind one numbering, and what speaks for each place.

Three things speak: the words (``wording``), the characters around the place (``boundaries``) and the shape of what
would be the title. The weights were fitted to annotated reports that lost their breaks, and to others whose breaks
were taken away; they add up to a worth that only compares places of one lead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from baobiao.outline.boundaries import boundary
from baobiao.outline.known_titles import chapter_title, section_title
from baobiao.outline.wording import (
    CERTAIN,
    closes,
    ends_like_predicate,
    ends_like_title,
    may_end,
    starts,
)

LONGEST = 60
_TITLE = 12.0  # what titles are worth that are known by their words alone
_CLOSED, _WHOLE, _ALONE, _REPORT_LIKE, _BRACKETED = 5.0, 3.2, 3.6, 1.5, 3.0
_LIKELY, _LIKELIEST, _UNLIKELY, _CUT = 0.77, 4.0, -1.5, -0.17
_WORDS, _TITLE_END, _PREDICATE_END, _DOUBTFUL, _AGAIN = 1.2, 1.6, 2.4, -0.7, 0.7
_BALANCE, _LENGTH, _HALVES, _OVERLONG = 0.7, 0.035, 0.4, 0.15
_SHORT, _RATHER = 6, -0.5  # a shorter title needs that much from the characters around its end
_CLAUSE = 10  # a clause of a title is seldom longer
_SENTENCE, _SHORT_SENTENCE = 23, 1.4  # a sentence is seldom shorter, and what that costs at most
_TWO_PHRASES, _MEASURED = (14, 16), 3.0  # and what the half of it is worth at least
_MARGIN = 5.8  # what is worth so much less than the best is out
_REPORT_END = re.compile("(?:情况|举措|措施|成效|原因|安排|计划|职责)$")
_CLAUSE_END = re.compile("[，。；：,;]")
_COMMA = re.compile("[，,]")
_BLANK = re.compile(r"\s+")
_PAGE_BLANK = "<U+00A0>"


@dataclass(frozen=True, slots=True)
class Lead:
    """The words from a numbering to the first 。or ：, or to the next numbering (``closed``).

    ``alone``: no further sentence stands below the numbering. ``spaced``: the report has blanks for its breaks.
    """

    words: str
    closed: bool
    first_level: bool
    alone: bool = False
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class TitleEnd:
    """A title of ``length`` characters; ``whole``: it ends with the sentence. The rest is what siblings share."""

    length: int
    worth: float
    whole: bool
    clauses: int
    last_clause: int
    last_word: str


def title_ends(lead: Lead, bulletin: bool, measured: bool) -> list[TitleEnd]:
    """The places where the title may end, the end of the lead always among them.

    ``bulletin``: the siblings are chapters of a statistical bulletin. ``measured``: the last clause of every sibling
    is two phrases of one measure, as where a title and an unnumbered title below it ran together
    (民生福祉持续增进|社会保障有力有效).

    >>> lead = Lead("总体目标坚持稳中求进，实现全年任务", False, False)
    >>> best = max(title_ends(lead, False, False), key=lambda end: end.worth)
    >>> lead.words[: best.length]
    '总体目标'
    """
    words = lead.words
    if lead.first_level and (length := chapter_title(words, bulletin)):
        return [_title_end(words[:length], _TITLE, False)]
    whole = (
        _CLOSED
        if lead.closed
        else _WHOLE + _ALONE * lead.alone + _shape(words) + _report_like(words)
    )
    found = {len(words): whole, **dict(_cuts(words))}
    if measured:
        half = measured_half(words)
        found[half] = max(_MEASURED, found.get(half, 0.0) + _MEASURED)
    if lead.spaced and (blank := _BLANK.search(words, 2)):
        found[blank.start()] = _TITLE
    if length := section_title(words):
        found[length] = max(_TITLE, found.get(length, 0.0))
    least = max(found.values()) - _MARGIN
    return [
        _title_end(words[:length], worth, length == len(words) and not lead.closed)
        for length, worth in sorted(found.items())
        if worth >= least
    ]


def measured_half(words: str) -> int:
    """Where the last clause falls into two phrases of seven or eight characters each; else 0."""
    last = len(_COMMA.split(words)[-1])
    return len(words) - last // 2 if last in _TWO_PHRASES else 0


def _title_end(title: str, worth: float, whole: bool) -> TitleEnd:
    clauses = _COMMA.split(title)
    return TitleEnd(len(title), worth, whole, len(clauses), len(clauses[-1]), title[-2:])


def _cuts(words: str) -> Iterator[tuple[int, float]]:
    """The lengths of titles that end before a sentence begins, each with its worth."""
    spoken: dict[int, float] = {}
    for place, worth in starts(words, LONGEST):
        spoken[place] = max(worth, spoken.get(place, 0.0))
    for place in range(2, min(LONGEST, len(words) - 1)):
        title = words[:place].rstrip().removesuffix(_PAGE_BLANK)
        found = _worth(title, words, place, spoken.get(place, 0.0))
        if found is not None:
            yield len(title), found


def _worth(title: str, words: str, place: int, spoken: float) -> float | None:
    """What speaks for a sentence that begins at ``place``; None where none can."""
    behind, certain = words[place:], spoken >= CERTAIN
    if len(title) < (2 if certain else 4) or _goes_on(title, behind):
        return None
    odds = boundary(words, place)
    predicate = ends_like_predicate(title)
    if not (spoken or predicate or odds >= (_UNLIKELY if len(title) >= _SHORT else _RATHER)):
        return None
    if not may_end(title, True) or closes(behind):
        return None
    worth = _CUT + _LIKELY * max(-_LIKELIEST, min(_LIKELIEST, odds)) + _WORDS * spoken
    if not certain:
        clause = len(_CLAUSE_END.split(behind, maxsplit=1)[0])
        if clause < 4:
            return None
        worth -= 1.0 if clause < 6 else 0.5 if clause < 8 else 0.0
        worth += 0.0 if may_end(title, False) else _DOUBTFUL
        worth -= _SHORT_SENTENCE * max(0.0, 1 - len(behind) / _SENTENCE)
    worth += _TITLE_END * ends_like_title(title) + _PREDICATE_END * predicate
    return worth + _AGAIN * _takes_up(title, behind) + _shape(title)


def _goes_on(title: str, behind: str) -> bool:
    """Whether the marks say that the words go on."""
    return (
        title[-1] in "，,、；“《("
        or behind[0] in "，、；：,）)》”"
        or title.count("“") > title.count("”")
        or title.count("《") > title.count("》")
    )


def _shape(title: str) -> float:
    """Titles are short, of one or two clauses, the two of like length (着力扩大有效需求，推动经济稳中向好)."""
    clauses = [len(clause) for clause in _COMMA.split(title)]
    balance = 0.0
    if len(clauses) > 1:
        apart = abs(clauses[-1] - clauses[-2])
        balance = 1.0 if apart <= 1 else 0.5 if apart <= 3 else 0.0
    return (
        _BALANCE * balance
        - _LENGTH * min(len(title), LONGEST)
        - _HALVES * max(0, len(clauses) - 2)
        - _OVERLONG * max(0, min(max(clauses), LONGEST // 2) - _CLAUSE)
    )


def _report_like(words: str) -> float:
    """A long lead that ends as titles of reports do (…职责的有关情况), or in brackets (…(牵头单位：财政局))."""
    return _BRACKETED if words.endswith(")") else _REPORT_LIKE * bool(_REPORT_END.search(words))


def _takes_up(title: str, behind: str) -> bool:
    """Whether the sentence takes up words of the title (社会主义新农村建设|建设社会主义新农村，是…)."""
    return any(behind[i : i + 4] in title for i in range(min(10, len(behind) - 4)))
