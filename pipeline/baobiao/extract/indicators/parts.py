"""Parts of a whole that are given behind 其中: 发行债券8亿元，其中一般债券3亿元、专项债券5亿元.

一般债券 says too little by itself: its row is named 发行债券（一般债券）, as the part of a table's column is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from baobiao.extract.indicators import phrases, vocabulary
from baobiao.extract.indicators.naming import Named

_AMONG_THEM = re.compile(r"[，、；。(]*其中[^。；;\n]*$")
_AND = re.compile(r"[、，]?(?:和|及|与|以及)?(?=[\u4e00-\u9fff])[^。；;\n]*$")
_PER = re.compile(r"[每人户]均|平均|每")
_SUM = re.compile("(?<=[数量])(?:合计|总计)$")  # 专利授权数合计30件，其中发明15件
_LONG_WHOLE = 12  # characters
_ALIKE = 2  # characters at which two names begin alike: the part has its subject already
# Words that say by themselves what is measured: 甘薯产量, 税收收入, 未成年人数.
_MEASURED = re.compile(
    r"(?:数|数量|额|金额|量|率|值|面积|人口|余额|限额|收入|支出|比重|占比|费|费用|税|价格|里程|投资|经费|资金|本金|利息|贷款"
    r"|存款|产业|成本|利润|水平|结余|预算|决算|规模|赤字|标准|占|签约)(?:[（(][^（）()]*[)）])?$"
)

# A rate or a time of the whole has its parts behind it, which do not add up to it.
_AVERAGE = re.compile(r"(?:[^增长]率|期限|年限|时间|时长|寿命|得分)$")


def with_wholes(
    text: str, named: Sequence[Named], is_known: Callable[[Named], bool]
) -> Iterator[Named]:
    """The quantities of a report, each part named with the whole that it is a part of, but for those
    that are known by their own name; cases of a kind are those of the whole (法律援助案件326件，其中刑事案件46件).

    A part counts in the unit of the whole, and parts of an amount are together no more than it: what
    exceeds it is the next thing that the sentence speaks of (铁路639公里、其中高铁370公里，公路3000公里).
    """
    whole: Named | None = None
    level: Named | None = None
    rest = Decimal(0)
    names: dict[str, str] = {}
    before = 0
    for each in named:
        gap = text[before : each.quantity.start]
        before = each.quantity.end
        if each.change:
            yield replace(each, name=names.get(each.name, each.name))
            continue
        if level and _AMONG_THEM.match(gap):
            whole, rest = level, level.quantity.value
        elif not _AND.match(gap):
            whole = None
        if whole and each.rule == "carried" and _says_little(each.name, whole.name):
            rest -= each.quantity.value
        elif whole and _fits(each, whole, rest, gap):
            rest -= each.quantity.value
            known = not each.name.endswith("案件") and is_known(each)
            if _says_little(each.name, whole.name) and not known:
                names[each.name] = _of_whole(each.name, whole.name)
                each = replace(each, name=names[each.name])
        else:
            whole, level = None, each
        yield each


def _of_whole(part: str, whole: str) -> str:
    """A part named with its whole; of a whole that is itself a long list, with what was done.

    >>> _of_whole("一般债券", "发行债券"), _of_whole("合同", "审查规范性文件、合同和重大决策事项")
    ('发行债券（一般债券）', '审查合同')
    """
    verb = whole.removesuffix(vocabulary.object_of(whole))
    if verb and "、" in whole and len(whole) > _LONG_WHOLE:
        return verb + part
    return f"{phrases.without_examples(_SUM.sub('', whole))}（{part}）"


def _fits(part: Named, whole: Named, rest: Decimal, gap: str) -> bool:
    """Whether a quantity can be a part of the whole; ``rest`` is what the parts before it leave."""
    if part.quantity.unit != whole.quantity.unit:
        return False
    if part.quantity.unit_kind in ("ratio", "time"):
        listed = "其中" in gap or not gap.startswith("，")
        return listed and bool(_AVERAGE.search(whole.name))
    return part.quantity.value <= rest


def _says_little(part: str, whole: str) -> bool:
    return bool(
        part
        and whole
        and "（" not in whole + part
        and part not in whole
        and part[:_ALIKE] != whole[:_ALIKE]
        and not (len(part) > 4 and part[-_ALIKE:] == whole[-_ALIKE:])
        and not _PER.match(part)
        and not _MEASURED.search(part)
        and not part.endswith("新增")
        and not vocabulary.is_predicate(part)
        and not vocabulary.begins_with_verb(part)
    )
