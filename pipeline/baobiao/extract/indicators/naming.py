"""What a number measures: the words around it put together so that the row can be read alone.

A name comes from the clause: what stands before the number (粮食产量20781吨), what stands behind a counted number
(组建13家企业创新联合体), or both. A clause that names too little takes its subject from what was named before
(``subjects``); a list with 分别 shares out its names (``coordination``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from baobiao.extract.indicators import phrases, vocabulary
from baobiao.extract.indicators.behind import Behind
from baobiao.extract.indicators.clauses import Marks, Sentence
from baobiao.extract.indicators.coordination import ratio_names, split_items
from baobiao.extract.indicators.directions import BETTERED, Directions
from baobiao.extract.indicators.grammar import Quantity
from baobiao.extract.indicators.memory import EQUALS
from baobiao.extract.indicators.own_names import OwnNames
from baobiao.extract.indicators.subjects import Subjects
from baobiao.extract.indicators.surroundings import Surroundings
from baobiao.extract.indicators.trimming import Trimmer
from baobiao.lexicon import Lexicon
from baobiao.model import Draft
from baobiao.words import tokenizer

_LISTED = re.compile(r"^[\s、和及与以]*$")
_MOVES_FROM = re.compile(r"(?:(?<!(?<!相)应)由|从(?![业事严紧优宽轻重速快]))[^，。；]{0,8}$")
_MOVES_TO = re.compile(r"[^。；]{0,24}?(?:到|至|\w为)")
_MORE_EARNED = re.compile("([人户亩]均年?)(?:可|能|预计)?增收$")
_PULLED = re.compile("分别(拉动\\w{2,12})")
_CONTRIBUTION = re.compile("(?:对\\w{2,12}?的?)?贡献率$")
_AREAS = frozenset(("亩", "公顷", "平方米", "平方公里", "公里"))  # 完成林分优化900亩
_MOVED_TO = re.compile(r"[\u4e00-\u9fff]{1,2}[到至为]")
_GROWTH = re.compile(r"(.{2,}?)(?<!自然)(增速|增幅|涨幅|降幅|增长率|增长速度|增长幅度|上涨幅度)")
_CHANGED_TO = re.compile(r"(?:调整|优化|演变|变化?|转变|改善|缩小|扩大|提高|降低)[为到至成]?")
_TOTALS = re.compile(r"[增升]至|[增加达]到|总数")
_GOAL = re.compile(
    r"(完成[\u4e00-\u9fff]{0,6}(?:任务|目标|计划|预算)数?)的?$|(超[过出]?[\u4e00-\u9fff]{0,6}(?:标准|目标|限值))$"
)
_STRUCTURE = re.compile(r"[^，]{2,16}?(?:结构|比例|之比)")
# 是2016年决算数的180倍: what a multiple is taken of is no part of what it measures.
_MULTIPLE_OF = re.compile("是(?:\\d{2,4}年度?|[上去]年)?(?:决算|预算|执行|实际|完成)数的$")
# 生产总值5万亿元、稳居全国前十强、增长4.8%: the rank between them names nothing.
_RANK = re.compile(
    r"^(?:[稳跃]?居|位[居列]|排名?|列|跻身|保持)[^、，]{0,8}?(?:第[一二三四五六七八九十\d]+位?|前[一二三四五六七八九十\d]+[位强名]?|首位|前列)、"
)
_TURNS = re.compile(r"(?:增长|下降|增加|减少|上升|提高|降低)$")
_TURNED = re.compile(r"[、和及与](?:增长|下降|增加|减少|上升|提高|降低)")
_KEEPS = re.compile(r"(?:年?均|都|继续|持续)*(?:保持|实现|取得|达到?|有)(?:了|在)?$")


def _without_new(name: str, left: str) -> str:
    """The name of a total that follows what was new of it: 新增企业46家，总数达550家."""
    return re.sub("新增|^新建(?=..)", "", name) if _TOTALS.search(left) else name


def _goal(words: str) -> str:
    """What the words say was fulfilled, of which a share follows; nothing where they do not."""
    match = _GOAL.search(words)
    return (match[1] or match[2]) if match else ""


@dataclass(frozen=True, slots=True)
class Named:
    """A quantity with its name.

    ``change`` is ``up`` or ``down``, empty for a level. ``earlier`` marks the first level of 由A增至B. ``anchor``
    is where the group of quantities begins that share the words before them.
    """

    quantity: Quantity
    name: str
    change: str
    rule: str
    anchor: int
    earlier: bool = False


def alike(group: list[Quantity]) -> list[Quantity]:
    """分别超98%和99%, 分别为310万吨和750万吨左右: what one approximator of a list says, it says of all."""
    first, last = group[0], group[-1]
    said = first.approximation if first.start < first.number else ""
    said = said or (last.approximation if last.start == last.number else "")
    return [replace(q, approximation=q.approximation or said) for q in group]


class Namer:
    """Names the quantities of one report, sentence by sentence in the order of the text."""

    def __init__(self, draft: Draft, lexicon: Lexicon, bounds: Marks) -> None:
        self.text = draft.folded
        self.around = Surroundings(draft, bounds)
        self.trimmer = Trimmer(tokenizer(lexicon))
        self.directions = Directions(lexicon)
        self.subjects = Subjects(draft, self.around, self.trimmer)
        self.memory = self.subjects.memory
        self.behind = Behind(self.around, self.trimmer, self.directions, self.memory)
        self.own_names = OwnNames(self.trimmer, self.directions, self.subjects, self.behind)

    def name_all(self, sentence: Sentence) -> list[Named]:
        """The quantities of a sentence with their names, in order."""
        self.memory.begin_sentence()
        named: list[Named] = []
        index = 0
        while index < len(sentence.quantities):
            group = self._group(sentence.quantities, index)
            before = sentence.quantities[index - 1].end if index else sentence.start
            self.memory.among(self.text[before : group[0].start])
            self.memory.step_aside(self.around.in_brackets(sentence, group[0]))
            named += self._name_group(sentence, index, group)
            index += len(group)
        return named

    def _group(self, quantities: Sequence[Quantity], index: int) -> list[Quantity]:
        """Quantities that stand as one list: ratio parts, 8批409项, 17.8%、4.8%和9.9%."""
        group = [quantities[index]]
        clause = self.around.bounds.before(group[0].start, "，；。：\n")
        apart = "分别" in self.text[clause : group[0].start]
        for following in quantities[index + 1 :]:
            between = self.text[group[-1].end : following.start]
            part = following.part > 1 and between in (":", "：")
            item = not following.part and len(between) <= 3 and _LISTED.match(between)
            alike = group[0].unit_kind == "ratio" and following.unit == group[0].unit
            item = item or (apart and alike and _TURNED.fullmatch(between))
            if not part and not item:
                break
            group.append(following)
        return group

    def _name_group(self, sentence: Sentence, index: int, group: list[Quantity]) -> list[Named]:
        quantities, first = sentence.quantities, group[0]
        previous = quantities[index - 1] if index else None
        behind = index + len(group)
        following = quantities[behind] if behind < len(quantities) else None
        edge = self.around.left_edge(sentence, first, previous)
        self.subjects.take_topic(sentence, first)
        left = self.around.words(edge, first.start)
        if first.part:
            return self._ratio(sentence, left, group)
        if len(group) > 1:
            if len(self.memory.pairs) == len(group) and not self.trimmer.phrase(
                left, keep_verbs=False
            ):  # 分别从1元、2元提高到3元、4元
                return self._settle(group, self.memory.pairs, "", False)
            actors = self.around.past_actor(edge, first.start)
            done = self.around.words(actors, first.start)
            if done.startswith("分别") and self.around.names_body(
                edge, actors
            ):  # 国税局、地税局分别组织税收4亿元和3亿元
                name = self.trimmer.phrase(done.removeprefix("分别"))
                return self._settle(alike(group), [name] * len(group), "", False)
            change, before = self.directions.read(left)
            names = self._shared_out(sentence, edge, left, before, group, change)
            if names:
                group = alike(group)
                rows = self._settle(group, names, change, self._moves(left, group[-1]))
                return [self._turned(row) for row in rows] if change else rows
            between = {self.text[a.end : b.start].strip() for a, b in pairwise(group)}
            if between != {""}:  # 、 with nothing named in between: each for itself
                apart = [
                    named
                    for place, quantity in enumerate(group)
                    for named in self._single(
                        sentence,
                        edge if place == 0 else group[place - 1].end,
                        [quantity],
                        group[place + 1] if place + 1 < len(group) else following,
                    )
                ]
                apart = self._of_one_thing(left, apart)
                if apart[0].earlier:  # 从4.6万元和1.7万元分别提高到…
                    apart = [replace(n, earlier=True, anchor=first.start) for n in apart]
                return apart
        return self._single(sentence, edge, group, following)

    def _of_one_thing(self, left: str, apart: list[Named]) -> list[Named]:
        """老城区8条、12.3公里道路改造, 96户、183人脱贫: the thing behind the last number is that of all."""
        lead = self.trimmer.phrase(left, keep_verbs=False)
        last = apart[-1]
        if last.rule != "after" or any(n.rule == "after" or n.change for n in apart[:-1]):
            return apart
        if lead and not lead.endswith(("区", "县", "市", "镇", "乡", "村", "城", "范围内")):
            return apart
        name = lead + last.name.removeprefix(vocabulary.opening_verb(lead))
        self.memory.name = self.memory.subject = name
        return [replace(n, name=name, rule="after") for n in apart]

    def _done_to_all(self, sentence: Sentence, edge: int, first: Quantity, name: str) -> str:
        """An item of a list with the verb that opens it: 新增企业5户、园区3个 are 新增 both."""
        mark = edge if self.text[edge] == "、" else edge - 1
        listed = self.text[mark] == "、" and any(q.end == mark for q in sentence.quantities)
        verb = vocabulary.opening_verb(self.memory.name) if listed else ""
        bare = not vocabulary.opening_verb(name) and not vocabulary.begins_with_verb(name)
        measure = vocabulary.without_measure(name) != name  # 接待游客9万人次、旅游收入8亿元
        return (
            verb + name
            if verb and bare and not (measure or vocabulary.is_predicate(name))
            else name
        )

    # -- one name, or one for each ---------------------------------------------------------------

    def _single(
        self, sentence: Sentence, edge: int, group: list[Quantity], following: Quantity | None
    ) -> list[Named]:
        """One name for quantities that stand side by side (8批409项), mostly for one alone."""
        memory, first, last = self.memory, group[0], group[-1]
        left = self.around.words(self.around.past_actor(edge, first.start), first.start)
        if left.endswith("等"):  # 甲校、乙校等6个项目: those that are listed do not act
            left = self.around.words(edge, first.start)
        left = _RANK.sub("", left)
        if last.unit == "倍":
            left = _MULTIPLE_OF.sub("是", left)
        change, before = self.directions.read(left)
        if not change and last.unit == "%" and _KEEPS.search(left):
            change = self.directions.behind(self.text[last.end : last.end + 8])
            before = _KEEPS.sub("", left) if change else before
        if last.rule == "doubling":
            change = change or "up"
        if (last.unit_kind == "classifier" or last.unit in _AREAS) and BETTERED.search(left):
            change = ""
        per_head = _MORE_EARNED.search(left)
        if per_head:  # 年产小龙虾9200吨，人均增收380元
            name = per_head[1] + "增收"
            return [Named(q, name, "up", "change", first.start) for q in group]
        if change:
            own = self.trimmer.phrase(phrases.without_comparison(before))
            counted = self._change_of(sentence, own, last, following)
            if counted and own:  # 完善提升20个服务站 does something to them
                change, own = "", ""
            elif counted:
                memory.name = memory.subject = counted
                return [Named(q, counted, change, "change", first.start) for q in group]
        if change:
            name, rule = self.subjects.complete(own, sentence, last)
            if name and not rule and vocabulary.without_measure(own) not in memory.subject:
                memory.subject = name
            if (
                not own and last.unit == "个百分点"
            ):  # 增长5.1%，回落7个百分点; 占比16%，上升0.8个百分点
                name = memory.share or (memory.grew and memory.grew + "增速")
            counts = last.unit_kind not in ("ratio", "currency")
            alike = memory.counted_in.get(last.unit, "") if counts else ""
            memory.name = name or alike or self.subjects.inherited(sentence, last)
            memory.grew = memory.name if last.unit == "%" and change == "up" else ""
            memory.share = ""
            earlier = before.endswith(("由", "从")) and self.text.startswith("转为", last.end)
            if earlier:  # 由下降2%转为增长8%
                return [Named(q, memory.name, change, "change", first.start, True) for q in group]
            return [Named(q, memory.name, change, rule or "change", first.start) for q in group]
        own, rule = self.own_names.of(sentence, left, last, following)
        if memory.moving and _MOVED_TO.fullmatch(left):  # 从39个拓展到91个
            own = ""
        own = "".join(phrases.set_against(own))
        name, carried = self.subjects.complete(own, sentence, last)
        if name and not carried and not left.startswith("其中"):
            name = self._done_to_all(sentence, edge, first, name)
        if not name:
            name, rule = self.subjects.inherited(sentence, last), "inherited"
            name = _without_new(name, left)
        growth = _GROWTH.fullmatch(name) if last.unit == "%" else None
        if growth:  # 物价涨幅从14.8%降到10%
            memory.name = memory.subject = memory.grew = growth[1]
            way = "down" if growth[2] == "降幅" else "up"
            earlier = self._moves(left, last)
            memory.moving = name if earlier else ""
            return [Named(q, growth[1], way, carried or rule, first.start, earlier) for q in group]
        # 占比, 完成预算, 折合: said in passing, what grows behind them is the subject.
        in_passing = carried == "share" or name.startswith(EQUALS)
        memory.name = memory.name if in_passing else name
        for quantity in group:
            memory.add_level(name, quantity.unit)
        memory.grew = ""
        memory.share = name if carried == "share" else ""
        if not carried and not vocabulary.is_predicate(name):
            memory.remember(name)
        earlier = self._moves(left, last)
        memory.moving = name if earlier else ""
        return [Named(q, name, "", carried or rule, first.start, earlier) for q in group]

    def _change_of(
        self, sentence: Sentence, own: str, quantity: Quantity, following: Quantity | None
    ) -> str:
        """The thing that a bare 增加 or 减少 leads to: 增加5000个学位; nothing where one stands before the verb."""
        bare = not own or vocabulary.is_verb(own)
        if quantity.unit_kind in ("ratio", "currency") or not bare:
            return ""
        noun = self.behind.noun(sentence, "", quantity, following)
        return "" if vocabulary.begins_with_verb(noun) else noun

    def _turned(self, row: Named) -> Named:
        """分别增长12%和下降5%: the second of a list has its own way."""
        turned = _TURNS.search(self.text, max(0, row.quantity.start - 3), row.quantity.start)
        change = self.directions.read(turned.group())[0] if turned else ""
        return replace(row, change=change) if change else row

    def _settle(
        self, group: list[Quantity], names: list[str], change: str, earlier: bool
    ) -> list[Named]:
        if not change:
            self.memory.pairs = names if earlier else []
            self.memory.levels += names
            self.memory.subject = names[-1]
        self.memory.name = names[-1]
        anchor = group[0].start
        return [
            Named(q, name, change, "respectively", anchor, earlier and not change)
            for q, name in zip(group, names, strict=True)
        ]

    def _shared_out(
        self,
        sentence: Sentence,
        edge: int,
        left: str,
        before: str,
        group: list[Quantity],
        change: str,
    ) -> list[str]:
        """One name for each number of a list: from its own items, or from the names given last."""
        memory, count = self.memory, len(group)
        last = memory.levels[-count:] if len(memory.levels) >= count else []
        if left == "占" and last:  # 分别用水9亿、2亿立方米，占72.9%、13.9%
            return [name + "占比" for name in last]
        if "分别" not in left:
            listed = phrases.without_comparison(before)
            if not listed:
                return last if change else []
            joint = "、|[和与]|城乡|存贷款|内外资" if change else "、|城乡|存贷款|内外资"
            alike = len({q.unit for q in group}) == 1 and re.search(joint, listed)
            return split_items(self.trimmer.phrase(listed), count) if alike else []
        measured, against = phrases.set_against(before)
        head = phrases.without_comparison(measured.split("分别")[0])
        own = self.trimmer.phrase(head, keep_verbs=False)
        items = split_items(self.trimmer.phrase(head), count) or split_items(own, count)
        if items:
            behind = before.split("分别")[1]
            against = against or phrases.against_others(behind) or _goal(behind)
            done = vocabulary.is_predicate(behind) or vocabulary.is_verb(behind)
            if vocabulary.is_measure(behind) or done:
                against = behind  # 牛、羊分别存栏3头、5头
            if behind.startswith("占"):  # 蓄水、引水分别占32%、50%; 甲、乙分别占全省的5%、6%
                against = "占比" if behind == "占" else behind.removesuffix("的")
            bare = all(vocabulary.is_measure(item) for item in items)
            lead = memory.subject if bare else ""  # 发放贷款9笔5亿元，笔数和金额分别增长
            return [phrases.join(lead, item) + against for item in items]
        apart = self._of_clause_before(sentence, group[0], own, count)
        if apart:
            return apart
        if vocabulary.is_rate_of_deeds(own) and len(memory.items) == count:
            return [vocabulary.rate_of(name, own) for name, _ in memory.items]
        goal = _goal(before)
        if last and goal:  # 分别完成任务的248%和219%
            return [name + goal for name in last]
        if own and "均" not in own:
            return [own] * count
        pulled = _PULLED.fullmatch(before)
        if last and pulled:  # 三次产业贡献率分别为…，分别拉动生产总值增长…
            return [_CONTRIBUTION.sub("", name) + pulled[1] for name in last]
        if last and not own:
            return [_without_new(name, left) for name in last]
        start = self.around.clause_start(sentence, edge - 1)
        clause = phrases.without_predicate(self.around.words(start, edge - 1))
        return split_items(self.trimmer.phrase(clause), count) or ([own] * count if own else [])

    def _of_clause_before(
        self, sentence: Sentence, first: Quantity, own: str, count: int
    ) -> list[str]:
        """垃圾、污水处理能力提高，处理率分别达到…: the things that the clause before lists, each with its measure."""
        things = re.split("[、和与及]", self.around.clause_before(sentence, first))
        seam = things[-1].find(own[:2]) if own else -1
        if len(things) != count or seam < 1:
            return []
        return [thing + own for thing in (*things[:-1], things[-1][:seam])]

    def _ratio(self, sentence: Sentence, left: str, group: list[Quantity]) -> list[Named]:
        own = self.trimmer.phrase(left, keep_verbs=False)
        if not own or _CHANGED_TO.fullmatch(own):  # 三次产业结构进一步优化，调整为8:41:51
            match = _STRUCTURE.match(self.around.clause_before(sentence, group[0]))
            own = self.trimmer.phrase(match.group()) if match else self.memory.subject
        self.memory.subject = own
        earlier = self._moves(left, group[-1])
        return [
            Named(q, name, "", "ratio", group[0].start, earlier)
            for q, name in zip(group, ratio_names(own, len(group)), strict=True)
        ]

    def _moves(self, left: str, last: Quantity) -> bool:
        """Whether the level is the first of 由A增至B, not an amount that 由中央 pays."""
        return bool(_MOVES_FROM.search(left) and _MOVES_TO.match(self.text, last.end))
