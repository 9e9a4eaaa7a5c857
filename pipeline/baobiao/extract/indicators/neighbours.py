"""What the clauses, sentences and headings around a number speak of."""

from __future__ import annotations

import re

from baobiao.characters import fold
from baobiao.extract.indicators import phrases, vocabulary
from baobiao.extract.indicators.clauses import Sentence
from baobiao.extract.indicators.grammar import Quantity
from baobiao.extract.indicators.surroundings import HARD, Surroundings
from baobiao.extract.indicators.trimming import Trimmer
from baobiao.model import Draft

_NO_SUBJECT = re.compile(
    r"加快|提高|提升|推进|增强|改善|优化|加强|深化|完善|扎实|全面|显著|持续|坚持|(?:情况|说明|方面|工作|措施|成效|问题|改革|力度|管理|水平|能力|机制|体系|建设|治理|服务)$"
)
_NO_THING = re.compile(
    r"^(?:坚持|加强|强化|落实|深化|健全|完善)|[的了看]$|(?<![高初集其])中$|工作|力度|水平|机制|保障"
)
_GOALS = ("目标", "比率", "任务", "指标")
# 安排用于重点项目, 加大抚养费征收力度: what the clause is about stands inside it.
_FOR = re.compile(r"用于(\w{4,16})$|^\w{0,4}加大对?(\w{2,12}?)的?力度$")
_HOLDS = re.compile(
    r"(?:组织)?(?:举办|开展|召开|承办|举行)了?([\u4e00-\u9fff“”]{2,12}"
    r"(?:活动|会议?|集市|讲座|培训班?|演练|展演?|赛|演出|论坛|沙龙|宣讲|巡演|课堂|行动|检查))(?=[，。；])"
)
_SPEAKS_OF = re.compile(
    r"(\w{3,14}?(?:建设|改造|工程|治理|整治|项目))(?:工作)?"
    r"(?:取得|成效|进展|扎实|稳步|全面|顺利|加快|有序|持续|不断|深入)\w{0,10}"
)
_FIELD = re.compile(r"(?:推进|加强|深化|做好|强化|抓好|推动|扎实)(\w{2,16}?)信息公开")
_ITEM_OF_ACCOUNTS = re.compile(r"\d{5,7}\s*([\u4e00-\u9fff、]{2,30}\([类款项]\))")
_ACCOUNT = re.compile(
    r"(?:\d{4}年度?)?(?:[全本][省市县区镇]|地方)?(政府采购(?=支出|情况|说明|$)|[\u4e00-\u9fff]{2,12}(?:预算|经费|债务|专户|资本经营)(?:财政拨款(?:支出|收入)|(?:财政拨款)?(?=收支|收入|支出|执行|决算|完成|情况|说明|$)))"
    r"(?:收支|收入|支出)?(?:执行|决算|完成)?(?:情况)?(?:说明)?"
)
_A_MEASURE = re.compile(r"[\u4e00-\u9fff]{2,12}(?:[量额率]|总数|人数|面积|收入|支出|产值|余额)")
_NEAR = 160  # characters; further back the paragraph speaks of other things
_LONGEST_OUTLAY = 32


class Neighbours:
    """Reads around a number for what its own clause leaves unsaid."""

    def __init__(self, draft: Draft, around: Surroundings, trimmer: Trimmer) -> None:
        self._draft = draft
        self._around = around
        self._trim = trimmer.phrase
        # Only items such as 3.行政运行（项）。 are things; the parts of a report are headed with what was done.
        self._all_titles = {s.section_id: s.title for s in draft.sections}
        self._title_ends = {s.section_id: s.end for s in draft.sections}
        self._titles = {s.section_id: s.title for s in draft.sections if 3 <= s.level < 6}

    def whole_clause(self, sentence: Sentence, quantity: Quantity) -> str:
        """The words from the clause's first mark to the quantity, over the quantities between."""
        start = max(sentence.start, self._around.bounds.before(quantity.start, HARD))
        return self._around.words(start, quantity.start)

    def thing_before(self, sentence: Sentence, quantity: Quantity) -> str:
        """What the clause before speaks of: 开展儿童福利项目，投入19万元."""
        clause = self._around.clause_before(sentence, quantity)
        inside = _FOR.search(clause)
        clause = (inside[1] or inside[2]) if inside else clause
        clause = self._trim(phrases.outlay_on(phrases.without_predicate(clause)))
        thing = clause[len(vocabulary.opening_verb(clause)) :]
        thing = vocabulary.without_state(thing)
        return thing if 3 <= len(thing) <= 16 and not _NO_THING.search(thing) else ""

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
            if spent != words + things and 3 <= len(thing) <= _LONGEST_OUTLAY:
                return "" if thing.endswith(_GOALS) else self._trim(thing)
        return ""

    def spoken_of(self, sentence: Sentence, quantity: Quantity) -> str:
        """What the short sentence before speaks of: 老城区改造成效明显。全年完成投资3亿元."""
        match = _SPEAKS_OF.fullmatch(self._around.sentence_before(sentence, quantity))
        return self._trim(match[1]) if match else ""

    def held_before(self, sentence: Sentence) -> str:
        """What the paragraph says was held before: 开展普法集市，以…。全年举办19场."""
        start = max(self._around.bounds.before(sentence.start, "\n"), sentence.start - _NEAR)
        found = _HOLDS.findall(self._around.text[start : sentence.start])
        return self._trim(found[-1]) if found else ""

    def field_of_information(self, sentence: Sentence, quantity: Quantity) -> str:
        """What the sentence or its heading says is made public: 推进安全生产信息公开."""
        lead = min(quantity.start, self._around.bounds.after(sentence.start, HARD))
        for words in (self._around.words(sentence.start, lead), self._title(quantity)):
            match = _FIELD.search(words)
            if match:
                return match[1] + "信息公开"
        return ""

    def heading(self, quantity: Quantity) -> str:
        """The title of the run-in heading that governs a clause such as 年初预算为…."""
        title = re.sub(r"\s+", "", self._title(quantity))
        good = 2 <= len(title) <= 60 and "，" not in title and not _NO_SUBJECT.search(title)
        return title if good else ""

    def measure_heading(self, sentence: Sentence, quantity: Quantity) -> str:
        """The measure that heads the paragraph that the quantity opens: （二）地表水资源量。全市126.8亿立方米."""
        title = self._any_title(quantity)
        opens = quantity is sentence.quantities[0] and _A_MEASURE.fullmatch(title)
        if not opens:
            return ""
        ends = self._title_ends[self._draft.section_at(quantity.start)]
        return "" if self._draft.folded[ends : sentence.start].strip(" 。\u3000") else title

    def account(self, quantity: Quantity) -> str:
        """The account that a run-in heading names: （二）政府性基金预算。收入46820万元."""
        match = _ACCOUNT.fullmatch(self._any_title(quantity))
        return match[1] if match else ""

    def item_of_accounts(self, quantity: Quantity) -> str:
        """The item of the accounts that heads a paragraph with its code: （4）2011099其他人力资源事务（项）."""
        item = _ITEM_OF_ACCOUNTS.fullmatch(fold(self._title(quantity)))
        return item[1] if item else ""

    def _any_title(self, quantity: Quantity) -> str:
        """The heading of the section, of whatever level, without white space."""
        section = self._draft.section_at(quantity.start)
        return re.sub(r"\s+", "", fold(self._all_titles.get(section, "")))

    def _title(self, quantity: Quantity) -> str:
        return self._titles.get(self._draft.section_at(quantity.start), "")
