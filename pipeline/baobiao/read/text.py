"""Reads ``.txt`` and ``.md``: the report's text is the decoded file, nothing added and nothing left
out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from baobiao.model import NOTHING, Report
from baobiao.read.building import build, damage_warning, document_id
from baobiao.read.decoding import decode, foreign, newlines, without_surrogates
from baobiao.read.source import ReadError, Source, file_bytes

_WEB_PAGE = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)


def read(source: Source) -> Iterator[Report]:
    """The one report of a text file.

    Raises ``ReadError`` where the file is missing, empty, too large or no text.
    """
    data = file_bytes(source)
    if problem := foreign(data):
        raise ReadError(problem)
    decoded = decode(data)
    warnings = damage_warning(decoded.text, decoded.encoding)
    if _WEB_PAGE.match(decoded.text):
        warnings += ("内容是网页源代码，把扩展名改为 .html 会读得更准",)
    yield build(
        decoded.text,
        source=source.name,
        format=source.format,
        document_id=document_id(data),
        metadata=source.metadata,
        warnings=warnings,
    )


def from_text(text: str, source: str = "文本", metadata: Mapping[str, str] = NOTHING) -> Report:
    """A report of a text that is in memory already; its id is that of a UTF-8 file with the same
    text.

    Raises ``ReadError`` for a text without a character to read.

    >>> from_text("各位代表：\\r\\n现在报告工作。").text
    '各位代表：\\n现在报告工作。'
    """
    data = text.encode("utf-8", "surrogatepass")
    plain = newlines(without_surrogates(text).removeprefix("\ufeff"))
    return build(
        plain,
        source=source,
        format="txt",
        document_id=document_id(data),
        metadata=metadata,
        warnings=damage_warning(plain, "utf-8") if plain != text else (),
    )
