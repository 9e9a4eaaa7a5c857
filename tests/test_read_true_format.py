"""Files whose suffix says something else than their bytes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from baobiao.model import Report
from baobiao.read import ReadError, Source, read
from baobiao.read.true_format import true_format
from word_files import document, para

PAGE = (
    "<!DOCTYPE html><html><body><p>全年办结案件12件，群众满意率稳步提高。</p></body></html>".encode(
        "gb18030"
    )
)
TEXT = "2024年，全区办结案件12件，比上年增长20%，群众满意率达到98.5%，各项工作取得新的成效。"
MAIL = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = document(para("全年办结案件12件。"))


def container(*streams: str) -> bytes:
    """An OLE container as far as its directory goes."""
    entries = (name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return OLE.ljust(512, b"\0") + b"".join(entries)


def archive(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("suffix", "data", "really"),
    [
        ("doc", PAGE, "html"),
        ("docx", PAGE, "html"),
        ("pdf", PAGE, "html"),
        ("wps", MAIL + PAGE, "mht"),
        ("doc", WORD, "docx"),
        ("wps", WORD, "docx"),
        ("txt", WORD, "docx"),
        ("html", WORD, "docx"),
        ("docx", container("Root Entry", "WordDocument"), "doc"),
        ("doc", container("Root Entry", "WordDocument", "Workbook"), "doc"),
        ("doc", container("EncryptedPackage"), "docx"),
        ("doc", container("Workbook"), "xls"),
        ("doc", b"{\\rtf1 x}", "rtf"),
        ("doc", TEXT.encode("gb18030"), "txt"),
        ("docx", TEXT.encode("utf-16"), "txt"),
        (
            "doc",
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
            "xml",
        ),
        ("csv", b"%PDF-1.7 ", "pdf"),
        ("pdf", b"\x89PNG\r\n\x1a\n", "png"),
        ("docx", archive("xl/workbook.xml"), "xlsx"),
        ("docx", archive("OFD.xml"), "ofd"),
        ("pdf", archive("甲.txt"), "zip"),
    ],
)
def test_the_bytes_go_before_the_suffix(
    tmp_path: Path, suffix: str, data: bytes, really: str
) -> None:
    (tmp_path / "r").write_bytes(data)
    assert true_format(tmp_path / "r", suffix) == really


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        ("txt", PAGE),  # a text stays the text that it is
        ("md", "# 标题".encode()),
        ("csv", "正文\n甲".encode()),
        ("htm", PAGE),
        ("mhtml", MAIL + PAGE),
        ("wps", container("WordDocument")),
        ("docx", WORD),
        ("docx", WORD[:200]),
        ("ofd", archive("甲.txt")),
        ("jpeg", b"\xff\xd8\xff\xe0"),
        ("doc", OLE),
        ("pdf", "各位代表".encode()),
        ("png", b"\x89PNG"),
        ("doc", container("BookWordDocument", "Bookmark")),
        ("pdf", b""),
        ("doc", bytes(range(256)) * 8),
    ],
)
def test_the_suffix_where_nothing_speaks_against_it(
    tmp_path: Path, suffix: str, data: bytes
) -> None:
    (tmp_path / "r").write_bytes(data)
    assert true_format(tmp_path / "r", suffix) == suffix
    assert true_format(tmp_path / "没有", suffix) == suffix


def test_a_mislabelled_file_is_read_as_what_it_is_and_that_is_said(tmp_path: Path) -> None:
    for name, data, format in (
        ("甲.doc", PAGE, "html"),
        ("乙.txt", WORD, "docx"),
        ("丙.docx", TEXT.encode(), "txt"),
    ):
        (tmp_path / name).write_bytes(data)
        (report,) = read(Source(tmp_path / name, name))
        assert isinstance(report, Report)
        assert report.format == format
        assert name[1:] in report.warnings[0] and "内容其实是" in report.warnings[0]
        assert "办结" in report.text


def test_what_no_reader_is_for_says_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "表.docx").write_bytes(archive("xl/workbook.xml"))
    with pytest.raises(ReadError, match="Excel 工作簿"):
        list(read(Source(tmp_path / "表.docx", "表.docx")))


def test_what_is_wrong_with_it_is_said_with_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "断.doc").write_bytes(WORD[:700])
    with pytest.raises(ReadError, match=r"Word 文档（\.docx）；Word 文档不完整或已损坏"):
        list(read(Source(tmp_path / "断.doc", "断.doc")))
