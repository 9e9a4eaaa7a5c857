"""Names of companies, schools, hospitals and societies: proper names, which reach left as far as they can."""

from __future__ import annotations

import re

from baobiao.extract.organisations.ending_kinds import GUILDS, TEAMS, VENUES, WORKS
from baobiao.extract.organisations.endings import (
    CLASSES_OF_GROUPS,
    CLASSES_OF_SOCIETIES,
    GROUPS,
    HOSPITALS,
    KINDS_OF_GROUPS,
    KINDS_OF_HOSPITALS,
    LEADS,
    LOCAL_GROUPS,
    NO_TITLES,
    OF_PLACES,
    ONE_OF_A_PLACE,
    PRESS,
    SCHOOL_CLASSES,
    SOFT,
    SPECIALITIES,
    WEAK,
)
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import BRANCHES_OF_BRANDS, PLACES, Name, Row, Stem

_QUANTITY = re.compile(r"[一二两三四五六七八九十百千几这那]+[大级国年月个种条轮几届]")
_STREETS = ("路", "街", "大街")
_SCHOOLS = ("小学", "中学", "幼儿园", "中心小学", "中心幼儿园")
_NOT_BY_PLACE_ALONE = (*_SCHOOLS, "学校", "公司", "研究所", "事务所", "合作社")
_ACROSS_THE_STRAIT = ("台湾", "中华", "两岸", "海峡两岸")
_GRADES = ("重点", "高水平", "联合", "技术", "创新", "企业")
_WITHIN_SCHOOLS = ("实验", "中心", "附属", "高级", "初级")
_SOCIETIES = ("协会", "商会", "学会", "基金会", "联合会", "联谊会", "同学会")
_EVERYWHERE = ("中国", "世界", "全国", "国际", "国家")
_SUBORDINATE = ("下属", "所属", "旗下", "直属")
_LONGEST_NAME = 30
_LONGEST_BRAND = 12


def proper_name(row: Row, ending: Word, kind: str, stem: Stem, whole: Name | None) -> Name | None:
    """The proper name that ends with ``ending``; ``whole`` is the body that it is a part of, if one is."""
    if whole is not None:
        body = row.text[whole.end : ending.end]
        return Name(whole.start, ending.end, kind, "part_of_whole", body=body, whole=whole)
    subordinate = row.words[stem.index].text in _SUBORDINATE and kind == "enterprise"
    if stem.boundary in ("class", "guard") and not (subordinate and _has_brand(stem.words)):
        return None
    words = _trimmed(row, ending, kind, stem)
    if words and words[0].text.startswith(("这", "那", "哪")):
        return None  # 这两家幼儿园
    start = words[0].start if words else ending.start
    mark = row.text[start - 1 : start] if kind == "team" else ""
    if mark in ("》", "”"):  # 《民生820》志愿者服务队
        start = row.text.rfind("《" if mark == "》" else "“", 0, start)
    elif not words or words[0].kind == "quoted" or not is_proper(words, ending):
        return None
    if start < ending.start - _LONGEST_NAME:
        return None
    letter = words[0].text if words and words[0].kind == "letter" else ""
    body = row.text[start + len(letter) : ending.end]
    return Name(start, ending.end, kind, "proper_name", letter=letter, body=body)


def _has_brand(words: tuple[Word, ...]) -> bool:
    """Whether a word that is no common one opens the name: 下属青信担保公司, not 下属担保公司."""
    return bool(words) and words[0].kind == "gap" and len(words[0].text) >= 2


def _trimmed(row: Row, ending: Word, kind: str, stem: Stem) -> tuple[Word, ...]:
    """The words of the name: it begins with its place, and not with a verb that is a noun elsewhere."""
    words = stem.words
    if stem.boundary == "whole" and kind == "team" and row.words[stem.index].kind == "suffix":
        words = (row.words[stem.index], *words)  # 红十字会水上救援队
    kinds = [word.kind for word in words]
    placed = next((i for i, kind in enumerate(kinds) if kind in (*PLACES, "letter")), 0)
    branded = ending.text in BRANCHES_OF_BRANDS and _has_brand(words[placed - 1 : placed])
    # A company's name reached so far left: 易立科技 + 通山 + 有限公司, 闽运 + 平潭 + 分公司.
    formed = ending.text.endswith("有限公司")
    if placed and kinds[placed - 1] != "national" and not (branded or formed):
        words = words[placed:]
    while len(words) > 1 and words[0].text in (SOFT | LEADS) and words[1].text not in _STREETS:
        words = words[1:]  # 组织 + 青岭小学, but 合作路小学
    if words and words[0].kind == "letter" and _has_brand(words[1:]):
        own = row.text[max(0, words[0].start - 1) : words[0].start] == "我"
        words = words[1:] if own else words  # 我区 and the company, not the company of the 区
    return words


def is_proper(words: tuple[Word, ...], ending: Word) -> bool:
    """Whether a stem singles out one body: 嘉元科技, 梅县区华侨, 第一职业, not 高水平 or 省重点."""
    if all(word.text in SOFT for word in words):
        return False  # 组织全国重点实验室
    kinds = {word.kind for word in words}
    length = sum(len(word.text) for word in words)
    if ending.text in _SCHOOLS and kinds <= {"topic", "plain", "gap"}:
        # Schools are called 中兴 or 航空新城 more often than by names of their own.
        led = words[0].kind == "gap" and len(words[0].text) >= 2  # 北塘实验小学
        common = any(
            word.text in SCHOOL_CLASSES and not (led and word.text in _WITHIN_SCHOOLS)
            for word in words
        )
        return not common and 2 <= length <= 4 and kinds != {"topic"}
    field = "".join(word.text for word in words if word.kind in ("topic", "plain", "gap"))
    if ending.text == "实验室" and words[0].text == "省" and len(field) >= 4:
        return not any(word.text in _GRADES for word in words)  # 省现代农业实验室
    if _is_named_by_field(words[0], field, ending):
        return True
    if kinds == {"letter"} and words[0].text == "县" and ending.text == "中学":
        return True
    if kinds == {"letter"} and ending.text in WORKS and ending.text.endswith(("厂", "场")):
        return True  # a county has one: 县酒厂, 县良种场
    if ending.text in VENUES and ending.text.endswith("中心") and words[0].kind == "letter":
        return len(words) > 1  # 县残疾人托养中心
    if ending.text in VENUES and not _can_name_house(words, kinds):
        return False
    if ending.text in GUILDS and words[0].text in _ACROSS_THE_STRAIT and len(words) > 1:
        return True
    if ending.text in PRESS and len(words) == 1 and length == 2:
        return words[0].text not in NO_TITLES
    if ending.text in OF_PLACES:
        return words[0].text == "中国" or bool(kinds & {*PLACES, "letter"})
    if words and words[-1].text in _EVERYWHERE and ending.text in ("大学", "学院", "学校", "医院"):
        return False  # 某某中国大学排名
    if "letter" in kinds and any(word.kind == "quoted" for word in words):
        return True  # 省水投(平潭)水务公司
    if kinds & set(PLACES):
        named = [word for word in words if word.kind not in PLACES] or list(words[1:])
        if ending.text == "学校" and all(word.text in SCHOOL_CLASSES for word in named):
            return False
        town = len(words) == 1 and ending.text in _SCHOOLS
        town = town and (words[0].kind == "short" or words[0].text.endswith(("镇", "乡", "街道")))
        return bool(named) or town or ending.text not in _NOT_BY_PLACE_ALONE
    if ending.text in TEAMS and words[0].kind not in ("gap", "latin", "letter"):
        return False  # 新能源公交车队, not 洲际自行车队
    gaps = [word.text for word in words if word.kind == "gap"]
    if any(_QUANTITY.match(gap) or gap.endswith("级") for gap in gaps):
        return False
    gaps += [word.text for word in words if word.kind == "latin" and len(word.text) > 2]
    unknown = sum(map(len, gaps))
    if unknown >= 2 or "ordinal" in kinds:
        return unknown <= _LONGEST_BRAND
    business = [word for word in words if word.kind != "letter"]
    business = [word for word in business if word.kind != "national" or word.text == "国际"]
    if "letter" in kinds and business and all(word.text in ONE_OF_A_PLACE for word in business):
        return True
    if words and words[0].text in ("中国", "中华") and business:
        return not any(word.text in CLASSES_OF_GROUPS for word in business)
    if ending.text == "医院" and business and business[-1].text in HOSPITALS:
        return True
    if ending.text == "集团" and [word.kind for word in words] == ["plain", "topic"]:
        brand, line = words  # 阳光生态集团
        own = brand.text not in CLASSES_OF_GROUPS and brand.text not in KINDS_OF_GROUPS
        return own and len(brand.text) == 2 and line.text not in CLASSES_OF_GROUPS
    if ending.text == "医院" and len(business) == 2 and business[1].text in SPECIALITIES:
        return len(business[0].text) == 2 and business[0].text not in KINDS_OF_HOSPITALS
    own = words[0].text in ("县", "市", "区") and ending.text in GROUPS
    if own and (words[-1].text == "担保" or [word.text for word in words[1:]] == ["医疗"]):
        return True  # 区中小企业信用担保公司, 县医疗集团
    if "letter" in kinds and ending.text in BRANCHES_OF_BRANDS:
        # 县烟草分公司; 县支公司 is a class.
        return bool(business) and all(word.text in LOCAL_GROUPS for word in business)
    if "letter" in kinds and ending.text in GROUPS:
        length = sum(len(word.text) for word in business)
        short = 2 <= length <= (8 if business[0].kind == "topic" else 4)
        if len(business) == 2 and business[1].text in ("投资", "发展", "运营"):
            business = business[1:]  # 区产业投资公司
        return short and not any(word.text in CLASSES_OF_GROUPS for word in business)
    if "letter" in kinds and ending.text in _SOCIETIES:
        field = "".join(word.text for word in business)
        return len(field) >= 2 and field not in CLASSES_OF_SOCIETIES  # 市旅游协会, not 市行业协会
    return "letter" in kinds and ending.text not in WEAK


def _is_named_by_field(lead: Word, field: str, ending: Word) -> bool:
    """Whether any field makes a name here: 国家冰雪运动学院, 中国医科大学, or what a legal form ends."""
    if ending.text.endswith("大学") and len(ending.text) > 2 and lead.text == "中国":
        return True
    formed = ending.text.endswith(("有限公司", "有限责任公司"))
    national = ending.text == "学院" and lead.text == "国家"
    return len(field) >= 4 and (formed or national)


def _can_name_house(words: tuple[Word, ...], kinds: set[str]) -> bool:
    """Whether words can be the name of a house that is open to the public: 峡客旅游 of a 众创空间, not 停业 of a
    加油站."""
    own = {*PLACES, "gap", "plain", "ordinal", "letter"}
    led = words[0].kind in ("gap", "letter")  # 峡客旅游众创空间, 县残疾人托养中心
    return kinds <= (own | {"topic"} if led else own)
