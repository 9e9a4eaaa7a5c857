"""Forms: tables without a row of headings, in which each figure stands behind its own labels
(网站总访问量 | 12345; 信息发布 | 总数 | 678), as 政府网站工作年度报表 has them.
"""

from __future__ import annotations

from collections.abc import Iterator

from baobiao.read.grid_places import Place, Places, is_figure, is_nothing, plain


def is_form(table: Places) -> bool:
    """Whether the first two rows are each a label and one cell over all the rest: headings that lie side
    by side below a wide one would divide it.
    """
    return table.width > 2 and table.height > 2 and all(_is_entry(table, row) for row in (0, 1))


def form_paths(table: Places) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """The places that hold a figure or nothing behind labels, each with these, outermost first."""
    for row in range(table.height):
        labels: list[str] = []
        for place in table.row(row):
            if not _is_filled(place.text):
                labels.append(plain(place.text))
            elif place.row == row and labels:
                yield place, tuple(dict.fromkeys(labels))


def _is_entry(table: Places, row: int) -> bool:
    cells = table.row(row)
    if len(cells) != 2 or any(cell.row_span > 1 for cell in cells) or not cells[0].text:
        return False
    return cells[0].column_span < cells[1].column_span or _is_filled(cells[1].text)


def _is_filled(text: str) -> bool:
    return not text or is_figure(text) or is_nothing(text)
