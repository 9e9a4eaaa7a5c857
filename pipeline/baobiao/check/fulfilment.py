"""Where a draft fulfils what its type requires: by a heading, or by its text where the profile allows that."""

from __future__ import annotations

import re
from dataclasses import dataclass

from baobiao.characters import fold
from baobiao.check.passages import is_quoted
from baobiao.check.rule import Case
from baobiao.lexicon import RequiredSection
from baobiao.model import Section


@dataclass(frozen=True, slots=True)
class Place:
    """Where a required section is: its heading, or only words of the text (``section`` None).

    ``section_id`` is the section that holds the words; 0 before the first heading.
    """

    section_id: int
    start: int
    section: Section | None = None


def wanted(case: Case) -> tuple[RequiredSection, ...]:
    """The sections that the draft's profile has for reports about its year and with its title."""
    if case.profile is None:
        return ()
    document = case.draft.document
    return tuple(
        section
        for section in case.profile.sections
        if section.applies(document.year) and re.search(section.when, fold(document.title))
    )


def places(case: Case) -> dict[str, Place | None]:
    """For each section of the profile the place that fulfils it; None where nothing does."""
    headed = {section.required_section: section for section in case.draft.sections}
    by_key = {section.key: section for section in wanted(case)}
    found: dict[str, Place | None] = {}

    def place(section: RequiredSection) -> Place | None:
        if section.key not in found:
            if heading := headed.get(section.key):
                found[section.key] = Place(heading.section_id, heading.start, heading)
            elif outer := by_key.get(section.within):
                found[section.key] = _inside(case, section, place(outer))
            else:
                found[section.key] = _in_the_text(case, section, 0, len(case.draft.folded))
        return found[section.key]

    return {key: place(section) for key, section in by_key.items()}


def _inside(case: Case, section: RequiredSection, outer: Place | None) -> Place | None:
    """The words that fulfil a section inside the section that its ``within`` names."""
    if outer is None:
        return None
    by_id = {each.section_id: each for each in case.draft.sections}
    holder = by_id.get(outer.section_id)
    start = outer.section.end if outer.section else outer.start
    return _in_the_text(
        case, section, start, holder.section_end if holder else len(case.draft.folded)
    )


def _in_the_text(case: Case, section: RequiredSection, start: int, end: int) -> Place | None:
    """Words of the draft itself: the name of a rule (《…第一责任人职责规定》) is not what the rule asks for."""
    for pattern in section.text_patterns:
        for match in re.compile(pattern).finditer(case.draft.folded, start, end):
            if not is_quoted(case.draft, match.start()):
                return Place(case.draft.section_at(match.start()), match.start())
    return None
