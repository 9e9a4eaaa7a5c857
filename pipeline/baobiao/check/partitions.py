"""Names that together are all of a thing, by law, by the statistics' own definition or by their wording.

男 and 女 make up a population, the three 产业 the 生产总值 (国民经济行业分类 and 三次产业划分规定), 中央 and 地方 the budget
(预算法第三条), X and 非X whatever X is part of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_PARTITIONS = tuple(
    tuple(map(re.compile, members))
    for members in (
        ("男", "女"),
        ("(?<!非)城镇|城市", "乡村|农村"),
        ("第一产业|一产", "第二产业|二产", "第三产业|三产"),
        ("中央", "地方"),
        ("一般债[券务]", "专项债[券务]"),
        ("(?<!非)税收收入", "非税收入"),
        ("预期性", "约束性"),
        ("初次?[信访]?件|初次", "重复?[信访]?件|重复"),
    )
)
_NOT = re.compile(r"[非未不]")


def is_partition(names: Sequence[str]) -> bool:
    """Whether the names, in any order, are the members of one partition, each once.

    >>> is_partition(["其中男性", "，女性"]), is_partition(["公建项目", "，非公建项目"])
    (True, True)
    >>> is_partition(["其中女性", "、党员"])
    False
    """
    if len(names) < 2:
        return False
    bare = [re.split(r"[，。；：、:其中]", name)[-1].strip() for name in names]
    if len(bare) == 2 and _opposites(*bare):
        return True
    return any(_fits(bare, members) for members in _PARTITIONS)


def _opposites(first: str, second: str) -> bool:
    long, short = (first, second) if len(first) > len(second) else (second, first)
    without = _NOT.sub("", long, count=1)
    return len(short) > 1 and without != long and without.removeprefix("已") == short.removeprefix("已")


def _fits(names: Sequence[str], members: Sequence[re.Pattern[str]]) -> bool:
    if len(names) != len(members):
        return False
    hits = [[bool(member.search(name)) for member in members] for name in names]
    one_each = all(sum(row) == 1 for row in hits)
    return one_each and all(any(row[at] for row in hits) for at in range(len(members)))
