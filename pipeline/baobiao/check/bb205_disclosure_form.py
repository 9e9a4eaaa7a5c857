"""信息公开年报表格勾稽不符。

Why: 格式里印着勾稽关系：第一项加第二项等于第三项加第四项；总计列等于各类申请人之和，（七）总计等于办理结果各项之和，
复议、诉讼的总计包括尚未审结。填错一格，系统不收，也会被要求更正。
Source: 政府信息公开工作年度报告格式（国办公开办函〔2021〕30号）；政府信息公开条例第五十条。
Bad (政府信息公开工作年度报告, 2024):
    某某市某某局2024年政府信息公开工作年度报告

    三、收到和处理政府信息公开申请情况

    申请人情况	自然人	商业企业	科研机构	社会公益组织	法律服务机构	其他	总计
    一、本年新收政府信息公开申请数量	5	1	0	0	0	0	7
    二、上年结转政府信息公开申请数量	0	0	0	0	0	0	0
    三、本年度办理结果　（一）予以公开	5	1	0	0	0	0	6
    （七）总计	5	1	0	0	0	0	6
    四、结转下年度继续办理	0	0	0	0	0	0	0
Good (政府信息公开工作年度报告, 2024):
    某某市某某局2024年政府信息公开工作年度报告

    三、收到和处理政府信息公开申请情况

    申请人情况	自然人	商业企业	科研机构	社会公益组织	法律服务机构	其他	总计
    一、本年新收政府信息公开申请数量	5	1	0	0	0	0	6
    二、上年结转政府信息公开申请数量	1	0	0	0	0	0	1
    三、本年度办理结果　（一）予以公开	5	1	0	0	0	0	6
    （七）总计	5	1	0	0	0	0	6
    四、结转下年度继续办理	1	0	0	0	0	0	1
"""

from __future__ import annotations

from collections.abc import Iterator

from baobiao.check.amounts import plain
from baobiao.check.disclosure_form import broken, form
from baobiao.check.placing import finding
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB205"
NAME = "信息公开年报表格勾稽不符"
SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """Figures of the statutory tables that break the form's identities."""
    if "信息公开" not in case.draft.document.report_type + case.draft.document.title:
        return
    for fault in broken(form(case.draft)):
        entry = fault.entry
        yield finding(
            case.draft,
            (entry.start, entry.end),
            (CODE, SEVERITY),
            f"应为{plain(fault.expected)}，填的是{entry.text.strip()}（{fault.identity}）",
            "核对这一行、这一列的各格",
        )
