"""The numbers of lists as word processors and browsers write them: 一 十二 ① (a) iv 壹拾 １２.

The names of the formats are those of Office Open XML (ECMA-376 part 1, 17.18.59 ST_NumberFormat).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

_PLAIN = "〇一二三四五六七八九"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def shown(number: int, style: str) -> str:
    """A number in a format; in digits where the format is unknown or ends before it.

    >>> [shown(12, style) for style in ("chineseCounting", "decimalEnclosedCircle", "lowerRoman")]
    ['十二', '⑫', 'xii']
    >>> shown(21, "decimalEnclosedCircle"), shown(28, "lowerLetter"), shown(3, "thaiNumbers")
    ('21', 'bb', '3')
    """
    write = _FORMATS.get(style)
    return (write(number) if write and number > 0 else "") or str(number)


def chinese(number: int, digits: str = "零一二三四五六七八九", scales: str = "十百千") -> str:
    """A number below a hundred thousand in Chinese; 十 begins without 一 where it is not written
    for amounts.

    >>> [chinese(number) for number in (1, 10, 11, 20, 34, 110, 1005)]
    ['一', '十', '十一', '二十', '三十四', '一百一十', '一千零五']
    """
    if number >= 10_000:
        return str(number)
    written, gap = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if not digit:
            gap = bool(written)
            continue
        written += (digits[0] if gap else "") + digits[digit] + (scales[power - 1] if power else "")
        gap = False
    return written[1:] if scales[0] == "十" and 10 <= number < 20 else written


def letters(number: int) -> str:
    """a to z, then aa to zz, as word processors count."""
    turn, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (turn + 1) if turn < 10 else ""


def roman(number: int) -> str:
    """A number below 4000 in small Roman numerals."""
    if number >= 4000:
        return ""
    written = ""
    for value, figure in _ROMAN:
        count, number = divmod(number, value)
        written += figure * count
    return written


def _digit_by_digit(number: int, digits: str = _PLAIN) -> str:
    return "".join(digits[int(digit)] for digit in str(number))


def _to_hundred(number: int) -> str:
    """Counted up to ninety-nine, from there on digit by digit: 九十九, 一○○."""
    return chinese(number) if number < 100 else _digit_by_digit(number, "○一二三四五六七八九")


def _japanese(number: int) -> str:
    """百 and 千 without 一 before them, no zero for a gap: 百一."""
    if number >= 10_000:
        return ""
    written = ""
    for power, scale in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = number // 10**power % 10
        written += (_PLAIN[digit] if digit > 1 or (digit and not power) else "") + (
            scale if digit else ""
        )
    return written


def _ordinal(number: int) -> str:
    teen = 10 < number % 100 < 14
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _signs(first: str, count: int) -> Callable[[int], str]:
    """Signs that stand in a row in Unicode from ``first`` on."""
    return lambda number: chr(ord(first) + number - 1) if number <= count else ""


def _listed(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if number <= len(signs) else ""


def _amount(digits: str) -> Callable[[int], str]:
    return lambda number: chinese(number, digits, "拾佰仟")


_FORMATS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimalZero": lambda number: f"{number:02}",
        "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
        "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
        "decimalEnclosedCircle": _signs("①", 20),
        "decimalEnclosedCircleChinese": _signs("①", 20),
        "decimalEnclosedParen": _signs("⑴", 20),
        "decimalEnclosedFullstop": _signs("⒈", 20),
        "ideographEnclosedCircle": _signs("㊀", 10),
        "numberInDash": lambda number: f"- {number} -",
        "hex": lambda number: f"{number:X}",
        "ordinal": _ordinal,
        "upperLetter": lambda number: letters(number).upper(),
        "lowerLetter": letters,
        "upperRoman": lambda number: roman(number).upper(),
        "lowerRoman": roman,
        "chineseCounting": _to_hundred,
        "taiwaneseCounting": _to_hundred,
        "chineseCountingThousand": chinese,
        "taiwaneseCountingThousand": chinese,
        "japaneseCounting": _japanese,
        "ideographDigital": _digit_by_digit,
        "japaneseDigitalTenThousand": _digit_by_digit,
        "taiwaneseDigital": lambda number: _digit_by_digit(number, "○一二三四五六七八九"),
        "chineseLegalSimplified": _amount("零壹贰叁肆伍陆柒捌玖"),
        "ideographLegalTraditional": _amount("零壹貳參肆伍陸柒捌玖"),
        "ideographTraditional": _listed(_STEMS),
        "ideographZodiac": _listed(_BRANCHES),
        "ideographZodiacTraditional": lambda number: (
            _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number <= 60 else ""
        ),
        "none": lambda number: "",
    }
)
