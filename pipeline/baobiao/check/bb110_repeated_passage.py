"""同一段话写了两次。

Why: 同一段话在两个地方逐字出现（或者只差一两个字），是抄稿、合稿的痕迹，审稿人一眼就会看出来。
Source: 公文写作惯例；党政机关公文处理工作条例第十九条（内容简洁，主题突出）。
Bad:
    一、工作情况
    加强信息公开工作，通过多种渠道向社会公开办事指南、政策解读和执法结果，主动接受群众监督，提高办事透明度。
    全年办案12宗。
    二、第28点落实情况
    落实公开要求：加强信息公开工作，通过多种渠道向社会公开办事指南、政策解读和执法结果，主动接受群众监督，提高办事透明度。
Good:
    一、工作情况
    加强信息公开工作，通过多种渠道向社会公开办事指南、政策解读和执法结果，主动接受群众监督，提高办事透明度。
    二、下一步打算
    继续加强信息公开工作，扩大公开范围，及时回应群众关切，办好政务新媒体，全年计划发布解读材料不少于30篇。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from rapidfuzz import fuzz

from baobiao.check.passages import Span, lines, plain, sentences, where
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB110"
NAME = "同一段话写了两次"
SEVERITY = "warning"

_LONG = 36  # sentences of this many characters in a row are not said twice by chance
_PARAGRAPH = 15  # nor is a whole paragraph of this many
_ALIKE = 95.0  # per cent; one or two characters differ in a sentence of forty
_NUMBER = re.compile(
    r"\s*(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}[、是要]|\d{1,2}[.、](?!\d)|[①-⑳])\s*"
)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Twin:
    """A passage and the earlier one that it repeats."""

    span: Span
    first: Span
    exact: bool


def check(case: Case) -> Iterator[Finding]:
    """Each passage that repeats an earlier one; neighbouring sentences of one repetition are one finding."""
    text = case.draft.report.text
    for twin in _joined(_twins(case)):
        start, end = twin.span
        told = "相同" if twin.exact else "几乎相同"
        yield Finding(
            code=CODE,
            severity=SEVERITY,
            start=start,
            end=end,
            text=text[start:end],
            message=f"这段话与{where(case.draft, twin.first[0])}里的{told}",
            suggestion="删去一处，或者按所在部分的内容改写",
        )


def _twins(case: Case) -> list[_Twin]:
    folded = case.draft.folded
    ended = [span for span in sentences(case.draft) if folded[span[1] - 1] in "。；！？："]
    words = [_said(folded[slice(*span)]) for span in ended]
    runs = list(_runs(ended, words))
    whole = list(_paragraphs(case, {twin.span[0] for twin in runs}))
    long = {said: span for said, span in zip(words, ended, strict=True) if len(said) >= _LONG}
    return sorted([*runs, *whole, *_near(long)], key=lambda twin: twin.span)


def _said(words: str) -> str:
    """The words without marks and without the number that they bear in their place."""
    return plain(words[match.end() :] if (match := _NUMBER.match(words)) else words)


def _runs(spans: Sequence[Span], words: Sequence[str]) -> Iterator[_Twin]:
    """Sentences that stand one after the other in two places, together long enough."""
    earlier: dict[str, list[int]] = {}
    covered = 0
    for index, said in enumerate(words):
        if index >= covered:
            best = max((_run(words, other, index), other) for other in [*earlier.get(said, ()), -1])
            length, first = best
            if sum(map(len, words[index : index + length])) >= _LONG:
                covered = index + length
                span = (spans[index][0], spans[covered - 1][1])
                yield _Twin(span, (spans[first][0], spans[first + length - 1][1]), exact=True)
        earlier.setdefault(said, []).append(index)


def _run(words: Sequence[str], first: int, second: int) -> int:
    """How many sentences from two places on are the same."""
    length = 0
    while first >= 0 and first + length < second and second + length < len(words):
        if words[first + length] != words[second + length]:
            break
        length += 1
    return length


def _paragraphs(case: Case, known: Set[int]) -> Iterator[_Twin]:
    """Whole paragraphs that stand twice; they may be shorter."""
    seen: dict[str, Span] = {}
    for span in lines(case.draft):
        said = _said(case.draft.folded[slice(*span)])
        if len(said) < _PARAGRAPH or case.draft.folded[span[1] - 1] not in "。；！？":
            continue
        first = seen.setdefault(said, span)
        if first != span and span[0] not in known:
            yield _Twin(span, first, exact=True)


def _near(seen: Mapping[str, Span]) -> Iterator[_Twin]:
    """Sentences that differ by a word; where the figures differ, two facts are told in the same words."""
    by_length = sorted(seen, key=len)
    for index, words in enumerate(by_length):
        for other in by_length[index + 1 :]:
            if len(other) > len(words) * 1.1:
                break
            if fuzz.ratio(words, other, score_cutoff=_ALIKE) < _ALIKE:
                continue
            first, second = sorted((seen[words], seen[other]))
            if first[1] <= second[0] and _DIGITS.findall(words) == _DIGITS.findall(other):
                yield _Twin(second, first, exact=False)


def _joined(twins: list[_Twin]) -> list[_Twin]:
    """Twins next to each other, or one inside the other, as one."""
    joined: list[_Twin] = []
    for twin in twins:
        last = joined[-1] if joined else None
        if last and twin.span[0] <= last.span[1] + 1 and twin.first[0] <= last.first[1] + 1:
            span = (last.span[0], max(last.span[1], twin.span[1]))
            first = (last.first[0], max(last.first[1], twin.first[1]))
            joined[-1] = _Twin(span, first, last.exact and twin.exact)
        else:
            joined.append(twin)
    return joined
