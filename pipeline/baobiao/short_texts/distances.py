"""So far from the day that a text is told from: 三年前, 5个工作日之后, 三个月内, 3年多以来, 近30天.

A distance has the grain of its unit: 七年前 is a year, 两个月后 a month, 7天前 a day; 一年半前 is a
month. 以前 and 之前 mean all that lies before, 以后 and 之后 all from there on.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from math import floor

from baobiao import numerals
from baobiao.extract.dates import stretches
from baobiao.extract.dates.stretches import Stretch
from baobiao.numerals import parse, parse_range
from baobiao.short_texts.steps import Rule, moved

_DIGIT = "[一二两三四五六七八九]"
COUNT = f"(?:[0-9]{{1,3}}|(?:{_DIGIT}百)?(?:零?{_DIGIT}?十{_DIGIT}?|零?{_DIGIT}(?!{_DIGIT}))|{_DIGIT}百)"
"""A count of years, months or days, never the digits of a year: 12, 十二, 一百零五."""

_COUNTS = f"(?:{COUNT}[到至~—-]{COUNT}|{numerals.PAIR}|{COUNT})"
_ALONE = "(?<![0-9零一二三四五六七八九十百千两几过近第上下])"
# 两月前 lies two months back, but 五月前 is before May, and 5日 a length only in 5日内.
_UNIT = (
    "个?工作日|个?交易日|天|日(?=[以之]?内)|(?:个?小时|分钟)(?=[以之]?内)"
    "|个月|(?<=[半两多余几来])月|个季度|周|个?星期|个?礼拜|年"
)
_WAY = "(?:以前|之前|前(?![后0-9])|以后|之后|后|以内|之内|内|以来|来)"
_DAYS_A_MONTH = Decimal("30.417")


def _far(anchor: date, amount: Decimal, unit: str) -> Stretch | None:
    """The year, month, week or day that lies so far away; back where the amount is negative."""
    months = amount * {"年": 12, "季度": 3, "月": 1}.get(unit, 0)
    if not -12 * anchor.year < months - 12 < 12 * (9998 - anchor.year):
        return None
    if unit == "年" and amount == int(amount):
        return stretches.year(anchor.year + int(amount))
    if months and months == int(months):
        return stretches.month(*moved(anchor, int(months)))
    if unit == "周":
        monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * int(amount))
        return monday, monday + timedelta(6)
    if unit == "工作日":
        day = _workdays(anchor, int(amount))
    else:
        days = amount if unit == "天" else months * _DAYS_A_MONTH
        day = anchor + timedelta(floor(days))
    return day, day


def _workdays(anchor: date, count: int) -> date:
    """Mondays to Fridays, without the holidays of a year: they are decreed year by year."""
    day, step = anchor, 1 if count > 0 else -1
    for _ in range(abs(count)):
        day += timedelta(step)
        while day.weekday() > 4:
            day += timedelta(step)
    return day


def _unit(word: str) -> str:
    bare = word.removeprefix("个")
    return {"星期": "周", "礼拜": "周", "交易日": "工作日", "日": "天"}.get(bare, bare)


def _amounts(count: str) -> tuple[Decimal, Decimal]:
    """The two ends of 三四, 三五 and 3到5, twice the same for a number; 半 is a half."""
    try:
        return parse_range(count)
    except ValueError:
        ends = re.split("[到至~—-]", count)
        low, high = (Decimal("0.5") if end == "半" else parse(end) for end in (ends[0], ends[-1]))
        return low, high


def _away(anchor: date, found: re.Match[str]) -> Stretch | None:
    way, unit = found["way"], _unit(found["unit"])
    low, high = _amounts(found["n"])
    if "半" in (found["half"] or found["more"] or ""):
        low, high = low + Decimal("0.5"), high + Decimal("0.5")
    if found["years"]:
        low, high = (12 * parse(found["years"]) + end for end in (low, high))  # 一年零三个月前
    days = {"周": Decimal(7), "小时": Decimal(1) / 24, "分钟": Decimal(1) / 1440}.get(unit)
    if way.endswith("内") and days:
        low, high, unit = low * days, high * days, "天"
    back = way.endswith(("前", "来"))
    near, far = (_far(anchor, -end if back else end, unit) for end in (low, high))
    if near is None or far is None:
        return None
    first, last = (far[0], near[1]) if back else (near[0], far[1])
    if way in ("前", "后"):
        return first, last
    if way.endswith("前"):
        return None, last
    return (anchor, last) if way.endswith("内") else (first, None)


def _many_years(anchor: date, found: re.Match[str]) -> Stretch | None:
    """二十几年前 lies 20 to 30 years back, 十多年后 10 to 20 years ahead, 几十年前 20 to 100."""
    if found["n"][0] in "几数":
        scale = int(parse(f"一{found['n'][1:]}"))
        near, far = 2 * scale, 10 * scale
    else:
        near = int(parse(found["n"]))
        far = near + 10 ** (len(str(near)) - len(str(near).rstrip("0")))
    ends = (near, far) if "后" in found["way"] else (-far, -near)
    first, last = (anchor.year + end for end in ends)
    if not 0 < first < last <= 9999:
        return None
    begin, end = stretches.years(first, last)
    whole = found["way"] in ("前", "后")
    return (begin, end) if whole else (None, end) if "前" in found["way"] else (begin, None)


def _beside(anchor: date, found: re.Match[str]) -> Stretch | None:
    """近30天, 近三年, 近半年, 未来2个月, 后三天: from the anchor so far back, or on; 后 begins the day after."""
    word, unit = found[1], found[3].removeprefix("个")
    _, amount = _amounts(found[2])
    amount *= -1 if word[-1] in "近上前" or word.startswith("过去") else 1
    months = amount * {"年": 12, "月": 1}.get(unit, 0)
    if months and months == int(months):
        year, month = moved(anchor, int(months))
        if not 0 < year <= 9999:
            return None
        end = date(year, month, min(anchor.day, monthrange(year, month)[1]))
        if anchor.day == 1 and amount > 0:
            end -= timedelta(1)  # two months from the first of July are July and August
    else:
        days = months * _DAYS_A_MONTH or amount * (7 if unit == "周" else 1)
        end = anchor + timedelta(floor(days))
    later = word[-1] in "后下" and word != "今后"
    return (end, anchor) if amount < 0 else (anchor + timedelta(later), end)


def _in_turn(anchor: date, found: re.Match[str]) -> Stretch | None:
    """第三天 and 第七年, where the anchor is the first."""
    return _far(anchor, parse(found[1]) - 1, _unit(found[2]))


RULES: tuple[Rule, ...] = (
    (
        re.compile(
            f"{_ALONE}(?:(?P<years>{COUNT})年[零又]?(?={COUNT}个月)|(?!零))(?P<n>{_COUNTS}|半)"
            f"(?P<more>个半|个多|半|[多余几来](?!年))?(?P<unit>{_UNIT})(?P<half>半|多)?(?P<way>{_WAY})"
            "(?![0-9一二三四五六七八九十两]{1,3}个?(?:月|季度|天))"
        ),
        _away,
    ),
    (
        re.compile(f"{_ALONE}(?P<n>{COUNT}|[0-9]{{4}})[几多余来]年(?P<way>[之以]?[前后])(?!后)"),
        _many_years,
    ),
    (re.compile("(?P<n>[几数][十百千])年(?P<way>[之以]?[前后])(?!后)"), _many_years),
    (
        re.compile(
            "(?<![以将接临往最])(最近|近|过去的?|未来的?|今后|接下来的?|往后|[此之][前后]|(?:后|下|上)(?!一年|半)"
            f"|(?<![0-9年月季度提])(?<!公元)前(?={_COUNTS}[天年周]))({_COUNTS}|半)(天|个?月|年|周)"
            "(?:以?来|期间|[间里]|[之以]?内(?![部容]))?(?![来半初中底末份])"
        ),
        _beside,
    ),
    (re.compile(f"第({COUNT})(天|年|个月)(?![度级龄性])"), _in_turn),
)
