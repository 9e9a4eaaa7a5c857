"""The running numbers of a draft: which headings and items are counted together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from baobiao.characters import fold
from baobiao.model import Draft, Section
from baobiao.outline import numbered

ITEM_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Numbered:
    """A heading or item with its number read."""

    section: Section
    family: str
    number: int

    @property
    def style(self) -> str:
        """How the number is written, whatever the number is: N、 (N) N. 第N， N是.

        >>> Numbered(Section(1, 0, 6, "二要", "", 0, 2, 9), "item", 2).style
        'N要'
        """
        words = fold(self.section.marker).replace(" ", "")
        if self.family == "circled" or (not words.isascii() and len(words) == 1):
            return "①"
        inner = [c for c in words if c not in "0123456789一二三四五六七八九十"]
        return "".join(["N", *inner]) if words[:1] not in "(第其" else "".join(inner)


def sequences(draft: Draft) -> Iterator[list[Numbered]]:
    """The numbered headings and items that stand below one parent, one list a family of numbers, in text order.

    Items are counted from one again wherever a new list of them begins.
    """
    groups: dict[tuple[int, str], list[Numbered]] = {}
    for section in draft.sections:
        family, number = numbered(fold(section.marker))
        if not number or family == "first":
            continue
        group = groups.setdefault((section.parent_id, family), [])
        if group and _begins_anew(draft, group[-1], section, number):
            yield group
            group = groups[section.parent_id, family] = []
        group.append(Numbered(section, family, number))
    yield from (group for group in groups.values() if group)


def _begins_anew(draft: Draft, last: Numbered, section: Section, number: int) -> bool:
    """Whether a number opens a list of its own; items of a running list do where they go back in a new paragraph."""
    if section.level < ITEM_LEVEL:
        return number == 1 and last.number > 1
    paragraph_ends = "\n" in draft.folded[last.section.start : section.start]
    return number == 1 or (number <= last.number and paragraph_ends)
