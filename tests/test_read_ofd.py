"""OFD files: paragraphs from lines, page numbers, tables from ruled lines, and bad archives.

The files are made here, the way office software sets a page: 三号 letters, 28 a line, 22 lines a page.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baobiao import process
from baobiao.lexicon import load
from baobiao.model import Draft, Report
from baobiao.read import ReadError, Source, from_text, read
from baobiao.read.decoding import decode
from baobiao.read.layout.lines import Line, body, joined, lines
from baobiao.read.layout.marks import Word
from typesetting import LEFT, SIZE, set_pages, width

Fact = tuple[object, ...]
SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
CORPUS = Path(__file__).parents[1] / "corpus"


def text_object(text: str, x: float, y: float, size: float = SIZE, more: str = "") -> str:
    """A text object whose letters stand where DeltaX says."""
    steps = [width(letter) * size / SIZE for letter in text[:-1]]
    deltas = " ".join(f"{step:.2f}" for step in steps)
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y - size} 180 {size * 1.3}" Font="2" Size="{size}"'
        f' {more}><ofd:TextCode X="0" Y="{size}" DeltaX="{deltas}">{escape(text)}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def bare(text: str, steps: str = "") -> str:
    """A text object of 5 mm letters."""
    code = f"<ofd:TextCode X='0' Y='5' {steps}>{text}</ofd:TextCode>"
    return f"<ofd:TextObject Boundary='50 60 90 9' Size='5'>{code}</ofd:TextObject>"


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    box = f"{x0} {y0} {max(x1 - x0, 0.3)} {max(y1 - y0, 0.3)}"
    return (
        f'<ofd:PathObject ID="9" Boundary="{box}" LineWidth="0.3">'
        f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def package(
    pages: Iterable[str], template: str = "", extra: Mapping[str, bytes] | None = None
) -> bytes:
    """An OFD file of pages' objects; a template's objects are drawn on every page."""
    pages = list(pages)
    listed = "".join(
        f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages))
    )
    used = '<ofd:Template TemplateID="77"/>' if template else ""
    parts = {
        "OFD.xml": f"<ofd:OFD {SPACE} Version='1.0'><ofd:DocBody><ofd:DocInfo/>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea>"
        "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        '<ofd:TemplatePage ID="77" BaseLoc="Tpls/T.xml"/></ofd:CommonData>'
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        "Doc_0/Tpls/T.xml": content(template),
    }
    for number, objects in enumerate(pages):
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = content(objects, used)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return packed.getvalue()


def content(objects: str, used: str = "") -> str:
    layer = f"<ofd:Content><ofd:Layer ID='3'>{objects}</ofd:Layer></ofd:Content>"
    return f"<?xml version='1.0' encoding='UTF-8'?><ofd:Page {SPACE}>{used}{layer}</ofd:Page>"


def typeset(text: str) -> bytes:
    """The paragraphs of a text as an OFD file with page numbers."""
    return package(
        "".join(text_object(piece, x, y) for piece, x, y in page) for page in set_pages(text)
    )


def ofd(folder: Path, data: bytes, name: str = "报告.ofd") -> Report:
    (folder / name).write_bytes(data)
    (report,) = read(Source(folder / name, name))
    assert isinstance(report, Report)
    return report


def test_paragraphs_go_over_lines_and_pages(tmp_path: Path) -> None:
    paragraphs = [
        "关于工作的报告",
        "各位代表：",
        *(f"第{n}段，全年办结案件{n}12.5件，" * n for n in range(2, 12)),
    ]
    report = ofd(tmp_path, typeset("\n".join(paragraphs)))
    assert report.text.split("\n") == paragraphs
    assert report.format == "ofd"
    assert not re.search(r"—\s*\d+\s*—", report.text)


def test_a_full_last_line_ends_its_paragraph_before_an_indented_one(tmp_path: Path) -> None:
    full = "满" * 26  # two places are the indentation
    report = ofd(tmp_path, typeset(f"{full}\n下一段从头说起，内容很多。\n{full}满满\n完"))
    assert report.text.split("\n") == [full, "下一段从头说起，内容很多。", full + "满满", "完"]


def test_running_heads_and_page_numbers_are_left_out_and_numbers_in_the_body_stay() -> None:
    found = [
        Line(text, 79, 255, y * 72 / 25.4, 14, page, 595, edge)
        for page in (1, 2, 3, 4)
        for text, y, edge in (
            ("某某局2024年报告", 15, True),
            (f"第 {page} 页 共 4 页", 285, True),
            ("2024", 100, False),
            (f"第{page}页的正文在页边", 284, True),
        )
    ]
    found[3] = Line("只有一页有的批注", 79, 255, 45, 14, 1, 595, True)
    assert {line.text for line in body(found, 4)} == {"2024", "只有一页有的批注"}
    assert [line.text for line in body(found[:1], 1)] == ["某某局2024年报告"]


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (  # a matrix scales and moves
            '<ofd:TextObject Boundary="50 60 9 9" Size="2" CTM="2 0 0 2 1 1">'
            '<ofd:TextCode X="0" Y="2" DeltaX="g 3 2">全年办结</ofd:TextCode></ofd:TextObject>'
            + text_object("12件", 67.5, 65, 4),
            "全年办结12件",
        ),
        # blocks in blocks, and no DeltaX
        (
            f"<ofd:PageBlock><ofd:PageBlock>{bare('全年办结')}</ofd:PageBlock></ofd:PageBlock>",
            "全年办结",
        ),
        (bare("收入支出", "DeltaX='5 35 5'"), "收入\t支出"),  # one text over two columns
        (bare("全年办结", "DeltaX='g 2'"), "全年办结"),
        (text_object("页外", 400, 60) + text_object("页内", 60, 60), "页内"),
    ],
)
def test_where_letters_stand(tmp_path: Path, drawn: str, expected: str) -> None:
    assert ofd(tmp_path, package([drawn])).text == expected


def test_two_short_pages_are_two_paragraphs_with_their_pages(tmp_path: Path) -> None:
    report = ofd(tmp_path, package([text_object("甲", 40, 60), text_object("乙", 40, 60)]))
    assert report.text == "甲\n乙"


def test_templates_and_watermarks(tmp_path: Path) -> None:
    askew = text_object("仅供内部使用", 60, 150, more='CTM="0.7 -0.7 0.7 0.7 0 0"')
    pages = [text_object("全年办结12件。", LEFT + 2 * SIZE, 60) * 2]  # drawn twice: bold
    report = ofd(tmp_path, package(pages, template=text_object("某某市文件", 80, 50) + askew))
    assert report.text == "某某市文件\n全年办结12件。"


def test_words_of_a_line() -> None:
    assert joined([Word("件", 30.0, 50.4, 5, 5), Word("12", 25, 50, 5, 5)]) == "12件"
    (line,) = lines([Word("张三", 100, 50, 5, 10), Word("签发人：", 20, 50, 5, 20)], height=297)
    assert (line.text, line.right) == ("签发人：\t张三", 110)
    assert joined([Word("Word", 10, 5, 5, 10), Word("Excel", 21.5, 5, 5, 12)]) == "Word Excel"


def grid_page(rows: Sequence[Sequence[str]], top: float, merged: bool = False) -> str:
    """A ruled table; ``merged``: the first row's second and third cell are one."""
    columns = len(rows[0])
    objects = [
        rule(LEFT, top + 10 * n, LEFT + 50 * columns, top + 10 * n) for n in range(len(rows) + 1)
    ]
    for n in range(columns + 1):
        begin = top + 10 if merged and n == 2 else top
        objects.append(rule(LEFT + 50 * n, begin, LEFT + 50 * n, top + 10 * len(rows)))
    for down, row in enumerate(rows):
        for right, cell in enumerate(row):
            if cell:
                objects.append(text_object(cell, LEFT + 50 * right + 2, top + 10 * down + 7))
    return "".join(objects)


def test_a_ruled_table_with_merged_cells_over_two_pages(tmp_path: Path) -> None:
    head = text_object("表1 收支决算表", 80, 50) + text_object("单位：万元", 150, 58)
    first = grid_page(
        [["项目", "决算数", ""], ["类别", "2023年", "2024年"], ["收入", "1,200.5", "/"]], 200, True
    )
    second = grid_page([["支出", "0", "30"], ["结余", "", "5"]], 30)
    after = text_object("说明如上。", LEFT + 2 * SIZE, 80)
    report = ofd(tmp_path, package([head + first, second + after]))
    (table,) = report.tables
    assert (table.caption, table.unit, table.page) == ("表1 收支决算表", "万元", 1)
    values = {cell.header: cell.text for cell in table.cells if cell.kind == "value"}
    assert values == {
        ("决算数", "2023年", "收入"): "1,200.5",
        ("决算数", "2024年", "收入"): "/",
        ("决算数", "2023年", "支出"): "0",
        ("决算数", "2024年", "支出"): "30",
        ("决算数", "2024年", "结余"): "5",
    }
    assert all(report.text[cell.start : cell.end] == cell.text for cell in table.cells)
    assert report.text.endswith("结余\t\t5\n说明如上。")
    assert (
        report.text[table.start : table.end]
        == "项目\t决算数\t\n类别\t2023年\t2024年\n收入\t1,200.5\t/\n支出\t0\t30\n结余\t\t5"
    )


def test_a_frame_around_the_page_is_no_table(tmp_path: Path) -> None:
    frame = (
        rule(20, 20, 190, 20)
        + rule(20, 280, 190, 280)
        + rule(20, 20, 20, 280)
        + rule(190, 20, 190, 280)
    )
    report = ofd(tmp_path, package([frame + text_object("全年办结12件。", 60, 60)]))
    assert (report.tables, report.text) == ((), "全年办结12件。")


@pytest.mark.parametrize(
    "mangle",
    [
        lambda xml: xml.replace("http://www.ofdspec.org/2016", "http://www.ofdspec.org"),
        lambda xml: xml.replace("ofd:", "").replace(SPACE.replace("ofd:", ""), ""),
        lambda xml: xml.replace(f" {SPACE}", ""),  # the prefix is never declared
    ],
)
def test_namespaces_do_not_matter(tmp_path: Path, mangle: object) -> None:
    plain = package([text_object("办结12件。", 60, 60)])
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name.replace("/", "\\"), mangle(old.read(name).decode()))  # type: ignore[operator]
    assert ofd(tmp_path, packed.getvalue()).text == "办结12件。"


def bomb() -> bytes:
    return package(["x"], extra={"Doc_0/big.xml": b" " * 80_000_000})


def encrypted() -> bytes:
    data = bytearray(package([text_object("密", 60, 60)]))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(signature, place + 1)
    return bytes(data)


def other_archive(name: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, "x")
    return packed.getvalue()


ENTITY = "<!DOCTYPE a [<!ENTITY b 'c'>]><OFD>&b;</OFD>"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "文件是空的"),
        (b"%PDF-1.7", "PDF"),
        ("各位代表".encode(), "不是 OFD 文件"),
        (package([text_object("甲", 60, 60)])[:400], "不完整或已损坏"),
        (other_archive("word/document.xml"), "Word 文档"),
        (other_archive("a.txt"), "ZIP 压缩包"),
        (other_archive("OFD.xml"), "已损坏"),
        (encrypted(), "已加密"),
        (bomb(), "展开后有"),
        (package([""]), "扫描件"),
    ],
    ids=["empty", "pdf", "text", "cut", "docx", "zip", "no xml", "locked", "bomb", "pictures"],
)
def test_each_bad_file_gets_its_own_sentence(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says):
        ofd(tmp_path, data)


def test_entities_are_refused(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("OFD.xml", ENTITY)
    with pytest.raises(ReadError, match="实体"):
        ofd(tmp_path, packed.getvalue())


@pytest.mark.parametrize("path", sorted(CORPUS.rglob("*.txt")), ids=lambda path: path.stem[:20])
def test_the_same_report_gives_the_same_facts(tmp_path: Path, path: Path) -> None:
    rows = (line.strip() for line in decode(path.read_bytes()).text.split("\n"))
    text = "\n".join(row for row in rows if row and not re.search(r"\t|\S {2,}", row))
    lexicon = load()
    wanted = facts_of(process.extract(from_text(text), lexicon))
    found = facts_of(process.extract(ofd(tmp_path, typeset(text)), lexicon))
    same: list[Fact] = list((wanted & found).elements())
    assert len(same) >= 0.97 * max(wanted.total(), found.total())


def facts_of(draft: Draft) -> Counter[Fact]:
    """The rows of a report's tables, without their places."""
    rows: list[Fact] = [(row.level, row.marker, row.title) for row in draft.sections]
    rows += [(row.text, row.date_from, row.date_to) for row in draft.dates]
    rows += [(row.text, row.name, row.kind) for row in draft.organisations]
    rows += [(row.text, row.name, row.value, row.unit, row.year) for row in draft.indicators]
    return Counter(rows)


LETTERS = st.text(st.sampled_from("全年办结案件，。；12.5%件市区"), min_size=1, max_size=200)


@given(
    st.lists(
        LETTERS.map(str.strip).filter(lambda text: text[0] not in "，。；.%"),
        min_size=1,
        max_size=12,
    )
)
def test_no_character_is_lost(paragraphs: list[str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        report = ofd(Path(folder), typeset("\n".join(paragraphs)))
    assert report.text.replace("\n", "") == "".join(paragraphs)
