"""The draft as one page with its findings marked in the text: opens offline, prints, holds nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from itertools import pairwise
from string import Template

from baobiao.check.verdict import Verdict
from baobiao.model import Finding
from baobiao.telling.words import SEVERITIES, counts, heading_of, place_of, section_of

Numbered = tuple[int, Finding]


def to_html(verdict: Verdict) -> str:
    """The page: the report's text to the left with marks, the findings beside it, in the order of the text."""
    numbered = list(enumerate(verdict.findings, 1))
    template = Template((files("baobiao.telling") / "page.html").read_text(encoding="utf-8"))
    return template.substitute(
        title=escape(verdict.draft.document.title or verdict.draft.report.source),
        heading=escape(heading_of(verdict)),
        counts=escape(counts(verdict.findings) if numbered else "没有发现问题"),
        unknown=""
        if verdict.report_type
        else "<p>没有认出报告类型，只查了各类报告通用的规则。</p>",
        text="\n".join(_paragraphs(verdict.draft.report.text, numbered)),
        findings="\n".join(_note(verdict, number, finding) for number, finding in numbered),
    )


def _paragraphs(text: str, numbered: Sequence[Numbered]) -> Iterator[str]:
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            here = [(n, f) for n, f in numbered if f.start < max(end, start + 1) and f.end > start]
            yield f"<p>{_marked(text, start, end, here)}</p>"
        start = end + 1


def _marked(text: str, start: int, end: int, here: Sequence[Numbered]) -> str:
    """A line cut wherever a finding begins or ends; a piece that several findings cover is marked once."""
    bounds = {start, end}
    for _, finding in here:
        bounds |= {min(max(finding.start, start), end), min(max(finding.end, start), end)}
    cuts = sorted(bounds)
    pieces: list[str] = []
    for first, last in pairwise(cuts):
        covering = [(n, f) for n, f in here if f.start <= first and last <= f.end]
        words = escape(text[first:last])
        if not covering:
            pieces.append(words)
            continue
        grave = min((f.severity for _, f in covering), key=list(SEVERITIES).index)
        signs = "".join(
            f'<a class="n {f.severity}" id="t{n}" href="#f{n}">{n}</a>'
            for n, f in covering
            if min(f.end, end) == last
        )
        told = escape("；".join(f.message for _, f in covering), quote=True)
        pieces.append(f'<mark class="{grave}" title="{told}">{words}</mark>{signs}')
    return "".join(pieces)


def _note(verdict: Verdict, number: int, finding: Finding) -> str:
    place = "，".join(
        part
        for part in (section_of(verdict.draft, finding), place_of(verdict.draft, finding))
        if part
    )
    linked = f'<a href="#t{number}">{escape(place)}</a>' if finding.end > finding.start else place
    more = "".join(
        f"<dd>{label}：{escape(words)}</dd>"
        for label, words in (("建议", finding.suggestion), ("依据", finding.source_of_rule))
        if words
    )
    return (
        f'<li id="f{number}" value="{number}" class="{finding.severity}"><dl>'
        f"<dt><b>{SEVERITIES[finding.severity]}</b> {escape(finding.message)}</dt>"
        f"<dd>{linked}　{finding.code}</dd>{more}</dl></li>"
    )
