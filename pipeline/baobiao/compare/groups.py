"""Rows under one name: what the dictionary calls one indicator, and what reports call by the same words.

The dictionary gives one name to what is mostly the same. Where a report itself tells two apart that the dictionary
does not (财政总收入 29亿元, 地方财政总收入 16亿元), or where one is what was added and the other what there is
(新建农村公路, 农村公路里程), the word that tells them apart stays with the name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from baobiao.compare.bodies import Body
from baobiao.compare.decisions import Decision, Decisions
from baobiao.compare.names import Wording, own_names, wording
from baobiao.compare.observations import Observation
from baobiao.compare.units import Measure, Units
from baobiao.compare.vocabulary import ANOTHER, SCOPES
from baobiao.lexicon import CanonicalIndicator, Lexicon

_OWN_LEVEL = re.compile(r"^[省市区县州旗]?本级")
SPLIT = "拆开"
# Kind and basis: a level is no change, a change on the year none on the month.
Scale = tuple[str, str]
When = tuple[str, int | None, str, str]


@dataclass(slots=True)
class Group:
    """Rows that share a name. ``canonical`` is that of the dictionary or of a person's decision."""

    key: tuple[str, ...]
    scale: Scale
    measure: Measure
    canonical: str
    wording: Wording
    rows: list[int] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    said: dict[When, set[Decimal]] = field(default_factory=lambda: defaultdict(set))
    decided: dict[int, Decision] = field(default_factory=dict)

    @property
    def split(self) -> bool:
        """Whether a person has taken it off all other lines."""
        return self.key[2] == SPLIT

    @property
    def bare(self) -> bool:
        """Whether its name says too little to be compared beyond its section."""
        return not self.canonical and _says_too_little(self.wording, self.measure)

    @property
    def title(self) -> str:
        """The name by which most rows go; of equals the shorter."""
        return self.canonical or min(self.names, key=lambda n: (-self.names[n], len(n), n))


def gather(
    observations: list[Observation],
    bodies: Mapping[str, Body],
    lexicon: Lexicon,
    units: Units,
    decisions: Decisions,
) -> list[Group]:
    """All rows in groups, in the order of their first rows."""
    dictionary = _dictionary(lexicon)
    scopes = _told_apart(observations, bodies)
    groups: dict[tuple[str, ...], Group] = {}
    wordings: dict[tuple[str, str, str], Wording] = {}
    for number, row in enumerate(observations):
        said, body = row.said, bodies[row.report.document_id]
        scale = (said.kind, said.basis if said.kind == "change" else "")
        measure = units.measure(said.unit)
        name = said.name or said.indicator or said.text
        spoken = (name, said.unit, body.name)
        if (words := wordings.get(spoken)) is None:
            words = wordings[spoken] = wording(name, said.unit, own_names(body.region))
        decision = decisions.about(name, said.unit, body.name)
        canonical, told, actor = "", "", _other_actor(said.actor, body)
        if decision is not None and decision.action == "join":
            canonical = decision.to
            words = wording(canonical, said.unit)
        elif decision is not None:
            canonical, told = decision.to or name, SPLIT
        elif not said.indicator and (joined := decisions.target(name)):
            canonical = joined
        elif found := said.indicator or dictionary.find(words, measure):
            marks = _marked(dictionary.words(found), words, body, (body.name, found) in scopes)
            told = "、".join([*marks, *filter(None, [actor])])
            canonical = found + (f"（{told}）" if told else "")
        key = _key(canonical, told or actor, words, row, body, scale, measure)
        group = groups.get(key)
        if group is None:
            group = groups[key] = Group(key, scale, measure, canonical, words)
        if decision is not None:
            group.decided[number] = decision
        group.rows.append(number)
        group.names[name] += 1
        group.said[row.report.document_id, *row.when].add(said.value)
    return list(groups.values())


def _key(
    canonical: str,
    apart: str,
    words: Wording,
    row: Observation,
    body: Body,
    scale: Scale,
    measure: Measure,
) -> tuple[str, ...]:
    if canonical:
        return ("canonical", canonical, apart, *scale, measure.key)
    bare = (row.section, body.name) if _says_too_little(words, measure) else ()
    return ("name", words.core, apart, *scale, measure.key, *bare)


def _says_too_little(words: Wording, measure: Measure) -> bool:
    """Whether a name is read only in its section: 办结率, 利润. Two characters do for what is measured: 原煤."""
    return words.bare or (len(words.core) <= 2 and not measure.physical)


def _other_actor(actor: str, body: Body) -> str:
    """Who did it, where that is not the body that reports: a brigade's cases are not those of the bureau."""
    return "" if actor.endswith(body.name) or actor in body.names else actor


class _Dictionary:
    """The wordings of the dictionary's indicators, read as names are."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._units = units = Units(lexicon)
        self._rows: dict[str, list[tuple[CanonicalIndicator, Measure | None]]] = defaultdict(list)
        self._words: dict[str, Wording] = {}
        for row in lexicon.indicators:
            measure = units.measure(row.unit) if row.unit else None
            self._words[row.name] = wording(row.name, row.unit)
            for core in dict.fromkeys(wording(word, row.unit).core for word in row.wordings):
                self._rows[core].append((row, measure))

    def find(self, words: Wording, measure: Measure) -> str:
        """The one indicator that goes by these words and has this measure; "" where none or several do."""
        if words.bare:
            return ""
        fitting = {
            row.name
            for core in (words.core, _OWN_LEVEL.sub("", words.core))
            for row, own in self._rows.get(core, ())
            if own is not None
            and self._units.alike(own, measure)
            and not any(word and word in words.core for word in row.exclusions)
        }
        return fitting.pop() if len(fitting) == 1 else ""

    def words(self, canonical: str) -> Wording | None:
        """The name of an indicator, read as names are."""
        return self._words.get(canonical)


@lru_cache(maxsize=4)
def _dictionary(lexicon: Lexicon) -> _Dictionary:
    return _Dictionary(lexicon)


def _marked(canonical: Wording | None, words: Wording, body: Body, told_apart: bool) -> list[str]:
    """The words of a name that set it apart from the indicator that the dictionary takes it for."""
    if canonical is None or canonical.core == words.core:
        return []
    marks = ANOTHER & words.apart - canonical.apart
    if body.national or told_apart:
        marks |= (SCOPES & words.apart) - canonical.apart
    marks |= {mark for mark in words.apart - canonical.apart if mark.endswith("本级")}
    inner = {mark for mark in marks for other in marks if mark != other and mark in other}
    return sorted(marks - inner)


def _told_apart(
    observations: Iterable[Observation], bodies: Mapping[str, Body]
) -> set[tuple[str, str]]:
    """Bodies and indicators of which one report gives several values that differ by 地方, 中央 and the like."""
    values: dict[tuple[object, ...], dict[str, set[Decimal]]] = defaultdict(
        lambda: defaultdict(set)
    )
    for row in observations:
        said = row.said
        if said.indicator:
            scope = next((word for word in sorted(SCOPES) if word in said.name), "")
            key = (
                row.report.document_id,
                said.indicator,
                said.kind,
                said.basis,
                said.unit,
                *row.when,
            )
            values[key][scope].add(said.value)
    return {
        (bodies[str(key[0])].name, str(key[1]))
        for key, scopes in values.items()
        if len(scopes) > 1 and len(set.union(*scopes.values())) > 1
    }
