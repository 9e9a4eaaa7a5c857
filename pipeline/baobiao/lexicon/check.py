"""What can be wrong between rows, and between a row and its examples."""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.characters import fold
from baobiao.lexicon.columns import QUALIFIER_EFFECTS, Sheet
from baobiao.lexicon.marks import Example, read_examples
from baobiao.lexicon.problem import Problem
from baobiao.lexicon.sheets import EXAMPLE, Row

NUMERAL = r"(?:\d+(?:[.,]\d+)*[十百千万亿]*|[零一二两三四五六七八九十百千万亿几数]+)"
_QUOTES = {"“": "[“\"「『‘']", "”": "[”\"」』’']"}
_STARTS_NUMERAL = re.compile(r"\{n\}|[\d零一二两三四五六七八九十百千万亿]")
_MULTIPLIER = re.compile(r"^[十万亿]|^百(?!分)|^千(?![瓦米克伏卡焦帕赫兆字分升])")
# Files whose examples show the words that were found, so that at least one of them must be marked.
_MUST_MARK = ("units.csv", "indicators.csv", "periods.csv", "organisations.csv")


def wording_pattern(wording: str) -> re.Pattern[str]:
    """A wording as a pattern for folded text.

    {n} is any numeral, Chinese or Arabic. Quotation marks match in every form. A wording that begins or ends
    with a numeral does not match inside a longer one: 一个 is not found in 二十一个, nor 12345 in 123456.

    >>> bool(wording_pattern("第{n}批").search("第三批清单"))
    True
    >>> bool(wording_pattern("一个").search("二十一个"))
    False
    """
    folded = fold(wording)
    parts = (_with_any_quotes(part) for part in folded.split("{n}"))
    before = (
        r"(?<![\d.零一二两三四五六七八九十百千万亿几])" if _STARTS_NUMERAL.match(folded) else ""
    )
    after = r"(?![\d]|[.,]\d)" if folded.endswith("{n}") or folded[-1:].isdigit() else ""
    return re.compile(before + NUMERAL.join(parts) + after)


def _with_any_quotes(part: str) -> str:
    return "".join(_QUOTES.get(mark) or re.escape(mark) for mark in part)


def judge_rows(sheet: Sheet, rows: list[Row]) -> list[Problem]:
    """Wordings that two rows claim, and what one row says against itself."""
    problems: list[Problem] = []
    if sheet.key:
        problems += _doubles(sheet, rows)
    for row in rows:
        if sheet.file == "units.csv":
            problems += _judge_unit(sheet, row)
        if sheet.file == "qualifiers.csv":
            problems += _judge_qualifier(sheet, row)
        if sheet.file == "wording.csv":
            problems += _judge_code(sheet, row)
    if sheet.file == "indicators.csv":
        problems += _double_ids(sheet, rows)
    return problems


def _claims(sheet: Sheet, row: Row) -> Iterator[tuple[str, str]]:
    """Pairs of column and wording that a row has for itself alone."""
    first, *others = sheet.key
    if others == ["别名"]:
        yield first, fold(row.cells[first])
        for alias in fold(row.cells["别名"]).split("|"):
            if alias.strip():
                yield "别名", alias.strip()
    else:
        yield first, "\0".join(fold(row.cells[key]) for key in sheet.key)


def _doubles(sheet: Sheet, rows: list[Row]) -> Iterator[Problem]:
    owners: dict[str, Row] = {}
    for row in rows:
        for column, wording in _claims(sheet, row):
            owner = owners.setdefault(wording, row)
            if owner is row:
                continue
            shown, name = wording.split("\0")[0], owner.cells[sheet.columns[0].header]
            message = f"“{shown}”在第 {owner.line} 行（{name}）已经有了；一个写法只能属于一行"
            yield Problem(sheet.file, row.line, column, message)


def _double_ids(sheet: Sheet, rows: list[Row]) -> Iterator[Problem]:
    owners: dict[str, int] = {}
    for row in rows:
        number = row.cells["编号"]
        if not re.fullmatch(r"[a-z][a-z0-9_]*", number):
            yield Problem(
                sheet.file, row.line, "编号", f"“{number}”只能用小写英文字母、数字和下划线"
            )
        if owners.setdefault(number, row.line) != row.line:
            message = f"“{number}”在第 {owners[number]} 行已经用了"
            yield Problem(sheet.file, row.line, "编号", message)


def _judge_unit(sheet: Sheet, row: Row) -> Iterator[Problem]:
    for column, wording in _claims(sheet, row):
        if _MULTIPLIER.search(wording):
            message = f"“{wording}”带有数词“{wording[0]}”；万、亿属于数字，单位里只写后面的部分"
            yield Problem(sheet.file, row.line, column, message)


def _judge_qualifier(sheet: Sheet, row: Row) -> Iterator[Problem]:
    category, effect = row.cells["类别"], row.cells["作用"]
    allowed = QUALIFIER_EFFECTS.get(category, {})
    if allowed and effect not in allowed:
        message = f"类别是“{category}”时不能写“{effect}”；可以写：{'、'.join(allowed)}"
        yield Problem(sheet.file, row.line, "作用", message)


def _judge_code(sheet: Sheet, row: Row) -> Iterator[Problem]:
    code = row.cells["编号"]
    if not re.fullmatch(r"[A-Z]{2}\d{3}", code) or re.fullmatch(r"BB(?!4)\d{3}|BB40\d", code):
        message = (
            f"“{code}”应为两个大写英文字母加三位数字；自带的是 BB410 到 BB499，本单位的请用别的字母"
        )
        yield Problem(sheet.file, row.line, "编号", message)


def judge_examples(sheet: Sheet, rows: list[Row]) -> list[Problem]:
    """Examples whose marks are broken, or that do not show what their row is about."""
    problems: list[Problem] = []
    for row in rows:
        if EXAMPLE not in row.cells:
            continue
        name = row.cells[sheet.columns[0].header]
        try:
            examples = read_examples(sheet.file, row.line, name, row.cells[EXAMPLE])
        except ValueError as error:
            problems.append(Problem(sheet.file, row.line, EXAMPLE, str(error)))
            continue
        message = _unfit(sheet, row, examples)
        if message:
            problems.append(Problem(sheet.file, row.line, EXAMPLE, message))
    return problems


def _unfit(sheet: Sheet, row: Row, examples: list[Example]) -> str:
    """Why the examples do not fit their row; empty when they do."""
    if sheet.file == "wording.csv":
        return _not_found(sheet, row, examples)
    shown = _shown_wordings(sheet, row)
    is_unit = sheet.file == "units.csv"
    patterns = [re.compile(re.escape(fold(w))) if is_unit else wording_pattern(w) for w in shown]
    texts = [fold(example.text) for example in examples]
    if not any(pattern.search(text) for pattern in patterns for text in texts):
        return f"示例里没有“{shown[0]}”"
    marks = [fold(mark) for example in examples for mark in example.marked]
    if sheet.file == "not_indicators.csv":
        return "这里的数字不是指标，示例里不应有 [[标记]]" if marks else ""
    if sheet.file in _MUST_MARK and not marks:
        return "示例里没有 [[标记]]"
    if is_unit and not any(p.search(mark) for p in patterns for mark in marks):
        return f"没有一个 [[标记]] 里有单位“{shown[0]}”"
    return ""


def _not_found(sheet: Sheet, row: Row, examples: list[Example]) -> str:
    """What a row of draft wording finds in its examples other than what they mark."""
    wording = sheet.row_type(**row.values)
    if not any(example.marked for example in examples):
        return "示例里没有 [[标记]]"
    for example in examples:
        found = list(wording.spans(fold(example.text)))
        if found != list(example.spans):
            told = "、".join(example.text[start:end] for start, end in found) or "什么也没有"
            return f"“{example.text}”里按写法找到的是：{told}"
    return ""


def _shown_wordings(sheet: Sheet, row: Row) -> list[str]:
    """The wordings of a row, one of which its examples must show."""
    columns = [sheet.columns[0].header if sheet.file != "indicators.csv" else "名称"]
    columns += [name for name in ("别名", "简称") if name in row.cells]
    parts = (part.strip() for column in columns for part in row.cells[column].split("|"))
    return [part for part in parts if part]
