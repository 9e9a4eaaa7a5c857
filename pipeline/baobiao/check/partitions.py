"""Names that together are all of a thing, by law, by the statistics' own definition or by their wording.

男 and 女 make up a population, the three 产业 the 生产总值 (三次产业划分规定), 中央 and 地方 the budget (预算法第三条),
简易程序 and 普通程序 the penalties (行政处罚法第五章), 企业, 个体工商户 and 农民专业合作社 the 经营主体
(市场主体登记管理条例第二条), 基本支出 and 项目支出 the accounts of an office, X and 非X whatever X is part of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# The members that must be named, and those that may be missing where there were none.
_PARTITIONS = tuple(
    (tuple(map(re.compile, needed)), tuple(map(re.compile, others)))
    for needed, others in (
        (("男", "女"), ()),
        (("(?<!非)城镇|城市", "乡村|农村"), ()),
        (("第一产业|一产", "第二产业|二产", "第三产业|三产"), ()),
        (("中央", "地方"), ()),
        (("一般债[券务]", "专项债[券务]"), ()),
        (("(?<!非)税收收入", "非税收入"), ()),
        (("预期性", "约束性"), ()),
        (("初件|初次", "重件|重复"), ()),
        (("简易程序", "普通程序"), ()),
        (("企业$", "个体(?:工商)?户$", "合作社$"), ()),
        (("建议$", "提案$"), ()),
        (("胜诉$", "败诉$"), ()),
        (("一审", "二审"), ("再审",)),
        (("基本支出", "项目支出"), ("上缴上级", "经营支出", "对附属单位补助")),
        (("人员经费", "公用经费"), ()),
        (("出国", "公务用车|公车", "公务接待"), ()),
        (("货物", "工程", "服务"), ()),
        (("保留|继续有效", "修[改订]", "废止"), ("失效",)),
    )
)
LONGEST = 5
_NOT = re.compile(r"[非未不]")


def is_partition(names: Sequence[str]) -> bool:
    """Whether the names, in any order, are the members of one partition, each once.

    >>> is_partition(["其中男性", "，女性"]), is_partition(["公建项目", "，非公建项目"])
    (True, True)
    >>> is_partition(["其中保留", "、修改", "、废止", "、宣布失效"])
    True
    >>> is_partition(["其中女性", "、党员"])
    False
    """
    bare = [re.split(r"[，。；：、:]|其中", name)[-1].strip() for name in names]
    if len(bare) == 2 and _opposites(*bare):
        return True
    return any(_fits(bare, needed, others) for needed, others in _PARTITIONS)


def _opposites(first: str, second: str) -> bool:
    long, short = (first, second) if len(first) > len(second) else (second, first)
    without = _NOT.sub("", long, count=1)
    return len(short) > 1 and without != long and without == short.removeprefix("已")


def _fits(
    names: Sequence[str], needed: Sequence[re.Pattern[str]], others: Sequence[re.Pattern[str]]
) -> bool:
    if not len(needed) <= len(names) <= len(needed) + len(others):
        return False
    members = [*needed, *others]
    hits = [[at for at, member in enumerate(members) if member.search(name)] for name in names]
    if any(len(found) != 1 for found in hits):
        return False
    named = {found[0] for found in hits}
    return len(named) == len(names) and named >= set(range(len(needed)))
