"""The values that travel down the pipeline. All are frozen: a step reads them and returns new ones.

Offsets count characters of ``Report.text``, half open: ``report.text[fact.start:fact.end] == fact.text``
holds for every fact, always.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

_CARRIED_OUT = re.compile(r"((?:19|20)\d\d)年[^。]*?(?:执行|完成)\s*情况[^。]*?((?:19|20)\d\d)年")

NOTHING: Mapping[str, str] = MappingProxyType({})
"""Says nothing; the default where a mapping may be given."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the report's text that stands for itself: a paragraph, or what a web page put around the report.

    ``kind`` is ``text`` (a paragraph, without its line end), ``furniture`` (page residue: it is part of the
    text and yields no facts) or ``table`` (statutory cells run together, the text of a ``Table``, or one cell of it).
    ``page`` and ``paragraph`` count from 1, 0 where the format has none. ``box`` is where the block stands on its
    page (left, top, right, bottom in points from the top left corner). ``outline_level`` is the level of the
    heading style that the writer gave the paragraph (1 for 标题 1), 0 for none. ``confidence`` is how sure the
    recognition of a scanned page is of these words, in per cent; None where nothing was recognised.
    """

    start: int
    end: int
    kind: str = "text"
    page: int = 0
    paragraph: int = 0
    box: tuple[float, float, float, float] | None = None
    outline_level: int = 0
    confidence: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table.

    ``header`` is the path of headings above and beside it, the column's first and then the row's, outermost first.
    ``kind`` is ``header``, ``value`` or ``blank``; a cell merged over others stands once, at its first place.
    """

    row: int
    column: int
    start: int
    end: int
    text: str
    header: tuple[str, ...] = ()
    kind: str = "value"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a report, with its caption and the unit said above it (``单位：万元``).

    ``page`` is where it begins, from 1; 0 where the format has no pages. A table that goes on over several pages
    is one table.
    """

    start: int
    end: int
    cells: tuple[Cell, ...]
    caption: str = ""
    unit: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read: one text that no later step changes.

    ``document_id`` is the first 16 hex digits of the SHA-256 of the file's bytes (of the row, for a report
    that is a row of a table). ``metadata`` is what a catalogue or the file itself says about the report,
    under the names ``report_type title year issuer region publish_date document_number index_number source_url``;
    it wins over what is detected.
    ``warnings`` are Chinese sentences for a person, for example about damaged bytes.
    """

    document_id: str
    source: str
    format: str
    text: str
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text that it governs, up to ``section_end``.

    ``level`` is the class of the numbering (GB/T 9704: 一、=1 （一）=2 1.=3 （1）=4, then ①=5 and 一是=6), not the
    depth in the tree; the tree is ``parent_id``, where 0 is the report itself. ``marker`` is the numbering as written,
    ``title`` the words after it. ``required_section`` is the key of the profile's section that this one fulfils.
    """

    section_id: int
    parent_id: int
    level: int
    marker: str
    title: str
    start: int
    end: int
    section_end: int
    required_section: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """What a report says of itself: the elements of an official document (GB/T 9704-2012 §7) and its type."""

    report_type: str = ""
    title: str = ""
    issuer: str = ""
    region: str = ""
    year: int | None = None
    document_number: str = ""
    signer: str = ""
    recipient: str = ""
    issue_date: date | None = None

    @property
    def carried_out(self) -> int | None:
        """The year whose plan or budget the title says was carried out, where it goes on to the next year's.

        >>> Document(title="2016年计划执行情况及2017年计划草案的报告").carried_out
        2016
        """
        years = _CARRIED_OUT.search(self.title)
        first = int(years[1]) if years else 0
        return first if years and int(years[2]) == first + 1 else None


@dataclass(frozen=True, slots=True)
class Date:
    """A time that the text names, resolved to days. Both ends are inclusive; None is open.

    ``precision`` is ``day month quarter half_year year span plan`` or ``word`` (今年以来).
    """

    section_id: int
    start: int
    end: int
    text: str
    date_from: date | None
    date_to: date | None
    precision: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A named public body, internal unit, company, school or court; ``name`` is the full name it resolves to."""

    section_id: int
    start: int
    end: int
    text: str
    name: str
    kind: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A number by which the report says how much of something there was, is or shall be.

    ``value`` is exact and plain: 5万份 is 50000 with unit 份. A range has ``value_high``. A change is signed.
    """

    section_id: int
    start: int
    end: int
    text: str
    indicator: str
    name: str
    value: Decimal
    value_high: Decimal | None
    unit: str
    kind: str = "level"
    basis: str = ""
    approximation: str = ""
    status: str = "actual"
    year: int | None = None
    period_from: date | None = None
    period_to: date | None = None
    actor: str = ""
    context: str = ""
    table_cell: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a careful superior would send a draft back for, or that a reader of the tables must know."""

    code: str
    severity: str
    start: int
    end: int
    text: str
    message: str
    suggestion: str = ""
    key: str = ""
    source_of_rule: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """A file, or a row of a file, that could not be read or processed. ``error`` is a Chinese sentence."""

    source: str
    step: str
    error: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A report on its way: what the steps before have found in it.

    ``folded`` is ``report.text`` with full-width digits, letters and brackets made half width, character for
    character, so that patterns match on it and offsets hold for both.
    """

    report: Report
    folded: str
    document: Document = Document()
    sections: tuple[Section, ...] = ()
    dates: tuple[Date, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    findings: tuple[Finding, ...] = ()

    def section_at(self, offset: int) -> int:
        """The id of the innermost section that holds the offset; 0 before the first heading.

        >>> Draft(Report("0", "a.txt", "txt", "一、概况"), "一、概况").section_at(2)
        0
        """
        found = 0
        for section in self.sections:
            if section.start > offset:
                break
            if offset < section.section_end:
                found = section.section_id
        return found
