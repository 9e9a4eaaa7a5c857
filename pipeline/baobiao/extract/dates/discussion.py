"""Which year a report speaks about, place by place.

A bare 3月, 全年 or 年末 has the year that its part of the report is about: the report's year. A
work report to a congress is given at the beginning of a year and is about the year before, until
the plan begins.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from baobiao.model import Draft

# Reports that are read to a congress in the first months of their year.
_GIVEN_TO_CONGRESS = re.compile("(?:政府|法院|检察院|人大常委会|人民代表大会常务委员会)工作报告")
_GIVEN_ON = re.compile(r"((?:19|20)\d\d)\s?年\s?(\d{1,2})\s?月(?:\s?\d{1,2}\s?日)?\s?在")
_YEARS_END = 11  # November
_OPENING = 600  # characters, in which a report says where it was given
# 存在的问题和下一步打算: what is wanting is told first, then what is meant to be done.
WANTING = re.compile("问题|不足|短板|差距|困难")
_REMEDY = re.compile("打算|计划|安排|思路|下一?步|改进|整改|对策|措施|方向|目标|任务")
_PLAN = re.compile(
    "(?:工作|任务)(?:安排|打算|计划|思路|部署|设想)|目标任务|主要任务|重点(?:任务|工作)"
    "|总体要求|预期目标|下一?步|下阶段|明年|下一?年|今后|努力方向|基本方针"
)
_AHEAD = re.compile("下一?步|下阶段|明年|下一?年度?|今后|努力方向|未来")
_REVIEW = re.compile("回顾|总结|成[绩效就]|情况|过去")
_YEAR = re.compile("((?:19|20)[0-9]{2})\\s?年")
_ANY_YEAR = re.compile("(?<![0-9.])(?:19|20)[0-9]{2}(?=\\s?年|[-/.][01]?[0-9][-/.])")
_SPAN = re.compile("[0-9]年?\\s?(?:-|—|~|至)\\s?[12][0-9]{3}")
_NUMBERED = re.compile(
    r"^[\s　]*(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、)(.{2,40})$", re.M
)
_LEAD = re.compile(
    r"^[\s　]*(?:[(（]?[0-9一二三四五六七八九十]{1,3}[)）、.]\s*)?"
    r"(?:((?:19|20)[0-9]{2})\s?年(?:度|来|以来)?|(今年|去年)(?:以来|来)?)(?=[，,是])(?=.{40})",
    re.M,
)
_PLAN_BEGINS = (
    r"(?:今年|{year}年)(?:政府|经济|经济社会)?(?:工作|发展)?的?"
    r"(?:总体|主要|基本)(?:要求|思路|目标|预期目标|任务)"
)
YEAR_OF_A_PLAN = r"今年是[^。\n]{0,30}(?:开局|起步|关键|收官|攻坚|第一|最后)[^。\n]{0,6}年"
"""今年是“十五五”开局之年: what follows is planned, in whatever room of the report that is asked."""
_PLAN_OPENS = re.compile(rf"^[\s　]*{YEAR_OF_A_PLAN}", re.M)


@dataclass(frozen=True, slots=True)
class Discussion:
    """The report's own year (今年), the one it reviews, and where it is about another."""

    this_year: int
    reviewed: int
    scopes: tuple[tuple[int, int, int], ...] = ()

    @property
    def to_congress(self) -> bool:
        return self.reviewed < self.this_year

    def year_at(self, offset: int) -> int:
        """The year that a bare month at this place has: that of the scope that began last."""
        at = bisect_right(self.scopes, (offset, 1 << 60, 0))
        for start, end, year in reversed(self.scopes[:at]):
            if start <= offset < end:
                return year
        return self.reviewed


def tells_of_wants_first(title: str) -> bool:
    """Whether a heading names what is wanting and then what is meant to be done.

    >>> tells_of_wants_first("存在的问题和下一步打算"), tells_of_wants_first("存在的问题")
    (True, False)
    """
    wanting = WANTING.search(title)
    return bool(wanting and _REMEDY.search(title, wanting.end()))


def turn_to_plan(folded: str, start: int, end: int, coming: int, this_year_too: bool) -> int:
    """Where a part that tells of what is wanting comes to what is meant to be done; 0 where it does not say.

    2024年，我局将…; 下一步，…: such a sentence holds to the end of the part.
    """
    now = "今年|" if this_year_too else ""
    ahead = f"{coming}年(?!\\d)|{now}明年|下一?年|新的一年|下一?步|下一阶段|今后|接下来"
    opens = re.compile(rf"(?:(?<=[。；\n])|^)[ \u3000]*(?:\(?[一二三四五]\)?[、.是])?(?:{ahead})")
    found = opens.search(folded, start, end)
    return found.start() if found else 0


def given_to_congress(draft: Draft, year: int | None) -> int | None:
    """The year in which the report was given to a congress that hears of the year before; None of other reports.

    The report's own ``year`` is that one or the one before; the day on which it was given says which. A congress
    that meets in November or December hears of the year that ends.
    """
    document = draft.document
    if document.carried_out is not None:
        return document.carried_out + 1
    if year is None or not _GIVEN_TO_CONGRESS.search(document.report_type + document.title):
        return None
    day = _GIVEN_ON.search(draft.folded, 0, _OPENING)
    given, month = (int(day[1]), int(day[2])) if day else (year, 1)
    if given == year:
        return given if month < _YEARS_END else None
    return given if given == year + 1 else year


def discussed(draft: Draft) -> Discussion | None:
    """What the draft's title, headings and paragraphs say of the year.

    Where the report's year is not known, it is the first that its text names, if any.
    """
    document = draft.document
    year = document.year or (document.issue_date.year if document.issue_date else None)
    if year is None:
        named = _ANY_YEAR.search(draft.folded)
        if named is None:
            return None
        year = int(named[0])
    given = given_to_congress(draft, year)
    bare = Discussion(given, given - 1) if given else Discussion(year, year)
    year = bare.this_year
    scopes = _of_headings(draft, bare)
    opening = draft.folded.find("各位代表", 0, 3000)
    if bare.to_congress and opening > 0:
        scopes.append((0, opening, year))  # the day on which the report is given
    if bare.to_congress and not any(scope[2] == year for scope in scopes):
        scopes += _of_plan(draft.folded, bare)
    scopes += _of_paragraphs(draft.folded, bare)
    return Discussion(year, bare.reviewed, tuple(sorted(scopes)))


def _of_headings(draft: Draft, bare: Discussion) -> list[tuple[int, int, int]]:
    text = draft.folded
    if draft.sections:
        titles = [
            (s.start, s.section_end, text[s.start : s.end])
            for s in draft.sections
            if s.level <= 4 and s.end - s.start <= 50
        ]
    else:
        found = list(_NUMBERED.finditer(text))
        ends = [m.start() for m in found[1:]] + [len(text)]
        titles = [(m.start(), end, m[1]) for m, end in zip(found, ends, strict=False)]
    scopes = []
    for start, end, title in titles:
        year = _year_of_title(title, bare)
        if year is not None and tells_of_wants_first(title):
            start = turn_to_plan(text, start + len(title), end, year, bare.to_congress) or start
        if year is not None:
            scopes.append((start, end, year))
    return scopes


def _year_of_title(title: str, bare: Discussion) -> int | None:
    """The one year that a heading names, or the year that its words put it in."""
    named = {int(year) for year in _YEAR.findall(title)}
    if _SPAN.search(title) or len(named) > 1:
        return None
    if named:
        return named.pop()
    if "今年" in title:
        return bare.this_year
    if "去年" in title:
        return bare.this_year - 1
    if bare.to_congress:
        if _REVIEW.search(title):
            return bare.reviewed
        return bare.this_year if _PLAN.search(title) else None
    return bare.reviewed + 1 if _AHEAD.search(title) else None


def _of_plan(folded: str, bare: Discussion) -> list[tuple[int, int, int]]:
    """Where no heading shows it: the plan begins where this year's aims are announced."""
    aims = re.compile(_PLAN_BEGINS.format(year=bare.this_year))
    found = _PLAN_OPENS.search(folded) or aims.search(folded, len(folded) // 10)
    return [(found.start(), len(folded), bare.this_year)] if found else []


def _of_paragraphs(folded: str, bare: Discussion) -> list[tuple[int, int, int]]:
    """A paragraph that begins with 2023年， is about that year as long as it lasts."""
    scopes = []
    for found in _LEAD.finditer(folded):
        end = folded.find("\n", found.end())
        year = int(found[1]) if found[1] else bare.this_year - (found[2] == "去年")
        scopes.append((found.start(), len(folded) if end < 0 else end, year))
    return scopes
