"""Organisations: which bodies a report names, where, and which full name each mention stands for.

``extract(draft, lexicon)`` gives them sorted and without overlaps; of overlapping names the longest counts.
``kind`` is one of ``party government department internal_unit court procuratorate congress enterprise school
hospital bank association media institution team other``.

A name is read from the words that build it (``lexing``, ``stems``, ``names``), from what the report explains
(``references``), from a brand and its line of business (``brands``) or from a list that says what its items are
(``enumerations``); it goes on where a branch follows (``branches``). It is resolved from the place and the line of
business of the office that reports (``issuer``, ``resolving``). Classes are none: 各单位, 公安机关.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from baobiao.extract.organisations.acting import acting_bodies
from baobiao.extract.organisations.bare_units import bare_units
from baobiao.extract.organisations.branches import (
    aid_teams,
    branches,
    forces_in_places,
    parties_in_places,
    party_branches,
)
from baobiao.extract.organisations.brands import branded_companies, numbered_builders
from baobiao.extract.organisations.centres import named_centres
from baobiao.extract.organisations.company_lists import (
    companies_beside,
    listed_banks,
    listed_companies,
    listed_groups,
)
from baobiao.extract.organisations.counted_lists import counted_bodies, counted_units
from baobiao.extract.organisations.enumerations import (
    centres_beside,
    founded_societies,
    houses_beside,
    listed_carriers,
    listed_centres,
    listed_institutes,
    listed_offices,
    listed_units,
    office_first,
    posts_beside,
)
from baobiao.extract.organisations.foreign import foreign_bodies
from baobiao.extract.organisations.inspections import groups_of_bodies, inspection_groups
from baobiao.extract.organisations.issuer import Issuer, at_home, read_issuer
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.laboratories import (
    laboratories_of_two_fields,
    laboratories_with_field,
    listed_laboratories,
    state_laboratories,
)
from baobiao.extract.organisations.lexing import Vocabulary
from baobiao.extract.organisations.loading import load_vocabulary
from baobiao.extract.organisations.market import (
    contract_partners,
    short_companies,
    winning_brands,
)
from baobiao.extract.organisations.media import local_sites, newspaper_houses
from baobiao.extract.organisations.names import Parser
from baobiao.extract.organisations.own_bodies import task_forces
from baobiao.extract.organisations.references import (
    courts_above,
    definitions,
    issuer_for_short,
    issuer_names,
    named_before,
    own_references,
    own_units,
    parts_of_issuer,
    police_units,
    resident_inspectors,
    service_halls,
    sole_bodies,
    without_place,
)
from baobiao.extract.organisations.reserves import reserve_offices
from baobiao.extract.organisations.resolving import Resolver
from baobiao.extract.organisations.stems import Name
from baobiao.extract.organisations.unifying import unify
from baobiao.lexicon import Lexicon
from baobiao.model import Draft, Organisation

__all__ = ["extract"]

# Rules of names that the report explains: they say more than the words of a name.
_EXPLAINED = ("defined_short_name", "issuer_name", "self_reference")
_ITEM = 6  # 一是 leads a sentence of the running text, however the outline counts it
_BRACKETS = str.maketrans("()", "（）")
_CASE_NUMBER = re.compile(r"[(〔]\d{4}[)〕][\u4e00-\u9fff\d]{1,12}号")  # (2016)最高法民终428号
# 市九届人大四次会议 is a meeting.
_MEETING = re.compile(
    "届(?P<body>人大|人民代表大会|政协(?:委员会)?|党代会)第?[一二三四五六七八九十]{1,3}次(?:全体)?会议"
)
_TITLE = re.compile(r"《[^《》\n]{1,60}(?:〈[^〉]*〉[^《》\n]{0,30})?》")


def extract(draft: Draft, lexicon: Lexicon) -> tuple[Organisation, ...]:
    """The organisations of a report, resolved as far as the report lets one tell.

    >>> from baobiao.lexicon import load
    >>> from baobiao.model import Document, Report
    >>> text = "我局会同区法院开展宣传。"
    >>> report = Report("0" * 16, "例.txt", "txt", text)
    >>> draft = Draft(report, text, Document(issuer="梅州市公安局梅县区分局"))
    >>> [found.name for found in extract(draft, load())]
    ['梅州市公安局梅县区分局', '梅州市梅县区人民法院']
    """
    words_of = load_vocabulary(lexicon)
    document = draft.document
    issuer = read_issuer(document.issuer, words_of.places, document.year, document.region)
    if issuer.name and issuer.is_placeless:
        issuer = at_home(issuer, draft.folded, words_of.places, document.year)
    near = words_of.places.county_short_names(issuer.region) | issuer.short_names
    words = words_of.read(draft.folded, near, issuer.places, issuer.short_names)
    names = _longest(_allowed(draft, _names(draft.folded, words, words_of, issuer)))
    resolver = Resolver(issuer, words_of, document.year)
    resolved = [(name, resolver.resolve(name, draft.folded)) for name in names]
    longer = unify((found, name.kind) for name, found in resolved if found is not None)
    return tuple(
        _organisation(draft, name, longer.get(found.name, found.name))
        for name, found in resolved
        if found is not None
    )


def _names(text: str, words: list[Word], words_of: Vocabulary, issuer: Issuer) -> list[Name]:
    """All names of a report, overlapping ones too."""
    parser = Parser(text, words, words_of, issuer)
    found = [name for index in range(len(words)) if (name := parser.name_at(index)) is not None]
    found += own_references(text, issuer)
    found += own_units(text, words, issuer)
    found += bare_units(text, words, issuer)
    found += acting_bodies(text, words, words_of.suffixes, issuer)
    found += task_forces(text) if issuer.name and not issuer.is_national else []
    found += police_units(text, words, issuer)
    found += service_halls(text, issuer)
    found += courts_above(text, words, issuer)
    found += sole_bodies(text, words, issuer)
    found += issuer_for_short(text, words, issuer)
    found += issuer_names(text, issuer)
    found += list(parts_of_issuer(text, words, found))
    found += resident_inspectors(text, issuer)
    found += listed_companies(text, words)
    found += branded_companies(text, words)
    found += numbered_builders(text)
    found += winning_brands(text, words)
    found += contract_partners(text, words)
    found += named_centres(text, words, words_of.kinds)
    found += state_laboratories(text, words)
    found += reserve_offices(text, words)
    found += laboratories_of_two_fields(text, words)
    found += list(branches(text, words, found))
    found += list(party_branches(text, words, found))
    found += parties_in_places(text, words)
    found += forces_in_places(words)
    found += aid_teams(text, words)
    found += list(listed_units(text, found))
    found += list(companies_beside(text, words, found))
    found += list(centres_beside(text, words, found))
    found += list(laboratories_with_field(text, words, found))
    found += list(office_first(text, found))
    found += list(houses_beside(text, words, found))
    found += listed_offices(text)
    found += listed_carriers(text)
    found += founded_societies(text, words)
    found += counted_bodies(text, words, words_of.suffixes)
    found += counted_units(text)
    found += listed_banks(text, words_of.banks)
    found += listed_institutes(text, words)
    found += listed_groups(text, words)
    found += listed_laboratories(text, words)
    if not issuer.is_government:
        found += listed_centres(text, words)
    if issuer.is_local:
        found += list(posts_beside(text, words, found))
    found += foreign_bodies(text)
    found += local_sites(words, issuer)
    found += newspaper_houses(text)
    found += inspection_groups(text, words)
    found += list(groups_of_bodies(text, found))
    found += list(short_companies(text, words, found))
    found += list(named_before(text, words, found))
    found += list(without_place(text, words, found))
    for short, name in definitions(text, {name.end: name for name in found}).items():
        for match in re.finditer(re.escape(short), text):
            kind, rule = name.kind, "defined_short_name"
            found.append(Name(match.start(), match.end(), kind, rule, body=short, whole=name))
    return found


def _allowed(draft: Draft, names: Iterable[Name]) -> list[Name]:
    """Without page residue, the titles of documents, the numbers of cases, and the bare committees of headings.

    A document's title names its author as part of the title; 贯彻省委决策部署 in a heading is a formula.
    """
    closed = [(b.start, b.end) for b in draft.report.blocks if b.kind == "furniture"]
    closed += [match.span() for match in _TITLE.finditer(draft.folded)]
    closed += [match.span() for match in _CASE_NUMBER.finditer(draft.folded)]
    meetings = {match.end("body") for match in _MEETING.finditer(draft.folded)}
    headings = [(s.start, s.end) for s in draft.sections if s.level < _ITEM]
    return [
        name
        for name in names
        if not _inside(name, closed)
        and name.end not in meetings
        and not (name.kind == "party" and name.letter and _inside(name, headings))
    ]


def _inside(name: Name, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= name.start and name.end <= end for start, end in spans)


def _longest(names: Iterable[Name]) -> list[Name]:
    """Of names that overlap the longest; of equals what the report itself explains, then the first."""
    kept: list[Name] = []
    taken: set[int] = set()
    for name in sorted(
        names, key=lambda name: (name.start - name.end, name.start, name.rule not in _EXPLAINED)
    ):
        if taken.isdisjoint(range(name.start, name.end)):
            kept.append(name)
            taken.update(range(name.start, name.end))
    return sorted(kept, key=lambda name: name.start)


def _organisation(draft: Draft, name: Name, full: str) -> Organisation:
    return Organisation(
        section_id=draft.section_at(name.start),
        start=name.start,
        end=name.end,
        text=draft.report.text[name.start : name.end],
        name=full.translate(_BRACKETS),
        kind=name.kind,
        rule=name.rule,
    )
