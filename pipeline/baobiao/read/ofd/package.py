"""The parts of an OFD file (GB/T 33190-2016 §7): a ZIP archive of XML.

Names are matched without their namespace, because producers use several or none.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from baobiao.read.decoding import foreign
from baobiao.read.source import ReadError
from baobiao.read.zip_package import Element, ZipPackage

_A4 = (0.0, 0.0, 210.0, 297.0)


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page: the roots of its templates and of its own content, in the order they are drawn, and
    its box (x, y, width, height in millimetres).
    """

    layers: tuple[Element, ...]
    box: tuple[float, float, float, float]


class Package:
    """An opened OFD file.

    Raises ``ReadError`` for what is no OFD file, is encrypted, cut off, or inflates beyond reason.
    """

    def __init__(self, data: bytes) -> None:
        self._zip = ZipPackage(data, "OFD 文件", "OFD 阅读器")
        if not self._zip.named("OFD.xml"):
            raise ReadError(foreign(data) or "不是 OFD 文件")

    def pages(self) -> Iterator[PageParts]:
        """The pages of all documents in the file, in order."""
        entry = self._zip.named("OFD.xml")
        found = False
        for body in children(self._zip.xml(entry), "DocBody"):
            path = self._resolved(entry, text_of(body, "DocRoot"))
            if path:
                found = True
                yield from self._document_pages(path)
        if not found:
            raise ReadError("OFD 文件不完整：缺少文档内容（Document.xml）")

    def _document_pages(self, path: str) -> Iterator[PageParts]:
        document = self._zip.xml(path)
        common = child(document, "CommonData")
        box = _box(text_of(child(common, "PageArea"), "PhysicalBox")) or _A4
        templates = {
            template.get("ID", ""): self._resolved(path, template.get("BaseLoc"))
            for template in children(common, "TemplatePage")
        }
        for page in children(child(document, "Pages"), "Page"):
            location = self._resolved(path, page.get("BaseLoc"))
            if not location:
                yield PageParts((), box)
                continue
            root = self._zip.xml(location)
            used = (
                templates.get(part.get("TemplateID", "")) for part in children(root, "Template")
            )
            own = _box(text_of(child(root, "Area"), "PhysicalBox"))
            yield PageParts((*(self._zip.xml(part) for part in used if part), root), own or box)

    def _resolved(self, base: str, location: str | None) -> str:
        """The part that a location in ``base`` means: relative to it, or to the root; "" where
        there is none.
        """
        place = (location or "").strip().replace("\\", "/")
        beside = posixpath.join(posixpath.dirname(base), place)
        for candidate in (place if place.startswith("/") else beside, place):
            if place and (name := self._zip.named(posixpath.normpath(candidate))):
                return name
        return ""


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of that name, in any namespace."""
    if element is not None:
        yield from (part for part in element if local_name(part) == name)


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that name."""
    return next(children(element, name), None)


def text_of(element: Element | None, name: str) -> str:
    """The text of the first child of that name, or ""."""
    found = child(element, name)
    return (found.text or "").strip() if found is not None else ""


def local_name(element: Element) -> str:
    """An element's name without its namespace, nor a prefix that was not declared."""
    tag = element.tag
    return re.split("[}:]", tag)[-1] if isinstance(tag, str) else ""


def numbers(text: str | None) -> list[float]:
    """The numbers of an attribute, finite ones only.

    >>> numbers("0 0 210 297"), numbers("x")
    ([0.0, 0.0, 210.0, 297.0], [])
    """
    found: list[float] = []
    for word in (text or "").replace(",", " ").split():
        try:
            value = float(word)
        except ValueError:
            return []
        if abs(value) > 1e6 or value != value:
            return []
        found.append(value)
    return found


def _box(text: str) -> tuple[float, float, float, float] | None:
    found = numbers(text)
    return (found[0], found[1], found[2], found[3]) if len(found) >= 4 else None
