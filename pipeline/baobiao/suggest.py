"""What an archive's tables say that the dictionary of indicators does not know yet, as rows to accept.

A name that many reports use and no row covers is either another wording of an indicator (``别名``) or a new
one (``新指标``). The rows have the columns of ``indicators.csv``: whoever accepts one copies it there.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from baobiao.extract.indicators.canonical import plain_name
from baobiao.lexicon import CanonicalIndicator, Lexicon

COLUMNS = (
    "建议", "编号", "名称", "领域", "别名", "单位", "类型", "恒等关系", "排除", "示例", "来源",
    "报告数", "次数", "相似度", "原文",
)  # fmt: skip
_ALIKE = 80.0
_OPPOSITES = frozenset("未非不无")
_KINDS = {"flow": "流量", "stock": "存量", "rate": "比率"}


class NoTables(Exception):
    """The folder holds no table of indicators; its words are a Chinese sentence."""


@dataclass(slots=True)
class _Wording:
    """A name with its unit, and where it was met."""

    name: str
    unit: str
    count: int = 0
    documents: set[str] = field(default_factory=set)
    context: str = ""
    text: str = ""


def suggest(out: Path, lexicon: Lexicon, *, least: int = 2) -> Iterator[dict[str, str]]:
    """Rows for the indicators of the tables in ``out`` that have no canonical name, the most used first.

    ``least`` is in how many reports a name must stand. Raises ``NoTables``.
    """
    wordings = sorted(
        (w for w in _wordings(out) if len(w.documents) >= least),
        key=lambda w: (-len(w.documents), -w.count, w.name, w.unit),
    )
    known = {plain_name(w): row for row in lexicon.indicators for w in row.wordings}
    dimension = {surface: unit.dimension for unit in lexicon.units for surface in unit.wordings}
    number = 0
    for wording in wordings:
        row, likeness = _nearest(wording, known, dimension)
        if row is None:
            number += 1
        yield _row(wording, row, likeness, number)


def to_csv(rows: Sequence[dict[str, str]]) -> bytes:
    """The rows as a CSV that Excel opens: UTF-8 with a BOM."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _wordings(out: Path) -> list[_Wording]:
    import pyarrow.parquet as pq

    path = out / "indicators.parquet"
    if not path.is_file():
        raise NoTables(f"{out} 里没有 indicators.parquet；请先运行 baobiao extract … -o {out}")
    columns = ["document_id", "indicator", "name", "unit", "kind", "text", "context"]
    found: dict[tuple[str, str], _Wording] = {}
    for batch in pq.ParquetFile(path).iter_batches(columns=columns):
        rows: list[dict[str, Any]] = batch.to_pylist()
        for row in rows:
            name = row["name"] or ""
            if row["indicator"] or row["kind"] != "level" or len(name) < 3:
                continue
            unit = row["unit"] or ""
            wording = found.setdefault((plain_name(name), unit), _Wording(name, unit))
            wording.count += 1
            wording.documents.add(row["document_id"])
            wording.context = wording.context or (row["context"] or "")
            wording.text = wording.text or row["text"]
    return list(found.values())


def _nearest(
    wording: _Wording, known: dict[str, CanonicalIndicator], dimension: dict[str, str]
) -> tuple[CanonicalIndicator | None, float]:
    """The indicator that the wording may be another name of: alike, of one dimension, with the same head."""
    name = plain_name(wording.name)
    for other, likeness, _ in process.extract(
        name, known.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=5
    ):
        row = known[other]
        same_kind = dimension.get(wording.unit) == dimension.get(row.unit) or not wording.unit
        same_head = name[-2:] == other[-2:]
        opposite = any(name.count(c) != other.count(c) for c in _OPPOSITES)
        excluded = any(word and word in wording.name for word in row.exclusions)
        if same_kind and same_head and not opposite and not excluded:
            return row, likeness
    return None, 0.0


def _row(
    wording: _Wording, row: CanonicalIndicator | None, likeness: float, number: int
) -> dict[str, str]:
    example = wording.context.replace("|", "｜").replace("[[", "【").replace("]]", "】")
    return {
        "建议": "别名" if row else "新指标",
        "编号": row.indicator_id if row else f"new_{number:04d}",
        "名称": row.name if row else wording.name,
        "领域": row.domain if row else "",
        "别名": wording.name if row else "",
        "单位": row.unit if row else wording.unit,
        "类型": _KINDS.get(row.kind, "") if row else ("比率" if wording.unit == "%" else "流量"),
        "恒等关系": row.identity if row else "",
        "排除": "|".join(row.exclusions) if row else "",
        "示例": f"{wording.name}[[{wording.text}]]",
        "来源": "由归档报告建议",
        "报告数": str(len(wording.documents)),
        "次数": str(wording.count),
        "相似度": f"{likeness:.0f}" if row else "",
        "原文": example,
    }
