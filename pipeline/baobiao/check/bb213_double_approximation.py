"""约数词叠用。

Why: 约、近、余、多、左右、上下都表示概数，超过、不少于、以上都表示下限，一个数只用一个；两头都写，
读的人不知道到底多少。
Source: 公文行文惯例（概数只用一种表示）。
Bad:
    整治问题点位近5200余处。
Bad:
    约有50多人参加了培训，每场约30人左右。
Bad:
    全年接访超过120件以上，惠及群众10余万人以上。
Good:
    整治问题点位5200余处，近5200处已销号。
Good:
    近20多年来，全区累计治理水土流失12万亩。
Good:
    满意率达到95%以上，约30人参加，不少于12期。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.placing import finding
from baobiao.check.prose import matches
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB213"
NAME = "约数词叠用"
SEVERITY = "warning"

_NUMBER = r"[\d.,]*\d|[一二三四五六七八九十百千万两]+"
_SCALE = r"[十百千]?[万亿]?"
_UNIT = r"(?!年|天|月|日|个月|小时|分钟|世纪)[^\d\s，。；：、（）()“”及或至—~以左上余多]{0,5}"
_DOUBLED = re.compile(
    # 近 and 约 with 余, 多, 左右, 上下; 超过 and 不少于 with 以上, 余, 多
    rf"(?:(?<![附最临靠接邻亲相])近|将近|接近|(?<![大简节签合公预特制违契])约|大约|大概)[有为计占达]?(?:{_NUMBER})"
    rf"(?:{_SCALE}[余多](?!样|种多|元化|次){_SCALE}{_UNIT}|{_SCALE}{_UNIT}(?:左右|上下))"
    rf"|(?:(?:已|均)?超过|超|突破|逾|不少于|不低于|至少)(?:{_NUMBER})"
    rf"(?:{_SCALE}[余多](?!样|种多|元化|次){_SCALE}{_UNIT}|{_SCALE}{_UNIT}以上)"
    rf"|(?<![\d.])[\d.,]*\d{_SCALE}[余多]{_SCALE}{_UNIT}(?:以上|左右|上下)"
)


def check(case: Case) -> Iterator[Finding]:
    """Numbers with an approximation before and behind them."""
    for found in matches(case.draft, _DOUBLED):
        yield finding(
            case.draft,
            found.span(),
            (CODE, SEVERITY),
            f"“{found.group()}”前后用了两个约数词",
            "只留一个，例如“近5200处”或“5200余处”",
        )
