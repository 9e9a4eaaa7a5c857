"""Why a number or a name is what it is in the tables, or why it is in none: lines for a person to read."""

from __future__ import annotations

from collections.abc import Iterator

from baobiao.extract import indicators
from baobiao.lexicon import Lexicon
from baobiao.model import Date, Draft, Indicator, Organisation, Section
from baobiao.tables import plain

_KINDS = {"level": "水平值", "change": "变化值"}
_STATUS = {"actual": "实际", "target": "目标"}


def place(draft: Draft, lexicon: Lexicon, offset: int) -> Iterator[str]:
    """What covers an offset of the report, one line a fact; for a number in no table, the reason."""
    text = draft.report.text
    around = text[max(0, offset - 12) : offset + 12].replace("\n", " ")
    yield f"第 {offset} 个字符“{text[offset]}”，上下文：…{around}…"
    yield f"所在标题：{_heading(draft, offset)}"
    facts = [
        fact
        for kind in (draft.indicators, draft.dates, draft.organisations, draft.sections)
        for fact in kind
        if fact.start <= offset < fact.end
    ]
    yield from map(_line, facts)
    if any(isinstance(fact, Indicator) for fact in facts):
        return
    if reason := indicators.reason(draft, lexicon, offset):
        yield f"这里的数字不是指标：{reason}。"
    elif not facts:
        yield "这里没有列入任何表格的内容：不是数字，也不是日期、机构或标题。"


def every_number(draft: Draft, lexicon: Lexicon) -> Iterator[str]:
    """Every number of a report in order: the rule that made it a row, or what kept it out."""
    text = draft.report.text
    kept = [(row.start, _line(row)) for row in draft.indicators]
    dropped = [
        (
            item.start,
            f"{item.start}-{item.end}  “{text[item.start : item.end]}”  未列入：{item.reason}",
        )
        for item in indicators.rejected(draft, lexicon)
    ]
    for _, line in sorted(kept + dropped):
        yield line


def _heading(draft: Draft, offset: int) -> str:
    section_id = draft.section_at(offset)
    found = next((s for s in draft.sections if s.section_id == section_id), None)
    return f"{found.marker}{found.title}" if found else "（第一个标题之前）"


def _line(fact: Indicator | Date | Organisation | Section) -> str:
    where = f"{fact.start}-{fact.end}"
    if isinstance(fact, Indicator):
        high = f"—{plain(fact.value_high)}" if fact.value_high is not None else ""
        canonical = f"，标准指标“{fact.indicator}”" if fact.indicator else ""
        actor = f"，责任主体 {fact.actor}" if fact.actor else ""
        return (
            f"{where}  “{fact.text}”  指标：{fact.name} = {plain(fact.value)}{high} {fact.unit}"
            f"（{_KINDS[fact.kind]}，{_STATUS[fact.status]}，{fact.year} 年{canonical}{actor}）"
            f"  规则：{fact.rule}"
        )
    if isinstance(fact, Date):
        first, last = fact.date_from or "不限", fact.date_to or "不限"
        return f"{where}  “{fact.text}”  日期：{first} 至 {last}  规则：{fact.rule}"
    if isinstance(fact, Organisation):
        return f"{where}  “{fact.text}”  机构：{fact.name}（{fact.kind}）  规则：{fact.rule}"
    return f"{where}  “{fact.marker}{fact.title}”  标题：第 {fact.level} 级  规则：{fact.rule}"
