"""年度报告写“今年以来”“至今”。

Why: 年度报告讲的是已经过完的一整年。“今年以来”“至目前”是年中汇报的写法，读的人不知道数字截到哪一天，
    报告在次年印发时“今年”还会指错年。
Source: 年度报告的报告期为公历年度；国办发〔2018〕118号、
    国办公开办函〔2021〕30号要求的统计期限为1月1日至12月31日；其余属惯例。
Bad (法治政府建设年度报告, 2024):
    某某市某某局2024年法治政府建设年度报告
    今年以来，我局全面推进法治政府建设，2024年1月1日至今办理案件12宗。
Good (法治政府建设年度报告, 2024):
    某某市某某局2024年法治政府建设年度报告
    2024年，我局全面推进法治政府建设，全年办理案件12宗。平台自2019年上线至今运行平稳。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.passages import is_quoted
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB302"
NAME = "年度报告的期限没有封口"
SEVERITY = "warning"

_OPEN = (
    r"今年以?来|年初以来|(?:自|从)?今年(?:年初|初|1月1?日?)(?:以来|至今)|本年度?以来"
    r"|截[至止](?:到)?(?:目前|现在|今日|今)|(?:至|到)目前(?:为止)?"
)
_DAY = r"(?: ?年(?:度|初)?)(?:\d{1,2} ?月(?:\d{1,2} ?日)?|[一二三四]季度)?(?:起|开始)?"


def check(case: Case) -> Iterator[Finding]:
    """Words for a period without an end, and 2024年…以来, 2024年…至今 for the year that is reported."""
    year = case.draft.document.year
    if case.profile is None or not case.profile.whole_year or year is None:
        return
    pattern = re.compile(rf"{_OPEN}|(?:自|从)?{year}{_DAY}(?:以来|至今|迄今)")
    for match in pattern.finditer(case.draft.folded):
        if is_quoted(case.draft, match.start()):
            continue
        start, end = match.span()
        yield Finding(
            code=CODE,
            severity=SEVERITY,
            start=start,
            end=end,
            text=case.draft.report.text[start:end],
            message=f"年度报告里写“{match[0]}”，看不出统计到哪一天",
            suggestion=f"改为“{year}年”或者写明起止日期",
        )
