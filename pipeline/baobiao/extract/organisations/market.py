"""Companies that the sentence shows by what only companies do: a brand that wins a prize of enterprises or is
listed, a partner in a contract, a company that the report has named in full before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from baobiao.extract.organisations.ending_kinds import LEGAL_FORM
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import PLACES, Name

_LINES = tuple(
    "科技 投资 股份 控股 电子 生物 医药 制药 药业 半导体 材料 新材料 能源 新能源 环保 汽车 机械 传动 动力 智能 精密"
    " 智造 数控 激光 软件 通信 光电 电气 食品 乳业 酒业 化学 重工 特钢 铝业 铜业 锂业 纺织 农牧 种业 传媒"
    " 国际".split()
)
_LINE_SET = frozenset(_LINES)
_WINS = re.compile(
    r"(?:荣获|入选|成为|获评|获选|跻身|登上)[\u4e00-\u9fff“”\d]{0,14}?"
    r"(?:企业|独角兽|小巨人|单项冠军|质量奖|上市公司|\d强|灯塔工厂)"
    r"|(?:科创板|创业板|北交所|主板)(?:IPO|首发|上市|挂牌|过会)"
    r"|(?:成功|顺利|正式)?(?:登陆|挂牌上市|在[\u4e00-\u9fff]{1,6}(?:所|板)(?:挂牌)?上市|获批(?:开业|筹建))"
)
_PLACES_AND_PRODUCTS = "港巷山湖岛村镇路街园区城县市乡湾河江海滩桥寺庙楼馆站茶酒米石瓷绣剧戏"
_BRAND_ALONE = 3
_LONGEST_BRAND = 4
_PARTNERS = ("与", "同", "携手", "联手")
_VISITS = ("到", "赴", "前往", "走访", "深入")
_SHORTEST_PLAIN = 4
_FORM = re.compile(f"(?:{LEGAL_FORM}|(?:集团)?(?:股份)?公司)$")
_MARKS = ("、", "，", "。", "；", "等")
_QUOTED = re.compile(
    "“(?P<brand>[\u4e00-\u9fff]{2,6})”(?:成为[\u4e00-\u9fff]{0,8}?)?(?:成功|正式)?(?:登陆|上市|挂牌上市)"
)
_DEALS = ("签订", "签约", "签署", "达成")


def winning_brands(text: str, words: Sequence[Word]) -> Iterator[Name]:
    """A brand, with its line or of three characters, that opens a clause and wins what a company wins:
    青岭源荣获中国质量奖. Persons, works and bodies win other things."""
    for match in _QUOTED.finditer(text):
        yield _company(text, *match.span("brand"), "winning_brand")
    wins = {match.start() for match in _WINS.finditer(text)}
    for index, word in enumerate(words if wins else ()):
        if word.kind not in ("gap", "plain") or not 2 <= len(word.text) <= _LONGEST_BRAND:
            continue
        line = words[index + 1] if index + 1 < len(words) else None
        lined = line is not None and line.start == word.end and line.text in _LINE_SET
        end = line.end if lined and line is not None else word.end
        if end not in wins:
            continue
        lined = lined or (len(word.text) == _LONGEST_BRAND and word.text.endswith(_LINES))
        alone = word.kind == "gap" and len(word.text) == _BRAND_ALONE
        alone = alone and word.text[-1] not in _PLACES_AND_PRODUCTS
        if (lined or alone) and _opens_clause(text, words, index):
            yield _company(text, word.start, end, "winning_brand")


def _opens_clause(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether a mark stands before a word, or the word 公司 that says what it is."""
    word = words[index]
    before = words[index - 1] if index else None
    said = before is not None and before.end == word.start and before.text.endswith("公司")
    return said or not text[max(0, word.start - 1) : word.start].isalnum()


def contract_partners(text: str, words: Sequence[Word]) -> Iterator[Name]:
    """A brand with its line, with which somebody makes a contract: 与青源国际签订协议; or to which somebody goes:
    到青源科技,."""
    for index, leads in enumerate(words[:-2]):
        if leads.text in _VISITS:
            brand, line = words[index + 1 : index + 3]
            beside = leads.end == brand.start and brand.end == line.start
            named = brand.kind == "gap" and len(brand.text) == 2 and line.text in _LINE_SET
            if beside and named and text[line.end : line.end + 1] in _MARKS:
                yield _company(text, brand.start, line.end, "contract_partner")
    for index, leads in enumerate(words[:-3]):
        if leads.text not in _PARTNERS:
            continue
        brand, line, deal = words[index + 1 : index + 4]
        beside = leads.end == brand.start and brand.end == line.start and line.end == deal.start
        named = (
            brand.kind == "gap"
            and brand.text[-1] != "国"
            and 2 <= len(brand.text) <= _LONGEST_BRAND
        )
        if beside and named and deal.text in _DEALS and line.text in _LINE_SET:
            yield _company(text, brand.start, line.end, "contract_partner")


def short_companies(text: str, words: Sequence[Word], names: Sequence[Name]) -> Iterator[Name]:
    """A company of a place by its place and brand, where the report names it in full: 云岚青源 for
    云岚青源医疗科技有限公司."""
    at = {word.start: index for index, word in enumerate(words)}
    bounds = {word.start for word in words if word.kind == "stop"}
    for name in names:
        if not name.body.endswith("公司") or name.start not in at:
            continue
        place, brand, *_ = (*words[at[name.start] : at[name.start] + 2], None, None)
        if place is None or brand is None or place.kind not in PLACES or brand.kind != "gap":
            continue
        if place.end != brand.start or not 2 <= len(brand.text) <= _LONGEST_BRAND:
            continue
        plain = _FORM.sub("", text[brand.start : name.end])
        if len(plain) >= _SHORTEST_PLAIN:  # 青源船务 for 云岚县青源船务有限公司
            for match in re.finditer(re.escape(plain), text):
                start, end = match.span()
                if not text.startswith(("有限", "股份", "集团", "公司"), end):
                    yield Name(
                        start, end, "enterprise", "defined_short_name", body=plain, whole=name
                    )
        short = text[place.start : brand.end]
        for match in re.finditer(re.escape(short), text):
            start, end = match.span()
            alone = end in bounds or not text[end : end + 1].isalnum()
            if alone:
                yield Name(start, end, "enterprise", "defined_short_name", body=short, whole=name)


def _company(text: str, start: int, end: int, rule: str) -> Name:
    return Name(start, end, "enterprise", rule, body=text[start:end])
