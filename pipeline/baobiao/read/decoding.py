"""Bytes to text: BOM, then strict UTF-8, then UTF-16, then GB18030, with damaged bytes counted.

"GB2312" and "GBK" files are always read as GB18030, their superset: the labels are rarely true.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from baobiao.read.signatures import NAMES, OLE, signature

DAMAGE = "\ufffd"
# A decoding error handler that puts one U+FFFD for every byte it cannot read.
BY_BYTE = "baobiao.one_mark_a_byte"

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# What a Chinese text in UTF-16 is made of, read the right way round.
_USUAL = re.compile(r"[\t\r\n -~\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_ASCII = bytes(range(128))
# Two or more of the 3755 everyday characters of GB 2312 in a row, seen as bytes.
_EVERYDAY_PAIR = re.compile(rb"(?:[\xb0-\xd7][\xa1-\xfe]){2}")
_THREE_BYTES = re.compile("[\u0800-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with ``\\n`` line ends and without a BOM, its encoding, and how many places of it are
    lost.
    """

    text: str
    encoding: str
    damaged: int


def _mark_each_byte(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return DAMAGE * (error.end - error.start), error.end


codecs.register_error(BY_BYTE, _mark_each_byte)


def newlines(text: str) -> str:
    r"""CRLF and CR as LF, nothing else changed.

    >>> newlines("一\r\n二\r三")
    '一\n二\n三'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def decode(data: bytes) -> Decoded:
    """The text of a file, whatever its encoding; a byte that cannot be read becomes U+FFFD.

    >>> decode("梅县区".encode("gbk")).text
    '梅县区'
    >>> decode("梅县区".encode("gbk") + b"\\xff").damaged
    1
    """
    encoding = encoding_of(data)
    text = data[bom_length(data) :].decode(encoding, BY_BYTE)
    return Decoded(newlines(text), encoding, text.count(DAMAGE))


def bom_length(data: bytes) -> int:
    """How many bytes of byte order mark the data begins with."""
    return next((len(bom) for bom, _ in _BOMS if data.startswith(bom)), 0)


def encoding_of(data: bytes) -> str:
    """The encoding to read the bytes with; where none fits without damage, the one that damages
    less.

    >>> encoding_of("各位代表：".encode("utf-16-le")), encoding_of("各位代表：".encode("gb2312"))
    ('utf-16-le', 'gb18030')
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return encoding
    lost = _lost(data, "utf-8")
    if (lost or 0 in data) and (wide := _utf16(data)):
        return wide
    if lost == 0:
        return "gb18030" if _accidental_utf8(data) else "utf-8"
    # Sequences valid in UTF-8 do not come about by chance: GB18030 read as UTF-8 loses most bytes,
    # whereas UTF-8 read as GB18030 loses next to none and is nonsense. So UTF-8 is right unless it
    # loses a quarter.
    return "utf-8" if lost * 4 <= len(data.translate(None, _ASCII)) else "gb18030"


def _lost(data: bytes, encoding: str) -> int:
    """How many bytes cannot be read; nothing is built where all can."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        marked = data.decode(encoding, BY_BYTE).count(DAMAGE)
        return max(1, marked - data.count(DAMAGE.encode()))
    return 0


def _accidental_utf8(data: bytes) -> bool:
    """Whether bytes valid in UTF-8 are rather a few GB 2312 characters that happen to be valid
    there too.

    True where UTF-8 shows no Chinese at all, only two-byte letters (Greek, Arabic), while GB18030
    reads everyday characters side by side.
    """
    return (
        _EVERYDAY_PAIR.search(data) is not None
        and _THREE_BYTES.search(data.decode("utf-8")) is None
        and _lost(data, "gb18030") == 0
    )


def _utf16(data: bytes) -> str:
    """The byte order of UTF-16 without a BOM, or "".

    Such a file holds many bytes that are controls in any other encoding (the zero of a line end or
    digit, the 0x02 of the full stop 。), and is Chinese only one way round.
    """
    sample = data[: 1 << 16]
    if len(data) < 4 or len(_CONTROL.findall(sample)) * 200 < len(sample):
        return ""
    best, share = "", 0.9
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
        usual = len(_USUAL.findall(text)) / len(text)
        if usual > share:
            best, share = encoding, usual
    return best


def foreign(data: bytes) -> str:
    """What a file really is that is called a text and is none; "" for a text.

    >>> foreign(b"%PDF-1.7 ...")
    '内容其实是 PDF 文件，请把扩展名改为 .pdf'
    >>> foreign("各位代表：".encode())
    ''
    """
    if data.startswith(OLE):
        return _named(signature(data) or "doc")
    if suffix := signature(data):
        return _named(suffix)
    nulls = data.count(0)
    if nulls > max(3, len(data) // 1000) and not bom_length(data) and not _utf16(data):
        return f"不是文本文件（含有 {nulls} 个空字符）"
    return ""


def _named(suffix: str) -> str:
    what = f"内容其实是 {NAMES[suffix]}"
    return f"{what}，请先解压" if suffix == "zip" else f"{what}，请把扩展名改为 .{suffix}"


def without_surrogates(text: str) -> str:
    r"""Text that can be written as UTF-8: half a surrogate pair (``"\ud83d"`` in JSON) becomes
    U+FFFD.

    >>> without_surrogates("报告\ud83d")
    '报告�'
    """
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
