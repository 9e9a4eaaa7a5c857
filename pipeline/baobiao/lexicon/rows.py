"""The rows of the dictionaries as values.

Everything that is matched against a report (aliases, words, phrases, suffixes) is folded on reading, as the
report is (`characters.fold`), so that a row typed in full width still matches. Names that go into a table
stay as the expert wrote them; `wordings` gives name and aliases together, folded, longest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from baobiao.characters import fold


def _wordings(name: str, aliases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({fold(name), *aliases}, key=lambda word: (-len(word), word)))


def _in_force(since: int, until: int, year: int | None) -> bool:
    return not until if year is None else (since or year) <= year <= (until or year)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or a classifier. It never holds 万 or 亿: those belong to the numeral.

    ``factor`` turns an amount into ``canonical``: 1 公顷 = 10000 平方米. ``kind`` is ``classifier measure
    currency ratio time rank``.
    """

    name: str
    dimension: str
    canonical: str
    factor: Decimal
    kind: str
    aliases: tuple[str, ...] = ()
    note: str = ""

    @property
    def wordings(self) -> tuple[str, ...]:
        """Name and aliases, folded, longest first.

        >>> Unit("公里", "长度", "米", Decimal(1000), "measure", ("千米",)).wordings
        ('公里', '千米')
        """
        return _wordings(self.name, self.aliases)


@dataclass(frozen=True, slots=True)
class CanonicalIndicator:
    """An indicator under the one name by which reports are compared.

    ``kind`` is ``flow`` (over a period), ``stock`` (at a moment) or ``rate``. ``identity`` is the arithmetic that
    the figures should satisfy, in words. A name that holds one of ``exclusions`` is another indicator.
    """

    indicator_id: str
    name: str
    domain: str
    aliases: tuple[str, ...]
    unit: str
    kind: str
    identity: str = ""
    exclusions: tuple[str, ...] = ()

    @property
    def wordings(self) -> tuple[str, ...]:
        """Name and aliases, folded, longest first."""
        return _wordings(self.name, self.aliases)


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A word beside a number that changes what the number means.

    ``category`` and the ``effect`` it allows: ``approximation`` (about at_least at_most), ``comparison``
    (year_on_year month_on_month over_period other), ``direction`` (up down flat), ``target`` (target),
    ``filler`` (drop). ``position``: it stands ``before`` or ``after`` the number, or ``any``.
    """

    word: str
    category: str
    effect: str
    position: str


@dataclass(frozen=True, slots=True)
class NotIndicator:
    """A phrase whose number is part of a name: 12345, 一带一路, “{n}个一”. {n} stands for any numeral."""

    phrase: str
    category: str


@dataclass(frozen=True, slots=True)
class PeriodWord:
    """A word that names a time relative to the report; ``meaning`` is a code such as ``last_year``.

    {n} in the word stands for a numeral (近{n}年).
    """

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """A body known by name, while it was called so. ``valid_from`` and ``valid_to`` are inclusive; None is open."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    parent: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def wordings(self) -> tuple[str, ...]:
        """Name and aliases, folded, longest first."""
        return _wordings(self.name, self.aliases)


@dataclass(frozen=True, slots=True)
class OrganisationSuffix:
    """How the names of a kind of body end: 局, 人民政府, 有限公司.

    ``level`` says where in the state such bodies stand (国家 省 市 县 乡 村, several joined by 、).
    """

    suffix: str
    kind: str
    level: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A draft rule that nobody has to program: what is not to be written, and what instead.

    ``patterns`` are matched on folded text. What lies inside a match of one of ``exceptions`` is right.
    """

    code: str
    name: str
    patterns: tuple[re.Pattern[str], ...]
    suggestion: str
    severity: str
    why: str
    example: str
    source: str
    exceptions: tuple[re.Pattern[str], ...] = ()

    def spans(
        self, folded: str, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[int, int]]:
        """Where the folded text has what is not to be written, from the left."""
        stop = len(folded) if end is None else end
        right = [m.span() for each in self.exceptions for m in each.finditer(folded, start, stop)]
        found = {m.span() for each in self.patterns for m in each.finditer(folded, start, stop)}
        for first, last in sorted(found):
            if not any(left <= first and last <= behind for left, behind in right):
                yield first, last


@dataclass(frozen=True, slots=True)
class Division:
    """An administrative division while it bore this name and code (GB/T 2260)."""

    code: str
    name: str
    level: str
    parent_code: str = ""
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class RequiredSection:
    """A section that a type of report should have.

    ``required`` is ``required optional conditional practice``. A heading fulfils it whose title holds one of
    ``aliases`` or matches one of ``patterns``, at one of ``levels`` (empty: any). Where a part may also be
    written without a heading, a match of ``text_patterns`` in the text of section ``within`` (empty: anywhere)
    fulfils it. ``severity`` of its absence follows the authority of ``source``. Its text has ``least`` characters
    or more; 0 asks for none. It belongs to reports about the years ``since`` to ``until`` (0: open), and only to
    those whose title matches ``when``.
    """

    key: str
    title: str
    aliases: tuple[str, ...]
    required: str
    order: int
    levels: tuple[int, ...]
    source: str
    severity: str
    patterns: tuple[str, ...] = ()
    within: str = ""
    text_patterns: tuple[str, ...] = ()
    least: int = 0
    since: int = 0
    until: int = 0
    when: str = ""

    def applies(self, year: int | None) -> bool:
        """Whether it is asked of reports about that year. Where the year is not known, what is in force is."""
        return _in_force(self.since, self.until, year)


@dataclass(frozen=True, slots=True)
class Content:
    """Something that has to stand in the text of a section (``section``, the key; empty: anywhere).

    A match of one of ``patterns`` fulfils it, or one of the canonical ``indicators`` with a figure.
    """

    title: str
    source: str
    severity: str
    section: str = ""
    patterns: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    since: int = 0
    until: int = 0

    def applies(self, year: int | None) -> bool:
        """Whether it is asked of reports about that year. Where the year is not known, what is in force is."""
        return _in_force(self.since, self.until, year)


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when a report is due: ``day`` is MM-DD of the year after the one it is about.

    It binds the issuers whose full name matches one of ``issuers`` (empty: all of them).
    """

    who: str
    action: str
    day: str
    source: str
    severity: str
    issuers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """A type of report: how it is recognised and what it has to contain.

    ``title_patterns`` are tried on the title, ``body_patterns`` on the text when the title does not decide;
    ``not_patterns`` on the title say that it is another type. ``ordered``: the sections come in the order given.
    ``review_offset`` is the year under review minus the year in the title (政府工作报告: -1). ``whole_year``: it
    gives the account of a year that is over. A profile that ``extends`` another is a local template: it has all that
    the other has, is never recognised by itself, and holds where somebody names it.
    """

    report_type: str
    title_patterns: tuple[str, ...]
    sections: tuple[RequiredSection, ...]
    body_patterns: tuple[str, ...] = ()
    not_patterns: tuple[str, ...] = ()
    ordered: bool = False
    review_offset: int = 0
    source: str = ""
    deadlines: tuple[Deadline, ...] = ()
    contents: tuple[Content, ...] = ()
    whole_year: bool = False
    extends: str = ""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All dictionaries of a folder. ``digest`` is the SHA-256 over its files, and goes into every table's metadata."""

    units: tuple[Unit, ...]
    indicators: tuple[CanonicalIndicator, ...]
    qualifiers: tuple[Qualifier, ...]
    not_indicators: tuple[NotIndicator, ...]
    periods: tuple[PeriodWord, ...]
    organisations: tuple[KnownOrganisation, ...]
    organisation_suffixes: tuple[OrganisationSuffix, ...]
    divisions: tuple[Division, ...]
    wording: tuple[Wording, ...]
    profiles: Mapping[str, Profile]
    digest: str
