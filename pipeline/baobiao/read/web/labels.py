"""The record that a site of 政府信息公开 puts above an article: 索引号, 发文字号, 发布机构, 成文日期.

The labels are those of 《政府信息公开目录系统实施指引》, and the shorter ones of news pages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import takewhile

from baobiao.characters import fold
from baobiao.read.web.lines import words
from baobiao.read.web.markup import Element, is_short

_LABELS: Mapping[str, str] = {
    "标题": "title",
    "名称": "title",
    "信息名称": "title",
    "文件名称": "title",
    "索引号": "index_number",
    "信息索引号": "index_number",
    "信息索引": "index_number",
    "发文字号": "document_number",
    "公文字号": "document_number",
    "文件编号": "document_number",
    "文号": "document_number",
    "发布机构": "issuer",
    "发布单位": "issuer",
    "发文机关": "issuer",
    "发文机构": "issuer",
    "发文单位": "issuer",
    "公开主体": "issuer",
    "公开机构": "issuer",
    "信息来源": "source",
    "来源": "source",
    "稿源": "source",
    "发布日期": "published",
    "发布时间": "published",
    "发文日期": "published",
    "公开日期": "published",
    "公开时间": "published",
    "日期": "published",
    "时间": "published",
    "成文日期": "written",
    "生成日期": "written",
}
_OTHERS = (
    "主题分类|主题词|关键词|公文种类|文种|有效性|效力状态|浏览次数|阅读次数|访问量|点击数?|"
    "点击量|作者|编辑|责任编辑|字号|字体|字体大小|体裁分类|服务对象|所属机构|生效日期|废止日期|失效日期|分享到?|打印"
)
_SPREAD = "|".join(r"\s*".join(label) for label in sorted(_LABELS, key=len, reverse=True))
_LABEL = re.compile(rf"[【\[]?\s*({_SPREAD}|{_OTHERS})\s*[】\]]?\s*(?:[:：]\s*|$)")
_RECORD = re.compile(
    r"索\s*引\s*号|发文字号|文\s*号|发布机构|发文机关|发文单位|公开主体|成文日期|主题分类"
)
_SENTENCE = re.compile(r"[。；;！？]\s*\w")
_LARGEST = 800  # characters of a record
_FEWEST = 3
_LINES_A_LABEL = 5
_LABELLED = "td th li p div span dt dd b strong label".split()
_PARTS = frozenset(("tr", "tbody", "thead", "li"))
_WHOLES = frozenset(("table", "ul", "dl"))
_FAR = 40  # characters of a label alone


def labelled(text: str) -> dict[str, str]:
    """The labelled values of a text, the first of each: on one line (文号：…　来源：…), or label and
    value in two cells, a line each.

    >>> labelled("索引号\\n1/2\\n文　号：\\n府发〔2024〕1号\\n发布日期：2024-01-05　来源：甲局")
    {'index_number': '1/2', 'document_number': '府发〔2024〕1号', 'published': '2024-01-05', 'source': '甲局'}
    """
    found: dict[str, str] = {}
    lines = [line.strip() for line in fold(text).split("\n") if line.strip()]
    for number, line in enumerate(lines):
        marks = [mark for mark in _LABEL.finditer(line) if _is_label(line, mark)]
        for index, mark in enumerate(marks):
            end = marks[index + 1].start() if index + 1 < len(marks) else len(line)
            value = line[mark.end() : end].strip()
            alone = not value and mark.start() == 0 and len(line) <= _FAR
            if alone and number + 1 < len(lines) and not _LABEL.match(lines[number + 1]):
                value = lines[number + 1]
            key = _LABELS.get(re.sub(r"\s", "", mark[1]), "")
            if key and value:
                found.setdefault(key, value)
    return found


def records(root: Element) -> list[Element]:
    """The elements that are such a record: the innermost with three labels, the whole of a table
    or list.

    >>> from baobiao.read.web.markup import parsed
    >>> page = "<div><table><tr><td>索引号<td>1<tr><td>文号<td>无<tr><td>成文日期<td>2024</table>"
    >>> [record.tag for record in records(parsed(page + "<p>全年办结12件。一是，二是。"))]
    ['table']
    """
    found: list[Element] = []
    inside: set[Element] = set()
    for element in root.iter(*_LABELLED):
        if not _RECORD.search(element.text or ""):
            continue
        above = list(element.iterancestors())
        if not inside.isdisjoint(above):
            continue
        small = takewhile(lambda whole: is_short(whole, _LARGEST), above)
        record = next(filter(_is_record, small), None)
        if record is not None:
            wholes = (whole for whole in (record, *record.iterancestors()) if whole.tag in _WHOLES)
            found.append(next(wholes, record) if record.tag in _PARTS else record)
            inside.add(found[-1])
    return found


def _is_record(element: Element) -> bool:
    text = fold(words(element))
    lines = text.split("\n")
    labels = {mark[1] for mark in map(_LABEL.match, lines) if mark}
    return (
        len(labels) >= _FEWEST
        and len(lines) <= len(labels) * _LINES_A_LABEL
        and not _SENTENCE.search(text)
    )


def _is_label(line: str, mark: re.Match[str]) -> bool:
    """Whether a label begins its line or stands apart: 作品来源： is another."""
    before = line[mark.start() - 1 : mark.start()] if mark.start() else ""
    ended = mark.end() < len(line) or mark.start() == 0 or line[-1:] in ":："
    return ended and not re.match(r"[\u4e00-\u9fff]", before)
