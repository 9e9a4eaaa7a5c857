"""One clause's words that may say too little, with all that could complete them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from baobiao.extract.indicators import phrases
from baobiao.extract.indicators.clauses import Sentence
from baobiao.extract.indicators.grammar import Quantity
from baobiao.extract.indicators.memory import Memory
from baobiao.extract.indicators.neighbours import Neighbours
from baobiao.extract.indicators.surroundings import Surroundings
from baobiao.extract.indicators.trimming import Trimmer

Found = tuple[str, str]
"""A full name and the rule that carried its subject in; the rule is empty where none was."""


@dataclass(frozen=True)
class Case:
    """The words ``own`` before or behind a quantity, and where to look for what they leave unsaid."""

    own: str
    sentence: Sentence
    quantity: Quantity
    memory: Memory
    around: Surroundings
    near: Neighbours
    trimmer: Trimmer

    @cached_property
    def clause_before(self) -> str:
        return self.around.clause_before(self.sentence, self.quantity)

    @cached_property
    def grew(self) -> str:
        """What the clause before says has grown or shrunk."""
        return self.trimmer.phrase(phrases.grown(self.clause_before))

    @cached_property
    def thing_before(self) -> str:
        return self.near.thing_before(self.sentence, self.quantity)

    @cached_property
    def subject(self) -> str:
        return self.memory.topic or self.memory.subject

    @cached_property
    def elsewhere(self) -> str:
        """What the clause before or the heading speaks of."""
        return self.thing_before or self.near.heading(self.quantity)

    @cached_property
    def in_brackets(self) -> bool:
        return self.around.in_brackets(self.sentence, self.quantity)

    @cached_property
    def in_list(self) -> bool:
        return self.around.in_list(self.quantity)


def carry(subject: str, own: str, rule: str) -> Found:
    """The subject put before the words; the words alone where there is none."""
    subject = phrases.without_examples(subject)
    return (phrases.join(subject, own), rule) if subject else (own, "")
