"""Names of figures that can be read without their table, put together from the headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from baobiao.characters import fold
from baobiao.extract.indicators.cells.headings import Heading
from baobiao.extract.indicators.phrases import join
from baobiao.extract.indicators.trimming import balance

# A heading that is a measure follows the row's words directly (小麦产量); another is the part of it
# that a column shows, in brackets: 罚款（本级）.
_MEASURE = re.compile(
    r"(?:数|数量|额|金额|量|率|值|面积|人口|GDP|人次|批次|件次|户次|余额|限额|收入|支出|比重|占比|费|费用|标准|价格|里程|长度|投资"
    r"|经费|资金|总计|合计|得分|成本|利润|税|水平|指数|构成|结余|预算|决算|比例|贡献|规模|速度|产能|库存)(?:\(.+\))?$|^完成|^占"
)
# One that says by itself what it measures needs no heading around it.
_WHOLE = re.compile(r"(?<=\w\w)(?:费|费用|收入|支出|经费|税|增加值|产值|余额|结余)(?:\(.+\))?$")
_SIDE = re.compile(r"(?:本年)?(?:收入|支出|资产|负债|净资产|来源|运用|去向)类?(?:情况|部分)?")
# Where money comes from, which a side of the table makes 收入 or 支出.
_STAGE = re.compile("年初|年中|全年|调整后?")
# A measure that does not say what it measures: 余额 of a table of debts.
_BARE = re.compile("余额|限额|金额|总额|数量|面积|产量|产值|人数|次数|件数|宗数|投资额?|个数|户数")
_SOURCE = re.compile(r"(?:预算|财政|资金|专户)\w{0,6}拨款$")
_SURROUNDS = re.compile(r"情况$|^按.{1,8}分$|^分.{1,6}$")
# What an outer heading only adds to that of a column (行政许可实施数量: 申请数量).
_COUNTED = re.compile(r"(?<=..)(?:实施|办理|发生)?(?:数量|情况|总数|数)$")
_THIS_YEAR = re.compile(r"^本年度?(?=[支收])")
_WORD_OF_TOTAL = re.compile(r"合计|总计|小计")
_CAPTION = (
    re.compile(
        r"^\s*(?:附件?|续)?\s*(?:表\s*[\d一二三四五六七八九十]+(?:[-—.]\d+)*[:：、.\s]*|附表[\d:：、\s]*)"
    ),
    re.compile(
        r"(?:19|20)\d\d\s*年?度?(?:\d{1,2}(?:[-—~至]\d{1,2})?月份?|上半年|[一二三四]季度|末)?"
    ),
    re.compile(r"[(（](?:单位|续)[^)）]*[)）]|[(（]\s*[)）]"),
    re.compile(
        r"^\s*(?:[各分]\S{0,2}?(?:[省市县区州]|地区|单位|部门|乡镇)(?:[(（][^)）]*[)）])?)(?=..)"
    ),
    re.compile(r"分(?:地区|省市?|市县?|县|单位|部门)"),
    re.compile(r"表\s*$"),
    re.compile(r"(?:决算|预算|收支|情况|统计|汇总|总|明细|一览|分析|分类)*\s*$"),
)


@dataclass(frozen=True, slots=True)
class Composed:
    """A name, wordings under which a dictionary may have it, and its role among its neighbours."""

    name: str
    wordings: tuple[str, ...]
    role: str


def compose(
    row: Sequence[Heading],
    column: Sequence[Heading],
    *,
    caption: str = "",
    many: bool = False,
    whose: bool = False,
) -> Composed:
    """The name of the figure under a column's headings and beside a row's; "" where they name
    nothing. ``many`` says that the columns differ, so that 数量 and 金额 tell them apart; ``whose`` that
    the rows are places or offices, so that the caption must say what is counted where no column does.
    """
    many = many and not any(h.change for h in column)
    beside = _inward([h for h in row if h.words])
    sides = [h for h in column if h.words and (many or not h.vague)]
    side = _side(sides, column)
    if side:
        sides = [h for h in sides if not h.vague and not (beside and h.words == side)]
    stage = "".join(h.stage for h in column if h.status == "target")
    if stage:  # 年初 and 调整 below 预算数
        stage = "".join(h.words for h in sides if _STAGE.fullmatch(h.words)) + stage
        sides = [h for h in sides if not _STAGE.fullmatch(h.words)]
    above = _upward(sides)
    label, shown = leaf(row), leaf(column)
    row_total = bool(label and label.role == "total" and not label.words)
    column_total = bool(shown and shown.role == "total")
    role = "total" if column_total or (label and label.role == "total") else ""
    if not role and any(h.role == "part" for h in (*row, *column)):
        role = "part"
    if whose and beside and not above and not row_total:
        above = topic(caption)
    if row_total:
        subject, word, wordings = _total(beside, above, column, caption)
    else:
        above = _THIS_YEAR.sub("", above) if beside else above
        if side and _SOURCE.search(fold(beside)):
            beside += re.sub("本年|类|情况|部分", "", side)
        subject, wordings = _joined(beside, above)
        if label and not above and len(label.words) > 3:
            wordings += (label.words, "".join([h.words for h in row if h.words][-2:]))
        wordings += tuple(f"{beside}本年{above}" for h in sides if h.said.startswith("本年"))
        word = ""
        if shown and column_total and not subject:
            subject, word = topic(caption), "总计"
        elif shown and column_total and shown.words and not beside:
            word = _WORD_OF_TOTAL.findall(shown.said)[-1]
        elif column_total and not is_whole(above):
            word = "（总计）"
            if subject.endswith("）") and above and not beside.endswith("）"):
                subject, word = subject.removesuffix("）"), "总计）"
    if stage:
        subject, *others = (join(name, stage) for name in (subject, *wordings))
        wordings = tuple(others)
    return Composed(subject + word, _wordings((subject + word, *wordings, subject)), role)


def _wordings(names: Sequence[str]) -> tuple[str, ...]:
    """The names, and shorter ones under which a dictionary may have them: without 财政拨款 before, 合计 or
    数量 behind.
    """
    shorter = [re.sub(r"^(?:一般公共预算)?财政拨款(?![支收])", "", name) for name in names]
    parts = [
        re.sub(ending, "", name)
        for ending in (r"(?<=..)(?:合计|总计)$", r"(?<=数)量$", r"(?<=..)数量$")
        for name in (*names, *shorter)
    ]
    return tuple(dict.fromkeys((*names, *shorter, *parts)))


def leaf(headings: Sequence[Heading]) -> Heading | None:
    """The innermost heading that says more than the plan, the year or the unit."""
    return next((h for h in reversed(headings) if h.words or h.role), None)


def topic(caption: str) -> str:
    """What a table is about: its caption without number, year and 情况表.

    >>> topic("表3 2024年行政处罚实施情况统计表")
    '行政处罚实施'
    """
    told = ""
    for pattern in _CAPTION:
        caption = pattern.sub("", caption)
        left = re.sub(r"\s", "", caption)
        told = left if re.search(r"[\u4e00-\u9fff]{2}", left) else told
    return balance(told) if re.search(r"[\u4e00-\u9fff]{2}", told) else ""


def is_whole(words: str) -> bool:
    """Whether a row's words can stand without the row above that they are a part of.

    >>> is_whole("税收收入"), is_whole("女性")
    (True, False)
    """
    return bool(_WHOLE.search(fold(words)))


def _total(
    beside: str, above: str, column: Sequence[Heading], caption: str
) -> tuple[str, str, tuple[str, ...]]:
    """What a row of totals adds up (what the column shows, else what the table is about), the word
    for it, and other wordings.
    """
    about = topic(caption)
    subject = _joined(beside, above)[0] or about
    if _BARE.fullmatch(subject) and not about.endswith(subject):
        subject = about + subject
    written = _WORD_OF_TOTAL.search(column[-1].said) if column and above else None
    word = written.group() if written else "总计"
    return subject, word, (f"{subject}合计",)


def _joined(beside: str, above: str) -> tuple[str, tuple[str, ...]]:
    """Row and column as one name, and the two just put together."""
    if not beside or not above or above in beside:
        return beside or above, ()
    if beside in above:
        return above, ()
    flows = ("收入", "支出")
    alike = beside[-2:] == above[-2:] or (beside.endswith(flows) and above.endswith(flows))
    if _MEASURE.search(fold(above)) and not alike:
        return _put(beside, above), (beside + above,)
    return f"{beside}（{above}）", ()


def _inward(headings: Sequence[Heading]) -> str:
    """The words beside a figure, those around others before them: 行政处罚 警告 → 行政处罚警告."""
    name = ""
    for heading in headings:
        words = heading.words
        if not name or is_whole(words) or name in words:
            name = words
        elif words not in name:
            outer = "" if _SURROUNDS.search(name) or _SIDE.fullmatch(name) else name
            name = _put(outer, words) if outer else words
    return name


def _upward(headings: Sequence[Heading]) -> str:
    """The words above a figure: an outer measure with the part that an inner column shows."""
    name = ""
    for heading in headings:
        words = heading.words
        if not name or is_whole(words) or name in words or _SURROUNDS.search(name):
            name = words
        elif words not in name:
            measured = _MEASURE.search(fold(name)) and not _MEASURE.search(fold(words))
            if _SIDE.fullmatch(name):
                name = _put(words, name)
                continue
            outer = name if measured else _COUNTED.sub("", name)
            name = f"{name}（{words}）" if measured else _put(outer, words)
    return name


def _side(named: Sequence[Heading], column: Sequence[Heading]) -> str:
    """Which half of a table a column stands in: 收入 above 决算数; "" where 收入 is what it counts."""
    levels = [h for h in column if not h.change]
    halves = (h for h in named if _SIDE.fullmatch(h.words) and h is not levels[-1])
    return next((h.words for h in halves), "")


def _put(subject: str, own: str) -> str:
    """Two headings as one name; words that they share at the seam stand once."""
    return subject + own if own.startswith("其") else join(subject, own)
