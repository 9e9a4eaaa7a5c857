"""Report text → the words that build and bound names of organisations.

One pass of an Aho-Corasick automaton over the text; at each place the longest word wins, so that 市场监管
is no 市 and 公安部门 no 公安部. What no word covers stays as a ``gap``: it may be part of a proper name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ahocorasick_rs import AhoCorasick

from baobiao.divisions import Divisions, short_name
from baobiao.extract.organisations import vocabulary as vocab
from baobiao.extract.organisations.joining import (
    Word,
    with_governments,
    with_industrial_zones,
    with_offices,
    with_places,
    with_zones,
)
from baobiao.lexicon import KnownOrganisation

_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_MARK = re.compile(r"[，。、；：\s()“”《》]")
_PIECE = re.compile(
    r"(?P<ordinal>第[一二三四五六七八九十]{1,2})|(?P<gap>[\u4e00-\u9fff])|(?P<latin>[A-Za-z][A-Za-z0-9&·\-]*)"
)


_WITH_OTHERS = re.compile("[\u4e00-\u9fff]{2,10}、[县市区州旗][\u4e00-\u9fff]")
_FUNCTION = frozenset("同报送交系含现原年受因令替往距着")
_COMMON = 2  # characters: so short a name of a place may be a common word
_LONG_GAP = 3
_JOINING = "和与及同在"
# Words that give their last character to a verb: 交易中心 + 组织, 省局 + 部署.
_BREAKING = {"中心组": tuple("织建成"), "局部": ("署",)}
_MEASURES = "家个所座支名条项起件次"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words with their kinds; ``suffixes`` tells the kind of organisation that an ending makes,
    ``inside`` the words of names that can begin inside a common word, each with the place where it does,
    ``phrases`` the places whose names are a common word before a level, too: 会同县, 新建区."""

    automaton: AhoCorasick
    words: tuple[str, ...]
    kinds: dict[str, str]
    inside: dict[str, tuple[tuple[int, str], ...]]
    phrases: frozenset[str]
    suffixes: dict[str, str]
    known: dict[str, KnownOrganisation]
    banks: frozenset[str]
    places: Divisions

    def read(
        self,
        text: str,
        near: frozenset[str],
        own: frozenset[str] = frozenset(),
        homes: frozenset[str] = frozenset(),
    ) -> list[Word]:
        """The words of a folded text from left to right; marks and blanks are no words and leave holes.

        ``near`` are short names of counties that count in this report, ``own`` the full names of the places
        that it comes from: they are words of this report, whatever begins before them (和平潭综合实验区). ``homes``
        are short names of its township: places before what only places have (流水片区), common words elsewhere.
        """
        found: list[Word] = []
        at = 0
        # 盐镇 of 盐镇乡, 余家桥 of 余家桥乡
        towns = {h for h in homes if len(h) > 1 and (h[-1] in "镇乡" or len(h) > _COMMON)}
        if own:
            near |= {short_name(place) for place in own - self.kinds.keys()}
        if own or towns:
            places = sorted(own | towns, key=len, reverse=True)
            for match in re.finditer("|".join(map(re.escape, places)), text):
                self._scan(text, at, match.start(), near, found)
                at = match.end()
                kind = (
                    "short"
                    if match.group() in homes and match.group()[-1] not in "镇乡"
                    else "region"
                )
                found.append(Word(match.start(), at, match.group(), kind))
        self._scan(text, at, len(text), near, found)
        found = _at_home(found, homes) if homes else found
        placed = with_industrial_zones(with_zones(with_places(text, found)))
        return with_offices(text, with_governments(placed))

    def _scan(
        self, text: str, base: int, limit: int, near: frozenset[str], found: list[Word]
    ) -> None:
        """Appends the words of a stretch, without those that break a longer name which begins inside them.

        The leftmost word is not always the right one: 市政 in 市政务服务管理局, 流派 in 某流派出所.
        """
        part = text[base:limit]
        at, passed = base, 0
        for index, start, end in self.automaton.find_matches_as_indexes(part):
            if start < passed:
                continue
            word = self.words[index]
            if word in self.inside:
                place = next((p for p, n in self.inside[word] if part.startswith(n, start + p)), 0)
                if place:
                    inside = base + start + place
                    level = place == 1 and word[0] in vocab.LETTERS
                    found.extend(_uncovered(text, at, inside - level, near))
                    if level:
                        found.append(Word(inside - 1, inside, word[0], "letter"))
                    at = self._rescan(text, inside, limit, near, found)
                    passed = at - base
                    continue
            inner = base + start + 1
            if text[base + end : base + end + 1] in _BREAKING.get(word, ()):
                found.extend(_uncovered(text, at, base + start, near))
                found.append(Word(base + start, base + end - 1, word[:-1], "suffix"))
                at = self._rescan(text, base + end - 1, limit, near, found)
                passed = at - base
                continue
            if word[0] in _MEASURES and text[base + start - 1 : base + start].isdigit():
                found.extend(_uncovered(text, at, base + start, near))
                found.append(Word(base + start, inner, word[0], "stop"))  # 14家 + 乡镇卫生院
                at = self._rescan(text, inner, limit, near, found)
                passed = at - base
                continue
            if word[0] in _JOINING and end - start == 2 and text[inner : inner + 2] in near:
                found.extend(_uncovered(text, at, base + start, near))  # 和 + 平潭
                found.append(Word(base + start, inner, word[0], "stop"))
                found.append(Word(inner, inner + 2, text[inner : inner + 2], "short"))
                at, passed = inner + 2, inner + 2 - base
                continue
            if at < base + start:
                found.extend(_uncovered(text, at, base + start, near))
            at = base + end
            kind = self.kinds[word]
            listed = _WITH_OTHERS.match(text, base + end)  # 会同 + 县公安局、县司法局
            phrase = word in self.phrases and (word[:-1] not in near or bool(listed))
            if phrase and not _names_place(text, base + start, found):
                found.append(Word(base + start, at - 1, word[:-1], "stop"))
                at = self._rescan(text, at - 1, limit, near, found)
                passed = at - base
                continue
            kind = "short" if kind == "county" and word in near else kind  # 报平潭海事局
            found.append(Word(base + start, at, word, kind))
        if at < limit:
            found.extend(_uncovered(text, at, limit, near))

    def _rescan(
        self, text: str, start: int, limit: int, near: frozenset[str], found: list[Word]
    ) -> int:
        """Appends the words from a place inside a word to the next mark, and says where that is."""
        mark = _MARK.search(text, start, limit)
        end = mark.start() if mark else limit
        self._scan(text, start, end, near, found)
        return end


def _at_home(words: list[Word], homes: frozenset[str]) -> list[Word]:
    """The words with the short names of the reporting township as places, before an area or an ending."""
    placed = list(words)
    for index, (word, after) in enumerate(pairwise(words)):
        beside = word.end == after.start and after.kind in ("area", "suffix")
        if word.text in homes and word.kind in ("plain", "topic", "gap") and beside:
            placed[index] = replace(word, kind="short")
    return placed


def _names_place(text: str, start: int, before: list[Word]) -> bool:
    """Whether a place rather than a verb and a level begins there: behind a place (怀化市会同县) or in a list.

    和 joins nothing at the head of a clause: there 和县 is the county.
    """
    placed = before and before[-1].end == start and before[-1].kind in ("region", "short")
    heads = text[start] == "和" and text[max(0, start - 1)] in "，。；：\n"
    return bool(placed) or heads or text.startswith("、", max(0, start - 1))


def _left_over(text: str, at: int) -> bool:
    """Whether a character belongs to what stands before it: 个 in 建立1个某某中心, 年 in 2023年县政府, 好 in
    利用好某某附中."""
    counts = text[at] in "个家所座支年月日" and text[max(0, at - 1) : at].isdigit()
    inside = text[at] == "内" and text[max(0, at - 1) : at] in tuple("区园院校镇")  # 园区内青源公司
    return counts or inside or (text[at] == "好" and bool(_HAN.match(text, max(0, at - 1))))


def _uncovered(text: str, start: int, end: int, near: frozenset[str]) -> Iterator[Word]:
    """The words in a stretch that the vocabulary leaves open."""
    at = start
    gap = -1
    while at < end:
        short = next((n for n in (4, 3, 2) if at + n <= end and text[at : at + n] in near), 0)
        piece = None if short else _PIECE.match(text, at, end + 1)
        if gap < 0 and _left_over(text, at):
            yield Word(at, at + 1, text[at], "stop")
            at += 1
            continue
        if piece and piece.lastgroup == "gap" and piece.end() <= end:
            gap = at if gap < 0 else gap
            at += 1
            continue
        if gap >= 0:
            yield from _gap(text, gap, at)
            gap = -1
        if short:
            yield Word(at, at + short, text[at : at + short], "short")
            at += short
        elif piece and piece.end() <= end and piece.lastgroup:
            yield Word(at, piece.end(), piece.group(), piece.lastgroup)
            at = piece.end()
        else:
            at += 1
    if gap >= 0:
        yield from _gap(text, gap, at)


def _gap(text: str, start: int, end: int) -> Iterator[Word]:
    """An unknown word; 原 alone says of what follows that it was: 原县酒厂. Of three characters the first may be a
    function word before a name of two: 报 + 潭城 of 报潭城派出所."""
    if end - start == _LONG_GAP and text[start] in _FUNCTION:
        yield Word(start, start + 1, text[start], "stop")
        start += 1
    yield Word(start, end, text[start:end], "stop" if text[start:end] == "原" else "gap")
