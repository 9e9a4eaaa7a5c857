"""Documents that are ZIP archives of XML parts (OFD, Office Open XML), read with limits: what inflates
beyond reason is refused before it is unpacked, entities are never expanded, the network is never asked.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Sequence
from typing import TypeAlias

from lxml import etree

from baobiao.read.decoding import decode
from baobiao.read.source import ReadError

Element: TypeAlias = etree._Element

_LARGEST = 600 * 1024 * 1024  # bytes of all parts together
_LARGEST_PART = 64 * 1024 * 1024
_RATIO = 100  # no honest part shrinks more; the small ones may
_SMALL = 4 * 1024 * 1024
_MOST_PARTS = 50_000
# What zipfile raises for an archive whose bytes are not what they were.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, ValueError, EOFError, OSError,
)  # fmt: skip
# No XML holds these, but programs write them into it.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


class ZipPackage:
    """An opened package. ``kind`` is what it is called in messages (OFD 文件), ``program`` what opens
    it.

    Raises ``ReadError`` for what is no ZIP archive, is encrypted, cut off, or inflates beyond reason.
    """

    def __init__(self, data: bytes, kind: str, program: str) -> None:
        self.kind = kind
        self.mended = False  # whether a part was no well-formed XML, so that text may be missing
        self._locked = f"{kind}已加密，请先用 {program}解密后另存"
        if not data.startswith(b"PK"):
            raise ReadError(f"不是 {kind}，可能扩展名写错或文件不完整")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as problem:
            raise ReadError(
                f"{kind}不完整或已损坏（压缩包打不开），请重新下载或向来文单位索取"
            ) from problem
        parts = [part for part in self._zip.infolist() if not part.is_dir()]
        _refuse_inflation(parts)
        self._parts = {plain_name(part.filename): part for part in parts}
        self._folded = {name.casefold(): name for name in reversed(list(self._parts))}
        if any(part.flag_bits & 1 for part in parts):
            raise ReadError(self._locked)

    def named(self, name: str) -> str:
        """The part of that name, whatever the case of its letters and its slashes; "" for none."""
        return self._folded.get(plain_name(name).casefold(), "")

    def text(self, name: str) -> str:
        """The source of an XML part, without its declaration."""
        return _DECLARATION.sub("", decode(self.data(name)).text)

    def data(self, name: str) -> bytes:
        """The bytes of a part. Raises ``ReadError`` where it is damaged, locked or too large."""
        try:
            with self._zip.open(self._parts[name]) as stream:
                data = stream.read(_LARGEST_PART + 1)
        except _DAMAGE as problem:
            raise ReadError(f"{self.kind}已损坏：读不出 {name}") from problem
        except RuntimeError as problem:  # what zipfile raises for a password
            raise ReadError(self._locked) from problem
        if len(data) > _LARGEST_PART:
            raise ReadError(f"{self.kind}中的 {name} 过大，不像一份报告")
        return data

    def xml(self, name: str) -> Element:
        """The root of a part."""
        return self.parsed(self.text(name), name)

    def parsed(self, text: str, name: str) -> Element:
        """The root of the source of the part ``name``."""
        if "<!DOCTYPE" in text[:4096] or "<!ENTITY" in text[:4096]:
            raise ReadError(f"{self.kind}含有不允许的实体声明，为安全起见不读取")
        text = _CONTROLS.sub("", text)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            recover=True,
            remove_comments=True,
            remove_pis=True,
        )
        root = etree.fromstring(text.encode("utf-8", "replace"), parser) if text.strip() else None
        self.mended = self.mended or bool(parser.error_log.filter_from_fatals())
        if root is None:
            raise ReadError(f"{self.kind}已损坏：{name} 不是 XML")
        return root


def plain_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("./")


def _refuse_inflation(parts: Sequence[zipfile.ZipInfo]) -> None:
    """Looks at the sizes that the archive states, before anything is unpacked."""
    whole = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    if len(parts) > _MOST_PARTS or whole > _LARGEST or (whole > _SMALL and whole > packed * _RATIO):
        raise ReadError(
            f"压缩包展开后有 {whole // 1048576} MB、{len(parts)} 个文件，不像一份报告，为安全起见不读取"
        )
