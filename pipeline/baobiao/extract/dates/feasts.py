"""The days of feasts and memorial days, those of the lunar calendar from 1970 to 2050.

Sources: 全国年节及纪念日放假办法 (国务院令第270号 and its revisions); GB/T 33661—2017《农历的编算和颁行》.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from baobiao.extract.dates import stretches
from baobiao.extract.dates.stretches import Stretch

_FIXED: Mapping[str, tuple[int, int]] = {
    "元旦": (1, 1),
    "新年": (1, 1),
    "妇女节": (3, 8),
    "植树节": (3, 12),
    "国际消费者权益日": (3, 15),
    "劳动节": (5, 1),
    "五一": (5, 1),
    "青年节": (5, 4),
    "儿童节": (6, 1),
    "建党节": (7, 1),
    "香港回归纪念日": (7, 1),
    "建军节": (8, 1),
    "教师节": (9, 10),
    "国庆": (10, 1),
    "国家宪法日": (12, 4),
    "国家公祭日": (12, 13),
    "澳门回归纪念日": (12, 20),
}
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

NAMES: tuple[str, ...] = (*_FIXED, *_LUNAR, *_BESIDE, "清明")
"""The names; 节 may follow."""


def day(name: str, year: int) -> Stretch | None:
    """The day of a feast in a year; None for a lunar one outside 1970–2050.

    >>> day("春节", 2024)[0], day("端午", 2023)[0], day("清明", 2025)[0]
    (datetime.date(2024, 2, 10), datetime.date(2023, 6, 22), datetime.date(2025, 4, 4))
    """
    if name in _FIXED:
        return stretches.day(year, *_FIXED[name])
    if not 1970 <= year <= 2050:
        return None
    if name == "清明":  # the sun's longitude is 15°, by the usual formula of two digits
        last = (year - 1) % 100 + 1 if year < 2001 else year % 100
        constant = 5.59 if year < 2001 else 4.81
        return stretches.day(year, 4, int(last * 0.2422 + constant) - last // 4)
    name, step = _BESIDE.get(name, (name, 0))
    month, first, table = _LUNAR[name]
    found = date(year, month, first) + timedelta(int(table[year - 1970], 32) + step)
    return found, found
