"""Offices and units that a list shows: 联合宣传影视部、融媒体中心等单位, 信息中心、应急中心、土储中心."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from baobiao.extract.organisations.ending_kinds import STATIONS
from baobiao.extract.organisations.endings import CLASSES_OF_SOCIETIES, FACILITIES, ONE_EACH
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import Name

_UNITS = ("处", "科", "股", "司")
_LONGEST_UNIT = 18
_ITEM = "[\u4e00-\u9fff]{2,14}?"
_ITEM_ENDS = "(?=[、,，。;；)等]|相关|有关|负责|$)"
_PARTNERS = re.compile(
    r"(?:联合|会同|协同)+(?P<items>[\u4e00-\u9fff]{2,12}(?:[、和与][\u4e00-\u9fff]{2,12})+)等(?:多个|多)?(?:单位|部门)"
)
_OFFICE = re.compile(
    r"(?!各|有关|相关|所属|下属|属地|市直|区直|县直|乡镇|街道)[\u4e00-\u9fff]{2,10}(?:局|部|中心|大队|支队|委|办|院)"
)
_CENTRE = "[\u4e00-\u9fff]{2,8}中心"
_CENTRES = re.compile(f"(?P<items>{_CENTRE}(?:[、和]{_CENTRE}){{2,}})")
_OF_NO_OFFICE = tuple("各 便民 区域 国际 国家 物流 数据 会展 商业 购物 金融 经济 消费".split())
_CENTRE_AFTER = re.compile(
    "、(?P<item>(?:(?![和与及的])[\u4e00-\u9fff]){3,10}?(?:中心|交易所))(?![城区带线组任])"
)
_CENTRE_BEFORE = re.compile(
    "(?<![\u4e00-\u9fff])(?P<item>(?:(?![和与及的])[\u4e00-\u9fff]){3,10}(?:中心|交易所))、$"
)
_COUNTED_HOUSES = re.compile(
    r"(?P<items>(?:、[\u4e00-\u9fff]{4,14}?)+)等\d+[所家个](?P<kind>[\u4e00-\u9fff]{0,6}?(?:学校|校|医院|医疗机构))"
)
_OFFICE_FIRST = re.compile(
    "(?:内设|下设|设有|设立|设|由)(?:机构)?(?P<unit>(?:党政)?(?:综合)?办公室)(?:[(（][\u4e00-\u9fff]{2,6}[)）])?、$"
)
_LONGEST_LEAD = 22
_HOUSES = {"school": ("学校", "校"), "hospital": ("医院", "医疗机构")}
_CLASSES_OF_HOUSES = tuple(
    "各 乡镇 城区 农村 社区 公立 公办 民办 民营 私立 中等 高等 职业 普通 专科 综合 特殊 基层 三级 二级 重点".split()
)
_CARRIER = "(?:移动|联通|电信|铁塔|广电)"
_CARRIERS = re.compile(
    f"(?<![\u4e00-\u9fff]){_CARRIER}(?:[、和与]{_CARRIER})+(?=[、，。；等公共合三两])"
)
_SOCIETY = "(?P<item>(?![、和及以])[\u4e00-\u9fff]{2,8}?(?P<ending>协会|商会|学会|联合会))"
_PLAIN_SOCIETY = re.sub(r"\?P<\w+>", "?:", _SOCIETY)
_SOCIETIES = re.compile(
    f"(?:筹备|筹建|组建|成立)了?(?P<items>{_PLAIN_SOCIETY}(?:(?:、|和|及|以及){_PLAIN_SOCIETY})*)"
)
_KINDS_OF_SOCIETIES = ("行业", "专业", "各", "相关", "乡镇", "农民", "村", "全国", "基层", "异地")
_POSTS, _POST_ENDS = (
    ("所", "站", "办", "队"),
    ("、", "，", "。", "等", "和", "及", "；", "有", "相", "负"),
)
_INSTITUTES = re.compile(
    r"(?P<items>[\u4e00-\u9fff]{2,3}[院所](?:、[\u4e00-\u9fff]{2,3}[院所])+)(?:等|[，。；])"
)


def listed_units(text: str, names: list[Name]) -> Iterator[Name]:
    """The units beside a unit in its list: 、机关效能投诉科、信访调解科 where the second is one."""
    for name in names:
        unit = name.body[-1:]
        if name.kind != "internal_unit" or unit not in _UNITS:
            continue
        for item in _beside(text, name, unit):
            body = text[item.start("item") : item.end("item")].removeprefix(name.place or "、")
            yield replace(name, start=item.start("item"), end=item.end("item"), body=body)


def _beside(text: str, name: Name, unit: str) -> Iterator[re.Match[str]]:
    """The items with the same ending that follow and that lead up to a name, mark by mark."""
    end = name.end
    while item := re.compile(f"、(?P<item>{_ITEM}{unit}){_ITEM_ENDS}").match(text, end):
        yield item
        end = item.end("item")
    start = name.start
    before = re.compile(f"、(?P<item>{_ITEM}{unit})、$")
    while item := before.search(text, max(0, start - _LONGEST_UNIT), start):
        yield item
        start = item.start("item")


def listed_offices(text: str) -> Iterator[Name]:
    """The offices with which an office does something: 联合宣传影视部、融媒体中心等单位."""
    for match in _PARTNERS.finditer(text):
        start = match.start("items")
        for item in re.finditer(r"[^、和与]+", match["items"]):
            if _OFFICE.fullmatch(item.group()):
                kind = "institution" if item.group().endswith(("中心", "院")) else "department"
                a, b = start + item.start(), start + item.end()
                yield Name(a, b, kind, "bare_body", body=item.group())


def listed_centres(text: str, words: list[Word]) -> Iterator[Name]:
    """The centres of an office, three or more in a list: 信息中心、应急中心、土储中心."""
    for match in _CENTRES.finditer(text):
        found = list(items_behind_verb(text, words, match, "institution", "bare_body"))
        houses = [name.body.removesuffix("中心") for name in found]
        if any(house.endswith(tuple(FACILITIES)) and house != "数据" for house in houses):
            continue
        for name in found:
            if len(name.body) >= 4 and not name.body.startswith(_OF_NO_OFFICE):
                yield name


def centres_beside(text: str, words: list[Word], names: list[Name]) -> Iterator[Name]:
    """The centres in the list of one that has its place: 生态环境权益交易中心 beside 武汉联运服务中心."""
    led = {word.start for word in words if word.kind in ("stop", "class", "guard")}
    for name in names:
        placed = bool(name.place) or name.rule in ("named_centre", "branch_of_place")
        if not (placed and name.body.endswith(("中心", "交易所"))):
            continue
        for item in (_CENTRE_AFTER.match(text, name.end), _before(text, name.start)):
            if (
                item
                and item.start("item") not in led
                and not item["item"].startswith(_OF_NO_OFFICE)
            ):
                yield Name(*item.span("item"), "institution", "named_centre", body=item["item"])


def listed_carriers(text: str) -> Iterator[Name]:
    """The telecommunication carriers by one word each, two of them or more in a list: 移动、联通、电信."""
    for match in _CARRIERS.finditer(text):
        for item in re.finditer("[^、和与]+", match.group()):
            a, b = match.start() + item.start(), match.start() + item.end()
            yield Name(a, b, "enterprise", "listed_carrier", body=item.group())


def founded_societies(text: str, words: list[Word]) -> Iterator[Name]:
    """The societies that somebody founds, which may be called by their trade alone: 筹备物流协会、风能协会. Kinds of
    them (行业协会) are none."""
    at = {word.start: word for word in words}
    for match in _SOCIETIES.finditer(text):
        for item in re.finditer(_SOCIETY, match["items"]):
            start, end = (match.start("items") + place for place in item.span("item"))
            first = at.get(start)
            trade = text[start:end].removesuffix(item["ending"])
            common = trade in CLASSES_OF_SOCIETIES or trade.startswith(_KINDS_OF_SOCIETIES)
            if first is not None and first.kind not in ("class", "stop") and not common:
                yield Name(start, end, "association", "founded_name", body=text[start:end])


def posts_beside(text: str, words: list[Word], names: list[Name]) -> Iterator[Name]:
    """The posts in the list of a body that has its place, for short: 环卫所 behind 青岭镇人民政府、. The issuer's own
    list shows which they are; a kind of post alone is a class: 派出所."""
    at = {word.start: index for index, word in enumerate(words)}
    waiting = [name for name in names if name.place or name.letter or name.rule == "local_post"]
    while waiting:
        name = waiting.pop()
        index = at.get(name.end + 1) if text[name.end : name.end + 1] == "、" else None
        if index is None or index + 1 >= len(words):
            continue
        business, ending = words[index], words[index + 1]
        if business.text in STATIONS:
            ending = business
        elif business.kind != "topic" or len(business.text) != 2 or ending.text not in _POSTS:
            continue
        beside = ending is business or business.end == ending.start
        after = words[index + 2] if index + 2 < len(words) else None
        acts = after is not None and after.start == ending.end and after.kind == "stop"
        if beside and (acts or text[ending.end : ending.end + 1] in _POST_ENDS):
            body, span = text[business.start : ending.end], (business.start, ending.end)
            waiting.append(Name(*span, "internal_unit", "bare_body", body=body))
            yield waiting[-1]


def office_first(text: str, names: list[Name]) -> Iterator[Name]:
    """The general office that opens the list of an office's units: 内设办公室、人事科."""
    for name in names:
        opening = _OFFICE_FIRST.search(text, max(0, name.start - _LONGEST_LEAD), name.start)
        if opening and name.body.endswith(("科", "股", "处", "室")):
            yield Name(*opening.span("unit"), "internal_unit", "bare_body", body=opening["unit"])


def houses_beside(text: str, words: list[Word], names: list[Name]) -> Iterator[Name]:
    """The schools and hospitals behind a named one in a list that ends with how many they are: 霍山中学、文峰学校
    等19所学校."""
    endings = {word.end for word in words if word.kind == "suffix"}
    for name in names:
        listed = _COUNTED_HOUSES.match(text, name.end) if name.kind in _HOUSES else None
        if listed is None or not listed["kind"].endswith(_HOUSES[name.kind]):
            continue
        for item in re.finditer("[^、]+", listed["items"]):
            start, end = (listed.start("items") + at for at in item.span())
            if end in endings and not item.group().startswith(_CLASSES_OF_HOUSES):
                rule = "bare_body" if item.group() in ONE_EACH else "proper_name"
                yield Name(start, end, name.kind, rule, body=item.group())


def _before(text: str, end: int) -> re.Match[str] | None:
    return _CENTRE_BEFORE.search(text, max(0, end - _LONGEST_UNIT), end)


def listed_institutes(text: str, words: list[Word]) -> Iterator[Name]:
    """Institutes for short, in a list of such: 北化院、石科院等."""
    gaps = {word.start: word for word in words if word.kind == "gap"}
    for match in _INSTITUTES.finditer(text):
        start = match.start("items")
        items = [m.span() for m in re.finditer("[^、]+", match["items"])]
        if all(start + a in gaps and gaps[start + a].end >= start + b - 1 for a, b in items):
            for a, b in items:
                body = text[start + a : start + b]
                yield Name(start + a, start + b, "institution", "listed_institute", body=body)


def items_behind_verb(
    text: str, words: list[Word], match: re.Match[str], kind: str, rule: str
) -> Iterator[Name]:
    """The items of a list as names; the first begins behind the verb that leads to it."""
    for n, item in enumerate(re.finditer("[^、和]+", match["items"])):
        start, end = match.start("items") + item.start(), match.start("items") + item.end()
        if n == 0:
            inside = [w for w in words if start <= w.start and w.end < end]
            start = max((w.end for w in inside if w.kind == "stop"), default=start)
        yield Name(start, end, kind, rule, body=text[start:end])
