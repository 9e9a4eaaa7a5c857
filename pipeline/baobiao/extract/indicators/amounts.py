"""Measures, shares and outlays that want their thing: 产量27190吨, 占45%, 投资8亿元."""

from __future__ import annotations

import re

from baobiao.extract.indicators import phrases, vocabulary
from baobiao.extract.indicators.case import Case, Found, carry

_SHARE = re.compile(
    rf"占|所占比[重例]|(?:完成|为){vocabulary.TERM}(?:预算|计划|目标任务|任务|目标)"
    r"|超(?:额完成|过|出)?[\u4e00-\u9fff]{0,6}(?:预算|计划|任务|目标|标准)$|超(?:额完成)?(?:预算|计划|任务|目标)"
)
_DESTINATION = re.compile(r"(?:用于|投向|流向|来自)(?!.*的)")  # 支出100亿元，87%用于教育
_PULL = re.compile(r"拉动|对.{2,12}(?:贡献|拉动)")
_NUMBER_OF_CASES = re.compile("案件(?:数量?|总数|总量)")
_DONE_TO = re.compile(r"^(?:组织)?(?:实施|推进)(?=\w{3})")
# 31个项目列入推进计划，完成投资9亿元: the projects were invested in, not the plan.
_LISTED_IN = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:列入|纳入|入选|入围)[\u4e00-\u9fff]+$")
_SPENDING = re.compile("支出((?:总量|总计|合计)?)")
_AN_ACCOUNT = re.compile("预算|基金|保险|资本经营")
_PROJECTS = re.compile("(?:项目|工程)$")  # 实施技改项目214项，完成投资9亿元
_BARE_ACCOUNT = re.compile(
    r"(?:当年|年末|年度|本年|累计|滚存)*(?:收入|支出|结余|余额|限额)(?:合计|总计|总额)?|(?:年初|全年|调整|变动)预算数?|(?:支出)?决算数?|总额"
)
_GOAL = re.compile("(?:年度|全年|年)(?:目标)?(?:任务|计划|目标)")  # 为年度任务的106.7%
_GROWTH = re.compile(r"增[速幅长]|涨幅|降幅")
_MADE = re.compile(r"(?<=\w{2})(?:总?产值|产量|销售额|销售收入|营业收入)$")
_PARTNER = re.compile(r"对[\u4e00-\u9fff]{1,4}(?:贸易|进出口)")
_SPENT = frozenset(("财政拨款支出", "支出", "支出决算", "财政拨款支出决算", "决算支出"))
FLOWS = ("出口", "进口")


def spending(case: Case) -> Found | None:
    """基金收入35亿元；支出41亿元."""
    flow = _SPENDING.fullmatch(case.own)
    if not flow or not case.subject.endswith("收入" + flow[1]):
        return None
    # The income behind 其中 is a part of the account's.
    account = "" if _AN_ACCOUNT.search(case.subject) else case.near.account(case.quantity)
    case.memory.subject = (account or case.subject.removesuffix("收入" + flow[1])) + case.own
    return case.memory.subject, "carried"


def of_account(case: Case) -> Found | None:
    """（三）社会保险基金预算。收入22870万元，支出16934万元: the heading says of which account."""
    if not _BARE_ACCOUNT.fullmatch(case.own):
        return None
    account = case.near.account(case.quantity)
    carried = not case.subject or account in case.subject
    if not account or not carried or case.memory.topic:
        return None
    return phrases.join(account, case.own), "heading"


def share(case: Case) -> Found | None:
    """投入民生资金9亿元，占财政支出的62%; 完成预算的98%; 高于全省2个百分点; 拉动生产总值1个百分点."""
    own = case.own
    of_goal = case.quantity.unit == "%" and _GOAL.fullmatch(own)
    if _SHARE.match(own) or of_goal:
        thing, last = case.subject, case.memory.levels[-1:]
        if last and (not thing or (own == "占" and thing in last[0])):
            thing = last[0]  # 办结申请80件，其中予以公开40件，占50%
        own = "占比" if own == "占" else own
        own = "为" + own if _GOAL.fullmatch(own) else own
        return carry(vocabulary.without_budget(thing), own, "share")
    if phrases.against_others(own) and case.memory.name:
        return carry(case.memory.name, own, "share")
    if _DESTINATION.match(own):
        return carry(case.subject, own, "carried")
    if _PULL.match(own):
        return carry(vocabulary.without_measure(case.subject), own, "share")
    return None


def number_of_cases(case: Case) -> Found | None:
    """办理简易程序案件9件，案件数量增长5%."""
    if _NUMBER_OF_CASES.fullmatch(case.own) and "案件" in case.subject:
        return phrases.join(vocabulary.without_handling(case.subject), case.own), "measure"
    return None


def outlay(case: Case) -> Found | None:
    """开展儿童福利项目，投入19万元; 投资4360万元，对雨水管网进行改造; 计划投资9亿元，完成投资8亿元."""
    if not vocabulary.is_outlay(case.own):
        return None
    subject = _LISTED_IN.sub("", case.subject)
    done = case.around.text.endswith("完成投资", 0, case.quantity.start)
    behind = (
        ""
        if done and _PROJECTS.search(subject)
        else case.near.thing_behind(case.sentence, case.quantity)
    )
    spent = case.thing_before or behind or case.near.spoken_of(case.sentence, case.quantity)
    planned = subject.endswith(("任务", "目标", "计划"))
    planned = planned or vocabulary.is_outlay(subject.removeprefix("年度"))
    if not spent and not planned:
        spent = vocabulary.without_measure(_DONE_TO.sub("", subject))
    return carry(spent, case.own, "outlay")


def measure(case: Case) -> Found | None:
    """种植花生1.4万亩，产量7190吨; 新增企业46家，总数达550家; 营业收入17亿元，利润总额5亿元."""
    own, subject = case.own, case.subject
    arrived = own.startswith("实际") and vocabulary.is_measure(own.removeprefix("实际"))
    if arrived and case.quantity.unit_kind != "ratio":  # 实际到位资金增长11% stands alone
        return carry(case.thing_before or subject, own, "measure")
    if not vocabulary.is_measure(own):
        return None
    if re.match(r"总[数量]", own):
        subject = subject[len(vocabulary.opening_verb(subject)) :]
    if own.startswith("总") and subject.startswith("总"):
        return own, ""  # 总用地面积20亩，总建筑面积8万平方米
    if subject and not _GROWTH.match(own):
        if vocabulary.is_measure(subject):
            return own, ""
        subject = vocabulary.without_measure(subject)
    if own.endswith(("产量", "亩产", "单产", "总产")):  # 粮食播种面积3万亩、总产量1万吨
        subject = re.sub("(?:播种|种植)$", "", subject)
    return carry(subject or case.elsewhere, own, "measure")


def spent_on_item(case: Case) -> Found | None:
    """（4）2011099其他人力资源事务（项）财政拨款支出53万元: what heads the paragraph is what the money is for."""
    item = case.near.item_of_accounts(case.quantity) if case.own in _SPENT else ""
    return carry(item, case.own, "carried") if item else None


def flow(case: Case) -> Found | None:
    """对台贸易总额21亿元，其中出口8亿元; 肉类产值8亿元、出口2亿元."""
    if case.own not in FLOWS:
        return None
    partner = _PARTNER.search(case.subject)
    if partner:
        return partner.group() + case.own, "carried"
    made = _MADE.sub("", case.subject)
    return (
        (phrases.join(made, case.own), "carried") if made != case.subject and case.in_list else None
    )
