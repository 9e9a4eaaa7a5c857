"""Laboratories by what they work on: 白云鄂博稀土全国重点实验室, 生物育种钟山实验室."""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.extract.organisations.centres import start_before, word_before
from baobiao.extract.organisations.company_lists import are_names, listed_items
from baobiao.extract.organisations.ending_kinds import STATE_LABORATORIES
from baobiao.extract.organisations.endings import FOUNDING, SOFT, TECHNICAL
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import PLACES, Name

_OF_THE_STATE = re.compile("|".join(STATE_LABORATORIES))
_LISTED = re.compile(
    r"(?P<items>[\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{2,4}?)+)"
    r"(?:等|[\d一二三四五六七八九十两]+[个家])+(?:省级?|国家级?|重点)*实验室"
)
_LONGEST_NAME = 4
_OF_TWO = re.compile("[与和](?P<second>[\u4e00-\u9fff]{3,8}?)(?P<ending>实验室)")
_SHORTEST_OF_TWO = 3
_SHORTEST_FIELD, _LONGEST_FIELD = 4, 12


def state_laboratories(text: str, words: list[Word]) -> Iterator[Name]:
    """The laboratories of the state whose field stands before what they are: 煤炭绿色开采全国重点实验室."""
    for match in _OF_THE_STATE.finditer(text):
        start = _field_before(words, match.start())
        if match.start() - start >= _SHORTEST_FIELD:
            yield _laboratory(text, start, match.end())


def laboratories_with_field(text: str, words: list[Word], names: list[Name]) -> Iterator[Name]:
    """Laboratories whose field stands before their place or name: 生物育种钟山实验室."""
    at = {word.end: index for index, word in enumerate(words)}
    for name in names:
        if name.letter or not text.endswith("实验室", name.start, name.end):
            continue
        start = name.start
        while (index := at.get(start)) is not None and _is_of_field(words[index]):
            start = words[index].start
        land = at.get(start)
        if land is not None and start < name.start and words[land].kind in PLACES:
            start = words[land].start  # 长三角安全人工智能安徽省实验室
        bound = at.get(start)
        led = bound is None or words[bound].kind in ("stop", "class") or words[bound].text in SOFT
        if led and _SHORTEST_FIELD <= name.start - start <= _LONGEST_FIELD:
            yield _laboratory(text, start, name.end)


def listed_laboratories(text: str, words: list[Word]) -> Iterator[Name]:
    """Laboratories by their names alone, in a list of such: 紫金山、太湖等实验室, not 材料、能源等实验室."""
    for match in _LISTED.finditer(text):
        start, end = match.span("items")
        inside = [word for word in words if start <= word.start and word.end <= end]
        items = list(listed_items(text, inside, start, end))
        fit = all(2 <= b - a <= _LONGEST_NAME for a, b, _ in items)
        if fit and are_names([held for _, _, held in items], ""):
            for a, b, _ in items:
                body = text[a:b] + "实验室"
                yield Name(a, b, "institution", "listed_laboratory", body=body)


def laboratories_of_two_fields(text: str, words: list[Word]) -> Iterator[Name]:
    """Laboratories called by two fields: 干细胞与再生医学实验室. One field alone is a class: 医学实验室."""
    for match in _OF_TWO.finditer(text):
        start = start_before(words, match.start("second") - 1)
        first = text[start : match.start("second") - 1]
        inside = [word for word in words if start <= word.start < match.start("ending")]
        plain = all(
            word.kind in ("plain", "topic", "gap") or word.text in "与和" for word in inside
        )
        named = min(len(first), len(match["second"])) >= _SHORTEST_OF_TWO
        counted = text[match.end() : match.end() + 1].isdigit()
        if plain and named and not counted:
            yield _laboratory(text, start, match.end())


def _is_of_field(word: Word) -> bool:
    common = word.kind in ("plain", "topic", "gap", "latin") and len(word.text) > 1
    return word.text in TECHNICAL or (common and word.text not in SOFT | FOUNDING)


def _field_before(words: list[Word], end: int) -> int:
    """Where the field of a laboratory begins: 煤炭绿色开采 may end in what is a verb elsewhere."""
    last = word_before(words, end)
    if last is None or last.text not in TECHNICAL:
        return start_before(words, end)
    return start_before(words, last.start)


def _laboratory(text: str, start: int, end: int) -> Name:
    return Name(start, end, "institution", "laboratory", body=text[start:end])
