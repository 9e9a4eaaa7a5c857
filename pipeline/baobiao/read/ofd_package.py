"""The parts of an OFD file (GB/T 33190-2016 §7): a ZIP archive of XML, read with limits.

Names are matched without their namespace, because producers use several or none.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from baobiao.read.decoding import decode, foreign
from baobiao.read.source import ReadError

Element: TypeAlias = etree._Element

_LARGEST = 600 * 1024 * 1024  # bytes of all parts together
_LARGEST_PART = 64 * 1024 * 1024
_RATIO = 100  # no honest part shrinks more; the small ones may
_SMALL = 4 * 1024 * 1024
_MOST_PARTS = 50_000
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
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
        if not data.startswith(b"PK"):
            raise ReadError(foreign(data) or "不是 OFD 文件，可能扩展名写错或文件不完整")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, EOFError, OSError) as problem:
            raise ReadError(
                "OFD 文件不完整或已损坏（压缩包打不开），请重新下载或向来文单位索取"
            ) from problem
        parts = [part for part in self._zip.infolist() if not part.is_dir()]
        _refuse_inflation(parts)
        self._parts = {_plain(part.filename): part for part in parts}
        self._folded = {name.casefold(): name for name in reversed(list(self._parts))}
        if any(part.flag_bits & 1 for part in parts):
            raise ReadError("OFD 文件已加密，请先用 OFD 阅读器解密后另存")
        if "ofd.xml" not in self._folded:
            raise ReadError(foreign(data) or "不是 OFD 文件")

    def pages(self) -> Iterator[PageParts]:
        """The pages of all documents in the file, in order."""
        entry = self._folded["ofd.xml"]
        found = False
        for body in children(self._xml(entry), "DocBody"):
            path = self._resolved(entry, text_of(body, "DocRoot"))
            if path:
                found = True
                yield from self._document_pages(path)
        if not found:
            raise ReadError("OFD 文件不完整：缺少文档内容（Document.xml）")

    def _document_pages(self, path: str) -> Iterator[PageParts]:
        document = self._xml(path)
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
            root = self._xml(location)
            used = (
                templates.get(part.get("TemplateID", "")) for part in children(root, "Template")
            )
            own = _box(text_of(child(root, "Area"), "PhysicalBox"))
            yield PageParts((*(self._xml(part) for part in used if part), root), own or box)

    def _resolved(self, base: str, location: str | None) -> str:
        """The part that a location in ``base`` means: relative to it, or to the root; "" where
        there is none.
        """
        place = (location or "").strip().replace("\\", "/")
        beside = posixpath.join(posixpath.dirname(base), place)
        for candidate in (place if place.startswith("/") else beside, place):
            name = self._folded.get(_plain(posixpath.normpath(candidate)).casefold(), "")
            if place and name:
                return name
        return ""

    def _xml(self, name: str) -> Element:
        """The root of a part; entities are never expanded."""
        try:
            with self._zip.open(self._parts[name]) as stream:
                data = stream.read(_LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as problem:
            raise ReadError(f"OFD 文件已损坏：读不出 {name}") from problem
        except RuntimeError as problem:  # what zipfile raises for a password
            raise ReadError("OFD 文件已加密，请先用 OFD 阅读器解密后另存") from problem
        if len(data) > _LARGEST_PART:
            raise ReadError(f"OFD 文件中的 {name} 过大，不像一份报告")
        text = _DECLARATION.sub("", decode(data).text)
        if "<!DOCTYPE" in text[:4096] or "<!ENTITY" in text[:4096]:
            raise ReadError("OFD 文件含有不允许的实体声明，为安全起见不读取")
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            recover=True,
            remove_comments=True,
            remove_pis=True,
        )
        root = etree.fromstring(text.encode("utf-8", "replace"), parser) if text.strip() else None
        if root is None:
            raise ReadError(f"OFD 文件已损坏：{name} 不是 XML")
        return root


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


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("./")


def _refuse_inflation(parts: list[zipfile.ZipInfo]) -> None:
    """Looks at the sizes that the archive states, before anything is unpacked."""
    whole = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    if len(parts) > _MOST_PARTS or whole > _LARGEST or (whole > _SMALL and whole > packed * _RATIO):
        raise ReadError(
            f"压缩包展开后有 {whole // 1048576} MB、{len(parts)} 个文件，不像一份报告，为安全起见不读取"
        )
