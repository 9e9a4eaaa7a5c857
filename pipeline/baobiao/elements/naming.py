"""The report's title, its type and its year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from baobiao.characters import fold
from baobiao.elements.marks import close, is_body_name
from baobiao.elements.page import Page
from baobiao.lexicon import Lexicon
from baobiao.model import Section

_KIND = (
    r"(?:报告(?:书)?|年报|公报|总结|小结|汇报|通报|白皮书|报表|情况(?:说明|汇报|报告)?|情况表|余额表|决算(?:表|公开|说明)?|预算(?:表|公开|说明)?|要点|"
    r"计划|思路|打算|说明)"
)
_TITLE_END = re.compile(rf"{_KIND}(?:\((?:[^()]{{1,12}})\))?$")
_NO_TITLE = re.compile(
    r"[。！？；|>]|[：:]$|^(?:来源|时间|发布|作者|记者|责任|编辑|各位|同志|文\s*号|签发人|索引号|当前位置|首页|附件|目\s*录|新华社|新闻)|摄$|作政府工作报告$"
)
_RUN_IN = re.compile(
    r"((?<!\d)(?:(?:19|20)\d\d ?年)?(?:[\u4e00-\u9fff]{2,12}(?:[省市县区州盟旗]|国务院))?"
    r"政\s*府\s*工\s*作\s*报\s*告)\s*(?=[—\-－]{1,2})"
)
_ABOUT = re.compile(r"^关于|^(?:19|20)\d\d ?年|^[一二][一二三四五六七八九零]{3}年")
_YEAR = re.compile(
    r"(?<!\d)((?:19|20)\d\d) ?(?:[-—－~至] ?(?:19|20)?\d\d ?)?(?:年|M\d\d|Q\d)|^(?:19|20)\d\d(?=[\u4e00-\u9fff])"
)
_HANZI_YEAR = re.compile(r"([一二][零九][一二三四五六七八九零]{2}) ?年")
_PERIOD = re.compile(
    r"(?:统计|报告|数据)[^。]{0,12}(?:期限|时限|期间|区间|时段)[^。\d]{0,10}((?:19|20)\d\d) ?年"
)
_DIGITS = str.maketrans("零一二三四五六七八九", "0123456789")
_OTHER_KINDS = re.compile(
    r"(?:通知|办法|意见|规定|条例|细则|公告|公示|批复|决定|命令|函|议案|方案|规划|纲要|预案|指南|目录|解读)(?:\([^()]{1,12}\))?$"
)
_TASKS = re.compile("工作|任务|安排|总体要求|目标|部署|建议")
_LONGEST = 80
_NEAR = 400
_PLAIN_LONG = 10  # shorter ones are menu items of a page (通知公告, 政策解读)


def title_of(page: Page) -> str:
    """The title of a report, over as many lines as it takes, without blanks; "" where the head has none.

    >>> title_of(Page(("甲发〔2024〕2号", "梅州市公安局", "2024年法治政府建设年度报告", "市政府："), "", ()))
    '梅州市公安局2024年法治政府建设年度报告'
    """
    head = [close(line) for line in page.head]
    for index, line in enumerate(head):
        words = fold(line)
        if run_in := _RUN_IN.search(words):
            return line[run_in.start(1) : run_in.end(1)]
        if _NO_TITLE.search(words) or len(words) > _LONGEST or len(words) < 4:
            continue
        if _TITLE_END.search(words) or (len(words) >= _PLAIN_LONG and _OTHER_KINDS.search(words)):
            return _with_line_above(head, index)
        if (
            _ABOUT.search(words)
            and index + 1 < len(head)
            and _TITLE_END.search(fold(head[index + 1]))
        ):
            below = head[index + 1]
            if not _NO_TITLE.search(fold(below)) and len(line + below) <= _LONGEST:
                return _with_line_above([*head[:index], line + below], index)
    run_in = _RUN_IN.search(fold(page.opening[:_NEAR]))
    return close(run_in[1]) if run_in else ""


def _with_line_above(head: Sequence[str], index: int) -> str:
    """The title with the body's name that stands on the line above it (not where the title names one already)."""
    line = head[index]
    above = head[index - 1] if index else ""
    return above + line if is_body_name(above) and not line.startswith(above) else line


def type_of(title: str, page: Page, lexicon: Lexicon) -> str:
    """The report's type by the profiles' patterns: on the title, then on the text. "" for what is no report."""
    words = re.sub(r"\s", "", fold(title))
    if _OTHER_KINDS.search(words):
        return ""
    possible = [
        profile
        for profile in lexicon.profiles.values()
        if not any(re.search(pattern, words) for pattern in profile.not_patterns)
    ]
    found = _longest(words, [(p.report_type, p.title_patterns) for p in possible])
    if found or (words and not _TITLE_END.search(words)):
        return found
    opening = re.sub(r"\s", "", fold("".join(page.head) + page.opening))
    return _longest(opening, [(p.report_type, p.body_patterns) for p in possible])


def _longest(words: str, patterns: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Whose pattern takes most of the words; "" where none matches."""
    takes = [
        (match.end() - match.start(), name)
        for name, wordings in patterns
        for wording in wordings
        if (match := re.search(wording, words))
    ]
    return max(takes, default=(0, ""))[1]


def year_in(words: str) -> int | None:
    """The first year that the words name.

    >>> year_in("关于2022年工作总结暨2023年思路的报告"), year_in("二〇二四年工作报告"), year_in("工作报告")
    (2022, 2024, None)
    """
    folded = re.sub(r"(?<=\d)\s+(?=\d)", "", fold(words))
    if match := _YEAR.search(folded):
        return int(match[0][:4])
    if match := _HANZI_YEAR.search(folded):
        return int(match[1].translate(_DIGITS))
    return None


def year_of_text(page: Page, sections: Sequence[Section], review_offset: int) -> int | None:
    """The year of a report that names none in its head.

    The period that it states; for a work report (``review_offset`` -1) the year of the tasks in its headings; else
    the year with which the text begins, or the one that its beginning names most.
    """
    opening = fold(page.opening)
    if match := _PERIOD.search(opening):
        return int(match[1])
    years = [
        year
        for section in sections
        if section.level == 1 and _TASKS.search(section.title) and (year := year_in(section.title))
    ]
    if years and review_offset:
        return max(years)
    if match := _YEAR.match(opening):
        return int(match[0][:4])
    named = Counter(int(match[0][:4]) for match in _YEAR.finditer(opening))
    return max(named, key=lambda year: (named[year], year)) if named else None
