"""Reads ``.doc``, ``.wps`` and ``.rtf``: made into a Word document first, by doc2docx (Word 97 and later, WPS)
or, where that cannot, by LibreOffice.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from baobiao.model import Report
from baobiao.read.signatures import OLE, holds_stream
from baobiao.read.source import ReadError, Source, file_bytes
from baobiao.read.word.docx import word_report
from baobiao.read.word.office import convert, program

_RTF = b"{\\rtf"
_KNOWN = (OLE, _RTF, b"\xdb\xa5", b"\xfe\x37")  # the last two are Word before 1995
_INSTEAD = "也可以用 Word 或 WPS 打开，另存为 .docx 后再读取"
_BY_OFFICE = "由 LibreOffice 转换后读取，自动编号和表格请抽查"


def read(source: Source) -> Iterator[Report]:
    """The one report of a document in an older format of Word or in that of WPS.

    Raises ``ReadError`` where the file is missing, empty, encrypted, damaged, another format, or
    where neither of the two programs is there.
    """
    data = file_bytes(source)
    if not data.strip():
        raise ReadError("文件是空的，没有可以读取的文字")
    broken = data.startswith(OLE) and not holds_stream(data, "WordDocument")
    if broken or not (data.startswith(_KNOWN) or _is_xml(data)):
        raise ReadError(f"不是 Word 或 WPS 文档，可能扩展名写错或文件不完整；{_INSTEAD}")
    document, problem = _by_library(data) if data.startswith(OLE) else (None, "")
    if document is not None:
        yield word_report(source, data, document)
        return
    if program() is None:
        raise ReadError(_without_office(data, problem))
    yield word_report(source, data, convert(data, _suffix(data)), (_BY_OFFICE,))


def _by_library(data: bytes) -> tuple[bytes | None, str]:
    """The document as .docx, or None and why it was not made; "" where the library is missing.

    Raises ``ReadError`` for a document with a password, which nothing else opens either.
    """
    try:
        import doc2docx
        from doc2docx.errors import Doc2DocxError, EncryptedDocumentError
    except ImportError:
        return None, ""
    with tempfile.TemporaryDirectory(prefix="baobiao-") as folder:
        origin, made = Path(folder) / "report.doc", Path(folder) / "report.docx"
        origin.write_bytes(data)
        try:
            doc2docx.convert(origin, made)
            return made.read_bytes(), ""
        except EncryptedDocumentError as problem:
            raise ReadError(
                "文档已加密，请先用 Word 或 WPS 输入密码打开，取消密码后另存"
            ) from problem
        except Doc2DocxError as problem:
            return None, str(problem) or type(problem).__name__
        except Exception as problem:  # noqa: BLE001 - a young library meets a damaged file
            return None, f"{type(problem).__name__}：{problem}"


def _without_office(data: bytes, problem: str) -> str:
    if not data.startswith(OLE):
        kind = "RTF 文档" if data.startswith(_RTF) else "文档"
        return f"读取这种{kind}需要安装 LibreOffice；{_INSTEAD}"
    if problem:
        return f"文档读不出来，可能已损坏或版本太旧（{problem}）；可以安装 LibreOffice 再试，{_INSTEAD}"
    return f'读取 .doc 和 .wps 需要 pip install "baobiao[doc]" 或安装 LibreOffice；{_INSTEAD}'


def _suffix(data: bytes) -> str:
    """The suffix by which LibreOffice knows what it gets."""
    if data.startswith(_RTF):
        return "rtf"
    return "xml" if _is_xml(data) else "doc"


def _is_xml(data: bytes) -> bool:
    return data.lstrip().startswith(b"<?xml")
