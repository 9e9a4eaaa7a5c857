"""Headings inside a line whose breaks were lost: which numbers begin one, and where its title ends."""

from __future__ import annotations

import pytest

from baobiao.characters import fold
from baobiao.model import Report
from baobiao.outline import sections
from baobiao.outline.boundaries import boundary, fragments
from baobiao.outline.known_titles import chapter_title, section_title
from baobiao.outline.lost_breaks import ends
from baobiao.outline.title_ends import Lead, measured_half

BODY = "全年组织巡查四十八次，走访农户三百余家，群众反映的道路积水、路灯损坏等问题均已办结，满意率保持在较高水平。"


def _titles(text: str) -> list[str]:
    found = sections(Report("0" * 16, "例.txt", "txt", text), fold(text))
    return [f"{s.marker}{s.title}" for s in found if s.level < 6]


def _cut(*leads: str) -> list[str]:
    """The titles of siblings; each lead is written with a bar where its title ends."""
    words = [lead.replace("|", "") for lead in leads]
    lengths = ends([Lead(fold(lead), False, False) for lead in words])
    return [lead[:length] for lead, length in zip(words, lengths, strict=True)]


@pytest.mark.parametrize(
    "leads",
    [
        # the first item ends the title (see _titles below); what follows here begins sentences
        [
            "供水能力稳步提升|2023年，全镇新建管网十二公里",
            "河道面貌明显改善|今年以来，清理淤泥三千方",
        ],
        ["总体思路|以服务群众为目标，统筹推进各项任务", "工作原则|坚持先急后缓，分步实施"],
        ["存在的主要困难|虽然各项工作有序推进，但人手仍然偏紧"],
        ["夯实基层基础，推动治理提质|按照网格划分要求，配齐专职人员"],
        # what closes a title, or is the end of its last word, begins no sentence
        ["主要负责人履行第一责任人职责情况|局主要负责人带头讲授法治课"],
        ["加强领导，确保任务落到实处|把春耕备耕列入重要日程，逐级分解"],
        # siblings end in the same word
        [
            "群众办事方面|大厅增设窗口六个，平均等候时间缩短",
            "企业服务方面|专班上门走访，逐条答复诉求",
            "项目审批方面|容缺受理事项扩大到三十项",
        ],
        # a sentence takes the title's words up again
        ["健全村级财务管理制度|健全村级财务管理办法，实行收支月结月清"],
    ],
)
def test_titles_end_where_sentences_begin(leads: list[str]) -> None:
    assert _cut(*leads) == [lead.split("|")[0] for lead in leads]


@pytest.mark.parametrize(
    "leads",
    [
        # titles that a full stop closes stay whole
        [
            "持续优化营商环境，激发企业活力",
            "大力发展乡村旅游，增加农民收入",
            "全面加强队伍建设，提升服务水平",
        ],
        ["水利设施建设加快推进", "农村面貌持续改善", "安全形势总体平稳"],
        ["2023年度领导班子履行第一责任人职责的有关情况"],
    ],
)
def test_titles_with_a_stop_stay_whole(leads: list[str]) -> None:
    assert _cut(*leads) == leads


def test_two_phrases_of_one_measure_part_where_all_siblings_do() -> None:
    leads = [
        "坚持项目带动、扩大投资，产业根基不断夯实园区建设全面提速",
        "坚持以人为本、改善民生，群众福祉持续增进就业形势总体稳定",
        "坚持防治并举、守住底线，生态环境日益优美河湖水质稳步向好",
    ]
    assert [title[-8:] for title in _cut(*leads)] == [
        "产业根基不断夯实",
        "群众福祉持续增进",
        "生态环境日益优美",
    ]
    one_not = "坚持群防群治、注重预防，平安建设更有成效"
    assert measured_half(one_not) == 0
    assert one_not in _cut(leads[0], leads[1], one_not)


def test_an_item_ends_the_title_before_it() -> None:
    text = f"一、主要工作（一）强化林业管护一是划定网格。{BODY}（二）完善路网一是拓宽村道。{BODY}"
    assert _titles(text) == ["一、主要工作", "（一）强化林业管护", "（二）完善路网"]
    # 统一是 is no item
    assert _cut("推进标识统一是今年的重点") != ["推进标识统"]


def test_a_sentence_that_stands_alone_behind_a_number_is_a_title() -> None:
    text = (
        f"{BODY}1、定期检修站内排水泵，保证汛期设备随时可用，及时更换老化的电缆。"
        f"2、建立值班台账，做到交接清楚、责任到人，节假日实行双人值守。{BODY}"
    )
    assert _titles(text) == [
        "1、定期检修站内排水泵，保证汛期设备随时可用，及时更换老化的电缆",
        "2、建立值班台账，做到交接清楚、责任到人，节假日实行双人值守",
    ]


@pytest.mark.parametrize("first", ["三", "七"])
def test_an_excerpt_begins_with_any_number(first: str) -> None:
    following = "四" if first == "三" else "八"
    text = f"{BODY}（{first}）开展义诊。{BODY}（{following}）改造厕所。{BODY}"
    assert _titles(text) == [f"（{first}）开展义诊", f"（{following}）改造厕所"]
    assert _titles(f"{BODY}（{first}）开展义诊。{BODY}") == [f"（{first}）开展义诊"]
    assert _titles(f"{BODY}5.修缮校舍。{BODY}") == ["5.修缮校舍"]


def test_an_article_of_a_law_is_no_excerpt() -> None:
    assert _titles(f"{BODY}依据该办法第十二条第（三）项处理。{BODY}") == []
    assert _titles(f"{BODY}（五）项所列情形除外，由镇里另行规定。{BODY}") == []


def test_a_number_may_come_twice_or_follow_a_note_or_a_lost_stop() -> None:
    twice = (
        f"一、做法（一）抓春耕。{BODY}（二）抓水利。{BODY}（二）抓防汛。{BODY}（三）抓销售。{BODY}"
    )
    assert _titles(twice)[2:4] == ["（二）抓水利", "（二）抓防汛"]
    note = f"{BODY}（责任单位：镇农业站）2.疏浚渠道。{BODY}（责任单位：水利站）3.加固堤坝。{BODY}"
    assert _titles(note) == ["2.疏浚渠道", "3.加固堤坝"]
    lost = (
        f"一、做法（一）抓春耕。{BODY}{BODY}完成率97.5%"
        f"（二）抓水利。{BODY}{BODY}牵头单位：镇水利站（三）抓防汛。{BODY}"
    )
    assert _titles(lost)[1:] == ["（一）抓春耕", "（二）抓水利", "（三）抓防汛"]


def test_numbers_that_run_on_through_the_parts_are_headings() -> None:
    text = f"一、任务（一）修路。{BODY}（二）引水。{BODY}二、保障（三）强化督导。{BODY}（四）落实经费。{BODY}"
    assert _titles(text) == [
        "一、任务",
        "（一）修路",
        "（二）引水",
        "二、保障",
        "（三）强化督导",
        "（四）落实经费",
    ]


def test_lists_that_count_things_are_no_headings() -> None:
    text = (
        f"一、农业{BODY}二、安全生产全年事故5起，具体如下:一、火灾2起，与上年持平；伤1人。"
        f"二、车祸3起，减少1起；伤2人。三、道路{BODY}"
    )
    assert [title[:2] for title in _titles(text)] == ["一、", "二、", "三、"]
    rows = f"一、概况。{BODY}二、统计 受理总数 件 12 其中：1、窗口受理 件 8 2、网上受理 件 4 三、打算。{BODY}"
    assert [title[:2] for title in _titles(rows)] == ["一、", "二、", "三、"]


def test_blanks_left_for_breaks_end_titles() -> None:
    text = (
        f"{BODY} 一、活动时间 6月5日上午 二、活动安排 （一）科普讲座 邀请医师两名，面向全镇居民开讲。"
        f" （二）义诊 {BODY} 三、有关要求 各村自行组织，注意秩序。"
    )
    assert _titles(text) == [
        "一、活动时间",
        "二、活动安排",
        "（一）科普讲座",
        "（二）义诊",
        "三、有关要求",
    ]


def test_an_excerpt_may_have_lost_the_stop_before_a_part() -> None:
    text = f"{BODY}牵头单位：镇水利站三、工作要求（一）压实责任。{BODY}（二）强化督导。{BODY}"
    assert _titles(text) == ["三、工作要求", "（一）压实责任", "（二）强化督导"]


def test_rows_of_a_flattened_table_are_no_headings() -> None:
    text = (
        f"一、受理情况{BODY}本年新收申请数量8000008（五）不予办理1.材料不全30000032.不属本镇职责10000013.其他0000000"
        f"（六）其他处理1.转办20000022.退回0000000二、存在问题{BODY}"
    )
    assert [title for title in _titles(text) if not title.startswith(("一", "二"))] == []


def test_notes_inside_a_line_are_no_headings() -> None:
    text = f"一、人口。{BODY}二、就业。{BODY}注：1.本资料为快报数。2.部分数据因取舍不等于合计。"
    assert _titles(text) == ["一、人口", "二、就业"]


def test_reports_that_kept_their_breaks_are_not_searched_inside() -> None:
    text = f"一、概况\n{BODY}\n{BODY}\n二、做法\n{BODY}提出三点意见。2.加强巡查。{BODY}\n{BODY}\n"
    assert _titles(text) == ["一、概况", "二、做法"]


def test_known_titles() -> None:
    assert section_title("下一步工作打算我们将继续努力") == len("下一步工作打算")
    assert section_title("整改工作进一步推进") == 0
    assert section_title("企业服务方面专班上门走访") == len("企业服务方面")
    assert section_title("在企业服务方面取得进展") == section_title("各方面力量形成合力") == 0
    assert chapter_title("邮电稳中有进，运行平稳", sure=True) == 2
    assert chapter_title("邮电稳中有进") == 0


def test_fragments_stop_at_marks_and_odds_tell_boundaries() -> None:
    assert fragments("好，建成", 3) == ["建|", "|成", "建|成"]
    lead = "着力提升服务水平围绕企业需求"
    assert boundary(lead, 8) > max(boundary(lead, place) for place in (3, 5, 7, 9, 11))


def test_no_title_ends_before_what_it_compares_with() -> None:
    text = (
        "二、收支情况 （一）2017年收入430万元，比2016年决算数增加122万元，增长39％，具体情况如下："
        " 1.财政拨款收入430万元。"
        " （二）2017年支出422万元，比2016年决算数增加114万元，增长37％，具体情况如下："
        " 1.基本支出400万元。\n"
    )
    assert [title[:11] for title in _titles(text)][:3] == [
        "二、收支情况",
        "（一）2017年收入4",
        "（二）2017年支出4",
    ]
    assert "比2016年决算数增加122万元，增长39％，具体情况如下" in _titles(text)[1]
    assert _titles(
        "四、财政拨款预算基本支出情况 2019年度财政拨款基本支出2544万元，其中：人员经费2105万元。\n"
    ) == ["四、财政拨款预算基本支出情况"]
