"""Which suffix is read by which module, imported when the first such file comes.

What a file really is goes before its suffix (see ``true_format``): a .doc that is a web page is read as
one. A new format is a module with ``read(source: Source) -> Iterator[Report | Failure]`` and a line here.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Protocol, cast

from baobiao.model import Failure, Report
from baobiao.read.signatures import NAMES
from baobiao.read.source import ReadError, Source
from baobiao.read.true_format import true_format

# Suffix -> the module of this package that reads it.
FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "txt": "text",
        "md": "text",
        "csv": "rows",
        "jsonl": "rows",
        "docx": "word.docx",
        "doc": "word.doc",
        "wps": "word.doc",
        "rtf": "word.doc",
        "pdf": "pdf.reader",
        "html": "web.html",
        "htm": "web.html",
        "mht": "web.mht",
        "mhtml": "web.mht",
        "ofd": "ofd.reader",
        "png": "scans.image",
        "jpg": "scans.image",
        "jpeg": "scans.image",
        "tif": "scans.image",
        "tiff": "scans.image",
        "bmp": "scans.image",
    }
)
# What no file is called, but files are that are called otherwise.
_INSIDE = MappingProxyType({"xml": "word.doc"})


class _Reader(Protocol):
    def read(self, source: Source) -> Iterator[Report | Failure]: ...


def readable() -> tuple[str, ...]:
    """The suffixes that can be read.

    >>> "txt" in readable()
    True
    """
    return tuple(FORMATS)


def problem_with(suffix: str) -> str:
    """Why a file with this suffix cannot be read, in Chinese; "" where it can.

    >>> problem_with("txt")
    ''
    >>> problem_with("xyz").split("，")[0]
    '不认识 .xyz 格式'
    """
    if suffix in FORMATS:
        return ""
    what = f"不认识 .{suffix} 格式" if suffix else "文件没有扩展名"
    return f"{what}，可以读取的有：{' '.join(f'.{known}' for known in readable())}"


def read(source: Source) -> Iterator[Report | Failure]:
    """The report of a file, or the reports of a table's rows one by one; a bad row is a
    ``Failure``.

    Raises ``ReadError``, on the first step of the iterator, for a file that cannot be read as a
    whole.
    """
    if problem := problem_with(source.format):
        raise ReadError(problem)
    format = true_format(source.path, source.format)
    module = FORMATS.get(format) or _INSIDE.get(format, "")
    if format == source.format or module == FORMATS[source.format]:
        yield from _reader(FORMATS[source.format]).read(source)
        return
    really = f"扩展名是 .{source.format}，内容其实是 {NAMES[format]}（.{format}）"
    if not module:
        raise ReadError(f"{really}，不能读取；请向来文单位索取 Word、PDF 或网页格式的文件")
    try:
        for found in _reader(module).read(source):
            if isinstance(found, Report):
                warnings = (f"{really}，已照此读取", *found.warnings)
                found = replace(found, format=format, warnings=warnings)
            yield found
    except ReadError as reason:
        raise ReadError(f"{really}；{reason}") from reason


def _reader(module: str) -> _Reader:
    return cast(_Reader, importlib.import_module(f"baobiao.read.{module}"))
