"""Flows that a sentence gives whole: what came in and was there, what was done and is left."""

from __future__ import annotations

import re
from dataclasses import dataclass

from baobiao.check.amounts import Amount, Sentence

_FLOW = (
    re.compile(r"^(?!.*上年).*(?:新收|收到|受理)"),
    re.compile(r"上年(?:度)?结转"),
    re.compile(r"办结$"),
    re.compile(r"^(?!.*上年).*结转"),
)


@dataclass(frozen=True, slots=True)
class Flow:
    """What came in and was carried over, and what was done and is carried on: 新收＋上年结转＝办结＋结转下年."""

    received: Amount
    carried: Amount
    done: Amount
    left: Amount

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """All four, in the order of the text."""
        return self.received, self.carried, self.done, self.left

    @property
    def holds(self) -> bool:
        """Whether as much went out and stayed as came in and was there."""
        came = self.received.value + self.carried.value
        return came == self.done.value + self.left.value


def flow(sentence: Sentence) -> Flow | None:
    """The flow that a sentence gives, each of its four figures once and counted out."""
    found = [
        [a for a in sentence.amounts if a.is_level and pattern.search(a.name)] for pattern in _FLOW
    ]
    if any(len(amounts) != 1 for amounts in found):
        return None
    received, carried, done, left = (amounts[0] for amounts in found)
    stated = Flow(received, carried, done, left)
    counted = all(a.is_count and a.is_exact and a.unit == received.unit for a in stated.amounts)
    return stated if counted else None
