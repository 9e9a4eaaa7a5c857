"""Text files to reports, and the files that are none."""

from __future__ import annotations

import hashlib
import pickle
from pathlib import Path

import pytest

from baobiao.model import Report
from baobiao.read import ReadError, Source, from_text, read
from baobiao.read import source as source_module

TEXT = "丁县财政局2023年工作总结\r\n\r\n　　一、概况\r\n全年办结事项12件。\r\n"


def write(folder: Path, name: str, data: bytes) -> Source:
    path = folder / name
    path.write_bytes(data)
    return Source(path, name)


def only(source: Source) -> Report:
    (report,) = read(source)
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_a_text_file_is_its_decoded_content(tmp_path: Path, encoding: str) -> None:
    data = TEXT.encode(encoding)
    report = only(write(tmp_path, "总结.txt", data))
    assert report.text == TEXT.replace("\r\n", "\n")
    assert report.document_id == hashlib.sha256(data).hexdigest()[:16]
    assert (report.source, report.format, report.warnings) == ("总结.txt", "txt", ())
    pieces = [report.text[block.start : block.end] for block in report.blocks]
    assert pieces == ["丁县财政局2023年工作总结", "一、概况", "全年办结事项12件。"]


def test_markdown_is_text(tmp_path: Path) -> None:
    report = only(write(tmp_path, "总结.md", "# 总结\n\n- 办结12件\n".encode()))
    assert (report.format, report.text) == ("md", "# 总结\n\n- 办结12件\n")


def test_the_suffix_may_be_in_capitals(tmp_path: Path) -> None:
    assert only(write(tmp_path, "总结.TXT", TEXT.encode())).format == "txt"


def test_damage_is_a_warning_with_a_count(tmp_path: Path) -> None:
    data = TEXT.encode("gb18030").replace("概".encode("gb18030"), b"\xff\xff")
    (warning,) = only(write(tmp_path, "坏.txt", data)).warnings
    assert "2 处字符已损坏" in warning
    assert "GB18030" in warning


def test_a_web_page_in_a_text_file_is_a_warning(tmp_path: Path) -> None:
    page = "<!DOCTYPE html><html><body><p>总结</p></body></html>"
    (warning,) = only(write(tmp_path, "页.txt", page.encode())).warnings
    assert ".html" in warning


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("空.txt", b"", "空"),
        ("空白.txt", "　\r\n \t".encode(), "空"),
        ("只有标记.txt", b"\xef\xbb\xbf", "空"),
        ("其实是.txt", b"PK\x03\x04word/document.xml", ".docx"),
        ("其实是.md", b"Rar!\x1a\x07", "RAR 压缩包"),
        ("数据.txt", bytes(1000), "不是文本文件"),
        ("总结.xyz", b"1", "不认识 .xyz 格式"),
        ("总结", b"1", "没有扩展名"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said.replace(".", r"\.")):
        list(read(write(tmp_path, name, data)))


def test_a_missing_file_and_a_folder_say_why(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="找不到文件"):
        list(read(Source(tmp_path / "无.txt", "无.txt")))
    (tmp_path / "夹.txt").mkdir()
    with pytest.raises(ReadError, match="打不开文件"):
        list(read(Source(tmp_path / "夹.txt", "夹.txt")))


def test_a_file_too_large_is_not_loaded(tmp_path: Path) -> None:
    source = write(tmp_path, "大.txt", b"")
    with source.path.open("r+b") as file:
        file.truncate(source_module.MAX_BYTES + 1)
    with pytest.raises(ReadError, match="超过 200 MB"):
        list(read(source))


def test_the_catalogue_goes_before_the_header(tmp_path: Path) -> None:
    text = "标题: 旧题\n发布机构: 丁县财政局\n栏目: 总结\n=== 正文 ===\n一、概况\n"
    source = write(tmp_path, "总结.txt", text.encode())
    said = Source(source.path, source.name, {"title": "新题", "year": "2023", "region": ""})
    assert dict(only(said).metadata) == {"title": "新题", "year": "2023", "issuer": "丁县财政局"}


def test_a_source_and_its_report_go_to_another_process(tmp_path: Path) -> None:
    source = write(tmp_path, "总结.txt", TEXT.encode())
    assert pickle.loads(pickle.dumps(source)) == source
    report = only(source)
    assert pickle.loads(pickle.dumps(report)) == report


def test_a_text_in_memory_is_a_report() -> None:
    report = from_text("\ufeff一、概况\r\n办结12件。", metadata={"year": "2023"})
    assert report.text == "一、概况\n办结12件。"
    assert report.metadata["year"] == "2023"
    with pytest.raises(ReadError, match="空"):
        from_text(" \n")


def test_a_text_in_memory_has_the_id_of_its_file(tmp_path: Path) -> None:
    file = write(tmp_path, "总结.txt", TEXT.encode())
    assert from_text(TEXT).document_id == only(file).document_id


def test_half_a_character_in_memory_is_a_damaged_one() -> None:
    report = from_text("2024年，破案\ud83d12宗。")
    assert report.text == "2024年，破案\ufffd12宗。"
    assert "1 处字符已损坏" in report.warnings[0]
