"""What the outline is built from: paragraphs, numberings and headings. All offsets count the report's text."""

from __future__ import annotations

from dataclasses import dataclass

SENTENCE_END = "。！？；：!?;"
ITEM = 6
"""The rank of items (一是, 第一，, ① inside a paragraph): below every heading."""

_RANKS = {
    "part": -1,
    "plain": 0,
    "chapter": 0,
    "dun": 1,
    "bracket": 2,
    "arabic": 3,
    "right": 3,
    "round": 4,
}


def rank_of(family: str, place: str) -> int:
    """The order of the families where nothing in the report says otherwise; its class for 一、 and below.

    >>> rank_of("dun", "line"), rank_of("circled", "line"), rank_of("circled", "break")
    (1, 5, 6)
    """
    if family == "circled":
        return 5 if place == "line" else ITEM
    return _RANKS.get(family, ITEM)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without its indent; one that was wrapped holds its line breaks.

    ``inline``: its report lost its line breaks. ``row``: it stands among rows of figures.
    """

    start: int
    end: int
    inline: bool = False
    row: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbering that may begin a heading. ``place`` says what it stands behind: ``line`` is its paragraph's start."""

    start: int
    end: int
    family: str
    number: int
    place: str
    paragraph: int

    @property
    def rank(self) -> int:
        """See ``rank_of``."""
        return rank_of(self.family, self.place)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading before it knows its place in the tree; ``stop`` is the end of its title, ``end`` of its span.

    ``level`` is that of a heading without a number, by its style; 0 where the numbering decides.
    """

    start: int
    end: int
    title_start: int
    stop: int
    family: str
    number: int
    rank: int
    rule: str
    level: int = 0
