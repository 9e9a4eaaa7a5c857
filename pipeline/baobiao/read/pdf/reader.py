"""Reads ``.pdf``: text in reading order from its letters, tables from their ruled lines, scanned pages by
recognition. Needs ``baobiao[pdf]``, for scanned pages ``baobiao[ocr]``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from baobiao.model import Report
from baobiao.read.building import build, document_id
from baobiao.read.layout.marks import Page
from baobiao.read.layout.pages import laid_out
from baobiao.read.scans import recognition
from baobiao.read.source import ReadError, Source, file_bytes

_MOST_PAGES = 5000
_MOST_SCANNED = 500
_MOST_LETTERS = 200_000  # of one page
_MOST_PIXELS = 200_000_000  # of one image
_PASSWORD = 4  # pdfium's number of the error
_HEAD = 1024  # bytes in which %PDF stands
_EMPTY = Page((), (), 595.0, 842.0)


def read(source: Source) -> Iterator[Report]:
    """The one report of a PDF file.

    Raises ``ReadError`` where the file is missing, empty, no PDF, encrypted, cut off or beyond
    reason; where all pages are blank; and where pages are scanned and recognition is not installed.
    """
    data = file_bytes(source)
    if not data:
        raise ReadError("文件是空的，没有可以读取的文字")
    if b"%PDF" not in data[:_HEAD]:
        raise ReadError("不是 PDF 文件，可能扩展名写错或文件不完整")
    document = _opened(data)
    try:
        reading = _Reading(document)
        text, blocks, tables = laid_out(reading.pages())
    finally:
        document.close()
    if not text:
        raise ReadError(reading.nothing())
    yield build(
        text,
        source=source.name,
        format=source.format,
        document_id=document_id(data),
        metadata=source.metadata,
        given=blocks,
        tables=tables,
        warnings=reading.warnings(),
    )


def _opened(data: bytes) -> Any:
    try:
        import pypdfium2
    except ImportError as problem:
        raise ReadError('读取 PDF 需要先安装：pip install "baobiao[pdf]"') from problem
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        # pdfium may still name the error of the file before this one.
        if problem.err_code == _PASSWORD and b"/Encrypt" in data:
            raise ReadError("PDF 文件有打开密码，请先用阅读器解密后另存") from problem
        raise ReadError("PDF 文件不完整或已损坏，请重新下载或向来文单位索取") from problem
    if not 0 < len(document) <= _MOST_PAGES:
        pages = len(document)
        document.close()
        raise ReadError(
            f"PDF 文件有 {pages} 页，超过 {_MOST_PAGES} 页，不像一份报告"
            if pages
            else "PDF 文件里一页也没有，可能不完整"
        )
    return document


class _Reading:
    """The pages of a document one after another, and what became of them."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self.recognised: list[int] = []
        self.unread: list[int] = []
        self.broken: list[int] = []

    def pages(self) -> Iterator[Page]:
        for number in range(1, len(self._document) + 1):
            yield self._page(number)

    def _page(self, number: int) -> Page:
        from pypdfium2 import PdfiumError

        try:
            page = self._document[number - 1]
            try:
                return self._read(page, number)
            finally:
                page.close()
        except PdfiumError:
            self.broken.append(number)
            return _EMPTY

    def _read(self, page: Any, number: int) -> Page:
        from baobiao.read.pdf.page import content, picture

        found = content(page, _MOST_LETTERS)
        if found is None:
            raise ReadError(f"PDF 第 {number} 页有超过 {_MOST_LETTERS} 个字符，不像一份报告")
        if not found.is_scanned:
            return found.page
        if found.pixels > _MOST_PIXELS:
            raise ReadError(
                f"PDF 第 {number} 页的图像有 {found.pixels // 1_000_000} 百万像素，过大，请降低分辨率后重新扫描"
            )
        if not recognition.is_installed():
            self.unread.append(number)
            return found.page
        if len(self.recognised) == _MOST_SCANNED:
            raise ReadError(f"PDF 文件的扫描页超过 {_MOST_SCANNED} 页，请分成几个文件再识别")
        self.recognised.append(number)
        image = picture(page, recognition.RESOLUTION)
        return recognition.recognised(image, *page.get_size())

    def nothing(self) -> str:
        """Why there is no word in the whole file."""
        if self.unread:
            return f"PDF 是扫描件，没有文字。{recognition.HOW}"
        if self.recognised:
            return "PDF 是扫描件，图像里没有认出文字，可能是空白页或太模糊"
        if self.broken:
            return "PDF 文件已损坏：各页都读不出来，请重新下载或向来文单位索取"
        return "PDF 文件是空白的：各页都没有文字，也没有图像"

    def warnings(self) -> list[str]:
        said: list[str] = []
        if self.broken:
            said.append(f"第 {_numbers(self.broken)} 页已损坏，没有读出来")
        if self.unread:
            said.append(f"第 {_numbers(self.unread)} 页是扫描图像，没有读出来。{recognition.HOW}")
        if self.recognised:
            said.append(f"第 {_numbers(self.recognised)} 页的文字由图像识别得出，请核对原件")
        return said


def _numbers(pages: list[int]) -> str:
    """Page numbers as a person says them.

    >>> _numbers([1, 2, 3, 5])
    '1–3、5'
    """
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return "、".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
