"""Who issued a report, by full name, and the place that the body governs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from baobiao.characters import fold
from baobiao.divisions import Divisions, Region
from baobiao.elements.marks import ORGANISATION_END, Signature, close, is_body_name
from baobiao.elements.page import Page

_YEAR = r"(?:(?:19|20)\d\d ?年度?|[一二][零九][一二三四五六七八九零]{2}年度?)"
_BEFORE_TITLE = re.compile(
    rf"^(?:{_YEAR})?([\u4e00-\u9fff()]{{2,40}}?)(?={_YEAR}|关于|(?:国民经济|政府工作|政府信息|法治|依法|部门|政务|财政|统计|工作))"
)
_SPEAKER = re.compile(
    r"(?:^|\n|会议上)([\u4e00-\u9fff]{0,20}?(?:国务院|人民政府|[省市县区旗盟州]|自治[区州县旗]))(?:副?总理|省长|市长|区长|县长|旗长|州长|盟长|主席|代省长|代市长)"
)
_ON_BEHALF = re.compile(
    r"我(?:受|代表)([\u4e00-\u9fff]{2,20}?(?:国务院|政府|管委会|委员会))(?:的委托)?[，,向]?"
)
_STATE = re.compile(
    r"我(?:代表|受)国务院|国务院(?:代|副)?总理|\n总理|在第[一二三四五六七八九十]+届全国人民代表大会"
)
_CONGRESS = re.compile(r"^([\u4e00-\u9fff]{2,16}?)(?:第?[一二三四五六七八九十]+届)")
_CONGRESS_OF = re.compile(
    r"([\u4e00-\u9fff]{2,12}(?:省|市|自治[区州县旗]|区|县|州|盟|旗))(?=第?[一二三四五六七八九十]+届人民代表大会)"
)
_SOURCE = re.compile(
    r"(?:来\s*源|发布机构|发文机关|发文单位|编制单位|单位名称)\s*[：:]\s*([\u4e00-\u9fff()]{3,40})"
)
_COMPILED = re.compile(
    r"本(?:年度)?报告(?:系)?由([\u4e00-\u9fff()]{3,40}?)(?:根据|按照|编制|负责|撰写|组织)"
)
_ABOUT_SELF = re.compile(
    rf"(?:^|年，?|现将|度，?)([\u4e00-\u9fff()]{{3,30}}?(?:分局|{ORGANISATION_END}))(?=在|坚持|以|认真|深入|全面|按照|根据|严格|始终|切实|紧紧|高度|积极|持续|结合|(?:19|20)\d\d)"
)
_HOST = re.compile(r"主办单位\s*[：:]\s*([\u4e00-\u9fff()]{3,30})")
_MEDIA = re.compile("日报|新华|晚报|电视|通讯社|网$|记者|融媒|发布$")
_ZONE = re.compile("(?:实验区|试验区|开发区|示范区|合作区|管理区|新区|高新区|经开区)$")
_BRANCH = re.compile(r"[局委处院所部厅]([\u4e00-\u9fff]{1,7}[区县市旗])分局$")
_BARE = re.compile(r"^(?:我|本)?(省|市|区|县|州|盟|旗|自治区)(?=(?:人民)?政府)")
_STATE_COUNCIL = "国务院"


def issuer_of(
    page: Page, title: str, report_type: str, signed: Signature, congress: str, places: Divisions
) -> str:
    """The issuer by full name: signature, name above the title, title, who is spoken for, speaker; "" if untold."""
    spoken = _spoken(page)
    if _STATE.search(spoken) and "政府工作" in title + spoken:
        return _STATE_COUNCIL
    place = _place(page, title, congress, places)
    for name in _candidates(page, title, signed):
        full = _full_name(name, place, places)
        if full:
            return full
    if place == Region() and (match := _CONGRESS_OF.match(congress)) and "工作报告" in title:
        return match[1] + "人民政府"  # a place that the list of divisions does not know
    return _by_type(page, title, report_type, place)


def region_of(issuer: str, metadata: Mapping[str, str], year: int | None, places: Divisions) -> str:
    """The place that the issuer governs: 梅州市梅县区, 湖北省; "" for the state and where it is unknown.

    What the catalogue says goes first, unless the issuer's name only says it more exactly.
    """
    found = _located(issuer, year, places)
    given = metadata.get("region", "")
    if not given:
        return found.title
    inside = given in (found.province, found.prefecture, found.county, found.zone)
    return found.title if inside else given


def _located(name: str, year: int | None, places: Divisions) -> Region:
    region, _ = places.locate(name, year)
    branch = _BRANCH.search(name)
    if branch and region.prefecture and not region.county:
        inner, _ = places.locate(region.prefecture + branch[1], year)
        return inner if inner.county else region
    return region


def _spoken(page: Page) -> str:
    return "\n".join(close(line) for line in page.head) + "\n" + page.opening[:400]


def _candidates(page: Page, title: str, signed: Signature) -> Iterator[str]:
    """Names that may be the issuer's, the surest first."""
    yield signed.name
    for line in page.head:
        if is_body_name(close(line)):
            yield close(line)
    if match := _BEFORE_TITLE.search(fold(title)):
        name = title[match.start(1) : match.end(1)]
        if is_body_name(name):
            yield name
    spoken = _spoken(page)
    for pattern in (_COMPILED, _ON_BEHALF, _SPEAKER):
        if match := pattern.search(spoken):
            name = match[1]
            yield name if pattern is not _SPEAKER or name.endswith("政府") else name + "人民政府"
    for line in (*page.head, *page.tail):
        if (
            (match := _SOURCE.search(fold(line)))
            and not _MEDIA.search(match[1])
            and is_body_name(match[1])
        ):
            yield match[1]
    if match := _ABOUT_SELF.search(fold(page.opening[:120])):
        yield match[1]


def _place(page: Page, title: str, congress: str, places: Divisions) -> Region:
    """The place that the title names, or before whose congress the report was given."""
    words = re.sub(rf"^{_YEAR}", "", fold(title))
    found, _ = places.locate(words)
    if found == Region() and (match := _CONGRESS.match(congress)):
        found, _ = places.locate(match[1])
    if found == Region() and (match := _SPEAKER.search(_spoken(page))):
        found, _ = places.locate(match[1])
    return found


def _full_name(name: str, place: Region, places: Divisions) -> str:
    """The name with its place in front; "" where the name is too bare to tell whose it is."""
    if not name:
        return ""
    if bare := _BARE.match(name):
        at = place.at(bare[1]).title or (place.title if bare[1] in place.title[-4:] else "")
        return (
            at + name[bare.end() :].replace("政府", "人民政府", 1 - name.count("人民"))
            if at
            else ""
        )
    region, used = places.locate(name)
    if region != Region():
        return region.title + name[used:]
    return name if not re.match("(?:各|全|有关|本|我)", name) else ""


def _by_type(page: Page, title: str, report_type: str, place: Region) -> str:
    """The body that reports of a type come from, where the report names only the place (2026年湖北省政府工作报告)."""
    if place == Region():
        return ""
    kind = report_type + title
    if "统计公报" in kind:
        return place.title + "统计局"
    if "政府工作报告" in kind or "政府信息公开" in kind or "法治政府" in kind:
        zone = bool(_ZONE.search(place.zone)) and not place.area
        if zone:
            return place.title + ("管委会" if "管委会" in page.opening else "管理委员会")
        return place.title + "人民政府" if not place.area or place.area[-1] in "镇乡" else ""
    return ""
