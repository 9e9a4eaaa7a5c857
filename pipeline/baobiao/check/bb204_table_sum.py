"""表格合计不符。

Why: 表里的合计行、合计列是各行、各列之和，有一格对不上，就有一格填错。表里多数行（列）合计都对、个别不对的，报错；
只有一列数、没有层次的表，合计与各行之和不符的，提示核对。收支总表的收入总计应等于支出总计。
Source: 统计法（统计资料应当真实、准确、完整）；预算法第七十五条（决算收支真实、数额准确、内容完整）。
尾差在各格四舍五入之内的不算。
Bad:
    项目	本年数	上年数
    行政检查	120	110
    行政处罚	38	40
    行政强制	6	5
    合计	174	155
Bad:
    区县	合计	简易程序	普通程序
    甲县	12	8	4
    乙县	20	15	5
    丙县	9	5	4
    丁区	30	22	7
    戊区	18	9	9
Good:
    项目	本年数	上年数
    行政检查	120	110
    行政处罚	38	40
    行政强制	6	5
    合计	164	155
Good:
    项目	件数	占比（%）
    收到申请	53	100
    其中：当面申请	4	7.5
    合计	53	100
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from baobiao.check.amounts import plain
from baobiao.check.placing import finding
from baobiao.check.rule import Case
from baobiao.check.tables import Entry, Line, tables
from baobiao.model import Finding

CODE = "BB204"
NAME = "表格合计不符"
SEVERITY = "error"

_TOTAL = re.compile(r"(?:^|[^小])(?:合计|总计|总和)$")
_NO_SUM = re.compile(r"率|%|比|平均|均|增|排[名位]|序号|指数|单价|年份|人均|下降")
_LAYERED = re.compile(r"其中|小计|^[一二三四五六七八九十]+、|^\(|^[1-9]\d*[.、]|^\d{3}")
_GRAND = re.compile(r"(?:收入|支出)?总\s*计")
_CONFIRMED = 3


def check(case: Case) -> Iterator[Finding]:
    """Cells of totals that the other cells do not make up, in tables that show how their totals are formed."""
    for lines in tables(case.draft):
        if any("政府信息公开申请" in line.label for line in lines):
            continue  # a form of its own: BB205
        faults = (*_total_rows(lines), *_total_columns(lines), *_balance(lines))
        for entry, expected, severity in faults:
            yield finding(
                case.draft,
                (entry.start, entry.end),
                (CODE, severity),
                f"合计填的是{entry.text.strip()}，相加应为{plain(expected)}",
                "核对合计和各格",
            )


Fault = tuple[Entry, Decimal, str]


def _total_rows(lines: Sequence[Line]) -> Iterator[Fault]:
    totals = [line for line in lines if _TOTAL.search(line.label)]
    others = [line for line in lines if not _TOTAL.search(line.label)]
    if len(totals) != 1 or len(others) < 2:
        return
    sums = []
    for entry in totals[0].entries:
        parts = [e for line in others for e in line.entries if e.column == entry.column]
        plain_sum = not any(map(_NO_SUM.search, entry.header))
        if len(parts) > 1 and plain_sum and any(e.value for e in (entry, *parts)):
            sums.append((entry, parts))
    right = [entry for entry, parts in sums if _adds_up(entry, parts)]
    layered = any(_LAYERED.search(line.label) for line in others)
    for entry, parts in sums:
        if entry in right:
            continue
        expected = _sum(parts)
        if right and len(right) * 2 >= len(sums):
            yield entry, expected, SEVERITY
        elif len(sums) == 1 and not layered and entry.value < 2 * expected < 3 * entry.value:
            yield entry, expected, "warning"


def _total_columns(lines: Sequence[Line]) -> Iterator[Fault]:
    heads = _headings(lines)
    totals = [column for column, words in heads.items() if any(map(_TOTAL.search, words))]
    if len(totals) != 1:
        return
    added = {c for c, words in heads.items() if not any(map(_NO_SUM.search, words))}
    column = totals[0]
    sums = []
    for line in lines:
        total = next((e for e in line.entries if e.column == column), None)
        parts = [e for e in line.entries if e.column in added - {column}]
        if total and len(parts) + len(line.blanks) > 1 and any(e.value for e in (total, *parts)):
            sums.append((total, parts))
    right = [entry for entry, parts in sums if _adds_up(entry, parts)]
    if len(right) >= _CONFIRMED and len(right) * 4 >= len(sums) * 3:
        yield from ((e, _sum(parts), SEVERITY) for e, parts in sums if e not in right)


def _headings(lines: Sequence[Line]) -> dict[int, list[str]]:
    """The words above each column: those that all its figures share."""
    columns: dict[int, list[Entry]] = defaultdict(list)
    for entry in chain.from_iterable(line.entries for line in lines):
        columns[entry.column].append(entry)
    return {
        column: [word for word in first.header if all(word in e.header for e in entries)]
        for column, entries in columns.items()
        for first in entries[:1]
    }


def _balance(lines: Sequence[Line]) -> Iterator[Fault]:
    """收入总计 and 支出总计, side by side in the last row of a 收支总表."""
    for line in lines:
        grand = [e for e in line.entries if any(map(_GRAND.fullmatch, e.header))]
        income = next((e for e in grand if "收入" in "".join(e.header)), None)
        spending = next((e for e in grand if "支出" in "".join(e.header)), None)
        if income and spending and abs(income.value - spending.value) > income.step:
            yield spending, income.value, SEVERITY


def _sum(parts: Sequence[Entry]) -> Decimal:
    return sum((part.value for part in parts), Decimal(0))


def _adds_up(total: Entry, parts: Sequence[Entry]) -> bool:
    rounded = any(entry.step < 1 for entry in (total, *parts))
    slack = sum((e.step for e in (total, *parts)), Decimal(0)) / 2 if rounded else Decimal(0)
    return abs(_sum(parts) - total.value) <= slack
