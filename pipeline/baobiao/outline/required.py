"""Which heading fulfils which section that the report's type requires."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from baobiao.characters import fold
from baobiao.lexicon import Profile, RequiredSection
from baobiao.model import Section

_NOT_WORDS = re.compile(r"[\s“”‘’\"'《》〈〉()（）\[\]【】、，,。：:；;·\-—_/]")


@dataclass(frozen=True, slots=True, order=True)
class _Claim:
    """A heading that could fulfil a required section; ``uncovered`` is the part of its title that no wording fills.

    ``former``: reports about this year do not have that section any more, or not yet.
    """

    former: bool
    uncovered: float
    level: int
    index: int
    key: str


def fulfil(
    found: Sequence[Section], profile: Profile | None, year: int | None = None
) -> tuple[Section, ...]:
    """The sections with ``required_section`` filled in, where a title matches a section of the profile.

    A title matches by an alias that it holds or by a pattern, spaces and punctuation left aside, at the levels that
    the profile allows. Each key goes to one heading, the one whose title the wording fills most; of two like
    headings to the higher, then to the first.
    """
    if profile is None:
        return tuple(found)
    keys: dict[int, str] = {}
    claims = (claim for wanted in profile.sections for claim in _claims(found, wanted, year))
    for claim in sorted(claims):
        if claim.index not in keys and claim.key not in keys.values():
            keys[claim.index] = claim.key
    return tuple(
        replace(section, required_section=keys.get(index, ""))
        for index, section in enumerate(found)
    )


def _claims(
    found: Sequence[Section], wanted: RequiredSection, year: int | None
) -> Iterator[_Claim]:
    former = not wanted.applies(year)
    wordings = [word for alias in (wanted.title, *wanted.aliases) if (word := _plain(alias))]
    for index, section in enumerate(found):
        if wanted.levels and section.level not in wanted.levels:
            continue
        title = _plain(section.title)
        covered = max((len(word) for word in wordings if word in title), default=0)
        for pattern in wanted.patterns:
            if match := re.search(pattern, title):
                covered = max(covered, match.end() - match.start())
        if covered:
            yield _Claim(former, 1 - covered / len(title), section.level, index, wanted.key)


def _plain(words: str) -> str:
    return _NOT_WORDS.sub("", fold(words))
