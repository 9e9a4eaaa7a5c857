"""When two wordings are one indicator: the rule, and its threshold (chosen on labelled pairs, docs/accuracy.md)."""

from __future__ import annotations

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from baobiao.compare.names import Wording

ALIKE = 90.0
SHORTEST = 4  # characters; of shorter names every one counts
LONGEST_EDIT = 1  # characters in a row that only one of the names has; a word more is another thing


def likeness(one: Wording, other: Wording) -> float:
    """How alike two wordings are, 0 to 100; 0 where they are not one indicator.

    >>> from baobiao.compare.names import wording
    >>> likeness(wording("解决农村饮水安全问题", "人"), wording("解决农村饮水安全", "人"))
    99.0
    >>> likeness(wording("新增就业人数", "人"), wording("累计就业人数", "人"))
    0.0
    """
    if one.core == other.core:
        return 100.0
    if one.apart != other.apart:
        return 0.0
    if one.bag == other.bag and sum(map(len, one.bag)) >= SHORTEST and "占" not in one.core:
        return 99.0
    if min(len(one.core), len(other.core)) < SHORTEST:
        return 0.0
    score = fuzz.ratio(one.core, other.core, score_cutoff=ALIKE)
    return score if score and not _reworded(one.core, other.core) else 0.0


def _reworded(one: str, other: str) -> bool:
    """Whether a word is there that the other name has not, or has another for; of characters one may differ."""
    gone = come = 0
    for edit in Indel.opcodes(one, other):
        if edit.tag == "equal":
            gone = come = 0
            continue
        gone += edit.src_end - edit.src_start
        come += edit.dest_end - edit.dest_start
        if max(gone, come) > LONGEST_EDIT:
            return True
    return False
