"""What was done, not said to what: 取保候审2人, 办结率98%, 废止15件、修改22件."""

from __future__ import annotations

import re

from baobiao.extract.indicators import phrases, vocabulary
from baobiao.extract.indicators.amounts import FLOWS
from baobiao.extract.indicators.case import Case, Found, carry

_PENALTIES = re.compile(r"(?:立案|查处|立案查处|行政处罚|处罚|罚款|罚没款?|责令停产\w*|约谈)")
_DISCIPLINE = re.compile(
    r"(?:(?:立案|约谈|问责|追责|诫勉|通报批评|党政纪处分|党纪政务处分|批评教育|谈话提醒)[、和并]?)+"
)
_MENDED = re.compile("(?:已|完成)?(?:整改|解决|开工|竣工|投产|完工)(?:完成)?")
_AND_ALSO = re.compile("(?:还|尚|另|仍)有[^，。；]{0,8}$")
_NEAR = 10  # characters, as far as such words reach back
_LICENCE_ACT = "新办|核发|换发|补发|变更|延期|延续|注销|换证|补证|补办|首次申请|遗失补办"
_LICENCE_ACTS = re.compile(_LICENCE_ACT)
_LICENSED = re.compile(rf"(.*(?:证|照|许可|执照|资质|登记))(?:{_LICENCE_ACT})")
# 县（市、区）实施养老保险试点，1334万人参保: in it, not in the counties.
_WHERE = re.compile(
    r"^(?:[省市县区乡镇村]|\([^()]*\))+(?:已|均|都|全面)?(?:实施|开展|推行|建立|启动|进行)了?(?=\w{4})"
)
_TAKEN_UP = re.compile(r"(?<=案件)(?:立案|受案|发案|受理)$")  # 诈骗案件立案9件，破案6件
_SUPERVISED = re.compile("(监督[\u4e00-\u9fff]{0,8}?)(?:立案|撤案)")
_FATES = frozenset(("废止", "修改", "保留", "修订", "失效", "宣布失效"))
_CLEANED = re.compile(
    "(?:全面|集中|专项|开展)*(?:清理|梳理|评估)(?:[^，]*的)?(\\w*(?:文件|规章|法规|规定|制度|政策))(?:工作)?"
)
_OUTCOMES = frozenset(
    ("维持", "撤销", "变更", "纠错", "驳回", "终止", "调解", "确认违法", "责令履行")
)
_CAUGHT = re.compile(r"^(?:抓获|查获)(?=[\u4e00-\u9fff]{2})")  # 抓获嫌疑人9人，移送起诉6人
_WORTH = re.compile(r"(?<=\w{3})(?:涉及|涉案)金额$")  # 追回待遇9人，涉及金额5万元，追回率90%
_RECEIVED = re.compile(
    r"(?<=[\u4e00-\u9fff”]{2})(?:共?收到|接到|受理)(?=[\u4e00-\u9fff]{2})"
)  # 信箱收到来信
_FLOWED = re.compile(
    "总?(?:收入|支出)(?:总量|总计|合计)?$"
)  # 预算总收入9亿元，总支出8亿元，结转1亿元
_CHECKED = re.compile("检查.*(?:企业|单位|主体|场所|户|家)$")  # 检查企业9家，立案7起
_THOROUGHLY = re.compile(r"^(?:集中|全面|系统|主动)+(?=\w{4})")
_ATTRACTS = frozenset(("受教育", "出动", "吸引", "服务", "带动", "辐射", "接待"))
_HELD = frozenset(("举办", "开展", "组织", "召开", "承办", "举行"))
_PUBLISHED = re.compile("(?:主动)?(?:发布|公开|公布|推送)(?:各类|相关)?(?:信息)?")
_CHANNEL = re.compile("(?:微博|公众号|网站|平台|客户端|微信|媒体|抖音|视频号)$")


def licences(case: Case) -> Found | None:
    """许可证核发8件、变更2件、延期2件: what is done with a licence instead of what was done with it before."""
    if not _LICENCE_ACTS.fullmatch(case.own) or not case.memory.levels:
        return None
    licence = _LICENSED.fullmatch(case.memory.levels[-1])
    return (licence[1] + case.own, "carried") if licence else None


def discipline(case: Case) -> Found | None:
    """移交问题线索6条，约谈、问责7人，立案4人次: what is done to people of one's own stands alone."""
    people = case.quantity.unit.startswith(("人", "名"))
    alone = people and not case.memory.topic and _DISCIPLINE.fullmatch(case.own)
    return (case.own, "") if alone else None


def predicate(case: Case) -> Found | None:
    """受理投诉9件，办结8件; 外商投资保持增长势头，到位4亿元; 建立日报告制度（已报送104期）."""
    if not vocabulary.is_predicate(case.own):
        return None
    if _stands_alone(case):
        return case.own, ""
    subject = _WHERE.sub("", _acted_on(case))
    # Bulletins: 财产险保费收入9亿元，赔付3亿元 is paid by the insurance, not by its premiums.
    thing = vocabulary.without_handling(subject).removesuffix("保费收入")
    thing = _RECEIVED.sub("", _CAUGHT.sub("", _TAKEN_UP.sub("", thing)))
    if case.memory.joined:
        thing = vocabulary.without_deed(thing)  # 涉案人员不捕9人、不诉17人
    if case.own == "结转" and case.quantity.unit_kind == "currency":
        thing = _FLOWED.sub("", thing)
    if thing.endswith("率"):  # 结案率93%，罚款9万元: nothing is done to a rate
        thing = ""
    return carry(thing or case.elsewhere, case.own, "carried")


def _stands_alone(case: Case) -> bool:
    """Whether what was done is of nothing that was named before.

    21个村出列，2316户脱贫; 办理甲类9件、乙类8件，罚款5万元; 发现隐患2条；立案7起; 企业仅37家，还有3870户未脱贫.
    """
    text, start = case.around.text, case.quantity.start
    behind = text.startswith(case.own, case.quantity.end)
    besides = behind and _AND_ALSO.search(text, max(0, start - _NEAR), start)
    case_opened = case.own == "立案" and _CHECKED.match(case.memory.examined)
    paid = case.quantity.unit_kind == "currency" and case.own in ("罚款", "罚没款")
    afresh = case.memory.stale and not case.memory.topic and _PENALTIES.fullmatch(case.own)
    left = case.subject.endswith(("出列", "摘帽", "退出"))
    return bool(besides or left or afresh or case_opened or (paid and case.memory.things))


def _acted_on(case: Case) -> str:
    """What the sentence has named that a predicate can be of: the list, what was examined, the thing just spoken of."""
    memory, subject, said = case.memory, case.subject, case.clause_before
    if not memory.topic and not memory.joined:
        subject = memory.things or subject
    if memory.examined and not memory.topic and _PENALTIES.fullmatch(case.own):
        subject = memory.things or re.sub(r"^检查(?=\w{2})", "", memory.examined)
    if memory.stale and case.around.acts_before(case.sentence, case.quantity):
        subject = ""  # 调解组织化解纠纷9件；总工会与法院共建调解室，成功调解2件
    if _MENDED.fullmatch(case.own) and subject == memory.subject and not memory.topic:
        subject = memory.counted_as(subject, case.quantity.unit)
    held_over = memory.stale and bool(vocabulary.opening_verb(said))
    if phrases.without_predicate(said) != said or said.endswith("力度") or held_over:
        subject = case.thing_before or subject
    noted = case.trimmer.phrase(case.around.noted(case.sentence, case.quantity))
    return noted[len(vocabulary.opening_verb(noted)) :] if noted else subject


def rate(case: Case) -> Found | None:
    """受理举报12件，办结率100%; 化解纠纷380件，其中人民调解42件，化解率95%."""
    if not case.subject or not vocabulary.is_rate_of_deeds(case.own):
        return None
    deed = vocabulary.deed_of(case.own)
    done = [
        name
        for name in case.memory.levels[case.memory.part :]
        if (name.startswith(deed) or name.endswith(deed))
        and not name.endswith("率")
        and vocabulary.can_be_rated(name, case.own)
    ]
    # 受理举报12件，其中食品类8件、药品类4件，办结率100% is the rate of all.
    whole = case.memory.whole if not vocabulary.begins_with_verb(case.subject) else ""
    subject = _WORTH.sub("", case.subject)
    thing = done[-1] if done else whole or case.memory.things or subject
    if not vocabulary.can_be_rated(thing, case.own):
        return None
    return vocabulary.rate_of(thing, case.own), "carried"


def state(case: Case) -> Found | None:
    """改造棚户区住房，基本建成500套."""
    if not vocabulary.is_state(case.own) or case.subject:
        return None
    return case.own + vocabulary.object_of(case.thing_before), "verb"


def said_before(case: Case) -> Found | None:
    """优化调整服务价格，调整4批次; 运输审批实现网办，累计办理98件."""
    if not vocabulary.is_verb(case.own):
        return None
    said = case.clause_before
    acted = re.search(re.escape(case.own) + r"了?([\u4e00-\u9fff]{2,14})$", said)
    if acted:
        return case.own + acted[1], "verb"
    cleaned = _CLEANED.fullmatch(said) if not case.subject and case.own in _FATES else None
    if cleaned:
        return carry(cleaned[1], case.own, "carried")  # 清理与民法典不一致的文件，废止17件
    alone = not case.subject and not vocabulary.opening_verb(said)
    if alone and phrases.without_predicate(said) != said:
        return carry(case.thing_before, case.own, "carried")
    return None


def published(case: Case) -> Found | None:
    """推进安全生产信息公开，发布84条信息; 微信公众号41个，发布信息3404条."""
    if not _PUBLISHED.fullmatch(case.own) or case.memory.topic:
        return None
    about = case.near.field_of_information(case.sentence, case.quantity)
    if about:
        return about + case.own, "heading"
    return carry(case.subject, case.own, "carried") if _CHANNEL.search(case.subject) else None


def held(case: Case) -> Found | None:
    """开展普法集市，以问答普及知识。全年举办19场."""
    if case.own not in _HELD or case.subject:
        return None
    thing = case.near.held_before(case.sentence)
    return (case.own + thing, "verb") if thing else None


def supervised(case: Case) -> Found | None:
    """监督公安机关立案11件、撤案9件: both are what was supervised."""
    watched = _SUPERVISED.fullmatch(case.memory.name)
    return (watched[1] + case.own, "verb") if watched and case.own in ("立案", "撤案") else None


def outcome(case: Case) -> Found | None:
    """申请行政复议9件，其中省政府受理5件，维持3件: the outcomes are of the whole, not of who took it up."""
    whole, subject = case.memory.whole, case.memory.subject
    taken_up = subject.endswith(("受理", "受理）")) and not subject.startswith("受理")
    return (
        carry(whole, case.own, "carried") if whole and taken_up and case.own in _OUTCOMES else None
    )


def verb(case: Case) -> Found | None:
    """清理文件320件，其中废止15件、修改22件; 举办音乐节3场，吸引5万人次; 进出口总额翻番，出口增长5%."""
    own, memory = case.own, case.memory
    subject = _THOROUGHLY.sub(
        "", "" if vocabulary.is_verb(case.subject) else case.subject
    )  # 集中公开文件17件，制发3件、废止2件
    if not vocabulary.is_verb(own):
        return None
    if own == "执行" and case.quantity.unit_kind == "currency" and subject.endswith("预算"):
        return carry(vocabulary.without_budget(subject), own, "carried")
    received = re.match(f"(.*{own})费", subject)
    if received and case.quantity.unit_kind == "classifier":
        return received[1], "verb"  # 公务接待费支出0.9万元，共接待14批次
    if case.quantity.unit == "天":
        return own, ""  # 有效监测362天
    apart = vocabulary.is_state(own) or not case.in_list
    if memory.acted and not apart:
        return own + memory.acted, "verb"
    # 编制精简两成: what shrinks by a share is a thing.
    thing_itself = case.quantity.unit_kind == "ratio"
    if not subject or not apart or own in FLOWS or thing_itself:
        return None
    opens = vocabulary.opening_verb(subject)
    thing = subject[len(opens) :]
    thing = vocabulary.object_of(thing) or thing
    if own in _ATTRACTS and case.quantity.unit.startswith(("人", "名", "户")):
        return thing + own, "carried"
    if opens == own or thing.endswith(own):  # 举办执法培训12期，培训860人次
        return (subject if opens == own else thing), "verb"
    trained = own in ("培训", "轮训") and case.quantity.unit.startswith(("人", "名"))
    if own in thing or vocabulary.is_state(thing) or thing.endswith("有效") or trained:
        return own, ""
    memory.acted = vocabulary.without_state(thing)
    return own + memory.acted, "verb"
