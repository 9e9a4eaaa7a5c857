"""The whole judgement on one draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from baobiao.check import run
from baobiao.check.choices import Choices, chosen
from baobiao.check.fulfilment import places
from baobiao.check.rule import Case
from baobiao.lexicon import Lexicon
from baobiao.model import Draft, Finding


@dataclass(frozen=True, slots=True)
class Verdict:
    """A draft with what was found in it.

    ``sections`` has for every section of the draft's profile the id of the section that fulfils it (0: words before
    the first heading), None where nothing does. ``report_type`` is the profile's name, "" where none fits.
    """

    draft: Draft
    report_type: str
    sections: Mapping[str, int | None]
    findings: tuple[Finding, ...]


def judge(
    draft: Draft, lexicon: Lexicon, choices: Choices | None = None, last_year: Draft | None = None
) -> Verdict:
    """Runs all rules on a draft, by the profile of its type.

    >>> from baobiao import read
    >>> from baobiao.lexicon import load
    >>> from baobiao.process import extract
    >>> report = read.from_text("2024年法治政府建设年度报告\\n一、主要举措和成效\\n全年普法12场次。")
    >>> judge(extract(report, load()), load()).sections["achieve"]
    1
    """
    profile = lexicon.profiles.get(draft.document.report_type)
    case = Case(draft, lexicon, profile, last_year)
    found = chosen(run(case), choices or Choices(), draft.report.source)
    return Verdict(
        draft,
        profile.report_type if profile else "",
        {key: place.section_id if place else None for key, place in places(case).items()},
        found,
    )
