"""What one heading of a table says beside a name: unit, year, plan or outcome, change, total or part."""

from __future__ import annotations

import re
from dataclasses import dataclass

from baobiao.characters import fold
from baobiao.extract.indicators.cells.figures import Measure, Units
from baobiao.extract.indicators.cells.times import (
    SEASONS,
    SPAN_OF_YEARS,
    YEARS,
    Period,
    months_of,
    period_of,
)

_SPACE = re.compile(r"\s+")
_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,30})[)\]]")
_UNIT_SAID = re.compile(r"[,，;；、]?\s*(?:计量|计价|金额|数据)?单位[:：]\s*([^()]{1,16})")
_UNIT_TAIL = re.compile(r"[/／:：,，±]*\s*([%‰])$")
# An index of prices says what it compares with: （上年=100）.
_BASE_100 = re.compile(r"\((?:以)?[^()=]{0,8}(?:=|为)100\)")
_MARKER = re.compile(
    r"(?:第[一二三四五六七八九十]+[章节部分]*[、 ]"
    r"|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d)|[①-⑳])"
)
# The code of an account before its name (2010301行政运行); 12345 and 110 are names themselves.
_ACCOUNT = re.compile(r"(?!12345|1(?:10|19|20|22)(?!\d))[1-9]\d{2}(?:\d{2}){0,2}(?=[^\d\W_])(?!年)")
_PART = re.compile(r"(?:其中|#)[:：,，]*")
_TOTAL = re.compile(r"(?:合计|总计|小计|共计|总合计|合计数|总计数)")
_TOTAL_END = re.compile(r"(?<=..)(?:\((?:合计|总计|小计)\)|合计数?|总计|小计)$")

_LAST_YEAR = re.compile(
    r"(?:上年度?|去年|上一年度?|前一年度?)(?:同期|同月)?(?=(?:实际|决算|执行|完成|预算|计划|统计|累计|本期)*(?:数|额|值)?$|末$|底$)"
)
_THIS_YEAR = re.compile(r"(?:本年度?|当年|今年|本期|全年|年内)(?!收入|支出|结|盈|可用|利润)")

_BASE = (
    r"(?:同比|环比|(?:比|较|与|同)?(?:(?:19|20)\d\d年度?|上年度?|去年|上月|上季度?|上期|年初|基期|同期|前年"
    r"|年初预算数?|全年预算数?|预算数?|计划数?)(?:末|底|同期|同月|决算数?|执行数?|实际数?|完成数?)*(?:相比)?)"
)
_VERB = (
    r"(?:增\(\+\)减?\(-\)减?|增减|增长|增加(?!值)|增幅|增速|涨幅|降幅|涨跌|上涨|下降|减少|降低|上升|提高|回落|净增"
    r"|变动|变化|升降|浮动|±|增)"
)
_TAIL = r"(?:\(减少\)|\(降低\)|\(减\)|\([+\-±、,]+\))?(?:速度|幅度|比例|比率|百分比|百分点|情况|金额|率|额|量|数|值)?"
_CHANGE = re.compile(rf"(?:本年|当年|本期)?{_BASE}?(?:实际|名义|可比)?{_VERB}{_TAIL}")
_COMPARED = re.compile(rf"(?:同比|环比|[比较与同]{_BASE})(?:\([%‰]\))?")
_CHANGE_END = re.compile(
    rf"(?<=..)(?<!自然)(?<!机械)(?<!拉动)(?<!贡献)(?:{_BASE}(?:实际|名义)?{_VERB}{_TAIL}"
    r"|(?<!新)(?:增减[额率数量]?|增长[率额]?|增速|增幅|涨幅|降幅|下降率?|降低率?|减少))$"
)
_FALL = re.compile(r"下降|减少|降低|降幅|回落")
_RISE = re.compile(r"增|升|涨|变|±|提高|浮动")
_RATE = re.compile(r"率$|速|幅|增长$|^同比$|^环比$|百分比$|[比]例$|百分点$")
_OF_PLAN = re.compile(r"预算|计划")

_STAGE = r"(?:年初|全年|年度|本年|当年|调整后?|变更后?|核定|批复|下达|财政|收入|支出|原|前期)*"
_PLAN = re.compile(
    rf"{_STAGE}(?:预算|计划|目标|任务|预期)(?:调整)?(?:安排)?(?:数额|数|额|值|指标|目标|任务|金额)?"
)
_ACTUAL = re.compile(
    r"(?:实际|年终|财政|收入|支出|本年|本期|全年|当年|累计)*(?:决算|执行|完成|实际|实绩|实现|发生|统计|快报|累计|绝对)"
    r"(?:数额|数|额|值|量|情况|金额|指标)?|(?:本年|本期|当年|全年|上年|去年)(?:同期)?累?计?(?:数|额|值)?"
)
_EXPECTED = re.compile(
    r"(?:全年|年末|全年度)?(?:预计|预测|估计)(?:完成|执行|实现|达到)?(?:数|额|值|情况)?"
)
_COUNT_WORDS = re.compile(r"(?:数量|数值|数据|数额|数|值|总量|数目|金额|指标值|合计数)")
_EMPTY_WORDS = re.compile(
    r"(?:项目|指标|指标名称|内容|信息内容|名称|类别|分类|单位|地区|年份|年度|月份|情况|备注|其中|第.{1,4}条.*项|\d{1,2})"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading, taken apart. ``words`` are what names something, "" where all of it says more
    about the figure than what it measures. ``said`` is the heading as it stands, on one line.

    ``role`` is ``total``, ``part`` or ""; ``status`` is ``target`` for a plan, ``actual`` for an
    outcome and ``expected`` for one not known yet; ``stage`` names a budget (年初预算).
    ``change`` is ``up``, ``down`` or "". ``months`` are the first and last of those that it names without
    a year.
    """

    said: str
    words: str
    measures: tuple[Measure, ...] = ()
    counted: Measure | None = None
    period: Period | None = None
    years_back: int | None = None
    months: tuple[int, int] | None = None
    role: str = ""
    status: str = ""
    stage: str = ""
    change: str = ""
    basis: str = ""
    rate: bool = False
    vague: bool = False
    marked: bool = False


def heading(text: str, units: Units, *, beside: bool = False, classes: bool = False) -> Heading:
    """A heading taken apart. ``beside`` says that it names a row, whose words stay as they are as
    far as they can; ``classes`` that （类）（款）（项） are the levels of accounts.

    >>> from baobiao.extract.indicators.cells.figures import units
    >>> from baobiao.lexicon import load
    >>> known = units(load())
    >>> [heading(text, known).words for text in ("收费金额（单位：万元）", "2024年决算数", "基本支出")]
    ['收费金额', '', '基本支出']
    >>> rise = heading("比上年增长（%）", known)
    >>> rise.change, rise.basis, [measure.unit for measure in rise.measures]
    ('up', 'year_on_year', ['%'])
    """
    return _Reading(text, units, beside=beside, classes=classes).heading()


class _Reading:
    """One heading while it is taken apart; ``text`` and its folded twin shrink together."""

    def __init__(self, text: str, units: Units, *, beside: bool, classes: bool) -> None:
        self.said = _SPACE.sub("", text)
        self.text = self.said
        self.units = units
        self.beside = beside
        self.classes = classes

    @property
    def folded(self) -> str:
        return fold(self.text)

    def cut(self, start: int, end: int) -> None:
        self.text = self.text[:start] + self.text[end:]

    def heading(self) -> Heading:
        marked, role = self._lead()
        measures = self._measures()
        period, back, months = None, None, None
        change, basis, rate = self._change()
        if not change or self.text:
            period, back = self._when()
            months = self._season()
            if not change:
                change, basis, rate = self._change()
        status, stage = self._status()
        words = re.sub(r"(?<=..)的$", "", self.text.strip("、，,：:；;·-—/ "))
        folded = fold(words)
        if _TOTAL.fullmatch(folded):
            role, words = "total", ""
        elif _EMPTY_WORDS.fullmatch(folded) and not (self.beside and len(folded) > 2):
            role, words = role or ("part" if folded == "其中" else ""), ""
        elif ending := _TOTAL_END.search(folded):
            role = role or "total"
            words = words if self.beside else words[: ending.start()]
        whole = self.units.read(words) if words and not self.beside else None
        if whole and whole.kind != "classifier" and not measures:
            measures, words = (whole,), ""
        return Heading(
            said=self.said,
            words=words,
            measures=measures,
            counted=self.units.counted(words) if words else None,
            period=period,
            years_back=back,
            months=months,
            role=role,
            status=status,
            stage=stage,
            change=change,
            basis=basis,
            rate=rate,
            vague=not self.beside and bool(_COUNT_WORDS.fullmatch(folded)),
            marked=marked,
        )

    def _lead(self) -> tuple[bool, str]:
        """Takes off what numbers a heading and 其中; says whether it was numbered, and its role."""
        marked, role = False, ""
        while found := _MARKER.match(self.folded):
            if found.end() == len(self.text):
                break
            self.cut(0, found.end())
            marked = True
        if self.classes and (account := _ACCOUNT.match(self.folded)):
            self.cut(0, account.end())
        if part := _PART.match(self.folded):
            role = "part"
            if part.end() < len(self.text):
                self.cut(0, part.end())
                self._lead()
        return marked, role

    def _measures(self) -> tuple[Measure, ...]:
        """Takes off the units that a heading gives: （公顷）, （单位：万元）, 增长%."""
        found: tuple[Measure, ...] = ()
        if index := _BASE_100.search(self.folded):
            self.cut(*index.span())
            found = (Measure(""),)
        for bracket in reversed(list(_BRACKET.finditer(self.folded))):
            inside = bracket[1]
            if self.classes and inside in ("类", "款", "项", "目"):
                continue
            said = _UNIT_SAID.fullmatch(inside)
            listed = self.units.said(said[1]) if said else self.units.listed(inside.strip("±+-"))
            if listed:
                found = listed
                self.cut(*bracket.span())
        if not found and (said := _UNIT_SAID.search(self.folded)):
            found = self.units.said(said[1])
            self.cut(*said.span())
        if not found and (tail := _UNIT_TAIL.search(self.folded)):
            found = (Measure(tail[1], kind="ratio"),)
            keep = "±" in tail.group() and tail.start() > 0
            self.cut(tail.start() + keep, len(self.text))
        return found

    def _change(self) -> tuple[str, str, bool]:
        """Takes off 同比增长, 增减率; says which way, against what, and whether it is a rate."""
        folded = self.folded
        found = _CHANGE.fullmatch(folded) or _COMPARED.fullmatch(folded)
        start = 0
        if found is None and (ending := _CHANGE_END.search(folded)):
            found, start = ending, ending.start()
        if found is None:
            return "", "", False
        words = found.group()
        self.cut(start, len(self.text))
        way = "down" if _FALL.search(words) and not _RISE.search(words) else "up"
        if "环比" in words or re.search(r"上[月季]", words):
            basis = "month_on_month"
        elif _OF_PLAN.search(words):
            basis = "other"
        else:
            basis = "over_period" if "年初" in words or "基期" in words else "year_on_year"
        return way, basis, bool(_RATE.search(words))

    def _when(self) -> tuple[Period | None, int | None]:
        """Takes off the year that a heading names, or how many years back it looks."""
        folded = self.folded
        if found := _LAST_YEAR.match(folded):
            self.cut(0, found.end())
            return None, 1
        if span := SPAN_OF_YEARS.match(folded):
            self.cut(*span.span())
            folded = self.folded
        years = [] if self.beside else list(YEARS.finditer(folded))
        if self.beside and (first := YEARS.match(folded)):
            rest = folded[first.end() :]
            years = [first] if not rest or first["end"] or "年" in first.group() else []
        if years:
            last = years[-1]
            for found in reversed(years):
                self.cut(*found.span())
            self.text = re.sub(r"^[的(（]?[)）]?|[(（][)）]", "", self.text)
            return period_of(last), None
        if not self.beside and (found := _THIS_YEAR.match(folded)):
            self.cut(0, found.end())
            return None, 0
        return None, None

    def _season(self) -> tuple[int, int] | None:
        """Takes off the months that are all that a heading says: 一季度, 1—6月."""
        if found := SEASONS.fullmatch(self.folded):
            self.text = ""
            return months_of(found)
        return None

    def _status(self) -> tuple[str, str]:
        """Takes off 预算数 and 决算数; says which it was, and which plan."""
        folded = self.folded
        if self.beside or not folded:
            return "", ""
        if _PLAN.fullmatch(folded):
            stage = re.sub(r"(?<=..)(?:数额|数|额|值|金额)$", "", self.text)
            self.text = ""
            return "target", stage if "预算" in stage else ""
        if _EXPECTED.fullmatch(folded):
            self.text = ""
            return "expected", ""
        if _ACTUAL.fullmatch(folded):
            self.text = ""
            return "actual", ""
        return "", ""
