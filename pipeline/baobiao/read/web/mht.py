"""Reads ``.mht`` and ``.mhtml``: a web page saved with its parts as one mail message (RFC 2557)."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import Message

from baobiao.model import Report
from baobiao.read.decoding import foreign
from baobiao.read.source import ReadError, Source, file_bytes
from baobiao.read.web.markup import is_page
from baobiao.read.web.page import page_report


def read(source: Source) -> Iterator[Report]:
    """The one report of an archived page: its first part that is HTML.

    Raises ``ReadError`` where the file is missing, empty, too large, cut off, or holds no page.
    """
    data = file_bytes(source)
    if not data.strip():
        raise ReadError("文件是空的，没有可以读取的文字")
    if is_page(data):
        yield page_report(source, data, data)
        return
    if problem := foreign(data):
        raise ReadError(problem)
    page, charset, address = page_in(data)
    yield page_report(source, data, page, charset, address)


def page_in(data: bytes) -> tuple[bytes, str, str]:
    """The page in an archive: its bytes, the encoding that the archive says, and its address.

    Raises ``ReadError`` where there is none, or where it is empty.
    """
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    part = _page(message)
    if part is None:
        raise ReadError("不是网页存档（.mht），或文件不完整：里面没有网页")
    page = part.get_payload(decode=True)
    if not isinstance(page, bytes) or not page.strip():
        raise ReadError("网页存档里的网页是空的，文件可能不完整")
    address = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "")
    address = address if address.startswith(("http://", "https://")) else ""
    return page, part.get_content_charset() or "", address


def _page(message: Message) -> Message | None:
    """The first part with HTML; the whole message where it is not divided."""
    return next(
        (
            part
            for part in message.walk()
            if part.get_content_type() in ("text/html", "application/xhtml+xml")
        ),
        None,
    )
