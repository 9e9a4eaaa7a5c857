"""Brands in a list that says what they are: 引进华为、富士康等知名企业.

Without the list a brand is a word like any other; before 等…企业 each item is a company, unless the items
are lines of business (纺织、服装等企业).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from baobiao.extract.organisations.brands import LINES, PRODUCTS
from baobiao.extract.organisations.endings import CLASSES_OF_GROUPS, FACILITIES, SOFT
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import Name

_LIST = re.compile(
    r"(?P<items>[\u4e00-\u9fffA-Za-z0-9、]{2,60}?)等(?P<what>[\u4e00-\u9fff\d]{0,10}?)"
    r"(?P<head>企业|公司|经营主体|民企|央企|外企|车企|药企|商超)(?!家)"
)
_NAMES_FOLLOW = re.compile(
    r"知名|著名|龙头|头部|重点|骨干|领军|标杆|链主|现有|国有|金融|优质|优秀|\d家|上市|大型|央|外"
)
_PROPER = ("gap", "latin", "known", "ordinal", "short")
_BOUNDS = ("stop", "class", "guard")
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
_LINES = ("行业", "领域", "产业", "企业", "单位", "机构", "危险源")
_OF_PLACES = ("地", "省", "市", "区", "老")
_BANKS = re.compile(
    r"(?P<items>(?:(?!等)[\u4e00-\u9fff]){2,8}(?:[、和及](?:(?!等)[\u4e00-\u9fff]){2,8})+)等?"
    r"(?:所有|各|多家|全部)?(?:\d+家|[一二三四五六七八九十]+家)?[\u4e00-\u9fff]{0,3}?(?:银行|金融机构)"
)
_CENTRE = "[\u4e00-\u9fff]{2,8}中心"
_CENTRES = re.compile(f"(?P<items>{_CENTRE}(?:[、和]{_CENTRE}){{2,}})")
_OF_NO_OFFICE = (
    "各",
    "便民",
    "区域",
    "国际",
    "国家",
    "物流",
    "数据",
    "会展",
    "商业",
    "购物",
    "金融",
    "经济",
    "消费",
)
_GROUP = "[\u4e00-\u9fff]{2,6}?集团(?!公司|有限|化)"
_GROUPS = re.compile(f"(?P<items>{_GROUP}(?:[、和]{_GROUP})+)")
_NO_GROUPS = (
    *CLASSES_OF_GROUPS,
    "重点",
    "犯罪",
    "诈骗",
    "势力",
    "盗窃",
    "走私",
    "反党",
    "利益",
    "军事",
    "国家",
    "跨国",
)
_INSTITUTES = re.compile(
    r"(?P<items>[\u4e00-\u9fff]{2,3}[院所](?:、[\u4e00-\u9fff]{2,3}[院所])+)(?:等|[，。；])"
)
_SHORTEST, _LONGEST = 2, 8
_LONGEST_BRAND = 4
_ITEM_AFTER = re.compile(
    "、(?P<item>[\u4e00-\u9fff]{3,7}?)(?=[、，。；)]|等|加快|加速|正式|成功|先后|相继)"
)
_ITEM_BEFORE = re.compile("(?<![\u4e00-\u9fff\\d])(?P<item>[\u4e00-\u9fff]{3,7})、$")
_LONGEST_ITEM = 9
_NO_BRANDS = (
    "业",
    "品",
    "类",
    "化",
    "率",
    "式",
    "者",
    "员",
    "人",
    "区",
    "县",
    "市",
    "镇",
    "村",
    "馆",
    "园",
    "桥",
    "路",
    "期",
    "线",
)


def listed_companies(text: str, words: list[Word]) -> Iterator[Name]:
    """The items of lists of companies, each as a name."""
    for match in _LIST.finditer(text):
        start, end = match.span("items")
        inside = [word for word in words if start <= word.start and word.end <= end]
        items = list(_items(text, inside, start, end))
        if not items or match["what"].startswith(_OF_PLACES):
            continue
        if all(_can_be_brand(text[a:b], held) for a, b, held in items) and _are_names(
            [held for _, _, held in items], match["what"] + match["head"]
        ):
            for a, b, _ in items:
                yield Name(a, b, "enterprise", "listed_company", body=text[a:b])


def companies_beside(text: str, words: list[Word], names: list[Name]) -> Iterator[Name]:
    """The items beside a company in its list that are a place or a brand with a line of business: 重庆钢铁 after
    长安汽车、."""
    starts = {word.start: index for index, word in enumerate(words)}
    for name in names:
        if name.kind != "enterprise":
            continue
        end = name.end
        while (item := _ITEM_AFTER.match(text, end)) and _is_company(words, starts, item):
            yield _beside_company(text, *item.span("item"))
            end = item.end("item")
        start = name.start
        before = text[max(0, start - _LONGEST_ITEM) : start]
        while (item := _ITEM_BEFORE.search(text, start - len(before), start)) and _is_company(
            words, starts, item
        ):
            yield _beside_company(text, *item.span("item"))
            start = item.start("item")
            before = text[max(0, start - _LONGEST_ITEM) : start]


def _beside_company(text: str, start: int, end: int) -> Name:
    return Name(start, end, "enterprise", "listed_company", body=text[start:end])


def _is_company(words: list[Word], starts: dict[int, int], item: re.Match[str]) -> bool:
    """Whether an item of a list of companies is one: a place or a brand with its line, or a brand alone."""
    start, end = item.span("item")
    first = starts.get(start)
    if first is None or item["item"].endswith(_NO_BRANDS):
        return False
    held = [word for word in words[first : first + _LONGEST_BRAND] if word.end <= end]
    brand, rest = held[0] if held else None, held[1:]
    if brand is None or brand.kind not in ("short", "gap") or held[-1].end != end:
        return False
    if brand.kind == "short" and rest and rest[0].kind == "gap":
        brand, rest = rest[0], rest[1:]  # 益阳 + 信维科技
    lines = (*LINES, *PRODUCTS, "集团", "公司")
    lined = bool(rest) and all(word.text in lines for word in rest)
    alone = brand.kind == "gap" and len(brand.text) >= 2
    return lined or (alone and all(len(w.text) == 1 or w.kind == "gap" for w in rest))


def listed_banks(text: str, banks: frozenset[str]) -> Iterator[Name]:
    """Banks by what stands before 银行 in their names, in a list of banks: 中行、兴业、海峡等银行."""
    for match in _BANKS.finditer(text):
        spans = [item.span() for item in re.finditer("[^、和及]+", match["items"])]
        named: list[tuple[int, int]] = []
        for a, b in spans:
            item = match["items"][a:b]
            led = next(
                (n for n in (3, 2) if not named and item.endswith("行") and item[-n:] in banks), 0
            )  # 前往人行
            if item in banks or led:
                named.append((b - led if led else a, b))
        if len(named) * 2 < len(spans):
            continue
        for a, b in named:
            start, end = match.start("items") + a, match.start("items") + b
            yield Name(start, end, "bank", "listed_bank", body=text[start:end])


def listed_groups(text: str, words: list[Word]) -> Iterator[Name]:
    """The groups of a place by their lines alone, in a list of such: 能源集团、民航集团、农发集团."""
    for match in _GROUPS.finditer(text):
        for name in _items_behind_verb(text, words, match, "enterprise", "listed_company"):
            line = name.body.removesuffix("集团")
            if 2 <= len(line) <= _LONGEST_BRAND and not line.endswith(_NO_GROUPS):
                yield name


def _items_behind_verb(
    text: str, words: list[Word], match: re.Match[str], kind: str, rule: str
) -> Iterator[Name]:
    """The items of a list as names; the first begins behind the verb that leads to it."""
    for n, item in enumerate(re.finditer("[^、和]+", match["items"])):
        start, end = match.start("items") + item.start(), match.start("items") + item.end()
        if n == 0:
            inside = [w for w in words if start <= w.start and w.end < end]
            start = max((w.end for w in inside if w.kind == "stop"), default=start)
        yield Name(start, end, kind, rule, body=text[start:end])


def listed_centres(text: str, words: list[Word]) -> Iterator[Name]:
    """The centres of an office, three or more in a list: 信息中心、应急中心、土储中心."""
    for match in _CENTRES.finditer(text):
        found = list(_items_behind_verb(text, words, match, "institution", "bare_body"))
        houses = [name.body.removesuffix("中心") for name in found]
        if any(house.endswith(tuple(FACILITIES)) and house != "数据" for house in houses):
            continue
        for name in found:
            if len(name.body) >= 4 and not name.body.startswith(_OF_NO_OFFICE):
                yield name


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


def listed_units(text: str, names: list[Name]) -> Iterator[Name]:
    """The units beside a unit in its list: 、机关效能投诉科、信访调解科 where the second is one."""
    for name in names:
        unit = name.body[-1:]
        if name.kind != "internal_unit" or unit not in _UNITS:
            continue
        for item in _beside(text, name, unit):
            body = text[item.start("item") : item.end("item")]
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


def _items(
    text: str, words: list[Word], start: int, end: int
) -> Iterator[tuple[int, int, list[Word]]]:
    """The stretches between the marks with their words; the first begins behind the last word that bounds."""
    first_end = text.find("、", start, end)
    first_end = end if first_end < 0 else first_end
    first = [word for word in words if word.end <= first_end]
    at = max((word.end for word in first if _bounds(word, words)), default=start)
    for word in first:
        if word.start == at and word.text in SOFT and word.end < first_end:
            at = word.end
    for item in re.finditer(r"[^、]+", text[at:end]):
        a, b = at + item.start(), at + item.end()
        yield a, b, [word for word in words if a <= word.start < b]


def _bounds(word: Word, words: list[Word]) -> bool:
    """Whether a brand cannot reach over a word. 诺和诺德 is one: no single character is an item of its own."""
    if word.kind not in _BOUNDS:
        return False
    single = any(w.end == word.start and w.kind == "gap" and len(w.text) == 1 for w in words)
    return word.text != "和" or not single


def _can_be_brand(item: str, held: list[Word]) -> bool:
    return (
        _SHORTEST <= len(item) <= _LONGEST
        and not item.endswith(_LINES)
        and not any(_bounds(word, held) for word in held[_has_line(held) :])
    )


def _has_line(held: list[Word]) -> bool:
    """Whether two words are a brand, whatever it means elsewhere, and its line: 强力 + 水泥."""
    return len(held) == 2 and len(held[0].text) == 2 and held[1].text in LINES


def _are_names(items: list[list[Word]], what: str) -> bool:
    """Whether most items hold a word that is no common one, and not all are places."""
    proper = [held for held in items if any(word.kind in _PROPER for word in held)]
    places = all(word.kind in ("short", "region") for held in items for word in held)
    several = len(items) > 1 or bool(_NAMES_FOLLOW.search(what))
    return several and not places and len(proper) * 2 > len(items)
