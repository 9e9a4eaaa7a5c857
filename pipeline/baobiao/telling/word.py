"""The draft as a Word document with its findings as comments; nothing else in it is changed."""

from __future__ import annotations

from collections.abc import Iterator

from baobiao.check.verdict import Verdict
from baobiao.model import Block, Finding
from baobiao.telling.word_document import new_document
from baobiao.telling.word_package import Commented
from baobiao.telling.word_places import Places
from baobiao.telling.words import SEVERITIES


def to_docx(verdict: Verdict, original: bytes | None = None) -> bytes:
    """A ``.docx`` with a comment at each place found; what concerns the whole stands at the first paragraph.

    ``original`` are the bytes of the draft, where it is a ``.docx``: all its parts but the body, the comments and
    their registration stay as they are, byte for byte. Without it a new document is made of the text.
    Raises ``ValueError`` for an original that is damaged.
    """
    report = verdict.draft.report
    blocks = report.blocks
    if original is None:
        blocks = tuple(_lines(report.text))
        original = new_document([report.text[block.start : block.end] for block in blocks])
    document = Commented(original)
    places = Places(document.paragraphs(), report.text, blocks)
    for finding in verdict.findings:
        start, end = places.of(finding)
        document.comment(start, end, _words(finding))
    return document.data()


def _lines(text: str) -> Iterator[Block]:
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        yield Block(start, start + len(line), paragraph=number)
        start += len(line) + 1


def _words(finding: Finding) -> list[str]:
    told = [f"【{SEVERITIES[finding.severity]} {finding.code}】{finding.message}"]
    if finding.suggestion:
        told.append(f"建议：{finding.suggestion}")
    if finding.source_of_rule:
        told.append(f"依据：{finding.source_of_rule}")
    return told
