"""One name for each body of a report: what it names for short takes the full name that it gives elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

from baobiao.extract.organisations.ending_kinds import LEGAL_FORM
from baobiao.extract.organisations.resolving import LEAST_LIKENESS, Resolved, is_subsequence

_GENERAL = ("办公室", "委员会", "党支部", "管委会", "党工委", "管理局", "工作部", "公安局")
_SHORTEST_COMPANY = 4
_BARE_FORCE = "执法[大支中]队"
_FULL_FORCE = "(?:综合|行政)执法[大支中]队$"


def unify(found: Iterable[tuple[Resolved, str]]) -> dict[str, str]:
    """Short name → the longer name of the same body in this report.

    A name is short for another of the same place or office when its characters stand there in the same
    order and both end alike: 治安大队 for 治安管理大队. A part is not its whole: 公安局 is no 公安局…分局.
    A name that stands elsewhere with its place is that body: 实发集团 for 区实发集团. A company without its legal form
    is the one that has it: 青源船务公司 for 云岚县青源船务有限公司.
    """
    found = list(found)
    items = {(item.name, item.base, item.place, kind) for item, kind in found if item.base}
    placed = {name.removeprefix(place): name for name, _, place, _ in items if place}
    plain = {item.name for item, _ in found if not item.base}
    longer = {name: placed[name] for name in plain & placed.keys()}
    companies = {item.name for item, kind in found if kind == "enterprise"}
    for name in companies:
        stem = name.removesuffix("公司")
        if stem == name or name.endswith("有限公司"):
            continue
        form = f"{re.escape(stem)}{LEGAL_FORM}$"
        if len(stem) < _SHORTEST_COMPANY:  # by its brand: 海峡公司 for 青岭区海峡文化传媒有限公司
            form = f"(?:^|[省市县区州旗]){re.escape(stem)}[\u4e00-\u9fff]{{2,12}}?{LEGAL_FORM}$"
        formed = {full for full in companies if re.search(form, full)}
        if len(formed) == 1:
            longer[name] = formed.pop()
    longer |= _forces(items)
    for name, base, place, kind in items:
        body = name[len(base) :]
        if not name.startswith(base) or len(body) < 3 or body in _GENERAL:
            continue
        matches = {
            other
            for other, _, other_place, other_kind in items
            if len(other) > len(name)
            and other_place == place
            and other.startswith(base)
            and not other.startswith(name)
            and other[-1] == name[-1]
            and (other_kind == kind or {kind, other_kind} == {"department", "internal_unit"})
            and len(body) >= LEAST_LIKENESS * len(other[len(base) :])
            and is_subsequence(body, other[len(base) :])
        }
        if len(matches) == 1:
            longer[name] = matches.pop()
    return longer


def _forces(items: Iterable[tuple[str, str, str, str]]) -> dict[str, str]:
    """The force that an office calls 执法大队 → its full name in the report, where only one force is named so."""
    items = list(items)
    found = {}
    for name, base, place, _ in items:
        if (
            not place
            or not base.startswith(place)
            or not re.fullmatch(_BARE_FORCE, name[len(base) :])
        ):
            continue
        full = {
            other
            for other, _, other_place, _ in items
            if other_place == place and other != name and re.search(_FULL_FORCE, other)
        }
        if len(full) == 1:
            found[name] = full.pop()
    return found
