"""The days of feasts, memorial days and seasons, those of the lunar calendar from 1970 to 2050.

A season begins with its solar term, 立春 to 立冬, and ends before the next; vacations are whole months.

Sources: 全国年节及纪念日放假办法 (国务院令第270号 and its revisions); GB/T 33661—2017《农历的编算和颁行》.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from baobiao.extract.dates import stretches
from baobiao.extract.dates.stretches import Stretch
from baobiao.short_texts.steps import Rule

_FIXED: Mapping[str, tuple[int, int]] = {
    **{"元旦": (1, 1), "新年": (1, 1), "中国人民警察节": (1, 10), "全国爱耳日": (3, 3)},
    **{"学雷锋纪念日": (3, 5), "妇女节": (3, 8), "植树节": (3, 12), "消费者权益日": (3, 15)},
    **{"世界水日": (3, 22), "世界气象日": (3, 23), "世界卫生日": (4, 7), "世界地球日": (4, 22)},
    **{"全民国家安全教育日": (4, 15), "世界读书日": (4, 23), "中国航天日": (4, 24)},
    **{"劳动节": (5, 1), "五一": (5, 1), "青年节": (5, 4), "护士节": (5, 12)},
    **{"国际博物馆日": (5, 18), "世界无烟日": (5, 31), "儿童节": (6, 1), "世界环境日": (6, 5)},
    **{"全国爱眼日": (6, 6), "全国土地日": (6, 25), "国际禁毒日": (6, 26), "建党节": (7, 1)},
    **{"香港回归纪念日": (7, 1), "世界人口日": (7, 11), "建军节": (8, 1), "中国医师节": (8, 19)},
    **{"抗日战争胜利纪念日": (9, 3), "教师节": (9, 10), "烈士纪念日": (9, 30), "国庆": (10, 1)},
    **{"世界粮食日": (10, 16), "国家扶贫日": (10, 17), "记者节": (11, 8), "消防日": (11, 9)},
    **{"世界艾滋病日": (12, 1), "国际残疾人日": (12, 3), "国家宪法日": (12, 4)},
    **{"国际志愿者日": (12, 5), "国家公祭日": (12, 13), "澳门回归纪念日": (12, 20)},
}
_VACATIONS: Mapping[str, tuple[int, int]] = {"暑假": (7, 8), "暑期": (7, 8), "寒假": (2, 2)}
# One character a year from 1970, in base 32: how many days after the earliest day that it may be.
_LUNAR: Mapping[str, tuple[int, int, str]] = {
    "春节": (1, 21, "g6pd2lash7qf4ncuj8rg6pe2kath7qf3mb1j8sh5od2kati7qf4mb1k8rg5nd2lati7pe3mb1k9rg5oc2"),
    "端午": (5, 25, "e3lbuk8rg5ncvlash6oe3mbuj8qf5ocvlash6pe3mcti8qf5odvk9sg6pf3mbui7qg5od2k9sh6pe4lat"),
    "中秋": (9, 7, "8qf4nd1k9sg5oe3mbui7qf4nd2k9sh5oe4lbti7qf5nc1k8rh6oe3mati8qf5oc1k9rh6pd3lasi8rf4n"),
    "重阳": (10, 1, "7qe3mcuk9sg5od2lbui7pf3mcvj9rg5od3lati6pf4mc1k8rg6od3mash7pf4nb0j8qg6pd2lash7qf4n"),
}  # fmt: skip
_BESIDE: Mapping[str, tuple[str, int]] = {
    "新春": ("春节", 0),
    "元宵": ("春节", 14),
    "除夕": ("春节", -1),
}

# The solar terms by the usual formula of two digits: month, and the constants of the two centuries.
_TERMS: Mapping[str, tuple[int, float, float]] = {
    "春": (2, 4.6295, 3.87),
    "清明": (4, 5.59, 4.81),
    "夏": (5, 6.318, 5.52),
    "秋": (8, 8.35, 7.5),
    "冬": (11, 8.218, 7.438),
}
_SEASON = "[春夏秋冬][天季]|暑假|暑期|寒假"

NAMES: tuple[str, ...] = (*_FIXED, *_LUNAR, *_BESIDE, "清明")
"""The names of single days; 节 may follow."""

_FEAST = re.compile(
    "(?:[阳公]历(?=元旦|新年))?(?<!重)(?:三八|五一|五四|六一|七一|八一|十一)?(?:国际|中国人民)?"
    f"({'|'.join(sorted(NAMES, key=len, reverse=True))}|{_SEASON})节?(?:前后)?(?![路街村镇楼社木园奥]|上河)"
)


def day(name: str, year: int) -> Stretch | None:
    """The day of a feast or the days of a season; None for what is outside 1970–2050.

    >>> day("春节", 2024)[0], day("端午", 2023)[0], day("清明", 2025)[0]
    (datetime.date(2024, 2, 10), datetime.date(2023, 6, 22), datetime.date(2025, 4, 4))
    >>> day("秋天", 2021)
    (datetime.date(2021, 8, 7), datetime.date(2021, 11, 6))
    """
    if name in _FIXED:
        return stretches.day(year, *_FIXED[name])
    if name in _VACATIONS:
        return stretches.month(year, *_VACATIONS[name])
    if not 1970 <= year <= 2050:
        return None
    if name[0] in "春夏秋冬" and name[1] in "天季":
        following = "春夏秋冬春"["春夏秋冬".index(name[0]) + 1]
        return _term(name[0], year), _term(following, year + (name[0] == "冬")) - timedelta(1)
    if name == "清明":
        return _term(name, year), _term(name, year)
    name, step = _BESIDE.get(name, (name, 0))
    month, first, table = _LUNAR[name]
    found = date(year, month, first) + timedelta(int(table[year - 1970], 32) + step)
    return found, found


def name(folded: str, start: int, end: int) -> str:
    """The feast or season that exactly this piece of a text names; "" where it names none.

    >>> name("五一国际劳动节", 0, 7), name("国庆节日", 0, 4)
    ('劳动节', '')
    """
    named = _FEAST.match(folded, start)
    return named[1] if named and named.end() == end else ""


def _term(name: str, year: int) -> date:
    month, before, since = _TERMS[name]
    last = (year - 1) % 100 + 1 if year < 2001 else year % 100
    leap = (last - (month < 3)) // 4
    return date(year, month, int(last * 0.2422 + (before if year < 2001 else since)) - leap)


def _of_year(anchor: date, found: re.Match[str]) -> Stretch | None:
    return day(found[1], anchor.year)


RULES: tuple[Rule, ...] = ((_FEAST, _of_year),)
