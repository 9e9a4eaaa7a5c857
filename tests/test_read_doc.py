"""Older Word files, WPS and RTF: which program read them, and what is said where none can."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

import pytest

from baobiao.model import Report
from baobiao.read import ReadError, Source, read
from baobiao.read.word import office
from word_files import (
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
    table,
)

NUMBERS = kind(
    0, level(0, "%1、", "chineseCountingThousand"), level(1, "（%2）", "japaneseCounting")
)
TEXT = "甲市工作总结\n一、工作情况\n（一）办案12宗。\n（二）增长5.3%。\n项目\t件数\n办结\t12\n二、存在不足"
RTF = rb"{\rtf1\ansi\ansicpg936 {\fonttbl{\f0 SimSun;}}\f0 \'b1\'a8\'b8\'e6 12\par}"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
EMPTY = OLE.ljust(512, b"\0") + "WordDocument".encode("utf-16-le").ljust(128, b"\0")


def report_of(folder: Path, data: bytes, name: str) -> Report:
    (folder / name).write_bytes(data)
    (report,) = read(Source(folder / name, name))
    assert isinstance(report, Report)
    return report


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A .doc with automatic numbers and a table, made by LibreOffice."""
    folder = tmp_path_factory.mktemp("doc")
    body = para("甲市工作总结") + para("工作情况", numbered(1))
    body += para("办案12宗。", numbered(1, 1)) + para("增长5.3%。", numbered(1, 1))
    body += table(
        row(cell("项目"), cell("件数")), row(cell("办结"), cell("12")), widths=(2000, 2000)
    )
    body += para("存在不足", numbered(1))
    (folder / "r.docx").write_bytes(document(body, {"numbering": NUMBERS + list_of(1, 0)}))
    by_office([folder / "r.docx"], "doc", folder)
    return (folder / "r.doc").read_bytes()


def without_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "doc2docx", None)


def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("baobiao.read.word.doc.program", lambda: None)


@needs_office
@pytest.mark.parametrize("name", ["报告.doc", "报告.wps"])
def test_numbers_and_tables_without_word(
    tmp_path: Path, old: bytes, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_office(monkeypatch)
    report = report_of(tmp_path, old, name)
    assert (report.text, report.warnings, len(report.tables)) == (TEXT, (), 1)
    assert report.format == name[-3:]
    assert [block.paragraph for block in report.blocks][:3] == [1, 2, 3]


@needs_office
def test_libreoffice_where_the_library_is_missing_and_it_is_said(
    tmp_path: Path, old: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_library(monkeypatch)
    report = report_of(tmp_path, old, "报告.doc")
    assert report.text == TEXT
    assert "LibreOffice" in report.warnings[0]


@needs_office
def test_rtf_whatever_it_is_called(tmp_path: Path) -> None:
    for name in ("报告.rtf", "报告.doc"):
        report = report_of(tmp_path, RTF, name)
        assert report.text == "报告 12"
        assert any("LibreOffice" in warning for warning in report.warnings)


@needs_office
def test_a_password_is_asked_of_no_other_program(
    tmp_path: Path, old: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = old.index(b"\xec\xa5")  # the first bytes of the document's own stream
    locked = bytearray(old)
    locked[start + 11] |= 1
    monkeypatch.setattr("baobiao.read.word.doc.convert", lambda *_: pytest.fail("not asked"))
    with pytest.raises(ReadError, match="已加密"):
        report_of(tmp_path, bytes(locked), "报告.doc")


@needs_office
def test_a_damaged_file_is_a_read_error_or_a_report(
    tmp_path: Path, old: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_office(monkeypatch)
    for turn in range(60):
        changed = bytearray(old)
        for place in range(turn * 97 % 512, len(changed), 4001):
            changed[place] ^= 0x5A
        cut = changed[: len(changed) * turn // 60] if turn % 2 else changed
        try:
            report_of(tmp_path, bytes(cut), "报告.doc")
        except ReadError as problem:
            assert str(problem)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "文件是空的"),
        (bytes(range(256)) * 4, "不是 Word 或 WPS 文档"),
        (OLE + bytes(600), "不是 Word 或 WPS 文档"),
        (EMPTY, r"可能已损坏或版本太旧.*LibreOffice"),
        (b"\xdb\xa5" + bytes(600), "需要安装 LibreOffice"),
        (RTF, "读取这种RTF 文档需要安装 LibreOffice|RTF.*LibreOffice"),
    ],
    ids=["empty", "noise", "cut", "broken", "word 2", "rtf"],
)
def test_what_to_do_where_nothing_reads_it(
    tmp_path: Path, data: bytes, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_office(monkeypatch)
    with pytest.raises(ReadError, match=says):
        report_of(tmp_path, data, "报告.doc")


def test_what_to_install_where_neither_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_library(monkeypatch)
    without_office(monkeypatch)
    with pytest.raises(ReadError, match=r"baobiao\[doc\].*LibreOffice.*另存为 \.docx"):
        report_of(tmp_path, EMPTY, "报告.wps")


def test_libreoffice_that_makes_nothing_or_cannot_be_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(office, "program", lambda: sys.executable)
    with pytest.raises(ReadError, match="也读不出"):
        office.convert(RTF, "rtf")
    monkeypatch.setattr(office, "program", lambda: "/no/such/soffice")
    with pytest.raises(ReadError, match="启动不了"):
        office.convert(RTF, "rtf")
    monkeypatch.setattr(office, "program", lambda: None)
    with pytest.raises(ReadError, match="没有找到"):
        office.convert(RTF, "rtf")


@pytest.mark.skipif(
    shutil.which("sh") is None, reason="no shell to start a program that never ends"
)
def test_libreoffice_that_does_not_end_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "soffice"
    script.write_text("#!/bin/sh\nsleep 60 &\nwait\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(office, "program", lambda: str(script))
    monkeypatch.setattr(office, "_SECONDS", 0.2)
    begin = time.perf_counter()
    with pytest.raises(ReadError, match="已放弃"):
        office.convert(RTF, "rtf")
    assert time.perf_counter() - begin < 30


@needs_office
def test_boxes_notes_and_changes_of_an_older_file(tmp_path: Path) -> None:
    inside = f"<w:txbxContent>{para('框内3件')}</w:txbxContent>"
    place = 'style="position:absolute;width:100pt;height:50pt"'
    box = f"<v:rect {place}><v:textbox>{inside}</v:textbox></v:rect>"
    body = para(run("正文") + f"<w:r><w:pict>{box}</w:pict></w:r>") + para(
        run("办结12件")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + f"<w:ins>{run('，结案')}</w:ins>"
        f"<w:del><w:r><w:delText>，删去</w:delText></w:r></w:del>" + run("。")
    )
    notes = f'<w:footnote w:id="2">{para("快报数。")}</w:footnote>'
    (tmp_path / "r.docx").write_bytes(document(body, {"footnotes": notes}))
    by_office([tmp_path / "r.docx"], "doc", tmp_path)
    report = report_of(tmp_path, (tmp_path / "r.doc").read_bytes(), "报告.doc")
    assert report.text.split("\n") == ["正文", "框内3件", "办结12件，结案。", "快报数。"]
