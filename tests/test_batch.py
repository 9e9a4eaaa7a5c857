"""Runs over many reports: what fails, what is taken over from the run before, and that nothing else changes."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
from multiprocessing import connection
from pathlib import Path

import pytest

from baobiao import batch, read, workers
from baobiao.batch import NothingToDo, Summary
from baobiao.kept import FOLDER
from baobiao.lexicon import default_folder
from baobiao.model import Draft, Report
from baobiao.read.scans import recognition
from baobiao.workers import Item, Result
from baobiao.write import WriteError

TABLES = ("documents", "headings", "dates", "indicators", "organisations", "findings", "failures")


def lay(folder: Path, count: int, *, first: int = 1) -> Path:
    """A folder of small reports, all different."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(first, first + count):
        text = (
            f"某局2024年工作总结\n一、主要工作\n全年办结案件{number * 7}件，同比增长{number}.5%。\n"
        )
        (folder / f"报告{number}.txt").write_text(text, encoding="utf-8", newline="\n")
    return folder


def run(inputs: Path, out: Path, processes: int = 1, **options: object) -> Summary:
    return batch.run([inputs], out, formats=["csv"], processes=processes, **options)  # type: ignore[arg-type]


def tables_in(out: Path) -> dict[str, bytes]:
    return {name: (out / f"{name}.csv").read_bytes() for name in TABLES}


@pytest.fixture
def read_now(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what the runs of a test work on, as they go."""
    names: list[str] = []
    result = workers._result

    def noting(item: Item, lexicon: object) -> Result:
        names.append(item.name)
        return result(item, lexicon)  # type: ignore[arg-type]

    monkeypatch.setattr(workers, "_result", noting)
    return names


def test_every_report_is_in_the_tables(tmp_path: Path) -> None:
    summary = run(lay(tmp_path / "in", 7), tmp_path / "out")
    assert summary.rows["documents"] == summary.rows["texts"] == 7
    assert summary.rows["indicators"] == 14
    assert summary.failures == []
    assert summary.reused == 0


def test_tables_are_the_same_for_any_number_of_workers(tmp_path: Path) -> None:
    lay(tmp_path / "in", 21)
    (tmp_path / "in" / "坏.txt").write_bytes(b"")
    assert run(tmp_path / "in", tmp_path / "one").rows["documents"] == 21
    assert run(tmp_path / "in", tmp_path / "two", processes=2).rows["documents"] == 21
    assert tables_in(tmp_path / "one") == tables_in(tmp_path / "two")


def test_bad_files_are_rows_and_the_rest_is_written(tmp_path: Path) -> None:
    folder = lay(tmp_path / "in", 2)
    (folder / "空.txt").write_bytes(b"")
    (folder / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200))
    (folder / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    summary = run(folder, tmp_path / "out")
    assert summary.rows["documents"] == 2
    assert [failure.source for failure in summary.failures] == ["图.txt", "旧.doc", "空.txt"]
    assert summary.rows["failures"] == 3
    assert "空的" in summary.failures[2].error


def test_an_error_in_a_step_costs_one_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    process = workers.process

    def failing(report: Report, lexicon: object) -> Draft:
        if report.source == "报告2.txt":
            raise RecursionError("too deep")
        return process(report, lexicon)  # type: ignore[arg-type]

    monkeypatch.setattr(workers, "process", failing)
    summary = run(lay(tmp_path / "in", 3), tmp_path / "out")
    assert summary.rows["documents"] == 2
    (failure,) = summary.failures
    assert (failure.source, failure.step) == ("报告2.txt", "extract")
    assert "RecursionError" in failure.error and "\n" not in failure.error


def killing(chunk: list[Item]) -> list[Result]:
    """Works like a worker, but dies of one report as the system kills a process that takes too much memory."""
    if any(item.name == "报告5.txt" for item in chunk):
        os._exit(9)
    return [workers._result(item, workers._LEXICON[0]) for item in chunk]


def test_a_killed_worker_costs_the_report_it_died_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_results", killing)
    summary = run(lay(tmp_path / "in", 40), tmp_path / "out", processes=2)
    assert summary.rows["documents"] == 39
    (failure,) = summary.failures
    assert failure.source == "报告5.txt"
    assert "意外终止" in failure.error
    monkeypatch.undo()
    again = run(tmp_path / "in", tmp_path / "out")
    assert (again.reused, again.rows["documents"], again.failures) == (39, 40, [])


def test_workers_end_with_the_run_that_is_broken_off(tmp_path: Path) -> None:
    folder = lay(tmp_path / "in", 40)
    items = [Item(path.name, "", read.Source(path, path.name)) for path in sorted(folder.iterdir())]
    results = workers.work(items, 2, None)
    assert next(results).kept
    at_work = multiprocessing.active_children()
    assert at_work
    results.close()
    assert all(connection.wait([worker.sentinel], timeout=10) for worker in at_work)


def test_the_same_bytes_twice_are_one_report(tmp_path: Path) -> None:
    folder = lay(tmp_path / "in", 1)
    (folder / "报告1 (副本).txt").write_bytes((folder / "报告1.txt").read_bytes())
    summary = run(folder, tmp_path / "out")
    assert summary.rows["documents"] == 1
    assert summary.rows["indicators"] == 2
    (failure,) = summary.failures
    assert failure.source == "报告1.txt"
    assert failure.step == "read" and "“报告1 (副本).txt”内容完全相同" in failure.error


def test_a_second_run_reads_only_what_is_new_or_changed(
    tmp_path: Path, read_now: list[str]
) -> None:
    folder, out = lay(tmp_path / "in", 6), tmp_path / "out"
    run(folder, out)
    first = tables_in(out)
    read_now.clear()
    assert run(folder, out).reused == 6
    assert read_now == []
    assert tables_in(out) == first

    lay(folder, 1, first=7)
    (folder / "报告2.txt").write_text("2024年，办结案件8888件。", encoding="utf-8")
    (folder / "报告3.txt").unlink()
    summary = run(folder, out)
    assert sorted(read_now) == ["报告2.txt", "报告7.txt"]
    assert (summary.reused, summary.rows["documents"]) == (4, 6)
    run(folder, tmp_path / "fresh")
    assert tables_in(out) == tables_in(tmp_path / "fresh")
    assert "8888" in tables_in(out)["indicators"].decode()


def test_what_failed_is_tried_again(tmp_path: Path, read_now: list[str]) -> None:
    folder, out = lay(tmp_path / "in", 2), tmp_path / "out"
    (folder / "空.txt").write_bytes(b"")
    first = run(folder, out)
    read_now.clear()
    again = run(folder, out)
    assert read_now == ["空.txt"]
    assert again.failures == first.failures and len(again.failures) == 1


def test_when_recognition_is_installed_all_is_read_anew(
    tmp_path: Path, read_now: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = lay(tmp_path / "in", 2), tmp_path / "out"
    for installed, expected in ((False, 2), (False, 0), (True, 2)):
        monkeypatch.setattr(recognition, "is_installed", lambda installed=installed: installed)
        read_now.clear()
        run(folder, out)
        assert len(read_now) == expected


def test_what_a_catalogue_says_anew_is_read_anew(tmp_path: Path, read_now: list[str]) -> None:
    folder, out = lay(tmp_path / "in", 3), tmp_path / "out"
    run(folder, out)
    read_now.clear()
    (folder / "metadata.csv").write_text("source,issuer\n报告2.txt,示例市某局\n", encoding="utf-8")
    run(folder, out)
    assert read_now == ["报告2.txt"]
    assert "示例市某局" in tables_in(out)["documents"].decode()


def test_other_dictionaries_make_everything_anew(tmp_path: Path, read_now: list[str]) -> None:
    folder, out = lay(tmp_path / "in", 2), tmp_path / "out"
    run(folder, out)
    other = tmp_path / "dictionaries"
    for path in default_folder().rglob("*"):
        if path.is_file():
            copy = other / path.relative_to(default_folder())
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    with (other / "units.csv").open("ab") as file:
        file.write(b"\n")
    read_now.clear()
    assert run(folder, out, dictionaries=other).reused == 0
    assert len(read_now) == 2


def test_rows_of_a_table_are_kept_one_by_one(tmp_path: Path, read_now: list[str]) -> None:
    table, out = tmp_path / "报告.csv", tmp_path / "out"
    rows = ["title,text", "甲,办结案件1件。", "乙,办结案件2件。", "丙,", "丁,办结案件4件。"]
    table.write_text("\n".join(rows), encoding="utf-8")
    summary = run(table, out)
    assert read_now == ["报告.csv#1", "报告.csv#2", "报告.csv#4"]
    assert [failure.source for failure in summary.failures] == ["报告.csv#3"]
    rows[2], rows[3] = "乙,办结案件22件。", "丙,办结案件3件。"
    table.write_text("\n".join(rows), encoding="utf-8")
    read_now.clear()
    summary = run(table, out)
    assert read_now == ["报告.csv#2", "报告.csv#3"]
    assert (summary.reused, summary.rows["documents"], summary.failures) == (2, 4, [])
    read_now.clear()
    assert run(table, out).reused == 4
    assert read_now == []


def test_a_run_that_is_broken_off_goes_on_where_it_stopped(
    tmp_path: Path, read_now: list[str]
) -> None:
    folder, out = lay(tmp_path / "in", 8), tmp_path / "out"
    run(lay(tmp_path / "before", 1), out)
    before = tables_in(out)

    def stop(done: int, total: int, name: str) -> None:
        assert total == 8
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(folder, out, progress=stop)
    assert tables_in(out) == before
    assert sorted(path.name for path in out.iterdir() if path.name.startswith(".")) == [FOLDER]
    read_now.clear()
    assert run(folder, out).rows["documents"] == 8
    assert len(read_now) == 5
    run(folder, tmp_path / "fresh")
    assert tables_in(out) == tables_in(tmp_path / "fresh")


def test_rows_that_went_away_while_nothing_could_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, out = tmp_path / "报告.csv", tmp_path / "out"
    table.write_text("text\n办结案件1件。\n办结案件2件。\n", encoding="utf-8")
    run(table, out)
    table.write_text("text\n办结案件1件。\n", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise WriteError("无法写入")

    monkeypatch.setattr(batch.write, "write", refuse)
    with pytest.raises(WriteError):
        run(table, out)
    monkeypatch.undo()
    summary = run(table, out)
    assert (summary.reused, summary.rows["documents"]) == (1, 1)


def test_a_damaged_memory_is_replaced(tmp_path: Path) -> None:
    folder, out = lay(tmp_path / "in", 2), tmp_path / "out"
    run(folder, out)
    first = tables_in(out)
    (out / FOLDER / "kept.sqlite").write_bytes(b"this is no database " * 200)
    assert run(folder, out).reused == 0
    assert tables_in(out) == first
    assert run(folder, out).reused == 2


def test_two_runs_do_not_write_into_one_folder(tmp_path: Path) -> None:
    folder, out = lay(tmp_path / "in", 1), tmp_path / "out"
    run(folder, out)
    other = sqlite3.connect(out / FOLDER / "kept.sqlite")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(NothingToDo, match="另一个"):
        run(folder, out)
    other.close()
    assert run(folder, out).reused == 1


def test_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToDo, match="没有可以读取的报告"):
        run(tmp_path / "empty", tmp_path / "out")
    with pytest.raises(NothingToDo, match="找不到"):
        run(tmp_path / "missing", tmp_path / "out")
    with pytest.raises(NothingToDo, match="spark"):
        run(lay(tmp_path / "in", 1), tmp_path / "out", engine="spark")
    assert not (tmp_path / "out").exists()


def test_an_output_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(WriteError):
        run(lay(tmp_path / "in", 1), tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


def test_damage_is_told_again_when_the_report_is_taken_over(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "损.txt").write_bytes("全年办结案件12件，".encode() + b"\xff" + "办理3件。".encode())
    first = run(folder, tmp_path / "out")
    assert [source for source, _ in first.warnings] == ["损.txt"]
    again = run(folder, tmp_path / "out")
    assert (again.reused, again.warnings) == (1, first.warnings)
