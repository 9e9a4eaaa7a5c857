"""Complete reports of the corpus, spoilt in every way that ``mutations`` knows: each slip is found, and only it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from baobiao import read
from baobiao.check.verdict import Verdict, judge
from baobiao.lexicon import load
from baobiao.process import extract
from mutations import Mutation, mutations, new_findings, new_rules

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
LEXICON = load()
FOUND_AT_LEAST = 0.98
TYPES = ("法治政府建设年度报告", "政府信息公开工作年度报告", "政府工作报告")


def verdict(text: str, report_type: str, year: int, issuer: str) -> Verdict:
    said = {"report_type": report_type, "year": str(year), "issuer": issuer}
    return judge(extract(read.from_text(text, metadata=said), LEXICON), LEXICON)


def spoilt(report_type: str, pasted: int = 1) -> Iterator[tuple[str, Mutation, bool, set[str]]]:
    """Every mutation of the corpus's complete reports of a type, whether it was found, and what else is new."""
    for source in read.sources([CORPUS]):
        assert isinstance(source, read.Source)
        (report,) = read.read(source)
        draft = extract(report, LEXICON)
        about = draft.document
        if about.report_type != report_type or about.year is None:
            continue
        sound = verdict(report.text, report_type, about.year, about.issuer)
        for mutation in mutations(sound.draft, LEXICON.profiles[report_type], pasted):
            after = verdict(mutation.text, report_type, about.year, about.issuer)
            found = any(code in mutation.codes for code, _ in new_findings(sound, after))
            yield source.name, mutation, found, new_rules(sound, after) - mutation.codes


@pytest.mark.parametrize("report_type", TYPES)
def test_each_slip_is_found_and_nothing_else(report_type: str) -> None:
    results = list(spoilt(report_type, pasted=4))
    missed = [f"{name} {mutation.name}" for name, mutation, found, _ in results if not found]
    elsewhere = [f"{name} {mutation.name}: {new}" for name, mutation, _, new in results if new]
    assert len(results) >= 40
    assert 1 - len(missed) / len(results) >= FOUND_AT_LEAST, "\n".join(missed)
    assert not elsewhere, "\n".join(elsewhere)


if __name__ == "__main__":
    for kind in TYPES:
        counted: Counter[str] = Counter()
        for name, mutation, found, new in spoilt(kind):
            counted[f"{mutation.name[:4]} {'found' if found else 'MISSED'}"] += 1
            if not found or new:
                print(name[-30:], mutation.name, "" if found else "MISSED", new or "")
        print(kind, dict(counted))
