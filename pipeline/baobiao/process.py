"""The way of one report, from its text to all that was found in it. A newcomer starts here."""

from __future__ import annotations

from dataclasses import replace

from baobiao import elements, outline
from baobiao.characters import fold
from baobiao.check import findings
from baobiao.extract import dates, indicators, organisations
from baobiao.lexicon import Lexicon
from baobiao.model import Draft, Report


def process(report: Report, lexicon: Lexicon) -> Draft:
    """Everything that the tables say of a report: its facts, and what the draft rules find in it.

    >>> from baobiao.lexicon import load
    >>> draft = process(Report("0" * 16, "例.txt", "txt", "民事5件、刑事8件，共12件。"), load())
    >>> len(draft.indicators), [found.code for found in draft.findings]
    (3, ['BB201'])
    """
    draft = extract(report, lexicon)
    return replace(draft, findings=findings(draft, lexicon))


def extract(report: Report, lexicon: Lexicon) -> Draft:
    """The facts of a report. Each step reads what the steps before it found.

    >>> from baobiao.lexicon import load
    >>> draft = extract(Report("0" * 16, "例.txt", "txt", "2024年，全区破案12宗。"), load())
    >>> [(found.text, str(found.value), found.unit) for found in draft.indicators]
    [('12宗', '12', '宗')]
    """
    folded = fold(report.text)
    sections = outline.sections(report, folded)
    document = elements.document(report, folded, sections, lexicon)
    profile = lexicon.profiles.get(document.report_type)
    fulfilled = outline.fulfil(sections, profile, document.year)
    draft = Draft(report, folded, document, fulfilled)
    draft = replace(draft, dates=dates.extract(draft, lexicon))
    draft = replace(draft, organisations=organisations.extract(draft, lexicon))
    return replace(draft, indicators=indicators.extract(draft, lexicon))
