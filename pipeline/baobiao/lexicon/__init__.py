"""The dictionaries that a domain expert edits: read, judged, and given as values.

>>> from baobiao.lexicon import load
>>> next(unit.canonical for unit in load().units if unit.name == "公里")
'米'
"""

from baobiao.lexicon.check import NUMERAL, wording_pattern
from baobiao.lexicon.loading import add_profiles, check, default_folder, examples, load
from baobiao.lexicon.marks import Example, unmark
from baobiao.lexicon.problem import DictionaryError, Problem
from baobiao.lexicon.rows import (
    CanonicalIndicator,
    Content,
    Deadline,
    Division,
    KnownOrganisation,
    Lexicon,
    NotIndicator,
    OrganisationSuffix,
    PeriodWord,
    Profile,
    Qualifier,
    RequiredSection,
    Unit,
    Wording,
)

__all__ = [
    "NUMERAL",
    "CanonicalIndicator",
    "Content",
    "Deadline",
    "DictionaryError",
    "Division",
    "Example",
    "KnownOrganisation",
    "Lexicon",
    "NotIndicator",
    "OrganisationSuffix",
    "PeriodWord",
    "Problem",
    "Profile",
    "Qualifier",
    "RequiredSection",
    "Unit",
    "Wording",
    "add_profiles",
    "check",
    "default_folder",
    "examples",
    "load",
    "unmark",
    "wording_pattern",
]
