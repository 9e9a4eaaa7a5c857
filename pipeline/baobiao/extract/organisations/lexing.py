"""Report text → the words that build and bound names of organisations.

One pass of an Aho-Corasick automaton over the text; at each place the longest word wins, so that 市场监管
is no 市 and 公安部门 no 公安部. What no word covers stays as a ``gap``: it may be part of a proper name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from ahocorasick_rs import AhoCorasick, MatchKind

from baobiao.characters import fold
from baobiao.divisions import Divisions, divisions
from baobiao.extract.organisations import vocabulary as vocab
from baobiao.extract.organisations.endings import (
    ENDINGS,
    LEAGUES,
    LETTER_BODIES,
    NO_ENDINGS,
    NUMBERED_SCHOOLS,
    SHORT_ENDINGS,
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
_PIECE = re.compile(
    r"(?P<ordinal>第[一二三四五六七八九十]{1,2})|(?P<gap>[\u4e00-\u9fff])|(?P<latin>[A-Za-z][A-Za-z0-9&·\-]*)"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of text in its place. ``kind`` is ``region short place letter area national topic plain stop
    class guard suffix known`` for words of the vocabulary, ``gap ordinal latin quoted`` for the rest."""

    start: int
    end: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words with their kinds; ``suffixes`` tells the kind of organisation that an ending makes,
    ``openings`` the words of names by their first character."""

    automaton: AhoCorasick
    words: tuple[str, ...]
    kinds: dict[str, str]
    openings: dict[str, tuple[str, ...]]
    suffixes: dict[str, str]
    known: dict[str, KnownOrganisation]
    places: Divisions

    def read(self, text: str, near: frozenset[str]) -> list[Word]:
        """The words of a folded text from left to right; marks and blanks are no words and leave holes.

        ``near`` are short names of counties that count in this report.
        """
        found: list[Word] = []
        at = 0
        for start, end, word in self._matches(text, 0):
            found.extend(_uncovered(text, at, start, near))
            found.append(Word(start, end, word, self.kinds[word]))
            at = end
        found.extend(_uncovered(text, at, len(text), near))
        return _offices(text, _with_places(text, found))

    def _matches(self, text: str, base: int) -> Iterator[tuple[int, int, str]]:
        """The words of the vocabulary, without those that break a longer name which begins inside them.

        The leftmost word is not always the right one: 市政 in 市政务服务管理局, 流派 in 某流派出所.
        """
        for index, start, end in self.automaton.find_matches_as_indexes(
            text[base:] if base else text
        ):
            word = self.words[index]
            start, end = start + base, end + base
            inside = self._name_inside(text, start, end, word)
            if not inside:
                yield start, end, word
                continue
            if inside - start == 1 and word[0] in vocab.LETTERS:
                yield start, inside, word[0]
            yield from self._matches(text, inside)
            return

    def _name_inside(self, text: str, start: int, end: int, word: str) -> int:
        """Where a longer word that ends or makes a name begins inside a short common word; 0 where none does."""
        if not 2 <= len(word) <= 3 or self.kinds[word] in ("suffix", "known", "region", "national"):
            return 0
        guarded = self.kinds[word] in ("guard", "class")  # 特区政府 is of no 区
        for place in range(start + 1, end):
            for longer in self.openings.get(text[place], ()):
                after_letter = place == start + 1 and word[0] in vocab.LETTERS
                makes = after_letter or (self.kinds[longer] == "suffix" and not guarded)
                if makes and place + len(longer) > end and text.startswith(longer, place):
                    return place
        return 0


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
        (known, "known"),
        (suffixes, "suffix"),
    ):
        for word in words:
            if kind not in ("short", "county", "region") or word not in vocab.NO_PLACES:
                kinds[word] = kind
    automaton = AhoCorasick(list(kinds), matchkind=MatchKind.LeftmostLongest)
    openings: dict[str, list[str]] = {}
    for word, kind in kinds.items():
        if (kind == "suffix" and len(word) >= 3) or (kind == "topic" and len(word) >= 4):
            openings.setdefault(word[0], []).append(word)
    return Vocabulary(
        automaton,
        tuple(kinds),
        kinds,
        {first: tuple(words) for first, words in openings.items()},
        suffixes,
        known,
        places,
    )


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


def _uncovered(text: str, start: int, end: int, near: frozenset[str]) -> Iterator[Word]:
    """The words in a stretch that the vocabulary leaves open."""
    at = start
    gap = -1
    while at < end:
        short = next((n for n in (4, 3, 2) if at + n <= end and text[at : at + n] in near), 0)
        piece = None if short else _PIECE.match(text, at, end + 1)
        if piece and piece.lastgroup == "gap" and piece.end() <= end:
            gap = at if gap < 0 else gap
            at += 1
            continue
        if gap >= 0:
            yield Word(gap, at, text[gap:at], "gap")
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
        yield Word(gap, at, text[gap:at], "gap")


_STREETS = ("路", "街", "桥")
_OTHER_THAN_OFFICE = "理法学事案公结好成班校会展件证复"


def _offices(text: str, words: list[Word]) -> list[Word]:
    """办 behind a business is an office where a place or a level leads to it: 县防汛办, not 督促整改办."""
    for index, word in enumerate(words):
        if word.text != "办" or index < 2 or text[word.end : word.end + 1] in _OTHER_THAN_OFFICE:
            continue
        business, leads = words[index - 1], words[index - 2]
        beside = leads.end == business.start and business.end == word.start
        if (
            beside
            and business.kind == "topic"
            and leads.kind in ("letter", "region", "place", "short")
        ):
            words[index] = Word(word.start, word.end, word.text, "suffix")
    return words


def _with_places(text: str, words: list[Word]) -> list[Word]:
    """Joins a name and the kind of area after it into one place: 君山 + 片区, 平潭 + 综合实验区. A place in
    brackets is part of the name around it: 大佳(平潭)律师事务所."""
    joined: list[Word] = []
    for word in words:
        bracketed = (
            text[word.start - 1 : word.start] == "(" and text[word.end : word.end + 1] == ")"
        )
        if bracketed and word.kind in ("region", "short", "county", "gap"):
            word = Word(word.start - 1, word.end + 1, f"({word.text})", "quoted")
        before = joined[-1] if joined and joined[-1].end == word.start else None
        if (
            word.kind == "area"
            and before is not None
            and before.text in _STREETS
            and len(joined) > 1
        ):
            named = joined[-2]
            if named.end == before.start and named.kind in ("short", "plain", "topic", "gap"):
                joined[-2:] = [
                    Word(named.start, word.end, named.text + before.text + word.text, "place")
                ]
                continue
        if word.kind == "county":
            # 西乡 in 海西乡村 is no county: an unknown character before it goes with it.
            unknown = before is not None and before.kind == "gap"
            word = Word(word.start, word.end, word.text, "gap" if unknown else "short")
        if before is not None and _makes_place(before, word):
            joined[-1] = Word(before.start, word.end, before.text + word.text, "place")
            continue
        if word.kind == "area":
            kind = "letter" if word.text in vocab.LETTERS else "guard"
            word = Word(word.start, word.end, word.text, kind)
        joined.append(word)
    return joined


def _makes_place(before: Word, word: Word) -> bool:
    """Whether a word and the kind of area after it are one place."""
    if word.text == "社区":
        return before.kind == "short" or (before.kind == "gap" and len(before.text) in (2, 3))
    return word.kind == "area" and (
        before.kind in ("region", "short", "place")
        or (before.kind == "gap" and 2 <= len(before.text) <= 4)
    )
