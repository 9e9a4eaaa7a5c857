"""What the columns of catalogues, report tables and archive headers are called, and how their cells
read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from baobiao.characters import fold

TEXT_COLUMNS = ("text", "full_text", "content", "正文", "全文")

# Our name of the metadata -> how people head the column. The first that is filled wins.
_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "source": ("source", "file", "filename", "path", "来源", "文件", "文件名", "路径"),
        "report_type": ("report_type", "type", "doc_type", "报告类型", "报告种类", "类型", "文种"),
        "title": ("title", "标题", "题名", "题目", "名称", "报告名称"),
        "year": ("year", "report_year", "年份", "年度", "报告年份", "报告年度"),
        "issuer": (
            *("issuer", "organisation", "organization", "department", "发布机构", "发文机关"),
            *("发文单位", "发布单位", "编制单位", "机构", "单位", "部门", "机关"),
        ),
        "region": (
            *(
                "region",
                "province",
                "city",
                "地区",
                "区域",
                "行政区划",
                "行政区",
                "省份",
                "省",
                "城市",
            ),
        ),
        "publish_date": (
            *("publish_date", "pub_date", "published", "date", "发布日期", "发布时间", "日期"),
        ),
        "source_url": ("source_url", "url", "link", "原文链接", "来源链接", "链接", "网址"),
        "document_number": ("document_number", "文号", "发文字号"),
    }
)
_KNOWN = MappingProxyType({name: key for key, names in _NAMES.items() for name in names})
_DIGITS = str.maketrans("零一二三四五六七八九", "0123456789")
_YEAR = re.compile(r"((?:19|20)\d\d)(?:\.0+)?\s*(?:年度?)?")
_HANZI_YEAR = re.compile(r"([零一二三四五六七八九]{4})\s*年?度?")
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})|(\d{4})(\d\d)(\d\d)(?!\d)")


def known(header: str) -> str:
    """Our name of a column, or "".

    >>> known(" 年度 "), known("Title"), known("备注")
    ('year', 'title', '')
    """
    return _KNOWN.get(header.strip().lstrip("\ufeff").lower(), "")


def year_of(cell: str) -> str:
    """The year that a cell names, in four digits, or "" where it names none or more than one.

    >>> year_of("2026年"), year_of("二〇二四年度"), year_of("2021-2025"), year_of("去年")
    ('2026', '2024', '', '')
    """
    folded = fold(cell).strip()
    if match := _YEAR.fullmatch(folded):
        return match[1]
    match = _HANZI_YEAR.fullmatch(folded)
    return year_of(match[1].translate(_DIGITS)) if match else ""


def day_of(cell: str) -> str:
    """The day that a cell or a page line begins with, as an ISO day, or "".

    >>> day_of("2023-03-31 10:09"), day_of("２０２４年１月５日"), day_of("2024-13-05")
    ('2023-03-31', '2024-01-05', '')
    """
    match = _DAY.match(fold(cell).strip())
    if match is None:
        return ""
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def metadata_of(cells: Mapping[str, str]) -> dict[str, str]:
    """The metadata in a row of headed cells; a year or day that is none is left out.

    >>> metadata_of({"标题": "工作报告", "年份": "2026年", "province": "甘肃省", "备注": "无"})
    {'title': '工作报告', 'year': '2026', 'region': '甘肃省'}
    """
    by_header = {header.strip().lower(): cell.strip() for header, cell in cells.items()}
    found: dict[str, str] = {}
    for key, names in _NAMES.items():
        if key == "source":
            continue
        cell = next((by_header[name] for name in names if by_header.get(name)), "")
        if key == "year":
            cell = year_of(cell)
        elif key == "publish_date":
            cell = day_of(cell)
        if cell:
            found[key] = cell
    return found
