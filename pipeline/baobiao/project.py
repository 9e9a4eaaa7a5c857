"""An office's choices: ``baobiao.toml``, found in the folder of the draft or in one above it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from baobiao.check.choices import SEVERITIES, Accepted, Choices
from baobiao.lexicon import Lexicon, add_profiles, load

FILE = "baobiao.toml"
LEVELS = {"错误": "error", "提醒": "warning", "说明": "info", **{word: word for word in SEVERITIES}}
_TEXTS = ("type", "dictionaries", "profiles", "against", "severity", "fail_on")
_LISTS = ("rules", "ignore")
_ACCEPT = ("rule", "text", "file", "reason")


class ProjectError(ValueError):
    """``baobiao.toml`` cannot be used; the message is Chinese and names every problem, one a line."""


@dataclass(frozen=True, slots=True)
class Project:
    """What the file says. Paths are resolved from the folder that it stands in; None where it says nothing."""

    path: Path | None = None
    report_type: str = ""
    dictionaries: Path | None = None
    profiles: Path | None = None
    against: Path | None = None
    fail_on: str = "info"
    choices: Choices = field(default_factory=Choices)


def find(start: Path) -> Project:
    """The project file that holds for a draft or a folder; an empty project where there is none.

    Raises ``ProjectError``.
    """
    folder = start.resolve()
    for place in (folder, *folder.parents):
        if (path := place / FILE).is_file():
            return read(path)
    return Project()


def read(path: Path) -> Project:
    """The choices of one file. Raises ``ProjectError`` with everything that is wrong with it."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        table = tomllib.loads(text)
    except OSError as error:
        raise ProjectError(f"{path}：读不了（{error.strerror or error}）") from None
    except UnicodeDecodeError:
        raise ProjectError(f"{path}：不是 UTF-8 编码；请用记事本另存，编码选 UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        where = f"第 {place[1]} 行" if place else "末尾"
        raise ProjectError(
            f"{path}：{where}不合 TOML 的写法，检查引号、方括号、等号是不是成对、是不是半角"
        ) from None
    problems = list(_problems(table))
    if problems:
        raise ProjectError("\n".join(f"{path}：{problem}" for problem in problems))
    folder = path.parent

    def place_of(key: str) -> Path | None:
        return folder / table[key] if table.get(key) else None

    return Project(
        path=path,
        report_type=table.get("type", ""),
        dictionaries=place_of("dictionaries"),
        profiles=place_of("profiles"),
        against=place_of("against"),
        fail_on=LEVELS[table.get("fail_on", "info")],
        choices=Choices(
            rules=tuple(table.get("rules", ())),
            ignored=tuple(table.get("ignore", ())),
            severities={code: LEVELS[level] for code, level in table.get("severities", {}).items()},
            accepted=tuple(Accepted(**part) for part in table.get("accept", ())),
            least=LEVELS[table.get("severity", "info")],
        ),
    )


def lexicon_of(project: Project, dictionaries: Path | None = None) -> Lexicon:
    """The dictionaries that the office uses, its own profiles added. Raises ``DictionaryError``, ``ProjectError``."""
    lexicon = load(dictionaries or project.dictionaries)
    if project.profiles is None:
        return lexicon
    if not project.profiles.is_dir():
        raise ProjectError(f"{project.path}：profiles 写的文件夹不存在：{project.profiles}")
    return add_profiles(lexicon, project.profiles)


def with_options(
    project: Project, rules: tuple[str, ...], ignored: tuple[str, ...], least: str
) -> Choices:
    """The choices with what the command line says put over them."""
    choices = project.choices
    return replace(
        choices,
        rules=rules or choices.rules,
        ignored=(*choices.ignored, *ignored),
        least=least or choices.least,
    )


def _problems(table: dict[str, Any]) -> list[str]:
    found: list[str] = []
    for key, value in table.items():
        if key in _TEXTS:
            if not isinstance(value, str):
                found.append(f"{key} 应是加引号的文字")
            elif key in ("severity", "fail_on") and value not in LEVELS:
                found.append(f"{key} 只能写“错误”“提醒”“说明”之一，不能写“{value}”")
        elif key in _LISTS:
            if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
                found.append(f'{key} 应写成 ["BB106", "BB4"] 这样的形式')
        elif key == "severities":
            found += _severity_problems(value)
        elif key == "accept":
            found += _accept_problems(value)
        else:
            known = "、".join((*_TEXTS, *_LISTS, "[severities]", "[[accept]]"))
            found.append(f"没有“{key}”这一项；可以写：{known}")
    return found


def _severity_problems(value: Any) -> list[str]:
    if not isinstance(value, dict):
        return ['severities 应写成 [severities] 一节，每行一个，例如 BB107 = "说明"']
    return [
        f"severities 里的 {code} 只能写“错误”“提醒”“说明”之一"
        for code, level in value.items()
        if level not in LEVELS
    ]


def _accept_problems(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
        return ["accept 应写成 [[accept]]，每条一节"]
    found: list[str] = []
    for number, part in enumerate(value, 1):
        if unknown := sorted(set(part) - set(_ACCEPT)):
            found.append(f"第 {number} 个 [[accept]] 没有“{unknown[0]}”这一项")
        if any(not isinstance(word, str) for word in part.values()):
            found.append(f"第 {number} 个 [[accept]] 的各项都应是加引号的文字")
        if not part.get("reason"):
            found.append(f"第 {number} 个 [[accept]] 没有写 reason（为什么接受）")
        if not part.get("rule") and not part.get("text"):
            found.append(f"第 {number} 个 [[accept]] 要写 rule（规则编号）或 text（报告里的原话）")
    return found
