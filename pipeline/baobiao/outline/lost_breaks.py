"""Where titles end in a line whose breaks were lost: the words speak, and the siblings decide."""

from __future__ import annotations

from collections.abc import Sequence

from baobiao.outline.known_titles import chapter_title
from baobiao.outline.title_ends import LONGEST, Lead, TitleEnd, measured_half, title_ends

_APART, _FAR = 0.3, 1.25  # what a character of difference in length costs, and the most it costs
_KIND, _CLAUSES, _LAST, _WORD, _LENGTH = 1.5, 1.4, 0.6, 0.65, 1.2
_PAIR = 0.65  # what two siblings say against what three or more do


def ends(leads: Sequence[Lead]) -> list[int]:
    """The length of the title in each lead of one sequence of siblings.

    One of the possible titles is the model: that to which the best of all leads come closest.

    >>> bodies = ["存在问题在看到成绩的同时，我们也看到不足", "下一步计划2023年，我局将加强管理"]
    >>> [body[:end] for body, end in zip(bodies, ends([Lead(body, False, True) for body in bodies]))]
    ['存在问题', '下一步计划']
    """
    chapters = sum(lead.first_level and chapter_title(lead.words) > 0 for lead in leads)
    bulletin = 2 * chapters > max(3, len(leads))
    measured = len(leads) > 1 and all(measured_half(lead.words) for lead in leads)
    options = [title_ends(lead, bulletin, measured) for lead in leads]
    share = 0.0 if len(leads) == 1 else _PAIR if len(leads) == 2 else 1.0

    def worth(end: TitleEnd, model: TitleEnd) -> float:
        return end.worth + share * _likeness(end, model)

    def total(model: TitleEnd) -> float:
        return sum(max(worth(end, model) for end in choices) for choices in options)

    models = [end for choices in options for end in choices if end.length <= LONGEST]
    model = max(models or options[0], key=total)
    return [max(choices, key=lambda end: worth(end, model)).length for choices in options]


def _likeness(end: TitleEnd, model: TitleEnd) -> float:
    """Siblings are about equally long, of as many clauses, and often end in the same word (…方面, …答卷)."""
    return (
        _KIND * (end.whole == model.whole)
        + _CLAUSES * (end.clauses == model.clauses)
        + _LAST * (end.last_clause == model.last_clause)
        + _WORD * (end.last_word == model.last_word)
        + _LENGTH * (end.length == model.length)
        - min(_FAR, _APART * abs(end.length - model.length))
    )
