"""Offices of nature reserves, called by the reserve: 青湖国家级自然保护区管理局, 十二连山省级自然保护区管护局."""

from __future__ import annotations

import re
from collections.abc import Iterator

from baobiao.extract.organisations.endings import SOFT
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import Name

_OFFICE = re.compile(
    r"(?:国家|[省市县]|自治区|自治州)级(?:\w{2,8}类?型?)?自然保护区"
    "(?:管理局|管护局|管理处|管护处|管理中心|管护中心|管理所|管理委员会|管委会)"
)
_THERE_IS = re.compile("[另还下]?[有设辖]")
_LONGEST, _SHORTEST = 10, 2


def reserve_offices(text: str, words: list[Word]) -> Iterator[Name]:
    """The offices of reserves; the reserve's name goes back to the mark, verb or joint before it.

    An ending inside it bounds nothing: the 庭 of 东洞庭湖.
    """
    for match in _OFFICE.finditer(text):
        start = match.start()
        for word in reversed([word for word in words if word.start < match.start()]):
            inside = word.start < start <= word.end and match.start() - word.start <= _LONGEST
            if word.kind in ("stop", "class") or word.text in SOFT or not inside:
                break
            start = word.start
        led = _THERE_IS.match(text, start, match.start())  # 另有 + 十八连山省级自然保护区管护局
        start = led.end() if led else start
        if match.start() - start >= _SHORTEST:
            body = text[start : match.end()]
            yield Name(start, match.end(), "institution", "reserve", body=body)
