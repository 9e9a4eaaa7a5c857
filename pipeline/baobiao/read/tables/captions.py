"""What stands above a table: its caption and the unit of its figures (``单位：万元``)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from baobiao.characters import fold

# 编制单位、填报单位 name an office, and so does 单位：某某局.
_UNIT = re.compile(
    r"(?<![制报送位属管担办部门各本我该有等])(?:金额|计量|计价|货币|数据)?单\s*位\s*[:：]\s*"
    r"([^\s;；。()\[\]:：]{1,16}(?:\s*[,，、/]\s*[^\s;；。()\[\]:：,，、]{1,8}){0,4})"
)
_OFFICE = re.compile(r"(?:[局委厅府办院校处站所队行会社部]|中心|公司|学校|单位|人员)$")
_SENTENCE = re.compile(r"[。;；!！?？]|[,，].*[,，]")
_MARKER = re.compile(
    r"^(?:(?:第?[一二三四五六七八九十]+|\d+)[、.．]|\([一二三四五六七八九十\d]+\))"
)
_LONGEST_CAPTION = 60
_LINES_ABOVE = 4


def unit_of(text: str) -> str:
    """The unit that a line or a cell says for a table, as it is written; "" where it says none.

    >>> unit_of("表1　　　单位：万元"), unit_of("单位：人、%"), unit_of("编制单位：某某市财政局")
    ('万元', '人、%', '')
    """
    said = _UNIT.search(fold(text))
    if not said or _OFFICE.search(said[1]):
        return ""
    return text[said.start(1) : said.end(1)].strip()


def says_only_unit(text: str) -> bool:
    """Whether a line or cell is nothing but the unit, in brackets or not.

    >>> says_only_unit("（单位：亿元）"), says_only_unit("收费金额（单位：万元）")
    (True, False)
    """
    plain = fold(text).strip(" \u3000()[]")
    said = _UNIT.match(plain)
    return bool(said and unit_of(text) and not plain[said.end() :].strip())


def above(lines: Sequence[str]) -> tuple[str, str]:
    """The caption and the unit of a table from the lines before it, the nearest last.

    The caption is the nearest short line that is no sentence; the unit is looked for from there
    down, and in the lines just above.

    >>> above(["全年收入增长。", "表1 收入支出决算总表", "公开01表", "单位：万元"])
    ('表1 收入支出决算总表', '万元')
    >>> above(["一、总体情况良好，收入平稳增长，支出结构优化。"])
    ('', '')
    """
    caption, unit = "", ""
    for line in reversed(list(lines)[-_LINES_ABOVE:]):
        words = " ".join(line.split())
        if not words or words.isascii():  # a translation stands beneath the caption
            continue
        if len(words) > _LONGEST_CAPTION or _SENTENCE.search(fold(words)):
            break
        unit = unit or unit_of(words)
        if says_only_unit(words) or stands_beside(words):
            continue
        caption = words
        break
    return caption, unit


def stands_beside(words: str) -> bool:
    """Whether words between caption and table name neither: 公开01表, 编制单位：…, 2024年度.

    >>> stands_beside("公开01表"), stands_beside("部门：某某局"), stands_beside("收入决算表")
    (True, True, False)
    """
    return bool(
        re.fullmatch(r"(?:公开|财决|附)?\s*\d{1,3}\s*表|\d{4}年度?", fold(words))
        or re.match(r"(?:编制|填报|公开|部门|预算)?(?:单位|部门)(?:名称)?\s*[:：]", fold(words))
    )


def is_numbered(text: str) -> bool:
    """Whether a text begins with the number of a heading or list: it is a row's or section's name.

    >>> is_numbered("一、本年新收"), is_numbered("（二）部分公开"), is_numbered("12.5")
    (True, True, False)
    """
    return bool(_MARKER.match(fold(text))) and not re.match(r"\d+\.\d", fold(text))
