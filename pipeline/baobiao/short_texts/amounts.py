"""Amounts of a short text: the quantities of the indicators' grammar, and what only a short text may mean.

A report's 分 is a score and its 人民币 no amount; a short text that is asked for money may say 4人民币,
两角五分, €20 or, where it is told to be an amount as a whole, 20分 and 小于40万.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from baobiao import numerals
from baobiao.characters import fold
from baobiao.extract.indicators.grammar import Quantity, candidates
from baobiao.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of a unit: ``value`` as written, and from where to where it is meant.

    50元以上 has no ``high``; 3000多元 goes from 3000 to 4000; a currency alone (人民币) has no value.
    """

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    unit_kind: str


# Names that no unit of the dictionary has, and signs and codes (ISO 4217) that stand before the number.
_OTHER = (
    "澳元 加元 新加坡元 新西兰元 泰铢 卢比 越南盾 林吉特 比索 兰特 克朗 里拉 迪拉姆 里亚尔".split()
)
_SIGNS: Mapping[str, str] = {
    **dict.fromkeys(("人民币", "RMB", "CNY", "¥", "￥"), "元"),
    **dict.fromkeys(("US$", "$", "美刀"), "美元"),
    **{"HK$": "港元", "€": "欧元", "£": "英镑", "CHF": "瑞士法郎", "RUB": "卢布"},
    **{"日币": "日元", "日圆": "日元", "韩币": "韩元", "KRW": "韩元"},
    **{"澳币": "澳元", "AUD": "澳元", "加币": "加元", "CAD": "加元"},
}
_D = "[0-9零一二三四五六七八九两壹贰叁肆伍陆柒捌玖]"
_JIAO = re.compile(f"(?<!{_D})({_D})角(?:零?{_D}分(?!钟))?(?![形度落色楼])")
_TENTH = re.compile(r"([1-9一二三四五六七八九])(?=$|[\s，。；、,;到至—~-])")
_DEGREES = re.compile(
    f"(摄氏|华氏) ?({numerals.NUMERAL}) ?[度°]|({numerals.NUMERAL})°(?![CcFf0-9])"
)
# 233，333，333元: full-width commas between groups of three, where the text is one amount.
_GROUPS = re.compile(r"(?<=[0-9])，(?=[0-9]{3}(?![0-9]))")
_ROUGH = re.compile("[多余几来]")
_JOINT = re.compile(" ?(?:到|至|-|—+|~) ?")
# Spoken and mixed forms, character by character: 9佰日元, 三块五, 5毛, 三个亿.
_SPOKEN = (
    (re.compile("(?<=[0-9一二三四五六七八九两])([拾佰仟])"), {"拾": "十", "佰": "百", "仟": "千"}),
    (
        re.compile(
            r"(?<=[0-9一二三四五六七八九十百千万亿多余几])(块)(?=$|[，。；、\s到至—~左以0-9一二三四五六七八九])"
        ),
        {"块": "元"},
    ),
    (re.compile("(?<=[0-9一二三四五六七八九两])(毛)(?![利重巾衣发线])"), {"毛": "角"}),
    (re.compile("(?<=[0-9一二三四五六七八九十百千两多几])(个)(?=[十百千]?[万亿])"), {"个": " "}),
)


def amounts(text: str, lexicon: Lexicon, *, alone: bool = False) -> tuple[Amount, ...]:
    """The amounts and currencies of a text; with ``alone`` the text is known to be one amount of money.

    >>> from baobiao.lexicon import load
    >>> for found in amounts("港币50元，3000多欧元，4人民币，两角五分", load()):
    ...     print(found.low, found.high, found.unit)
    50 50 港元
    3000 4000 欧元
    4 4 元
    0.25 0.25 元
    >>> [(found.value, found.unit) for found in amounts("20分", load(), alone=True)]
    [(Decimal('0.2'), '元')]
    """
    folded = _plain(fold(text))
    if alone:
        folded = _GROUPS.sub(",", folded)
    if alone and (whole := _coins(folded)) is not None:
        return (_exact(0, len(folded), whole),)
    coins = [*_small_money(folded), *_degrees(folded)]
    quantities = (
        _of_currency(quantity, folded, lexicon)
        for group in candidates(folded, lexicon)
        for quantity in group
        if not any(c.start <= quantity.start and quantity.end <= c.end for c in coins)
    )
    found = list(_ranges((_amount(quantity, folded) for quantity in quantities), folded))
    if alone:
        found = [a if a.unit else replace(a, unit="元", unit_kind="currency") for a in found]
    found += (a for a in coins if not _overlaps(a, found))
    found += (a for a in _currencies_alone(folded, lexicon) if not _overlaps(a, found))
    return tuple(sorted((a for a in found if a.unit), key=lambda amount: amount.start))


def _plain(folded: str) -> str:
    for pattern, characters in _SPOKEN:
        folded = pattern.sub(lambda found, of=characters: of[found[1]], folded)  # type: ignore[misc]
    return folded


def _coins(folded: str) -> Decimal | None:
    try:
        written = folded.removesuffix("钱")
        return numerals.parse_amount(written) if re.search("[角分]", written) else None
    except ValueError:
        return None


def _exact(
    start: int, end: int, value: Decimal, unit: str = "元", kind: str = "currency"
) -> Amount:
    return Amount(start, end, value, value, value, unit, kind)


def _overlaps(amount: Amount, others: list[Amount]) -> bool:
    return any(o.start < amount.end and amount.start < o.end for o in others if o.unit)


def _amount(quantity: Quantity, folded: str) -> Amount:
    """The quantity with its ends."""
    low = high = quantity.value
    unit, kind = quantity.unit, quantity.unit_kind
    end = quantity.end
    if quantity.value_high is not None:
        high = quantity.value_high
    elif (tenth := _TENTH.match(folded, end)) and folded[end - 1] in "米元斤":
        low = high = low + numerals.parse(tenth[1]) / 10  # 三米九
        end = tenth.end()
    elif quantity.approximation == "about" and folded[quantity.start] in "几数":
        high = low * 10  # 几十万 is more than ten and less than a hundred
    elif quantity.approximation == "about" and _ROUGH.search(folded, quantity.number, end):
        high = low + Decimal(1).scaleb(int(low.normalize().as_tuple().exponent))
    open_low, open_high = quantity.approximation == "at_most", quantity.approximation == "at_least"
    return Amount(
        quantity.start, end, low, None if open_low else low, None if open_high else high, unit, kind
    )


def _of_currency(quantity: Quantity, folded: str, lexicon: Lexicon) -> Quantity:
    """The currency that stands before the number (US$ 5, 欧元3万) or behind it (4人民币, 三万元欧元)."""
    names = _names(lexicon)
    unit = names.get(quantity.unit, quantity.unit)
    if unit not in ("", "元") or quantity.part:
        named = _before(lexicon).search(folded, 0, quantity.start)
        start = named.start() if named and names[named[1]] == unit else quantity.start
        return replace(quantity, start=start, unit=unit)
    quantity = replace(quantity, unit=unit)
    if behind := _name(lexicon).match(folded, quantity.end):
        return replace(quantity, end=behind.end(), unit=names[behind[1]], unit_kind="currency")
    if named := _before(lexicon).search(folded, 0, quantity.start):
        return replace(quantity, start=named.start(), unit=names[named[1]], unit_kind="currency")
    return quantity


def _ranges(amounts: Iterable[Amount], folded: str) -> Iterator[Amount]:
    """从8500到3万港元: in a report a move from one level to another, here an amount from–to."""
    last: Amount | None = None
    for amount in amounts:
        if last and amount.start < last.end:
            continue  # the last figure of 三块五
        if last and last.low is not None and amount.high is not None:
            joined = _JOINT.fullmatch(folded, last.end, amount.start)
            if joined and last.unit in ("", amount.unit) and last.low < amount.high:
                last = replace(amount, start=last.start, value=last.value, low=last.low)
                continue
        if last:
            yield last
        last = amount
    if last:
        yield last


def _small_money(folded: str) -> Iterator[Amount]:
    for found in _JIAO.finditer(folded):
        yield _exact(*found.span(), numerals.parse_amount(found[0]))


def _degrees(folded: str) -> Iterator[Amount]:
    """摄氏37度 and 45°: the scale before the number, the sign alone."""
    for found in _DEGREES.finditer(folded):
        value = numerals.parse(found[2] or found[3])
        unit = f"{found[1]}度" if found[1] else "度"
        yield _exact(*found.span(), value, unit, "measure")


def _currencies_alone(folded: str, lexicon: Lexicon) -> Iterator[Amount]:
    names = _names(lexicon)
    for found in _name(lexicon).finditer(folded):
        yield Amount(found.start(1), found.end(), None, None, None, names[found[1]], "currency")


@lru_cache(maxsize=4)
def _names(lexicon: Lexicon) -> Mapping[str, str]:
    """The written names of currencies, each with that of the dictionary."""
    names = {**_SIGNS, **{name: name for name in _OTHER}}
    for unit in lexicon.units:
        if unit.kind == "currency" and "/" not in unit.name:
            names |= dict.fromkeys((unit.name, *unit.aliases), unit.name)
    return names


@lru_cache(maxsize=4)
def _name(lexicon: Lexicon) -> re.Pattern[str]:
    words = (name for name in _names(lexicon) if not name.startswith(("元", "圆", "块")))
    longest = sorted(words, key=len, reverse=True)
    return re.compile(f" ?({'|'.join(map(re.escape, longest))})(?!区)")


@lru_cache(maxsize=4)
def _before(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(f"{_name(lexicon).pattern.removeprefix(' ?')} *$")
