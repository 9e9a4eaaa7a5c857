"""The peers' own test cases, run through this program: numbers, quantities and dates.

    python tests/peers.py                   a table of all suites
    python tests/peers.py --suite duckling  those whose name holds the word
    python tests/peers.py --misses 20       also what differs, by the lax measure

The cases lie in ``../shared/peer-suites`` with their own ``score.py``; where they are absent nothing is run. Only
the cases tagged relevant count (what could stand in an official report). The best peer's figures are those of
``BASELINES.md`` there, which are for whole suites; the cases here are half of each.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from baobiao.characters import fold
from baobiao.extract.indicators.grammar import Quantity, candidates
from baobiao.lexicon import load
from baobiao.short_texts.amounts import Amount, amounts
from baobiao.short_texts.lengths import Length, Parts, Recurrence
from baobiao.short_texts.numbers import Number, number
from baobiao.short_texts.numbers import numbers as numbers_of
from baobiao.short_texts.times import times

PEERS = Path(__file__).resolve().parents[2] / "shared" / "peer-suites"
Case = dict[str, Any]
Item = dict[str, Any]
Figures = tuple[float, float, float]

# suite: its files, how they are read, the peer best by lax F1 in BASELINES.md, its strict, span, lax.
# "parser" are peers that are given the expression alone and told that it is one.
SUITES: dict[str, tuple[str, str, str, Figures]] = {
    "numbers: Recognizers": (
        "recognizers.number_model", "numbers", "Recognizers", (0.995, 1.0, 0.995)),
    "numbers: cn2an values": (
        "cn2an.cn2an_values cn2an.an2cn_reversed cn2an.cn2an_errors", "numbers", "cn2an",
        (0.989, 0.989, 0.989)),
    "numbers: cn2an in text": (
        "cn2an.transform_pairs", "numbers", "cn2an", (1.0, 1.0, 1.0)),
    "numbers: WeText": (
        " ".join(f"wetext.{name}" for name in (
            "itn_number", "itn_cardinal", "itn_fraction", "itn_measure", "itn_normalizer",
            "itn_money", "tn_number", "tn_fraction", "tn_measure", "tn_cardinal", "tn_normalizer",
        )), "numbers", "WeText", (0.934, 0.934, 0.934)),
    "numbers: duckling": ("duckling.numeral", "numbers", "Recognizers", (0.839, 0.839, 0.937)),
    "percent: Recognizers": ("recognizers.percent_model", "numbers", "Recognizers", (1.0, 1.0, 1.0)),
    "ranges: Recognizers": ("recognizers.number_range_model*", "ranges", "lac", (0.0, 0.118, 0.0)),
    "money: Recognizers": (
        "recognizers.currency_model", "money", "Recognizers", (0.846, 0.846, 0.923)),
    "money: JioNLP": (
        "jionlp.money_extractor jionlp.money_parser", "money", "JioNLP parser",
        (0.912, 0.912, 0.912)),
    "money: duckling": ("duckling.amountofmoney", "money", "chinese2digits", (0.0, 0.0, 0.667)),
    "measures: Recognizers": (
        "recognizers.dimension_model recognizers.age_model recognizers.temperature_model",
        "measures", "Recognizers", (0.951, 0.951, 0.951)),
    "measures: duckling": (
        "duckling.distance duckling.volume duckling.quantity duckling.temperature",
        "measures", "Recognizers", (0.789, 0.789, 0.816)),
    "time: Recognizers model": (
        "recognizers.datetime_model*", "times", "JioNLP", (0.559, 0.636, 0.703)),
    "time: Recognizers parts": (
        "recognizers.datetime_*_extractor recognizers.datetime_*_parser", "times", "Recognizers",
        (0.849, 0.861, 0.885)),
    "time: JioNLP parser": (
        "jionlp.time_parser*", "times", "JioNLP parser", (1.0, 1.0, 1.0)),
    "time: JioNLP extractor": ("jionlp.time_extractor", "times", "JioNLP", (1.0, 1.0, 1.0)),
    "time: duckling": (
        "duckling.time duckling.duration", "times", "Recognizers", (0.638, 0.828, 0.707)),
}  # fmt: skip

# The scorer's names of the units that it converts.
_UNITS = {
    "克": "gram", "g": "gram", "千克": "kilogram", "公斤": "kilogram", "kg": "kilogram",
    "毫克": "milligram", "mg": "milligram", "斤": "jin", "两": "liang", "米": "metre",
    "厘米": "centimetre", "公里": "kilometre", "千米": "kilometre", "英里": "mile",
    "升": "litre", "毫升": "millilitre", "加仑": "gallon",
}  # fmt: skip

# The suites in which a feast that is over is next year's; the others want this year's, or either.
_AHEAD = ("duckling/time", "jionlp/time_parser_future")


def numbers(case: Case) -> list[Item]:
    """Numerals, percentages and fractions; what is one numeral as a whole is read as a whole."""
    text: str = case["text"]
    whole = case["level"] in ("parser", "negative") or case["suite"].startswith("wetext")
    one = number(text) if whole else None
    found = (one,) if one else () if case["level"] == "negative" else numbers_of(text)
    percent = case["family"] == "percent"  # asked for nothing else, as the peer's model is
    return [_number(n, text) for n in found if n.kind == "percentage" or not percent]


def _number(found: Number, text: str) -> Item:
    item = {"start": found.start, "end": found.end, "text": text[found.start : found.end],
            "kind": found.kind}  # fmt: skip
    if found.kind == "range":
        return {**item, "low": f"{found.low:f}", "high": f"{found.high:f}"}
    return {**item, "value": f"{found.low:f}" + ("%" if found.kind == "percentage" else "")}


def quantities(case: Case) -> list[Item]:
    """Amounts with a unit: money, or everything else. A ``parser`` is given the amount alone."""
    money = case["family"] == "money"
    return [
        _amount(a, case["text"], case["family"])
        for a in amounts(case["text"], load(), alone=money and case["level"] == "parser")
        if (a.unit_kind == "currency") == money and a.unit_kind not in ("", "classifier")
    ]


def _amount(amount: Amount, text: str, kind: str) -> Item:
    item: Item = {
        "start": amount.start, "end": amount.end, "text": text[amount.start : amount.end],
        "kind": kind, "unit": _UNITS.get(amount.unit, amount.unit),
    }  # fmt: skip
    if amount.value is None:
        return item
    item["value"] = f"{amount.value:f}"
    ends = {name: None if end is None else f"{end:f}"
            for name, end in (("low", amount.low), ("high", amount.high))}  # fmt: skip
    return item if amount.low == amount.high else {**item, **ends}


def ranges(case: Case) -> list[Item]:
    """Quantities with two ends, or open to one side."""
    found = [_quantity(q, case["text"], "range") for q in _candidates(case["text"])]
    return [item for item in found if "low" in item or "high" in item]


def _candidates(text: str) -> Iterator[Quantity]:
    return (quantity for group in candidates(fold(text), load()) for quantity in group)


def _quantity(quantity: Quantity, text: str, kind: str) -> Item:
    item: Item = {
        "start": quantity.start, "end": quantity.end, "text": text[quantity.start : quantity.end],
        "kind": kind, "unit": _UNITS.get(quantity.unit, quantity.unit), "value": f"{quantity.value:f}",
    }  # fmt: skip
    if quantity.value_high is not None:
        return {**item, "low": item.pop("value"), "high": f"{quantity.value_high:f}"}
    ends = {"at_least": ("low", "high"), "at_most": ("high", "low")}.get(quantity.approximation)
    return {**item, ends[0]: item["value"], ends[1]: None} if ends else item


def time(case: Case) -> list[Item]:
    """Times told from the case's reference date, lengths and recurrences."""
    told = case["reference_date"]
    anchor = date.fromisoformat((told if told and told != "now" else "2021-06-14")[:10])
    text: str = case["text"]
    ahead = case["suite"].startswith(_AHEAD)
    return [
        {"start": found.start, "end": found.end, "text": text[found.start : found.end],
         "kind": "time", **_time(found)}
        for found in times(text, anchor, ahead=ahead)
    ]  # fmt: skip


def _time(found: Any) -> Item:
    if isinstance(found, Recurrence):
        return {"period": {"delta": _delta(found.every)}}
    if isinstance(found, Length):
        both = found.low == found.high
        return {"delta": _delta(found.low) if both else [_delta(found.low), _delta(found.high)]}
    first, last = (end.isoformat() if end else None for end in found.stretch)
    start = {"from": first} if first else {}
    return {"alternatives": [{**start, "to_any": [last]} if first or last else {}]}


def _delta(parts: Parts | None) -> dict[str, float | bool]:
    return {unit: float(count) for unit, count in parts} if parts else {"infinite": True}


READERS: dict[str, Callable[[Case], list[Item]]] = {
    "numbers": numbers, "money": quantities, "measures": quantities, "ranges": ranges, "times": time,
}  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description="The peers' test cases, run through baobiao")
    parser.add_argument("--suite", default="", help="only suites whose name holds this")
    parser.add_argument("--misses", type=int, default=0, help="show so many differences a suite")
    args = parser.parse_args()
    if not (PEERS / "score.py").is_file():
        print("peers: no ../shared/peer-suites beside the checkout, nothing to run")
        return 0
    score = _score()
    print(f"{'suite':25}{'cases':>6}  {'strict':>6}{'span':>7}{'lax':>7}   best peer (whole suite)")
    for name, (files, reader, peer, best) in SUITES.items():
        if args.suite.lower() not in name.lower():
            continue
        cases = [case for file in files.split() for case in _cases(file)]
        made = {case["id"]: {"preds": READERS[reader](case)} for case in cases}
        result = score(cases, made, True)
        ours = "".join(f"{result[m]['F1']:7.3f}" for m in ("strict", "span", "lax"))
        theirs = "".join(f"{figure:7.3f}" for figure in best)
        print(f"{name:25}{result['cases']:6} {ours}   {theirs}  {peer}")
        missed = [case for case in cases if not _right(score([case], made, True))]
        for case in missed[: args.misses]:
            wanted = [e["text"] for e in case["expected"]]
            got = [{k: v for k, v in i.items() if k not in ("start", "end", "kind")}
                   for i in made[case["id"]]["preds"]]  # fmt: skip
            print(f"    {case['text']}  wanted {wanted}  got {got}")
    return 0


def _right(result: dict[str, Any]) -> bool:
    return bool(
        result["gold"] == result["pred"] and (result["lax"]["F1"] == 1 or not result["gold"])
    )


def _cases(pattern: str) -> Iterator[Case]:
    for path in sorted((PEERS / "cases").glob(f"{pattern}.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def _score() -> Callable[..., Any]:
    spec = importlib.util.spec_from_file_location("peer_score", PEERS / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Callable[..., Any] = module.score
    return found


if __name__ == "__main__":
    sys.exit(main())
