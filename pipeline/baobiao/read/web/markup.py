"""A web page's bytes to its tree of elements, and what of it a reader of the page does not see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree, html

from baobiao.read.decoding import bom_length, decode, encoding_of, newlines
from baobiao.read.source import ReadError

Element: TypeAlias = html.HtmlElement

_DECLARED = re.compile(rb"""<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_ARCHIVE = re.compile(
    rb"(?i)^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?content-type:\s*multipart/"
)
_BIG5 = re.compile(r"big5(?:-?hkscs)?|cp950|x-x-big5", re.IGNORECASE)
_XML_LINE = re.compile(r"^\s*<\?xml[^>]{0,200}>", re.IGNORECASE)
# Tags that only say how words look; pages pasted from Word leave thousands of them open.
_LOOKS = re.compile(r"</?(?:font|span|b|strong|i|em|u|o:p|st1:\w+)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
# Their content is no text of the page.
_UNREAD = frozenset(
    "script style noscript template head iframe frame object embed applet svg math canvas audio video "
    "select option button textarea input del map nav footer".split()
)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.I)
_BULLET = re.compile(r"font-family\s*:\s*[\"']?(?:wingdings|webdings|symbol)", re.I)
# The gap that Word writes between a list's number and its text.
_GAP = re.compile(r"mso-list\s*:\s*ignore|font\s*:\s*7(?:\.0+)?pt\s+[\"']?times new roman", re.I)
# Content systems hide the article's box until their script runs.
_SHOWN_LATER = re.compile(r"jscontent|richmediacontent|zoom|ucapcontent|trsu?editor")
_TOKEN = re.compile(r"[^\s]+")
_JOINTS = re.compile(r"[-_]")
# Names that only what stands around an article has: navigation, sharing, codes to scan, counters.
_AROUND = re.compile(
    r"(?:bd|b|social|jia|my)?shar(?:e|ing)(?:box|bar|buttonbox|button|wrap|con|to)?|fenxiang|"
    r"(?:bread)?crumbs?|breadcrumb\w*|(?:page)?footer|(?:site|top|main|sub|side|left)?nav(?:bar|igation)?|"
    r"(?:qr|er)code\w*|erweima|ewm|fontsize\w*|zihao|(?:to)?print(?:er)?|dayin|pagination|pagebar|"
    r"(?:prev|next)(?:page|article)?|related(?:news|articles?|list)?|comments?|searchbox|toolbar"
)
_LONGEST_AROUND = 120


def decoded(data: bytes, declared: str = "") -> tuple[str, str]:
    """The text of a page and the encoding it was read with.

    What the page or its mail part (``declared``) says is believed only for Big5: UTF-8 and the GB
    family are told apart by the bytes, because the label is often that of the page before it was
    saved. ``gb2312`` is always read as GB18030.

    >>> page = '<meta charset="gb2312"><p>昇平镇'
    >>> decoded(page.encode("gb18030"))[1], decoded(page.encode("utf-8"))[1]
    ('gb18030', 'utf-8')
    """
    if not bom_length(data):
        said = _DECLARED.search(data[:8192])
        labels = (declared, said[1].decode("ascii", "replace") if said else "")
        if any(_BIG5.fullmatch(label) for label in labels):
            try:
                return newlines(data.decode("big5hkscs")), "big5hkscs"
            except UnicodeError:
                pass
    return decode(data).text, encoding_of(data)


def parsed(text: str) -> Element:
    """The tree of a page. Raises ``ReadError`` for a page without an element, or nested without
    end.
    """
    text = _CONTROLS.sub("", _XML_LINE.sub("", text))
    if not text.strip():
        raise ReadError("文件是空的，没有可以读取的文字")
    root = _tree(text)
    if root is None:
        root = _tree(_LOOKS.sub("", text))
    if root is None:
        raise ReadError("网页的标签嵌套过深，可能已损坏。请用浏览器打开，另存为纯文本（.txt）")
    return root


def _tree(text: str) -> Element | None:
    """The tree, or None where it is nested deeper than the parser goes."""
    # huge_tree: pages hold pictures of megabytes in an attribute; HTML has no entities to expand.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError as problem:
        raise ReadError("网页是空的，没有可以读取的文字") from problem
    deep = any("depth" in entry.message.lower() for entry in parser.error_log)
    return None if deep else root


def is_archive(data: bytes) -> bool:
    """Whether bytes are a mail message of several parts, as browsers save pages (.mht)."""
    return bool(_ARCHIVE.match(data[:8192].replace(b"\r\n", b"\n")))


def is_page(data: bytes) -> bool:
    """Whether bytes are a web page, whatever the file is called.

    >>> is_page(b"<html><body>..."), is_page("各位代表".encode())
    (True, False)
    """
    head = data[:4096].decode("latin-1").replace("\x00", "").lower()
    return bool(
        re.match(
            r"[^<]{0,8}\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|\?xml[^>]*>\s*<html)",
            head,
            re.S,
        )
    )


def is_unseen(element: Element) -> bool:
    """Whether an element and all in it is not shown, or is no text.

    >>> is_unseen(html.fromstring('<p style="display:none">暗文</p>'))
    True
    """
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNREAD or element.get("hidden") is not None:
        return True
    if element.tag == "div" and element.get("title") in ("header", "footer"):
        return True  # of the printed page, as LibreOffice saves it
    style = element.get("style")
    if not style:
        return False
    if _HIDDEN.search(style):
        return not any(map(_SHOWN_LATER.fullmatch, names(element)))
    return bool(_BULLET.search(style) and is_short(element, 1)) or bool(
        _GAP.search(style) and is_short(element, 0)
    )


def is_around(element: Element) -> bool:
    """Whether an element is furniture of the page by its name: 分享, 面包屑, 二维码. What is as
    long as a paragraph is none, whatever its name.

    >>> is_around(html.fromstring('<div class="bdsharebuttonbox">分享到</div>'))
    True
    """
    if not any(_AROUND.fullmatch(name) for name in names(element)):
        return False
    return is_short(element, _LONGEST_AROUND)


def is_short(element: Element, longest: int) -> bool:
    """Whether an element's text has at most so many characters."""
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length > longest:
            return False
    return True


def names(element: Element) -> Iterator[str]:
    """The id and the classes of an element, in lower case and without hyphens.

    >>> list(names(html.fromstring('<div id="UCAP-CONTENT" class="view TRS_UEDITOR"></div>')))
    ['ucapcontent', 'view', 'trsueditor']
    """
    for key in ("id", "class"):
        for token in _TOKEN.findall(element.get(key) or ""):
            yield _JOINTS.sub("", token).lower()
