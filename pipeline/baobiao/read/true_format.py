"""What a file really is, told by its bytes: archives hold .doc files that are web pages, .docx files that
are .doc, .txt files that are PDF.

A text stays what its suffix says (a .csv is no .txt); a suffix that promises another format than
text is not believed where the bytes say text.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from baobiao.read.decoding import foreign

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "pdf": "PDF 文件（.pdf）",
        "doc": "Word 97—2003 或 WPS 文档（.doc）",
        "docx": "Word 文档（.docx）",
        "rtf": "RTF 文档（.rtf）",
        "xml": "Word 2003 的 XML 文档",
        "html": "网页",
        "mht": "网页存档（.mht）",
        "ofd": "OFD 版式文件（.ofd）",
        "txt": "纯文本",
        "png": "PNG 图片",
        "jpg": "JPEG 图片",
        "gif": "GIF 图片",
        "bmp": "BMP 图片",
        "tif": "TIFF 图片",
        "xls": "Excel 工作簿（.xls）",
        "xlsx": "Excel 工作簿（.xlsx）",
        "ppt": "PowerPoint 演示文稿（.ppt）",
        "pptx": "PowerPoint 演示文稿（.pptx）",
        "rar": "RAR 压缩包",
        "7z": "7z 压缩包",
        "gz": "gzip 压缩包",
        "zip": "ZIP 压缩包",
        "db": "SQLite 数据库",
    }
)
"""What the formats are called, those too that no report comes in."""

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
_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
# A stream in an OLE container -> what it makes of it. The first that is there counts: a document
# may hold a workbook.
_STREAMS = (
    ("EncryptedPackage", "docx"),
    ("WordDocument", "doc"),
    ("PowerPoint Document", "ppt"),
    ("Workbook", "xls"),
    ("Book", "xls"),
)
_PARTS = (
    ("word/", "docx"),
    ("xl/", "xlsx"),
    ("ppt/", "pptx"),
    ("ofd.xml", "ofd"),
)
_TEXTS = frozenset({"txt", "md", "csv", "jsonl", "html", "htm", "mht", "mhtml"})
_SAME = MappingProxyType({"wps": "doc", "htm": "html", "mhtml": "mht"})
_HEAD = 1 << 16
_NO_CONTROLS = bytes({*range(256)} - {*range(1, 9), *range(14, 27), *range(28, 32)})


def true_format(path: Path, suffix: str) -> str:
    """The suffix that a file should have; ``suffix`` where that is right, where nothing speaks
    against it, or where the file cannot be opened.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        found = _binary(path, head)
        if not found and suffix not in _TEXTS and not head.startswith((_OLE, _ZIP)):
            found = _textual(head)
    except OSError:
        return suffix
    return suffix if not found or _SAME.get(suffix, suffix) == found else found


def _binary(path: Path, head: bytes) -> str:
    if head.startswith(_ZIP):
        return _zipped(path)
    if head.startswith(_OLE):
        data = path.read_bytes()
        return next((kind for name, kind in _STREAMS if holds_stream(data, name)), "")
    return next((kind for magic, kind in _MAGIC if head.startswith(magic)), "")


def holds_stream(data: bytes, name: str) -> bool:
    """Whether an OLE container (MS-CFB) has a stream of that name: its directory entries begin at
    multiples of 128 bytes with the name.
    """
    entry = name.encode("utf-16-le") + b"\0\0"
    place = data.find(entry)
    while place >= 0:
        if place % 128 == 0:
            return True
        place = data.find(entry, place + 1)
    return False


def _zipped(path: Path) -> str:
    """A format that is a ZIP archive inside; "" for an archive that cannot be opened."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name.replace("\\", "/").lstrip("/").lower() for name in archive.namelist()]
    except (zipfile.BadZipFile, struct.error, NotImplementedError, ValueError, EOFError):
        return ""
    for part, kind in _PARTS:
        if any(name.startswith(part) for name in names):
            return kind
    return "zip"


def _textual(head: bytes) -> str:
    """What a text is in a file whose suffix promises none; "" for no text."""
    from baobiao.read.html import is_archive
    from baobiao.read.page_markup import is_page

    if not head.strip() or foreign(head):
        return ""
    if is_archive(head):
        return "mht"
    if is_page(head):
        return "html"
    if head.lstrip().startswith(b"<?xml") and b'progid="Word.Document"' in head[:4096]:
        return "xml"
    controls = head.translate(None, _NO_CONTROLS)
    return "" if len(controls) * 200 > len(head) and 0 not in head else "txt"
