"""文号, 签发人, 主送机关, 署名 and the dates (GB/T 9704-2012 §7.2.5, §7.2.6, §7.3.2, §7.3.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from baobiao.characters import fold
from baobiao.numerals import parse

ORGANISATION_END = (
    r"(?:人民政府|政府|办公厅|办公室|管理委员会|委员会|管委会|工委|党委|党组|委|厅|局|部|署|院|处|司|所|中心|大队|支队|总队|"
    r"街道办事处|办事处|公司|集团|银行|协会|学会|联合会|学校|大学|学院|医院|指挥部|领导小组)"
)
"""How the names of bodies end."""

_DAY = (
    r"(?:(?:(?:19|20)\d\d|(?:1 ?9|2 ?0) ?\d ?\d) ?年 ?\d{1,2} ?月 ?\d{1,2} ?日"
    r"|[一二][一二三四五六七八九零]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
_HANZI_DIGITS = str.maketrans("零一二三四五六七八九", "0123456789")
_ONLY_DAY = re.compile(rf"[(\s]*({_DAY})[)\s]*")
_DELIVERED = re.compile(
    rf"[\s—\-－(]*({_DAY})\s*在\s*([\u4e00-\u9fff\s]{{2,30}}?(?:会议|大会|全会)[^，。\n]{{0,24}})"
)
_NUMBER = re.compile(
    r"(?:^|(?:文\s*号|发文字号|字号)\s*[：:]|\s)\s*([\u4e00-\u9fff]{1,14})\s*[〔\[(【]\s*(?:19|20)\d\d\s*[〕\])】]\s*"
    r"第?\s*\d{1,5}\s*号"
)
_NAME = r"[\u4e00-\u9fff·]"
_SIGNER = re.compile(
    rf"签\s*发\s*人\s*[：:]?\s*({_NAME}(?:\s?{_NAME}){{1,3}}(?:[\s、]+{_NAME}{{2,4}})*)"
)
_RECIPIENT = re.compile(r"[\u4e00-\u9fff、，,()\s]{2,150}[：:]")
_RECIPIENT_END = re.compile(
    rf"(?:分局|{ORGANISATION_END}|[省市县区旗州盟乡镇]|单位|部门|机构|企业)\)?$"
)
_NO_RECIPIENT = re.compile(
    r"各位|同志|代表|委员们|如下|主要|包括|工作[：:]|方面|重点|以下|要求是|来源|时间|作者|情况[：:]|单位[：:]"
)
_BODY_NAME = re.compile(
    rf"[\u4e00-\u9fff][\u4e00-\u9fff()]{{1,38}}(?<!我)(?:分局|{ORGANISATION_END})"
)
_NO_BODY_NAME = re.compile("^(?:关于|推进|加强|全市|全区|全县|全省|我|本|各|时间|来源)")
_SIGNED = re.compile(rf"([\u4e00-\u9fff][\u4e00-\u9fff() ]{{2,60}}?)\s*({_DAY})(?!\s*印)")
_AFTER_SIGNATURE = re.compile(
    r"抄\s*送|抄\s*报|附\s*件|附\s*表|来\s*源|责任|编辑|联系|电话|\(此件|\(联系|分送|主办|印发|共印|扫一扫|注"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed a report at its end, and when; either may be missing."""

    name: str = ""
    day: date | None = None


def close(words: str) -> str:
    """The words without blanks.

    >>> close("政 府　工 作 报 告")
    '政府工作报告'
    """
    return re.sub(r"\s+", "", words)


def day_of(words: str) -> date | None:
    """The day that the words name; None where there is no such day.

    >>> day_of("二零二六年一月二十七日"), day_of("1 9 9 8 年3 月5 日"), day_of("2023年2月30日")
    (datetime.date(2026, 1, 27), datetime.date(1998, 3, 5), None)
    """
    parts = re.findall(r"\d[\d ]*|[一二三四五六七八九十零]+", words)
    if len(parts) < 3:
        return None
    year, month, day = (_value(part) for part in parts[:3])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _value(part: str) -> int:
    plain = part.replace(" ", "")
    if len(plain) == 4:
        plain = plain.translate(_HANZI_DIGITS)
    try:
        return int(plain) if plain.isdigit() else int(parse(plain))
    except ValueError:
        return 0


def document_number(head: Sequence[str]) -> str:
    """The 文号 of the report itself: it stands in the head, on its own or after its label, never inside 《》.

    >>> document_number(("文号：梅县公报字〔2024〕2号   签发人：魏某",))
    '梅县公报字〔2024〕2号'
    """
    for line in head:
        match = _NUMBER.search(fold(line))
        if match and line.count("《", 0, match.start()) == line.count("》", 0, match.start()):
            return close(line[match.start(1) : match.end()])
    return ""


def signer(head: Iterable[str]) -> str:
    """The 签发人 of an upward document.

    >>> signer(("甲发〔2024〕2号      签发人：张　三",))
    '张三'
    """
    for line in head:
        if match := _SIGNER.search(fold(line)):
            return close(line[match.start(1) : match.end(1)])
    return ""


def recipient(head: Iterable[str], opening: str) -> str:
    """The 主送机关: a line of bodies before the text, closed by a colon. 各位代表： is none.

    >>> recipient(("2024年工作报告", "梅州市公安局：", "各位代表："), "")
    '梅州市公安局'
    """
    for line in (*head, opening.split("\n", 1)[0]):
        folded = fold(line)
        if not _RECIPIENT.fullmatch(folded) or _NO_RECIPIENT.search(folded):
            continue
        name = close(line.rstrip("：: "))
        if _RECIPIENT_END.search(fold(name)):
            return name
    return ""


def is_body_name(words: str) -> bool:
    """Whether the words are the name of a body and nothing else.

    >>> is_body_name("梅州市公安局梅县区分局"), is_body_name("推进法治政府建设工作")
    (True, False)
    """
    folded = fold(words)
    return bool(_BODY_NAME.fullmatch(folded)) and not _NO_BODY_NAME.search(folded)


def signature(tail: Sequence[str]) -> Signature:
    """The 署名 and 成文日期 at the end: name and day on one line or on two, or one of them alone.

    >>> signature(("抓好落实", "梅州市公安局", "2025年1月3日", "抄送：市司法局"))
    Signature(name='梅州市公安局', day=datetime.date(2025, 1, 3))
    """
    day: date | None = None
    for index, phrase in reversed(list(enumerate(tail))):
        folded = fold(phrase)
        if _AFTER_SIGNATURE.match(folded):
            continue
        if only := _ONLY_DAY.fullmatch(folded):
            day = day_of(only[1])
        elif signed := _SIGNED.match(folded):
            name = close(phrase[: signed.end(1)])
            if is_body_name(name):
                return Signature(name, day_of(signed[2]))
        elif names := _names(phrase):
            # Several bodies sign together over several lines; the first has the lead.
            above = (
                _names(tail[index - 1])
                if index and (len(names) > 1 or " " in fold(tail[index - 1]))
                else []
            )
            return Signature((above or names)[0], day)
        elif day:
            break
    return Signature("", day)


def _names(phrase: str) -> list[str]:
    """The bodies of which a phrase consists, blanks between them; none where it holds other words."""
    if is_body_name(close(phrase)) and not is_body_name(phrase.split()[0]):
        return [close(phrase)]
    words = phrase.split()
    return words if all(is_body_name(word) for word in words) else []


def delivered(head: Iterable[str]) -> tuple[date | None, str]:
    """When and before whom a report was given; the line may be broken inside the name of the congress.

    >>> delivered(("——2026年1月27日在湖北省第十四届人民代表大会第四次会议上",))
    (datetime.date(2026, 1, 27), '湖北省第十四届人民代表大会第四次会议上')
    """
    lines = list(head)
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        for words in (line, line + below):
            if match := _DELIVERED.search(fold(words)):
                return day_of(match[1]), close(match[2])
    return None, ""


def day_below_title(head: Iterable[str]) -> date | None:
    """A day in brackets on a line of its own (（2026年1月27日）), as it stands under a title."""
    for line in head:
        if line[0] in "(（" and (only := _ONLY_DAY.fullmatch(fold(line))):
            return day_of(only[1])
    return None
