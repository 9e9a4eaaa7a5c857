"""Learns pipeline/baobiao/outline/boundaries.csv from reports that kept their line breaks.

    python tests/learn_boundaries.py REPORTS_DIR [GOLD_DIR ...]

REPORTS_DIR holds plain texts (UTF-8) with a paragraph a line; GOLD_DIR annotated samples (docs/accuracy.md). A logistic
regression tells places where a title or a sentence ended, the mark taken away, from places inside of one.
"""

from __future__ import annotations

import csv
import json
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from baobiao.characters import fold
from baobiao.model import Report
from baobiao.outline import sections
from baobiao.outline.boundaries import fragments

OUT = Path(__file__).parent.parent / "pipeline" / "baobiao" / "outline" / "boundaries.csv"
ROUNDS, RATE, DECAY = 6, 0.15, 0.02
SEEN, KEPT = 8, 0.5  # a fragment counts from so many places, and is kept from such a weight
TITLE, INSIDE = (
    6.0,
    3.0,
)  # what a title's end, and a place inside a title, count against one of a sentence
LONGEST = 60
_SENTENCE = re.compile(r"[^。！？\n]{6,}")
_NUMBERING = re.compile(
    r"\s*(?:[一二三四五六七八九十]+[、是]|\([一二三四五六七八九十\d]+\)|\d{1,2}[.、])?\s*"
)
_MARKS = "，。；：、！？,;:"

Example = tuple[list[str], bool, float]


def examples(text: str, titles: list[tuple[str, int]], rng: random.Random) -> Iterator[Example]:
    """Places of one report; ``titles`` are its titles with the place where each ends."""
    folded = fold(text)
    sentences = [_NUMBERING.sub("", m[0], count=1) for m in _SENTENCE.finditer(folded)]
    for sentence, following in pairwise(sentences):
        yield from _met(sentence, following, 1.0)
    for sentence in sentences:
        yield from _inside(sentence, 5, 1.0, rng)
    for title, end in titles:
        behind = folded[end : end + 90].lstrip("。： \n")
        behind = _NUMBERING.sub("", behind, count=1)
        yield from _met(fold(title), behind, TITLE)
        yield from _inside(fold(title), 30, INSIDE, rng)


def _met(before: str, behind: str, weight: float) -> Iterator[Example]:
    before, behind = before.rstrip(), behind.strip()
    if len(before) > 1 and len(behind) > 1:
        yield fragments(before + behind, len(before)), True, weight


def _inside(words: str, count: int, weight: float, rng: random.Random) -> Iterator[Example]:
    words = words[:LONGEST]
    places = [
        place
        for place in range(2, len(words) - 2)
        if words[place - 1] not in _MARKS and words[place] not in _MARKS
    ]
    for place in rng.sample(places, min(count, len(places))):
        yield fragments(words, place), False, weight


def learn(found: list[Example], rng: random.Random) -> dict[str, float]:
    """The weights, by stochastic gradient descent with a step for each fragment (AdaGrad); ``|`` is the intercept."""
    often = Counter(fragment for fragments_, _, _ in found for fragment in fragments_)
    known = {fragment for fragment, count in often.items() if count >= SEEN}
    cases = [([f for f in fs if f in known], truth, weight) for fs, truth, weight in found]
    weights = dict.fromkeys(known, 0.0)
    steps = dict.fromkeys(known, 1e-3)
    intercept = -1.5
    for _ in range(ROUNDS):
        rng.shuffle(cases)
        for fs, truth, weight in cases:
            odds = intercept + sum(weights[f] for f in fs)
            slope = (1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))) - truth) * weight
            intercept -= 0.005 * slope
            for f in fs:
                step = slope + DECAY * weights[f]
                steps[f] += step * step
                weights[f] -= RATE * step / math.sqrt(steps[f])
    kept = {f: round(w, 1) for f, w in weights.items() if abs(w) >= KEPT}
    return {"|": round(intercept, 2), **dict(sorted(kept.items()))}


def _reports(folders: list[Path]) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    for path in sorted(path for folder in folders for path in folder.iterdir()):
        if path.suffix == ".json":
            sample = json.loads(path.read_text(encoding="utf-8"))
            yield sample["text"], [(h["title"], h["end"]) for h in sample["headings"]]
        elif path.suffix == ".txt":
            text = path.read_text(encoding="utf-8")
            found = sections(Report("0", path.name, "txt", text), fold(text))
            yield text, [(s.title, s.end) for s in found if s.level < 6]


def main(folders: list[Path]) -> None:
    rng = random.Random(1)
    found = [case for text, titles in _reports(folders) for case in examples(text, titles, rng)]
    weights = learn(found, rng)
    with OUT.open("w", encoding="utf-8", newline="") as handle:
        rows = csv.writer(handle, lineterminator="\n")
        rows.writerow(["fragment", "weight"])
        rows.writerows(weights.items())
    sys.stdout.write(f"{len(found)} places, {len(weights)} fragments\n")


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]])
