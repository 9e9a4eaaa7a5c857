"""Bodies that neither a place nor a level names and that act at the head of a clause: 税务局组织收入, 军休所组织老干部
活动, 图书馆免费开放补助.

Of such bodies a place has one each, so in the report of a county, a city or one of their offices it is the
reporting place's own. Of posts there are many (派出所, 村委会), and only a township's report means its own. A
count, a list and a noun behind them make classes: 图书馆5个, 公共图书馆藏书量, 综治中心规范化建设.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from baobiao.extract.organisations.endings import (
    CLASS_BODIES,
    FACILITIES,
    FORBIDDEN_NEXT,
    GENERIC,
    LOCAL_POSTS,
    NEED_STEM,
    ONE_EACH,
    SOFT,
    TOWN_CENTRES,
)
from baobiao.extract.organisations.issuer import Issuer
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import BUSINESS, Name, Row

_KINDS = (
    "department",
    "internal_unit",
    "institution",
    "court",
    "procuratorate",
    "association",
    "media",
)
_HEADS = ("", "。", "；", "，", "：", ":", ";", ",", "\n")
_LEADS = ("由", "其中", "目前", "年度", "期间")
_COPULAS = ("系", "即")  # 系水利管理站收到的水费
# What is done behind the body: a verb, or an adverb before one. Nouns behind it make it a kind or a thing.
_DEEDS = re.compile(
    "被|获|荣获|再|仅有|全年|全力|共|已|新登记|新受理|累计|(?:集中|专题)?学[习法]|组织(?!建设|机构|部)|管理(?=社区|辖区)|受理|审[查理核结]"
    "|调解(?=各类|成功|纠纷|案件|矛盾)"
    "|免费开放|用于|修缮|办理|承办|接待|举办|选派|派员|指派|征集|走访|排查|查处|立案|出动|收治|接种|征收|入库|完成|实施|推行|落实|编制"
)
_NO_DEEDS = tuple(
    "的 等 和 与 及 或 也 是 以及 之 内 中 设在 位于"
    " 建成 落成 投用 在建 筹建 新建 升级 启用 揭牌 竣工 开工 投入 投运".split()
)
# What is managed or watched over names such a body, whatever word it is: 河道管理所, 白蚁防治所.
_NEED_BUSINESS = tuple(
    "管理局 监督管理局 管理处 管理所 管理站 管理中心 监督站 质量监督站 保护站 防治所 防治站 检验所 检疫站"
    " 工作部 中心 服务中心".split()
)
_FORCES = ("大队", "支队")
# Of these, too, a place has one.
_HOUSES = ("新华书店", "妇幼保健院", "人武部")
_SOLE = tuple(
    "行政服务中心 政务服务中心 公证处 运管所 党校 消费者协会 消费者委员会"
    " 理论学习中心组 党委理论学习中心组 党组理论学习中心组 党工委理论学习中心组".split()
)
_SHORTEST, _LONG, _LONGEST = 3, 4, 14


def acting_bodies(
    text: str, words: Sequence[Word], suffixes: Mapping[str, str], issuer: Issuer
) -> Iterator[Name]:
    """The bodies that act, in the report of a local government or office; ``suffixes`` tells their kinds."""
    if not issuer.is_local:
        return
    row = Row(text, tuple(words))
    for index, word in enumerate(words):
        kind = suffixes.get(word.text) if word.kind == "suffix" else None
        if kind not in _KINDS and word.text not in _HOUSES:
            continue
        start = _start(row, index)
        if start >= 0 and acts(row, index):
            body = text[start : word.end]
            yield Name(start, word.end, suffixes[word.text], "bare_body", body=body)


def _start(row: Row, index: int) -> int:
    """Where the body begins that ends with the word with this index; -1 where it is none at the head of a clause."""
    ending, at = row.words[index], index
    while (before := row.before(at)) is not None and before.kind in (*BUSINESS, "gap", "ordinal"):
        if before.text in _LEADS or before.text in _COPULAS:
            break
        at -= 1
    start = row.words[at].start
    if not opens_clause(row.text, start) and (
        before is None or before.text not in (*_LEADS, *_COPULAS)
    ):
        return -1
    business = row.words[at:index]
    body = row.text[start : ending.end]
    if body in ONE_EACH or body in _SOLE:
        return start
    if not _SHORTEST <= len(body) <= _LONGEST or body in CLASS_BODIES or body in LOCAL_POSTS:
        return -1
    if not business:
        return -1 if ending.text in NEED_STEM or ending.text in _NEED_BUSINESS else start
    force = ending.text in _FORCES and business[-1].kind == "topic"  # 林政稽查大队
    if ending.text in LOCAL_POSTS and not force:
        return -1
    if all(word.text in GENERIC for word in business):
        return -1
    if business[0].text in SOFT and len(business) > 1:
        return -1  # 建设数字档案馆
    last = business[-1].text
    if ending.text.endswith("中心") and (last in FACILITIES or last in TOWN_CENTRES):
        return -1
    length = sum(len(word.text) for word in business)
    managed = ending.text in _NEED_BUSINESS
    managed = managed and (length >= _LONG or not ending.text.endswith(("中心", "部")))
    return start if managed or any(word.kind == "topic" for word in business) else -1


def opens_clause(text: str, start: int) -> bool:
    """Whether a clause begins there."""
    return text[max(0, start - 1) : start] in _HEADS


def acts(row: Row, index: int) -> bool:
    """Whether a verb follows the word with this index, so that what ends there does something."""
    ending, after = row.words[index], row.after(index)
    following = row.text[ending.end : ending.end + 1]
    if following in FORBIDDEN_NEXT.get(ending.text[-2:], FORBIDDEN_NEXT.get(ending.text[-1], "")):
        return False
    if after is None:
        return False
    verb = after.kind == "stop" and not after.text.startswith(_NO_DEEDS)
    return verb or bool(_DEEDS.match(row.text, ending.end))
