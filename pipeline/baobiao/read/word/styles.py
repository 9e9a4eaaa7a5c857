"""The paragraph styles of a Word document: what a style says of numbers, headings and contents, itself
or by the style that it is based on (ECMA-376 part 1, 17.7).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from baobiao.read.word.package import W, integer, said, value_of
from baobiao.read.zip_package import Element

_CONTENTS = re.compile(r"(?:toc|目录)\s*\d", re.IGNORECASE)
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_BODY = 9  # the outline level that means "body text"


@dataclass(frozen=True, slots=True)
class Style:
    """One style; ``number`` and ``level`` are those of its ``w:numPr``, "" where it says none."""

    id: str
    name: str
    based_on: str
    number: str = ""
    level: str = ""
    outline: str = ""


ListPlace: TypeAlias = tuple[str, int]
"""The number of a list (``w:numId``) and a level of it, from 0."""


class Styles:
    """The styles by id. ``levels`` of a list that are tied to a style are asked for by ``tied``."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._default = ""
        for element in root.iterchildren(f"{W}style") if root is not None else ():
            style = _style(element)
            self._styles[style.id] = style
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in (
                "1",
                "true",
            ):
                self._default = style.id

    def chain(self, style_id: str) -> Iterator[Style]:
        """A paragraph's style and those it is based on, the nearest first."""
        seen: set[str] = set()
        name = style_id if style_id in self._styles else self._default
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = self._styles[name].based_on

    def list_of(self, style_id: str) -> tuple[str, str, tuple[str, ...]]:
        """The list and the level that a style puts its paragraphs in, each "" for none, and the
        styles down to the one that names the list: its levels may be tied to one of these.
        """
        number, level = "", ""
        passed: list[str] = []
        for style in self.chain(style_id):
            passed.append(style.id)
            level = level or style.level
            if style.number:
                number = style.number
                break
        return number, level, tuple(passed)

    def outline_level(self, style_id: str, own: str = "") -> int:
        """1 for the first level of headings and so on, 0 for body text; ``own`` is what the
        paragraph itself says (``w:outlineLvl``).
        """
        said_level = own or next((s.outline for s in self.chain(style_id) if s.outline), "")
        level = integer(said_level, _BODY)
        return level + 1 if level < _BODY else 0

    def is_contents(self, style_id: str) -> bool:
        """Whether a style is for the lines of a table of contents."""
        style = self._styles.get(style_id)
        return bool(style and _CONTENTS.match(style.name))


def _style(element: Element) -> Style:
    properties = element.find(f"{W}pPr")
    numbering = properties.find(f"{W}numPr") if properties is not None else None
    name = value_of(element, "name")
    heading = _HEADING.fullmatch(name)
    return Style(
        id=said(element, "styleId"),
        name=name,
        based_on=value_of(element, "basedOn"),
        number=value_of(numbering, "numId"),
        level=value_of(numbering, "ilvl"),
        outline=value_of(properties, "outlineLvl") or (str(int(heading[1]) - 1) if heading else ""),
    )
