"""What an office has decided about the rules: which run, how much they weigh, which findings it accepts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from baobiao.check.passages import plain
from baobiao.model import Finding

SEVERITIES = ("error", "warning", "info")
"""From the gravest down."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that somebody has looked at and accepts: a rule, the words it is about, or both, and the reason.

    ``file`` is the end of the draft's path; empty for every draft.
    """

    reason: str
    rule: str = ""
    text: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """``rules`` are the only ones to run (empty: all), ``ignored`` those not to run; BB1 stands for its family.

    ``severities`` weigh rules otherwise than they do themselves; what weighs less than ``least`` is left out.
    """

    rules: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    severities: Mapping[str, str] = field(default_factory=dict)
    accepted: tuple[Accepted, ...] = ()
    least: str = "info"


def chosen(found: Iterable[Finding], choices: Choices, source: str = "") -> tuple[Finding, ...]:
    """The findings that remain by the office's choices.

    >>> one = Finding("BB107", "warning", 0, 1, "(", "混用")
    >>> chosen([one], Choices(ignored=("BB1",))), chosen([one], Choices(severities={"BB107": "info"}))[0].severity
    ((), 'info')
    """
    kept: list[Finding] = []
    for finding in found:
        if choices.rules and not finding.code.startswith(choices.rules):
            continue
        if choices.ignored and finding.code.startswith(choices.ignored):
            continue
        severity = choices.severities.get(finding.code, finding.severity)
        if at_least(severity, choices.least) and not is_accepted(finding, choices, source):
            kept.append(replace(finding, severity=severity))
    return tuple(kept)


def at_least(severity: str, least: str) -> bool:
    """Whether a finding weighs as much as ``least`` or more.

    >>> at_least("error", "warning"), at_least("info", "warning")
    (True, False)
    """
    return SEVERITIES.index(severity) <= SEVERITIES.index(least)


def is_accepted(finding: Finding, choices: Choices, source: str) -> bool:
    """Whether somebody has accepted the finding, by its rule and by the words that it is about."""
    words = plain(finding.text)
    return any(
        (not each.rule or each.rule == finding.code)
        and (not each.file or source.endswith(each.file))
        and (not each.text or _is_about(plain(each.text), words))
        for each in choices.accepted
    )


def _is_about(quoted: str, words: str) -> bool:
    """A clerk quotes the place with more or with fewer words than the finding marks."""
    return bool(words) and (quoted in words or words in quoted)
