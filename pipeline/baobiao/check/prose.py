"""The running text of a draft, without page residue and tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from baobiao.model import Draft


def matches(
    draft: Draft, pattern: re.Pattern[str], *, folded: bool = True
) -> Iterator[re.Match[str]]:
    """Where a pattern stands in the running text; ``folded`` digits and brackets are half width.

    >>> from baobiao.model import Block, Report
    >>> report = Report("0", "例", "txt", "首页 5件\\n办结５件", (Block(0, 5, "furniture"), Block(6, 10)))
    >>> draft = Draft(report, "首页 5件\\n办结5件")
    >>> [found.group() for found in matches(draft, re.compile("\\\\d件"))]
    ['5件']
    """
    hidden = sorted((b.start, b.end) for b in draft.report.blocks if b.kind != "text")
    starts = [start for start, _ in hidden]
    for found in pattern.finditer(draft.folded if folded else draft.report.text):
        index = bisect_right(starts, found.start()) - 1
        if index < 0 or found.start() >= hidden[index][1]:
            yield found
