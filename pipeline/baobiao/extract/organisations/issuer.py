"""The office that reports, and what its name tells: where it stands, what its system is, what is its own."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from baobiao.divisions import NOWHERE, Divisions, Region, short_name
from baobiao.extract.organisations.vocabulary import ZONES_IN_FULL

_HEADS = tuple(
    "分局 局 厅 管理委员会 管委会 委员会 委 办公室 法院 检察院 大学 学院 学校 中学 小学 医院 大队 支队 总队 派出所"
    " 中心 集团 公司 银行 支行 分行 人民政府 政府 街道办事处 协会 部 院 所 处 会".split()
)
_GOVERNMENT = re.compile(
    r"(?:人民政府|政府|管理委员会|管委会|街道办事处|行政公署)(?:办公[室厅])?$|国务院(?:办公厅)?$"
)
_OFFICE = re.compile(r"人民政府(?P<area>[\u4e00-\u9fff]{2,5}?(?:街道|镇|乡|地区))办事处$")
# A place that the list of divisions does not hold, by its form alone: 某某市, 某某市某某区, 某某县.
_UNLISTED = re.compile(
    r"(?!国家|中国|中华|中央|全国|最高)(?P<prefecture>[\u4e00-\u9fff]{2,4}?(?<![城都县地夜股])市(?![场政容民域辖区]))?"
    r"(?P<county>[\u4e00-\u9fff]{2,4}?(?<![社园城山辖景校牧灾老护发范作理新验])[县区旗](?!域))?"
)
_NAME_OF_ZONE = re.compile("[\u4e00-\u9fff]{2,3}?(?=综合|经济|高新|工业|新区)")
_ABOVE = ("国家税务总局", "国家统计局", "中国人民银行")
# Names of bodies of the state, which stand in no place.
_OF_STATE = re.compile(
    "^(?:国务院|国家|中国|中央|中共中央|全国|最高|中华)|(?:部|署|总局|委员会|银行|院|会)$"
)
# Places as an office of theirs, or a zone, has them: 青禾县人民政府, 云岚综合实验区.
_HOME = re.compile(
    "[\u4e00-\u9fff]{2}(?:综合实验区|综合试验区|新区)|[\u4e00-\u9fff]{2,3}(?:市|县|区|旗)(?=人民政府|政府|委|公安局|应急管理局)"
)
_OFTEN = 2
# The committee of a place above that stands before the own place: 中共福建省委 + 青岭新区工作委员会.
_OF_COMMITTEE = re.compile(
    r"^(?:中共)?(?P<place>[\u4e00-\u9fff]{2,8}?(?:省|自治区|市))委"
    r"(?=[\u4e00-\u9fff]{2,8}?(?:实验区|试验区|开发区|新区|高新区|片区)(?:工作|党工))"
    r"|^(?:中共)?(?P<province>[\u4e00-\u9fff]{2,8}?(?:省|自治区|市))委"
    r"(?=[\u4e00-\u9fff]{2,8}?(?:实验区|试验区|开发区|新区|高新区)[\u4e00-\u9fff]{2,14}党[组委]$)"
    r"|^中共(?=[\u4e00-\u9fff]{2,8}?(?:实验区|试验区|开发区|新区|高新区)(?:工作|党工))"
)
_BRANCH = re.compile(
    r"(?P<whole>.+?(?:局|厅|委员会|银行|公司|总队|支队))(?P<rest>[^局]{2,}分局|.{2,}(?:支行|分行|分公司))$"
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """The reporting office. ``system`` is its business without place and ending (公安), ``head`` the ending
    of its name, ``whole`` the office that it is a branch of (梅州市公安局 for its 梅县区分局)."""

    name: str = ""
    region: Region = NOWHERE
    system: str = ""
    head: str = ""
    whole: str = ""

    @property
    def is_government(self) -> bool:
        """Whether the issuer governs a place as a whole.

        >>> Issuer("甘肃省人民政府").is_government, Issuer("甘肃省财政厅").is_government
        (True, False)
        """
        return bool(_GOVERNMENT.search(self.name))

    @property
    def is_local(self) -> bool:
        """Whether the issuer is an office, or governs a county, a zone or less: what it calls by halves is its own.

        >>> Issuer("甘肃省人民政府", Region("甘肃省")).is_local, Issuer("甘肃省财政厅").is_local
        (False, True)
        """
        region = self.region
        return not self.is_government or bool(region.county or region.zone or region.area)

    @property
    def own_body(self) -> str:
        """The issuer's name without its place: 社会事业局."""
        title = self.region.title
        for place in (title, self.region.deepest):
            if place and place in self.name:
                return self.name.split(place, 1)[1]
        return self.name

    @property
    def places(self) -> frozenset[str]:
        """The names of the city, of the county and of the zone in which the issuer stands."""
        region = self.region
        return frozenset(
            filter(
                None,
                (
                    region.prefecture,
                    region.county,
                    region.zone,
                    self.county_of_zone,
                    *(short for short, full in ZONES_IN_FULL.items() if region.zone.endswith(full)),
                ),
            )
        )

    @property
    def county_of_zone(self) -> str:
        """The county that has the name of the issuer's zone, or would have it.

        >>> Issuer("平潭综合实验区社会事业局", Region("福建省", zone="平潭综合实验区")).county_of_zone
        '平潭县'
        """
        short = _NAME_OF_ZONE.match(self.region.zone)
        return f"{short.group()}县" if short else ""

    @property
    def short_names(self) -> frozenset[str]:
        """The issuer's township and county for short, as their posts and schools are called: 大坪 of 大坪镇.

        >>> Issuer("大坪镇人民政府", Region(area="大坪镇")).short_names
        frozenset({'大坪'})
        """
        short = re.sub("(?:片区|街道|新区|园区|镇|乡|地区)$", "", self.region.area)
        homes = {short} if 2 <= len(short) < len(self.region.area) else set()
        return frozenset(
            homes | ({short_name(self.region.county)} if self.region.county else set())
        )

    @property
    def is_national(self) -> bool:
        """Whether the issuer stands in no place because it is the state's: 国务院, 财政部, not 事故调查组."""
        return self.region == NOWHERE and bool(_OF_STATE.search(self.name))

    @property
    def is_placeless(self) -> bool:
        """Whether nothing tells where the issuer stands."""
        return self.region == NOWHERE and not self.is_national


def at_home(issuer: Issuer, text: str, places: Divisions, year: int | None) -> Issuer:
    """An issuer whose name tells no place, in the place that its report names most often, twice at least.

    >>> from baobiao.divisions import divisions
    >>> from baobiao.lexicon import load
    >>> text = "云岚综合实验区管委会成立事故调查组，云岚综合实验区安委会挂牌督办。"
    >>> at_home(Issuer("事故调查组"), text, divisions(load()), 2024).region.title
    '云岚综合实验区'
    """
    found = Counter(match.group() for match in _HOME.finditer(text))
    for name, count in found.most_common(3):
        region, used = places.locate(name, year)
        if count >= _OFTEN and used == len(name):
            return replace(issuer, region=region)
    return issuer


def read_issuer(name: str, places: Divisions, year: int | None = None, region: str = "") -> Issuer:
    """The issuer behind a name; ``region`` helps where the name says nothing of the place."""
    written = re.sub(r"\s", "", name)
    name = re.sub("^中共(?=.{2,}(?:党组|党委|党工委|委员会)$)", "", written)
    placed = _OF_COMMITTEE.sub(lambda found: found["place"] or found["province"] or "", name)
    where, used = places.locate(placed, year)
    used += len(name) - len(placed) if used else 0
    whole, rest = "", name[used:]
    if where == NOWHERE:
        where, used = _region_inside(name, places, year)
        if where == NOWHERE:
            above = next((above for above in _ABOVE if name.startswith(above)), "")
            where, used = _unlisted(name.removeprefix(above), NOWHERE)
            used += len(above) if used else 0
        rest = name[used:]
    office = _OFFICE.search(rest)
    if office:
        where = replace(where, area=office["area"])
    branch = _BRANCH.match(name)
    if branch:
        inner = _place_of_branch(branch["rest"], where, places, year)
        if inner != NOWHERE:
            where = inner
            whole, rest = branch["whole"], branch["whole"][used:]
    if where == NOWHERE and region:
        where, _ = places.locate(region, year)
    head = next((head for head in _HEADS if name.endswith(head)), "")
    ending = next((head for head in _HEADS if rest.endswith(head)), "")
    system = rest[: len(rest) - len(ending)] if ending else rest
    return Issuer(written, where, system, head, whole)


def _region_inside(name: str, places: Divisions, year: int | None) -> tuple[Region, int]:
    """The place in the middle of a name: 国家税务总局厦门市税务局; it takes all of the name up to its end."""
    for start in range(1 if name.startswith("团") else 2, len(name) - 2):
        where, used = places.locate(name[start:], year)
        if used and not name[start:].startswith(("中国", "国家")):
            return where, start + used
    return NOWHERE, 0


def _place_of_branch(rest: str, city: Region, places: Divisions, year: int | None) -> Region:
    """The district of a branch, in full or for short: 梅县区分局, 道里分局."""
    inner, used = places.locate(rest, year)
    if used:
        within = places.named(rest[:used], year, city)
        return within if within != NOWHERE else inner
    if places.named(city.prefecture) == NOWHERE:
        inner, used = _unlisted(rest, city)
        if used:
            return inner
    near = places.named(rest.removesuffix("分局"), year, city)
    same = (near.province, near.prefecture) == (city.province, city.prefecture)
    return near if near.county and same else NOWHERE


def _unlisted(name: str, within: Region) -> tuple[Region, int]:
    """The city and county that open a name by their form alone, and how many characters they take.

    >>> _unlisted("云岚市青禾区教育局", NOWHERE)[0].title
    '云岚市青禾区'
    >>> _unlisted("城市管理局", NOWHERE)[0].title
    ''
    """
    found = _UNLISTED.match(name)
    if found is None or not name.endswith(_HEADS) or found.end() == len(name):
        return NOWHERE, 0
    parts = {level: part for level, part in found.groupdict().items() if part}
    return replace(within, **parts), found.end()
