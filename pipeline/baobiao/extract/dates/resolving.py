"""From pieces to dates: pieces that touch are one point in time, 至 joins two points to a span."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from baobiao.extract.dates import parts, stretches
from baobiao.extract.dates.discussion import Discussion
from baobiao.extract.dates.standing import Context, standing
from baobiao.extract.dates.stretches import Stretch
from baobiao.extract.dates.tokens import Token

_SENTENCE_END = re.compile("[。！？!?\n]")
_JOIN = re.compile(r"\s?(?:起|开始)?[,，]?\s?(?:至|到|-{1,2}|—{1,2}|~)\s?")
_LIST = re.compile(r"\s?(?:[、,，和及与以]|以及){0,2}\s?")
_SINCE = re.compile(r"\s?(?:以来|起?至今(?![年日天])|至目前)")
_FROM = re.compile(r"起(?![草步义点到始底伏飞跑止源落居航征诉家来])")
_COME = re.compile("来(?![自到访华宾源信临电往的])")
_CLOCK = re.compile(r"\s{0,2}[0-9]{1,2}[:：][0-9]{2}")
_DAYTIME = re.compile("(?:上午|下午|中午|晚上|晚间|凌晨|早上|夜间|清晨|傍晚|晚|前夕)")
_NOT_A_DAY = re.compile("内|以[内上下前后]|均|游|间|龄|行政拘留|拘留")
_COMPARED = re.compile("(?:比|较|与|同|超|高于|低于|多于|相比|相较)$")
_MEASURE = re.compile(r"的[0-9.．]+倍|不变价|可比价")  # 是2010年的2.2倍 compares, too
_LEADS = {"year", "short_year", "year_word", "bare_year"}
_PARTS = {"full_year", "front", "quarter", "bare_quarter", "half", "month", "bare_month", "edge"}


@dataclass(frozen=True, slots=True)
class Point:
    """A time that is named in one go; ``year`` is that of its last day."""

    start: int
    end: int
    stretch: Stretch
    precision: str
    rule: str
    year: int | None = None
    month: int | None = None
    settles: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What the sentence has said so far: the year it speaks of, and the point before."""

    year: int | None = None
    before: Point | None = None


class Resolver:
    """Reads the pieces of one text against the year that it speaks about.

    With ``spans=False`` the two ends of a span stay points of their own.
    """

    def __init__(
        self, folded: str, about: Discussion, meanings: Mapping[str, str], *, spans: bool = True
    ) -> None:
        self.folded = folded
        self.about = about
        self.meanings = meanings
        self.spans = spans

    def points(self, pieces: Iterable[Token]) -> Iterator[Point]:
        """All dates of the text in order, spans joined."""
        queue = list(pieces)
        said = Said()
        held: Point | None = None
        at = 0
        while at < len(queue):
            if said.before and queue[at].start < said.before.end:
                at += 1  # 以来 has taken its first character
                continue
            if said.before and _SENTENCE_END.search(self.folded, said.before.end, queue[at].start):
                said = Said()
            point, used = self._point(queue, at, said)
            at += used
            if point is None:
                continue
            joined = self._joined(held, point)
            if joined is None and held is not None:
                yield held
            held = joined or point
            said = Said(self._said_year(point, said), held)
        if held is not None:
            yield held

    def _said_year(self, point: Point, said: Said) -> int | None:
        compared = _COMPARED.search(self.folded, max(0, point.start - 2), point.start)
        compared = compared or _MEASURE.match(self.folded, point.end)
        return point.year if point.settles and point.year and not compared else said.year

    def _joined(self, first: Point | None, second: Point) -> Point | None:
        """One span out of two points, where only 至 or a dash stands between them."""
        if first is None or not self.spans or not self._joins(first, second.start):
            return None
        start, end = first.stretch[0], second.stretch[1]
        if start is None or (end is not None and end < start):
            return None
        return replace(
            second, start=first.start, stretch=(start, end), precision="span", rule="span"
        )

    def _joins(self, first: Point | None, start: int) -> bool:
        return first is not None and bool(_JOIN.fullmatch(self.folded, first.end, start))

    # One point

    def _point(self, queue: list[Token], at: int, said: Said) -> tuple[Point | None, int]:
        """The point that begins with this piece, and how many pieces it took."""
        token = queue[at]
        following = queue[at + 1 : at + 4]
        chain = [token]
        for after in following:
            if not self._continues(chain[-1], after):
                break
            chain.append(after)
        point = self._of_chain(chain, said)
        if point is None:
            # 2023年2月29日 is no day, and so no 2月29日 of another year either.
            return None, 1 if token.kind == "short_year" else len(chain)
        return self._with_tail(point, chain[-1]), len(chain)

    def _continues(self, token: Token, after: Token) -> bool:
        gap = self.folded[token.end : after.start]
        if gap.strip() or len(gap) > 2 or (gap and after.kind == "full_year"):
            return False
        if token.kind in _LEADS:
            return after.kind in _PARTS
        if token.kind in ("quarter", "half"):
            return after.kind == "edge" and after.match[0] == "末"
        if token.kind in ("month", "bare_month"):
            return after.kind in ("day", "bare_day", "tenth") or (after.kind == "edge" and not gap)
        return token.kind == "plan" and after.kind == "edge"

    def _of_chain(self, chain: list[Token], said: Said) -> Point | None:
        token = chain[0]
        if token.kind == "edge" and not token.match[0].startswith(("年", "岁")):
            return None  # 初, 中, 底 mean nothing without the year or month before them
        if token.kind in _LEADS:
            return self._led(chain, said)
        if token.kind in _PARTS:
            return self._part(chain, self._inferred(token, said), said, led=False)
        if token.kind in ("day", "bare_day"):
            return self._lone_day(token, said)
        return self._alone(chain, said)

    def _led(self, chain: list[Token], said: Said) -> Point | None:
        """A year, alone or with a part of it."""
        lead = chain[0]
        number = self._year_of(lead, said)
        if number is None or not 1 <= number <= 9998:
            return None
        if len(chain) > 1:
            return self._part(chain[1:], number, said, led=True, start=lead.start)
        if lead.word().endswith("同期"):
            return self._same_period(lead, number, said)
        word = lead.kind == "year_word"
        # 上年 is what a year is compared with, not what the sentence is about.
        settles = not (word and lead.word().startswith(("上", "下")))
        precision, rule = ("word", f"word:{lead.word()}") if word else ("year", lead.kind)
        stretch = stretches.year(number)
        return Point(lead.start, lead.end, stretch, precision, rule, year=number, settles=settles)

    def _part(
        self, chain: list[Token], number: int | None, said: Said, *, led: bool, start: int = -1
    ) -> Point | None:
        """A part of a year: 上半年, 第一季度, 3月, 3月5日, 年底."""
        token, last = chain[0], chain[-1]
        if number is None:
            return None
        begin = token.start if start < 0 else start
        monthly = token.kind in ("month", "bare_month")
        made = parts.months(chain, number) if monthly else parts.fraction(token, number)
        if made is None:
            return None
        stretch, precision, rule = made
        if last.kind == "edge" and token.kind in ("quarter", "half"):
            stretch, precision = (stretch[1], stretch[1]), "day"
        return Point(
            begin,
            last.end,
            stretch,
            precision,
            rule,
            year=stretch[1].year if stretch[1] else number,
            month=(token.number("m2") or token.number("m")) if "month" in token.kind else None,
            settles=led,
        )

    def _lone_day(self, token: Token, said: Said) -> Point | None:
        """15日 after a month has been named: 4月15日、20日; 4月15日至20日."""
        before = said.before
        if before is None or before.month is None or before.year is None:
            return None
        if _NOT_A_DAY.match(self.folded, token.end):
            return None
        gap = self.folded[before.end : token.start]
        listed = _LIST.fullmatch(gap) or self._joins(before, token.start)
        if not listed and not gap.endswith(("，", "；", "、", ",", ";", "(")):
            return None
        made = parts.days(before.year, before.month, token)
        last = before.stretch[1]
        if (
            made is None
            or made[0][0] is None
            or (last and before.precision == "day" and made[0][0] <= last)
        ):
            return None
        return Point(token.start, token.end, made[0], made[1], made[2], before.year, before.month)

    def _alone(self, chain: list[Token], said: Said) -> Point | None:
        """A piece that is a date by itself."""
        token = chain[0]
        current = said.year or self.about.year_at(token.start)
        made = standing(token, Context(current, self.about, self.meanings))
        if made is None:
            return None
        stretch, precision = made
        if token.kind == "plan" and len(chain) > 1 and stretch[1]:
            stretch, precision = (stretch[1], stretch[1]), "day"
        # The time stamp of a page (2022-10-31 11:01) is not what the text is about.
        named = token.kind in ("iso", "iso_month")
        stamp = named and _CLOCK.match(self.folded, token.end)
        return Point(
            token.start,
            chain[-1].end,
            stretch,
            precision,
            f"word:{token.match[0]}" if token.kind == "word" else token.kind,
            year=stretch[1].year if stretch[1] else None,
            month=token.any_number("m") if named else None,
            settles=named and not stamp,
        )

    def _with_tail(self, point: Point, last: Token) -> Point:
        """以来, 至今 and 起 open the end; 上午 belongs to its day."""
        since = _SINCE.match(self.folded, point.end)
        if since is None and self.folded[point.start - 1 : point.start] in ("从", "自"):
            since = _FROM.match(self.folded, point.end)  # 从1999年起连续扩大
        if since is None and last.kind in ("year", "year_word"):
            since = _COME.match(self.folded, point.end)
        if since:
            word = "word" if point.precision == "word" else "span"
            stretch = (point.stretch[0], None)
            return replace(
                point, end=since.end(), stretch=stretch, precision=word, rule="since", settles=False
            )
        if point.precision == "day" and (daytime := _DAYTIME.match(self.folded, point.end)):
            return replace(point, end=daytime.end())
        return point

    # Years

    def _inferred(self, token: Token, said: Said) -> int | None:
        """The year of a part that has none: that of the span, the sentence, the section."""
        before = said.before
        if before and before.year and self._joins(before, token.start):
            first = token.any_number("m") if "month" in token.kind else None
            return before.year + bool(first and before.month and first < before.month)
        return said.year or self.about.year_at(token.start)

    def _year_of(self, token: Token, said: Said) -> int | None:
        if token.kind in ("year", "bare_year"):
            return token.number("y")
        if token.kind == "short_year":
            return self._short_year(token.number("y") or 0)
        about = self.about
        current = said.year or about.year_at(token.start)
        word = token.word()
        if word[0] in "今去前明来后":
            step = {"今": 0, "去": -1, "前": -2, "明": 1, "来": 1, "后": 2}[word[0]]
            return about.this_year + step
        if word.startswith("下"):
            return about.reviewed + 1
        if word.startswith("上"):
            return current - 1
        if word[0] in "次翌":
            last = said.before.year if said.before else None
            return (last or current) + 1
        return current

    def _short_year(self, two_digits: int) -> int | None:
        """24年 is 2024 where that lies within a few years of the report."""
        this = self.about.this_year
        number = this - this % 100 + two_digits
        number -= 100 if number > this + 10 else 0
        return number if this - 30 <= number <= this + 10 else None

    def _same_period(self, token: Token, number: int, said: Said) -> Point:
        """上年同期: a year before the part of a year that was just named, else the whole year."""
        stretch, before = stretches.year(number), said.before
        if before and before.precision in ("month", "quarter", "half_year", "span", "day"):
            first, last = before.stretch
            if first and last and first.year == last.year == number + 1:
                stretch = stretches.year_before(before.stretch)
        return Point(token.start, token.end, stretch, "word", f"word:{token.word()}", number)
