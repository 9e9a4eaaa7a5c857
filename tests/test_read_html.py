"""Saved web pages: encodings, the article among the page's furniture, lists, tables, metadata, mail archives."""

from __future__ import annotations

import html
import random
import re
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baobiao import process
from baobiao.lexicon import load
from baobiao.model import Draft
from baobiao.read import ReadError, from_text
from baobiao.read.decoding import decode
from baobiao.read.web.content import content
from baobiao.read.web.lines import written
from baobiao.read.web.lists import mark
from baobiao.read.web.markup import decoded, parsed
from saved_pages import PAGE, PROSE, page, saved

CORPUS = Path(__file__).parents[1] / "corpus"
Fact = tuple[object, ...]


def lines(body: str) -> list[str]:
    return written(parsed(f"<div>{body}</div>")).text.split("\n")


def test_the_article_its_title_and_what_the_page_says_of_it(tmp_path: Path) -> None:
    report = page(tmp_path, f"<p>&nbsp;&nbsp;　　{PROSE}</p><p>二、支出</p>")
    assert report.text == f"2024年财政收支情况\n{PROSE}\n二、支出"
    assert dict(report.metadata) == {
        "title": "2024年财政收支情况",
        "publish_date": "2025-01-30",
        "issuer": "某某市财政局",
    }
    assert (report.format, report.warnings) == ("html", ())
    assert {block.kind for block in report.blocks} == {"text"}


def test_a_title_that_the_article_has_itself_is_not_put_before_it(tmp_path: Path) -> None:
    report = page(tmp_path, f"<p align=center>某某市<br>2024年财政收支情况</p><p>{PROSE}</p>")
    assert report.text.split("\n")[:2] == ["某某市", "2024年财政收支情况"]


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("gb18030", "gb2312"),
        ("utf-8", "gb2312"),
        ("utf-8-sig", "gbk"),
        ("gb18030", "utf-8"),
        ("gb18030", ""),
        ("utf-16", "utf-8"),
        ("big5", "big5"),
    ],
)
def test_encodings_whatever_the_label_says(encoding: str, said: str) -> None:
    text = f'<meta charset="{said}"><p>政府工作報告，全年辦結案件</p>'
    assert decoded(text.encode(encoding))[0] == text


def test_characters_beyond_gb2312_and_damage(tmp_path: Path) -> None:
    assert page(tmp_path, f"<p>昇平镇{PROSE}</p>").text.endswith(f"昇平镇{PROSE}")
    broken = f"<meta charset=utf-8><div id=zoom>{PROSE}".encode() + b"\xff</div>"
    assert "损坏" in saved(tmp_path, broken).warnings[0]


@pytest.mark.parametrize(
    "container",
    [
        'class="TRS_Editor"',
        'id="zoom"',
        'id="Zoom"',
        'id="UCAP-CONTENT"',
        'class="view TRS_UEDITOR trs_paper_default"',
        'class="article-content"',
        'class="con_text"',
        'class="pages_content"',
        'class="xxgk_content"',
        'id="artibody"',
        'class="TRS_PreAppend"',
        'id="vsb_content"',
        'class="wp_articlecontent"',
        'id="js_content" style="visibility: hidden; opacity: 0"',
        'class="nobody-knows-this"',
    ],
)
def test_containers_of_content_systems(container: str) -> None:
    links = "".join(f"<li><a href=#>栏目{n}的新闻标题</a></li>" for n in range(40))
    root = parsed(
        f"<div class=wrap><ul class=left>{links}</ul><div class=zone><div class=tools>字体：大 中 小</div>"
        f"<div {container}>{f'<p>{PROSE}</p>' * 4}</div><div>责任编辑：某某</div></div></div>"
    )
    assert written(content(root)).text == "\n".join([PROSE] * 4)


def test_an_article_in_several_boxes_is_read_whole() -> None:
    boxes = "".join(f"<div class=TRS_Editor><p>第{n}部分，{PROSE}</p></div>" for n in (1, 2, 3))
    root = parsed(f"<div class=nav>首页</div><div><div>{boxes}</div></div><div>版权所有</div>")
    assert written(content(root)).text == "\n".join(f"第{n}部分，{PROSE}" for n in (1, 2, 3))


def test_a_small_box_with_a_known_name_does_not_beat_the_article() -> None:
    root = parsed(f"<div id=zoom>字号：大 中 小</div><div class=x>{f'<p>{PROSE}</p>' * 5}</div>")
    assert written(content(root)).text == "\n".join([PROSE] * 5)


def test_inline_elements_are_joined_and_blocks_end_lines() -> None:
    assert lines("<p>比上年增长<span>2.</span><span>7</span><font>%</font>。</p>") == [
        "比上年增长2.7%。"
    ]
    assert lines("甲<div>乙</div>丙<br/>丁<!-- 注 -->戊<p>己<o:p></o:p>") == [
        "甲",
        "乙",
        "丙",
        "丁戊",
        "己",
    ]
    assert lines("<p>全年\n  办结\n12件</p><p>GDP\ngrowth</p>") == ["全年办结12件", "GDP growth"]
    assert lines("<p>张三&nbsp;&nbsp; 李四</p>") == ["张三 李四"]
    assert lines("<pre>一行\n二行</pre>") == ["一行", "二行"]
    assert lines('<span style="display:block">甲</span><p style="display: inline">乙</p>丙') == [
        "甲",
        "乙丙",
    ]


def test_raised_and_lowered_numbers_do_not_run_into_others() -> None:
    assert lines("面积5.3km<sup>2</sup>，CO<sub>2</sub>，10<sup>-4</sup>，见注<sup>[1]</sup>") == [
        "面积5.3km²，CO₂，10⁻⁴，见注[1]"
    ]


def test_what_is_not_shown_is_not_read() -> None:
    hidden = (
        '<p style="display: none">暗</p><p hidden>暗</p><script>暗</script><noscript>暗</noscript>'
        '<select><option>暗</select><textarea>暗</textarea><span style="mso-hide:all">暗</span>'
        '<div title="header">页眉</div><div class="bdsharebuttonbox">分享</div>'
    )
    assert lines(f"明{hidden}文") == ["明", "文"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", ["3.甲", "7.乙", "8.丙"]),
        (
            '<ol style="list-style-type: cjk-ideographic"><li><p>甲</p><li>乙</ol>',
            ["一、甲", "二、乙"],
        ),
        ("<ol type=一 start=10><li>甲<li>乙</ol>", ["十、甲", "十一、乙"]),
        (
            "<ol type=A><li>甲<ol type=i><li>子<li>女</ol><li>乙</ol>",
            ["A.甲", "i.子", "ii.女", "B.乙"],
        ),
        ("<ol reversed><li>甲<li>乙</ol>", ["2.甲", "1.乙"]),
        ("<ol><li>1.甲<li>2.乙</ol>", ["1.甲", "2.乙"]),
        ('<ol style="list-style:none"><li>甲</ol>', ["甲"]),
        ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
        ("<ol><li></li><li>乙</ol>", ["2.乙"]),
        (
            "<p><span style='mso-list:Ignore'>一、<span style='font:7pt \"Times New Roman\"'>&nbsp;</span></span>概况",
            ["一、概况"],
        ),
    ],
)
def test_lists_show_their_numbers(source: str, expected: list[str]) -> None:
    assert lines(source) == expected


def test_numbers_of_lists_in_all_styles() -> None:
    assert [mark(n, "cjk-ideographic") for n in (1, 10, 21, 100)] == [
        "一、",
        "十、",
        "二十一、",
        "100.",
    ]
    assert [mark(n, "lower-roman") for n in (4, 9, 40)] == ["iv.", "ix.", "xl."]
    assert [mark(n, "decimal-leading-zero") for n in (3, 12)] == ["03.", "12."]
    assert mark(27, "upper-alpha") == "27."


def test_a_table_of_data_stands_at_its_place(tmp_path: Path) -> None:
    report = page(
        tmp_path,
        f"<p>{PROSE}</p><p>表1 分地区余额</p><table><tbody>"
        "<tr><td colspan=3 align=right>单位：<span>亿元</span></td></tr>"
        "<tr><th rowspan=2>地 区</th><th colspan=2>余额</th></tr><tr><td>一般</td><td>专项</td></tr>"
        "<tr><td><p>北京市</p></td><td>10,663.<b>10</b></td><td>/</td></tr>"
        "<tr><td>合&nbsp;&nbsp;计</td><td>0</td><td>&nbsp;</td></tr><tr><td></td><td></td><td></td></tr>"
        "</tbody></table><p>说明如上。</p>",
    )
    (table,) = report.tables
    assert (table.caption, table.unit) == ("表1 分地区余额", "亿元")
    values = {cell.header: cell.text for cell in table.cells if cell.kind == "value"}
    assert values == {
        ("余额", "一般", "北京市"): "10,663.10",
        ("余额", "专项", "北京市"): "/",
        ("余额", "一般", "合计"): "0",
    }
    assert report.text.endswith("北京市\t10,663.10\t/\n合 计\t0\t\n说明如上。")
    (block,) = [block for block in report.blocks if block.kind == "table"]
    assert report.text[block.start : block.end].startswith("单位：亿元")


@pytest.mark.parametrize(
    "layout",
    [
        "<table><tr><td>{}</td></tr></table>",
        "<table><tr><td>图</td><td>{}</td></tr></table>",
        "<table><tr><td></td><td>{}</td></tr></table>",
        "<table><tr><td>左</td><td><table><tr><td>{}</td></tr></table></td></tr></table>",
        "<table role=presentation><tr><td>左</td><td>{}</td></tr><tr><td>1</td><td>2</td></tr></table>",
        "<table><tr><td>甲</td></tr><tr><td>{}</td></tr></table>",
    ],
)
def test_tables_that_lay_out_the_page_are_none(layout: str) -> None:
    paragraphs = [PROSE] * 5
    found = written(parsed(layout.format("".join(f"<p>{each}</p>" for each in paragraphs))))
    assert found.tables == ()
    assert [line for line in found.text.split("\n") if len(line) > 5] == paragraphs


def test_a_table_drawn_with_spaces(tmp_path: Path) -> None:
    table = "<table><tr><td>项目<td>数量<tr><td>许可<td>5</table>"
    text = f"<p>{PROSE}</p>{table}<pre>科室   受理   办结\n甲科     12     11\n乙科      8      0</pre>"
    report = page(tmp_path, text)
    assert [[c.text for c in t.cells if c.kind == "value"] for t in report.tables] == [
        ["5"],
        ["12", "11", "8", "0"],
    ]
    assert [block.kind for block in report.blocks].count("table") == 2


def test_the_data_inside_a_layout_table_is_found() -> None:
    inner = "<table><tr><td>项目<td>金额<tr><td>甲<td>1</table>"
    (table,) = written(parsed(f"<table><tr><td>左<td>{inner}</table>")).tables
    assert [cell.header for cell in table.cells if cell.kind == "value"] == [("金额", "甲")]


def test_heading_elements_are_evidence_for_the_outline() -> None:
    found = written(parsed(f"<h1>报告</h1><h2>一、概况</h2><p>{PROSE}</p>"))
    levels = {found.text[b.start : b.end]: b.outline_level for b in found.blocks}
    assert levels == {"报告": 1, "一、概况": 2}


def test_thousands_of_open_tags_do_not_lose_the_end(tmp_path: Path) -> None:
    body = "".join(f"<p><font size=3><b>第{n}段，{PROSE}</p>" for n in range(1500))
    assert page(tmp_path, body).text.count("\n") == 1500


def dressed(text: str) -> str:
    """Paragraphs as editors of web pages write them: tags within numbers, indentation by spaces."""
    chance = random.Random(len(text))
    found = []
    for paragraph in text.split("\n"):
        pieces = (html.escape(piece) for piece in re.split(r"(\d|[，。%])", paragraph) if piece)
        tags = [
            chance.choice(["<span>{}</span>", "<font>{}<o:p></o:p></font>", "{}"])
            for _ in paragraph
        ]
        inside = "".join(tag.format(piece) for tag, piece in zip(tags, pieces, strict=False))
        found.append(f"<p class=MsoNormal>&nbsp;&nbsp;　　{inside}</p>\n<p>&nbsp;</p>")
    return "".join(found)


def facts_of(draft: Draft) -> Counter[Fact]:
    """The rows of a report's tables, without their places."""
    rows: list[Fact] = [(row.level, row.marker, row.title) for row in draft.sections]
    rows += [(row.text, row.date_from, row.date_to) for row in draft.dates]
    rows += [(row.text, row.name, row.kind) for row in draft.organisations]
    rows += [(row.text, row.name, row.value, row.unit, row.year) for row in draft.indicators]
    return Counter(rows)


@pytest.mark.parametrize("path", sorted(CORPUS.rglob("*.txt")), ids=lambda path: path.stem[:20])
def test_the_same_report_gives_the_same_facts(tmp_path: Path, path: Path) -> None:
    rows = (line.strip() for line in decode(path.read_bytes()).text.split("\n"))
    text = "\n".join(row for row in rows if row and not re.search(r"\t|\S {2,}", row))
    around = re.sub(r"<meta name=.*|<title>.*|<h2.*|<div class=.info.*", "", PAGE)
    lexicon = load()
    wanted = facts_of(process.extract(from_text(text), lexicon))
    found = facts_of(process.extract(page(tmp_path, dressed(text), around), lexicon))
    assert (wanted & found).total() >= 0.99 * max(wanted.total(), found.total())


LETTERS = st.text(st.sampled_from("全年办结案件，。；12.5%&<>\"' a\u3000"), min_size=1, max_size=40)


@given(st.lists(LETTERS.filter(str.strip), min_size=1, max_size=8))
def test_no_character_is_lost(paragraphs: list[str]) -> None:
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    expected = [re.sub(" +", " ", paragraph).strip() for paragraph in paragraphs]
    assert written(parsed(body)).text.split("\n") == expected


@given(st.text(st.sampled_from("<>/divptabletrtdolliscript!- \"'=甲乙1\n&;"), max_size=200))
def test_no_markup_breaks_the_reader(source: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            report = saved(Path(folder), f"<div id=zoom>{source}{PROSE}".encode())
        except ReadError:
            return
    assert report.text.strip()
