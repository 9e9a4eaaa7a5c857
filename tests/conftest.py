"""What the tests share: how the program is started as a user would, and how Hypothesis runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from baobiao.lexicon import default_folder

ROOT = Path(__file__).parents[1]
Run = Callable[..., "subprocess.CompletedProcess[str]"]

# Loading a dictionary takes longer than one example may; in CI the same examples run every time.
settings.register_profile("baobiao", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("baobiao")


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """The environment in which a new Python finds the package, also where it is not installed."""
    paths = [str(ROOT / "pipeline"), os.environ.get("PYTHONPATH", "")]
    plain = {
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        "PYTHONUTF8": "1",
        "COLUMNS": "100",
    }
    return {**os.environ, **plain}


@pytest.fixture(scope="session")
def run(environment: dict[str, str]) -> Run:
    """Runs a Python command line in a process of its own: ``run("-m", "baobiao", "--help")``."""

    def start(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *map(str, arguments)]
        return subprocess.run(  # type: ignore[call-overload,no-any-return]
            command,
            capture_output=True,
            encoding="utf-8",
            env=environment,
            timeout=300,
            stdin=subprocess.DEVNULL,
            **options,
        )

    return start


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The first rows of the shipped dictionaries, in a folder that a test may spoil."""
    small = tmp_path / "dictionaries"
    (small / "profiles").mkdir(parents=True)
    shutil.copy(default_folder() / "profiles" / "统计公报.toml", small / "profiles")
    for path in default_folder().glob("*.csv"):
        if path.name != "divisions.csv":
            rows = path.read_bytes().splitlines(keepends=True)
            (small / path.name).write_bytes(b"".join(rows[:4]))
    return small
