"""Whether a number says that something rose or fell, and by which words."""

from __future__ import annotations

import re

from baobiao.lexicon import Lexicon

_NET = re.compile(r"^(?:[、，]|共|累计|年均)*净(增|减)(?:加|少)?(?=[\u4e00-\u9fff“]{2})")
# 养老保险净增参保5000人: what is net, said before its verb.
_NET_INSIDE = re.compile(r"(?<=[\u4e00-\u9fff]{2})净(增|减)(?:加|少)?(?=[\u4e00-\u9fff]{2,6}$)")
# 减少贫困人口7.4万人 says by how much they became fewer.
_LESSENED = re.compile(r"^(?:[、，]|再|共|累计)*减少(?=[\u4e00-\u9fff]{3,}$)")
# 增速达到12% says how fast a thing grew: a change, whatever leads to the number.
_RATE_OF_CHANGE = re.compile(
    r"(?<=\w{2})(?<!自然)(增速|(?:增长|递增)的?(?:速度|率)|增幅|涨幅|降幅|增长(?=预期|目标|均为|保持在|稳定在|控制在|达))"
    r"(?:预计|预期|目标|分别|均)*(?:为|是|达到?|超过?|约|保持在|稳定在|控制在|在|[:：])*$"
)
BETTERED = re.compile(r"(?:提升|改善|优化)$")  # 村容提升40户 counts what was bettered
# 快于2023年0.8个百分点: the year is gone from the words, and what is left compares with it.
_AGAINST_TIME = re.compile(r"(?:([高快多])|[低慢少])于(?:上年|去年)?(?:同期)?$")
# 比上年多接待20万人次: more of what was named; the year is gone from the words here too.
_MORE_DONE = re.compile(r"[比较](?:同期|往年|历年)?(?:(多)|少)(?![数量发])[\u4e00-\u9fff]{1,2}$")
# 比全省高3个百分点, 比各项贷款平均增速分别高4个百分点: set against others, not against another time.
_AGAINST_PLACE = re.compile(
    r"[比较](?:全[国省市区县旗州盟]|(?!多年|常年|历[史年])\w{0,8}平均)\w{0,6}?(?:分别)?[高低快慢多少]$"
)
_AGAINST_GROWTH = re.compile(
    r"[高低快慢]于(?![上去]年)[\u4e00-\u9fff]{2,20}(?:增速|增幅)$"
)  # 快于经济增速
_GROWTH_BEHIND = re.compile(
    r"的?(?:较快|快速|平稳|中?高速|稳定|正)?(?:增长|增速|增幅)(?=[，。；、\n)]|$)"
)
_EXTENT = re.compile(r"[高多长]达")  # 高达, 多达 say how much, not that it rose
_BETTER_WHEN_LESS = re.compile(r"浓度|排放|能耗|失业|事故")


class Directions:
    """The words of rising and falling, as the dictionary has them. ``first`` meets them at the head of a clause."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._effects = {
            q.word: q.effect
            for q in lexicon.qualifiers
            if q.category == "direction" and q.effect in ("up", "down")
        }
        directions = "|".join(
            re.escape(w) for w in sorted({*self._effects, "改善", "优化"}, key=len, reverse=True)
        )
        self._last = re.compile(
            rf"(?P<word>{directions})(?:速度|幅度)?"
            r"(?:了|约|近|幅度|率|速度|超|为|达到?|在|控制在|[ \n:])*$"
        )
        self.first = re.compile(
            rf"(?:明显|大幅|显著|持续|稳步|有所|{directions})(?:了|到|至|为|$)|明显|大幅|显著|有所"
        )

    def behind(self, after: str) -> str:
        """Whether the words behind a rate say that it is one of growth: 保持10%以上增长, 实现5%的增长."""
        return "up" if _GROWTH_BEHIND.match(after) else ""

    def read(self, left: str) -> tuple[str, str]:
        """Whether the words before a number say that something rose or fell; and what stands before that.

        提高到 and 增至 lead to a level; 净增 is a change although its thing comes behind it.
        """
        net = _NET.match(left)
        if net:
            return ("up" if net[1] == "增" else "down"), left[net.end() :]
        if _AGAINST_GROWTH.search(left):
            return "", left
        lessened = _LESSENED.match(left)
        if lessened:
            return "down", left[lessened.end() :]
        inside = _NET_INSIDE.search(left)
        if inside:
            way = "up" if inside[1] == "增" else "down"
            return way, left[: inside.start()] + left[inside.end() :]
        rate = _RATE_OF_CHANGE.search(left)
        if rate:
            return ("down" if rate[1] == "降幅" else "up"), left[: rate.start()]
        against = _AGAINST_TIME.search(left)
        if against:
            return ("up" if against[1] else "down"), left[: against.start()]
        more = _MORE_DONE.search(left)
        if more:
            return ("up" if more[1] else "down"), left[: more.start()]
        match = self._last.search(left)
        if _AGAINST_PLACE.search(left):
            return "", left
        if re.search("自然增长率|自增率", left) or not match or left.endswith(("到", "至")):
            return "", left
        word, before = match["word"], left[: match.start()]
        if _EXTENT.match(left, match.start()):
            return "", left
        if match.group()[-1] in "为是在" and not re.search(r"[幅率速]", match.group()):
            return "", left
        if word in ("增", "减") and re.search(r"(?:新|拟|预计?|[核审])$", before):
            return "", left
        if word in ("改善", "优化"):
            return ("down" if _BETTER_WHEN_LESS.search(before) else "up"), before
        return self._effects[word], before
