"""Where a heading's title ends: at its line's end, or before the first 。or ： of its paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from baobiao.outline.known_titles import chapter_title
from baobiao.outline.lost_breaks import ends
from baobiao.outline.parts import ITEM, Heading, Mark, Paragraph
from baobiao.outline.title_ends import Lead
from baobiao.outline.wording import ends_like_title

_TOKEN = re.compile(r"[《“‘(【「]|[》”’)】」]|[。！？：；]")
_OPENING = "《“‘(【「"
_FIRST_ITEM = re.compile(
    "(?<![统唯专万])一(?:是|要(?=[坚继加抓强做]))"
)  # a title ends before its first item
_NO_MORE = re.compile(
    r"[。；\s]*(?:\([^()]*\)[。；\s]*)?"
)  # behind a title nothing, or a note in brackets
_TIME = re.compile(r"\s*(?:(?:19|20)\d\d ?年|[全今去上本]年|年末|至?\d{1,2} ?月|据)")
_TRAIL = " ；，、,;—\n"


@dataclass(frozen=True, slots=True)
class _Room:
    """The stretch in which a numbering's title lies, and where its first sentence stops."""

    mark: Mark
    first: int
    limit: int
    stop: int
    whole: bool  # the stretch runs to the end of a paragraph
    inline: bool
    parent: bool  # a number of a lower class follows


def headings(
    folded: str, paragraphs: Sequence[Paragraph], marks: Sequence[Mark]
) -> Iterator[Heading]:
    """The accepted numberings with their titles; one without a title is dropped."""
    rooms = [
        room for index in range(len(marks)) if (room := _room(folded, paragraphs, marks, index))
    ]
    inferred = _inferred(folded, rooms)
    for room in rooms:
        mark = room.mark
        stop = inferred.get(mark.start) or _chapter_end(folded, room) or _spaced_end(folded, room)
        stop = room.first + len(folded[room.first : stop].rstrip(_TRAIL))
        if stop == room.first:
            continue
        whole = room.whole and folded[stop : room.limit].strip() in ("。", "")
        style = "line" if whole else "run_in" if mark.place == "line" else "inline"
        end = room.limit if whole and mark.place == "line" else stop
        yield Heading(
            mark.start,
            end,
            room.first,
            stop,
            mark.family,
            mark.number,
            mark.rank,
            f"{mark.family}:{style}",
        )


def _room(
    folded: str, paragraphs: Sequence[Paragraph], marks: Sequence[Mark], index: int
) -> _Room | None:
    mark = marks[index]
    following = marks[index + 1] if index + 1 < len(marks) else None
    paragraph = paragraphs[mark.paragraph]
    first, limit = mark.end, paragraph.end
    if following and following.paragraph == mark.paragraph:
        limit = following.start
    elif not folded[mark.end : limit].strip() and mark.place == "line":
        # The numbering has a line of its own; the title is the next line.
        below = mark.paragraph + 1
        if below >= len(paragraphs) or (following and following.paragraph == below):
            return None
        paragraph = paragraphs[below]
        first, limit = paragraph.start, paragraph.end
    first += len(folded[first:limit]) - len(folded[first:limit].lstrip())
    stop = lead_end(folded, first, limit, "。！？：")
    if paragraph.inline and (item := _FIRST_ITEM.search(folded, first + 2, stop)):
        stop = item.start()
    parent = following is not None and following.rank > mark.rank
    return _Room(mark, first, limit, stop, limit == paragraph.end, paragraph.inline, parent)


def lead_end(folded: str, first: int, limit: int, stops: str) -> int:
    """The first stop outside of quotes and brackets; inside too where one of them is never closed.

    >>> text = "推行“马上办。网上办”(试行：一年)。全年办理3件。"
    >>> text[: lead_end(text, 0, len(text), "。：")]
    '推行“马上办。网上办”(试行：一年)'
    """
    depth = 0
    inside = 0
    for match in _TOKEN.finditer(folded, first, limit):
        character = match[0]
        if character in _OPENING:
            depth += 1
        elif character not in "。！？：；":
            depth = max(0, depth - 1)
        elif character in stops:
            if depth == 0:
                return match.start()
            inside = inside or match.start()
    return inside if depth and inside else limit


def _chapter_end(folded: str, room: _Room) -> int:
    """The end of a bulletin's chapter title whose first sentence ran into its line; 0 where there is none."""
    lead = folded[room.first : room.stop]
    length = chapter_title(lead) if room.mark.family == "dun" else 0
    return room.first + length if length and _TIME.match(lead, length) else 0


def _spaced_end(folded: str, room: _Room) -> int:
    """The stop; or a blank before it that parts a title from its sentence (（一）主动公开方面 我局切实落实…)."""
    blank = folded.find(" ", room.first + 3, min(room.stop, room.first + 40))
    long = room.mark.rank < ITEM and room.stop - room.first > 30
    return (
        blank if long and blank > 0 and ends_like_title(folded[room.first : blank]) else room.stop
    )


def _inferred(folded: str, rooms: Sequence[_Room]) -> dict[int, int]:
    """The ends of titles in lines without breaks, asked for one sequence of siblings at a time."""
    found: dict[int, int] = {}
    groups: dict[str, list[_Room]] = {}

    spaced = _keeps_blanks(folded, [room.mark for room in rooms])

    def settle(families: Sequence[str]) -> None:
        for family in families:
            group = groups.pop(family)
            leads = [_lead(folded, room, spaced) for room in group]
            for room, length in zip(group, ends(leads), strict=True):
                found[room.mark.start] = room.first + length

    for room in rooms:
        if not room.inline or room.mark.rank == ITEM:
            continue
        family = room.mark.family
        ended = [name for name, group in groups.items() if group[0].mark.rank > room.mark.rank]
        if family in groups and room.mark.number == 1:
            ended.append(family)
        settle(ended)
        groups.setdefault(family, []).append(room)
    settle(list(groups))
    return found


def _keeps_blanks(folded: str, marks: Sequence[Mark]) -> bool:
    """Whether a blank is left where the breaks were: most numbers stand behind one."""
    inner = [mark for mark in marks if mark.place != "line" and mark.rank < ITEM]
    return len(inner) > 1 and 2 * sum(folded[m.start - 1].isspace() for m in inner) > len(inner)


def _lead(folded: str, room: _Room, spaced: bool) -> Lead:
    followed = room.stop == room.limit or bool(_FIRST_ITEM.match(folded, room.stop))
    alone = not room.parent and bool(_NO_MORE.fullmatch(folded, room.stop, room.limit))
    words = folded[room.first : room.stop]
    return Lead(words, followed, room.mark.family == "dun", alone, spaced)
