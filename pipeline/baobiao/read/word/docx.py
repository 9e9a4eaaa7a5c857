"""Reads ``.docx``: the body with its automatic numbers and tables; headers and footers are no part of
the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from baobiao.model import Block, Report, Table
from baobiao.read.building import build, document_id
from baobiao.read.source import ReadError, Source, file_bytes
from baobiao.read.tables.captions import above
from baobiao.read.tables.grid import lay
from baobiao.read.word.package import Package
from baobiao.read.word.story import Item, Story, Tabular

_MENDED = "文档有损坏之处，已尽量读取，可能缺少文字，请核对原件"
_CHANGED = "文档中有未处理的修订，已按全部接受读取"


def read(source: Source) -> Iterator[Report]:
    """The one report of a Word document.

    Raises ``ReadError`` where the file is missing, empty, no Word document, encrypted, cut off, too
    large when unpacked, or holds pictures only.
    """
    data = file_bytes(source)
    yield word_report(source, data, data)


def word_report(
    source: Source, file: bytes, document: bytes, warnings: Sequence[str] = ()
) -> Report:
    """The report of a Word document's bytes; ``file`` are those of the file that it was made from."""
    if not document:
        raise ReadError("文件是空的，没有可以读取的文字")
    package = Package(document)
    story = Story(package)
    text, blocks, tables = _laid_out(story.items())
    if not text:
        raise ReadError("Word 文档里没有文字，可能只有图片（扫描件），请先做文字识别")
    return build(
        text,
        source=source.name,
        format=source.format,
        document_id=document_id(file),
        metadata=source.metadata,
        given=blocks,
        tables=tables,
        warnings=(
            *warnings,
            *([_MENDED] if package.is_mended else []),
            *([_CHANGED] if story.is_changed else []),
        ),
    )


def _laid_out(items: Iterable[Item]) -> tuple[str, list[Block], list[Table]]:
    """A paragraph a line, tables in their place."""
    parts: list[str] = []
    blocks: list[Block] = []
    tables: list[Table] = []
    offset = 0
    since = 0  # the first line that may be the caption of the next table
    for item in items:
        if isinstance(item, Tabular):
            caption, unit = above(parts[since:])
            text, table = lay(item.grid, offset, caption=caption, unit=unit)
            tables.append(table)
            blocks.append(Block(offset, offset + len(text), "table", paragraph=item.number))
            since = len(parts) + 1
        else:
            text = item.text
            kind = "furniture" if item.contents else "text"
            level = 0 if item.contents else item.level
            blocks.append(
                Block(offset, offset + len(text), kind, paragraph=item.number, outline_level=level)
            )
        parts.append(text)
        offset += len(text) + 1
    return "\n".join(parts), blocks, tables
