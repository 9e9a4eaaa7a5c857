"""The families of numbering, and where in a paragraph they stand.

Sources: GB/T 9704-2012 §7.3.3 for 一、（一）1.（1）; the other families are counted from practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.outline.parts import SENTENCE_END, Mark, Paragraph

_DIGITS = ("", *"一二三四五六七八九")
_HANZI = {
    ten + digit: 10 * tens + ones
    for tens, ten in enumerate(("", "十", *(digit + "十" for digit in _DIGITS[2:])))
    for ones, digit in enumerate(_DIGITS)
    if tens or ones
}
_N = "[一二三四五六七八九十]{1,4}"
MARKER = re.compile(
    # The first character decides at most places, which makes the search three times as fast.
    r"(?=[第(一二三四五六七八九十\d①-⑳㈠-㈩⑴-⒛其首再最])(?:"
    rf"第(?P<part>{_N}|\d{{1,2}}) ?(?P<kind>部分|章|篇|编|节)(?![是为的规第之])[、:：]?"
    rf"|\((?P<bracket>{_N})\)[、.]?"
    rf"|(?P<loose>{_N})\)"
    rf"|(?P<dun>{_N}) ?(?:、|\.(?!\d))"
    r"|\((?P<round>\d{1,2})\)[、.]?"
    r"|(?<![\d.,(])(?P<arabic>\d{1,2}) ?(?:\.(?=(?:19|20)\d\d ?年)|\.(?!\d)|、(?!\d)|\))"
    r"|(?P<sign>[①-⑳㈠-㈩⑴-⒇⒈-⒛])[、.]?"
    rf"|(?P<item>{_N})\n?[是要]"
    rf"|第(?P<ordinal>{_N})[，,、]"
    rf"|其(?P<respect>[一二三四五六七八九])[是，,、]"
    r"|(?P<first>首先|其次|再次|最后)(?:[，,]|(?=[要是])))"
)
"""A numbering. Of the named groups the one that matched is the family; ``part`` comes with ``kind``."""

ITEMS = frozenset({"item", "ordinal", "respect", "first"})
"""Families that number items of running text, never headings above level 6."""

_SIGNS = ((0x2460, "circled"), (0x2474, "round"), (0x2488, "arabic"), (0x3220, "bracket"))
_ORDER_WORDS = {"首先": 1, "其次": 2, "再次": 3, "最后": 4}
# 一、二产业 / 三、四季度: neighbouring numbers that are listed, not a heading.
_LISTED = re.compile(rf"({_N})(?:、|和|及|至|产业|季度|线|级|期|类|等|批|审|次|环|\))")
# A label and the figures of its row run together: 予以公开710000071（二）…
_CELL = re.compile(
    r"(?:\([^()]{0,40}\)|[^。；！？，：()\d]){1,50}?\s?(?:\d[\d.]{4,}|\d+(?: \d[\d,.]*){2,}|\d[\d,]*\.\d{2})"
    rf"(?=\s*(?:$|\n|\(|{_N}、))"
    # …and the number of the next row to the figures: 1.属于国家秘密00000002.其他….
    r"|[^。；！？，：()\d]{1,50}?\d{6,}\.(?=\D)"
)
# 附件：1.…  /  注：1.…: the numbers belong to the list, not to the report.
_LIST_HEAD = re.compile(r"(?:附\s*件|附\s*表|注|备\s*注)\s*[：:]\s*(?:\d|$)")
_LIST_WORD = re.compile(r"(?:附\s*件|附\s*表|注)\s*[：:]$")
_CLAUSE_OF_LAW = re.compile("[项款目](?!目|项)")  # 第二十条第（一）项
_NOTE = 90  # a note in brackets is no longer
_LIST_LINE = re.compile(r"\d{1,2} ?[.、]")


def marks(folded: str, paragraphs: list[Paragraph]) -> Iterator[Mark]:
    """All numberings of a report in text order, but those of lists of attachments and notes."""
    listed = False
    for index, paragraph in enumerate(paragraphs):
        begins = _LIST_HEAD.match(folded, paragraph.start, paragraph.end)
        goes_on = listed and _LIST_LINE.match(folded, paragraph.start, paragraph.end)
        listed = bool(begins or goes_on)
        if not listed:
            yield from marks_of(folded, paragraph, index)


def marks_of(folded: str, paragraph: Paragraph, index: int) -> Iterator[Mark]:
    """The numberings of one paragraph.

    >>> [(m.family, m.number, m.place) for m in marks_of("一、概况(一)基本情况", Paragraph(0, 12), 0)]
    [('dun', 1, 'line'), ('bracket', 1, 'glued')]
    >>> list(marks_of("五一、两会期间，一、二产业增长", Paragraph(0, 15), 0))
    []
    """
    noted = ("", 0)  # the last number of a list of notes or attachments inside the paragraph
    for match in MARKER.finditer(folded, paragraph.start, paragraph.end):
        family, number = _read(match)
        start, end = match.span()
        if _LIST_WORD.search(folded, max(paragraph.start, start - 4), start) or (
            noted == (family, number - 1)
        ):
            noted = (family, number)
            continue
        if family == "bracket" and _CLAUSE_OF_LAW.match(folded, end):
            continue
        place = _place(folded, paragraph.start, start)
        careless = match["loose"] or (family == "dun" and match[0][-1] == ".")
        if not number or not place or (careless and place != "line"):
            continue
        listed = _LISTED.match(folded, end) if family == "dun" else None
        if listed and _HANZI.get(listed[1], 0) == number + 1:
            continue
        if family not in ITEMS and _CELL.match(folded, end, min(end + 80, paragraph.end)):
            continue
        yield Mark(start, end, family, number, place, index)


def numbered(marker: str) -> tuple[str, int]:
    """The family and the number of a section's folded ``marker``; ("", 0) for a heading without a number.

    >>> numbered("(三)"), numbered("二要"), numbered("")
    (('bracket', 3), ('item', 2), ('', 0))
    """
    # Some numberings are told by what follows them: a title stands for it.
    match = MARKER.match(f"{marker}事")
    return _read(match) if match else ("", 0)


def _read(match: re.Match[str]) -> tuple[str, int]:
    """The family and the number of a numbering; number 0 where the characters are no number (五一、)."""
    if text := match["part"]:
        number = int(text) if text.isdigit() else _HANZI.get(text, 0)
        return ("chapter" if match["kind"] == "节" else "part"), number
    family = match.lastgroup or ""
    text = match[family]
    if family == "sign":
        base, name = max((base, name) for base, name in _SIGNS if base <= ord(text))
        return name, ord(text) - base + 1
    if family == "first":
        return family, _ORDER_WORDS[text]
    if family in ("round", "arabic"):
        closed = family == "arabic" and match[0].endswith(")")
        return ("right" if closed else family), int(text)
    # 一）has lost its opening bracket.
    return ("bracket" if family == "loose" else family), _HANZI.get(text, 0)


def _place(folded: str, first: int, start: int) -> str:
    """What a numbering stands behind; empty where what is before makes it part of a name (第一是, “一是”)."""
    if start == first:
        return "line"
    before = start
    while before > first and folded[before - 1].isspace():
        before -= 1
    last = folded[before - 1 : before]
    if last in SENTENCE_END or (last in "”’》)" and folded[before - 2] in SENTENCE_END):
        return "break"
    if last == ":" and not folded[before - 2].isdigit():
        return "break"
    if last == ")" and folded[_opening(folded, first, before - 1) - 1] in SENTENCE_END:
        # …不断提升。(责任单位：教育局)2.…: a note behind a sentence.
        return "break"
    if last in "第这那之唯统其不" or folded[start - 1] in "“《":
        return ""
    if before < start:
        return "space"
    if last == ")":
        return "paren"
    if last in "，,":
        return "comma"
    return "digit" if last.isdigit() else "glued"


def _opening(folded: str, first: int, closing: int) -> int:
    """Where the bracket that closes at ``closing`` opens; ``closing`` itself if it does not."""
    depth = 0
    for place in range(closing, max(first, closing - _NOTE), -1):
        depth += (folded[place] == ")") - (folded[place] == "(")
        if depth == 0:
            return place
    return closing
