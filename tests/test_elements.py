"""The elements of a document: number, signer, title, recipient, signature, dates, type, issuer, region, year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baobiao.characters import fold
from baobiao.elements import document
from baobiao.elements.marks import day_of, document_number, recipient, signature, signer
from baobiao.elements.naming import year_in
from baobiao.lexicon import Lexicon, Profile, load
from baobiao.model import Block, Document, Report
from baobiao.outline import sections

_PROFILES = (
    Profile(
        "法治政府建设年度报告",
        ("法治政府建设.{0,8}报告", "法治.{0,6}情况"),
        (),
        body_patterns=("法治政府建设.{0,20}报告如下",),
    ),
    Profile("政府信息公开工作年度报告", ("政府信息公开.{0,8}报告",), ()),
    Profile(
        "政府工作报告",
        ("政府工作报告",),
        (),
        body_patterns=("向大会报告.{0,8}工作",),
        review_offset=-1,
    ),
    Profile("统计公报", ("国民经济和社会发展统计公报",), ()),
)
_BODY = "今年以来，全局上下认真履行职责，扎实推进各项工作，取得了明显成效。\n"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    profiles = MappingProxyType({profile.report_type: profile for profile in _PROFILES})
    return replace(load(), profiles=profiles)


def _document(lexicon: Lexicon, text: str, **said: str) -> Document:
    report = Report("0" * 16, "例.txt", "txt", text, metadata=MappingProxyType(said))
    folded = fold(text)
    return document(report, folded, sections(report, folded), lexicon)


_UPWARD = (
    " 文号：梅县公报字〔2024〕2号              签发人：魏 某 某\n"
    "梅州市公安局梅县区分局\n\n2024年法治政府建设年度报告\n\n"
    "梅州市公安局：\n\n"
    + _BODY
    + "一、主要情况\n全年办案12宗。\n梅州市公安局梅县区分局\n2025年1月3日\n"
)
_SPEECH = (
    "政 府 工 作 报 告\n——二〇二六年一月二十七日在湖北省第十四届人民代表大会第四次会议上\n"
    "湖北省人民政府省长 李某某\n各位代表：\n"
    "现在，我代表省人民政府，向大会报告工作，请予审议，并请省政协委员提出意见。\n"
    "一、2025年工作回顾\n"
)


def test_upward_document(lexicon: Lexicon) -> None:
    assert _document(lexicon, _UPWARD) == Document(
        report_type="法治政府建设年度报告",
        title="梅州市公安局梅县区分局2024年法治政府建设年度报告",
        issuer="梅州市公安局梅县区分局",
        region="梅州市梅县区",
        year=2024,
        document_number="梅县公报字〔2024〕2号",
        signer="魏某某",
        recipient="梅州市公安局",
        issue_date=date(2025, 1, 3),
    )


def test_work_report(lexicon: Lexicon) -> None:
    assert _document(lexicon, _SPEECH) == Document(
        report_type="政府工作报告",
        title="政府工作报告",
        issuer="湖北省人民政府",
        region="湖北省",
        year=2026,
        issue_date=date(2026, 1, 27),
    )


def test_the_catalogue_wins(lexicon: Lexicon) -> None:
    found = _document(
        lexicon,
        _UPWARD,
        year="2023",
        issuer="甲局",
        report_type="某某报告",
        title="另 题",
        region="福建省",
    )
    assert (found.year, found.issuer, found.report_type) == (2023, "甲局", "某某报告")
    assert (found.title, found.region) == ("另题", "福建省")


@pytest.mark.parametrize(
    ("head", "issuer", "region"),
    [
        ("2026年上海市政府工作报告", "上海市人民政府", "上海市"),
        ("2026年内蒙古自治区政府工作报告", "内蒙古自治区人民政府", "内蒙古自治区"),
        ("陕西省2026年政府工作报告", "陕西省人民政府", "陕西省"),
        ("洪泽区人民政府\n2023年政府信息公开工作年度报告", "淮安市洪泽区人民政府", "淮安市洪泽区"),
        ("上海市普陀区财政局\n2024年度部门决算", "上海市普陀区财政局", "上海市普陀区"),
        ("大埔县公安局2023年法治政府建设工作报告", "大埔县公安局", "大埔县"),
        ("2012年平潭综合实验区国民经济和社会发展统计公报", "平潭综合实验区统计局", "平潭综合实验区"),
        ("政府工作报告\n--2014年2月19日在海拉尔区第十四届人民代表大会第三次会议上\n海拉尔区人民政府区长　杜某",
         "呼伦贝尔市海拉尔区人民政府", "呼伦贝尔市海拉尔区"),
        ("1994年政府工作报告\n——1994年3月10日在第八届全国人民代表大会第二次会议上\n国务院总理李某", "国务院", ""),
    ],
)  # fmt: skip
def test_issuer_and_region_from_the_head(
    lexicon: Lexicon, head: str, issuer: str, region: str
) -> None:
    found = _document(lexicon, f"{head}\n{_BODY}一、情况\n")
    assert (found.issuer, found.region) == (issuer, region)


def test_issuer_from_bare_self_reference(lexicon: Lexicon) -> None:
    text = (
        "政府工作报告\n——2026年1月26日在广东省第十四届\n人民代表大会第五次会议上\n各位代表：\n"
        "现在，我代表省人民政府，向大会报告工作，请予审议，并请各位政协委员提出意见。\n"
    )
    found = _document(lexicon, text)
    assert (found.issuer, found.issue_date) == ("广东省人民政府", date(2026, 1, 26))


def test_signature_in_a_report_of_one_line(lexicon: Lexicon) -> None:
    text = (
        "平潭综合实验区君山片区管理局 2022年政府信息公开工作年度报告 一、总体情况2022年，我局坚持公开，全年公开156条。"
        "六、其他事项本年度没有收费。 平潭综合实验区君山片区管理局 2023年1月9日 抄送：纪检组。 "
        "君山片区管理局党政办公室 2023年1月10日印"
    )
    found = _document(lexicon, text)
    assert (found.issuer, found.issue_date) == ("平潭综合实验区君山片区管理局", date(2023, 1, 9))


def test_page_residue_is_not_read(lexicon: Lexicon) -> None:
    text = "标题：某某办法\n2024年法治政府建设年度报告\n" + _BODY
    report = Report("0", "a.txt", "txt", text, (Block(0, 7, "furniture"), Block(8, len(text))))
    assert document(report, fold(text), (), lexicon).title == "2024年法治政府建设年度报告"


@pytest.mark.parametrize(
    "title",
    [
        "关于印发《安全评价机构资质条件》的通知",
        "关于印发2024年法治政府建设工作报告的通知",
        "法治政府建设实施方案",
        "重大行政决策程序规定（试行）",
    ],
)
def test_what_is_no_report_gets_no_type(lexicon: Lexicon, title: str) -> None:
    text = f"{title}\n应急〔2026〕60号\n各省、自治区、直辖市应急管理厅（局）：\n" + _BODY
    assert _document(lexicon, text, title=title).report_type == ""
    found = _document(lexicon, text)
    assert (found.report_type, found.title) == ("", title)


def test_type_from_the_text_where_there_is_no_title(lexicon: Lexicon) -> None:
    text = "2024年，我局认真履职，现将2024年法治政府建设工作情况报告如下。\n一、工作情况\n"
    found = _document(lexicon, text)
    assert (found.report_type, found.year) == ("法治政府建设年度报告", 2024)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("关于2022年法治工作情况暨2023年工作要点的报告\n" + _BODY, 2022),
        ("二〇二四年法治政府建设报告\n" + _BODY, 2024),
        ("甲发〔2021〕3号\n法治政府建设报告\n" + _BODY, 2021),
        (
            "政府信息公开工作年度报告\n本报告所列数据统计期限自2023年1月1日起至2023年12月31日止。2024年编制。\n",
            2023,
        ),
        (
            "各位代表：现在，我代表国务院，向大会报告政府工作。\n一、过去五年工作回顾\n二、对2018年政府工作的建议\n",
            2018,
        ),
        (
            "法治政府建设报告\n2020年，我局认真履职，比2019年多办案3件，各项工作取得新成效。\n二、2021年工作安排\n",
            2020,
        ),
    ],
)
def test_year(lexicon: Lexicon, text: str, year: int) -> None:
    assert _document(lexicon, text).year == year


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("梅县公报字〔2024〕2号", "梅县公报字〔2024〕2号"),
        ("国办公开办函（2021）30号", "国办公开办函（2021）30号"),
        ("发文字号：应急 [2026] 60 号", "应急[2026]60号"),
        ("根据《甲办法》（甲发〔2020〕1号）的要求", ""),
        ("关于印发《乙规划 乙发〔2020〕1号 》的说明", ""),
        ("2024年法治政府建设报告", ""),
    ],
)
def test_document_number(line: str, number: str) -> None:
    assert document_number((line,)) == number


def test_document_number_only_in_the_head(lexicon: Lexicon) -> None:
    text = (
        "2024年法治政府建设报告\n"
        + _BODY
        + "落实国办函〔2020〕109号文件，全年没有收费。\n国办函〔2020〕109号\n"
    )
    assert _document(lexicon, text).document_number == ""


def test_signer_with_several_names() -> None:
    assert signer(("甲发〔2024〕2号   签发人：张三、李四",)) == "张三、李四"
    assert signer(("2024年工作报告",)) == ""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("梅州市公安局：", "梅州市公安局"),
        ("市人民政府、市司法局:", "市人民政府、市司法局"),
        ("各省、自治区、直辖市应急管理厅（局）：", "各省、自治区、直辖市应急管理厅（局）"),
        ("各位代表：", ""),
        ("同志们：", ""),
        ("一年来，我们主要做了以下工作：", ""),
        ("现将有关情况报告如下：", ""),
    ],
)
def test_recipient(line: str, name: str) -> None:
    assert recipient((line,), "") == name


def test_signature_of_several_bodies_and_of_none() -> None:
    joint = ("应急管理部 工业和信息化部 公安部", "司法部 交通运输部", "2026年7月2日")
    assert signature(joint).name == "应急管理部"
    assert signature(("为全面完成各项任务而努力奋斗",)) == signature(())


def test_day_below_the_title(lexicon: Lexicon) -> None:
    text = "法治政府建设报告\n（2026年1月27日）\n" + _BODY
    assert _document(lexicon, text).issue_date == date(2026, 1, 27)


@given(st.dates(min_value=date(1949, 10, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert day_of(f"{day.year}年{day.month}月{day.day}日") == day
    assert year_in(f"{day.year}年度工作报告") == day.year


@given(
    st.text(
        alphabet="甲局发〔2024〕2号签人：各位代表年月日1 \n。，《》（）市区县人民政府工作报告",
        max_size=150,
    )
)
def test_any_text_gives_a_document_without_blanks(text: str) -> None:
    found = _document(load(), text)
    for value in (found.title, found.issuer, found.document_number, found.signer, found.recipient):
        assert not any(character.isspace() for character in value)
