"""A stem taken apart: 区 + 环土 + 局 has a level, an unknown word that may be its business, and an ending."""

from __future__ import annotations

import re
from dataclasses import dataclass

from baobiao.extract.organisations.endings import SOFT
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import BUSINESS, PLACES, Stem

_NUMBERS = tuple("一二三四五六七八九十")
_FAMILY_PLACE = re.compile("[\u4e00-\u9fff]家[\u4e00-\u9fff]")  # 沈 + 家门, 李 + 家沟
_LONGEST_GAP = 6


@dataclass(frozen=True, slots=True)
class Parts:
    """A stem taken apart: places or a letter in ``rest``, an unknown ``gap``, then the ``business``."""

    rest: tuple[Word, ...]
    gap: Word | None
    business: tuple[Word, ...]

    @property
    def head(self) -> Word | None:
        """The place or letter that is next to the business."""
        return self.rest[-1] if self.rest else None


def alone(words: tuple[Word, ...]) -> Word | None:
    """The one word of a stem; a word of two characters and one that no word covers are a name: 荷花 + 池."""
    if len(words) == 2 and words[1].kind == "gap" and len(words[1].text) == 1:
        first, last = words
        if first.kind in BUSINESS and len(first.text) == 2:
            return Word(first.start, last.end, first.text + last.text, "gap")
    if (
        len(words) == 2
        and words[0].kind == "gap"
        and _FAMILY_PLACE.fullmatch(words[0].text + words[1].text)
    ):
        return Word(words[0].start, words[1].end, words[0].text + words[1].text, "gap")
    return words[0] if len(words) == 1 else None


def take_apart(stem: Stem) -> Parts | None:
    """The parts of a stem; None where other words stand before the unknown one."""
    words = stem.words
    cut = len(words)
    while cut and words[cut - 1].kind in BUSINESS:
        cut -= 1
    if cut == len(words) > 1 and words[-1].text in _NUMBERS:  # 稽查 + 一 + 局
        cut -= 1
        while cut and words[cut - 1].kind in BUSINESS:
            cut -= 1
    business = words[cut:]
    gap = words[cut - 1] if cut and words[cut - 1].kind in ("gap", "latin", "ordinal") else None
    rest = words[: cut - 1] if gap is not None else words[:cut]
    if gap is not None:  # 矛盾纠纷多元化|解|中心: common words on both sides of what is left over
        inner = len(rest)
        while inner and rest[inner - 1].kind in BUSINESS:
            inner -= 1
        if 0 < inner < len(rest) and rest[inner - 1].kind == "gap":  # 区|台青|创业|育成|中心
            inner -= 1
        if inner and rest[inner - 1].kind in (*PLACES, "letter", "national"):
            rest, business = rest[:inner], (*rest[inner:], *business)
    if rest and rest[-1].kind not in (*PLACES, "letter", "national"):
        return None
    while (
        len(business) > 1
        and not rest
        and gap is None
        and business[0].text in SOFT
        and business[1].text not in ("和", "与")  # 建设和交通局
    ):
        business = business[1:]
    return Parts(rest, gap, business)


def fits(parts: Parts, ending: Word) -> bool:
    """Whether an unknown word can be the business: 区执法局 has two characters at least, and few."""
    if parts.gap is None:
        return True
    short = len(ending.text) < 2 and not parts.business
    level = parts.head is not None and parts.head.kind in ("letter", "region", "place")
    level = level and ending.text in ("局", "委") and parts.gap.kind == "gap"
    short = short and not (level and len(parts.gap.text) == 2)  # 区环土局
    return len(parts.gap.text) <= _LONGEST_GAP and not short
