"""Branches that are named by the body they belong to and by where they are or what they do: 协和医院平潭院区,
居然之家海拉尔店, 国家实验室的 …油菜试验基地."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import BUSINESS, PLACES, Name

_ENDINGS = {
    "enterprise": re.compile("旗舰店|分店|店"),
    "hospital": re.compile("院区|分院"),
    "association": re.compile("代表处|办事处|分会"),
    "department": re.compile("基地|分中心|所(?![属有在需长])"),
    "institution": re.compile("基地|(?:创新|研究|科创|分)中心|创新平台"),
    "school": re.compile("(?:创新|研究|科创)中心|创新平台"),
}
_FIELDS = ("institution", "school")  # they have branches by their field, too: 油菜试验基地
_LONGEST = 4


def branches(text: str, words: Sequence[Word], names: Iterable[Name]) -> Iterator[Name]:
    """Each found name that a place (or a field) and the ending of a branch follow, as one name with them."""
    at = {word.start: index for index, word in enumerate(words)}
    names = list(names)
    parts = {
        name.start: (name.end, name.kind) for name in names
    }  # 平潭分院服务中心 of 协和医院平潭分院服务中心
    for name in names:
        if name.end not in at or name.kind not in _ENDINGS:
            continue
        if name.kind == "enterprise" and parts.get(name.end, (0, ""))[1] == name.kind:
            end = parts[name.end][0]  # 福建省电力有限公司 + 青山供电公司
            yield Name(name.start, end, name.kind, "branch_of_place", body=text[name.start : end])
            continue
        end = _end_of_branch(text, words[at[name.end] :][: _LONGEST + 1], name)
        if end:
            end = max(end, parts.get(name.end, (0, ""))[0])
            yield Name(name.start, end, name.kind, "branch_of_place", body=text[name.start : end])


def _end_of_branch(text: str, words: Sequence[Word], name: Name) -> int:
    """Where the branch ends that the words after a name make; 0 where they make none."""
    end, placed = name.end, False
    for word in words:
        if (placed or name.kind in _FIELDS) and (found := _ENDINGS[name.kind].match(text, end)):
            return found.end() if end > name.end else 0
        if word.start != end or word.kind not in (*PLACES, *BUSINESS, "gap"):
            return 0
        if not placed and word.kind not in PLACES and name.kind not in _FIELDS:
            return 0
        end, placed = word.end, True
    return 0
