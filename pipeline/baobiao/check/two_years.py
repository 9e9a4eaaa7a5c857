"""This year's draft beside last year's report: which figure of the one answers to which of the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from baobiao.check.rule import Case
from baobiao.model import Draft, Indicator

_PASSING = re.compile(
    r"开展|举办|组织|办理|受理|接收|收到|新收|主动|全年|全市|全区|共|累计|[、，和及与等的“”]|活动|案件"
)
_TELLING = 4


def reviewed(case: Case, draft: Draft) -> int | None:
    """The year that a report is about: a 政府工作报告 of 2025 reviews 2024."""
    year = draft.document.year
    if draft.document.carried_out is not None:
        return draft.document.carried_out
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
    """The figures of this year with last year's of the same unit and name, else canonical name, else bare name.

    A name that stands for several values in one report answers to none.
    """
    if case.last_year is None or not is_of_last_year(case):
        return
    now = list(levels(case.draft, reviewed(case, case.draft)))
    then = list(levels(case.last_year, reviewed(case, case.last_year)))
    ways = [(_unique(now, key), _unique(then, key), key) for key in (_name, _canonical, _bare)]
    for row in now:
        for own, last, key in ways:
            same = (key(row), row.unit)
            if key(row) and same in own and same in last:
                yield row, last[same]
                break


def _name(row: Indicator) -> str:
    return row.name


def _canonical(row: Indicator) -> str:
    return row.indicator


def _bare(row: Indicator) -> str:
    """The name without the words that change from year to year: 12315平台受理投诉举报, 12315平台接收投诉举报."""
    bare = _PASSING.sub("", row.name)
    return bare if len(bare) >= _TELLING else ""


def _unique(
    rows: list[Indicator], key: Callable[[Indicator], str]
) -> dict[tuple[str, str], Indicator]:
    found: dict[tuple[str, str], list[Indicator]] = defaultdict(list)
    for row in rows:
        found[key(row), row.unit].append(row)
    return {same: rows[0] for same, rows in found.items() if len({row.value for row in rows}) == 1}
