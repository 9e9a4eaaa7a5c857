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
from baobiao.read import ReadError, Source, from_text
from baobiao.read.decoding import decode
from baobiao.read.pdf.radicals import characters
from baobiao.read.scans import recognition
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
    typed = shown("行政许可    9846", 120, 300) + shown("合　　计", 120, 340)
    assert read(tmp_path, pdf([typed])).text == "行政许可  9846\n合　　计"


def test_radicals_become_characters_and_nothing_else_changes(tmp_path: Path) -> None:
    report = read(tmp_path, pdf([shown("⼀般公共服务⽀出，⺠⽣㎡①", 120, 300)]))
    assert report.text == "一般公共服务支出，民生㎡①"
    assert characters("⻓⻔⼯⼈") == "长门工人"
    assert characters("ＡＢ㈠Ⅱ") == "ＡＢ㈠Ⅱ"


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
        (b"%PDF-1.7\n" + b"x" * 300, "不完整或已损坏"),
        (pdf([shown("甲", 90, 90)])[:200], "不完整或已损坏"),
        (pdf([shown("密", 90, 90)], trailer=LOCKED), "打开密码"),
        (pdf(["", ""]), "空白"),
        (pdf([]), "不完整或已损坏"),
        (pdf([ruled(10, 10, 90, 10)]), "空白"),
    ],
    ids=["empty", "text", "garbage", "cut", "locked", "blank", "no pages", "a line"],
)
def test_each_bad_file_gets_its_own_sentence(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says):
        read(tmp_path, data)


def test_absurd_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from baobiao.read.pdf import reader as module

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
    # Rows that only tabs or spaces divide come out of a printer as they can.
    text = "\n".join(row for row in rows if row and not re.search(r"\t| {2}", row))
    lexicon = load()
    wanted = facts_of(process.extract(from_text(text), lexicon))
    found = facts_of(process.extract(read(tmp_path, typeset_pdf(text)), lexicon))
    assert (wanted & found).total() >= 0.97 * max(wanted.total(), found.total())
