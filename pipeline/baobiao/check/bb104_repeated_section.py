"""同一部分写了两次。

Why: 同级标题下出现两个一样的标题，多半是合稿时把两个版本都留下了；上级只会看第一个，数字也可能前后不一。
Source: 公文写作惯例；各类报告应有的部分见 profiles 文件夹。
Bad (法治政府建设年度报告, 2024):
    一、主要举措和成效
    开展普法宣传12场次。
    二、存在的不足和原因
    执法人员业务能力有待提高，主要原因是培训不够。
    三、存在的不足和原因
    基层执法力量偏弱，原因是编制偏少。
Good (法治政府建设年度报告, 2024):
    一、主要举措和成效
    开展普法宣传12场次。
    二、存在的不足和原因
    执法人员业务能力有待提高，主要原因是培训不够。
    三、下一年度主要安排
    加强培训。
"""

from __future__ import annotations

from collections.abc import Iterator

from baobiao.check.passages import plain, where
from baobiao.check.rule import Case
from baobiao.model import Finding, Section

CODE = "BB104"
NAME = "同一部分写了两次"
SEVERITY = "warning"
_SHORTEST = 4
_DEEPEST = 4


def check(case: Case) -> Iterator[Finding]:
    """A heading with the words of another below the same parent."""
    first: dict[tuple[int, int, str], Section] = {}
    for section in case.draft.sections:
        words = plain(section.title)
        if len(words) < _SHORTEST or section.level > _DEEPEST or not section.marker:
            continue
        other = first.setdefault((section.parent_id, section.level, words), section)
        if other is not section:
            yield Finding(
                code=CODE,
                severity=SEVERITY,
                start=section.start,
                end=section.end,
                text=case.draft.report.text[section.start : section.end],
                message=f"“{section.title}”与{where(case.draft, other.start)}的标题相同",
                suggestion="合并两处，或者改写其中一个标题",
                key=section.required_section,
            )
