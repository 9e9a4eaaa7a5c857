"""Which numberings begin headings: the running numbers and the place decide.

The next number of an open sequence is a heading; one out of sequence inside a sentence (第二十条第（一）项) is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from baobiao.outline.known_titles import section_title, statutory_title
from baobiao.outline.numbering import ITEMS
from baobiao.outline.parts import ITEM, Mark, Paragraph, rank_of

_STOPS = re.compile("[。！？；：]")
_CLAUSE = re.compile("[，。；、,;]")
_COUNT = re.compile("\\d[起件人次个万亿家宗项处户场名%]")
_BODY = 80  # a heading and the sentences below it are longer
_NEAR = 90  # a title is no longer than this where the next numbering follows it without a mark
_GAP = 3  # a number may be missing or two be the same in a sequence of lines


@dataclass(slots=True)
class _Reading:
    """What has been accepted so far."""

    folded: str
    paragraphs: Sequence[Paragraph]
    places: dict[tuple[str, int], list[int]]  # where each family has each number
    lines: frozenset[int]  # where paragraphs begin
    taken: list[Mark] = field(default_factory=list)
    open: dict[str, Mark] = field(
        default_factory=dict
    )  # the last of each family, not closed by a higher one
    last: dict[str, Mark] = field(default_factory=dict)
    left: dict[str, Mark] = field(
        default_factory=dict
    )  # the last of a sequence that a new one interrupted
    listed: dict[str, int] = field(default_factory=dict)  # the last number of a list of facts
    refused: set[tuple[str, int]] = field(default_factory=set)

    def followed(self, mark: Mark) -> bool:
        """Whether the next number of the family stands anywhere behind."""
        starts = self.places.get((mark.family, mark.number + 1), [])
        return bisect_right(starts, mark.start) < len(starts)

    def before(self, mark: Mark) -> Mark | None:
        return self.open.get(mark.family) or self.last.get(mark.family)

    def follows(self, mark: Mark) -> bool:
        before = self.before(mark)
        return before is not None and mark.number == before.number + 1

    def take(self, mark: Mark) -> None:
        self.taken.append(mark)
        if mark.number == 1 and mark.family in self.open:
            self.left[mark.family] = self.open[mark.family]
        self.last[mark.family] = mark
        self.open = {family: other for family, other in self.open.items() if other.rank < mark.rank}
        self.open[mark.family] = mark


def accepted(folded: str, paragraphs: Sequence[Paragraph], marks: Sequence[Mark]) -> list[Mark]:
    """The numberings that begin headings or items, in text order."""
    places: dict[tuple[str, int], list[int]] = {}
    for mark in marks:
        places.setdefault((mark.family, mark.number), []).append(mark.start)
    lines = frozenset(paragraph.start for paragraph in paragraphs)
    reading = _Reading(folded, paragraphs, places, lines)
    for mark in marks:
        if _fits(reading, mark):
            reading.take(mark)
        else:
            reading.refused.add((mark.family, mark.paragraph))
    return reading.taken


def _fits(reading: _Reading, mark: Mark) -> bool:
    if mark.family in ITEMS or mark.rank == ITEM:
        return _is_item(reading, mark)
    if reading.paragraphs[mark.paragraph].row:
        # A row label counts as a heading only where it goes on with the headings above the table.
        return mark.number > 1 and reading.follows(mark)
    if mark.place == "line":
        return _is_line_heading(reading, mark)
    return _is_inline_heading(reading, mark)


def _is_line_heading(reading: _Reading, mark: Mark) -> bool:
    """The first of a sequence, the next, one after a gap or a slip; in an excerpt any number may come first."""
    left = reading.left.get(mark.family)
    if mark.number == 1 or (left and mark.number == left.number + 1):
        return True
    if before := reading.open.get(mark.family):
        ahead = mark.number - before.number
        return (
            0 <= ahead <= _GAP
            or (ahead == -1 and _was_left_out(reading, mark))
            or (ahead > 0 and mark.rank <= 1 and _names_a_section(reading, mark))
        )
    if reading.paragraphs[mark.paragraph].inline:
        return True
    if mark.family in reading.last:
        return reading.follows(mark)
    above = any(other.rank < mark.rank for other in reading.taken)
    return mark.rank <= 1 or not above or _begins_next_line(reading, mark)


def _names_a_section(reading: _Reading, mark: Mark) -> bool:
    """五、存在的主要问题及改进情况 behind 一、: the sections between them are tables or pictures."""
    return section_title(reading.folded[mark.end : mark.end + _NEAR]) > 0


def _begins_next_line(reading: _Reading, mark: Mark) -> bool:
    """Whether the next number of the family begins a line too: an excerpt that leaves out the first of a class."""
    starts = reading.places.get((mark.family, mark.number + 1), [])
    index = bisect_right(starts, mark.start)
    return mark.rank < ITEM and index < len(starts) and starts[index] in reading.lines


def _was_left_out(reading: _Reading, mark: Mark) -> bool:
    """Whether the number was passed over a moment ago: 一、三、二、四、, two parts that changed places."""
    last = [other.number for other in reading.taken if other.family == mark.family][-2:]
    return mark.rank <= 1 and last == [mark.number - 1, mark.number + 1]


def _is_inline_heading(reading: _Reading, mark: Mark) -> bool:
    """A number inside a paragraph: only in order, and only behind a sentence or directly behind a title."""
    follows = reading.follows(mark)
    if not reading.paragraphs[mark.paragraph].inline:
        # The paragraphs are whole, yet one number slipped into the paragraph of the number before it.
        own_list = (mark.family, mark.paragraph) in reading.refused
        if mark.family == "bracket" and mark.number == 1 and mark.place in ("glued", "space"):
            return _is_behind_title(reading, mark)  # 一、工作成效（一）党的建设
        return (
            follows
            and not own_list
            and mark.place == "break"
            and reading.folded[mark.start - 1] in "。；"
        )
    if mark.place == "comma" or _lists_facts(reading, mark):
        return False
    if mark.place == "glued":
        return (
            _is_behind_title(reading, mark)
            or _is_behind_lost_stop(reading, mark)
            or (mark.family == "dun" and not reading.taken)
        )
    if mark.place == "digit":
        behind_table = mark.family == "dun" and (
            follows or statutory_title(reading.folded[mark.end : mark.end + _NEAR])
        )
        return behind_table or _is_behind_lost_stop(reading, mark)
    if mark.place == "space" and _is_behind_title(reading, mark):
        return True
    certain = mark.family in ("dun", "bracket") and mark.place == "break"
    opens = mark.number == 1 and (certain or reading.followed(mark))
    return follows or opens or _goes_on(reading, mark, certain)


def _goes_on(reading: _Reading, mark: Mark, certain: bool) -> bool:
    """Whether a number that is neither the first nor the next goes on with a sequence.

    An excerpt begins with any number (…。十、…十一、…); of a whole report one number may be missing or come twice.
    """
    last = reading.folded[max(0, mark.start - 4) : mark.start].rstrip()[-1:]
    behind_sentence = mark.place == "break" and last not in ("；", "：", ";", ":")
    before = reading.open.get(mark.family)
    if before is None:
        first = mark.family not in reading.last
        return behind_sentence or (certain and first and reading.followed(mark))
    return behind_sentence and 0 <= mark.number - before.number <= _GAP


def _lists_facts(reading: _Reading, mark: Mark) -> bool:
    """A list that counts things behind a colon (具体如下：一、火灾2起，持平；二、…) and the rows behind 其中：."""
    stop = _CLAUSE.search(reading.folded, mark.end)
    counts = bool(_COUNT.search(reading.folded, mark.end, stop.start() if stop else mark.end))
    if mark.number > 1:
        # A row goes on without a mark: …1.网上申请12件2.当面申请3件.
        goes_on = mark.number == reading.listed.get(mark.family, 0) + 1
        listed = goes_on and (counts or mark.place != "break")
    else:
        before = reading.folded[max(0, mark.start - 4) : mark.start].rstrip()
        listed = before.endswith(("：", ":")) and (counts or before[:-1].endswith("其中"))
    if listed:
        reading.listed[mark.family] = mark.number
    return listed


def _is_behind_lost_stop(reading: _Reading, mark: Mark) -> bool:
    """The next number of an open sequence behind a body that lost its last stop (…支出进度97.02%（三）…).

    Of an excerpt it may be the first number, where the next stands far behind it or it heads a list.
    """
    before = reading.open.get(mark.family)
    if before is not None:
        return mark.number == before.number + 1 and mark.start - before.start > _BODY
    if mark.place != "glued" or mark.family in reading.last:
        return False
    starts = reading.places.get((mark.family, mark.number + 1), [])
    later = bisect_right(starts, mark.start + _BODY)
    return later < len(starts) or _heads_a_list(reading, mark)


def _heads_a_list(reading: _Reading, mark: Mark) -> bool:
    """Whether nothing but a title stands before the first number of a lower class (三、工作要求（一）…)."""
    for (family, number), starts in reading.places.items():
        index = bisect_right(starts, mark.end + 1)
        if number == 1 and rank_of(family, "glued") > mark.rank and index < len(starts):
            start = starts[index]
            if start - mark.end <= _NEAR and not _STOPS.search(reading.folded, mark.end, start):
                return family not in ITEMS
    return False


def _is_behind_title(reading: _Reading, mark: Mark) -> bool:
    """Whether nothing but the title of a higher heading stands before the first number of a lower class.

    Where the numbers run on through the report it is the next: …（七）长效管护三、保障措施（八）加强领导….
    """
    if not reading.taken or not (mark.number == 1 or reading.follows(mark)):
        return False
    above = reading.taken[-1]
    return (
        above.paragraph == mark.paragraph
        and above.rank < mark.rank
        and 2 <= mark.start - above.end <= _NEAR
        and not _STOPS.search(reading.folded, above.end, mark.start)
    )


def _is_item(reading: _Reading, mark: Mark) -> bool:
    """一是, 第一，, 首先 and ① in a running paragraph."""
    follows, followed, first = reading.follows(mark), reading.followed(mark), mark.number == 1
    before = reading.before(mark)
    here = before is not None and before.paragraph == mark.paragraph
    if mark.family == "circled":
        # A row of facts (①涉污染环境案件2宗；②…) is a list, not items with titles.
        stop = _STOPS.search(reading.folded, mark.end, mark.end + 60)
        lead = reading.folded[mark.end : stop.start() if stop else mark.end + 60]
        facts = any(character.isdigit() for character in lead)
        return (follows and here) or (first and not facts)
    if mark.family == "first":
        return mark.place in ("line", "break") and (followed if first else before is not None)
    if mark.family in ("ordinal", "respect") and mark.place != "line":
        return mark.place in ("break", "space") and (follows or (first and followed))
    if mark.place in ("line", "break", "space"):
        return True
    if mark.place in ("comma", "paren"):
        # 一是 begins a list behind a comma too; 一要 there is mostly part of a sentence.
        return (follows and here) or (
            first and followed and "是" in reading.folded[mark.start : mark.end]
        )
    return mark.place == "glued" and followed and _is_behind_title(reading, mark)
