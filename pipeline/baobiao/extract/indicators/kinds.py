"""Words that tell one kind from the others: 城镇, 农村; 建议 behind 议案; 生铁 behind 原煤产量."""

from __future__ import annotations

import re

from baobiao.extract.indicators import coordination, phrases, vocabulary
from baobiao.extract.indicators.case import Case, Found, carry

# 这一比例比全省高: the measure that was named last.
_THAT = re.compile(r"(?:[这该]一?[项个]?|上述)(?:比例|比重|占比|指标|数字|数值|数据|水平)|后者")
_PER_HEAD = re.compile(r"(?:全[国省市区县])?[年月]?(?:人均|户均|平均)(?:每[人户])?")
_PER_POPULATION = re.compile(
    "每[百千万十]+(?:名|位)?(?:常住|户籍)?(?:人口|居民|老年人口|老年人|儿童|人)(?:拥有)?"
)
_PER_PLACE = re.compile("(?:平均)?每个?(?:社区|行政村|村|乡镇|镇|街道|县区?|学校|单位|部门|网格)")
_BY_THE_HEAD = ("收入", "住房", "面积", "支出")
_OWNER = re.compile(r".*(?:代表|委员)")
_INCLUDED = re.compile(r"不?含[\u4e00-\u9fff]{2,6}")
_SHARED = re.compile(r"(?<=\w{2})占(?![地用比道])\w{2,}$")
_GRADE = re.compile("(?:新增|其中)?((?:国家|自治区|省|市|州|区|县|部)级)(?:以上)?")
_GRADED = re.compile("(?:国家|自治区|省|市|州|区|县|部)级(?:以上)?([\u4e00-\u9fff]{2,})$")
# 小学129所，在校生6.6万人，专任教师3200人: pupils, teachers and beds are those of what was counted before.
_PUPILS = re.compile(
    "(?:在校|毕业)(?:学?生|人)(?:总?[数量])?|招生(?:人?数)?|(?:专任教师|教职工)(?:总?数)?"
)
_BEDS = re.compile("(?:编制|开放|实有|核定)?(?:病?床位?|床位)(?:总?数)?")
_SCHOOL = re.compile(
    "[\u4e00-\u9fff、()]{0,12}?(?:小学|中学|初中|高中|大学|院校|学校|幼儿园|中专|本专科|教育)"
    "(?=(?:总?数)?$|在校|专任|招生|毕业|教职)"
)
_HOUSE_WITH_BEDS = re.compile(
    "[\u4e00-\u9fff、()]{0,12}?(?:机构|医院|卫生院|养老院|敬老院|福利院)(?=(?:总?数)?$|床位|病床)"
)
_YIELD = re.compile(r"(产量|产能)$")
_PRODUCT = re.compile(
    r"(?!.*(?:[量数额率]|产能|[进出]口|库存|储备|亩产|单产|销售|消费|收购|入库|投放|供应|[增减]产|新增|能力|总产|规模|排放|其中))[\u4e00-\u9fff]{1,4}"
)


def that(case: Case) -> Found | None:
    """研发强度2.5%，这一比例比上年提高0.2个百分点."""
    match = _THAT.match(case.own)
    if not match or not case.memory.name:
        return None
    rest = case.own[match.end() :]
    named = case.memory.name
    if case.own.startswith("后者"):  # 新增企业37家，后者总数196家
        named = named.removeprefix("新增")
    return carry(named, rest, "share") if rest else ("", "")


def noted(case: Case) -> Found | None:
    """投诉27件（涉及16个项目）, 处置310亩（年度任务120亩）."""
    if case.own in ("折合", "约合") or (case.own in ("合", "折") and case.in_brackets):
        return case.memory.name, "carried"  # 人均GDP69572元（折合10085美元）
    about = case.own.startswith("涉及") or case.own == "任务"
    return carry(case.memory.name, case.own, "carried") if about and case.in_brackets else None


def per_head(case: Case) -> Found | None:
    """农民的纯收入，全国平均每人达到355元; 养老金标准再次提高，年人均增加900元."""
    if not _PER_HEAD.fullmatch(case.own):
        return None
    if case.clause_before.endswith(_BY_THE_HEAD):
        return case.trimmer.phrase(case.clause_before), "carried"
    return (case.grew, "carried") if case.grew else None


def per_population(case: Case) -> Found | None:
    """每千人口床位数6.8张、执业医师3.1人: the items of a list are of the same number of people."""
    share = _PER_POPULATION.match(case.memory.name) if case.in_list else None
    if share is None or not case.own or _PER_POPULATION.match(case.own):
        return None
    return share.group() + case.own, "carried"


def per_place(case: Case) -> Found | None:
    """培育“法律明白人”164名，每个社区不少于3名: so many of what was counted before are in each place."""
    each = _PER_PLACE.fullmatch(case.own)
    counted = case.memory.counted or case.memory.name if case.memory.levels else case.thing_before
    return (f"{counted}（{case.own}）", "carried") if each and counted else None


def of_an_owner(case: Case) -> Found | None:
    """办理人大代表议案5项、建议9件."""
    owner = _OWNER.match(case.memory.name)
    if owner and case.own in ("建议", "议案", "提案"):
        return owner.group() + case.own, "carried"
    return None


def of_institution(case: Case) -> Found | None:
    """小学129所，在校生6.6万人; 养老机构35家，床位4200张."""
    for measure, houses in ((_PUPILS, _SCHOOL), (_BEDS, _HOUSE_WITH_BEDS)):
        if measure.fullmatch(case.own):
            house = houses.match(case.memory.subject)
            return carry(house.group(), case.own, "carried") if house else None
    return None


def kinds(case: Case) -> Found | None:
    """城镇人均住房30平方米，农村40平方米; 教师数3718人，城镇2892人; 城乡低保标准提高，城镇提高80元."""
    memory, own = case.memory, case.own
    there = coordination.PLACE.match(memory.name)
    if there and coordination.PLACE.fullmatch(own) and there.end() < len(memory.name):
        return own + memory.name[there.end() :], "carried"  # 甲县浓度下降5%，乙县上升2%
    if not coordination.KINDS.fullmatch(own):
        return None
    if case.grew:
        memory.subject = own + case.grew.removeprefix("城乡")
        return memory.subject, "carried"
    kind = coordination.KINDS.match(memory.subject)
    if kind:
        return own + memory.subject[kind.end() :], "carried"
    if memory.subject:
        memory.subject = own + memory.subject
        return memory.subject, "carried"
    return None


def grades(case: Case) -> Found | None:
    """新增国家级龙头企业2家、省级8家: the grades share the noun that the first has."""
    grade = _GRADE.fullmatch(case.own)
    before = _GRADED.search(case.memory.name)
    if grade and before and case.quantity.unit_kind == "classifier":
        return case.memory.name[: before.start()] + grade[1] + before[1], "carried"
    return None


def including(case: Case) -> Found | None:
    """投资9亿元，含高铁下降3%."""
    subject = case.memory.subject
    if subject and _INCLUDED.fullmatch(case.own):
        return case.own.removesuffix(subject[-2:]) + subject, "carried"
    return None


def shared(case: Case) -> Found | None:
    """甲占工业的三成、乙占两成."""
    match = _SHARED.search(case.memory.name)
    if match and case.own.endswith("占") and len(case.own) > 2:
        return case.own.removesuffix("占") + match.group(), ""
    return None


def yields(case: Case) -> Found | None:
    """原煤产量6亿吨，生铁5000万吨."""
    found = [y[1] for y in map(_YIELD.search, (*case.memory.levels, case.grew)) if y]
    weighed = case.quantity.unit.endswith(("吨", "斤", "担", "箱"))
    if found and weighed and _PRODUCT.fullmatch(case.own):
        return case.own + found[-1], "measure"
    return None


def topic(case: Case) -> Found | None:
    """涉非法捕捞类案件：破案6宗."""
    head = case.memory.topic
    brief = len(case.own) <= 6 or vocabulary.is_predicate(case.own)
    return (head + case.own, "topic") if brief and head and head not in case.own else None


def attributive(case: Case) -> Found | None:
    """由小微企业中标的，采购金额8万元."""
    said = case.clause_before if len(case.own) <= 8 else ""
    if said.endswith("的") and 4 <= len(said) <= 24:
        return phrases.join(case.trimmer.phrase(said.removeprefix("由")), case.own), "carried"
    return None
