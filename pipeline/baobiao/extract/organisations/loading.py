"""The dictionaries and the lists of words → the vocabulary that reads names of organisations, and what kind of body a
word makes."""

from __future__ import annotations

from importlib.resources import files

from ahocorasick_rs import AhoCorasick, MatchKind

from baobiao.characters import fold
from baobiao.divisions import Divisions, divisions
from baobiao.extract.organisations import vocabulary as vocab
from baobiao.extract.organisations.ending_kinds import (
    ENDINGS,
    LEAGUES,
    LETTER_BODIES,
    NO_ENDINGS,
    NUMBERED_SCHOOLS,
    SHORT_ENDINGS,
)
from baobiao.extract.organisations.lexing import Vocabulary
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
# The central bank, which is 人行 beside other banks alone, and the rural bank of the place.
_BANKS_OF_A_PLACE = frozenset(("人行", "农商行"))
_OF_GOVERNMENTS = tuple(
    "政府采购 政府信息公开 政府债务 政府债券 政府性 政府部门 政府规章 政府工作规则 政府系统".split()
)
_DIGITS = "一二三四五六七八九"
_TENS = ("", "十", *(digit + "十" for digit in _DIGITS[1:]))
_ORDINALS = tuple("第" + tens + ones for tens in _TENS for ones in ("", *_DIGITS) if tens or ones)

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
        if word == "县城":
            longer = (*longer, (1, "城乡"))  # 县 + 城乡供水公司
        if longer:
            found[word] = longer
    return found


def _is_phrase(place: str, kinds: dict[str, str]) -> bool:
    """Whether a place's name reads as a word and a level, too: 会同 + 县."""
    return place[-1] in vocab.LETTERS and kinds.get(place[:-1]) == "stop"


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
