"""Which columns stand on which sheet of the workbook, in the order in which a clerk reads them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: its name in the table, its width in Latin characters, its look."""

    name: str
    width: float
    look: str = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns of one table: those printed, those only seen on screen, those folded away."""

    table: str
    printed: tuple[Column, ...]
    seen: tuple[Column, ...] = ()
    folded: tuple[str, ...] = ("document_id",)

    def columns(self) -> tuple[Column, ...]:
        folded = tuple(Column(name, 12, "technical") for name in self.folded)
        return self.printed + self.seen + folded


_SOURCE = Column("source", 26)
_ISSUER = Column("issuer", 18)
_REPORT = (Column("report_title", 34, "line"), Column("report_type", 20, "line"))
_PAGE = Column("page", 8, "code")
_PLACE = ("section_id", "start", "end", "document_id", "paragraph", "box")
SHEETS = (
    Sheet(
        "indicators",
        (
            _ISSUER,
            Column("year", 8, "year"),
            Column("indicator", 15),
            Column("name", 28),
            Column("value", 22, "number"),
            Column("value_high", 12, "number"),
            Column("unit", 8, "code"),
            Column("kind", 12, "code"),
            Column("basis", 12, "code"),
            Column("approximation", 8, "code"),
            Column("status", 12, "code"),
            Column("actor", 14),
            Column("context", 50),
            _SOURCE,
        ),
        (
            Column("text", 16, "line"),
            Column("section", 30, "line"),
            *_REPORT,
            Column("report_year", 12, "year"),
            Column("period_from", 12, "day"),
            Column("period_to", 12, "day"),
            Column("table_cell", 20, "line"),
            _PAGE,
            Column("confidence", 12, "code"),
        ),
        ("rule", *_PLACE),
    ),
    Sheet(
        "documents",
        (
            _SOURCE,
            Column("title", 36),
            Column("report_type", 18),
            _ISSUER,
            Column("region", 14),
            Column("year", 8, "year"),
            Column("document_number", 18),
            Column("signer", 9, "code"),
            Column("recipient", 18),
            Column("issue_date", 12, "day"),
            Column("characters", 10, "number"),
            Column("sections", 10, "number"),
            Column("indicators", 10, "number"),
        ),
        folded=("format", "document_id"),
    ),
    Sheet(
        "headings",
        (
            Column("issuer", 26),
            Column("report_year", 12, "year"),
            Column("level", 8, "code"),
            Column("marker", 10),
            Column("title", 54),
            Column("parent", 34),
            _SOURCE,
        ),
        (*_REPORT, _PAGE),
        (
            "required_section",
            "rule",
            "section_id",
            "parent_id",
            "start",
            "end",
            "section_end",
            "document_id",
            "paragraph",
            "confidence",
            "box",
        ),
    ),
    Sheet(
        "dates",
        (
            Column("issuer", 26),
            Column("report_year", 12, "year"),
            Column("text", 28),
            Column("date_from", 12, "day"),
            Column("date_to", 12, "day"),
            Column("precision", 8, "code"),
            Column("section", 46),
            _SOURCE,
        ),
        (*_REPORT, _PAGE),
        ("rule", "confidence", *_PLACE),
    ),
    Sheet(
        "organisations",
        (
            Column("issuer", 26),
            Column("report_year", 12, "year"),
            Column("text", 26),
            Column("name", 36),
            Column("kind", 12, "code"),
            Column("section", 46),
            _SOURCE,
        ),
        (*_REPORT, _PAGE),
        ("rule", "confidence", *_PLACE),
    ),
    Sheet(
        "findings",
        (
            Column("severity", 8, "code"),
            Column("code", 8, "code"),
            Column("message", 44),
            Column("suggestion", 36),
            Column("text", 26),
            Column("source_of_rule", 28),
            _ISSUER,
            _SOURCE,
        ),
        (Column("report_year", 12, "year"), *_REPORT),
        ("key", "start", "end", "document_id"),
    ),
    Sheet(
        "failures",
        (Column("source", 50), Column("step", 12, "code"), Column("error", 80)),
        folded=(),
    ),
)
