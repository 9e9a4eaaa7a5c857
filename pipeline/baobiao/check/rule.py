"""What a draft rule gets to see, and what it is: a module whose docstring is its page.

A rule's file is called ``bb101_missing_section.py`` and holds ``CODE``, ``NAME`` (Chinese), ``SEVERITY``,
``check(case)`` and a docstring in Chinese with the parts ``Why:``, ``Source:``, ``Bad:`` and ``Good:``. The examples
run as tests.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType

from baobiao.check import amounts
from baobiao.lexicon import Lexicon, Profile
from baobiao.model import Draft, Finding

_LABEL = re.compile(r"^(Why|Source|Bad|Good|Last year)(?: \(([^)]*)\))?:[ \t]*", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """A draft before its judges: all that was found in it, the profile of its type (None where the type is not
    known), and what the same office reported a year before (None where nobody said).
    """

    draft: Draft
    lexicon: Lexicon
    profile: Profile | None = None
    last_year: Draft | None = None

    @cached_property
    def sentences(self) -> tuple[amounts.Sentence, ...]:
        """The sentences of the draft that hold amounts, put together once for all rules."""
        return tuple(amounts.sentences(self.draft))


@dataclass(frozen=True, slots=True)
class Example:
    """A text that the rule must find fault with, or must not: one of a docstring's ``Bad:`` or ``Good:``.

    ``about`` is what stands in brackets behind the label: the report's type, year and issuer, as far as they
    matter (``Bad (法治政府建设年度报告, 2024):``). ``last_year`` is the text of the ``Last year:`` before it.
    """

    text: str
    bad: bool
    about: tuple[str, ...] = ()
    last_year: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A draft rule: its module, read. ``severity`` is that of its findings where no better is said."""

    code: str
    name: str
    severity: str
    why: str
    source: str
    examples: tuple[Example, ...]
    check: Callable[[Case], Iterator[Finding]]


def rule(module: ModuleType) -> Rule:
    """The rule that a module holds. Raises ``ValueError`` where its docstring lacks a part."""
    parts = list(_parts(module.__doc__ or ""))
    said = {label: text for label, _, text in parts}
    if lacking := [label for label in ("Why", "Source", "Bad", "Good") if not said.get(label)]:
        raise ValueError(f"{module.__name__}: the docstring has no {', '.join(lacking)}")
    examples: list[Example] = []
    last_year = ""
    for label, about, text in parts:
        if label == "Last year":
            last_year = text
        if label in ("Bad", "Good"):
            examples.append(Example(text, label == "Bad", about, last_year))
    return Rule(
        module.CODE,
        module.NAME,
        module.SEVERITY,
        _one_line(said["Why"]),
        _one_line(said["Source"]),
        tuple(examples),
        module.check,
    )


def _one_line(words: str) -> str:
    """Chinese that was wrapped in the docstring; the breaks are no blanks."""
    return "".join(line.strip() for line in words.splitlines())


def _parts(docstring: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    labels = list(_LABEL.finditer(docstring))
    ends = [label.start() for label in labels[1:]] + [len(docstring)]
    for label, end in zip(labels, ends, strict=True):
        about = tuple(word.strip() for word in (label[2] or "").split(",") if word.strip())
        yield label[1], about, textwrap.dedent(docstring[label.end() : end]).strip("\n").rstrip()
