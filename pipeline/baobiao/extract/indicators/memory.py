"""What a sentence has named so far: what the words behind may leave unsaid."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from baobiao.extract.indicators import vocabulary

_SHARE_OF = re.compile(r"(?<=\w{2})占(?![地用比道补领有])")
# What was found wrong is no subject of the penalties behind it: 检查企业9家次，整改隐患8项，立案查处7起.
_WRONG = re.compile(r"(?:责令|督促)?(?:整改|发现|排查|消除)\w{0,6}(?:隐患|问题)")
# Nor is where cases went or what was paid: 立案12起，罚没款5万元，移送司法机关5起，行政拘留3人.
_OUTCOME = re.compile(
    r"告知|不?属于|司法拘留|移[送交]\w{0,6}(?:机关|部门|公安|法院|起诉)|罚没?(?:款|金额|没款)"
)
_WANTED = frozenset(("任务", "计划", "预算", "目标", "目标任务", "任务数", "计划数"))
EQUALS = ("折合", "相当于")
"""What only puts a number in other words: 水资源总量9亿立方米，折合径流深5毫米，比上年多2%."""
_LONGEST_LIST = 24  # characters; a longer one is no name


@dataclass(slots=True)
class Memory:
    """What a sentence has named so far.

    ``topic`` are the words before a colon, good up to ``topic_limit``; ``subject`` is the last name that stood
    alone, ``examined`` the last but for what was found wrong, ``whole`` the one whose parts are given, ``name``
    the last of all, ``counted`` the noun that the last quantity took from behind it, ``levels`` the names of the
    sentence's levels, to which 分别增长 refers, ``pairs`` those of a list that moves to other levels, ``moving``
    what 由A leads from, until B is met; ``grew`` what the last rate of growth was of, ``share`` the last share,
    ``acted`` on what the last verbs acted; ``items`` are the last names that 、 joined, with their units,
    ``counted_in`` the last name for each unit; ``joined`` says whether the next number is one of them; ``part`` is
    where in ``levels`` the part behind the last ； begins, and ``stale`` that the subject was named before it.
    """

    topic: str = ""
    topic_end: int = -1
    topic_limit: int = -1
    subject: str = ""
    examined: str = ""
    whole: str = ""
    name: str = ""
    counted: str = ""
    levels: list[str] = field(default_factory=list)
    pairs: list[str] = field(default_factory=list)
    moving: str = ""
    grew: str = ""
    share: str = ""
    acted: str = ""
    items: list[tuple[str, str]] = field(default_factory=list)
    counted_in: dict[str, str] = field(default_factory=dict)
    joined: bool = False
    part: int = 0
    stale: bool = False
    aside: tuple[str, str, list[str]] | None = None

    def begin_sentence(self) -> None:
        self.subject = self.examined = self.whole = self.counted = self.moving = ""
        self.grew = self.share = self.acted = ""
        self.levels, self.pairs, self.items = [], [], []
        self.counted_in = {}
        self.joined, self.part, self.stale = False, 0, False
        self.aside = None

    def step_aside(self, inside: bool) -> None:
        """What is named in brackets is forgotten behind them: 收入10亿元（含基金2亿元），增长5%."""
        if inside and self.aside is None:
            self.aside = (self.subject, self.name, list(self.levels))
        elif not inside and self.aside is not None:
            self.subject, self.name, self.levels = self.aside
            self.aside = None

    def among(self, gap: str) -> None:
        """Parts behind 其中 are forgotten behind ； : 收到申请9件，其中自然人申请8件；予以公开3件.

        So are parts that 、 joins, behind ， : 应诉案件28件，其中一审18件、二审10件，审结26件.
        """
        if "；" in gap:
            self.subject, self.whole = self.whole or self.subject, ""
            self.part, self.stale, self.items = len(self.levels), True, []
            self.examined = ""
        if "其中" in gap or "，涉及" in gap:
            self.whole = self.subject
        elif gap.lstrip(")").startswith("，") and self.whole and len(self.items) > 1:
            self.subject = self.examined = self.whole
            self.items = []
        self.joined = gap.startswith("、")

    def add_level(self, name: str, unit: str) -> None:
        """A level has its name; one behind 、 is an item of the list that the last one began."""
        self.levels.append(name)
        self.counted_in[unit] = name
        if unit == "%":
            return  # a rate is of the list that it stands behind
        self.items = [*self.items, (name, unit)] if self.joined else [(name, unit)]

    def counted_as(self, subject: str, unit: str) -> str:
        """What the unit counts, where the subject is counted in another: 发现问题34个，下发通知11份，整改31个."""
        other = any(name == subject and each != unit for each, name in self.counted_in.items())
        same = self.counted_in.get(unit, "")
        return same if other and same else subject

    @property
    def things(self) -> str:
        """What the list joined by 、 counts in one unit, without the verb of all: 人大建议、政协提案."""
        names, units = zip(*self.items, strict=True) if self.items else ((), ())
        if len(names) < 2 or len(set(units)) > 1:
            return ""
        verb = vocabulary.opening_verb(names[0])
        things = [name.removeprefix(verb) for name in names]
        acts = any(
            vocabulary.opening_verb(thing) or vocabulary.is_predicate(thing) for thing in things
        )
        joint = "、".join(things)
        return "" if acts or len(joint) > _LONGEST_LIST else joint

    def remember(self, name: str) -> None:
        """A name that stood alone is the subject of what follows; a rate leaves the subject as it was."""
        name = _SHARE_OF.split(name)[0]
        if name in _WANTED or name.startswith(EQUALS):
            return  # 采集738份，为全年任务700份的105%
        if name.startswith("除") and len(name) > 3:
            return  # 除1起尚在审理外，维持13起
        if name.startswith("占") and "比" not in name:
            return
        rate = name.endswith(("率", "比重", "占比", "比例"))
        if not rate or not self.subject or vocabulary.without_measure(name) != name:
            if not _WRONG.match(name):
                self.examined = name
            if not _OUTCOME.match(name):
                self.subject, self.stale = name, False
