"""Words by which a title without a line break is told from the sentence behind it.

Each list is a row of patterns, blanks between them. They say what titles end with and what sentences begin with in
official reports; none of them knows a body or a place by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def either(words: str) -> str:
    """A row of patterns with blanks between them as one pattern."""
    return "|".join(words.split())


# Nouns that titles end with.
_NOUNS = either(
    r"""
    情况 成效 成绩 成果 成就 问题 不足 困难 短板 原因 安排 计划 打算 思路 措施 举措 做法 事项 建议 说明 概况
    综述 回顾 展望 总结 任务 重点 目标 指标 方针 取向 要求 考虑 部署 体系 能力 实力 水平 基础 根基 力度 机制
    体制 建设 管理 制度 工作 防线 底线 矛盾 治理 运行 环境 保障 方面 改革 开放 质量 服务 发展 监督 监管 职责
    职能 责任 作用 意识 秩序 安全 稳定 和谐 效能 效率 效益 质效 活力 动力 动能 潜力 产力 合力 斗力 争力 格局
    布局 局面 空间 形象 素质 队伍 作风 程序 行为 执法 决策 公开 透明 纠纷 思想 精神 理念 创新 转型 升级 融合
    联动 振兴 增长 增收 增效 就业 经济 产业 农业 工业 建筑业 服务业 投资 消费 需求 内需 贸易 物价 人口 卫生
    教育 体育 文化 旅游 金融 保险 事业 大业 战略 政策 进展 进步 进程 步伐 突破 成长 生活 福祉 民生 品质 风险
    行动 工程 优势 地位 权益 渠道 平台 阵地 屏障 高地 先行区 城市 乡村 城镇化 现代化 一体化 家园 政府 国家
    社会 共赢 富裕 循环 支撑 引领 统计表 氛围 方式 结构 特点 过程 台阶 过渡 实事 文章 效应
    """
)
# Verbs that want an object, and adverbs: no title ends here.
_TRANSITIVE_END = either(
    r"""
    关于 围绕 根据 按照 坚持 推进 推动 强化 促进 健全 做好 抓好 开展 实施 贯彻 实现 打造 构建 学习 宣传 履行
    大力 着力 深入 有效 不断 持续 进一步 切实 认真 积极 扎实 稳步 全力 充分 努力 重点
    """
)
# Verbs that may close a title (水平稳步提升), but not before a word that could be their object.
_VERB_END = either(
    r"""
    加强 提升 完善 落实 深化 加快 加大 全面 增强 提高 扩大 优化 改善 高质量 高标准 高水平
    """
)
# Particles that no title ends with; the lookbehinds except words that do end one (取向 行为 成就 主要 …).
_PARTICLE_END = either(
    r"""
    [的对将把被从由于让使更再各做且并年是经又也还都得] 年度 时期 期间 以来 (?<![饱温缓祥])和 (?<!参)与
    (?<!普)及 (?<![存潜])在 (?<![行作有成所])为 (?<![可所])以 (?<![主重需])要 (?<![取方导走志转流])向
    (?<![成造])就 不 (?<![占同环对配性])比 (?<!比)较
    """
)
# What begins a sentence and never goes on with a title.
_SENTENCE = either(
    r"""
    (?:19|20)\d\d\s?年(?:度|以来|末|底|初|上半年)?(?:[，,]|是) 今年以?来? 去年 本年度? 近期[，,] [一五]年来
    (?:刚刚)?过去的?[一二三五两]年 (?:[一二三四]|上|下)(?:季度|半年)[，,] 一段时间以来 截[至止]
    (?<!\d)\d{1,2}(?:-\d{1,2})?月份?[，,] 到20\d\d年 目前 当前 现在 当今 今后 下一?步[，,] 总体(?:来看|上看|上)
    面对 随着 初步核算 我(?:局|区|市|县|省|州|旗|委|院|校|办|厅|部|中心|单位|处|乡|镇|街道|们|国)
    本(?:局|机关|单位|部门|报告|院|中心|世纪) (?<!管理)局(?:领导班子|党[委组]|主要(?:领导|负责人))
    (?<!\d)\d\d年(?![来度]) (?:总体|主要|预期|工作)(?:要求|目标|思路|任务)是?$ 在看到 (?<![存潜])在[^，。]{2,30}[，,]
    以习近平 坚持以习近平 “[一二三四五六七八九十]+五”时期(?:是|，) 各位代表 \(本列 行政复议\s*行政诉讼\s*结果
    (?:指标|项目)名称 虽然 尽管 一方面 主要(?:包括|表现在|体现在|是[：，]) 第[一二三四五六七八九十百]+条
    """
)
# Names that a sentence begins with, or that stand in a title as object.
_NAMED = either(
    r"""
    习近平 党中央 党的[一二]?[十届] 第[一二三四五六七八九十]+(?:届|个五年) 新(?:形势|常态)
    《(?=[^》]{2,30}》(?:对|提出|明确|指出|要求|规定|实施))
    """
)
# Connectives and subjects.
_CONNECTIVE = either(
    r"""
    (?:19|20)\d\d\s?年 全[区市县省州旗国局年](?!面) 年末 据 坚持以
    为(?:深入|贯彻|进一步|了|切实|认真|全面|推动|做好|确保) 根据 按照 围绕 针对 通过 经过 由于 始终 自觉
    各(?:级|部门|单位|镇|乡|街道) [省市县区州](?:管委会|党工委|直各?|政府) 这 要(?=[坚继按认切深全把以加抓]) 上述 结合
    以(?=[^，。]{2,24}为(?:重点|抓手|牵引|主线|引领|目标|核心|中心|统领|导向|支撑|契机|基础|根本))
    把(?=[^，。]{2,24}(?:作为|放在|摆在|落到)) 千方百计 民(?:心|生)工程
    """
)
_VERB = either(
    r"""
    深化 提升 提高 贯彻 落实 落细 推进 推动 加强 强化 健全 完善 建立 开展 加大 优化 利用 抓好 抓实 做好 做强
    做优 发挥 制定 加快 注重 突出 实施 打造 构建 构筑 培育 引导 支持 完成 实现 召开 印发 成立 新增 投入 出台
    办理 扩大 促进 激发 防范 防控 化解 建强 巩固 保持 改善 畅通 解决 转变 维护 增强 释放 拓展 挖掘 营造 守牢
    严守 坚守 筑牢 夯实 压实 打击 查处 启动 承接 履行 不负
    """
)
_ADVERB = either(
    rf"""
    持续 继续 进一步 不断 积极 认真 切实 严格 聚焦 紧盯 紧紧 紧扣 深入 大力 充分 有序 及时 主动 依法 依托
    牢固 扎实 狠抓 坚持 坚决 着力 全力 高度重视
    (?:全面|高标准|高水平|高质量|精准)(?={_VERB})
    统筹 更大力度 加力 稳步 一体推进 协同推进 锚定
    """
)
# Words that are nouns as often: they begin a sentence only where it takes up the title's words again.
_VERB_OR_NOUN = either(
    r"""
    建设 发展 改革 服务 创新 处理 研究 保障
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
# 水平稳步提升, 环境更加优美: what a subject in a title does, or is like; 工作落到实处 as well.
_ADVERBS = either(
    r"""
    持续 不断 进一步 稳步 显著 明显 大幅 有序 有效 扎实 加快 加速 逐步 更加 日益 日趋 全面 深入 纵深 蓬勃 稳中 平稳 高效
    规范 创新 整体 强力 快速 健康 切实 得到 取得
    """
)
_CLOSING = either(
    r"""
    落到实处 落地见效 落地生根 走深走实 见行见效 取得实效 久久为功 常抓不懈 更上新台阶 更上一层楼
    稳中有进 稳中向好 行稳致远 有力有效 精彩纷呈
    """
)
_PREDICATE_END = re.compile(
    rf"(?:[^\W对将把以为向]{{2}}(?:{_ADVERBS})[\u4e00-\u9fff][^的和与及对将把在\W]|{_CLOSING})$"
)
# 第一责任|人职责: 人 begins a sentence only in words of its own.
_CLOSES = re.compile(rf"{_CLOSING}|人(?![民大社才口力均居工文行])")
_BLANK = re.compile(r"(?<=\S)(?:\s|<U\+00A0>|&nbsp;)+(?=\S)")
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
    return bool(_PREDICATE_END.search(words))


def closes(behind: str) -> bool:
    """Whether the words close what stands before them: no sentence begins with 落到实处.

    >>> closes("落到实处把工作"), closes("落实责任")
    (True, False)
    """
    return bool(_CLOSES.match(behind))


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
            behind[-1:] == "年" or re.match(r"\d{1,2}月", behind) or not behind[:1].isdigit()
        ):
            yield blank.end(), _BLANK_WORTH
