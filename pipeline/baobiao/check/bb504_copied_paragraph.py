"""照抄上年的段落。

Why: 整段文字除了年份一字不差，是拿上年的稿子改的；除了数字一字不差的，提示看看有没有新的内容。写依据、统计期限、
联系方式的段落本来每年相同，不报。
Source: 工作惯例（年度报告应当反映当年情况）。
Last year (法治政府建设年度报告, 2024):
    某某市某某局2023年法治政府建设年度报告

    二、存在的不足和原因
    2023年，我局法治政府建设工作取得了一定成效，但是仍然存在执法人员业务能力有待提高、普法宣传形式不够丰富等问题，主要原因是培训不够、创新不足。
Bad (法治政府建设年度报告, 2024):
    某某市某某局2024年法治政府建设年度报告

    二、存在的不足和原因
    2024年，我局法治政府建设工作取得了一定成效，但是仍然存在执法人员业务能力有待提高、普法宣传形式不够丰富等问题，主要原因是培训不够、创新不足。
Good (法治政府建设年度报告, 2024):
    某某市某某局2024年法治政府建设年度报告

    二、存在的不足和原因
    2024年，我局行政复议纠错率仍然偏高，主要原因是个别基层所队取证不规范、案件审核把关不严，对新修订的行政复议法学习不够深入，整改不够彻底。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.placing import finding
from baobiao.check.prose import matches
from baobiao.check.rule import Case
from baobiao.check.two_years import is_of_last_year
from baobiao.model import Draft, Finding

CODE = "BB504"
NAME = "照抄上年的段落"
SEVERITY = "warning"

_PARAGRAPH = re.compile(r"[^\n]{40,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\d[\d.,]*")
_FORMULA = re.compile(
    r"(?:根据|按照|依据|依照)《.{0,120}(?:编制|报告如下|公布|汇总)|统计期限|数据统计时限|联系(?:地址|电话|方式)|邮编|如有疑问|下载|请予?审议|各位代表"
)


def check(case: Case) -> Iterator[Finding]:
    """Paragraphs that differ from last year's in nothing but years, or numbers."""
    if case.last_year is None or not is_of_last_year(case):
        return
    before = list(_paragraphs(case.last_year))
    by_year = {_YEAR.sub("", found.group()) for found in before}
    by_number = {_NUMBER.sub("", found.group()) for found in before}
    for found in _paragraphs(case.draft):
        text = found.group()
        if _FORMULA.search(text):
            continue
        if _YEAR.sub("", text) in by_year:
            yield _finding(case, found, SEVERITY, "这一段除年份外与上年报告一字不差")
        elif _NUMBER.sub("", text) in by_number:
            yield _finding(case, found, "info", "这一段除数字外与上年报告一字不差")


def _paragraphs(draft: Draft) -> Iterator[re.Match[str]]:
    return matches(draft, _PARAGRAPH)


def _finding(case: Case, found: re.Match[str], severity: str, message: str) -> Finding:
    return finding(
        case.draft,
        found.span(),
        (CODE, severity),
        message,
        "按今年的实际情况改写",
    )
