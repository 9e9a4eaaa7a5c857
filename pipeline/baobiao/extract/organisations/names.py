"""The words of a report → the names of organisations that end in them.

Two grammars (``public``, ``proper``), and what needs neither: a body of the dictionary, 市委 and 管委会, and
the second of two in a list, which has its place from the first. A part is chained to its whole:
广东省公安厅 + 执法监督管理委员会.
"""

from __future__ import annotations

import re
from dataclasses import replace

from baobiao.extract.organisations.ending_kinds import NUMBERED_SCHOOLS, VENUES
from baobiao.extract.organisations.endings import (
    BEFORE_SUO,
    CLASSES_OF_GROUPS,
    FORBIDDEN_NEXT,
    GROUPS,
    LEADS,
    LETTER_OFFICES,
    LOCAL_GROUPS,
    NEED_PLACE,
    ONE_EACH,
    PARTS,
    PARTS_OF,
    PROPER_KINDS,
    SOFT,
    VERBS,
)
from baobiao.extract.organisations.issuer import Issuer
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.lexing import Vocabulary
from baobiao.extract.organisations.loading import KINDS
from baobiao.extract.organisations.proper import proper_name
from baobiao.extract.organisations.public import PublicNames
from baobiao.extract.organisations.stems import PLACES, Name, Row, Stem
from baobiao.extract.organisations.vocabulary import LETTERS, QUARTERS

_COUNTED = re.compile(
    r"(?:[\d一二两三四五六七八九十百千几多余]\s*[多余]?(?:家|所|个|支|座|批|间|户|级|类)"
    r"|[各每某全]|一批|首[个家]|若干)$"
)
_COUNT_WORD = re.compile(r"[一二两三四五六七八九十百千几数多余]*[家所个支座批间类]")
_NUMBER_AFTER = re.compile(r"各?(?:\d+|[一二两三四五六七八九十]+)[多余]?[家个所支座]")
_ONE_UNIT = re.compile("[1一]个[\u4e00-\u9fff]{0,4}单位")
_NATIONAL = ("中国", "国家", "国务院", "中央", "全国", "最高", "中共", "中华")
_BARE_PEERS = (
    *("管委会", "管理委员会", "党工委", "党工委管委会办公室", "人大", "政协"),
    *("生态环境分局", "自然资源分局"),  # of the city, one in each county
)
_LEADING_VERBS = ("受", "报", "应", "请", "送", "交")  # 受区政府委托, 应省政府邀请
_LISTED_KINDS = ("court", "procuratorate", "congress", "department", "government")
_LISTED_BESIDE = ("institution", "association")
_LONGEST_QUOTE = 12
_OPEN_ENDED = "行办总"  # short names that end so begin other words: 农行 in 神农行动
_COMPANY_ENDINGS = tuple(
    "总公司 集团总公司 公司 集团 集团公司 有限公司 股份有限公司 有限责任公司".split()
)
_HOUSES_FOR_ALL = tuple(VENUES)
# Words of their own that begin as the end of another word does.
_WORDS_BEHIND = tuple(
    "组建 组织 组成 工作人员 位于 任职 处置 处理 处罚 派驻 部署 分别 分批 分两批 分三批 分期 分头"
    " 委托 委派 派出".split()
)
_AND_OTHERS = re.compile("等(?![专职教收规水城偏生])")  # 一中等学校, no 中等
_SOMEWHERE = re.compile("在(?![地区的县乡镇村]|市(?!场))")
_FIRMS = ("enterprise", "bank")
_FOUNDERS = ("association", "institution", "team")
_OF_LAW = ("有限公司", "有限责任公司")
_SELF = ("局", "厅", "委", "院", "校", "所", "分局")


class Parser:
    """Parses the names that end at given words of one report. Ask from left to right."""

    def __init__(
        self, text: str, words: list[Word], vocabulary: Vocabulary, issuer: Issuer
    ) -> None:
        self._row = Row(text, tuple(words))
        self._vocabulary = vocabulary
        self._issuer = issuer
        self._by_end: dict[int, Name] = {}
        self._public = PublicNames(self._row, self.name_at, self._whole, self._listed, issuer)

    def name_at(self, index: int) -> Name | None:
        """The name whose last word is the one with this index."""
        word = self._row.words[index]
        if word.kind not in ("suffix", "known"):
            return None
        following = self._row.text[word.end : word.end + 1]
        other = bool(following) and following in _forbidden_after(word.text)
        post = len(word.text) >= 3 and word.text.endswith("所")  # 派出所 + 在市场, not 所在地
        post = post and bool(_SOMEWHERE.match(self._row.text, word.end))
        school = word.text.endswith(("中", "小"))
        school = school and bool(_AND_OTHERS.match(self._row.text, word.end))
        apart = post or school or self._row.text.startswith(_WORDS_BEHIND, word.end)
        if other and not apart:
            return None  # 局面, 部门, 大学生; but 服务中心 + 组建
        found = self._known(index) if word.kind == "known" else self._ending(index)
        if found is not None:
            self._by_end[found.end] = found
        return found

    def _ending(self, index: int) -> Name | None:
        word = self._row.words[index]
        kind = self._vocabulary.suffixes.get(word.text, "department")
        before = self._row.before(index)
        if word.text in NUMBERED_SCHOOLS and (
            before is None or before.kind not in (*PLACES, "letter")
        ):
            quarter = before is not None and before.text in (*QUARTERS, "实验")
            if not quarter or before is None or self._row.text[word.end : word.end + 1] == "全":
                return None
            body = before.text + word.text  # 城关二小
            return Name(before.start, word.end, kind, "proper_name", body=body)
        if word.text == "所" and (before is None or not before.text.endswith(BEFORE_SUO)):
            return None
        stem = self._row.stem(index)
        found = (
            self._public.town_body(word, kind, stem)
            or self._complete(index, kind, stem)
            or self._quoted_team(word, kind)
        )
        if found is None:
            of_country = (
                (kind == "association" or word.text == "交易所")
                and bool(stem.words)
                and stem.words[0].kind == "national"
            )
            if kind in PROPER_KINDS and (word.text not in NEED_PLACE or of_country):
                found = proper_name(self._row, word, kind, stem, self._whole(stem, word))
                found = found or self._beside(word, kind, stem) or self._local_company(word, stem)
            else:
                found = self._public.read(word, kind, stem)
            found = found or self._alias(word, stem)
        return None if found is None or self._is_counted(found) else found

    def _complete(self, index: int, kind: str, stem: Stem) -> Name | None:
        """An ending that is a name by itself: 省委, 市政府, 管委会; 检察院 after 区法院、."""
        word = self._row.words[index]
        name = Name(word.start, word.end, kind, "letter_body", body=word.text)
        if word.text in _BARE_PEERS and all(piece.text in SOFT for piece in stem.words):
            return None if stem.boundary in ("class", "guard") else replace(name, rule="bare_peer")
        led = all(piece.text in SOFT for piece in stem.words)  # 组织市委宣传部
        if not led and stem.words[-1].text not in _LEADING_VERBS:
            return None
        if word.text.startswith("团") and word.text[1:2] in LETTERS:
            return replace(name, letter=word.text[1], body="团委")
        if word.text in NEED_PLACE:
            each = kind in _LISTED_KINDS or word.text in ONE_EACH
            return self._listed(name) if each else None
        letter = next((letter for letter in LETTERS if word.text.startswith(letter)), "")
        if not letter or word.text == letter or stem.boundary == "class":
            return None
        if letter in "镇乡" and word.text.endswith("办") and not self._issuer.region.area:
            return None  # 约谈镇办和企业: all towns and quarters
        after = self._row.after(index)
        writes = self._row.text[word.end : word.end + 1] == "《"  # 区办《关于…的通知》
        if word.text in LETTER_OFFICES and not writes and (after is None or after.kind != "topic"):
            return None
        if self._row.text[max(0, word.start - 1) : word.start] == "届":
            return None  # 八届市委第四轮巡察 is about a term
        return replace(name, letter=letter, body=word.text[len(letter) :])

    def _quoted_team(self, ending: Word, kind: str) -> Name | None:
        """A team whose name stands in quotes before what it is: “银龄先锋”讲师团."""
        opening = self._row.text.rfind("“", 0, ending.start)
        quoted = self._row.text[opening + 1 : ending.start - 1]
        closed = self._row.text[ending.start - 1 : ending.start] == "”" and "”" not in quoted
        if kind != "team" or opening < 0 or not closed or not 2 <= len(quoted) <= _LONGEST_QUOTE:
            return None
        body = self._row.text[opening : ending.end]
        return Name(opening, ending.end, kind, "proper_name", body=body)

    def _alias(self, ending: Word, stem: Stem) -> Name | None:
        """An ending that alone is the short name of one body: 社科院 without a place before it."""
        row = self._vocabulary.known.get(ending.text)
        if row is None or stem.words or stem.boundary != "open":
            return None
        kind = KINDS.get(row.kind, "other")
        return Name(ending.start, ending.end, kind, "known_name", body=ending.text)

    def _listed(self, name: Name) -> Name | None:
        """The name with the place of the one before it in a list: 区法院、检察院, 市教育局、财政局."""
        before = self._by_end.get(name.start - 1)
        if before is None or self._row.text[name.start - 1] not in "、和与及" or len(name.body) < 2:
            return None
        own = _of_level if before.letter else _of_state
        committee = before.body == "党工委"  # 流水片区党工委、开发管理局
        each = name.body in ONE_EACH and (own(before) or before.kind in ("hospital", "institution"))
        if not (each or (own(name) and (own(before) or committee))) or before.whole:
            return None
        if not before.letter and not before.place:
            return None
        return replace(name, rule="listed_body", letter=before.letter, place=before.place)

    def _beside(self, ending: Word, kind: str, stem: Stem) -> Name | None:
        """A team in a list right after one with a proper name: 蓝天救援队、森林消防救援队; an institution or a
        society after a body of a level: 县档案馆、图书馆."""
        society = kind == "association" and all(word.kind == "topic" for word in stem.words)
        if stem.boundary == "open" and (society or (kind == "institution" and not stem.words)):
            start = stem.words[0].start if stem.words else ending.start
            body = self._row.text[start : ending.end]
            return self._listed(Name(start, ending.end, kind, "bare_body", body=body))
        if kind != "team" or not stem.words or stem.boundary != "open":
            return None
        start = stem.words[0].start
        before = self._by_end.get(start - 1)
        if before is None or before.kind != kind or self._row.text[start - 1] != "、":
            return None
        body = self._row.text[start : ending.end]
        return Name(start, ending.end, kind, "listed_body", body=body)

    def _local_company(self, ending: Word, stem: Stem) -> Name | None:
        """The one company of its line that a place has: 文旅集团, and in a county 城投公司; in a list with
        those of a level, which it shares, any line: 省国资运营集团、资产公司."""
        if ending.text not in GROUPS or not stem.words or stem.boundary != "open":
            return None
        start = stem.words[0].start
        line = self._row.text[start : ending.start]
        name = Name(start, ending.end, "enterprise", "local_company", body=line + ending.text)
        before = self._by_end.get(start - 1)
        listed = before is not None and before.body.endswith(GROUPS) and before.letter
        if listed and before is not None and self._row.text[start - 1] == "、":
            common = line in CLASSES_OF_GROUPS or len(line) > 4
            return None if common else replace(name, letter=before.letter)
        region = self._issuer.region
        own = ending.text == "集团" or bool(region.county or region.zone)
        return name if line in LOCAL_GROUPS and own else None

    def _known(self, index: int) -> Name | None:
        """A body of the dictionary. After a place or a letter it is the body of that place: 省社科院."""
        word = self._row.words[index]
        row = self._vocabulary.known[word.text]
        kind = "procuratorate" if row.name.endswith("检察院") else KINDS.get(row.kind, "other")
        before, after = self._row.before(index), self._row.after(index)
        if kind in _FIRMS and after is not None and after.text == "公司" and before is None:
            body = word.text + after.text  # 人保财险公司
            return Name(word.start, after.end, kind, "proper_name", body=body)
        level = before if before is not None and before.kind == "letter" else None
        if level and (
            (kind == "enterprise" and word.text.endswith(GROUPS))
            or (
                (kind == "bank" or word.text == "人行")
                and len(word.text) == 2
                and _leaves_alone(after)
            )
        ):  # 区国投集团 is that of the 区, 县农行 that of the 县
            return Name(
                level.start, word.end, kind, "letter_body", letter=level.text, body=word.text
            )
        branch = kind == "enterprise" and word.text[-1] not in _OPEN_ENDED
        alone = len(word.text) > 2 or _leaves_alone(after)
        led = before is not None and before.kind == "short"
        # Behind another word the place only says where a longer name is: 在福建华为.
        own = led and (len(word.text) == 2 or self._row.before(index - 1) is None)
        if branch and own and alone and before is not None:
            body = before.text + word.text  # 福建国航
            return Name(before.start, word.end, kind, "proper_name", body=body)
        placed = after is not None and after.kind in PLACES  # 农行平潭支行
        open_ended = word.text[-1] in _OPEN_ENDED and not (placed or _leaves_alone(after))
        if len(word.text) == 2 and (open_ended or not _leaves_alone(before)):
            return None  # 中行 in 过程中行使
        if kind == "enterprise" and self._row.text[word.start - 1 : word.start].isdigit():
            return None  # 3特斯拉 is a unit
        if kind == "enterprise" and after is not None and after.text[0] in "业化产":
            return None  # 中国建筑 in 中国建筑业
        if word.text.startswith("国家") and word.text.endswith("馆") and led and before is not None:
            body = before.text + word.text  # 西安国家版本馆
            return Name(before.start, word.end, kind, "proper_name", body=body)
        local = kind in ("department", "association") and not word.text.startswith(_NATIONAL)
        if local and before is not None and before.kind in (*PLACES, "letter"):
            return self._public.read(word, kind, self._row.stem(index))
        return Name(word.start, word.end, kind, "known_name", body=word.text)

    def _whole(self, stem: Stem, ending: Word) -> Name | None:
        """The name of the whole right before a part; 局 alone is the issuer where the issuer is one."""
        word = self._row.words[stem.index]
        if stem.boundary == "whole" and ending.text in _COMPANY_ENDINGS:
            company = self.name_at(stem.index)  # 华为公司, 中国移动福建有限公司, 某某船厂有限公司
            # A company may be called by the body that founded it: 县供销社烟花爆竹有限公司.
            founders = _FOUNDERS if ending.text.endswith(_OF_LAW) else ()
            kinds = ("enterprise", *founders)
            return company if company is not None and company.kind in kinds else None
        if word.kind == "known" and len(ending.text) == 1:
            row = self._vocabulary.known[word.text]
            if row.kind == "企业":
                return None  # 万华科威特项目
        parts = next((parts for whole, parts in PARTS_OF.items() if word.text.endswith(whole)), ())
        if stem.boundary != "whole" or ending.text not in (*PARTS, *parts):
            return None
        found = self.name_at(stem.index)
        if (
            found is None
            and word.text in _SELF
            and self._issuer.head.endswith((word.text, word.text + "员会"))
        ):
            before = self._row.before(stem.index)
            if before is None or before.kind in ("stop", "class") or before.text in VERBS:
                start = word.start - (self._row.text[word.start - 1 : word.start] == "我")
                return Name(start, word.end, "department", "self", body=word.text)
        return found

    def _is_counted(self, name: Name) -> bool:
        """Whether a number makes a class of it: 3个便民服务中心, 省实验室12家."""
        text = self._row.text
        alone = name.whole is None and not name.place
        counted = _COUNTED.search(text, max(0, name.start - 8), name.start) if alone else None
        if counted and not (counted.group() == "首个" and name.body.endswith("厅")):
            return True  # 首个某某厅 is one body: a province has one of each
        counted = _COUNT_WORD.match(name.body)
        if counted and (text[max(0, name.start - 1) : name.start].isdigit() or counted.end() > 1):
            return True
        grade = name.kind == "institution" or name.body.endswith(_HOUSES_FOR_ALL)
        grade = grade and name.whole is None
        one = _ONE_UNIT.match(text, name.end)  # 新增区发展研究中心1个决算单位
        return grade and not one and bool(_NUMBER_AFTER.match(text, name.end))


def _of_state(name: Name) -> bool:
    """Whether a name is that of an office of its place, and no unit inside one."""
    return name.kind in _LISTED_KINDS


def _of_level(name: Name) -> bool:
    """Whether a level has such a body beside its offices: 区财政局、公共采购中心."""
    return _of_state(name) or name.kind in _LISTED_BESIDE or name.body.endswith("中心")


def _forbidden_after(ending: str) -> str:
    """The characters that make another word of an ending; a longer ending goes before its last character."""
    return FORBIDDEN_NEXT.get(ending[-2:], FORBIDDEN_NEXT.get(ending[-1], ""))


def _leaves_alone(word: Word | None) -> bool:
    """Whether a neighbour leaves a two-character name standing alone."""
    return word is None or word.kind in ("stop", "known", "suffix") or word.text in LEADS
