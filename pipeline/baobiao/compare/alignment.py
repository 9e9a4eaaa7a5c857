"""Which rows of different reports are one line: by the dictionary, by the same words, by nearly the same words."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from baobiao.compare.bodies import Body
from baobiao.compare.decisions import Decisions
from baobiao.compare.groups import Group, gather
from baobiao.compare.matching import ALIKE, likeness
from baobiao.compare.observations import Observation
from baobiao.compare.units import Units
from baobiao.lexicon import Lexicon

COMMON = 400  # groups that may share a mark before it says nothing of them
RAREST = 6  # marks of a name by which others like it are looked for


@dataclass(frozen=True, slots=True)
class Line:
    """What is compared: one indicator, as a level or as one kind of change, in units that can be compared."""

    indicator_id: str
    indicator: str
    unit: str
    kind: str
    basis: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A row on its line, and why it is there."""

    row: Observation
    line: Line
    merged_by: str


def align(
    observations: list[Observation],
    bodies: Mapping[str, Body],
    lexicon: Lexicon,
    units: Units,
    decisions: Decisions,
) -> list[Placed]:
    """Every row on its line, in the order given."""
    groups = gather(observations, bodies, lexicon, units, decisions)
    placed: list[Placed | None] = [None] * len(observations)
    for members, scores in _components(groups, units):
        main = max(members, key=lambda g: (bool(g.canonical), len(g.rows), -g.rows[0]))
        line = _line(main, members, observations, units, decisions)
        together = sum(len(group.rows) for group in members)
        for group in members:
            for number in group.rows:
                row = observations[number]
                why = _reason(number, row, group, main, scores.get(id(group), 0), together)
                placed[number] = Placed(row, line, why)
    return [each for each in placed if each is not None]


def _line(
    main: Group,
    members: list[Group],
    observations: list[Observation],
    units: Units,
    decisions: Decisions,
) -> Line:
    stated = (observations[number].said.unit for group in members for number in group.rows)
    digest = hashlib.sha256("\0".join(main.key).encode()).hexdigest()[:12]
    return Line(digest, decisions.title(main.title), units.common(stated), *main.scale)


def _reason(
    number: int, row: Observation, group: Group, main: Group, score: float, together: int
) -> str:
    """Why a row is on its line: a code, and after a colon what it was merged with."""
    if number in group.decided:
        return f"decision:{group.decided[number].line}"
    if group is not main:
        return f"similar:{main.title}({score:.0f})"
    if row.said.indicator:
        return "dictionary"
    if group.decided:
        return "name"  # of the line that others were put on
    if group.canonical:
        return f"dictionary_wording:{group.canonical}"
    if together == 1:
        return "single"
    return "name" if row.said.name == group.title else f"wording:{group.title}"


def _components(
    groups: list[Group], units: Units
) -> Iterator[tuple[list[Group], dict[int, float]]]:
    """Groups that are one line, the most alike joined first; with each the score by which it came in.

    Two groups never meet where a report has both with different values at one time (it tells them apart), where
    the dictionary has two indicators, or where a unit of one cannot be compared with one of the other.
    """
    home = {id(group): [group] for group in groups}
    scores: dict[int, float] = {}
    edges = sorted(_edges(groups, units), key=lambda edge: (-edge[0], edge[1], edge[2]))
    for score, left, right in edges:
        one, other = home[id(groups[left])], home[id(groups[right])]
        if one is other or not all(_may_meet(a, b, units) for a in one for b in other):
            continue
        small, large = sorted((one, other), key=len)
        for group in small:
            home[id(group)] = large
        for group in (groups[left], groups[right]):
            scores[id(group)] = max(scores.get(id(group), 0), score)
        large.extend(small)
    for members in {id(members): members for members in home.values()}.values():
        yield sorted(members, key=lambda group: group.rows[0]), scores


def _may_meet(one: Group, other: Group, units: Units) -> bool:
    if one.canonical and other.canonical and one.canonical != other.canonical:
        return False
    if one.split or other.split:
        return one.canonical == other.canonical and one.split == other.split
    if not units.alike(one.measure, other.measure):
        return False
    few, many = sorted((one, other), key=lambda group: len(group.said))
    return all(values == many.said[when] for when, values in few.said.items() if when in many.said)


def _edges(groups: list[Group], units: Units) -> Iterator[tuple[float, int, int]]:
    """Pairs of groups that are alike. Only those are looked at whose words are the same, or which share one of the
    pairs of characters that are rarest in either's name: names that are nearly the same share nearly all of them.
    """
    holders: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for mark in _marks(group):
            holders[mark].append(number)
    rare: dict[tuple[object, ...], list[int]] = defaultdict(list)
    known: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        marks = sorted(_marks(group), key=lambda mark: (len(holders[mark]), str(mark)))
        looked = {
            other for mark in marks[:RAREST] if len(holders[mark]) <= COMMON for other in rare[mark]
        }
        for mark in marks[:RAREST]:
            rare[mark].append(number)
        if group.canonical:
            looked |= set(known[group.scale, *group.key[1:3]])
            known[group.scale, *group.key[1:3]].append(number)
        for other in sorted(looked):
            score = _likeness(groups[other], group, units)
            if score >= ALIKE:
                yield score, other, number


def _marks(group: Group) -> set[tuple[object, ...]]:
    """What two groups must share to be looked at: a pair of characters, or all words that matter."""
    words = group.wording
    marks: set[tuple[object, ...]] = {
        (group.scale, words.apart, words.core[at : at + 2])
        for at in range(max(1, len(words.core) - 1))
    }
    if words.bag:
        marks.add((group.scale, words.apart, words.bag))
    return marks


def _likeness(one: Group, other: Group, units: Units) -> float:
    if not units.alike(one.measure, other.measure):
        return 0.0
    if one.canonical or other.canonical:
        return (
            100.0
            if one.canonical == other.canonical and one.key[2] == other.key[2]
            else _bridge(one, other)
        )
    if one.key[2] != other.key[2] or one.bare or other.bare:
        return 0.0  # another actor, or names that say too little
    return likeness(one.wording, other.wording)


def _bridge(one: Group, other: Group) -> float:
    """How alike a name is to one that the dictionary knows by another wording."""
    if one.canonical and other.canonical:
        return 0.0
    known, free = (one, other) if one.canonical else (other, one)
    if known.split or free.bare or free.key[2]:
        return 0.0
    return likeness(known.wording, free.wording)
