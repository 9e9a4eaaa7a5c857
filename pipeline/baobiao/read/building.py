"""From a text to a ``Report``: what all formats have in common."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from baobiao.model import Block, Report, Table
from baobiao.read.decoding import DAMAGE
from baobiao.read.furniture.blocks import blocks, header_metadata
from baobiao.read.source import ReadError
from baobiao.read.tables.in_text import tables_in_text


def document_id(data: bytes) -> str:
    """The first 16 hex digits of the SHA-256 of a file's bytes.

    >>> document_id(b"")
    'e3b0c44298fc1c14'
    """
    return hashlib.sha256(data).hexdigest()[:16]


def build(
    text: str,
    *,
    source: str,
    format: str,
    document_id: str,
    metadata: Mapping[str, str],
    given: Sequence[Block] = (),
    tables: Sequence[Table] = (),
    warnings: Sequence[str] = (),
) -> Report:
    """A report of its final text; ``metadata`` goes before what the text's own header says.

    ``given`` are blocks that the format itself shows (tables, navigation). Tables that the lines of the
    text draw beside these are found here, whatever the format. Raises ``ReadError`` for a text without
    a character to read.
    """
    if not text.strip():
        raise ReadError("文件是空的，没有可以读取的文字")
    drawn = [_on_page(table, given) for table in tables_in_text(text, given)]
    given = (*given, *(Block(t.start, t.end, "table", page=t.page) for t in drawn))
    said = {key: value for key, value in metadata.items() if value}
    return Report(
        document_id=document_id,
        source=source,
        format=format,
        text=text,
        blocks=blocks(text, given),
        tables=tuple(sorted((*tables, *drawn), key=lambda table: table.start)),
        metadata={**header_metadata(text), **said},
        warnings=tuple(warnings),
    )


def _on_page(table: Table, given: Sequence[Block]) -> Table:
    """A table with the page of the paragraph that it begins with."""
    pages = (block.page for block in given if block.start <= table.start < block.end)
    return replace(table, page=next(pages, 0))


def damage_warning(text: str, encoding: str) -> tuple[str, ...]:
    """A sentence about characters of a text that are lost; nothing for a sound text.

    >>> damage_warning("各位代表", "gb18030")
    ()
    >>> len(damage_warning("梅\ufffd区", "gb18030"))
    1
    """
    damaged = text.count(DAMAGE)
    if not damaged:
        return ()
    sentence = (
        f"有 {damaged} 处字符已损坏（按 {encoding.upper()} 读取，以“{DAMAGE}”代替），"
        f"第一处在第 {text.index(DAMAGE) + 1} 个字符，其附近的文字和数字请核对原件"
    )
    return (sentence,)
