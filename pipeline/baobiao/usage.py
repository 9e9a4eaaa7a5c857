"""The frame of the command line in Chinese: help pages and what is wrong with a command as typed.

typer's own frame words are English and lie in its rendering, so help is laid out here, from the commands'
parameters; typer keeps the parsing.
"""

from __future__ import annotations

import re
from typing import Any

from rich import box
from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text
from typer.core import TyperCommand, TyperGroup

_HELP = "显示这页说明"
_IN_BRACKETS = re.compile(r"\(([^()]*)\)\s*$")
_LEAST = re.compile(r"greater than or equal to (\d+)")
_QUOTED = re.compile(r"'([^']*)'")


class Command(TyperCommand):
    """A command whose help speaks Chinese."""

    def get_help_option(self, ctx: Any) -> Any:
        return _in_chinese(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _print_help(self, ctx)


class Group(TyperGroup):
    """A group of commands whose help speaks Chinese. Commands stand in the order in which they were defined."""

    def get_help_option(self, ctx: Any) -> Any:
        return _in_chinese(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _print_help(self, ctx)


def sentence(error: BaseException) -> str:
    """What is wrong with a command as typed, as a Chinese sentence. Takes the errors that typer's parser raises.

    "" where nothing is: a command without anything behind it shows its help.
    """
    kind, message = type(error).__name__, str(getattr(error, "message", error))
    if kind == "NoArgsIsHelpError":
        return ""
    if kind == "MissingParameter":
        return f"缺少{_label(getattr(error, 'param', None))}"
    if kind in ("NoSuchOption", "NoSuchOptionError"):
        hint = "、".join(getattr(error, "possibilities", None) or ())
        return f"没有“{getattr(error, 'option_name', '')}”这个选项" + (
            f"；是不是 {hint}？" if hint else ""
        )
    if kind == "BadOptionUsage":
        wants = "不带值" if "does not take" in message else "后面要有一个值"
        return f"选项“{getattr(error, 'option_name', '')}”{wants}"
    if kind == "BadParameter":
        return f"{_label(getattr(error, 'param', None))}不对：{_what_is_wanted(message)}"
    if message.startswith("No such command"):
        return f"没有“{''.join(_QUOTED.findall(message)[:1])}”这个命令"
    if message.startswith("Missing command"):
        return "缺少命令"
    if extra := _IN_BRACKETS.search(message):
        return f"多出的参数：{extra.group(1)}"
    return f"命令的写法不对：{message}"


def _what_is_wanted(message: str) -> str:
    if least := _LEAST.search(message):
        return f"不能小于 {least.group(1)}"
    return "应为整数" if "valid integer" in message else message


def _label(param: Any) -> str:
    if param is None:
        return "参数"
    if param.param_type_name == "argument":
        return f"参数“{param.metavar or param.name}”"
    return f"选项“{' / '.join(sorted(param.opts, key=len))}”"


def _in_chinese(option: Any) -> Any:
    if option is not None:
        option.help = _HELP
    return option


def _print_help(command: Any, ctx: Any) -> None:
    console = Console(highlight=False)
    params = [param for param in command.get_params(ctx) if not getattr(param, "hidden", False)]
    arguments = [param for param in params if param.param_type_name == "argument"]
    options = [param for param in params if param.param_type_name == "option"]
    commands = [
        command.get_command(ctx, name)
        for name in (command.list_commands(ctx) if isinstance(command, TyperGroup) else ())
    ]
    pieces = [
        ctx.command_path,
        *(["命令"] if commands else []),
        *map(_argument, arguments),
        "[选项]",
    ]
    console.print(Text(f"\n用法：{' '.join(pieces)}\n", style="bold"))
    console.print(Text(f"{(command.help or '').strip()}\n"))
    _print_panel(console, "参数", [(_argument(param), param.help or "") for param in arguments])
    _print_panel(console, "选项", [(_option(param), param.help or "") for param in options])
    _print_panel(
        console, "命令", [(each.name, (each.help or "").split("\n")[0]) for each in commands]
    )


def _argument(param: Any) -> str:
    return f"{param.metavar or param.name}{'…' if param.nargs != 1 else ''}"


def _option(param: Any) -> str:
    value = "" if param.is_flag else f" {param.metavar or ''}"
    return ", ".join(sorted(param.opts, key=len)) + value


def _print_panel(console: Console, title: str, rows: list[tuple[str, str]]) -> None:
    if not rows:
        return
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(overflow="fold")
    for name, text in rows:
        table.add_row(Text(name), Text(text))
    console.print(
        Panel(table, title=title, title_align="left", box=box.ROUNDED, border_style="dim")
    )
