"""Headings without a number: short lines that stand between paragraphs (older reports, bulletins, speeches)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from baobiao.outline.numbering import MARKER
from baobiao.outline.parts import Heading, Paragraph, rank_of

_LINE = re.compile(r"[\u4e00-\u9fff“《\d][^。！？：；\n…|>]{0,38}[\u4e00-\u9fff”）)》]")
# Page data, dates, captions, clauses and calls to the audience are no headings.
_OTHER = re.compile(
    r"^(?:——|来源|责任编辑|编辑|附件|附表|附图|单位|注|表\d|图\d|第[一二三四五六七八九十\d]+[条款页]|各位|同志们|抄送|印发|时间|作者|记者|"
    r"新华社|当前位置|首页|上一[篇页]|下一[篇页]|打印|关闭|分享|相关|下载|扫一扫|主办|联系)"
    r"|(?:年\d{1,2}月\d{1,2}日|摄|电|会议上|通过|记者.{2,4})$|[一二][零〇]|\d{4}-\d"
)
_ATTACHED = re.compile(r"附\s*件\s*\d*\s*[：:]?")
_BODY = 30


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
