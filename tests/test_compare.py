"""`baobiao compare` from end to end: an archive of made-up reports as frames, CSV, workbook, page and SQL views."""

from __future__ import annotations

import csv
import json
import re
import warnings
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import baobiao
from baobiao.compare import comparing, writing
from baobiao.compare.bodies import resolve
from baobiao.compare.comparing import Comparison
from baobiao.compare.observations import NoTables, read
from baobiao.compare.page import page
from baobiao.compare.rows import COLUMNS
from conftest import ROOT, Run
from made_up import UNITS, aligned, archive, number, report

FIXED = (
    "indicator,indicator_id,unit,issuer,year,value,value_high,kind,status,approximation,name,document_id,start,end,"
    "merged_by,conflict"
).split(",")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="module")
def compared(out: Path) -> Comparison:
    return comparing.compare(out)


def written(compared: Comparison, path: Path) -> Path:
    writing.write(compared, path)
    return path


def test_the_long_table_has_the_columns_that_are_promised(
    compared: Comparison, tmp_path: Path
) -> None:
    file = written(compared, tmp_path / "对比.csv")
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert list(rows[0])[: len(FIXED)] == FIXED
    hotline = [row for row in rows if row["indicator"] == "12345热线诉求件数"]
    assert [(row["year"], row["value"]) for row in hotline] == [("2022", "1776"), ("2023", "3374")]
    assert len({row["indicator_id"] for row in hotline}) == 1
    meetings = [row for row in rows if row["name"].startswith("召开党委会")]
    assert len(meetings) == 2 and len({row["indicator_id"] for row in meetings}) == 1


def test_the_same_tables_give_the_same_bytes(out: Path, tmp_path: Path) -> None:
    for ending in writing.FORMATS:
        one, other = (
            written(comparing.compare(out), tmp_path / f"{number}.{ending}").read_bytes()
            for number in "ab"
        )
        assert one == other, ending


def test_every_number_of_the_tables_is_there_and_nothing_else(
    out: Path, compared: Comparison
) -> None:
    _, numbers = read(out)
    assert sorted((row.document_id, row.start, row.end) for row in compared.rows) == sorted(
        each.place for each in numbers
    )


def test_frames(out: Path) -> None:
    frames = baobiao.compare(out)
    assert list(frames.long.columns) == list(COLUMNS)
    income = frames.long.query("indicator == '旅游收入' and kind == 'level'")
    assert income["value"].map(type).unique().tolist() == [Decimal]
    line = frames.lines.set_index("indicator_id").loc[income["indicator_id"].iloc[0]]
    assert (line["issuers"], line["first_year"], line["last_year"]) == (2, 2022, 2023)
    assert frames.coverage["reports"].sum() == 3
    assert set(frames.conflicts["conflict"].str[:4]) == {"已修订：", "修订：2", "同比核对"}


def test_conflicts_of_the_archive(compared: Comparison) -> None:
    told = {row.conflict for row in compared.rows if row.conflict}
    assert "已修订：2024年报告为21亿元" in told
    assert "修订：2023年报告为20亿元" in told
    assert any(words.startswith("同比核对：写明增长30%") for words in told)


def sheets(file: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl does not know sparklines
        return openpyxl.load_workbook(file)


def test_the_workbook(compared: Comparison, tmp_path: Path) -> None:
    book = sheets(written(compared, tmp_path / "对比.xlsx"))
    assert book.sheetnames == [
        "说明", "乙县人民政府", "甲县人民政府", "2023年县级人民政府", "覆盖", "指标覆盖", "不一致", "归并", "明细",
    ]  # fmt: skip
    page = book["甲县人民政府"]
    heads = [(page.cell(3, c).value, page.cell(4, c).value) for c in range(1, page.max_column + 1)]
    wanted = ("地区生产总值", "亿元")
    row = next(r for r in page.iter_rows(min_row=5) if (r[0].value, r[1].value) == wanted)
    shown = dict(zip(heads, (cell.value for cell in row), strict=True))
    assert shown["数值", "2022年"] == 120.5
    assert shown["数值", "2023年"] == 131.2
    assert shown["比上年增减", "2023年"] == pytest.approx(10.7)
    assert shown["比上年增减%", "2023年"] == pytest.approx(8.88)


def test_charts_and_sparklines_are_native(tmp_path: Path) -> None:
    """Three years of one line make a chart; two or more a sparkline."""
    years = [
        number("修桥", str(year - 2000), "座", report(year=year)) for year in (2022, 2023, 2024)
    ]
    rows = aligned(years)
    owners = resolve((each.report for each in years), comparing.load(None), {})
    made = Comparison([each.report for each in years], owners, rows, UNITS)
    with zipfile.ZipFile(written(made, tmp_path / "图.xlsx")) as parts:
        assert "xl/charts/chart1.xml" in parts.namelist()
        sheet = parts.read("xl/worksheets/sheet2.xml").decode()
    assert "x14:sparkline>" in sheet


def test_each_figure_links_to_its_clause(compared: Comparison, tmp_path: Path) -> None:
    book = sheets(written(compared, tmp_path / "对比.xlsx"))
    page, long = book["甲县人民政府"], book["明细"]
    titles = [cell.value for cell in long[1]]
    linked = [cell for row in page.iter_rows(min_row=5) for cell in row if cell.hyperlink]
    assert len(linked) > 8
    for cell in linked:
        target = int(re.fullmatch(r"'明细'!A(\d+)", cell.hyperlink.location)[1])  # type: ignore[index]
        there = dict(zip(titles, (each.value for each in long[target]), strict=True))
        assert there["发布单位"] == "甲县人民政府"
        assert there["指标"] == page.cell(cell.row, 1).value
        assert there["所在语句"][:20] in cell.hyperlink.tooltip


def test_departments_side_by_side_with_rank_share_and_plan(
    compared: Comparison, tmp_path: Path
) -> None:
    page = sheets(written(compared, tmp_path / "对比.xlsx"))["2023年县级人民政府"]
    columns: dict[str, list[tuple[str, int]]] = {}
    title = ""
    for column in range(2, page.max_column + 1):
        title = (
            f"{page.cell(3, column).value}{page.cell(4, column).value}"
            if page.cell(3, column).value
            else title
        )
        columns.setdefault(title, []).append((page.cell(5, column).value, column))
    names = {page.cell(row, 1).value: row for row in (6, 7)}
    level = dict(columns["地区生产总值水平值，亿元"])
    assert page.cell(names["甲县人民政府"], level["名次"]).value == 1
    assert page.cell(names["乙县人民政府"], level["占比%"]).value == pytest.approx(40.3)
    growth = dict(columns["地区生产总值同比变化，%"])
    assert "占比%" not in growth
    assert page.cell(names["乙县人民政府"], growth["2024年目标"]).value == 6
    assert page.cell(names["甲县人民政府"], growth["2024年目标"]).number_format == '"约"#,##0.0'


def test_text_of_a_report_is_never_markup(compared: Comparison) -> None:
    text = page(compared)
    assert "<b>9</b>" not in text
    data = json.loads(re.search(r"const DATA = (.*);\n", text)[1])  # type: ignore[index]
    assert len(data["lines"]) >= 5
    assert all(len(row) == 15 for row in data["rows"])


def test_the_page_needs_nothing_from_elsewhere(compared: Comparison) -> None:
    markup = re.sub(r"const DATA = .*;\n", "", page(compared))
    assert not re.search(r"(?:src|href)\s*=|url\(|@import|https?://(?!www\.w3\.org)", markup)
    assert "innerHTML" not in markup


def test_the_page_tells_of_an_empty_archive(tmp_path: Path) -> None:
    empty = Comparison((), {}, (), comparing.Units(comparing.load(None)))
    assert '"lines":[]' in page(empty)
    for ending in writing.FORMATS:
        assert written(empty, tmp_path / f"空.{ending}").stat().st_size


def test_views_before_and_after(out: Path, compared: Comparison) -> None:
    def hotline() -> list[tuple[Any, ...]]:
        with duckdb.connect(str(out / "baobiao.duckdb"), read_only=True) as database:
            return database.execute(
                "SELECT year, value, change_on_year FROM indicator_by_year WHERE indicator = '12345热线诉求件数'"
                " ORDER BY year"
            ).fetchall()

    assert writing.refresh(compared, out) == ""
    assert hotline() == [(2022, 1776, None), (2023, 3374, 1598)]
    with duckdb.connect(str(out / "baobiao.duckdb"), read_only=True) as database:
        ranked = database.execute(
            "SELECT issuer, place, departments FROM indicator_by_department"
            " WHERE indicator = '地区生产总值' AND kind = 'level' AND year = 2023 ORDER BY place"
        ).fetchall()
    assert ranked == [("甲县人民政府", 1, 2), ("乙县人民政府", 2, 2)]


def test_a_database_in_use_hinders_nothing(out: Path, tmp_path: Path, run: Run) -> None:
    with duckdb.connect(str(out / "baobiao.duckdb")):
        done = run("-m", "baobiao", "compare", out, "-o", tmp_path / "对比.csv")
    assert done.returncode == 0
    assert "没有更新，可能正被其他程序打开" in done.stderr
    assert (tmp_path / "对比.csv").is_file()


def test_the_command(out: Path, tmp_path: Path, run: Run) -> None:
    done = run("-m", "baobiao", "compare", out, "-o", tmp_path / "对比.xlsx")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("2 个单位的 ")
    assert (tmp_path / "对比.xlsx").is_file()


def test_the_command_obeys_the_file_of_decisions(out: Path, tmp_path: Path, run: Run) -> None:
    decisions = tmp_path / "决定.csv"
    decisions.write_text(
        "决定,发布单位,叫法,计量单位,改为,说明\n改名,,旅游收入,,旅游总收入,\n", encoding="utf-8"
    )
    arguments = ["-m", "baobiao", "compare", out, "-o", tmp_path / "对比.csv", "--decisions"]
    assert run(*arguments, decisions).returncode == 0
    assert "旅游总收入" in (tmp_path / "对比.csv").read_text(encoding="utf-8-sig")
    decisions.write_text("决定,叫法\n", encoding="utf-8")
    done = run(*arguments, decisions)
    assert done.returncode == 2
    assert done.stderr.startswith("决定.csv:1: 表头缺少列")


@pytest.mark.parametrize("file", ["对比.pdf", "对比"])
def test_an_ending_that_is_no_format(out: Path, tmp_path: Path, run: Run, file: str) -> None:
    done = run("-m", "baobiao", "compare", out, "-o", tmp_path / file)
    assert done.returncode == 2
    assert "文件名应以 .xlsx、.html 或 .csv 结尾" in done.stderr


def test_a_folder_without_tables(tmp_path: Path) -> None:
    with pytest.raises(NoTables, match="请先运行 baobiao extract"):
        comparing.compare(tmp_path)
    (tmp_path / "documents.csv").write_text("", encoding="utf-8")
    with pytest.raises(NoTables, match="--format parquet"):
        comparing.compare(tmp_path)
    (tmp_path / "documents.parquet").write_bytes(b"no parquet")
    with pytest.raises(NoTables, match="可能已损坏"):
        comparing.compare(tmp_path)
    pq.write_table(pa.table({"document_id": ["0"]}), tmp_path / "documents.parquet")
    with pytest.raises(NoTables, match="别的版本"):
        comparing.compare(tmp_path)


def test_the_notebook_runs() -> None:
    notebook = json.loads((ROOT / "docs/notebooks/compare.ipynb").read_text(encoding="utf-8"))
    names: dict[str, Any] = {}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), cell["id"], "exec"), names)
    assert names["by_year"].shape[0] >= 4
    assert names["plan"].loc[("甲县人民政府", 2023)].tolist() == [
        Decimal(2200000000),
        Decimal(2400000000),
    ]
    roads = names["years"].query("issuer == '甲县人民政府' and value == 42")
    assert roads["change_on_year"].tolist() == [12]
    assert names["departments"]["place"].tolist()[:2] == [1, 2]
