"""清单各项之和与总数不符。

Why: 前面写“共46期：”，下面一条一条列出来，每条都有一个同单位的数，加起来对不上，总数和清单必有一个写错。
有一条没有数或者有几个同单位的数的，不核对。
Source: 统计法（统计资料应当真实、准确、完整）；清单与总数一致。
Bad:
    全年共举办培训46期：
    1.法律知识培训20期，参训1200人次。
    2.执法业务培训25期，参训860人次。
Good:
    全年共举办培训46期：
    1.法律知识培训20期，参训1200人次。
    2.执法业务培训26期，参训860人次。
Good:
    全年共举办培训46期，重点开展了以下工作：
    1.法律知识培训20期，参训1200人次。
    2.执法业务培训不断深入。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from baobiao.check.amounts import Amount, Sentence, in_words_of
from baobiao.check.placing import finding
from baobiao.check.rule import Case
from baobiao.model import Draft, Finding

CODE = "BB203"
NAME = "清单各项之和与总数不符"
SEVERITY = "warning"

_LINE = re.compile(r"[^\n]+")
_TOTAL = re.compile(r"共|合计|总计|总[数量额]")
_ITEM = re.compile(
    r"\s*(?:\(?[一二三四五六七八九十]+[)、]|\(?\d{1,2}[)、.]|[①-⑳]|——|[一二三四五六七八九]是)"
)


def check(case: Case) -> Iterator[Finding]:
    """Totals before a colon whose list has one figure of their unit in every item, and another sum."""
    paragraphs = list(_paragraphs(case))
    for at, (start, sentence) in enumerate(paragraphs):
        lead = case.draft.folded[start : sentence[-1].end].rstrip()
        total = sentence[-1].amounts[-1]
        if not lead.endswith(("：", ":")) or not _TOTAL.search(total.before) or not total.is_exact:
            continue
        following = _items(case.draft, sentence[-1].end, paragraphs[at + 1 :])
        parts = [_one(total, amounts) for amounts in following]
        figures = [part for part in parts if part is not None]
        if len(figures) < 2 or len(figures) < len(parts):
            continue
        added = sum((part.value for part in figures), Decimal(0))
        slack = sum((a.step for a in (total, *figures) if not a.is_count), Decimal(0)) / 2
        if abs(added - total.value) > slack:
            yield finding(
                case.draft,
                (total.row.start, total.row.end),
                (CODE, SEVERITY),
                f"总数写的是{total.row.text}，下面{len(figures)}条相加是{in_words_of(total, added)}",
                "核对总数和各条",
            )


def _paragraphs(case: Case) -> Iterator[tuple[int, list[Sentence]]]:
    """The lines that hold amounts, each with where it begins."""

    def line(sentence: Sentence) -> int:
        return case.draft.folded.rfind("\n", 0, sentence.start + 1) + 1

    for start, group in groupby(case.sentences, key=line):
        yield start, list(group)


def _items(
    draft: Draft, end: int, paragraphs: Sequence[tuple[int, list[Sentence]]]
) -> Iterator[list[Amount]]:
    """The amounts of each numbered line that follows; a line without amounts has none."""
    amounts = {start: [a for s in found for a in s.amounts] for start, found in paragraphs}
    for line in _LINE.finditer(draft.folded, end):
        if not line.group().strip():
            continue
        if not _ITEM.match(line.group()):
            return
        yield amounts.get(line.start(), [])


def _one(total: Amount, amounts: Sequence[Amount]) -> Amount | None:
    """The item's only figure in the total's unit."""
    same = [a for a in amounts if a.unit == total.unit and a.is_level and a.is_exact]
    return same[0] if len(same) == 1 else None
