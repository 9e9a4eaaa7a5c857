"""有项无数。

Why: 一串“项目＋数字”里有一项没有数字，多半是填报时漏了。只在前后两项都以数字（同一个单位，或者都没有单位）收尾、
只隔一个逗号、这一项是同样的名称时才报。
Source: 统计法（统计资料应当真实、准确、完整）。
Bad:
    出生登记3351，死亡登记3375，恢复户口登记，户口注销193，迁出审批9468。
Bad:
    受理投诉320件，受理举报120件，受理咨询，受理建议36件，受理求助12件。
Good:
    出生登记3351，死亡登记3375，恢复户口登记12，户口注销193。
Good:
    破案12宗，刑事拘留5人，有力打击了违法犯罪，逮捕2人，直诉5人。
Good:
    抓获嫌疑人36名，追赃挽损，返还群众资金56万元，打掉团伙3个，破案12起。
Good:
    补打证件、办理身份证32674人，办理居住证932张。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.check.placing import finding
from baobiao.check.prose import matches
from baobiao.check.rule import Case
from baobiao.model import Finding

CODE = "BB216"
NAME = "有项无数"
SEVERITY = "error"

_UNIT = r"(?:多|余)?[十百千万亿]*[\u4e00-\u9fff]{0,2}(?:/[\u4e00-\u9fff])?"
_NAME = r"[\u4e00-\u9fff“”（）()、]{2,20}"
_VALUED = rf"{_NAME}\d[\d.,]*{_UNIT}"
_GAP = re.compile(
    rf"(?<![\u4e00-\u9fff]){_NAME}\d[\d.,]*(?P<unit>{_UNIT})，(?P<item>[\u4e00-\u9fff]{{3,9}})，"
    rf"(?={_NAME}\d[\d.,]*(?P=unit)[，。；、])"
)
# What a name of something counted does not hold: particles, judgements, results, times.
_NO_NAME = re.compile(
    r"[的了着过在为对将被把使让从由与和及并均都已未不是有无得以较比其该此各更最全]"
    r"|效|率|位居|排名|实现|确保|形成|保障|提升|提高|促进|推动|取得|达到|同比|增长|下降|明显|持续|进一步|累计|今年|去年|上年|年末|年底|分别|主要|包括|创"
)
_ALIKE = 2


def check(case: Case) -> Iterator[Finding]:
    """A bare name between items that all have their number."""
    for found in matches(case.draft, _GAP):
        item = found["item"]
        if _NO_NAME.search(item) or not _is_of_the_kind(case, found):
            continue
        yield finding(
            case.draft,
            found.span("item"),
            (CODE, SEVERITY),
            f"“{item}”没有数字，前后各项都有",
            "补上数字；没有发生的写“0”，不单列的删去",
        )


def _is_of_the_kind(case: Case, found: re.Match[str]) -> bool:
    """Whether at least four items with numbers stand around it in the sentence, and it begins or ends as one does."""
    text = case.draft.folded
    start = max(text.rfind(mark, 0, found.start()) for mark in "。；\n") + 1
    ends = [end for mark in "。；\n" if (end := text.find(mark, found.end())) >= 0]
    stretch = text[start : min(ends, default=len(text))]
    valued = re.findall(rf"(?:^|[，、])({_VALUED})(?=[，、。；]|$)", stretch)
    names = [re.split(r"\d", words)[0] for words in valued]
    item = found["item"]
    alike = any(
        name[-_ALIKE:] == item[-_ALIKE:] or name[:_ALIKE] == item[:_ALIKE] for name in names
    )
    verbs = all(len(name) >= len(item) - 2 for name in names)
    return len(valued) >= 3 and (alike or (verbs and len(valued) >= 4))
