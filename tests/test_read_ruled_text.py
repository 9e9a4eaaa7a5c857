"""Tables that plain text draws, and the lines that only look like them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baobiao.extract.indicators import reason, rejected
from baobiao.lexicon import load
from baobiao.model import Block, Indicator, Report, Table
from baobiao.process import extract
from baobiao.read import Source, from_text, read
from baobiao.read.building import build
from baobiao.read.tables.in_text import tables_in_text
from baobiao.read.tables.lines import ruled_lines

LEXICON = load()
ROWS = (("受理数", "办结数"), ("甲科", "12", "11"), ("乙科", "8", "0"))


def figures(table: Table) -> list[tuple[tuple[str, ...], str]]:
    return [(cell.header, cell.text) for cell in table.cells if cell.kind == "value"]


def drawn(divider: str, lead: str = "", tail: str = "") -> str:
    first, *others = ROWS
    rows = (("科室", *first), *others)
    return "\n".join(f"{lead}{divider.join(row)}{tail}" for row in rows)


@pytest.mark.parametrize(
    "text",
    [
        drawn("\t"),
        drawn("    "),
        drawn("\u3000\u3000"),
        drawn(" "),
        drawn(" | ", "| ", " |"),
        drawn("│", "│", "│"),
        drawn("｜", "｜", "｜").replace("｜", "|"),
    ],
)
def test_however_cells_are_divided(text: str) -> None:
    (table,) = tables_in_text(f"各科室办件情况\n{text}\n以上数据截至年底。")
    assert table.caption == "各科室办件情况"
    assert figures(table) == [
        (("受理数", "甲科"), "12"),
        (("办结数", "甲科"), "11"),
        (("受理数", "乙科"), "8"),
        (("办结数", "乙科"), "0"),
    ]


def test_frames_and_the_line_below_headings_are_no_rows() -> None:
    framed = "┌──┬──┐\n│项目│数量│\n├──┼──┤\n│许可│ 12 │\n│处罚│ /  │\n└──┴──┘"
    (table,) = tables_in_text(framed)
    assert figures(table) == [(("数量", "许可"), "12"), (("数量", "处罚"), "/")]
    marked = "项目 | 数量\n--- | ---:\n**许可** | 12"
    (table,) = tables_in_text(marked)
    assert figures(table) == [(("数量", "许可"), "12")]


def test_figures_at_the_end_of_a_line_as_a_copied_page_has_them() -> None:
    text = "指标 2024年 2023年\n一般公共预算收入 1,234.5 1,200\n合  计 20 -\n注：快报数。"
    (table,) = tables_in_text(text)
    assert figures(table) == [
        (("2024年", "一般公共预算收入"), "1,234.5"),
        (("2023年", "一般公共预算收入"), "1,200"),
        (("2024年", "合计"), "20"),
        (("2023年", "合计"), "-"),
    ]


def test_empty_cells_keep_their_place_between_tabs() -> None:
    (table,) = tables_in_text("项目\t甲\t乙\n许可\t\t3\n处罚\t4")
    assert figures(table) == [(("乙", "许可"), "3"), (("甲", "处罚"), "4")]


def test_a_table_of_words_is_one_where_tabs_or_bars_divide_it() -> None:
    text = "序号\t任务\t完成情况\n1\t执法\t全年检查12次，整改3处。\n2\t普法\t已完成。"
    (table,) = tables_in_text(text)
    assert len(table.cells) == 9
    assert tables_in_text(text.replace("\t", "    ").replace("1    ", "")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "一、综  合\n全年办结12件。",
        "　　全年办结12件，  培训30人次，  发放50份。\n　　全年受理15件，  培训31人次，  发放51份。",
        "领导：张三    李四    王五\n成员：赵六    钱七    孙八",
        "联系人  张三  电话  0591-1234567\n联系人  李四  电话  0591-1234568",
        "1．办件  12件\n2．培训  3次\n3．宣传  5场次",
        "目  录\n一、概况  1\n二、工作  3\n三、问题  9",
        "目录\n一、部门概况\t3\n二、情况说明\t5\n三、名词解释\t12",
        "首页 | 政务公开 | 互动交流\n全年办结12件。",
        "全区共有  12  个村，  3  个社区。\n全区共有  13  个村，  4  个社区。",
        "甲市乙局   2024年度\n甲局发〔2024〕5号   签发人：张三",
        "主动公开 12 条\n依申请公开 3 件",
        "2024 年 5 月\n办结 12",
        "项目\t数量",
    ],
)
def test_lines_that_are_no_table(text: str) -> None:
    assert tables_in_text(text) == ()


def test_a_table_in_page_residue_is_none() -> None:
    page = "\n".join(f"第{n}段，全年工作平稳有序，各项任务均已完成。" for n in range(9))
    text = f"首页 > 公开\n{page}\n— 1 —\n许可\t12\n处罚\t3\n"
    assert len(tables_in_text(text)) == 1


def test_files_of_text_and_rows_of_tables_of_reports(tmp_path: Path) -> None:
    table = "| 科室 | 受理数（件） |\n| --- | --- |\n| 甲科 | 12 |\n| 乙科 | 0 |\n"
    (tmp_path / "a.md").write_text(f"# 2024年工作总结\n\n{table}", "utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "2024年总结\\n科室\\t件数\\n甲科\\t12"}\n', "utf-8")
    for name, cells in (("a.md", ["12", "0"]), ("b.jsonl", ["12"])):
        (report,) = read(Source(tmp_path / name, name))
        assert isinstance(report, Report)
        assert [text for _, text in figures(report.tables[0])] == cells
        (block,) = [block for block in report.blocks if block.kind == "table"]
        assert (block.start, block.end) == (report.tables[0].start, report.tables[0].end)


def test_lines_of_any_format_draw_tables_on_their_pages() -> None:
    text = "各科室办件情况\n科室\t件数\n甲科\t12\n乙科\t3"
    paragraphs = [Block(0, 7, page=1), Block(8, 13, page=2), Block(14, 19, page=2)]
    report = build(text, source="a", format="docx", document_id="0", metadata={}, given=paragraphs)
    (table,) = report.tables
    assert (table.start, table.page, table.caption) == (8, 2, "各科室办件情况")
    assert [(block.kind, block.page) for block in report.blocks] == [("text", 1), ("table", 2)]


def rows(text: str) -> list[Indicator]:
    return list(extract(from_text(text, metadata={"year": "2024"}), LEXICON).indicators)


def test_a_number_is_a_row_once_in_the_order_of_the_text() -> None:
    found = rows("全年办结案件30件。\n科室\t受理数\t办结数\n甲科\t12件\t11件\n培训5场次。")
    assert [row.text for row in found] == ["30件", "12件", "11件", "5场次"]
    assert [bool(row.table_cell) for row in found] == [False, True, True, False]


def test_sentences_in_cells_are_read_as_prose_that_ends_at_the_cell() -> None:
    text = "序号\t任务\t完成情况\n1\t执法\t检查餐饮单位120家，整改隐患35处。\n2\t培训\t无\n3\t普法\t发放资料30份；"
    assert [(row.name, row.text) for row in rows(text)] == [
        ("检查餐饮单位", "120家"),
        ("整改隐患", "35处"),
        ("发放资料", "30份"),
    ]


def test_pages_of_a_table_of_contents_count_nothing() -> None:
    assert rows("目录\n一、部门概况\t3\n二、情况说明\t5\n三、名词解释\t12") == []


@given(st.text(alphabet="甲乙12.,/ \t\n|│-—", max_size=80))
def test_cells_stand_in_their_lines(text: str) -> None:
    for line in ruled_lines(text):
        places = [place for cell in line.cells for place in cell]
        assert places == sorted(places)
        assert all(line.start <= place <= line.end for place in places)
    for table in tables_in_text(text):
        assert all(text[cell.start : cell.end] == cell.text for cell in table.cells)


def test_the_number_of_a_table_counts_nothing() -> None:
    found = rows("表7 人员情况\n科室\t人数\n甲科\t12\n附表2 个项目名单。与会代表7人。")
    assert [row.text for row in found] == ["12", "7人"]


def test_why_a_cell_is_no_row() -> None:
    text = "科室\t电话\t受理数\n甲科\t87654321\t12\n乙科\t87654322\t9"
    draft = extract(from_text(text, metadata={"year": "2024"}), LEXICON)
    assert [row.text for row in draft.indicators] == ["12", "9"]
    assert reason(draft, LEXICON, text.index("87654321")).startswith("在表格里")
    assert "12" not in [text[r.start : r.end] for r in rejected(draft, LEXICON)]
