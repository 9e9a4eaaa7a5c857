"""The numbers that a browser writes before the items of an ordered list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from baobiao.characters import fold
from baobiao.read.list_numbers import chinese, letters, roman
from baobiao.read.tables.captions import is_numbered
from baobiao.read.web.markup import Element, is_unseen

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)
_CHINESE = re.compile(r"cjk-ideographic|(?:simp|trad)-chinese-(?:in)?formal|一")
# Numbers that is_numbered does not know: ①, 1), 第一是.
_TYPED = re.compile(r"\(?\d{1,2}\)|[①-⑳]|第?[一二三四五六七八九十]{1,3}[、是]")


@dataclass(slots=True)
class Numbering:
    """The running number of one list; ``style`` is "" where its items have none."""

    style: str
    number: int
    step: int = 1

    def next_mark(self, item: Element) -> str:
        """What stands before the item; the list goes on from there."""
        value = _integer(item.get("value"))
        number = self.number if value is None else value
        self.number = number + self.step
        style = _style(item) or self.style
        return mark(number, style) if style not in ("", "none") else ""


def numbering(element: Element) -> Numbering:
    """The numbering of a list that begins; none for bullets, and none where every item begins with
    a number that the writer typed.
    """
    items = [item for item in element.iterchildren("li") if not is_unseen(item)]
    start = _integer(element.get("start"))
    backwards = element.get("reversed") is not None
    first = start if start is not None else (len(items) if backwards else 1)
    style = _style(element) or element.get("type") or "decimal"
    if element.tag != "ol" or _are_typed(items):
        style = ""
    return Numbering(style, first, -1 if backwards else 1)


def mark(number: int, style: str = "decimal") -> str:
    """A number as a list's style writes it.

    >>> mark(3), mark(12, "cjk-ideographic"), mark(2, "lower-alpha"), mark(4, "I")
    ('3.', '十二、', 'b.', 'IV.')
    """
    if _CHINESE.search(style) and 0 < number < 100:
        return f"{chinese(number)}、"
    if style in ("a", "A", "lower-alpha", "upper-alpha", "lower-latin", "upper-latin"):
        letter = letters(number) if 0 < number <= 26 else str(number)
        return f"{letter.upper() if style == 'A' or style.startswith('upper') else letter}."
    if style in ("i", "I", "lower-roman", "upper-roman") and 0 < number < 400:
        written = roman(number)
        return f"{written.upper() if style == 'I' or style.startswith('upper') else written}."
    if style == "decimal-leading-zero":
        return f"{number:02}."
    return f"{number}."


def _style(element: Element) -> str:
    """The list style that the element itself says: ``decimal``, ``none`` …, or ""."""
    said = _STYLE.findall(element.get("style") or "")
    words = " ".join(said).lower().split()
    known = [word for word in words if word not in ("inside", "outside", "!important")]
    return known[-1] if known else ""


def _are_typed(items: list[Element]) -> bool:
    heads = [fold("".join(item.itertext())[:20].strip()) for item in items]
    written = [head for head in heads if head]
    return bool(written) and all(is_numbered(head) or _TYPED.match(head) for head in written)


def _integer(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text.strip()) else None
