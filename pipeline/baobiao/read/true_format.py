"""What a file really is, told by its bytes: archives hold .doc files that are web pages, .docx files that
are .doc, .txt files that are PDF.

A text stays what its suffix says (a .csv is no .txt); a suffix that promises another format than
text is not believed where the bytes say text.
"""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from baobiao.read.decoding import foreign
from baobiao.read.signatures import OLE, ZIP, signature

_TEXTS = frozenset({"txt", "md", "csv", "jsonl", "html", "htm", "mht", "mhtml"})
_SAME = MappingProxyType(
    {"wps": "doc", "htm": "html", "mhtml": "mht", "jpeg": "jpg", "tiff": "tif"}
)
_HEAD = 1 << 16
_FEWEST = 64  # bytes; fewer are no evidence of a text, any two may be a character of GB18030
_NO_CONTROLS = bytes({*range(256)} - {*range(1, 9), *range(14, 27), *range(28, 32)})


def true_format(path: Path, suffix: str) -> str:
    """The suffix that a file should have; ``suffix`` where that is right, where nothing speaks
    against it, or where the file cannot be opened.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        if head.startswith((OLE, ZIP)):
            found = signature(path.read_bytes())
        else:
            found = signature(head) or ("" if suffix in _TEXTS else _textual(head))
    except OSError:
        return suffix
    # The reader of a format that is an archive inside says better what an archive lacks.
    unnamed = found == "zip" and suffix in ("docx", "ofd")
    return suffix if not found or unnamed or _SAME.get(suffix, suffix) == found else found


def _textual(head: bytes) -> str:
    """What a text is in a file whose suffix promises none; "" for no text."""
    from baobiao.read.web.markup import is_archive, is_page

    if len(head.strip()) < _FEWEST or foreign(head):
        return ""
    if is_archive(head):
        return "mht"
    if is_page(head):
        return "html"
    if head.lstrip().startswith(b"<?xml") and b'progid="Word.Document"' in head[:4096]:
        return "xml"
    controls = head.translate(None, _NO_CONTROLS)
    return "" if len(controls) * 200 > len(head) and 0 not in head else "txt"
