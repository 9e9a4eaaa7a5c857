"""Rules of dates, offices, wording and the elements of an official document: beyond their docstrings' examples."""

from __future__ import annotations

import pytest

from test_check_structure import LAW, LAW_REPORT, OPENNESS, WORK, found


@pytest.mark.parametrize(
    ("heading", "wrong"),
    [
        ("2024年主要举措和成效", False),
        ("2023年主要举措和成效", True),
        ("2025年主要举措和成效", True),
        ("2023年度督察反馈问题整改情况", False),
        ("《2021—2025年纲要》落实情况", False),
        ("2021年以来主要举措和成效", False),
    ],
)
def test_the_year_of_a_heading(heading: str, wrong: bool) -> None:
    text = LAW_REPORT.replace("一、主要举措和成效", f"一、{heading}")
    assert bool(found(text, "BB301", LAW)) == wrong


def test_a_government_reviews_the_year_before() -> None:
    text = "2025年政府工作报告\n一、2024年工作回顾\n完成。\n二、2025年重点工作\n做好。"
    assert found(text, "BB301", WORK, 2025) == []
    assert len(found(text.replace("2024年工作回顾", "2023年工作回顾"), "BB301", WORK, 2025)) == 1


def test_a_plan_for_the_year_that_is_over() -> None:
    (finding,) = found(LAW_REPORT.replace("2025年工作安排", "2024年工作安排"), "BB301", LAW)
    assert (finding.text, finding.severity) == ("2024", "error")
    assert "2025" in finding.suggestion


@pytest.mark.parametrize(
    ("heading", "wrong"),
    [
        ("一、2024年预算执行情况", False),
        ("一、2023年预算执行情况", True),
        ("二、2025年预算草案", False),
        ("二、2024年预算草案", True),
    ],
)
def test_a_title_with_two_years(heading: str, wrong: bool) -> None:
    text = f"关于青山市2024年预算执行情况和2025年预算草案的报告\n{heading}\n收入12亿元。"
    assert bool(found(text, "BB301", "预算执行报告")) == wrong


def test_an_open_period_only_in_a_report_of_the_year() -> None:
    assert found("今年以来，经济运行平稳。", "BB302", WORK) == []
    assert len(found("截至目前，办结12件。", "BB302", LAW)) == 1
    assert found("热线自2019年开通至今，累计办理12件。截至2024年底，办结12件。", "BB302", LAW) == []
    assert found("学习“今年以来”的讲话精神。", "BB302", LAW) == []


@pytest.mark.parametrize(
    ("issuer", "words", "wrong"),
    [
        ("青山市公安局", "我局开展宣传。", False),
        ("青山市公安局", "我所开展宣传。", True),
        ("青山市公安局东区分局", "我分局、我局开展宣传。", False),
        ("青山市公安局", "拿来为我所用。", False),
        ("青山市公安局", "民警说：“我所开展宣传。”", False),
        ("青山市公安局", "我队队员参加。", True),
        ("青山市卫生健康委员会", "我委开展宣传，我局开展宣传。", True),
        ("青山市人民政府", "我局开展宣传。", False),  # a government speaks for all its bodies
        ("", "我所开展宣传。", False),
        ("梅州市梅县区司法局", "我县、我区开展宣传。", True),
        ("梅州市大埔县司法局", "我县开展宣传，全省、我省部署。", False),
        ("上海市普陀区司法局", "我省部署。", True),
        ("梅州市司法局", "我市、我省开展宣传。", False),
        ("平潭综合实验区司法局", "我县开展宣传。", False),  # a zone in place of a county
    ],
)
def test_who_speaks_of_itself(issuer: str, words: str, wrong: bool) -> None:
    assert bool(found(words, "BB303", LAW, 2024, issuer)) == wrong


@pytest.mark.parametrize(
    ("signed", "wrong"),
    [
        ("青山市教育局", False),
        ("市教育局", False),
        ("青山市教育局办公室", False),
        ("青山市体育局", True),
        ("红河县教育局", True),
    ],
)
def test_the_same_office_in_title_and_signature(signed: str, wrong: bool) -> None:
    text = LAW_REPORT.replace("\n青山市教育局\n2025", f"\n{signed}\n2025")
    assert bool(found(text, "BB304", LAW)) == wrong


@pytest.mark.parametrize(
    ("text", "code", "wrong"),
    [
        ("2023年2月29日", "BB305", True),
        ("2024年2月29日", "BB305", False),
        ("4月31日", "BB305", True),
        ("13月1日", "BB305", True),
        ("办理3月5日来信", "BB305", False),
        ("24年3月5日", "BB306", True),
        ("2024年3月5号", "BB306", True),
        ("2024年3月5号线", "BB306", False),
        ("共计2024.35万元", "BB306", False),
        ("发布时间：2025-01-16", "BB306", False),
        ("十年树木，30年树人", "BB306", False),
        ("占比2019年12月", "BB306", False),
        ("增长3.15个百分点，时间为2024-3-15", "BB306", True),
    ],
)
def test_days(text: str, code: str, wrong: bool) -> None:
    assert bool(found(f"一、情况\n{text}，召开会议。", code)) == wrong


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("深化“放管服”改革。", []),
        ("深化“放管服改革。", ["“"]),
        ("深化放管服”改革。", ["”"]),
        ("印发《考评细则，落实责任。", ["《"]),
        ("1)学习。2)普法。", []),
        ("（一)学习", []),  # the width is another rule's
        ("他说：“工作要抓紧，\n要抓实。”", []),
        ("含（进校园、（进社区）等", ["（"]),
    ],
)
def test_marks_without_their_partner(text: str, marks: list[str]) -> None:
    assert [finding.text for finding in found(text, "BB401")] == marks


NUMBERED = """青教报字{}
青山市教育局
2024年法治政府建设年度报告
市人民政府：
现将情况报告如下。
一、成效
办结12件。
青山市教育局
2025年1月16日
"""


@pytest.mark.parametrize(
    ("number", "faults"),
    [
        ("〔2024〕2号", 0),
        ("（2024）2号", 1),
        ("[2024]2号", 1),
        ("【2024】02号", 2),
        ("〔2024〕第2号", 1),
    ],
)
def test_document_numbers(number: str, faults: int) -> None:
    assert len(found(NUMBERED.format(number), "BB601", LAW)) == faults


def test_numbers_of_other_documents() -> None:
    assert len(found("一、情况\n按照国办发[2018]118号要求办理。", "BB602")) == 1
    assert found("（2024）粤14行终12号判决。", "BB602") == []
    assert found(NUMBERED.format("（2024）2号"), "BB602", LAW) == []


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("2025年2月16日", []),
        ("二〇二五年二月十六日", ["BB606"]),
        ("2025年02月16日", ["BB606"]),
        ("2025.2.16", ["BB606"]),
        ("2025年2月", ["BB606"]),
        ("2023年2月16日", ["BB606"]),
        ("2031年2月16日", ["BB606"]),
        ("2025年2月30日", ["BB305"]),
        ("", ["BB605"]),
    ],
)
def test_the_day_of_issue(day: str, codes: list[str]) -> None:
    text = LAW_REPORT.replace("2025年2月16日", day)
    assert [c for c in ("BB305", "BB605", "BB606") if found(text, c, LAW)] == codes


def test_a_page_on_the_web_needs_no_signature() -> None:
    text = LAW_REPORT[: LAW_REPORT.index("\n\n青山市教育局\n")] + "\n"
    for code in ("BB601", "BB603", "BB604", "BB605"):
        assert found(text, code, LAW) == []


def test_an_upward_document_to_nobody() -> None:
    signed = NUMBERED.format("〔2024〕2号　　签发人：王明")
    assert found(signed, "BB603", LAW) == []
    assert len(found(signed.replace("市人民政府：\n", ""), "BB603", LAW)) == 1


def test_a_report_asks_for_nothing() -> None:
    assert len(found("以上妥否，请批示。", "BB607", LAW)) == 1
    assert found("以上报告，请予审议。", "BB607", WORK) == []
    assert found("妥否，请批示。", "BB607", OPENNESS) and not found("妥否，请批示。", "BB607")


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("审批项目变更,4368件", "BB410", [","]),
        ("收入12,345万元", "BB410", []),
        ("加强管理，，提高效率", "BB414", ["，，"]),
        ("印发《全国台帐管理办法》", "BB447", []),  # a title is left as it is
        ("XX局、某某县、××单位", "BB420", ["XX", "某某", "××"]),
        ("嫌疑人李某某落网", "BB420", []),
        ("实现村居全复盖，答复盖章齐全", "BB450", ["复盖"]),
        ("规范规范性文件管理", "BB430", []),
    ],
)
def test_wording(text: str, code: str, words: list[str]) -> None:
    assert [finding.text for finding in found(text, code)] == words
