"""What the layers of the package promise, seen from outside: what is light stays light, jieba stays in one file."""

from __future__ import annotations

import re
import tomllib
from importlib.util import find_spec

import pytest

from conftest import ROOT, Run

PACKAGE = ROOT / "pipeline" / "baobiao"
MODULES = sorted(PACKAGE.rglob("*.py"))


def layers() -> list[set[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = project["tool"]["importlinter"]["contracts"]
    return [{name.strip() for name in row.split("|")} for row in contract["layers"]]


def test_every_module_has_its_layer() -> None:
    listed = set().union(*layers())
    there = {
        path.stem if path.suffix else path.name
        for path in PACKAGE.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert listed == there - {"__init__"}


def test_jieba_and_spacy_are_known_in_one_file_each() -> None:
    def importing(name: str) -> set[str]:
        pattern = re.compile(rf"^\s*(?:import|from) {name}\b|import_module\(\"{name}\"\)", re.M)
        return {path.name for path in MODULES if pattern.search(path.read_text(encoding="utf-8"))}

    assert importing("jieba") == importing("rjieba") == {"words.py"}
    assert importing("spacy") == {"lens.py"}


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("baobiao", {"pandas", "pyarrow", "jieba", "spacy", "duckdb", "typer"}),
        ("baobiao.cli", {"pandas", "pyarrow", "jieba", "spacy", "duckdb"}),
        ("baobiao.batch", {"pandas", "jieba", "spacy", "duckdb"}),
        ("baobiao.process", {"pandas", "pyarrow", "jieba", "spacy", "duckdb"}),
    ],
)
def test_importing_a_module_stays_light(run: Run, module: str, heavy: set[str]) -> None:
    assert find_spec(module)
    done = run("-c", f"import sys, {module}; print(*sorted({heavy!r} & set(sys.modules)))")
    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_extract_is_the_function_and_the_subpackage(run: Run) -> None:
    code = (
        "import baobiao\n"
        "import baobiao.extract.dates\n"
        "from baobiao.extract import indicators\n"
        "for _ in range(2):\n"
        "    found = baobiao.extract('2024年，全区破案12宗。', metadata={'year': '2024'})\n"
        "print(*found.indicators['text'], baobiao.extract.dates.__name__)"
    )
    done = run("-c", code)
    assert done.stdout.split() == ["12宗", "baobiao.extract.dates"], done.stderr
