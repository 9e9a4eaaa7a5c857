"""The words around a quantity: up to which mark they reach, and what in them is no name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from baobiao.extract.indicators.clauses import Marks, Sentence
from baobiao.extract.indicators.grammar import Quantity
from baobiao.extract.indicators.trimming import plain
from baobiao.model import Draft

HARD = "，；：。()！？!?;:\n,"
SOFT = HARD + "、"
_LONGEST_REACH = 24
_LEADS_TO_DATE = re.compile(
    r"(?:(?<![存现所内潜外])在|(?<![位属对关由基处高低好快慢多少大小等])于|截至|截止到?|(?<![报送甚以及直乃增升降减])至)$"
)
_OF_ACCOUNTS = ("本年", "上年")
_ACCOUNT = re.compile(
    r"(?:财政|事业|经营|预算)?(?:拨款)?(?:收入|支出)(?:合计|总计)?|结转(?:和?结余|资金|收入|(?=\d[\d.,]*[万亿]?元))|结余"
)
_BASIS = re.compile(r"\w{0,20}基础上")
_CLOSES_DATE = re.compile(
    r"之?间|期(?![间限望货末])|之?前(?![沿端期置列提景海往一二三四五六七八九十\d])"
)
# 人均收入，扣除价格因素，增长4%: what is said in passing parts no clause from the one before.
_ASIDE = re.compile(r"(?:考虑|扣除|剔除)\w{1,8}因素(?:后|影响)?|按可比价格?计算|初步核算")
# What stands before a body that acts, or between two that act together: 县督查室会同县司法局组织督察.
_JOINS = re.compile(
    r"(?:[\s、和及与同对将由从在经向,，]|会同|联合|协同|携手|联手|委托|协调|推动|督促|指导)*"
)
# 县局甲、县局乙等单位开展抽查: those that are not named act, too.
_AND_OTHERS = re.compile(
    r"等(?:\d+[个家])?(?:多个|多家|相关|有关|主流|市直|县直|区直)?(?:单位|部门|媒体|机构|企业|银行|院校|高校|学校|平台)(?=[\u4e00-\u9fff]{2})"
)
_PLACES = re.compile(r"(?:[\u4e00-\u9fff]{2,4}[县区市镇乡旗州][、和及])+")
_RANKED = re.compile(r"、(?:位列|位居|居|稳居|跃居|排名|排|列|创|占|同比|增长|下降)")


class Surroundings:
    """Reads a report's text around its quantities."""

    def __init__(self, draft: Draft, bounds: Marks) -> None:
        self.text = draft.folded
        self.bounds = bounds
        holes = [
            (d.start, d.end - len(own) if (own := self._of_account(d.start, d.end)) else d.end)
            for d in draft.dates
        ]
        holes += [(s.start, s.start + len(s.marker)) for s in draft.sections if s.marker]
        self._holes = sorted(holes)
        self._hole_starts = [start for start, _ in self._holes]
        self._full_width = self.text.count("，") >= self.text.count(",")
        self._organisations = {o.start: o.end for o in draft.organisations}

    def _of_account(self, start: int, end: int) -> str:
        """The end of a date that is part of the name of an account: 本年收入, 上年结转."""
        own = self.text[end - 2 : end]
        return own if own in _OF_ACCOUNTS and _ACCOUNT.match(self.text, end) else ""

    def words(self, start: int, end: int) -> str:
        """The words between two offsets without dates, heading markers and white space."""
        pieces: list[str] = []
        position = start
        index = max(0, bisect_right(self._hole_starts, start) - 2)
        while index < len(self._holes) and self._holes[index][0] < end:
            low, high = self._holes[index]
            if high > position:
                piece = self.text[position : max(low, position)]
                built = _BASIS.match(self.text, high)
                pieces.append(piece if built else _LEADS_TO_DATE.sub("", piece))
                closes = _CLOSES_DATE.match(self.text, high)
                position = closes.end() if closes else high
            index += 1
        pieces.append(self.text[position:end] if position < end else "")
        return plain("".join(pieces))

    def left_edge(self, sentence: Sentence, quantity: Quantity, previous: Quantity | None) -> int:
        """Where the words before a quantity begin: behind the last mark, or behind the quantity before."""
        edge = max(sentence.start, self.bounds.before(quantity.start, HARD))
        stray = self._full_width and self.text[edge - 1] == ","
        if edge == quantity.start and stray and edge - 1 > sentence.start:
            edge = max(
                sentence.start, self.bounds.before(edge - 1, HARD)
            )  # 项目变,4368: a stray comma
        if previous is not None and previous.end > edge:
            edge = previous.end
            item = self.bounds.after(edge, "、")
            if item < quantity.start:
                edge = item + 1
        return edge

    def right_edge(self, quantity: Quantity, following: Quantity | None, limit: int) -> int:
        """Where the words behind a quantity end: at the next mark or quantity.

        A 、 ends them only where another quantity follows in the clause: 走进10余所中小学、幼儿园及社区 goes on.
        """
        hard = min(limit, self.bounds.after(quantity.end, HARD))
        if following is not None and following.start < hard:
            return min(following.start, self.bounds.after(quantity.end, SOFT))
        soft = min(hard, self.bounds.after(quantity.end, SOFT))
        if _RANKED.match(self.text, soft):  # 获得48枚金牌、位列第3
            return soft
        return hard if hard - soft <= _LONGEST_REACH else soft

    def clause_start(self, sentence: Sentence, offset: int) -> int:
        return max(sentence.start, self.bounds.before(offset, HARD))

    def past_actor(self, start: int, end: int) -> int:
        """Behind an organisation that opens the clause and acts in it: 交警大队发布动态 begins at 发布."""
        while start < end:
            named = start in self._organisations  # 经侦大队, whose 经 is no preposition
            skipped = None if named else _JOINS.match(self.text, start, end)
            place = skipped.end() if skipped else start
            hole = bisect_left(self._hole_starts, place)
            led = self.text[start:place].endswith(("由", "从", "对", "将"))
            if led and hole < len(self._holes) and self._holes[hole][0] == place:
                break  # 由2020年的3亿元, 对2020年以前的: words of the clause, no actor
            if (
                hole < len(self._holes)
                and self._holes[hole][0] == place < self._holes[hole][1] <= end
            ):
                start = self._holes[hole][1]
                closes = _CLOSES_DATE.match(self.text, start, end)
                start = closes.end() if closes else start
                continue
            listed = _PLACES.match(self.text, place, end)
            if listed and listed.end() in self._organisations:
                place = listed.end()  # 会同新华区、卫东区城市管理局
            last = self._organisations.get(place)
            for_whom = self.text[last or 0 : end] in ("为", "对", "向", "给", "从")
            if last is None or (last > end - 2 and not for_whom) or self.text[last] == "的":
                break
            start = last
            others = _AND_OTHERS.match(self.text, start, end)
            start = others.end() if others else start
        return start

    def clause_before(self, sentence: Sentence, quantity: Quantity) -> str:
        """The clause before the quantity's own, where it ends in ， and holds no quantity."""
        here = self.bounds.before(quantity.start, HARD)
        if here <= sentence.start or self.text[here - 1] not in "，,":
            return ""
        start = self.clause_start(sentence, here - 1)
        if _ASIDE.fullmatch(self.text, start, here - 1) and start > sentence.start:
            here, start = start, self.clause_start(sentence, start - 1)
        if any(start <= q.start < here for q in sentence.quantities):
            return ""
        return self.words(self.past_actor(start, here - 1), here - 1)

    def names_body(self, start: int, end: int) -> bool:
        """Whether an organisation is named between two offsets."""
        return any(place in self._organisations for place in range(start, end))

    def acts_before(self, sentence: Sentence, quantity: Quantity) -> bool:
        """Whether the clause before, which holds no quantity, opens with an organisation."""
        here = self.bounds.before(quantity.start, HARD)
        start = self.clause_start(sentence, here - 1)
        return bool(self.clause_before(sentence, quantity)) and start in self._organisations

    def sentence_before(self, sentence: Sentence, quantity: Quantity) -> str:
        """The last clause of the sentence before, for a quantity in the first clause of its own."""
        here = self.bounds.before(quantity.start, HARD)
        first = here <= sentence.start and quantity is sentence.quantities[0]
        if not first or here < 2 or self.text[here - 1] != "。":
            return ""
        return self.words(self.bounds.before(here - 1, HARD), here - 1)

    def in_brackets(self, sentence: Sentence, quantity: Quantity) -> bool:
        """Whether the quantity stands in brackets that open in its sentence."""
        opened = self.bounds.before(quantity.start, "(")
        return opened > max(sentence.start, self.bounds.before(quantity.start, ")"))

    def noted(self, sentence: Sentence, quantity: Quantity) -> str:
        """The words of the clause before brackets that hold the quantity, where no quantity stands among them."""
        opened = self.bounds.before(quantity.start, "(")
        if not self.in_brackets(sentence, quantity):
            return ""
        start = self.clause_start(sentence, opened - 1)
        if any(start <= q.start < opened for q in sentence.quantities):
            return ""
        return self.words(start, opened - 1)

    def in_list(self, quantity: Quantity) -> bool:
        """Whether the quantity's words are an item behind a 、."""
        return self.text[max(0, self.bounds.before(quantity.start, SOFT) - 1)] == "、"
