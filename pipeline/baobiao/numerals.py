"""Numerals in Arabic, Chinese and financial characters, and mixtures of them, read exactly.

The regex sources (``ARABIC CHINESE NUMERAL ROUGH PAIR MULTIPLIER FRACTION PERCENT``) hold no
capturing group and are made for stdlib ``re`` on folded text. Approximators (多 余 几 数 半) are
the caller's: only ``ROUGH`` crosses one that stands between the digits and their multiplier.
"""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from functools import lru_cache

from baobiao.characters import fold

_DIGITS = ("零", "一壹幺", "二贰貳两弍", "三叁叄", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
_DIGIT_OF = {character: str(value) for value, row in enumerate(_DIGITS) for character in row}
_PLAIN = str.maketrans(
    {**_DIGIT_OF, "拾": "十", "佰": "百", "仟": "千", "−": "-", "—": "-", "，": ",", " ": None}
)
_SCALES = {"兆": 10**12, "亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "十": 10}
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_DECIMAL = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_TWO_BESIDE_DIGIT = re.compile("两[零一二三四五六七八九两]|[一二三四五六七八九]两")
_PARTS_OF = re.compile("([百佰千仟万亿]|[十百千][万亿])分之(.+)")
_ROUGH = re.compile("(?<=[0-9一二三四五六七八九十百千万亿])[多余几来](?=[十百千万亿]|$)")
_AMOUNT = re.compile(
    "([负-])?(?:([^元圆角分]+)[元圆])?零?(?:([^元圆角分]+)角)?零?(?:([^元圆角分]+)分)?整?"
)
_POINT = re.compile(r"([^点]*)点([0-9]+)((?:[百千十]?[万亿]){0,2}|[百千])")

_1TO9 = "一二三四五六七八九"
_FINANCIAL = "壹贰叁肆伍陆柒捌玖"
_NOT_UNIT = "(?![瓦克米伏卡帕赫升])"  # the 千 of 千瓦, 千克, 千米 belongs to the unit
_D = f"[{_1TO9}两{_FINANCIAL}]"
_TENS = f"(?:{_D}[十拾]|十|拾(?=[{_1TO9}{_FINANCIAL}万亿])|[廿卅])"
_SMALL = (  # below 10000, and more than one financial character: 伍 alone is in 队伍
    f"(?:{_D}[千仟](?![瓦克伏卡帕赫升])(?:零?{_D}[百佰])?(?:零?{_TENS})?(?:零?{_D})?"
    f"|{_D}[百佰](?:零?{_TENS})?(?:零?{_D})?|{_TENS}{_D}?|[{_1TO9}两])"
)
_ANY_SMALL = f"(?:{_SMALL}|{_D})"
_WAN = f"{_ANY_SMALL}万(?:零?{_ANY_SMALL})?"
_YI = f"{_ANY_SMALL}(?:万(?:零?{_SMALL})?)?亿(?:零?(?:{_WAN}|{_ANY_SMALL}))?"
# 兆 counts only where a numeral goes on behind it: 10兆瓦 is a unit.
_ZHAO = f"{_SMALL}兆(?=[零{_1TO9}两十])零?(?:{_YI}|{_WAN}|{_SMALL})"
_INTEGER = f"(?:{_ZHAO}|{_YI}|{_WAN}|{_SMALL})"
# Words that begin with a digit's character and never count anything.
_NO_COUNT = "(?!一[切般些定直旦致律贯向概样]|四[川处]|三[峡亚]|十足|十分(?![之钟]))"

MULTIPLIER = f"(?:万亿|[十百千]?[万亿]|[十百]|千{_NOT_UNIT})"
"""What multiplies the digits before it: 万 亿 万亿 千万 百万 十 百 千."""

# A hyphen is a minus sign only where no range can be meant: at the start, or after these.
_SIGN = (
    f"(?:负(?=[0-9零{_1TO9}两十])"
    r"|(?:(?<=[长降为是率达额(:：、，,;；=约\s])|(?<![\s\S]))[-−](?=[0-9]))?"
)
_WHOLE = r"(?:[0-9]{1,3}(?:[,，][0-9]{3})++(?![0-9])|[0-9]++)"
_SCALE = f"(?:万亿|[十百千]?[万亿]|百|千{_NOT_UNIT})"
# What goes on behind a whole number and its scale: 1万2千, 5亿1万4千6百, 1千零20, 3万4000.
_ONE = f"(?:[1-9]|[{_1TO9}两])"
_LOWER = f"(?:零?{_ONE}百)?(?:零?{_ONE}十)?"
_REST = (
    "(?:零[1-9][0-9]{0,2}(?![0-9.])|(?<=万)[1-9][0-9]{3}(?![0-9年.])"
    "|(?<=千)[1-9][0-9]{2}(?![0-9.]))?"
)
_COMPOUND = (
    f"(?:亿(?:零?(?:[1-9][0-9]{{0,3}}|{_ONE})[千百]?万)?(?:零?{_ONE}千{_NOT_UNIT})?{_LOWER}{_REST}"
    f"|万(?!亿)(?:零?{_ONE}千{_NOT_UNIT})?{_LOWER}{_REST}|千(?![万亿]){_NOT_UNIT}{_LOWER}{_REST})"
)
ARABIC = (
    rf"(?:{_SIGN}(?<![0-9])(?<![0-9]\.)(?:{_WHOLE}\.[0-9]++(?!\.[0-9])(?: ?{_SCALE})?"
    rf"|{_WHOLE}(?!\.[0-9])(?: ?(?:{_COMPOUND}|{_SCALE}))?))"
)
"""Numerals that begin with Arabic digits: 1,234.5, -0.8, 3.2万, 1万2千. Never a part of 1.2.3."""

CHINESE = (
    f"(?:{_NO_COUNT}负?(?:"
    f"(?:{_INTEGER}|零)点[零{_1TO9}]{{1,40}}+(?!十)(?:万亿|[百千]?[万亿])?"
    f"|[零{_1TO9}]{{2,40}}+(?![十百千万亿])"
    f"|{_INTEGER}))"
)
"""Numerals in Chinese or financial characters: 三万二千, 二零二六, 三点五亿, 壹佰.

Not a 零, 百, 万 or 半 that stands alone.
"""

NUMERAL = f"(?:{ARABIC}|{CHINESE})"
"""The longest numeral at a place, with its multipliers."""

COMPOUND = f"(?:{_WHOLE}(?=(?:[亿万]|千{_NOT_UNIT})零?[0-9{_1TO9}两]){_COMPOUND}(?<=[0-9百十千万]))"
"""Arabic digits with a scale and a lower part behind it: 1万2千, 3亿5千万, 12万零500."""

ROUGH = f"(?:{NUMERAL}[多余几来]{MULTIPLIER})"
"""A numeral with its approximator before the multiplier: 500余万, 一千多万. ``parse`` reads it."""

_PAIRED = "(?:一二|一两|二三|两三|三四|三五|四五|五六|六七|七八|八九)"
_ROUND = f"(?:[{_1TO9}两]万)?(?:[{_1TO9}两]千{_NOT_UNIT})?(?:[{_1TO9}两]百)?{_TENS}?"
PAIR = (  # but 十三五, 十四五 are plans
    f"(?:(?<![零{_1TO9}两十百千万亿])(?!十[三四]五(?![十百千万亿个多]))"
    f"{_ROUND}{_PAIRED}(?![零{_1TO9}])"
    f"(?:[十百千]?(?:万亿|[万亿])|[十百]|千{_NOT_UNIT})?)"
)
"""Neighbouring digits that mean from–to: 三五千, 十五六, 七百三四十. To be tried before NUMERAL."""

_PARTS = f"(?:{ARABIC}|{CHINESE}|[十百千][万亿]?|[万亿])"
_SHARE = f"(?:负?{NUMERAL}|[壹贰叁肆伍陆柒捌玖])"
FRACTION = (
    f"(?:(?:{NUMERAL}又)?负?{_PARTS}分之{_SHARE}"
    "|(?<![0-9/.])(?:(?<![^\\s:：、，(])-)?[0-9]{1,3}/[0-9]{1,3}(?![0-9/.]))"
)
"""三分之二, 1/3, 负十二分之七, 三百五十又3分之1; 百分之 too: try PERCENT first."""

_TENTHS = (
    "(?:[一二两三四五六七八九十]|(?<![0-9.])[0-9](?:\\.[0-9])?|10)成(?:半|[一二三四五六七八九](?!成))?"
    "(?![员为立功果效本分都长年人熟交品套群片线形就绩败语色因不])"
)
_DOUBLING = "(?:翻了?(?:[一二两三四五]|[0-9](?:\\.[0-9])?)?番)"
PERCENT = (
    f"(?:百分百|(?:[十百千]?[万亿]|[百佰千仟])分之(?:百|{_SHARE})"
    f"|{ARABIC} ?[%‰]|{NUMERAL} ?个百分点|{_TENTHS}|{_DOUBLING})"
)
"""百分之十三点四, 5%, 3‰, 千分之一, 12个百分点, 三成五, 翻一番."""


def parse(text: str) -> Decimal:
    """The exact value of one numeral that fills the text; spaces and full width do not matter.

    An approximator after the digits is passed over: 十多万 is 100000, 二十几 is 20.
    几十 and 数百 have no value.

    Raises:
        ValueError: the text is no numeral, or is more than one.

    >>> parse("三万二千"), parse("２．８５万亿"), parse("壹佰零伍"), parse("二〇二六")
    (Decimal('32000'), Decimal('2850000000000'), Decimal('105'), Decimal('2026'))
    >>> parse("一带一路")
    Traceback (most recent call last):
    ValueError: 「一带一路」不是一个数
    """
    value = _parse(text)
    if value is None:
        raise ValueError(f"「{text}」不是一个数")
    return value


def parse_amount(text: str) -> Decimal:
    """An amount of money written out, in 元: 壹佰壹拾壹圆柒角整; a plain numeral with 元 as well.

    Source: 支付结算办法 (银发〔1997〕393号) annex 1: amounts in characters.

    Raises:
        ValueError: the text is no such amount.

    >>> parse_amount("壹佰捌拾壹圆柒角"), parse_amount("壹元零壹分")
    (Decimal('181.7'), Decimal('1.01'))
    """
    found = _AMOUNT.fullmatch(fold(text).replace(" ", "").removeprefix("人民币"))
    if found and any(found.groups()):
        parts = [_parse(part) if part else Decimal(0) for part in found.groups()[1:]]
        if all(part is not None for part in parts):
            yuan, jiao, fen = (part or Decimal(0) for part in parts)
            value = yuan + jiao / 10 + fen / 100
            return -value if found[1] else value
    raise ValueError(f"「{text}」不是金额")


def parse_range(text: str) -> tuple[Decimal, Decimal]:
    """The two ends of a pair of neighbouring digits, as ``PAIR`` finds it.

    Raises:
        ValueError: the text is no such pair.

    >>> parse_range("三五千"), parse_range("七百三四十")
    ((Decimal('3000'), Decimal('5000')), (Decimal('730'), Decimal('740')))
    """
    folded = fold(text).replace(" ", "")
    if _ONE_PAIR.fullmatch(folded):
        at = [m.start() for m in _PAIR_DIGITS.finditer(folded)][-1]
        low = _parse(folded[: at + 1] + folded[at + 2 :])
        high = _parse(folded[:at] + folded[at + 1 :])
        if low is not None and high is not None and low < high:
            return low, high
    raise ValueError(f"「{text}」不是相邻两数连用的约数")


def parse_fraction(text: str) -> Decimal:
    """The value of 三分之二, 负十二分之七, 三百五十又三分之一 or 3/5.

    A quotient that does not end is rounded to twelve decimal places.

    Raises:
        ValueError: the text is no fraction.

    >>> parse_fraction("三分之二"), parse_fraction("五分之一")
    (Decimal('0.666666666667'), Decimal('0.2'))
    """
    folded = fold(text).replace(" ", "")
    negative = "又" in folded and folded.startswith(("负", "-"))
    whole, _, rest = (folded[1:] if negative else folded).rpartition("又")
    below, mark, above = rest.partition("分之")
    if not mark:
        above, mark, below = rest.partition("/")
    if mark and below and above:
        denominator, numerator = _parse(below), _parse(above)
        base = _parse(whole) if whole else Decimal(0)
        if denominator and numerator is not None and base is not None:
            value = base + _divide(numerator, denominator)
            return -value if negative else value
    raise ValueError(f"「{text}」不是分数")


def parse_percent(text: str) -> Decimal:
    """The value in percent of anything that ``PERCENT`` finds.

    ‰ and 成 are converted; 翻n番 is growth by 2ⁿ−1.

    Raises:
        ValueError: the text names no percentage.

    >>> parse_percent("百分之十三点四"), parse_percent("三成五"), parse_percent("翻两番")
    (Decimal('13.4'), Decimal('35'), Decimal('300'))
    """
    folded = fold(text).replace(" ", "")
    for value in (_after_mark(folded), _before_mark(folded), _tenths(folded), _doubling(folded)):
        if value is not None:
            return value
    raise ValueError(f"「{text}」不是百分数")


@lru_cache(maxsize=4096)
def _parse(text: str) -> Decimal | None:
    folded = fold(text).replace("廿", "二十").replace("卅", "三十").replace("卌", "四十")
    if "半" in folded:
        return {"半": Decimal("0.5"), "一半": Decimal("0.5"), "半百": Decimal(50)}.get(
            folded.strip()
        )
    if _TWO_BESIDE_DIGIT.search(folded):
        return None  # 两三 is a range and 二两 a weight
    plain = _ROUGH.sub("", folded).translate(_PLAIN)
    sign = -1 if plain[:1] in ("负", "-") else 1
    plain = plain.lstrip("+") if plain[:1] == "+" else plain[1:] if sign < 0 else plain
    plain = _GROUPED.sub(lambda m: m[0].replace(",", ""), plain)
    if point := _POINT.fullmatch(plain):
        whole = _integer(point[1])
        if whole is None or whole != whole.to_integral_value():
            return None
        plain = f"{whole:f}.{point[2]}{point[3]}"
    value = _integer(plain)
    return None if value is None else value * sign


def _integer(plain: str) -> Decimal | None:
    """The value of digits and scales, split at the greatest scale; None if they do not fit."""
    for name, scale in _SCALES.items():
        if name not in plain:
            continue
        left, _, right = plain.rpartition(name) if scale >= 10**4 else plain.partition(name)
        if (left in ("", "0") and scale == 10) or not (left or right):
            times: Decimal | None = Decimal(1)  # 十五, 千万, 一百零十
        else:
            times = _integer(left)
        if times is None or name in left:
            return None
        rest = _rest(right, scale)
        if rest is None or (right and times != times.to_integral_value()):
            return None
        return _short(times * scale) + rest
    return Decimal(plain) if _DECIMAL.fullmatch(plain) else None


def _rest(right: str, scale: int) -> Decimal | None:
    """What follows a scale: a lone digit counts the next lower one (一万三), 零五 is 5."""
    if not right:
        return Decimal(0)
    value = _integer(right.lstrip("0") or "0")
    if value is None or value >= scale:
        return None
    if len(right) == 1 and right in "123456789" and scale >= 100:
        return value * (scale // 10)
    return value


def _short(value: Decimal) -> Decimal:
    """32000 for 32000.0: a whole number without a fraction that only the multiplication left."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _divide(above: Decimal, below: Decimal) -> Decimal:
    with localcontext() as context:
        context.prec = 40
        value = above / below
        # A quotient that ends is kept whole, however small: 千万分之六.
        ends = len(value.as_tuple().digits) < context.prec
        return _short(value if ends else value.quantize(Decimal("1e-12")))


def _after_mark(folded: str) -> Decimal | None:
    found = _PARTS_OF.fullmatch("百分之百" if folded == "百分百" else folded)
    share = _parse(found[2]) if found else None
    parts = _parse(found[1]) if found else None
    return None if share is None or parts is None else _short(share * 100 / parts)


def _before_mark(folded: str) -> Decimal | None:
    for mark, factor in (("个百分点", "1"), ("百分点", "1"), ("%", "1"), ("‰", "0.1")):
        if folded.endswith(mark):
            value = _parse(folded.removesuffix(mark))
            return None if value is None else _short(value * Decimal(factor))
    return None


def _tenths(folded: str) -> Decimal | None:
    whole, mark, more = folded.partition("成")
    value = _parse(whole) if mark else None
    if value is None or len(more) > 1:
        return None
    extra = Decimal(5) if more == "半" else _parse(more) if more else Decimal(0)
    return None if extra is None else _short(value * 10 + extra)


def _doubling(folded: str) -> Decimal | None:
    if not (folded.startswith("翻") and folded.endswith("番")):
        return None
    times = _parse(folded[1:-1].removeprefix("了") or "一")
    return (
        None
        if times is None
        else _short((Decimal(2) ** times - 1).quantize(Decimal("1e-10")) * 100)
    )


_ONE_PAIR = re.compile(PAIR)
_PAIR_DIGITS = re.compile(f"(?={_PAIRED})")
