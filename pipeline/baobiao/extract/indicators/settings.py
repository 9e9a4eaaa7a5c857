"""What each stretch of a report is about: the year under review, or the one that it plans."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from baobiao.extract.dates.discussion import (
    WANTING,
    YEAR_OF_A_PLAN,
    given_to_congress,
    tells_of_wants_first,
    turn_to_plan,
)
from baobiao.extract.indicators.names import Cover
from baobiao.model import Document, Draft, Section

_PLAN_TITLE = re.compile(
    r"(?:工作|主要|重点)?(?:安排|计划|打算|思路|部署)|(?<!为)(?:目标|任务)(?!为)|下一步|下步|下一年|明年|总体要求|主要预期|今后|做好(?:今年|明年|\d{4}年|各项|当前|新的?一年)\w{0,10}工作|开好局|建议$"
)
_NEXT_STEP = re.compile(r"下一?步|下一?年|明年|(?:计划|打算|思路|安排)$")
_REVIEW_TITLE = re.compile(
    r"形势|回顾|完成情况|执行情况|整改情况|总结|成效|成绩|开展情况|落实|实施|主要工作情况|取得|措施|做法|问题|不足|贯彻|履行"
)
_REVIEW = re.compile(r"形势|回顾|完成情况|执行情况|总结|过去|成就|五年来|工作情况|成效")
_TURN_TO_PLAN = re.compile(
    rf"{YEAR_OF_A_PLAN}|"
    r"(?:今年|\d{4}年|“?十[四五六]五”?时期)[^。\n]{0,30}(?:总体要求|总体思路|主要(?:预期)?目标|主要任务|工作安排)"
    r"|(?:今年|\d{4}年)(?:要|，?我们将|将)(?:重点|着力|突出|切实|抓好|做好)"
)
_WANTING_IN_TEXT = re.compile(
    r"(?:薄弱|不足|差距|短板|不够|不高|不强|矛盾|落后|滞后|不到位|有待)(?!，?(?:将|要|着力))[^。\n]*。"
)
_LONGEST_COMPLAINT = 200  # characters
_YEARS_PAST = re.compile(r"[ \u3000]*(?:(?:这|过去的?)[三四五]年|过去的?一年，|[三四五]年[来间]，)")
_DURING = re.compile(r"”?(?:时期|期间)?(?:以来)?，")
ITEM_LEVEL = 6
_UNHEADED = 900  # characters; what only greets and announces is shorter


@dataclass(frozen=True, slots=True)
class Setting:
    """The year a stretch of the report is about unless it says otherwise, and whether it plans."""

    start: int
    year: int | None
    plans: bool


class Settings:
    """Answers for every offset whether the report reviews or plans there, and of which year.

    ``year`` is the year in which the report was given where it reviews the year before, else the one it is about.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        given = given_to_congress(draft, draft.document.year)
        self.year = given or draft.document.year
        self.reviews_year_before = given is not None or _is_draft(draft.document)
        self._all = self._settings()
        self._starts = [setting.start for setting in self._all]
        self.first = self._all[0]

    def at(self, offset: int) -> Setting:
        """The setting that holds at an offset."""
        return self._all[bisect_right(self._starts, offset) - 1]

    def _settings(self) -> list[Setting]:
        year = self.year
        if year is None:
            return [Setting(0, None, False)]
        past = year - 1 if self.reviews_year_before else year
        found = [Setting(0, past, False)]
        by_id = {s.section_id: s for s in self.draft.sections}
        planning = self._planning_parts()
        turned = mixed = 0
        text = self.draft.folded
        for section in self.draft.sections:
            part = _part(section, by_id)
            plans = part.section_id in planning or _plans(section, part)
            coming = self._plan_end(part) or (year if self.reviews_year_before else year + 1)
            if section.level < ITEM_LEVEL and (plans or tells_of_wants_first(section.title)):
                at = turn_to_plan(
                    text, section.end, section.section_end, coming, self.reviews_year_before
                )
                before = text[section.end : at]
                wanting = not self.reviews_year_before and len(before) < _LONGEST_COMPLAINT
                wanting = wanting and bool(_WANTING_IN_TEXT.search(before))
                if at and (wanting or tells_of_wants_first(section.title)):
                    turned, mixed = at, section.section_end
                    found.append(Setting(turned, coming, True))
            if turned and section.start < mixed:
                plans = section.start >= turned
            found.append(Setting(section.start, coming if plans else past, plans))
        if self.reviews_year_before:
            demanding = {s.start for s in self._demanding()}
            found = [
                Setting(s.start, year, True) if s.start in demanding and not s.plans else s
                for s in found
            ]
        if self.reviews_year_before and not any(s.plans for s in found):
            headed = Cover((s.start, s.end) for s in self.draft.sections if s.level < 6)
            turns = _TURN_TO_PLAN.finditer(self.draft.folded)
            turn = next((t for t in turns if not headed.overlaps(t.start(), t.end())), None)
            if turn:
                found = [s for s in found if s.start < turn.start()]
                found.append(Setting(turn.start(), year, True))
        return sorted([*found, *self._looks_back(found, past)], key=lambda each: each.start)

    def _demanding(self) -> Iterator[Section]:
        """Parts whose items demand (一要…二要…), and their items: they plan whatever they are headed with."""
        items = [s.parent_id for s in self.draft.sections if s.marker.endswith("要")]
        for section in self.draft.sections:
            head = section.parent_id if section.level == ITEM_LEVEL else section.section_id
            if items.count(head) > 1:
                yield section

    def _looks_back(self, found: list[Setting], past: int) -> Iterator[Setting]:
        """Paragraphs of a plan that tell of years gone by: “十四五”时期，… before “十五五”时期，….

        Each is reviewed to its end, where the plan goes on.
        """
        text = self.draft.folded
        opening = {
            text.rfind("\n", 0, date.start) + 1: date.date_to.year
            for date in self.draft.dates
            if date.precision == "plan" and date.date_to and date.date_to.year <= past
            if _DURING.match(text, date.end)
            and not text[text.rfind("\n", 0, date.start) + 1 : date.start].strip(" \u3000“")
        }
        starts = [each.start for each in found]
        for line in re.finditer(r"[^\n]+", text):
            year = opening.get(line.start(), past if _YEARS_PAST.match(line[0]) else None)
            around = found[bisect_right(starts, line.start()) - 1]
            if year is not None and around.plans:
                yield Setting(line.start(), year, False)
                yield replace(around, start=line.end())

    def _planning_parts(self) -> set[int]:
        """The parts of a report that look ahead.

        A 政府工作报告 reviews first; every part behind the review looks ahead, whatever slogan it is headed with.
        """
        planning: set[int] = set()
        first = next((s for s in self.draft.sections if s.level < 6 and s.title), None)
        # A long text before the first heading is the review; where it is, all that is headed looks ahead.
        reviewed = first is not None and first.start > _UNHEADED
        last = self.year if self.reviews_year_before else (self.year or 0) + 1
        for part in self.draft.sections:
            if part.parent_id or part.level >= 6:
                continue
            named = [int(y) for y in re.findall(r"(20\d\d|19\d\d)年", part.title)]
            review = _REVIEW.search(part.title) or (named and last and max(named) < last)
            wanting = WANTING.search(part.title) and not tells_of_wants_first(part.title)
            review = review or wanting  # 困难和不足
            if self.reviews_year_before:
                if review:
                    reviewed = True
                elif (
                    (reviewed and part.level == 1)
                    or (named and max(named) == last)
                    or _PLAN_TITLE.search(part.title)
                ):
                    planning.add(part.section_id)
            elif not _REVIEW.search(part.title) and named and max(named) == last:
                planning.add(part.section_id)
        return planning

    def _plan_end(self, part: Section) -> int | None:
        """The last year of the plan that heads a part: “十五五”时期主要目标 speaks of 2030."""
        spans = [
            d
            for d in self.draft.dates
            if d.precision == "plan" and part.start <= d.start < part.end
        ]
        named = re.search(r"\d{4}年", part.title)
        return spans[-1].date_to.year if spans and not named and spans[-1].date_to else None


def _is_draft(document: Document) -> bool:
    """Whether the report's year is the one that it plans: 预算草案, but not 2016年预算执行情况."""
    drafts = document.report_type in ("国民经济和社会发展计划报告", "预算执行报告")
    return drafts and "执行" not in document.title


def _part(section: Section, by_id: dict[int, Section]) -> Section:
    while section.parent_id in by_id:
        section = by_id[section.parent_id]
    return section


def _plans(section: Section, part: Section) -> bool:
    """Whether a heading or the part that it stands in announces what is to come."""
    if section.level < 6 and _NEXT_STEP.search(section.title):
        return True
    return bool(_PLAN_TITLE.search(part.title)) and not _REVIEW_TITLE.search(part.title)
