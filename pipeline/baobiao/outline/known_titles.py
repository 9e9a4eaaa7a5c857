"""Titles that are known by their words alone: chapters of bulletins, the sections that every report has."""

from __future__ import annotations

import re

from baobiao.outline.wording import either

# Chapters of statistical bulletins.
_CHAPTER = either(
    r"""
    综合 核算 农林牧渔业 农业 农村 农民 规模以上工业 工业 能源 建筑业 固定资产投资 房地产 国内贸易 国内商业 内贸
    对外经济 对外贸易 外经 外贸 利用外资 交通运输 交通 运输 邮电 邮政 通信 电信 旅游业 旅游 服务业 财政 税收
    金融业 金融 证券 保险业 保险 教育 科学技术 科技 文化 卫生健康 卫生 体育 计划生育 计生 人口 人民生活
    居民生活 居民收入消费 居民收入 居民 生活 社会保障 社会服务 劳动 就业 民政 物价 价格 消费 资源 生态
    环境保护 环境 环保 安全生产 应急管理 社会安全 公用事业 城市建设 城乡建设 城镇 民生
    """
)

# What sections of a report are called, whatever it is about: 存在的主要问题和改进措施, 下一步工作打算.
_GENERAL = either(
    r"""
    (?:19|20)\d\d\s?年度? 上?年度? 主要 重点 总体 基本 工作 突出 薄弱 下一?步 下阶段 今后 当前 全年 其他 其它
    需要(?:报告|说明) 有关 相关 取得 采取 开展 完成 落实 推进 指导 改进 整改 创新 特色 预期 形势 一年来 的 和 及 与 、
    """
)
_SECTION = either(
    r"""
    (?:计划|预算)(?:\([^()]*\))?执行(?:情况)?
    问题 情况 成效 成绩 成果 不足 困难 原因 安排 计划 打算 思路 措施 举措 做法 经验 事项 建议 说明 概况 概述 综述
    任务 目标 要求 原则 思想 亮点 短板 差距 方向 环节 (?:重点|主要|具体|基本)工作 工作(?:回顾|展望|总结|部署|安排)
    """
)
# The six sections of a disclosure report (国办公开办函〔2021〕30号); tables follow their titles without a mark.
_STATUTORY = (
    r"主动公开政府信息情况|收到和处理政府信息公开申请情况|政府信息公开行政复议、行政诉讼情况"
    r"|因政府信息公开申请行政复议、提起行政诉讼的?情况|政府信息依?申请公开(?:工作|办理)?情况"
)
_STATUTORY_TITLE = re.compile(_STATUTORY)
_SECTION_TITLE = re.compile(
    rf"概述|(?:{_STATUTORY})"
    rf"|(?:(?:当前|目前|仍)?(?:存在|面临)的?)?(?:{_GENERAL}|{_SECTION})*(?:{_SECTION})"
    r"(?!的|[、和与及]|方面|如下|中|上|报告)"
    r"|(?![在从就对各多全])[\u4e00-\u9fff“”、]{1,10}[^各多全]方面(?![的，、：]|[\u4e00-\u9fff]{1,2}的)"
)
_LONGEST = 40  # no chapter's title is longer
_CHAPTERS = re.compile(
    rf"(?:{_CHAPTER})(?:[、和与及](?:{_CHAPTER}))*(?!的|[、和与及]|方面|拨款|预算|决算|专户)"
)


def chapter_title(lead: str, sure: bool = False) -> int:
    """The length of a statistical bulletin's chapter title that figures follow at once; else 0.

    ``sure``: the report is a bulletin, so any sentence may follow.

    Characters set apart (农 业) count as one word.

    >>> chapter_title("农 业2012年，全区完成总产值59.00亿元"), chapter_title("教育事业稳步发展")
    (3, 0)
    """
    places = [place for place, character in enumerate(lead[:_LONGEST]) if character != " "]
    match = _CHAPTERS.match("".join(lead[place] for place in places))
    if not match:
        return 0
    end = places[match.end() - 1] + 1
    behind = lead[end:]
    told = bool(re.search(r"[\d，]", behind)) and len(behind) >= 8
    return end if told or (sure and len(behind) >= 4) else 0


def section_title(lead: str) -> int:
    """The length of a title that any report may have for a section (存在的主要问题和改进措施); else 0.

    >>> section_title("存在问题回顾全年工作，仍有差距"), section_title("工作推进有力")
    (4, 0)
    """
    match = _SECTION_TITLE.match(lead)
    return match.end() if match and (match.end() > 3 or match[0] == "概述") else 0


def statutory_title(words: str) -> bool:
    """Whether the words begin with the title of a section that disclosure reports have by law.

    >>> statutory_title("政府信息公开行政复议、行政诉讼情况行政复议结果维持"), statutory_title("本年新收申请数量")
    (True, False)
    """
    return bool(_STATUTORY_TITLE.match(words))
