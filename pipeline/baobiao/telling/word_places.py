"""From offsets of a report's text to places in the paragraphs of its Word document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from baobiao.model import Block, Finding
from baobiao.telling.word_package import Spot, WordParagraph


class Places:
    """Finds the words of a finding again: in the paragraph that its block names, or in the nearest that has them.

    A reader adds automatic numbers to a paragraph and leaves unseen characters out, so offsets of block and
    paragraph need not agree: the words themselves are looked for, near where they ought to be.
    """

    def __init__(
        self, paragraphs: Sequence[WordParagraph], text: str, blocks: Sequence[Block]
    ) -> None:
        self._paragraphs = paragraphs
        self._text = text
        self._blocks = [block for block in blocks if block.paragraph]

    def of(self, finding: Finding) -> tuple[Spot, Spot]:
        """Where a finding begins and ends; the first paragraph with words for one that concerns the whole."""
        if finding.end <= finding.start or not self._blocks:
            first = next((n for n, each in enumerate(self._paragraphs) if each.text.strip()), 0)
            return self._whole(first)
        first_number, start, _ = self._find(finding.start, finding.end)
        last_number, _, end = self._find(finding.start, finding.end, last=True)
        if (last_number, end) <= (first_number, start):
            return self._whole(first_number)
        return Spot(self._paragraphs[first_number], start), Spot(self._paragraphs[last_number], end)

    def _whole(self, number: int) -> tuple[Spot, Spot]:
        paragraph = self._paragraphs[number]
        return Spot(paragraph, 0), Spot(paragraph, len(paragraph.text))

    def _find(self, start: int, end: int, last: bool = False) -> tuple[int, int, int]:
        """The paragraph that holds the first (or last) line of a finding, and the words' bounds in it."""
        block = self._block(end - 1 if last else start)
        first, behind = max(start, block.start), min(end, block.end)
        lines = self._text[first:behind].split("\n")
        words = (lines[-1] if last else lines[0]).strip()
        expected = first - block.start
        for number in self._near(block.paragraph - 1):
            paragraph = self._paragraphs[number]
            # Numbers that the reader put in front are not in the paragraph.
            shift = (block.end - block.start) - len(paragraph.text)
            if (place := _nearest(paragraph.text, words, expected - shift)) >= 0:
                return number, place, place + len(words)
        number = min(max(block.paragraph - 1, 0), len(self._paragraphs) - 1)
        return number, 0, len(self._paragraphs[number].text)

    def _block(self, offset: int) -> Block:
        index = bisect_right(self._blocks, offset, key=lambda block: block.start) - 1
        return self._blocks[max(index, 0)]

    def _near(self, number: int) -> list[int]:
        """The paragraph itself, then those behind it (the cells of a table), then those before."""
        behind = range(max(number, 0), len(self._paragraphs))
        return [*behind, *range(min(number, len(self._paragraphs)) - 1, -1, -1)]


def _nearest(text: str, words: str, expected: int) -> int:
    """Where the words stand in a text, of several places the one nearest to the expected; -1 where nowhere."""
    if not words:
        return -1
    found = -1
    place = text.find(words)
    while place >= 0:
        if found < 0 or abs(place - expected) < abs(found - expected):
            found = place
        place = text.find(words, place + 1)
    return found
