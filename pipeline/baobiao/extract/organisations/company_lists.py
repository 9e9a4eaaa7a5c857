"""Companies and banks that a list shows: 引进华为、富士康等知名企业, 走访中行、兴业等银行, 能源集团、民航集团.

Without the list a brand is a word like any other; before 等…企业 each item is a company, unless the items
are lines of business (纺织、服装等企业). Beside a company in its list a place or a brand with a line is one, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.extract.organisations.brands import LINES, PRODUCTS
from baobiao.extract.organisations.ending_kinds import WORKS
from baobiao.extract.organisations.endings import CLASSES_OF_GROUPS, KINDS_OF_GROUPS, SOFT
from baobiao.extract.organisations.enumerations import items_behind_verb
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import Name

_LIST = re.compile(
    r"(?P<items>[\u4e00-\u9fffA-Za-z0-9、]{2,60}?)等(?P<what>[\u4e00-\u9fff\d]{0,10}?)"
    r"(?P<head>企业|公司|经营主体|民企|央企|外企|车企|药企|商超|(?:艺术|文创|创意|设计|策划|规划)团队)(?!家)"
)
_NAMES_FOLLOW = re.compile(
    r"知名|著名|龙头|头部|重点|骨干|领军|标杆|链主|现有|国有|金融|优质|优秀|\d家|上市|大型|央|外"
)
_PROPER = ("gap", "latin", "known", "ordinal", "short")
_BOUNDS = ("stop", "class", "guard")
_LINES = ("行业", "领域", "产业", "企业", "单位", "机构", "危险源")
# What firms do, which is a line of business and no name: 卫星数据应用等企业.
_DEEDS = tuple(
    "制造 研制 研发 测试 检测 应用 生产 加工 服务 设计 运营 销售 维修 维保 回收 处理 组装 总装 配套".split()
)
_OF_PLACES = ("地", "省", "市", "区", "老")
_BANKS = re.compile(
    r"(?P<items>(?:(?!等)[\u4e00-\u9fff]){2,8}(?:[、和及](?:(?!等)[\u4e00-\u9fff]){2,8})+)等?"
    r"(?:所有|各|多家|全部)?(?:\d+家|[一二三四五六七八九十]+家)?[\u4e00-\u9fff]{0,3}?(?:银行|金融机构)"
)
_GROUP = "[\u4e00-\u9fff]{2,6}?集团(?!公司|有限|化)"
_GROUPS = re.compile(f"(?P<items>{_GROUP}(?:[、和]{_GROUP})+)")
_NO_GROUPS = (
    *CLASSES_OF_GROUPS,
    *"重点 犯罪 诈骗 势力 盗窃 走私 反党 利益 军事 国家 跨国".split(),
)
_SHORTEST, _LONGEST = 2, 8
_LONGEST_BRAND = 4
_ITEM_AFTER = re.compile(
    "、(?P<item>[\u4e00-\u9fff]{3,7}?)(?=[、，。；)]|等|加快|加速|正式|成功|先后|相继)"
)
_ITEM_BEFORE = re.compile("(?<![\u4e00-\u9fff\\d])(?P<item>[\u4e00-\u9fff]{3,7})、$")
_LONGEST_ITEM = 9
_NO_BRANDS = tuple("业品类化率式者员人区县市镇村馆园桥路期线")


def listed_companies(text: str, words: list[Word]) -> Iterator[Name]:
    """The items of lists of companies, each as a name."""
    for match in _LIST.finditer(text):
        start, end = match.span("items")
        inside = [word for word in words if start <= word.start and word.end <= end]
        items = list(listed_items(text, inside, start, end))
        if not items or match["what"].startswith(_OF_PLACES):
            continue
        if all(_can_be_brand(text[a:b], held) for a, b, held in items) and are_names(
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
        if len(named) * 2 < len(spans) or all(match["items"][a:b] == "农商行" for a, b in named):
            continue  # 农商行、村镇银行 are kinds of banks
        for a, b in named:
            start, end = match.start("items") + a, match.start("items") + b
            yield Name(start, end, "bank", "listed_bank", body=text[start:end])


def listed_groups(text: str, words: list[Word]) -> Iterator[Name]:
    """The groups of a place by their lines alone, in a list of such: 能源集团、民航集团、农发集团."""
    for match in _GROUPS.finditer(text):
        for name in items_behind_verb(text, words, match, "enterprise", "listed_company"):
            line = name.body.removesuffix("集团")
            kind = line.endswith(_NO_GROUPS) or line.startswith(tuple(KINDS_OF_GROUPS))
            if 2 <= len(line) <= _LONGEST_BRAND and not kind:
                yield name


def listed_items(
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
        and not item.endswith((*_LINES, *_DEEDS))
        and not any(_bounds(word, held) for word in held[_has_line(held) :])
    )


def _has_line(held: list[Word]) -> bool:
    """Whether two words are a brand, whatever it means elsewhere, and its line: 强力 + 水泥."""
    return len(held) == 2 and len(held[0].text) == 2 and held[1].text in LINES


def are_names(items: list[list[Word]], what: str) -> bool:
    """Whether most items hold a word that is no common one or say that they are works, and not all are places."""
    proper = [
        held for held in items if any(word.kind in _PROPER or word.text in WORKS for word in held)
    ]
    places = all(word.kind in ("short", "region") for held in items for word in held)
    several = len(items) > 1 or bool(_NAMES_FOLLOW.search(what))
    return several and not places and len(proper) * 2 > len(items)
