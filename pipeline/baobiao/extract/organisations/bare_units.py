"""Units of an office that neither a place nor a level names and that the sentence shows to be bodies: by the officer
behind them (开发管理局副局长), by who acts for them (营销部人员), by being set up (设立文秘科), by the money that the
accounts give them (追加皮防院人员工资), by what they counted (据农委统计), or as the office of a committee that does
something (道安办牵头).

Whose unit it is the report leaves open, so it keeps the name that the report gives it. A class is none: 各科室,
派出所所长, 承办.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from baobiao.extract.organisations.acting import acts, opens_clause
from baobiao.extract.organisations.ending_kinds import HOUSES, SOCIETIES, STATIONS, TEAMS
from baobiao.extract.organisations.endings import CLASS_BODIES, NEED_PLACE, ONE_EACH
from baobiao.extract.organisations.issuer import Issuer
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import BUSINESS, Name, Row

_OFFICERS = {
    "局": "(?:党[委组])?副?(?:局长|书记)",
    "部": "副?(?:部长|主任|经理)",
    "科": "副?科长",
    "股": "副?股长",
    "处": "副?处长",
    "办": "(?:常务)?副?主任",
    "中心": "副?主任|负责人",
}
_STAFF = "[\u4e00-\u9fff]{0,2}人员"
_SHOWN = re.compile(
    "|".join(f"{head}(?={officers})" for head, officers in _OFFICERS.items())
    + f"|[部科股处](?={_STAFF})"
)
_SET_UP = re.compile(
    "(?:设立|成立|组建|增设)了?(?P<unit>[\u4e00-\u9fff]{2,6}[科股])(?=[、,，。;；和对负])"
)
_SUB_CENTRE = re.compile(
    "(?<=[(、含和])(?P<unit>(?!含|设立)[\u4e00-\u9fff]{2,6}?分中心)(?=[)、，。等和])"
)
# An office that reports what it counted: 据农委统计.
_SOURCE = re.compile(
    "(?<!数)据(?P<unit>(?!有关|相关|各|主管|统计|初步|不完全)[\u4e00-\u9fff]{1,5}?(?:委|局|办))(?=统计|提供|测算|监测|反映|初步|数据)"
)
# A body whose money the accounts tell of: 增加红十字会人员经费, 追加医患调处中心修缮费用.
_FUNDED = re.compile(
    r"(?:(?:(?:主要的?)?原因[是为]|主要的?原因|由于|是因为)(?:由于)?(?:\d{4}年度?)?(?:增加|追加|减少)?了?|(?:增加|追加|减少|安排|拨付|下拨)了?|用于|支付)"
    r"(?P<unit>(?!增加|追加|减少|人员|项目|上级|下属|所属|乡镇|各|全|本|其他|相关|基层|村|社区|农村|直属|在职|离退)"
    r"[\u4e00-\u9fff]{2,12}?)"
    r"(?=(?:的|临聘|留守|在职|编外|聘用|退休|事业|机关)?人员(?:[\u4e00-\u9fff]{0,3}经费|[\u4e00-\u9fff]{0,4}工资|支出|变动|的)"
    r"|的?(?:工作|行政|日常|办公|机构|专项|项目|业务|人员|运行)*(?:经费|工资|业务费)|本级|本部|人员转隶|人员划转|修缮|固定资产|专项资金|日常办公|新任|并入)"
)
_STATIONS_ON_AIR = ("电视台", "广播电视台", "融媒体中心")
_FUNDED_BODIES = tuple("中心 馆 团 宫 协会 管理局 实验站 工作站".split())
_ACTS = re.compile(
    "牵头|统筹|负责|配合|会同|联合|督[促查]|通报|下发|印发|主任|工作人员|备案|要求|意见|反馈|同意|审[批核定]|批复|[和及与、，。；)]"
)
# A unit by which something is done: 由职成教科负责.
_BY_UNIT = re.compile(
    "(?:由|责成|交)(?P<unit>(?!各|相关|有关|业务|责任|主管)[\u4e00-\u9fff]{2,6}[科股])(?=在|负责|牵头|组织|统一|根据|按照|会同|进行|审|办理|承办)"
)
_MEANS = tuple("代理 亲自 全程 异地 一窗 一网 跨省 随时 提前 掌上".split())  # 亲自办 is a verb
_OF_MANY = ("科室", "部", "有关", "相关")
_LONGEST, _SHORTEST = 8, 3


def bare_units(text: str, words: Sequence[Word], issuer: Issuer) -> Iterator[Name]:
    """The units in the report of an office, a county or a zone; above, a bare unit may be anybody's."""
    if not issuer.name or issuer.is_national:
        return
    for match in _SOURCE.finditer(text):
        yield _unit(text, *match.span("unit"))
    if not issuer.is_local:
        return
    row = Row(text, tuple(words))
    ends = {word.end: index for index, word in enumerate(words)}
    for match in _FUNDED.finditer(text):
        last = ends.get(match.end("unit"))
        if last is not None and _is_funded(match["unit"], words[last], row.before(last)):
            funded = _unit(text, *match.span("unit"))
            one = match["unit"] == words[last].text  # of which a place has one: 广播电视台
            yield replace(funded, rule="bare_body") if one else funded
    for match in _SHOWN.finditer(text):
        unit = _shown(row, ends.get(match.end()))
        if unit is not None:
            yield unit
    led = {word.end for word in words if word.kind == "stop"}
    for match in _SET_UP.finditer(text):
        if match.start("unit") in led:
            yield replace(_unit(text, *match.span("unit")), rule="bare_body")  # the issuer's own
    for match in _BY_UNIT.finditer(text) if not issuer.is_government else ():
        yield replace(_unit(text, *match.span("unit")), rule="bare_body")
    for match in _SUB_CENTRE.finditer(text):
        yield _unit(text, *match.span("unit"))
    for index, word in enumerate(words):
        if word.text.endswith("办") and word.text not in ("镇办", "乡办"):  # all of a county's
            office = _office_for_short(row, index)
            if office is not None and (
                _ACTS.match(text, word.end)
                or (opens_clause(text, office.start) and acts(row, index))
            ):
                own = issuer.is_government
                yield replace(office, rule="bare_body") if own else office


def _is_funded(unit: str, last: Word, before: Word | None) -> bool:
    """Whether what gets money is one body: 红十字会, 皮防院, 医患调处中心, 挂职办, not 单位 or 学校."""
    if last.kind != "suffix":
        office = last.text == "办" and before is not None and before.kind in ("topic", "gap")
        house = last.kind == "gap" and last.text.endswith("宫")
        return (office and len(unit) == _SHORTEST) or house
    if unit == last.text:
        return any(
            unit in ones
            for ones in (ONE_EACH, STATIONS, SOCIETIES, HOUSES, TEAMS, _STATIONS_ON_AIR)
        )
    committee = last.text == "委" and len(unit) == _SHORTEST  # 老龄委
    return committee or (last.text.endswith(_FUNDED_BODIES) and len(unit) - len(last.text) >= 2)


def _shown(row: Row, index: int | None) -> Name | None:
    """The unit whose last word is the one with this index, up to a mark, a verb or another body on its left."""
    if index is None or row.words[index].kind != "suffix":
        return None
    end, at = row.words[index].end, index
    while (word := row.before(at)) is not None and word.kind in (*BUSINESS, "gap"):
        at -= 1
    start = row.words[at].start
    bounded = word is None or word.kind == "stop"
    body = row.text[start:end]
    known = body in NEED_PLACE or body in CLASS_BODIES or body.startswith(_OF_MANY)
    if not bounded or known or at == index or not _SHORTEST <= len(body) <= _LONGEST:
        return None
    return _unit(row.text, start, end)


def _office_for_short(row: Row, index: int) -> Name | None:
    """The office of a committee that ends with the word with this index: 安办, 道安办, 消防办; not 承办."""
    word, before = row.words[index], row.before(index)
    at = index
    if word.text == "办":
        if before is None or before.kind not in ("topic", "gap") or len(before.text) not in (2, 4):
            return None
        if before.kind == "gap" and len(before.text) != 2:
            return None
        if before.text in _MEANS:
            return None
        at = index - 1
        first = row.before(at)
        pair = first is not None and before.kind == "topic" and first.kind in BUSINESS
        if pair and first is not None and len(first.text) == len(before.text) == 2:
            at -= 1  # 平安 + 法治 + 办
    elif word.kind != "suffix":
        return None
    elif before is not None and before.kind == "gap" and len(before.text) == 1:
        at = index - 1  # 道 + 安办
    leads = row.before(at)
    if leads is not None and leads.kind != "stop":
        return None
    return _unit(row.text, row.words[at].start, word.end)


def _unit(text: str, start: int, end: int) -> Name:
    return Name(start, end, "internal_unit", "shown_unit", body=text[start:end])
