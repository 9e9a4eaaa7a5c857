"""One comparison: from the tables of a folder to the aligned rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from baobiao.compare import bodies, conflicts, decisions, observations, rows
from baobiao.compare.alignment import align
from baobiao.compare.bodies import Body
from baobiao.compare.observations import Report
from baobiao.compare.rows import Row
from baobiao.compare.units import Units
from baobiao.lexicon import load


@dataclass(frozen=True)
class Comparison:
    """What came of comparing an archive: its reports, who issued them, and every number on its line."""

    reports: Sequence[Report]
    bodies: dict[str, Body]
    rows: Sequence[Row]
    units: Units
    decided: int = 0

    @cached_property
    def issuers(self) -> dict[str, Body]:
        """Every body by its name, alike ones together."""
        found = {body.name: body for body in self.bodies.values()}
        return dict(sorted(found.items(), key=lambda item: (item[1].group, item[0])))


def compare(
    out: Path, *, choices: Path | None = None, dictionaries: Path | None = None
) -> Comparison:
    """Compares the tables in ``out``, obeying the decisions in ``choices`` (None: ``alignment.csv`` in that folder).

    Raises ``NoTables`` where there are none, ``DecisionError`` for decisions that cannot be obeyed,
    ``DictionaryError`` for dictionaries that cannot be used.
    """
    lexicon = load(dictionaries)
    units = Units(lexicon)
    reports, numbers = observations.read(out)
    default = out / decisions.FILE
    obeyed = decisions.NONE
    if choices is not None or default.is_file():
        obeyed = decisions.read(choices or default)
    owners = bodies.resolve(reports, lexicon, obeyed.bodies)
    placed = align(numbers, owners, lexicon, units, obeyed)
    aligned = conflicts.judge(rows.rows(placed, owners, units))
    return Comparison(reports, owners, aligned, units, obeyed.count)


def told(comparison: Comparison) -> str:
    """What came of it, as the beginning of a sentence."""
    lines = {row.indicator_id for row in comparison.rows}
    against = sum(bool(row.conflict) for row in comparison.rows)
    return (
        f"{len(comparison.issuers)} 个单位的 {len(comparison.rows)} 条数据归成 {len(lines)} 个指标，"
        f"不一致 {against} 条，"
    )
