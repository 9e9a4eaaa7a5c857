"""Names that only the report explains: 我局, 分局, 以下简称“…”, the issuer's own name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from baobiao.extract.organisations.endings import FACILITIES, TASK_FORCES, TOWN_CENTRES
from baobiao.extract.organisations.issuer import Issuer
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import Name

_CALLED_SHORT = ("中心", "集团")
_COMMON_CENTRES = FACILITIES | {
    *TOWN_CENTRES,
    "服务",
    "政务",
    "政务服务",
    "研究",
    "工作",
    "指挥",
    "管理",
}
_OWN = re.compile(
    r"我(?P<place>省|自治区|市|州|盟|地区|区|县|旗|镇|乡|街道|片区|新区)(?![场民级域位间长道])"
    r"|(?P<office>(?:我|(?<![部局委院会])本)(?:分局|大队|支队|总队|派出所|中心|集团|公司|局|厅|委|办|院|校|所|行|处|部|会))(?![部长面门])"
)
_COMMITTEES = re.compile("^(?:党工委|管委会|管理委员会|工作委员会|党委|人民政府|委员会)+(?=.{3})")
_HALL = re.compile(
    r"(?:入驻|进驻|派驻|前往|下放给|下放至|纳入|(?<![现存所])在|向|到(?!位)|由|与|赴|驻)(?P<hall>(?:行政|政务|行政审批)服务中心)"
    r"(?![\u4e00-\u9fff]{0,6}分中心)"
)
_SOLE = re.compile(
    "教师进修学校|疾控中心|疾病预防控制中心|不动产登记中心|不动产交易中心|土储中心|土地储备中心"
    "|妇幼保健计划生育服务中心|公共资源交易中心|房地产交易中心|房产交易中心|住房公积金管理中心|机关事务服务中心"
)
_JUDICIARY = {"检察院": "procuratorate", "法院": "court"}
_UPPER_COURT = re.compile("(?P<level>省|市|州)院(?![士校落系长内外区子前门感])")
_COUNT_AFTER = re.compile(r"(?:[、和][\u4e00-\u9fff]{2,10})*各?\d+[家个所]")
_LONG_BODY = 6
_SHORTEST_REST = 5
_OWN_PARTS = ("党组", "党委", "机关党委", "党支部", "党总支", "纪委", "团委", "工会", "办公室")
_SHORT_HEADS = ("局", "部", "委", "办", "厅")
_NO_HEADS = "部面势限域门分署属队件级位落员托派理法学事案公"
_LEVELS = ("区", "县", "市", "州", "旗", "省")
_OWN_UNIT = re.compile(
    r"(?=(?P<head>我?(?:分局|[局厅]))(?!各|有关|相关|机关|所有|内设|全体)(?![驻纪长面部势限内外属级机党领])"
    r"(?P<unit>[\u4e00-\u9fff]{2,6}?(?:办公室|(?<![即快联协承主督交代举])办|室|(?<!为)中心(?!组)|工作组|工作小组|领导小组|专班))"
    r"(?![理法公事率案件结证成好学展长]))"
)
_RESIDENT = re.compile(
    "(?:派?驻[我本]?(?P<after>局|厅|委|办|院|校)|(?P<before>局|厅|委|办|院|校)(?:派驻|驻))纪检(?:监察)?组"
    "|派?驻(?P<area>片区|街道|新区|园区)纪检(?:监察)?组"
)
# What a police office has of its own, among its units or as who acts: 指挥中心, 看守所.
_OF_POLICE = re.compile(
    "(?P<unit>(?:情报|合成作战)?指挥中心|看守所|拘留所|警务保障室|反诈中心)(?=[、，。；]|民警|负责|会同|牵头|值班|联合)"
)
_DEFINED = re.compile(
    r"\((?:以下|下文|本文|下同)?[均统通又]?简称(?:为)?[::]?\s*[“\"‘]?(?P<short>[\u4e00-\u9fff]{2,12})[”\"’]?\)"
)


def own_references(text: str, issuer: Issuer) -> Iterator[Name]:
    """我局 where the issuer is a 局, 我区 where it lies in a 区; another level is no reference to it."""
    if not issuer.name:
        return
    for match in _OWN.finditer(text):
        if match["place"]:
            letter = match["place"]
            yield Name(match.start(), match.end(), "government", "own_place", letter=letter)
        elif issuer.name.endswith(match["office"][1:]) and not issuer.is_government:
            yield Name(match.start(), match.end(), "department", "self_reference")


def resident_inspectors(text: str, issuer: Issuer) -> Iterator[Name]:
    """The discipline inspection group that sits in the issuer: 局驻纪检监察组, 驻局纪检监察组, 驻片区纪检监察组."""
    for match in _RESIDENT.finditer(text):
        area = match["area"]
        own = (
            issuer.region.area.endswith(area)
            if area
            else issuer.name.endswith(match["after"] or match["before"])
        )
        if own and (area or not issuer.is_government):
            kind, rule = "internal_unit", "resident_inspectors"
            body = match.group() if area else "纪检监察组"
            yield Name(match.start(), match.end(), kind, rule, body=body)


def issuer_for_short(text: str, words: Sequence[Word], issuer: Issuer) -> Iterator[Name]:
    """The issuer without its place, or by the first character of its business, one more and its ending: 传媒中心,
    台工部 for 台湾工作部."""
    own = _COMMITTEES.sub("", issuer.own_body)
    business, head = own[:-1], own[-1:]
    if issuer.is_government or len(own) < 4:
        return
    shorts = [re.escape(own)]
    if len(business) >= 4 and head in _SHORT_HEADS:
        inside = "".join(dict.fromkeys(business[1:]))
        shorts.append(f"{business[0]}[{inside}]{head}(?![{_NO_HEADS}])")
    bounds = {word.end for word in words if word.kind in ("stop", "letter")}
    if len(own) >= _LONG_BODY:  # 本年度行政服务中心…: nothing else is called so in its own report
        bounds |= {word.end for word in words if word.kind == "plain"}
    for match in re.finditer("|".join(shorts), text):
        start = match.start()
        if start in bounds or not text[max(0, start - 1) : start].isalpha():
            level = start > 0 and text[start - 1] in _LEVELS
            if level and text[start - 1] != issuer.region.deepest[-1:]:
                continue  # 市农业农村局 in the report of the county's
            if level and text[start - 2 : start - 1] != "我":  # 我区 + 经济发展局
                start -= 1
            yield Name(start, match.end(), "department", "issuer_name")


def parts_of_issuer(text: str, words: Sequence[Word], names: Sequence[Name]) -> Iterator[Name]:
    """The part right behind the issuer's name for short: 区执法应急局党组."""
    at = {word.start: word for word in words}
    for name in names:
        part = at.get(name.end)
        if name.rule == "issuer_name" and part is not None and part.text in _OWN_PARTS:
            kind, rule = "internal_unit", "part_of_whole"
            yield Name(name.start, part.end, kind, rule, body=part.text, whole=name)


def courts_above(text: str, words: Sequence[Word], issuer: Issuer) -> Iterator[Name]:
    """The courts or the procuratorates above the issuer for short: 市院, 省院."""
    kind = next((k for end, k in _JUDICIARY.items() if issuer.name.endswith(end)), "")
    bounds = {word.end for word in words if word.kind == "stop"}
    for match in _UPPER_COURT.finditer(text) if kind else ():
        if _begins(text, match.start(), bounds):
            body = "检察院" if kind == "procuratorate" else "法院"
            letter = match["level"]
            yield Name(match.start(), match.end(), kind, "letter_body", letter=letter, body=body)


def service_halls(text: str, issuer: Issuer) -> Iterator[Name]:
    """The one hall of services of a county where something enters it or goes to it: 入驻行政服务中心. What is built
    anywhere is none."""
    level = _county_level(issuer)
    for match in _HALL.finditer(text) if level else ():
        start, end = match.span("hall")
        yield Name(start, end, "internal_unit", "letter_body", letter=level, body=match["hall"])


def sole_bodies(text: str, words: Sequence[Word], issuer: Issuer) -> Iterator[Name]:
    """What a county has one of and calls without its place: 疾控中心, 教师进修学校; not 各级疾控中心."""
    level = _county_level(issuer)
    bounds = {word.end for word in words if word.kind == "stop"}
    for match in _SOLE.finditer(text) if level else ():
        start, end = match.span()
        if _COUNT_AFTER.match(text, end):
            continue  # 疾病预防控制中心1家
        if start in bounds or not text[max(0, start - 1) : start].isalpha():
            kind = "school" if match.group().endswith("学校") else "institution"
            yield Name(start, end, kind, "letter_body", letter=level, body=match.group())


def _county_level(issuer: Issuer) -> str:
    """The level of the county or zone that reports: 区, 县; empty above and below."""
    return (issuer.region.zone or issuer.region.county)[-1:]


def own_units(text: str, words: Sequence[Word], issuer: Issuer) -> Iterator[Name]:
    """The units of an office that it calls its own: 局产业办, 局效能督查室, 局应急工作小组."""
    if issuer.is_government or issuer.head not in ("局", "厅", "分局"):
        return
    bounds = {word.end for word in words if word.kind == "stop"}
    for match in _OWN_UNIT.finditer(text):
        before = text[max(0, match.start() - 1) : match.start()]
        if before == "我" or (before.isalpha() and match.start() not in bounds):
            continue
        end = match.end("unit")
        if any(match.start("unit") < bound < end for bound in bounds):
            continue  # 我局成立了产业办
        head = match["head"].removeprefix("我")
        if match["head"].startswith("我") and match["unit"].endswith(TASK_FORCES):
            # 我局 + 普法领导小组: the office and what it has set up are two bodies.
            span = (match.start("unit"), end)
            yield Name(*span, "internal_unit", "bare_body", body=match["unit"])
            continue
        if issuer.name.endswith(head):
            whole = Name(match.start(), match.start("unit"), "department", "self", body=head)
            kind = "internal_unit"
            yield Name(match.start(), end, kind, "part_of_whole", body=match["unit"], whole=whole)


def police_units(text: str, words: Sequence[Word], issuer: Issuer) -> Iterator[Name]:
    """What a police office calls its own without saying so: 指挥中心, 看守所."""
    bounds = {word.end for word in words if word.kind == "stop"}
    for match in _OF_POLICE.finditer(text) if issuer.system == "公安" else ():
        start, end = match.span("unit")
        if _begins(text, start, bounds):
            yield Name(start, end, "internal_unit", "bare_body", body=match["unit"])


def named_before(text: str, words: Sequence[Word], names: Sequence[Name]) -> Iterator[Name]:
    """A centre or a group by its last word alone, after the report has named it with its place:
    评审中心 for 区财政评审中心."""
    at = {word.end: index for index, word in enumerate(words)}
    bounds = {word.end for word in words if word.kind in ("stop", "class")}
    for name in names:
        index = at.get(name.end, 0)
        placed = bool(name.letter or name.place or name.whole)
        ends = (*_CALLED_SHORT, "处") if name.whole else _CALLED_SHORT
        placed = placed and name.body.endswith(ends)
        if not placed or index == 0:  # a name may end inside a word: it has no last word
            continue
        business = words[index - 1]
        long = business.start > name.start + len(name.letter or name.place)
        own = len(business.text) >= 2 and business.kind in ("topic", "plain", "gap")
        if not (long and own) or business.text in _COMMON_CENTRES:
            continue
        yield from _again(text, text[business.start : name.end], bounds, name)


def without_place(text: str, words: Sequence[Word], names: Sequence[Name]) -> Iterator[Name]:
    """A hospital, a school or an institution without its place, after the report has named it with it, if a word
    that is no common one tells it from its kind: 精神病防治院 for 青岭精神病防治院."""
    at = {word.start: index for index, word in enumerate(words)}
    led = {word.end for word in words if word.kind == "stop"}
    for name in names:
        index = at.get(name.start)
        if name.kind not in ("hospital", "school", "institution") or index is None:
            continue
        place = words[index]
        inside = [word for word in words[index + 1 : index + 6] if word.end <= name.end]
        rest = text[place.end : name.end]
        own = any(word.kind == "gap" for word in inside) and len(rest) >= _SHORTEST_REST
        if place.kind not in ("short", "region", "place") or not own:
            continue
        yield from _again(text, rest, led, name)


def _again(text: str, short: str, bounds: set[int], name: Name) -> Iterator[Name]:
    """The places where a short name of a body stands by itself."""
    for match in re.finditer(re.escape(short), text):
        start, end = match.span()
        if _begins(text, start, bounds):
            yield Name(start, end, name.kind, "defined_short_name", body=short, whole=name)


def _begins(text: str, start: int, bounds: set[int]) -> bool:
    """Whether a name can begin here: behind a mark or one of the words that bound names."""
    return start in bounds or not text[max(0, start - 1) : start].isalnum()


def issuer_names(text: str, issuer: Issuer) -> Iterator[Name]:
    """The issuer's full name, and 分局 alone where the issuer is one."""
    if len(issuer.name) < 3:
        return
    for match in re.finditer(f"(?:中共)?{re.escape(issuer.name)}", text):
        kind = "government" if issuer.is_government or not issuer.head else "department"
        kind = next((k for end, k in _JUDICIARY.items() if issuer.name.endswith(end)), kind)
        yield Name(match.start(), match.end(), kind, "issuer_name")
    if issuer.head == "分局":
        for match in re.finditer(
            r"(?:(?<![\u4e00-\u9fff])|(?<=[将由在对向经和与全为入]))分局(?!长)", text
        ):
            yield Name(match.start(), match.end(), "department", "self_reference")


def definitions(text: str, names: dict[int, Name]) -> dict[str, Name]:
    """The short names that the report defines: (以下简称“区反诈中心”). ``names`` are the found names by their end.

    >>> whole = Name(0, 9, "government", "place_body", place="平潭综合实验区", body="管委会")
    >>> list(definitions("平潭综合实验区管委会(以下简称“区管委会”)", {10: whole}))
    ['区管委会']
    """
    found: dict[str, Name] = {}
    for match in _DEFINED.finditer(text):
        if match.start() in names:
            found[match["short"]] = names[match.start()]
    return found
