"""表格里的数字连在一起。

Why: 年报的三张表复制成文字时丢了单元格，“行政规范性文件6233440”是62、33、440还是623、34、40，谁也无法断定。
    这样的数字不取，读表的人应当知道。
Source: 国办公开办函〔2021〕30号（政府信息公开工作年度报告格式）
Bad (政府信息公开工作年度报告, 2024):
    某某市某某局2024年政府信息公开工作年度报告

    二、主动公开政府信息情况
    第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件7125318
    三、收到和处理政府信息公开申请情况
    全年收到申请12件。
Bad (政府信息公开工作年度报告, 2024):
    某某市某某局2024年政府信息公开工作年度报告

    四、政府信息公开行政复议、行政诉讼情况
    行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计 2 1 3 1 7 0 0 0 0 0 1 3 2 4 10
Good (政府信息公开工作年度报告, 2024):
    某某市某某局2024年政府信息公开工作年度报告

    二、主动公开政府信息情况
    信息内容	本年制发件数	本年废止件数	现行有效件数
    规章	0	0	0
    行政规范性文件	71	25	318
Good (政府信息公开工作年度报告, 2024):
    某某市某某局2024年政府信息公开工作年度报告

    一、总体情况
    全年主动公开政府信息1234567条，制发行政规范性文件6件。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB290"
NAME = "表格数字连在一起"
SEVERITY = "warning"

_GLUED = re.compile(r"[^\W\d_]\s*\d{2,}|\d{5,}|(?:\d\s+){4,}\d")
_LONGEST_QUOTE = 60
_FORM = "国办公开办函〔2021〕30号"


def check(case: Case) -> Iterator[Finding]:
    """A statutory table that was found in the text with nothing between its cells."""
    report = case.draft.report
    for block in report.blocks:
        if block.kind != "table" or not _GLUED.search(case.draft.folded, block.start, block.end):
            continue
        if any(table.start < block.end and block.start < table.end for table in report.tables):
            continue
        line = report.text[block.start : block.end].split("\n", 1)[0].rstrip()
        end = block.start + min(len(line), _LONGEST_QUOTE)
        yield Finding(
            code=CODE,
            severity=SEVERITY,
            start=block.start,
            end=end,
            text=report.text[block.start : end],
            message="表格数字连在一起，无法还原，未取指标",
            suggestion="请用保留表格的原件（网页、Word 或 PDF）代替，或在各单元格之间补上制表符",
            source_of_rule=_FORM,
        )
