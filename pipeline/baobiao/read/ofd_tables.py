"""Tables of an OFD page, from their ruled lines: the grid, its merged cells and the words in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from baobiao.read.grid import GridCell
from baobiao.read.ofd_objects import Drawn, Rule, Word

_NEAR = 1.0  # millimetres that drawn lines may miss each other by
_MOST_PAIRS = 4_000_000

Join = Callable[[Sequence[Word]], str]
"""The text of words that stand in one cell, a line each."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table on a page: where its columns are divided, its rows of places, its top and bottom."""

    xs: tuple[float, ...]
    rows: tuple[tuple[GridCell | None, ...], ...]
    top: float
    bottom: float

    def goes_on(self, later: Ruled) -> bool:
        """Whether a table at the top of the next page has the same columns."""
        same = len(self.xs) == len(later.xs)
        return same and all(
            abs(x - other) < 2 * _NEAR for x, other in zip(self.xs, later.xs, strict=True)
        )

    def with_rows_of(self, later: Ruled) -> Ruled:
        """Both as one table; rows at the head of the second that repeat the first's are left out."""
        repeated = 0
        for row, other in zip(self.rows, later.rows, strict=False):
            if _texts(row) != _texts(other) or not any(_texts(row)):
                break
            repeated += 1
        return replace(self, rows=(*self.rows, *later.rows[repeated:]))


def ruled(page: Drawn, join: Join) -> tuple[list[Ruled], list[Word]]:
    """The tables of a page from top to bottom, and the words outside of them."""
    found: list[Ruled] = []
    words = list(page.words)
    for across, down in _groups(page.rules):
        xs, ys = _steps(rule.x0 for rule in down), _steps(rule.y0 for rule in across)
        if len(xs) < 3 or len(ys) < 3 or len(xs) * len(ys) > 100_000:
            continue
        inside = [word for word in words if _is_in(word, xs[0], ys[0], xs[-1], ys[-1])]
        rows = _rows(xs, ys, across, down, inside, join)
        if sum(bool(cell and cell.text) for row in rows for cell in row) < 2:
            continue
        found.append(Ruled(tuple(xs), rows, ys[0], ys[-1]))
        taken = set(map(id, inside))
        words = [word for word in words if id(word) not in taken]
    return sorted(found, key=lambda table: table.top), words


def _rows(
    xs: Sequence[float],
    ys: Sequence[float],
    across: Sequence[Rule],
    down: Sequence[Rule],
    words: Sequence[Word],
    join: Join,
) -> tuple[tuple[GridCell | None, ...], ...]:
    """Each cell grows to the right and down until a ruled line."""
    width, height = len(xs) - 1, len(ys) - 1
    places: list[list[GridCell | None]] = [[None] * width for _ in range(height)]
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
            box = (xs[column], ys[row], xs[right], ys[bottom])
            text = join([word for word in words if _is_in(word, *box)])
            places[row][column] = GridCell(text, bottom - row, right - column)
    return tuple(map(tuple, places))


def _is_in(word: Word, left: float, top: float, right: float, bottom: float) -> bool:
    middle, height = word.x + word.width / 2, word.y - word.size * 0.35
    return left <= middle < right and top <= height < bottom


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


def _texts(row: Sequence[GridCell | None]) -> list[str]:
    return [cell.text for cell in row if cell]
