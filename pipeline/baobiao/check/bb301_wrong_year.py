"""年份没有改过来。

Why: 用上年的稿子改写，标题、引言、统计期限里的年份漏改一处，整份报告讲的是哪一年就说不清了；
    下一年度安排的年份也要跟着改。
Source: 各类年度报告按年编写，报告期以标题的年份为准；
    下一年度安排应是报告年份的次年（法治政府建设与责任落实督察工作规定第二十五条第四项）。
Bad (法治政府建设年度报告, 2024):
    某某市某某局2024年法治政府建设年度报告
    现将2023年法治政府建设工作情况报告如下。
    一、2023年度主要举措和成效
    开展普法宣传12场次。
    二、存在的不足和原因
    执法人员业务能力有待提高，主要原因是培训不够。
    三、2024年工作安排
    加强培训。
Good (法治政府建设年度报告, 2024):
    某某市某某局2024年法治政府建设年度报告
    现将2024年法治政府建设工作情况报告如下。
    一、2024年度主要举措和成效
    与2023年相比，普法宣传增加12场次。
    二、存在的不足和原因
    执法人员业务能力有待提高，主要原因是培训不够。
    三、2025年工作安排
    加强培训。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.passages import is_quoted, lines
from baobiao.check.rule import Case
from baobiao.model import Finding, Section

CODE = "BB301"
NAME = "年份没有改过来"
SEVERITY = "error"

_YEAR = re.compile(r"(?<![\d—~至-])(20\d\d) ?年(?:度)?(?! ?[—~至-])")
# What the report says it is about: 现将2024年…报告如下; 统计期限为2024年1月1日至12月31日.
_ABOUT = re.compile(
    r"(?:现将|现就|公布|形成|编制)[^。；\n]{0,30}?(20\d\d) ?年度?(?=[^。；，\n]{0,40}(?:报告|年报|情况|汇报))"
    r"|(?:统计|数据)[^。；\n]{0,10}(?:期限|时限|期间|区间)[^。；\d\n]{0,8}(20\d\d) ?年1月1日"
)
_PLAN_KEYS = frozenset({"next_year", "plan", "tasks", "goal", "task", "draft", "half_year"})
_REVIEW_KEYS = frozenset(
    {"achieve", "problem", "cause", "first_resp", "done", "review", "prev", "exec", "final"}
)
_LEVELS = 2
_LEAD_LINES = 12
# Last year is named on purpose where what it left behind is told.
_LEFT_BEHIND = re.compile("整改|反馈|结转|遗留|以来|相比|上年")


def check(case: Case) -> Iterator[Finding]:
    """Years that can only be the report's own, or the one after it, and are another.

    Those are the years in headings of a review or a plan, last year's in any heading of an annual report, in the
    sentence that says what is reported, and in the period of the figures. A year in running text may be any.
    """
    year, reviewed = case.draft.document.year, _reviewed(case)
    if case.profile is None or year is None or reviewed is None:
        return
    for section in case.draft.sections:
        if section.level > _LEVELS or _LEFT_BEHIND.search(section.title):
            continue
        years = list(_YEAR.finditer(case.draft.folded, section.start, section.end))
        if len(years) == 1 and not is_quoted(case.draft, years[0].start()):
            expected = _expected(section, int(years[0][1]), reviewed, case.profile.whole_year)
            yield from _told(case, years[0], 1, expected)
    if not case.profile.whole_year:
        return
    for start, end in list(lines(case.draft))[:_LEAD_LINES]:
        for match in _ABOUT.finditer(case.draft.folded, start, end):
            yield from _told(case, match, 1 if match[1] else 2, year)


def _reviewed(case: Case) -> int | None:
    """The year under review; None where the title does not settle it.

    A title that names two years (2024年执行情况和2025年草案) reviews the first and plans the second.
    """
    year = case.draft.document.year
    named = sorted({int(each) for each in _YEAR.findall(case.draft.document.title)})
    if len(named) > 1:
        return named[0] if len(named) == 2 and named[1] == named[0] + 1 else None
    return year + case.profile.review_offset if case.profile and year is not None else None


def _expected(section: Section, written: int, reviewed: int, whole_year: bool) -> int:
    """The year that a heading can only name; the one that it does name where it may name others."""
    if section.required_section in _PLAN_KEYS:
        return reviewed + 1
    if section.required_section in _REVIEW_KEYS or (whole_year and written == reviewed - 1):
        return reviewed
    return written


def _told(case: Case, match: re.Match[str], group: int, expected: int) -> Iterator[Finding]:
    if int(match[group]) == expected:
        return
    start, end = match.span(group)
    yield Finding(
        code=CODE,
        severity=SEVERITY,
        start=start,
        end=end,
        text=case.draft.report.text[start:end],
        message=f"这里写的是 {match[group]} 年，按标题应是 {expected} 年",
        suggestion=f"改为“{expected}”",
    )
