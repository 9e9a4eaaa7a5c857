"""The one name under which an indicator is compared over years and departments, where the dictionary has it."""

from __future__ import annotations

import re
from functools import lru_cache

from baobiao.characters import fold
from baobiao.lexicon import CanonicalIndicator, Lexicon

_MARKS = re.compile(r"[\s“”‘’《》()、,，的了]")
# Words in front of a name that say whose it is, not what it is.
_SCOPE = re.compile(
    r"^(?:全国|全省|全市|全区|全县|全州|全旗|全系统|全局|我国|我省|我市|我区|我县|地方|共|累计|完成|实现|依法|年末|本年|辖区|各类|办理|开展|组织|新)+"
)


class Canon:
    """Finds the canonical indicator of a name and a unit."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._by_wording: dict[str, list[CanonicalIndicator]] = {}
        self._open: list[tuple[re.Pattern[str], CanonicalIndicator]] = []
        for row in lexicon.indicators:
            for wording in row.wordings:
                if "…" in wording:
                    self._open.append((_pattern(wording), row))
                    continue
                rows = self._by_wording.setdefault(plain_name(wording), [])
                if row not in rows:
                    rows.append(row)
        self._dimension = {
            surface: unit.dimension for unit in lexicon.units for surface in unit.wordings
        }

    def find(self, name: str, unit: str, *, change: bool) -> str:
        """The canonical name, or nothing: a wrong one is worse than none.

        A change belongs to the indicator that changed; one known only by its rate of change is found by that.
        """
        plain = plain_name(name)
        for wording in (plain, _SCOPE.sub("", plain)):
            for row in self._by_wording.get(wording, ()):
                if self._fits(row, name, unit, change=change):
                    return row.name
        for pattern, row in self._open:
            if pattern.fullmatch(plain) and self._fits(row, name, unit, change=change):
                return row.name
        if change:
            for ending in ("增速", "增长率", "涨幅"):
                for row in self._by_wording.get(_SCOPE.sub("", plain) + ending, ()):
                    return row.name
        return ""

    def _fits(self, row: CanonicalIndicator, name: str, unit: str, *, change: bool) -> bool:
        if any(word and word in name for word in row.exclusions):
            return False
        if not unit or not row.unit or (change and unit in ("%", "‰", "倍", "个百分点", "百分点")):
            return True
        return self._dimension.get(unit) == self._dimension.get(row.unit)


def _pattern(wording: str) -> re.Pattern[str]:
    """An alias with … : any words stand there and before it. 热线…办结率 is 12345热线转办件按期办结率 too."""
    return re.compile(".*" + ".*".join(re.escape(plain_name(part)) for part in wording.split("…")))


@lru_cache(maxsize=4)
def canon(lexicon: Lexicon) -> Canon:
    """The finder of a lexicon; built once."""
    return Canon(lexicon)


def plain_name(name: str) -> str:
    """A name without what does not distinguish it: marks, white space, 的 and 了.

    >>> plain_name("“12345”平台的群众诉求件")
    '12345平台群众诉求件'
    """
    return _MARKS.sub("", fold(name))
