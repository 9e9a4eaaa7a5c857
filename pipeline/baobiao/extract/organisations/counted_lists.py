"""Bodies that a list names behind their number: 民营医疗机构3个(和谐医院、广仁骨科医院、百年颐康老年护理院).

Who counts bodies and lists as many knows each of them, whatever its name is made of. Kinds are none:
学校3所(幼儿园、小学、中学).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import Name
from baobiao.numerals import parse

_COUNTED = re.compile(
    r"(?P<count>\d{1,3})[个家所户支][\u4e00-\u9fff]{0,8}"
    r"(?:\((?:包括|即|为|分别为|分别是|含)?:?(?P<inside>(?:[^()\n。；]|\([^()]{1,12}\)){6,400})\)"
    r"|(?::|，?(?:分别[为是]|即|包括):?)(?P<behind>(?:[^()\n。；，]|\([^()]{1,12}\)){6,400})[。；，])"
)
# 包括办公室、政治处、公诉科3个机关行政处室: the units of an office, of which it says how many they are.
_LISTED = r"[\u4e00-\u9fff]{2,16}?(?:\([^()\n]{1,30}\))?"
_UNITS = re.compile(
    rf"(?:包括|包含|下设|内设|设有|设立|设|：)(?P<items>{_LISTED}(?:[、和]{_LISTED})+?)等?"
    r"(?P<count>\d{1,2}|[二两三四五六七八九]|十[一二三四五六七八九]?)个[\u4e00-\u9fff]{0,6}?(?:处室|科室|股室|庭室|机构|部门|处|科)"
)
_UNIT = re.compile("[\u4e00-\u9fff]{1,14}(?:室|处|科|局|队|中心|庭|办|部|所|股|委|组|馆|站)")
_ITEM = re.compile(r"(?:[^、()]|\([^()]*\))+")
_ALIAS = re.compile(r"\([^()]*\)$")
_HAN = re.compile(r"[\u4e00-\u9fff]{3,16}")
_KINDS_OF_COUNTED = ("乡镇", "街道", "普通", "中心", "综合", "专科", "公立", "民营", "社区", "各")
_LEAST = 2


def counted_bodies(text: str, words: Sequence[Word], suffixes: Mapping[str, str]) -> Iterator[Name]:
    """The items of each such list, if as many as were counted end like bodies; ``suffixes`` tells their kinds."""
    endings = {word.end: word for word in words if word.kind == "suffix"}
    for match in _COUNTED.finditer(text):
        group = "inside" if match["inside"] else "behind"
        start = match.start(group)
        items = [
            (start + item.start(), start + item.start() + len(_ALIAS.sub("", item.group())))
            for item in _ITEM.finditer(match[group])
        ]
        named = [(a, b) for a, b in items if b in endings and _is_name(text[a:b])]
        if len(items) == int(match["count"]) >= _LEAST and len(named) * 3 >= len(items) * 2:
            for a, b in named:
                kind = suffixes.get(endings[b].text, "institution")
                yield Name(a, b, kind, "counted_in_list", body=text[a:b])


def counted_units(text: str) -> Iterator[Name]:
    """The units of an office in a list that ends with how many they are."""
    for match in _UNITS.finditer(text):
        items = list(_items(match["items"]))
        count = match["count"]
        number = int(count) if count.isdigit() else int(parse(count.replace("两", "二")))
        if number == len(items) and all(_UNIT.fullmatch(match["items"][a:b]) for a, b in items):
            for place in items:
                start, end = (match.start("items") + at for at in place)
                yield Name(start, end, "internal_unit", "bare_body", body=text[start:end])


def _items(listed: str) -> Iterator[tuple[int, int]]:
    """The spans of a list's items without what they add in brackets; 和 inside a name divides nothing:
    林业产业和国有林场管理科."""
    for item in _ITEM.finditer(listed):
        parts = [(item.start(), item.end())]
        joint = item.group().find("和")
        if joint > 0 and _UNIT.fullmatch(_ALIAS.sub("", item.group()[:joint])):
            parts = [(item.start(), item.start() + joint), (item.start() + joint + 1, item.end())]
        for start, end in parts:
            yield start, start + len(_ALIAS.sub("", listed[start:end]))


def _is_name(item: str) -> bool:
    """Whether an item can be more than the kind of body that it ends in: 皮肤病防治所, 中医院, not 小学."""
    return bool(_HAN.fullmatch(item)) and not item.startswith(_KINDS_OF_COUNTED)
