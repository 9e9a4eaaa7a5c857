"""Names of public bodies: ``place + business + ending``, 梅州市 + 公安 + 局."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from baobiao.extract.organisations.ending_kinds import LETTER_BODIES
from baobiao.extract.organisations.endings import (
    BRANCHES,
    CLASS_BODIES,
    FACILITIES,
    GENERIC,
    GENERIC_WITH,
    GRADES,
    LOCAL_POSTS,
    NEED_PLACE,
    NEED_STEM,
    PEERS,
    PERSONAL_ROOMS,
    PLACE_IS_STEM,
    SCHOOL_CLASSES,
    SOFT,
    TASK_FORCES,
    TOWN_CENTRES,
    TOWN_POSTS,
    VERBS,
)
from baobiao.extract.organisations.issuer import Issuer
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.own_bodies import own_body
from baobiao.extract.organisations.parts import Parts, alone, fits, take_apart
from baobiao.extract.organisations.stems import PLACES, TOWNS, Name, Row, Stem
from baobiao.extract.organisations.vocabulary import LETTERS, QUARTERS

_STATE = ("government", "department", "court", "procuratorate", "congress", "party")
_VAGUE = ("国际", "世界", "全国")
# 国家技术创新中心 is a grade; what it innovates makes it one body: 国家稀土功能材料创新中心.
_NATIONAL_CENTRE = re.compile(
    r"(?!(?:区域|重点|重大|综合性|临床|工程|企业|制造业|产业|技术|科技|医学)*(?:创新|研究|医学|技术|医疗))"
    r"[\u4e00-\u9fff]{1,10}?(?:技术创新|制造业创新|产业创新|创新|工程研究|研究|计量|计量测试|分|监测|预报|检测|检定|认证|科考)中心"
)
_OWN_OFFICES = (("片区", "管理局"), ("新区", "管理局"))
_LEVEL_OFFICES = ("局", "厅")
_SHARING = (
    "中心",
    "服务中心",
    "交易中心",
    "管理中心",
    "监测中心",
    "促进会",
    "服务站",
    "工作室",
    "管理局",
    "指挥部",
)
_QUARTER_POSTS = ("街道办事处", "社区卫生服务中心")
_SIDES_OF_TOWNS = ("城东", "城西", "城南", "城北", "城中", "城关")
_LEVELS_OF_PLACES = ("县", "市", "州", "旗")
_ENFORCING = ("执法", "城管", "消防", "交警")
# How long the name is behind such a word that makes a body of the place before it one of its kind.
_LOCAL_NATIONAL = {"国际": 3, "全国": 7, "国家": 7}
_COUNT_WORD = re.compile(r"[一二两三四五六七八九十百千几数多余]*[家所个支座批间类]")
_DIVISIONS = ("处", "科", "股", "室")


class PublicNames:
    """The grammar of public bodies over one row of words.

    ``name_at`` reads the name that ends at a word, ``whole_of`` the body that a part belongs to, ``listed``
    gives a name the place of the one before it in a list. Where a township or street reports, its offices are
    called by their business alone: 党政办公室.
    """

    def __init__(
        self,
        row: Row,
        name_at: Callable[[int], Name | None],
        whole_of: Callable[[Stem, Word], Name | None],
        listed: Callable[[Name], Name | None],
        issuer: Issuer,
    ) -> None:
        self._row = row
        self._name_at = name_at
        self._whole_of = whole_of
        self._listed = listed
        self._issuer = issuer
        self._in_town = bool(issuer.region.area)

    def read(self, ending: Word, kind: str, stem: Stem) -> Name | None:
        """The public body that ends with ``ending``."""
        if self._is_number_of(stem, ending):
            return None  # 隐水洞两处, 食药监三局
        own = own_body(self._row, self._issuer, ending, kind, stem)
        if own is not None:
            return own
        named = alone(stem.words) if ending.text in LOCAL_POSTS else None
        if named is not None and named.kind == "gap" and stem.boundary == "open":
            stem = replace(stem, words=(named,))
        parts = take_apart(stem)
        if parts is None:
            return None
        if parts.head is not None:
            return self._of_place(ending, kind, stem, parts)
        town = self._issuer.region.area
        if town.endswith((*TOWNS, "街道")):
            first = stem.words[0] if stem.words else ending
            community = self._row.words[stem.index].text == "社区" and stem.boundary == "class"
            start = self._row.words[stem.index].start if community else first.start
            body = self._row.text[start : ending.end]
            if body in TOWN_POSTS and (community or stem.boundary == "open"):
                return Name(start, ending.end, kind, "place_body", place=town, body=body)
        whole = self._whole_of(stem, ending)
        if whole is not None:
            return self._part(ending, kind, parts, whole)
        return self._local(ending, kind, stem, parts) or self._bare(ending, kind, stem, parts)

    def _is_number_of(self, stem: Stem, ending: Word) -> bool:
        """Whether what stands before an ending counts such things rather than names one: 两处, not 稽查一局."""
        last = stem.words[-1] if stem.words else None
        if last is None or last.kind != "gap" or ending.text not in ("处", "局", "所", "站"):
            return False
        if last.text[-1] == "一" and ending.text == "处":
            return True  # 发现一处、处置一处
        return last.text[-1] in "两三四五六七八九十几各" and not self._row.text.endswith(
            "稽查", 0, last.end - 1
        )

    def _part(self, ending: Word, kind: str, parts: Parts, whole: Name) -> Name | None:
        """A part of the body right before it: 广东省公安厅 + 执法监督管理委员会."""
        division = parts.gap is not None and len(parts.gap.text) == 2 and not parts.rest
        division = division and whole.rule == "self" and ending.text in _DIVISIONS  # 局危化处
        if ending.text in PEERS or not (fits(parts, ending) or division):
            return None
        body = self._row.text[whole.end : ending.end]
        first = parts.business[0] if len(parts.business) > 1 else None
        if first is not None and first.text in SOFT and ending.text == "庭":
            return None  # 仲裁院 + 建设数字仲裁庭
        if (
            whole.rule == "self"
            and self._row.text[whole.start] == "我"
            and ending.text in TASK_FORCES
        ):
            return Name(whole.end, ending.end, kind, "bare_body", body=body)  # 我局 + 普法领导小组
        return Name(whole.start, ending.end, kind, "part_of_whole", body=body, whole=whole)

    def _of_place(self, ending: Word, kind: str, stem: Stem, parts: Parts) -> Name | None:
        """A body after a place or a letter: 梅州市公安局, 区行政审批局."""
        head = parts.rest[-1]
        if not fits(parts, ending):
            return None
        stemless = not parts.business and parts.gap is None and ending.text in NEED_STEM
        names_place = ending.text in PLACE_IS_STEM or ending.text in LOCAL_POSTS
        own = head.kind == "letter" and (head.text, ending.text) in _OWN_OFFICES
        own = own or (head.text in "省市县区旗" and ending.text == "办公室")
        if stemless and not own and (head.kind not in PLACES or not names_place):
            return self._short(ending, kind, stem, parts)
        if ending.text == "中心" and parts.business and parts.business[-1].text in FACILITIES:
            field = self._row.text[head.end : ending.end]
            if head.kind != "national" or not _NATIONAL_CENTRE.fullmatch(field):
                return None
        return self._placed(ending, kind, stem, parts)

    def _placed(self, ending: Word, kind: str, stem: Stem, parts: Parts) -> Name | None:
        head = parts.rest[-1]
        body = self._row.text[head.end : ending.end]
        if ending.text in GRADES and head.kind != "national":
            return None
        if head.kind == "letter":
            if stem.boundary == "class" or _is_of_two_levels(ending):
                return None
            unlisted = self._unlisted_place(head, ending)
            if unlisted:
                start = head.start - len(unlisted) + 1
                return Name(start, ending.end, kind, "place_body", place=unlisted, body=body)
            ours = self._row.text[head.start - 1 : head.start] == "我"  # 我区 + 经济发展局
            start = head.end if ours and len(body) > 2 else head.start
            return Name(start, ending.end, kind, "letter_body", letter=head.text, body=body)
        local = len(parts.rest) > 1 and parts.rest[-2].kind in PLACES
        least = _LOCAL_NATIONAL.get(head.text, 0)
        if local and least and len(body) >= least:  # 海南国际仲裁中心 is that of 海南
            start, place = parts.rest[0].start, self._row.text[parts.rest[0].start : head.start]
            body = self._row.text[head.start : ending.end]
            return Name(start, ending.end, kind, "place_body", place=place, body=body)
        if head.kind == "national" and (
            len(body) < 3
            or (head.text in _VAGUE and not ending.text.endswith("总站"))
            or not (kind in _STATE or _NATIONAL_CENTRE.fullmatch(body))
        ):
            return None  # 国家医学中心 is a grade, 国际交往中心 a role
        start = head.start if head.kind == "national" else parts.rest[0].start
        place = self._row.text[start : head.end]
        found = Name(start, ending.end, kind, "place_body", place=place, body=body)
        if stem.boundary == "whole":
            above = self._row.words[stem.index]
            below = above.kind == "known" or ending.text in BRANCHES
            below = below or (above.text.endswith("局") and ending.text in LOCAL_POSTS)
            whole = self._name_at(stem.index) if below else None
            if whole is not None and whole.end == start:
                return replace(found, start=whole.start, rule="branch", whole=whole)
        return found

    def _unlisted_place(self, level: Word, ending: Word) -> str:
        """The place that opens a clause before its own government and that no list holds: 云岚县 + 人民政府; a
        township before any of its offices: 青岭镇 + 安办."""
        before = self._row.before(self._row.index(level))
        named = ("gap", "plain", "topic") if ending.text == "人民政府" else ("gap", "plain")
        if before is None or before.kind not in named:
            return ""
        if len(before.text) != 2 and (level.text, len(before.text)) != ("旗", 3):
            return ""
        town = level.text in TOWNS
        led = self._row.text[max(0, before.start - 1) : before.start].isalnum()
        if town:
            return before.text + level.text if self._is_led(before) else ""
        if before.kind != "gap":
            return ""
        own = level.text == "旗" or ending.text.startswith("人民")
        own = own and level.text in _LEVELS_OF_PLACES
        return before.text + level.text if own and not led else ""

    def _is_led(self, word: Word) -> bool:
        """Whether a mark, a verb or a place stands before a word, and no number: 7家乡镇卫生院."""
        if self._row.text[word.start - 1 : word.start].isdigit():
            return False
        before = self._row.before(self._row.index(word))
        return before is None or before.kind in ("stop", *PLACES) or before.text in SOFT

    def town_body(self, ending: Word, kind: str, stem: Stem) -> Name | None:
        """The body of a township that no list holds, whose level is part of the ending: 岚城 + 乡政府."""
        level = ending.text[0]
        banner = level == "旗" and len(stem.words) == 1 and len(stem.words[0].text) == 3
        if not (level in TOWNS or banner) or len(ending.text) < 3:
            return None
        town = alone(stem.words)
        if town is None or town.kind not in ("gap", "plain", "short"):
            return None
        if len(town.text) not in (2, 3) and not (len(town.text) == 4 and town.text.endswith("子")):
            return None
        if not self._is_led(town):
            return None
        place, body = town.text + level, ending.text[1:]
        return Name(town.start, ending.end, kind, "place_body", place=place, body=body)

    def _short(self, ending: Word, kind: str, stem: Stem, parts: Parts) -> Name | None:
        """An office known by its level or place alone: 市局, 省厅, 梅县区分局, 梅州市委."""
        head = parts.rest[-1]
        if head.kind == "letter" and stem.boundary != "class" and ending.text in _LEVEL_OFFICES:
            letter, body = head.text, ending.text
            return Name(head.start, ending.end, kind, "level_office", letter=letter, body=body)
        line = self._issuer.system if not self._issuer.is_government else ""
        if head.kind == "region" and ending.text == "局" and line and head.text[-1] in "市县区州旗":
            body = line + ending.text  # 南通市局 in the report of 海安市公安局
            return Name(head.start, ending.end, kind, "place_body", place=head.text, body=body)
        if head.text.endswith("片区") and ending.text == "局":  # 海坛片区局 is its 管理局
            return Name(head.start, ending.end, kind, "place_body", place=head.text, body="管理局")
        if head.kind not in PLACES or ending.text not in ("分局", "委"):
            return None
        found = self._placed(ending, kind, stem, parts)
        if found is None or ending.text != "委":
            return found
        if self._row.text.endswith("共青团", 0, found.start):
            return replace(found, start=found.start - 3, kind="association", body="团委")
        return replace(found, kind="party", place=found.place.removeprefix("中共"))

    def _local(self, ending: Word, kind: str, stem: Stem, parts: Parts) -> Name | None:
        """A post named after a township or quarter that no list holds: 大坪派出所, 城北交警中队."""
        first = parts.gap
        if first is None and len(parts.business) == 1:
            quarter = parts.business[0]  # called after its quarter: 胜利社区卫生服务中心
            own_branch = ending.text == "分局" and self._issuer.head == "局"
            if ending.text in _QUARTER_POSTS or quarter.text in QUARTERS or own_branch:
                first = quarter
                parts = replace(parts, business=())
        elif (
            first is not None
            and first.text in _SIDES_OF_TOWNS
            and ending.text.endswith("站")
            and stem.boundary == "open"
        ):  # 城北水利水电工作站
            body = self._row.text[first.start : ending.end]
            return Name(first.start, ending.end, kind, "local_post", body=body)
        numbered = (
            first is not None
            and first.kind == "ordinal"
            and ending.text.endswith(("所", "分局", "党委"))
        )
        if ending.text in PERSONAL_ROOMS:
            return None
        centre = ending.text in ("中心", "服务中心") and bool(parts.business)
        centre = centre and parts.business[-1].text in TOWN_CENTRES
        if centre and first is None and len(parts.business) == 2:
            first = parts.business[0] if parts.business[0].kind == "plain" else None
        elif (
            parts.business
            and not (ending.text == "大队" and parts.business[-1].text.endswith(_ENFORCING))
            and not centre
            and not numbered
            and ending.text not in ("中队", *_QUARTER_POSTS)
        ):
            return None
        if first is None or stem.boundary != "open":
            return None
        of_village = ending.text in ("党支部", "党总支") and first.text.endswith("村")
        customs = ending.text == "海关" and first.kind == "gap"  # 金水河海关, not 管住海关监管
        customs = customs and not self._row.text.startswith(("监管", "通关"), ending.end)
        if not (centre or numbered or of_village or customs or ending.text in LOCAL_POSTS):
            return None
        if ending.text == "社区卫生服务中心" and first.text in SOFT:
            return None  # 建设社区卫生服务中心
        if first.text in SCHOOL_CLASSES or first.text.endswith(("式", "级", "型", "化")):
            return None
        if not 2 <= len(first.text) <= 4 or _COUNT_WORD.match(first.text):
            return None
        body = self._row.text[first.start : ending.end]
        rule = "party_branch" if of_village else "local_post"
        return Name(first.start, ending.end, kind, rule, body=body)

    def _bare(self, ending: Word, kind: str, stem: Stem, parts: Parts) -> Name | None:
        """A body without a place: 法制大队, 资源生态局. A bare class word is none."""
        business = parts.business
        start = business[0].start if business else ending.start
        start = self._with_leading_verb(start, ending)
        body = self._row.text[start : ending.end]
        beside = self._row.text[max(0, start - 1) : start]
        shared = self._shared(start, ending, kind, stem, parts)
        if shared is not None:
            return shared
        town_office = self._in_town and ending.text == "办公室" and bool(business)
        listed = "、" in beside + self._row.text[ending.end : ending.end + 1]
        if (
            stem.boundary in ("class", "guard", "whole")
            or (parts.gap is not None and not self._is_remnant(parts.gap, stem))
            or beside == ")"  # 各市(州)财政局
            or (ending.text in NEED_PLACE and not town_office)
            or (ending.text in NEED_STEM and not business)
            or (ending.text in GENERIC_WITH and all(word.text in GENERIC for word in business))
            or (business and not any(word.kind == "topic" for word in business))
            or len(body) < 3
            or (body in CLASS_BODIES and not listed and not self._has_branch(ending))
            or (len(ending.text) == 1 and body.removesuffix(ending.text).endswith(VERBS))
        ):
            return None
        name = Name(start, ending.end, kind, "bare_body", body=body)
        return self._listed(name) or name

    def _shared(self, start: int, ending: Word, kind: str, stem: Stem, parts: Parts) -> Name | None:
        """A centre or a society whose level is that of the body before it in a list: 区财政局、公共采购中心.
        Of centres for everybody a place has many: 便民服务中心."""
        business = parts.business
        if ending.text not in _SHARING or not business or parts.gap is not None:
            return None
        many = business[-1].text in TOWN_CENTRES or stem.boundary != "open"
        if many or business[-1].text in FACILITIES:
            return None
        body = self._row.text[start : ending.end]
        return self._listed(Name(start, ending.end, kind, "bare_body", body=body))

    def _with_leading_verb(self, start: int, ending: Word) -> int:
        """Where a unit begins, whose first word is a verb elsewhere: 、规划财务科, not 检查财务科."""
        if ending.text not in ("科", "处", "股", "室"):
            return start
        before = next((word for word in SOFT if self._row.text.endswith(word, 0, start)), "")
        led = start - len(before)
        return led if before and self._row.text[led - 1 : led] in ("、", "(", ":") else start

    def _has_branch(self, ending: Word) -> bool:
        """Whether a branch with its place follows, which makes one office of a class: 公安局青山支队."""
        words = self._row.words
        at = self._row.index(ending)
        place, branch = words[at + 1 : at + 2], words[at + 2 : at + 3]
        return (
            bool(place and branch)
            and place[0].kind in (*PLACES, "gap")
            and (place[0].start, place[0].end) == (ending.end, branch[0].start)
            and branch[0].text in BRANCHES
        )

    def _is_remnant(self, gap: Word, stem: Stem) -> bool:
        """Whether a single character is what a stop word left over: 已成|立 in 已成立."""
        before = self._row.words[stem.index]
        return len(gap.text) == 1 and before.kind == "stop" and before.end == gap.start


def _is_of_two_levels(ending: Word) -> bool:
    """Whether an ending after a level begins with a level itself: 省 + 市政府 are the governments of both."""
    return ending.text[0] in LETTERS and ending.text[1:] in LETTER_BODIES
