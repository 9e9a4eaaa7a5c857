"""Words that are one place or one office together: 君山 + 片区, 市 + 高新区 + 管委会, 防汛 + 办."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from baobiao.extract.organisations.vocabulary import (
    AREAS,
    KINDS_OF_ZONES,
    LETTERS,
    QUARTERS,
    ZONES,
)

_ZONE_BODIES = ("管委会", "管理委员会", "党工委")
_WITHIN_ZONES = ("topic", "plain", "gap", "national")
# What offices of a river are for.
_OF_RIVER = re.compile(
    "(?:河道|工程|流域|航道|航运|航务|灌区|水利|水文)[\u4e00-\u9fff]{0,6}?(?:管理局|管理处|管理委员会|水利委员会|公安局|法院)"
)
_OF_TOWNS = (
    "政府",
    "党委",
    "人民政府",
    "社区卫生服务中心",
    "卫生院",
    "派出所",
    "司法所",
    "综合",
    "中心",
)
_OF_AREAS = ("党工委", "管委会", "管理局", "开发管理局", "综合执法")
_GOVERNMENTS = ("政府", "国务院")
_CAMPAIGNS = ("整治", "治理", "攻坚", "提升", "整改", "创建", "推进")
_LONGEST_TASK = 4
_LONG_WORD = 4
_NATURE = tuple("湾岛港湖河江岭坪洲")
_STREETS = ("路", "街", "桥")
_OTHER_THAN_OFFICE = "理法学事案公结好成班校会展件证复"
_WITH = ("会同", "会商")  # 区法制办 + 会同


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of text in its place. ``kind`` is ``region short place letter area national topic plain stop
    class guard suffix known`` for words of the vocabulary, ``gap ordinal latin quoted`` for the rest."""

    start: int
    end: int
    text: str
    kind: str


def with_offices(text: str, words: list[Word]) -> list[Word]:
    """办 behind a business is an office where a place, a level or a government leads to it: 县防汛办, 市政府金融办,
    not 督促整改办."""
    for index, word in enumerate(words):
        other = text[word.end : word.end + 1] in tuple(_OTHER_THAN_OFFICE)
        other = other and not text.startswith(_WITH, word.end)
        if word.text != "办" or index < 2 or other:
            continue
        if _is_long_office(words, index):  # 区城中村治理办
            words[index - 1] = replace(words[index - 1], kind="topic")
            words[index] = replace(word, kind="suffix")
            continue
        business, leads = words[index - 1], words[index - 2]
        beside = leads.end == business.start and business.end == word.start
        both = business.kind == leads.kind == "topic"
        both = both or (leads.kind == "topic" and business.text in _CAMPAIGNS)
        if beside and both and index > 2:  # 县党史方志办, 区畜禽整治办
            beside, leads = words[index - 3].end == leads.start, words[index - 3]
        if (
            beside
            and (
                business.kind == "topic"
                or business.text in _CAMPAIGNS
                or (
                    leads.kind in ("letter", "region", "place")
                    and business.kind == "gap"
                    and len(business.text) == 2
                )
                or (
                    (leads.kind in ("letter", "region") or leads.text.endswith(_GOVERNMENTS))
                    and _is_own(words, index, business)
                )
            )
            and (
                leads.kind in ("letter", "region", "place", "short")
                or leads.text.endswith((*_GOVERNMENTS, "省委", "市委", "区委", "县委"))
            )
        ):
            words[index - 1] = replace(business, kind="topic")
            words[index] = replace(word, kind="suffix")
    return words


def _is_long_office(words: list[Word], index: int) -> bool:
    """Whether the word with this index ends the office of a level for a task of several words, before a mark or a
    verb: 区垃圾分类办."""
    after = words[index + 1] if index + 1 < len(words) else None
    if after is not None and after.start == words[index].end and after.kind != "stop":
        return False
    at = index
    while at > 0 and words[at - 1].end == words[at].start and index - at < _LONGEST_TASK:
        before = words[at - 1]
        if before.kind in ("letter", "region"):
            leads = words[at - 2] if at > 1 and words[at - 2].end == before.start else None
            long = index - at >= 2 or len(words[at].text) >= _LONG_WORD  # 县以工代赈办
            return long and (leads is None or leads.kind == "stop")
        if before.kind not in ("topic", "plain", "gap") and before.text not in _CAMPAIGNS:
            return False
        at -= 1
    return False


def _is_own(words: list[Word], index: int, business: Word) -> bool:
    """Whether 办 ends the office of a campaign that a level has: 省提升办, before a mark or a verb."""
    after = words[index + 1] if index + 1 < len(words) else None
    alone = after is None or after.start != words[index].end or after.kind == "stop"
    return business.kind in ("stop", "plain", "gap") and len(business.text) == 2 and alone


def with_governments(words: list[Word]) -> list[Word]:
    """政府 behind a place is its government where an office of it follows: 常德市 + 政府 + 法制 + 办; a business of
    governments (政府投资) is one word of the office's name: 柞水县 + 政府投资 + 审计中心."""
    guards = [at for at, word in enumerate(words) if word.kind == "guard"]
    for index in reversed(guards):
        if index == 0 or index + 1 == len(words):
            continue
        leads, word, after = words[index - 1 : index + 2]
        beside = leads.end == word.start and word.end == after.start
        placed = leads.kind in ("region", "short", "place", "letter")
        if not (beside and placed and word.text.startswith("政府")):
            continue
        if word.text == "政府法制" and (after.kind == "suffix" or after.text == "办"):
            seam = word.start + 2
            words[index : index + 1] = [
                Word(word.start, seam, "政府", "suffix"),
                Word(seam, word.end, "法制", "topic"),
            ]
        elif after.kind in ("topic", "suffix"):
            words[index] = replace(word, kind="topic")
    return words


def with_places(text: str, words: list[Word]) -> list[Word]:
    """Joins a name and the kind of area after it into one place: 君山 + 片区, 平潭 + 综合实验区. A place in
    brackets is part of the name around it: 大佳(平潭)律师事务所."""
    joined: list[Word] = []
    for word in _with_whole_names(text, words):
        if word.kind in ("region", "short", "county", "gap") and _in_brackets(text, word):
            word = Word(word.start - 1, word.end + 1, f"({word.text})", "quoted")
        if word.text == "集团" and _in_brackets(text, word):  # 江南造船(集团)有限责任公司
            word = Word(word.start - 1, word.end + 1, "(集团)", "topic")
        river = word.kind == "gap" and 2 <= len(word.text) <= 3 and word.text[-1] in "江河湖"
        if river and _OF_RIVER.match(text, word.end):
            word = replace(word, kind="place")  # 汉江河道管理局, 长江航运公安局
        before = joined[-1] if joined and joined[-1].end == word.start else None
        if before is not None and before.kind == "short" and word.text in _NATURE:
            joined[-1] = Word(before.start, word.end, before.text + word.text, "gap")  # 君山湾
            continue
        if word.kind == "area" and (street := _street(joined, word)):
            joined[-2:] = [street]
            continue
        bounds = len(joined) < 2 or before is None or joined[-2].end != before.start
        bounds = bounds or joined[-2].kind in ("stop", "quoted")
        if before is not None and word.text == "城镇" and _is_town(text, before, word, bounds):
            joined[-1] = Word(before.start, word.end, before.text + word.text, "place")
            continue
        own = word.text == "片区" and text.startswith(_OF_AREAS, word.end)
        own = own or (word.text in ("镇", "乡") and bounds and text.startswith(_OF_TOWNS, word.end))
        own = own and before is not None and before.kind == "plain" and len(before.text) == 2
        if before is not None and (own or _makes_place(before, word)):
            joined[-1] = Word(before.start, word.end, before.text + word.text, "place")
            continue
        if word.kind == "area":
            counted = before is not None and before.text.endswith("个")  # 三个片区
            kind = "class" if counted else "letter" if word.text in LETTERS else "guard"
            managed = before is not None and before.kind == "letter" and kind == "guard"
            if managed and text.startswith("管理", word.end):
                kind = "topic"  # 县水库管理处
            word = Word(word.start, word.end, word.text, kind)
        joined.append(word)
    return joined


def _with_whole_names(text: str, words: list[Word]) -> Iterator[Word]:
    """The words with the names of places that hold another place's whole: 西乡 in 海西乡村 is no county, and the
    character that no word covers goes with it: 六 + 盘山; so before a post of a town: 泾 + 河源 + 派出所."""
    held: Word | None = None  # an unknown word, given out when it is known where it ends
    for index, word in enumerate(words):
        beside = held if held is not None and held.end == word.start else None
        after = words[index + 1] if index + 1 < len(words) else None
        lone = beside is not None and len(beside.text) == 1 and beside.text != "有"
        of_post = word.kind == "short" and after is not None and after.start == word.end
        of_post = of_post and after is not None and after.text in (*_OF_TOWNS, "镇", "乡")
        leads = words[index - 2] if index > 1 and beside is not None else None
        leads = leads if leads is not None and beside and leads.end == beside.start else None
        of_post = of_post and (leads is None or leads.kind in ("stop", "quoted"))
        if beside is not None and lone and (word.kind == "county" or of_post):
            held = Word(beside.start, word.end, beside.text + word.text, "gap")
            continue
        if held is not None:
            yield held
            held = None
        if word.kind == "county":
            unknown = beside is not None and beside.text != "有"
            word = replace(word, kind="gap" if unknown else "short")
        if word.kind == "gap":
            held = word
        else:
            yield word
    if held is not None:
        yield held


def with_zones(words: list[Word]) -> list[Word]:
    """A zone is a place before its own administration, with its name or level: 市高新区管委会, 古城 + 景区 +
    管委会, not 各高新区管委会; one that a city has one of needs neither."""
    joined: list[Word] = []
    for index, word in enumerate(words):
        before = joined[-1] if joined and joined[-1].end == word.start else None
        body = words[index + 1] if index + 1 < len(words) else None
        governed = body is not None and body.start == word.end and body.text in _ZONE_BODIES
        if (
            governed
            and word.kind in ("guard", "plain", "topic")
            and word.text.endswith(KINDS_OF_ZONES)
        ):
            named = before is not None and (
                before.kind == "letter" or (before.kind == "gap" and 2 <= len(before.text) <= 4)
            )
            # 经济开发区管委会 at the head of a clause or of an item is that of the county.
            alone = before is None and len(word.text) >= _LONG_WORD
            if (
                named
                or alone
                or (word.text in ZONES and (before is None or before.kind != "class"))
            ):
                name = joined.pop().text if named else ""
                word = Word(word.start - len(name), word.end, name + word.text, "place")
        joined.append(word)
    return joined


def with_industrial_zones(words: list[Word]) -> list[Word]:
    """A zone that is called by its place and by what it is for, before its own administration: 揭阳 + 产业转移 +
    工业园 + 管委会."""
    joined = list(words)
    for index, body in enumerate(words):
        if body.text not in _ZONE_BODIES or index < 3 or words[index - 1].text not in AREAS:
            continue
        first = index - 2
        while first and words[first].kind in _WITHIN_ZONES and index - first <= 5:
            first -= 1
        stretch = words[first:index]
        beside = all(a.end == b.start for a, b in pairwise([*stretch, body]))
        if beside and stretch[0].kind in ("short", "region") and len(stretch) > 2:
            text = "".join(word.text for word in stretch)
            joined[joined.index(stretch[0]) : joined.index(body)] = [
                Word(stretch[0].start, body.start, text, "place")
            ]
    return joined


def _in_brackets(text: str, word: Word) -> bool:
    return text[word.start - 1 : word.start] == "(" and text[word.end : word.end + 1] == ")"


def _street(joined: list[Word], area: Word) -> Word | None:
    """A quarter that is called by its road, whose name may be a common word: 望江 + 路 + 街道; or a town by its
    mountain: 天台 + 山 + 镇."""
    if len(joined) < 2:
        return None
    named, road = joined[-2:]
    beside = named.end == road.start and road.end == area.start
    mountain = road.text == "山" and named.kind == "short"
    if not beside or not (road.text in _STREETS or mountain):
        return None
    if named.kind not in ("short", "plain", "topic", "gap"):
        return None
    return Word(named.start, area.end, named.text + road.text + area.text, "place")


def _is_town(text: str, before: Word, word: Word, bounds: bool) -> bool:
    """Whether 城镇 ends the name of a town before a house of its own: 潭城镇社区卫生服务中心, 潭城镇政府. ``bounds``
    tells that a mark or a verb stands before the name."""
    named = before.kind == "gap" and len(before.text) == 1 and before.text not in "小新大老中各"
    return named and bounds and text.startswith(_OF_TOWNS, word.end)


def _makes_place(before: Word, word: Word) -> bool:
    """Whether a word and the kind of area after it are one place."""
    if word.text in ("州", "县", "旗", "实验区") and before.kind == "short":  # 玉树州, 澜沧县
        return True
    if word.text == "街道" and before.text in QUARTERS:
        return True
    if word.text == "社区":
        return before.kind == "short" or (before.kind == "gap" and len(before.text) in (2, 3))
    return (
        word.kind == "area"
        and not before.text.endswith("个")
        and (
            before.kind in ("region", "short", "place")
            or (before.kind == "gap" and 2 <= len(before.text) <= (6 if word.text == "水库" else 4))
        )
    )
