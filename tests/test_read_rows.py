"""Tables with one report a row: names, metadata, bad rows, and that nothing is held as a whole."""

from __future__ import annotations

import csv
import hashlib
import io
import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baobiao.model import Failure, Report
from baobiao.read import ReadError, Source, read
from baobiao.read.rows import read as read_rows

HEADER = "province,year,title,publish_date,full_text\n"
ROW = '丁省,2024年,丁省工作报告,2024/2/3,"各位代表：\r\n现在报告工作。"\n'


def table(folder: Path, content: str | bytes, name: str = "表.csv", column: str = "") -> Source:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Source(path, name, text_column=column)


def reports(source: Source) -> list[Report]:
    found = list(read(source))
    assert all(isinstance(each, Report) for each in found), found
    return [each for each in found if isinstance(each, Report)]


def test_a_row_is_a_report_with_its_metadata(tmp_path: Path) -> None:
    (report,) = reports(table(tmp_path, HEADER + ROW))
    assert (report.source, report.format) == ("表.csv#1", "csv")
    assert report.text == "各位代表：\n现在报告工作。"
    assert dict(report.metadata) == {
        "region": "丁省",
        "year": "2024",
        "title": "丁省工作报告",
        "publish_date": "2024-02-03",
    }
    cells = "\x1f".join(
        ("丁省", "2024年", "丁省工作报告", "2024/2/3", "各位代表：\r\n现在报告工作。")
    )
    assert report.document_id == hashlib.sha256(cells.encode()).hexdigest()[:16]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    lines = [["标题", "正文"], ["甲", "一、概况，很好"], ["乙", "二、安排；很多\t内容"]]
    content = "".join(delimiter.join(f'"{cell}"' for cell in line) + "\r\n" for line in lines)
    found = reports(table(tmp_path, content.encode(encoding)))
    assert [(each.source, each.text, each.metadata["title"]) for each in found] == [
        ("表.csv#1", "一、概况，很好", "甲"),
        ("表.csv#2", "二、安排；很多\t内容", "乙"),
    ]


@pytest.mark.parametrize(
    "column", ["text", "full_text", "content", "正文", "全文", "Text", " 全文 "]
)
def test_the_usual_names_of_the_text(tmp_path: Path, column: str) -> None:
    assert reports(table(tmp_path, f"编号,{column}\n1,概况\n"))[0].text == "概况"


def test_another_column_may_be_named(tmp_path: Path) -> None:
    content = "正文,报告内容\n摘要,全部内容\n"
    assert reports(table(tmp_path, content, column="报告内容"))[0].text == "全部内容"
    with pytest.raises(ReadError, match="没有名为“内文”的列；表中的列是：正文、报告内容"):
        list(read(table(tmp_path, content, column="内文")))


def test_a_table_without_text_says_which_columns_it_has(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="链接、大小") as caught:
        list(read(table(tmp_path, "链接,大小\nhttps://x.cn,3\n")))
    assert "--text-column" in str(caught.value)


@pytest.mark.parametrize("content", ["", "\n \n", HEADER])
def test_a_table_without_rows(tmp_path: Path, content: str) -> None:
    with pytest.raises(ReadError, match="没有"):
        list(read(table(tmp_path, content)))


def test_a_bad_row_fails_alone(tmp_path: Path) -> None:
    content = "标题,正文\n甲,概况\n乙,\n丙,一,二,三\n\n丁,安排\n戊\n"
    found = list(read(table(tmp_path, content)))
    assert [each.source for each in found] == [f"表.csv#{number}" for number in range(1, 6)]
    assert [type(each) for each in found] == [Report, Failure, Failure, Report, Failure]
    errors = [each.error for each in found if isinstance(each, Failure)]
    assert errors[0] == "正文列“正文”是空的"
    assert "4 列" in errors[1] and "2 列" in errors[1]
    assert errors[2] == "正文列“正文”是空的"


def test_a_quote_that_is_never_closed_is_not_swallowed_in_silence(tmp_path: Path) -> None:
    content = '标题,正文\n甲,概况\n乙,"安排\n丙,展望\n丁,保障\n'
    first, cut = read(table(tmp_path, content))
    assert isinstance(first, Report)
    assert isinstance(cut, Failure)
    assert "双引号没有配对" in cut.error


def test_a_cell_may_be_longer_than_the_csv_modules_own_limit(tmp_path: Path) -> None:
    text = "办结12件。" * 50_000
    assert reports(table(tmp_path, f"正文\n{text}\n"))[0].text == text


def test_a_workbook_called_csv_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"\.xlsx"):
        list(read(table(tmp_path, b"PK\x03\x04xl/workbook.xml")))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_the_encoding_of_a_long_table_is_told_from_its_beginning(
    tmp_path: Path, encoding: str
) -> None:
    content = "正文\n" + "全年办结案件若干，群众满意。\n" * 60_000
    stream = read(table(tmp_path, content.encode(encoding)))
    (first,) = itertools.islice(stream, 1)
    assert isinstance(first, Report) and first.text == "全年办结案件若干，群众满意。"
    assert first.warnings == ()


def test_damage_is_told_of_the_row_that_has_it(tmp_path: Path) -> None:
    content = "正文\n概况很好，请看\n".encode("gb18030") + b"\xff\n"
    sound, damaged = reports(table(tmp_path, content))
    assert sound.warnings == ()
    assert "1 处字符已损坏" in damaged.warnings[0]


def test_json_lines(tmp_path: Path) -> None:
    lines = [
        json.dumps({"year": 2024, "content": "概况", "issuer": None, "标签": ["甲"]}),
        "",
        "{坏",
        '["不是对象"]',
        json.dumps({"year": 2023}),
        json.dumps({"content": "安排\r\n展望", "年份": "二〇二三年"}, ensure_ascii=False),
    ]
    found = list(read(table(tmp_path, "\n".join(lines), "表.jsonl")))
    assert [each.source for each in found] == [f"表.jsonl#{number}" for number in range(1, 6)]
    first, broken, no_object, no_text, last = found
    assert isinstance(first, Report) and dict(first.metadata) == {"year": "2024"}
    assert (
        first.document_id == hashlib.sha256('2024\x1f概况\x1f\x1f["甲"]'.encode()).hexdigest()[:16]
    )
    assert isinstance(broken, Failure) and broken.error.startswith("第 3 行不是合格的 JSON")
    assert isinstance(no_object, Failure) and "JSON 对象" in no_object.error
    assert isinstance(no_text, Failure) and "没有正文列" in no_text.error
    assert isinstance(last, Report) and last.text == "安排\n展望"
    assert last.metadata["year"] == "2023"


def test_half_a_surrogate_pair_can_be_written_again(tmp_path: Path) -> None:
    (report,) = reports(table(tmp_path, '{"text": "概况\\ud83d，好\\ud83d\\ude00"}', "表.jsonl"))
    assert report.text == "概况\ufffd，好😀"
    assert report.warnings


def test_the_catalogue_may_speak_of_one_row(tmp_path: Path) -> None:
    plain = table(tmp_path, "正文,年份\n概况,2022\n安排,2023\n")
    source = Source(plain.path, plain.name, {"issuer": "丁县"}, {2: {"year": "2024"}})
    assert [dict(each.metadata) for each in reports(source)] == [
        {"year": "2022", "issuer": "丁县"},
        {"year": "2024", "issuer": "丁县"},
    ]


def test_rows_come_one_by_one_without_reading_on(tmp_path: Path) -> None:
    source = table(tmp_path, "正文\n" + "办结12件。\n" * 200_000)
    stream = read_rows(source)
    assert [each.source for each in itertools.islice(stream, 3)] == [
        "表.csv#1",
        "表.csv#2",
        "表.csv#3",
    ]


PRINTABLE = st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\ufeff")
CELLS = st.text(PRINTABLE | st.sampled_from('",;\t\n')).filter(str.strip)


@given(st.lists(CELLS, min_size=1, max_size=5))
def test_what_a_csv_writer_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str]
) -> None:
    file = io.StringIO()
    csv.writer(file).writerows([("编号", "正文"), *(("概况", cell) for cell in cells)])
    source = table(tmp_path_factory.mktemp("表"), file.getvalue())
    assert [each.text for each in reports(source)] == cells
