"""Rows of a table that no line divides: as statistical tables are printed, with lines above and below
the header only. A column of figures on several lines between two ruled lines is a row each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from baobiao.read.layout.lines import Line, lines
from baobiao.read.layout.marks import Rule, Word
from baobiao.read.tables.places import is_figure, is_nothing

_MIDDLE = 0.35  # of the size of a letter, from its baseline up


def between_rows(
    xs: Sequence[float], inside: Mapping[tuple[int, int], Sequence[Word]]
) -> list[Rule]:
    """The lines that would divide such rows. ``inside`` has the words by row and column of the ruled
    grid, whose columns are divided at ``xs``.

    A column that holds one line of words beside several figures is the heading of all of them, and
    is not divided.
    """
    bands: defaultdict[int, dict[int, list[Line]]] = defaultdict(dict)
    for (row, column), words in inside.items():
        bands[row][column] = lines(words)
    found: list[Rule] = []
    for band in bands.values():
        middles = _middles(band)
        whole = {
            column
            for column, held in band.items()
            if len(held) == 1 and not _is_figure(held[0].text)
        }
        for above, below in pairwise(middles):
            y = (above + below) / 2
            found += [
                Rule(left, y, right, y)
                for column, (left, right) in enumerate(pairwise(xs))
                if column not in whole
            ]
    return found


def _middles(band: Mapping[int, Sequence[Line]]) -> list[float]:
    """How high the rows of a band stand: where one of its columns has a figure. Fewer than two where
    no column holds several lines of nothing but figures.
    """
    figures = [
        line
        for held in band.values()
        if len(held) > 1
        and all(_is_figure(line.text) for line in held)
        and any(is_figure(line.text) for line in held)
        for line in held
    ]
    heights: list[float] = []
    for line in sorted(figures, key=lambda line: line.y):
        middle = line.y - line.size * _MIDDLE
        if not heights or middle - heights[-1] > line.size / 2:
            heights.append(middle)
    return heights


def _is_figure(text: str) -> bool:
    return is_figure(text) or is_nothing(text)
