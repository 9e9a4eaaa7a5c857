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

from collections.abc import Iterator

from baobiao.check.fulfilment import places, wanted
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB101"
NAME = "缺少应有的部分"
SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """A section that no heading and, where the profile allows it, no text fulfils; custom only makes a hint."""
    found = places(case)
    for section in wanted(case):
        if found[section.key] or section.required not in ("required", "practice"):
            continue
        required = section.required == "required"
        # What belongs into another section is missing there; the rest is missing in the whole draft.
        outer = found.get(section.within)
        start, end = (outer.section.start, outer.section.end) if outer and outer.section else (0, 0)
        yield Finding(
            code=CODE,
            severity=section.severity if required else "info",
            start=start,
            end=end,
            text=case.draft.report.text[start:end],
            message=f"缺少“{section.title}”" + ("" if required else "（惯例）"),
            suggestion=f"增加这一部分，标题可以写“{(section.aliases or (section.title,))[0]}”",
            key=section.key,
            source_of_rule=section.source,
        )
