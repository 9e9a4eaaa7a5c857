"""正文与表格不一致。

Why: 同一年、同一指标，正文写一个数，表里填另一个数，读的人不知道信哪个。信息公开年报的正文与表格、
决算说明与决算表都要一致。正文与表里同一指标的任何一个数（四舍五入以后）相同就不报；收到申请数可以是本年新收，
也可以连同上年结转。
Source: 统计法；政府信息公开工作年度报告格式（国办公开办函〔2021〕30号）。
Bad (政府信息公开工作年度报告, 2024):
    某某市某某局2024年政府信息公开工作年度报告

    一、总体情况
    全年新收政府信息公开申请8件。制发行政规范性文件3件，废止1件。

    二、主动公开政府信息情况
    第二十条第（一）项
    信息内容	本年制发件数	本年废止件数	现行有效件数
    规章	0	0	0
    行政规范性文件	4	1	19

    三、收到和处理政府信息公开申请情况

    申请人情况	自然人	商业企业	科研机构	社会公益组织	法律服务机构	其他	总计
    一、本年新收政府信息公开申请数量	5	1	0	0	0	0	6
    二、上年结转政府信息公开申请数量	1	0	0	0	0	0	1
    三、本年度办理结果　（一）予以公开	5	1	0	0	0	0	6
    （七）总计	5	1	0	0	0	0	6
    四、结转下年度继续办理	1	0	0	0	0	0	1
Good (政府信息公开工作年度报告, 2024):
    某某市某某局2024年政府信息公开工作年度报告

    一、总体情况
    全年收到政府信息公开申请7件（含上年结转1件）。制发行政规范性文件4件，废止1件。

    二、主动公开政府信息情况
    第二十条第（一）项
    信息内容	本年制发件数	本年废止件数	现行有效件数
    规章	0	0	0
    行政规范性文件	4	1	19

    三、收到和处理政府信息公开申请情况

    申请人情况	自然人	商业企业	科研机构	社会公益组织	法律服务机构	其他	总计
    一、本年新收政府信息公开申请数量	5	1	0	0	0	0	6
    二、上年结转政府信息公开申请数量	1	0	0	0	0	0	1
    三、本年度办理结果　（一）予以公开	5	1	0	0	0	0	6
    （七）总计	5	1	0	0	0	0	6
    四、结转下年度继续办理	1	0	0	0	0	0	1
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from baobiao.check.amounts import Amount, plain
from baobiao.check.disclosure_form import Form, form
from baobiao.check.placing import finding
from baobiao.check.rule import Case
from baobiao.check.slips import is_slip
from baobiao.model import Finding

CODE = "BB210"
NAME = "正文与表格不一致"
SEVERITY = "warning"

_RECEIVED = re.compile(
    r"(?:新收|收到|接收|受理)[^，。；：、]*申请$|申请[^，。；：、]*(?:新收|收到)$"
)
_MADE = re.compile(r"(?:制发|制定|出台|印发)[^，。；：、]*规范性文件$")
_VALID = re.compile(r"(?:现行|继续)?有效[^，。；：、]*规范性文件$|规范性文件[^，。；：、]*有效$")
_REVIEWS = re.compile(r"行政复议(?:案件)?$")
_SUITS = re.compile(r"行政诉讼(?:案件)?$")
_PARTIAL = re.compile(r"其中|当面|网络|信函|邮件|自然人|企业|法人|审查|审核|备案|清理")
_FAR = 10
_MYRIAD = 10_000


def check(case: Case) -> Iterator[Finding]:
    """Figures of the text that the tables contradict."""
    found = _disclosure(case) if "信息公开" in case.draft.document.report_type else _general(case)
    for amount, said in found:
        yield finding(
            case.draft,
            (amount.row.start, amount.row.end),
            (CODE, SEVERITY),
            f"正文“{amount.row.name}”写{amount.row.text}，表格是{said}",
            "核对正文和表格，改成一致",
        )


def _disclosure(case: Case) -> Iterator[tuple[Amount, str]]:
    figures = form(case.draft)
    for sentence in case.sentences:
        for amount in sentence.amounts:
            current = amount.row.year == case.draft.document.year and amount.row.status == "actual"
            if not (current and amount.unit == "件" and amount.is_level and amount.is_exact):
                continue
            allowed = _allowed(figures, amount)
            if allowed and amount.value not in allowed:
                yield amount, "或".join(map(plain, sorted(allowed)))


def _allowed(figures: Form, amount: Amount) -> set[Decimal]:
    """What the tables allow the text to say; nothing where they are silent."""
    name = amount.name
    if _PARTIAL.search(amount.before):
        return set()
    rows = figures.requests
    if _RECEIVED.search(name) and "new" in rows and "carried" in rows:
        new = rows["new"][-1].value
        return {new, new + rows["carried"][-1].value}
    if figures.documents and _MADE.search(name):
        return {figures.documents[0].value}
    if figures.documents and _VALID.search(name):
        return {figures.documents[2].value}
    if len(figures.reviews) == 3 and "公开" in amount.row.context:
        reviews, *suits = (group[-1].value for group in figures.reviews)
        if _REVIEWS.search(name):
            return {reviews}
        if _SUITS.search(name):
            return {sum(suits, Decimal(0))}
    return set()


def _general(case: Case) -> Iterator[tuple[Amount, str]]:
    cells: dict[tuple[str, str, int | None], set[Decimal]] = defaultdict(set)
    for row in case.draft.indicators:
        if row.table_cell and row.indicator and row.kind == "level":
            cells[row.indicator, row.unit, row.year].add(row.value)
    if not cells:
        return
    for sentence in case.sentences:
        for amount in sentence.amounts:
            row = amount.row
            known = cells.get((row.indicator, row.unit, row.year), set())
            if not known or not amount.is_level or not amount.is_exact or row.status != "actual":
                continue
            if any(abs(value - row.value) <= amount.step / 2 for value in known):
                continue
            largest = max(known)
            near = len(known) == 1 and largest < _FAR * row.value and row.value < _FAR * largest
            if any(row.value in (value / _MYRIAD, value * _MYRIAD) for value in known):
                yield amount, f"{plain(largest)}{row.unit}，差一万倍（“元”和“万元”）"
            elif near or any(is_slip(row.value, value) for value in known):
                yield amount, "、".join(f"{plain(value)}{row.unit}" for value in sorted(known))
