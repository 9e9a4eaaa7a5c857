"""成文日期晚于法定期限。

Why: 法规规定了报送、公开的最后一天，成文日期已经过了，就是逾期。报告机关适用哪一个期限看不出来时，只按最晚的算。
Source: 各类报告的期限见 profiles 文件夹里的 deadline，例如政府信息公开条例第四十九条。
Bad (政府信息公开工作年度报告, 2024, 某某市某某局):
    一、总体情况
    全年主动公开信息1532条。
    某某市某某局
    2025年2月17日
Good (政府信息公开工作年度报告, 2024, 某某市某某局):
    一、总体情况
    全年主动公开信息1532条。
    某某市某某局
    2025年1月16日
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from baobiao.check.passages import closing
from baobiao.check.rule import Case
from baobiao.lexicon import Deadline, Profile
from baobiao.model import Finding

CODE = "BB111"
NAME = "成文日期晚于法定期限"
SEVERITY = "warning"


def check(case: Case) -> Iterator[Finding]:
    """An issue date behind the first deadline that surely binds the issuer."""
    document = case.draft.document
    day = closing(case.draft).day
    if case.profile is None or document.issue_date is None or document.year is None or day is None:
        return
    due = _due(case.profile, document.issuer)
    if due is None:
        return
    month, last = map(int, due.day.split("-"))
    limit = date(document.year + 1, month, last)
    # A year that is wrong is another fault than a report that is late.
    if not limit < document.issue_date <= date(document.year + 1, 12, 31):
        return
    yield Finding(
        code=CODE,
        severity=due.severity,
        start=day[0],
        end=day[1],
        text=case.draft.report.text[slice(*day)],
        message=f"{due.who}应在 {limit.year} 年 {limit.month} 月 {limit.day} 日以前{due.action}",
        suggestion="尽快报送、公开；日期写错的，改正日期",
        source_of_rule=due.source,
    )


def _due(profile: Profile, issuer: str) -> Deadline | None:
    """The first deadline that names the issuer's kind; the last of all where no one can tell."""
    named = [
        due
        for due in profile.deadlines
        if due.issuers and any(re.search(pattern, issuer) for pattern in due.issuers)
    ]
    if issuer and named:
        return min(named, key=lambda due: due.day)
    return max(profile.deadlines, key=lambda due: due.day, default=None)
