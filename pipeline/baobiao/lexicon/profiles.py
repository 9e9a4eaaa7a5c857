"""The TOML files of `profiles/`: one type of report each, or a local template of one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from baobiao.characters import fold
from baobiao.lexicon.problem import Problem
from baobiao.lexicon.rows import Content, Deadline, Profile, RequiredSection
from baobiao.lexicon.sheets import decode

REQUIRED = ("required", "optional", "conditional", "practice")
SEVERITIES = ("error", "warning", "info")
_TEXTS = ("title_patterns", "body_patterns", "not_patterns")
_TOP = {
    "report_type": str,
    "ordered": bool,
    "review_offset": int,
    "source": str,
    "whole_year": bool,
    "extends": str,
}
_SECTION = {
    "key": str,
    "title": str,
    "required": str,
    "order": int,
    "source": str,
    "severity": str,
    "within": str,
    "when": str,
    "least": int,
    "since": int,
    "until": int,
}
_SECTION_LISTS = ("aliases", "patterns", "text_patterns")
_CONTENT = {
    "title": str,
    "source": str,
    "severity": str,
    "section": str,
    "since": int,
    "until": int,
}
_CONTENT_LISTS = ("patterns", "indicators")
_DEADLINE = {"who": str, "action": str, "day": str, "source": str, "severity": str}
_TABLES = ("section", "content", "deadline", "levels")
_KINDS = {str: "文字，要加引号", bool: "true 或 false", int: "整数"}


def read_profile(file: str, data: bytes) -> tuple[Profile | None, list[Problem]]:
    """The profile of a file, or what is wrong with the file."""
    text, problems = decode(file, data)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        message = f"不合 TOML 的写法：检查引号、方括号和等号是否成对、写在半角（{error}）"
        return None, [*problems, Problem(file, line, "", message)]
    judge = _Judge(file, text)
    profile = _profile(table, judge)
    problems += judge.problems
    return (profile if not judge.problems else None), problems


class _Judge:
    """Collects the problems of one file and finds the line of a word for the message."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.lines = text.splitlines()
        self.problems: list[Problem] = []

    def tell(self, column: str, message: str, near: str = "") -> None:
        """Note a problem; its line is the first that holds ``near``."""
        sought = near or column
        hits = (n for n, line in enumerate(self.lines, 1) if sought and sought in line)
        self.problems.append(Problem(self.file, next(hits, 0), column, message))

    def check_types(
        self, table: Mapping[str, Any], kinds: Mapping[str, type], lists: tuple[str, ...]
    ) -> None:
        for key, value in table.items():
            if key in kinds:
                # A bool is an int for Python; for a person who writes `order = true` it is a mistake.
                if type(value) is not kinds[key]:
                    self.tell(key, f"“{value}”不对，应为{_KINDS[kinds[key]]}", f"{key} =")
            elif key in lists:
                if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
                    self.tell(key, '应写成 ["…", "…"]', f"{key} =")
            elif key not in _TABLES:
                self.tell(key, "没有这一项；请检查拼写")

    def check_patterns(self, key: str, patterns: tuple[str, ...]) -> None:
        for pattern in patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                self.tell(key, f"“{pattern}”不是合格的正则表达式（{error}）", pattern)


def _strings(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else ()


def inherit(
    profiles: Mapping[str, Profile], files: Mapping[str, str]
) -> tuple[dict[str, Profile], list[Problem]]:
    """The profiles, local templates with all that the profile has which they extend.

    A section of the template stands in for the one with the same key. ``files`` says where the new
    profiles come from; the others are whole already.
    """
    whole = dict(profiles)
    problems: list[Problem] = []
    for name, template in profiles.items():
        if not template.extends or name not in files:
            continue
        base = profiles.get(template.extends)
        if base is None or base.extends:
            message = (
                f"“{template.extends}”不是一种报告类型；应写 profiles 里另一个文件的 report_type"
            )
            problems.append(Problem(files[name], 0, "extends", message))
            continue
        own = {section.key: section for section in template.sections}
        kept = tuple(section for section in base.sections if section.key not in own)
        keys = {*own, *(section.key for section in kept)}
        problems += [
            Problem(files[name], 0, "within", f"“{section.within}”不是一个 key")
            for section in template.sections
            if section.within and section.within not in keys
        ]
        whole[name] = replace(
            base,
            report_type=name,
            title_patterns=(),
            body_patterns=(),
            sections=tuple(sorted((*kept, *own.values()), key=lambda section: section.order)),
            contents=(*base.contents, *template.contents),
            deadlines=template.deadlines or base.deadlines,
            source=template.source or base.source,
            extends=template.extends,
        )
    return whole, problems


def _profile(table: Mapping[str, Any], judge: _Judge) -> Profile | None:
    judge.check_types(table, _TOP, _TEXTS)
    template = bool(table.get("extends"))
    for key in ("report_type",) if template else ("report_type", "title_patterns"):
        if not table.get(key):
            judge.tell(key, "没有填写")
    for key in _TEXTS:
        judge.check_patterns(key, _strings(table, key))
    sections = tuple(_section(part, judge) for part in _tables(table, "section", judge))
    contents = tuple(_content(part, judge) for part in _tables(table, "content", judge))
    if not template:
        _judge_keys(sections, contents, judge)
    deadlines = tuple(_deadline(part, judge) for part in _tables(table, "deadline", judge))
    if judge.problems:
        return None
    return Profile(
        report_type=table["report_type"],
        title_patterns=_strings(table, "title_patterns"),
        sections=sections,
        body_patterns=_strings(table, "body_patterns"),
        not_patterns=_strings(table, "not_patterns"),
        ordered=table.get("ordered", False),
        review_offset=table.get("review_offset", 0),
        source=table.get("source", ""),
        deadlines=deadlines,
        contents=contents,
        whole_year=table.get("whole_year", False),
        extends=table.get("extends", ""),
    )


def _judge_keys(
    sections: tuple[RequiredSection, ...], contents: tuple[Content, ...], judge: _Judge
) -> None:
    """Each key stands for one section at a time, and whoever names a key names one that is there."""
    keys = [section.key for section in sections]
    for number, section in enumerate(sections):
        if any(section.key == other.key and _meet(section, other) for other in sections[:number]):
            judge.tell("key", f"“{section.key}”用了两次", f'"{section.key}"')
    for section in sections:
        if section.within and section.within not in keys:
            judge.tell("within", f"“{section.within}”不是本文件里的一个 key", section.within)
    for content in contents:
        if content.section and content.section not in keys:
            judge.tell("section", f"“{content.section}”不是本文件里的一个 key", content.section)


def _meet(one: RequiredSection, other: RequiredSection) -> bool:
    """Whether there are years in which both are asked for."""
    last = min(one.until or 9999, other.until or 9999)
    return max(one.since, other.since) <= last


def _tables(table: Mapping[str, Any], key: str, judge: _Judge) -> list[Mapping[str, Any]]:
    value = table.get(key, [])
    if isinstance(value, list) and all(isinstance(part, dict) for part in value):
        return value
    judge.tell(key, f"应写成 [[{key}]]，每节一个", f"[{key}]")
    return []


def _section(part: Mapping[str, Any], judge: _Judge) -> RequiredSection:
    judge.check_types(part, _SECTION, _SECTION_LISTS)
    name = str(part.get("title") or part.get("key") or "")
    for key in ("key", "title", "required", "source", "severity"):
        if not part.get(key):
            judge.tell(key, f"[[section]]“{name}”没有填写", name)
    _allowed(part, "required", REQUIRED, judge)
    _allowed(part, "severity", SEVERITIES, judge)
    for key in ("patterns", "text_patterns"):
        judge.check_patterns(key, _strings(part, key))
    judge.check_patterns("when", (str(part.get("when", "")),))
    levels = part.get("levels", [])
    if not isinstance(levels, list) or not all(type(n) is int and 0 < n < 7 for n in levels):
        judge.tell("levels", "应写成 [1, 2]，各数在 1 到 6 之间", "levels =")
        levels = []
    return RequiredSection(
        key=str(part.get("key", "")),
        title=str(part.get("title", "")),
        aliases=tuple(fold(alias) for alias in _strings(part, "aliases")),
        required=str(part.get("required", "")),
        order=part["order"] if type(part.get("order")) is int else 0,
        levels=tuple(levels),
        source=str(part.get("source", "")),
        severity=str(part.get("severity", "")),
        patterns=_strings(part, "patterns"),
        within=str(part.get("within", "")),
        text_patterns=_strings(part, "text_patterns"),
        when=str(part.get("when", "")),
        **_whole(part, "least", "since", "until"),
    )


def _whole(part: Mapping[str, Any], *keys: str) -> dict[str, int]:
    return {key: part[key] if type(part.get(key)) is int else 0 for key in keys}


def _content(part: Mapping[str, Any], judge: _Judge) -> Content:
    judge.check_types(part, _CONTENT, _CONTENT_LISTS)
    name = str(part.get("title", ""))
    for key in ("title", "source", "severity"):
        if not part.get(key):
            judge.tell(key, f"[[content]]“{name}”没有填写", name or "[[content]]")
    if not part.get("patterns") and not part.get("indicators"):
        judge.tell("patterns", f"[[content]]“{name}”要写 patterns 或 indicators", name)
    _allowed(part, "severity", SEVERITIES, judge)
    judge.check_patterns("patterns", _strings(part, "patterns"))
    return Content(
        title=name,
        source=str(part.get("source", "")),
        severity=str(part.get("severity", "")),
        section=str(part.get("section", "")),
        patterns=_strings(part, "patterns"),
        indicators=_strings(part, "indicators"),
        **_whole(part, "since", "until"),
    )


def _deadline(part: Mapping[str, Any], judge: _Judge) -> Deadline:
    judge.check_types(part, _DEADLINE, ("issuers",))
    judge.check_patterns("issuers", _strings(part, "issuers"))
    for key in _DEADLINE:
        if not part.get(key):
            judge.tell(key, "[[deadline]] 没有填写", "[[deadline]]")
    _allowed(part, "severity", SEVERITIES, judge)
    if not re.fullmatch(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", str(part.get("day", "01-01"))):
        judge.tell("day", f"“{part['day']}”应写成“月-日”，例如 01-31", str(part["day"]))
    said = {key: str(part.get(key, "")) for key in _DEADLINE}
    return Deadline(**said, issuers=_strings(part, "issuers"))


def _allowed(part: Mapping[str, Any], key: str, words: tuple[str, ...], judge: _Judge) -> None:
    value = part.get(key)
    if value and value not in words:
        judge.tell(key, f"“{value}”不在允许的写法之内；可以写：{'、'.join(words)}", str(value))
