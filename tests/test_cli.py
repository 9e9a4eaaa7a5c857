"""The command line as a user meets it: what it says, what it writes, and how it ends."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run

REPORT = "云岚市司法局2024年法治政府建设年度报告\n\n一、主要工作情况\n全年办结案件1280件，同比增长5.2%。\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "报告"
    folder.mkdir()
    (folder / "司法局_2024.txt").write_text(REPORT, encoding="utf-8")
    return folder


def test_help_is_chinese_and_light(run: Run) -> None:
    loaded = (
        "import sys; from baobiao.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print([m for m in ('spacy', 'jieba', 'pandas', 'pyarrow') if m in sys.modules])"
    )
    done = run("-c", loaded, "--help")
    assert "用法" in done.stdout and "extract" in done.stdout
    assert done.stdout.rstrip().endswith("[]"), done.stdout[-300:]


@pytest.mark.parametrize(
    "command",
    [["extract"], ["check"], ["explain"], ["dictionaries"], ["dictionaries", "suggest"]],
)
def test_every_command_explains_itself_in_chinese(run: Run, command: list[str]) -> None:
    done = run("-m", "baobiao", *command, "--help")
    assert done.returncode == 0
    assert "用法" in done.stdout and "Usage" not in done.stdout and "Options" not in done.stdout


def test_extract_writes_the_tables_and_says_so(run: Run, archive: Path, tmp_path: Path) -> None:
    done = run("-m", "baobiao", "extract", archive, "-o", tmp_path / "结果")
    assert done.returncode == 0, done.stderr
    assert "报告 1 篇" in done.stdout
    for name in ("baobiao.xlsx", "baobiao.duckdb", "indicators.parquet", "texts.parquet"):
        assert (tmp_path / "结果" / name).is_file()


def test_a_bad_file_costs_itself_only(run: Run, archive: Path, tmp_path: Path) -> None:
    (archive / "空.txt").write_bytes(b"")
    (archive / "图片.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    done = run("-m", "baobiao", "extract", archive, "-o", tmp_path / "结果", "--format", "csv")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr + done.stdout
    failures = (tmp_path / "结果" / "failures.csv").read_text(encoding="utf-8-sig")
    assert "空.txt" in failures and "图片.txt" in failures
    assert "1280" in (tmp_path / "结果" / "indicators.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["extract", "没有这个文件夹", "-o", "out"], "没有这个文件夹"),
        (["extract", "."], "-o"),
        (["extract", ".", "-o", "out", "--format", "doc"], "doc"),
        (["extract", ".", "-o", "out", "--dictionaries", "没有的词典"], "没有的词典"),
        (["explain", "没有的报告.txt", "--at", "3"], "没有的报告.txt"),
        (["dictionaries", "suggest", "没有的结果"], "没有的结果"),
        (["没有的命令"], "没有的命令"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_wrong_usage_is_told_in_chinese(
    run: Run, tmp_path: Path, arguments: list[str], said: str
) -> None:
    done = run("-m", "baobiao", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(
    sys.platform == "win32", reason="a file cannot be a folder there either, told otherwise"
)
def test_an_output_that_cannot_be_written(run: Run, archive: Path, tmp_path: Path) -> None:
    (tmp_path / "结果").write_text("这是文件，不是文件夹", encoding="utf-8")
    done = run("-m", "baobiao", "extract", archive, "-o", tmp_path / "结果")
    assert done.returncode == 2
    assert "结果" in done.stderr and "Traceback" not in done.stderr


def test_explain_a_row_a_refusal_and_plain_words(run: Run, archive: Path) -> None:
    file = archive / "司法局_2024.txt"
    row = run("-m", "baobiao", "explain", file, "--at", REPORT.index("1280"))
    assert row.returncode == 0 and "办结案件" in row.stdout and "规则" in row.stdout
    date = run("-m", "baobiao", "explain", file, "--at", REPORT.index("2024年"))
    assert "日期" in date.stdout
    words = run("-m", "baobiao", "explain", file, "--at", REPORT.index("办结"))
    assert words.returncode == 0 and words.stdout.strip()
    every = run("-m", "baobiao", "explain", file)
    assert "1280件" in every.stdout and "5.2%" in every.stdout


def test_explain_knows_the_catalogue_and_the_rows_of_a_table(run: Run, archive: Path) -> None:
    catalogue = "source,year\n司法局_2024.txt,2019\n别的.txt,2020\n"
    (archive / "metadata.csv").write_text(catalogue, encoding="utf-8")
    at = REPORT.index("1280")
    row = run("-m", "baobiao", "explain", archive / "司法局_2024.txt", "--at", at)
    assert "2019 年" in row.stdout, row.stderr
    table = archive.parent / "报告.csv"
    table.write_text("text\n办结案件3件。\n办结案件41件。\n", encoding="utf-8")
    row = run("-m", "baobiao", "explain", f"{table}#2", "--at", 4)
    assert "“41件”" in row.stdout, row.stderr
    missing = run("-m", "baobiao", "explain", f"{table}#3", "--at", 4)
    assert missing.returncode == 2 and "没有这份报告" in missing.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["extract", ".", "-o", "out", "--workers", "0"], "不能小于 1"),
        (["extract", ".", "-o", "out", "--workers", "两个"], "应为整数"),
        (["extract", ".", "-o"], "后面要有一个值"),
        (["extract", ".", "-o", "out", "--engine", "spark"], "baobiao[spark]"),
        (["extract", ".", "-o", "out", "--metadata", "无.csv"], "找不到文件"),
        (["explain", "a.txt", "--at", "1", "2"], "多出的参数：2"),
        (["dictionaries", "check", "无"], "没有这个文件夹"),
    ],
)
def test_what_is_wrong_with_a_command_is_said(
    run: Run, archive: Path, arguments: list[str], said: str
) -> None:
    done = run("-m", "baobiao", *arguments, cwd=archive)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr and not re.search("Traceback|Error|Input|Usage", done.stderr)
    assert not (archive / "out").exists()


def test_nothing_behind_the_command_shows_the_help(run: Run) -> None:
    done = run("-m", "baobiao")
    assert done.returncode == 2
    assert "用法" in done.stdout and done.stderr.strip() == ""


def test_only_bad_files_is_nothing_done(run: Run, tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    done = run("-m", "baobiao", "extract", tmp_path / "空.txt", "-o", tmp_path / "结果")
    assert done.returncode == 2
    assert "空的" in done.stderr and "Traceback" not in done.stderr
    assert (tmp_path / "结果" / "failures.parquet").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_an_interrupted_run_says_so_and_leaves_nothing_half_done(
    environment: dict[str, str], archive: Path, tmp_path: Path
) -> None:
    rows = "\n".join(f"办结案件{number}件，同比增长{number}%。" * 40 for number in range(3000))
    (archive / "多.csv").write_text(f"text\n{rows}\n", encoding="utf-8")
    out = tmp_path / "结果"
    command = [sys.executable, "-m", "baobiao", "extract", str(archive), "-o", str(out)]
    with subprocess.Popen(
        [*command, "--workers", "2"],
        env=environment,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        assert process.stderr
        while "已读取" not in (line := process.stderr.readline()):
            assert line, "it ended before it could be interrupted"
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does it: to the workers, too
        said = process.stderr.read()
        assert process.wait(timeout=60) == 130
    assert "已中断" in said and "Traceback" not in said
    assert [path.name for path in out.iterdir()] == [".baobiao"]


def test_dictionaries_check_finds_what_is_wrong(run: Run, tmp_path: Path) -> None:
    import shutil

    from baobiao.lexicon import default_folder

    clean = run("-m", "baobiao", "dictionaries", "check")
    assert clean.returncode == 0, clean.stdout
    folder = tmp_path / "词典"
    shutil.copytree(default_folder(), folder)
    units = folder / "units.csv"
    text = units.read_text(encoding="utf-8-sig").replace("件,个数,件,1,", "件,个数,件,一亿,", 1)
    units.write_text(text, encoding="utf-8-sig")
    broken = run("-m", "baobiao", "dictionaries", "check", folder)
    assert broken.returncode in (1, 2)
    assert (
        "units.csv:2" in broken.stdout + broken.stderr and "一亿" in broken.stdout + broken.stderr
    )


def test_suggestions_are_rows_of_the_dictionary(run: Run, archive: Path, tmp_path: Path) -> None:
    again = REPORT.replace("2024", "2023").replace("1280", "1216")
    (archive / "司法局_2023.txt").write_text(
        again + "全年开展某某专项巡回普查52轮次。\n", encoding="utf-8"
    )
    (archive / "司法局_2024.txt").write_text(
        REPORT + "全年开展某某专项巡回普查61轮次。\n", encoding="utf-8"
    )
    run("-m", "baobiao", "extract", archive, "-o", tmp_path / "结果", "--format", "parquet")
    done = run(
        "-m", "baobiao", "dictionaries", "suggest", tmp_path / "结果", "-o", tmp_path / "建议.csv"
    )
    assert done.returncode == 0, done.stderr
    written = (tmp_path / "建议.csv").read_text(encoding="utf-8-sig")
    assert written.startswith("建议,编号,名称") and "巡回普查" in written
