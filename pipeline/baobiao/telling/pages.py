"""The pages of the rules, made from what the rules say of themselves: for ``docs/rules`` and for ``--explain``."""

from __future__ import annotations

from collections.abc import Sequence

from baobiao.check.rule import Example, Rule
from baobiao.telling.words import SEVERITIES

FAMILIES = {
    "BB1": "结构",
    "BB2": "数字",
    "BB3": "日期和机关",
    "BB4": "用字用词和标点",
    "BB5": "与上年比",
    "BB6": "公文要素",
}
"""The families of rules by the beginning of their codes."""
INDEX = "README.md"


def pages(rules: Sequence[Rule]) -> dict[str, str]:
    """Every page by its file name: one a rule, and the index."""
    made = {f"{rule.code}.md": _page(rule) for rule in rules}
    return {INDEX: _index(rules), **made}


def plain_page(rule: Rule) -> str:
    """A rule's page for a terminal."""
    parts = [
        f"{rule.code} {rule.name}（{SEVERITIES[rule.severity]}）",
        rule.why.strip(),
        f"依据：{rule.source.strip()}",
    ]
    for example in rule.examples:
        label = "错" if example.bad else "对"
        parts.append("\n".join([f"{label}{_about(example)}：", *_indented(example)]))
    return "\n\n".join(parts)


def _page(rule: Rule) -> str:
    lines = [
        f"# {rule.code} {rule.name}",
        "",
        f"级别：{SEVERITIES[rule.severity]}",
        "",
        "## 为什么",
        "",
        rule.why.strip(),
        "",
        "## 依据",
        "",
        rule.source.strip(),
    ]
    for bad, heading in ((True, "错"), (False, "对")):
        for example in rule.examples:
            if example.bad == bad:
                lines += ["", f"## {heading}{_about(example)}", "", "```text"]
                if example.last_year:
                    lines += ["（上年）", example.last_year, "（本年）"]
                lines += [example.text, "```"]
    return "\n".join([*lines, ""])


def _index(rules: Sequence[Rule]) -> str:
    lines = [
        "# 草稿检查规则",
        "",
        "`baobiao check 草稿` 查的规则。法律、法规、国家标准要求的是“错误”，惯例是“提醒”或“说明”。",
        "只查 `--rule BB1`，不查 `--ignore BB106`，长期的选择写在 `baobiao.toml` 里。",
    ]
    for family, name in FAMILIES.items():
        own = [rule for rule in rules if rule.code.startswith(family)]
        if own:
            lines += ["", f"## {family} {name}", "", "| 编号 | 名称 | 级别 |", "|---|---|---|"]
            lines += [
                f"| [{rule.code}]({rule.code}.md) | {rule.name} | {SEVERITIES[rule.severity]} |"
                for rule in own
            ]
    return "\n".join([*lines, ""])


def _about(example: Example) -> str:
    return f"（{'，'.join(example.about)}）" if example.about else ""


def _indented(example: Example) -> list[str]:
    return [f"    {line}" for line in example.text.split("\n")]
