"""Which time a number is about, and whether it was reached or is wanted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date
from itertools import pairwise

from baobiao import numerals
from baobiao.characters import fold
from baobiao.extract.indicators.names import Cover
from baobiao.extract.indicators.settings import Settings
from baobiao.model import Date, Draft

_TARGET = re.compile(
    r"力争|争创|争取(?=.{0,14}(?:达到|实现|突破|完成|增长|建成|控制))|(?<![于过超达])预期(?!寿命|性)|目标(?:是|为|值|：|:)|确保(?!.{0,12}(?:均|率和).{0,6}(?:达到|达))|(?<!按)计划(?=增长|递增|为|平均|每年|提高|降低|达到|控制|投资|完成|新增|新建|实施|建设|安排|总投资|改造|引进|到|于|在|用)"
    r"|拟(?=按|[\u4e00-\u9fff]{2})|(?<!已)将(?=持续|继续|进一步|着力|全力|加快|加大|督促|达到|实现|超过|新增|突破|投入|增长|建成|完成|力争|达)|到本世纪|要(?=达到|实现|完成|力争)|有望|(?:建成|投产|达产|完工|实施)后，?(?:预计)?可(?=[新实达增提带年])"
)
_COMPARED = re.compile(
    r"[比较](?!重)[^，。；]{0,10}[年期间]的$"
)  # 比2020年的710亿元增加 was reached
# 计划草案规定，…增长7%，…增长8%: what a plan says holds for the whole sentence.
_PLAN_SAYS = re.compile(
    r"(?:计划|草案|纲要)\)?[”》]?(?:要求|规定|确定|提出)|(?:今年|\d{4}年)计划(?!任务|执行|完成|指标|外|内)(?=\w{2})|目标定[为在]"
)
# 固投总任务52亿元, 年度投资计划由2亿元增至6亿元: what was set, not what was done.
_SET_GOAL = re.compile(
    r"^(?!.*(?:完成|占|超|达成))[^，。；]*(?:\d年任务|总任务|目标任务|年度任务|年度目标|预期任务|投资计划)(?:数|额)?(?:为|是|由[^，。；]*)?$"
)
# 占总任务6076亩的100.13%: the whole that was set, of which a share was done.
_WHOLE_OF_GOAL = re.compile(r"(?:任务|目标|计划)(?:面积|投资|产量|资金)?数?$")
_SHARE_BEHIND = re.compile(r"[\d,.]+[^，。；的]{1,5}的\d")
# 按照今年去存20%、明年去存60%的目标要求
_BY_GOAL = re.compile(r"(?<!不)按照?[^，。；]{2,40}(?:目标|任务)要求")
# 增长8.6%，高于年初8.5%左右的目标; 失业率控制在3%的目标以内
_ABOVE = re.compile(r"(?:[高低好优多快]于|超[过出额]*|控制在)[^，。；]{0,8}$")
_THE_GOAL = re.compile(
    r"[\d.]+[^，。；\d]{1,5}的?(?:年度|年初|预期|调控|控制|考核|工作)*目标(?![^，。；]{0,4}\d)"
)
_BOUNDED = re.compile("控制在|不低于|不高于|不超过|不少于|达到")
_IN_FACT = re.compile(r"(?:[\d,.]+[^，。；的\d]{1,5}){1,2}，实际")  # 计划审计项目28个，实际完成31个
_PART_OF_IT = re.compile("(?:其中|包括)[^，；]{0,6}$")
_GOAL_REACH = 48  # characters from a number to the end of such a phrase
_THERE_ARE = re.compile(r"[我全]国现?有[^，。；]*$")  # 我国有13亿人口 is so, whatever is planned
_BY_YEAR = re.compile(r"到(20\d\d)")
# 在上年增产的基础上, (2010年不变价): a time that the figure is not about.
_BUILT_ON = re.compile(r"[^，。；]{0,24}的?基础上|(?:不变|可比)价")
_WHICH = re.compile(
    r"(?:批复|批准|获批|立项|下达|确定|出台|签约)的"
)  # 去年批复的6个项目 are yet to come
# 对2020年底以前发布的文件进行清理: when they were issued, not when they were counted.
_ISSUED = re.compile(
    r"[初末底]?(?:以前|之前|以来|之?前)?(?:已|所)?(?:发布|印发|制定|出台|颁布|下发|公布|实施|签订|登记|存续)的(?=\d)"
    r"|(?:形成|产生|遗留|拖欠)的"
    r"|年?[初末底]?(?:以前|之?前)(?:已|所)?(?:发布|印发|制定|制发|出台|颁布|下发|公布|签订)的"
)
# 公布了2012年财政决算和2013年财政预算: the year of what was published.
_PUBLISHES = re.compile(r"(?:公布|公开|发布|审议|听取|审查|批准)了?(?:[^，。；]{0,14}[和、及与])?$")
_PUBLISHED = re.compile(
    r"(?:年度|度)?(?:[财部]\w|一般公共)?\w{0,4}(?:决算|预算|年报|报告|要点|目录|方案)"
)
# 2004年我们提出用三年…，已偿还1834亿元: when it was decided, not when it was done.
_DECIDED = re.compile(
    r"，?(?:我们|国务院|中央|党中央|[我全][国省市区县])?(?:提出|作出|决定|确定|部署|启动|开始)[^，。；]*，"
)
_AGO = re.compile(r"([一二两三四五六七八九十]|\d{1,2})年前的?[^，。；]{0,4}$")
_CARRIED_IN = re.compile("结转")
_LEFT = re.compile("结余")
_CLOSED_BEHIND = re.compile(r"[^()]*\)")
_CARRIED_OVER = re.compile("结转[至到]?$")
_MULTIPLIED = re.compile(
    r"(?:(?:决算|预算|执行|实际|完成)数)?的[^，。；]{1,6}倍|[^，。；]{0,12}总和"
)  # 是2010年的2.2倍
_SHARE_OF = re.compile(r"的[\d.]+%")  # 为上年底的104.6%
_REPORTED = re.compile(
    "(?:审计)?(?:工作)?报告(?:反映|指出|披露)的"
)  # 上年度报告反映的问题，已整改69个
# 对甲局2012年度预算执行情况进行审计，查出问题9个: the year of what was audited.
_AUDITED = re.compile(
    r"度?[本省市区县级]*(?:部门)?(?:预算|决算|财[政务])[^，。；\d]{0,20}审计[^，。；\d]{0,4}，"
)
_SINCE_EVENT = re.compile(r"[^，。；]{1,16}以来(?=，)")
_LAST_YEAR = re.compile(r"[去上前]年|\d{4}年$")
_GOALS = re.compile(r"[^。；]{0,26}目标(?:任务)?(?:如下|包括)?[是为：:。]")
# 这是产业升级的五年。 五年转移人口8463万人
_STRETCH = re.compile(
    r"的([三四五])年[，。；]|(?:^|(?<=[，。；]))([三四五])年(?:累计|共|新|转|改|建|完|解)", re.M
)
_YEARS = {"三": 3, "四": 4, "五": 5}
_BASE = re.compile(
    r"(?:比|较|与|同|跟|和|相较|相比|相当于|超|[高低快慢多少好优]于|由|从|恢复[到至])(?:疫情)?(?:前)?$"
)
# 比2016年的9亿元, 比2016年决算数9亿元: the figure of the time that is compared with.
_OF_BASE = re.compile(r"[的 、(]*(?:(?:决算|预算|执行|实际|完成)数?)?[的 、(]*")
LIST_SEAMS = frozenset("、和及与")
_SEASONS = frozenset(("month", "quarter", "half_year", "span"))
_POINT = re.compile(r"截[至止]|[末底]$")  # a stand on one day is not the time of what follows
_HEADING = 40  # a heading is no longer
_SET_AGAINST = re.compile("相比|比较|相较")
_INDENT = 12  # characters before the date that a paragraph opens with: an indent, a marker


class Periods:
    """Answers for every offset of a report which period it speaks of."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.settings = Settings(draft)
        self.year = self.settings.year
        self.reviews_year_before = self.settings.reviews_year_before
        self._dates = [d for d in draft.dates if d.date_from or d.date_to]
        self._date_starts = [d.start for d in self._dates]
        title = draft.folded.find(fold(draft.document.title)) if draft.document.title else -1
        ends = title + len(draft.document.title)
        self._works = Cover(m.span() for m in re.finditer(r"《[^《》\n]{1,120}》", draft.folded))
        self._title_dates = [d for d in self._dates if title >= 0 and title <= d.start < ends]

    def governing(
        self, sentence_start: int, offset: int, *, change: bool, earlier: bool
    ) -> Date | None:
        """The last date of the sentence before the offset that says when, not against what.

        For the first level of 由A增至B that is the date that 由 leads to.
        """
        text = self.draft.folded
        index = bisect_right(self._date_starts, offset) - 1
        while index >= 0 and self._dates[index].start >= sentence_start:
            found = self._dates[index]
            opens = self._list_start(index)
            base = _BASE.search(text[max(0, opens - 8) : opens])
            moved = base is not None and base.group()[0] in "由从恢"
            if earlier:
                says_when = moved
            else:
                beside = not change and bool(_OF_BASE.fullmatch(text, found.end, offset))
                if base and base.group()[-1] == "于" and text[found.end : found.end + 1] != "的":
                    beside = False  # 快于2023年0.8个百分点 says by how much
                says_when = base is None or (beside and not moved)
            passed = "；" in text[found.end : offset] and bool(
                _PART_OF_IT.search(text, sentence_start, found.start)
            )  # 其中2014年支出9元；公开信息9批: what one part says of itself
            if says_when and not passed and not self._is_aside(found, offset):
                opening = self._opening_year(sentence_start, index)
                return opening if found.precision == "plan" and opening else found
            index -= 1
        return None

    def _opening_year(self, sentence_start: int, index: int) -> Date | None:
        """The year that opens a sentence in which a plan's period is only named: 2026年，推进“十五五”时期法治建设."""
        first = self._dates[bisect_left(self._date_starts, sentence_start)]
        plan = self._dates[index]
        before = self.draft.folded[max(0, plan.start - 2) : plan.start].rstrip("“")
        named = (
            bool(re.search("[\u4e00-\u9fff]$", before)) and self.draft.folded[plan.end] not in "，,"
        )
        opens = first.start - sentence_start <= _INDENT and first.precision == "year"
        return first if named and opens and first is not plan else None

    def _is_aside(self, found: Date, offset: int) -> bool:
        """Whether a date only tells of something that the number at the offset speaks of, not when it was counted."""
        text = self.draft.folded
        built_on = _BUILT_ON.match(text, found.end)
        return bool(
            found.text.startswith("每")
            or self._works.contains(found.start, found.end)
            or _MULTIPLIED.match(text, found.end)
            or (_SHARE_OF.match(text, found.end) and text[found.start - 1] in "为是")
            or (found.text.startswith("上") and _REPORTED.match(text, found.end))
            or (found.precision == "year" and _AUDITED.match(text, found.end, offset))
            # 结转下年度6件 are of the year that they are carried from, 上年结转6件 of that to which.
            or _CARRIED_OVER.search(text, max(0, found.start - 4), found.start)
            or _CARRIED_IN.match(text, found.end)
            or (_LEFT.match(text, found.end) and "，" in text[found.end : offset])
            or (built_on and built_on.end() <= offset)
            or _ISSUED.match(text, found.end)
            or (
                _PUBLISHED.match(text, found.end)
                and _PUBLISHES.search(text, max(0, found.start - 20), found.start)
            )
            or (found.precision == "year" and _DECIDED.match(text, found.end, offset))
            or (self.settings.at(offset).plans and _WHICH.match(text, found.end))
            # 下降5%（2017年减支）；其他支出: what stands in brackets is said of what is before them.
            or _CLOSED_BEHIND.match(text, found.end, offset)
        )

    def _list_start(self, index: int) -> int:
        """Where the list begins that a date ends: 比2022年和2023年 compares with both."""
        if _SET_AGAINST.match(self.draft.folded, self._dates[index].end):
            return self._dates[index].start  # 2005年与2000年相比 is no list
        while index and (
            self.draft.folded[self._dates[index - 1].end : self._dates[index].start] in LIST_SEAMS
        ):
            index -= 1
        return self._dates[index].start

    def listed(self, sentence_start: int, first: int, count: int) -> list[Date]:
        """The dates that a list of ``count`` numbers shares out: 2023年和2024年分别培训300人、420人."""
        text = self.draft.folded
        index = bisect_left(self._date_starts, first)
        found = self._dates[max(0, index - count) : index]
        if count < 2 or len(found) < count or found[0].start < sentence_start:
            return []
        seams = {text[a.end : b.start] for a, b in pairwise(found)}
        lead = text[found[-1].end : first]
        shares = lead in ("的", "各") or ("分别" in lead and not re.search("[，。；]", lead))
        closed = all(date.date_to for date in found)
        return found if seams <= LIST_SEAMS and shares and closed else []

    def _plan_of_paragraph(self, sentence_start: int) -> Date | None:
        """The plan period whose goals the paragraph lists: “十五五”时期主要目标是：…。…。"""
        paragraph = self.draft.folded.rfind("\n", 0, sentence_start) + 1
        for found in self._dates:
            here = paragraph <= found.start < sentence_start and found.precision == "plan"
            if here and _GOALS.match(self.draft.folded, found.end):
                return found
        return None

    def _year_before(self, offset: int, year: int) -> int:
        """The year that 由A降至B begins with: before the years that the paragraph or its heading is about."""
        paragraph = self.draft.folded.rfind("\n", 0, offset) + 1
        ago = _AGO.search(self.draft.folded, max(paragraph, offset - 12), offset)
        if ago:
            return year - int(numerals.parse(ago[1].replace("两", "二")))
        for found in self._dates[: bisect_right(self._date_starts, offset)][::-1]:
            if found.start < paragraph:
                break
            led = self.draft.folded[found.start - 1 : found.start] in ("由", "从")
            if (
                led
                and found.date_from
                and found.precision == "year"
                and found.date_from.year < year
            ):
                return found.date_from.year  # 甲由1997年的1增加到2，乙由3增加到4
        headings = [
            (s.start, s.end) for s in self.draft.sections if s.start <= offset < s.section_end
        ]
        for start, end in ((paragraph, offset), *reversed(headings)):
            of_year = [d for d in self._dates if start <= d.start < end and d.precision == "year"]
            if end != offset and any(d.date_to and d.date_to.year == year for d in of_year):
                return year - 1  # 2025年和“十四五”时期工作回顾
            spans = [
                d.date_from
                for d in self._dates
                if start <= d.start < end and d.date_from and d.date_to
                if d.date_to.year - d.date_from.year >= 2
            ]
            if spans:
                return spans[-1].year - 1
        opened = self._opened_by(headings[0][0] if headings else 0, paragraph)
        if opened:
            return opened - 1
        ends = self.draft.folded.find("\n", offset)
        head = self.draft.folded.rfind("\n", 0, max(0, paragraph - 1)) + 1
        start = (
            head if paragraph - head < _HEADING else paragraph
        )  # 这是…的五年。 may be a line of its own
        stretch = _STRETCH.search(self.draft.folded, start, ends if ends > 0 else offset)
        return year - (_YEARS[stretch[1] or stretch[2]] if stretch else 1)

    def _opened_by(self, begin: int, end: int) -> int | None:
        """The first year of the years that a paragraph before opens with: 过去五年，…。"""
        text = self.draft.folded
        for found in reversed(self._dates[: bisect_left(self._date_starts, end)]):
            if found.start < begin:
                return None
            opens = not text[text.rfind("\n", 0, found.start) + 1 : found.start].strip(" \u3000“—")
            if opens and found.date_from and found.date_to:
                return (
                    found.date_from.year if found.date_to.year - found.date_from.year >= 2 else None
                )
        return None

    def of(
        self, sentence_start: int, offset: int, *, change: bool, earlier: bool
    ) -> tuple[int | None, date | None, date | None]:
        """Year, first and last day that a number at the offset is about."""
        setting = self.settings.at(offset)
        found = self.governing(sentence_start, offset, change=change, earlier=earlier)
        if found is None and setting.plans:
            found = self._plan_of_paragraph(sentence_start)
        if found is None and not (setting.plans or earlier):
            found = self._season(sentence_start, setting.year)
        if found is None:
            year = setting.year
            if earlier and year is not None:
                later = self.governing(sentence_start, offset, change=False, earlier=False)
                if later and later.date_from and not later.date_to:  # 2022年以来由34件增至53件
                    return later.date_from.year, *_whole(later.date_from.year)
                ends = later.date_to.year if later and later.date_to else year
                year = self._year_before(offset, min(ends, year))
            return year, *_whole(year)
        start, end = found.date_from, found.date_to
        if _SINCE_EVENT.match(self.draft.folded, found.end):  # 2018年6月网上超市运营以来，累计…
            end = None
        if end is not None:  # a figure over years has the last of them
            return end.year, start, end
        if (
            start is not None and setting.year is not None
        ):  # 2021年以来 runs up to the report's year
            return max(start.year, setting.year), start, end
        return setting.year, start, end

    def _season(self, sentence_start: int, year: int | None) -> Date | None:
        """The part of the report's year that the paragraph opens with or the title names: 2026年5月，…; 一季度…情况."""
        paragraph = self.draft.folded.rfind("\n", 0, sentence_start) + 1
        index = bisect_left(self._date_starts, paragraph)
        text = self.draft.folded
        opening = [
            first
            for first in self._dates[index : index + 1]
            if first.start - paragraph <= _INDENT
            and not _POINT.search(text[paragraph : first.end])
            and text[first.end : first.end + 1] not in ("末", "底")
        ]
        for found in (*opening, *self._title_dates):
            if found.date_to and found.date_to.year == year and found.precision in _SEASONS:
                return found
        return None

    def to_come(
        self, sentence_start: int, offset: int
    ) -> tuple[int | None, date | None, date | None] | None:
        """The year in which what is wanted shall be, where the words name none: 力争全年投资9亿元."""
        found = self.governing(sentence_start, offset, change=False, earlier=False)
        if _IN_FACT.match(self.draft.folded, offset):
            return None  # what was planned for the year under review
        if _set_above(self.draft.folded, sentence_start, offset):
            return None  # 高于年初8.5%的目标
        named = found is not None and found.text not in ("全年", "年内", "当年")
        if named or not self.reviews_year_before or self.settings.at(offset).plans:
            return None
        return self.year, *_whole(self.year)

    def is_to_come(self, year: int | None) -> bool:
        """Whether a year lies ahead of the day of the report, which is early in the year after the one reviewed."""
        given = self.settings.first.year
        return year is not None and given is not None and year > given + 1

    def _is_coming(self, sentence_start: int, offset: int) -> bool:
        """Whether the sentence speaks of a year behind the one that the report is about: 2015年，力争….，…."""
        found = self.governing(sentence_start, offset, change=True, earlier=False)
        year = self.settings.at(offset).year
        return bool(found and found.date_to and year and found.date_to.year > year)

    def _is_past(self, sentence_start: int, offset: int) -> bool:
        """Whether a plan speaks of what was before: 去年超收12亿元，今年安排3亿元."""
        found = self.governing(sentence_start, offset, change=True, earlier=False)
        if found is None or found.date_to is None or self.year is None:
            return False
        return bool(_LAST_YEAR.match(found.text)) and found.date_to.year < self.year + (
            not self.reviews_year_before
        )

    def wanted(self, clause_start: int, sentence_start: int, start: int) -> bool:
        """Whether the number is planned, expected or demanded."""
        text = self.draft.folded
        if _COMPARED.search(text, sentence_start, start):
            return False
        if _THERE_ARE.search(text, max(clause_start, sentence_start), start):
            return False
        if self.settings.at(start).plans:
            return not self._is_past(sentence_start, start)
        before = text[max(clause_start, sentence_start) : start]
        if _TARGET.search(before) or _SET_GOAL.search(re.split("[，；：(]", before)[-1]):
            return True
        if "计划" in before and _IN_FACT.match(text, start):
            return True
        if _TARGET.search(text[sentence_start:start]) and self._is_coming(sentence_start, start):
            return True
        if _WHOLE_OF_GOAL.search(before) and _SHARE_BEHIND.match(text, start):
            return True
        ends = (m.end() for m in _BY_GOAL.finditer(text, sentence_start, start + _GOAL_REACH))
        if any(end > start for end in ends):
            return True
        if _set_above(text, sentence_start, start):
            return True
        if _BOUNDED.search(before) and self._is_coming(sentence_start, start):
            return True  # 2015年，用水总量控制在11亿立方米以内: the year behind the report's
        by = _BY_YEAR.search(before)
        if by and self.settings.first.year and int(by[1]) > self.settings.first.year:
            return True
        sentence = text[sentence_start:start]
        lead = re.search(r"(?:预期目标|主要目标|目标(?:任务)?)(?:是|为|：|:)", sentence)
        return bool(lead or _PLAN_SAYS.search(sentence))


def _set_above(text: str, sentence_start: int, start: int) -> bool:
    """Whether a number is the goal that was reached: 增长8.6%，高于年初8.5%左右的目标."""
    return bool(_ABOVE.search(text, sentence_start, start) and _THE_GOAL.match(text, start))


def _whole(year: int | None) -> tuple[date | None, date | None]:
    return (date(year, 1, 1), date(year, 12, 31)) if year else (None, None)
