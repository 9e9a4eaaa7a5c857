"""The report of a web page's bytes, wherever they were kept: its article, what it says of itself, its tables."""

from __future__ import annotations

import re

from baobiao.model import Report
from baobiao.read.building import build, damage_warning, document_id
from baobiao.read.source import ReadError, Source
from baobiao.read.web.content import content
from baobiao.read.web.labels import records
from baobiao.read.web.lines import Written, words, written
from baobiao.read.web.markup import Element, decoded, parsed
from baobiao.read.web.metadata import metadata, title_lines, window_title

_TOP = 400  # characters in which the article's own title stands


def page_report(
    source: Source, file: bytes, page: bytes, declared: str = "", address: str = ""
) -> Report:
    """The report of a page's bytes; ``file`` are those of the whole file that it was taken from,
    ``declared`` the encoding and ``address`` the URL that the file gives beside it.
    """
    text, encoding = decoded(page, declared)
    root = parsed(text)
    beside = records(root)
    article = content(root, beside)
    body = written(article, without=beside)
    if not body.text.strip():
        raise ReadError(
            "网页里没有文字（可能由脚本载入）。请用浏览器打开，待正文显示后另存为 .mht 或纯文本（.txt）"
        )
    said = metadata(root, _around(root, article, beside), address)
    title = said.get("title", "") or window_title(root)
    shown = title_lines(root, title)
    if shown and not _opens_with(body, "".join(shown)):
        said["title"] = "".join(_native(shown))
        body = written(article, "\n".join(shown), without=beside)
    elif title and not _opens_with(body, title):
        said["title"] = title
    return build(
        body.text,
        source=source.name,
        format=source.format,
        document_id=document_id(file),
        metadata={**said, **{key: value for key, value in source.metadata.items() if value}},
        given=body.blocks,
        tables=body.tables,
        warnings=damage_warning(body.text, encoding),
    )


def _around(root: Element, article: Element, beside: list[Element]) -> str:
    """The text beside the article, first that of the records."""
    body = root.find(".//body")
    whole = words(root if body is None else body)
    inside = words(article)
    outside = whole.replace(inside, "\n", 1) if inside in whole else ""
    return "\n".join([*map(words, beside), outside])


def _opens_with(body: Written, title: str) -> bool:
    """Whether the article has the title itself, at its top; it may be longer there."""
    return re.sub(r"\s", "", title) in re.sub(r"\s", "", body.text[:_TOP])


def _native(lines: list[str]) -> list[str]:
    """The lines without those of a translation beneath."""
    chinese = [line for line in lines if not line.isascii()]
    return chinese or lines
