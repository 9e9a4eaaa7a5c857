"""The pieces of which dates are made, found in one pass over the folded text.

A piece says what is written and not yet what it means: ``2024年`` is a year, ``1—9月`` are months,
``底`` is the edge of the year or month before it. Look-arounds keep out what only looks like a date
(3万2024年, 5日内, 以上年度, 年初预算).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from baobiao.numerals import parse

_HAN = "零一二三四五六七八九"
# Some scans set every digit apart: 1 9 9 8 年1 2 月.
_YEAR = f"(?:1 ?[0-9](?: ?[0-9]){{2}}|2 ?[01](?: ?[0-9]){{2}}|[一二][{_HAN}oO0]{{3}})"
_MONTH = f"(?:1 ?[0-2]|0?[1-9]|十[一二]?|[{_HAN[1:]}])"
_YUAN = r"(?:(?<=年)|(?<![^，。；、(\s]))元"  # 元月 is January, but not in 3亿元月均
_DAY = f"(?:3 ?[01]|[12] ?[0-9]|0?[1-9]|三十一?|二?十[{_HAN[1:]}]?|廿[{_HAN[1:]}]?|[{_HAN[1:]}])"
_COUNT = "(?:[0-9]{1,2}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_TO = r"\s?(?:-{1,2}|—{1,2}|~|至|到)\s?"
_AND = r"\s?[、,和与及]\s?"
_NO_DIGIT = r"(?<![0-9.])"
_NO_HAN = f"(?<![{_HAN}十百千万廿])"
_CLAUSE_END = r"(?=[)\]】》”、，。;；：\s]|$)"
# 初步, 底线, 末端 are words of their own; 年初预算, 年末结转 are terms of accounting.
_EDGE = (
    "(?:初(?![步次级心始衷审选等创任核预]|结转|结余|余额)|底(?![线层气数部蕴座色])"
    "|末(?![端梢位班代]|结转|结余|余额))"
)
_DAY_OF = r"[^0-9，。；\n]{0,10}"

# name -> pattern, in order: the first that fits at a place wins.
_SOURCES: dict[str, str] = {
    "iso": (
        r"(?<![0-9A-Za-z./])(?<![A-Za-z]-)(?<![0-9]{4}-)(?P<y>(?:19|20)[0-9]{2})(?P<w>[-/.])(?P<m>1[0-2]|0?[1-9])[-/.]"
        r"(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9]|[-/.][0-9](?![0-9]{3}[-/.]))"
    ),
    "iso_month": (
        r"(?<![0-9A-Za-z.\-/])(?P<y>(?:19|20)[0-9]{2})(?:-(?P<m>0[1-9]|1[0-2])"
        r"|[./](?P<m2>0[1-9]|1[0-2])(?=\s?[-—~至]\s?[12]))(?![0-9./年%]|-[0-9]{1,2}(?![0-9]))"
    ),
    "years": (
        rf"{_NO_DIGIT}(?<![-/])(?P<y>{_YEAR}){_TO}(?P<y2>{_YEAR}|[0-9]{{2}}(?=\s?年))"
        rf"(?:\s?学?年度?(?!\s?{_MONTH}\s?月|代)|(?![0-9]){_CLAUSE_END})"
    ),
    "decade": (
        "(?:(?P<w>19|2[01]|十九|二十一?|上)个?世纪)?(?P<n>[1-9]0|[二三四五六七八九]十)年代"
        "|(?P<y>1[89][0-9]0|20[0-9]0)年代(?!表)"
    ),
    "year": (
        rf"{_NO_DIGIT}{_NO_HAN}(?<!公元前)(?:公元)?(?P<y>{_YEAR})\s?年"
        r"(?:\s?(?:年度|全年|度))?(?!\s?(?:的?历史|多(?=[的来以前里，。；])|余(?=[的来以前里，。；])|代(?!表)))"
    ),
    "bare_year": rf"{_NO_DIGIT}(?P<y>{_YEAR})(?=(?:{_AND}{_YEAR}){{0,8}}{_AND}{_YEAR}\s?年)",
    # 24年 is a year where a clause begins with it or a month follows.
    "short_year": (
        r"(?<![0-9.])(?P<y>[0-9]{2})年度?(?:(?=[01]?[0-9]月|底|末)"
        r"|(?:(?<=^..年)|(?<=[，。；：、,;\s“(]..年))(?![来间前后内以下上多的余历期限级龄和、或制]))"
    ),
    "year_word": (
        "(?P<w>上年同期|去年同期|(?:(?<!马)上一|下一|(?<!成)本|当|(?<![以之])[上下]|次)年度|今年|(?<![^超经通]过)去年|(?<![以目之当])前年"
        "|(?<![说表证清])明年|(?<![以之今往])后年|(?<![年十百])来年|(?<!马)上一年|(?<!以)下一年|(?<![以之加马赶晚])上年(?![轻龄纪])"
        "|(?<![以之])下年(?!轻)|(?<![成基资根样])本年|(?<![相不])当年(?!价)"
        "|(?<![每多首件人案批])次年(?!轻)|(?<![共不会相])同年|翌年|本期(?![工项目])|(?<!这)上期)"
        r"(?:\s?年?度|全年)?"
    ),
    "full_year": f"全年度?(?<!完全年)(?![性龄候制日段])|(?<![0-9{_HAN}十两几多百半])年内",
    "front": f"(?<![提此之以目先])前(?:(?P<m>{_MONTH}|两)个月|(?P<m2>两)月|(?P<q>[一二两三1-3])个?季度)|首季度",
    "quarter": (
        rf"(?<![0-9十每个])第?(?P<q>[一二三四1-4])(?:(?:{_TO})第?(?P<q2>[二三四2-4]))?季度(?!一)"
    ),
    "bare_quarter": rf"(?<![0-9十每个])第?(?P<q>[一二三四1-4])(?={_AND}第?[一二三四1-4]季度)",
    "half": "(?P<w>[上下])半年",
    "month": (
        rf"(?<![0-9.个每])(?<!农历)(?<!阴历){_NO_HAN}(?P<m>{_MONTH}|{_YUAN})(?:{_TO}(?P<m2>{_MONTH}))?\s?月"
        "(?:份(?![子额]))?(?![饼球嫂租薪均度刊报季光]|一(?![日号至到])|革命)"
    ),
    "bare_month": (
        rf"{_NO_DIGIT}{_NO_HAN}(?<!周)(?P<m>{_MONTH})"
        rf"(?=(?:{_AND}{_MONTH}){{0,11}}{_AND}{_MONTH}\s?月)"
    ),
    "day": (
        rf"{_NO_DIGIT}{_NO_HAN}(?P<d>{_DAY})(?:{_TO}(?P<d2>{_DAY}))?\s?[日号]"
        "(?![均产用活常志夜楼文令院地店馆井仓门])"
    ),
    "bare_day": rf"(?<=[月、和])(?P<d>{_DAY})(?=(?:{_AND}{_DAY}){{0,11}}(?:{_AND}){_DAY}\s?[日号])",
    "tenth": "(?P<w>[上中下])旬",
    "edge": (
        f"(?<![0-9{_HAN}十百每半多几某全近整周间])年(?P<w>{_EDGE})|岁(?P<w2>末)"
        r"|(?<=[，。；、\n])年(?P<w3>中)(?![国央心共小])"
        f"|(?<=月)月(?P<w4>{_EDGE})|(?<=[年月度])(?P<w5>{_EDGE})|(?<=[年度])(?P<w6>中)(?=[，。；)]|$)"
        '|(?<=五[”"])(?P<w7>末)'
    ),
    "plan": (
        f'(?P<w>[“"])?(?P<n>(?<![{_HAN}十百第])(?:十[一二三四五六七]?|[一二三四五六七八九]))五(?P<w2>[”"])?'
        "(?P<w3>时期|期间|计划)?(?!普法|普治)"
        f"|第(?P<n2>{_COUNT})个五年(?:计划|规划)(?P<w4>时期|期间)?"
    ),
    "ago": (
        f"(?:刚?刚?过去|最近|(?<![将临接])近|这)的?(?P<n>{_COUNT})年(?:来|间)?(?!的?(?:时间|历史|之久)|[级龄])"
        f"|(?<![0-9第多余几近两]){_NO_HAN}(?P<n2>{_COUNT})年(?:以?来|(?<=[，。；、！\\s]..)间)"
    ),
    "ahead": f"(?:今后|未来|接下来)的?(?P<n>{_COUNT})年(?:内|间)?(?![级龄])",
    "closing": "(?<=的)(?<!年的)五年(?=[，。；、！])|(?<![零一二三四五六七八九十的])五年间",
    "memorial": (
        '(?<=[“"])(?P<m>1[0-2]|0?[1-9])[·.•・‧](?P<d>3[01]|[12][0-9]|0?[1-9])(?=[”"])'
        "|(?<![0-9.·])(?P<m2>1[0-2]|[1-9])[·•・‧](?P<d2>3[01]|[12][0-9]|0?[1-9])"
        f'(?=[”"]?{_DAY_OF}(?:日|节|周|月|宣传))'
        "|(?<![0-9.·])(?P<m3>1[0-2]|[1-9])\\.(?P<d3>3[01]|[12][0-9]|0?[1-9])"
        f"(?=(?:全民|国家|国际|世界|全国|民法典|宪法|禁毒|消费者){_DAY_OF}(?:日|节))"
    ),
    "festival": (
        '(?P<w>国庆|元旦|(?<![十一二三四五六七八九])五一)[”"]?(?:节|期间|假期|黄金周|小?长假)'
    ),
    "since_event": "(?P<w>改革开放|新中国成立|中华人民共和国成立|建国)以来",
    "to_date": "截[至止](?:目前|当前|现在|今日)",
}
_STARTS = (
    f'[公0-9{_HAN}十廿今去前明后来上下本当次同翌全年首第中岁底末初“"过刚最近这未接元国五改新截建]'
)
_NAMED = re.compile(r"\(\?P<\w+>")
_KINDS = {kind: re.compile(source) for kind, source in _SOURCES.items()}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a date: its kind and what the pattern's groups held."""

    kind: str
    match: re.Match[str]

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()

    def word(self, name: str = "w") -> str:
        """What the group, or one of its numbered variants (w, w2, w3 …), held."""
        return next((v for k, v in self._held() if k.rstrip("234567") == name), "")

    def number(self, name: str) -> int | None:
        """The number in exactly that group; None where it is not written."""
        held = self.match.groupdict().get(name)
        return _number(held) if held else None

    def any_number(self, name: str) -> int | None:
        """The number in the group or in its variant of another alternative."""
        held = self.word(name)
        return _number(held) if held else None

    def _held(self) -> Iterator[tuple[str, str]]:
        return ((k, v) for k, v in self.match.groupdict().items() if v)


@lru_cache(maxsize=1024)
def _number(text: str) -> int:
    return int(parse(text.replace("o", "零").replace("O", "零").replace("元", "一")))


@lru_cache(maxsize=8)
def _master(words: tuple[str, ...]) -> re.Pattern[str]:
    extra = "|".join(
        ("(?<!加)" if word.startswith("上") else "") + re.escape(word)  # 加上上年结转
        for word in sorted(words, key=len, reverse=True)
    )
    # 提前一年 and 年终考核 hold such words and name no time.
    parts = [f"(?P<word>(?<![提此之以目先每学])(?:{extra})(?![考述奖]|总结|决算))"] if extra else []
    parts += [f"(?P<{kind}>{_NAMED.sub('(?:', source)})" for kind, source in _SOURCES.items()]
    starts = _STARTS[:-1] + "".join(sorted({re.escape(word[0]) for word in words})) + "]"
    return re.compile(f"(?={starts})(?:" + "|".join(parts) + ")")


def tokens(folded: str, words: tuple[str, ...] = ()) -> Iterator[Token]:
    """The pieces in order, none overlapping; ``words`` are further words that name a time.

    >>> [(t.kind, t.match[0]) for t in tokens("2024年1—9月，较上年末")]
    [('year', '2024年'), ('month', '1—9月'), ('year_word', '上年'), ('edge', '末')]
    """
    for found in _master(words).finditer(folded):
        kind = found.lastgroup or ""
        own = _KINDS[kind].match(folded, found.start()) if kind != "word" else found
        if own and own.end() > own.start():
            yield Token(kind, own)
