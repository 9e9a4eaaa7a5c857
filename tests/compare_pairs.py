"""How well `baobiao compare` puts rows of different reports on one line, on labelled pairs of names.

    python tests/compare_pairs.py [--misses 20]

``data/compare_pairs.csv`` holds names with their units from published reports, two a row, and whether they are one
indicator. Pairs of equal names are left out, so that every row is one that could go wrong. ``half`` is ``tune``
(looked at while the rules were made) or ``held`` (only counted).
"""

from __future__ import annotations

import argparse
import csv
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from baobiao.compare.alignment import align
from baobiao.compare.bodies import resolve
from baobiao.compare.decisions import NONE
from baobiao.compare.observations import Observation, Report
from baobiao.compare.units import Units
from baobiao.lexicon import load
from baobiao.model import Indicator

PAIRS = Path(__file__).parent / "data" / "compare_pairs.csv"
HALVES = ("tune", "held")


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs put together rightly and wrongly, and pairs missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong or 1)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed or 1)


def pairs() -> list[dict[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def judged(rows: list[dict[str, str]]) -> list[bool]:
    """Whether each pair comes out as one line, all names being compared at once as those of an archive are."""
    lexicon = load()
    seen: dict[tuple[str, ...], Observation] = {}
    sides = []
    for row in rows:
        for side in "ab":
            key = (
                *(row[f"{column}_{side}"] for column in ("issuer", "indicator", "name", "unit")),
            )
            key = (*key, row["kind"], row["basis"])
            sides.append(seen.setdefault(key, _observation(len(seen), *key)))
    observations = list(seen.values())
    bodies = resolve((each.report for each in observations), lexicon, {})
    placed = align(observations, bodies, lexicon, Units(lexicon), NONE)
    line = {each.row.report.document_id: each.line.indicator_id for each in placed}
    ids = [line[side.report.document_id] for side in sides]
    return [one == other for one, other in zip(ids[::2], ids[1::2], strict=True)]


def score(half: str) -> Score:
    """Of one half, or of all pairs for ``""``."""
    rows = pairs()
    found = [
        (together, row["same"] == "1")
        for row, together in zip(rows, judged(rows), strict=True)
        if half in ("", row["half"])
    ]
    return Score(found.count((True, True)), found.count((True, False)), found.count((False, True)))


def _observation(
    number: int, issuer: str, indicator: str, name: str, unit: str, kind: str, basis: str
) -> Observation:
    report = Report(f"{number:016x}", f"{number}.txt", "", "", issuer, "", 2025, None)
    said = Indicator(
        0, 0, 1, name, indicator, name, Decimal(number + 1), None, unit, kind, basis, year=2025
    )
    return Observation(report, said, "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--misses", type=int, default=0, help="errors of the tuned half to show")
    shown = parser.parse_args().misses
    for half in (*HALVES, ""):
        found = score(half)
        print(
            f"{half or 'all':5} precision {found.precision:.3f}  recall {found.recall:.3f}"
            f"  (right {found.right}, wrong {found.wrong}, missed {found.missed})"
        )
    rows = pairs()
    for row, together in zip(rows, judged(rows), strict=True):
        if shown and row["half"] == "tune" and together != (row["same"] == "1"):
            shown -= 1
            words = "wrong " if together else "missed"
            print(words, row["name_a"], "|", row["name_b"], "|", row["unit_a"], row["unit_b"])


if __name__ == "__main__":
    main()
