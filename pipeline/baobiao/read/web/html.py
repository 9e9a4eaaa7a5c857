"""Reads ``.html`` and ``.htm``: the article of a saved web page, without what stands around it."""

from __future__ import annotations

from collections.abc import Iterator

from baobiao.model import Report
from baobiao.read.decoding import foreign
from baobiao.read.source import ReadError, Source, file_bytes
from baobiao.read.web import mht
from baobiao.read.web.markup import is_archive
from baobiao.read.web.page import page_report


def read(source: Source) -> Iterator[Report]:
    """The one report of a web page.

    Raises ``ReadError`` where the file is missing, empty, too large, another format, or a page
    without text.
    """
    data = file_bytes(source)
    if is_archive(data):
        yield from mht.read(source)
        return
    if problem := foreign(data):
        raise ReadError(problem)
    yield page_report(source, data, data)
