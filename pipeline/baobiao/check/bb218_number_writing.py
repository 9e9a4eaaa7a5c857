"""数字的写法不合规范。

Why: 千分位逗号位置不对（1,23万）、数字里夹全角逗号或者全角半角混排（4，368人、１2件），
读的人和程序都会读错：分不清是一个数还是两个数。
Source: GB/T 15835—2011《出版物上数字用法》5.1.1（多位数的分节）。
Bad:
    发放资料1,23万份。
Bad:
    办理居住证4，368张。
Bad:
    办结案件１2件。
Good:
    发放资料12,300份，办理居住证4368张，第1,2,3号楼，办结案件１２件。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.placing import finding
from baobiao.check.prose import matches
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB218"
NAME = "数字写法不合规范"
SEVERITY = "warning"

_GROUPED = re.compile(
    r"(?<![\d,.])\d+(?:,\d+)+(?:\.\d+)?(?=[万亿]?[\u4e00-\u9fff%])(?![、和及年月日号])"
)
_WELL_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SMALL_LIST = re.compile(r"\d{1,2}(?:,\d{1,2})+")
_FEW = 3  # more of one kind are one habit, and one finding
_MIXED = re.compile(r"[0-9.]*(?:[０-９][.．]?[0-9]|[0-9][.．]?[０-９])[0-9０-９.．]*")


def check(case: Case) -> Iterator[Finding]:
    """Numbers with misplaced separators, a full-width comma or digits of both widths."""
    for found in matches(case.draft, _GROUPED):
        if not _WELL_GROUPED.fullmatch(found.group()) and not _is_list(found):
            yield _finding(case, found.span(), f"“{found.group()}”的千分位逗号位置不对")
    wide = [row for row in case.draft.indicators if re.search(r"\d，\d{3}", row.text)]
    throughout = f"，全文共{len(wide)}处" if len(wide) > _FEW else ""
    for row in wide[:1] if throughout else wide:
        message = f"“{row.text}”的数字里用了全角逗号{throughout}"
        yield _finding(case, (row.start, row.end), message)
    for found in matches(case.draft, _MIXED, folded=False):
        yield _finding(case, found.span(), f"“{found.group()}”全角、半角数字混在一个数里")


def _is_list(found: re.Match[str]) -> bool:
    """1,2,3号楼: short ordinals that grow are a list of numbers, not one."""
    if not _SMALL_LIST.fullmatch(found.group()):
        return False
    parts = [int(part) for part in found.group().split(",")]
    return len(parts) > 2 or found.string[found.end()] in "号组楼栋期级类条款项点"


def _finding(case: Case, place: tuple[int, int], message: str) -> Finding:
    return finding(
        case.draft,
        place,
        (CODE, SEVERITY),
        message,
        "用半角阿拉伯数字连写；要分节的，从个位起每三位一个半角逗号",
    )
