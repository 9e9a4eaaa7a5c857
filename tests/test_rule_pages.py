"""docs/rules holds a page for every draft rule, made from the rule's docstring or its row of wording.csv.

``python tests/test_rule_pages.py`` writes the pages anew (``make rules``).
"""

from __future__ import annotations

from pathlib import Path

from baobiao import check
from baobiao.lexicon import load
from baobiao.telling.pages import FAMILIES, INDEX, pages, plain_page

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "rules"


def test_no_page_is_missing_or_stale() -> None:
    made = pages(check.rules(load()))
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert sorted(there) == sorted(made)
    stale = [name for name in made if there[name] != made[name]]
    assert not stale, "run: python tests/test_rule_pages.py"


def test_the_index_names_every_rule_in_its_family() -> None:
    rules = check.rules(load())
    index = pages(rules)[INDEX]
    assert all(f"[{rule.code}]({rule.code}.md)" in index for rule in rules)
    assert {rule.code[:3] for rule in rules} <= set(FAMILIES)


def test_a_page_for_the_terminal_says_why_and_by_what() -> None:
    rule = next(rule for rule in check.rules() if rule.code == "BB605")
    page = plain_page(rule)
    assert page.startswith("BB605 缺少成文日期（错误）")
    assert "依据：党政机关公文处理工作条例第九条第十二项" in page
    assert page.index("错（") < page.index("对（")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.md"):
        old.unlink()
    for name, page in pages(check.rules(load())).items():
        (FOLDER / name).write_text(page, encoding="utf-8", newline="\n")
