"""Chinese words with their places: the only file that knows jieba and rjieba.

jieba runs as an instance fed with the terms of the dictionaries, never as the process-wide one. Where rjieba
is installed it does the same work behind the same function; the tokens are the same.
"""

from __future__ import annotations

import importlib
import importlib.util
import logging
import re
import warnings
from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any

from baobiao.characters import fold
from baobiao.lexicon import CanonicalIndicator, KnownOrganisation, Lexicon

Token = tuple[str, int, int]

# jieba and rjieba differ on what is not plain Han (5.3%, PM2.5, rare characters), and jieba glues 5.3% today and
# splits it tomorrow. So only runs of Han are handed to them; a run of Latin and digits is one word, any other
# character stands alone.
_PIECES = re.compile(
    r"([\u4e00-\u9fa5]+)|[A-Za-z0-9]+(?:[.\-][A-Za-z0-9]+)*|[^A-Za-z0-9\u4e00-\u9fa5]"
)
_HAN = re.compile(r"[\u4e00-\u9fa5]{2,}")

_LOADED: dict[tuple[str, bool], Words] = {}
_LOCK = Lock()


class Words:
    """Cuts text into words. Loading takes a second with jieba, so it happens at the first cut.

    ``terms`` are kept whole where the segmentation allows; ``fast`` asks for rjieba (None: where installed).
    """

    def __init__(self, terms: Iterable[str] = (), *, fast: bool | None = None) -> None:
        self._terms = tuple(sorted({term for term in terms if _HAN.fullmatch(term)}))
        self._fast = _has_rjieba() if fast is None else fast
        self._cut_han: Callable[[str], list[str]] | None = None

    def cut(self, text: str) -> list[Token]:
        """The words of a text as (word, start, end), without gaps; blanks and marks are words of their own.

        >>> [word for word, _, _ in Words().cut("全年办理案件5.3万件。")]
        ['全年', '办理', '案件', '5.3', '万件', '。']
        """
        cut_han = self._cut_han or self._load()
        tokens: list[Token] = []
        for piece in _PIECES.finditer(text):
            if piece.group(1) is None:
                tokens.append((piece.group(), piece.start(), piece.end()))
                continue
            start = piece.start()
            for word in cut_han(piece.group()):
                tokens.append((word, start, start + len(word)))
                start += len(word)
        return tokens

    def _load(self) -> Callable[[str], list[str]]:
        with _LOCK:
            if self._cut_han is None:
                self._cut_han = _rjieba(self._terms) if self._fast else _jieba(self._terms)
            return self._cut_han


def tokenizer(lexicon: Lexicon, *, fast: bool | None = None) -> Words:
    """The tokenizer that knows the lexicon's names of indicators and organisations; one a lexicon and process."""
    key = (lexicon.digest, _has_rjieba() if fast is None else fast)
    with _LOCK:
        if key not in _LOADED:
            _LOADED[key] = Words(terms(lexicon), fast=key[1])
        return _LOADED[key]


def terms(lexicon: Lexicon) -> set[str]:
    """The words of the dictionaries that jieba has to keep whole."""
    rows: list[CanonicalIndicator | KnownOrganisation] = [
        *lexicon.indicators,
        *lexicon.organisations,
    ]
    return {fold(word) for row in rows for word in (row.name, *row.aliases)}


def _has_rjieba() -> bool:
    return importlib.util.find_spec("rjieba") is not None


def _jieba(words: Iterable[str]) -> Callable[[str], list[str]]:
    with warnings.catch_warnings():
        # jieba 0.42.1 has escape sequences that newer Pythons warn about.
        warnings.simplefilter("ignore")
        jieba: Any = importlib.import_module("jieba")
    logging.getLogger("jieba").setLevel(logging.ERROR)
    engine = jieba.Tokenizer()
    for word in words:
        engine.add_word(word)
    cut: Callable[[str], list[str]] = engine.lcut
    return cut


def _rjieba(words: Iterable[str]) -> Callable[[str], list[str]]:
    engine: Any = importlib.import_module("rjieba").Jieba()
    for word in words:
        engine.add_word(word, None, None)
    cut: Callable[[str], list[str]] = engine.cut
    return cut
