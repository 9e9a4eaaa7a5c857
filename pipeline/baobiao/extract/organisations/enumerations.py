"""Brands in a list that says what they are: 引进华为、富士康等知名企业.

Without the list a brand is a word like any other; before 等…企业 each item is a company, unless the items
are lines of business (纺织、服装等企业). A brand with its line of business says so itself (某某电子、某某水产),
as do the builders that the state numbers (中铁十四局).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from baobiao.extract.organisations.endings import SOFT
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import Name

_LIST = re.compile(
    r"(?P<items>[\u4e00-\u9fffA-Za-z0-9、]{2,60}?)等(?P<what>[\u4e00-\u9fff\d]{0,10}?)"
    r"(?P<head>企业|公司|民企|央企|外企|车企|药企|商超)(?!家)"
)
_NAMES_FOLLOW = re.compile(
    r"知名|著名|龙头|头部|重点|骨干|领军|标杆|链主|现有|国有|金融|优质|优秀|\d家|上市|大型|央|外"
)
_PROPER = ("gap", "latin", "known", "ordinal", "short")
_BOUNDS = ("stop", "class", "guard")
_LINES = ("行业", "领域", "产业", "企业", "单位", "机构", "危险源")
_OF_PLACES = ("地", "省", "市", "区", "老")
_SHORTEST, _LONGEST = 2, 8
_BUSINESSES = frozenset(
    "电子 微电子 半导体 电器 生物 制药 药业 证券 水产 投资 批发 连锁 餐饮 超市 股份 啤酒 燃气 食品 乳业 重工 化工 钢铁"
    " 水泥 机械 科技 控股 置业 实业 商贸 传媒 纺织 造纸 酒业 茶业 矿业 水务".split()
)
_ALSO_VERBS = ("投资", "商贸", "科技", "化工", "机械", "钢铁")
_BUILDER = re.compile(
    r"中国铁路[\u4e00-\u9fff]{2,4}局集团(?:有限公司)?|(?:中铁|中交|中建|中冶|中核|中国水电|中电建)第?[一二三四五六七八九十]{1,3}(?:公局|航局|局|冶)"
    r"(?:集团)?(?:(?:股份)?有限公司|公司)?(?!面)"
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


def branded_companies(text: str, words: list[Word]) -> Iterator[Name]:
    """A word that is no common one and a line of business, as an item or as who did something."""
    for index, (brand, business) in enumerate(pairwise(words)):
        if brand.kind != "gap" or business.text not in _BUSINESSES or business.start != brand.end:
            continue
        before = text[brand.start - 1 : brand.start]
        after = text[business.end : business.end + 1]
        follows = words[index + 2] if index + 2 < len(words) else None
        acts = follows is not None and follows.start == business.end and follows.kind == "stop"
        listed = "、" in (before, after) or after == "等"
        led = not before.isalnum()
        if business.text in _ALSO_VERBS:
            good = led and listed and after in "、等"
        else:
            led = led or (index > 0 and words[index - 1].kind == "stop")
            good = led and (acts or (listed and (after == "等" or not after.isalnum())))
        if good and 2 <= len(brand.text) <= (2 if len(business.text) < 3 else 4):
            body = text[brand.start : business.end]
            yield Name(brand.start, business.end, "enterprise", "brand_and_business", body=body)


def numbered_builders(text: str) -> Iterator[Name]:
    """The state's builders by number: 中铁十四局, 中交一公局集团."""
    for match in _BUILDER.finditer(text):
        yield Name(match.start(), match.end(), "enterprise", "numbered_builder", body=match.group())


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
        and not any(_bounds(word, held) for word in held)
    )


def _are_names(items: list[list[Word]], what: str) -> bool:
    """Whether most items hold a word that is no common one, and not all are places."""
    proper = [held for held in items if any(word.kind in _PROPER for word in held)]
    places = all(word.kind in ("short", "region") for held in items for word in held)
    several = len(items) > 1 or bool(_NAMES_FOLLOW.search(what))
    return several and not places and len(proper) * 2 > len(items)
