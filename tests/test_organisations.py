"""Organisations: the marked sentences, the dictionaries' examples, the issuer, what always holds."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baobiao.characters import fold
from baobiao.divisions import NOWHERE, Region, divisions, short_name
from baobiao.extract.organisations import extract
from baobiao.extract.organisations.bodies import full_name, party_part
from baobiao.extract.organisations.issuer import read_issuer
from baobiao.extract.organisations.resolving import Resolved
from baobiao.extract.organisations.unifying import unify
from baobiao.lexicon import examples, load
from baobiao.model import Block, Document, Draft, Organisation, Report, Section

SENTENCES = Path(__file__).parent / "data" / "organisations.txt"
COMMON = Path(__file__).parent / "data" / "commonly_named.txt"
MARK = re.compile(r"\[\[([^|\]]+)(?:\|([^\]]+))?\]\]")
MEIXIAN = "梅州市公安局梅县区分局"
PINGTAN = "平潭综合实验区社会事业局"
KINDS = frozenset(
    "party government department internal_unit court procuratorate congress enterprise school"
    " hospital bank association media institution team other".split()
)
PLACES = divisions(load())
# Rows whose example is a class, a place or an occasion by the definition that this step follows.
SETTLED_OTHERWISE = frozenset(
    "执法办案管理中心办理 平安办专班督办 打击走私联席会议研究 平安梅县志愿服务队劝导 长乐社区宣传 国彩村宣传"
    " 平安保险公司理赔".split()
)


def found_in(
    text: str,
    issuer: str = MEIXIAN,
    blocks: tuple[Block, ...] = (),
    sections: tuple[Section, ...] = (),
) -> tuple[Organisation, ...]:
    report = Report("0" * 16, "例.txt", "txt", text, blocks)
    document = Document(issuer=issuer, year=2024)
    return extract(Draft(report, fold(text), document, sections), load())


def names(text: str, issuer: str = MEIXIAN) -> dict[str, str]:
    return {row.text: row.name for row in found_in(text, issuer)}


def marked() -> list[tuple[str, str]]:
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("|", 1) for line in lines if line and not line.startswith("#")]
    return [(issuer, sentence) for issuer, sentence in rows]


def commonly_named() -> dict[str, list[str]]:
    """The names that an issuer's report must give, by issuer; under 无 what is no name."""
    found: dict[str, list[str]] = {}
    issuer = ""
    for line in COMMON.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            issuer = line.removeprefix("## ")
        elif not line.startswith("#"):
            found.setdefault(issuer, []).extend(line.split())
    return found


@pytest.mark.parametrize("issuer", [issuer for issuer in commonly_named() if issuer != "无"])
def test_bodies_that_offices_commonly_name_are_found(issuer: str) -> None:
    missed = [
        name
        for name in commonly_named()[issuer]
        if name not in names(f"会同{name}开展检查。", issuer)
    ]
    assert not missed


@pytest.mark.parametrize("issuer", ["福建省人民政府", PINGTAN])
def test_classes_are_no_names(issuer: str) -> None:
    taken = {
        word: list(found)
        for word in commonly_named()["无"]
        if (found := names(f"推动{word}建设，加强{word}管理。", issuer))
    }
    assert not taken


@pytest.mark.parametrize(("issuer", "sentence"), marked())
def test_marked_sentence(issuer: str, sentence: str) -> None:
    text = MARK.sub(lambda mark: mark[1], sentence)
    wanted = [(mark[1], mark[2] or mark[1]) for mark in MARK.finditer(sentence)]
    assert [(row.text, row.name) for row in found_in(text, issuer)] == wanted


@pytest.mark.parametrize("file", ["organisations.csv", "organisation_suffixes.csv"])
def test_examples_of_the_dictionaries(file: str) -> None:
    wrong = [
        f"{example.line} {example.text} → {[row.text for row in found_in(example.text)]}"
        for example in examples()
        if example.file == file
        and example.text not in SETTLED_OTHERWISE
        and [(row.start, row.end) for row in found_in(example.text)] != list(example.spans)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("省委", "party"),
        ("省政府", "government"),
        ("省公安厅", "department"),
        ("交警大队", "internal_unit"),
        ("区法院", "court"),
        ("区检察院", "procuratorate"),
        ("区人大", "congress"),
        ("嘉元科技有限公司", "enterprise"),
        ("梅县区华侨中学", "school"),
        ("梅县区人民医院", "hospital"),
        ("中国银行梅县支行", "bank"),
        ("梅州市律师协会", "association"),
        ("南方日报", "media"),
        ("区反诈中心", "internal_unit"),
        ("蓝天救援队", "team"),
        ("中央军委", "other"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [row.kind for row in found_in(text)] == [kind]


def test_one_body_under_several_forms_has_one_name() -> None:
    text = (
        f"{MEIXIAN}：我局、分局、梅县区分局、区公安分局、梅县区公安分局都是一家，梅州市公安局不是。"
    )
    assert names(text) == {
        **dict.fromkeys([MEIXIAN, "我局", "梅县区分局", "区公安分局", "梅县区公安分局"], MEIXIAN),
        "分局": MEIXIAN,
        "梅州市公安局": "梅州市公安局",
    }


def test_short_forms_need_their_long_form_in_the_report() -> None:
    alone = names("责任处室：法规安全处。", PINGTAN)
    assert alone == {"法规安全处": PINGTAN + "法规安全处"}
    both = names("加挂在局政策法规与安全工作处。责任处室：法规安全处。", PINGTAN)
    assert set(both.values()) == {PINGTAN + "政策法规与安全工作处"}


def test_a_city_is_not_its_district() -> None:
    found = names("市政府、区政府", "呼伦贝尔市海拉尔区人民政府")
    assert found == {"市政府": "呼伦贝尔市人民政府", "区政府": "呼伦贝尔市海拉尔区人民政府"}


def test_what_the_report_defines() -> None:
    text = "梅县区社会治理综合服务中心（以下简称“治理中心”）成立。治理中心发出预警。"
    found = found_in(text)
    assert [row.text for row in found] == ["梅县区社会治理综合服务中心", "治理中心", "治理中心"]
    assert len({row.name for row in found}) == 1
    assert found_in("《行政处罚法》（以下简称《处罚法》）施行。") == ()


@pytest.mark.parametrize("text", ["我所接报", "我校开学", "我委研究"])
def test_a_self_reference_of_another_office_is_left_alone(text: str) -> None:
    assert found_in(text) == ()


def test_furniture_and_titles_of_documents_yield_none() -> None:
    text = "来源：梅州市公安局\n印发《梅州市公安局普法清单》《国务院办公厅关于〈格式〉的通知》。"
    furniture = Block(0, text.index("\n"), "furniture")
    assert found_in(text, blocks=(furniture,)) == ()
    assert [row.text for row in found_in(text)] == ["梅州市公安局"]


def test_bare_committees_in_headings_are_formulas() -> None:
    text = "一、落实省委部署的情况\n省委要求，公安部督办。"
    heading = Section(1, 0, 1, "一、", text[2:11], 0, 11, len(text))
    found = found_in(text, sections=(heading,))
    assert [(row.text, row.start > 11, row.section_id) for row in found] == [
        ("省委", True, 1),
        ("公安部", True, 1),
    ]
    inline = replace(heading, level=6)
    assert len(found_in(text, sections=(inline,))) == 3


def test_brackets_and_offsets_are_those_of_the_report() -> None:
    row = found_in("与福建大佳（平潭）律师事务所签约")[0]
    assert (row.start, row.end, row.text) == (1, 14, "福建大佳（平潭）律师事务所")
    assert row.name == row.text


def test_without_an_issuer_names_stay_as_they_are() -> None:
    text = "我局与省委、区法院、公安部、法制大队会商"
    found = names(text, issuer="")
    assert found == {"省委": "省委", "区法院": "区法院", "公安部": "公安部", "法制大队": "法制大队"}
    assert names("市委、县政府", "国务院") == {}


@pytest.mark.parametrize(
    ("name", "title", "system", "head"),
    [
        (MEIXIAN, "梅州市梅县区", "公安", "分局"),
        (PINGTAN, "平潭综合实验区", "社会事业", "局"),
        ("平潭综合实验区君山片区管理局", "平潭综合实验区君山片区", "管理", "局"),
        ("上海市普陀区财政局", "上海市普陀区", "财政", "局"),
        ("封开县人民政府", "封开县", "", "人民政府"),
        ("国家税务总局厦门市税务局", "厦门市", "税务", "局"),
        ("杭州市西湖区人民政府北山街道办事处", "杭州市西湖区北山街道", "", "街道办事处"),
        ("财政部", "", "财政", "部"),
    ],
)
def test_issuer(name: str, title: str, system: str, head: str) -> None:
    issuer = read_issuer(name, PLACES, 2024)
    assert (issuer.region.title, issuer.head) == (title, head)
    assert not system or issuer.system == system
    assert issuer.is_national == (not title)


def test_region_by_level() -> None:
    region = read_issuer(MEIXIAN, PLACES, 2024).region
    assert [region.at(letter).deepest for letter in "省市区县"] == [
        "广东省",
        "梅州市",
        "梅县区",
        "",
    ]
    assert Region("江苏省", "苏州市", "昆山市").at("市").deepest == "昆山市"
    assert Region("上海市", "", "普陀区").at("市").deepest == "上海市"
    assert Region("福建省", "", "", "平潭综合实验区").at("区").deepest == "平潭综合实验区"


def test_divisions_know_their_parents_and_their_years() -> None:
    assert PLACES.named("海拉尔区").prefecture == "呼伦贝尔市"
    assert PLACES.named("梅县", 2010) == Region("广东省", "梅州市", "梅县")
    assert PLACES.named("梅县", 2024) == Region("广东省", "梅州市", "梅县区")
    assert PLACES.named("朝阳区").province == ""
    assert PLACES.named("朝阳区", within=Region("吉林省")).prefecture == "长春市"
    assert PLACES.named("无此地区") == NOWHERE
    assert PLACES.locate("公安局")[1] == 0


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("内蒙古自治区", "内蒙古"),
        ("甘孜藏族自治州", "甘孜"),
        ("鄂伦春自治旗", "鄂伦春"),
        ("大兴安岭地区", "大兴安岭"),
        ("浦东新区", "浦东"),
        ("沙县", "沙县"),
    ],
)
def test_short_names_of_divisions(name: str, short: str) -> None:
    assert short_name(name) == short


def test_a_known_name_is_read_where_it_is_the_whole_text() -> None:
    assert names("阿里巴巴") == {"阿里巴巴": "阿里巴巴"}


def test_full_names_of_bodies() -> None:
    city, district = Region("广东省", "梅州市"), Region("广东省", "梅州市", "梅县区")
    assert full_name(city, city.title, "法院") == "梅州市中级人民法院"
    assert full_name(district, district.title, "纪委") == "中共梅州市梅县区纪律检查委员会"
    assert party_part("中共梅州市委员会", "网信办") == "中共梅州市委网络安全和信息化委员会办公室"


def test_unify_keeps_bodies_of_other_places_and_parts_apart() -> None:
    def body(base: str, name: str) -> tuple[Resolved, str]:
        return Resolved(base + name, base, base), "department"

    rows = [
        body("梅州市", "公安局"),
        body("梅州市", "公安局梅县区分局"),
        body("大埔县", "安全监管局"),
    ]
    assert unify([*rows, body("五华县", "安全生产监督管理局")]) == {}
    assert unify([*rows, body("大埔县", "安全生产监督管理局")]) == {
        "大埔县安全监管局": "大埔县安全生产监督管理局"
    }


PIECES = st.lists(
    st.sampled_from(
        "我局 区法院 、 检察院 和 省委 的 市政府 ， 公安部 （ 平潭 ） 大队 交警 第一 中学 12 家 公司 等 企业 蒙西"
        " 引进 《 》 “ ” 分局 梅县区 以下简称 中心 各 有限公司 \n ０ 片区 君山 管委会 所 委 附属医院 阿里巴巴".split(
            " "
        )
    ),
    max_size=30,
)


@given(PIECES, st.sampled_from([MEIXIAN, PINGTAN, "国务院", "上海市人民政府", ""]))
def test_what_always_holds(pieces: list[str], issuer: str) -> None:
    text = "".join(pieces)
    found = found_in(text, issuer)
    assert all(row.text and row.text == text[row.start : row.end] for row in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(row.kind in KINDS and row.name and row.rule for row in found)
    assert found == found_in(text, issuer)
