"""Centres of the whole country or of several, which are called by what they work on and by the lands they join:
国家水稻产业创新中心, 国家超算郑州中心, 中国—东盟青年交流合作中心, 国际红树林中心, 技术转移中心(福建).

Without the field, the other land or the place in brackets such a name is a grade or a wish: 国家技术创新中心,
打造国际合作中心.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from baobiao.extract.organisations.endings import SOFT
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import PLACES, Name
from baobiao.extract.organisations.vocabulary import MACRO_REGIONS, PARTS_OF_COUNTRY

_KINDS = r"(?:产业|技术|制造业)创新中心|医学中心|临床医学研究中心|工程研究中心|计量测试中心"
_GRADES = r"级|重点|区域|重大|综合性|临床|工程|企业|制造业|产业|技术|科技|各|有关"
_NATIONAL = re.compile(rf"国家(?!{_GRADES})(?P<field>[\u4e00-\u9fff]{{2,12}}?)(?:{_KINDS})")
_OF_REGION = re.compile(
    rf"(?:{'|'.join(sorted(MACRO_REGIONS, key=len, reverse=True))})国家(?:技术|产业|制造业)创新中心"
    r"(?P<branch>(?P<place>[\u4e00-\u9fff]{2,3})中心)?"
)
_OF_NETWORK = re.compile(
    r"国家(?!级|重点|区域|重大|综合性|企业|各|有关)(?P<field>[\u4e00-\u9fff]{4,10}?)中心"
)
_JOINING = re.compile(
    r"(?P<open>国际|世界|中国[-—–]|金砖国家|上合组织)(?P<field>[\u4e00-\u9fff]{3,18}?)"
    r"(?:交流合作|合作交流|合作|交流|研究|技术转移|商事仲裁)中心"
)
_BRACKETED = re.compile(r"中心\((?P<place>[\u4e00-\u9fff]{2,8})\)")
_OF_THE_WORLD = re.compile(r"国际(?P<field>[\u4e00-\u9fff]{2,4})中心(?![城区带])")
_WISHES = ("争创", "申创", "争取")
_PARTS_OF_COUNTRY = ("东部", "中部", "西部", *PARTS_OF_COUNTRY)
_OF_PART = re.compile(f"(?:{'|'.join(_PARTS_OF_COUNTRY)})(?:转化|转移|交易|服务)?中心(?![城区带])")
_FOR_PART = re.compile(
    f"(?:{'|'.join(_PARTS_OF_COUNTRY)})(?P<field>[\u4e00-\u9fff]{{4,8}}?)(?:交易|服务|运营)中心"
    r"|全国(?P<subject>[\u4e00-\u9fff]{6,14}?)(?:比对|检测|监测|交易|调度)中心"
)
_RESEARCH = re.compile("研究中心")
_QUOTED = re.compile(
    "(?:成立|组建|设立|建成)[\u4e00-\u9fff]{0,8}“(?P<name>[\u4e00-\u9fff]{2,10}(?:中心|研究院|实验室|联盟))”"
)
_BELT_AND_ROAD = re.compile(
    "“一带一路”(?P<field>[\u4e00-\u9fff]{4,12}?)(?:中心|研究院|联盟)(?![城区])"
)
_FOUNDED = ("建成", "组建", "成立", "设立", "建立", "揭牌")
_OPENS = re.compile("(?:二期)?(?:成功|正式)?(?:成立|组建|揭牌|挂牌|获批|启用|投入|建成|落户)")
_NO_FIELDS = ("工程", "技术", "工程技术", "企业", "临床医学", "区域", "科学", "校企")
_OF_UNITED_NATIONS = re.compile(
    r"联合国(?!秘书)[\u4e00-\u9fff]{4,14}?(?:中心|研究所|基金会|计划署|大学)(?!区)"
)
_SUB_CENTRE = re.compile(r"(?:行政|政务|便民)服务中心(?![和及、与各])[\u4e00-\u9fff]{2,6}?分中心")
_WITH_ASEAN = re.compile(
    r"中国[-—–](?:东盟|中东欧|上合组织|中亚|阿拉伯国家)(?![\u4e00-\u9fff]{0,8}(?:博览会|自贸区|峰会|论坛))"
    r"[\u4e00-\u9fff]{2,10}?(?:中心|研究院|学院|联盟)(?![城区])"
)
_OF_THE_STRAIT = re.compile(
    r"(?:海峡两岸|海峡|两岸)(?P<field>[\u4e00-\u9fff]{1,8}?)(?:中心|研究院|医院|医馆)(?![城区带])"
)
_SHORTEST_FIELD = 4
_JOINTS = ("和", "与")
_LONGEST, _SHORTEST = 20, 6


def named_centres(text: str, words: list[Word], kinds: Mapping[str, str]) -> Iterator[Name]:
    """The centres that say themselves which they are; ``kinds`` are those of the vocabulary's words."""
    yield from _of_the_state(text, words, kinds)
    yield from _of_several_lands(text, words)
    yield from _of_parts(text, words)
    for match in _BRACKETED.finditer(text):
        start = start_before(words, match.start() + len("中心"))
        placed = kinds.get(match["place"].removesuffix("地区")) in ("short", "region")
        placed = placed or match["place"].endswith("地区")
        least = _SHORTEST - text.startswith(("国家", "全国"), start)  # 国家碳计量中心(辽宁)
        if placed and match.start() - start >= least:
            yield _centre(text, start, match.end())


def _of_the_state(text: str, words: list[Word], kinds: Mapping[str, str]) -> Iterator[Name]:
    """国家水稻产业创新中心, 长三角国家技术创新中心, 国家超算郑州中心."""
    for match in _NATIONAL.finditer(text):
        inside = _within(words, *match.span("field"))
        wished = text.endswith(_WISHES, 0, match.start())
        if inside and inside[0].kind != "stop" and not wished and _are_of_one_name(inside):
            place = word_before(words, match.start())
            placed = place is not None and place.kind in PLACES
            yield _centre(text, place.start if placed and place else match.start(), match.end())
    for match in _OF_REGION.finditer(text):
        there = kinds.get(match["place"] or "") in ("short", "region")
        yield _centre(
            text, match.start(), match.end() if there else match.end() - len(match["branch"] or "")
        )
    for match in _OF_NETWORK.finditer(text):
        inside = _within(words, *match.span("field"))
        last = inside[-1] if len(inside) > 1 else None
        placed = last is not None and (last.kind in PLACES or last.text in _PARTS_OF_COUNTRY)
        if placed and _are_of_one_name(inside):
            yield _centre(text, match.start(), match.end())


def _of_several_lands(text: str, words: list[Word]) -> Iterator[Name]:
    """中国—东盟青年交流合作中心, 国际红树林中心, 联合国全球地理信息中心."""
    for match in _JOINING.finditer(text):
        inside = _within(words, *match.span("field"))
        joined = match.group("open").startswith("中国") or any(
            w.kind in (*PLACES, "national") for w in inside
        )
        if joined and _are_of_one_name(inside):
            yield _centre(text, match.start(), match.end())
    for match in _OF_THE_WORLD.finditer(text):
        inside = _within(words, *match.span("field"))
        if any(w.kind == "gap" for w in inside) and all(w.kind in ("gap", "plain") for w in inside):
            yield _centre(text, match.start(), match.end())
    for match in _WITH_ASEAN.finditer(text):
        yield _centre(text, match.start(), match.end())
    for match in _OF_UNITED_NATIONS.finditer(text):
        yield _centre(text, match.start(), match.end())


def _of_parts(text: str, words: list[Word]) -> Iterator[Name]:
    """先进技术成果西部转化中心; 行政服务中心岚山分中心; 海峡股权交易中心."""
    for match in _OF_THE_STRAIT.finditer(text):
        if _are_of_one_name(_within(words, *match.span("field"))):
            yield _centre(text, match.start(), match.end())
    for match in _SUB_CENTRE.finditer(text):
        yield _centre(text, match.start(), match.end())
    for match in _FOR_PART.finditer(text):
        group = "field" if match["field"] else "subject"
        if _are_of_one_name(_within(words, *match.span(group))):
            yield _centre(text, match.start(), match.end())
    yield from _of_research(text, words)
    for match in _BELT_AND_ROAD.finditer(text):
        if _are_of_one_name(_within(words, *match.span("field"))):
            yield _centre(text, match.start(), match.end())
    for match in _QUOTED.finditer(text):
        yield _centre(text, *match.span("name"))
    for match in _OF_PART.finditer(text):
        start = start_before(words, match.start())
        if match.start() - start >= _SHORTEST_FIELD:
            yield _centre(text, start, match.end())


def _of_research(text: str, words: list[Word]) -> Iterator[Name]:
    """A centre called by what it studies that has been founded: 建成夏商文明考古研究中心. What is a kind of such
    (工程技术研究中心) or counted is none."""
    for match in _RESEARCH.finditer(text):
        start = start_before(words, match.start())
        inside = _within(words, start, match.start())
        verb = word_before(words, start)
        founded = verb is not None and verb.text in _FOUNDED
        kind = not inside or inside[-1].text in _NO_FIELDS or inside[0].text in _NO_FIELDS
        one = _are_of_one_name(inside) and not text[match.end() : match.end() + 1].isdigit()
        founded = founded or bool(_OPENS.match(text, match.end()))
        if one and founded and not kind and match.start() - start >= _SHORTEST_FIELD:
            yield _centre(text, start, match.end())


def _centre(text: str, start: int, end: int) -> Name:
    return Name(start, end, "institution", "named_centre", body=text[start:end])


def _within(words: list[Word], start: int, end: int) -> list[Word]:
    return [word for word in words if start <= word.start and word.end <= end]


def word_before(words: list[Word], start: int) -> Word | None:
    """The word that ends where another begins."""
    return next((word for word in words if word.end == start), None)


def _are_of_one_name(inside: list[Word]) -> bool:
    """Whether no word between the opening and the ending counts, sorts or does something."""
    return all(
        word.kind not in ("class", "suffix", "known")
        and (word.kind != "stop" or len(word.text) > 1 or word.text in _JOINTS)
        for word in inside
    )


def start_before(words: list[Word], end: int) -> int:
    """Where the name begins that goes up to ``end``: behind the verb or the mark before it."""
    start = end
    for word in reversed([word for word in words if word.end <= end]):
        bounds = word.kind == "stop" or (word.kind == "suffix" and start < end)
        if word.end != start or bounds or end - word.start > _LONGEST:
            break
        start = word.start
    first = next((word for word in words if word.start == start), None)
    return first.end if first is not None and first.text in SOFT else start
