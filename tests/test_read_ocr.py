"""Scanned pages and images. The pages are drawn here; one recognition takes seconds, so there are few.

Needs ``baobiao[ocr]`` and a Chinese font (fonts-noto-cjk); ``BAOBIAO_FONT`` names another.
"""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from baobiao import process, tables
from baobiao import read as reading
from baobiao.lexicon import load
from baobiao.model import Report
from baobiao.read import ReadError, Source
from baobiao.read.layout.affine import moved
from baobiao.read.layout.marks import Rule
from baobiao.read.scans import recognition
from baobiao.read.scans.recognition import as_printed, with_wide_brackets
from typesetting import pdf, shown

if TYPE_CHECKING:
    from PIL import Image

FONT = Path(
    os.environ.get("BAOBIAO_FONT", "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")
)
needs_recognition = pytest.mark.skipif(
    not recognition.is_installed() or not FONT.exists(), reason="recognition or font is missing"
)
DOTS = 200
LINES = (
    "（一）规范公正文明执法。2024年，全区办结行政处",
    "罚案件1286件，同比增长5.3%，罚没款金额412.36万元。",
    "（二）加强队伍建设。举办培训班12期，培训864人次。",
)


def drawn(
    lines: Sequence[tuple[str, float, float]], size: tuple[int, int] = (595, 400)
) -> Image.Image:
    """A page with lines of 三号 letters at places in points."""
    from PIL import Image, ImageDraw, ImageFont

    scale = DOTS / 72
    page = Image.new("RGB", (round(size[0] * scale), round(size[1] * scale)), "white")
    font = ImageFont.truetype(str(FONT), round(16 * scale))
    draw = ImageDraw.Draw(page)
    for text, x, y in lines:
        draw.text((x * scale, y * scale), text, font=font, fill="black", anchor="ls")
    return page


@cache
def paragraphs_page() -> Image.Image:
    places = ((112.0, 100.0), (80.0, 128.0), (112.0, 156.0))
    return drawn([(text, x, y) for text, (x, y) in zip(LINES, places, strict=True)])


def table_page() -> Image.Image:
    from PIL import ImageDraw

    rows = [("项目", "2023年", "2024年"), ("本年收入", "1,200.5", "0"), ("本年支出", "980", "30")]
    xs, top, high, scale = (80, 220, 340, 460), 140, 30, DOTS / 72
    words = [("收入支出决算表", 200.0, 90.0), ("单位：万元", 370.0, 125.0)]
    for down, row in enumerate(rows):
        words += [(cell, x + 8, top + high * down + 21.0) for cell, x in zip(row, xs, strict=False)]
    page = drawn(words)
    draw = ImageDraw.Draw(page)
    for n in range(len(rows) + 1):
        y = (top + high * n) * scale
        draw.line((xs[0] * scale, y, xs[-1] * scale, y), fill="black", width=3)
    for x in xs:
        draw.line(
            (x * scale, top * scale, x * scale, (top + high * 3) * scale), fill="black", width=3
        )
    return page


def saved(picture: Image.Image, format: str, **options: object) -> bytes:
    written = io.BytesIO()
    picture.save(written, format, **options)
    return written.getvalue()


def read(folder: Path, data: bytes, name: str) -> Report:
    (folder / name).write_bytes(data)
    (report,) = reading.read(Source(folder / name, name))
    assert isinstance(report, Report)
    return report


@needs_recognition
def test_an_image_is_read_in_paragraphs_with_what_is_sure_of_each(tmp_path: Path) -> None:
    report = read(tmp_path, saved(paragraphs_page(), "PNG", dpi=(DOTS, DOTS)), "扫描.png")
    assert report.text == f"{LINES[0]}{LINES[1]}\n{LINES[2]}"
    assert (report.format, report.warnings) == ("png", ("文字由图像识别得出，请核对原件",))
    first, second = report.blocks
    assert first.page == second.page == 1
    assert all(block.confidence and 80 <= block.confidence <= 100 for block in report.blocks)
    assert first.box and second.box
    assert first.box == pytest.approx((80, 84, 481, 131), abs=8)
    rows = tables.tables([process.extract(report, load())])["indicators"].to_pylist()
    values = {row["text"]: (row["page"], row["confidence"]) for row in rows}
    assert values["864人次"] == (1, second.confidence)
    assert values["1286件"] == (1, first.confidence)


@needs_recognition
def test_a_page_that_lies_on_its_side_askew_in_a_scanned_pdf(tmp_path: Path) -> None:
    page = paragraphs_page().rotate(0.8, fillcolor="white").rotate(90, expand=True)
    report = read(tmp_path, saved(page, "PDF", resolution=DOTS), "扫描.pdf")
    assert report.text == f"{LINES[0]}{LINES[1]}\n{LINES[2]}"
    assert report.warnings == ("第 1 页的文字由图像识别得出，请核对原件",)


@needs_recognition
def test_a_ruled_table_on_a_scanned_page(tmp_path: Path) -> None:
    report = read(tmp_path, saved(table_page(), "PDF", resolution=DOTS), "决算.pdf")
    (table,) = report.tables
    assert (table.caption, table.unit, table.page) == ("收入支出决算表", "万元", 1)
    assert {cell.header: cell.text for cell in table.cells if cell.kind == "value"} == {
        ("2023年", "本年收入"): "1,200.5",
        ("2024年", "本年收入"): "0",
        ("2023年", "本年支出"): "980",
        ("2024年", "本年支出"): "30",
    }
    cells = [block for block in report.blocks if block.kind == "table"]
    assert len(cells) == 9 and all(block.confidence for block in cells)


@needs_recognition
def test_pages_of_a_tiff_and_a_photograph(tmp_path: Path) -> None:
    small = [drawn([(text, 60, 60)], (300, 100)) for text in ("全年办结12件。", "培训864人次。")]
    data = saved(small[0], "TIFF", save_all=True, append_images=small[1:])
    report = read(tmp_path, data, "扫描.tif")
    assert report.text == "全年办结12件。\n培训864人次。"
    assert [block.page for block in report.blocks] == [1, 2]
    turned = saved(small[0].rotate(90, expand=True), "JPEG", exif=orientation(6))
    assert read(tmp_path, turned, "照片.jpeg").text == "全年办结12件。"
    clear = small[0].convert("RGBA")
    clear.putalpha(small[0].convert("L").point(lambda light: 255 if light < 128 else 0))
    assert read(tmp_path, saved(clear, "PNG"), "透明.png").text == "全年办结12件。"


def orientation(number: int) -> bytes:
    """What a camera writes when it is held on its side."""
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112] = number
    return exif.tobytes()


@needs_recognition
def test_blank_pages_say_so(tmp_path: Path) -> None:
    blank = drawn([], (200, 200))
    with pytest.raises(ReadError, match="没有认出文字"):
        read(tmp_path, saved(blank, "PNG"), "空白.png")
    with pytest.raises(ReadError, match="扫描件，图像里没有认出文字"):
        read(tmp_path, saved(blank, "PDF"), "空白.pdf")


@needs_recognition
def test_text_pages_are_not_recognised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scanned = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q\n"
    seen: list[tuple[float, float]] = []

    def recognised(image: object, width: float, height: float) -> object:
        from baobiao.read.layout.marks import Page, Word

        seen.append((width, height))
        return Page((Word("识别的字", 80, 90, 16, 64, 91),), (), width, height)

    monkeypatch.setattr(recognition, "recognised", recognised)
    report = read(tmp_path, pdf([shown("全年办结12件。", 80, 90), scanned]), "混合.pdf")
    assert report.text == "全年办结12件。\n识别的字"
    assert seen == [(595.0, 842.0)]
    assert [block.confidence for block in report.blocks] == [None, 91]
    assert report.warnings == ("第 2 页的文字由图像识别得出，请核对原件",)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "文件是空的"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "已损坏"),
        ("甲".encode(), "不是图像"),
    ],
    ids=["empty", "cut", "text"],
)
def test_bad_images(
    tmp_path: Path, data: bytes, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("PIL")
    monkeypatch.setattr(recognition, "is_installed", lambda: True)
    with pytest.raises(ReadError, match=says):
        read(tmp_path, data, "扫描.png")


def test_too_many_pixels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("PIL")
    from PIL import Image

    monkeypatch.setattr(recognition, "is_installed", lambda: True)
    big = saved(Image.new("1", (20_001, 10_001)), "PNG")
    with pytest.raises(ReadError, match="过大"):
        read(tmp_path, big, "扫描.png")


def test_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "is_installed", lambda: False)
    with pytest.raises(ReadError, match=r'pip install "baobiao\[ocr\]"'):
        read(tmp_path, b"\x89PNG", "扫描.png")


def test_ruled_lines_of_an_image() -> None:
    numpy = pytest.importorskip("numpy")
    pytest.importorskip("cv2")
    from baobiao.read.scans.rules import rules_on, straightened

    image = numpy.full((600, 800, 3), 255, numpy.uint8)
    image[100:103, 50:750] = image[400:403, 50:750] = 0  # two long lines
    image[100:400, 200:203] = 0
    image[500:503, 300:330] = 0  # a stroke of a letter
    image[450:590, 600:740] = 0  # a stamp
    found = rules_on(image, 0.36)
    flat = [rule for rule in found if rule.y0 == rule.y1]
    assert [round(rule.y0) for rule in sorted(flat, key=lambda rule: rule.y0)] == [37, 145]
    (upright,) = [rule for rule in found if rule.x0 == rule.x1]
    assert (upright.x0, upright.y0, upright.y1) == pytest.approx((72.5, 36, 145), abs=1.5)
    assert isinstance(upright, Rule)
    same, way = straightened(image)
    assert same is image and moved(way, 3, 4) == (3, 4)


def test_a_page_that_lies_askew_is_made_straight() -> None:
    numpy = pytest.importorskip("numpy")
    cv2 = pytest.importorskip("cv2")
    from baobiao.read.scans.rules import rules_on, straightened

    image = numpy.full((600, 800, 3), 255, numpy.uint8)
    for y in (100, 200, 300):
        cv2.line(image, (50, y), (750, y + 14), (0, 0, 0), 2)  # they fall by 1.15 degrees
    straight, way = straightened(image)
    (left, top), (right, bottom) = moved(way, 50, 100), moved(way, 750, 114)
    assert (right - left, bottom) == (pytest.approx(700, abs=1), pytest.approx(top, abs=1.5))
    lengths = [rule.x1 - rule.x0 for rule in rules_on(straight, 1.0)]
    assert len(lengths) == 3 and min(lengths) > 690
    blank = numpy.full((600, 800, 3), 255, numpy.uint8)
    assert straightened(blank)[0] is blank


@pytest.mark.parametrize(
    ("recognised", "printed"),
    [
        ("办结12件,同比增长5.3%;其中:甲类", "办结12件，同比增长5.3%；其中：甲类"),
        ("公开,规范", "公开，规范"),
        ("比例为1.5：1", "比例为1.5:1"),
        ("10:30开会", "10:30开会"),
        ("（七） 总计", "（七）总计"),
        ("办理“12345″热线", "办理“12345”热线"),
        ("total 1,234.5", "total 1,234.5"),
    ],
)
def test_punctuation_as_it_is_printed(recognised: str, printed: str) -> None:
    assert as_printed(recognised) == printed


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([("(", 0, 18), ("一", 18, 40), (")", 40, 58), ("开", 60, 90)], "(一)开"),
        ([("(", 0, 18), ("一", 18, 40), (")", 40, 58), ("开", 70, 100)], "（一）开"),
        ([("人", 0, 30), ("(", 40, 58), ("3", 58, 70), (")", 70, 88)], "人（3）"),
        ([("人", 0, 30), ("(", 32, 50), ("3", 50, 62), (")", 62, 80)], "人(3)"),
        ([(")", 0, 18), ("开", 40, 70)], ")开"),
    ],
)
def test_brackets_are_as_wide_as_the_blank_beside_them_says(
    pieces: list[tuple[str, float, float]], text: str
) -> None:
    assert "".join(letters for letters, *_ in with_wide_brackets(pieces)) == text
