"""The name that a clause itself gives: the words before the number, the thing behind it, or both."""

from __future__ import annotations

import re

from baobiao.extract.indicators import phrases, vocabulary
from baobiao.extract.indicators.behind import Behind
from baobiao.extract.indicators.clauses import Sentence
from baobiao.extract.indicators.directions import Directions
from baobiao.extract.indicators.grammar import Quantity
from baobiao.extract.indicators.subjects import Subjects
from baobiao.extract.indicators.trimming import Trimmer

_OF_BUDGET = re.compile(r"(为(?:年初|调整|变动|全年|本年)?(?:预算|计划))的$")  # 为预算的101.2%
# 完成预算9.2万元的63.7%, 是年初计划26个的126.9%
_OF_AMOUNT = re.compile(
    rf"((?:完成|为|是|占){vocabulary.TERM}(?:目标|总)?(?:预算|计划|任务)数?)[\d.,]+[^\d，。；]{{1,4}}的$"
)
_STAYS = re.compile("(?:(?<=[率量额值比])|(?<=比[重例]))(?:仍然?|还|都|均|一直|始终|总体|继续)在$")
_ARRANGED = re.compile(r"安排(?=[、，；。])")
_BY = re.compile(r"(?:计划|拟)?按$")
_POPULATED = re.compile(r"(?:农村|农业|城[镇乡市]|贫困|流动|就业|常住|户籍)$")  # 农村5亿人口
_REACHES = re.compile(r"(?:实现|达到|做到)了?$")
_DONE = re.compile(r"([\u4e00-\u9fff]{2,4})(?=[，。；、\n,;])")
_HAS = re.compile(r"([\u4e00-\u9fff]{2,12}?)(?:尚|还|主要|现)?有(?![限关效]).+、.+")
_FUNDS = re.compile("(?:专项|补助|奖补)?(?:资金|经费|补助)")
_LONG_LIST = 3
_ONE_BY_ONE = re.compile("(?<=[\u4e00-\u9fff]{2})(?:相继|陆续|先后)")
_GENERIC = re.compile(r"项目|工程|活动|企业(?!家)")
# What an office lists before their number, and how each ends.
_UNITS = ("科室", "股室", "处室", "机构", "内设机构", "部门", "单位", "科", "处", "股")
_SET_UP = re.compile("内设|下设|设有|设立")
_UNIT_ENDS = tuple("科股处室队所站部局")


class OwnNames:
    """Puts the words around a quantity together."""

    def __init__(
        self, trimmer: Trimmer, directions: Directions, subjects: Subjects, behind: Behind
    ) -> None:
        self.text = behind.text
        self.trimmer = trimmer
        self.directions = directions
        self.subjects = subjects
        self.memory = subjects.memory
        self.behind = behind

    def of(
        self, sentence: Sentence, left: str, quantity: Quantity, following: Quantity | None
    ) -> tuple[str, str]:
        """The name that the clause itself gives."""
        left = _STAYS.sub("在", self.behind.without_counted(left))
        if _ARRANGED.match(self.text, quantity.end):  # 赤字率拟按3%安排
            return self.trimmer.phrase(_BY.sub("", left)), "before"
        budget = _OF_BUDGET.search(left)
        if budget:
            return budget[1], "share"
        share = quantity.unit == "%" and left == "的"
        whole = self.subjects.near.whole_clause(sentence, quantity) if share else ""
        if of_amount := _OF_AMOUNT.search(whole):
            return of_amount[1].replace("是", "为"), "share"
        if left == "的" and self.text[quantity.start - 1] == "的":  # 总投资9亿元的12个项目
            noun = self.behind.noun(sentence, "", quantity, following)
        else:
            noun = ""
        if noun:
            done = self.trimmer.phrase(self.subjects.near.whole_clause(sentence, quantity))
            return vocabulary.opening_verb(done) + noun, "after"
        sized = self._size_of_counted(sentence, left, quantity, following)
        if sized:
            return sized, "after"
        if left.startswith("的") and quantity is not sentence.quantities[0]:
            left = self.subjects.near.whole_clause(sentence, quantity)
        before = self.trimmer.phrase(left)
        fillers = not self.trimmer.phrase(left, keep_verbs=False)
        rated = left.endswith(("率在", "量在", "额在", "值在", "比在"))
        if left.endswith("在") and (rated or vocabulary.ends_in_measure(left[:-1])):
            left = left[:-1]  # 粮食总产量在4800亿公斤以上
        hands_on = vocabulary.PREPOSITIONS.search(left.rstrip("、，")) and left[-1] not in "为至到"
        if hands_on or (fillers and not vocabulary.is_verb(before)):
            before = ""
        if quantity.unit in ("金", "银", "铜"):
            won = vocabulary.ends_in_verb(before)
            return (won.group() if won else "") + quantity.unit + "牌", "after"  # 收获2金、1银
        if left == "涉及" and self.behind.around.in_brackets(sentence, quantity):
            noun = self.behind.noun(sentence, "", quantity, following)
            return left + noun, "after"  # 投诉27件（涉及16个项目）
        if re.search("(?:和|及|与|以及)$", left) and not vocabulary.ends_in_verb(before):
            before = vocabulary.opening_verb(before)  # 首个中心和3所医院
        listed = left.endswith("等")
        noun = self.behind.noun(sentence, "" if listed else before, quantity, following)
        if noun and following and self.text[quantity.end : following.start] == noun + "、":
            noun += phrases.said_of(self.behind.noun(sentence, "", following, None))
        self.memory.counted = noun
        if (
            noun == "人口"
            and not quantity.unit
            and not (vocabulary.is_verb(before) or _POPULATED.search(before))
        ):
            return noun, "after"
        if quantity.unit == "%" and not noun and (done := self._reached(left, quantity)):
            return before + done, "after"
        has = _HAS.match(before) if listed and not noun else None
        if has:  # 在建项目有甲、乙等14个
            return has[1], "before"
        if not noun:
            kept = before if vocabulary.is_verb(before) else ""
            return self.trimmer.phrase(before, keep_verbs=False) or kept, "before"
        if left.endswith("、"):  # 实施河道治理、5000亩沙区治理: an item of its own
            before = vocabulary.opening_verb(before)
        elif (
            ("、" in before and not vocabulary.is_predicate(before))
            or listed
            or before.endswith("”")
        ):
            # The words before list what the noun counts: 招商银行、浦发银行等36家金融机构.
            acts = listed and vocabulary.begins_with_verb(before)
            done = vocabulary.opening_verb(before) if acts else ""
            if len(noun) >= 4 and not _GENERIC.match(noun):
                return done + noun, "after_list"
            if listed and before.count("、") >= _LONG_LIST:
                return done + _ONE_BY_ONE.sub("", noun), "after_list"  # the list is no name
            if listed:  # 甲厂、乙厂等6个项目: the list says which
                return (done or before) + noun, "after_list"
            item = before.split("、")[-1]
            if noun in _UNITS and item[-1] in _UNIT_ENDS:  # 内设办公室、财务股、人事股3个股室
                set_up = _SET_UP.search(before)
                return (set_up.group() if set_up else "") + noun, "after_list"
            return item + noun, "after_list"
        if vocabulary.is_rate_of_deeds(noun):  # 实现100%的按时办结率
            return noun, "after"
        if left.startswith(("对", "将")) and phrases.treated(noun) != noun:
            return phrases.treated(noun), "after"  # 对以前发布的756件法规进行清理
        whole = vocabulary.without_state(self.memory.subject)
        if whole and not before and left.endswith("其中") and vocabulary.begins_with_verb(noun):
            return phrases.join(whole, noun), "carried"  # 次干道开工9条，其中4条实现通车
        verb = vocabulary.ends_in_verb(before)
        if verb and len(before) > 12:
            before = verb.group()
        elif len(before) > 14 and len(noun) >= 4:
            before = vocabulary.opening_verb(before)
        before = re.sub(r"[的了]$", "", before)
        if vocabulary.is_outlay(before) and _FUNDS.fullmatch(noun):  # 财政安排9亿元资金，支持…
            spent = self.subjects.near.thing_behind(sentence, quantity)
            return phrases.join(spent, before + noun) if spent else before + noun, "outlay"
        if vocabulary.is_outlay(before):
            return phrases.join(phrases.outlay_on(noun), before), "outlay"
        return before + noun, "after"

    def _size_of_counted(
        self, sentence: Sentence, left: str, quantity: Quantity, following: Quantity | None
    ) -> str:
        """总投资9亿元的12个产业项目: the measure with the things that are counted behind it; else nothing."""
        if following is None or self.text[quantity.end : following.start] != "的":
            return ""
        measure = vocabulary.ends_in_measure(left)
        noun = self.behind.noun(sentence, "", following, None) if measure else ""
        return noun + measure if noun else ""

    def _reached(self, left: str, quantity: Quantity) -> str:
        """What a share is reached of, said behind it: 保交房项目实现100%交付; nothing where it grows."""
        match = _REACHES.search(left) and _DONE.match(self.text, quantity.end)
        return match[1] if match and not self.directions.first.match(match[1]) else ""
