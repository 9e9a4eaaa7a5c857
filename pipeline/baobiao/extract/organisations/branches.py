"""Branches that are named by the body they belong to and by where they are or what they do: 协和医院平潭院区,
居然之家海拉尔店, 崖州湾国家实验室油菜试验基地."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from baobiao.extract.organisations.ending_kinds import UNIVERSITIES
from baobiao.extract.organisations.joining import Word
from baobiao.extract.organisations.stems import BUSINESS, PLACES, Name

_ENDINGS = {
    "enterprise": re.compile("旗舰店|分店|店|工厂|基地|研究院|院(?![士校长])"),
    "hospital": re.compile("院区|分院|中心"),
    "bank": re.compile("(?:交易|服务|运营|数据|研发|结算)?中心(?![城区带])"),
    "other": re.compile("(?:项目|合作){0,2}办公室|代表处|办事处"),
    "association": re.compile("代表处|办事处|分会"),
    "government": re.compile("办事处|联络处|代表处"),
    "media": re.compile("分社|记者站|支社"),
    "department": re.compile("基地|分中心|分院|所(?![属有在需长])"),
    "institution": re.compile(
        "基地|(?:创新|研究|科创|交易|服务|运营|分)?中心(?![城区带])|分馆|分院|创新平台|所(?![属有在需长谓])|院区|院(?![士校长所])"
    ),
    "school": re.compile("(?:创新|研究|科创)中心|分院|分校|创新平台|研究院(?!所)|研究生院|创新院"),
}
# A post of an office by a township that no list holds: 市场监督管理局青岭所.
_POST = re.compile("所(?![属有在需长谓得以])")
_RESIDENCE = {
    "government": re.compile("驻[\u4e00-\u9fff]{1,5}?(?:办事处|联络处)"),
    "department": re.compile("驻[\u4e00-\u9fff]{1,5}?(?:特派员办事处|特派办|专员办事处|专员办)"),
}
_SIDE = re.compile("[东南西北]院区?(?![士校长])")
_COURTYARD = re.compile("[东南西北]院区")
_FIELDS = (
    "institution",
    "school",
    "hospital",
    "bank",
)  # they have branches by their field, too: 油菜试验基地, 农科院信息所
_CAMPUS = re.compile("校区|学校")
_LANDS = ("中国",)
_CAMPUS_BY_NAME = re.compile("(?P<name>(?![新老主])[\u4e00-\u9fff]{2,4})校区")
_HOUSE = re.compile("(?![和与及等的])(?P<place>[\u4e00-\u9fff]{2,6}?)(?P<ending>分馆|馆)")
_ATTACHED = ("附中", "附小", "附属中学", "附属小学", "附属学校")
_INSTITUTE = re.compile("(?P<field>[\u4e00-\u9fff]{2,14}?)(?:研究所|研究院|植物园|天文台)")
_WITH_OTHERS = ("等", "与", "和", "及", "联合", "合作", "共建", "院士", "所属", "下属", "专家")
_JOINTS = ("与", "和")
_SEAT = re.compile("本部|(?:综合)?门诊部|第[一二三四五六七八九十]{1,2}(?:分园|分校|院区)")
_WITH_SEATS = ("school", "hospital")
_MEMBERS = re.compile(
    "(?:机关|在职)?(?:离退休|退休|老)?(?:干部)?(?:职工|教工|教职工|学生|流动党员|居民)?(?:第[一二三四五六七八九十]{1,2})?"
    "(?:联合)?(?P<ending>党支部|党总支)"
)
_PARTY_IN_PLACE = re.compile(
    "(?P<party>民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|政协|人大)(?P<place>[\u4e00-\u9fff]{0,6}?)"
    "(?P<level>[省市区县])?(?P<part>(?<=[省市区县])委会|(?<=[省市区县])委|委员会|支部|总支|支社|工委)(?![员托派会])"
)
_COMMITTEE_OF_TOWN = re.compile(
    "中共(?P<place>(?:[\u4e00-\u9fff]{2,8}?(?:省|市|县|区))*[\u4e00-\u9fff]{2,4}?(?:乡|镇|街道))(?P<body>委员会|工作委员会)"
)
_AID = re.compile(
    "[省市区]?援[藏疆青川黔滇渝桂甘宁](?:干部)?(?:工作组|工作队|前方指挥部|指挥部)(?:[\u4e00-\u9fff]{2}(?:小组|分组|分队))?"
)
_FORCES = {
    "公安": ("分局",),
    "交警": ("支队", "大队", "中队"),
    "消防": ("支队", "大队"),
    **dict.fromkeys(("邮政", "移动", "电信", "联通", "铁塔"), ("分公司",)),
}
_LONGEST = 4


def branches(text: str, words: Sequence[Word], names: Sequence[Name]) -> Iterator[Name]:
    """Each found name that a place (or a field) and the ending of a branch follow, as one name with them."""
    at = {word.start: index for index, word in enumerate(words)}
    parts = {name.start: name for name in names}
    for name in names:
        if name.kind not in _ENDINGS or name.end not in at:
            continue
        part = parts.get(name.end)
        same = part is not None and part.kind == name.kind
        attached = name.kind == "school" and name.body.endswith(_ATTACHED)
        if part is not None and same and (name.kind == "enterprise" or attached):
            # 福建省电力有限公司 + 青山供电公司, 师大附中 + 青岭实验学校
            yield _with(text, name, part.end)
            continue
        seat = _SEAT.match(text, name.end) if name.kind in _WITH_SEATS else None
        if seat:  # 协和医院本部, 区幼儿园第一分园
            yield _with(text, name, seat.end())
            continue
        residence = _RESIDENCE.get(name.kind)
        sits = residence.match(text, name.end) if residence else None
        if sits:
            yield _with(text, name, sits.end())  # 县政府 + 驻京办事处, 审计署 + 驻广州特派员办事处
            continue
        index = at[name.end]
        if (
            name.kind == "school"
            and name.body.endswith(_ATTACHED)
            and text.endswith(UNIVERSITIES, 0, name.start)
        ):
            university = next(word for word in UNIVERSITIES if text.endswith(word, 0, name.start))
            yield _with(text, replace(name, start=name.start - len(university)), name.end)
            continue  # 师大 + 青岭附中
        institute = (
            _INSTITUTE.match(text, name.end)
            if name.body.endswith("科院") or text.endswith("科学院", name.start, name.end)
            else None
        )
        if institute and not institute["field"].startswith(_WITH_OTHERS):
            yield _with(text, name, institute.end())  # 中国科学院近代物理研究所
            continue
        house = _HOUSE.match(text, name.end) if name.body.endswith("馆") else None
        placed = words[index].kind in PLACES
        if house and (
            house["ending"] == "分馆" or (placed and words[index].end == house.end("place"))
        ):
            yield _with(text, name, house.end())  # 考古博物馆青礁头分馆, 图书馆青岭馆
            continue
        campus = _CAMPUS_BY_NAME.match(text, name.end) if name.kind == "school" else None
        if campus and _is_proper(words[index : index + _LONGEST], campus.end("name")):
            yield _with(text, name, campus.end())
            continue
        end = _end_of_branch(text, words[index : index + _LONGEST + 1], name) or _end_of_post(
            text, words[index], name
        )
        if end:  # 平潭分院 is part of 平潭分院服务中心
            yield _with(text, name, max(end, part.end if part is not None else 0))


def party_branches(text: str, words: Sequence[Word], names: Sequence[Name]) -> Iterator[Name]:
    """Party branches that are called by their community or body and by who is in them:
    红旗社区退休职工第二党支部. A branch without members in its name is read like any part of a body."""
    for word in words:
        community = word.kind == "place" and word.text.endswith("社区")
        if community and (found := _MEMBERS.match(text, word.end)):
            body = text[word.start : found.end()]
            yield Name(word.start, found.end(), "party", "party_branch", body=body)
    for name in names:
        found = _MEMBERS.match(text, name.end)
        if found and found.start("ending") > name.end and name.kind != "party":
            body = text[name.end : found.end()]
            yield Name(name.start, found.end(), "party", "part_of_whole", body=body, whole=name)


def forces_in_places(words: Sequence[Word]) -> Iterator[Name]:
    """The police's and the fire brigade's forces, and the carriers' branches, with their place in the middle:
    交警广陵大队, 公安广陵分局, 邮政江门分公司."""
    for force, place, ending in zip(words, words[1:], words[2:], strict=False):
        joined = force.end == place.start and place.end == ending.start
        if joined and place.kind in PLACES and ending.text in _FORCES.get(force.text, ()):
            span, body = (force.start, ending.end), force.text + ending.text
            if ending.text == "分公司":
                body = force.text + place.text + ending.text
                yield Name(*span, "enterprise", "proper_name", body=body)
            else:
                yield Name(*span, "department", "force_in_place", place=place.text, body=body)


def aid_teams(text: str, words: Sequence[Word]) -> Iterator[Name]:
    """The teams that a place has sent to help another: 浙江援川工作组屏山小组, 上海援疆前方指挥部."""
    for place in words:
        sent = _AID.match(text, place.end) if place.kind in PLACES else None
        if sent:
            body = place.text + sent.group()
            yield Name(place.start, sent.end(), "team", "proper_name", body=body)


def parties_in_places(text: str, words: Sequence[Word]) -> Iterator[Name]:
    """Parts of the democratic parties, of 政协 and of 人大 behind their names: 民革青岭支部, 民盟市委, 政协区工委."""
    for match in _COMMITTEE_OF_TOWN.finditer(text):
        body = "党工委" if match["body"].startswith("工作") else "党委"
        yield Name(*match.span(), "party", "place_body", place=match["place"], body=body)
    places = {(word.start, word.end) for word in words if word.kind in PLACES}
    for match in _PARTY_IN_PLACE.finditer(text):
        placed = not match["place"] or match.span("place") in places
        named = match["place"] or match["level"]
        if placed and named:
            kind = "congress" if match["party"] in ("政协", "人大") else "party"
            yield Name(match.start(), match.end(), kind, "party_branch", body=match.group())


def _is_proper(words: Sequence[Word], end: int) -> bool:
    """Whether the words up to ``end`` are no common ones: 旗山校区, not 智慧校区."""
    return all(word.kind in (*PLACES, "letter", "gap") for word in words if word.start < end)


def _with(text: str, name: Name, end: int) -> Name:
    """The name that goes on to ``end``; where it has its place from the report, it keeps it."""
    if name.letter or name.place:
        return replace(name, end=end, body=name.body + text[name.end : end])
    return Name(name.start, end, name.kind, "branch_of_place", body=text[name.start : end])


def _end_of_post(text: str, word: Word, name: Name) -> int:
    """Where the post of an office ends that the next word names; 0 where it names none."""
    office = name.kind == "department" and name.body.endswith("局")
    if not office or word.kind != "gap" or len(word.text) != 2:
        return 0
    post = _POST.match(text, word.end)
    return post.end() if post else 0


def _end_of_branch(text: str, words: Sequence[Word], name: Name) -> int:
    """Where the branch ends that the words after a name make; 0 where they make none. A hospital has branches by
    the side of the town, too: 省人民医院南院, and a museum may have a courtyard there: 博物院北院区."""
    end, placed = name.end, False
    by_field = name.kind in _FIELDS or name.body.endswith("院")
    for word in words:
        sides = _SIDE if name.kind == "hospital" else _COURTYARD
        side = sides.match(text, end) if not placed else None
        if side:
            return side.end()
        campus = _CAMPUS.match(text, end) if name.kind == "school" and placed else None
        if campus:
            return campus.end()
        if (placed or by_field) and (found := _ENDINGS[name.kind].match(text, end)):
            return found.end() if end >= name.end + 2 else 0
        land = word.kind in PLACES or word.text in _LANDS
        joint = word.text in _JOINTS and end > name.end  # 科技成果与知识产权交易中心
        joint = joint or (word.text == "区域" and by_field)  # 国际化区域创新中心
        if word.start != end or not (land or joint or word.kind in (*BUSINESS, "gap")):
            return 0
        if not placed and not land and not by_field:
            return 0
        end, placed = word.end, placed or land or not by_field
    return 0
