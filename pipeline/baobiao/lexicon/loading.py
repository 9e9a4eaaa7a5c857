"""From a folder to a `Lexicon`: find it, read every file once, judge it, remember it by its content."""

from __future__ import annotations

import hashlib
from codecs import BOM_UTF8
from collections.abc import Mapping, Set
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from baobiao.lexicon.check import judge_examples, judge_rows
from baobiao.lexicon.columns import SHEETS, Sheet
from baobiao.lexicon.marks import Example, read_examples
from baobiao.lexicon.problem import DictionaryError, Problem
from baobiao.lexicon.profiles import inherit, read_profile
from baobiao.lexicon.rows import Lexicon, Profile
from baobiao.lexicon.sheets import EXAMPLE, Row, read_sheet

PROFILES = "profiles"
_LOADED: dict[str, Lexicon] = {}


def default_folder() -> Path:
    """The dictionaries that ship with the program: inside the wheel, or beside `pipeline/` in a checkout."""
    inside = Path(str(files("baobiao"))) / "dictionaries"
    if inside.is_dir():
        return inside
    return Path(__file__).resolve().parents[3] / "dictionaries"


def load(folder: Path | None = None) -> Lexicon:
    """The dictionaries of ``folder`` (None: those that ship with the program).

    A folder that was read before and has the same content is not judged again.
    Raises DictionaryError, which lists every problem in Chinese, when the folder cannot be used.

    >>> load().profiles["法治政府建设年度报告"].sections[0].key
    'achieve'
    """
    folder = default_folder() if folder is None else Path(folder)
    contents = _contents(folder)
    digest = _digest(contents)
    if digest not in _LOADED:
        _LOADED[digest] = _build(folder, contents, digest)
    return _LOADED[digest]


def add_profiles(lexicon: Lexicon, folder: Path) -> Lexicon:
    """The lexicon with an office's own profiles: the ``.toml`` files of a folder, over those of the same name.

    Raises DictionaryError, which lists every problem in Chinese.
    """
    files = sorted(path for path in folder.glob("*.toml") if not path.name.startswith("~$"))
    contents = {path.name: path.read_bytes() for path in files}
    indicators = {row.name for row in lexicon.indicators}
    profiles, problems = _profiles(contents, indicators, lexicon.profiles)
    errors = tuple(sorted({problem for problem in problems if problem.severity == "error"}))
    if errors:
        raise DictionaryError(folder, errors)
    digest = hashlib.sha256((lexicon.digest + _digest(contents)).encode()).hexdigest()
    return replace(lexicon, profiles=MappingProxyType(profiles), digest=digest)


def check(folder: Path | None = None) -> list[Problem]:
    """Every problem of a folder, in the order of files and lines; an empty list means that it is in order."""
    folder = default_folder() if folder is None else Path(folder)
    if not folder.is_dir():
        return [Problem(str(folder), 0, "", "没有这个文件夹")]
    sheets, _, problems = _read(_contents(folder))
    for sheet in SHEETS:
        problems += judge_rows(sheet, sheets[sheet.file])
        problems += judge_examples(sheet, sheets[sheet.file])
    return sorted(set(problems))


def examples(folder: Path | None = None) -> list[Example]:
    """The examples of all rows: the rows' tests. Rows that cannot be read have none."""
    folder = default_folder() if folder is None else Path(folder)
    sheets, _, _ = _read(_contents(folder))
    found: list[Example] = []
    for sheet in SHEETS:
        for row in sheets[sheet.file]:
            name = row.cells[sheet.columns[0].header]
            try:
                found += read_examples(sheet.file, row.line, name, row.cells.get(EXAMPLE, ""))
            except ValueError:
                continue
    return found


def _contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every file that counts, by its path in the folder. Excel's lock files (~$) do not count."""
    names = [sheet.file for sheet in SHEETS if (folder / sheet.file).is_file()]
    profiles = sorted((folder / PROFILES).glob("*.toml"))
    names += [f"{PROFILES}/{path.name}" for path in profiles if not path.name.startswith("~$")]
    return {name: (folder / name).read_bytes() for name in names}


def _digest(contents: Mapping[str, bytes]) -> str:
    """Excel and git change line ends and the mark at the beginning: they do not count."""
    sha = hashlib.sha256()
    for name in sorted(contents):
        data = contents[name].removeprefix(BOM_UTF8).replace(b"\r\n", b"\n")
        sha.update(f"{name}\0{len(data)}\0".encode())
        sha.update(data)
    return sha.hexdigest()


def _read(
    contents: Mapping[str, bytes],
) -> tuple[dict[str, list[Row]], dict[str, Profile], list[Problem]]:
    problems: list[Problem] = []
    sheets: dict[str, list[Row]] = {}
    for sheet in SHEETS:
        sheets[sheet.file] = []
        if sheet.file in contents:
            rows, faults = read_sheet(sheet.file, contents[sheet.file], sheet.columns)
            sheets[sheet.file] = rows
            problems += faults
        elif not sheet.optional:
            problems.append(Problem(sheet.file, 0, "", "没有这个文件"))
    indicators = {row.cells["名称"] for row in sheets["indicators.csv"]}
    own = {name: data for name, data in contents.items() if name.startswith(PROFILES)}
    profiles, faults = _profiles(own, indicators)
    problems += faults
    if not any(name.startswith(PROFILES) for name in contents):
        problems.append(Problem(PROFILES, 0, "", "没有报告类型的文件（*.toml）"))
    return sheets, profiles, problems


def _profiles(
    contents: Mapping[str, bytes],
    indicators: Set[str],
    known: Mapping[str, Profile] = MappingProxyType({}),
) -> tuple[dict[str, Profile], list[Problem]]:
    """The profiles of the files, over those that are ``known`` already; they name ``indicators`` that there are."""
    problems: list[Problem] = []
    places: dict[str, str] = {}
    own: dict[str, Profile] = {}
    for name in sorted(contents):
        profile, faults = read_profile(name, contents[name])
        problems += faults
        if profile is not None and profile.report_type in own:
            message = f"“{profile.report_type}”已有另一个文件"
            problems.append(Problem(name, 0, "report_type", message))
        elif profile is not None:
            problems += [
                Problem(name, 0, "indicators", f"indicators.csv 里没有名称是“{wanted}”的指标")
                for content in profile.contents
                for wanted in content.indicators
                if wanted not in indicators
            ]
            own[profile.report_type] = profile
            places[profile.report_type] = name
    whole, faults = inherit({**known, **own}, places)
    return whole, [*problems, *faults]


def _build(folder: Path, contents: Mapping[str, bytes], digest: str) -> Lexicon:
    if not folder.is_dir():
        raise DictionaryError(folder, (Problem(str(folder), 0, "", "没有这个文件夹"),))
    sheets, profiles, problems = _read(contents)
    for sheet in SHEETS:
        problems += judge_rows(sheet, sheets[sheet.file])
    errors = tuple(sorted({problem for problem in problems if problem.severity == "error"}))
    if errors:
        raise DictionaryError(folder, errors)
    rows: dict[str, Any] = {sheet.attribute: _values(sheet, sheets[sheet.file]) for sheet in SHEETS}
    return Lexicon(**rows, profiles=MappingProxyType(profiles), digest=digest)


def _values(sheet: Sheet, rows: list[Row]) -> tuple[object, ...]:
    return tuple(sheet.row_type(**row.values) for row in rows)
