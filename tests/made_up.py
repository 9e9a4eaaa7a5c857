"""What the tests of `baobiao compare` share: numbers of made-up reports, and an archive of small ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count
from pathlib import Path

from baobiao import batch
from baobiao.compare import bodies, conflicts, rows
from baobiao.compare.alignment import align
from baobiao.compare.decisions import NONE, Decisions
from baobiao.compare.observations import Observation, Report
from baobiao.compare.rows import Row
from baobiao.compare.units import Units
from baobiao.lexicon import load
from baobiao.model import Indicator

_PLACES = count(1)
UNITS = Units(load())


def report(issuer: str = "甲县人民政府", year: int = 2024, **said: object) -> Report:
    """A report; its id is made of who and when."""
    title = f"{issuer}{year}年工作报告"
    made = Report(f"{issuer}{year}", f"{issuer}{year}.txt", "", title, issuer, "", year, None)
    return replace(made, **said)  # type: ignore[arg-type]


def number(
    name: str,
    value: str,
    unit: str,
    within: Report | None = None,
    *,
    indicator: str = "",
    year: int | None = None,
    section: str = "",
    **said: object,
) -> Observation:
    """One number of a report; of the report's year unless another is given."""
    own = within or report()
    year = own.year if year is None else year
    start = next(_PLACES)
    period = (date(year, 1, 1), date(year, 12, 31)) if year else (None, None)
    made = Indicator(
        1, start, start + 1, f"{value}{unit}", indicator, name, Decimal(value), None, unit,
        year=year, period_from=period[0], period_to=period[1], context=f"{name}{value}{unit}",
    )  # fmt: skip
    return Observation(own, replace(made, **said), section)  # type: ignore[arg-type]


def aligned(numbers: Sequence[Observation], decisions: Decisions = NONE) -> list[Row]:
    """The rows of these numbers in the order given, on their lines and judged."""
    reports: Iterable[Report] = {each.report.document_id: each.report for each in numbers}.values()
    owners = bodies.resolve(reports, load(), decisions.bodies)
    placed = align(list(numbers), owners, load(), UNITS, decisions)
    judged = {
        (row.document_id, row.start): row
        for row in conflicts.judge(rows.rows(placed, owners, UNITS))
    }
    return [judged[each.report.document_id, each.said.start] for each in numbers]


def together(*numbers: Observation) -> bool:
    """Whether all are on one line."""
    return len({row.indicator_id for row in aligned(numbers)}) == 1


ARCHIVE = {
    "甲县人民政府2023年政府工作报告.txt": """甲县2023年政府工作报告
（2023年1月10日在甲县人民代表大会上）
甲县人民政府县长
一、2022年工作回顾
2022年，全县地区生产总值120.5亿元，增长6.1%。旅游收入达到20亿元，增长25%。新建农村公路30公里。
召开党委会议12次。办理12345热线诉求1776件。
二、2023年工作安排
2023年预期目标是：地区生产总值增长7%，旅游收入达到24亿元。
""",
    "甲县人民政府2024年政府工作报告.txt": """甲县2024年政府工作报告
（2024年1月12日在甲县人民代表大会上）
甲县人民政府县长
一、2023年工作回顾
2023年，全县地区生产总值131.2亿元，增长6.8%。旅游收入达到22亿元，增长30%。新建农村公路42公里。
召开党委会15次。受理12345便民服务平台诉求3374件。2022年，旅游收入达到21亿元。
二、2024年工作安排
2024年预期目标是：地区生产总值增长6.5%左右。
""",
    "乙县人民政府2024年政府工作报告.txt": """乙县2024年政府工作报告
（2024年1月15日在乙县人民代表大会上）
乙县人民政府县长
一、2023年工作回顾
2023年，全县地区生产总值88.4亿元，增长5.2%。旅游收入达到<b>9</b>亿元。旅游收入达到9亿元。
二、2024年工作安排
2024年预期目标是：地区生产总值增长6%。
""",
}
CATALOGUE = "source,report_type,year,issuer\n" + "".join(
    f"{name},政府工作报告,{name[6:10]},{name[:6]}\n" for name in ARCHIVE
)


def archive(folder: Path) -> Path:
    """Extracts the made-up reports into ``folder/out``."""
    reports = folder / "报告"
    reports.mkdir()
    for name, text in ARCHIVE.items():
        (reports / name).write_text(text, encoding="utf-8")
    (reports / "metadata.csv").write_text(CATALOGUE, encoding="utf-8")
    batch.run([reports], folder / "out", formats=("parquet", "duckdb"), processes=1)
    return folder / "out"
