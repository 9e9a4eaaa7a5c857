"""The block of page data that an archive writes above a saved page, and the day that the page
names.

The block is lines of ``key: value`` up to a ruled line with 正文, or the front matter of Markdown,
or at least three such lines at the very top.
"""

from __future__ import annotations

import re

from baobiao.read.columns import day_of, metadata_of

_KEYS = (
    r"标\s*题|发布时间|发布日期|成文日期|文\s*号|发文字号|发布机构|发文机关|发布单位|栏\s*目|来\s*源|作\s*者|"
    r"原文链接|来源链接|链接|网址|本地目录|索\s*引\s*号|主题分类|有\s*效\s*性|"
    r"title|date|publish_date|issuer|source|source_url|url|author|category|year|region|type|report_type"
)
_FIELD = re.compile(rf"\s*({_KEYS})\s*[:：][^\S\n]*(.*)", re.IGNORECASE)
_RULE = re.compile(r"\s*[=＝\-—*#_]{2,}\s*正\s*文\s*[=＝\-—*#_]{2,}\s*")
_FRONT = re.compile(r"\s*-{3,}\s*")
_LINE = re.compile(r"[^\n]*\n?")
# A header is short; a rule further down belongs to the body.
_REACH = 40
_FEWEST = 3

_DATE = r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?"
PAGE_TIME = re.compile(
    rf"(?<![\u4e00-\u9fff])(?:(?:发布|发表|更新|上网|公开|录入|刊登)?(?:时间|日期)\s*[:：]|www\.[\w./-]+)"
    rf"\s*({_DATE})"
)


def header_end(text: str) -> int:
    """Where the report begins: the offset behind the header block, 0 where there is none.

    >>> header_end("标题: 总结\\n栏目: 年报\\n==== 正文 ====\\n2022年，我局")
    27
    >>> header_end("标题：关于年度考核的报告\\n\\n各位代表：")
    0
    """
    return _header(text)[0]


def header_metadata(text: str) -> dict[str, str]:
    """What the header block says of the report, and the day of a page line 时间：2023-03-31 10:09.

    Keys are ``title publish_date issuer region year report_type source_url document_number``, those
    that are filled; the day is an ISO day.

    >>> header_metadata("标题: 总结\\n发布机构: 甲局\\n链接: https://x.cn\\n== 正文 ==\\n2024年")
    {'title': '总结', 'issuer': '甲局', 'source_url': 'https://x.cn'}
    >>> header_metadata("总结 时间：2023-03-31 10:09 微信 微博 一、概况")
    {'publish_date': '2023-03-31'}
    """
    end, fields = _header(text)
    found = metadata_of(fields)
    if "publish_date" not in found:
        match = PAGE_TIME.search(text, end, end + 1500)
        if match and (day := day_of(match[1])):
            found["publish_date"] = day
    return found


def _header(text: str) -> tuple[int, dict[str, str]]:
    """The end of the header block and its fields; (0, {}) where there is none."""
    fields: dict[str, str] = {}
    top: dict[str, str] = {}  # the fields before anything else
    end = offset = 0
    front = False
    unbroken = True
    for number, match in enumerate(_LINE.finditer(text)):
        line = match.group()
        if number >= _REACH or not line:
            break
        offset = match.end()
        if _RULE.fullmatch(line):
            return (offset, fields) if fields else (0, {})
        if _FRONT.fullmatch(line) and (number == 0 or front):
            if front:
                return (offset, fields) if fields else (0, {})
            front = True
        elif field := _FIELD.fullmatch(line.rstrip("\n")):
            fields.setdefault(re.sub(r"\s", "", field[1]).lower(), field[2].strip())
            if unbroken:
                end, top = offset, dict(fields)
        elif "。" in line:
            break  # sentences: the body has begun
        elif line.strip():
            unbroken = False
    return (end, top) if _stands_alone(text[:end], top) else (0, {})


def _stands_alone(block: str, fields: dict[str, str]) -> bool:
    """Whether field lines without a rule below them are page data: several, and one of them a web
    page's.
    """
    lines = sum(1 for line in block.split("\n") if line.strip())
    web = {"原文链接", "来源链接", "url", "source_url", "本地目录", "发布时间", "栏目"}
    return lines >= _FEWEST and bool(web & fields.keys())
