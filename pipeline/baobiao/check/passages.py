"""The stretches of a draft that rules look at: its lines, its sentences, its closing, and how a place is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from baobiao.characters import fold
from baobiao.elements.marks import is_body_name
from baobiao.model import Draft

Span = tuple[int, int]

_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[^。！？；：\n]+[。！？；：]?")
_DATE_LIKE = re.compile(
    r"[(\s]*(?:(?:19|20)\d\d|[一二][零一二三四五六七八九]{3}) ?[年.\-/] ?"
    r"[\d一二三四五六七八九十]{1,3} ?[月.\-/]?(?: ?[\d一二三四五六七八九十]{1,3} ?[日号]?)?[)\s]*"
)
_BEHIND = re.compile(
    r"抄\s*送|抄\s*报|附\s*件|附\s*表|来\s*源|责任|编辑|联系|\(此件|\(联系|主办|印发|注\s*[:：]|.{0,40}印发$"
)
_LINES_OF_CLOSING = 8


@dataclass(frozen=True, slots=True)
class Closing:
    """The 署名 and 成文日期 at the end of a draft, as they are written; None where there is none.

    ``start`` is where the closing begins; without one, where the text ends.
    """

    start: int
    name: Span | None = None
    day: Span | None = None


def lines(draft: Draft) -> Iterator[Span]:
    """The lines of the draft's own text without indent and trailing blanks; page residue and tables are left out."""
    spans = [(0, len(draft.folded))]
    if draft.report.blocks:
        spans = [(block.start, block.end) for block in draft.report.blocks if block.kind == "text"]
    for start, end in spans:
        for line in _LINE.finditer(draft.folded, start, end):
            words = line[0]
            first = line.start() + len(words) - len(words.lstrip())
            last = line.start() + len(words.rstrip())
            if last > first:
                yield first, last


def sentences(draft: Draft) -> Iterator[Span]:
    """The sentences of the lines; a semicolon and a colon end one, too."""
    for start, end in lines(draft):
        for sentence in _SENTENCE.finditer(draft.folded, start, end):
            lead = len(sentence[0]) - len(sentence[0].lstrip())
            yield sentence.start() + lead, sentence.end()


def closing(draft: Draft) -> Closing:
    """What stands below the last line of the body: the name of the office and the day, well written or not.

    >>> from baobiao.model import Report
    >>> text = "抓好落实。\\n梅州市公安局\\n二〇二五年一月三日"
    >>> found = closing(Draft(Report("0", "a.txt", "txt", text), fold(text)))
    >>> text[slice(*found.name)], text[slice(*found.day)]
    ('梅州市公安局', '二〇二五年一月三日')
    """
    name: Span | None = None
    day: Span | None = None
    start = len(draft.folded)
    for first, last in reversed(list(lines(draft))[-_LINES_OF_CLOSING:]):
        words = draft.folded[first:last]
        if _DATE_LIKE.fullmatch(words) and day is None:
            day = (first, last)
        elif is_body_name(re.sub(r"\s", "", words)):
            name = (first, last)
        elif not _BEHIND.match(words):
            break
        start = first
    return Closing(start if name or day else len(draft.folded), name, day)


def where(draft: Draft, offset: int) -> str:
    """The numbers of the headings above a place, outermost first: 一、(四)1.(3); "开头" before the first heading."""
    by_id = {section.section_id: section for section in draft.sections}
    path: list[str] = []
    section = by_id.get(draft.section_at(offset))
    while section:
        path.append(section.marker or f"“{section.title}”")
        section = by_id.get(section.parent_id)
    return "".join(reversed(path)) or "开头"


def is_quoted(draft: Draft, offset: int) -> bool:
    """Whether a place stands inside “…” or 《…》 of its own line: words that the draft quotes are not its own."""
    start = draft.folded.rfind("\n", 0, offset) + 1
    before = draft.folded[start:offset]
    return any(before.count(left) > before.count(right) for left, right in ("“”", "《》", "「」"))


def plain(words: str) -> str:
    """Words without blanks and marks, to be compared.

    >>> plain("一、 存在的不足，和原因。")
    '一存在的不足和原因'
    """
    return re.sub(r"[\s“”‘’\"'《》〈〉()（）\[\]【】、，,。：:；;·.\-—_/]", "", fold(words))
