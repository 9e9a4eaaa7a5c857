"""Branches that are named by the body they belong to and by where they are: 协和医院平潭院区, 居然之家海拉尔店."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import PLACES, Name

_ENDINGS = {
    "enterprise": re.compile("旗舰店|分店|店"),
    "hospital": re.compile("院区|分院"),
    "institution": re.compile(
        "基地|分中心|[\u4e00-\u9fff]{0,4}(?:创新中心|创新平台|研究中心|分中心)"
    ),
}
_ENDINGS["department"] = _ENDINGS["institution"]


def branches(text: str, words: Iterable[Word], names: Iterable[Name]) -> Iterator[Name]:
    """Each found name that a place and the ending of a branch follow directly, as one name with them."""
    places = {word.start: word.end for word in words if word.kind in PLACES}
    names = list(names)
    parts = {name.start: name.end for name in names}  # 平潭分院服务中心 of 协和医院平潭分院服务中心
    for name in names:
        if name.end not in places or name.kind not in _ENDINGS:
            continue
        ending = _ENDINGS[name.kind].match(text, places[name.end])
        if ending:
            end = max(ending.end(), parts.get(name.end, 0))
            yield Name(name.start, end, name.kind, "branch_of_place", body=text[name.start : end])
