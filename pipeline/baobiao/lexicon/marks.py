"""Examples: `破案[[2宗]]，取保[[2人]]` says that exactly 2宗 and 2人 are to be found in it, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a dictionary row, without its marks.

    ``spans`` are what was marked, half open in ``text``; none means that nothing is to be found.
    """

    file: str
    line: int
    word: str
    text: str
    spans: tuple[tuple[int, int], ...]

    @property
    def marked(self) -> tuple[str, ...]:
        """The marked words."""
        return tuple(self.text[start:end] for start, end in self.spans)


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Text and spans of a marked sentence. Raises ValueError, in Chinese, for marks without their partner.

    >>> unmark("破案[[2宗]]，取保[[2人]]")
    ('破案2宗，取保2人', ((2, 4), (7, 9)))
    """
    text, spans, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        if not mark[1].strip():
            raise ValueError(f"“{marked}”里有空的标记“[[]]”")
        spans.append((len(text), len(text) + len(mark[1])))
        text += mark[1]
        at = mark.end()
    text += marked[at:]
    if "[[" in text or "]]" in text:
        raise ValueError(f"“{marked}”里的“[[”和“]]”没有成对")
    return text, tuple(spans)


def read_examples(file: str, line: int, word: str, cell: str) -> list[Example]:
    """All examples of a cell, divided by ``|``. Raises ValueError as `unmark` does."""
    parts = (part.strip() for part in cell.split("|"))
    return [Example(file, line, word, *unmark(part)) for part in parts if part]
