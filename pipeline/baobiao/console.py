"""What all commands of the command line share: their exit statuses, and how they speak and give up."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from baobiao.lexicon import Lexicon

CLEAN, FOUND, UNUSABLE, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses: done and clean; done, with findings or with some inputs failed; nothing could be done; Ctrl-C."""

Folder = Annotated[
    Path | None,
    typer.Option("--dictionaries", metavar="文件夹", help="使用这个文件夹里的词典，不用自带的"),
]


def say(words: str) -> None:
    """A line to standard error."""
    print(words, file=sys.stderr)


def give_up(words: str) -> NoReturn:
    """Says why nothing can be done, and ends the command."""
    say(words)
    raise typer.Exit(UNUSABLE)


def lexicon_of(folder: Path | None) -> Lexicon:
    """The dictionaries of a folder; ends the command where they cannot be used."""
    from baobiao.lexicon import DictionaryError, load

    try:
        return load(folder)
    except DictionaryError as error:
        give_up(str(error))


def speak_utf8() -> None:
    """A Windows console in another code page shows a question mark rather than ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
