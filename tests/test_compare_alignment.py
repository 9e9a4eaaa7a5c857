"""Which numbers of different reports come on one line, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from baobiao.compare import decisions
from baobiao.compare.decisions import DecisionError
from baobiao.compare.names import wording
from compare_pairs import score
from made_up import aligned, number, report, together

LAST_YEAR, THIS_YEAR = report(year=2023), report(year=2024)
ELSEWHERE = report("乙县人民政府", 2024)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("办理12345热线件", "件"), ("受理12345热线件", "件")),
        (("全年共召开党委会议", "次"), ("召开党委会", "次")),
        (("解决农村饮水安全问题", "人"), ("解决农村饮水安全", "人")),
        (("新登记各类经营主体", "户"), ("新登记市场主体总量", "家")),
        (("修建防洪堤", "公里"), ("修建防洪堤", "米")),
        (("人工种草", "公顷"), ("人工种草", "亩")),
        (("侦破电信诈骗案件", "宗"), ("破获电信诈骗案件", "件")),
        (("研发投入占地区生产总值比重", "%"), ("研发经费支出占GDP", "%")),
    ],
)
def test_other_wordings_are_one_line(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert together(
        number(one[0], "3", one[1], LAST_YEAR), number(other[0], "5", other[1], THIS_YEAR)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("新增蔬菜大棚", "个"), ("累计蔬菜大棚", "个")),
        (("城镇危房改造", "户"), ("农村危房改造", "户")),
        (("受理信访件", "件"), ("办结信访件", "件")),
        (("参加培训人员", "人"), ("参加培训人员", "人次")),
        (("按时办结率", "%"), ("办结率", "%")),
        (("建成停车位", "个"), ("新建停车位", "个")),
        (("法治宣传活动", "场"), ("法治宣传活动", "人")),
        (("入选国家级专精特新企业", "家"), ("入选省级专精特新企业", "家")),
        (("未整改问题", "个"), ("整改问题", "个")),
        (("新建4A级景区", "个"), ("新建5A级景区", "个")),
        (("处置僵尸企业资产", "元"), ("处置低效企业资产", "元")),
        (("治理水土流失", "亩"), ("治理水土流失", "公里")),
    ],
)
def test_what_differs_is_never_merged(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not together(
        number(one[0], "3", one[1], LAST_YEAR), number(other[0], "5", other[1], THIS_YEAR)
    )


def test_a_level_is_no_change_and_a_change_on_the_year_none_on_the_month() -> None:
    kinds = [("level", ""), ("change", "year_on_year"), ("change", "month_on_month")]
    rows = aligned([number("用电量", "3", "%", kind=kind, basis=basis) for kind, basis in kinds])
    assert len({row.indicator_id for row in rows}) == 3


def test_a_target_stands_on_the_line_but_not_in_the_place_of_what_was_reached() -> None:
    rows = aligned([number("修路", "3", "公里"), number("修路", "9", "公里", status="target")])
    assert rows[0].indicator_id == rows[1].indicator_id
    assert rows[0].cell != rows[1].cell
    assert not rows[0].conflict


def test_a_report_that_has_both_names_tells_them_apart() -> None:
    both = [
        number("帮扶困难职工家庭生活", "3", "户", THIS_YEAR),
        number("帮扶困难职工家庭", "7", "户", THIS_YEAR),
    ]
    assert together(both[0], number("帮扶困难职工家庭生活问题", "5", "户", LAST_YEAR))
    assert not together(*both)


def test_the_same_value_under_two_names_in_one_report_is_one_line() -> None:
    assert together(
        number("解决饮水安全问题", "3", "户", THIS_YEAR),
        number("解决饮水安全", "3", "户", THIS_YEAR),
    )


def test_another_actor_is_another_line() -> None:
    assert not together(
        number("侦破刑事案件", "3", "宗", LAST_YEAR, actor="刑侦大队"),
        number("侦破刑事案件", "5", "宗", THIS_YEAR, actor="交警大队"),
    )


def test_a_name_that_does_not_say_of_what_is_compared_within_its_section_only() -> None:
    first = number("办结率", "98", "%", LAST_YEAR, section="信访工作")
    assert together(first, number("办结率", "99", "%", THIS_YEAR, section="信访工作"))
    assert not together(first, number("办结率", "99", "%", THIS_YEAR, section="议案提案"))


def test_the_dictionary_joins_names_that_share_no_word() -> None:
    rows = aligned(
        [
            number("GDP", "3", "元", LAST_YEAR, indicator="地区生产总值"),
            number("全市生产总值", "4", "元", THIS_YEAR, indicator="地区生产总值"),
            number("地区生产总值", "5", "元", ELSEWHERE),
        ]
    )
    assert {row.indicator for row in rows} == {"地区生产总值"}
    assert len({row.indicator_id for row in rows}) == 1
    assert [row.merged_by.partition(":")[0] for row in rows] == [
        "dictionary",
        "dictionary",
        "dictionary_wording",
    ]


def test_what_was_added_is_not_what_there_is_though_the_dictionary_has_one_name() -> None:
    stock = number("农村公路里程", "900", "公里", LAST_YEAR, indicator="农村公路里程")
    built = number("新建农村公路", "30", "公里", THIS_YEAR, indicator="农村公路里程")
    rows = aligned([stock, built])
    assert [row.indicator for row in rows] == ["农村公路里程", "农村公路里程（新建）"]


def test_a_scope_counts_where_a_report_tells_it_apart() -> None:
    own = [
        number("财政总收入", "29", "元", LAST_YEAR, indicator="财政总收入"),
        number("地方财政总收入", "16", "元", LAST_YEAR, indicator="财政总收入"),
        number("地方财政总收入", "20", "元", THIS_YEAR, indicator="财政总收入"),
    ]
    rows = aligned([*own, number("地方财政总收入", "7", "元", ELSEWHERE, indicator="财政总收入")])
    assert [row.indicator for row in rows] == [
        "财政总收入",
        "财政总收入（地方）",
        "财政总收入（地方）",
        "财政总收入",  # this body has but one, and calls it so
    ]
    assert not any(row.conflict for row in rows)


def test_every_row_says_why_it_is_on_its_line() -> None:
    rows = aligned(
        [
            number("解决饮水安全问题", "3", "户", LAST_YEAR),
            number("解决饮水安全问题", "4", "户", THIS_YEAR),
            number("解决饮水安全", "5", "户", ELSEWHERE),
            number("修建水窖", "5", "口", ELSEWHERE),
        ]
    )
    assert [row.merged_by for row in rows] == [
        "name",
        "name",
        "similar:解决饮水安全问题(99)",
        "single",
    ]


def test_units_are_brought_to_one_and_values_stay_exact() -> None:
    rows = aligned(
        [
            number("封山育林", "1.2", "公顷", LAST_YEAR),
            number("封山育林", "30", "亩", THIS_YEAR),
            number("破获案件", "7", "宗", LAST_YEAR),
            number("破获案件", "9", "件", THIS_YEAR),
        ]
    )
    assert [(str(row.value), row.unit) for row in rows] == [
        ("18", "亩"),
        ("30", "亩"),
        ("7", "宗"),
        ("9", "件"),
    ]


def test_names_lose_whose_and_when_and_keep_what() -> None:
    said = wording("2024年全区共实施“雪亮工程”项目12个村的改造", "个", ("全区",))
    assert said.core == "雪亮工程项目12个村改造"
    assert "12" in said.apart


def decided(folder: Path, *lines: str) -> decisions.Decisions:
    file = folder / decisions.FILE
    file.write_text("\n".join([",".join(decisions.HEADERS), *lines]), encoding="utf-8-sig")
    return decisions.read(file)


def test_a_person_joins_splits_renames(tmp_path: Path) -> None:
    numbers = [
        number("开展法治讲座", "3", "场", LAST_YEAR),
        number("举行普法讲堂", "4", "场", THIS_YEAR),
        number("修建桥梁", "5", "座", LAST_YEAR),
        number("修建桥梁", "6", "座", ELSEWHERE),
    ]
    before = aligned(numbers)
    assert before[0].indicator_id != before[1].indicator_id
    assert before[2].indicator_id == before[3].indicator_id
    obeyed = decided(
        tmp_path,
        "归入,,举行普法讲堂,,法治讲座场次,",
        "归入,,开展法治讲座,,法治讲座场次,",
        "拆开,乙县人民政府,修建桥梁,座,,乙县的桥是人行桥",
        "改名,,法治讲座场次,,普法讲座,",
    )
    after = aligned(numbers, obeyed)
    assert after[0].indicator_id == after[1].indicator_id
    assert after[0].indicator == "普法讲座"
    assert after[2].indicator_id != after[3].indicator_id
    assert [row.merged_by for row in after] == ["decision:3", "decision:2", "single", "decision:4"]


def test_what_joins_a_line_by_decision_joins_all_of_it(tmp_path: Path) -> None:
    obeyed = decided(tmp_path, "归入,,帮困难户喝上放心水,,解决饮水安全问题,")
    rows = aligned(
        [
            number("帮困难户喝上放心水", "3", "户", report(year=2022)),
            number("解决饮水安全问题", "4", "户", LAST_YEAR),
            number("解决饮水安全", "5", "户", THIS_YEAR),
            number("帮助大户", "6", "户", THIS_YEAR),
        ],
        obeyed,
    )
    assert len({row.indicator_id for row in rows[:3]}) == 1
    assert {row.indicator for row in rows[:3]} == {"解决饮水安全问题"}
    assert rows[3].indicator_id != rows[0].indicator_id


def test_a_person_says_that_two_bodies_are_one(tmp_path: Path) -> None:
    obeyed = decided(tmp_path, "单位归并,,甲县开发办公室,,甲县人民政府,")
    rows = aligned(
        [
            number("修桥", "5", "座", report("甲县开发办公室", 2022)),
            number("修桥", "6", "座", THIS_YEAR),
        ],
        obeyed,
    )
    assert {row.issuer for row in rows} == {"甲县人民政府"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "合并,,修桥,,修路,",
            "alignment.csv:2: 「决定」“合并”不在允许的写法之内；可以写：归入、拆开、改名、单位归并",
        ),
        ("归入,,修桥,,,", "alignment.csv:2: 「改为」“修桥”要归入，没有写明改为什么"),
        ("归入,,,,修路,", "alignment.csv:2: 「叫法」没有填写"),
        (
            "归入,,修桥,,修路,\n拆开,,修桥,,,",
            "alignment.csv:3: 「叫法」与第 2 行对“修桥”的决定不一致，请只留一行",
        ),
    ],
)
def test_a_decision_that_cannot_be_obeyed_is_told_with_its_line(
    tmp_path: Path, line: str, told: str
) -> None:
    with pytest.raises(DecisionError) as caught:
        decided(tmp_path, line)
    assert str(caught.value) == told


def test_decisions_saved_by_excel_in_gbk_are_read(tmp_path: Path) -> None:
    file = tmp_path / decisions.FILE
    file.write_bytes((",".join(decisions.HEADERS) + "\r\n归入,,修桥,,修路,\r\n").encode("gbk"))
    assert decisions.read(file).count == 1


def test_labelled_pairs_of_published_reports() -> None:
    found = score("")
    assert found.right + found.wrong + found.missed > 150
    assert found.precision >= 0.97
    assert found.recall >= 0.85
