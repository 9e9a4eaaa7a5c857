"""The command line: with ``checking`` the only place that prints. Heavy imports stand inside the commands."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from baobiao import __version__, checking
from baobiao.console import (
    CLEAN,
    FOUND,
    INTERRUPTED,
    UNUSABLE,
    Folder,
    give_up,
    lexicon_of,
    say,
    speak_utf8,
)
from baobiao.usage import Command, Group, sentence

if TYPE_CHECKING:
    from baobiao.batch import Progress, Summary
    from baobiao.lexicon import Lexicon
    from baobiao.model import Draft

LINE_EVERY = 100
SHOWN = 20

app = typer.Typer(
    cls=Group,
    name="baobiao",
    help="报表：把政府报告变成表格。读取报告，提取标题、日期、指标和机构，写成工作簿和数据表。",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
dictionaries_app = typer.Typer(
    cls=Group, help="检查和扩充词典（可用 Excel 编辑的 CSV 文件）", no_args_is_help=True
)
app.add_typer(dictionaries_app, name="dictionaries")
app.command("check", cls=Command)(checking.check)


def main() -> None:
    """The command ``baobiao``. Ends with the exit statuses 0 (clean), 1 (some inputs failed) or 2 (unusable)."""
    speak_utf8()
    signal.signal(signal.SIGINT, _interrupt_once)
    try:
        status = app(prog_name="baobiao", standalone_mode=False)
    except (KeyboardInterrupt, Exception) as error:  # noqa: BLE001 - raised again where it is a bug
        status = _ended_by(error)
    if status == INTERRUPTED:
        say("已中断。原有的结果没有改动；已经读完的报告，下次运行时不必重读。")
    sys.exit(status if isinstance(status, int) else CLEAN)


def _ended_by(error: BaseException) -> int:
    """Tells what ended the program; an error of the program itself goes on to its traceback."""
    # DuckDB makes an error of its own of a Ctrl-C.
    if isinstance(error, KeyboardInterrupt) or signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        return INTERRUPTED
    if isinstance(error, BrokenPipeError):
        # Nobody reads on (``| head``); what is still to be flushed goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    if isinstance(error, OSError):
        where = f"（{error.filename}）" if error.filename else ""
        say(f"系统不允许：{error.strerror or error}{where}")
    elif hasattr(error, "exit_code") and hasattr(error, "format_message"):
        if words := sentence(error):
            say(f"{words}。用 baobiao --help 看用法。")
    else:
        raise error
    return UNUSABLE


def _interrupt_once(number: int, frame: object) -> None:
    """Ctrl-C pressed again must not break into the tidying up after the first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


def _version(wanted: bool) -> None:
    if wanted:
        print(f"baobiao {__version__}")
        raise typer.Exit(CLEAN)


@app.callback()
def baobiao(
    version: Annotated[
        bool, typer.Option("--version", help="显示版本号", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """报表：把政府报告变成表格。读取报告，提取标题、日期、指标和机构，写成工作簿和数据表。"""


@app.command(cls=Command)
def extract(
    inputs: Annotated[
        list[Path], typer.Argument(metavar="输入", help="报告文件或文件夹，可以有多个")
    ],
    out: Annotated[
        Path, typer.Option("--output", "-o", metavar="文件夹", help="结果写到这个文件夹（必填）")
    ],
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="格式",
            help="parquet、csv、xlsx、duckdb，可写多次或用逗号隔开；默认 parquet,xlsx,duckdb",
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(metavar="个数", min=1, help="并行处理的进程数，默认与 CPU 核数相同"),
    ] = None,
    engine: Annotated[
        str, typer.Option(metavar="引擎", help="local（本机）；spark 本版本不提供")
    ] = "local",
    metadata: Annotated[
        Path | None,
        typer.Option(
            metavar="文件",
            help="目录表（CSV）：source 及 report_type、year、issuer；文件夹里的 metadata.csv 会自动使用",
        ),
    ] = None,
    dictionaries: Folder = None,
    text_column: Annotated[
        str | None,
        typer.Option("--text-column", metavar="列名", help="CSV/JSONL 里存放正文的列"),
    ] = None,
) -> None:
    """读取报告，写出表格和工作簿

    再次运行时只处理新增或改动过的文件。
    """
    chosen = _formats(formats)
    from baobiao import batch
    from baobiao.lexicon import DictionaryError
    from baobiao.read import ReadError
    from baobiao.write import USUAL, WriteError

    try:
        with _progress() as progress:
            summary = batch.run(
                inputs,
                out,
                formats=chosen or USUAL,
                processes=workers,
                engine=engine,
                metadata=metadata,
                dictionaries=dictionaries,
                text_column=text_column,
                progress=progress,
            )
    except (batch.NothingToDo, WriteError, DictionaryError, ReadError) as error:
        give_up(str(error))
    _tell(summary, out)
    if not summary.rows["documents"]:
        raise typer.Exit(UNUSABLE)
    raise typer.Exit(FOUND if summary.failures else CLEAN)


@app.command(cls=Command)
def explain(
    file: Annotated[
        Path, typer.Argument(metavar="文件", help="一份报告；表格文件中的一行写作 文件#行号")
    ],
    at: Annotated[
        int | None,
        typer.Option(
            "--at",
            metavar="位置",
            min=0,
            help="报告正文中的字符位置（从 0 数起）；不写则逐个说明全部数字",
        ),
    ] = None,
    metadata: Annotated[
        Path | None,
        typer.Option(metavar="文件", help="目录表（CSV）；不写则用所在文件夹或上级的 metadata.csv"),
    ] = None,
    dictionaries: Folder = None,
) -> None:
    """说明某处的数字或名称为什么这样列表，或为什么没有列入"""
    lexicon = lexicon_of(dictionaries)
    draft = _read_one(file, metadata, lexicon)
    if at is not None and at >= len(draft.report.text):
        give_up(f"位置 {at} 超出正文：这份报告共 {len(draft.report.text)} 个字符")
    from baobiao.explaining import every_number, place

    for line in every_number(draft, lexicon) if at is None else place(draft, lexicon, at):
        print(line)


@app.command(cls=Command)
def compare(
    out: Annotated[Path, typer.Argument(metavar="结果文件夹", help="baobiao extract 写出的文件夹")],
    file: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="文件", help="写到 .xlsx、.html 或 .csv（必填）"),
    ],
    decisions: Annotated[
        Path | None,
        typer.Option(
            metavar="文件",
            help="人工决定（CSV）：归入、拆开、改名；默认用结果文件夹里的 alignment.csv",
        ),
    ] = None,
    dictionaries: Folder = None,
) -> None:
    """把各年、各单位的同一指标并排对比，写成工作簿、网页或 CSV

    只用提取出的表，不再读报告。
    """
    from baobiao.compare import comparing, writing
    from baobiao.lexicon import DictionaryError

    if file.suffix.lower().lstrip(".") not in writing.FORMATS:
        give_up(f"不知道写成什么格式：{file}；文件名应以 .xlsx、.html 或 .csv 结尾")
    try:
        compared = comparing.compare(out, choices=decisions, dictionaries=dictionaries)
        writing.write(compared, file)
    except (*writing.UNUSABLE, DictionaryError) as error:
        give_up(str(error))
    if words := writing.refresh(compared, out):
        say(f"提示：{words}")
    print(f"{comparing.told(compared)}已写入 {file}")


@dictionaries_app.command("check", cls=Command)
def check_dictionaries(
    folder: Annotated[
        Path | None, typer.Argument(metavar="文件夹", help="词典所在的文件夹，默认是自带的词典")
    ] = None,
) -> None:
    """检查词典，一次列出全部问题"""
    from baobiao import lexicon

    if folder and not folder.is_dir():
        give_up(f"{folder}：没有这个文件夹")
    problems = lexicon.check(folder)
    for problem in problems:
        print(problem)
    errors = sum(problem.severity == "error" for problem in problems)
    if problems:
        print(f"共 {len(problems)} 处，其中必须改正 {errors} 处。")
    else:
        loaded = lexicon.load(folder)
        print(f"词典没有问题：单位 {len(loaded.units)} 个，指标 {len(loaded.indicators)} 个。")
    raise typer.Exit(FOUND if problems else CLEAN)


@dictionaries_app.command("suggest", cls=Command)
def suggest_rows(
    out: Annotated[Path, typer.Argument(metavar="结果文件夹", help="baobiao extract 写出的文件夹")],
    file: Annotated[
        Path, typer.Option("--output", "-o", metavar="文件", help="建议写到这个 CSV 文件")
    ] = Path("指标建议.csv"),
    least: Annotated[int, typer.Option(metavar="篇数", min=1, help="至少在几篇报告里出现过")] = 2,
    dictionaries: Folder = None,
) -> None:
    """从归档报告里找出词典还没有的指标和叫法

    写成与 indicators.csv 同样的列，认可的行可以直接复制过去。
    """
    from baobiao import suggest

    try:
        rows = list(suggest.suggest(out, lexicon_of(dictionaries), least=least))
        file.write_bytes(suggest.to_csv(rows))
    except suggest.NoTables as error:
        give_up(str(error))
    except OSError as error:
        give_up(f"无法写入 {file}：{error.strerror or error}")
    aliases = sum(row["建议"] == "别名" for row in rows)
    print(f"建议 {len(rows)} 行（别名 {aliases}，新指标 {len(rows) - aliases}），已写入 {file}")


def _formats(given: Sequence[str] | None) -> list[str]:
    from baobiao.write import FORMATS

    wanted = [word.strip() for item in given or () for word in item.split(",") if word.strip()]
    unknown = [word for word in wanted if word not in FORMATS]
    if unknown:
        give_up(f"没有“{'、'.join(unknown)}”这种格式；可用：{'、'.join(FORMATS)}")
    return list(dict.fromkeys(wanted))


def _read_one(name: Path, metadata: Path | None, lexicon: Lexicon) -> Draft:
    """The one report that ``explain`` looks at, with what its archive's catalogue says of it."""
    from baobiao import read
    from baobiao.model import Failure
    from baobiao.process import extract as extract_report

    path, mark, row = str(name).rpartition("#")
    row = "" if name.exists() or not mark else row
    file = Path(path) if row else name
    if file.is_dir():
        give_up(f"{file} 是文件夹；explain 一次看一份报告")
    try:
        for source in read.sources([file], metadata=metadata or _catalogue_of(file)):
            if isinstance(source, Failure):
                if source.step == "read":
                    give_up(f"{file}：{source.error}")
                continue  # lines of the catalogue that speak of other files
            for report in read.read(source):
                if row and report.source != f"{source.name}#{row}":
                    continue
                if isinstance(report, Failure):
                    give_up(f"{name}：{report.error}")
                return extract_report(report, lexicon)
    except read.ReadError as error:
        give_up(f"{file}：{error}")
    give_up(f"{name}：没有这份报告")


def _catalogue_of(file: Path) -> Path | None:
    """The ``metadata.csv`` that a run over the folder would use: beside the file, or up to two folders above."""
    folders = list(file.resolve().parents)[:3]
    return next((path for folder in folders if (path := folder / "metadata.csv").is_file()), None)


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar over the reports on a terminal, a line now and then where the output goes elsewhere."""
    if not sys.stderr.isatty():
        yield _plain_progress
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    with Progress(
        TextColumn("读取报告"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[name]}"),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("", total=None, name="")
        yield lambda done, total, name: bar.update(task, completed=done, total=total, name=name)


def _plain_progress(done: int, total: int, name: str) -> None:
    if done % LINE_EVERY == 0:
        say(f"已读取 {done}/{total}")


def _tell(summary: Summary, out: Path) -> None:
    """What went wrong to standard error, what there is now to standard output."""
    _say_some([f"提示：{source}：{words}" for source, words in summary.warnings])
    _say_some([f"未处理：{row.source}：{row.error}" for row in summary.failures])
    rows = summary.rows
    reused = f"（其中 {summary.reused} 篇沿用上次结果）" if summary.reused else ""
    print(
        f"报告 {rows['documents']} 篇{reused}，指标 {rows['indicators']} 条，"
        f"标题 {rows['headings']} 条，日期 {rows['dates']} 处，"
        f"机构 {rows['organisations']} 处，未能处理 {len(summary.failures)} 项。"
    )
    print(f"结果写在 {out}：{'、'.join(file.name for file in summary.files)}")


def _say_some(lines: Sequence[str]) -> None:
    for line in lines[:SHOWN]:
        say(line)
    if len(lines) > SHOWN:
        say(f"……共 {len(lines)} 条，其余不再显示；未能处理的都在 failures 表里")
