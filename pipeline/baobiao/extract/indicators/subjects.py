"""Subjects that are carried: 取保候审2人 takes the case before the colon, 产量27190吨 the crop named before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from baobiao.extract.indicators import coordination, phrases, vocabulary
from baobiao.extract.indicators.clauses import Sentence
from baobiao.extract.indicators.grammar import Quantity
from baobiao.extract.indicators.phrases import Trimmer
from baobiao.extract.indicators.surroundings import HARD, Surroundings
from baobiao.model import Draft

_SHARE = re.compile(
    r"占|(?:完成|为)(?:年初|调整|全年|年度|本年)?(?:预算|计划|目标任务|任务|目标)|超(?:额完成)?(?:年初|年度|全年)?(?:投资)?(?:预算|计划|任务|目标)"
)
_SHARE_OF = re.compile(r"(?<=\w{2})占(?![地用比])")
_SHARED = re.compile(r"(?<=\w{2})占(?![地用比])\w{2,}$")
_MADE = re.compile(r"(?<=\w{2})(?:总?产值|产量|销售额|销售收入|营业收入)$")
_INCLUDING = re.compile(r"^(?:其中)?(?:包括|包含|不?含)(?=[\u4e00-\u9fff]{2})")  # (含基金2亿元)
_MOVING = re.compile(r"^(?:推动|促进|促使|确保|保持)(?=\w{4})")  # 推动制造业增加值增长6%
_TOTAL = re.compile(r"(?:合计|共计|总计|总共|共)+")
# 比上个规划期的12亿元增加3亿元: what is compared with is what was named before.
_COMPARED = re.compile(
    r"[比较](?![重例率值价分大小高低多好])(?:\w{0,10}(?:期间?|年度)|预算\w{0,4}|[上前]一?个)?的?"
)
# 其中增长较快的“一五”时期, 一九八〇: a time that stands for what was named before.
_TIME = re.compile(
    r"(?:\w{1,8}的)?“[一二三四五六七八九十]+五”(?:时期|期间)|[一二三四五六七八九〇零]{4}年?|[同本]期|都是|均为?"
)
_YIELD = re.compile(r"(产量|产能)$")
_PRODUCT = re.compile(
    r"(?!.*(?:[量数额率]|产能|[进出]口|库存|储备|销售|消费|收购|入库|投放|供应|[增减]产|新增|能力|总产|规模|排放|其中))[\u4e00-\u9fff]{1,4}"
)
_PER_HEAD = re.compile(r"(?:全[国省市区县])?[年月]?(?:人均|户均|平均)(?:每[人户])?")
_DESTINATION = re.compile(r"(?:用于|投向|流向|来自)(?!.*的)")  # 支出100亿元，87%用于教育
# 这一比例比全省高: the measure that was named last.
_THAT = re.compile(r"(?:[这该]一?[项个]?|上述)(?:比例|比重|占比|指标|数字|数值|数据|水平)")
_ATTRACTS = frozenset(("吸引", "服务", "带动", "辐射", "接待"))
_HELD = frozenset(("举办", "开展", "组织", "召开", "承办", "举行"))
_HOLDS = re.compile(
    r"(?:组织)?(?:举办|开展|召开|承办|举行)了?([\u4e00-\u9fff“”]{2,12}"
    r"(?:活动|会议?|集市|讲座|培训班?|演练|展演?|赛|演出|论坛|沙龙|宣讲|巡演|课堂|行动|检查))(?=[，。；])"
)
_CARRIED_OUT = re.compile(
    r"^\w{0,10}?(?:共|积极|全面|深入|扎实)+(?:组织)?(?:开展|实施|推进)(?=\w{3})"
)
_SPEAKS_OF = re.compile(
    r"(\w{3,14}?(?:建设|改造|工程|治理|整治|项目))(?:工作)?(?:取得|成效|进展|扎实|稳步|全面|顺利|加快|有序|持续|不断|深入)\w{0,10}"
)
_PUBLISHED = re.compile("(?:主动)?(?:发布|公开|公布|推送)(?:各类|相关)?(?:信息)?")
_FIELD = re.compile(r"(?:推进|加强|深化|做好|强化|抓好|推动|扎实)(\w{2,16}?)信息公开")
_CHANNEL = re.compile("(?:微博|公众号|网站|平台|客户端|微信|媒体|抖音|视频号)$")
_NEAR = 160  # characters; further back the paragraph speaks of other things
_CASES = re.compile("案件(?:数量?|总数|总量)")
_FILLERS = frozenset(("", "实际", "转为", "变为", "年度", "都", "均"))
_PULL = re.compile(r"拉动|对.{2,12}(?:贡献|拉动)")
_NO_SUBJECT = re.compile(
    r"加快|提高|提升|推进|增强|改善|优化|加强|深化|完善|扎实|全面|显著|持续|坚持|(?:情况|说明|方面|工作|措施|成效|问题|改革|力度|管理|水平|能力|机制|体系|建设|治理|服务)$"
)
_LONGEST_MEASURE = 32
_TITLED = re.compile(r"“([^“”]{2,14})”$")
_NO_THING = re.compile(r"[的了看]$|工作|力度|水平|机制|保障")
_GOALS = ("目标", "比率", "任务", "指标")
# What was found wrong is no subject of the penalties behind it: 检查企业9家次，整改隐患8项，立案查处7起.
_WRONG = re.compile(r"(?:责令|督促)?(?:整改|发现|排查|消除)\w{0,6}(?:隐患|问题)")
_PENALTIES = re.compile(r"(?:立案|查处|立案查处|行政处罚|处罚|罚款|罚没款?|责令停产\w*|约谈)")


@dataclass(slots=True)
class Memory:
    """What a sentence has named so far.

    ``topic`` are the words before a colon, good up to ``topic_limit``; ``subject`` is the last name that stood
    alone, ``name`` the last of all, ``counted`` the noun that the last quantity took from behind it, ``levels``
    the names of the sentence's levels, to which 分别增长 refers, ``moving`` what 由A leads from, until B is met.
    """

    topic: str = ""
    topic_end: int = -1
    topic_limit: int = -1
    subject: str = ""
    name: str = ""
    counted: str = ""
    examined: str = ""
    grew: str = ""
    share: str = ""
    acted: str = ""
    pairs: list[str] = field(default_factory=list)
    whole: str = ""
    levels: list[str] = field(default_factory=list)
    moving: str = ""
    aside: tuple[str, str, list[str]] | None = None

    def begin_sentence(self) -> None:
        self.subject = self.counted = self.moving = self.examined = ""
        self.grew = self.share = self.whole = self.acted = ""
        self.levels, self.pairs = [], []
        self.aside = None

    def step_aside(self, inside: bool) -> None:
        """What is named in brackets is forgotten behind them: 收入10亿元（含基金2亿元），增长5%."""
        if inside and self.aside is None:
            self.aside = (self.subject, self.name, list(self.levels))
        elif not inside and self.aside is not None:
            self.subject, self.name, self.levels = self.aside
            self.aside = None

    def among(self, gap: str) -> None:
        """Parts behind 其中 are forgotten behind ； : 收到申请9件，其中自然人申请8件；予以公开3件."""
        if "；" in gap:
            self.subject, self.whole = self.whole or self.subject, ""
        if "其中" in gap:
            self.whole = self.subject

    def remember(self, name: str) -> None:
        """A name that stood alone is the subject of what follows; a rate leaves the subject as it was."""
        name = _SHARE_OF.split(name)[0]
        if name.startswith("占") and "比" not in name:
            return
        rate = name.endswith(("率", "比重", "占比", "比例"))
        if not rate or not self.subject or vocabulary.without_measure(name) != name:
            if not _WRONG.match(name):
                self.examined = name
            self.subject = name


class Subjects:
    """Puts a carried subject before words that name too little."""

    def __init__(self, draft: Draft, around: Surroundings, trimmer: Trimmer) -> None:
        self._draft = draft
        self._around = around
        self._trim = trimmer.phrase
        # Only items such as 3.行政运行（项）。 are things; the parts of a report are headed with what was done.
        self._titles = {s.section_id: s.title for s in draft.sections if 3 <= s.level < 6}
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
        head = _CARRIED_OUT.sub("", self._trim(words))
        memory.topic_end = colon
        memory.topic_limit = min(sentence.end, bounds.after(quantity.end, "；。\n)"))
        memory.topic = head if 2 <= len(head) <= 30 and not phrases.announces(words) else ""

    def complete(self, own: str, sentence: Sentence, quantity: Quantity) -> tuple[str, str]:
        """The full name and, where a subject was carried in, the rule that did it."""
        memory = self.memory
        if own in _FILLERS or _COMPARED.fullmatch(own) or _TIME.fullmatch(own):
            return "", ""
        that = _THAT.match(own)
        if that and memory.name:
            rest = own[that.end() :]
            return self._carry(memory.name, rest, "share") if rest else ("", "")
        if vocabulary.without_measure(own) != own or own.endswith(("投资", "寿命")):
            own = _MOVING.sub("", own)
        if self._around.in_brackets(sentence, quantity):
            own = _INCLUDING.sub("", own)
        if own.startswith("涉及") and self._around.in_brackets(sentence, quantity):
            return self._carry(memory.name, own, "carried")  # 投诉27件（涉及16个项目）
        if own == "任务" and self._around.in_brackets(sentence, quantity):
            return self._carry(memory.name, own, "carried")  # 处置310亩（年度任务120亩）
        grew = self._trim(phrases.grown(self._around.clause_before(sentence, quantity)))
        if grew and coordination.KINDS.fullmatch(own):  # 城乡低保标准逐年提高，城镇提高80元
            memory.subject = own + grew.removeprefix("城乡")
            return memory.subject, "carried"
        told = self._around.clause_before(sentence, quantity)
        if _PER_HEAD.fullmatch(own) and told.endswith(("收入", "住房", "面积", "支出")):
            return self._trim(told), "carried"  # 农民的纯收入，全国平均每人达到355元
        if grew and _PER_HEAD.fullmatch(own):  # 养老金标准再次提高，年人均增加900元
            return grew, "carried"
        owner = re.match(r".*(?:代表|委员)", memory.name)
        if owner and own in ("建议", "议案", "提案"):  # 办理人大代表议案5项、建议9件
            return owner.group() + own, "carried"
        kind = coordination.KINDS.match(memory.subject)
        if kind and coordination.KINDS.fullmatch(own):  # 城镇人均住房30平方米，农村40平方米
            return own + memory.subject[kind.end() :], "carried"
        if not kind and memory.subject and coordination.KINDS.fullmatch(own):
            whole, memory.subject = memory.subject, own + memory.subject
            return own + whole, "carried"  # 教师数3718人，城镇2892人，农村826人
        if memory.subject and re.fullmatch(r"不?含[\u4e00-\u9fff]{2,6}", own):
            own = own.removesuffix(memory.subject[-2:])
            return own + memory.subject, "carried"  # 投资9亿元，含高铁下降3%
        shared = _SHARED.search(memory.name)
        if shared and own.endswith("占") and len(own) > 2:  # 甲占工业的三成、乙占两成
            return own.removesuffix("占") + shared.group(), ""
        yields = [y[1] for y in map(_YIELD.search, (*memory.levels, grew)) if y]
        if yields and quantity.unit.endswith(("吨", "斤", "担", "箱")) and _PRODUCT.fullmatch(own):
            return own + yields[-1], "measure"  # 原煤产量6亿吨，生铁5000万吨
        brief = len(own) <= 6 or vocabulary.is_predicate(own)
        if brief and memory.topic and memory.topic not in own:
            return memory.topic + own, "topic"
        said = self._around.clause_before(sentence, quantity) if len(own) <= 8 else ""
        if said.endswith("的") and 4 <= len(said) <= 24:  # 由小微企业中标的，采购金额8万元
            return phrases.join(self._trim(said.removeprefix("由")), own), "carried"
        subject = memory.topic or memory.subject
        if own == "支出" and subject.endswith("收入"):  # 基金收入35亿元；支出41亿元
            memory.subject = subject.removesuffix("收入") + own
            return memory.subject, "carried"
        if vocabulary.is_predicate(own):
            if memory.examined and not memory.topic and _PENALTIES.fullmatch(own):
                subject = re.sub(r"^检查(?=\w{2})", "", memory.examined)
            clause = self._around.clause_before(sentence, quantity)
            if phrases.without_predicate(clause) != clause or clause.endswith(
                "力度"
            ):  # 投资保持增长势头，到位4亿元
                subject = self._thing_before(sentence, quantity) or subject
            noted = self._trim(self._around.noted(sentence, quantity))
            if noted:  # 建立日报告制度（已报送104期）
                subject = noted[len(vocabulary.opening_verb(noted)) :]
            thing = vocabulary.without_handling(subject).removesuffix("保费收入")
            return self._carry(thing or self._elsewhere(sentence, quantity), own, "carried")
        if subject and vocabulary.is_rate_of_deeds(own):  # 受理举报12件，办结率100%
            deed = vocabulary.deed_of(own)
            done = [n for n in memory.levels if n.startswith(deed) or n.endswith(deed)]
            thing = done[-1] if done else subject
            if vocabulary.can_be_rated(thing, own):
                return vocabulary.rate_of(thing, own), "carried"
        if _SHARE.match(own):
            own = "占比" if own == "占" else own
            return self._carry(vocabulary.without_budget(subject), own, "share")
        if phrases.against_others(own) and memory.name:
            return self._carry(memory.name, own, "share")
        if _DESTINATION.match(own):
            return self._carry(subject, own, "carried")
        if _PULL.match(own):
            return self._carry(vocabulary.without_measure(subject), own, "share")
        if _CASES.fullmatch(own) and "案件" in subject:  # 办理简易程序案件9件，案件数量增长5%
            return phrases.join(vocabulary.without_handling(subject), own), "measure"
        if vocabulary.is_outlay(own):
            spent = (
                self._thing_before(sentence, quantity)
                or self.thing_behind(sentence, quantity)
                or self._spoken_of(sentence, quantity)
            )
            planned = vocabulary.is_outlay(
                subject.removeprefix("年度")
            )  # 计划投资9亿元，完成投资8亿元
            subject = re.sub(r"^(?:组织)?(?:实施|推进)(?=\w{3})", "", subject)
            spent = spent or ("" if planned else vocabulary.without_measure(subject))
            return self._carry(spent, own, "outlay")
        if vocabulary.is_measure(own.removeprefix("实际")) and own.startswith("实际"):
            subject = self._thing_before(sentence, quantity) or subject
            return self._carry(subject, own, "measure")
        if vocabulary.is_measure(own):
            if re.match(r"总[数量]", own):  # 新增企业46家，总数达550家
                subject = subject[len(vocabulary.opening_verb(subject)) :]
            if subject and not re.match(r"增[速幅长]|涨幅|降幅", own):
                if vocabulary.is_measure(subject):  # 营业收入17亿元，利润总额5亿元
                    return own, ""
                subject = vocabulary.without_measure(subject)
            if own.endswith("产量"):  # 粮食播种面积3万亩、总产量1万吨
                subject = re.sub("(?:播种|种植)$", "", subject)
            return self._carry(subject or self._elsewhere(sentence, quantity), own, "measure")
        if vocabulary.is_state(own) and not subject:  # 改造棚户区住房，基本建成500套
            return own + vocabulary.object_of(self._thing_before(sentence, quantity)), "verb"
        flow = own in ("出口", "进口")
        partner = re.search(r"对[\u4e00-\u9fff]{1,4}(?:贸易|进出口)", subject) if flow else None
        if partner:  # 对台贸易总额21亿元，其中出口8亿元
            return partner.group() + own, "carried"
        made = _MADE.sub("", subject)
        if flow and made != subject and self._around.in_list(quantity):  # 产值8亿元、出口2亿元
            return phrases.join(made, own), "carried"
        apart = vocabulary.is_state(own) or not self._around.in_list(quantity)
        staff = own == "编制" and quantity.unit_kind == "ratio"  # 编制精简两成: the posts
        said = self._around.clause_before(sentence, quantity)
        acted = re.search(re.escape(own) + r"了?([\u4e00-\u9fff]{2,14})$", said)
        if vocabulary.is_verb(own) and acted:  # 优化调整服务价格，调整4批次
            return own + acted[1], "verb"
        alone = vocabulary.is_verb(own) and not subject and not vocabulary.opening_verb(said)
        if alone and phrases.without_predicate(said) != said:  # 运输审批实现网办，累计办理98件
            return self._carry(self._thing_before(sentence, quantity), own, "carried")
        if _PUBLISHED.fullmatch(own) and not memory.topic:
            field_of = self._field(sentence, quantity)
            if field_of:
                return field_of + own, "heading"
            if _CHANNEL.search(subject):  # 微信公众号41个，发布信息3404条
                return self._carry(subject, own, "carried")
        if own in _HELD and not subject and (held := self._held_before(sentence)):
            return own + held, "verb"
        if vocabulary.is_verb(own) and subject and apart and not (flow or staff):
            verb = vocabulary.opening_verb(subject)
            thing = subject[len(verb) :]
            thing = vocabulary.object_of(thing) or thing
            if own in _ATTRACTS and quantity.unit.startswith(("人", "名", "户")):
                return thing + own, "carried"  # 举办音乐节3场，吸引5万人次
            if verb == own or thing.endswith(own):  # 举办执法培训12期，培训860人次
                return (subject if verb == own else thing), "verb"
            if own in thing or vocabulary.is_state(thing):  # 进出口总额翻番，出口增长5%
                return own, ""
            memory.acted = vocabulary.without_state(thing)
            return own + memory.acted, "verb"
        if vocabulary.is_verb(own) and memory.acted and not apart:  # 其中废止15件、修改22件
            return own + memory.acted, "verb"
        memory.acted = ""
        return own, ""

    def inherited(self, sentence: Sentence, quantity: Quantity) -> str:
        """The name for a number whose clause names nothing: 达到282亿元."""
        noted = self._around.noted(sentence, quantity)
        if len(noted) > 2:  # 刑事立案数（同比下降13%）
            return self._trim(noted)
        before = self._around.clause_before(sentence, quantity)
        before = self._trim(before).removesuffix("方面") if before else ""
        built_on = phrases.what_was_built_on(before)
        found = built_on or phrases.measured(before) or self._trim(phrases.grown(before))
        found = found or phrases.moved(before)
        if not found and _TOTAL.fullmatch(self.whole_clause(sentence, quantity)):
            found = before if 3 <= len(before) <= 24 else ""
        measure = before.endswith("总值") or vocabulary.without_measure(before) != before
        moved = self.whole_clause(sentence, quantity) in ("由", "从", "已由", "已从")
        measure = measure or (moved and not vocabulary.ends_in_verb(before))
        if not found and len(before) <= _LONGEST_MEASURE and measure:
            found = before  # 工农业总产值，比上年增长5.5%
        if not found:
            found = self._trim(phrases.grown(self._around.sentence_before(sentence, quantity)))
            found = found if 3 <= len(found) <= 14 else ""
        titled = _TITLED.search(before) if quantity.unit_kind == "classifier" else None
        found = found or (titled[1] if titled else "")  # 被评为“枫桥式调解室”，全区共3个
        moving, self.memory.moving = self.memory.moving, ""
        last = self.memory.name
        if last.endswith(("率", "比重", "占比")) and quantity.unit_kind == "classifier":
            last = ""  # a rate is not counted
        return moving or found or last or self._heading(quantity)

    @staticmethod
    def _carry(subject: str, own: str, rule: str) -> tuple[str, str]:
        subject = phrases.without_examples(subject)
        return (phrases.join(subject, own), rule) if subject else (own, "")

    def _elsewhere(self, sentence: Sentence, quantity: Quantity) -> str:
        return self._thing_before(sentence, quantity) or self._heading(quantity)

    def _thing_before(self, sentence: Sentence, quantity: Quantity) -> str:
        """What the clause before speaks of: 开展儿童福利项目，投入19万元."""
        clause = self._around.clause_before(sentence, quantity)
        used = re.search(r"用于(\w{4,16})$|^\w{0,4}加大对?(\w{2,12}?)的?力度$", clause)
        clause = (used[1] or used[2]) if used else clause
        clause = self._trim(phrases.outlay_on(phrases.without_predicate(clause)))
        thing = clause[len(vocabulary.opening_verb(clause)) :]
        thing = vocabulary.without_state(thing)
        return thing if 3 <= len(thing) <= 16 and not _NO_THING.search(thing) else ""

    def _spoken_of(self, sentence: Sentence, quantity: Quantity) -> str:
        """What the short sentence before speaks of: 老城区改造成效明显。全年完成投资3亿元."""
        match = _SPEAKS_OF.fullmatch(self._around.sentence_before(sentence, quantity))
        return self._trim(match[1]) if match else ""

    def _field(self, sentence: Sentence, quantity: Quantity) -> str:
        """The field whose information the sentence or its heading says is published: 推进安全生产信息公开."""
        lead = self._around.words(
            sentence.start, min(quantity.start, self._around.bounds.after(sentence.start, HARD))
        )
        title = self._titles.get(self._draft.section_at(quantity.start), "")
        for words in (lead, title):
            match = _FIELD.search(words)
            if match:
                return match[1] + "信息公开"
        return ""

    def _held_before(self, sentence: Sentence) -> str:
        """What the paragraph says was held before: 开展普法集市，以…。全年举办19场."""
        start = max(self._around.bounds.before(sentence.start, "\n"), sentence.start - _NEAR)
        found = _HOLDS.findall(self._around.text[start : sentence.start])
        return self._trim(found[-1]) if found else ""

    def thing_behind(self, sentence: Sentence, quantity: Quantity) -> str:
        """What the clause behind says the money went to: 投资4360万元，对城区雨水管网进行改造."""
        bounds = self._around.bounds
        mark = bounds.after(quantity.end, HARD)
        if mark >= sentence.end or self._around.text[mark] not in "，,":
            return ""
        end = min(sentence.end, bounds.after(mark + 1, HARD))
        inside = [q for q in sentence.quantities if mark < q.start < end]
        words = self._around.words(mark + 1, inside[0].start if inside else end)
        counted = [self._around.words(q.end, bounds.after(q.end, HARD + "、")) for q in inside]
        for things in ("、".join(counted), *counted[:1]):  # 重点实施了40个民生保障项目
            spent = phrases.outlay_on(words + things)
            thing = phrases.without_examples(spent)
            if spent != words + things and 3 <= len(thing) <= 32 and not thing.endswith(_GOALS):
                return self._trim(thing)
        return ""

    def _heading(self, quantity: Quantity) -> str:
        """The title of the run-in heading that governs a clause such as 年初预算为…."""
        title = self._titles.get(self._draft.section_at(quantity.start), "")
        title = re.sub(r"\s+", "", title)
        good = 2 <= len(title) <= 60 and "，" not in title and not _NO_SUBJECT.search(title)
        return title if good else ""

    def whole_clause(self, sentence: Sentence, quantity: Quantity) -> str:
        """The words from the clause's first mark to the quantity, over the quantities between."""
        start = max(sentence.start, self._around.bounds.before(quantity.start, HARD))
        return self._around.words(start, quantity.start)
