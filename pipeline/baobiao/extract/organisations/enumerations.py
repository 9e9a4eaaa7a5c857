"""Brands in a list that says what they are: 引进华为、富士康等知名企业.

Without the list a brand is a word like any other; before 等…企业 each item is a company, unless the items
are lines of business (纺织、服装等企业).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.extract.organisations.lexing import Word
from baobiao.extract.organisations.stems import Name

_LIST = re.compile(
    r"(?P<items>[\u4e00-\u9fffA-Za-z0-9、]{2,60}?)等(?P<what>[\u4e00-\u9fff\d]{0,10}?)(?P<head>企业|公司|民企|央企|外企|车企|药企|商超)(?!家)"
)
_NAMES_FOLLOW = re.compile(
    r"知名|著名|龙头|头部|重点|骨干|领军|标杆|链主|现有|国有|金融|优质|优秀|\d家|上市|大型|央|外"
)
_PROPER = ("gap", "latin", "known", "ordinal", "short")
_BOUNDS = ("stop", "class", "guard")
_LINES = ("行业", "领域", "产业", "企业", "单位", "机构", "危险源")
_SHORTEST, _LONGEST = 2, 8


def listed_companies(text: str, words: list[Word]) -> Iterator[Name]:
    """The items of lists of companies, each as a name."""
    for match in _LIST.finditer(text):
        spans = list(_items(match, words))
        if not spans:
            continue
        inside = [[word for word in words if a <= word.start < b] for a, b in spans]
        if any(word.kind in _BOUNDS for item in inside for word in item):
            continue
        if match["what"].startswith(("地", "省", "市", "区", "老")) or any(
            text[b - 2 : b] in _LINES for _, b in spans
        ):
            continue
        if not all(_SHORTEST <= b - a <= _LONGEST for a, b in spans):
            continue
        proper = [item for item in inside if _is_proper(item)]
        places = all(word.kind in ("short", "region") for item in inside for word in item)
        enough = len(proper) * 2 > len(spans) and not places
        if enough and (len(spans) > 1 or _NAMES_FOLLOW.search(match["what"] + match["head"])):
            for a, b in spans:
                yield Name(a, b, "enterprise", "listed_company", body=text[a:b])


def _items(match: re.Match[str], words: list[Word]) -> Iterator[tuple[int, int]]:
    """The spans between the marks; the first begins behind the last word that bounds names."""
    start, end = match.span("items")
    first_end = match["items"].find("、")
    first_end = end if first_end < 0 else start + first_end
    bounds = [
        word.end
        for before, word in zip([None, *words], words, strict=False)
        if start <= word.start
        and word.end <= first_end
        and word.kind in _BOUNDS
        # 诺和诺德 is one brand: a single character before 和 is no item of its own.
        and not (word.text == "和" and before and before.kind == "gap" and len(before.text) == 1)
    ]
    at = max(bounds, default=start)
    for item in re.finditer(r"[^、]+", match.string[at:end]):
        yield at + item.start(), at + item.end()


def _is_proper(item: list[Word]) -> bool:
    return any(word.kind in _PROPER for word in item)
