"""Words by which a title without a line break is told from the sentence behind it.

Each list is a row of patterns, blanks between them. They say what titles end with and what sentences begin with in
official reports; none of them knows a body or a place by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def _either(words: str) -> str:
    return "|".join(words.split())


# Nouns that titles end with.
_NOUNS = _either(
    r"""
    情况 成效 成绩 成果 成就 问题 不足 困难 短板 原因 安排 计划 打算 思路 措施 举措 做法 事项 建议 说明 概况
    综述 回顾 展望 总结 任务 重点 目标 指标 方针 取向 要求 考虑 部署 体系 能力 实力 水平 基础 根基 力度 机制
    体制 建设 管理 制度 工作 防线 底线 矛盾 治理 运行 环境 保障 方面 改革 开放 质量 服务 发展 监督 监管 职责
    职能 责任 作用 意识 秩序 安全 稳定 和谐 效能 效率 效益 质效 活力 动力 动能 潜力 产力 合力 斗力 争力 格局
    布局 局面 空间 形象 素质 队伍 作风 程序 行为 执法 决策 公开 透明 纠纷 思想 精神 理念 创新 转型 升级 融合
    联动 振兴 增长 增收 增效 就业 经济 产业 农业 工业 建筑业 服务业 投资 消费 需求 内需 贸易 物价 人口 卫生
    教育 体育 文化 旅游 金融 保险 事业 大业 战略 政策 进展 进步 进程 步伐 突破 成长 生活 福祉 民生 品质 风险
    行动 工程 优势 地位 权益 渠道 平台 阵地 屏障 高地 先行区 城市 乡村 城镇化 现代化 一体化 家园 政府 国家
    社会 共赢 富裕 循环 支撑 引领 统计表 方式 结构 特点 过程 台阶 过渡 实事 文章 效应
    """
)
# Verbs that want an object, and adverbs: no title ends here.
_TRANSITIVE_END = _either(
    r"""
    关于 围绕 根据 按照 坚持 推进 推动 强化 促进 健全 做好 抓好 开展 实施 贯彻 实现 打造 构建 学习 宣传 履行
    大力 着力 深入 有效 不断 持续 进一步 切实 认真 积极 扎实 稳步 全力 充分 努力 重点
    """
)
# Verbs that may close a title (水平稳步提升), but not before a word that could be their object.
_VERB_END = _either(
    r"""
    加强 提升 完善 落实 深化 加快 加大 全面 增强 提高 扩大 优化 改善 高质量 高标准 高水平
    """
)
# Particles that no title ends with; the lookbehinds except words that do end one (取向 行为 成就 主要 …).
_PARTICLE_END = _either(
    r"""
    [的对将把被从由于让使更再各做且并年是经又也还都得] 年度 时期 期间 以来 (?<![饱温缓祥])和 (?<!参)与
    (?<!普)及 (?<![存潜])在 (?<![行作有成所])为 (?<![可所])以 (?<![主重需])要 (?<![取方导走志转流])向
    (?<![成造])就 不
    """
)
# What begins a sentence and never goes on with a title.
_SENTENCE = _either(
    r"""
    (?:19|20)\d\d\s?年(?:度|以来|末|底|初|上半年)?(?:[，,]|是) 今年以?来? 去年 本年度? 近期[，,] [一五]年来
    (?:刚刚)?过去的?[一二三五两]年 (?:[一二三四]|上|下)(?:季度|半年)[，,] 一段时间以来 截[至止] (?<!\d)\d{1,2}(?:-\d{1,2})?月份?[，,] 到20\d\d年 目前 当前
    现在 当今 今后 下一?步[，,] 总体(?:来看|上看|上) 面对 随着 初步核算
    我(?:局|区|市|县|省|州|旗|委|院|校|办|厅|部|中心|单位|处|乡|镇|街道|们|国)
    本(?:局|机关|单位|部门|报告|院|中心|世纪) (?<!管理)局(?:领导班子|党[委组]) (?<!\d)\d\d年(?![来度]) (?:总体|主要|预期|工作)(?:要求|目标|思路|任务)是?$ 在看到 (?<![存潜])在[^，。]{2,30}[，,]
    以习近平 坚持以习近平 “[一二三四五六七八九十]+五”时期(?:是|，) 各位代表 \(本列
    行政复议\s*行政诉讼\s*结果 (?:指标|项目)名称 虽然 尽管 一方面 主要(?:包括|表现在|体现在|是[：，]) 第[一二三四五六七八九十百]+条
    """
)
# Names that a sentence begins with, or that stand in a title as object.
_NAMED = _either(
    r"""
    习近平 党中央 党的[一二]?[十届] 第[一二三四五六七八九十]+(?:届|个五年) 新(?:形势|常态)
    《(?=[^》]{2,30}》(?:对|提出|明确|指出|要求|规定|实施))
    """
)
# Connectives and subjects.
_CONNECTIVE = _either(
    r"""
    (?:19|20)\d\d\s?年 全[区市县省州旗国局年](?!面) 年末 据 坚持以
    为(?:深入|贯彻|进一步|了|切实|认真|全面|推动|做好|确保) 根据 按照 围绕 针对 通过 经过 由于 始终 自觉
    各(?:级|部门|单位|镇|乡|街道) [省市县区州](?:管委会|党工委|直各?|政府) 这 要(?=[坚继按认切深全把以加抓]) 上述 结合
    以(?=[^，。]{2,24}为(?:重点|抓手|牵引|主线|引领|目标|核心|中心|统领|导向|支撑|契机|基础|根本))
    把(?=[^，。]{2,24}(?:作为|放在|摆在|落到)) 千方百计 民(?:心|生)工程
    """
)
_VERB = _either(
    r"""
    深化 提升 提高 贯彻 落实 落细 推进 推动 加强 强化 健全 完善 建立 开展 加大 优化 利用 抓好 抓实 做好 做强
    做优 发挥 制定 加快 注重 突出 实施 打造 构建 构筑 培育 引导 支持 完成 实现 召开 印发 成立 新增 投入 出台
    办理 扩大 促进 激发 防范 防控 化解 建强 巩固 保持 改善 畅通 解决 转变 维护 增强 释放 拓展 挖掘 营造 守牢
    严守 坚守 筑牢 夯实 压实 打击 查处 启动 承接 履行 不负
    """
)
_ADVERB = _either(
    rf"""
    持续 继续 进一步 不断 积极 认真 切实 严格 聚焦 紧盯 紧紧 紧扣 深入 大力 充分 有序 及时 主动 依法 依托
    牢固 扎实 狠抓 坚持 坚决 着力 全力 高度重视
    (?:全面|高标准|高水平|高质量|精准)(?={_VERB})
    统筹 更大力度 加力 稳步 一体推进 协同推进 锚定
    """
)
# Words that are nouns as often: they begin a sentence only where it takes up the title's words again.
_VERB_OR_NOUN = _either(
    r"""
    建设 发展 改革 服务 创新 处理 研究 保障
    """
)
# Chapters of statistical bulletins.
_CHAPTER = _either(
    r"""
    综合 农林牧渔业 农业 农村 农民 规模以上工业 工业 能源 建筑业 固定资产投资 房地产 国内贸易 国内商业 内贸
    对外经济 对外贸易 外经 外贸 利用外资 交通运输 交通 运输 邮电 邮政 通信 电信 旅游业 旅游 服务业 财政 税收
    金融业 金融 证券 保险业 保险 教育 科学技术 科技 文化 卫生健康 卫生 体育 计划生育 计生 人口 人民生活
    居民生活 居民收入消费 居民收入 居民 生活 社会保障 社会服务 劳动 就业 民政 物价 价格 消费 资源 生态
    环境保护 环境 环保 安全生产 应急管理 社会安全 公用事业 城市建设 城乡建设 城镇 民生
    """
)

# What sections of a report are called, whatever it is about: 存在的主要问题和改进措施, 下一步工作打算.
_GENERAL = _either(
    r"""
    (?:19|20)\d\d\s?年度? 上?年度? 主要 重点 总体 基本 工作 突出 薄弱 下一?步 下阶段 今后 当前 全年 其他 其它
    需要(?:报告|说明) 有关 相关 取得 采取 开展 完成 落实 推进 指导 改进 整改 创新 特色 预期 形势 一年来 的 和 及 与 、
    """
)
_SECTION = _either(
    r"""
    问题 情况 成效 成绩 成果 不足 困难 原因 安排 计划 打算 思路 措施 举措 做法 经验 事项 建议 说明 概况 概述 综述
    任务 目标 要求 原则 思想 亮点 短板 差距 方向 环节 (?:重点|主要|具体|基本)工作 工作(?:回顾|展望|总结|部署|安排)
    """
)
_KINDS = (
    (_SENTENCE, 4.0),
    (_NAMED, 2.6),
    (_CONNECTIVE, 2.2),
    (_ADVERB, 1.3),
    (_VERB, 1.0),
    (_VERB_OR_NOUN, 0.2),
)
_START = re.compile("|".join(f"(?P<k{number}>{words})" for number, (words, _) in enumerate(_KINDS)))
_NOUN_END = re.compile(f"(?:{_NOUNS})$")
_BAD_END = re.compile(f"(?:{_PARTICLE_END}|{_TRANSITIVE_END})$")
_DOUBTFUL_END = re.compile(f"(?:{_VERB_END})$")
# 平潭综合实验区切实…: any body as the subject of a sentence.
_SUBJECT = re.compile(
    r"(?=[\u4e00-\u9fff]{2,12}?(?:[区县市局镇乡]|街道|委员会|管委会|政府|委办|党委|党组)"
    r"(?:把|将|切实|认真|积极|严格|高度重视|始终|坚持|不断|深入|全面|持续|共|结合|按照|根据))"
)
# The six sections of a disclosure report (国办公开办函〔2021〕30号); tables follow their titles without a mark.
_STATUTORY = (
    r"主动公开政府信息情况|收到和处理政府信息公开申请情况|政府信息公开行政复议、行政诉讼情况"
    r"|因政府信息公开申请行政复议、提起行政诉讼的?情况|政府信息依?申请公开(?:工作|办理)?情况"
)
_SECTION_TITLE = re.compile(
    rf"(?:{_STATUTORY})|(?:(?:当前|目前|仍)?(?:存在|面临)的?)?(?:{_GENERAL}|{_SECTION})*(?:{_SECTION})(?!的|[、和与及]|方面|如下|中|上|报告)"
)
# 水平稳步提升, 环境更加优美: what a subject in a title does, or is like.
_PREDICATE_END = re.compile(
    r"[\u4e00-\u9fff]{2}(?:持续|不断|进一步|稳步|显著|明显|大幅|有序|有效|扎实|加快|加速|逐步|更加|日益|日趋|全面|深入|纵深|蓬勃|稳中|平稳|高效|规范|创新|整体|强力|快速|健康|切实|得到|取得)[\u4e00-\u9fff]{2}$"
)
_BLANK = re.compile(r"(?<=\S)(?:\s|<U\+00A0>|&nbsp;)+(?=\S)")
_CHAPTERS = re.compile(rf"(?:{_CHAPTER})(?:[、和与及](?:{_CHAPTER}))*(?!的|[、和与及]|方面)")
_SUBJECT_WORTH, _BLANK_WORTH = 1.5, 3.5
CERTAIN = 3.0
"""From here on the words that begin a sentence leave no doubt that they do."""


def ends_like_title(words: str) -> bool:
    """Whether the last word is one that titles end with.

    >>> ends_like_title("主动公开方面"), ends_like_title("切实做好")
    (True, False)
    """
    return bool(_NOUN_END.search(words))


def ends_like_predicate(words: str) -> bool:
    """Whether the title ends with what its subject does."""
    return bool(_PREDICATE_END.search(words)) and not re.search("[的和与及对将把在]$", words)


def may_end(words: str, certain: bool) -> bool:
    """Whether a title can end with these words; ``certain``: a sentence surely begins behind them.

    >>> may_end("民生保障提升", True), may_end("民生保障提升", False), may_end("全力做好", True)
    (True, False, False)
    """
    if ends_like_predicate(words):
        return True
    return not _BAD_END.search(words) and (certain or not _DOUBTFUL_END.search(words))


def starts(lead: str, longest: int) -> Iterator[tuple[int, float]]:
    """Places where a sentence might begin, each with what the words there are worth.

    >>> list(starts("存在问题在看到成绩的同时，我们认识到不足", 60))[0]
    (4, 4.0)
    """
    for match in _START.finditer(lead, 2, longest):
        yield match.start(), _KINDS[int((match.lastgroup or "k0")[1:])][1]
    for match in _SUBJECT.finditer(lead, 3, longest):
        if ends_like_title(lead[: match.start()]):
            yield match.start(), _SUBJECT_WORTH
    for blank in _BLANK.finditer(lead, 3, longest):
        behind = lead[blank.end() : blank.end() + 5]
        if not lead[blank.start() - 1].isdigit() and (
            behind[-1:] == "年" or not behind[:1].isdigit()
        ):
            yield blank.end(), _BLANK_WORTH


def chapter_title(lead: str, sure: bool = False) -> int:
    """The length of a statistical bulletin's chapter title that figures follow at once; else 0.

    ``sure``: the report is a bulletin, so any sentence may follow.

    >>> chapter_title("农 业2012年，全区完成总产值59.00亿元"), chapter_title("教育事业稳步发展")
    (3, 0)
    """
    spaced = lead[1:2] == " "
    match = _CHAPTERS.match(lead[0] + lead[2:] if spaced else lead) if lead else None
    if not match:
        return 0
    behind = lead[match.end() + spaced :]
    told = bool(re.search(r"[\d，]", behind)) and len(behind) >= 8
    return match.end() + spaced if told or (sure and len(behind) >= 4) else 0


def section_title(lead: str) -> int:
    """The length of a title that any report may have for a section (存在的主要问题和改进措施); else 0.

    >>> section_title("存在问题回顾全年工作，仍有差距"), section_title("工作推进有力")
    (4, 0)
    """
    match = _SECTION_TITLE.match(lead)
    return match.end() if match and match.end() > 3 else 0
