"""The accuracy measure: annotated samples beside the checkout, scored, against a committed baseline.

    python tests/accuracy.py             the figures, with what was gained and lost since the baseline
    python tests/accuracy.py --misses 40 what is wrong, too
    python tests/accuracy.py --update    write the figures as the new baseline

The samples lie in ``../shared/gold`` with their own ``score.py``; where they are absent nothing is measured.
A figure below its baseline ends with status 1.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
BASELINE = HERE / "accuracy_baseline.json"
GOLD = HERE.parents[1] / "shared" / "gold"
ALLOWED = 0.0005  # what rounding may cost
SHOWN = ("f1", "f1_macro", "name", "row_recall", "row_precision", "row_macro")

Figures = dict[str, dict[str, float]]


def measure(gold: Path, tables: Path, misses: int) -> Figures:
    """Extracts the samples into ``tables`` and scores them."""
    script = gold / "score.py"
    with tempfile.TemporaryDirectory() as folder:
        _run([sys.executable, str(script), "inputs", str(gold), folder])
        out = str(tables)
        _run([sys.executable, "-m", "baobiao", "extract", folder, "-o", out, "--format", "parquet"])
    if misses:
        listed = _run(
            [sys.executable, str(script), "score", str(gold), out, "--misses", str(misses)]
        )
        print(listed)
    figures: Figures = json.loads(
        _run([sys.executable, str(script), "score", str(gold), out, "--json"])
    )
    return figures


def compare(figures: Figures, baseline: Figures) -> list[str]:
    """Prints the figures with their gains and losses; gives back what fell below the baseline."""
    fallen = []
    print(f"{'':15}" + "".join(f"{name:>17}" for name in SHOWN))
    for kind, now in figures.items():
        cells = []
        for name in SHOWN:
            if name not in now:
                cells.append(f"{'-':>17}")
                continue
            gain = now[name] - baseline.get(kind, {}).get(name, now[name])
            mark = f"{gain:+.4f}" if abs(gain) > ALLOWED / 10 else ""
            cells.append(f"{now[name]:9.4f} {mark:>7}")
            if gain < -ALLOWED:
                fallen.append(f"{kind} {name} {gain:+.4f}")
        print(f"{kind:15}" + "".join(cells))
    return fallen


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--update", action="store_true")
    args = parser.parse_args()
    if not (args.gold / "score.py").is_file():
        print(f"accuracy: no annotated samples in {args.gold}, nothing to measure")
        return 0
    with tempfile.TemporaryDirectory() as tables:
        figures = measure(args.gold, Path(tables), args.misses)
    if args.update:
        BASELINE.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    baseline = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.is_file() else {}
    fallen = compare(figures, baseline)
    for line in fallen:
        print(f"below the baseline: {line}")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
