"""Words of a clause without what is no part of a name: fillers at their ends, counts of years, who says so."""

from __future__ import annotations

import re

from baobiao.words import Words


def any_of(words: str) -> str:
    """An alternation of the patterns in a string that white space divides; longer ones first."""
    return "|".join(sorted(words.split(), key=lambda w: (-len(w.split("(?")[0]), w)))


# What may stand before a name and is no part of it. A look-ahead keeps the words that only begin like a filler.
_LEADING = re.compile(
    r"^(?:[\s、，。；：:;,.—\-]|"
    + any_of(
        r"""
    (?:同比|较上年)?\(下同\) \d{1,2}[.、](?=\d{5}\D) \d{1,2}\.(?=20\d\d) 20\d\d(?=本年)
    \([一二三四五六七八九十]{1,3}\)(?=2\d{4}|[\u4e00-\u9fff]{2}) 主要原因(?:是|为)?
    \(\d{1,2}\)(?=[\u4e00-\u9fff]{2}) \([区县市州旗]\)(?=\w{2}) \d+个(?=[\u4e00-\u9fff]{2})
    [这本此]次\w{2,4}?共(?=\w{3}) 依托[^，。；]{2,24}?(?=(?:建立|建成|设立|打造|组建|成立|搭建)\w{2})
    (?:依托|借助|利用|结合)[^，。；]{2,24}?等(?:载体|平台|阵地|形式|契机|节点|节日|时机|时间节点)(?=\w{2}) 依托(?=\w{4})
    建议[将把](?=\w{2}) 从[快重速](?=[办查处打审]\w)
    \d{1,2}\.(?:20\d\d年度?)?(?=[\u4e00-\u9fff]{2}) 控制在(?=\w{3}) (?:建成|投产|达产|完工)后(?:预计)?可?(?=\w{3})
    [三四五六七八九十]大\w{1,6}中(?=\w{4}) 的(?!士)
    [一二三四五六七八九十两\d]+年前的? [一二三四五六七八九十两\d]+年内(?=\w{4})
    前[两三四五]年 全年 年内 当年 其中 同时 此外 另外 另有(?=\w{2}) 另
    除(?=涉|去|[本原上该]\w) 还(?![款清本原]) 并且 并(?![购网轨联存举]) 也
    本年(?!收入|支出) 又 而 且 但 但是 虽然 尽管 以及 和 及(?!时) 与 了 共有 共计 总共 一共 累计 总计 合计 合计在 已
    已经 现已 现有 现(?=[已有]) 目前 至目前 先后 均(?![衡等价线]) 分别 分(?![管局公类期级院园校]) 有(?=\w{2,8}、)
    派(?=$) [尚仍]有(?=\w{3})
    有(?=(?:普通|公办|民办|各级各类|各类|各级)?(?:学校|小学|中学|初中|高中|幼儿园|中等|高等|医院|医疗|卫生|养老|公共图书|博物|文化[馆站]))
    共(?!建(?![成设立])|[享同治产青创计]) 仅 该 其(?![他余中]) 主要(?=[是用有]) 再次 首次
    特别是 尤其是 期间 连续 全区 全县 全市 全省 全镇 全旗 全州 全盟 全乡 全系统 全[省市区县]系统 全局 全辖区
    本(?:部门|单位|级)(?:本级)?(?:及所属的?(?:预算)?单位)?(?=\w{2}) 相应(?:安排)?(?=\w{2}预算)
    辖区内? 我[区县市省局片镇旗州]区? 我国 五年内 五年间 五年合计 相较于? 相比于?
    [^，]{0,6}以来 据统计 初步核算 经初步核算 经核算 预计 至今 截至 截止 成功(?!$) 依法 顺利 全力
    全面 扎实 持续 不断 进一步 大力 积极 认真 充分 切实 有效 圆满 逐步 稳步 着力 努力 突出抓好
    抓好 高质量(?!发展) 高标准(?!农田) 按时(?!.{0,3}率) 及时(?!率|[受办查])
    重点(?=抓|实施|推进|做好|开展|加强|打造|围绕) 在此基础上 使得? 让(?!利)
    对(?![外口接台俄美欧日韩港]|.{2,12}(?:贡献|拉动)) 将 把 为(?!民办) 给 向 由 从(?![业事严紧优])
    按照 加上(?=\w{2}) 连同(?=\w{2}) 按(?![揭时])
    以(?![上旧工案]) 在(?!建|校|园|学|训|营|册|岗|职|逃|押|办|孵|库|读) 到(?![位账期岗户港访])
    前(?=要|完|建成|实现|达到|全部|基本)
    (?:全国|实验区|开发区|高新区|经开区|新区|片区)(?=共|有|发生|累计|新增) 首[期批笔](?=$)
    [两三四五\d]年来 [两三四五]年(?=\w{2})(?!内|间|来|中|级|制|规划|计划|行动|目标|期|任务)
    [三四五]年中(?!央) 仍然?(?=\w{2}) 有序(?=\w{3})
    全[国省市区县](?=$) 我们(?:要|就|将|已|继续)* 再(?=有)
    力争 争取(?=再有|实现|达到|完成|新增|全年|年内) 确保 预期 计划(?!生育) 拟 目标(?:是|为)?
    要(?=[\u4e00-\u9fff]{2})(?![素件道]) 年均 月均 日均(?=[\u4e00-\u9fff]{4}) 平均每[年月天日]
    每[日天月年](?=[\u4e00-\u9fff]) 实现(?=[\u4e00-\u9fff“]{2})
    完成(?=[\u4e00-\u9fff“]{2})(?!(?:年初|全年|调整|年度|本年|年)?(?:预算|计划|目标任务|任务|目标)的?$)
    """
    )
    + r")+"
)
# What may stand between a name and its number: 达到, 为, 共计, 增至. A look-behind keeps 行为, 公共, 国有 whole.
_TRAILING = re.compile(
    r"(?:[\s、，。；：:;,—\-]|"
    + any_of(
        r"""
    现有 还有 仍有 尚有 共计 总共 一共 共有 (?<!公)共 累计 达成 达到了? (?<![传转送直通发到下])达 (?<!行)为 是 了 的
    [由从]?原[来先]的? 按 等 即 也 都 较 由 从 (?<![国公私所拥持享含占])有 (?<![节合公条签])约 (?<![附临])近 超
    高达 多达 长达 超过 仅 只 已 已经 (?<![人平户亩年月日])均 (?<!成)就
    (?<![规原法准守细图总])则 增至 增加到 增加至 增长到 增长至
    提升至 提升到 提高到 提高至 上升到 上升至 升至 升到 下降到 下降至 降至 降到 降低到 降低至
    降为 减少为 增加为 提高为 扩大为 下降为 上升为 减少到 减少至 减至 控制到 回落到 回落至 扩大到
    扩大至 扩展到 (?:整合|合并|重组|优化|精简|压减)+[为至到]
    压缩到 压缩至 压减至 缩短到 缩短至 缩小到 缩小至 调整到 调整为 控制在 保持在
    稳定在 维持在 突破 跃上 迈上 跨上 站上 跨越 逼近 实现 完成 增长 整体 基本 约为 可达
    (?<!报)到 至 首次 再次 历史性 全部 最高 至少 预计 其中 分别 全面(?=完成|$) 如期 顺利
    从?[年月日]?人均 预期目标 [由从]?每[人户生名床亩](?:每[年月天])? 每年 每月
    (?<![大名干主])将 (?<=率)平均 (?<=[率例度量积])保持 定[为在]
    (?<=[投收支][资入出])(?:拟?安排|预期|预计)
    拟 (?<![主重需只必纲摘概])要 (?<=\w{2})[跨迈跃]过? (?:平均)?每\d+[\u4e00-\u9fff]{1,2}
    [两三四五六七八九]个(?=$) 一直 始终 双双 可以 可能 必须 (?<=要)保证 [一二三四五两]年 单列
    每[百千万][户人] 大关 力争 争取 确保 年均
    (?<=\w{3})各 (?<=[量率值额度数积比])在
    (?<!招生|年度|全年|投资|抽查|检查|采购|培训|行动|工作)计划
    """
    )
    + r")+$"
)
_INSIDE = re.compile(
    r"(?:连续)?(?:连跨|跨[越上]|迈上|跃上)(?:[\d一两二三四五六七八九]个)?[百千万]*亿元?台阶"
    r"|[约仅](?=占)|共计|累计|(?<![公总])共有|已经"
    r"|(?<=[\u4e00-\u9fff])(?<![公总一])共(?=发生|增加|投入|安排|完成|开展|组织|查处|受理|办理|实现|新增"
    r"|接待|接收|接受|出动|检查|排查|化解|调解|发放|制作|印发|举办|召开|收到|开通|签订|拆除)"
    r"|(?<=核定|下达|争取)我[省市州区县旗]"
    r"|(?<=[\u4e00-\u9fff])已(?=建成|实现|完成|开工|竣工|投入|拆除|签订|落实|整改|办结)"
)
# 20104发展与改革事务2010499其他发展与改革事务支出: the codes of the 政府收支分类科目, 类, 款 and 项; the last is named.
_CODES = re.compile(r"^(?:.*[\u4e00-\u9fff)、.])?\s?2\d{4}(?:\d\d)?\s?(?=[\u4e00-\u9fff]{2})")
# 针对防汛等工作发布问卷: what it was about is no part of what was done.
_ABOUT = re.compile(
    r"^(?:从|据)?\w{0,4}(?:结果|情况|类别|类型|方式)看[，,]?(?=\w{2})|"
    r"^[\u4e00-\u9fff]{2,8}(?:机构|机关|部门|单位|系统)共(?=收到|受理|办理|查处|开展|组织|发布|公布|公开)|"
    r"^(?:依照|依据|根据|按照)《[^》]*》(?:的?(?:规定|要求))?(?=\w{2})|"
    r"^(?:会同|联合|协同)(?:法律顾问|律师|专家|(?:各|多|相关|有关)?(?:部门|单位))(?=[\u4e00-\u9fff]{4})|"
    r"^争取[^，]{2,12}支持(?=[\u4e00-\u9fff]{4})|"
    r"(?<=参加)[^，]{2,30}?(?:举办|组织|召开|主办|承办)的(?=[\u4e00-\u9fff]{2})|"
    r"^(?:会同|联合|协同)[^，]*?等(?:\w{0,4}(?:单位|部门|机构|企业))?(?=\w{4})"
    # 区政府常务会议研究议题9个: where it was done.
    r"|^(?!提请|召开|组织)(?:\w{0,12}会议?[、和])*\w{0,12}会议(?=(?:专题)?(?:研究|审议|听取|讨论))"
    r"|^对[^，]{2,24}?(?:问题|情形|行为|隐患|线索)(?=(?:发出|下达|提出|制发|开具)\w{2})"
    r"|^受[^，]{1,10}影响(?=比|较|$)"
    r"|^在[^，]{2,24}?等\w{0,4}(?:场所|区域|地区|地点|地段|路段|位置|点位|部位|地)(?=[\u4e00-\u9fff]{4})"
    r"|^(?:上门|主动|免费)?为[^，]*?等\w{0,4}(?:企业|单位|群体|人员|对象|群众|主体)(?=(?:办理|提供|发放|争取|解决)\w{2})"
    r"|^(?:到|赴)[^，]{2,30}?(?=(?:讲授|宣讲|调研|督导|开展)\w{2})"
    r"|^在[^，]{2,24}?(?=(?:举办|召开|开展|举行|设立|设置|建成|建立)\w{2}|设\w{2,}[点站室])"
    r"|^(?:针对|围绕|聚焦|结合)[^，]*?等(?:\w{0,4}(?:工作|问题|方面|领域|内容|主题))?(?=\w{2})"
    r"|^\w{0,6}(?<![主重需只必纲摘概])要(?:集中力量|继续|着力|重点|切实|进一步)*"
    r"(?:抓好|做好)(?=\w{2})"
    r"|^\w{0,6}?通过[^，]{1,40}?(?:形式|方式|渠道|途径|手段)(?=\w{3})"
)
# 《规划》提出的…, 不仅取消了…, 到本世纪末实现…: who says so and what joins clauses comes before the name.
_SAID = re.compile(
    r"^.*(?:》|(?:计划|纲要|规划|草案))\)?(?:草案\))?(?:明确|已经|曾经)?(?:提出|规定|要求|确定)了?的?(?!\w{0,6}(?:意见|建议|问题|议案))(?=\w{3})"
    r"|^.*(?:不仅|不但|从而|决定[将把])(?=\w{3})"
    r"|^.*本世纪末(?:的\w{1,4}年[内间中])?(?:力争|争取|要|能够)*(?:实现|使)?(?=\w{4})"
    r"|^(?:争取|保证|确保|力争|努力|做到)+(?:平均)?每年(?:平均)?(?=\w{2})|^\w+地、?\w+地[将把](?=\w{2})"
    r"|^(?:其中)?包括将?(?=\w{5})|^[一二三四五六七八九十]是(?=\w{3})|^\w+?的(?:主要)?\w{2,4}有(?=\w{2}$)"
)
# 财政将每年安排支出: when and how often does not say what.
_IN_TIME = re.compile(r"(?<=财政|政府|中央|国家|地方)(?:为此)?(?<!主)将(?:每年|再|继续)?(?=\w{2})")
# 连续7年保持, 连续54个月: how long something lasted is no part of what it is.
_RUN = re.compile(
    r"提前[\d一二两三四五六半]+个?(?:月|年|天|季度)|(?:已)?连续第?[\d一二三四五六七八九十]+(?:个)?(?:年|月|季度)(?:(?:保持|稳定)在?|位居|居|实现)?"
)
_FINISHED = re.compile(
    r"(?<=\w{3})(?<!未)(?:已|均)?(?:基本|全部|全面|顺利|如期|正式|按[期时]|陆续|相继)"
    r"(?:完工|竣工|建成|投用|投产|开工|启用|完成|运营|实施|推进|落地)+$"
)
# 273名执法人员中45岁以上的占六成: what is said of a part of the counted.
_AMONG = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?<![高初集其])中[\u4e00-\u9fff\d]{0,12}的?(?:占|达|为|有)$"
)
_PAIRS = (("(", ")"), ("“", "”"), ("《", "》"))
_FILLER_ENDS = ("仅", "仅为", "数为", "达", "了", "的", "由", "率均", "率为", "率仅", "率达")
# 4家国企共承担三成任务, 2个支部分别获评示范支部, 9亿元债券创单笔规模之最: what the counted did.
_ACTS = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:(?<![公总])共|分别|先后|累计|双双)(?=[承获入被完实通列参达增发开投])"
    r"|(?<=[\u4e00-\u9fff]{2})未(?=造成|发生|出现)|(?<=[\u4e00-\u9fff]{2})创(?=\w{0,12}(?:最|新高|纪录|第一))"
)


def plain(text: str) -> str:
    """Words without white space and without how long something lasted.

    >>> plain("群众安全感 连续7年保持")
    '群众安全感'
    """
    return _RUN.sub("", re.sub(r"\s+", "", text))


def trim(text: str, *, keep_verbs: bool = True) -> str:
    """A phrase without fillers at its ends; with ``keep_verbs`` one of fillers alone stays as it is.

    >>> trim("其中，全市累计发放补贴达到")
    '发放补贴'
    """
    text = _CODES.sub("", text)
    text = _IN_TIME.sub("", _SAID.sub("", _ABOUT.sub("", _INSIDE.sub("", plain(text)))))
    before = None
    while before != text:
        before = text
        text = _LEADING.sub("", text, count=1)
        shorter = _TRAILING.sub("", text, count=1)
        if not shorter and keep_verbs:
            break
        text = shorter
    return balance(text)


def trim_noun(noun: str) -> str:
    """The counted thing behind a number, without what is said of it: 新馆全部建成 → 新馆."""
    noun = re.sub(
        r"^[的、，]+|^均(?=为|已|获|被|未|落实)为?|^集.*?[于为]一[体身]的?(?=\w{2})",
        "",
        plain(noun),
    )
    noun = _FINISHED.sub("", re.split(r"[和及与](?=\d)", noun, maxsplit=1)[0])
    noun = _ACTS.split(noun, maxsplit=1)[0]
    noun = _AMONG.sub("", noun)
    if noun.endswith("计划"):  # 入选人才计划 is no plan to do something
        return balance(noun)
    return balance(_TRAILING.sub("", noun) or noun)


class Trimmer:
    """Trims phrases but never through a word: 并购重组 keeps its 并, 监管行为 its 为."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def phrase(self, text: str, *, keep_verbs: bool = True) -> str:
        return self._whole(text, trim(text, keep_verbs=keep_verbs))

    def noun(self, text: str) -> str:
        return self._whole(text, trim_noun(text))

    def _whole(self, text: str, trimmed: str) -> str:
        place = text.find(trimmed) if trimmed and len(trimmed) < len(text) else -1
        if place < 0:
            return trimmed
        start, end = place, place + len(trimmed)
        for word, low, high in self._words.cut(text):
            if not 2 <= len(word) <= 3:
                continue
            if low < start < high <= end and not (word[0] == "已" and len(word) > 2):
                start = low
            elif start <= low < end < high and not word.endswith(_FILLER_ENDS):
                end = high
        return text[start:end]


def balance(text: str) -> str:
    """Without a bracket or quote that lost its partner."""
    for opening, closing in _PAIRS:
        if text.count(opening) > text.count(closing):
            place = text.rfind(opening)
            kept = text[:place] + text[place + 1 :] if opening == "“" else text[:place]
            text = kept or text[place + 1 :]
        elif text.count(closing) > text.count(opening):
            place = text.find(closing)
            text = text[place + 1 :] or text[:place]
    return text
