"""Blocks of a report: paragraphs, page residue in both its shapes, and what must never be cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baobiao.model import Block
from baobiao.read.furniture.blocks import blocks, header_metadata

PROSE = (
    "全年共办理各类案件，坚持依法行政，推进改革，取得明显成效；"
    "群众可以在网上查询、下载、打印和分享有关材料。"
)
# Longer than both zones together: its middle is body beyond doubt. No line stands there twice.
LINES = [f"（{number}）{PROSE}" for number in range(80)]
BODY = "".join(LINES)


def pieces(text: str, kind: str) -> list[str]:
    return [text[block.start : block.end] for block in blocks(text) if block.kind == kind]


def sound(text: str, found: tuple[Block, ...]) -> None:
    """Sorted, apart, trimmed, and together all that is not white space."""
    offset = 0
    for block in found:
        assert offset <= block.start < block.end
        assert not text[offset : block.start].strip()
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        offset = block.end
    assert not text[offset:].strip()


def test_a_plain_report_is_its_paragraphs() -> None:
    text = "　　甲局工作报告 \n\n\t一、概况\n全年办结12件。\n\n甲局\n2024年1月5日\n"
    assert pieces(text, "text") == [
        "甲局工作报告",
        "一、概况",
        "全年办结12件。",
        "甲局",
        "2024年1月5日",
    ]
    assert len(blocks(text)) == 5


# --- a page on one line


def test_a_page_on_one_line_keeps_its_title_and_body() -> None:
    text = (
        "当前位置： 首页政务公开部门文件 丁县财政局2022年工作总结 "
        "时间：2023-03-31 10:09 微信 微博 QQ空间 "
        f"根据要求，现报告如下。一、概况{BODY} 来源：丁县财政局 附件下载"
    )
    assert pieces(text, "furniture") == [
        "当前位置： 首页政务公开部门文件",
        "10:09",
        "微信 微博 QQ空间",
        "附件下载",
    ]
    assert pieces(text, "text") == [
        "丁县财政局2022年工作总结",
        "时间：2023-03-31",
        f"根据要求，现报告如下。一、概况{BODY}",
        "来源：丁县财政局",
    ]


@pytest.mark.parametrize(
    ("crumbs", "title"),
    [
        ("当前位置：首页 > 政务公开 > 年度报告", "丁县统计局 2022年公报"),
        ("您的位置： 首页>>公开目录>>正文", "丁县统计局 2022年公报"),
        ("您现在的位置：网站首页 » 通知公告 »", "丁县统计局2022年公报"),
        ("当前位置： 首页 政务公开 部门文件", "统计局 2022年公报"),
        ("当前位置： 首页政务公开最新文件", "统计局 2022年公报"),
        ("首页 > 政府信息公开 > 法定主动公开内容", "丁县统计局2022年公报"),
    ],
)
def test_crumbs_end_where_the_title_begins(crumbs: str, title: str) -> None:
    text = f"{crumbs} {title} 发布时间：2023年1月9日 10:07 {BODY}"
    assert pieces(text, "furniture") == [crumbs, "10:07"]
    assert pieces(text, "text")[0] == title


@pytest.mark.parametrize(
    "tools",
    [
        "【字号：大 中 小】",
        "【字体：加大 还原 减小】",
        "字号：[ 大 中 小 ]",
        "[打印本页] [关闭窗口]",
        "分享到： 微信 新浪微博",
        "下载 | 打印 | 收藏",
        "浏览次数：1203次",
        "【浏览量：35】",
        "索引号：01234567-8/2023-00012",
        "责任编辑：王某",
    ],
)
def test_tools_in_the_head_of_one_line(tools: str) -> None:
    text = f"丁县2022年公报 {tools} 一、概况{BODY}"
    assert pieces(text, "furniture") == [tools]
    assert pieces(text, "text") == ["丁县2022年公报", f"一、概况{BODY}"]


@pytest.mark.parametrize(
    "ending",
    [
        "附件下载",
        "相关链接：",
        "扫一扫在手机打开当前页",
        "打印本页 关闭窗口",
        "【打印】 【关闭】",
        "责任编辑：王某某",
        "主办单位：丁县人民政府办公室 版权所有 网站标识码1234567890",
    ],
)
def test_tools_at_the_end_of_one_line(ending: str) -> None:
    text = f"丁县2022年公报。一、概况{BODY} {ending}"
    assert "".join(pieces(text, "furniture")).replace(" ", "") == ending.replace(" ", "")
    assert pieces(text, "text") == [f"丁县2022年公报。一、概况{BODY}"]


@pytest.mark.parametrize(
    "sentence",
    [
        "文件可以下载、打印和收藏，也可以分享到微信、微博、QQ空间。",
        "开通微信公众号和微博，浏览次数达12万次，下载量居全市第一。",
        "会议时间：2023-03-31，地点：县政府。",
        "字体大小不一的标牌全部更换，大中小企业一视同仁。",
        "地理位置：县城以东3公里；资金来源：县财政。",
        "主办单位：县文旅局，参加群众3000人次。",
        "网站首页全年更新1200条，责任编辑3名。",
        "附件下载量同比增长12%。",
        "各乡镇 大中型水库 12座 已除险加固。",
        "根据《条例》<行政许可>有关规定，A<B时不予办理。",
        "编辑印发简报12期。相关报道35篇。",
    ],
)
@pytest.mark.parametrize("shape", ["{0}", "一、概况\n{0}\n二、安排", "一、概况{1}{0}{1}"])
def test_ordinary_sentences_are_never_cut(sentence: str, shape: str) -> None:
    text = shape.format(sentence, BODY)
    assert all(block.kind == "text" for block in blocks(text))
    assert any(sentence in piece for piece in pieces(text, "text"))


# --- a page with its lines


def test_a_page_with_its_lines() -> None:
    head = ["下载", "打印", "全屏", "收藏", "【字号：", "加大", "还原", "减小", "】"]
    report = [
        "丁省工作报告",
        "——2024年2月4日在丁省人民代表大会上",
        "来源：丁省日报",
        "时间：2024-02-12",
    ]
    text = "\n".join([*head, *report, "各位代表：", *LINES, "相关报道："])
    assert pieces(text, "furniture") == [*head, "相关报道："]
    assert pieces(text, "text") == [*report, "各位代表：", *LINES]


def test_crumbs_on_lines_of_their_own() -> None:
    crumbs = ["分享:", "首页", ">", "政府信息公开", ">", "工作报告"]
    text = "\n".join([*crumbs, "丁省工作报告", "时间：", "2024-02-02 09:20", "各位代表：", BODY])
    assert pieces(text, "furniture") == [*crumbs, "09:20"]
    assert pieces(text, "text")[:4] == ["丁省工作报告", "时间：", "2024-02-02", "各位代表："]


def test_tool_words_in_the_middle_of_a_report_are_text() -> None:
    text = "\n".join(["丁县报告", *LINES[:40], "下载", "打印", "首页", ">", "公开", *LINES[40:]])
    assert pieces(text, "furniture") == []


def test_related_links_go_on_to_the_end() -> None:
    end = ["相关链接", "一图读懂工作报告", "工作报告解读之二", "扫一扫在手机打开当前页"]
    text = "\n".join(["丁县报告", *LINES, "甲局", "2024年1月5日", *end])
    assert pieces(text, "furniture") == end


@pytest.mark.parametrize("follower", [PROSE, "2024年1月5日", "二〇二四年一月五日"])
def test_related_links_do_not_swallow_a_report(follower: str) -> None:
    text = "\n".join(["丁县报告", *LINES, "相关附件", "甲局", follower])
    assert pieces(text, "furniture") == []


def test_the_foot_of_a_site() -> None:
    foot = [
        "主办单位：丁县人民政府办公室",
        "地址：丁县中路1号  电话：0123-4567890",
        "版权所有：丁县人民政府 丁ICP备12345678号",
        "网站标识码：1234567890",
        "建议使用1024*768分辨率浏览",
    ]
    text = "\n".join(["丁县报告", *LINES, "丁县人民政府", "2024年1月5日", *foot])
    assert pieces(text, "furniture") == foot


def test_a_host_is_no_foot_without_a_site() -> None:
    text = "\n".join(["丁县报告", *LINES, "主办单位：丁县文旅局", "承办单位：丁县文化馆"])
    assert pieces(text, "furniture") == []


def test_editors_and_neighbouring_pages() -> None:
    end = ["（责任编辑： 王某", "）", "上一篇：关于春节放假的通知", "下一篇：没有了"]
    text = "\n".join(["丁县报告", *LINES, *end])
    assert "".join(pieces(text, "furniture")) == "".join(end)


def test_the_licence_of_a_wiki() -> None:
    licence = [
        "本作品是中华人民共和国的",
        "法律",
        "，根据《",
        "著作权法",
        "》属于",
        "公有领域",
        "。",
    ]
    text = "\n".join(["丁县报告", *LINES, *licence, "Public domain", "false"])
    assert pieces(text, "furniture") == [*licence, "Public domain", "false"]
    prose = "\n".join(["丁县报告", PROSE, "本作品展共展出120件。", PROSE])
    assert pieces(prose, "furniture") == []


# --- markup, printed pages, pages kept twice


def test_markup_left_in_is_residue_anywhere() -> None:
    text = (
        f"<!-- 头\n部 -->\n<p>丁县报告</p>\n<U+00A0><U+00A0>各位代表：\n{BODY}\n"
        "增长12%<br/>下降3%&nbsp;&nbsp;持平\n<script>var a = 1;\nb();</script>\n"
    )
    assert pieces(text, "text") == ["丁县报告", "各位代表：", BODY, "增长12%", "下降3%", "持平"]
    assert "<U+00A0><U+00A0>" in pieces(text, "furniture")
    sound(text, blocks(text))


def test_angle_brackets_in_prose_are_no_markup() -> None:
    text = "印发<工作规则>的通知，PM<10，<a局>和<b类>企业，<2024>1号"
    assert pieces(text, "furniture") == []


@pytest.mark.parametrize(
    "number",
    ["— 3 —", "-3-", "－３－", "·12·", "第3页", "第 3 页 共 10 页", "第三页", "Page 3 of 10"],
)
def test_page_numbers_anywhere(number: str) -> None:
    text = "\n".join([*LINES[:40], number, *LINES[40:]])
    assert pieces(text, "furniture") == [number]


@pytest.mark.parametrize(
    "line", ["3", "第3项", "-3", "2024-3-1", "— 3件 —", "3-5", "第3页的数据已更正"]
)
def test_other_short_lines_are_text(line: str) -> None:
    assert pieces("\n".join([*LINES[:40], line, *LINES[40:]]), "furniture") == []


def test_running_headers_stand_next_to_page_numbers() -> None:
    page = ["丁县财政局2023年度决算", "一、概况", "全年收支平衡。"]
    text = "\n".join([*page, "- 1 -", *page, "- 2 -", *page, "- 3 -", *page])
    assert pieces(text, "furniture").count("丁县财政局2023年度决算") == 3
    assert pieces(text, "text").count("一、概况") == 4
    assert pieces(text, "text")[0] == "丁县财政局2023年度决算"


def test_running_headers_begin_printed_pages() -> None:
    text = "\f".join(f"丁县财政局2023年度决算\n第{number}部分内容\n" for number in "一二三四")
    assert pieces(text, "text").count("丁县财政局2023年度决算") == 1


def test_a_form_of_address_said_often_is_no_running_header() -> None:
    text = "\n".join(
        ["各位代表：", PROSE, "- 1 -", PROSE, "各位代表：", PROSE, "各位代表：", PROSE]
    )
    assert pieces(text, "text").count("各位代表：") == 3


def test_a_page_that_was_kept_twice_counts_once() -> None:
    text = "\n".join(["丁县报告", *LINES, "其余", *LINES, "丁县"])
    assert pieces(text, "text") == ["丁县报告", *LINES, "其余", "丁县"]
    assert pieces(text, "furniture") == LINES


def test_a_paragraph_pasted_twice_stays_for_the_draft_rules() -> None:
    text = "\n".join(["丁县报告", PROSE * 5, "一、概况", PROSE * 5])
    assert pieces(text, "furniture") == []


def test_turning_pages() -> None:
    text = "\n".join([PROSE, "上一页 1 2 3 4 下一页", "上一页<U+00A0>1<U+00A0> 2 下一页", PROSE])
    assert pieces(text, "text") == [PROSE, PROSE]


# --- headers of archives


HEADER = (
    "标题: 丁县统计公报\n发布时间: 2022-10-31 11:01\n文号: 丁统〔2022〕3号\n发布机构: 丁县统计局\n"
    "栏目: 统计公报\n原文链接: https://www.example.cn/t1.htm\n本地目录: a/b\n附图另见\n"
    "=========== 正文 ===========\n"
)


def test_the_header_of_an_archive_is_residue_and_metadata() -> None:
    text = HEADER + "一、综合\n标题：不再是页头"
    assert pieces(text, "text") == ["一、综合", "标题：不再是页头"]
    assert header_metadata(text) == {
        "title": "丁县统计公报",
        "publish_date": "2022-10-31",
        "document_number": "丁统〔2022〕3号",
        "issuer": "丁县统计局",
        "source_url": "https://www.example.cn/t1.htm",
    }


def test_empty_fields_of_a_header_say_nothing() -> None:
    assert header_metadata("标题: 公报\n文号: \n发布机构:\n==== 正文 ====\n一") == {"title": "公报"}


def test_front_matter_of_markdown() -> None:
    text = "---\ntitle: 丁县公报\nyear: 2022\n---\n# 一、综合\n"
    assert header_metadata(text) == {"title": "丁县公报", "year": "2022"}
    assert pieces(text, "text") == ["# 一、综合"]


def test_a_header_without_a_rule_needs_several_fields_of_a_page() -> None:
    text = "标题：丁县公报\n发布时间：2022-10-31\n原文链接：https://x.cn\n\n一、综合\n"
    assert header_metadata(text)["title"] == "丁县公报"
    assert pieces(text, "text") == ["一、综合"]


@pytest.mark.parametrize(
    "text",
    [
        "标题：丁县公报\n来源：丁县\n一、综合",
        "一、综合\n标题：甲\n栏目：乙\n网址：丙\n",
        "==== 正文 ====\n一、综合",
        "---\n一、综合\n---\n二、安排",
        "文号：丁公报字〔2024〕2号    签发人：王某\n丁县公安局\n\n2024年法治政府建设年度报告",
    ],
)
def test_what_is_no_header(text: str) -> None:
    assert header_metadata(text) == {}
    assert pieces(text, "furniture") == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("时间：2024-02-12", "2024-02-12"),
        ("发布日期：２０２４年２月１２日", "2024-02-12"),
        ("更新时间: 2024/2/12 09:00:01", "2024-02-12"),
        ("某政府网站 www.example.cn 2024年02月12日 来源：某社", "2024-02-12"),
        ("会议时间：2024-02-12", ""),
        ("时间：2024年2月", ""),
        ("时间：2024-02-31", ""),
    ],
)
def test_the_day_that_a_page_names(line: str, day: str) -> None:
    text = f"丁县报告\n{line}\n{PROSE}"
    assert header_metadata(text).get("publish_date", "") == day


# --- what a reader knows, and what always holds


def test_blocks_that_a_reader_knows_are_taken_over() -> None:
    text = "导航 首页\n丁县报告\n项目\t数\n破案\t12\n— 1 —"
    given = [Block(0, 5, "furniture"), Block(text.index("项目"), text.index("\n—"), "table")]
    found = blocks(text, given)
    assert [block for block in found if block in given] == given
    assert [block.kind for block in found] == ["furniture", "text", "table", "furniture"]
    sound(text, found)


PARTS = st.sampled_from(
    [
        *(
            "一、概况",
            "全年办结12件。",
            "下载",
            "打印 收藏",
            "微信 微博",
            "首页 > 公开",
            ">",
            "【",
            "】",
        ),
        *(
            "大 中 小",
            "当前位置：",
            "时间：2024-01-05 10:09",
            "来源：甲",
            "— 3 —",
            "附件下载",
            PROSE,
        ),
        *(
            "<p>",
            "<!--",
            "-->",
            "<U+00A0>",
            "&nbsp;",
            "标题: 甲",
            "栏目: 乙",
            "==== 正文 ====",
            "---",
        ),
        *(
            "版权所有",
            "相关链接",
            "本作品",
            "公有领域",
            "第二十条第（一）项",
            "信息内容",
            "规章000",
        ),
        *("申请人情况自然人", "总计0", "三、收到", " ", "\n", "\n\n", "\t", "\f", "　"),
    ]
)


@given(st.lists(PARTS, max_size=60).map("".join))
def test_blocks_always_cover_the_text_once(text: str) -> None:
    found = blocks(text)
    sound(text, found)
    assert {block.kind for block in found} <= {"text", "furniture", "table"}


@given(st.text(max_size=300))
def test_any_text_has_blocks(text: str) -> None:
    sound(text, blocks(text))


@given(st.lists(PARTS, max_size=20).map("".join), st.lists(PARTS, max_size=20).map("".join))
def test_the_middle_of_a_body_is_never_residue(before: str, after: str) -> None:
    marked = f"\n{BODY}\n"
    text = before.replace("<!--", "").replace("本作品", "") + marked + after
    middle = text.index(BODY) + len(BODY) // 2
    (block,) = [block for block in blocks(text) if block.start <= middle < block.end]
    assert block.kind == "text"
