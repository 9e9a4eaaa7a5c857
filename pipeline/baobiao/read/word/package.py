"""The parts of a Word document (ECMA-376, ISO/IEC 29500): its body, styles, numbering and notes.

The namespaces of the strict variant are read as those of the usual one.
"""

from __future__ import annotations

import posixpath

from baobiao.read.signatures import OLE, holds_stream
from baobiao.read.source import ReadError
from baobiao.read.zip_package import Element, ZipPackage

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = "http://purl.oclc.org/ooxml/"
_USUAL = (
    (f"{_STRICT}wordprocessingml/main", W[1:-1]),
    (f"{_STRICT}officeDocument/relationships", R[1:-1]),
    (f"{_STRICT}officeDocument/math", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
_MAIN = "word/document.xml"


class Package:
    """An opened Word document.

    Raises ``ReadError`` for what is none, is encrypted, cut off, or inflates beyond reason.
    """

    def __init__(self, data: bytes) -> None:
        if data.startswith(OLE) and holds_stream(data, "EncryptedPackage"):
            raise ReadError("Word 文档已加密，请先用 Word 或 WPS 输入密码打开，取消密码后另存")
        self._zip = ZipPackage(data, "Word 文档", "Word 或 WPS ")
        self._main = self._related("", "officeDocument") or self._zip.named(_MAIN)
        if not self._main:
            raise ReadError("不是 Word 文档，或文件不完整：里面没有正文（word/document.xml）")

    def body(self) -> Element:
        """The body of the document."""
        root = self._xml(self._main)
        body = root.find(f"{W}body")
        if body is None:
            raise ReadError("Word 文档已损坏：没有正文")
        return body

    @property
    def is_mended(self) -> bool:
        """Whether something of what was read is damaged, so that text may be missing."""
        return self._zip.mended

    def part(self, kind: str) -> Element | None:
        """The root of the part that the body names as its ``styles``, ``numbering``, ``footnotes``
        or ``endnotes``; None where there is none, or where it is broken beyond reading.
        """
        name = self._related(self._main, kind)
        try:
            return self._xml(name) if name else None
        except ReadError:
            return None

    def chunk(self, key: str) -> bytes:
        """The bytes of a document of another format that the body takes in (``w:altChunk``)."""
        name = self._targets(self._main).get(key, ("", ""))[1]
        return self._zip.data(name) if name else b""

    def _related(self, part: str, kind: str) -> str:
        """The part that ``part`` ("" for the package) names for a purpose, "" for none."""
        targets = self._targets(part).values()
        return next((name for purpose, name in targets if purpose == kind and name), "")

    def _targets(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to: the purpose and the part's name by id."""
        folder, file = posixpath.split(part)
        name = self._zip.named(f"{folder}/_rels/{file}.rels")
        if not name:
            return {}
        found: dict[str, tuple[str, str]] = {}
        for element in self._xml(name):
            target = element.get("Target", "")
            place = target if target.startswith("/") else posixpath.join(folder, target)
            purpose = element.get("Type", "").rpartition("/")[2]
            if element.get("TargetMode") != "External":
                known = self._zip.named(posixpath.normpath(place))
                found[element.get("Id", "")] = (purpose, known)
        return found

    def _xml(self, name: str) -> Element:
        text = self._zip.text(name)
        if _STRICT in text:
            for strict, usual in _USUAL:
                text = text.replace(strict, usual)
        return self._zip.parsed(text, name)


def said(element: Element | None, name: str) -> str:
    """An attribute of WordprocessingML, "" for none."""
    return (element.get(f"{W}{name}") or "") if element is not None else ""


def value_of(element: Element | None, name: str) -> str:
    """What a property (``<w:ilvl w:val="1"/>``) among the children says, "" for none."""
    return said(element.find(f"{W}{name}"), "val") if element is not None else ""


def integer(text: str, default: int) -> int:
    """What an attribute counts; the default where it is no number that a document has.

    >>> integer("3", 0), integer("x", 0), integer("9" * 50, 1)
    (3, 0, 1)
    """
    return int(text) if text.isdecimal() and len(text) < 8 else default


def is_on(element: Element | None, name: str) -> bool:
    """Whether a property that is on or off (``<w:vanish/>``) is there and on."""
    found = element.find(f"{W}{name}") if element is not None else None
    return found is not None and said(found, "val") not in ("0", "false", "off", "none")
