"""比率与分子分母不符。

Why: 分子、分母和比率写在一起（评查200卷，合格197卷，合格率98.5%；立案4219件，其中非现场1603件，占38.0%），
算不上必有一个写错。分母取前面任一同单位的数，都算不上才报；按时、及时等另有分母的率不核对。
Source: 统计法（统计资料应当真实、准确、完整）；比率＝部分÷总体。
Bad:
    评查案卷200卷，合格197卷，合格率95.8%。
Bad:
    全年立案4219件，其中非现场执法案件1603件，占28.0%。
Bad:
    累计完成74.2公里，占三年任务108公里的78.7%。
Bad:
    公务接待费年初预算为0.00万元，支出决算为2.30万元，完成年初预算的95.89%。
Bad:
    财政拨款支出年初预算为2993.92万元，支出决算为2940.05万元，完成年初预算的89.20%。
Good:
    财政拨款支出年初预算为2993.92万元，支出决算为2940.05万元，完成年初预算的98.20%。
Good:
    评查案卷200卷，合格197卷，合格率98.5%。
Good:
    监督抽检6210批次，不合格112批次，合格率98.2%。
Good:
    排查图斑1067宗，违法图斑292宗，已处置243宗，处置率83.22%。
Good:
    受理信访件48件，已办结42件，按期办结率100%。
"""

from __future__ import annotations

from collections.abc import Iterator

from baobiao.check.amounts import as_precise_as
from baobiao.check.placing import finding
from baobiao.check.rates import Rate, rates
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB207"
NAME = "比率与分子分母不符"
SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """Rates that none of the figures before their numerator gives."""
    for sentence in case.sentences:
        for rate in rates(sentence):
            if rate.holds():
                continue
            nearest = rate.wholes[0]
            if not nearest.value:
                yield _finding(case, rate, f"{nearest.name}0，算不出比率，写了{rate.rate.row.text}")
                continue
            share = rate.part.value / nearest.value * 100
            exact = as_precise_as(rate.rate, 100 - share if rate.remains else share)
            said = f"{rate.part.row.text}占{nearest.row.text}，比率应为{exact}%"
            yield _finding(case, rate, f"{said}，写的是{rate.rate.row.text}")


def _finding(case: Case, rate: Rate, message: str) -> Finding:
    return finding(
        case.draft,
        (rate.wholes[0].row.start, rate.rate.row.end),
        (CODE, SEVERITY),
        message,
        "核对分子、分母和比率；分母另有所指的，写明是占什么的比率",
    )
