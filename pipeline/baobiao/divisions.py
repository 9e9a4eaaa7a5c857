"""Administrative divisions: what lies in what, and where the name of a body says that it stands.

The list is ``dictionaries/divisions.csv``: province, prefecture and county, with the years in which a name was
in force. Zones that are no division by law but are governed like one (平潭综合实验区, 雄安新区, 君山片区) and
townships are read from the wording of a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from baobiao.lexicon import Division, Lexicon

_NATION = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西"
    "|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克"
    "|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
_SHORT = re.compile(
    rf"(.{{2,}}?)(?:(?:(?:{_NATION})族?)*自治[区州县旗]|特别行政区|地区|林区|特区|新区|[省市县区盟旗])"
)
_ZONE = re.compile(
    r"([\u4e00-\u9fff]{0,6}?(?:综合实验区|综合试验区|经济技术开发区|高新技术产业开发区|产业开发区|经济开发区"
    r"|自由贸易试验区|自由贸易港|高新区|经开区|开发区|示范区|合作区|管理区|新区))"
)
_AREA = re.compile(r"([\u4e00-\u9fff]{1,5}?(?:片区|街道|镇(?!乡)|乡|苏木))")
_LEVELS = {"省级": "province", "地级": "prefecture", "县级": "county"}
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")


@dataclass(frozen=True, slots=True)
class Region:
    """A place by full names, from the province down; "" where it is unknown or the place ends above.

    ``zone`` is a zone that stands in for a county (平潭综合实验区), ``area`` a township or part of a zone.
    """

    province: str = ""
    prefecture: str = ""
    county: str = ""
    zone: str = ""
    area: str = ""

    @property
    def deepest(self) -> str:
        """The name of the place itself."""
        return self.area or self.zone or self.county or self.prefecture or self.province

    @property
    def title(self) -> str:
        """The place as the full name of a body has it: a district with its city, a county alone.

        >>> Region("广东省", "梅州市", "梅县区").title
        '梅州市梅县区'
        >>> Region("广东省", "梅州市", "大埔县").title
        '大埔县'
        """
        base = self.zone or self.county or self.prefecture or self.province
        if base == self.county and base.endswith("区"):
            base = (self.prefecture or self._municipality) + base
        return base + self.area

    @property
    def _municipality(self) -> str:
        return self.province if self.province in _MUNICIPALITIES else ""

    def at(self, letter: str) -> Region:
        """The part of this place that 省, 市, 区, 县 … mean in a report from here; an empty region if none.

        >>> Region("广东省", "梅州市", "梅县区").at("市").title
        '梅州市'
        """
        province = replace(self, prefecture="", county="", zone="", area="")
        prefecture = replace(self, county="", zone="", area="")
        county = replace(self, area="")
        if letter in ("省", "自治区"):
            return province if self.province.endswith(letter) else Region()
        if letter == "市":
            if self.county.endswith("市") and not self.zone:
                return county
            if self.prefecture.endswith("市"):
                return prefecture
            return province if self._municipality else Region()
        if letter in ("州", "盟", "地区"):
            return prefecture if self.prefecture.endswith(letter) else Region()
        if letter in ("区", "新区", "实验区", "试验区", "县", "旗"):
            own = self.zone or self.county
            return county if own.endswith(letter) else Region()
        if letter in ("镇", "乡", "街道", "片区"):
            return self if self.area.endswith(letter) else Region()
        return Region()


NOWHERE = Region()


class Divisions:
    """The index of all divisions by full and by short name."""

    def __init__(self, rows: tuple[Division, ...]) -> None:
        self._named: dict[str, list[Division]] = defaultdict(list)
        self._coded: dict[str, list[Division]] = defaultdict(list)
        self._short: dict[str, list[Division]] = defaultdict(list)
        for row in rows:
            self._named[row.name].append(row)
            self._coded[row.code].append(row)
            self._short[short_name(row.name)].append(row)
        self._longest = max(map(len, self._named), default=0)
        self._upper = frozenset(
            name
            for name, found in self._short.items()
            if any(row.level != "县级" and not row.valid_to for row in found)
        )
        self._near: dict[tuple[str, str], frozenset[str]] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """All full names, present and past."""
        return tuple(self._named)

    def upper_short_names(self) -> frozenset[str]:
        """Short names of the provinces and prefectures of today: 福建, 梅州."""
        return self._upper

    def short_names_of_today(self) -> frozenset[str]:
        """Short names of all divisions of today."""
        return frozenset(
            name for name, rows in self._short.items() if any(not row.valid_to for row in rows)
        )

    def county_short_names(self, region: Region) -> frozenset[str]:
        """Short names of the counties around a place: those of its prefecture, else of its province.

        Elsewhere in the country the same two characters are mostly a common word (合作, 振兴, 公安).
        """
        home = (region.province, region.prefecture)
        if home not in self._near:
            self._near[home] = frozenset(
                short_name(row.name)
                for rows in self._named.values()
                for row in rows
                if row.level == "县级" and region.province and self._is_near(row, region)
            )
        return self._near[home]

    def _is_near(self, row: Division, region: Region) -> bool:
        place = self._region_of(row)
        return place.province == region.province and (
            not region.prefecture or place.prefecture == region.prefecture
        )

    def named(self, name: str, year: int | None = None, within: Region | None = None) -> Region:
        """The place with this full or short name; parts that the name leaves open stay empty.

        ``within`` and ``year`` choose between places of one name (朝阳区 of 北京市 or of 长春市).
        """
        rows = self._named.get(name, [])
        if not rows or (year is not None and not any(_valid(row, year) for row in rows)):
            # 梅县 in a report of 2024 is 梅县区: the county of that name is gone.
            rows = self._short.get(name) or self._autonomous(name) or rows
            # 长沙 is the city before the county of that name, but for who stands in the county.
            if within is None or not within.county:
                cities = [row for row in rows if row.level == "地级"]
                rows = [row for row in cities if not year or _valid(row, year)] or rows
        places = [(row, self._region_of(row, year)) for row in rows]
        if within is not None and within != NOWHERE:
            places = [(row, place) for row, place in places if _lies_in(place, within)] or places
        in_force = [(row, place) for row, place in places if year is not None and _valid(row, year)]
        now = [(row, place) for row, place in places if not row.valid_to]
        places = in_force or now or places
        if not places:
            return NOWHERE
        upper = {place.province for _, place in places}
        row, place = places[-1]
        if len(upper) > 1:
            return Region(**{_LEVELS[row.level]: row.name})
        if len({place.prefecture for _, place in places}) > 1:
            return replace(place, prefecture="")
        return place

    def _autonomous(self, name: str) -> list[Division]:
        """The autonomous divisions that a name leaves the peoples out of: 昌吉州 is 昌吉回族自治州."""
        rows = self._short.get(name[:-1], [])
        return [row for row in rows if row.name.endswith("自治" + name[-1:]) and row.name != name]

    def locate(self, name: str, year: int | None = None) -> tuple[Region, int]:
        """The place with which a body's name begins, and how many characters of the name it takes."""
        region, used = NOWHERE, 0
        while found := self._division_at(name, used, region, year):
            region, used = found
        zone = _ZONE.match(name, used)
        if zone and not region.zone:
            stem = next(
                (zone.group()[:n] for n in (4, 3, 2) if zone.group()[:n] in self._short), ""
            )
            if stem and region == NOWHERE:
                # The place is that of a city's zone, not of one that has its county's name.
                base = self.named(stem, year)
                region = Region(base.province, "" if base.county else base.prefecture)
            region, used = replace(region, county="", zone=zone.group()), zone.end()
        area = _AREA.match(name, used)
        # At the very beginning only a government tells a township from a word that ends like one.
        if area and (used or name[area.end() :].startswith(("人民政府", "政府", "办事处"))):
            region, used = replace(region, area=area.group()), area.end()
        return region, used

    def _division_at(
        self, name: str, used: int, region: Region, year: int | None
    ) -> tuple[Region, int] | None:
        for length in range(min(self._longest, len(name) - used), 1, -1):
            word = name[used : used + length]
            if word in self._named or (word[-1] in "州县旗" and self._autonomous(word)):
                place = self.named(word, year, region)
                if region == NOWHERE or _lies_in(place, region):
                    return place, used + length
        if used == 0:  # 福建省 may be left to its short name: 福建平潭县…
            for length in (3, 2):
                if name[:length] in self.upper_short_names():
                    place = self.named(name[:length], year)
                    if self._division_at(name, length, place, year):
                        return place, length
        return None

    def _region_of(self, row: Division, year: int | None = None) -> Region:
        parts = {_LEVELS[row.level]: row.name}
        parent = row.parent_code
        while parent:
            rows = self._coded.get(parent, [])
            above = next((r for r in rows if year is not None and _valid(r, year)), None)
            above = above or (rows[-1] if rows else None)
            if above is None:
                break
            parts[_LEVELS[above.level]] = above.name
            parent = above.parent_code
        return Region(**parts)


_INDEXES: dict[str, Divisions] = {}


def divisions(lexicon: Lexicon) -> Divisions:
    """The index of the lexicon's divisions, built at first use and kept."""
    if lexicon.digest not in _INDEXES:
        _INDEXES[lexicon.digest] = Divisions(lexicon.divisions)
    return _INDEXES[lexicon.digest]


def short_name(name: str) -> str:
    """A division's name without its class, where at least two characters are left.

    >>> short_name("黔东南苗族侗族自治州"), short_name("梅县区"), short_name("梅县")
    ('黔东南', '梅县', '梅县')
    """
    match = _SHORT.fullmatch(name)
    return match.group(1) if match else name


def _valid(row: Division, year: int) -> bool:
    return (not row.valid_from or int(row.valid_from) <= year) and (
        not row.valid_to or year <= int(row.valid_to)
    )


def _lies_in(place: Region, region: Region) -> bool:
    return (
        (not region.province or place.province == region.province)
        and (not region.prefecture or place.prefecture == region.prefecture)
        and (not region.county or place.county == region.county)
    )
