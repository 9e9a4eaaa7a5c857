"""What a careful superior would send a draft back for: one file a rule, each with its reason and its source.

Families: BB1 structure, BB2 numbers, BB3 dates and organisations, BB4 wording, BB5 against last year, BB6 elements of
an official document. A code is never used twice. Law and national standard make an error, practice a warning or a hint.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import replace
from functools import cache

from baobiao.check import wording
from baobiao.check.rule import Case, Example, Rule, rule
from baobiao.lexicon import Lexicon
from baobiao.model import Draft, Finding

__all__ = ["Case", "Example", "Rule", "findings", "rules", "run"]

_RULE = re.compile(r"bb\d{3}_\w+")


def rules(lexicon: Lexicon | None = None) -> tuple[Rule, ...]:
    """All draft rules in the order of their codes; with a lexicon the rows of its ``wording.csv``, too."""
    rows = wording.rules(lexicon) if lexicon else ()
    return tuple(sorted((*_programmed(), *rows), key=lambda each: each.code))


@cache
def _programmed() -> tuple[Rule, ...]:
    names = (found.name for found in pkgutil.iter_modules(__path__))
    modules = (
        importlib.import_module(f"{__name__}.{name}") for name in names if _RULE.fullmatch(name)
    )
    return tuple(map(rule, modules))


def run(case: Case) -> tuple[Finding, ...]:
    """Everything that the rules find, in the order of the text."""
    found = (
        finding if finding.source_of_rule else replace(finding, source_of_rule=each.source)
        for each in rules(case.lexicon)
        for finding in each.check(case)
    )
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end, finding.code)))


def findings(draft: Draft, lexicon: Lexicon, last_year: Draft | None = None) -> tuple[Finding, ...]:
    """Everything that the rules find in a draft by the profile of its type, in the order of the text."""
    return run(Case(draft, lexicon, lexicon.profiles.get(draft.document.report_type), last_year))
