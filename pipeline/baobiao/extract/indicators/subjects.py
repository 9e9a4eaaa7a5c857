"""Subjects that are carried: 取保候审2人 takes the case before the colon, 产量27190吨 the crop named before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from baobiao.extract.indicators import amounts, deeds, kinds, phrases, vocabulary
from baobiao.extract.indicators.case import Case, Found
from baobiao.extract.indicators.clauses import Sentence
from baobiao.extract.indicators.grammar import Quantity
from baobiao.extract.indicators.memory import Memory
from baobiao.extract.indicators.neighbours import Neighbours
from baobiao.extract.indicators.surroundings import Surroundings
from baobiao.extract.indicators.trimming import Trimmer
from baobiao.model import Draft

_INCLUDING = re.compile(r"^(?:其中)?(?:包括|包含|不?含)(?=[\u4e00-\u9fff]{2})")  # (含基金2亿元)
_MOVING = re.compile(r"^(?:推动|促进|促使|确保|保持)(?=\w{4})")  # 推动制造业增加值增长6%
_TOTAL = re.compile(r"(?:合计|共计|总计|总共|共)+")
# 价格呈现“四升三降”格局：, 分行业看：: how the list looks, not what it is of.
_LOOKS = re.compile(
    r"(?:呈现?|保持)出?(?:“[^”]{1,12}”|\w{0,8})的?(?:格局|态势|特点|局面|趋势|势头)$"
    r"|^(?:从|按|分)\w{1,6}(?:来看|看|分)$"
)
_AGAINST = re.compile(
    r"(?:相比|比较)，?([\u4e00-\u9fff()]{2,24}?)(?:增加|减少|增长|下降|上升|提高|降低|增支|持平)"
)
_SUM = re.compile(r"(?:以上)?(?:合计|总计|共计)(?:为|达)?")
_SHORTEST_SUM = 3
# 全年不少于6次 says how often what the clause before tells of is done.
_PLACE = re.compile(r"\w{1,5}[省市县区州旗镇乡]")
_OF_PLACE = re.compile(rf"{_PLACE.pattern}(\w{{2,12}})")
_OFTEN = re.compile(
    "(?:全年|每年|每月|每季度|每季|每周|每学期|年均|月均)?(?:安排|举行)?共?(?:不少于|不低于|至少|各)?"
)
_KEPT_UP = re.compile("^(?:坚持|落实|执行|推行|实行)(?=.{4})")  # 坚持会前学法，全年安排7次
_PLANNED = re.compile("(?:年度)?计划(总)?投资$")  # 年度计划投资5亿元，实际完成4亿元
_TIMES = frozenset(("次", "场", "场次", "期", "轮"))
# 比上个规划期的12亿元增加3亿元: what is compared with is what was named before.
_COMPARED = re.compile(
    r"[比较](?![重例率值价分大小高低多好])(?:\w{0,10}(?:期间?|年度)|预算\w{0,4}|(?:年度?)?(?:决算|执行|实际|完成|同期)(?:\w{0,3}数)?|[上前]一?[个届])?的?|恢复[到至](?:疫情)?前?"
)
# 其中增长较快的“一五”时期, 一九八〇: a time that stands for what was named before.
_TIME = re.compile(
    r"(?:\w{1,8}的)?“[一二三四五六七八九十]+五”(?:时期|期间)|[一二三四五六七八九〇零]{4}年?|[同本]期|都是|均为?"
)
_FILLERS = frozenset(("", "实际", "转为", "变为", "年度", "都", "均"))
_CARRIED_OUT = re.compile(
    r"^\w{0,10}?(?:共|积极|全面|深入|扎实)+(?:组织)?(?:开展|实施|推进)(?=\w{3})"
)
_TITLED = re.compile(r"“([^“”]{2,14})”$")
_MOVES = frozenset(("由", "从", "已由", "已从"))
_LONGEST_MEASURE = 32

RULES: tuple[Callable[[Case], Found | None], ...] = (
    deeds.licences,
    amounts.spent_on_item,
    kinds.that,
    kinds.noted,
    kinds.per_head,
    kinds.per_population,
    kinds.per_place,
    kinds.of_an_owner,
    kinds.of_institution,
    kinds.kinds,
    kinds.grades,
    kinds.including,
    kinds.shared,
    kinds.yields,
    kinds.topic,
    kinds.attributive,
    amounts.of_account,
    amounts.spending,
    deeds.discipline,
    deeds.supervised,
    deeds.outcome,
    deeds.predicate,
    deeds.rate,
    amounts.share,
    amounts.number_of_cases,
    amounts.outlay,
    amounts.measure,
    deeds.state,
    amounts.flow,
    deeds.said_before,
    deeds.published,
    deeds.held,
    deeds.verb,
)
"""How a clause that names too little is completed; the first that knows how, does."""


class Subjects:
    """Puts a carried subject before words that name too little."""

    def __init__(self, draft: Draft, around: Surroundings, trimmer: Trimmer) -> None:
        self._around = around
        self._trimmer = trimmer
        self.near = Neighbours(draft, around, trimmer)
        self.memory = Memory()

    def take_topic(self, sentence: Sentence, quantity: Quantity) -> None:
        """Words before a colon are the subject of the list behind it, up to ； or 。"""
        memory, bounds = self.memory, self._around.bounds
        if memory.topic and quantity.start >= memory.topic_limit:
            memory.topic = ""
        colon = max(bounds.before(quantity.start, "：:"), sentence.start)
        if colon <= sentence.start or colon == memory.topic_end:
            return
        if quantity.start > bounds.after(colon, "；。\n"):
            return
        words = self._around.words(
            max(sentence.start, bounds.before(colon - 1, "，；。：\n()")), colon - 1
        )
        head = _CARRIED_OUT.sub("", self._trimmer.phrase(_LOOKS.sub("", words)))
        if re.search(r"\d", words):
            head = ""  # 地方投资拉动投资增长10.7个百分点：中直投资完成9亿元
        memory.topic_end = colon
        memory.topic_limit = min(sentence.end, bounds.after(quantity.end, "；。\n)"))
        memory.topic = head if 2 <= len(head) <= 30 and not phrases.announces(words) else ""

    def complete(self, own: str, sentence: Sentence, quantity: Quantity) -> Found:
        """The full name and, where a subject was carried in, the rule that did it."""
        often = bool(_OFTEN.fullmatch(own)) and quantity.unit in _TIMES
        if own in _FILLERS or _COMPARED.fullmatch(own) or _TIME.fullmatch(own) or often:
            return "", ""
        if vocabulary.without_measure(own) != own or own.endswith(("投资", "寿命")):
            own = _MOVING.sub("", own)
        case = Case(own, sentence, quantity, self.memory, self._around, self.near, self._trimmer)
        if case.in_brackets:
            case = replace(case, own=_INCLUDING.sub("", own))
        for rule in RULES:
            found = rule(case)
            if found is not None:
                return found
        self.memory.acted = ""
        return case.own, ""

    def inherited(self, sentence: Sentence, quantity: Quantity) -> str:
        """The name for a number whose clause names nothing: 达到282亿元."""
        noted = self._around.noted(sentence, quantity)
        if len(noted) > 2:  # 刑事立案数（同比下降13%）
            return self._trimmer.phrase(noted)
        compared = _AGAINST.match(self._around.text, quantity.end)
        if compared:  # 与2014年9万元相比，运行费下降5%
            return self._trimmer.phrase(compared[1])
        found = self._how_often(sentence, quantity) or self._said_before(sentence, quantity)
        found = found or self._total(sentence, quantity)
        moving, self.memory.moving = self.memory.moving, ""
        last = self.memory.name
        if last.endswith(("率", "比重", "占比")) and quantity.unit_kind == "classifier":
            last = ""  # a rate is not counted
        if "完成" in self._around.words(
            self._around.clause_start(sentence, quantity.start), quantity.start
        ):
            last = _PLANNED.sub("完成\\1投资", last)
        return (
            moving
            or found
            or self.near.measure_heading(sentence, quantity)
            or last
            or self.near.heading(quantity)
        )

    def _extreme(self, before: str) -> str:
        """甲县年降水量最大，为1284毫米；乙县最小，为803毫米: the second is measured like the first."""
        found = phrases.extreme(before)
        measured = _OF_PLACE.fullmatch(self.memory.name)
        return found + measured[1] if measured and _PLACE.fullmatch(found) else found

    def _how_often(self, sentence: Sentence, quantity: Quantity) -> str:
        """What the clause before says is done so many times: 邀请专家授课，全年不少于6次."""
        own = self.near.whole_clause(sentence, quantity)  # empty behind a time: 全年
        done = self._around.clause_before(sentence, quantity)
        if not (own == "" or _OFTEN.fullmatch(own)) or quantity.unit not in _TIMES:
            return ""
        done = _KEPT_UP.sub("", self._trimmer.phrase(done))
        return done if 4 <= len(done) <= _LONGEST_MEASURE else ""

    def _total(self, sentence: Sentence, quantity: Quantity) -> str:
        """What a list adds up to: the whole whose parts it gives, or 合计 alone. 甲费1元；乙费2元，合计3元."""
        own, levels = self.near.whole_clause(sentence, quantity), self.memory.levels
        if not _SUM.fullmatch(own) or len(levels) < _SHORTEST_SUM:
            return ""
        parts = "其中" in self._around.text[sentence.start : quantity.start]
        return levels[0] if parts else "合计"

    def _said_before(self, sentence: Sentence, quantity: Quantity) -> str:
        """What the clause or the sentence before measures, or says has grown."""
        trim, around = self._trimmer.phrase, self._around
        before = trim(around.clause_before(sentence, quantity)).removesuffix("方面")
        if before.startswith("用于"):  # 小学教育200万元。主要用于…，较上年减少5万元
            return ""
        found = (
            phrases.what_was_built_on(before)
            or phrases.measured(before)
            or trim(phrases.grown(before))
            or phrases.moved(before)
            or self._extreme(before)
            or phrases.broken_through(before)
        )
        if found:
            return found
        own = self.near.whole_clause(sentence, quantity)
        if _TOTAL.fullmatch(own) and 3 <= len(before) <= 24:
            return before
        measure = before.endswith("总值") or vocabulary.without_measure(before) != before
        moves = own in _MOVES and not vocabulary.ends_in_verb(before)  # 合作银行，由35个增加到…
        if (measure or moves) and len(before) <= _LONGEST_MEASURE:
            return before  # 工农业总产值，比上年增长5.5%
        found = trim(phrases.grown(around.sentence_before(sentence, quantity)))
        if 3 <= len(found) <= 14:
            return found
        titled = _TITLED.search(before) if quantity.unit_kind == "classifier" else None
        return titled[1] if titled else ""  # 被评为“枫桥式调解室”，全区共3个
