"""Reads ``.ofd`` (GB/T 33190-2016): text in reading order, paragraphs put together again, tables from
their ruled lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from baobiao.model import Report
from baobiao.read.building import build, document_id
from baobiao.read.layout.marks import Page
from baobiao.read.layout.pages import laid_out
from baobiao.read.ofd.objects import drawn
from baobiao.read.ofd.package import Package
from baobiao.read.source import ReadError, Source, file_bytes

_MOST_PAGES = 5000


def read(source: Source) -> Iterator[Report]:
    """The one report of an OFD file.

    Raises ``ReadError`` where the file is missing, no OFD file, encrypted, cut off, too large when
    unpacked, or holds pictures only.
    """
    data = file_bytes(source)
    if not data:
        raise ReadError("文件是空的，没有可以读取的文字")
    text, blocks, tables = laid_out(_pages(Package(data)))
    if not text:
        raise ReadError(
            "OFD 文件里没有文字，可能是扫描件，请先做文字识别，或索取可以复制文字的文件"
        )
    yield build(
        text,
        source=source.name,
        format=source.format,
        document_id=document_id(data),
        metadata=source.metadata,
        given=blocks,
        tables=tables,
    )


def _pages(package: Package) -> Iterator[Page]:
    for number, page in enumerate(package.pages(), 1):
        if number > _MOST_PAGES:
            raise ReadError(f"OFD 文件超过 {_MOST_PAGES} 页，不像一份报告")
        yield drawn(page)
