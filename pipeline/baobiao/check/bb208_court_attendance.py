"""出庭应诉率与案件数不符。

Why: 负责人出庭应诉率＝负责人出庭应诉件数÷开庭审理件数，一审、二审、再审都算，开庭前撤诉、书面审理等没有开庭的不算。
出庭件数除以哪一种开庭件数（各审级相加、减去未开庭的）都得不出所写的率，才报。
Source: 行政诉讼法第三条第三款；最高人民法院关于行政机关负责人出庭应诉若干问题的规定（法释〔2020〕3号）。
Bad:
    全年行政诉讼案件17件，均已开庭，负责人出庭应诉13件，出庭应诉率100%。
Bad:
    一审行政诉讼案件15件，其中2件未开庭，负责人出庭应诉12件，出庭应诉率100%。
Good:
    8宗一审行政诉讼案件，除1宗原告撤回起诉未开庭外，其他7宗均有负责人出庭应诉；6宗二审行政诉讼案件均有负责人出庭应诉，出庭应诉率为100%。
Good:
    一审行政诉讼案件15件，其中2件未开庭，负责人出庭应诉13件，出庭应诉率100%。
Good:
    行政诉讼案件22件，负责人出庭应诉21件，出庭应诉率95.5%。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from baobiao.check.amounts import Amount, may_stand_for
from baobiao.check.placing import finding
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB208"
NAME = "出庭应诉率与案件数不符"
SEVERITY = "error"

_RATE = re.compile(r"出庭(?:应诉)?率[^，。；：、]{0,6}$")
_ATTENDED = re.compile(r"出庭(?:应诉)?(?:的|案件|了|共)*$")
_COURT = re.compile(r"诉讼|一审|二审|再审|庭|撤诉|撤回")
_MANY = 8


def check(case: Case) -> Iterator[Finding]:
    """Rates of attendance that no reckoning of the sentence's cases gives."""
    for sentence in case.sentences:
        for at, rate in enumerate(sentence.amounts):
            if not _RATE.search(rate.before) or rate.unit != "%" or not rate.is_exact:
                continue
            cases = [a for a in sentence.amounts[:at] if _is_of_court(case, a, rate)]
            attended = [a for a in cases if _ATTENDED.search(a.name)]
            others = [a for a in cases if a not in attended]
            if len(attended) != 1 or not others:
                continue
            if any(_gives(rate, attended[0].value, heard) for heard in _heard(others[:_MANY])):
                continue
            yield finding(
                case.draft,
                (cases[0].row.start, rate.row.end),
                (CODE, SEVERITY),
                f"负责人出庭{attended[0].row.text}，按各审级开庭案件都算不出{rate.row.text}",
                "核对开庭件数（一审、二审、再审之和，减去撤诉等未开庭的）、出庭件数和出庭应诉率",
            )


def _is_of_court(case: Case, amount: Amount, rate: Amount) -> bool:
    """Whether a figure counts court cases of the rate's own year."""
    row = amount.row
    behind = re.split(r"[，。；：、]", case.draft.folded[row.end : row.end + 16])[0]
    plain = amount.unit == "件" and amount.is_exact and amount.is_level
    return plain and row.year == rate.row.year and bool(_COURT.search(amount.before + behind))


def _heard(cases: Sequence[Amount]) -> Iterator[Decimal]:
    """Every number of heard cases that the figures allow: sums of instances, less some that were not heard."""
    values = [amount.value for amount in cases]
    for size in range(1, min(len(values), 3) + 1):
        for chosen in combinations(range(len(values)), size):
            heard = sum((values[index] for index in chosen), Decimal(0))
            yield heard
            yield from (heard - values[i] for i in range(len(values)) if i not in chosen)


def _gives(rate: Amount, attended: Decimal, heard: Decimal) -> bool:
    exact = attended / heard * 100 if heard > 0 else Decimal(0)
    return heard > 0 and may_stand_for(rate, exact, exact)
