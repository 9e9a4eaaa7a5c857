"""PDF files: paragraphs, page numbers, turned pages, tables over several pages, and bad files.

The files are written here byte by byte (see ``typesetting``).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from baobiao import process
from baobiao import read as reading
from baobiao.lexicon import load
from baobiao.model import Report
from baobiao.read import ReadError, Source, from_text, recognition
from baobiao.read.decoding import decode
from baobiao.read.layout_lines import Line
from baobiao.read.layout_marks import Page, Rule, Word
from baobiao.read.layout_paragraphs import margins, paragraphs
from baobiao.read.layout_tables import ruled as ruled_tables
from baobiao.read.radicals import characters
from test_read_ofd import CORPUS, facts_of
from typesetting import A4, pdf, ruled, ruled_table, shown, typeset_pdf

COLUMNS = [80, 200, 320, 440]


def read(folder: Path, data: bytes, name: str = "报告.pdf") -> Report:
    (folder / name).write_bytes(data)
    (report,) = reading.read(Source(folder / name, name))
    assert isinstance(report, Report)
    return report


def test_paragraphs_go_over_lines_and_pages(tmp_path: Path) -> None:
    wanted = [
        "关于工作的报告",
        "各位代表：",
        *(f"第{n}段，全年办结案件{n}12.5件，" * n for n in range(2, 12)),
    ]
    report = read(tmp_path, typeset_pdf("\n".join(wanted)))
    assert report.text.split("\n") == wanted
    assert not re.search(r"—\s*\d+\s*—", report.text)
    assert (report.format, report.warnings) == ("pdf", ())
    assert [block.page for block in report.blocks] == [1] * 9 + [2] * 3
    first, last = report.blocks[0], report.blocks[-1]
    assert first.box is not None and last.box is not None
    assert 70 < first.box[0] < first.box[2] < A4[0] and first.box[3] < 130
    assert {block.confidence for block in report.blocks} == {None}


@pytest.mark.parametrize(
    "foot", ["— {} —", "-{}-", "{}", "第{}页 共 3 页", "第 {} 页", "- {} / 3 -", "{}/3"]
)
def test_page_numbers_and_running_heads_are_left_out(tmp_path: Path, foot: str) -> None:
    pages = [
        shown("某某局2024年度报告", 220, 40, 9)
        + shown("第一行的正文很短。", 120, 120)
        + shown(foot.format(n), 280, 810, 10)
        for n in (1, 2, 3)
    ]
    assert read(tmp_path, pdf(pages)).text == "\n".join(["第一行的正文很短。"] * 3)


def test_figures_of_the_body_are_no_page_numbers(tmp_path: Path) -> None:
    drawn = shown("全年办结", 120, 300) + shown("2024", 120, 400) + shown("某处批注", 120, 40)
    assert read(tmp_path, pdf([drawn])).text == "某处批注\n全年办结\n2024"


def line(text: str, x: float, y: float, size: float = 16, right: float = 0, page: int = 1) -> Line:
    right = right or x + size * len(text)
    return Line(text, x, right, y, size, page, 595)


FULL = "工" * 26


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # an indented line begins a paragraph, though the one before it is full
        ([line(FULL, 105, 100), line("下一段。", 105, 128)], [FULL, "下一段。"]),
        # a line that is not indented goes on where the one before it is full
        ([line(FULL, 105, 100), line("作。", 73, 128)], [FULL + "作。"]),
        # ... and not where that left room
        ([line("一、概况", 73, 100), line("工作。", 73, 128)], ["一、概况", "工作。"]),
        # a wide step ends a paragraph, as do letters of another size
        ([line(FULL, 105, 100), line("作。", 73, 160)], [FULL, "作。"]),
        ([line(FULL, 105, 100), line("作。", 73, 128, 12)], [FULL, "作。"]),
        # a full line that ends a sentence, and a heading's number
        ([line(FULL[1:] + "。", 105, 100), line("（一）成绩", 73, 128)], None),
        ([line(FULL[1:] + "第", 105, 100), line("（一）项", 73, 128)], [FULL[1:] + "第（一）项"]),
        # the next word had no room: brackets are not divided from what they hold
        ([line(FULL[4:], 105, 100), line("（项）。", 73, 128)], [FULL[4:] + "（项）。"]),
        # a page ends within a paragraph
        ([line(FULL, 105, 700), line("作。", 73, 90, page=2)], [FULL + "作。"]),
        # columns that no line is ruled for stay lines
        ([line("收入\t12" + FULL, 73, 100), line("支出\t11", 73, 128)], None),
    ],
)
def test_what_belongs_together(lines: list[Line], expected: list[str] | None) -> None:
    body = [line(FULL + "工工", 73, 200 + 28 * n, page=page) for page in (1, 2) for n in range(12)]
    found = [paragraph.text for paragraph in paragraphs(lines, margins([*lines, *body]))]
    assert found == (expected or [each.text for each in lines])


def test_a_title_over_two_lines_is_one_and_two_titles_are_two() -> None:
    body = [line(FULL + "工工", 73, 300 + 28 * n) for n in range(12)]
    long, rest = (
        line("某某市某某局二〇二四年度部门决算情况的", 100, 100, 22),
        line("说明", 275, 130, 22),
    )
    short, below = line("某某市人民政府", 220, 180, 22), line("工作报告", 253, 210, 22)
    found = paragraphs([long, rest, short, below], margins([long, rest, short, below, *body]))
    assert [each.text for each in found] == [long.text + "说明", "某某市人民政府", "工作报告"]


def test_each_page_has_its_own_margins() -> None:
    wide = [line("工" * 28, 73, 100 + 28 * n) for n in range(20)]
    narrow = [line("作" * 24, 105, 100 + 28 * n, page=3) for n in range(20)]
    narrow[0] = line("作" * 22, 137, 100, page=3)
    found = paragraphs([*wide, *narrow], margins([*wide, *narrow]))
    assert [len(each.text) for each in found] == [28 * 20, 24 * 20 - 2]


@pytest.mark.parametrize(
    ("more", "turn", "x", "y"),
    [
        ("/Rotate 90", "0 1 -1 0", 105, 505),  # a page on its side, its text upright when turned
        ("/Rotate 180", "-1 0 0 -1", 490, 505),
        ("/Rotate 270", "0 -1 1 0", 490, 337),
        ("", "0 1 -1 0", 105, 505),  # a page that nobody turned
        ("", "0 -1 1 0", 490, 337),
        ("/CropBox [50 50 560 800]", "1 0 0 1", 105, 337),
    ],
)
def test_turned_pages_are_read_as_they_lie(
    tmp_path: Path, more: str, turn: str, x: float, y: float
) -> None:
    a, b, *_ = map(int, turn.split())
    lines = "".join(
        shown(text, x + 28 * n * b, y + 28 * n * a, turn=turn)
        for n, text in enumerate(["全年办结12件，", "同比增长5.3%。"])
    )
    report = read(tmp_path, pdf([lines], more))
    assert report.text == "全年办结12件，\n同比增长5.3%。"
    (first, second) = (block.box for block in report.blocks)
    assert first and second and first[3] < second[3] and first[2] - first[0] > 90


def test_columns_of_prose_are_read_one_after_the_other(tmp_path: Path) -> None:
    left, right = "左栏正文接连不断地写下去", "右栏正文接连不断地写下去"
    drawn = shown("某某市人民政府公报第三期", 160, 90, 22) + "".join(
        shown("　　" + text[:10] if not n else text, x, 140 + 24 * n, 16)
        for text, x in ((left, 80), (right, 320))
        for n in range(10)
    )
    text = read(tmp_path, pdf([drawn + shown("本期共印五百份。", 200, 420)])).text
    assert text.split("\n") == [
        "某某市人民政府公报第三期",
        left[:10] + left * 9,
        right[:10] + right * 9,
        "本期共印五百份。",
    ]


def test_columns_of_short_entries_stay_rows(tmp_path: Path) -> None:
    drawn = "".join(
        shown("收入" * (1 + n % 3), 80, 100 + 24 * n) + shown(f"{n}2.5", 320, 100 + 24 * n)
        for n in range(12)
    )
    rows = read(tmp_path, pdf([drawn])).text.split("\n")
    assert rows[:2] == ["收入\t02.5", "收入收入\t12.5"]


def test_watermarks_and_text_drawn_twice(tmp_path: Path) -> None:
    askew = shown("仅供内部使用", 150, 500, 40, "0.7 0.7 -0.7 0.7")
    bold = shown("全年办结12件。", 120, 300) + shown("全年办结12件。", 120.2, 300)
    assert read(tmp_path, pdf([askew + bold])).text == "全年办结12件。"


def test_spaces_are_those_that_are_written_or_seen(tmp_path: Path) -> None:
    drawn = (
        shown("第一部分 概况", 120, 300)
        + shown("签发人", 120, 340) + shown("张三", 300, 340)
        + shown("2024", 120, 380) + shown("年", 154, 380)
        + shown("规章", 120, 420) + shown("0", 180, 420) + shown("0", 220, 420)
    )  # fmt: skip
    text = read(tmp_path, pdf([drawn])).text
    assert text == "第一部分 概况\n签发人\t张三\n2024年\n规章\t0\t0"


def test_radicals_become_characters_and_nothing_else_changes(tmp_path: Path) -> None:
    report = read(tmp_path, pdf([shown("⼀般公共服务⽀出，⺠⽣㎡①", 120, 300)]))
    assert report.text == "一般公共服务支出，民生㎡①"
    assert characters("⻓⻔⼯⼈") == "长门工人"
    assert characters("ＡＢ㈠Ⅱ") == "ＡＢ㈠Ⅱ"


def test_a_table_over_two_pages_whose_head_is_repeated(tmp_path: Path) -> None:
    head = [["项目", "决算数", "<"], ["类别", "2023年", "2024年"]]
    first = (
        shown("表1 收入支出决算总表", 200, 90)
        + shown("单位：万元", 380, 130, 10)
        + ruled_table([*head, ["收入", "1,200.5", "/"]], 140, COLUMNS)
    )
    second = ruled_table([*head, ["支出", "0", "30"], ["结余", "", "5"]], 60, COLUMNS)
    report = read(tmp_path, pdf([first, second + shown("说明如上。", 112, 300)]))
    (table,) = report.tables
    assert (table.caption, table.unit, table.page) == ("表1 收入支出决算总表", "万元", 1)
    assert {cell.header: cell.text for cell in table.cells if cell.kind == "value"} == {
        ("决算数", "2023年", "收入"): "1,200.5",
        ("决算数", "2024年", "收入"): "/",
        ("决算数", "2023年", "支出"): "0",
        ("决算数", "2024年", "支出"): "30",
        ("决算数", "2024年", "结余"): "5",
    }
    assert all(report.text[cell.start : cell.end] == cell.text for cell in table.cells)
    assert report.text.endswith("结余\t\t5\n说明如上。")
    places = {report.text[b.start : b.end]: b for b in report.blocks if b.kind == "table"}
    assert (places["30"].page, places["30"].box) == (2, (320.0, 108.0, 440.0, 132.0))
    assert places["1,200.5"].page == 1


def page_of(words: dict[tuple[float, float], str], rules: list[Rule]) -> Page:
    placed = [Word(text, x, y, 10, 10 * len(text)) for (x, y), text in words.items()]
    return Page(tuple(placed), tuple(rules), *A4)


def across(y: float, *stretch: float) -> Rule:
    left, right = stretch or (80, 320)
    return Rule(left, y, right, y)


def down(x: float, top: float, bottom: float) -> Rule:
    return Rule(x, top, x, bottom)


def texts(page: Page, number: int = 1) -> list[list[list[str | None]]]:
    found, _ = ruled_tables(page, number)
    return [[[at and at.cell.text for at in row] for row in table.rows] for table in found]


def test_a_table_that_no_line_closes_at_its_sides_ends_where_its_lines_end() -> None:
    words = {(90, 118.0): "项目", (210, 118.0): "金额", (90, 138.0): "收入", (210, 138.0): "12"}
    rules = [across(100), across(120), across(140), down(200, 100, 140)]
    assert texts(page_of(words, rules)) == [[["项目", "金额"], ["收入", "12"]]]


def test_a_table_cut_by_the_foot_of_the_page_and_a_merged_cell_that_goes_on() -> None:
    first = page_of(
        {(85, 765.0): "三、办理结果", (210, 765.0): "受理", (330, 765.0): "3",
         (210, 785.0): "办结", (330, 785.0): "2"},
        [across(750, 80, 400), across(770, 200, 400),
         *(down(x, 750, 790) for x in (80, 200, 320, 400))],
    )  # fmt: skip
    second = page_of(
        {(210, 75.0): "退回", (330, 75.0): "1", (85, 95.0): "总计", (330, 95.0): "6"},
        [across(60, 200, 400), across(80, 80, 400), across(100, 80, 400),
         *(down(x, 60, 100) for x in (80, 200, 320, 400))],
    )  # fmt: skip
    (above,), _ = ruled_tables(first, 1)
    (below,), _ = ruled_tables(second, 2)
    assert above.goes_on(below)
    both = above.with_rows_of(below)
    assert [[at and at.cell.text for at in row] for row in both.rows] == [
        ["三、办理结果", "受理", "3"],
        [None, "办结", "2"],
        [None, "退回", "1"],
        ["总计", "", "6"],
    ]
    label = both.rows[0][0]
    assert label is not None and label.cell.row_span == 3


def test_other_columns_or_a_page_between_make_another_table() -> None:
    rules = [across(100), across(120), *(down(x, 100, 120) for x in (80, 200, 320))]
    (table,), _ = ruled_tables(page_of({(90, 115.0): "甲"}, rules), 1)
    (far,), _ = ruled_tables(page_of({(90, 115.0): "乙"}, rules), 3)
    moved = [across(100), across(120), *(down(x, 100, 120) for x in (80, 240, 320))]
    (other,), _ = ruled_tables(page_of({(90, 115.0): "丙"}, moved), 2)
    assert not table.goes_on(far)
    assert not table.goes_on(other)


def test_a_table_without_any_line(tmp_path: Path) -> None:
    rows = [("单位", "受理数", "办结数"), ("一科", "12", "11"), ("二科", "8", "8")]
    drawn = shown("各单位情况", 250, 110, 12) + "".join(
        shown(cell, x, 150 + 24 * n, 12)
        for n, row in enumerate(rows)
        for cell, x in zip(row, (100, 250, 400), strict=True)
    )
    report = read(tmp_path, pdf(["", drawn + shown("以上情况属实。", 112, 300)]))
    (table,) = report.tables
    assert (table.page, report.text[table.start : table.end]) == (
        2,
        "单位\t受理数\t办结数\n一科\t12\t11\n二科\t8\t8",
    )
    assert [cell.header for cell in table.cells if cell.text == "12"] == [("受理数", "一科")]
    assert {block.page for block in report.blocks if block.kind == "table"} == {2}
    assert report.blocks[-1].kind == "text"


def test_rows_that_no_line_divides(tmp_path: Path) -> None:
    rows = [("甲市", "12", "/"), ("乙市（不含", "13", "5"), ("丙市", "14", "6")]
    drawn = ruled_table([["地区", "限额", "余额"]], 140, COLUMNS)
    drawn += "".join(ruled(x, 164, x, 260) for x in COLUMNS[1:3]) + ruled(80, 260, 440, 260)
    drawn += shown("丁区）", 83, 210, 10)  # a name on two lines
    for n, row in enumerate(rows):
        drawn += "".join(
            shown(cell, x + 3, 180 + 25 * n - 6 * (x == 80 and n == 1), 10)
            for cell, x in zip(row, COLUMNS, strict=False)
        )
    report = read(tmp_path, pdf([drawn]))
    assert report.text == "地区\t限额\t余额\n甲市\t12\t/\n乙市（不含丁区）\t13\t5\n丙市\t14\t6"


def test_words_on_several_lines_are_one_cell(tmp_path: Path) -> None:
    drawn = ruled_table([["项目", "情况"], ["", ""]], 140, COLUMNS[:3], 40)
    drawn += shown("主动公开", 83, 195, 10) + shown("情况", 83, 210, 10)
    drawn += shown("办结12件，", 203, 195, 10) + shown("退回", 203, 210, 10)
    assert read(tmp_path, pdf([drawn])).text == "项目\t情况\n主动公开情况\t办结12件，退回"


def test_filled_backgrounds_rule_no_table(tmp_path: Path) -> None:
    shaded = "".join(f"1 1 1 rg {x} 400 200 200 re f\n" for x in (80, 290)) + "0 g\n"
    drawn = shaded + shown("全年办结12件，", 100, 300) + shown("其中甲类5件。", 300, 300)
    assert read(tmp_path, pdf([drawn])).tables == ()


def test_headings_that_run_upwards_in_narrow_columns(tmp_path: Path) -> None:
    drawn = (
        ruled_table([["", "本年数", "上年数"], ["", "12", "11"]], 140, [80, 110, 230, 350], 60)
        + shown("办结数", 98, 258, 10, "0 1 -1 0")
        + shown("装订线", 30, 500, 10, "0 1 -1 0")
    )
    assert read(tmp_path, pdf([drawn])).text == "\t本年数\t上年数\n办结数\t12\t11"


LOCKED = (
    "/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -1 "
    f"/O <{'41' * 32}> /U <{'42' * 32}> >>"
)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "文件是空的"),
        ("各位代表".encode(), "不是 PDF 文件"),
        (b"PK\x03\x04word/document.xml", "不是 PDF 文件|Word 文档|ZIP"),
        (b"%PDF-1.7\n" + b"x" * 300, "不完整或已损坏"),
        (pdf([shown("甲", 90, 90)])[:200], "不完整或已损坏"),
        (pdf([shown("密", 90, 90)], trailer=LOCKED), "打开密码"),
        (pdf(["", ""]), "空白"),
        (pdf([]), "不完整或已损坏"),
        (pdf([ruled(10, 10, 90, 10)]), "空白"),
    ],
    ids=["empty", "text", "zip", "garbage", "cut", "locked", "blank", "no pages", "a line"],
)
def test_each_bad_file_gets_its_own_sentence(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says):
        read(tmp_path, data)


def test_absurd_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from baobiao.read import pdf as module

    two = pdf([shown("全年办结12件。", 120, 300)] * 2)
    monkeypatch.setattr(module, "_MOST_PAGES", 1)
    with pytest.raises(ReadError, match="2 页，超过 1 页"):
        read(tmp_path, two)
    monkeypatch.setattr(module, "_MOST_PAGES", 2)
    monkeypatch.setattr(module, "_MOST_LETTERS", 5)
    with pytest.raises(ReadError, match="第 1 页有超过 5 个字符"):
        read(tmp_path, two)


PICTURE = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q\n"


def test_scanned_pages_without_recognition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "is_installed", lambda: False)
    with pytest.raises(ReadError, match=r'扫描件.*pip install "baobiao\[ocr\]"'):
        read(tmp_path, pdf([PICTURE]))
    text = shown("全年办结案件12件。" * 3, 80, 300)
    report = read(tmp_path, pdf([text, PICTURE, PICTURE, text * 1]))
    assert report.text.count("全年") == 6
    assert report.warnings[0].startswith("第 2–3 页是扫描图像，没有读出来")


def test_a_text_page_on_a_coloured_ground_is_no_scan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recognition, "is_installed", lambda: False)
    lines = "".join(shown("全年办结案件十二件，", 80, 100 + 28 * n) for n in range(8))
    assert read(tmp_path, pdf([PICTURE + lines])).warnings == ()


def test_a_text_layer_of_no_use_is_a_scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "is_installed", lambda: False)
    garbled = shown("\ue001\ue002\ue003\ue004" * 5, 80, 300)
    report = read(tmp_path, pdf([shown("全年办结案件12件。", 80, 300), garbled]))
    assert report.warnings == (f"第 2 页是扫描图像，没有读出来。{recognition.HOW}",)


def test_without_the_library_a_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ReadError, match=r'pip install "baobiao\[pdf\]"'):
        read(tmp_path, pdf([shown("甲", 90, 90)]))


@pytest.mark.parametrize("path", sorted(CORPUS.rglob("*.txt")), ids=lambda path: path.stem[:20])
def test_the_same_report_gives_the_same_facts(tmp_path: Path, path: Path) -> None:
    rows = (line.strip() for line in decode(path.read_bytes()).text.split("\n"))
    text = "\n".join(row for row in rows if row and "\t" not in row)
    lexicon = load()
    wanted = facts_of(process.extract(from_text(text), lexicon))
    found = facts_of(process.extract(read(tmp_path, typeset_pdf(text)), lexicon))
    assert (wanted & found).total() >= 0.97 * max(wanted.total(), found.total())
