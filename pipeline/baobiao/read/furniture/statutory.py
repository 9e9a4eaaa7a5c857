"""The tables of the yearly report on open government information, found where a page lost their
cells.

The report has a form with three tables (国办公开办函〔2021〕30号; before it
国办公开办函〔2019〕60号): 主动公开政府信息情况, 收到和处理政府信息公开申请情况 and
行政复议、行政诉讼情况. Saved as text, their labels and figures run together
(``行政规范性文件6233440`` is 62, 33 and 440), and the row labels 一、 （一） 1. look like headings.
"""

from __future__ import annotations

import re


def _loose(words: str) -> str:
    """A pattern for the words (alternatives joined by ``|``) with any white space between
    characters.
    """
    return "|".join(r"\s*".join(map(re.escape, word)) for word in words.split("|"))


_ARTICLE = rf"(?:{_loose('第二十条第')})\s*[(（]\s*[一二三四五六七八九]\s*[)）]\s*项"
# What the three tables begin with. The second one's corner cell prints the identity that it must
# satisfy.
_BEGIN = re.compile(
    rf"{_ARTICLE}\s*(?=(?:{_loose('信息内容')})\s*(?:{_loose('本年|上一年')}))"
    rf"|(?:{_loose('信息内容')})\s*(?={_loose('本年新制作|本年制发|本年处理决定|上一年项目')})"
    rf"|(?:[(（]\s*(?:{_loose('本列数据的勾稽关系')})[^)）。]{{0,80}}[)）]\s*)?(?:{_loose('申请人情况')})"
    rf"(?=\s*(?:{_loose('自然人|法人或其他组织')}))"
    rf"|(?:{_loose('行政复议')})\s*(?:{_loose('行政诉讼')})\s*(?={_loose('结果维持|未经复议|维持')})"
)
# Row labels of the second table that are numbered like headings.
_ROW = _loose("本年新收|上年结转|本年度办理|本年办理|结转下年")
# The next part of the report: a first-level number that is no row label, or the words of the form's
# own titles.
_NEXT = re.compile(
    rf"第\s*[一二三四五六七八]\s*部\s*分"
    rf"|[一二三四五六七八九十]{{1,3}}\s*[、.．]\s*(?!{_ROW})(?=[\u4e00-\u9fff])"
    rf"|[(（]?\s*[二三四五六七]\s*[)）]\s*(?={_loose('收到和处理|政府信息公开行政|因政府信息公开|存在的主要|存在的问题|其他需要')})"
)
_SENTENCE_END = re.compile("[。！？]")
# A cell that a row can end with, and the unit that may follow it.
_LAST_CELL = re.compile(r"\d[\d.,，．]*(?:\s*(?:万?元|件|项|条))?(?![\d年月日])")
# A row's own last words before its figures: what is left to go by where prose follows on the same
# line.
_LABELLED = re.compile(
    rf"(?:{_loose('规范性文件|行政许可|行政处罚|行政强制|行政事业性收费|总计|继续办理')})\s*\d[\d.,\s]*(?![\d年月日])"
)
_REACH = 8000


def stretches(text: str) -> tuple[tuple[int, int], ...]:
    """The statutory tables as (start, end), from the first header words to the last figure.

    >>> report = "二、公开情况第二十条第（一）项信息内容本年制发件数规章3152三、收到的申请"
    >>> [report[start:end] for start, end in stretches(report)]
    ['第二十条第（一）项信息内容本年制发件数规章3152']
    >>> stretches("根据《条例》第二十条第（一）项，信息内容应当主动公开12件。")
    ()
    """
    found: list[tuple[int, int]] = []
    offset = 0
    while match := _BEGIN.search(text, offset):
        start = match.start()
        end, limit = _end(text, match.end())
        if end:
            found.append((start, end))
        offset = end or max(limit, match.end())
    return tuple(found)


def _end(text: str, start: int) -> tuple[int, int]:
    """Where the table that begins here ends, behind its last figure (0 if it has none), and how far
    that was looked for: to the next part of the report or its next sentence.
    """
    limit = min(len(text), start + _REACH)
    if following := _NEXT.search(text, start, limit):
        limit = following.start()
    cells = _LAST_CELL
    if sentence := _SENTENCE_END.search(text, start, limit):
        # Prose follows without a heading: the line that it stands on is not the table's.
        line = text.rfind("\n", start, sentence.start())
        cells, limit = (_LAST_CELL, line) if line > 0 else (_LABELLED, sentence.start())
    last = 0
    for cell in cells.finditer(text, start, limit):
        last = start + len(text[start : cell.end()].rstrip())
    return last, limit
