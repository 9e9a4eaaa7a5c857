"""This year's draft beside last year's report: which figure of the one answers to which of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from baobiao.check.rule import Case
from baobiao.model import Draft, Indicator


def reviewed(case: Case, draft: Draft) -> int | None:
    """The year that a report is about: a 政府工作报告 of 2025 reviews 2024."""
    year = draft.document.year
    return year if year is None else year + (case.profile.review_offset if case.profile else 0)


def is_of_last_year(case: Case) -> bool:
    """Whether the other report is about the year before this one's."""
    if case.last_year is None:
        return False
    now, then = reviewed(case, case.draft), reviewed(case, case.last_year)
    return now is not None and then == now - 1


def levels(draft: Draft, year: int | None) -> Iterator[Indicator]:
    """What a report says that there was in a year, exactly."""
    for row in draft.indicators:
        plain = row.kind == "level" and row.status == "actual" and row.value_high is None
        if plain and row.year == year and not row.approximation:
            yield row


def pairs(case: Case) -> Iterator[tuple[Indicator, Indicator]]:
    """The figures of this year with last year's of the same name (else the same canonical name) and unit.

    A name that stands for several values in one report answers to none.
    """
    if case.last_year is None or not is_of_last_year(case):
        return
    now = list(levels(case.draft, reviewed(case, case.draft)))
    then = list(levels(case.last_year, reviewed(case, case.last_year)))
    names, canonical = _unique(then, "name"), _unique(then, "indicator")
    own_names, own_canonical = _unique(now, "name"), _unique(now, "indicator")
    for row in now:
        by_name, by_canonical = (row.name, row.unit), (row.indicator, row.unit)
        if by_name in names and by_name in own_names:
            yield row, names[by_name]
        elif row.indicator and by_canonical in canonical and by_canonical in own_canonical:
            yield row, canonical[by_canonical]


def _unique(rows: list[Indicator], by: str) -> dict[tuple[str, str], Indicator]:
    found: dict[tuple[str, str], list[Indicator]] = defaultdict(list)
    for row in rows:
        found[getattr(row, by), row.unit].append(row)
    return {key: same[0] for key, same in found.items() if len({row.value for row in same}) == 1}
