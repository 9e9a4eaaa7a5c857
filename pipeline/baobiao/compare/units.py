"""Which units can be compared, and how a value is brought from one to another without loss."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from baobiao.characters import fold
from baobiao.lexicon import Lexicon, Unit

CLASSIFIER = "classifier"
# Amounts of work: classifiers by form, measures by nature; 人日 and 人年 are no two words for one count.
_NOT_ONE_COUNT = frozenset({"人时"})
# 翻两番 is fourfold: doublings are no multiple of 倍.
_SCALE_OF_ITS_OWN = frozenset({"番"})
# Classifiers of which the choice is the writer's. 个 stands with either, which does not make 家 a 件.
_EITHER = tuple(
    frozenset(row.split())
    for row in (
        "件 例 单 份 条 则 篇 部 本 项 个",
        "家 户",
        "家 个 所 处 座 支 项",
        "批 批次",
        "件次 宗次 起次",
        "场 次",
    )
)
_SIMPLE = (
    100  # denominators up to which a ratio of two units is taken for a fraction that was rounded
)
_ROUNDED = Fraction(2, 10**7)
_BILLIONS, _TEN_THOUSANDS = Decimal(10**8), Decimal(10**4)
_LARGE = Decimal(10**6)  # from here on a number is read more easily in 万


@dataclass(frozen=True, slots=True)
class Measure:
    """What a unit measures: two values can be compared where their ``key`` is the same.

    Classifiers count (件 and 宗 are one count of cases, 人 and 人次 are not): the value stays and so does the word.
    Of some the choice is the writer's: 规章3部 and 规章3件, 企业5家 and 企业5户 (see ``alike``).
    """

    key: str
    factor: Fraction
    classifier: bool
    money: bool = False
    physical: bool = False
    word: str = ""


class Units:
    """The units of the dictionary by any of their wordings."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._known = {word: _measure(unit) for unit in lexicon.units for word in unit.wordings}

    def measure(self, unit: str) -> Measure:
        """What a unit measures. One that the dictionary does not have can be compared with itself alone.

        >>> from baobiao.lexicon import load
        >>> units = Units(load())
        >>> [units.measure(a).key == units.measure(b).key for a, b in ("件宗", ("人", "人次"), ("亩", "公顷"))]
        [True, False, True]
        """
        word = fold(unit)
        return self._known.get(word) or Measure(f"={word}", Fraction(1), False)

    def alike(self, one: Measure, other: Measure) -> bool:
        """Whether two measures can be those of one indicator.

        >>> from baobiao.lexicon import load
        >>> units = Units(load())
        >>> [units.alike(units.measure(a), units.measure(b)) for a, b in ("部件", "家户", "户件")]
        [True, True, False]
        """
        if one.key == other.key or not (one.classifier and other.classifier):
            return one.key == other.key
        pair = {one.word, other.word}
        return any(pair <= words for words in _EITHER)

    def common(self, stated: Iterable[str]) -> str:
        """The unit in which all values of a line are exact numbers, the most used one first.

        >>> from baobiao.lexicon import load
        >>> Units(load()).common(["公顷", "公顷", "亩"])
        '亩'
        """
        counted = Counter(stated)
        ordered = sorted(counted, key=lambda unit: (-counted[unit], unit))
        if len(ordered) == 1 or self.measure(ordered[0]).classifier:
            return ordered[0]
        exact = (to for to in ordered if all(_finite(self._ratio(unit, to)) for unit in ordered))
        return next(exact, ordered[0])

    def convert(self, value: Decimal, unit: str, to: str) -> Decimal:
        """The value in another unit of the same measure; at most twelve decimals where it does not come out even.

        >>> from baobiao.lexicon import load
        >>> Units(load()).convert(Decimal("1.2"), "公顷", "亩")
        Decimal('18')
        """
        ratio = self._ratio(unit, to)
        if ratio == 1:
            return value
        exact = Fraction(value) * ratio
        if not _finite(exact):
            exact = Fraction(round(exact * 10**12), 10**12)
        return _decimal(exact)

    def _ratio(self, unit: str, to: str) -> Fraction:
        """How many of ``to`` one ``unit`` is: 15 where the dictionary's 666.6667 would give 14.99999925."""
        one, other = self.measure(unit), self.measure(to)
        if one.classifier or unit == to:
            return Fraction(1)
        for number in (ratio := one.factor / other.factor), 1 / ratio:
            simple = number.limit_denominator(_SIMPLE)
            if simple and abs(simple / number - 1) < _ROUNDED:
                return simple if number is ratio or number == ratio else 1 / simple
        return ratio


def shown_scale(values: Iterable[Decimal], unit: str, measure: Measure) -> tuple[Decimal, str]:
    """By what the values of a line are divided to be read with ease, and how the unit is then called.

    >>> shown_scale([Decimal(19850000000)], "元", Measure("人民币 元", Fraction(1), False, True))
    (Decimal('100000000'), '亿元')
    """
    largest = max((abs(value) for value in values), default=Decimal(0))
    if measure.money and largest >= _BILLIONS:
        return _BILLIONS, "亿" + unit
    if (measure.money or measure.classifier) and largest >= _LARGE:
        return _TEN_THOUSANDS, "万" + unit
    return Decimal(1), unit


def _measure(unit: Unit) -> Measure:
    if unit.name in _SCALE_OF_ITS_OWN:
        return Measure(f"={unit.name}", Fraction(1), False)
    counts = unit.kind == CLASSIFIER and unit.dimension not in _NOT_ONE_COUNT
    money = unit.kind == "currency" and unit.dimension != "单价"
    key = f"{unit.dimension} {unit.canonical}"
    physical = unit.kind == "measure"
    return Measure(key, Fraction(unit.factor), counts, money, physical, unit.canonical)


def _finite(number: Fraction) -> bool:
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def _decimal(number: Fraction) -> Decimal:
    """A fraction whose denominator is made of twos and fives, exactly."""
    places = 0
    while number.denominator != 1:
        number, places = number * 10, places + 1
    return Decimal(number.numerator).scaleb(-places)
