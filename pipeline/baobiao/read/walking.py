"""Which files there are to read: walks the inputs, in a fixed order, and says what the catalogues
say of each.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from baobiao.model import Failure
from baobiao.read import catalogue
from baobiao.read.formats import FORMATS, problem_with
from baobiao.read.source import ReadError, Source

_STEP = "read"
_PAGES = (".htm", ".html")
_BESIDE = ("_files", ".files", "_文件")  # Chrome and Firefox, Internet Explorer, Edge


@dataclass(frozen=True, slots=True)
class _Group:
    """What one input holds: its files by path below it, its catalogues by the folder below it that
    they are for.
    """

    folder: Path | None
    files: tuple[Source, ...]
    catalogues: Mapping[str, Path]


def sources(
    inputs: Sequence[Path],
    *,
    metadata: Path | None = None,
    text_column: str | None = None,
    skip: Sequence[Path] = (),
) -> Iterator[Source | Failure]:
    """The files to read, with what the catalogues say of them; what is wrong with inputs and
    catalogues first.

    Folders are walked in the order of their paths, whatever the file system's; hidden files, lock
    files of Office (``~$…``), suffixes that no report has and the folders that browsers save beside a
    page are passed over. The folders in ``skip`` (the output) are not entered. A file that is reached
    twice is read once. What ``metadata`` says goes before a folder's ``metadata.csv``, an inner
    folder's before an outer one's.

    Raises ``ReadError`` where ``metadata`` is no catalogue.
    """
    passed = {path.resolve() for path in (*skip, *([metadata] if metadata else []))}
    groups: list[_Group] = []
    for path in inputs:
        if path.is_dir():
            groups.append(_walked(path, passed))
        elif path.is_file():
            groups.append(_Group(None, (Source(path, _printable(path.name)),), {}))
        else:
            yield Failure(_printable(path.as_posix()), _STEP, "找不到文件或文件夹")
    said, problems = _catalogued(groups, metadata)
    yield from problems
    seen: set[Path] = set()
    for group in _distinctly_named(groups):
        if group.folder and not group.files:
            yield Failure(_printable(group.folder.as_posix()), _STEP, "文件夹里没有可以读取的报告")
        for source in group.files:
            resolved = source.path.resolve()
            if resolved in seen:
                continue
            seen.add(resolved)
            if problem := problem_with(source.format):
                yield Failure(source.name, _STEP, problem)
            else:
                file, rows = said.get(source.path, ({}, {}))
                yield replace(source, metadata=file, rows=rows, text_column=text_column or "")


def _walked(folder: Path, passed: set[Path]) -> _Group:
    """A folder's reports and catalogues."""
    files: list[tuple[tuple[str, ...], Source]] = []
    catalogues: dict[str, Path] = {}
    for place, folders, names in os.walk(folder):
        here = Path(place)
        pages = {Path(name).stem for name in names if Path(name).suffix.lower() in _PAGES}
        folders[:] = [
            name
            for name in folders
            if not _hidden(name)
            and not _is_of_page(name, pages)
            and (here / name).resolve() not in passed
        ]
        for name in names:
            path = here / name
            below = path.relative_to(folder)
            if name.lower() == catalogue.NAME:
                catalogues["/".join(below.parts[:-1])] = path
            elif _is_report(path) and path.resolve() not in passed:
                files.append((below.parts, Source(path, _printable(below.as_posix()))))
    ordered = tuple(source for _, source in sorted(files, key=lambda file: file[0]))
    return _Group(folder, ordered, dict(sorted(catalogues.items())))


def _is_report(path: Path) -> bool:
    """Whether a file met in a folder is taken for a report; a README speaks of the folder."""
    known = path.suffix.lower().lstrip(".") in FORMATS
    return known and not _hidden(path.name) and path.stem.lower() != "readme"


def _is_of_page(name: str, pages: set[str]) -> bool:
    """Whether a folder holds what a browser saved beside a page: its pictures and frames."""
    return any(name.endswith(end) and name.removesuffix(end) in pages for end in _BESIDE)


def _hidden(name: str) -> bool:
    return name.startswith((".", "~$", "__MACOSX"))


def _printable(name: str) -> str:
    """A file's name as text that can be written: names in GB18030 from old archives are read as
    such.
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")
    return name


_Said = tuple[Mapping[str, str], Mapping[int, Mapping[str, str]]]


def _catalogued(
    groups: Sequence[_Group], metadata: Path | None
) -> tuple[dict[Path, _Said], list[Failure]]:
    """What the catalogues say of each file and its rows, later ones over earlier, and their
    problems.
    """
    said: dict[Path, _Said] = {}
    problems: list[Failure] = []
    for group in groups:
        for folder, path in group.catalogues.items():
            name = f"{folder}/{path.name}" if folder else path.name
            try:
                loaded = catalogue.load(path, name)
            except ReadError as problem:
                problems.append(Failure(name, catalogue.STEP, str(problem)))
                continue
            missing = _overlaid(said, loaded, group, f"{folder}/" if folder else "")
            problems += (*loaded.problems, *missing.values())
    if metadata:
        try:
            loaded = catalogue.load(metadata, _printable(metadata.name))
        except ReadError as problem:
            raise ReadError(f"目录 {_printable(metadata.name)}：{problem}") from problem
        missed = [_overlaid(said, loaded, group, "") for group in groups]
        everywhere = set(missed[0]).intersection(*missed[1:]) if missed else set()
        problems += (*loaded.problems, *(missed[0][line] for line in sorted(everywhere)))
    return said, problems


def _overlaid(
    said: dict[Path, _Said], loaded: catalogue.Catalogue, group: _Group, prefix: str
) -> Mapping[int, Failure]:
    """Lays what a catalogue says over what is said already; returns its lines that fit no file."""
    below = {
        source.name.removeprefix(prefix): source.path
        for source in group.files
        if source.name.startswith(prefix)
    }
    found = catalogue.match(loaded, below)
    for name in (*found.files, *found.rows):
        file, rows = said.get(below[name], ({}, {}))
        new_rows = found.rows.get(name, {})
        said[below[name]] = (
            {**file, **found.files.get(name, {})},
            {
                **rows,
                **{number: {**rows.get(number, {}), **new} for number, new in new_rows.items()},
            },
        )
    return found.missing


def _distinctly_named(groups: Sequence[_Group]) -> Iterator[_Group]:
    """The groups, where a name stands in several of them with the input's own path in front."""
    holders: dict[str, set[Path]] = {}
    for group in groups:
        for source in group.files:
            holders.setdefault(source.name, set()).add(source.path.resolve())
    for group in groups:
        yield replace(
            group,
            files=tuple(
                source
                if len(holders[source.name]) == 1
                else replace(source, name=_printable(_with_input(group, source)))
                for source in group.files
            ),
        )


def _with_input(group: _Group, source: Source) -> str:
    """A name with the input in front, as the user wrote it."""
    return f"{group.folder.as_posix()}/{source.name}" if group.folder else source.path.as_posix()
