"""The command ``baobiao check``: drafts in, findings out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from baobiao import __version__
from baobiao.console import CLEAN, FOUND, Folder, give_up, say

if TYPE_CHECKING:
    from baobiao.check.choices import Choices
    from baobiao.check.rule import Rule
    from baobiao.check.verdict import Verdict
    from baobiao.lexicon import Lexicon
    from baobiao.project import Project

_LEVELS = "错误、提醒、说明"


@dataclass(frozen=True, slots=True)
class _Checked:
    """A draft's verdict and the file that it came from."""

    path: Path
    verdict: Verdict


def check(
    drafts: Annotated[
        list[Path] | None,
        typer.Argument(metavar="草稿", help="报告草稿或文件夹，可以有多个"),
    ] = None,
    report_type: Annotated[
        str, typer.Option("--type", metavar="类型", help="报告类型；不写则从标题和正文认")
    ] = "",
    against: Annotated[
        Path | None,
        typer.Option(metavar="文件夹", help="与上年比：baobiao extract 写出的上年结果文件夹"),
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="格式",
            help="text（屏幕）、json、sarif、html（标在报告里的网页）、docx（原稿加批注）",
        ),
    ] = "text",
    out: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="文件",
            help="写到这个文件；多份草稿的 html、docx 写到这个文件夹",
        ),
    ] = None,
    rules: Annotated[
        list[str] | None,
        typer.Option(
            "--rule", metavar="编号", help="只查这些规则，可写多次；BB1 指 BB1 开头的全部"
        ),
    ] = None,
    ignored: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="编号", help="不查这些规则，可写多次"),
    ] = None,
    severity: Annotated[
        str, typer.Option(metavar="级别", help=f"只显示这一级和更重的：{_LEVELS}")
    ] = "",
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on", metavar="级别", help=f"有这一级或更重的才算有问题（退出码 1）：{_LEVELS}"
        ),
    ] = "",
    explained: Annotated[
        str,
        typer.Option("--explain", metavar="编号", help="说明一条规则：为什么、依据、正误例子"),
    ] = "",
    dictionaries: Folder = None,
) -> None:
    """检查草稿：缺哪些部分，哪里写得不对，依据是什么

    草稿所在文件夹或上级文件夹里的 baobiao.toml 会自动使用，本单位的选择写在那里。
    """
    if explained:
        _explain(explained, dictionaries)
        raise typer.Exit(CLEAN)
    if not drafts:
        give_up("缺少参数“草稿”。用 baobiao check --help 看用法。")
    project, lexicon = _settings(drafts[0], dictionaries)
    known = _rules(lexicon)
    choices = _choices(project, known, rules or (), ignored or (), severity)
    threshold = _level("--fail-on", fail_on) or project.fail_on
    _judge_format(form, out, drafts)
    report_type = report_type or project.report_type
    if report_type and report_type not in lexicon.profiles:
        give_up(f"没有“{report_type}”这种报告类型；可用：{'、'.join(lexicon.profiles)}")
    checked: list[_Checked] = []
    failed = 0
    for each in _verdicts(drafts, lexicon, choices, report_type, against or project.against):
        if isinstance(each, str):
            failed += 1
            say(f"未检查：{each}")
        else:
            checked.append(each)
    if not checked:
        give_up("没有可以检查的草稿。")
    _tell(checked, known, form, out)
    from baobiao.check.choices import at_least

    found = any(
        at_least(finding.severity, threshold)
        for each in checked
        for finding in each.verdict.findings
    )
    raise typer.Exit(FOUND if found or failed else CLEAN)


def _settings(draft: Path, dictionaries: Path | None) -> tuple[Project, Lexicon]:
    from baobiao.lexicon import DictionaryError
    from baobiao.project import ProjectError, find, lexicon_of

    try:
        project = find(draft if draft.is_dir() else draft.parent)
        return project, lexicon_of(project, dictionaries)
    except (ProjectError, DictionaryError) as error:
        give_up(str(error))


def _rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    from baobiao.check import rules

    return rules(lexicon)


def _choices(
    project: Project,
    known: Sequence[Rule],
    rules: Sequence[str],
    ignored: Sequence[str],
    severity: str,
) -> Choices:
    from baobiao.project import with_options

    choices = with_options(project, tuple(rules), tuple(ignored), _level("--severity", severity))
    named = {*choices.rules, *choices.ignored, *choices.severities}
    for code in sorted(named):
        if not any(rule.code.startswith(code) for rule in known):
            give_up(f"没有“{code}”这条规则；可用：{'、'.join(rule.code for rule in known)}")
    return choices


def _level(option: str, word: str) -> str:
    from baobiao.project import LEVELS

    if word and word not in LEVELS:
        give_up(f"选项“{option}”不对：没有“{word}”这一级；可用：{_LEVELS}")
    return LEVELS.get(word, "")


def _judge_format(form: str, out: Path | None, drafts: Sequence[Path]) -> None:
    from baobiao.telling import FILES, FORMATS

    if form not in FORMATS:
        give_up(f"没有“{form}”这种格式；可用：{'、'.join(FORMATS)}")
    if form in FILES and out is None:
        give_up(f"格式 {form} 要用 -o 写明写到哪里，例如 -o {drafts[0].stem}.批注.{form}")


def _verdicts(
    drafts: Sequence[Path],
    lexicon: Lexicon,
    choices: Choices,
    report_type: str,
    against: Path | None,
) -> Iterator[_Checked | str]:
    """The verdict on each draft; for one that cannot be read a sentence that says why."""
    from dataclasses import replace

    from baobiao import read
    from baobiao.check.last_year import LastYears, NoTables
    from baobiao.check.verdict import judge
    from baobiao.model import Failure
    from baobiao.process import extract

    try:
        before = LastYears(against, lexicon) if against else None
        sources = list(read.sources(drafts))
    except (NoTables, read.ReadError) as error:
        give_up(str(error))
    for source in sources:
        if isinstance(source, Failure):
            yield f"{source.source}：{source.error}"
            continue
        if report_type:
            source = replace(source, metadata={**source.metadata, "report_type": report_type})
        try:
            for report in read.read(source):
                if isinstance(report, Failure):
                    yield f"{report.source}：{report.error}"
                    continue
                draft = extract(report, lexicon)
                last_year = before.of(draft) if before else None
                if before and last_year is None:
                    say(f"提示：{report.source}：{against} 里没有同一机关上一年的同类报告")
                yield _Checked(source.path, judge(draft, lexicon, choices, last_year))
        except read.ReadError as error:
            yield f"{source.name}：{error}"


def _tell(checked: Sequence[_Checked], known: Sequence[Rule], form: str, out: Path | None) -> None:
    from baobiao.telling import FILES

    try:
        if form in FILES and out is not None:
            for each, path in zip(checked, _paths(checked, form, out), strict=True):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(_file(each, form))
                print(f"{each.verdict.draft.report.source}：批注写在 {path}")
            return
        words = _words([each.verdict for each in checked], known, form)
        if out is None:
            for line in words:
                print(line)
        else:
            out.write_text("".join(f"{line}\n" for line in words), encoding="utf-8")
    except BrokenPipeError:
        raise  # nobody reads on
    except OSError as error:
        give_up(f"无法写入 {out}：{error.strerror or error}")


def _words(verdicts: Sequence[Verdict], known: Sequence[Rule], form: str) -> Iterable[str]:
    if form == "text":
        from baobiao.telling.text import lines

        return (line for verdict in verdicts for line in lines(verdict))
    from baobiao.telling.machine import to_json, to_sarif

    return [to_json(verdicts) if form == "json" else to_sarif(verdicts, known, __version__)]


def _paths(checked: Sequence[_Checked], form: str, out: Path) -> list[Path]:
    """Where the files go: the one named, or one for each draft in the folder named."""
    if len(checked) == 1 and not out.is_dir() and out.suffix:
        return [out]
    names: list[Path] = []
    for each in checked:
        _, _, row = each.verdict.draft.report.source.partition("#")
        stem = f"{each.path.stem}_{row}" if row else each.path.stem
        path = out / f"{stem}.批注.{form}"
        number = 2
        while path in names:
            path = out / f"{stem}_{number}.批注.{form}"
            number += 1
        names.append(path)
    return names


def _file(each: _Checked, form: str) -> bytes:
    if form == "html":
        from baobiao.telling.page import to_html

        return to_html(each.verdict).encode("utf-8")
    from baobiao.telling.word import to_docx

    if each.path.suffix.lower() == ".docx":
        try:
            return to_docx(each.verdict, each.path.read_bytes())
        except ValueError as error:
            say(f"提示：{each.verdict.draft.report.source}：{error}，批注写在另做的一份里")
    return to_docx(each.verdict)


def _explain(code: str, dictionaries: Path | None) -> None:
    from baobiao.telling.pages import plain_page

    _, lexicon = _settings(Path.cwd(), dictionaries)
    rule = next((rule for rule in _rules(lexicon) if rule.code == code.upper()), None)
    if rule is None:
        give_up(f"没有“{code}”这条规则；可用：{'、'.join(r.code for r in _rules(lexicon))}")
    print(plain_page(rule))
