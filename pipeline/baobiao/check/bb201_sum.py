"""分项相加与合计不符。

Why: 同一句话里写明了合计和全部分项，相加对不上，必有一个数写错。只核对写明“共”“合计”、括号分列、
以“其余”“尚未办结”收尾、“加上”“除……外”或者按定义就是全部的分项（男、女，三次产业，一般债务、专项债务）；只写“其中”的，
可以不列全，不按合计核对。四舍五入造成的尾差不算。
Source: 统计法（统计资料应当真实、准确、完整）；句内算术。
Bad:
    全年推出“一件事一次办”10项、“免证办”5项和“自助办”2项共16项便民措施。
Bad:
    全年收到行政复议案件24件，维持12件，调解和解8件，撤销1件，尚未审结2件。
Bad:
    年末总人口413498人，其中男性210247人，女性203261人。
Bad:
    全年新收申请41件，加上上年结转1件，共应办理43件。
Bad:
    今年受理投诉8件，除1件撤回外，其余6件均已答复。
Bad:
    办理建议提案74件（人大代表建议33件、政协提案40件）。
Bad:
    本年新收政府信息公开申请34件，上年结转2件；办结33件，结转下年度1件。
Good:
    全年推出“一件事一次办”10项、“免证办”5项和“自助办”1项共16项便民措施。
Good:
    全年收到行政复议案件24件，维持12件，调解和解9件，撤销1件，尚未审结2件。
Good:
    主动公开信息1286条，其中政策文件38条、工作动态472条。
Good:
    全年新收申请34件，上年结转2件；办结35件，结转下年度1件。
Good:
    三次产业增加值：全年地区生产总值117.95亿元，其中第一产业增加值17.11亿元，第二产业增加值44.00亿元，第三产业增加值56.85亿元。
"""

from __future__ import annotations

from collections.abc import Iterator

from baobiao.check.amounts import in_words_of, plain
from baobiao.check.flows import Flow, flow
from baobiao.check.placing import finding
from baobiao.check.rule import Case
from baobiao.check.sums import Total, totals
from baobiao.model import Finding

CODE = "BB201"
NAME = "分项相加与合计不符"
SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """Totals whose parts are said to be all of them and are not, and flows that do not add up."""
    for total in totals(case.draft):
        if total.whole and not total.holds:
            yield _finding(case, total)
    for sentence in case.sentences:
        stated = flow(sentence)
        if stated and not stated.holds:
            yield _flow_finding(case, stated)


def _finding(case: Case, total: Total) -> Finding:
    rows = [amount.row for amount in (total.total, *total.parts)]
    added = "＋".join(row.text for row in rows[1:])
    return finding(
        case.draft,
        (min(row.start for row in rows), max(row.end for row in rows)),
        (CODE, SEVERITY),
        f"合计写的是{rows[0].text}，{total.reading}相加是{in_words_of(total.total, total.sum)}（{added}）",
        "核对合计和各分项，改正写错的数；分项没有列全的，改写为“其中”",
    )


def _flow_finding(case: Case, stated: Flow) -> Finding:
    rows = [amount.row for amount in stated.amounts]
    came = stated.received.value + stated.carried.value
    went = stated.done.value + stated.left.value
    return finding(
        case.draft,
        (min(row.start for row in rows), max(row.end for row in rows)),
        (CODE, SEVERITY),
        f"新收和上年结转共{plain(came)}{rows[0].unit}，办结和结转下年共{plain(went)}{rows[0].unit}",
        "核对新收、上年结转、办结和结转下年四个数",
    )
