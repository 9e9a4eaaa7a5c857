"""What one cell of a table says: its figure, with the unit and the multiplier that stand in it.

Blank, ``/`` and ``—`` say nothing; 0 is a figure. A figure in brackets or behind △ is negative, as
accountants write it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from baobiao.characters import fold
from baobiao.extract.indicators.grammar import candidates
from baobiao.lexicon import Lexicon

_MULTIPLIERS = {
    word: Decimal(10) ** power
    for word, power in (
        ("万亿", 12),
        ("百亿", 10),
        ("十亿", 9),
        ("亿", 8),
        ("千万", 7),
        ("百万", 6),
        ("十万", 5),
        ("万", 4),
        ("千", 3),
        ("百", 2),
    )
}
_NUMBER = re.compile(
    r"(?P<sign>[+\-−—△▽▼↓▲↑])?(?P<open>\()?(?P<inner>[+\-−])?"
    r"(?P<number>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"(?P<unit>[^\d()]{0,12})(?P<close>\))?(?P<tail>%|‰)?"
)
_BOUNDS = {
    **dict.fromkeys("<＜≤≦", "at_most"),
    **dict.fromkeys(">＞≥≧", "at_least"),
    "约": "about",
}
_MOVES = re.compile(
    r"(?:(?:比上年|同比|环比)?(?:(增长|增加|提高|上升|上涨)|(下降|降低|减少|回落|下跌))了?)(?=[\d约])"
)
_NOTE = re.compile(r"(?<=\d)\s*(?:[①-⑳]|\[\d{1,2}\]|\(注\d{0,2}\))$")  # of a footnote
_CODE = re.compile(r"0\d+|1[3-9]\d{9}")
_ENDINGS = re.compile(r"[及和、,，;；或]|/(?=[%‰个])")
_WHEN = re.compile(r"(?:19|20)\d\d年|[前后初末底第]|年\d|\d月\d|[月日]\d")


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit and what a figure in it is multiplied by: 万元 is 元 and 10000."""

    unit: str
    factor: Decimal = Decimal(1)
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell's figure. ``measure`` is the unit that the cell itself gives, None where it gives none;
    ``moves`` says that its own words make it a change (提高0.8个百分点).
    """

    value: Decimal
    measure: Measure | None = None
    high: Decimal | None = None
    approximation: str = ""
    moves: bool = False


class Units:
    """The units of a lexicon as headings and cells write them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._known = {
            surface: (fold(unit.name), unit.kind)
            for unit in reversed(lexicon.units)
            for surface in unit.wordings
        }
        self.counts = tuple(
            sorted(
                (s for s, (_, kind) in self._known.items() if kind == "classifier" and len(s) > 1),
                key=lambda word: (-len(word), word),
            )
        )

    def read(self, words: str) -> Measure | None:
        """The measure that the words name, whole; None where they name none.

        >>> from baobiao.lexicon import load
        >>> Units(load()).read("万元"), Units(load()).read("调整后")
        (Measure(unit='元', factor=Decimal('10000'), kind='currency'), None)
        """
        plain = re.sub(r"\s", "", fold(words))
        for multiplier in ("", *_MULTIPLIERS):
            rest = plain.removeprefix(multiplier)
            if rest in self._known and plain.startswith(multiplier):
                name, kind = self._known[rest]
                shown = name if name == "%" else rest
                return Measure(shown, _MULTIPLIERS.get(multiplier, Decimal(1)), kind)
        return None

    def said(self, words: str) -> tuple[Measure, ...]:
        """The measures of ``单位：人、%``; a word that no dictionary has is a unit as it stands."""
        whole = self.read(words)
        if whole:
            return (whole,)
        parts = (part.strip() for part in _ENDINGS.split(words))
        return tuple(self.read(part) or _unheard(part) for part in parts if part)

    def listed(self, words: str) -> tuple[Measure, ...]:
        """The measures in brackets behind a heading; none where one of the words is no unit."""
        parts = [words, *(part.strip() for part in _ENDINGS.split(words))]
        whole = self.read(parts[0])
        if whole:
            return (whole,)
        known = [self.read(part) for part in parts[1:]]
        return tuple(m for m in known if m) if known and all(known) else ()

    def counted(self, words: str) -> Measure | None:
        """What a heading counts: 制发件数 → 件, 接待人次 → 人次; None for 总数 and 系数."""
        plain = fold(words)
        if plain.endswith("数") and (found := self._known.get(plain[-2:-1])):
            return Measure(plain[-2:-1], kind=found[1]) if found[1] == "classifier" else None
        return next((Measure(w, kind="classifier") for w in self.counts if plain.endswith(w)), None)


def _unheard(words: str) -> Measure:
    """A unit that the dictionary does not have, without its multiplier."""
    plain = fold(words)
    for multiplier in ("万", "亿"):
        if plain.startswith(multiplier) and len(plain) > 1:
            return Measure(plain[1:], _MULTIPLIERS[multiplier])
    return Measure(plain)


@lru_cache(maxsize=4)
def units(lexicon: Lexicon) -> Units:
    """The units of a lexicon; built once."""
    return Units(lexicon)


def figure(text: str, lexicon: Lexicon) -> Figure | None:
    """The figure that fills a cell; None for words, blanks, signs for nothing, dates and codes.

    >>> from baobiao.lexicon import load
    >>> [str(figure(cell, load()).value) for cell in ("1,234.5", "（12.3）", "△12", "0", "3.2万")]
    ['1234.5', '-12.3', '-12', '0', '32000.0']
    >>> [figure(cell, load()) for cell in ("", "/", "—", "2024年", "0591-8765432", "无")]
    [None, None, None, None, None, None]
    """
    words = _NOTE.sub("", fold(text).strip(" *#"))
    if moves := _MOVES.match(words):
        moved = figure(words[moves.end() :], lexicon)
        down = bool(moves[2]) and moved is not None
        return moved and replace(moved, value=-moved.value if down else moved.value, moves=True)
    approximation = _BOUNDS.get(words[:1], "")
    bare = words[1:].strip() if approximation else words
    found = _NUMBER.fullmatch(bare)
    if found is None or bool(found["open"]) != bool(found["close"]):
        return _worded(words, lexicon)
    measure = units(lexicon).read((found["unit"] or "") + (found["tail"] or ""))
    factor = Decimal(1)
    if measure is None and found["unit"]:
        if found["unit"].strip() not in _MULTIPLIERS:
            return _worded(words, lexicon)
        factor = _MULTIPLIERS[found["unit"].strip()]
        measure = units(lexicon).read(found["tail"]) if found["tail"] else None
    if _is_code(found["number"], bool(found["unit"] or found["sign"])):
        return None
    if measure and measure.kind == "time" and _WHEN.search(bare):
        return None
    value = Decimal(re.sub("[,， ]", "", found["number"])) * factor
    if measure:
        value, measure = value * measure.factor, Measure(measure.unit, kind=measure.kind)
    down = (found["sign"] or "+") in "-−—△▽▼↓" or (found["inner"] or "+") in "-−"
    if down or (found["open"] and not found["inner"] and not found["sign"]):
        value = -value
    return Figure(value, measure, None, approximation)


def _is_code(number: str, dressed: bool) -> bool:
    """06, 13812345678: digits that count nothing."""
    return not dressed and bool(_CODE.fullmatch(number))


def _worded(words: str, lexicon: Lexicon) -> Figure | None:
    """A quantity in the words of prose that is the whole cell: 约30万元, 90%以上, 10—20件."""
    if not words or _WHEN.search(words):
        return None
    groups = list(islice(candidates(words, lexicon), 2))
    if len(groups) != 1 or len(groups[0]) != 1:
        return None
    quantity = groups[0][0]
    outside = (words[: quantity.start] + words[quantity.end :]).strip()
    if outside or (quantity.chinese and not quantity.unit) or quantity.unit_kind == "rank":
        return None
    measure = Measure(quantity.unit, kind=quantity.unit_kind) if quantity.unit else None
    return Figure(quantity.value, measure, quantity.value_high, quantity.approximation)
