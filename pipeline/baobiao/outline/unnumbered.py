"""Headings without a number: short lines that stand between paragraphs (older reports, bulletins, speeches)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from baobiao.outline.numbering import MARKER
from baobiao.outline.parts import ITEM, Heading, Paragraph, rank_of

_LINE = re.compile(r"[\u4e00-\u9fff“《\d][^。！？：；\n…|>]{0,38}[\u4e00-\u9fff”）)》]")
# Page data, dates, captions, clauses and calls to the audience are no headings.
_OTHER = re.compile(
    r"^(?:——|来源|责任编辑|编辑|附件|附表|附图|单位|注|表\d|图\d|第[一二三四五六七八九十\d]+[条款页]|各位|同志们|抄送|印发|时间|作者|记者|"
    r"新华社|当前位置|首页|上一[篇页]|下一[篇页]|打印|关闭|分享|相关|下载|扫一扫|主办|联系)"
    r"|(?:年\d{1,2}月\d{1,2}日|摄|电|会议上|通过|记者.{2,4})$|[一二][零〇]|\d{4}-\d"
)
_STATEMENT = re.compile(r"[\u4e00-\u9fff“”、]{4,16}。")
_ATTACHED = re.compile(r"附\s*件\s*\d*\s*[：:]?")
_BODY = 30
_ALIKE = 2  # sentences that head their paragraphs differ by no more characters


def plain_headings(
    folded: str, paragraphs: Sequence[Paragraph], numbered: Sequence[Heading]
) -> list[Heading]:
    """Lines that clearly stand as headings, level 1.

    Only where the report's first level is not numbered, or where the numbers begin anew below such lines.
    """
    starts = {heading.start for heading in numbered}
    lines = [p for p in paragraphs if not _ATTACHED.fullmatch(folded, p.start, p.end)]
    found = [
        line
        for above, line, below in zip(lines, lines[1:], lines[2:], strict=False)
        if line.start not in starts
        and not line.row
        and _is_title(folded[line.start : line.end])
        and folded[above.end - 1] in "。！？：”"
        and (below.start in starts or _is_body(folded[below.start : below.end]))
    ]
    first_level = [heading for heading in numbered if heading.rank <= 1]
    anew = sum(heading.number == 1 for heading in first_level) > 1
    if first_level and not anew and (not found or found[0].start > first_level[0].start):
        return []
    rank = rank_of("plain", "line")
    return [
        Heading(line.start, line.end, line.start, line.end, "plain", 0, rank, "plain:line")
        for line in found
    ]


def stated_headings(
    folded: str, paragraphs: Sequence[Paragraph], numbered: Sequence[Heading]
) -> list[Heading]:
    """Short sentences, each the line above its paragraphs (民生保障更加有力。), where several of like length do so.

    They rank below the numbered heading that they follow; they are never of the first level.
    """
    starts = {heading.start for heading in numbered}
    ranks = [(heading.start, heading.rank) for heading in numbered if heading.rank < ITEM]
    lines = [
        line
        for line, below in pairwise(paragraphs)
        if line.start not in starts
        and below.start not in starts
        and _STATEMENT.fullmatch(folded, line.start, line.end)
        and _is_body(folded[below.start : below.end])
    ]
    lengths = [line.end - line.start for line in lines]
    if len(lines) < 2 or max(lengths) - min(lengths) > _ALIKE:
        return []
    found: list[Heading] = []
    for line in lines:
        above = [rank for start, rank in ranks if start < line.start]
        rank = max(1, above[-1] if above else 1) + 1
        stop = line.end - 1
        span = (line.start, line.end, line.start, stop)
        found.append(Heading(*span, "plain", 0, rank, "plain:sentence", rank))
    return found


def _is_title(text: str) -> bool:
    hanzi = sum("\u4e00" <= character <= "\u9fff" for character in text)
    return bool(
        len(text) <= 40
        and _LINE.fullmatch(text)
        and not _OTHER.search(text)
        and not MARKER.match(text)
        and hanzi * 2 >= len(text)
    )


def _is_body(text: str) -> bool:
    return len(text) >= _BODY and ("。" in text or "：" in text)
