"""What the same office reported a year before, put together again from the tables of an earlier ``extract``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from baobiao.characters import fold
from baobiao.lexicon import Lexicon
from baobiao.model import Date, Document, Draft, Indicator, Organisation, Report, Section
from baobiao.tables import facts

if TYPE_CHECKING:
    import pyarrow as pa

_NEEDED = ("documents", "headings", "dates", "indicators", "organisations", "texts")


class NoTables(Exception):
    """The folder holds no tables of reports; its words are a Chinese sentence."""


class LastYears:
    """The reports in an output folder, by who issued them and for which year.

    Raises ``NoTables`` for a folder without the Parquet tables of an ``extract``.
    """

    def __init__(self, out: Path, lexicon: Lexicon) -> None:
        self._out = out
        self._full_names = {
            wording: row.name for row in lexicon.organisations for wording in row.wordings
        }
        for name in _NEEDED:
            if not (out / f"{name}.parquet").exists():
                raise NoTables(f"{out} 里没有 {name}.parquet；请先运行 baobiao extract … -o {out}")
        documents = self._table("documents")
        sources = documents.column("source").to_pylist()
        formats = documents.column("format").to_pylist()
        counts = documents.column("indicators").to_pylist()
        rows = zip(facts(Document, documents), sources, formats, counts, strict=True)
        # Of several files with one report the one that yielded most is taken.
        self._documents = sorted(rows, key=lambda row: (-row[3], row[1]))

    def of(self, draft: Draft) -> Draft | None:
        """The report of the same issuer, of the same type, about the year before; None where there is none.

        Its ``report`` has the text without blocks and tables: those are not written.
        """
        wanted = draft.document
        if not wanted.issuer or wanted.year is None:
            return None
        for (key, document), source, form, _ in self._documents:
            if (
                document.year == wanted.year - 1
                and document.report_type == wanted.report_type
                and self._full(document.issuer) == self._full(wanted.issuer)
            ):
                return self._draft(key, document, source, form)
        return None

    def _full(self, name: str) -> str:
        words = fold("".join(name.split()))
        return self._full_names.get(words, words)

    def _draft(self, key: str, document: Document, source: str, form: str) -> Draft:
        text = self._table("texts", key).column("text")[0].as_py()

        def rows(kind: Any, table: str) -> tuple[Any, ...]:
            return tuple(row for _, row in facts(kind, self._table(table, key)))

        return Draft(
            Report(key, source, form, text),
            fold(text),
            document,
            sections=rows(Section, "headings"),
            dates=rows(Date, "dates"),
            organisations=rows(Organisation, "organisations"),
            indicators=rows(Indicator, "indicators"),
        )

    def _table(self, name: str, key: str = "") -> pa.Table:
        import pyarrow.dataset as ds

        rows = ds.field("document_id") == key if key else None
        return ds.dataset(self._out / f"{name}.parquet").to_table(filter=rows)
