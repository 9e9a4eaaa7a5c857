"""The words before an ending → the name that ends there, or nothing when it names a class or is no name.

Two grammars. A public body is ``place + business + ending`` (梅州市 + 公安 + 局), chained where a part belongs
to a whole (广东省公安厅 + 执法监督管理委员会). A company, a school or a society has a proper name, so its name
reaches to the left until a word that cannot be part of one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from baobiao.extract.organisations.endings import (
    BEFORE_SUO,
    BRANCHES,
    CLASS_BODIES,
    FACILITIES,
    FORBIDDEN_NEXT,
    GENERIC,
    GENERIC_WITH,
    LETTER_OFFICES,
    LOCAL_POSTS,
    NEED_PLACE,
    NEED_STEM,
    PARTS,
    PEERS,
    PLACE_IS_STEM,
    PROPER_KINDS,
    SCHOOL_CLASSES,
    SOFT,
    WEAK,
)
from baobiao.extract.organisations.issuer import Issuer
from baobiao.extract.organisations.lexing import KINDS, Vocabulary, Word, word_index
from baobiao.extract.organisations.vocabulary import LETTERS

_COUNTED = re.compile(
    r"(?:(?:\d|[一二两三四五六七八九十百千几多余])\s*[多余]?(?:家|所|个|支|座|批|间|户|级|类)|[各每某全]|一批|首[个家]|若干)$"
)
_QUANTITY = re.compile(r"[一二两三四五六七八九十百千几这那]+[大级国年月个种条轮几届]")
_COUNT_WORD = re.compile(r"[一二两三四五六七八九十百千几数多余]*[家所个支座批间类]")
_NUMBER_AFTER = re.compile(r"各?(?:\d+|[一二两三四五六七八九十]+)[多余]?[家个所支座]")
_PLACES = ("region", "short", "place")
_BUSINESS = ("topic", "plain")
_NATIONAL = ("中国", "国家", "国务院", "中央", "全国", "最高", "中共", "中华")
_CLASS_OF_PLACE = ("学校", "中学", "小学", "幼儿园", "公司", "研究所", "事务所", "合作社")
_BARE_PEERS = ("管委会", "管理委员会", "党工委", "人大", "政协")
_STATE = ("government", "department", "court", "procuratorate", "congress", "party")
_VAGUE = ("国际", "世界", "全国")
_LISTED_KINDS = ("court", "procuratorate", "congress", "department", "government")
_LONGEST_GAP = 6
_LONGEST_NAME = 30


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its place: ``place`` (梅州市) or ``letter`` (市), then ``body`` (公安局). ``whole`` comes before
    them where the name is that of a part."""

    start: int
    end: int
    kind: str
    rule: str
    place: str = ""
    letter: str = ""
    body: str = ""
    whole: Name | None = None


@dataclass(frozen=True, slots=True)
class Stem:
    """The words before an ending from left to right, and what bounds them on the left: ``open`` (a mark or a
    stop word), ``class``, ``guard`` or ``whole`` (the last word of another name, at ``index``)."""

    words: tuple[Word, ...]
    boundary: str
    index: int


class Parser:
    """Parses the names that end at given words of one report."""

    def __init__(
        self, text: str, words: list[Word], vocabulary: Vocabulary, issuer: Issuer
    ) -> None:
        self._text = text
        self._words = words
        self._vocabulary = vocabulary
        self._issuer = issuer
        self._names_by_end: dict[int, Name] = {}

    def name_at(self, index: int) -> Name | None:
        """The name whose last word is the one with this index. Ask from left to right: 区法院、检察院."""
        found = self._name_at(index)
        if found is not None:
            self._names_by_end[found.end] = found
        return found

    def _name_at(self, index: int) -> Name | None:
        word = self._words[index]
        if self._text[word.end : word.end + 1] in tuple(FORBIDDEN_NEXT.get(word.text[-1], "")):
            return None
        if word.kind == "known":
            return self._known(index)
        if word.kind != "suffix":
            return None
        kind = self._vocabulary.suffixes[word.text]
        before, _ = self._beside(index)
        if word.text == "所" and (before is None or not before.text.endswith(BEFORE_SUO)):
            return None
        stem = self._stem(index)
        lone = all(piece.text in SOFT for piece in stem.words) and word.text in _BARE_PEERS
        if (lone or not stem.words) and (found := self._complete(index, kind, stem)) is not None:
            return found
        proper = kind in PROPER_KINDS and word.text not in NEED_PLACE
        found = self._proper(word, kind, stem) if proper else self._public(word, kind, stem)
        return None if found is None or self._is_counted(found) else found

    def _is_counted(self, name: Name) -> bool:
        """Whether a number makes a class of it: 3个便民服务中心, 省实验室12家."""
        if name.whole is None and not name.place:
            if _COUNTED.search(self._text, max(0, name.start - 8), name.start):
                return True
        before = self._text[max(0, name.start - 1) : name.start]
        counted = _COUNT_WORD.match(name.body)
        if counted and (before.isdigit() or len(counted.group()) > 1):
            return True
        grade = name.kind == "institution" and name.whole is None
        return grade and bool(_NUMBER_AFTER.match(self._text, name.end))

    def _complete(self, index: int, kind: str, stem: Stem) -> Name | None:
        """An ending that is a name by itself: 省委, 市政府, 管委会; 检察院 after 区法院、."""
        word = self._words[index]
        letter = next((letter for letter in LETTERS if word.text.startswith(letter)), "")
        if letter and len(word.text) > len(letter) and word.text not in NEED_PLACE:
            if stem.boundary == "class" or self._text[word.start - 1 : word.start] == "届":
                return None
            body = word.text[len(letter) :]
            after = self._beside(index)[1]
            if word.text in LETTER_OFFICES and (after is None or after.kind != "topic"):
                return None
            return Name(word.start, word.end, kind, "letter_body", letter=letter, body=body)
        if word.text.startswith("团") and word.text[1:2] in LETTERS:
            return Name(
                word.start, word.end, kind, "letter_body", letter=word.text[1], body="团委"
            )
        if word.text in PEERS and word.text in _BARE_PEERS:
            if stem.boundary in ("class", "guard"):
                return None
            return Name(word.start, word.end, kind, "bare_peer", body=word.text)
        if word.text in NEED_PLACE:
            return self._listed(Name(word.start, word.end, kind, "listed_body", body=word.text))
        return None

    def _listed(self, name: Name) -> Name | None:
        """The name with the place of the one before it in a list: 区法院、检察院, 市教育局、财政局."""
        before = self._names_by_end.get(name.start - 1)
        if before is None or self._text[name.start - 1] not in "、和与及":
            return None
        if name.kind not in _LISTED_KINDS or before.kind not in _LISTED_KINDS or before.whole:
            return None
        if not before.letter and not before.place:
            return None
        return replace(name, rule="listed_body", letter=before.letter, place=before.place)

    def _known(self, index: int) -> Name | None:
        """A body of the dictionary. One that a place or letter precedes is the body of that place: 省社科院."""
        word = self._words[index]
        row = self._vocabulary.known[word.text]
        kind = KINDS.get(row.kind, "other")
        if row.name.endswith("检察院"):
            kind = "procuratorate"
        before, after = self._beside(index)
        if len(word.text) == 2 and not (_parts(before) and _parts(after)):
            return None  # 中行 in 过程中行使
        if kind == "enterprise" and after is not None and after.text[0] in "业化产":
            return None  # 中国建筑 in 中国建筑业
        if before is not None and before.kind in (*_PLACES, "letter"):
            if not word.text.startswith(_NATIONAL) and kind not in ("enterprise", "bank"):
                return self._public(word, kind, self._stem(index))
        return Name(word.start, word.end, kind, "known_name", body=word.text)

    def _beside(self, index: int) -> tuple[Word | None, Word | None]:
        """The words that touch the one with this index."""
        word = self._words[index]
        before = self._words[index - 1] if index else None
        after = self._words[index + 1] if index + 1 < len(self._words) else None
        return (
            before if before is not None and before.end == word.start else None,
            after if after is not None and after.start == word.end else None,
        )

    def _stem(self, index: int) -> Stem:
        """Walks to the left from the word with this index, as far as a name can reach."""
        at = self._words[index].start
        floor = at - _LONGEST_NAME
        taken: list[Word] = []
        placed = False
        for i in range(index - 1, -1, -1):
            word = self._words[i]
            if word.end != at or at < floor:
                return Stem(tuple(reversed(taken)), "open", i)
            if word.kind in ("suffix", "known"):
                return Stem(tuple(reversed(taken)), "whole", i)
            if word.kind in ("class", "guard"):
                return Stem(tuple(reversed(taken)), word.kind, i)
            if word.kind == "stop":
                if not self._joins(i, taken):
                    return Stem(tuple(reversed(taken)), "open", i)
                word = replace(word, kind="topic")
            if placed and word.kind not in (*_PLACES, "national") and word.text != "附属":
                return Stem(tuple(reversed(taken)), "open", i)
            if word.kind == "letter":
                before = self._words[i - 1] if i else None
                if before and before.end == word.start and before.kind in (*_BUSINESS, "class"):
                    return Stem(tuple(reversed(taken)), "guard", i)
                taken.append(word)
                return Stem(tuple(reversed(taken)), "open", i - 1)
            placed = placed or word.kind in _PLACES
            taken.append(word)
            at = word.start
        return Stem(tuple(reversed(taken)), "open", -1)

    def _joins(self, i: int, taken: list[Word]) -> bool:
        """和 and 与 belong to a name between two businesses: 发展和改革, 执法与应急."""
        word, before = self._words[i], self._words[i - 1] if i else None
        return (
            word.text in ("和", "与")
            and bool(taken)
            and taken[-1].kind in _BUSINESS
            and before is not None
            and before.end == word.start
            and before.kind == "topic"
        )

    def _whole(self, stem: Stem, ending: Word) -> Name | None:
        """The name of the whole right before a part; 局 alone is the issuer where the issuer is one."""
        if stem.boundary != "whole" or ending.text not in PARTS:
            return None
        found = self.name_at(stem.index)
        word = self._words[stem.index]
        if found is None and self._issuer.head.endswith(word.text) and word.text in "局厅委院校所":
            before = self._words[stem.index - 1] if stem.index else None
            if before is None or before.end < word.start or before.kind in ("stop", "class"):
                return Name(word.start, word.end, "department", "self", body=word.text)
        return found

    def _public(self, ending: Word, kind: str, stem: Stem) -> Name | None:
        words = list(stem.words)
        count = 0
        while count < len(words) and words[-1 - count].kind in _BUSINESS:
            count += 1
        business = words[len(words) - count :]
        rest = words[: len(words) - count]
        gap = rest[-1] if rest and rest[-1].kind in ("gap", "latin") else None
        if gap is not None:
            rest = rest[:-1]
        head = rest[-1] if rest else None
        if head is not None and head.kind not in (*_PLACES, "letter", "national"):
            return None
        while len(business) > 1 and head is None and business[0].text in SOFT and gap is None:
            business = business[1:]
        whole = self._whole(stem, ending) if not rest else None
        quarter = ending.text == "街道办事处" and len(business) == 1 and gap is None
        if head is None and whole is None and (quarter or gap is not None and not business):
            return self._local(ending, kind, stem, gap or business[0])
        if head is None and whole is None:
            return self._bare(ending, kind, stem, business, gap)
        if gap is not None and (
            len(gap.text) > _LONGEST_GAP or len(ending.text) < 2 and not business
        ):
            return None
        stemless = not business and gap is None and ending.text in NEED_STEM
        if stemless and whole is None and not (
            head is not None and head.kind in _PLACES and ending.text in PLACE_IS_STEM
        ):
            return self._short_reference(ending, kind, stem, rest)
        if whole is not None and head is None:
            if ending.text in PEERS:
                return None
            body = self._text[whole.end : ending.end]
            return Name(whole.start, ending.end, kind, "part_of_whole", body=body, whole=whole)
        assert head is not None
        if ending.text == "中心" and business and business[-1].text in FACILITIES:
            return None
        return self._placed(ending, kind, stem, rest)

    def _placed(self, ending: Word, kind: str, stem: Stem, rest: list[Word]) -> Name | None:
        """A body after a place or a letter: 梅州市公安局, 区行政审批局."""
        head = rest[-1]
        body = self._text[head.end : ending.end]
        if head.kind == "letter":
            if stem.boundary == "class":
                return None
            return Name(head.start, ending.end, kind, "letter_body", letter=head.text, body=body)
        run = [word for word in rest if word.kind in (*_PLACES, "national")]
        if not run or run[-1] is not head:
            return None
        if head.kind == "national" and (len(body) < 4 or kind not in _STATE or head.text in _VAGUE):
            return None  # 国家医学中心 is a grade, 国际交往中心 a role
        start = run[0].start
        place = self._text[start : head.end]
        below = stem.boundary == "whole" and self._words[stem.index].kind == "known"
        if below or (stem.boundary == "whole" and ending.text in BRANCHES):
            whole = self.name_at(stem.index)
            if whole is not None and whole.end == start:
                return Name(
                    whole.start, ending.end, kind, "branch", place=place, body=body, whole=whole
                )
        return Name(start, ending.end, kind, "place_body", place=place, body=body)

    def _bare(
        self, ending: Word, kind: str, stem: Stem, business: list[Word], gap: Word | None
    ) -> Name | None:
        """A body without a place: 法制大队, 资源生态局. A bare class word is none."""
        if gap is not None and not self._is_remnant(gap):
            return None
        if stem.boundary in ("class", "guard", "whole"):
            return None
        first = business[0].start if business else ending.start
        if self._text[first - 1 : first] == ")":
            return None  # 各市(州)财政局
        if ending.text in GENERIC_WITH and all(word.text in GENERIC for word in business):
            return None
        if ending.text in NEED_PLACE or (not business and ending.text in NEED_STEM):
            return None
        if business and not any(word.kind == "topic" for word in business):
            return None
        start = business[0].start if business else ending.start
        body = self._text[start : ending.end]
        listed = "、" in self._text[start - 1 : start] + self._text[ending.end : ending.end + 1]
        if len(body) < 3 or (body in CLASS_BODIES and not listed):
            return None
        name = Name(start, ending.end, kind, "bare_body", body=body)
        return self._listed(name) or name

    def _local(self, ending: Word, kind: str, stem: Stem, gap: Word) -> Name | None:
        """A post named after a township or quarter that no list holds: 大坪派出所."""
        if ending.text not in LOCAL_POSTS or not 2 <= len(gap.text) <= 4 or stem.boundary != "open":
            return None
        if _COUNT_WORD.match(gap.text):
            return None
        body = gap.text + ending.text
        return Name(gap.start, ending.end, kind, "local_post", body=body)

    def _is_remnant(self, gap: Word) -> bool:
        """Whether a single character is what a stop word left over: 已成|立 in 已成立."""
        index = word_index(self._words, gap.start)
        before = self._words[index - 1] if index else None
        return len(gap.text) == 1 and before is not None and (
            before.end == gap.start and before.kind == "stop"
        )

    def _short_reference(
        self, ending: Word, kind: str, stem: Stem, rest: list[Word]
    ) -> Name | None:
        """市局, 省厅, 梅县区分局: an office known by its level or place alone."""
        head = rest[-1] if rest else None
        if head is None or ending.text not in ("局", "厅", "分局", "委"):
            return None
        if head.kind == "letter":
            if stem.boundary == "class":
                return None
            return Name(
                head.start, ending.end, kind, "level_office", letter=head.text, body=ending.text
            )
        if ending.text not in ("分局", "委") or head.kind not in _PLACES:
            return None
        found = self._placed(ending, kind, stem, rest)
        if found is not None and ending.text == "委":
            found = replace(found, kind="party")
            if self._text.endswith("共青团", 0, found.start):
                return replace(found, start=found.start - 3, kind="association", body="团委")
        return found

    def _proper(self, ending: Word, kind: str, stem: Stem) -> Name | None:
        words = list(stem.words)
        whole = self._whole(stem, ending)
        if whole is not None:
            body = self._text[whole.end : ending.end]
            return Name(whole.start, ending.end, kind, "part_of_whole", body=body, whole=whole)
        if stem.boundary in ("class", "guard"):
            return None
        if stem.boundary == "whole" and kind == "team" and self._words[stem.index].kind == "suffix":
            words.insert(0, self._words[stem.index])  # 红十字会水上救援队
        placed = next((i for i, word in enumerate(words) if word.kind in (*_PLACES, "letter")), -1)
        if placed > 0 and words[placed - 1].kind != "national":
            words = words[placed:]
        while len(words) > 1 and words[0].text in SOFT:
            words = words[1:]
        start = words[0].start if words else ending.start
        if kind == "team" and self._text[start - 1 : start] in ("》", "”"):
            start = self._text.rfind("《" if self._text[start - 1] == "》" else "“", 0, start)
        elif not words or words[0].kind == "quoted" or not _is_proper(words, ending):
            return None
        if start < ending.start - _LONGEST_NAME:
            return None
        body = self._text[start : ending.end]
        letter = words[0].text if words and words[0].kind == "letter" else ""
        body = body[len(letter) :]
        return Name(start, ending.end, kind, "proper_name", letter=letter, body=body)


def _parts(word: Word | None) -> bool:
    """Whether a neighbour leaves a two-character name standing alone."""
    return word is None or word.kind in ("stop", "known", "suffix")


def _is_proper(words: list[Word], ending: Word) -> bool:
    """Whether a stem singles out one body: 嘉元科技, 梅县区华侨, 第一职业, not 高水平 or 省重点."""
    kinds = {word.kind for word in words}
    if ending.text in ("小学", "中学", "幼儿园") and kinds <= {"topic", "plain", "gap"}:
        # Schools are called 中兴 or 航空新城 more often than by names of their own.
        common = any(word.text in SCHOOL_CLASSES for word in words)
        length = sum(len(word.text) for word in words)
        return not common and 2 <= length <= 4 and kinds != {"topic"}
    if kinds & set(_PLACES):
        named = [word for word in words if word.kind not in _PLACES] or words[1:]
        if ending.text == "学校" and all(word.text in SCHOOL_CLASSES for word in named):
            return False
        return bool(named) or ending.text not in _CLASS_OF_PLACE
    if _QUANTITY.match(words[0].text):
        return False
    unknown = sum(len(word.text) for word in words if word.kind == "gap")
    unknown += sum(len(word.text) for word in words if word.kind == "latin" and len(word.text) > 2)
    if unknown >= 2 or "ordinal" in kinds:
        return unknown <= 12
    return "letter" in kinds and ending.text not in WEAK
