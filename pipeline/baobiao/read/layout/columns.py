"""Pages of two columns (gazettes, leaflets): the words of each part in the order in which they are read.

Columns of prose have a gap in the middle of nearly every line, at one place, up to which the lines on
its left are full. Those of a table have not, and stay as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from baobiao.read.layout.lines import rows_of
from baobiao.read.layout.marks import Word

_GAP = 1.2  # of the size of the letters
_STEP = 3.0  # points, in which a gap is looked for
_MIDDLE = (0.3, 0.7)  # of the width of the text
_FEWEST = 8  # lines with the gap
_MOST = 0.7  # of the lines that stand on both sides
_FULL = 0.6  # of the lines on the left end at the gap
_LETTERS = 8  # a line of a column holds on average


@dataclass(frozen=True, slots=True)
class Part:
    """Words that are read together. ``sheet`` is the width of the page that would have their margins."""

    words: tuple[Word, ...]
    sheet: float


def parts(words: Sequence[Word], width: float) -> list[Part]:
    """The parts of a page of that width: the whole page, or, from above downwards, what goes over
    both columns, the left and the right one.
    """
    rows = [sorted(row, key=lambda word: word.x) for row in rows_of(words)]
    gutter = _gutter(rows)
    if not gutter:
        return [Part(tuple(words), width)]
    found: list[Part] = []
    for crosses, group in groupby(rows, key=lambda row: _crosses(row, gutter)):
        together = [word for row in group for word in row]
        if crosses:
            found.append(Part(tuple(together), width))
            continue
        for side in (True, False):
            column = tuple(word for word in together if (word.right <= gutter) == side)
            if column:
                left = min(word.x for word in column)
                found.append(Part(column, left + max(word.right for word in column)))
    return found


def _gutter(rows: Sequence[Sequence[Word]]) -> float:
    """Where the columns are divided; 0 where there are none."""
    said = [row for row in rows if any(word.text.strip() for word in row)]
    if len(said) < _FEWEST:
        return 0.0
    left, right = min(row[0].x for row in said), max(row[-1].right for row in said)
    first, last = (left + (right - left) * share for share in _MIDDLE)
    votes = Counter[int]()
    for row in said:
        for before, word in pairwise(row):
            if word.x - before.right > _GAP * min(before.size, word.size):
                begin, end = max(before.right, first), min(word.x, last)
                votes.update(range(round(begin / _STEP), round(end / _STEP)))
    if not votes:
        return 0.0
    most = max(votes.values())
    middle = [step for step, count in votes.items() if count == most]
    gutter = (min(middle) + max(middle) + 1) / 2 * _STEP
    return gutter if most >= _FEWEST and _is_prose(said, gutter) else 0.0


def _is_prose(rows: Sequence[Sequence[Word]], gutter: float) -> bool:
    both = [row for row in rows if row[0].x < gutter < row[-1].right]
    apart = [row for row in both if not _crosses(row, gutter)]
    if len(apart) < _FEWEST or len(apart) < len(both) * _MOST:
        return False
    lefts = [[word for word in row if word.right <= gutter] for row in apart]
    edge = max(row[-1].right for row in lefts)
    full = sum(edge - row[-1].right < 2 * row[-1].size for row in lefts)
    letters = sum(len(word.text) for row in apart for word in row)
    return full >= len(lefts) * _FULL and letters >= 2 * _LETTERS * len(apart)


def _crosses(row: Sequence[Word], gutter: float) -> bool:
    """Whether a line runs over the gutter, without a gap there."""
    if any(word.x < gutter < word.right for word in row):
        return True
    return any(
        before.right <= gutter <= word.x
        and word.x - before.right <= _GAP * min(before.size, word.size)
        for before, word in pairwise(row)
    )
