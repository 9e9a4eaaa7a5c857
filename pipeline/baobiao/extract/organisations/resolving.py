"""A name as the report writes it → the full name of the body, seen from the office that reports."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from baobiao.divisions import NOWHERE, Divisions, Region
from baobiao.extract.organisations.bodies import full_name, party_part
from baobiao.extract.organisations.ending_kinds import OWN_OFFICES
from baobiao.extract.organisations.issuer import Issuer
from baobiao.extract.organisations.lexing import Vocabulary
from baobiao.extract.organisations.stems import Name
from baobiao.extract.organisations.vocabulary import KINDS_OF_ZONES, ZONES, ZONES_IN_FULL

# Units that have no name without the office that they belong to.
_UNITS = (
    "稽查局",
    "处",
    "科",
    "股",
    "室",
    "司",
    "党委",
    "党组",
    "党支部",
    *OWN_OFFICES,
    "领导小组",
    "工作专班",
    "专班",
)
# The force of an office that enforces: 执法大队. One with a business of its own is a body beside it.
_FORCE = re.compile(r"(?:综合)?(?:行政)?(?:执法监察|执法稽查|执法|监察|稽查)(?:大队|支队|中队|队)")
LEAST_LIKENESS = 0.4
_RANKS = {
    "省": 1,
    "自治区": 1,
    "市": 2,
    "州": 2,
    "盟": 2,
    "县": 3,
    "区": 3,
    "旗": 3,
    "镇": 4,
    "乡": 4,
}
_CLASSES_OF_PLACES = "省市区县州盟旗镇乡道"
# Services of the state that are called by a place and belong to none: 厦门海关, 浙江海事局.
_NATIONAL_SERVICES = re.compile(
    "(?:海关|海事局|调查总队|银保监组|监管组|海事法院|互联网法院|知识产权法院|金融法院)$|^铁路"
)
# The year since which the offices of the 国家税务总局 have its name before theirs.
_OF_TAX = 2018
# Offices inside a court or a procuratorate; 农业农村局 is none.
_OF_COURTS = re.compile("(?:执行|反贪|反贪污贿赂|反渎职侵权|反渎|法警|政治)局$")
_OUTSIDE_COURTS = ("hospital", "school", "enterprise", "association", "media")
_POLICY_BANKS = ("国家开发银行", "中国农业发展银行", "中国进出口银行")
# What a township has of its own; other offices without a place are the county's.
_OF_TOWNS = ("领导小组", "专班", "指挥部", "办", "中队", "理论学习中心组")
# So long is what no other body is called: 五角场街道办事处 in the report of 上海市杨浦区五角场街道办事处.
_LONG_ENOUGH = 7
_TOWNSHIP = re.compile("[^县区市省州]{2,4}(?:镇|乡|街道)")
_TERM = re.compile(r"^第?[一二三四五六七八九十]{1,3}届")
_STATE = ("government", "department", "court", "procuratorate", "congress", "party")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A full name; ``base`` is the beginning that it shares with the other bodies of its place or office,
    ``place`` that of the place."""

    name: str
    base: str = ""
    place: str = ""


class Resolver:
    """Resolves the names of one report."""

    def __init__(self, issuer: Issuer, vocabulary: Vocabulary, year: int | None) -> None:
        self._issuer = issuer
        self._vocabulary = vocabulary
        self._places: Divisions = vocabulary.places
        self._year = year

    def resolve(self, name: Name, text: str) -> Resolved | None:
        """The full name behind a name; None where it names no body that the report lets one tell."""
        written = text[name.start : name.end]
        own = written == self._issuer.name or (
            len(written) >= _LONG_ENOUGH and self._issuer.name.endswith(written)
        )
        own = own and not self._issuer.is_national
        if own or name.rule in ("self_reference", "issuer_name", "self"):
            return Resolved(self._issuer.name, place=self._issuer.region.title)
        if name.rule == "resident_inspectors":
            issuer = self._issuer
            return Resolved(issuer.name + name.body, issuer.name, issuer.region.title)
        if name.rule == "defined_short_name" and name.whole is not None:
            return self.resolve(name.whole, text)
        if name.rule == "own_place":
            return self._government(name.letter)
        if name.rule == "force_in_place":
            return self._force(name)
        if name.rule == "level_office":
            return self._level_office(name)
        if name.whole is not None:
            return self._part(name, text)
        if name.rule == "known_name":
            return Resolved(self._known(name))
        if name.letter:
            return self._of_letter(name)
        if name.place:
            return self._of_place(name)
        if name.rule in ("bare_body", "bare_peer", "local_company"):
            return self._bare(name)
        if name.rule == "local_post" and (self._is_own_post(name) or self._branch(name)):
            return Resolved(self._issuer.name + name.body, self._issuer.name)
        home = self._issuer.region
        local = name.rule == "local_post" and bool(home.county) and not home.zone
        if local and _TOWNSHIP.match(name.body):  # 靠山街道办事处 of the county that reports
            return Resolved(replace(home, area="").title + name.body)
        district = home.county if home.county.endswith("区") and not home.zone else ""
        run = name.kind in ("media", "institution", "hospital")
        if district and run and name.body.startswith(district):
            rest = name.body.removeprefix(district)  # 津南区广播电视台 is that of 天津市津南区
            return Resolved(replace(home, area="").title + rest)
        return Resolved(name.body)

    def _is_own_post(self, name: Name) -> bool:
        """Whether a post belongs to the issuer: all of the police's, 第一税务所 of a 税务局."""
        system = self._issuer.system
        market = system == "市场监督管理" and "市场监管" in name.body
        court = self._issuer.name.endswith("法院") and name.body.endswith("法庭")
        return system == "公安" or market or court or (len(system) > 1 and system in name.body)

    def _branch(self, name: Name) -> bool:
        """Whether a 分局 of some place is one of the issuer's own: 沙河口分局 of 大连市公安局."""
        branch = name.body.endswith("分局") and self._issuer.head == "局"
        return branch and not self._issuer.is_government

    def _known(self, name: Name) -> str:
        # A brand may be the group, its listed company or a branch: it stays what the report calls it.
        full = self._vocabulary.known[name.body].name
        if name.kind in ("enterprise", "bank") and full not in _POLICY_BANKS:
            return name.body
        return full

    def _government(self, letter: str) -> Resolved | None:
        place = self._issuer.region.at(letter)
        if place == NOWHERE:
            return None
        if self._issuer.is_government and place == self._issuer.region:
            return Resolved(self._issuer.name)
        if place.area:
            return Resolved(self._issuer.name)
        return Resolved(place.title + ("管委会" if place.zone else "人民政府"))

    def _level_office(self, name: Name) -> Resolved | None:
        """市局 and 省厅 are the offices of the issuer's own line of business."""
        place = self._issuer.region.at(name.letter)
        if place == NOWHERE or not self._issuer.system or self._issuer.is_government:
            return None
        if place == self._issuer.region:
            return Resolved(self._issuer.name)
        full = place.title + self._issuer.system + name.body
        return self._of_tax(full) or Resolved(full, place.title, place.title)

    def _of_tax(self, full: str) -> Resolved | None:
        """A tax office by its full name since 2018, which has that of the 国家税务总局 before it."""
        since = (self._year or _OF_TAX) >= _OF_TAX
        return Resolved("国家税务总局" + full) if since and full.endswith("税务局") else None

    def _part(self, name: Name, text: str) -> Resolved | None:
        assert name.whole is not None
        own = self._issuer.region
        bare = name.whole.rule in ("bare_body", "listed_body")
        of_city = name.rule == "branch" and bare and bool(own.prefecture)
        if of_city and name.place and own.county.startswith(name.place):
            branch = name.whole.body + name.place + name.body  # 自然资源和规划局开福分局
            return Resolved(own.prefecture + branch, own.prefecture, own.prefecture)
        whole = self.resolve(name.whole, text)
        if whole is None:
            return None
        rest = text[name.whole.end : name.end]
        if name.whole.rule == "known_name" and (name.kind == "bank" or name.whole.body == "人行"):
            bank = self._vocabulary.known[name.whole.body].name  # 农行屏山支行
            return Resolved(bank.removesuffix("股份有限公司") + rest)
        if name.kind in ("bank", "enterprise", "school", "hospital"):
            written = text[name.start : name.end]
            letter = name.whole.letter if whole.place else ""  # 县供销社烟花爆竹有限公司
            return Resolved(whole.place * bool(letter) + written.removeprefix(letter))
        if whole.name.startswith("中共") and whole.name.endswith("委员会"):
            return Resolved(party_part(whole.name, name.body), whole.name, whole.place)
        short = name.body.startswith("安委会") or name.whole.kind == "government"
        body = full_name(NOWHERE, "", name.body) if short else name.body
        return Resolved(whole.name + name.place + body, whole.name, whole.place)

    def _of_letter(self, name: Name) -> Resolved | None:
        if not self._issuer.name or self._issuer.is_placeless:
            return Resolved(name.letter + name.body)
        place = self._issuer.region.at(name.letter)
        if place == NOWHERE and name.letter == "县":
            place = self._county_of_zone()
        if place != NOWHERE:
            return self._placed(place, name)
        # Above the issuer there is such a body, though its place is not known here; below it is a class.
        above = _RANKS.get(name.letter, 9) <= self._rank
        return Resolved(name.letter + name.body) if above else None

    def _county_of_zone(self) -> Region:
        """The county that has the name of the issuer's zone: 平潭县 of 平潭综合实验区."""
        county = self._issuer.county_of_zone
        found = self._places.named(county, self._year, self._issuer.region) if county else NOWHERE
        return found if found.county == county else NOWHERE

    @property
    def _rank(self) -> int:
        region = self._issuer.region
        parts = (region.area, region.zone or region.county, region.prefecture, region.province)
        return next((rank for rank, part in zip((4, 3, 2, 1), parts, strict=True) if part), 0)

    def _force(self, name: Name) -> Resolved:
        """A force of the city that its place names: 交警广陵大队 is 扬州市公安局交警支队广陵大队."""
        force, ending = name.body[:2], name.body[2:]
        upper = {"大队": "支队", "中队": "大队", "支队": "总队"}.get(ending, "")
        whole = {"公安": "公安局", "交警": "公安局交警", "消防": "消防救援"}[force] + upper
        city = self._issuer.region.prefecture or self._issuer.region.province
        return Resolved(city + whole + name.place + ending, city, city)

    def _of_place(self, name: Name) -> Resolved | None:
        own = self._issuer.region
        bare = name.place.removeprefix("中共")
        if bare in self._issuer.places or self._places.named(bare, self._year) != NOWHERE:
            name = replace(name, place=bare)  # full names of Party bodies bring their own
        if name.body[0] == "州" and self._places.named(name.place + "州", self._year) != NOWHERE:
            name = replace(name, place=name.place + "州", body=name.body[1:])  # 红河 + 州委
        if name.body == "生态环境局" and self._places.locate(name.place, self._year)[0].county:
            found = self._places.locate(name.place, self._year)[0]
            if found.prefecture and name.place.startswith(found.prefecture):
                return Resolved(name.place + name.body)  # 泸州市泸县生态环境局 is the city's
        if name.body in ("省委", "市委", "县委") and name.place.endswith(name.body[0]):
            name = replace(name, body="委")  # 随县县委
        if name.body == "分局" and self._branch(name):
            return Resolved(
                self._issuer.name + name.place + name.body, self._issuer.name, own.title
            )
        national = name.kind not in _STATE or bool(_NATIONAL_SERVICES.search(name.body))
        short = len(name.place) < 3 or name.place[-1:] not in _CLASSES_OF_PLACES  # 广州 is no 州
        police = self._issuer.system == "公安" and not self._issuer.is_government
        if police and short and name.body == "派出所":
            return Resolved(self._issuer.name + name.place + name.body, self._issuer.name)
        environment = short and name.body == "生态环境局" and own.prefecture
        if environment and not self._places.locate(name.place, self._year)[1]:
            return Resolved(own.prefecture + name.place + name.body)  # 徐州市鼓楼生态环境局
        if national and short:
            return Resolved(name.place + name.body)  # 吉林日报, 甘肃高等研究院
        if short and name.body.startswith("街道"):  # 福田街道办事处 is that of a quarter
            quarter = replace(name, place=name.place + "街道", body=name.body.removeprefix("街道"))
            return self._of_zone(quarter)
        if short and name.body.startswith("仲裁委"):  # by the city's short name: 重庆仲裁委员会
            return Resolved(name.place + "仲裁委员会")
        city = replace(own, county="", zone="", area="")
        for known in (own, replace(own, area=""), city):
            zone = name.place.endswith("实验区") and is_subsequence(name.place, known.deepest)
            zone = zone or (known.deepest == known.zone != "" and known.zone[:2] == name.place)
            if known.deepest and (known.deepest.endswith(name.place) or zone):
                return self._placed(known, name)
        place, used = self._places.locate(name.place, self._year)
        if used < len(name.place):
            place = self._places.named(name.place, self._year, own)
        if place == NOWHERE:
            return self._of_zone(name)
        if not place.province or (place.county and not place.prefecture):
            nearer = self._places.named(name.place, self._year, city)
            place = nearer if nearer.province else place  # 上海市浦东新区 has no prefecture
        if not place.province:
            return self._of_zone(name)
        return self._placed(place, name)

    def _of_zone(self, name: Name) -> Resolved:
        """A body of a place that no list holds; 高新区 alone and 市高新区 are those of the issuer's city."""
        zone = name.place
        level = self._issuer.region.at(zone[0])
        own = self._issuer.region.zone
        if own and zone in ZONES_IN_FULL and own.endswith(ZONES_IN_FULL[zone]):
            zone = own  # 经开区 in the report of an 经济技术开发区
        elif zone in ZONES and not own:
            zone = replace(self._issuer.region, area="").title + zone
        elif level != NOWHERE and zone.endswith(KINDS_OF_ZONES) and not own:
            zone = replace(level, area="").title + zone[1:]
        elif _TOWNSHIP.fullmatch(zone) and self._issuer.region.county and not own:
            zone = replace(self._issuer.region, area="").title + zone  # a township of the county
        return Resolved(full_name(NOWHERE, zone, name.body), zone)

    def _placed(self, place: Region, name: Name) -> Resolved:
        issuer = self._issuer
        if place.title == issuer.region.title and self._is_issuer(name.body):
            return Resolved(issuer.name)
        tax = self._of_tax(place.title + name.body) if name.body == "税务局" else None
        if tax is not None:
            return tax
        full = full_name(place, place.title, _TERM.sub("", name.body))
        return Resolved(full, place.title, place.title)

    def _is_issuer(self, body: str) -> bool:
        """Whether a body of the issuer's place is the issuer, in full or for short: 执法应急局."""
        issuer = self._issuer
        if issuer.head == "分局" and issuer.whole:
            return body in ("分局", issuer.system + "分局", issuer.system + "局")
        own = issuer.own_body
        abbreviated = body[:1] == own[:1] and len(body) >= 3  # 城管局 of 城市管理局
        return (
            body == own
            or full_name(issuer.region, "", body) == own
            or (own.endswith(body) and len(body) >= 3 and len(body) * 2 >= len(own))  # 执法局
            or (
                (abbreviated or len(body) >= max(4, LEAST_LIKENESS * len(own)))
                and body[-1] == own[-1:]
                and is_subsequence(body, own)
            )
        )

    def _bare(self, name: Name) -> Resolved | None:
        issuer = self._issuer
        if not issuer.name or issuer.is_national:
            return Resolved(name.body)
        if self._is_issuer(name.body):
            return Resolved(issuer.name)
        for own_body in (issuer.region.deepest[-1:] + issuer.own_body, issuer.own_body):
            part = name.body.removeprefix(own_body)
            if len(own_body) > 2 and part not in ("", name.body):  # 县民政局普法领导小组
                return Resolved(issuer.name + part, issuer.name, issuer.region.title)
        if (
            name.rule == "bare_peer"
            and name.body in ("管委会", "管理委员会", "党工委")
            and not issuer.region.zone
        ):
            return None  # of which zone, the report does not say
        office = not issuer.is_government and name.rule != "bare_peer"
        unit = name.kind == "internal_unit" or name.body.endswith(_UNITS)
        unit = unit and name.kind != "enterprise"  # 国资公司 is no 司
        # These are bodies of the place, no 处 inside an office.
        managed = name.body.endswith(("管理处", "服务处", "办事处"))
        court = issuer.name.endswith(("法院", "检察院"))
        if len(issuer.head) == 1 and name.body.startswith(issuer.head) and len(name.body) > 4:
            name = replace(name, body=name.body[1:])  # 局安全工作领导小组
        if name.body.endswith("系统党委"):
            return self._placed(replace(issuer.region, area=""), name)
        own = bool((name.body.endswith(_UNITS) and not managed) or _FORCE.fullmatch(name.body))
        own = own or name.body.startswith(("党委", "党组", "机关党"))
        own = own or name.body.endswith("理论学习中心组")
        inside = own or issuer.system == "公安"
        court = court and name.kind not in _OUTSIDE_COURTS
        court = court and (not name.body.endswith("局") or bool(_OF_COURTS.search(name.body)))
        if office and (court or (unit and inside)):
            return Resolved(issuer.name + name.body, issuer.name, issuer.region.title)
        if issuer.region.area and name.body.endswith("办公室"):
            return Resolved(issuer.name + name.body, issuer.name, issuer.region.title)
        level = issuer.region.deepest[-1:]
        if level and name.body.startswith((level + "政府", level + "政务", level + "委")):
            name = replace(name, body=name.body.removeprefix(level))  # 成立区政府信息公开领导小组
        town = issuer.region.area.endswith(("镇", "乡", "街道"))
        own = town and name.body.endswith(_OF_TOWNS)  # 党政办, 法治建设工作领导小组
        place = issuer.region if own else replace(issuer.region, area="")
        if name.body.endswith("厅") and place.province:
            place = Region(place.province)  # 厅 are offices of a province only
        if re.fullmatch("[一二三四五]中法?院", name.body) and issuer.region.at("市") != NOWHERE:
            place = issuer.region.at("市")  # courts of a city have numbers
        if place == NOWHERE or (name.body.endswith(("处", "科", "股")) and not managed):
            return Resolved(name.body)  # which department's, the report leaves open
        return self._placed(place, name)


def is_subsequence(short: str, long: str) -> bool:
    """Whether all characters of ``short`` stand in ``long`` in the same order.

    >>> is_subsequence("执法应急局", "综合执法与应急管理局")
    True
    """
    rest = iter(long)
    return all(character in rest for character in short)
