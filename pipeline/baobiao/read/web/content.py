"""Where on a page the article is: the containers that the editors of government sites write into,
else the element that holds nearly all prose.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping

from lxml import etree

from baobiao.read.web.markup import Element, is_around, is_unseen, names

# What content systems call the box of the article itself (names without - and _, in lower case):
# TRS (拓尔思), 大汉 JCMS (zoom), 中国政府网 (UCAP-CONTENT, pages_content), 博达 (vsb_content), WebPlus, …
_EDITORS = re.compile(
    r"trs(?:u?editor(?:view)?|preappend|autoadd|word|web|paperdefault)|customunionstyle|"
    r"(?:font)?zoom(?:con(?:tent)?)?|ucapcontent|pagescontent|vsbcontent\d*|vnewscontent|"
    r"wparticlecontent|artibody|ivscontent|jscontent|richmediacontent|btcontent|docontent|bodylabel"
)
# What sites that write their own pages call it.
_NAMED = re.compile(
    r"\w*(?:article|detail|content|contxt|context)\w{0,8}|(?:con|cont|txt|text|view|nr)(?:box|txt|text)?\d?|"
    r"\w*(?:news|info|doc|xxgk|zw|xl|nr|wz|art|page)(?:cont?|txt|text|body|box|nr|main)\d?"
)
_HOLDERS = frozenset("div td article section main body form table tbody tr center span".split())
_ENOUGH = 0.5  # of the page's prose, for a container to be believed
_NEARLY_ALL = 0.9
_PART = 0.05  # of the largest container, for another to be a part of the article
_LEAST = 30


def content(root: Element, without: Container[Element] = ()) -> Element:
    """The element that holds the article; ``without`` are elements that are none of it.

    >>> from baobiao.read.web.markup import parsed
    >>> prose = "2024年，全区破案12宗，比上年增长20%。" * 3
    >>> page = f'<div class=nav><a>首页</a></div><div id=zoom><p>{prose}</div><div>版权所有</div>'
    >>> content(parsed(page)).get("id")
    'zoom'
    """
    body = root.find(".//body")
    body = root if body is None else body
    weights = prose(body, without)
    dense = _densest(body, weights)
    inside = {dense, *dense.iterdescendants()}
    for pattern, within in ((_EDITORS, weights), (_NAMED, inside)):
        known = [
            element
            for element in weights
            if element.tag in _HOLDERS
            and element in within
            and any(map(pattern.fullmatch, names(element)))
        ]
        largest = max(known, key=weights.__getitem__, default=None)
        if largest is not None and weights[largest] >= max(_ENOUGH * weights[dense], _LEAST):
            return _innermost(_together(largest, known, weights), known, weights)
    return dense


def prose(body: Element, without: Container[Element] = ()) -> Mapping[Element, int]:
    """How much each element holds of what may be the article: the characters that are shown and in
    no link.
    """
    weights: dict[Element, int] = {}
    walk = etree.iterwalk(body, events=("start", "end", "comment", "pi"))
    open_weights: list[int] = []
    skipped: Element | None = None
    for event, element in walk:
        if event == "start":
            if element is not body and (
                element.tag == "a" or element in without or is_unseen(element) or is_around(element)
            ):
                walk.skip_subtree()
                skipped = element
            else:
                open_weights.append(_length(element.text))
            continue
        if event == "end" and element is not skipped:
            weights[element] = open_weights.pop()
            if open_weights:
                open_weights[-1] += weights[element]
        skipped = None
        if open_weights:
            open_weights[-1] += _length(element.tail)
    return weights


def _length(text: str | None) -> int:
    return len("".join(text.split())) if text else 0


def _densest(body: Element, weights: Mapping[Element, int]) -> Element:
    """The innermost element that holds nearly all prose of the page: from the body down, as long as
    one child alone does.
    """
    here = body
    while True:
        inside = [child for child in here.iterchildren() if child in weights]
        heaviest = max(inside, key=weights.__getitem__, default=None)
        if heaviest is None or heaviest.tag not in _HOLDERS or heaviest.tag == "span":
            return here
        if weights[heaviest] < _NEARLY_ALL * weights[here] or _is_data(heaviest):
            return here
        here = heaviest


def _is_data(element: Element) -> bool:
    """Whether an element is a table of several columns: the article may be nothing but a table."""
    if element.tag != "table":
        return False
    rows = list(element.iter("tr"))
    return len(rows) > 1 and sum(len(row) > 1 for row in rows) * 2 > len(rows)


def _together(
    largest: Element, known: Iterable[Element], weights: Mapping[Element, int]
) -> Element:
    """The element around all boxes of the article: its text and its tables may have one each."""
    above = {largest, *largest.iterancestors(), *largest.iterdescendants()}
    whole = largest
    for element in known:
        if element not in above and weights[element] >= _PART * weights[largest]:
            around = set(element.iterancestors())
            whole = next(other for other in (whole, *whole.iterancestors()) if other in around)
    return whole


def _innermost(
    largest: Element, known: Iterable[Element], weights: Mapping[Element, int]
) -> Element:
    """The innermost of the known containers in the largest that holds nearly as much: what is
    around it is the article's furniture.
    """
    whole = _NEARLY_ALL * weights[largest]
    inside = [
        element
        for element in known
        if weights[element] >= whole and (element is largest or largest in element.iterancestors())
    ]
    return max(inside, key=lambda element: sum(1 for _ in element.iterancestors()))
