"""What a report says of itself: the elements of an official document (GB/T 9704-2012 §7), its type, year and issuer.

The catalogue's word goes first: what stands in ``report.metadata`` is taken as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from baobiao.divisions import divisions
from baobiao.elements import marks
from baobiao.elements.issuing import issuer_of, region_of
from baobiao.elements.naming import title_of, type_of, year_in, year_of_text
from baobiao.elements.page import page_of
from baobiao.lexicon import Lexicon
from baobiao.model import Document, Report, Section

__all__ = ["document"]


def document(
    report: Report, folded: str, sections: Sequence[Section], lexicon: Lexicon
) -> Document:
    """The elements of a report, as text without blanks; what is not found stays empty.

    ``sections`` is the outline of the same report: the head of the document ends at its first numbered heading.
    ``report_type`` is "" for a text that is no report of a known type.

    >>> from baobiao.lexicon import load
    >>> text = "甲公报字〔2024〕2号　签发人：魏某\\n梅州市公安局\\n2024年法治政府建设年度报告\\n市政府：\\n"
    >>> text += "今年以来，我局全面推进法治政府建设，成效明显。\\n梅州市公安局\\n2025年1月3日"
    >>> found = document(Report("0", "a.txt", "txt", text), text, (), load())
    >>> found.document_number, found.signer, found.recipient, found.issuer, found.year
    ('甲公报字〔2024〕2号', '魏某', '市政府', '梅州市公安局', 2024)
    """
    said = report.metadata
    page = page_of(report, sections)
    places = divisions(lexicon)
    title = marks.close(said.get("title", "")) or title_of(page)
    report_type = said.get("report_type", "") or type_of(title, page, lexicon)
    delivered, congress = marks.delivered((*page.head, *page.opening[:400].split("\n")))
    signed = marks.signature(page.tail)
    number = marks.close(said.get("document_number", "")) or marks.document_number(page.head)
    year = year_in(said.get("year", "") + "年") or year_in(title)
    year = (
        year or (delivered.year if delivered else None) or year_in(number[-12:].replace("〕", "年"))
    )
    profile = lexicon.profiles.get(report_type)
    work_report = bool(profile and profile.review_offset) or "工作报告" in report_type + title
    year = year or year_of_text(page, sections, -1 if work_report else 0)
    issuer = said.get("issuer", "") or issuer_of(page, title, report_type, signed, congress, places)
    return Document(
        report_type=report_type,
        title=title,
        issuer=marks.close(issuer),
        region=region_of(issuer, said, year, places),
        year=year,
        document_number=number,
        signer=marks.signer(page.head),
        recipient=marks.recipient(page.head, page.opening),
        issue_date=delivered or signed.day or marks.day_below_title(page.head),
    )
