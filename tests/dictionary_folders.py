"""Dictionaries that a test may spoil: what they write into the folder, and what the expert is told."""

from __future__ import annotations

from pathlib import Path

from baobiao.lexicon import check


def write(folder: Path, name: str, text: str, encoding: str = "utf-8-sig") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return folder


def told(folder: Path, file: str) -> list[str]:
    """The problems of one file, as the expert reads them."""
    return [str(problem) for problem in check(folder) if problem.file == file]
