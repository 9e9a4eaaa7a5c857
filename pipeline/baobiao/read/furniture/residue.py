"""Page residue: what a web page, a printer or an archive put around a report, told by where and how
it stands.

Two shapes occur. A page saved with its line breaks has the residue on lines of its own (``下载`` /
``打印`` / ``全屏``); a page whose breaks were lost is one long line with the residue at both ends
(``当前位置： 首页政务公开 … 微信 微博 QQ空间``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from baobiao.read.furniture.header import PAGE_TIME

# Only so many characters at either end may hold the ordinary words of a page.
ZONE = 1500

_LINE = re.compile(r"[^\n\f\v\x85\u2028\u2029]+")
_SENTENCE_END = re.compile("[。！？]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty, without the white space around it."""

    start: int
    end: int


def lines_of(text: str, start: int = 0, end: int | None = None) -> tuple[Line, ...]:
    """The lines of a stretch that are not empty.

    >>> lines_of("一、概况\\n\\n　　2024年 ")
    (Line(start=0, end=4), Line(start=8, end=13))
    """
    found = []
    for match in _LINE.finditer(text, start, len(text) if end is None else end):
        piece = match.group()
        left = match.start() + len(piece) - len(piece.lstrip())
        right = match.start() + len(piece.rstrip())
        if left < right:
            found.append(Line(left, right))
    return tuple(found)


def page_residue(plain: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The spans of page residue in a text whose markup is blanked out; they may overlap.

    >>> page = "关于考核的报告 时间：2023-03-31 10:09 微信 微博 QQ空间 一、概况"
    >>> [page[start:end] for start, end in sorted({*page_residue(page, lines_of(page))})]
    ['10:09', '微信 微博 QQ空间']
    """
    if not lines:
        return
    head_end, tail_start = _head_end(lines), _tail_start(lines)
    head = [line for line in lines if line.start < head_end]
    tail = [line for line in lines if line.end > tail_start]
    for zone in (head, tail):
        yield from _tool_lines(plain, zone)
        yield from _crumb_lines(plain, zone)
    for start, end in _zones(lines):
        for pattern in (*_INLINE, *((_CRUMBS,) if start == lines[0].start else ())):
            yield from (
                match.span(match.lastindex or 0) for match in pattern.finditer(plain, start, end)
            )
        for match in _CHAIN.finditer(plain, start, end):
            if _STRONG.search(match.group()):
                yield match.span()
    yield from _ending(plain, tail)
    yield from _end_of_line_tools(plain, lines[-1])
    yield from _page_lines(plain, lines)


def page_splits(plain: str, lines: Sequence[Line]) -> Iterator[int]:
    """Where a label of the page (时间： 来源：) begins inside a line: what stands before it is
    something else.

    >>> page = "关于考核的报告 时间：2023-03-31 来源：甲局"
    >>> list(page_splits(page, lines_of(page)))
    [8, 22]
    """
    for start, end in _zones(lines):
        yield from (match.start() for match in _LABEL.finditer(plain, start, end))


def _head_end(lines: Sequence[Line]) -> int:
    left = ZONE
    for line in lines:
        if line.end - line.start >= left:
            return line.start + left
        left -= line.end - line.start
    return lines[-1].end


def _tail_start(lines: Sequence[Line]) -> int:
    left = ZONE
    for line in reversed(lines):
        if line.end - line.start >= left:
            return line.end - left
        left -= line.end - line.start
    return lines[0].start


def _zones(lines: Sequence[Line]) -> tuple[tuple[int, int], ...]:
    """The two ends of the text, white space not counted; one zone where they meet."""
    if not lines:
        return ()
    head, tail = _head_end(lines), _tail_start(lines)
    if tail <= head:
        return ((lines[0].start, lines[-1].end),)
    return ((lines[0].start, head), (tail, lines[-1].end))


# --- words of a page that stand by themselves

_TOOLS = (
    r"打印本页|打印此页|打印文章|打印|下载本文|下载附件|附件下载|下载|全屏|收藏本页|加入收藏|收藏|关闭窗口|关闭本页|"
    r"关闭页面|返回顶部|返回上一页|返回列表|分享到|分享至|分享本页|分享|转发|微信好友|微信|新浪微博|腾讯微博|微博|QQ空间|"
    r"QQ好友|QQ|朋友圈|人人网|豆瓣|E-?mail推荐|我要纠错|纠错|朗读|语音播报|保护视力色|无障碍阅读|无障碍浏览|无障碍|"
    r"适老化|关怀版|长者模式|长者版|手机版|电脑版|网站地图|设为首页|字体大小|字号大小|字号|字体|加大|还原|减小|放大|缩小|"
    r"扫一扫[\u4e00-\u9fff]{0,16}|繁體版?|繁体版?|简体版?"
)
_SIZES = r"特大|超大|默认|标准|正常|大|中|小"
_STRONG = re.compile(_TOOLS)
_TOOL_LINE = re.compile(rf"[\W_]*+(?:(?>{_TOOLS}|{_SIZES}|网站首页|首页|关闭|返回)[\W_]*+)++")
# Too common to be residue unless they stand next to some: sizes, 首页, a bracket left alone.
_WEAK_LINE = re.compile(
    rf"[\W_]*(?:(?:{_SIZES}|网站首页|首页|关闭|返回|登录|注册|English|正文)[\W_]*)*"
)
_BETWEEN = r"[\s|｜/:：【】\[\]]+"
_CHAIN = re.compile(
    rf"(?<!\w)[【\[（(]?\s*(?:{_TOOLS}|关闭)(?:{_BETWEEN}(?:{_TOOLS}|{_SIZES}|关闭|返回))+"
    r"(?!\w)(?:\s*[】\]）)])?"
)
_TOOL_LINE_LONGEST = 80


def _tool_lines(plain: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Lines of nothing but a page's buttons, with the weak ones that stand next to them."""
    texts = [plain[line.start : line.end] for line in lines]
    sure = {
        number
        for number, text in enumerate(texts)
        if len(text) <= _TOOL_LINE_LONGEST and _TOOL_LINE.fullmatch(text) and _STRONG.search(text)
    }
    for step in (1, -1):
        for number in sorted(sure, reverse=step < 0):
            beside = number + step
            while 0 <= beside < len(texts) and len(texts[beside]) <= _TOOL_LINE_LONGEST:
                if not _WEAK_LINE.fullmatch(texts[beside]):
                    break
                sure.add(beside)
                beside += step
    yield from ((lines[number].start, lines[number].end) for number in sorted(sure))


_ARROW = re.compile(r"[>＞»›→]+")
_STEP_LONGEST = 24


def _crumb_lines(plain: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """A bare ``>`` on a line of its own and the short lines that it joins."""
    for number, line in enumerate(lines):
        if not _ARROW.fullmatch(plain, line.start, line.end):
            continue
        for near in lines[max(0, number - 1) : number + 2]:
            long = near.end - near.start > _STEP_LONGEST
            if not long and not _SENTENCE_END.search(plain, near.start, near.end):
                yield near.start, near.end


# --- residue inside a line

_SECTIONS = (
    "公开|信息|文件|目录|专栏|专题|栏目|动态|公告|公示|通知|规划|计划|统计|年报|新闻|要闻|概况|资讯|解读|"
    "数据|正文|内容|详情|频道|指南|制度|机构|决算|预算|进展|情况|政策|法规|互动|服务|领域"
)
_STEP = r"[^\s>＞»›→。，；：]"
_CRUMBS = re.compile(
    r"(?<![\u4e00-\u9fff])(?:(?:您|你|现在|当前|目前|所在|的)+位置(?:是|为)?\s*[:：]\s*"
    r"|(?=(?:网站)?首页\s*[>＞»›→]))"
    # 首页政务公开部门文件, run together; 首页 > 政务公开 > 正文; or 首页 政务公开 部门文件
    rf"(?:(?:(?!\d){_STEP}){{1,40}}(?=[\s>＞»›→]|$)|首页)?"
    # A step that names a year and a kind of report is the page's title.
    rf"(?:\s*[>＞»›→]+\s*(?!{_STEP}*\d{{4}}{_STEP}*(?:报告|总结|公报|年报|预算|决算)){_STEP}{{1,{_STEP_LONGEST}}}(?=[\s>＞»›→]|$))*(?:\s*[>＞»›→]+(?=\s))?"
    rf"(?:(?<=首页)(?:\s+(?:(?!\d){_STEP}){{0,8}}(?:{_SECTIONS})(?=\s))+)?",
    re.MULTILINE,
)
_CLOCK = r"\s+(\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)(?!\d)"
_SIZE_LIST = rf"(?:(?:加大|还原|减小|放大|缩小|{_SIZES})[\s|/、]*)+"
_FONT = r"(?:字体大小|字号大小|文字大小|字体|字号)"
# The span is the group where there is one.
_INLINE = (
    re.compile(PAGE_TIME.pattern + _CLOCK),
    re.compile(rf"(?<!\d)\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}{_CLOCK}"),
    re.compile(
        rf"[【\[（(]\s*{_FONT}\s*[:：]?\s*{_SIZE_LIST}[】\]）)]"
        rf"|(?<!\w){_FONT}\s*[:：]\s*[\[【（(]?\s*{_SIZE_LIST}[】\]）)]?(?!\w)"
    ),
    re.compile(
        r"(?<![\u4e00-\u9fff])[【\[（(]?(?:浏览|点击|阅读|访问|查看)(?:次数|量|数)?\s*[:：]"
        r"\s*[\[【]?\s*\d*\s*[\]】]?\s*次?[】\]）)]?"
    ),
    re.compile(r"(?<![\u4e00-\u9fff])索\s*引\s*号\s*[:：]\s*[\w/－—-]+"),
    re.compile(
        r"(?<![\u4e00-\u9fff])(?:责任编辑|责编)\s*[:：]\s*[\u4e00-\u9fff·]{0,4}(?=[\s】\]）)]|$)",
        re.MULTILINE,
    ),
    re.compile(r"(?<!\w)[\u4e00-\u9fff]{2,16}(?:网站|网)\s+www\.[\w./-]+"),
)
_LABEL = re.compile(
    r"(?<=[^\S\n])(?:(?:发布|发表|更新)?(?:时间|日期)\s*[:：](?=\s*\d)|(?:文章|信息)?来源\s*[:：])"
)

# --- what follows a report

_EDITORS = re.compile(
    r"[（(【\[]?\s*(?:责任编辑|责编|网站编辑|编辑|编审|校对|审核|监制|[初复终一二三]审)"
    r"\s*[:：].{0,30}"
)
_RELATED = re.compile(
    r"[【\[]?相关(?:报道|链接|稿件|文章|新闻|阅读|附件|文档)[】\]]?\s*[:：]?|(?:延伸|推荐)阅读\s*[:：]?"
)
_NEIGHBOUR = re.compile(r"[上下]一[篇条]\s*[:：].{0,80}")
_FOOT = re.compile(
    r"版权所有|备案号|ICP备|网安备|网站标识码|Copyright|©|技术支持\s*[:：]"
    r"|(?:主办|承办)(?:单位)?\s*[:：]|网站地图",
    re.IGNORECASE,
)
_FOOT_SURE = re.compile(r"版权所有|ICP备|网安备|网站标识码|Copyright|©", re.IGNORECASE)
_LICENCE = re.compile(r"本作品|本文档?.{0,10}(?:知识共享|CC BY)")
_LICENCE_SURE = re.compile(r"公有领域|[Pp]ublic domain|著作权法|知识共享|CC BY")
_LINK_LONGEST = 80
_DAY = re.compile(r"[\d〇○零一二三四五六七八九十]{4}\s*年.{1,5}月.{1,5}日")


def _ending(plain: str, tail: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Editors' names; related links, a site's foot or a licence with what follows them."""
    texts = [plain[line.start : line.end] for line in tail]
    for number, (line, text) in enumerate(zip(tail, texts, strict=True)):
        following = texts[number + 1 :]
        if _EDITORS.fullmatch(text) or _NEIGHBOUR.fullmatch(text):
            # The closing bracket of （责任编辑：甲 may have slipped to the next line.
            loose = following[:1] and re.fullmatch(r"[\W_]+", following[0])
            yield line.start, tail[number + 1].end if loose else line.end
        elif _RELATED.fullmatch(text) and all(map(_is_link, following)):
            yield line.start, tail[-1].end
        elif len(text) <= 200 and _FOOT.search(text):
            rest = [text, *following]
            if any(map(_FOOT_SURE.search, rest)):
                yield line.start, tail[-1].end if all(map(_is_link, following)) else line.end
        elif _LICENCE.match(text) and any(map(_LICENCE_SURE.search, [text, *following])):
            yield line.start, tail[-1].end


def _is_link(text: str) -> bool:
    """Whether a line at the end can be a link or a site's address: short, no sentence, and not the
    day that a report is signed with.
    """
    return len(text) <= _LINK_LONGEST and not (_SENTENCE_END.search(text) or _DAY.fullmatch(text))


_LAST_TOOL = re.compile(
    rf"(?:^|(?<=[\s。！？】）)]))(?:[【\[（(]?\s*(?:{_TOOLS}|关闭)\s*[】\]）)]?|{_RELATED.pattern}"
    r"|(?:责任编辑|责编)\s*[:：]\s*\S{0,6}|(?:(?:主办|承办)单位\s*[:：]|版权所有|Copyright)"
    rf"[^。\n]{{0,300}}(?:{_FOOT_SURE.pattern})[^。\n]{{0,200}})\s*\Z",
    re.IGNORECASE,
)


def _end_of_line_tools(plain: str, last: Line) -> Iterator[tuple[int, int]]:
    """Buttons behind the last words of a page that is one line: ``… 来源：甲局 附件下载``."""
    begin = max(last.start, last.end - ZONE)
    end = last.end
    while match := _LAST_TOOL.search(plain, begin, end):
        yield match.start(), end
        end = begin + len(plain[begin : match.start()].rstrip())


# --- printed pages

_PAGE_NUMBER = re.compile(
    r"[-—–―－─~～·•]+\s*\d{1,4}\s*[-—–―－─~～·•]+"
    r"|第\s*[\d一二三四五六七八九十]{1,4}\s*页"
    r"(?:\s*[,，/、]?\s*(?:总\s*)?共\s*[\d一二三四五六七八九十]{1,4}\s*页)?"
    r"|共\s*\d{1,4}\s*页\s*[,，/、]?\s*第\s*\d{1,4}\s*页|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?"
    r"|(?:首页\s*)?上一页[\s\d\[\].…]*下一页(?:\s*[末尾]页)?"
)
_RUNNING_FEWEST = 3
_RUNNING_LONGEST = 60


def _page_lines(plain: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Page numbers, and lines that stand next to them (or begin a printed page) again and again."""
    numbers = {
        number
        for number, line in enumerate(lines)
        if line.end - line.start <= _RUNNING_LONGEST
        and _PAGE_NUMBER.fullmatch(plain, line.start, line.end)
    }
    yield from ((lines[number].start, lines[number].end) for number in sorted(numbers))
    if not numbers and "\f" not in plain:
        return
    beside: defaultdict[str, list[Line]] = defaultdict(list)
    for number, line in enumerate(lines):
        if number in numbers or line.end - line.start > _RUNNING_LONGEST:
            continue
        before = lines[number - 1].end if number else 0
        if {number - 1, number + 1} & numbers or "\f" in plain[before : line.start]:
            beside["".join(plain[line.start : line.end].split())].append(line)
    for running in beside.values():
        if len(running) >= _RUNNING_FEWEST:
            yield from ((line.start, line.end) for line in running)
