"""缺少应有的部分。

Why: 法规、规章或者格式规定要求写的部分，缺一项就要退回重写。部分可以另有叫法，也可以不单列标题，只要写到了就算有。
Source: 各类报告的依据见 profiles 文件夹里对应文件的 source。
Bad (法治政府建设年度报告, 2024):
    某某市某某局2024年法治政府建设年度报告

    一、主要举措和成效
    开展普法宣传12场次。
    二、存在的不足和原因
    执法人员业务能力有待提高，主要原因是培训不够。
    三、下一年度工作安排
    加强培训。
Good (法治政府建设年度报告, 2024):
    某某市某某局2024年法治政府建设年度报告

    一、主要举措和成效
    开展普法宣传12场次。
    二、存在的不足和原因
    执法人员业务能力有待提高，主要原因是培训不够。
    三、党政主要负责人履行推进法治建设第一责任人职责情况
    主要负责人主持会议研究法治建设工作3次。
    四、下一年度工作安排
    加强培训。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.rule import Case
from baobiao.lexicon import RequiredSection
from baobiao.model import Draft, Finding, Section

CODE = "BB101"
NAME = "缺少应有的部分"
SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """A required section that no heading and, where the profile allows it, no text fulfils."""
    if case.profile is None:
        return
    found = {section.required_section: section for section in case.draft.sections}
    for wanted in case.profile.sections:
        if wanted.required != "required" or wanted.key in found:
            continue
        if _is_in_the_text(wanted, case.draft, found):
            continue
        yield Finding(
            code=CODE,
            severity=wanted.severity,
            start=0,
            end=0,
            text="",
            message=f"缺少“{wanted.title}”",
            suggestion=f"增加这一部分，标题可以写“{(wanted.aliases or (wanted.title,))[0]}”",
            key=wanted.key,
            source_of_rule=wanted.source,
        )


def _is_in_the_text(wanted: RequiredSection, draft: Draft, found: dict[str, Section]) -> bool:
    if wanted.within and wanted.within not in found:
        return False
    start, end = 0, len(draft.folded)
    if wanted.within:
        start, end = found[wanted.within].end, found[wanted.within].section_end
    return any(
        re.compile(pattern).search(draft.folded, start, end) for pattern in wanted.text_patterns
    )
