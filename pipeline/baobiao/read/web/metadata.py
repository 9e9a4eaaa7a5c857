"""What a page says of its article beside it: title, day of publication, issuer, 文号, address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from baobiao.characters import fold
from baobiao.read.columns import day_of
from baobiao.read.web.labels import labelled
from baobiao.read.web.lines import words
from baobiao.read.web.markup import Element, is_short, is_unseen, names

_PUBLISHED = ("pubdate", "publishdate", "firstpublishedtime", "article:published_time", "pubtime")
_TITLES = ("articletitle", "og:title")
_OFFICE = re.compile(
    r"[\u4e00-\u9fff（）()]{2,30}(?:政府|[局厅委署]|[^司]部|法院|检察院|办公室|办公厅|委员会|管委会|国务院|中心)"
)
_SITE = re.compile(
    r"(?:网|网站|门户|平台|首页|政府|信息公开|政务公开|政务|动态|公开|公告|文件|内容|详情|正文)$"
)
_DIVIDE = re.compile(r"\s*[-_|—–－»>]+\s*|\s{2,}")
_TITLE_NAME = re.compile(
    r"(?:\w*(?:article|news|content|detail|con|art|arc|xl|wz|nr|info|page|doc|main|center))?"
    r"(?:title|tit|bt|biaoti|headline|ti)\d?(?:con|box)?"
)
_LONGEST_TITLE = 400
_SAVED = re.compile(r"saved from url=\(\d+\)(\S+)")
_INDEX = re.compile(r"(?=.*\d)[\w（()）][\w（()）./\-— ]{2,60}")
_NUMBER = re.compile(r"[^\s；;，,]{0,40}\d+\s*号(?:公告|令)?")


def metadata(root: Element, around: str, address: str = "") -> dict[str, str]:
    """What is known under the names ``title publish_date issuer document_number index_number source_url``,
    those that are filled. ``around`` is the text beside the article, ``address`` what a mail part says.

    >>> from baobiao.read.web.markup import parsed
    >>> metadata(parsed('<meta name="PubDate" content="2026-01-30 09:32:00">'), "来源：某某市财政局")
    {'publish_date': '2026-01-30', 'issuer': '某某市财政局'}
    """
    meta = _meta(root)
    rows = labelled(around)
    title = next((meta[key] for key in _TITLES if meta.get(key)), "") or rows.get("title", "")
    found = {
        "title": title,
        "publish_date": _day(meta, rows),
        "issuer": _issuer(meta, rows, title),
        "document_number": _document_number(rows.get("document_number", "")),
        "index_number": _index_number(rows.get("index_number", "")),
        "source_url": address or _address(root, meta),
    }
    return {key: value for key, value in found.items() if value}


def title_lines(root: Element, title: str) -> list[str]:
    """The title as the page shows it above the article, a line each; nothing where it shows none.

    >>> from baobiao.read.web.markup import parsed
    >>> title_lines(parsed("<h1>某某市<br>2024年工作报告</h1>"), "某某市2024年工作报告_某某网")
    ['某某市', '2024年工作报告']
    """
    wanted = _bare(title)
    shown = ""
    for element in root.iter("h1", "h2", "h3", "div", "p", "td", "span"):
        heading = element.tag in ("h1", "h2", "h3")
        if not heading and not any(map(_TITLE_NAME.fullmatch, names(element))):
            continue
        if is_unseen(element) or not is_short(element, _LONGEST_TITLE):
            continue
        lines = words(element).split("\n")
        bare = _bare("".join(lines))
        if len(bare) < 4:
            continue
        most = wanted.startswith(bare) and len(bare) * 10 >= len(wanted) * 6
        if wanted and (most or bare.startswith(wanted)):
            return lines
        if not wanted and not shown and element.tag == "h1" and not _SITE.search(bare):
            shown = "\n".join(lines)
    return shown.split("\n") if shown else []


def _meta(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = (element.get("name") or element.get("property") or "").strip().lower()
        said = " ".join((element.get("content") or "").split())
        if key and said:
            found.setdefault(key, said)
    return found


def _day(meta: Mapping[str, str], rows: Mapping[str, str]) -> str:
    said = [*(meta.get(key, "") for key in _PUBLISHED), rows.get("published", "")]
    return next((day for day in map(day_of, (*said, rows.get("written", ""))) if day), "")


def _issuer(meta: Mapping[str, str], rows: Mapping[str, str], title: str) -> str:
    """The office that published: as the record says; the source of the news where it is an office;
    else the office whose site it is. A government's site has the reports of all its offices, and
    an office's site those of others that name themselves in the title.
    """
    named = rows.get("issuer", "").split(" ")[0]
    if len(named) > 1:
        return named
    said = [meta.get("contentsource", ""), rows.get("source", "").split(" ")[0]]
    site = meta.get("sitename", "")
    if not site.endswith("政府") and not _OFFICE.match(title):
        said.append(site)
    return next((source for source in said if _OFFICE.fullmatch(source)), "")


def _document_number(said: str) -> str:
    number = _NUMBER.match(said)
    return number[0].strip() if number else ""


def _index_number(said: str) -> str:
    """The 索引号 of 《政府信息公开目录系统实施指引》: letters, digits and strokes, with its parts apart or not."""
    number = _INDEX.match(said)
    return number[0].strip() if number else ""


def _address(root: Element, meta: Mapping[str, str]) -> str:
    links = (link.get("href") or "" for link in root.iter("link") if link.get("rel") == "canonical")
    said = [*links, meta.get("og:url", ""), *_saved_from(root)]
    return next((address for address in said if address.startswith(("http://", "https://"))), "")


def _saved_from(root: Element) -> Iterator[str]:
    """The address in the comment that a browser writes before a saved page."""
    tree = root.getroottree().getroot()
    comments = [*tree.itersiblings(etree.Comment, preceding=True), *tree.iter(etree.Comment)]
    for comment in comments[:50]:
        if saved := _SAVED.search(comment.text or ""):
            yield saved[1]


def window_title(root: Element) -> str:
    """The title of the window without the names of the site and its columns.

    >>> from baobiao.read.web.markup import parsed
    >>> window_title(parsed("<title>2024年工作总结_部门动态_某某市人民政府网</title><p>一"))
    '2024年工作总结'
    """
    site = _meta(root).get("sitename", "")
    said = " ".join((root.findtext(".//head/title") or root.findtext(".//title") or "").split())
    parts = [part for part in _DIVIDE.split(said) if part]
    kept = [part for part in parts if part != site and not _SITE.search(part)]
    return max(kept, key=len, default="") if max(map(len, kept), default=0) >= 4 else ""


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", fold(text))
