"""Groups that are sent to inspect, by their number and by who sends them: 中央第五生态环境保护督察组,
国务院第三督查组, 省第二生态环境保护督察组, 省政府督查组, 区党工委第二巡察组.

Without a number or without a sender a group is none: 督查组, 各巡察组.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import Name

_NUMBER = r"第[一二三四五六七八九十0-9]{1,3}"
_FIELD = r"(?:生态环境保护|生态环保|环境保护|环保|安全生产|土地)?"
_TASK = r"(?:督[察查导]|巡[视察查回]|考核|检查|暗访)组"
_OF_THE_CENTRE = re.compile(rf"(?:中央|国务院(?:安委会)?){_NUMBER}{_FIELD}{_TASK}")
_OF_A_LEVEL = re.compile(rf"(?P<level>[省市县区])(?P<body>{_NUMBER}{_FIELD}{_TASK})")
_OF_A_GOVERNMENT = re.compile(rf"(?:{_NUMBER})?{_FIELD}{_TASK}")
_OF_A_COMMITTEE = re.compile(rf"(?:{_NUMBER}|[一二三四五六七八九十]{{1,2}}|专项)?(?:巡察|巡视)组")
# 县纪委监委驻水利局纪检监察组: the group of a commission that sits in an office.
_RESIDENT = re.compile("派?驻[\u4e00-\u9fff]{0,14}?纪检(?:监察)?组")
_COMMISSIONS = ("纪委", "监委", "纪律检查委员会", "监察委员会", "纪检监察工委", "纪工委")
_GROUPS = {
    "government": _OF_A_GOVERNMENT,
    "department": _OF_A_GOVERNMENT,
    "party": _OF_A_COMMITTEE,
}


def inspection_groups(text: str, words: Sequence[Word]) -> Iterator[Name]:
    """The groups of a text; those of a level only where the level opens a word: 省, not 各省."""
    for match in _OF_THE_CENTRE.finditer(text):
        yield Name(match.start(), match.end(), "team", "inspection_group", body=match.group())
    levels = {word.start for word in words if word.kind == "letter"}
    shut = {word.end for word in words if word.kind not in ("stop", "suffix")}
    for match in _OF_A_LEVEL.finditer(text):
        start, end = match.span()
        if start in levels and start not in shut:
            letter, body = match["level"], match["body"]
            yield Name(start, end, "team", "inspection_group", letter=letter, body=body)


def groups_of_bodies(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The groups right behind the government or the committee that sends them: 省政府督查组, 区委第二巡察组; and the
    groups that a commission has in an office."""
    for name in names:
        resident = _RESIDENT.match(text, name.end) if name.body.endswith(_COMMISSIONS) else None
        if resident:
            before = next((n for n in names if n.end == name.start), None)
            if before is not None and before.body.endswith(_COMMISSIONS):
                # 县纪委 + 县监委 + 驻局纪检组
                name = replace(before, end=name.end, body=before.body + text[name.start : name.end])
            body, kind = resident.group(), "internal_unit"
            yield Name(name.start, resident.end(), kind, "part_of_whole", body=body, whole=name)
        groups = _GROUPS.get(name.kind)
        group = groups.match(text, name.end) if groups and name.rule != "own_place" else None
        if group:
            body = group.group()
            yield Name(name.start, group.end(), "team", "part_of_whole", body=body, whole=name)
