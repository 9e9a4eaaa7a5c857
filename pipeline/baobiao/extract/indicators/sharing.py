"""What one number of a list says for all: 16所高校、48个学科入选名单, 净增个体户8万户、合作社500户."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from baobiao.extract.indicators.naming import Named

_GRADE = r"(?:(?:特大|大|中|小|微)型|(?:国家|[省市州县区旗部]|自治区|[十百千万]{0,2}亿)级)"
# What a counted thing did or met with: 学科入选名单.
_DID = re.compile(
    r"(?<=[\u4e00-\u9fff”])新?(?:入选|受到|获评|获批|荣获|获得|获|列入|纳入|进入|跻身|通过|被|受益|参加|参与|落户"
    r"|投产|投用|(?:现场|书面)?述[法职]|参训|持证|投入|开工|竣工|完工|建成|通车|上市|上线|达标|脱贫|摘帽|实现|开展|完成|安装|配备)(?!数|率|额).*$"
)
_MET_WITH = re.compile("(?:受到|获评?|荣获|获得|入选|被).+")  # 9个集体、26人次受到表彰
_PEOPLE = frozenset(("人", "人次", "名"))
_DOES = re.compile("[获被受入]")  # such a thing says itself what it met with
_NET_BEFORE = re.compile(r"(?:净[增减]|减少)[^，。；、\d]*$")
# What is done to all of a list: 5万千瓦机组、20台锅炉节能改造.
_TREATED = re.compile(
    r"(?<=\w{2})(?:(?:超低排放|节能|节水|数字化|智能化|适老化|技术|提标|升级|雨污分流|综合|老旧|更新|危房|清洁能源)+)?"
    r"(?:改造(?:提升)?|整治|治理|更新|修缮|加固)$"
)
_DOING = frozenset(("", "完成", "实施", "推进", "启动", "开展", "推动"))
_SEAMS = ("、", "和", "及", "与")
_LONGEST_LEAD = 24


def shared(text: str, named: Sequence[Named]) -> list[Named]:
    """The quantities of a sentence, each with what the first or the last of its list says for it."""
    rows = list(named)
    for index in range(1, len(rows)):
        rows[index] = _net(text, rows[index - 1], rows[index])
    for index in range(len(rows) - 1, 0, -1):
        rows[index - 1] = _done(text, rows[index - 1], rows[index])
    return rows


def _net(text: str, led: Named, item: Named) -> Named:
    """净增个体户8万户、合作社500户; 减少税负3500亿元、收费2000亿元: both are changes."""
    between = text[led.quantity.end : item.quantity.start]
    start = max(0, led.anchor - _LONGEST_LEAD)
    net = led.change and _NET_BEFORE.search(text, start, led.anchor)
    if item.rule == "before" and between == "、" + item.name and (net or led.rule == "net_listed"):
        return replace(item, change=led.change, rule="net_listed")
    return item


def _done(text: str, item: Named, last: Named) -> Named:
    """What the last thing of a list did or had done to it, the things before it had too."""
    between = text[item.quantity.end : last.quantity.start]
    thing, seam = between[:-1], between[-1:]
    if not thing or seam not in _SEAMS:
        return item
    did = _DID.search(last.name) or (last.quantity.unit in _PEOPLE and _MET_WITH.match(last.name))
    if did and item.rule == "after" and item.name.endswith(thing) and not _DOES.search(thing):
        return replace(item, name=item.name + did.group())
    treated = _TREATED.search(last.name)
    if treated and item.rule == "measure":  # a capacity among the things: its subject is not theirs
        return replace(item, name=thing + treated.group(), rule="after")
    if treated and item.name.endswith(thing) and item.name.removesuffix(thing) in _DOING:
        return replace(item, name=item.name + treated.group())
    kind = re.match(f"{_GRADE}(.+)", last.name)
    if kind and re.fullmatch(_GRADE, thing) and item.name.endswith(thing):
        return replace(item, name=item.name + kind[1])  # 3个国家级、5个省级实验室
    return item
