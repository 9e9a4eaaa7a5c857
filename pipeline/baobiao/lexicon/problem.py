"""What is wrong with a dictionary, in the words of the person who edits it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something in a dictionary file that has to be put right; ``line`` is the line of the file, 0 for the whole file.

    ``severity`` ``error`` makes the folder unusable, ``warning`` does not.

    >>> str(Problem("units.csv", 2, "系数", "“一亿”不是数字；例如“亿元”应写 100000000"))
    'units.csv:2: 「系数」“一亿”不是数字；例如“亿元”应写 100000000'
    """

    file: str
    line: int
    column: str
    message: str
    severity: str = "error"

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        column = f"「{self.column}」" if self.column else ""
        return f"{place}: {column}{self.message}"


class DictionaryError(ValueError):
    """The folder of dictionaries cannot be used; the message lists every problem, one a line, in Chinese."""

    def __init__(self, folder: object, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        lines = "\n".join(str(problem) for problem in problems)
        super().__init__(f"词典文件夹 {folder} 不能使用，有 {len(problems)} 处问题：\n{lines}")
