"""Every example in the dictionaries is a test of its row: what it marks is found, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from baobiao.characters import fold
from baobiao.extract import dates, indicators
from baobiao.lexicon import examples, load
from baobiao.model import Document, Draft, Report

_OF_NUMBERS = ("units.csv", "qualifiers.csv", "not_indicators.csv", "indicators.csv")


def _numbers(text: str) -> list[str]:
    report = Report("0" * 16, "例.txt", "txt", text)
    draft = Draft(report, fold(text), Document(report_type="部门工作总结", year=2024))
    draft = replace(draft, dates=dates.extract(draft, load()))
    return [row.text for row in indicators.extract(draft, load())]


@pytest.mark.parametrize("name", _OF_NUMBERS)
def test_examples_of_numbers(name: str) -> None:
    wrong = [
        f"{example.file}:{example.line} {example.text} → {_numbers(example.text)}"
        for example in examples()
        if example.file == name and _numbers(example.text) != list(example.marked)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("row", load().indicators, ids=lambda row: row.indicator_id)
def test_a_canonical_name_finds_itself(row: object) -> None:
    from baobiao.extract.indicators.canonical import canon
    from baobiao.lexicon import CanonicalIndicator

    assert isinstance(row, CanonicalIndicator)
    assert canon(load()).find(row.name, row.unit, change=False)
