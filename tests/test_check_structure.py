"""What the rules of structure find, and where they keep silent: beyond the examples of their docstrings."""

from __future__ import annotations

import pytest

from baobiao import check, read
from baobiao.check.rule import Case
from baobiao.check.verdict import judge
from baobiao.lexicon import load
from baobiao.model import Finding
from baobiao.process import extract

LEXICON = load()
LAW, OPENNESS, WORK = "法治政府建设年度报告", "政府信息公开工作年度报告", "政府工作报告"


def found(
    text: str, code: str, report_type: str = "", year: int = 2024, issuer: str = ""
) -> list[Finding]:
    said = {"report_type": report_type, "year": str(year), "issuer": issuer}
    draft = extract(read.from_text(text, metadata=said), LEXICON)
    case = Case(draft, LEXICON, LEXICON.profiles.get(report_type))
    findings = [finding for finding in check.run(case) if finding.code == code]
    for finding in findings:
        assert draft.report.text[finding.start : finding.end] == finding.text
        assert finding.message and finding.source_of_rule
    return findings


LAW_REPORT = """青山市教育局2024年法治政府建设年度报告

一、主要举措和成效
全年开展普法宣传12场次，办理行政复议案件3件。
二、存在的不足和原因
执法人员业务能力有待提高，主要原因是培训不够。
三、党政主要负责人履行推进法治建设第一责任人职责情况
主要负责人主持会议研究法治建设工作3次。
四、2025年工作安排
加强培训，提高执法水平。

青山市教育局
2025年2月16日
"""


def test_a_complete_report_has_nothing_wrong() -> None:
    verdict = judge(extract(read.from_text(LAW_REPORT), LEXICON), LEXICON)
    assert verdict.findings == ()
    assert verdict.sections == {
        "achieve": 1,
        "problem": 2,
        "cause": 2,
        "first_resp": 3,
        "next_year": 4,
        "other": None,
    }


def test_problems_without_their_cause() -> None:
    text = LAW_REPORT.replace("，主要原因是培训不够", "")
    (finding,) = found(text, "BB101", LAW)
    assert (finding.key, finding.severity) == ("cause", "error")
    assert finding.text == "二、存在的不足和原因"


def test_a_cause_elsewhere_is_none_of_the_problems() -> None:
    text = LAW_REPORT.replace("，主要原因是培训不够", "").replace("3件。", "3件，原因是案件多。")
    assert [finding.key for finding in found(text, "BB101", LAW)] == ["cause"]


def test_the_title_of_a_rule_is_not_what_the_rule_asks_for() -> None:
    text = LAW_REPORT.replace(
        "三、党政主要负责人履行推进法治建设第一责任人职责情况", "三、学习情况"
    )
    quoted = text.replace("主要负责人主持", "学习《履行推进法治建设第一责任人职责规定》，主持")
    assert [finding.key for finding in found(quoted, "BB101", LAW)] == ["first_resp"]
    told = text.replace("主要负责人主持", "认真履行第一责任人职责，主持")
    assert found(told, "BB101", LAW) == []
    assert [finding.key for finding in found(told, "BB113", LAW)] == ["first_resp"]


def test_custom_is_a_hint() -> None:
    text = "青山市财政局2024年工作总结\n一、工作完成情况\n全年收入12亿元。\n"
    findings = found(text, "BB101", "部门工作总结")
    assert findings and {finding.severity for finding in findings} == {"info"}


def test_no_profile_no_missing_section() -> None:
    assert found("一、工作情况\n全年办案12宗。", "BB101") == []


OPEN_REPORT = """青山市水利局2024年度政府信息公开工作年度报告
本报告数据统计期限为2024年1月1日至12月31日。
一、总体情况
全年主动公开信息1532条，其中政策文件41件、规划计划12件、行政许可结果863条、行政处罚结果214条、财政信息37条、工作动态365条。\
围绕防汛抗旱、河湖管理、农村供水、水土保持、水资源节约等群众关心的事项，发布解读材料18篇，回应关切26次，举办开放日活动3次，\
参加市民代表120人次。政务新媒体发布信息640条，门户网站全年访问量21万次，网站检查未发现严重表述错误，泄露个人隐私的情况没有发生，\
公开目录按季度更新，专栏内容按月核对，工作人员培训2次，参加46人次，社会评议满意率达到97.5%，没有发生责任追究的情形。
二、主动公开政府信息情况
行政规范性文件	4	1	19
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量	42	7	0	1	2	1	53
四、政府信息公开行政复议、行政诉讼情况
结果维持	结果纠正	其他结果	尚未审结	总计
五、存在的主要问题及改进情况
解读材料的传播力不够。下一步，增加短视频解读。
六、其他需要报告的事项
本年度没有收取信息处理费。
"""


def test_the_six_parts_and_the_three_tables() -> None:
    for code in ("BB101", "BB102", "BB103", "BB112", "BB114"):
        assert found(OPEN_REPORT, code, OPENNESS) == []


@pytest.mark.parametrize("words", ["", "无。", "暂无。"])
def test_a_section_with_too_few_words(words: str) -> None:
    text = OPEN_REPORT.replace("解读材料的传播力不够。下一步，增加短视频解读。", words)
    (finding,) = found(text, "BB102", OPENNESS)
    assert (finding.key, finding.severity) == ("problem", "error")


def test_nothing_to_report_may_be_said_in_a_word() -> None:
    assert found(OPEN_REPORT.replace("本年度没有收取信息处理费。", "无。"), "BB102", OPENNESS) == []


def test_the_closing_is_not_the_text_of_the_last_section() -> None:
    text = LAW_REPORT.replace("加强培训，提高执法水平。\n", "")
    assert [finding.key for finding in found(text, "BB102", LAW)] == ["next_year"]


def test_a_table_that_is_missing() -> None:
    text = OPEN_REPORT.replace("结果维持	结果纠正	其他结果	尚未审结	总计", "情况良好。")
    (finding,) = found(text, "BB112", OPENNESS)
    assert "行政复议、行政诉讼情况的表" in finding.message
    assert found(text, "BB112", OPENNESS, 2020) == []


FORMER = """青山市水利局2015年政府信息公开工作年度报告
一、概述
全年公开工作有序。
二、主动公开政府信息的情况
主动公开信息120条。
三、依申请公开政府信息办理情况
没有收到申请。
四、收费及减免情况
没有收费。
五、行政复议和行政诉讼情况
没有发生。
六、存在的主要问题和改进措施
公开不够及时，将加强培训。
"""


def test_a_former_format_is_right_in_its_years() -> None:
    assert found(FORMER, "BB101", OPENNESS, 2015) == []
    assert found(FORMER, "BB114", OPENNESS, 2015) == []
    assert [finding.key for finding in found(FORMER, "BB114", OPENNESS, 2023)] == ["fees"]


def test_two_sections_that_changed_places() -> None:
    text = LAW_REPORT.replace("二、存", "X、").replace("三、党", "二、党").replace("X、", "三、存")
    lines = "\n".join(
        [
            "一、甲项工作",
            "办结。",
            "三、丙项工作",
            "办结。",
            "二、乙项工作",
            "办结。",
            "四、丁项工作",
        ]
    )
    assert [finding.message for finding in found(lines, "BB105")] == [
        "“二、”前面是“三、”，序号颠倒"
    ]
    assert found(text, "BB103", LAW) == []  # no order is prescribed


def test_numbers_that_run_on() -> None:
    assert found("一、甲\n1.办案\n2.普法\n二、乙\n1.办案\n2.普法\n3.培训", "BB105") == []
    assert found("按照第二十条第（一）项和第（三）项办理。", "BB105") == []
    text = (
        "三、打算\n1.抓好学习。\n2.抓好普法。\n3.抓好执法。\n4.12345热线满意率提高。\n5.新增车位。"
    )
    assert found(text, "BB105") == []
    text = "既要抓生产，二要抓安全，三要抓环保。"
    assert found(text, "BB105") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("抓好以下三项工作：\n1.学习。\n2.普法。\n3.培训。", False),
        ("抓好以下三项工作：\n1.学习。\n2.普法。\n3.培训。\n4.督察。", True),
        ("存在以下两个问题：一是培训不够。二是力量不足。", False),
        ("存在以下四个方面的问题：一是培训不够。二是力量不足。三是经费不足。", True),
        ("以下三项指标均居前列。", False),
        (
            "主要做了以下两个方面的工作：\n一、甲\n办结。\n二、乙\n办结。\n三、存在问题\n不足。",
            False,
        ),
    ],
)
def test_a_count_that_announces_a_list(text: str, wrong: bool) -> None:
    assert bool(found(text, "BB109")) == wrong


LONG = (
    "加强信息公开工作，通过多种渠道向社会公开办事指南和执法结果，主动接受群众监督，提高办事透明度"
)

SHORT = "抓好学习。抓好普法宣传。抓好执法培训。抓好案卷评查。抓好队伍建设。抓好作风整顿。"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"一、甲\n{LONG}。\n二、乙\n落实要求：{LONG}。", ["这段话与一、里的相同"]),
        (
            f"一、甲\n{LONG}。\n二、乙\n{LONG.replace('主动', '自觉')}。",
            ["这段话与一、里的几乎相同"],
        ),
        (f"一、甲\n{SHORT}\n二、乙\n（1）{SHORT}", ["这段话与一、里的相同"]),
        (f"一、甲\n{LONG}12次。\n二、乙\n{LONG}15次。", []),
        ("一、甲\n抓好落实。\n二、乙\n抓好落实。", []),
    ],
)
def test_the_same_passage_twice(text: str, said: list[str]) -> None:
    assert [finding.message for finding in found(text, "BB110")] == said


@pytest.mark.parametrize(
    ("issuer", "day", "late"),
    [
        ("青山市水利局", "2025年1月31日", False),
        ("青山市水利局", "2025年2月1日", True),
        ("青山市人民政府", "2025年3月31日", False),
        ("青山市人民政府", "2025年4月2日", True),
        ("青山经济开发区", "2025年3月1日", False),  # which of the two dates binds it is not said
        ("青山经济开发区", "2025年4月2日", True),
        ("青山市水利局", "2027年4月2日", False),  # a wrong year is not late
    ],
)
def test_deadlines_bind_whom_they_name(issuer: str, day: str, late: bool) -> None:
    text = f"{OPEN_REPORT}\n青山市水利局\n{day}\n"
    assert bool(found(text, "BB111", OPENNESS, 2024, issuer)) == late


def test_widths_of_brackets_level_by_level() -> None:
    assert found("（一）甲\n办结。\n（二）乙\n(1)丙\n办结。\n(2)丁\n办结。", "BB107") == []
    (finding,) = found("（一）甲\n办结。\n（二）乙\n办结。\n(三)丙\n办结。", "BB107")
    assert finding.text == "(三)"


def test_one_heading_twice_below_one_parent() -> None:
    text = "一、甲项工作\n（一）普法宣传\n办结。\n（二）普法宣传\n办结。"
    (finding,) = found(text, "BB104")
    assert finding.text == "（二）普法宣传"
    assert (
        found("一、甲项工作\n（一）普法宣传\n办结。\n二、乙项工作\n（一）普法宣传\n办结。", "BB104")
        == []
    )
