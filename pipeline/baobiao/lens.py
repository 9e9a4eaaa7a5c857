"""baobiao as a spaCy component, for those who live in spaCy. Needs ``baobiao[spacy]``.

    nlp = baobiao.lens.blank()          # Chinese, cut by jieba that knows the dictionaries' terms
    nlp.add_pipe("baobiao")
    doc = nlp(text)
    for span in doc.spans["indicators"]:
        attributes(span)["value"]       # exact, as a string: "5.3"

A spaCy span begins and ends on tokens, so a span may be wider than its fact; ``start`` and ``end`` among the
attributes are the true offsets, and ``text`` what stands there. The attributes lie in ``doc.user_data`` as
plain strings and numbers, so they survive ``nlp.pipe(n_process=2)`` and ``DocBin(store_user_data=True)``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import DummyTokenizer, registry

from baobiao import read, words
from baobiao.lexicon import load
from baobiao.model import Date, Draft, Indicator, Organisation, Section
from baobiao.process import extract

GROUPS = ("headings", "dates", "indicators", "organisations")
KEY = "baobiao"
_TOKENIZER = "baobiao.Words.v1"
# A reader drops the mark at the top and makes one line end of CR LF; here every character keeps its place.
_KEEPING_PLACES = str.maketrans("\r\ufeff", "\n ")

Fact = Section | Date | Indicator | Organisation


class WordTokenizer(DummyTokenizer):
    """spaCy's tokenizer made of ``words``: the doc's text is the text that came in, to the character."""

    def __init__(self, vocab: Any, dictionaries: str | None = None) -> None:
        self.vocab = vocab
        self.dictionaries = dictionaries

    def __call__(self, text: str) -> Doc:
        tokens: list[str] = []
        spaces: list[bool] = []
        for word, _, _ in words.tokenizer(_lexicon(self.dictionaries)).cut(text):
            if word == " " and tokens and not spaces[-1]:
                spaces[-1] = True
            else:
                tokens.append(word)
                spaces.append(False)
        return Doc(self.vocab, words=tokens, spaces=spaces)


@registry.tokenizers(_TOKENIZER)  # type: ignore[untyped-decorator]
def create_tokenizer(dictionaries: str | None = None) -> Callable[[Language], WordTokenizer]:
    """The tokenizer under the name by which a pipeline's config asks for it."""
    return lambda nlp: WordTokenizer(nlp.vocab, dictionaries)


def blank(dictionaries: str | None = None) -> Language:
    """An empty Chinese pipeline whose tokens are jieba's words, with the dictionaries' terms kept whole."""
    tokenizer = {"@tokenizers": _TOKENIZER, "dictionaries": dictionaries}
    return spacy.blank("zh", config={"nlp": {"tokenizer": tokenizer}})


@Language.factory("baobiao", default_config={"dictionaries": None, "metadata": {}})
class Lens:
    """Puts headings, dates, indicators and organisations into ``doc.spans``, a group each.

    ``label_`` is the kind of fact, ``kb_id_`` the canonical indicator or the organisation's full name.
    ``metadata`` is what is known of the reports (``year``, ``issuer``, ``report_type``).
    """

    def __init__(
        self, nlp: Language, name: str, dictionaries: str | None, metadata: dict[str, str]
    ) -> None:
        self.dictionaries = dictionaries
        self.metadata = metadata

    def __call__(self, doc: Doc) -> Doc:
        if not doc.text.strip():
            doc.spans.update({group: [] for group in GROUPS})
            return doc
        report = read.from_text(doc.text.translate(_KEEPING_PLACES), metadata=self.metadata)
        draft = extract(report, _lexicon(self.dictionaries))
        facts: dict[str, list[dict[str, Any]]] = {}
        for group in GROUPS:
            found = _facts(draft, group)
            doc.spans[group] = [
                _span(doc, group, number, fact) for number, fact in enumerate(found)
            ]
            facts[group] = [_plain(fact) for fact in found]
        doc.user_data[KEY] = {"document": _plain(draft.document), **facts}
        return doc


def attributes(span: Span) -> Mapping[str, Any]:
    """The columns of the fact that a span of ``doc.spans`` stands for; KeyError for a span of another origin."""
    group, _, number = span.id_.rpartition(":")
    if group not in GROUPS or KEY not in span.doc.user_data:
        raise KeyError(f"“{span.text}”不是 baobiao 标出的范围")
    row: Mapping[str, Any] = span.doc.user_data[KEY][group][int(number)]
    return row


def _facts(draft: Draft, group: str) -> tuple[Fact, ...]:
    found: tuple[Fact, ...] = draft.sections if group == "headings" else getattr(draft, group)
    return found


def _span(doc: Doc, group: str, number: int, fact: Fact) -> Span:
    name = getattr(fact, "indicator", "") or (fact.name if isinstance(fact, Organisation) else "")
    span = doc.char_span(
        fact.start,
        fact.end,
        label=group.removesuffix("s").upper(),
        kb_id=name,
        span_id=f"{group}:{number}",
        alignment_mode="expand",
    )
    assert span is not None  # "expand" finds tokens for any stretch of the text
    return span


def _plain(fact: object) -> dict[str, Any]:
    """The fields of a fact as words and whole numbers, which is what a Doc can carry to another process."""
    return {name: _word(value) for name, value in asdict(fact).items()}  # type: ignore[call-overload]


def _word(value: object) -> object:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value


def _lexicon(dictionaries: str | None) -> Any:
    return load(Path(dictionaries) if dictionaries else None)
