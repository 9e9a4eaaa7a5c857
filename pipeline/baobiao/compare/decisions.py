"""What a person has decided about lines: a CSV file that is edited in Excel and that every later run obeys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from baobiao.extract.indicators.canonical import plain_name
from baobiao.lexicon import Problem
from baobiao.lexicon.sheets import Column, Row, one_of, read_sheet

FILE = "alignment.csv"
ACTIONS = {"归入": "join", "拆开": "split", "改名": "rename", "单位归并": "body"}
COLUMNS = (
    Column("决定", one_of(ACTIONS), field="action"),
    Column("发布单位", required=False, field="issuer"),
    Column("叫法", field="name"),
    Column("计量单位", required=False, field="unit"),
    Column("改为", required=False, field="to"),
    Column("说明", required=False),
)
HEADERS = tuple(column.header for column in COLUMNS)


class DecisionError(Exception):
    """The file cannot be obeyed; its words list every problem with file and line, one a line, in Chinese."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One row. ``issuer`` and ``unit`` narrow it down where they are given."""

    line: int
    action: str
    issuer: str
    name: str
    unit: str
    to: str

    def concerns(self, name: str, unit: str, issuer: str) -> bool:
        """Whether the row speaks of this name in a report of this body."""
        return (
            plain_name(name) == plain_name(self.name)
            and self.unit in ("", unit)
            and self.issuer in ("", issuer)
        )


@dataclass(frozen=True, slots=True)
class Decisions:
    """All rows, by what they decide. Later rows win over earlier ones."""

    names: dict[str, tuple[Decision, ...]] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    titles: dict[str, Decision] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many rows are obeyed."""
        return sum(map(len, self.names.values())) + len(self.titles) + len(self.bodies)

    def about(self, name: str, unit: str, issuer: str) -> Decision | None:
        """Where a name goes by a person's word: ``join`` or ``split``."""
        rows = self.names.get(plain_name(name), ())
        return next((row for row in reversed(rows) if row.concerns(name, unit, issuer)), None)

    def target(self, name: str) -> str:
        """The line that others are to join, where this is its name."""
        return self.targets.get(plain_name(name), "")

    def title(self, line: str) -> str:
        """What a person calls a line."""
        row = self.titles.get(plain_name(line))
        return row.to if row else line


NONE = Decisions()


def read(path: Path) -> Decisions:
    """The decisions of a file. Raises ``DecisionError`` with all that is wrong in it."""
    try:
        rows, problems = read_sheet(path.name, path.read_bytes(), COLUMNS)
    except OSError as error:
        raise DecisionError(f"{path}：读不出来（{error.strerror or error}）") from error
    decisions = [_decision(row) for row in rows]
    problems += [
        Problem(path.name, row.line, "改为", f"“{row.name}”要{_word(row.action)}，没有写明改为什么")
        for row in decisions
        if not row.to and row.action != "split"
    ]
    problems += _contradicting(path.name, decisions)
    if errors := [str(problem) for problem in sorted(problems) if problem.severity == "error"]:
        raise DecisionError("\n".join(errors))
    return _sorted_out(decisions)


def _decision(row: Row) -> Decision:
    said = {
        name: str(row.values.get(name) or "") for name in ("action", "issuer", "name", "unit", "to")
    }
    return Decision(row.line, **said)


def _contradicting(file: str, rows: Iterable[Decision]) -> list[Problem]:
    """Rows about the same thing that say different things: which of them counts is not for the program to guess."""
    seen: dict[tuple[str, ...], Decision] = {}
    problems = []
    for row in rows:
        kind = "name" if row.action in ("join", "split") else row.action
        key = (kind, row.issuer, plain_name(row.name), row.unit)
        first = seen.setdefault(key, row)
        if (first.action, first.to) != (row.action, row.to):
            message = f"与第 {first.line} 行对“{row.name}”的决定不一致，请只留一行"
            problems.append(Problem(file, row.line, "叫法", message))
    return problems


def _sorted_out(rows: Iterable[Decision]) -> Decisions:
    decisions = Decisions()
    for row in rows:
        if row.action == "body":
            decisions.bodies[row.name] = row.to
        elif row.action == "rename":
            decisions.titles[plain_name(row.name)] = row
        else:
            key = plain_name(row.name)
            decisions.names[key] = (*decisions.names.get(key, ()), row)
            if row.action == "join":
                decisions.targets[plain_name(row.to)] = row.to
    return decisions


def _word(action: str) -> str:
    return next(word for word, code in ACTIONS.items() if code == action)
