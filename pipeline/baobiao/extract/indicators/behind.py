"""The counted thing behind a number: 组建13家企业创新联合体."""

from __future__ import annotations

import re

from baobiao.extract.indicators import phrases, vocabulary
from baobiao.extract.indicators.clauses import Sentence
from baobiao.extract.indicators.directions import Directions
from baobiao.extract.indicators.grammar import Quantity
from baobiao.extract.indicators.memory import Memory
from baobiao.extract.indicators.surroundings import Surroundings
from baobiao.extract.indicators.trimming import Trimmer

_NO_NOUN = re.compile(
    r"相比|持平|和|及|与|或|分别|以及|并|而|左右|以上|以下|以内|，|等$|多$|余$|者$|增长|成倍|下降|同比|比|较|提高到|增至|降至|调整[为到至了]|之|时$|后$|前(?!沿|端|期|置)|"
    r"内$|内[，的]|中$|是|为(?!民)|占(?!地|用|道)|居(?!民|住|家|委|村)|位(?:居|列|于)|列(?:全|第|入)|以来|外$|来$|"
    r"(?:整合|合并|重组|优化|精简|压减)[为至到]|大关|台阶|目标(?!任务)|关口|水平$|规模$|成绩|比例"
)
_WITHIN = re.compile("(?<=[\u4e00-\u9fff]{2})(?<![高初集其])中$")
_MEASURED_OF = re.compile(r"([\u4e00-\u9fff]{1,8})的[\u4e00-\u9fff]{2,10}?(?:分别)?(?:为|达到?|是)")
_MOVED = re.compile(r"[\u4e00-\u9fff]{1,3}[到至]")  # 从39个拓展到91个
_PLANNED = re.compile(r"[\u4e00-\u9fff]{2}(?:举措|措施|政策|项目|任务|行动)")  # 提升举措
_ITS_RATE = re.compile(r"(?<=[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{2}率(?:为|达到?|是|超)?$")
# 2400多万贫困家庭学生, 100万资金: what is counted without a unit.
_PEOPLE = re.compile(
    r"[\u4e00-\u9fff]{0,8}?(?:学生|群众|农民|居民|职工|游客|儿童|老人|市民|旅客|人口).*|(?:专项)?(?:资金|经费|补助)"
)
_SIZED = ("日处理", "年处理", "日产", "年产", "日供水")
# 6个单位行政权力9项, 12个中心设置专区13个: whose they are, and who has set them up.
_HOLDS = re.compile(
    r"(单位|部门|镇街|街道)(?=[\u4e00-\u9fff]{2,8}$)(?!项目|建设|改造|收入|[和与及的未超已均被])"
    r"|([\u4e00-\u9fff]{0,6}(?:企业|行政村|社区|学校|医院|水库|合作社|乡镇|单位|机构))"
    r"(?=(?:蓄水|集体|营业|主营业务|经营|财政|工业|总|年)*(?:收入|产值|总量|总额|利润|税收|库容|蓄水量|用电量)(?:均|共|合计|超过|达到?|为)*$)"
    r"|([\u4e00-\u9fff]{2,10}?)(?=(?:设置|设立|增设|随机抽取|吸纳|人均)[\u4e00-\u9fff]{2}|实现\w{0,4}(?:收益|收入|产值|利润|税收))"
)
_HAVING = re.compile("(?<=[\u4e00-\u9fff]{2})(?:共|现|仅|只|尚)有[\u4e00-\u9fff]{2,}$")
_DONE_TO = re.compile(
    r"([\u4e00-\u9fff]{2,8}?)(?:已|累计|全部|均|共)*(?:化解|办结|整改|完成整改|审结|入住|累计办理)"
)
_BEGINS_A_NOUN = re.compile(r"[\u4e00-\u9fff“《\dA-Za-zⅠ-Ⅻ]")


def _holder(noun: str) -> str:
    """Those that were counted, where what the next number counts is theirs: 6个单位行政权力9项; or was done by them.

    >>> _holder("单位行政权力"), _holder("便民服务中心设置政务公开专区"), _holder("企业")
    ('单位', '便民服务中心', '企业')
    """
    match = _HOLDS.match(noun)
    return match.group() if match else noun


def _done_to(noun: str) -> str:
    """The counted without what was done to so many of them: 9件积案化解8件.

    >>> _done_to("积案化解"), _done_to("主题累计办理"), _done_to("调解组织")
    ('积案', '主题', '调解组织')
    """
    match = _DONE_TO.fullmatch(noun)
    return match[1] if match else noun


class Behind:
    """Reads the words behind a quantity."""

    def __init__(
        self, around: Surroundings, trimmer: Trimmer, directions: Directions, memory: Memory
    ) -> None:
        self.text = around.text
        self.around = around
        self.trimmer = trimmer
        self.directions = directions
        self.memory = memory

    def noun(
        self, sentence: Sentence, before: str, quantity: Quantity, following: Quantity | None
    ) -> str:
        """The counted thing behind the number, or nothing."""
        edge = self.around.right_edge(quantity, following, sentence.end)
        noun = self.around.words(quantity.end, edge)
        if following is not None:
            measured = _MEASURED_OF.fullmatch(noun)
            if measured and quantity.unit_kind == "classifier" and edge == following.start:
                noun = measured[1]  # 三个乡镇的征地任务为995亩
            noun = re.sub(r"(?:和|及|与|以及|共计|共|对|累计|让|将)+$", "", noun)
            money = quantity.unit_kind == "currency" and edge == following.start
            if money and (
                noun == "支持" or vocabulary.is_verb(noun.removesuffix("了"))
            ):  # 30亿元支持40户企业改造
                noun += self.around.words(
                    following.end, self.around.right_edge(following, None, sentence.end)
                )
            if money and noun.endswith(_SIZED):  # 投资9亿元的日处理80吨垃圾厂
                noun += self.around.words(following.start, following.end)
                noun += self.around.words(
                    following.end, self.around.right_edge(following, None, sentence.end)
                )
            if (
                edge == following.start and following.unit_kind == "classifier"
            ):  # 3亿人的饮水和无电区445万人的用电
                noun = re.sub(r"(?<=\w{3})[和及][\u4e00-\u9fff]{1,4}$", "", noun)
            if edge == following.start:
                noun = _done_to(_holder(noun))
                noun = _HAVING.sub("", noun)  # 21个文化站共有专职人员61名
                if _WITHIN.search(noun):  # 47个水功能区中38个达标
                    noun = noun[:-1]
            if following.unit_kind == "ratio" and edge == following.start:
                noun = _ITS_RATE.sub("", noun)  # 4.7亿元专项债支付率达82%
        if _WITHIN.search(noun) and self.text[edge : edge + 1] in "，：":
            noun = noun[:-1]  # 在公开的475条信息中，
        if self._names_next(sentence, before, noun, quantity, following):
            return ""
        glued = following is not None and self.text[quantity.end : following.start] == noun
        if glued and vocabulary.is_predicate(noun):  # 胜诉5起败诉1起
            return ""
        if quantity.unit == "次":  # 三次较大幅度提高收购价
            noun = re.sub(r"^较?大幅度?(?=[\u4e00-\u9fff]{4})", "", noun)
        attributive = noun.startswith("的")
        noun = noun.removeprefix("的")
        if quantity.unit_kind == "ratio" and attributive and vocabulary.is_rate_of_deeds(noun):
            return noun
        if following is not None and _MOVED.fullmatch(noun):
            return ""
        if (
            not _BEGINS_A_NOUN.match(noun)
            or _NO_NOUN.match(noun)
            or self.directions.first.match(noun)
        ):
            return ""
        if quantity.unit_kind == "currency" and re.match(r"(?:专项)?(?:用于|支持)", noun):
            return phrases.shorten(noun)
        if not quantity.unit and not attributive and (people := _PEOPLE.match(noun)):
            return phrases.shorten(self.trimmer.noun(people.group()))
        empty = not self.trimmer.phrase(before, keep_verbs=False)
        wants_object = empty or vocabulary.ends_in_verb(before) is not None or before.endswith("的")
        loose = quantity.unit_kind in ("ratio", "currency") or not quantity.unit
        if not wants_object:
            if loose and not attributive:
                return ""
            if vocabulary.begins_with_verb(noun) and not _PLANNED.fullmatch(noun):
                return ""
        if quantity.unit_kind == "currency":
            noun = phrases.without_purpose(noun)
        return phrases.shorten(self.trimmer.noun(noun))

    def _names_next(
        self,
        sentence: Sentence,
        before: str,
        noun: str,
        quantity: Quantity,
        following: Quantity | None,
    ) -> bool:
        """Whether the words behind a count belong to the next: 代表建议9件委员提案7件."""
        return (
            following is not None
            and following.unit == quantity.unit != ""
            and len(before) > 4
            and vocabulary.ends_in_verb(before) is None
            and self.text[quantity.end : following.start] == noun
            and self.around.right_edge(following, None, sentence.end) == following.end
        )

    def without_counted(self, left: str) -> str:
        """The words before a number without the noun that the number before it counted."""
        counted = self.memory.counted
        rate = _ITS_RATE.search(left) or vocabulary.is_rate_of_deeds(left)
        if left == counted and vocabulary.opening_verb(left):
            return left  # 投入380万元购置记录仪540台
        if counted and not rate and left.removeprefix("的").startswith(counted):
            left = re.sub("^中有?$", "", left.removeprefix("的")[len(counted) :])
        return "" if re.fullmatch(r"[、，]?(?:和|及|与|以及)", left) else left
