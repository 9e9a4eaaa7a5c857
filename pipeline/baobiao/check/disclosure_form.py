"""The three tables of the yearly report on open government information and what must hold between their figures.

国办公开办函〔2021〕30号: 第一项加第二项之和，等于第三项加第四项之和; 总计 is the sum of its column, and of its row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from baobiao.check.tables import Entry, Line, lines, text_entries
from baobiao.model import Draft

_ROWS = {
    "new": re.compile(r"本年新收政府信息公开申请"),
    "carried": re.compile(r"上年结转政府信息公开申请"),
    "total": re.compile(r"\(七\)总计$|^总计$"),
    "next": re.compile(r"结转下年度?继续办理"),
}
_DOCUMENTS = re.compile(r"行政规范性文件$")
_REVIEWS = re.compile(r"结果维持\s*结果纠正\s*其他结果\s*尚未审结\s*总计\s*(\d+(?:\s+\d+)*)")
_KINDS = 7  # 自然人, five kinds of 法人或其他组织, 总计
_OUTCOMES = 5  # 结果维持, 结果纠正, 其他结果, 尚未审结, 总计


@dataclass(frozen=True, slots=True)
class Form:
    """The figures of the form. ``requests`` has the rows new, carried, total and next of seven figures each,
    ``outcomes`` the rows between, ``reviews`` groups of five, ``documents`` the 制发, 废止 and 有效 of 规范性文件.
    """

    requests: dict[str, Sequence[Entry]] = field(default_factory=dict)
    outcomes: tuple[Line, ...] = ()
    reviews: tuple[Sequence[Entry], ...] = ()
    documents: Sequence[Entry] = ()


@dataclass(frozen=True, slots=True)
class Broken:
    """An identity that does not hold: the figure to look at, what it says and what the others make."""

    entry: Entry
    expected: Decimal
    identity: str


def form(draft: Draft) -> Form:
    """The form's figures as far as they can be told apart."""
    requests: dict[str, Sequence[Entry]] = {}
    outcomes: list[Line] = []
    reviews: list[Sequence[Entry]] = []
    documents: Sequence[Entry] = ()
    for line in lines(draft):
        row = next((key for key, pattern in _ROWS.items() if pattern.search(line.label)), "")
        if len(line.entries) == _KINDS and row and row not in requests:
            requests[row] = line.entries
        elif len(line.entries) == _KINDS and "carried" in requests and "total" not in requests:
            outcomes.append(line)
        elif len(line.entries) in (_OUTCOMES, 3 * _OUTCOMES) and not line.label and requests:
            entries = line.entries
            reviews += [entries[at : at + _OUTCOMES] for at in range(0, len(entries), _OUTCOMES)]
        elif len(line.entries) == 3 and _DOCUMENTS.search(line.label):
            documents = line.entries
    if not requests:
        requests = _requests(draft)
    return Form(requests, tuple(outcomes), tuple(reviews or _reviews(draft)), documents)


def _requests(draft: Draft) -> dict[str, Sequence[Entry]]:
    """Rows of the second table in a text that has lost its cells but not the spaces between them."""
    found: dict[str, Sequence[Entry]] = {}
    for key, words in (
        ("new", "本年新收"),
        ("carried", "上年结转"),
        ("next", "结转下年度继续办理"),
    ):
        row = re.search(
            rf"{words}[^\d\n]*?[ ]+(\d+(?:[ ]+\d+){{{_KINDS - 1}}})(?![\d ])", draft.folded
        )
        if row:
            found[key] = text_entries(draft, *row.span(1))
    return found


def _reviews(draft: Draft) -> Iterator[Sequence[Entry]]:
    """The third table where its cells are lost: figures in fives behind their headings."""
    for found in _REVIEWS.finditer(draft.folded):
        figures = text_entries(draft, *found.span(1))
        if len(figures) % _OUTCOMES == 0:
            yield from (figures[at : at + _OUTCOMES] for at in range(0, len(figures), _OUTCOMES))


def broken(found: Form) -> Iterator[Broken]:
    """The identities of the form that its figures break, each figure once."""
    yield from _rows(found)
    yield from _columns(found)
    for *outcomes, total in found.reviews:
        expected = sum((entry.value for entry in outcomes), Decimal(0))
        if expected != total.value:
            yield Broken(total, expected, "总计＝结果维持＋结果纠正＋其他结果＋尚未审结")


def _rows(found: Form) -> Iterator[Broken]:
    every = [*found.requests.values(), *(line.entries for line in found.outcomes)]
    for *kinds, total in every:
        expected = sum((entry.value for entry in kinds), Decimal(0))
        if expected != total.value:
            yield Broken(
                total,
                expected,
                "总计＝自然人＋商业企业＋科研机构＋社会公益组织＋法律服务机构＋其他",
            )


def _columns(found: Form) -> Iterator[Broken]:
    rows = found.requests
    if "total" not in rows:
        return
    for column in range(_KINDS):
        total = rows["total"][column]
        expected = sum((line.entries[column].value for line in found.outcomes), Decimal(0))
        if found.outcomes and expected != total.value:
            yield Broken(total, expected, "（七）总计＝办理结果各项之和")
        if len(rows) == len(_ROWS):
            received = rows["new"][column].value + rows["carried"][column].value
            handled = total.value + rows["next"][column].value
            if received != handled:
                due = received - rows["next"][column].value
                yield Broken(total, due, "本年新收＋上年结转＝总计＋结转下年度继续办理")
