"""标题跳级。

Why: “一、”下面直接用“1.”，跳过了“（一）”。国家标准说的是“依次可以用”，只有两层时也有人这样写，
    所以只作说明。
Source: 党政机关公文格式（GB/T 9704-2012）7.3.3：结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注。
Bad:
    一、工作情况
    1.办案情况
    全年办案12宗。
    2.普法情况
    开展普法宣传12场次。
Good:
    一、工作情况
    （一）办案情况
    全年办案12宗。
    （二）普法情况
    开展普法宣传12场次。
"""

from __future__ import annotations

from collections.abc import Iterator

from baobiao.check.rule import Case
from baobiao.check.sequences import ITEM_LEVEL
from baobiao.model import Finding

CODE = "BB106"
NAME = "标题跳级"
SEVERITY = "info"
_EXAMPLES = {1: "一、", 2: "（一）", 3: "1.", 4: "（1）"}


def check(case: Case) -> Iterator[Finding]:
    """The first heading below its parent that skips a level; items inside paragraphs do not count."""
    by_id = {section.section_id: section for section in case.draft.sections}
    told: set[tuple[int, int]] = set()
    for section in case.draft.sections:
        above = by_id.get(section.parent_id)
        if not above or not above.marker or not section.marker or section.level >= ITEM_LEVEL:
            continue
        if section.level - above.level < 2 or (above.level, section.level) in told:
            continue
        told.add((above.level, section.level))
        end = section.start + len(section.marker)
        skipped = _EXAMPLES.get(above.level + 1, "")
        yield Finding(
            code=CODE,
            severity=SEVERITY,
            start=section.start,
            end=end,
            text=case.draft.report.text[section.start : end],
            message=f"“{above.marker}”下面直接用“{section.marker}”"
            + (f"，跳过了“{skipped}”这一级" if skipped else ""),
            suggestion=f"下一级改用“{skipped}”" if skipped else "",
        )
