"""The numbers that a browser writes before the items of an ordered list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from baobiao.characters import fold
from baobiao.read.grid_captions import is_numbered
from baobiao.read.page_markup import Element, is_unseen

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)
_CHINESE = re.compile(r"cjk-ideographic|(?:simp|trad)-chinese-(?:in)?formal|一")
# Numbers that is_numbered does not know: ①, 1), 第一是.
_TYPED = re.compile(r"\(?\d{1,2}\)|[①-⑳]|第?[一二三四五六七八九十]{1,3}[、是]")
_DIGITS = "零一二三四五六七八九"
_ROMAN = (
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


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
        letter = chr(ord("a") + number - 1) if 0 < number <= 26 else str(number)
        return f"{letter.upper() if style == 'A' or style.startswith('upper') else letter}."
    if style in ("i", "I", "lower-roman", "upper-roman") and 0 < number < 400:
        roman = _roman(number)
        return f"{roman.upper() if style == 'I' or style.startswith('upper') else roman}."
    if style == "decimal-leading-zero":
        return f"{number:02}."
    return f"{number}."


def chinese(number: int) -> str:
    """A number below one hundred in Chinese.

    >>> [chinese(number) for number in (1, 10, 11, 20, 34)]
    ['一', '十', '十一', '二十', '三十四']
    """
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


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
