"""The tables of the yearly report on open government information, whose rows and columns a form
prescribes (国办公开办函〔2021〕30号; before it 国办公开办函〔2019〕60号).

A page may lose the merged cells of the form; its wording tells every row and column all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from baobiao.characters import fold
from baobiao.extract.indicators.cells.paths import Placed

_SPACE = re.compile(r"\s+")
APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他组织", "总计")
"""The columns of the second table, as names call them; 其他 is one of 法人或其他组织."""

_RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
_ROUTES = ("未经复议直接起诉", "复议后起诉")
_REQUESTS = "政府信息公开申请"
# Words that tell a row -> its name. A row's last words decide: a group's label may stand before it.
_ROWS = (
    ("本年新收", f"新收{_REQUESTS}"),
    ("上年结转", f"上年结转{_REQUESTS}"),
    ("予以公开", "予以公开"),
    ("部分公开", "部分公开"),
    ("不予公开", "不予公开"),
    ("属于国家秘密", "不予公开属于国家秘密"),
    ("其他法律行政", "不予公开其他法律行政法规禁止公开"),
    ("危及“三安全一稳定”", "不予公开危及“三安全一稳定”"),
    ("保护第三方合法权益", "不予公开保护第三方合法权益"),
    ("属于三类内部事务信息", "不予公开属于三类内部事务信息"),
    ("属于四类过程性信息", "不予公开属于四类过程性信息"),
    ("属于行政执法案卷", "不予公开属于行政执法案卷"),
    ("属于行政查询事项", "不予公开属于行政查询事项"),
    ("无法提供", "无法提供"),
    ("本机关不掌握", "无法提供本机关不掌握相关政府信息"),
    ("没有现成信息", "无法提供没有现成信息需要另行制作"),
    ("补正后申请内容仍不明确", "无法提供补正后申请内容仍不明确"),
    ("不予处理", "不予处理"),
    ("信访举报投诉", "不予处理信访举报投诉类申请"),
    ("重复申请", "不予处理重复申请"),
    ("要求提供公开出版物", "不予处理要求提供公开出版物"),
    ("大量反复申请", "不予处理无正当理由大量反复申请"),
    ("确认或重新出具", "不予处理要求行政机关确认或重新出具已获取信息"),
    ("其他处理", "其他处理"),
    ("无正当理由逾期不补正", "其他处理申请人无正当理由逾期不补正"),
    ("逾期未按收费通知", "其他处理申请人逾期未按收费通知要求缴纳费用"),
    ("总计", f"{_REQUESTS}办理结果总计"),
    ("结转下年", "结转下年度继续办理"),
)
_OTHER = re.compile(r"(?:^|\d[.、]|处理)其他$")
_ALONE = ("本年新收", "上年结转", "结转下年")
_ACTIVE = ("制发件数", "废止件数", "现行有效件数", "处理决定数量")
_CONTESTED = re.compile("行政复议|行政诉讼|直接起诉|复议后起诉")


@dataclass(frozen=True, slots=True)
class Disclosed:
    """A figure of the form: its name, other wordings that a dictionary may have, and whether it is
    a total.
    """

    name: str
    wordings: tuple[str, ...]
    total: bool


class Disclosure:
    """The forms among a table's figures; every other table has none.

    ``about`` says that the report or the section is about open government information: 结果维持
    and 结果纠正 stand in other reports, too.
    """

    def __init__(self, places: Sequence[Placed], caption: str, *, about: bool) -> None:
        above = {plain(word) for place in places for word in place.above}
        rows = {_row(plain("".join(place.beside))) for place in places}
        self.requests = len({row for row in rows if row and not row.endswith("总计")}) >= 2
        self.reviews = about and not self.requests and above >= set(_RESULTS[:4])
        self.active = about and any(word.endswith(_ACTIVE) for word in above)
        self._caption = plain(caption)
        self._rows: dict[int, list[Placed]] = {}
        for place in places:
            self._rows.setdefault(place.cell.row, []).append(place)

    @property
    def counts_items(self) -> bool:
        """Whether figures without a unit are 件: the form counts nothing else but fees in 万元."""
        return self.requests or self.reviews or self.active

    def find(self, place: Placed) -> Disclosed | None:
        """The form's name of a figure; None where the table is no such form or the row is foreign."""
        if self.requests:
            return self._request(place)
        return self._review(place) if self.reviews else None

    def _request(self, place: Placed) -> Disclosed | None:
        row = _row(plain("".join(place.beside)))
        applicant = self._applicant(place)
        if not row or not applicant:
            return None
        total = applicant == "总计"
        if total and row.endswith("总计"):
            return Disclosed(row, (row,), True)
        name = row if _REQUESTS in row else _REQUESTS + row
        wordings: tuple[str, ...] = (row, name) if total else ()
        if row.startswith("新收") and applicant == "自然人":
            wordings = (f"自然人{_REQUESTS}",)
        return Disclosed(f"{name}（{applicant}）", wordings, total or row.endswith("总计"))

    def _applicant(self, place: Placed) -> str:
        """Whose requests a column counts; by its place among the seven where the headings are lost."""
        if applicant := _applicant(place):
            return applicant
        row = self._rows[place.cell.row]
        if len(row) != len(APPLICANTS) or any(map(_applicant, row)):
            return ""
        return APPLICANTS[row.index(place)]

    def _review(self, place: Placed) -> Disclosed | None:
        words = [plain(word) for word in (*place.above, *place.beside)]
        result = next((word for word in reversed(words) if word in _RESULTS), "")
        said = next(filter(_CONTESTED.search, ("".join(words), self._caption)), "")
        route = next((way for way in _ROUTES if way in said), "")
        kinds = set(re.findall("行政复议|行政诉讼", said))
        if not result or not (route or len(kinds) == 1):
            return None
        subject = f"行政诉讼（{route}）" if route else kinds.pop()
        name = f"政府信息公开{subject}{result}"
        total = result == "总计"
        return Disclosed(name, (name, name.removesuffix("总计")) if total else (name,), total)


def _applicant(place: Placed) -> str:
    leaf = plain(place.above[-1]) if place.above else ""
    leaf = {"其他": "其他组织", "合计": "总计"}.get(leaf, leaf)
    return leaf if leaf in APPLICANTS else ""


def _row(words: str) -> str:
    """The name of the form's row that a label ends with; "" for none. The rows that stand by
    themselves go first: no other row's label belongs in theirs.
    """
    if _OTHER.search(words):
        return "其他处理其他"
    if alone := next((name for key, name in _ROWS if key in _ALONE and key in words), ""):
        return alone
    told = ((words.rfind(key), name) for key, name in _ROWS)
    return max(((place, name) for place, name in told if place >= 0), default=(0, ""))[1]


def plain(text: str) -> str:
    """Words without white space, in half width."""
    return _SPACE.sub("", fold(text))
