"""Companies that say themselves what they are: a brand with its line of business (某某药业), a numbered builder.

The brand is no common word, or a place before a line that no place has as a whole (东明石化); it stands at the
beginning of a clause or behind a verb, and does something itself or is an item of a list. So 生态牧业 and
发展药业 are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import Name

LINES = (
    "电子 微电子 半导体 电器 生物 制药 药业 医药 证券 人寿 水产 投资 批发 连锁 餐饮 超市 股份 啤酒 燃气 食品 乳业"
    " 重工 化工 钢铁 特钢 铝业 铜业 锂业 煤业 煤矿 矿业 石化 化学 水泥 建材 玻璃 机械 海工 科技 控股 置业 地产"
    " 实业 商贸 传媒 纺织 服饰 造纸 纸业 酒业 茶业 菌业 牧业 农牧 种业 粮油 肉业 水务 环保 能源 电力 光电 新能源 新材料"
    " 汽车 航空 包装 消费金融 炭素 化纤 钛业 钼业 盐业 糖业 乳品"
).split()
# What companies are called by that only a list of companies shows: it is a product elsewhere.
PRODUCTS = tuple(
    "农业 机床 轴承 电缆 光缆 客车 轮胎 稀土 集成 钢铁 旅游 港口 路桥 高速 信息 动力"
    " 重汽 宝马 奔驰 大众 本田 丰田".split()
)
# Lines that are verbs or whole industries, too: only a list on both sides shows a company.
_COMMON_LINES = (
    "投资 商贸 科技 化工 机械 钢铁 能源 电力 新能源 新材料 汽车 航空 环保 包装 建材 玻璃 地产 光电 化学"
    " 服饰 纺织"
).split()
_LINES_OF_PLACES = ("石化", "煤业", "特钢", "铝业", "铜业", "药业", "重工", "证券", "燃气")
_IN_ONE = re.compile(f"([\u4e00-\u9fff]{{2,4}}?)({'|'.join(LINES)})")
_ADVERBS = ("成功", "顺利", "正式", "率先")
_DEEDS = ("转型", "转型升级", "搬迁", "扩产", "技改", "重组", "上市", "迁建")
_PARTNERS = ("与", "同", "携手", "联手", "引进", "引入")
_NO_VERBS = ("对",)  # 正负电子对撞机
_INDUSTRIES = ("产业", "行业", "领域", "企业", "工业", "业")
_OF_INDUSTRIES = re.compile(r"(?:、[^、，。；]{1,8})*等[^，。；]{0,6}(?:产业|行业|领域|业态|服务)")
_LONGEST_BRAND = {2: 2, 3: 4}
_BUILDER = re.compile(
    r"国网[\u4e00-\u9fff]{2,3}电力(?!公司|有限)|中铁(?:大桥|隧道|电气化)局(?:集团)?(?:有限公司)?"
    r"|(?:中电科|中国电科|中船|中航工业|中核|航天科技|航天科工|航天)第?[一二三四五六七八九十〇零\d]{1,4}(?:研究所|研究院|所|院)"
    r"|中国铁路[\u4e00-\u9fff]{2,4}局集团(?:有限公司)?"
    r"|(?:中铁|中交|中建|中冶|中核|中国水电|中电建)第?[一二三四五六七八九十]{1,3}(?:公局|航局|局|冶)"
    r"(?:集团)?(?:(?:股份)?有限公司|公司)?(?!面)"
)


def branded_companies(text: str, words: list[Word]) -> Iterator[Name]:
    """A brand and its line of business, as an item or as who did something."""
    for index, word in enumerate(words):
        if word.kind not in ("gap", "short", "known"):
            continue
        brand, line, last = _brand_and_line(words, index)
        if word.kind == "known":
            if line and line not in _COMMON_LINES:  # 华润燃气
                body = brand + line
                yield Name(
                    word.start, words[last].end, "enterprise", "brand_and_business", body=body
                )
            continue
        if not line or not 2 <= len(brand) <= _LONGEST_BRAND[len(line)]:
            continue
        if word.kind == "short" and line not in _LINES_OF_PLACES:
            continue
        end = words[last].end
        if _stands_alone(text, words, index, last, line):
            body = text[word.start : end]
            yield Name(word.start, end, "enterprise", "brand_and_business", body=body)


def _brand_and_line(words: list[Word], index: int) -> tuple[str, str, int]:
    """The brand, its line and the index of the last word, where they begin with the word at ``index``."""
    word = words[index]
    whole = _IN_ONE.fullmatch(word.text)
    if whole:
        return whole[1], whole[2], index
    after = words[index + 1] if index + 1 < len(words) else None
    if after is not None and after.start == word.end and after.text in LINES:
        return word.text, after.text, index + 1
    follows = words[index + 2] if index + 2 < len(words) else None
    if after is not None and follows is not None and after.end == follows.start:
        line = after.text + follows.text
        if after.start == word.end and line in LINES:  # 消费 + 金融
            return word.text, line, index + 2
    return "", "", index


def _stands_alone(text: str, words: list[Word], first: int, last: int, line: str) -> bool:
    """Whether the words from ``first`` to ``last`` are the subject or an item, and no part of more."""
    start, end = words[first].start, words[last].end
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    listed = "、" in (before, after) or after == "等"
    if listed and _OF_INDUSTRIES.match(text, end):
        return False  # 冷链物流等产业
    led = not before.isalnum()
    if line in _COMMON_LINES:
        return led and listed and after in "、等"
    leads = words[first - 1] if first else None
    if leads is not None and leads.end == start:
        led = led or leads.kind == "stop"
        if leads.text in _PARTNERS:
            return not text.startswith(_INDUSTRIES, end)
    follows = words[last + 1] if last + 1 < len(words) else None
    acts = (
        follows is not None
        and follows.start == end
        and (follows.kind == "stop" or follows.text in (*_ADVERBS, *_DEEDS))
        and follows.text not in _NO_VERBS
    )
    return led and (acts or (listed and (after == "等" or not after.isalnum())))


def numbered_builders(text: str) -> Iterator[Name]:
    """The state's builders by number: 中铁十四局, 中交一公局集团."""
    for match in _BUILDER.finditer(text):
        yield Name(match.start(), match.end(), "enterprise", "numbered_builder", body=match.group())
