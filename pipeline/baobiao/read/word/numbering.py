"""Automatic numbers of paragraphs as Word shows them: 一、 （一） 1. 第一章 (ECMA-376 part 1, 17.9).

Word keeps no number in the text: a paragraph, or its style, names a list and a level of it, and the
numbers follow from the order of the paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from baobiao.read.list_numbers import shown
from baobiao.read.word.package import W, integer, is_on, said, value_of
from baobiao.read.word.styles import ListPlace, Styles
from baobiao.read.zip_package import Element

_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_FIGURE = re.compile(r"%([1-9])")
_ZEROS = re.compile(r"(0+)1\s*,")
_OWN_GAP = "、．。）】〕］：，"  # full-width marks hold the gap in themselves
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its first number, the format of its number and the text around it.

    ``restart`` is the level above which it begins anew (0 for never);
    ``digits`` how many are filled with zeros; ``legal`` shows every number in digits; ``style`` is
    the paragraph style that the level is tied to.
    """

    start: int
    format: str
    digits: int
    text: str
    suffix: str
    restart: int
    legal: bool
    style: str


@dataclass(frozen=True, slots=True)
class List:
    """A list (``w:num``): its levels, and the numbers that it begins with anew."""

    counted_as: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document, with the numbers that the paragraphs so far have reached."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = _lists(root, styles) if root is not None else {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[ListPlace] = set()

    def place(self, style_id: str, numbering: Element | None) -> ListPlace | None:
        """The list and level of a paragraph by its own ``w:numPr``, else by its style; None where
        it has no number.
        """
        number, level = value_of(numbering, "numId"), value_of(numbering, "ilvl")
        if not number:
            number, of_style, passed = self._styles.list_of(style_id)
            found = self._lists.get(number)
            tied = found and next(
                (n for n, one in found.levels.items() if one.style in passed), None
            )
            level = level or (str(tied) if tied is not None else of_style)
        place = integer(level, 0)
        known = self._lists.get(number)
        return (number, place) if known and place in known.levels else None

    def mark(self, place: ListPlace) -> str:
        """The number of the next paragraph at a place, with the gap before its text; "" for a
        bullet. The lists count on.
        """
        number, level = place
        found = self._lists[number]
        counts = self._counts.setdefault(found.counted_as, {})
        first = found.starts.get(level, found.levels[level].start)
        if level not in counts or (level in found.starts and place not in self._begun):
            counts[level] = first
        else:
            counts[level] += 1
        self._begun.add(place)
        for deeper in [other for other in counts if other > level]:
            if _begins_anew(found.levels.get(deeper), level):
                del counts[deeper]
        return _written(found, counts, level)


def _begins_anew(level: Level | None, above: int) -> bool:
    return level is None or above < level.restart


def _written(found: List, counts: Mapping[int, int], level: int) -> str:
    here = found.levels[level]
    if here.format == "bullet":
        return ""

    def number(figure: re.Match[str]) -> str:
        other = int(figure[1]) - 1
        of = found.levels.get(other)
        if of is None:
            return ""
        value = counts.get(other, found.starts.get(other, of.start))
        return str(value) if here.legal else _shown(value, of)

    text = _FIGURE.sub(number, here.text).strip()
    if not text or here.suffix == "nothing" or text[-1] in _OWN_GAP:
        return text
    return f"{text} "


def _shown(value: int, level: Level) -> str:
    if level.format == "none":
        return ""
    return f"{value:0{level.digits}}" if level.digits else shown(value, level.format)


def _lists(root: Element, styles: Styles) -> dict[str, List]:
    kinds = {said(one, "abstractNumId"): one for one in root.iterchildren(f"{W}abstractNum")}
    kind_of = {
        said(one, "numId"): value_of(one, "abstractNumId") for one in root.iterchildren(f"{W}num")
    }
    known: dict[str, Mapping[int, Level]] = {}
    lists: dict[str, List] = {}
    for one in root.iterchildren(f"{W}num"):
        kind = _linked(value_of(one, "abstractNumId"), kinds, kind_of, styles)
        if kind not in kinds:
            continue
        if kind not in known:
            known[kind] = dict(map(_level, kinds[kind].iterchildren(f"{W}lvl")))
        levels, starts = dict(known[kind]), {}
        for change in one.iterchildren(f"{W}lvlOverride"):
            level = integer(said(change, "ilvl"), 0)
            if (own := change.find(f"{W}lvl")) is not None:
                levels[level] = _level(own)[1]
            if (start := integer(value_of(change, "startOverride"), -1)) >= 0:
                starts[level] = start
        lists[said(one, "numId")] = List(kind, levels, starts)
    lists.pop("0", None)  # says that a paragraph has no number
    return lists


def _linked(
    kind: str, kinds: Mapping[str, Element], kind_of: Mapping[str, str], styles: Styles
) -> str:
    """The list's kind that has the levels: one may refer to that of a numbering style."""
    for _ in range(_LEVELS):
        style = value_of(kinds.get(kind), "numStyleLink")
        if not style:
            break
        kind = kind_of.get(styles.list_of(style)[0], "")
    return kind


def _level(element: Element) -> tuple[int, Level]:
    format, digits = _format(element)
    return integer(said(element, "ilvl"), 0), Level(
        start=integer(value_of(element, "start"), 0),
        format=format,
        digits=digits,
        text="" if is_on(element.find(f"{W}rPr"), "vanish") else value_of(element, "lvlText"),
        suffix=value_of(element, "suff") or "tab",
        restart=integer(value_of(element, "lvlRestart"), _LEVELS),
        legal=is_on(element, "isLgl"),
        style=value_of(element, "pStyle"),
    )


def _format(element: Element) -> tuple[str, int]:
    """The format of a level, and how many digits it fills with zeros (001, 002, …)."""
    found = element.find(f"{W}numFmt")
    if found is None and (choice := element.find(_ALTERNATIVE)) is not None:
        found = next(choice.iter(f"{W}numFmt"), None)
    zeros = _ZEROS.match(said(found, "format"))
    return said(found, "val") or "decimal", len(zeros[1]) + 1 if zeros else 0
