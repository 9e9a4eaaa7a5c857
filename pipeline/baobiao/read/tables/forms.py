"""Forms: tables without a row of headings, in which each figure stands behind its own labels
(网站总访问量 | 12345; 信息发布 | 总数 | 678), as 政府网站工作年度报表 has them, also two to a row
(编制数 | 120 | 实有人数 | 110).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from baobiao.read.tables.places import Place, Places, is_figure, is_nothing, plain


def is_form(table: Places) -> bool:
    """Whether the first two rows are each a label and one cell over all the rest (headings that lie side
    by side below a wide one would divide it), or all rows are pairs of a label and a figure.
    """
    if table.width < 3:
        return False
    if table.height > 2 and all(_is_entry(table, row) for row in (0, 1)):
        return True
    return all(_is_pairs(table.row(row)) for row in range(table.height))


def form_paths(table: Places) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """The places that hold a figure or nothing behind labels, each with these, outermost first."""
    for row in range(table.height):
        labels: list[str] = []
        for place in table.row(row):
            if not _is_filled(place.text):
                labels.append(plain(place.text))
            elif place.row == row and labels:
                yield place, tuple(dict.fromkeys(labels))
                labels = []


def _is_entry(table: Places, row: int) -> bool:
    cells = table.row(row)
    if len(cells) != 2 or any(cell.row_span > 1 for cell in cells) or not cells[0].text:
        return False
    return cells[0].column_span < cells[1].column_span or _is_filled(cells[1].text)


def _is_pairs(cells: Sequence[Place]) -> bool:
    """Whether words and figures take turns, with two figures at least."""
    labels, figures = cells[::2], cells[1::2]
    words = all(cell.text and not _is_filled(cell.text) for cell in labels)
    return words and len(figures) > 1 and all(is_figure(cell.text) for cell in figures)


def _is_filled(text: str) -> bool:
    return not text or is_figure(text) or is_nothing(text)
