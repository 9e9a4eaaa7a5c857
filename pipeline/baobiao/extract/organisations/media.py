"""News sites that are called by their place: 青岭网 in the report of the media that run it (elsewhere a site is where
something is published, as a wall or a page is); and the houses of newspapers: 《青岭日报》社."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from baobiao.extract.organisations.issuer import Issuer
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import Name

_HOUSE = re.compile(
    "《(?P<paper>[\u4e00-\u9fff]{1,10}(?:报|刊|杂志|画报))》(?:杂志|报)?社(?![会区员])"
)
_MEDIA = ("传媒", "新闻", "宣传", "融媒", "广播", "广电", "报社")


def local_sites(words: Sequence[Word], issuer: Issuer) -> Iterator[Name]:
    """The sites in the words of a report by media; 青岭网络 is another word."""
    if not any(business in issuer.name for business in _MEDIA):
        return
    for place, site in pairwise(words):
        if place.kind == "short" and site.text in ("网", "新闻网") and site.start == place.end:
            body = place.text + site.text
            yield Name(place.start, site.end, "media", "local_site", body=body)


def newspaper_houses(text: str) -> Iterator[Name]:
    """The houses of newspapers and magazines whose titles stand in marks: 《青岭日报》社."""
    for match in _HOUSE.finditer(text):
        yield Name(*match.span(), "media", "proper_name", body=match["paper"] + "社")
