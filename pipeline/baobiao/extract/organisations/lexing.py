"""Report text → the words that build and bound names of organisations.

One pass of an Aho-Corasick automaton over the text; at each place the longest word wins, so that 市场监管
is no 市 and 公安部门 no 公安部. What no word covers stays as a ``gap``: it may be part of a proper name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import pairwise

from ahocorasick_rs import AhoCorasick, MatchKind

from baobiao.characters import fold
from baobiao.divisions import Divisions, divisions, short_name
from baobiao.extract.organisations import vocabulary as vocab
from baobiao.extract.organisations.ending_kinds import (
    ENDINGS,
    LEAGUES,
    LETTER_BODIES,
    NO_ENDINGS,
    NUMBERED_SCHOOLS,
    SHORT_ENDINGS,
)
from baobiao.extract.organisations.joining import (
    Word,
    with_industrial_zones,
    with_offices,
    with_places,
    with_zones,
)
from baobiao.lexicon import KnownOrganisation, Lexicon

KINDS = {
    "政府": "government",
    "部门": "department",
    "内设机构": "internal_unit",
    "司法": "court",
    "人大政协": "congress",
    "党委": "party",
    "议事协调机构": "department",
    "群团": "association",
    "自治组织": "other",
    "企业": "enterprise",
    "学校": "school",
    "事业单位": "institution",
    "军警": "other",
    "军队": "other",
    "人大": "congress",
    "政协": "congress",
    "民主党派": "party",
    "银行": "bank",
    "国际组织": "other",
}
_BY_ENDING = (
    ("检察院", "procuratorate"),
    ("银行", "bank"),
    ("支行", "bank"),
    ("分行", "bank"),
    ("农商行", "bank"),
    ("信用社", "bank"),
    ("医院", "hospital"),
    ("卫生院", "hospital"),
    ("卫生服务中心", "hospital"),
    ("保健院", "hospital"),
    ("日报", "media"),
    ("报社", "media"),
    ("电视台", "media"),
    ("通讯社", "media"),
    ("出版社", "media"),
    ("融媒体中心", "media"),
    ("晚报", "media"),
    ("时报", "media"),
    ("时报社", "media"),
    ("救援队", "team"),
    ("服务队", "team"),
    ("工作队", "team"),
    ("医疗队", "team"),
    ("讲师团", "team"),
    ("宣讲团", "team"),
)
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_MARK = re.compile(r"[，。、；：\s()“”《》]")
_PIECE = re.compile(
    r"(?P<ordinal>第[一二三四五六七八九十]{1,2})|(?P<gap>[\u4e00-\u9fff])|(?P<latin>[A-Za-z][A-Za-z0-9&·\-]*)"
)


# The central bank, which is 人行 beside other banks alone, and the rural bank of the place.
_BANKS_OF_A_PLACE = frozenset(("人行", "农商行"))
_OF_GOVERNMENTS = ("政府采购", "政府信息公开", "政府债务", "政府债券", "政府性")
_FUNCTION = frozenset("同报送交系含现原年受因令替往距着得")
_LONG_GAP = 3
_JOINING = "和与及同在"
# Words that give their last character to a verb: 交易中心 + 组织, 省局 + 部署.
_BREAKING = {"中心组": tuple("织建成"), "局部": ("署",)}
_MEASURES = "家个所座支名条项起件次"
_DIGITS = "一二三四五六七八九"
_TENS = ("", "十", *(digit + "十" for digit in _DIGITS[1:]))
_ORDINALS = tuple("第" + tens + ones for tens in _TENS for ones in ("", *_DIGITS) if tens or ones)


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
        if own:
            near |= {short_name(place) for place in own - self.kinds.keys()}
            places = sorted(own, key=len, reverse=True)
            for match in re.finditer("|".join(map(re.escape, places)), text):
                self._scan(text, at, match.start(), near, found)
                at = match.end()
                found.append(Word(match.start(), at, match.group(), "region"))
        self._scan(text, at, len(text), near, found)
        found = _at_home(found, homes) if homes else found
        return with_offices(text, with_industrial_zones(with_zones(with_places(text, found))))

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
            phrase = word in self.phrases and word[:-1] not in near
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


_LOADED: dict[str, Vocabulary] = {}


def load_vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon, built at first use and kept."""
    if lexicon.digest not in _LOADED:
        _LOADED[lexicon.digest] = _build(lexicon)
    return _LOADED[lexicon.digest]


def kind_of(word: str, group: str) -> str:
    """The kind of organisation that a word of the dictionary makes; ``group`` is its 类型.

    >>> kind_of("人民检察院", "司法"), kind_of("局", "部门")
    ('procuratorate', 'department')
    """
    for ending, kind in _BY_ENDING:
        if word.endswith(ending):
            return kind
    return KINDS.get(group, "other")


def _build(lexicon: Lexicon) -> Vocabulary:
    places = divisions(lexicon)
    suffixes = {
        letter + body: kind for letter in vocab.LETTERS for body, kind in LETTER_BODIES.items()
    }
    suffixes |= dict.fromkeys(NUMBERED_SCHOOLS, "school") | dict.fromkeys(LEAGUES, "association")
    suffixes |= SHORT_ENDINGS | ENDINGS
    for row in lexicon.organisation_suffixes:
        if row.suffix not in NO_ENDINGS:
            suffixes[row.suffix] = kind_of(row.suffix, row.kind)
    for word in [word for word in suffixes if word.endswith("委") and len(word) > 2]:
        suffixes.setdefault(word + "员会", suffixes[word])
    known = {fold(word): row for row in lexicon.organisations for word in (row.name, *row.aliases)}
    common = _common_words()
    kinds: dict[str, str] = {}
    # Later lists win: a word that two of them hold is what the later one says.
    for words, kind in (
        (_county_names(places, common), "county"),
        (places.upper_short_names(), "short"),
        (places.names, "region"),
        (common["plain"], "plain"),
        (common["stop"], "stop"),
        (vocab.PLAIN, "plain"),
        (vocab.STOPS, "stop"),
        (vocab.TOPICS, "topic"),
        (vocab.GUARDS, "guard"),
        (vocab.CLASSES, "class"),
        (vocab.LETTERS, "letter"),
        (vocab.AREAS, "area"),
        (vocab.NATIONAL, "national"),
        (vocab.MACRO_REGIONS, "short"),
        (vocab.TAIWAN, "region"),
        (_ORDINALS, "ordinal"),
        (known, "known"),
        (suffixes, "suffix"),
    ):
        for word in words:
            if kind not in ("short", "county", "region") or word not in vocab.NO_PLACES:
                kinds[word] = kind
    automaton = AhoCorasick(list(kinds), matchkind=MatchKind.LeftmostLongest)
    return Vocabulary(
        automaton,
        tuple(kinds),
        kinds,
        _names_inside(kinds),
        frozenset(word for word in kinds if kinds[word] == "region" and _is_phrase(word, kinds)),
        suffixes,
        known,
        _banks_for_short(known),
        places,
    )


def _names_inside(kinds: dict[str, str]) -> dict[str, tuple[tuple[int, str], ...]]:
    """For short common words the endings that can begin inside them and reach beyond, with their place.

    Behind a level (市, 区) a long business counts too; a guard or a class gives way to no ending: 特区政府.
    """
    by_opening: dict[str, list[str]] = {}
    for word, kind in kinds.items():
        if kind in ("topic", "suffix") and len(word) >= 2:
            by_opening.setdefault(word[0], []).append(word)
            by_opening.setdefault(word[:2], []).append(word)
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    for word, kind in kinds.items():
        if word == "联合国":  # 联合 + 国家税务总局
            national = (
                name for name in kinds if name.startswith("国家") and kinds[name] == "known"
            )
            found[word] = (*((2, name) for name in national), (2, "国有"))
        if kind == "suffix" and word[1:] == "政府" and word[0] in vocab.LETTERS:
            found[word] = tuple((1, name) for name in _OF_GOVERNMENTS)  # 区 + 政府采购
        if not 2 <= len(word) <= 3 or kind in ("suffix", "known", "region", "national"):
            continue
        longer = tuple(
            (place, name)
            for place in range(1, len(word))
            for name in by_opening.get(word[place:], ())
            if len(name) > len(word) - place
            if (place == 1 and word[0] in vocab.LETTERS)
            or (len(name) >= 3 and kinds[name] == "suffix" and kind not in ("guard", "class"))
            or (word == "城乡" and kinds[name] == "suffix")  # 岚城 + 乡政府
        )
        if longer:
            found[word] = longer
    return found


def _is_phrase(place: str, kinds: dict[str, str]) -> bool:
    """Whether a place's name reads as a word and a level, too: 会同 + 县."""
    return place[-1] in vocab.LETTERS and kinds.get(place[:-1]) == "stop"


def _names_place(text: str, start: int, before: list[Word]) -> bool:
    """Whether a place rather than a verb and a level begins there: behind a place (怀化市会同县) or in a list."""
    placed = before and before[-1].end == start and before[-1].kind in ("region", "short")
    return bool(placed) or text.startswith("、", max(0, start - 1))


def _banks_for_short(known: dict[str, KnownOrganisation]) -> frozenset[str]:
    """What stands before 银行 or 行 in the names of banks, and their short names: 兴业, 渝农商, 中行."""
    names = [name for name, row in known.items() if row.kind == "银行"]
    stems = {name.removesuffix("银行") for name in names if name.endswith("银行")}
    stems |= {name.removesuffix("行") for name in names if name.endswith("商行")}
    short = {name for name in names if len(name) <= 4}
    return frozenset(stems | short | _BANKS_OF_A_PLACE)


def _county_names(places: Divisions, common: dict[str, list[str]]) -> set[str]:
    """Short names of counties that are no word besides: 昆山, 平潭, not 合作 or 振兴."""
    words = {word for group in common.values() for word in group}
    words |= vocab.PLAIN | vocab.STOPS | vocab.TOPICS | vocab.GUARDS | vocab.CLASSES
    return set(places.short_names_of_today()) - words


def _common_words() -> dict[str, list[str]]:
    """The words of ``common_words.txt`` by kind."""
    lines = files(__package__).joinpath("common_words.txt").read_text(encoding="utf-8").split("\n")
    words: dict[str, list[str]] = {}
    kind = ""
    for line in lines:
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            words.setdefault(kind, []).extend(line.split())
    return words


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
