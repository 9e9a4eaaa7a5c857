"""Drafts spoilt on purpose: what a clerk's slip does to a complete report, and which rules may speak of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from baobiao.check.verdict import Verdict
from baobiao.lexicon import Profile
from baobiao.model import Draft, Section

_NUMBER = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,2}[、.]|[①-⑩]"
    r"|[一二三四五六七八九十][是要])\s*"
)
STRUCTURE = frozenset({"BB101", "BB102", "BB103", "BB105", "BB112", "BB113"})
"""What may be said of a section that is gone: itself, its numbers, what it held."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """A spoilt text; ``codes`` are the rules of which one must speak, and none other may."""

    name: str
    text: str
    codes: frozenset[str]


def mutations(draft: Draft, profile: Profile, pasted: int = 1) -> Iterator[Mutation]:
    """Every slip that can be made in a report: sections gone, swapped, said twice, without a day, with a wrong year.

    Of the paragraphs every ``pasted``-th is pasted once more.
    """
    required = {section.key for section in profile.sections if section.required == "required"}
    for section in draft.sections:
        if section.required_section in required:
            yield from _removed(draft, section)
    yield from _swapped(draft)
    yield from _without_a_day(draft)
    yield from list(_pasted(draft))[::pasted]
    yield from _wrong_years(draft)


def new_findings(before: Verdict, after: Verdict) -> list[tuple[str, str]]:
    """What is said of the spoilt text and was not said of the sound one, by code and message."""
    known = [(finding.code, finding.message) for finding in before.findings]
    found: list[tuple[str, str]] = []
    for finding in after.findings:
        said = (finding.code, finding.message)
        if said in known:
            known.remove(said)
        else:
            found.append(said)
    return found


def new_rules(before: Verdict, after: Verdict) -> set[str]:
    """The rules that speak of the spoilt text and did not speak of the sound one at all."""
    silent = {finding.code for finding in before.findings}
    return {finding.code for finding in after.findings} - silent


def _removed(draft: Draft, section: Section) -> Iterator[Mutation]:
    text = draft.report.text
    body = _body_end(draft, section)
    for what, start, end in (
        ("标题", section.start, section.end),
        ("正文", section.end, body),
        ("整个部分", section.start, body),
    ):
        gap = "\n" if what == "正文" else ""
        name = f"删去{what}：{section.title}"
        yield Mutation(name, text[:start].rstrip(" ") + gap + text[end:].lstrip("。"), STRUCTURE)


def _body_end(draft: Draft, section: Section) -> int:
    """Where the section's own text ends; the signature and the day are not part of it."""
    text = draft.report.text
    signed = re.search(r"\n[^\n。]{4,30}\n(?:\d{4}年\d{1,2}月\d{1,2}日)?\s*$", text)
    return min(section.section_end, signed.start() + 1 if signed else len(text))


def _swapped(draft: Draft) -> Iterator[Mutation]:
    """Two neighbouring first-level sections change places, heading and text, numbers as they are.

    Not in a report whose line breaks were lost: nobody moves its parts about.
    """
    text = draft.report.text
    for one, other in pairwise(_first_level(draft)):
        end = _body_end(draft, other)
        swapped = text[other.start : end].rstrip("\n") + "\n\n" + text[one.start : other.start]
        yield Mutation(
            f"对调：{one.title}、{other.title}",
            text[: one.start] + swapped + text[end:],
            frozenset({"BB103", "BB105"}),
        )


def _first_level(draft: Draft) -> list[Section]:
    text = draft.report.text
    return [
        section
        for section in draft.sections
        if section.level == 1 and section.marker and text[section.start - 1] == "\n"
    ]


def _without_a_day(draft: Draft) -> Iterator[Mutation]:
    text = draft.report.text
    if match := re.search(r"\n\d{4}年\d{1,2}月\d{1,2}日\s*$", text):
        yield Mutation("删去成文日期", text[: match.start()] + "\n", frozenset({"BB605"}))


def _pasted(draft: Draft) -> Iterator[Mutation]:
    """Each paragraph of some length once more at the end of the section before the last."""
    text, first = draft.report.text, _first_level(draft)
    if len(first) < 2:
        return
    place = first[-1].start
    for line in re.finditer(r"[^\n]{40,}", text):
        words = _NUMBER.sub("", line[0].strip(), count=1)
        if line.end() < place and words.endswith("。"):
            yield Mutation(
                f"重复：{words[:12]}",
                f"{text[:place].rstrip()}\n{words}\n\n{text[place:]}",
                frozenset({"BB110"}),
            )


def _wrong_years(draft: Draft) -> Iterator[Mutation]:
    """The year left over from last year's draft, in a heading, in what the report says it is about, in its day."""
    text, year = draft.report.text, draft.document.year or 0
    for section in draft.sections:
        if section.level > 2:
            continue
        if re.search("《|—", text[section.start : section.end]):
            continue
        for match in re.finditer(r"20\d\d(?=年)", text[section.start : section.end]):
            start = section.start + match.start()
            yield _year(text, start, int(match[0]) - 1, f"标题：{section.title}", {"BB301"})
    for match in re.finditer(r"(?:现将|统计期限为)(?=20\d\d年)", text[:800]):
        yield _year(text, match.end(), year - 1, match[0], {"BB301"})
    if match := re.search(r"(?<=\n)20\d\d(?=年\d{1,2}月\d{1,2}日\s*$)", text):
        yield _year(text, match.start(), year - 1, "成文日期", {"BB606"})


def _year(text: str, start: int, year: int, name: str, codes: set[str]) -> Mutation:
    return Mutation(
        f"年份写成 {year}：{name}", f"{text[:start]}{year}{text[start + 4 :]}", frozenset(codes)
    )
