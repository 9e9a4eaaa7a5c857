"""baobiao from Python: ``baobiao.extract``, ``check`` and ``compare`` give objects that hold pandas frames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from baobiao import read, tables
from baobiao.batch import Batch, about
from baobiao.compare.comparing import compare as compare_tables
from baobiao.compare.frames import Compared, frames
from baobiao.kept import Store
from baobiao.lexicon import load
from baobiao.model import NOTHING, Draft, Failure, Report
from baobiao.process import extract as facts_of
from baobiao.process import process

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


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
    workers: int = 1,
) -> Frames:
    """Reads a file or a folder (a ``Path``, or a string that names one) or the text of one report.

    ``metadata`` is what is known of the report or of all of them (``report_type year issuer title``), or the
    path of an archive's catalogue; it wins over what is detected. A file that cannot be read is a row in
    ``failures``. More than one of ``workers`` needs a script with ``if __name__ == "__main__":``.

    Raises ``FileNotFoundError`` for a path where nothing is, ``ReadError`` for a text without a character to
    read or a catalogue that is none, ``DictionaryError`` for dictionaries that cannot be used.

    >>> found = extract("2024年，全区破案12宗。", metadata={"year": "2024"})
    >>> found.indicators[["name", "value", "unit"]].values.tolist()
    [['破案', Decimal('12'), '宗']]
    """
    said = metadata if isinstance(metadata, Mapping) else NOTHING
    if isinstance(path_or_text, str) and not _names_a_file(path_or_text):
        lexicon = load(dictionaries)
        report = read.from_text(path_or_text, metadata=said)
        batch = tables.tables([process(report, lexicon)], (), about(lexicon))
        return Frames(**tables.frames(batch))
    path = Path(path_or_text)
    if not path.exists():
        raise FileNotFoundError(f"找不到文件或文件夹：{path}")
    catalogue = metadata if isinstance(metadata, Path) else None
    found = read.sources([path], metadata=catalogue, text_column=text_column)
    return Frames(**tables.frames(_all(_told(found, said), dictionaries, workers)))


def compare(
    out: str | Path, *, decisions: Path | None = None, dictionaries: Path | None = None
) -> Compared:
    """Years and departments side by side, from the tables that ``baobiao extract`` wrote into the folder ``out``.

    ``decisions`` is a CSV file of what a person has decided; None: ``alignment.csv`` in the folder, where there is one.
    Raises ``NoTables``, ``DecisionError`` or ``DictionaryError`` (see ``baobiao.compare.comparing.compare``).
    """
    return frames(compare_tables(Path(out), choices=decisions, dictionaries=dictionaries))


def check(
    path_or_text: str | Path,
    *,
    metadata: Mapping[str, str] = NOTHING,
    against: Path | None = None,
    rules: Sequence[str] = (),
    ignore: Sequence[str] = (),
    dictionaries: Path | None = None,
) -> Frames:
    """Checks a draft, a folder of drafts (a ``Path``, or a string that names one) or a text by the draft rules.

    The frames are those of ``extract``, with ``findings`` filled. ``metadata`` is what is known of the drafts
    (``report_type year issuer``); ``against`` the output folder of an ``extract`` with last year's reports;
    ``rules`` the only codes to run, ``ignore`` those not to (``BB1`` stands for its family). A ``baobiao.toml`` is
    the command's and is not read here.

    Raises as ``extract`` does, and ``NoTables`` for an ``against`` without tables.

    >>> found = check("一、工作情况\\n全年办案12宗。\\n三、存在不足\\n培训不够。")
    >>> found.findings[["code", "message"]].values.tolist()
    [['BB105', '“三、”前面是“一、”，中间缺号']]
    """
    from baobiao.check.choices import Choices
    from baobiao.check.last_year import LastYears
    from baobiao.check.verdict import judge

    lexicon = load(dictionaries)
    before = LastYears(against, lexicon) if against else None
    choices = Choices(rules=tuple(rules), ignored=tuple(ignore))
    drafts: list[Draft] = []
    failures: list[Failure] = []
    for report in _reports(path_or_text, metadata):
        if isinstance(report, Failure):
            failures.append(report)
            continue
        draft = facts_of(report, lexicon)
        verdict = judge(draft, lexicon, choices, before.of(draft) if before else None)
        drafts.append(replace(verdict.draft, findings=verdict.findings))
    return Frames(**tables.frames(tables.tables(drafts, failures, about(lexicon))))


def _reports(path_or_text: str | Path, said: Mapping[str, str]) -> Iterator[Report | Failure]:
    """The reports of a text, a file or a folder; what cannot be read is a ``Failure``."""
    if isinstance(path_or_text, str) and not _names_a_file(path_or_text):
        yield read.from_text(path_or_text, metadata=said)
        return
    path = Path(path_or_text)
    if not path.exists():
        raise FileNotFoundError(f"找不到文件或文件夹：{path}")
    for source in _told(read.sources([path]), said):
        if isinstance(source, Failure):
            yield source
            continue
        try:
            yield from read.read(source)
        except read.ReadError as error:
            yield Failure(source.name, "read", str(error))


def _all(
    found: Iterator[read.Source | Failure], dictionaries: Path | None, workers: int
) -> dict[str, pa.Table]:
    """The tables of everything that was found, one of each name."""
    import pyarrow as pa

    with Store(None, "") as store:
        batch = Batch(store, dictionaries, workers)
        batch.fill(found)
        parts = list(batch.tables(about(load(dictionaries))))
    return {name: pa.concat_tables(part[name] for part in parts) for name in tables.COLUMNS}


def _told(
    found: Iterator[read.Source | Failure], said: Mapping[str, str]
) -> Iterator[read.Source | Failure]:
    """The sources, with what the caller says of them over what a catalogue says."""
    for each in found:
        if isinstance(each, Failure):
            yield each
        else:
            yield replace(each, metadata={**each.metadata, **said})


def _names_a_file(words: str) -> bool:
    """Whether a string is a path: something is there, or it ends like the name of a report."""
    if "\n" in words or len(words) > 1000:
        return False
    path = Path(words)
    try:
        return path.exists() or path.suffix.lower().lstrip(".") in read.readable()
    except (OSError, ValueError):
        return False
