"""Dates in bare figures and years that are said short: 20240307, 2/15, 九七年, 三六七年, 18世纪."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from baobiao.extract.dates import stretches
from baobiao.extract.dates.stretches import Stretch
from baobiao.numerals import parse
from baobiao.short_texts.steps import Rule

_HAN = "一二三四五六七八九"
_MONTH = "1[0-2]|0?[1-9]"
_DAY = "3[01]|[12][0-9]|0?[1-9]"
_HAN_MONTH = f"十[一二]?|[{_HAN}]"
_HAN_DAY = f"三十一?|二?十[{_HAN}]?|[{_HAN}]"
_FEW = "[0-9一二两三四五六七八九十]{1,2}个?"
_PART = (
    f"(?:(?:{_MONTH}|十[一二]?|[{_HAN}])月|[初底末春夏秋冬]|第?[一二三四1-4]季度|[上下]半年"
    f"|元旦|国庆|[前后]{_FEW}(?:月|季度))"
)
# 九七年 is a year of two digits; neighbours are not, unless a part of a year follows: 三四年 is a length.
_NEIGHBOURS = "一二|二三|三四|三五|四五|五六|六七|七八|八九"
_NEXT = "一二|二三|三四|四五|五六|六七|七八|八九"
_SPOKEN = (
    f"(?<![零{_HAN}十百千万0-9oO])(?:(?!{_NEIGHBOURS})|(?=..年{_PART}))"
    f"([零{_HAN}]{{2}})(?=年(?![级龄来]))"
)
# 79年 in figures is one where a part of a year follows, or where it is all that a clause says.
_TWO_FIGURES = (
    f"(?<![0-9.第近])([0-9]{{2}})(?=年{_PART})"
    r"|(?<![^，。；、(\s])([5-9][0-9])(?=年(?:$|[，。；、)\s]))"
)
_SECOND = (
    r"(?<=[12][0-9]{3}[到至\-—~])([0-9]{2})(?=年)|(?<=[12][0-9]{3}年[到至\-—~])([0-9]{2})(?=年)"
)
_BESIDE = {"大前年": -3, "前一年": -1, "后一年": 1, "大后年": 3}
_TO = "[到至—~-]"
_FOUR = "(?:19|20)[0-9]{2}"
_SEASON_ENDS = r"(?=$|[，。；、,;)\s今明以到至—~-])"


def _near(found: re.Match[str], anchor: date) -> str:
    """97 is 1997 and 15 is 2015, told in 2021: never more than ten years ahead."""
    year = anchor.year - anchor.year % 100 + int(parse(found[found.lastindex or 0]))
    return str(year - 100 if year > anchor.year + 10 else year)


def _same_century(found: re.Match[str], anchor: date) -> str:
    before = found.string[: found.start()].rstrip("年到至-—~")
    return before[-4:-2] + found[0]


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], str]], ...] = (
    (re.compile(_SECOND), _same_century),
    (re.compile(_SPOKEN), _near),
    (re.compile(_TWO_FIGURES), _near),
    # 1985到89年: the first end is a year as well.
    (re.compile(r"(?<=[12])[0-9]{3}(?=[到至\-—~][0-9]{2}年)"), lambda found, _: f"{found[0]}年"),
    (
        re.compile("(?<![0-9年最])(?:大前|前一|后一|大后)年"),
        lambda found, anchor: f"{anchor.year + _BESIDE[found[0]]}年",
    ),
    # 2018.03-2019, 2018年3月—2019: the end is a year, or the month of one: 2018年-2019.05.
    (
        re.compile(rf"(?<=[0-9年月日号]{_TO})({_FOUR})(?=$|[，。；、)])"),
        lambda found, _: f"{found[0]}年",
    ),
    (
        re.compile(rf"(?<![0-9.])({_FOUR})\.(1[0-2]|0?[1-9])(?={_TO}+(?:{_FOUR}|今))"),
        lambda found, _: f"{found[1]}年{found[2]}月",
    ),
    (
        re.compile(rf"(?<=[0-9年月]{_TO})({_FOUR})\.(1[0-2]|0?[1-9])(?![0-9.])"),
        lambda found, _: f"{found[1]}年{found[2]}月",
    ),
    (
        re.compile(rf"(?<![0-9.])({_FOUR})\.(1[0-2]|0[1-9])({_TO})(1[0-2]|0[1-9])(?![0-9.年月日])"),
        lambda found, _: f"{found[1]}年{found[2]}月{found[3]}{found[4]}月",
    ),
    # 三四季度 and 七八月份 are two that follow each other.
    (
        re.compile(f"(?<![{_HAN}十百千0-9个])({_NEXT})(?=季度|月(?![{_HAN}十]))"),
        lambda found, _: f"{found[0][0]}至{found[0][1]}",
    ),
    (re.compile(f"(?<![0-9.])({_FOUR})(?=至今)"), lambda found, _: f"{found[0]}年"),
    (re.compile("(?<=[本上下当])季(?=[末底初])"), lambda found, _: "季度"),
    (re.compile("月份(?=[上中下]+旬|[初中底末])"), lambda found, _: "月"),
    (
        re.compile("(?<![近个多])(?:前|(?<=年)后)半年(?![来多])"),
        lambda found, _: f"{'上' if found[0][0] == '前' else '下'}半年",
    ),
    (
        re.compile("[本这]个?世纪(?=[0-9二三四五六七八九]+[0十]年代)"),
        lambda found, anchor: f"{anchor.year // 100 + 1}世纪",
    ),
    (
        re.compile(f"([今去明])([春夏秋冬]){_SEASON_ENDS}"),
        lambda found, _: f"{found[1]}年{found[2]}季",
    ),
    (re.compile(f"(?<=年)([春夏秋冬]){_SEASON_ENDS}"), lambda found, _: f"{found[1]}季"),
    (
        re.compile("(?<![0-9A-Za-z])[Qq]([1-4])(?:季度)?(?![0-9A-Za-z])"),
        lambda found, _: f"第{found[1]}季度",
    ),
    (re.compile(f"头(?={_FEW}(?:月|季度|年|天))"), lambda found, _: "前"),
    (re.compile(f"年的(?={_PART}|年?[初中底末])"), lambda found, _: "年"),
    (re.compile(f"月的(?=(?:{_DAY})[日号]|[上中下]旬|月?[初中底末])"), lambda found, _: "月"),
    (
        re.compile(f"(?<![0-9{_HAN}零十百千万亿多余几美欧日港])元月(?![均租薪供])"),
        lambda found, _: "1月",
    ),
    (re.compile("年[终尾](?![奖总考决述])"), lambda found, _: "年底"),
    (
        re.compile(f"(?<![{_HAN}1-4个本上下这前])季度?([初末])"),
        lambda found, _: f"本季度{found[1]}",
    ),
    (re.compile(f"(?<![0-9{_HAN}十个半本上下这同当次])月内"), lambda found, _: "本月内"),
)


def spelled_out(folded: str, anchor: date) -> tuple[str, tuple[int, ...]]:
    """The text in the forms that the rules read, and where each of its characters was before.

    Short years have four digits, Q3 is 第3季度, 元月 is 1月, 今年的3月 is 今年3月.

    >>> spelled_out("九七年到1985至89年9月", date(2021, 6, 14))[0]
    '1997年到1985年至1989年9月'
    """
    pieces = [
        (*found.span(), write(found, anchor))
        for form, write in _FORMS
        for found in form.finditer(folded)
    ]
    text, places, at = "", list[int](), 0
    for first, last, written in sorted(pieces):
        if first >= at:
            text += folded[at:first] + written
            places += [*range(at, first), first, *[last - 1] * (len(written) - 1)]
            at = last
    return text + folded[at:], (*places, *range(at, len(folded)))


def _century(anchor: date, found: re.Match[str]) -> Stretch:
    """18世纪; 上世纪 and 本世纪 are those of the anchor."""
    this = anchor.year - anchor.year % 100
    first = 100 * int(parse(found[1])) - 100 if found[1] else this - 100 * (found[2] == "上")
    return stretches.years(max(first, 1), first + 99)


def _month(anchor: date, found: re.Match[str]) -> Stretch:
    return stretches.month(int(found[1]), int(found[2]))


def _month_day(anchor: date, found: re.Match[str]) -> Stretch | None:
    return stretches.day(anchor.year, int(found[1]), int(found[2]))


def _day(anchor: date, found: re.Match[str]) -> Stretch | None:
    return stretches.day(int(found[1]), int(found[2]), int(found[3]))


def _old_year(anchor: date, found: re.Match[str]) -> Stretch | None:
    """789年 after 在 or 公元, 三六七年一月一日: a year of three digits."""
    year = int(parse(found["y"]))
    if found["d"]:
        return stretches.day(year, int(parse(found["m"])), int(parse(found["d"])))
    return stretches.month(year, int(parse(found["m"]))) if found["m"] else stretches.year(year)


def _bare_year(anchor: date, found: re.Match[str]) -> Stretch:
    return stretches.year(int(found[1]))


RULES: tuple[Rule, ...] = (
    (
        re.compile(
            f"(?<![0-9零{_HAN}十])(?:([0-9]{{1,2}}|二?十[{_HAN}]?)|(上|本|这)个?)世纪"
            f"(?![0-9二三四五六七八九]+[0十]年代)"
        ),
        _century,
    ),
    (re.compile("(?<![0-9./])((?:19|20)[0-9]{2})/(1[0-2]|0[1-9])(?![0-9./])"), _month),
    # Six figures or 2018.10 are a month, 09-12 a day only where they are all that is said.
    (re.compile(r"^((?:19|20)[0-9]{2})\.?(1[0-2]|0[1-9])$"), _month),
    (re.compile("(?<![0-9])((?:19|20)[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])(?![0-9])"), _day),
    (re.compile("(?<![0-9 ])((?:19|20)[0-9]{2}) (0[1-9]|1[0-2]) ([0-3][0-9])(?! ?[0-9])"), _day),
    (re.compile(f"(?<![0-9./])({_MONTH})/({_DAY})(?![0-9./])"), _month_day),
    (re.compile("^(0[1-9]|1[0-2])-([0-3][0-9])$"), _month_day),
    (
        re.compile(
            f"(?:公元|(?<=在))(?P<y>[1-9][0-9]{{2}}|[{_HAN}][零{_HAN}]{{2}})年(?![多来内间])"
            f"(?:(?P<m>{_MONTH}|{_HAN_MONTH})月(?:(?P<d>{_DAY}|{_HAN_DAY})[日号])?)?"
        ),
        _old_year,
    ),
    (
        re.compile(
            f"(?<![0-9零{_HAN}两十百千万])(?P<y>[1-9][0-9]{{2}}|[{_HAN}][零{_HAN}]{{2}})年"
            f"(?P<m>{_MONTH}|{_HAN_MONTH})月(?:(?P<d>{_DAY}|{_HAN_DAY})[日号])?"
        ),
        _old_year,
    ),
    # A number that could be a year is one where nothing counted stands behind it.
    (
        re.compile(
            r"(?<![0-9A-Za-z.,，:/\-年月第到至~—])(1[5-9][0-9]{2}|20[0-9]{2}|2100)(?=[看是的在和与,，。；、)]|$)"
        ),
        _bare_year,
    ),
)
