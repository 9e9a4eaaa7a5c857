"""Tables of a page, from their ruled lines: the grid, its merged cells and the words in them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from baobiao.read.layout.bands import between_rows
from baobiao.read.layout.lines import lines
from baobiao.read.layout.marks import Box, Page, Rule, Word, lowest
from baobiao.read.tables.grid import GridCell
from baobiao.read.tables.places import is_figure

_NEAR = 3.0  # points that drawn lines may miss each other by
_MOST_PAIRS = 4_000_000
_MOST_PLACES = 100_000
_ROOM = 2.0  # of the size of a letter: what a full line leaves, with the cell's margin
_MIDDLE = 0.35  # of the size of a letter, from its baseline up


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell as it is drawn on a page. ``is_full`` says that its last line has no room for a letter."""

    cell: GridCell
    page: int
    box: Box
    confidence: int | None = None
    is_full: bool = False


Row = tuple[RuledCell | None, ...]
"""Places from left to right; None where another cell covers it."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table: where its columns are divided, its rows, the page it begins on and the last of its
    pages, its top on the first and its bottom on the last.
    """

    xs: tuple[float, ...]
    rows: tuple[Row, ...]
    page: int
    last_page: int
    top: float
    bottom: float

    @property
    def words(self) -> int:
        """How many cells hold words."""
        return sum(bool(place and place.cell.text) for row in self.rows for place in row)

    def goes_on(self, later: Ruled) -> bool:
        """Whether a table on the next page has the same columns."""
        same = later.page == self.last_page + 1 and len(self.xs) == len(later.xs)
        return same and all(
            abs(x - other) < 2 * _NEAR for x, other in zip(self.xs, later.xs, strict=True)
        )

    def with_rows_of(self, later: Ruled) -> Ruled:
        """Both as one table. Rows at the head of the second that repeat the first's are left out;
        an empty cell there goes on with the merged cell above it, and a row that the end of the
        page divides is one.
        """
        repeated = 0
        for row, other in zip(self.rows, later.rows, strict=False):
            if _texts(row) != _texts(other) or not any(_texts(row)):
                break
            repeated += 1
        rows = _merged_over(self.rows, later.rows[repeated:])
        return replace(self, rows=rows, last_page=later.last_page, bottom=later.bottom)


def _merged_over(above: Sequence[Row], below: Sequence[Row]) -> tuple[Row, ...]:
    rows = [list(row) for row in above]
    if not below:
        return tuple(map(tuple, rows))
    over = [_covering(rows, column) for column in range(len(below[0]))]
    divided = _is_divided(over, below[0])
    rows += [list(row) for row in below[divided:]]
    for column, place in enumerate(below[0]):
        held = over[column]
        if place is None or held is None or not (divided or _goes_down(held, place)):
            continue
        first = next(n for n in range(len(above) - 1, -1, -1) if rows[n][column])
        tall = len(above) - first + place.cell.row_span - divided
        text = "\n".join(filter(None, (held.cell.text, place.cell.text)))
        rows[first][column] = replace(held, cell=replace(held.cell, text=text, row_span=tall))
        if not divided:
            rows[len(above)][column] = None
    return tuple(map(tuple, rows))


def _covering(rows: Sequence[Sequence[RuledCell | None]], column: int) -> RuledCell | None:
    """The cell of a column that stands in the last row or reaches down to it."""
    return next((row[column] for row in reversed(rows) if row[column]), None)


def _goes_down(held: RuledCell, place: RuledCell) -> bool:
    """Whether an empty cell at the top of a page is the rest of the merged cell above it."""
    same = held.cell.column_span == place.cell.column_span
    return not place.cell.text and held.cell.row_span > 1 and same


def _is_divided(over: Sequence[RuledCell | None], row: Row) -> bool:
    """Whether a row at the top of a page is the rest of the row above it: no figures, and words only
    where those above had no more room.
    """
    said = [
        (held, place) for held, place in zip(over, row, strict=True) if place and place.cell.text
    ]
    return bool(said) and all(
        held is not None
        and held.is_full
        and held.cell.column_span == place.cell.column_span
        and place.cell.row_span == 1
        and not is_figure(place.cell.text)
        for held, place in said
    )


def ruled(page: Page, number: int = 1) -> tuple[list[Ruled], list[Word]]:
    """The tables of a page from top to bottom, and the words outside of them."""
    found: list[Ruled] = []
    words = list(page.words)
    for across, down in _groups(page.rules):
        xs = _steps([*(rule.x0 for rule in down), *_ends([(r.x0, r.x1) for r in across])])
        ys = _steps([*(rule.y0 for rule in across), *_ends([(r.y0, r.y1) for r in down])])
        if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > _MOST_PLACES:
            continue
        inside, outside = _shared_out(words, xs, ys)
        if extra := between_rows(xs, inside):
            across = [*across, *extra]
            ys = _steps([*ys, *(rule.y0 for rule in extra)])
            inside, outside = _shared_out(words, xs, ys)
        rows = _rows(xs, ys, across, down, inside, number)
        found.append(Ruled(tuple(xs), rows, number, number, ys[0], ys[-1]))
        words = outside
    return sorted(found, key=lambda table: table.top), words


def _shared_out(
    words: Sequence[Word], xs: Sequence[float], ys: Sequence[float]
) -> tuple[dict[tuple[int, int], list[Word]], list[Word]]:
    """The words by row and column of the grid, and those outside of it."""
    inside: defaultdict[tuple[int, int], list[Word]] = defaultdict(list)
    outside: list[Word] = []
    for word in words:
        row = bisect_right(ys, word.y - word.size * _MIDDLE) - 1
        column = bisect_right(xs, word.x + word.width / 2) - 1
        if 0 <= row < len(ys) - 1 and 0 <= column < len(xs) - 1:
            inside[row, column].append(word)
        else:
            outside.append(word)
    return inside, outside


def _rows(
    xs: Sequence[float],
    ys: Sequence[float],
    across: Sequence[Rule],
    down: Sequence[Rule],
    inside: dict[tuple[int, int], list[Word]],
    number: int,
) -> tuple[Row, ...]:
    """Each cell grows to the right and down until a ruled line."""
    width, height = len(xs) - 1, len(ys) - 1
    places: list[list[RuledCell | None]] = [[None] * width for _ in range(height)]
    taken = [[False] * width for _ in range(height)]

    def wall_right(row: int, column: int) -> bool:
        middle = (ys[row] + ys[row + 1]) / 2
        return any(
            abs(line.x0 - xs[column + 1]) <= _NEAR and line.y0 < middle < line.y1 for line in down
        )

    def wall_below(row: int, column: int) -> bool:
        middle = (xs[column] + xs[column + 1]) / 2
        return any(
            abs(line.y0 - ys[row + 1]) <= _NEAR and line.x0 < middle < line.x1 for line in across
        )

    for row in range(height):
        for column in range(width):
            if taken[row][column]:
                continue
            right, bottom = column + 1, row + 1
            while right < width and not taken[row][right] and not wall_right(row, right - 1):
                right += 1
            while bottom < height and not any(
                taken[bottom][place] or wall_below(bottom - 1, place)
                for place in range(column, right)
            ):
                bottom += 1
            for line in taken[row:bottom]:
                line[column:right] = [True] * (right - column)
            words = [
                word
                for down_to in range(row, bottom)
                for over in range(column, right)
                for word in inside.get((down_to, over), ())
            ]
            held = lines(words)
            places[row][column] = RuledCell(
                GridCell("\n".join(line.text for line in held), bottom - row, right - column),
                number,
                (xs[column], ys[row], xs[right], ys[bottom]),
                lowest([word.confidence for word in words]),
                bool(held) and xs[right] - held[-1].right < _ROOM * held[-1].size,
            )
    return tuple(map(tuple, places))


def _ends(stretches: Sequence[tuple[float, float]]) -> Iterator[float]:
    """Where lines end together: a table that no line closes on a side (at the foot of a page that
    it goes over, or by custom left and right) ends there.
    """
    for side in zip(*stretches, strict=True):
        for end in (min(side), max(side)):
            if sum(abs(other - end) <= _NEAR for other in side) >= min(2, len(side)):
                yield end


def _groups(rules: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines that cross one another: the horizontal and the vertical ones of each table."""
    across = _joined([rule for rule in rules if rule.y0 == rule.y1])
    down = [
        _turned(rule) for rule in _joined([_turned(rule) for rule in rules if rule.y0 != rule.y1])
    ]
    if len(across) * len(down) > _MOST_PAIRS:
        return []
    group = list(range(len(across) + len(down)))

    def leader(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for flat, line in enumerate(across):
        for upright, other in enumerate(down, len(across)):
            crosses = line.x0 - _NEAR <= other.x0 <= line.x1 + _NEAR
            if crosses and other.y0 - _NEAR <= line.y0 <= other.y1 + _NEAR:
                group[leader(upright)] = leader(flat)
    found: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index in range(len(group)):
        flats, uprights = found.setdefault(leader(index), ([], []))
        if index < len(across):
            flats.append(across[index])
        else:
            uprights.append(down[index - len(across)])
    return list(found.values())


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Horizontal lines with pieces that continue or cover each other made one."""
    found: list[Rule] = []
    for level in _steps(rule.y0 for rule in rules):
        pieces = sorted((rule.x0, rule.x1) for rule in rules if abs(rule.y0 - level) <= _NEAR)
        begin, end = pieces[0]
        for start, stop in pieces[1:]:
            if start > end + _NEAR:
                found.append(Rule(begin, level, end, level))
                begin = start
            end = max(end, stop)
        found.append(Rule(begin, level, end, level))
    return found


def _turned(rule: Rule) -> Rule:
    return Rule(rule.y0, rule.x0, rule.y1, rule.x1)


def _steps(values: Iterable[float]) -> list[float]:
    """The different values, those near one another as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _texts(row: Row) -> list[str]:
    return [place.cell.text for place in row if place]
