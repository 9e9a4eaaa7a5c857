"""What a comparison's codes are called in Chinese, in the workbook and on the page."""

from __future__ import annotations

from baobiao.compare.rows import Row
from baobiao.write import captions

_REASONS = {
    "dictionary": "指标词典中同一名称",
    "dictionary_wording": "按词典归入",
    "name": "名称相同",
    "wording": "用词相同",
    "similar": "叫法相近",
    "decision": "人工决定，第几行",
    "single": "仅此一处",
}


def reason(row: Row) -> str:
    """Why a row is on its line.

    >>> from baobiao.compare.rows import COLUMNS
    >>> reason(Row(**{**dict.fromkeys(COLUMNS), "merged_by": "similar:受理信访件(93)"}))
    '叫法相近：受理信访件(93)'
    """
    code, _, about = row.merged_by.partition(":")
    return _REASONS.get(code, code) + (f"：{about}" if about else "")


def what(row: Row) -> str:
    """What kind of number a line holds.

    >>> from baobiao.compare.rows import COLUMNS
    >>> what(Row(**{**dict.fromkeys(COLUMNS), "kind": "change", "basis": "year_on_year"}))
    '同比变化'
    """
    if row.kind == "level":
        return "水平值"
    words = captions.word("indicators", "basis", row.basis or "other")
    return "变化" if words == "其他" else words + "变化"
