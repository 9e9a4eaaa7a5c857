"""What the first bytes of a file say of its format, and the parts inside of those formats that are containers
(ZIP, and OLE as MS-CFB describes it).
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from types import MappingProxyType

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "pdf": "PDF 文件",
        "doc": "Word 97—2003 或 WPS 文档",
        "docx": "Word 文档",
        "rtf": "RTF 文档",
        "xml": "Word 2003 的 XML 文档",
        "html": "网页",
        "mht": "网页存档",
        "ofd": "OFD 版式文件",
        "txt": "纯文本",
        "png": "PNG 图片",
        "jpg": "JPEG 图片",
        "gif": "GIF 图片",
        "tif": "TIFF 图片",
        "xls": "Excel 97—2003 工作簿",
        "xlsx": "Excel 工作簿",
        "ppt": "PowerPoint 97—2003 演示文稿",
        "pptx": "PowerPoint 演示文稿",
        "rar": "RAR 压缩包",
        "7z": "7z 压缩包",
        "gz": "gzip 压缩包",
        "zip": "ZIP 压缩包",
        "db": "SQLite 数据库",
    }
)
"""What formats are called, by their suffix; those too that no report comes in."""

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"II*\x00", "tif"),
    (b"MM\x00*", "tif"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf'\x1c", "7z"),
    (b"\x1f\x8b\x08", "gz"),
    (b"SQLite format 3\x00", "db"),
)
# What a stream or a folder makes of its container. The first that is there counts: a document may
# hold a workbook.
_STREAMS = (
    ("EncryptedPackage", "docx"),
    ("WordDocument", "doc"),
    ("PowerPoint Document", "ppt"),
    ("Workbook", "xls"),
    ("Book", "xls"),
)
_PARTS = ((b"word/", "docx"), (b"xl/", "xlsx"), (b"ppt/", "pptx"), (b"ofd.xml", "ofd"))


def signature(data: bytes) -> str:
    """The suffix of the format that the bytes of a file show; "" for none, and for a container that
    does not say what it holds.

    >>> signature(b"%PDF-1.7"), signature(b"PK\\x03\\x04...word/document.xml"), signature(b"2024")
    ('pdf', 'docx', '')
    """
    if data.startswith(ZIP):
        return _zipped(data)
    if data.startswith(OLE):
        return next((suffix for name, suffix in _STREAMS if holds_stream(data, name)), "")
    return next((suffix for magic, suffix in _MAGIC if data.startswith(magic)), "")


def holds_stream(data: bytes, name: str) -> bool:
    """Whether an OLE container has a stream of that name: its directory entries begin at multiples
    of 128 bytes with the name.
    """
    entry = name.encode("utf-16-le") + b"\0\0"
    place = data.find(entry)
    while place >= 0:
        if place % 128 == 0:
            return True
        place = data.find(entry, place + 1)
    return False


def _zipped(data: bytes) -> str:
    """By the names of the parts; in an archive that was cut off, by those that are left."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name.replace("\\", "/").lstrip("/").encode() for name in archive.namelist()]
    except (zipfile.BadZipFile, struct.error, NotImplementedError, ValueError, EOFError, OSError):
        found = (suffix for part, suffix in _PARTS if part in data.lower())
    else:
        lower = [name.lower() for name in names]
        found = (s for part, s in _PARTS if any(name.startswith(part) for name in lower))
    return next(found, "zip")
