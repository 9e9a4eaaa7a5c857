"""The bodies that issue reports: one row each, under other names and after renames; like with like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from baobiao.compare.observations import Report
from baobiao.divisions import NOWHERE, Divisions, Region, divisions, short_name
from baobiao.lexicon import Division, Lexicon

_BRANCH = re.compile(r"(?P<body>.+?[局院部])(?P<place>[\u4e00-\u9fff]{2,8}?)分局")
# A place that the list of divisions does not have, before what the body is.
_PLACE = re.compile(
    r"(?!国家|中国|中华|全国|国务院|最高)(?P<place>[\u4e00-\u9fff]{1,8}?(?P<letter>自治区|街道|[省市县区旗镇乡]))(?=..)"
)
_FIELDS = {
    **dict.fromkeys(("省", "自治区"), "province"),
    "市": "prefecture",
    **dict.fromkeys("县区旗", "county"),
    **dict.fromkeys(("镇", "乡", "街道"), "area"),
}
_FORMS = (
    (re.compile(r"管委会"), "管理委员会"),
    (re.compile(r"(?<!人民)政府(?=$|办)"), "人民政府"),
    (re.compile(r"^中华人民共和国"), ""),
    (re.compile(r"办公厅$"), "办公室"),
)
# Bodies that the reforms of 2013, 2018 and 2023 (机构改革方案) renamed or let another take over whole.
_SUCCESSORS = {
    "国土资源": "自然资源",
    "环境保护": "生态环境",
    "卫生和计划生育": "卫生健康",
    "人口和计划生育": "卫生健康",
    "安全生产监督管理": "应急管理",
    "工商行政管理": "市场监督管理",
    "质量技术监督": "市场监督管理",
    "农牧业": "农牧",
    "旅游发展": "文化和旅游",
    "扶贫开发": "乡村振兴",
    "金融工作": "地方金融管理",
    "地方金融监督管理": "地方金融管理",
}
_SHORT = {
    "发改委": "发展和改革委员会",
    "发展改革委": "发展和改革委员会",
    "人社": "人力资源和社会保障",
    "住建": "住房和城乡建设",
    "卫健": "卫生健康",
    "市监局": "市场监督管理局",
    "文旅": "文化和旅游",
    "工信": "工业和信息化",
    "农业农村委": "农业农村",
    "生态环境保护": "生态环境",
}
LEVELS = {
    "": "国家级",
    "province": "省级",
    "prefecture": "地级",
    "county": "县级",
    "zone": "功能区",
    "area": "乡级",
}
_GOVERNMENTS = re.compile(r"(?:国务院|人民政府|管理委员会)$")


@dataclass(frozen=True, slots=True)
class Body:
    """A body over all its years. ``name`` is the one of its latest report, ``kind`` is what it is everywhere
    (人民政府, 公安局), ``level`` where it stands; ``group`` says with whom it is compared."""

    name: str
    kind: str
    level: str
    region: str
    names: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """Bodies of one kind and level are alike.

        >>> Body("梅县区公安局", "公安局", "县级", "广东省梅州市梅县区").group
        '县级公安局'
        """
        return self.level + self.kind

    @property
    def national(self) -> bool:
        """Whether it speaks of the whole country."""
        return self.level == LEVELS[""]


def resolve(
    reports: Iterable[Report], lexicon: Lexicon, decided: Mapping[str, str]
) -> dict[str, Body]:
    """The body of every report, by ``document_id``; a report without an issuer stands for itself.

    ``decided`` says which names a person holds for one body.
    """
    index, places = divisions(lexicon), _Places(lexicon.divisions)
    full = {word: row.name for row in lexicon.organisations for word in row.aliases}
    found: dict[tuple[str, ...], list[Report]] = {}
    seen: dict[tuple[str, ...], tuple[str, Region]] = {}
    for report in reports:
        name = decided.get(report.issuer, report.issuer) or f"（未写明发布单位）{report.source}"
        name = full.get(name, name)
        kind, region = _parts(name, report, index)
        kind, region = _modern(kind), places.present(region)
        key = (kind, *_spelled(region))
        seen.setdefault(key, (kind, region))
        found.setdefault(key, []).append(report)
    bodies: dict[str, Body] = {}
    for key, own in found.items():
        kind, region = seen[key]
        ordered = sorted(own, key=lambda r: (r.year or 0, len(r.issuer), r.source))
        names = tuple(dict.fromkeys(r.issuer for r in ordered if r.issuer))
        latest = names[-1] if names else f"（未写明发布单位）{own[0].source}"
        name = decided.get(latest, latest)
        body = Body(name, kind, _level(region), "".join(dict.fromkeys(_spelled(region))), names)
        bodies |= {report.document_id: body for report in own}
    return bodies


def _parts(name: str, report: Report, index: Divisions) -> tuple[str, Region]:
    """What a body is and where: 梅州市公安局梅县区分局 is the 公安局 of 梅县区."""
    region, used = index.locate(name, report.year)
    kind = name[used:] or name
    if region == NOWHERE and report.region:
        region, _ = index.locate(report.region, report.year)
    if region == NOWHERE and (place := _PLACE.match(name)):
        field = _FIELDS[place["letter"]]
        region, kind = Region(**{field: place["place"]}), name[place.end() :]
    if branch := _BRANCH.fullmatch(kind):
        inner = index.named(branch["place"], report.year, within=region)
        if inner != NOWHERE:
            return branch["body"], inner
    return kind, region


def _modern(kind: str) -> str:
    for pattern, form in _FORMS:
        kind = pattern.sub(form, kind)
    for table in (_SHORT, _SUCCESSORS):
        for old, new in table.items():
            kind = kind.replace(old, new) if new not in kind else kind
    return kind


def _spelled(region: Region) -> tuple[str, ...]:
    return region.province, region.prefecture, region.county, region.zone, region.area


def _level(region: Region) -> str:
    deepest = next(
        (
            name
            for name in ("area", "zone", "county", "prefecture", "province")
            if getattr(region, name)
        ),
        "",
    )
    return LEVELS[deepest]


class _Places:
    """The name that a division bears today, for one that it bore before."""

    def __init__(self, rows: Iterable[Division]) -> None:
        self._now: dict[str, str] = {}
        self._by_code = {row.code: row for row in rows if not row.valid_to}
        alike: dict[tuple[str, str], list[str]] = {}
        gone = []
        for row in rows:
            if row.valid_to:
                gone.append(row)
            else:
                alike.setdefault((row.parent_code, short_name(row.name)), []).append(row.name)
        for row in gone:
            after = self._by_code.get(row.code)
            heirs = (
                [after.name] if after else alike.get((row.parent_code, short_name(row.name)), [])
            )
            if len(heirs) == 1 and heirs[0] != row.name:
                self._now[f"{row.parent_code[:2]}{row.name}"] = heirs[0]
        self._codes = {row.name: row.code[:2] for row in rows if row.level == "省级"}

    def present(self, region: Region) -> Region:
        """The same place under the names of today: 襄樊市 is 襄阳市, 梅县 is 梅县区."""
        code = self._codes.get(region.province, "")
        return Region(
            region.province,
            self._now.get(code + region.prefecture, region.prefecture),
            self._now.get(code + region.county, region.county),
            region.zone,
            region.area,
        )
