"""Bodies that have no place in their names and are singled out all the same: what the sentence founds, the
divisions of the office that reports, rooms called after who leads them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from baobiao.extract.organisations.endings import (
    FACILITIES,
    FOUNDING,
    GENERIC,
    NEED_PLACE,
    PERSONAL_ROOMS,
    REFORMING,
    SOFT,
    TASK_FORCES,
    TOWN_CENTRES,
)
from baobiao.extract.organisations.issuer import Issuer
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import BUSINESS, Name, Row, Stem

_PLAN = re.compile(
    "“[一二三四五六七八九十]{1,3}”(?:普法|规划)[\u4e00-\u9fff]{0,8}?(?:领导小组|专班|指挥部)(?:办公室)?"
)
# Task forces that say who heads them or that quote their task: 由局长任组长的清理整改工作小组, 成立“两违”整治专班.
_HEADED = re.compile(
    "(?:为|任|担任)(?:常务)?副?(?:总?组长|指挥长|召集人)[^，。；“”的]{0,30}的(?P<name>[\u4e00-\u9fff]{4,24}?"
    "(?:领导小组|工作小组|工作专班|专班|指挥部))(?!成员|组长|办公室)"
)
_QUOTING = re.compile(
    "(?:成立|设立)了?(?P<name>[\u4e00-\u9fff]{0,16}“[\u4e00-\u9fff]{1,10}”[\u4e00-\u9fff]{2,16}?"
    "(?:领导小组|工作小组|工作专班|专班|指挥部))"
    "|(?P<level>[省市区县])(?P<body>“[\u4e00-\u9fff]{1,10}”[\u4e00-\u9fff]{0,12}?(?:领导小组|指挥部|专班|整治办公室)|“[\u4e00-\u9fff]{2,8}”办(?:公室)?(?![理法公事案]))"
)
# A group that looks into an accident, called by its day: “11·1”一般高处坠落事故调查组.
_INQUIRY = re.compile(
    r"“\d{1,2}·\d{1,2}”[\u4e00-\u9fff]{2,20}?(?:事故调查组|调查评估工作组|评估工作组|调查组)"
)
_FOUNDED = ("中心", "管理局", "服务站")
_WHOLE_AREAS = ("全省", "全市", "全州", "全区", "全县", "全旗")
_PUSHES = tuple("创建 根治 推进 深化 促进 优化 加强 全面 防范 打击 预防 整治 治理".split())
_LONGEST_NAME = 24
_SHORTEST_TASK, _SHORTEST_NAMED = 4, 3
_LONGEST_DIVISION = 12
_NO_UNITS = ("之处", "入股", "持股", "参股", "控股", "配股", "个股", "合股", "炒股", "增股")
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余"
    "潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_PERSON = re.compile(f"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}")
_OF_PERSONS = ("品牌", "个人", "劳模", "名师")


def own_body(row: Row, issuer: Issuer, ending: Word, kind: str, stem: Stem) -> Name | None:
    """The body that ends with ``ending``, if the report itself singles it out.

    What a province or the state founds is mostly a class (支持企业设立研究开发中心), except for a purpose or with
    a name of its own.
    """
    if ending.text in TASK_FORCES and (plan := _of_plan(row, ending, kind)):
        return plan
    if ending.text in TASK_FORCES:
        return _of_area(row, ending, kind) or _founded(row, ending, kind)
    office = bool(issuer.name) and not issuer.is_government and not issuer.is_national
    named = _opens_with_name(stem)
    if (issuer.is_local or named) and ending.text.endswith(_FOUNDED) and ending.text in NEED_PLACE:
        found = _founded(row, ending, kind)
        return found if issuer.is_local or found is None else replace(found, rule="founded_name")
    if office and ending.text in ("处", "股"):
        return _division(row, ending, kind, stem)
    return _room(row, ending, kind, stem) if ending.text in PERSONAL_ROOMS else None


def _opens_with_name(stem: Stem) -> bool:
    """Whether a word that is no common one opens the name: 设立岚海新走廊金融服务中心, not 设立一站式服务中心."""
    first = stem.words[0] if stem.words else None
    return (
        first is not None
        and first.kind == "gap"
        and len(first.text) >= 3
        and not first.text.endswith(("式", "级", "型", "化"))
    )


def _of_plan(row: Row, ending: Word, kind: str) -> Name | None:
    """The task force of a plan by its number: “八五”普法工作领导小组, “十四五”规划编制领导小组."""
    plan = _PLAN.search(row.text, max(0, ending.start - _LONGEST_NAME), ending.end)
    if plan is None or plan.end() != ending.end:
        return None
    return Name(plan.start(), ending.end, kind, "bare_body", body=plan.group())


def task_forces(text: str) -> Iterator[Name]:
    """Task forces that the words around them single out, whatever their tasks are."""
    for match in _HEADED.finditer(text):
        task = re.sub("(?:工作)?(?:领导小组|工作小组|专班|指挥部)$", "", match["name"])
        if len(task) >= _SHORTEST_NAMED:
            yield Name(*match.span("name"), "department", "bare_body", body=match["name"])
    for match in _INQUIRY.finditer(text):
        yield Name(*match.span(), "team", "inquiry_group", body=match.group())
    for match in _QUOTING.finditer(text):
        if match["name"]:
            yield Name(*match.span("name"), "department", "bare_body", body=match["name"])
        elif not text[max(0, match.start() - 1) : match.start()].isalnum() or (
            text[match.start() - 1] in "由经据报被向接实与和"
        ):
            letter, body = match["level"], match["body"]
            span = (match.start("level"), match.end("body"))
            yield Name(*span, "department", "letter_body", letter=letter, body=body)


def _of_area(row: Row, ending: Word, kind: str) -> Name | None:
    """A task force for the whole of a place, or of a level, whatever its task is made of:
    全区旅游品质提升工作领导小组, 省推进数字经济发展领导小组."""
    last = at = row.index(ending)
    while (word := row.before(at)) is not None and word.text not in _WHOLE_AREAS:
        if word.kind == "letter":
            return _of_level(row, at - 1, ending, kind)
        if word.kind in ("region", "place"):  # 平潭综合实验区畜禽养殖污染整治工作领导小组
            place, body = word.text, row.text[word.end : ending.end]
            named = len(body) - len(ending.text) >= _SHORTEST_TASK
            return (
                Name(word.start, ending.end, kind, "place_body", place=place, body=body)
                if named
                else None
            )
        at -= 1
        small = word.kind == "class" or (word.kind == "stop" and len(word.text) == 1)
        small = small and word.text not in ("和", "与")  # 区防范和处置非法集资工作领导小组
        if small or word.text in FOUNDING or ending.start - word.start > _LONGEST_NAME:
            return None
    task = row.words[at:last]
    if word is None or all(part.text in GENERIC for part in task):
        return None
    body = row.text[word.start : ending.end]
    return Name(word.start, ending.end, kind, "area_task_force", body=body)


def _of_level(row: Row, at: int, ending: Word, kind: str) -> Name | None:
    """The task force of the level that the word with this index is, if it pushes or deepens something."""
    level, push, before = row.words[at], row.words[at + 1], row.before(at)
    led = before is None or before.kind == "stop"
    if push.text not in _PUSHES or not led:
        return None
    body = row.text[level.end : ending.end]
    return Name(level.start, ending.end, kind, "letter_body", letter=level.text, body=body)


def _founded(row: Row, ending: Word, kind: str) -> Name | None:
    """A body that is founded in this sentence, and so one of its kind, whatever its name is made of:
    成立旅游宣传推广中心, 成立全区餐饮业态提升行动领导小组."""
    last = at = row.index(ending)
    leads = FOUNDING | REFORMING if ending.text in TASK_FORCES else FOUNDING
    while (word := row.before(at)) is not None and word.text not in leads:
        at -= 1
        if (
            word.kind == "stop" and len(word.text) == 1
        ) or ending.start - word.start > _LONGEST_NAME:
            return None
    words = row.words[at:last]
    if word is None or all(part.text in GENERIC or part.kind == "class" for part in words):
        return None
    if ending.text not in TASK_FORCES and not _singles_out(words):
        return None
    if words[0].kind == "place":  # 成立青岭片区矛盾纠纷联合调处中心
        body = row.text[words[0].end : ending.end]
        return Name(word.end, ending.end, kind, "place_body", place=words[0].text, body=body)
    return Name(word.end, ending.end, kind, "bare_body", body=row.text[word.end : ending.end])


def _singles_out(words: Sequence[Word]) -> bool:
    """Whether words without a place make a centre one of its kind: 旅游宣传推广, not 数字经济 or 社区服务."""
    length = sum(len(word.text) for word in words)
    own = words[1:] if words[0].kind == "place" else words
    plain = all(word.kind in (*BUSINESS, "gap", "stop") for word in own)
    if words[-1].text in TOWN_CENTRES:
        return False
    facility = words[-1].text.endswith(tuple(FACILITIES)) and words[0].kind != "gap"
    return plain and length >= 4 and not facility


def _division(row: Row, ending: Word, kind: str, stem: Stem) -> Name | None:
    """A division of the office that reports, between marks or verbs: 调整民生处, not 落脚处."""
    index = row.index(ending)
    verb = row.before(index)
    words: tuple[Word, ...] = stem.words
    if verb is not None and verb.kind == "stop" and len(verb.text) == 2:  # 安全生产协调处
        stem = row.stem(index - 1)
        words = (*stem.words, verb)
    if stem.boundary != "open" or not words:
        return None
    start, leads, after = words[0].start, row.words[stem.index], row.after(index)
    before = row.text[max(0, start - 1) : start]
    led = leads.kind == "stop" and leads.end == start and len(leads.text) > 1
    led = led or not before.isalnum() or before in "为由"
    bounded = after is None or after.kind in ("stop", "suffix") or after.text in SOFT
    if row.text.endswith(_NO_UNITS, 0, ending.end):
        return None
    common = any(word.kind not in (*BUSINESS, "gap") for word in stem.words)
    if not led or not bounded or common or not 2 <= ending.start - start <= _LONGEST_DIVISION:
        return None
    return Name(start, ending.end, kind, "bare_body", body=row.text[start : ending.end])


def _room(row: Row, ending: Word, kind: str, stem: Stem) -> Name | None:
    """A room called after a person: 王建国品牌调解室, not 警务调解室."""
    if not stem.words or stem.boundary != "open" or stem.words[0].kind != "gap":
        return None
    who, *rest = stem.words
    if not _PERSON.fullmatch(who.text) or any(word.text not in _OF_PERSONS for word in rest):
        return None
    return Name(who.start, ending.end, kind, "local_post", body=row.text[who.start : ending.end])
