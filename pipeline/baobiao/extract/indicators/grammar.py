"""The grammar of a quantity: approximator, numeral, multiplier, unit, approximator.

Whether a quantity is an indicator is not asked here (``judging``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from baobiao import numerals
from baobiao.extract.indicators.other_words import OTHER_WORDS, OTHER_WORDS_BEHIND
from baobiao.lexicon import Lexicon, Unit


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit. ``start`` is before the approximator, ``number`` is where the numeral begins."""

    start: int
    end: int
    number: int
    value: Decimal
    value_high: Decimal | None
    unit: str
    unit_kind: str
    approximation: str
    rule: str
    numeral_end: int = 0
    part: int = 0  # 1, 2, 3 … for the parts of a ratio 27.0:28.5:44.5
    chinese: bool = False


_MULTIPLIER = (
    r"(?:[十百千]?亿亿|个亿(?!万|元?级|元(?:及?以[上下]))|[十百千]?万亿|[十百千万]亿|亿|[十百千]万|万"
    r"|[百千](?![瓦米克伏卡焦吨帕赫字升]|公(?!顷))|十(?=[多余几]))"
)
_CHINESE = (
    r"(?:[零一二两三四五六七八九十百千万亿]+(?!(?<=千)[瓦克米伏卡帕赫升])(?:点[零一二三四五六七八九]+)?"
    r"|[壹贰叁肆伍陆柒捌玖][拾佰仟万亿][壹贰叁肆伍陆柒捌玖零一二三四五六七八九拾佰仟十百千万亿]*)"
)
# Older reports group thousands with a full-width comma: ７，８００万吨.
# Some copies set every digit apart: 1 6 5 5 亿美元, 2 2 .4 万件.
_SPACED = (
    r"(?<![\d.])(?<!\d )(?:\d(?: \d)+(?: ?\.(?: ?\d)+)?|\d \.(?: ?\d)+)(?= ?[\u4e00-\u9fff%‰])"
)
_ROUGH_COMPOUND = r"\d+亿\d+[千百]?[多余]万"  # 1亿3千多万
_ARABIC = (
    rf"(?:{_SPACED}|"
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|(?<!\d)[1-9]\d{0,2}(?:，\d{3})+(?:\.\d+)?(?![\d，.])(?=[ ]?[\u4e00-\u9fff])"
    r"|\d+·\d+(?=[%‰])|\d+(?:\.\d+)?)"
)
# 占全国1/10, 增量的1/4; but 5/6 by itself is a date or a place in a row.
_SLASHED = r"(?<=[占的近约超达到国省市县区球少加降增低高简除撤裁缩])[1-9]/[1-9]\d?(?![\d/年月日])"
_GAP = r"[ ]?\n?"
# 三年半, 一吨半; but 一年半载 and 两个半小时 are something else.
_HALF = "(?<![个次])半(?![年月天日个小载成径数程山导夜边壁])"
# 3.1万套（间）, 18万头（只）: a second unit for things that are counted with another word.
_OR_UNIT = r"\([头间只次个人台件处户套所座条批场期名家枚棵亩匹羽艘辆架]\)"


@lru_cache(maxsize=4)
def _grammar(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, Unit], dict[str, str]]:
    """The pattern of a quantity, the unit of each surface, and the effect of each approximator."""
    units: dict[str, Unit] = {}
    for unit in lexicon.units:
        for surface in (unit.name, *unit.aliases):
            units.setdefault(surface.replace("（", "(").replace("）", ")").replace("％", "%"), unit)
    units = {s: u for s, u in units.items() if s and not s[0].isdigit()}
    surfaces = sorted(units, key=lambda s: (-len(s), s))
    alternatives = "|".join(
        re.escape(s)
        + (f"(?![{OTHER_WORDS[s]}])" if s in OTHER_WORDS else "")
        + (f"(?!{OTHER_WORDS_BEHIND[s]})" if s in OTHER_WORDS_BEHIND else "")
        for s in surfaces
    )
    effects = {q.word: q.effect for q in lexicon.qualifiers if q.category == "approximation"}
    before = sorted(
        (
            q.word
            for q in lexicon.qualifiers
            if q.category == "approximation" and q.position != "after"
        ),
        key=len,
        reverse=True,
    )
    before = [w for w in before if w not in ("上", "数", "几")]
    after = {
        q.word: q.effect
        for q in lexicon.qualifiers
        if q.category == "approximation" and q.position != "before"
    }
    posts = "|".join(
        re.escape(w)
        + {"多": "(?![个次种样元年媒方功层民学用边维国])", "数": "(?![字据量额])"}.get(w, "")
        for w in sorted({*after, "及以上", "余", "多"}, key=len, reverse=True)
        if w not in ("来", "几", "许")
    )
    number = rf"(?P<num>{_ROUGH_COMPOUND}|{numerals.COMPOUND}|{_ARABIC}|{_CHINESE})"
    pattern = re.compile(
        rf"(?:(?P<pre>(?<![签节合公契条特附临接靠])(?:{'|'.join(map(re.escape, before))})"
        r"|[上数几](?=[十百千万亿]))[ ]?)?"
        rf"(?:(?P<frac>(?P<base>百分之|千分之|万分之)(?P<fnum>{_ARABIC}|{_CHINESE})(?P<fmid>[多余])?)"
        rf"|(?P<parts>[二三四五六七八九十百]+分之[一二三四五六七八九十百]+|{_SLASHED})"
        rf"|(?P<fan>翻(?:了)?(?P<fans>[一两二三四五六]|\d)?番)(?!计划|工程|行动|目标)"
        rf"|(?P<sign>(?:(?<![\d\w])|(?<=[为是达长降动率速])|(?<=减少|增加))-)?{number}(?:{_GAP}(?P<mid>[多余几来]))?"
        rf"(?:{_GAP}(?P<mult>{_MULTIPLIER}))?(?:{_GAP}(?P<mid2>[多余])(?P<mult2>亿)?)?"
        rf"(?:{_GAP}(?P<unit>{alternatives})(?P<half>{_HALF})?(?P<or>{_OR_UNIT})?)?)"
        rf"(?P<post>{posts})?"
    )
    return pattern, units, effects


_RATIO = re.compile(
    r"(?<![\d.:])\d+(?:\.\d+)?(?:(?:[:：]\d+(?:\.\d+)?){2,}|(?::\d+(?:\.\d+)?)+)(?![\d:])|(?<![\d.])\d+\.\d+：\d+(?![\d：])"
)
_SCALE = re.compile(r"(?:万亿|[万亿]|(?<=\d)(?:[百千]|[十百千][万亿]))$")
_PAIR = re.compile(numerals.PAIR)
_DIGIT = "([0-9一二三四五六七八九两壹贰叁肆伍陆柒捌玖])"
_COINS = re.compile(f"(?:{_DIGIT}角)?(?:零?{_DIGIT}分(?![钟之]))?整?")
_CURRENCIES = {"港币": "港元", "美金": "美元", "澳门币": "澳门元", "新台币": "新台币"}
_CURRENCY = re.compile(f"({'|'.join(_CURRENCIES)}) ?$")
_FOR_ONE = re.compile(r"/([^\d\s，。；、/()]{1,4})(?=[，。；、)\s和与及]|$)")
_ONES = frozenset("日 天 月 年 人 千人 万人 平方千米 平方公里 公顷 亩 小时".split())
_EACH_TIME = re.compile(r"次(?=[，。；、)\s]|$)")
_STEP = re.compile("台阶|大关")
_RANGE_JOINT = re.compile(r"[ ]?(?:—+|~|-|至|到)[ ]?")


def candidates(text: str, lexicon: Lexicon) -> Iterator[list[Quantity]]:
    """Every quantity of a folded text in order: a list of one, or the parts of a ratio."""
    pattern, units, effects = _grammar(lexicon)
    position = 0
    ratios = {m.start(): m for m in _RATIO.finditer(text)}
    while match := pattern.search(text, position):
        ratio = next((ratios[s] for s in range(match.start(), match.end()) if s in ratios), None)
        if ratio:
            yield _ratio(ratio)
            position = ratio.end()
            continue
        quantity = _quantity(match, units, effects)
        position = max(match.end(), match.start() + 1)
        if quantity is None:
            continue
        quantity = _per(_with_currency(quantity, text), text, units)
        position = max(position, quantity.end)
        joint = _RANGE_JOINT.match(text, quantity.end)
        if joint and quantity.part == 0:
            second = pattern.match(text, joint.end())
            high = _quantity(second, units, effects) if second else None
            high = _with_currency(high, text) if high else None
            if second and high and _makes_range(text, quantity, high, joint.group().strip()):
                quantity = _range(quantity, high, second)
                position = max(second.end(), quantity.end)
        if not quantity.approximation and _STEP.match(text, quantity.end):  # 跃上3百亿元台阶
            quantity = replace(quantity, approximation="at_least")
        yield [quantity]


def _ratio(match: re.Match[str]) -> list[Quantity]:
    parts: list[Quantity] = []
    offset = match.start()
    for index, piece in enumerate(re.split("[:：]", match.group()), 1):
        value = Decimal(piece)
        parts.append(
            Quantity(
                offset,
                offset + len(piece),
                offset,
                value,
                None,
                "",
                "",
                "",
                "ratio",
                numeral_end=offset + len(piece),
                part=index,
            )
        )
        offset += len(piece) + 1
    return parts


def _quantity(
    match: re.Match[str], units: dict[str, Unit], effects: dict[str, str]
) -> Quantity | None:
    start, end = match.span()
    approximation = effects.get(match["pre"] or "", "")
    if match["pre"] in ("上", "数", "几"):
        approximation = "at_least" if match["pre"] == "上" else "about"
    post = match["post"] or ""
    behind = "at_least" if post == "及以上" else effects.get(post, "about" if post else "")
    approximation = behind if behind == "at_most" else approximation or behind
    inside = (match["num"] or "")[-2:-1] in ("多", "余")  # 1亿3千多万
    if match["mid"] or match["mid2"] or match["fmid"] or inside:
        approximation = approximation or "about"
    if match["frac"]:
        unit = {"百分之": "%", "千分之": "‰", "万分之": "‱"}[match["base"]]
        value = numerals.parse(match["fnum"])
        return Quantity(
            start,
            end,
            match.start("frac"),
            value,
            None,
            unit,
            "ratio",
            approximation,
            "percent_words",
            end,
            chinese=True,
        )
    if match["parts"]:
        value = _fraction(match["parts"])
        return Quantity(
            start,
            end,
            match.start("parts"),
            value,
            None,
            "",
            "ratio",
            approximation,
            "fraction",
            end,
            chinese=True,
        )
    if match["fan"]:
        times = Decimal(2) ** int(numerals.parse(match["fans"] or "一"))
        return Quantity(
            start,
            end,
            match.start("fan"),
            (times - 1) * 100,
            None,
            "%",
            "ratio",
            approximation,
            "doubling",
            end,
            chinese=True,
        )
    numeral = match["num"]
    chinese = not numeral[0].isdigit()
    surface = match["unit"] or ""
    known = units.get(surface)
    value_high: Decimal | None = None
    try:
        if chinese and numeral[-1] in "十百千万亿" and _PAIR.fullmatch(numeral):
            value, value_high = numerals.parse_range(numeral)  # 八九千
        elif chinese:
            value = numerals.parse(numeral + (match["mult"] or "").replace("个", ""))
        else:
            value = numerals.parse(re.sub("[多余 ]", "", numeral).replace("·", ".")) * _scale(
                match["mult"] or ""
            )
    except ValueError:
        return None
    if match["mult2"]:  # 3万多亿
        value *= numerals.parse("一" + match["mult2"])
    if match["half"]:
        value += Decimal("0.5")
    if match["sign"]:
        value = -value
    name, kind = (known.name, known.kind) if known else ("", "")
    if surface == "成" or surface == "折":
        value, name = value * 10, "%"
    elif known:
        name = (surface + (match["or"] or "")).replace("(", "（").replace(")", "）")
        name = name if name != "％" else "%"
    return Quantity(
        start,
        end,
        match.start("sign") if match["sign"] else match.start("num"),
        value,
        value_high,
        name,
        kind,
        approximation,
        "range" if value_high else "chinese" if chinese else "arabic",
        match.end("mult") if match["mult"] else match.end("num"),
        chinese=chinese,
    )


def _scale(multiplier: str) -> Decimal:
    """What a multiplier stands for: 万, 个亿, 百亿亿."""
    ones, again = re.subn("亿(?=亿)|个", "", multiplier)
    twice = "亿亿" in multiplier
    return numerals.parse("一" + ones) * (10**8 if again and twice else 1)


def _fraction(text: str) -> Decimal:
    """三分之一, 1/10."""
    above, _, below = text.partition("/")
    if not below:
        below, above = text.split("分之")
    return (numerals.parse(above) / numerals.parse(below)).quantize(Decimal("1e-12")).normalize()


def _with_currency(quantity: Quantity, text: str) -> Quantity:
    """50元6角三分 is one amount; 港币50元 are 港元."""
    named = _CURRENCY.search(text, max(0, quantity.start - 3), quantity.start)
    if named and quantity.unit == "元":
        quantity = replace(quantity, unit=_CURRENCIES[named[1]])
    coins = _COINS.match(text, quantity.end) if quantity.unit in ("元", "圆") else None
    if coins is None or not (coins[1] or coins[2]):
        return quantity
    value = quantity.value
    for coin, worth in ((coins[1], "0.1"), (coins[2], "0.01")):
        value += numerals.parse(coin) * Decimal(worth) if coin else 0
    return replace(quantity, value=value, end=coins.end())


def _per(quantity: Quantity, text: str, units: dict[str, Unit]) -> Quantity:
    """166㎡/㎞, 12件/人: one unit for another, though the dictionary does not have the two together; 5106盏次."""
    if quantity.unit_kind == "classifier" and _EACH_TIME.match(text, quantity.end):
        return replace(quantity, unit=quantity.unit + "次", end=quantity.end + 1)
    other = _FOR_ONE.match(text, quantity.end) if quantity.unit else None
    known = other is not None and (other[1] in units or other[1] in _ONES)
    if other is None or not known or quantity.unit.count("/") > 1:
        return quantity
    return replace(quantity, unit=quantity.unit + other.group(), end=other.end())


def _makes_range(text: str, low: Quantity, high: Quantity, joint: str) -> bool:
    if low.unit and high.unit and low.unit != high.unit:
        return False
    if not high.unit and low.unit:
        return False
    if joint in ("至", "到") and re.search(
        r"[由从自][^，。；]{0,12}$", text[max(0, low.start - 14) : low.start]
    ):
        return False  # 由A至B is a move from one level to another
    return joint != "-" or bool(low.unit or high.unit)


def _range(low: Quantity, high: Quantity, second: re.Match[str]) -> Quantity:
    first = low.value
    spoken = "" if second["frac"] else (second["num"] or "") + (second["mult"] or "")
    multiplier = _SCALE.search(spoken)
    if not low.unit and multiplier and first < high.value:
        # 1.2—1.5万, 7千—9千亿: the first end shares the multiplier of the second, or its last part.
        for shared in (multiplier.group(), multiplier.group()[-1]):
            scale = numerals.parse("一" + shared)
            if first * scale < high.value:
                first *= scale
                break
    return Quantity(
        low.start,
        high.end,
        low.number,
        first,
        high.value,
        high.unit,
        high.unit_kind,
        high.approximation or low.approximation,
        "range",
        high.numeral_end,
        chinese=low.chinese,
    )
