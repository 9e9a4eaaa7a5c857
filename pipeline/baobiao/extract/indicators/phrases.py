"""What a clause is about: what it says has grown, what money went to, with whom it compares, whom it counts."""

from __future__ import annotations

import re

from baobiao.extract.indicators import vocabulary
from baobiao.extract.indicators.trimming import any_of, balance

_COMPARISON = re.compile(
    "(?:"
    + any_of(
        r"""
    (?:人均[年月]|[年月]人均) (?<=计)各 同比(?:\(下同\))? 环比 同期 相比 预期 预定 (?<![大名干主])将
    (?:平均)?每\d+[\u4e00-\u9fff]{1,2} (?:比|较|与)“[^”]{1,8}”(?:时期|期间|末)?
    (?:比|较)[一二三四五六七八九十\d]+年前
    (?:考虑|扣除|剔除)\w{1,8}因素(?:后|影响)? 按可比价格?(?:计算)? 按?可比口径 按?同口径 按?自然口径 按?可比价格?
    (?:比|较|与)[上前]一?[届轮次]
    分别 平均 实际 名义 略 都 再 又 也
    (?:(?<=比)|(?<![\u4e00-\u9fff]))各
    (?:比|较|与)(?:清理|改革|改造|整治|治理|合并|调整|疫情|实施|优化|整合)之?前(?:相比)?
    仅 只 累计 连续 平均每年 每年 [一二三四五]年 [一两二三四五六七八九十\d]+年间? 预计 年间?
    大幅 明显 稳步 进一步 逆势 强势 强劲 小幅 显著 快速 平稳 共 总体 整体 (?<!占)(?:比|较|与|同)前? 先
    (?:比|较|与|同)(?:年初|同期|上年|调整)?(?:预算|决算|执行|实际|计划|目标|任务|规划)数?
    由?的?[降升]势转为 (?:比|较)(?:多年|常年|历史)(?:平均|同期)*值?的?
    (?:比|较|与|同)(?:上年|同期)?(?:支出|收入)数 (?:比|较)上次\w{0,3}
    """
    )
    + ")+$"
)
# 养老金标准继续提高: a clause without what it says of its subject.
_PREDICATE = re.compile(
    r"(?:再次|均|都|全面|稳步|持续|进一步|有所|继续|逐年|不断|大幅度?|明显|显著)*"
    r"(?:提高|提升|增长|下降|增加|改善|扩大|上升|加大|加快|推进|好转)(?:较[快多大])?$"
    r"|(?<=\w{2})(?:继续|仍然?|依然|一直)?(?:保持|呈现|呈)\w{0,8}(?:势头|态势|局面|格局|发展|增长)$"
    r"|(?<=\w{2})(?:不断|持续|稳步|日益|逐步|快速)(?:发展|壮大|增强|完善|优化|健全|显现|推进)(?:壮大)?$"
    r"|(?<=\w{4})实现(?:全程|全面|全部|一)?\w{2,4}$"
    r"|(?<=\w{2})实现了?零的?突破$|(?<=\w{4})(?:还|仍|相对|比较|较)?偏[少低高弱大慢重老]$"
)
_GREW = re.compile(
    r"(?:有了?|又)?(?:大幅度?|较快|再次|逐[年步]|显著|明显|稳步|持续|快速|继续|不断|平稳)*(?:地)?"
    r"(?:增加|增长|提高|上升|扩大|下降|减少|回升|回落)"
    r"(?:较快|较多|较大|迅速|平稳|(?:明显|显著|进一步)?(?:加快|放缓)?)$"
    r"|稳中有[增升进降涨]$"
)
# 客运站投入使用: a thing that money was spent on, and how far it is.
_DONE = re.compile(
    r"(?<=\w{2})(?:已|均|全部|全面|顺利|如期)*(?:建成(?:通车|投用|投产)?|竣工(?:投用|投产)?|投入(?:使用|运营|运行)|开工建设|开工|完工"
    r"|通车|投用|投产|进展顺利|进展|(?:顺利|扎实|稳步|加快|有序)推进|正式运营)+$"
)
_MEASURED = re.compile(
    r"(.{1,16}?(?:率|额|量|数|收入|产值|面积|标准|规模|比重|里程|投资|增速|总值|增加值|水平))"
    r"(?:在|再|继续|不断|持续|进一步|稳步|明显|首次|大幅|显著|逐[年步]|快速|有所|保持|平稳|连续|全面|又|跨[越上]|[跃站]上|迈上|实现|取得|创|屡创|再创|刷新|位居|居)"
)
_MOVED = re.compile(
    r"(?:要|再|又|逐[年步]|继续|适[当度]|进一步|稳步|大幅|全面|再次)*(?:提高|降低|增加|减少|扩大|上调|下调|压缩)了?"
    r"(\w{2,16}(?:[率额量数金费价]|标准|收入|支出|投资|面积|规模|比重|工资))"
)
_SAID_OF = re.compile(
    r"[\u4e00-\u9fff]{1,10}?(?:\([^()]*\))?((?:已|均|都|初步|全面|全部)*"
    r"(?:实现|建立|完成|通过|入选|纳入|达到|享受|得到|获得)[\u4e00-\u9fff“”]{3,})"
)
_HIGHER_THAN = re.compile(
    r"(.*?)[比较](全[国省市区县旗州盟]\w{0,6}?|\w{0,8}平均\w{0,6}?)(?:分别)?([高低快慢多少])"
)
_AGAINST_OTHERS = re.compile(
    r"(?:高|低|快|慢|多|少|优|好)于|超过?(?=全[国省市]|平均)|[比较](?:全[国省市区县旗州盟]|(?!多年|常年|历[史年])\w{0,8}平均)"
)  # 低于全国0.3个百分点, 比全省高3个百分点
_EXAMPLES = re.compile(r"^.*[”》、].*等(?=[\u4e00-\u9fff]{4})")
_PURPOSE = re.compile(
    r"(?:(?:体现|表现|展现|反映)[在为出]|来看|划分|分类|如下|情况|包括|主要是|为|是|其中|分别|注|说明|原因|一|方面|例如|比如|报告|用于|差距|不足|短板|发现|查明|显示|目标|任务|指标|要求|：)$|^(?:其中|主要)|以下\w{1,6}$|存在[^，]{0,6}(?:问题|困难)$|^我\w{0,2}将"
)
_EXTREME = re.compile(r"(?:.*中)?(\w{2,20}?)最[大小高低多少]")
_LONGEST_NOUN = 22
_LONGEST_EVENT = 36
_EVENTS = ("会议", "大会", "论坛", "活动", "比赛", "行动")


def without_purpose(noun: str) -> str:
    """Money without what it is for.

    >>> without_purpose("专项资金支持企业技改")
    '专项资金'
    """
    return re.sub(r"(?<=资金|国债|债券|基金)(?:支持|用于).*$", "", noun)


def join(subject: str, own: str) -> str:
    """Subject and predicate as one name; words they share at the seam stand once.

    >>> join("公务接待费支出", "支出决算")
    '公务接待费支出决算'
    """
    own = re.sub(r"^(?:已|均|其(?![余他中]))", "", own)
    if subject.endswith(own) or (own in subject and len(own) > 3):
        return subject
    for size in range(min(4, len(own) - 1, len(subject)), 1, -1):
        if subject.endswith(own[:size]):
            return subject + own[size:]
    return subject + own


def shorten(noun: str) -> str:
    """A counted thing that runs on into what it did, cut where that begins."""
    thing = re.match(r".{3,18}?(?:项目|工程)(?=[\u4e00-\u9fff]{2})(?!建设|数|[和与及])", noun)
    if thing and len(noun) > 12:
        return thing.group()
    if len(noun) <= _LONGEST_NOUN:
        return noun
    cut = re.search(
        r"(?<=.{4})(?:进行|予以|给予|实现|得到|获得|完成|全部|达到|配备|发放|安装|为|被|已|均|，)",
        noun,
    )
    if not cut and noun.endswith(_EVENTS) and len(noun) <= _LONGEST_EVENT:
        return noun
    said, _, head = noun.rpartition("的")
    if not cut and said and 2 <= len(head) <= _LONGEST_NOUN:
        if not (vocabulary.begins_with_verb(head) or head.endswith("工作")):
            return head  # 有机农业生产、线上线下销售、品牌运营的台湾团队
        noun = said  # 消费品安全国家标准的制定修订工作
    cut = cut or re.search(r"(?<=.{8})(?:建设|新建|开展)(?=[\u4e00-\u9fff]{2})", noun)
    kept = noun[: cut.start()] if cut else noun[:_LONGEST_NOUN]
    return balance(kept.rstrip("、和及与"))


def outlay_on(noun: str) -> str:
    """What money was spent on: 实施了拆炉并网工程 → 拆炉并网工程, 对雨水管网进行改造 → 雨水管网改造.

    >>> outlay_on("集中改造的背街小巷全部完工")
    '背街小巷改造'
    """
    noun = _DONE.sub("", re.sub(r"^(?:重点|全面|先后|集中|统筹)*", "", noun))
    made = re.match(r"(改造|新建|建设|扩建|维修|整治)的(\w{2,})", noun)
    if made:
        return made[2] + made[1]
    if noun.startswith("对") and treated(noun[1:]) != noun[1:]:
        return treated(noun[1:])
    return re.sub(
        r"^(?:加快|实施|新建|建设|改造|硬化|修复|加固|维修|疏通|整治|修缮|铺设|用于|建成|开展|推进|完成|支持|启动|开工建设)(?:了|的)?(?=\w{3})",
        "",
        noun,
    )


def without_examples(name: str) -> str:
    """A thing without the list of those that are named as examples of it.

    >>> without_examples("“法律课堂”、“以案释法”等普法活动"), without_examples("普法等活动")
    ('普法活动', '普法等活动')
    """
    return _EXAMPLES.sub("", name)


def treated(words: str) -> str:
    """What was done to a thing, as one noun.

    >>> treated("行政法规进行了全面清理"), treated("行政法规")
    ('行政法规清理', '行政法规')
    """
    match = re.fullmatch(
        r"(.{2,}?)(?:全部|均|逐一)?(?:进行|实施|予以|开展)了?(?:全面|集中|系统|整体|逐一|专项)?(.{2,12})",
        words,
    )
    return match[1] + match[2] if match else words


def without_comparison(text: str) -> str:
    """The words before 增长 without what they compare with: 工业增加值同比 → 工业增加值."""
    return _COMPARISON.sub("", _COMPARISON.sub("", text))


def without_predicate(clause: str) -> str:
    """The subject of a clause that says it rose or fell: 养老金标准继续提高 → 养老金标准."""
    return _PREDICATE.sub("", clause)


def what_was_built_on(clause: str) -> str:
    """The subject of a clause that says on what it goes on: 棉花在上年丰收的基础上 → 棉花."""
    match = re.fullmatch(r"(\w{2,12}?)在\w{2,20}基础上", clause)
    return match[1] if match else ""


def grown(clause: str) -> str:
    """What a clause says has grown or shrunk; nothing where it says no such thing."""
    return (
        re.sub(r"从(?:\w{1,6})?(?:开始|起)$", "", _GREW.sub("", clause))
        if _GREW.search(clause)
        else ""
    )


def moved(clause: str) -> str:
    """The measure that a clause says was raised or lowered; nothing where it says no such thing.

    >>> moved("逐步降低车辆通行费标准"), moved("提高效率")
    ('车辆通行费标准', '')
    """
    match = _MOVED.fullmatch(clause)
    return match[1] if match else ""


def broken_through(clause: str) -> str:
    """The subject of a clause that says there was none before or are few: 公职律师实现零的突破, 政策解读少."""
    found = re.fullmatch(
        r"(\w{2,16}?)(?:(?:首次)?实现了?零(?:的?突破)?|(?:还|仍|较|偏|很|比较)*少)", clause
    )
    return found[1] if found else ""


def measured(clause: str) -> str:
    """The measure that opens a clause: 参合率再创新高 → 参合率; nothing where none does."""
    match = _MEASURED.match(clause)
    return match[1] if match else ""


def said_of(noun: str) -> str:
    """What is said of a counted thing: 县(市)初步建立了低保制度 → 初步建立了低保制度; else nothing.

    >>> said_of("县(市)初步建立了低保制度"), said_of("县级医院")
    ('初步建立了低保制度', '')
    """
    match = _SAID_OF.fullmatch(noun)
    return match[1] if match else ""


def set_against(words: str) -> tuple[str, str]:
    """A measure and the others with which it is compared, brought to one form.

    >>> set_against("城镇化率比全省高"), set_against("城镇化率")
    (('城镇化率', '高于全省'), ('城镇化率', ''))
    """
    match = _HIGHER_THAN.fullmatch(words)
    return (match[1], match[3] + "于" + match[2]) if match else (words, "")


def against_others(words: str) -> str:
    """With whom a number compares, of the words before it: 快于全国; nothing where it does not.

    >>> against_others("高于全省平均"), against_others("增长")
    ('高于全省平均', '')
    """
    return words if _AGAINST_OTHERS.match(words) else ""


def extreme(words: str) -> str:
    """What is said to be the greatest or the least of its kind: 甲县年降水量最大，为1284毫米.

    >>> extreme("各县中甲县年降水量最大"), extreme("降水量增加")
    ('甲县年降水量', '')
    """
    match = _EXTREME.fullmatch(words)
    return match[1] if match else ""


def announces(words: str) -> bool:
    """Whether the words before a colon only announce a list: 主要目标是：, 具体情况如下：."""
    return bool(_PURPOSE.search(words))
