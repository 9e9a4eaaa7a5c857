"""Every draft rule's docstring: its parts, and its Bad and Good examples, which run."""

from __future__ import annotations

import pytest

from baobiao import check, read
from baobiao.lexicon import load
from baobiao.model import Draft
from baobiao.process import extract

LEXICON = load()
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}-{'bad' if example.bad else 'good'}")
    for rule in check.rules(LEXICON)
    for number, example in enumerate(rule.examples, 1)
]


def draft(text: str, about: tuple[str, ...], years_back: int = 0) -> Draft:
    said = dict(zip(("report_type", "year", "issuer"), about, strict=False))
    if years_back and "year" in said:
        said["year"] = str(int(said["year"]) - years_back)
    return extract(read.from_text(text, metadata=said), LEXICON)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_examples(rule: check.Rule, example: check.Example) -> None:
    before = draft(example.last_year, example.about, 1) if example.last_year else None
    found = [
        finding
        for finding in check.findings(draft(example.text, example.about), LEXICON, before)
        if finding.code == rule.code
    ]
    assert bool(found) == example.bad, [finding.message for finding in found]


def test_codes_are_used_once() -> None:
    codes = [rule.code for rule in check.rules(LEXICON)]
    assert len(codes) == len(set(codes))
    assert {rule.severity for rule in check.rules(LEXICON)} <= {"error", "warning", "info"}
