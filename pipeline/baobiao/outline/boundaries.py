"""How likely a sentence begins at a place that has no mark: what the characters around it say.

``boundaries.csv`` says for a fragment with the place as a bar (发展|, |全力, 展|全) by how much it raises or lowers
the logarithm of the odds that a title or a sentence ends there and another begins. ``tests/learn_boundaries.py``
learns the weights from reports that kept their line breaks.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib.resources import files

_REACH = 3  # characters on either side that are looked at
_STOPS = "，。；：、！？,;:"
_BEFORE = re.compile(rf"[^{_STOPS}]*$")
_BEHIND = re.compile(rf"[^{_STOPS}]*")


def boundary(words: str, place: int) -> float:
    """The logarithm of the odds that a sentence begins at ``place``.

    >>> lead = "推进乡村全面振兴坚持以产业兴旺为重点"
    >>> max(range(3, len(lead) - 2), key=lambda place: boundary(lead, place)) == len("推进乡村全面振兴")
    True
    """
    weights = _weights()
    return weights["|"] + sum(weights.get(fragment, 0.0) for fragment in fragments(words, place))


def fragments(words: str, place: int) -> list[str]:
    """The fragments around a place, each with a bar where the place is; none reaches beyond a mark.

    >>> fragments("水平，稳步提升全年办案", 7)
    ['升|', '|全', '提升|', '|全年', '步提升|', '|全年办', '升|全']
    """
    before = _BEFORE.search(words, max(0, place - _REACH), place)
    behind = _BEHIND.match(words, place, place + _REACH)
    left = before[0] if before else ""
    right = behind[0] if behind else ""
    found: list[str] = []
    for size in range(1, _REACH + 1):
        if len(left) >= size:
            found.append(f"{left[-size:]}|")
        if len(right) >= size:
            found.append(f"|{right[:size]}")
    if left and right:
        found.append(f"{left[-1]}|{right[0]}")
    return found


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    text = (files("baobiao.outline") / "boundaries.csv").read_text(encoding="utf-8")
    return {row["fragment"]: float(row["weight"]) for row in csv.DictReader(text.splitlines())}
