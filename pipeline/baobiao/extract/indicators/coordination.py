"""Names that stand together: 鱼类、贝类、甲壳类产量分别为 …, 三次产业结构 8:42:50."""

from __future__ import annotations

import re

from baobiao.extract.indicators.vocabulary import MEASURES

_SHARED = "进出口 出口 进口 投资 贷款 存款 销量 用电量 旅客 工资 补贴 养老金 标准"
_HEADS = sorted(
    {*(m for m in MEASURES if len(m) > 1), *_SHARED.split()}, key=lambda m: (-len(m), m)
)
_HEAD = re.compile(
    r"(?:(?:年末|期末|产业|行业|领域|人均|总)?"
    r"(?:(?:产值|增加值|收入|投资|消费|支出|出口)?占.{2,12}(?=比重|比例))?"
    rf"(?:{'|'.join(_HEADS)}))+$"
)
_INDUSTRIES = ("第一产业", "第二产业", "第三产业")


def split_items(text: str, count: int) -> list[str]:
    """The items of a coordination of ``count``, each with the head that the last one carries for all.

    An empty list where the text is no such coordination.

    >>> split_items("鱼类、贝类、甲壳类产量", 3)
    ['鱼类产量', '贝类产量', '甲壳类产量']
    >>> split_items("接待人数和旅游收入", 2)
    ['接待人数', '旅游收入']
    """
    if text.startswith("城乡居民") and count == 2 and "、" not in text:
        return ["城镇居民" + text[4:], "农村居民" + text[4:]]
    parts = [p for p in re.split(r"、|和|及|与|以及", text) if p]
    if len(parts) != count:  # 和 may belong to an item: 文化和旅游收入、…
        parts = [p for p in re.split(r"、|，", text) if p]
        if parts and len(parts) == count - 1:
            parts = parts[:-1] + [p for p in re.split(r"和|及|与", parts[-1]) if p]
    if len(parts) != count or count < 2:
        return []
    if all(re.match(r"[一二三](?:$|产)", p) for p in parts):
        parts = ["第" + p for p in parts]
    head = _HEAD.search(parts[-1])
    if head and head.start() > 0:
        parts = [p if _HEAD.search(p) else p + head.group() for p in parts[:-1]] + [parts[-1]]
    return parts


def ratio_names(own: str, count: int) -> list[str]:
    """One name for each part of a ratio.

    >>> ratio_names("三次产业结构", 3)[0]
    '三次产业结构第一产业'
    >>> ratio_names("粮食与经济作物的种植结构", 2)
    ['粮食种植结构', '经济作物种植结构']
    """
    if re.search(r"三次产业|产业结构|三产", own) and count == len(_INDUSTRIES):
        return [own + part for part in _INDUSTRIES]
    pair = re.fullmatch(r"(.+?)(?:与|和|、)(.+?)(?:的|之)(.+)", own)
    if pair and count == 2:
        return [pair[1] + pair[3], pair[2] + pair[3]]
    return [f"{own}第{i}项" for i in range(1, count + 1)] if count > 2 else [own] * count
