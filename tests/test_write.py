"""What is written can be read back by everybody else's programs, and is all there or not at all."""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from baobiao import write
from baobiao.model import Draft, Failure
from baobiao.tables import COLUMNS, tables
from baobiao.write import WriteError, captions
from baobiao.write import parquet as parquet_files
from test_tables import ABOUT, TEXT, make_draft

Batch = dict[str, pa.Table]


def drafts(count: int) -> list[Draft]:
    return [make_draft(f"报告/{number:03d}.txt", f"{number:016x}") for number in range(count)]


def batches(count: int, size: int) -> Iterator[Batch]:
    """``count`` reports in batches of ``size``, failures wherever they become known."""
    reports = drafts(count)
    failures = [
        Failure("报告/坏.docx", "read", "文件已损坏"),
        Failure("报告/0.pdf", "read", "没有文字"),
    ]
    for start in range(0, count, size):
        yield tables(reports[start : start + size], failures[: start == 0], ABOUT)
    yield tables([], failures[1:], ABOUT)


def written_csv(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}


def test_parquet_comes_back(tmp_path: Path) -> None:
    result = write.write(tmp_path, batches(3, 2), ["parquet"], ABOUT)
    assert {path.name for path in tmp_path.iterdir()} == {f"{name}.parquet" for name in COLUMNS}
    assert result.rows["indicators"] == 9
    assert result.rows["failures"] == 2
    for name in COLUMNS:
        table = pq.read_table(tmp_path / f"{name}.parquet")
        assert table.schema.names == list(COLUMNS[name])
        assert table.schema.metadata == {
            b"baobiao_version": b"1.2.3",
            b"dictionary_digest": b"ab12",
        }
        assert table.num_rows == result.rows[name]
    frame = pd.read_parquet(tmp_path / "indicators.parquet")
    assert frame["value"].tolist()[:2] == [Decimal(50000), Decimal("-21.9")]
    texts = pq.read_table(tmp_path / "texts.parquet").to_pylist()
    assert {row["text"] for row in texts} == {TEXT}
    footer = pq.ParquetFile(tmp_path / "dates.parquet").metadata
    assert footer.row_group(0).column(0).compression == "ZSTD"


def test_the_cut_into_batches_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet_files, "ROWS_IN_GROUP", 7)
    monkeypatch.setattr(parquet_files, "TEXTS_IN_GROUP", 3)
    for size in (1, 4, 10):
        write.write(tmp_path / str(size), batches(10, size), ["csv", "parquet", "xlsx"], ABOUT)
    first = {path.name: path.read_bytes() for path in (tmp_path / "1").iterdir()}
    assert len(first) == 2 * len(COLUMNS)
    for size in ("4", "10"):
        assert {path.name: path.read_bytes() for path in (tmp_path / size).iterdir()} == first
    footer = pq.ParquetFile(tmp_path / "4" / "indicators.parquet").metadata
    rows = [footer.row_group(group).num_rows for group in range(footer.num_row_groups)]
    assert rows == [7, 7, 7, 7, 2]


def test_csv_is_plain_and_opens_in_excel(tmp_path: Path) -> None:
    write.write(tmp_path, batches(1, 1), ["csv"], ABOUT)
    content = (tmp_path / "indicators.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfdocument_id,section_id,start,end,text,")
    assert b"\r" not in content
    lines = content.decode("utf-8-sig").splitlines()
    assert lines[1] == (
        "0000000000000000,1,21,24,5万件,案件办结数,案件办结,50000,,件,level,,,actual,2024,"
        "2024-01-01,2024-12-31,区公安局,2024年，区公安局办结案件5万件,,quantity,,,,"
    )
    assert "90,95.5,%" in lines[3]


def test_csv_comes_back_in_pandas(tmp_path: Path) -> None:
    write.write(tmp_path, batches(2, 1), ["csv"], ABOUT)
    frame = pd.read_csv(tmp_path / "indicators.csv", dtype={"document_id": str, "value": str})
    assert [Decimal(value) for value in frame["value"]][:2] == [Decimal(50000), Decimal("-21.9")]
    assert frame["document_id"].tolist()[0] == "0" * 16
    assert pd.isna(frame["indicator"].tolist()[2])
    documents = pd.read_csv(tmp_path / "documents.csv", dtype={"document_id": str})
    assert documents["title"].tolist() == ["某区2024年法治政府建设年度报告"] * 2


def test_csv_quotes_what_must_be_quoted_and_keeps_the_rest(tmp_path: Path) -> None:
    draft = make_draft()
    contexts = ['他说"是"', "一,二", "上\n下", "上\r下", "=SUM(A1)", "-1", "@某"]
    rows = tuple(replace(draft.indicators[0], context=context) for context in contexts)
    write.write(tmp_path, [tables([replace(draft, indicators=rows)])], ["csv"])
    with (tmp_path / "indicators.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["context"] for row in csv.DictReader(file)] == contexts
    frame = pd.read_csv(tmp_path / "indicators.csv")
    assert frame["context"].tolist() == contexts


def test_duckdb_comes_back(tmp_path: Path) -> None:
    write.write(tmp_path, batches(3, 2), ["duckdb"], ABOUT)
    assert {path.name for path in tmp_path.iterdir()} == {"baobiao.duckdb", "texts.parquet"}
    with duckdb.connect(str(tmp_path / "baobiao.duckdb"), read_only=True) as base:
        names = base.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        assert {name for (name,) in names} == set(write.SHOWN)
        total = base.execute("SELECT sum(value), min(typeof(value)) FROM indicators").fetchone()
        assert total == (3 * Decimal("50068.1"), "DECIMAL(38,12)")
        rows = base.execute("SELECT source FROM documents").fetchall()
        assert rows == [(f"报告/{number:03d}.txt",) for number in range(3)]
        days = base.execute("SELECT date_from, date_to FROM dates LIMIT 1").fetchone()
        assert days is not None
        assert (str(days[0]), days[1]) == ("2024-01-01", None)
        tags = base.execute("SELECT tags FROM duckdb_databases() WHERE database_name = 'baobiao'")
        assert "v1.2.0" in str(tags.fetchone())


def test_duckdb_says_in_chinese_what_is_what(tmp_path: Path) -> None:
    write.write(tmp_path, batches(1, 1), ["duckdb"], ABOUT)
    with duckdb.connect(str(tmp_path / "baobiao.duckdb"), read_only=True) as base:
        comments = dict(base.execute("SELECT table_name, comment FROM duckdb_tables()").fetchall())
        assert comments["indicators"].startswith("指标：")
        assert comments["indicators"].endswith("baobiao_version 1.2.3；dictionary_digest ab12")
        silent = "SELECT count(*) FROM duckdb_columns() WHERE comment IS NULL AND NOT internal"
        assert base.execute(silent).fetchone() == (0,)


def test_every_column_has_a_caption() -> None:
    for name in write.SHOWN:
        assert captions.TABLES[name]
        for column in COLUMNS[name]:
            assert all(captions.COLUMNS[column])


def test_no_report_at_all(tmp_path: Path) -> None:
    failures = [Failure("坏.docx", "read", "文件已损坏")]
    result = write.write(tmp_path, [tables([], failures)], write.FORMATS)
    assert len(result.files) == 2 * len(COLUMNS) + 1
    assert all(path.stat().st_size for path in result.files)
    assert pd.read_csv(tmp_path / "failures.csv")["source"].tolist() == ["坏.docx"]


def test_no_batch_at_all(tmp_path: Path) -> None:
    assert set(write.write(tmp_path, [], write.FORMATS).rows.values()) == {0}


def test_facts_of_a_copy_are_written_once(tmp_path: Path) -> None:
    copies = [tables([make_draft("a.txt")]), tables([make_draft("b.txt")])]
    result = write.write(tmp_path, copies, ["parquet", "xlsx"])
    assert (result.rows["documents"], result.rows["indicators"], result.rows["texts"]) == (2, 3, 1)


def test_batches_out_of_order_are_refused(tmp_path: Path) -> None:
    turned = [tables([make_draft("b.txt")]), tables([make_draft("a.txt", "1" * 16)])]
    with pytest.raises(ValueError, match="out of order"):
        write.write(tmp_path, turned, ["parquet"])
    assert list(tmp_path.iterdir()) == []


def test_unknown_format(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="docx"):
        write.write(tmp_path, [], ["docx"])


def test_a_run_that_breaks_off_leaves_what_was_there(tmp_path: Path) -> None:
    write.write(tmp_path, batches(2, 1), write.FORMATS, ABOUT)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def broken() -> Iterator[Batch]:
        yield tables([make_draft()])
        raise OSError("the worker is gone")

    with pytest.raises(OSError, match="the worker is gone"):
        write.write(tmp_path, broken(), write.FORMATS, ABOUT)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path) -> None:
    left = tmp_path / ".baobiao-abc"
    left.mkdir()
    (left / "indicators.parquet").write_bytes(b"half")
    keep = tmp_path / ".baobiao"
    keep.mkdir()
    write.write(tmp_path, [], ["parquet"])
    assert not left.exists()
    assert keep.exists()


@pytest.mark.parametrize("locked", ["baobiao.xlsx", "indicators.csv", "baobiao.duckdb"])
def test_a_file_that_is_open_in_excel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locked: str
) -> None:
    """Windows refuses to open such a file for writing; here the refusal is played."""
    write.write(tmp_path, batches(1, 1), write.FORMATS, ABOUT)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    opening = Path.open

    def refusing(path: Path, *arguments: object, **named: object) -> object:
        if path == tmp_path / locked:
            raise PermissionError(13, "Permission denied", str(path))
        return opening(path, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refusing)
    with pytest.raises(WriteError) as caught:
        write.write(tmp_path, batches(2, 1), write.FORMATS, ABOUT)
    monkeypatch.undo()
    assert locked in str(caught.value)
    assert "文件可能正被 Excel 或 WPS 打开，请关闭后重试" in str(caught.value)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_the_output_folder_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(WriteError, match=r"无法写入 .*不是文件夹"):
        write.write(tmp_path / "out", [], ["parquet"])
    with pytest.raises(WriteError, match="无法写入"):
        write.write(tmp_path / "out" / "deeper", [], ["parquet"])


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(WriteError, match="没有写入权限"):
        write.write(tmp_path, [], ["parquet"])
    tmp_path.chmod(0o700)


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("baobiao.write.csv.write", full)
    with pytest.raises(WriteError, match=r"documents\.csv：磁盘空间不足"):
        write.write(tmp_path, batches(1, 1), ["csv"])
    assert list(tmp_path.iterdir()) == []
