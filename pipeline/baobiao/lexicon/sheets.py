"""CSV as Excel leaves it: bytes → rows that know the line they stand on, and what is wrong with them.

Reading never stops at the first mistake: a bad cell becomes a `Problem` and its row is left out.
"""

from __future__ import annotations

import csv
import io
import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from baobiao.characters import fold
from baobiao.lexicon.problem import Problem

EXAMPLE = "示例"
SOURCE = "来源"
_EXCEL_ERRORS = ("#NAME?", "#REF!", "#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!")
_WRONG_DIVIDER = re.compile("[｜；;]")
_DAY = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")
_SAVE_AS = "请在 Excel 中“另存为”，类型选“CSV UTF-8（逗号分隔）(*.csv)”"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its Chinese header. ``read`` turns a cell into a value or raises ValueError in Chinese."""

    header: str
    read: Callable[[str], object] = str
    required: bool = True
    field: str = ""


class Row(NamedTuple):
    """A row of a sheet: ``cells`` by header as written, ``values`` by field as read, ``line`` where it begins."""

    line: int
    cells: Mapping[str, str]
    values: Mapping[str, object]


def number(cell: str) -> Decimal:
    """A factor. The hint is the mistake that experts make: to write the factor as they say it."""
    try:
        value = Decimal(cell)
    except InvalidOperation:
        raise ValueError(f"“{cell}”不是数字；例如“亿元”应写 100000000") from None
    if not value.is_finite() or value <= 0:
        raise ValueError(f"“{cell}”应是大于 0 的数字")
    return value


def aliases(cell: str) -> tuple[str, ...]:
    """The parts between ``|``, folded, each once.

    >>> aliases("米|公尺|ｍ")
    ('米', '公尺', 'm')
    """
    if not cell:
        return ()
    if wrong := _WRONG_DIVIDER.search(cell):
        raise ValueError(f"“{cell}”里有“{wrong[0]}”；几个写法之间应用半角竖线“|”隔开")
    parts = [part.strip() for part in fold(cell).split("|")]
    if "" in parts:
        raise ValueError(f"“{cell}”里有空的写法；请删去多余的“|”")
    if len(set(parts)) != len(parts):
        raise ValueError(f"“{cell}”里有重复的写法")
    return tuple(parts)


def word(cell: str) -> str:
    """A word as it is matched: folded, like the report."""
    return fold(cell)


def first_day(cell: str) -> date | None:
    """The first day of an ISO day, month or year; empty is open. Excel turns 2018-03-17 into 2018/3/17.

    >>> first_day("2018"), first_day("2018/3/17")
    (datetime.date(2018, 1, 1), datetime.date(2018, 3, 17))
    """
    return _day(cell, 1, 1)


def last_day(cell: str) -> date | None:
    """The last day of an ISO day, month or year; empty is open.

    >>> last_day("2018"), last_day("2018-02")
    (datetime.date(2018, 12, 31), datetime.date(2018, 2, 28))
    """
    return _day(cell, 12, 31)


def _day(cell: str, month: int, day: int) -> date | None:
    if not cell:
        return None
    try:
        if not (match := _DAY.fullmatch(cell)):
            raise ValueError
        year = int(match[1])
        month = int(match[2] or month)
        day = int(match[3] or min(day, monthrange(year, month)[1]))
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"“{cell}”不是日期；应写成 2018-03-21、2018-03 或 2018") from None


def patterns(cell: str) -> tuple[re.Pattern[str], ...]:
    """Wordings between ``|``, or one regular expression between slashes, as patterns for folded text.

    >>> patterns("截止目前|截止年底")[1].pattern, patterns(r"/，{2,}/")[0].pattern
    ('截止年底', '，{2,}')
    """
    if len(cell) > 2 and cell[0] == cell[-1] == "/":
        try:
            return (re.compile(cell[1:-1]),)
        except re.error as error:
            raise ValueError(f"“{cell}”不是合格的正则表达式（{error}）") from None
    return tuple(re.compile(re.escape(wording)) for wording in aliases(cell))


def one_of(words: Mapping[str, str]) -> Callable[[str], str]:
    """A reader for a column that allows only certain words; the value is the code behind the word."""

    def read(cell: str) -> str:
        if cell not in words:
            raise ValueError(f"“{cell}”不在允许的写法之内；可以写：{'、'.join(words)}")
        return words[cell]

    return read


def decode(file: str, data: bytes) -> tuple[str, list[Problem]]:
    """The text of a dictionary file. GBK, which Excel writes for plain CSV, is read with a warning."""
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return "", [Problem(file, 0, "", f"不是 UTF-8 编码，也不是 GBK，无法读取。{_SAVE_AS}")]
    message = f"不是 UTF-8 编码（是 Excel 另存的 GBK），这次按 GBK 读取。{_SAVE_AS}"
    return text, [Problem(file, 0, "", message, "warning")]


def read_sheet(
    file: str, data: bytes, columns: tuple[Column, ...]
) -> tuple[list[Row], list[Problem]]:
    """All good rows of a CSV file, and every problem of the others."""
    text, problems = decode(file, data)
    if not text:
        return [], problems or [Problem(file, 0, "", "是空文件")]
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    line = 1
    try:
        wrong = _wrong_header(file, next(lines), columns)
        if wrong:
            return [], problems + wrong
        headers = tuple(column.header for column in columns)
        line = lines.line_num + 1
        for cells in lines:
            if any(cells) and any(cell.strip() for cell in cells):
                row, faults = _read_row(file, line, cells, columns, headers)
                problems += faults
                if row is not None:
                    rows.append(row)
            line = lines.line_num + 1
    except csv.Error as error:
        message = f"从这一行起无法读取，多半是引号没有成对（{error}）"
        problems.append(Problem(file, line, "", message))
    return rows, problems


def _wrong_header(file: str, header: list[str], columns: tuple[Column, ...]) -> list[Problem]:
    expected = [column.header for column in columns]
    header = [cell.strip() for cell in header]
    while header and not header[-1]:
        header.pop()
    if header == expected:
        return []
    if len(header) == 1 and any(mark in header[0] for mark in "\t;"):
        return [Problem(file, 1, "", f"各列不是用逗号隔开的。{_SAVE_AS}")]
    missing = [name for name in expected if name not in header]
    extra = [name for name in header if name not in expected]
    faults = [f"缺少列「{'」「'.join(missing)}」"] if missing else []
    faults += [f"多出列「{'」「'.join(extra)}」"] if extra else []
    told = "，".join(faults) or "列的次序不对"
    return [Problem(file, 1, "", f"表头{told}；应为：{','.join(expected)}")]


def _read_row(
    file: str, line: int, cells: list[str], columns: tuple[Column, ...], headers: tuple[str, ...]
) -> tuple[Row | None, list[Problem]]:
    if len(cells) > len(columns) and any(cells[len(columns) :]):
        message = (
            f"有 {len(cells)} 格，表头只有 {len(columns)} 列；内容里的逗号要用半角引号括起整格"
        )
        return None, [Problem(file, line, "", message)]
    padded = [cell.strip() for cell in cells] + [""] * (len(columns) - len(cells))
    problems: list[Problem] = []
    values: dict[str, object] = {}
    for column, cell in zip(columns, padded, strict=False):
        if not cell and column.required:
            problems.append(Problem(file, line, column.header, "没有填写"))
        elif cell[:1] == "#" and cell.startswith(_EXCEL_ERRORS):
            problems.append(Problem(file, line, column.header, f"“{cell}”是 Excel 的公式错误"))
        elif column.read is str:
            values[column.field] = cell
        else:
            try:
                values[column.field] = column.read(cell)
            except ValueError as error:
                problems.append(Problem(file, line, column.header, str(error)))
    if problems:
        return None, problems
    values.pop("", None)
    return Row(line, dict(zip(headers, padded, strict=False)), values), []
