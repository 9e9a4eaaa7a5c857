"""Dates and periods of a report, resolved to days by the report's own year."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from baobiao.characters import fold
from baobiao.extract.dates.discussion import Discussion, discussed
from baobiao.extract.dates.resolving import Resolver
from baobiao.extract.dates.tokens import tokens
from baobiao.lexicon import Lexicon
from baobiao.model import Date, Draft

# Meanings of the dictionary that stand for days; the others (每年, 当前, 迄今) name no stretch.
_RESOLVABLE = frozenset(
    (
        *("this_year", "last_year", "next_year", "year_before_last", "year_to_date"),
        *("same_period_last_year", "first_half", "second_half", "first_three_quarters"),
        *("first_quarter", "second_quarter", "third_quarter", "fourth_quarter"),
        *("year_start", "year_end", "last_year_end", "review_period"),
    )
)


def extract(draft: Draft, lexicon: Lexicon) -> tuple[Date, ...]:
    """The times that the report names, in order, none overlapping another.

    Words such as 去年 and a month without a year are resolved by ``draft.document.year``, else
    by the first year that the text names. What a page put around the report gives nothing.

    >>> from baobiao.characters import fold
    >>> from baobiao.lexicon import load
    >>> from baobiao.model import Document, Report
    >>> text = "今年以来，１至９月完成投资3亿元，比上年同期增长5%。"
    >>> draft = Draft(Report("0", "a.txt", "txt", text), fold(text), Document(year=2024))
    >>> for found in extract(draft, load()):
    ...     print(found.text, found.date_from, found.date_to)
    今年以来 2024-01-01 None
    １至９月 2024-01-01 2024-09-30
    上年同期 2023-01-01 2023-09-30
    """
    about = discussed(draft)
    if about is None:
        return ()
    meanings = _beyond_grammar(tuple((row.word, row.meaning) for row in lexicon.periods))
    resolver = Resolver(draft.folded, about, meanings)
    furniture = [b for b in draft.report.blocks if b.kind == "furniture"]
    dates = []
    for point in resolver.points(tokens(draft.folded, tuple(meanings))):
        if any(block.start < point.end and point.start < block.end for block in furniture):
            continue
        dates.append(
            Date(
                section_id=draft.section_at(point.start),
                start=point.start,
                end=point.end,
                text=draft.report.text[point.start : point.end],
                date_from=point.stretch[0],
                date_to=point.stretch[1],
                precision=point.precision,
                rule=point.rule,
            )
        )
    return tuple(dates)


@lru_cache(maxsize=8)
def _beyond_grammar(rows: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """The dictionary's words that name days and that the grammar does not already read, whole."""
    grammar = Resolver("", Discussion(2024, 2024), {})
    words = {}
    for word, meaning in rows:
        folded = fold(word)
        if meaning not in _RESOLVABLE:
            continue
        grammar.folded = folded
        if not any(p.start == 0 and p.end == len(folded) for p in grammar.points(tokens(folded))):
            words[folded] = meaning
    return words
