"""The name of a number, brought to what it counts: without whose, when and how well, synonyms made one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from baobiao.characters import fold
from baobiao.compare.vocabulary import (
    AMOUNT,
    APART,
    BARE,
    COUNTING,
    FILLERS,
    PHRASES,
    SAME,
    SHARE,
    TELLING,
    WEAK,
)
from baobiao.words import Words

_MARKS = re.compile(r"[\s“”‘’\"'《》〈〉()\[\]{}、,，;；:：·—\-\u3000]+")
_YEARS = re.compile(
    r"(?:19|20)\d\d年(?:度|末|底)?|\d{1,2}(?:-|至|—)?\d{0,2}月(?:份|末|底)?|“?十[一二三四五六]五”?(?:期间|时期)?"
)
_CHANGES = frozenset(("%", "％", "倍"))
_PLACE = re.compile(r".+?(?:自治[区州县旗]|特别行政区|地区|实验区|片区|街道|[省市县区盟旗镇乡])")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a name says: ``core`` its words put together again, ``bag`` those that matter, sorted,
    ``apart`` what sets it apart from other names.
    """

    core: str
    bag: tuple[str, ...]
    apart: frozenset[str]

    @property
    def bare(self) -> bool:
        """Whether it does not say of what: 办结率."""
        return BARE.fullmatch(self.core) is not None


def wording(name: str, unit: str = "", own: Iterable[str] = ()) -> Wording:
    """What ``name`` says, in a report of a body called by one of ``own`` (names, longest first).

    >>> wording("办理12345热线件", "件").core == wording("受理12345便民服务平台诉求", "件").core
    False
    >>> wording("君山片区共召开党委会议", "次", ["君山片区"]) == wording("召开党委会", "次")
    True
    """
    text = fold(name)
    for body in own:
        text = text.replace(body, "")
    text = _YEARS.sub("", text)
    text = _MARKS.sub("", text)
    for pattern, one in PHRASES:
        text = pattern.sub(one, text)
    if "占" in text and unit in _CHANGES:
        text = SHARE.sub("", text)
    text = COUNTING.sub("", text) or text
    if "元" in unit or unit in _CHANGES:
        text = AMOUNT.sub("", text) or text
    words = [SAME.get(word, word) for word, _, _ in _tokenizer().cut(text)]
    said = [word for word in words if word not in FILLERS] or words
    core = "".join(said)
    bag = tuple(sorted(word for word in said if word not in WEAK))
    return Wording(core, bag, _apart(core, said))


def _apart(core: str, words: list[str]) -> frozenset[str]:
    """The words that set apart, also within longer ones (城镇 in 城镇居民), numbers, and characters like 未 and 高."""
    found = {word for word in words if word in APART}
    found |= {word for word in APART if len(word) > 1 and word in core}
    found |= {mark for mark in TELLING if mark in core}
    found |= set(_NUMBER.findall(core))
    if core.endswith("率"):
        found.add("率")
    return frozenset(found)


@cache
def _tokenizer() -> Words:
    return Words(FILLERS | APART | SAME.keys() | set(SAME.values()))


@cache
def own_names(region: str) -> tuple[str, ...]:
    """What a body calls its own place by: 福建省平潭综合实验区君山片区 is also 君山片区 and 平潭.

    >>> own_names("福建省平潭综合实验区君山片区")
    ('福建省平潭综合实验区君山片区', '平潭综合实验区', '君山片区', '福建省')
    """
    parts = [part for part in _PLACE.findall(region) if len(part) > 2]
    return tuple(sorted({*parts, region} - {""}, key=lambda name: (-len(name), name)))
