"""baobiao from Python: ``baobiao.extract`` gives an object with one pandas frame a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from baobiao import __version__, read, tables
from baobiao.lexicon import load
from baobiao.model import NOTHING, Draft, Failure, Report
from baobiao.process import extract as extract_report

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Frames:
    """The tables of one or more reports as pandas frames; the columns are those of the written tables.

    Numbers are exact: ``value`` and ``value_high`` hold ``decimal.Decimal``. Days are ``datetime64``.
    """

    documents: pd.DataFrame
    headings: pd.DataFrame
    dates: pd.DataFrame
    indicators: pd.DataFrame
    organisations: pd.DataFrame
    findings: pd.DataFrame
    failures: pd.DataFrame
    texts: pd.DataFrame


def extract(
    path_or_text: str | Path,
    *,
    metadata: Mapping[str, str] | Path | None = None,
    dictionaries: Path | None = None,
    text_column: str | None = None,
) -> Frames:
    """Reads a file or a folder (a ``Path``, or a string that names one) or the text of one report.

    ``metadata`` is what is known of a report (``report_type year issuer title``), or the path of an archive's
    catalogue; it wins over what is detected. What cannot be read is a row in ``failures``.

    >>> found = extract("2024年，全区破案12宗。", metadata={"year": "2024"})
    >>> found.indicators[["name", "value", "unit"]].values.tolist()
    [['破案', Decimal('12'), '宗']]
    """
    lexicon = load(dictionaries)
    reports, failures = _reports(path_or_text, metadata, text_column)
    drafts: list[Draft] = []
    for report in reports:
        try:
            drafts.append(extract_report(report, lexicon))
        except Exception as error:  # noqa: BLE001 -- one report must not cost the others
            failures.append(Failure(report.source, "extract", f"处理时出错：{error!r}"))
    about = {"baobiao_version": __version__, "dictionary_digest": lexicon.digest}
    return Frames(**tables.frames(tables.tables(drafts, failures, about)))


def _reports(
    path_or_text: str | Path, metadata: Mapping[str, str] | Path | None, text_column: str | None
) -> tuple[list[Report], list[Failure]]:
    known = metadata if isinstance(metadata, Mapping) else NOTHING
    if isinstance(path_or_text, str) and not _names_a_file(path_or_text):
        return [read.from_text(path_or_text, metadata=known)], []
    catalogue = metadata if isinstance(metadata, Path) else None
    reports: list[Report] = []
    failures: list[Failure] = []
    for source in read.sources([Path(path_or_text)], metadata=catalogue, text_column=text_column):
        if isinstance(source, Failure):
            failures.append(source)
            continue
        try:
            for report in read.read(source):
                (failures if isinstance(report, Failure) else reports).append(report)  # type: ignore[arg-type]
        except read.ReadError as error:
            failures.append(Failure(source.name, "read", str(error)))
    return reports, failures


def _names_a_file(words: str) -> bool:
    try:
        return "\n" not in words and len(words) < 1000 and Path(words).exists()
    except (OSError, ValueError):
        return False
