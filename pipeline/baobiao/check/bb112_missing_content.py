"""部分里缺少应写的内容或者应报的数据。

Why: 标题有了，格式规定要填的表、要报的数却没有，上级汇总时取不到数，同样要退回。
Source: 各类报告的依据见 profiles 文件夹里的 content，例如国办公开办函〔2021〕30号规定的三张表。
Bad (政府信息公开工作年度报告, 2024):
    一、总体情况
    全年主动公开信息1532条。
    四、政府信息公开行政复议、行政诉讼情况
    情况良好。
Good (政府信息公开工作年度报告, 2024):
    一、总体情况
    全年主动公开信息1532条。
    四、政府信息公开行政复议、行政诉讼情况
    行政复议
    结果维持	结果纠正	其他结果	尚未审结	总计
    0	0	0	0	0
    本报告数据统计期限为2024年1月1日至12月31日。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.fulfilment import Place, places
from baobiao.check.rule import Case
from baobiao.lexicon import Content
from baobiao.model import Finding

CODE = "BB112"
NAME = "缺少应写的内容或者数据"
SEVERITY = "warning"


def check(case: Case) -> Iterator[Finding]:
    """A content of the profile that its section does not have; where the section is missing, that says all."""
    if case.profile is None:
        return
    found = places(case)
    for content in case.profile.contents:
        place = found.get(content.section)
        if not content.applies(case.draft.document.year) or (content.section and not place):
            continue
        if _is_there(case, content, place):
            continue
        section = place.section if place else None
        start, end = (section.start, section.end) if section else (0, 0)
        yield Finding(
            code=CODE,
            severity=content.severity,
            start=start,
            end=end,
            text=case.draft.report.text[start:end],
            message=(f"“{section.title}”里" if section else "报告里") + f"没有“{content.title}”",
            suggestion=f"补上“{content.title}”",
            key=content.section,
            source_of_rule=content.source,
        )


def _is_there(case: Case, content: Content, place: Place | None) -> bool:
    draft = case.draft
    start, end = 0, len(draft.folded)
    if place and place.section:
        start, end = place.section.start, place.section.section_end
    if any(re.compile(pattern).search(draft.folded, start, end) for pattern in content.patterns):
        return True
    wanted = set(content.indicators)
    return any(row.indicator in wanted and start <= row.start < end for row in draft.indicators)
