"""Word documents: automatic numbers, changes, fields, text boxes, notes, tables, heading styles, and bad files."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from baobiao import outline
from baobiao.characters import fold
from baobiao.model import Report
from baobiao.read import ReadError, Source, read
from word_files import (
    begins_at,
    by_office,
    cell,
    document,
    kind,
    level,
    list_of,
    needs_office,
    numbered,
    para,
    row,
    run,
    style,
    table,
)


def saved(folder: Path, data: bytes, name: str = "报告.docx") -> Report:
    (folder / name).write_bytes(data)
    (report,) = read(Source(folder / name, name))
    assert isinstance(report, Report)
    assert all(report.text[c.start : c.end] == c.text for t in report.tables for c in t.cells)
    return report


def lines(folder: Path, body: str, **parts: str) -> list[str]:
    return saved(folder, document(body, parts)).text.split("\n")


def with_parts(data: bytes, changed: Mapping[str, str | bytes]) -> bytes:
    """The document with some of its parts replaced."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, changed.get(name, old.read(name)))
    return packed.getvalue()


def field(code: str, result: str) -> str:
    """The runs of a complex field."""
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in FIELD)
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{middle}{run(result)}{end}"


MAIL = (
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
    "--x\nContent-Type: text/html; charset=utf-8\n\n{}\n--x--\n"
)
FIELD = ("begin", "separate", "end")
CHINESE = kind(
    0,
    level(0, "%1、", "chineseCountingThousand"),
    level(1, "（%2）", "japaneseCounting"),
    level(2, "%3."),
    level(3, "%4", "decimalEnclosedCircle"),
)


# --- the words of a paragraph


def test_changes_are_read_as_accepted(tmp_path: Path) -> None:
    body = para(
        run("办结")
        + f"<w:ins>{run('12')}</w:ins><w:del><w:r><w:delText>11</w:delText></w:r></w:del>"
        f"<w:moveTo>{run('件')}</w:moveTo><w:moveFrom>{run('宗')}</w:moveFrom>"
    )
    report = saved(tmp_path, document(body))
    assert report.text == "办结12件"
    assert "修订" in report.warnings[0]
    assert saved(tmp_path, document(para("办结12件"))).warnings == ()


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    numbering = CHINESE + list_of(1, 0)
    body = (
        para("全年办结", numbered(1) + gone) + para("12件。", numbered(1)) + para("下", numbered(1))
    )
    assert lines(tmp_path, body, numbering=numbering) == ["一、全年办结12件。", "二、下"]
    assert lines(tmp_path, para("最后一段", gone)) == ["最后一段"]
    grid = table(row(cell("项目"), cell("数量")), row(cell("办结"), cell("12")))
    assert lines(tmp_path, para("表前", gone) + grid)[:2] == ["表前", "项目\t数量"]


def test_old_properties_of_a_change_do_not_count(tmp_path: Path) -> None:
    old = f"<w:pPrChange><w:pPr>{numbered(1)}</w:pPr></w:pPrChange>"
    assert lines(tmp_path, para("甲", old), numbering=CHINESE + list_of(1, 0)) == ["甲"]


def test_fields_show_their_result(tmp_path: Path) -> None:
    inner = field("PAGE", "3")
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in FIELD)
    nested = f"{begin}<w:r><w:instrText>IF </w:instrText></w:r>{inner}{middle}{run('内')}{end}"
    circled = f"{begin}<w:r><w:instrText>eq \\o\\ac(○,12)</w:instrText></w:r>{end}"
    simple = f'<w:fldSimple w:instr="DATE">{run("今日")}</w:fldSimple>'
    body = para(run("见") + field("REF x", "第二部分") + nested + circled + simple)
    assert lines(tmp_path, body) == ["见第二部分内⑫今日"]


def test_a_field_without_its_end_hides_no_more_than_its_paragraph(tmp_path: Path) -> None:
    broken = para(run("甲") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("乙"))
    assert lines(tmp_path, broken + para("丙")) == ["甲", "丙"]


def test_signs_spaces_and_what_is_not_seen(tmp_path: Path) -> None:
    body = para(
        run("甲\t乙")
        + "<w:r><w:t>软</w:t><w:softHyphen/><w:t>件A</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r>"
        + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="F06C"/></w:r>'
        + run("暗", "<w:vanish/>")
        + run("明", '<w:vanish w:val="0"/>')
        + run("3km")
        + run("2", '<w:vertAlign w:val="superscript"/>')
        + run("\u200b\ufeff。")
    )
    assert lines(tmp_path, body) == ["甲\t乙软件A-B≥明3km²。"]


def test_a_line_break_ends_a_line_of_the_same_paragraph(tmp_path: Path) -> None:
    report = saved(tmp_path, document(para("某某市\n工作报告") + para() + para("下段")))
    assert report.text == "某某市\n工作报告\n下段"
    assert [block.paragraph for block in report.blocks] == [1, 1, 3]


def test_ruby_controls_links_and_formulas(tmp_path: Path) -> None:
    ruby = (
        f"<w:r><w:ruby><w:rt>{run('pin')}</w:rt><w:rubyBase>{run('拼')}</w:rubyBase></w:ruby></w:r>"
    )
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>"
    asking = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('单击输入')}</w:sdtContent></w:sdt>"
    half = "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    body = para(f"{ruby}{control}{asking}<w:hyperlink>{run('链')}</w:hyperlink>{half}")
    body += f"<w:sdt><w:sdtPr/><w:sdtContent>{para('整段')}</w:sdtContent></w:sdt>"
    assert lines(tmp_path, body) == ["拼控件链1/2", "整段"]


def test_text_boxes_stand_once_behind_their_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{para('文本框内12件')}{para('第二行')}</w:txbxContent>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    art = '<w:r><w:pict><v:shape><v:textpath string="某某市人民政府文件"/></v:shape></w:pict></w:r>'
    report = saved(
        tmp_path, document(para(run("正文") + f"<w:r>{both}</w:r>" + art) + para("下段"))
    )
    assert report.text == "正文\n文本框内12件\n第二行\n某某市人民政府文件\n下段"
    assert [block.paragraph for block in report.blocks] == [1, 1, 1, 1, 2]


def test_notes_follow_their_paragraph_and_touch_no_figure(tmp_path: Path) -> None:
    notes = f'<w:footnote w:id="2">{para("快报数。")}</w:footnote><w:footnote w:id="3">{para("没人引用")}</w:footnote>'
    ends = f'<w:endnote w:id="1">{para("见年鉴。")}</w:endnote>'
    body = para(
        run("增长12")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + run("%。")
        + '<w:r><w:endnoteReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="9"/></w:r>'
    ) + para("下段")
    found = lines(tmp_path, body, footnotes=notes, endnotes=ends)
    assert found == ["增长12%。", "快报数。", "见年鉴。", "下段"]


def test_headers_and_footers_are_no_text(tmp_path: Path) -> None:
    body = para("正文") + '<w:sectPr><w:headerReference r:id="r0"/></w:sectPr>'
    assert lines(tmp_path, body, header=para("页眉2024年"), footer=para("— 1 —")) == ["正文"]


def test_a_table_of_contents_yields_no_headings(tmp_path: Path) -> None:
    styles = style("T1", shown="toc 1")
    contents = para("一、工作情况\t1", '<w:pStyle w:val="T1"/>') + para(
        "二、不足\t3", '<w:pStyle w:val="T1"/>'
    )
    report = saved(tmp_path, document(contents + para("一、工作情况"), {"styles": styles}))
    assert [block.kind for block in report.blocks] == ["furniture", "furniture", "text"]
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in FIELD)
    toc = para(
        begin + "<w:r><w:instrText>TOC \\o</w:instrText></w:r>" + middle + run("一、概况\t1")
    )
    report = saved(tmp_path, document(toc + para(run("二、不足\t3") + end) + para("一、概况")))
    assert [block.kind for block in report.blocks] == ["furniture", "furniture", "text"]


def test_page_residue_pasted_into_a_document_is_known(tmp_path: Path) -> None:
    report = saved(tmp_path, document(para("正文完。") + para("打印本页 关闭窗口")))
    assert [(block.kind, block.paragraph) for block in report.blocks] == [
        ("text", 1),
        ("furniture", 2),
    ]


@pytest.mark.parametrize("around", ["{}", MAIL])
def test_a_web_page_put_into_a_document_is_read(tmp_path: Path, around: str) -> None:
    page = around.format("<html><body><ol><li>网页内容</li></ol></body></html>")
    data = document(para("开头") + '<w:altChunk r:id="r0"/>', {"aFChunk": ""})
    assert saved(tmp_path, with_parts(data, {"word/aFChunk.xml": page})).text == "开头\n1.网页内容"


# --- tables


def test_merged_cells_the_caption_and_the_unit(tmp_path: Path) -> None:
    grid = table(
        row(cell("项目", merge="restart"), cell("2024年", span=2), properties="<w:tblHeader/>"),
        row(cell(merge="continue"), cell("预算"), cell("决算"), properties="<w:tblHeader/>"),
        row(cell("财政收入"), cell("11"), cell("12")),
    )
    report = saved(tmp_path, document(para("表1 收支表") + para("单位：万元") + grid + para("完")))
    assert (
        report.text == "表1 收支表\n单位：万元\n项目\t2024年\t\n\t预算\t决算\n财政收入\t11\t12\n完"
    )
    (found,) = report.tables
    assert (found.caption, found.unit) == ("表1 收支表", "万元")
    figures = {c.text: c.header for c in found.cells if c.kind == "value"}
    assert figures == {"11": ("2024年", "预算", "财政收入"), "12": ("2024年", "决算", "财政收入")}
    assert [(b.kind, b.paragraph) for b in report.blocks[2:]] == [("table", 3), ("text", 11)]


def test_lines_that_were_drawn_by_hand_nearly_meet(tmp_path: Path) -> None:
    grid = table(
        row(cell("项目"), cell("一季度", span=2), cell("二季度")),
        row(cell("收入", span=2), cell("11"), cell("12")),
        widths=(2000, 60, 1940, 2000),
    )
    (found,) = saved(tmp_path, document(grid)).tables
    assert {c.text: c.header for c in found.cells if c.kind == "value"} == {
        "11": ("一季度", "收入"),
        "12": ("二季度", "收入"),
    }


def test_rows_that_begin_late_deleted_rows_and_numbers_in_cells(tmp_path: Path) -> None:
    grid = table(
        row(cell("序号"), cell("项目"), cell("件数")),
        row(cell(content=para("", numbered(1))), cell("甲"), cell("3")),
        row(cell("删"), cell("去"), cell("9"), properties="<w:del/>"),
        row(cell(content=para("", numbered(1))), cell("乙"), cell("4")),
        row(cell("合计"), cell("7"), properties='<w:gridBefore w:val="1"/>'),
    )
    numbering = kind(0, level(0, "%1")) + list_of(1, 0)
    assert lines(tmp_path, grid, numbering=numbering) == [
        *("序号\t项目\t件数", "1\t甲\t3", "2\t乙\t4", "\t合计\t7"),
    ]


def test_tables_that_only_place_text(tmp_path: Path) -> None:
    inside = para("一、总体情况") + para("全年办结12件。") + para("", numbered(1))
    numbering = {"numbering": CHINESE + list_of(1, 0)}
    report = saved(tmp_path, document(table(row(cell(content=inside))), numbering))
    assert (report.text, report.tables) == ("一、总体情况\n全年办结12件。", ())
    inner = table(row(cell("项目"), cell("数量")), row(cell("办结"), cell("12")))
    outer = table(row(cell("左栏"), cell(content=para("右栏") + inner + para())))
    report = saved(tmp_path, document(outer))
    assert report.text == "左栏\n右栏\n项目\t数量\n办结\t12"
    assert len(report.tables) == 1


def test_a_hostile_span_is_cut(tmp_path: Path) -> None:
    grid = table(row(cell("甲", span=999999999), cell("乙")), row(cell("1"), cell("2")))
    assert saved(tmp_path, document(grid)).text.split("\n")[0].startswith("甲")


# --- heading styles


H1, H2 = '<w:pStyle w:val="H1"/>', '<w:pStyle w:val="H2"/>'
HEADINGS = style("H1", shown="heading 1") + style("H2", '<w:outlineLvl w:val="1"/>')
PROSE = "全年各项工作取得新的成效，办结案件12件。"


def titles(folder: Path, body: str, styles: str = HEADINGS) -> list[tuple[int, int, str]]:
    report = saved(folder, document(body, {"styles": styles}))
    found = outline.sections(report, fold(report.text))
    return [(s.level, s.parent_id, s.marker + s.title) for s in found]


def test_heading_styles_make_headings_of_lines_without_numbers(tmp_path: Path) -> None:
    body = para("甲市工作总结", H1) + para("基本情况", H1) + para(PROSE)
    body += para("依法行政", H2) + para(PROSE) + para("下步打算", H1) + para(PROSE)
    assert titles(tmp_path, body) == [(1, 0, "基本情况"), (2, 1, "依法行政"), (1, 0, "下步打算")]


def test_a_line_without_a_number_ranks_with_the_numbers_of_its_style(tmp_path: Path) -> None:
    body = (
        para("甲市工作总结")
        + para("一、基本情况", H1)
        + para(PROSE)
        + para("（一）收入", H2)
        + para(PROSE)
    )
    body += para("支出", H2) + para(PROSE) + para("结语", H1) + para(PROSE)
    assert titles(tmp_path, body) == [
        *((1, 0, "一、基本情况"), (2, 1, "（一）收入"), (2, 1, "支出"), (1, 0, "结语")),
    ]


def test_numbers_of_computers_are_markers_in_a_heading_style(tmp_path: Path) -> None:
    numbers = kind(0, level(0, "%1"), level(1, "%1.%2")) + list_of(1, 0)
    body = para("甲市工作总结") + para(PROSE) + para("收入情况", H1 + numbered(1)) + para(PROSE)
    body += (
        para("税收", H2 + numbered(1, 1)) + para(PROSE) + para("1.3 万元以上的项目") + para(PROSE)
    )
    report = saved(tmp_path, document(body, {"styles": HEADINGS, "numbering": numbers}))
    found = outline.sections(report, fold(report.text))
    assert [(s.level, s.marker, s.title) for s in found] == [
        (1, "1", "收入情况"),
        (2, "1.1", "税收"),
    ]


def test_sentences_and_titles_in_a_heading_style_are_no_headings(tmp_path: Path) -> None:
    body = (
        para("甲市工作总结", H1)
        + para(PROSE, H2)
        + para("第一句。第二句", H2)
        + para("。" * 3 + PROSE)
    )
    assert titles(tmp_path, body) == []


# --- what is no good document


def locked() -> bytes:
    entry = "EncryptedPackage".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + entry + bytes(96)


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(30_000_000))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "文件是空的"),
        (document(para("甲"))[:300], "不完整或已损坏"),
        (document(""), "没有文字"),
        (document("").replace(b"w:body", b"w:bodi"), "没有正文|损坏|没有文字"),
        (locked(), "已加密"),
        (bomb(), "展开后有"),
        (b"\x00\x01\x02" * 100, "不是 Word 文档|不是文本文件"),
    ],
    ids=["empty", "cut", "no text", "no body", "locked", "bomb", "noise"],
)
def test_each_bad_file_gets_its_own_sentence(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says):
        saved(tmp_path, data)


def test_entities_are_refused(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
    with pytest.raises(ReadError, match="实体"):
        saved(tmp_path, packed.getvalue())


def test_the_strict_variant_and_a_body_without_relations(tmp_path: Path) -> None:
    strict = f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{para("严格")}</w:body>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word\\document.xml", f"{strict}</w:document>")
    assert saved(tmp_path, packed.getvalue()).text == "严格"


def test_characters_that_no_xml_may_hold_cost_no_text(tmp_path: Path) -> None:
    assert lines(tmp_path, para("甲\x0b\x01乙") + para("丙")) == ["甲乙", "丙"]


def test_a_body_that_breaks_off_is_read_as_far_as_it_goes_and_that_is_said(tmp_path: Path) -> None:
    whole = document(para("甲") + para("乙"))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        body = archive.read("word/document.xml")
    cut = body[: body.index("乙".encode())]
    report = saved(tmp_path, with_parts(whole, {"word/document.xml": cut}))
    assert report.text == "甲"
    assert "损坏" in report.warnings[0]


def test_broken_styles_and_numbers_cost_no_text(tmp_path: Path) -> None:
    data = document(para("甲", numbered(1)), {"styles": "", "numbering": CHINESE + list_of(1, 0)})
    broken = {"word/styles.xml": "", "word/numbering.xml": "<"}
    assert saved(tmp_path, with_parts(data, broken)).text == "甲"


def damaged(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    if chance.random() < 0.3:
        changed = changed[: chance.randrange(len(changed))]
    for _ in range(chance.randrange(1, 9) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def test_damage_anywhere_is_a_report_or_a_read_error(tmp_path: Path) -> None:
    body = (
        para("甲", numbered(1)) * 5
        + para(field("TOC", "乙"))
        + table(
            row(cell("项目", merge="restart"), cell("1")),
            row(cell(merge="continue"), cell("2", span=2)),
        )
    )
    parts = {"numbering": CHINESE + list_of(1, 0, begins_at(0, 3)), "styles": HEADINGS}
    whole = document(body, parts)
    chance = random.Random(7)
    for turn in range(200):
        data = damaged(whole, chance)
        if turn % 2:  # a sound archive with damaged parts
            with zipfile.ZipFile(io.BytesIO(whole)) as old:
                each = {name: damaged(old.read(name), chance) for name in old.namelist()}
            data = with_parts(whole, each)
        try:
            saved(tmp_path, data)
        except ReadError as problem:
            assert str(problem)


# --- documents of another producer


@needs_office
def test_documents_of_libreoffice_keep_numbers_tables_and_styles(tmp_path: Path) -> None:
    grid = table(
        row(cell("项目", merge="restart"), cell("2024年", span=2)),
        row(cell(merge="continue"), cell("预算"), cell("决算")),
        row(cell("收入"), cell("11"), cell("12")),
        widths=(2000, 2000, 2000),
    )
    body = para("工作情况", H1 + numbered(1)) + para("依法行政", numbered(1, 1)) + grid
    body += para("存在不足", H1 + numbered(1)) + para(
        run("脚注") + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    )
    parts = {
        "styles": HEADINGS,
        "numbering": CHINESE + list_of(1, 0),
        "footnotes": f'<w:footnote w:id="2">{para("快报数。")}</w:footnote>',
    }
    origin = tmp_path / "手写.docx"
    origin.write_bytes(document(body, parts))
    (tmp_path / "out").mkdir()
    by_office([origin], "docx", tmp_path / "out")
    report = saved(tmp_path, (tmp_path / "out" / "手写.docx").read_bytes())
    assert report.text == saved(tmp_path, origin.read_bytes()).text
    assert report.text.startswith(
        "一、工作情况\n（一）依法行政\n项目\t2024年\t\n\t预算\t决算\n收入\t11\t12\n二、"
    )
    assert report.blocks[0].outline_level == 1
