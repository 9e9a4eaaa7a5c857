"""What stands before an ending: the words that a name can hold, and what bounds it on the left."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from baobiao.extract.organisations.endings import SOFT, TECHNICAL
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.vocabulary import PARTS_OF_COUNTRY, STOPS

PLACES = ("region", "short", "place")
BUSINESS = ("topic", "plain")
_LONGEST_NAME = 30
# What words that end or bound names elsewhere are inside one: 发展和改革, 盈科律师事务所.
_WITHIN = {"stop": "topic", "suffix": "gap"}
# Kinds of bodies, which open no common word with 区: 所属单位 + 区执法大队.
_KINDS_OF_BODIES = ("单位", "部门", "机关", "企业", "领导", "人员", "代表", "专家")
# What makes no word with 区, as 服务区 and 旅游区 are: 组织 + 区财政局.
_NO_AREAS = tuple(
    "审计 考核 督查 审查 评估 评议 巡察 监测 监管 复议 调解 座谈 交流"
    " 年度 季度 期间 组织 监督 检查 执行 联合 培训 宣传 调查 支援 协作 指导 协调 统筹 方面 基础 情况 任务".split()
)
_UNITS = tuple("科股处室")
# 法治云岚建设领导小组: what a place is built into stands before its name.
_OF_BUILDING = ("法治", "平安", "数字", "健康", "美丽", "诚信", "清廉")
TOWNS = ("乡", "镇")
_OF_FIELDS = ("学院", "大学", "实验室", "学会", "研究院", "研究所")
_OF_SCHOLARS = ("大学", "学院", "研究生院", "研究院")
_SOCIETIES = ("协会", "学会", "商会", "研究会", "联合会")
BRANCHES_OF_BRANDS = ("分公司", "支公司", "中心支公司", "支行", "分行", "营业部")
_OF_TOPICS = ("农村", "城乡")
# What kind of places a level is of, which makes no body: 试点县财政局, 沿海市县.
_SUCH_PLACES = tuple(
    "重点 先进 试点 示范 沿海 内陆 内地 贫困 邻近 毗邻 相邻 兄弟 周边 其他 其它 发达 落后 特大 直辖 农业 林业 牧业"
    " 产粮 边境 口岸 旅游 资源 民族 革命 各地 城市 部分 有关 相关 受灾 灾区 对口 友好 同类 百强 文明 卫生 园林".split()
)
# Levels that end no common word as 区 does: 服务区, 规划区.
_NEVER_LAST = ("省", "市", "县", "州", "旗", "自治区")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its place: ``place`` (梅州市) or ``letter`` (市), then ``body`` (公安局). ``whole`` comes
    before them where the name is that of a part. ``rule`` says which grammar read it."""

    start: int
    end: int
    kind: str
    rule: str
    place: str = ""
    letter: str = ""
    body: str = ""
    whole: Name | None = None


@dataclass(frozen=True, slots=True)
class Stem:
    """The words before an ending from left to right. ``boundary`` is what stands left of them: ``open`` (a
    mark or a stop word), ``class``, ``guard`` or ``whole``, the last word of another name at ``index``."""

    words: tuple[Word, ...]
    boundary: str
    index: int


@dataclass(frozen=True, slots=True)
class Row:
    """The words of a report in their row."""

    text: str
    words: tuple[Word, ...]

    def index(self, word: Word) -> int:
        """The place of a word in the row."""
        return bisect_left(self.words, word.start, key=lambda other: other.start)

    def before(self, index: int) -> Word | None:
        """The word that touches the one with this index on the left."""
        word = self.words[index - 1] if index > 0 else None
        return word if word is not None and word.end == self.words[index].start else None

    def after(self, index: int) -> Word | None:
        """The word that touches the one with this index on the right."""
        word = self.words[index + 1] if index + 1 < len(self.words) else None
        return word if word is not None and word.start == self.words[index].end else None

    def stem(self, index: int) -> Stem:
        """Walks to the left from the word with this index, as far as a name can reach."""
        taken: list[Word] = []
        placed = False
        at = index
        boundary = "open"
        while (word := self.before(at)) is not None:
            at -= 1
            boundary = self._boundary(at, taken, placed)
            if boundary or word.start < self.words[index].start - _LONGEST_NAME:
                break
            taken.append(replace(word, kind=_WITHIN.get(word.kind, word.kind)))
            placed = placed or word.kind in PLACES
            if word.kind == "letter":
                before = self.before(at)
                # 县区审计局 are those of all counties and districts.
                many = before is not None and before.kind == "letter" and before.text in "市县"
                many = many and word.text in ("县", "区")
                of_class = before is not None and before.kind == "class"
                boundary = "class" if of_class or many else "open"
                break
        return Stem(tuple(reversed(taken)), boundary or "open", at)

    def _boundary(self, at: int, taken: list[Word], placed: bool) -> str:
        """What the word with this index is to the name on its right; empty where it belongs to it."""
        word = self.words[at]
        before = self.before(at)
        single = len(word.text) == 1 and before is not None and before.kind == "gap"
        if word.kind == "suffix" and single and len(before.text if before else "") == 1:
            return ""  # 盈科 is a brand, not a 科
        if word.kind in ("suffix", "known"):
            return "whole"
        if word.text in _OF_TOPICS and taken and before is not None:
            placed_before = before.kind in (*PLACES, "letter")
            if placed_before and taken[-1].kind == "topic":
                return ""  # 区农村发展局
        if word.kind == "class" or (word.kind == "guard" and not self._in_company(at, taken)):
            return word.kind
        if word.kind == "stop" and not (
            self._is_subject_of_school(at, taken)
            or self._joins(at, taken)
            or self._opens_brand(at, taken)
            or self._in_company(at, taken)
        ):
            return "open"
        if word.text == "单位" and taken and taken[-1].kind in (*PLACES, "gap"):
            return "open"  # 下属单位青岭综合执法大队
        if placed and word.kind not in (*PLACES, "national") and word.text != "附属":
            inside = self._is_brand_of_branch(at, taken) or self._opens_company(at, taken)
            inside = inside or (word.text in _OF_BUILDING and taken[0].text == "建设")
            return "" if inside else "open"
        compound = before is not None and before.kind in BUSINESS and len(before.text) > 1
        if before is not None and (
            before.text in (*_KINDS_OF_BODIES, *_NO_AREAS)
            or (word.text in _NEVER_LAST and before.text not in _SUCH_PLACES)
        ):
            compound = False  # 执行市人大…, not 服务区管理处
        if word.text in TOWNS and before is not None and len(before.text) == 2:
            led = self.before(at - 1)
            compound = compound and led is not None and led.kind != "stop"  # 青岭镇 + 安办
        return "guard" if word.kind == "letter" and compound else ""

    def _in_company(self, at: int, taken: list[Word]) -> bool:
        """Whether what bounds other names is inside the full name of a company: 青山联合超市有限公司,
        青源投资控股有限公司."""
        before = self.before(at)
        if self.words[at].text == "控股" and not taken:
            named = self.words[at + 1].text.endswith(("公司", "集团"))
            return named and before is not None
        return (
            (self.words[at].text in SOFT or self.words[at].kind == "guard")
            and self.words[at + len(taken) + 1].text.endswith("有限公司")
            and before is not None
            and before.kind in (*PLACES, "gap", "quoted")
        )

    def _is_subject_of_school(self, at: int, taken: list[Word]) -> bool:
        """Whether a word that is a verb elsewhere says what a school or a laboratory is for: 江西 + 飞行 + 学院, 深空 +
        探测 + 实验室."""
        word, ending = self.words[at], self.words[at + 1]
        before = self.before(at)
        if word.text == "联合" and not taken and ending.text in _OF_SCHOLARS:
            return before is not None and before.text in PARTS_OF_COUNTRY  # 西南联合大学
        if (
            ending.text in _SOCIETIES
            and not taken
            and word.text not in STOPS
            and before is not None
        ):
            return len(word.text) == 2 and before.kind in (*BUSINESS, "gap")  # 餐饮烹饪协会
        return (
            word.text in TECHNICAL
            and not taken
            and ending.text in _OF_FIELDS
            and before is not None
            and before.kind in (*PLACES, *BUSINESS, "gap")
        )

    def _opens_company(self, at: int, taken: list[Word]) -> bool:
        """Whether a word before a place is in the full name of a company: 易立科技 + 通山 + 有限公司; or opens it as
        an item of a list: 、星光 + 玉龙机械有限公司."""
        word, ending = self.words[at], self.words[at + len(taken) + 1]
        if not ending.text.endswith("有限公司") or word.text in (*_KINDS_OF_BODIES, *SOFT):
            return False
        item = self.text[max(0, word.start - 1) : word.start] in ("、", "。", "")
        last_is_place = taken[0].kind in PLACES and len(taken) <= 2
        return word.kind in (*BUSINESS, "gap") and (last_is_place or (item and len(word.text) == 2))

    def _is_brand_of_branch(self, at: int, taken: list[Word]) -> bool:
        """Whether an unknown word before a place is the brand of the branch there: 闽运 + 平潭 + 分公司."""
        word, ending = self.words[at], self.words[at + len(taken) + 1]
        brand = word.kind == "gap" and len(word.text) >= 2 and len(taken) == 1
        return brand and ending.text in BRANCHES_OF_BRANDS

    def _opens_brand(self, at: int, taken: list[Word]) -> bool:
        """Whether 和 begins the name of a company after its place: 青山和顺水产公司. A place and a company are no
        pair."""
        before = self.before(at)
        return (
            self.words[at].text == "和"
            and bool(taken)
            and taken[-1].kind == "gap"
            and self.words[at + len(taken) + 1].text.endswith("公司")
            and before is not None
            and before.kind in PLACES
        )

    def _joins(self, at: int, taken: list[Word]) -> bool:
        """Whether 和 or 与 stands between two businesses of one name: 发展和改革, 执法与应急."""
        before = self.before(at)
        unit = self.words[at + len(taken) + 1].text in _UNITS  # 人口监测与家庭发展股
        return (
            self.words[at].text in ("和", "与")
            and bool(taken)
            and taken[-1].kind in BUSINESS
            and before is not None
            and (before.kind == "topic" or (unit and before.kind in BUSINESS))
        )
