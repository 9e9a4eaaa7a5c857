"""One sheet a year and kind of department: departments down, indicators across, with rank, share and plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from baobiao.compare.cells import Cell, cells, may_be_summed, ranks
from baobiao.compare.grids import Book, chart, rounded, scale
from baobiao.compare.words import what

MOST_SHEETS, MOST_LINES = 40, 60
TOP = 5  # the first row of figures
CHARTS, CHART_ROWS = 4, 14
_WIDTH = 14.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line on the sheet: what each department reached, and what it wants of the year after."""

    indicator_id: str
    reached: Mapping[str, Cell]
    wanted: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Part:
    """One column: by department what the reports say, or what is worked out from it."""

    heading: str
    cells: Mapping[str, Cell] = field(default_factory=dict)
    worked: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Block:
    """The columns of a line, with what stands above them and by what its values are divided."""

    indicator: str
    about: str
    divisor: Decimal
    parts: tuple[Part, ...]

    @property
    def heads(self) -> list[tuple[str, str, str]]:
        """What stands above each column, in three rows; name and kind only above the first."""
        names = [(self.indicator, self.about), *[("", "")] * (len(self.parts) - 1)]
        return [(*name, part.heading) for name, part in zip(names, self.parts, strict=True)]


def write(book: Book) -> None:
    """Writes the sheets of the years in which two alike departments or more have a line in common, latest first."""
    rows = book.comparison.rows
    found: dict[tuple[str, int], dict[str, dict[str, dict[str, Cell]]]] = {}
    for (indicator_id, issuer, (year, part), status), cell in cells(rows, range(len(rows))).items():
        if not part:
            group = rows[cell.shown].group
            at = year if status == "actual" else year - 1
            line = found.setdefault((group, at), {}).setdefault(
                indicator_id, {"actual": {}, "target": {}}
            )
            line[status][issuer] = cell
    made = 0
    for group, year in sorted(found, key=lambda key: (-key[1], key[0])):
        lines = [
            Line(indicator_id, line["actual"], line["target"])
            for indicator_id, line in found[group, year].items()
            if len(line["actual"]) > 1
        ]
        if lines and made < MOST_SHEETS:
            made += 1
            ordered = sorted(lines, key=lambda line: _order(book, line))
            _write(book, group, year, ordered[:MOST_LINES], len(ordered) - MOST_LINES)


def _order(book: Book, line: Line) -> tuple[object, ...]:
    """Lines that most departments have come first; level and changes of one indicator stand together."""
    row = book.comparison.rows[next(iter(line.reached.values())).shown]
    return -len(line.reached), row.indicator, row.kind, line.indicator_id


def _write(book: Book, group: str, year: int, lines: Sequence[Line], left_out: int) -> None:
    page = book.sheet(f"{year}年{group}")
    names = sorted({name for line in lines for name in (*line.reached, *line.wanted)})
    page.set_row(0, 32)
    page.write_string(0, 0, f"{year}年{group}对比", book.looks["title"])
    note = "名次从大到小，只说数的大小，不说好坏；占比是占本表各单位合计；斜体的是目标；点数值看所在语句"
    note += f"；另有 {left_out} 个指标见“明细”" if left_out > 0 else ""
    page.write_string(1, 0, note, book.looks["note"])
    page.set_column(0, 0, 28)
    blocks = [_block(book, line, year) for line in lines]
    firsts = [
        1 + sum(len(block.parts) for block in blocks[:number]) for number in range(len(blocks))
    ]
    heads = [("单位", "", ""), *(head for block in blocks for head in block.heads)]
    for column, head in enumerate(heads[1:], 1):
        page.set_column(column, column, 7 if head[2] in ("名次", "占比%") else _WIDTH)
    for at in range(3):  # row by row, as the workbook is written
        page.set_row(2 + at, 50 if at == 0 else 18)
        for column, head in enumerate(heads):
            page.write_string(2 + at, column, head[at], book.looks["header"])
    for at, name in enumerate(names, TOP):
        page.set_row(at, 20)
        page.write_string(at, 0, name, book.looks["text"])
        for first, block in zip(firsts, blocks, strict=True):
            _figures(book, page, at, first, block, name)
    page.freeze_panes(TOP, 1)
    page.repeat_rows(2, 4)
    book.print_across(page, len(heads))
    _charts(book, page, blocks, firsts, len(names))


def _block(book: Book, line: Line, year: int) -> Block:
    """The columns of a line: value, rank, share where that makes sense, next year's plan where there is one."""
    row = book.comparison.rows[next(iter(line.reached.values())).shown]
    values = {name: book.comparison.rows[cell.shown].value for name, cell in line.reached.items()}
    places = {name: Decimal(place) for name, place in ranks(values).items()}
    parts = [Part("数值", line.reached), Part("名次", worked=places)]
    if may_be_summed(row):
        parts.append(Part("占比%", worked=_shares(values)))
    if line.wanted:
        parts.append(Part(f"{year + 1}年目标", line.wanted))
    divisor, unit = scale(book, (*line.reached.values(), *line.wanted.values()))
    return Block(row.indicator, f"{what(row)}，{unit}", divisor, tuple(parts))


def _figures(book: Book, page: Worksheet, at: int, first: int, block: Block, name: str) -> None:
    for column, part in enumerate(block.parts, first):
        if name in part.cells:
            book.figure(page, at, column, part.cells[name], block.divisor)
        elif name in part.worked:
            book.number(page, at, column, part.worked[name])
        else:
            page.write_blank(at, column, None, book.looks["number"])


def _shares(values: Mapping[str, Decimal]) -> dict[str, Decimal]:
    total = sum(values.values(), Decimal(0))
    if total <= 0 or min(values.values()) < 0:
        return {}
    return {name: rounded(value / total * 100, 1) for name, value in values.items()}


def _charts(
    book: Book, page: Worksheet, blocks: Sequence[Block], firsts: Sequence[int], names: int
) -> None:
    last = TOP + names - 1
    for number, (block, column) in enumerate(list(zip(blocks, firsts, strict=True))[:CHARTS]):
        labels, values = (
            f"'{page.name}'!{xl_rowcol_to_cell(TOP, at, True, True)}:{xl_rowcol_to_cell(last, at, True, True)}"
            for at in (0, column)
        )
        title = f"{block.indicator}（{block.about}）"
        drawn = chart(book.book, "column", title, labels, values, number)
        below = last + 2 + CHART_ROWS * (number // 2)
        page.insert_chart(below, 0 if number % 2 == 0 else 6, drawn)
