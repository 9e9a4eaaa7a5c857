"""What a reader gets and what it may raise: the name of one file, cheap to copy into another
process.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

MAX_BYTES = 200 * 1024 * 1024


class ReadError(Exception):
    """A file that cannot be read as a report. The message is a Chinese sentence for the user."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read; it holds no content, so that a worker gets it cheaply and reads for itself.

    ``name`` is what the tables call it: the path below the input folder, parts joined by ``/``.
    ``metadata`` is what the catalogue says of the whole file; ``rows`` what it says of single rows
    of a ``.csv`` or ``.jsonl``, by row number from 1. ``text_column`` names the column with the
    text ("" for the usual names).

    >>> Source(Path("甲局.txt"), "2024/甲局.txt").format
    'txt'
    """

    path: Path
    name: str
    metadata: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    text_column: str = ""

    @property
    def format(self) -> str:
        """The file's suffix in lower case, without the dot."""
        return self.path.suffix.lower().lstrip(".")


def file_bytes(source: Source, limit: int = MAX_BYTES) -> bytes:
    """The bytes of the file.

    Raises ``ReadError`` where it is missing, may not be opened, or is larger than ``limit`` bytes.
    """
    try:
        size = source.path.stat().st_size
        if size > limit:
            raise ReadError(
                f"文件有 {size // 1048576} MB，超过 {limit // 1048576} MB 的上限，不像一份报告。"
                "多份报告请存为 .csv 或 .jsonl（一行一份），可以逐行读取"
            )
        return source.path.read_bytes()
    except OSError as problem:
        raise ReadError(unreadable(problem)) from problem


def unreadable(problem: OSError) -> str:
    """Why the system would not give us a file, in Chinese.

    >>> unreadable(FileNotFoundError())
    '找不到文件'
    """
    if isinstance(problem, FileNotFoundError):
        return "找不到文件"
    if isinstance(problem, PermissionError):
        return "没有读取权限"
    return f"打不开文件（{problem.strerror or problem}）"
