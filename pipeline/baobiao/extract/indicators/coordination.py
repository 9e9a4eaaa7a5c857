"""Names that stand together: 鱼类、贝类、甲壳类产量分别为 …, 三次产业结构 8:42:50."""

from __future__ import annotations

import re

from baobiao.extract.indicators.vocabulary import MEASURES, is_measure, without_measure


def _longest_first(words: list[str]) -> str:
    return "|".join(sorted(words, key=lambda m: (-len(m), m)))


_PEOPLE = ["人次", "人数"]
_MEASURES = [m for m in MEASURES if len(m) > 1] + _PEOPLE
# What is measured and measures: 出口 stands alone, and in 出口额 wants the head of the list.
_FLOWS = "进出口 出口 进口 贷款 存款".split()
_CARRIED = "浓度 年均值 用水 销量 用电量 投资 工资 补贴 养老金 标准 消耗 能耗 水耗 管网 管线 警情 案件 事故".split()
_MEASURE = re.compile(rf"(?:{_longest_first([*_MEASURES, *_CARRIED])}|[量额率值费价])$")
_FLOW = re.compile(rf"(?:{_longest_first(_FLOWS)})$")
_RATE = re.compile(r"(?<=\w{2})(?:增速|增幅|涨幅|降幅)$")
_RATE_OF_FLOW = re.compile(
    rf"(?<=[\u4e00-\u9fff”]{{2}})(?:{_longest_first(_FLOWS)})(?:增速|增幅|涨幅|降幅)$"
)
_PEOPLE_END = re.compile(r"(?:人次|人数)$")
_TOTAL = re.compile(r"总\w{2}")  # 国内游客人次、总花费
_FLOW_MEASURED = re.compile(rf"(?:{_longest_first(_FLOWS)})({_longest_first(_MEASURES)}|额)$")
_HEAD = re.compile(
    r"(?:(?:年末|期末|产业|行业|领域|人均|年均|日均|平均|总)?"
    r"(?:(?:产值|增加值|收入|投资|消费|支出|出口)?占.{2,12}(?=比重|比例))?"
    rf"(?:{_longest_first([*_MEASURES, *_FLOWS, *_CARRIED])}))+$"
)
# 零售额, 排放量, 业务量: two characters that say what is counted.
_OTHER_HEAD = re.compile(r"(?:最[低高]|平均)?[\u4e00-\u9fff]{2}[量额率价]$")
_OWNER = re.compile(r"每\w{1,10}的(?=\w{2})")
_PER_HEAD = re.compile("每[百千万]人口?(?:拥有)?")
_EACH = re.compile(r"(?<=[\u4e00-\u9fff]{2})[生人户亩床]均[\u4e00-\u9fff]{2,}$")
_DEED = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:支持|用于|投向)[\u4e00-\u9fff]{2,}(?:比重|占比|比例|率)$"
)
_HEAD_OF_NAMES = re.compile(r"(?:企业|项目|工程|基地|平台|机构|集群|中心|园区|试点)$")
# Words that only tell one kind from the other: 城镇和农村居民收入 are of 居民 both.
KINDS = re.compile(
    r"城镇|农村|城市|乡村|国内|国际|国外|境内|境外|入境|出境|男性|女性|内资|外资|公办|民办"
)
PLACE = re.compile(
    r"(?![我各全本整该新老大小每][县区市州旗])[\u4e00-\u9fff]{1,4}?(?<![城新地园社小景校片库厂])[县区市州旗]"
    r"(?![区场民级政属直域])(?=[\u4e00-\u9fff]{3}|$)"
)
_INSURANCE = re.compile(r"保险[\u4e00-\u9fff]*$")
_INSURED = re.compile(r"(?:养老|医疗|失业|工伤|生育)$")
_PAIRS = (
    ("城乡居民", "城镇居民", "农村居民"),
    ("城乡", "城市", "农村"),
    ("存贷款", "存款", "贷款"),
    ("内外资", "内资", "外资"),
)
_NUMBERED = re.compile(
    r"(?P<lead>[^、]*?)(?P<which>第?[一二三](?:[、和及与]第?[一二三])+)(?P<rest>产业.*)"
)
_INDUSTRIES = ("第一产业", "第二产业", "第三产业")


def split_items(text: str, count: int) -> list[str]:
    """The items of a coordination of ``count``, each with the head that the last one carries for all.

    An empty list where the text is no such coordination.

    >>> split_items("鱼类、贝类、甲壳类产量", 3)
    ['鱼类产量', '贝类产量', '甲壳类产量']
    >>> split_items("接待人数和旅游收入", 2)
    ['接待人数', '旅游收入']
    >>> split_items("本外币存贷款余额", 2)
    ['本外币存款余额', '本外币贷款余额']
    >>> split_items("第一、二、三产业增加值", 3)
    ['第一产业增加值', '第二产业增加值', '第三产业增加值']
    >>> split_items("国有企业资产总额、利润", 2)
    ['国有企业资产总额', '国有企业利润']
    """
    numbered = _NUMBERED.fullmatch(text)
    if numbered:
        which = re.findall("[一二三]", numbered["which"])
        named = [f"{numbered['lead']}第{each}{numbered['rest']}" for each in which]
        return named if len(named) == count else []
    for both, first, second in _PAIRS:
        if both in text and count == 2 and not re.search("、|和|及|与", text):
            return [text.replace(both, first), text.replace(both, second)]
    parts = [p for p in re.split(r"、|和|及|与|以及", text) if p]
    if len(parts) != count:  # 和 may belong to an item: 文化和旅游收入、…
        parts = [p for p in re.split(r"、|，", text) if p]
        if parts and len(parts) == count - 1:
            parts = parts[:-1] + [p for p in re.split(r"和|及|与", parts[-1]) if p]
    if len(parts) != count or count < 2:
        return []
    if all(re.match(r"[一二三](?:$|产)", p) for p in parts):
        parts = ["第" + p for p in parts]
    per = _PER_HEAD.match(parts[0])
    if per:  # 每千人托位、养老床位数
        parts = [p if _PER_HEAD.match(p) else per.group() + p for p in parts]
    owner = _OWNER.match(parts[0])
    if owner and not any("的" in part for part in parts[1:]):  # 每万元产值的能源和电力消耗
        parts = [part.removeprefix(owner.group()) for part in parts]
    named = [_with_head(part, parts[-1]) for part in parts[:-1]] + parts[-1:]
    if owner:
        named = [owner.group() + part for part in named]
    thing = _PEOPLE_END.sub("", without_measure(named[0]))
    return [
        thing + part if thing != named[0] and (is_measure(part) or _TOTAL.fullmatch(part)) else part
        for part in named
    ]


def _with_head(part: str, last: str) -> str:
    """An item with what the last item of its list says for all.

    >>> _with_head("城镇", "农村居民收入"), _with_head("存款", "贷款余额"), _with_head("游客人次", "旅游收入")
    ('城镇居民收入', '存款余额', '游客人次')
    """
    rate = _RATE.search(last)
    if rate and not _RATE.search(part):  # 投资、消费增速
        measured = _RATE_OF_FLOW.search(last)
        own = _FLOW.search(part) or _MEASURE.search(part)
        return part + (measured if measured and not own else rate).group()
    there = PLACE.match(last)
    if there and PLACE.fullmatch(part):  # 潼关县、大荔县颗粒物浓度
        return part + last[there.end() :]
    insurance = _INSURANCE.search(last)
    if insurance and _INSURED.search(part):  # 养老、失业、工伤保险参保人数
        return part + insurance.group()
    kind = KINDS.match(last)
    if kind and KINDS.fullmatch(part):
        return part + last[kind.end() :]
    level = re.match(r"[\u4e00-\u9fff]{1,3}级(?=\w{2})", last)
    if level and re.fullmatch("(?:国家|自治区|[省部市州县区旗])级", part):  # 国家级、省级实验室
        return part + last[level.end() :]
    if len(part) == 1 and re.match(r"[轻重大中小微男女东西南北长短新旧][\u4e00-\u9fff]{2}", last):
        return part + last[1:]  # 轻、重工业占比
    grade = re.match(r"[初中高]等", last)
    if grade and re.fullmatch("[初中高]", part):  # 中、高等职业教育
        return part + last[1:]
    each = _EACH.search(last)
    if each and not _EACH.search(part):  # 小学、初中生均公用经费
        return part + each.group()
    deed = _DEED.search(last)
    if deed and not _DEED.search(part):  # 甲、乙支持民间项目比重
        return part + deed.group()
    if part.endswith("”"):
        named = _HEAD_OF_NAMES.search(last) or _FLOW.search(last)
        return part + named.group() if named else part
    if _FLOW.search(part):  # 存款、贷款余额; but 贷款、工业增加值 are two things
        alike = _FLOW_MEASURED.search(last)
        return part + alike[1] if alike else part
    head = _HEAD.search(last) or _OTHER_HEAD.search(last)
    if not head or not head.start() or _MEASURE.search(part):
        return part
    carried = head.group()
    if part.endswith("业"):  # 制造业、数字产业增加值
        carried = re.sub(r"^[产行]业", "", carried)
    for size in (4, 3, 2):  # 新兴产业、高新技术产业产值: the seam stands once
        if part.endswith(carried[:size]) and size < len(carried):
            return part + carried[size:]
    return part + carried


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
