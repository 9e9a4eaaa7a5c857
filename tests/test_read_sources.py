"""Which files are found, in which order, under which names, and what the catalogues say of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from baobiao.model import Failure
from baobiao.read import ReadError, Source, sources
from baobiao.read.catalogue import Catalogue, Entry, load, match, plain_path


def lay(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        note(path, "一、概况")


def note(path: Path, content: str, encoding: str = "utf-8") -> None:
    path.write_text(content, encoding=encoding)


def found(*inputs: Path, metadata: Path | None = None) -> tuple[list[Source], list[Failure]]:
    each = list(sources(inputs, metadata=metadata, text_column=None))
    return [s for s in each if isinstance(s, Source)], [f for f in each if isinstance(f, Failure)]


def said(files: list[Source]) -> dict[str, Mapping[str, str]]:
    return {source.name: dict(source.metadata) for source in files}


def test_a_folder_is_walked_in_the_order_of_its_paths(tmp_path: Path) -> None:
    lay(tmp_path, "乙/2.txt", "乙/1.md", "甲.txt", "丙.csv", "a/b/c.TXT")
    files, failures = found(tmp_path)
    assert [source.name for source in files] == [
        "a/b/c.TXT",
        "丙.csv",
        "乙/1.md",
        "乙/2.txt",
        "甲.txt",
    ]
    assert failures == []


def test_what_is_no_report_is_passed_over(tmp_path: Path) -> None:
    lay(
        tmp_path,
        "甲.txt",
        ".藏.txt",
        "~$甲.txt",
        ".git/乙.txt",
        "__MACOSX/甲.txt",
        "图.svg",
        "无后缀",
        "README.md",
        "链接.tsv",
    )
    files, failures = found(tmp_path)
    assert [source.name for source in files] == ["甲.txt"]
    assert failures == []


def test_what_a_browser_saved_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    lay(tmp_path, "年报.html", "年报_files/图.png", "年报_files/框.html", "其他_files/扫描.png")
    files, _ = found(tmp_path)
    assert [source.name for source in files] == ["其他_files/扫描.png", "年报.html"]


def test_a_file_named_directly_has_its_own_name(tmp_path: Path) -> None:
    lay(tmp_path, "甲/报告.txt")
    assert [source.name for source in found(tmp_path / "甲" / "报告.txt")[0]] == ["报告.txt"]


def test_an_unknown_suffix_is_a_failure_only_when_named(tmp_path: Path) -> None:
    lay(tmp_path, "甲.xyz", "乙.txt")
    assert found(tmp_path)[1] == []
    (failure,) = found(tmp_path / "甲.xyz")[1]
    assert failure.source == "甲.xyz"
    assert "不认识 .xyz 格式" in failure.error and ".txt" in failure.error


def test_missing_inputs_and_empty_folders_are_failures(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    files, failures = found(tmp_path / "空", tmp_path / "无.txt")
    assert files == []
    assert [failure.error for failure in failures] == [
        "找不到文件或文件夹",
        "文件夹里没有可以读取的报告",
    ]


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    lay(tmp_path, "甲.txt", "乙.txt")
    files, _ = found(tmp_path, tmp_path / "甲.txt")
    assert [source.name for source in files] == ["乙.txt", "甲.txt"]


def test_one_name_in_two_inputs_is_told_apart(tmp_path: Path) -> None:
    lay(tmp_path, "2023/甲.txt", "2024/甲.txt", "2024/乙.txt")
    names = [source.name for source in found(tmp_path / "2023", tmp_path / "2024")[0]]
    assert names == [
        (tmp_path / "2023" / "甲.txt").as_posix(),
        "乙.txt",
        (tmp_path / "2024" / "甲.txt").as_posix(),
    ]


def test_the_output_is_not_read_again(tmp_path: Path) -> None:
    lay(tmp_path, "甲.txt", "out/documents.csv")
    each = list(sources([tmp_path], skip=[tmp_path / "out"]))
    assert [item.name for item in each if isinstance(item, Source)] == ["甲.txt"]


def test_the_text_column_goes_along(tmp_path: Path) -> None:
    lay(tmp_path, "表.csv")
    (source,) = sources([tmp_path], text_column="内文")
    assert isinstance(source, Source) and source.text_column == "内文"


def test_a_name_in_gb18030_is_readable(tmp_path: Path) -> None:
    try:
        (tmp_path / "甲局.txt".encode("gbk").decode("utf-8", "surrogateescape")).touch()
    except (OSError, UnicodeEncodeError):
        return  # this file system has no such names
    assert found(tmp_path)[0][0].name == "甲局.txt"


def test_a_folders_catalogue_is_found_and_is_no_report(tmp_path: Path) -> None:
    lay(tmp_path, "2024/甲.txt", "乙.txt")
    note(
        tmp_path / "metadata.csv",
        "来源,报告类型,年度,单位,备注\n2024\\甲.txt,统计公报,2024年,甲局,x\n乙.txt,,2023,,\n",
        encoding="gbk",
    )
    files, failures = found(tmp_path)
    assert failures == []
    assert said(files) == {
        "2024/甲.txt": {"report_type": "统计公报", "year": "2024", "issuer": "甲局"},
        "乙.txt": {"year": "2023"},
    }


def test_an_inner_catalogue_goes_before_an_outer_and_a_named_before_both(tmp_path: Path) -> None:
    lay(tmp_path / "库", "内/甲.txt")
    note(tmp_path / "库" / "metadata.csv", "source,year,issuer,title\n内/甲.txt,2021,外,外\n")
    note(tmp_path / "库" / "内" / "metadata.csv", "source,year,issuer\n甲.txt,2022,内\n")
    named = tmp_path / "目录.csv"
    note(named, "file,year\n甲.txt,2023\n")
    files, failures = found(tmp_path / "库", metadata=named)
    assert failures == []
    assert said(files) == {"内/甲.txt": {"year": "2023", "issuer": "内", "title": "外"}}


def test_a_named_catalogue_inside_the_folder_is_no_report(tmp_path: Path) -> None:
    lay(tmp_path, "甲.txt")
    named = tmp_path / "目录.csv"
    note(named, "source,year\n甲.txt,2023\n", encoding="utf-8-sig")
    files, failures = found(tmp_path, metadata=named)
    assert failures == []
    assert said(files) == {"甲.txt": {"year": "2023"}}


def test_a_named_catalogue_serves_several_inputs(tmp_path: Path) -> None:
    lay(tmp_path, "a/甲.txt", "b/乙.txt")
    named = tmp_path / "目录.csv"
    note(named, "source,year\n甲.txt,2023\n乙.txt,2024\n丙.txt,2025\n")
    files, failures = found(tmp_path / "a", tmp_path / "b", metadata=named)
    assert said(files) == {"甲.txt": {"year": "2023"}, "乙.txt": {"year": "2024"}}
    assert [failure.error for failure in failures] == ["第 4 行：找不到文件“丙.txt”"]


def test_rows_of_a_table_may_be_named(tmp_path: Path) -> None:
    lay(tmp_path, "表.csv", "第#1份.txt")
    note(tmp_path / "metadata.csv", "source,year\n表.csv#2,2023\n表.csv,2022\n第#1份.txt,2021\n")
    files, failures = found(tmp_path)
    assert failures == []
    assert said(files) == {"表.csv": {"year": "2022"}, "第#1份.txt": {"year": "2021"}}
    assert dict(files[1].rows) == {2: {"year": "2023"}}


def test_bad_lines_are_named_and_the_rest_counts(tmp_path: Path) -> None:
    lay(tmp_path, "甲.txt", "乙.txt")
    note(
        tmp_path / "metadata.csv",
        "source,year,issuer,publish_date\n"
        "甲.txt,去年,甲局,\n"
        "甲.txt,2022,别局,\n"
        ",2023,,\n"
        "丙.txt,2023,,\n"
        "\n"
        "乙.txt,2023,,2024-13-01\n",
    )
    files, failures = found(tmp_path)
    assert {failure.source for failure in failures} == {"metadata.csv"}
    assert {failure.step for failure in failures} == {"metadata"}
    assert [failure.error for failure in failures] == [
        "第 2 行：“去年”不是年份，例如应写 2024",
        "第 3 行：“甲.txt”在第 2 行已经写过，以前一行为准",
        "第 4 行：没有写文件（source）",
        "第 7 行：“2024-13-01”不是日期，例如应写 2024-01-31",
        "第 5 行：找不到文件“丙.txt”",
    ]
    assert said(files) == {"甲.txt": {"issuer": "甲局"}, "乙.txt": {"year": "2023"}}


def test_a_catalogue_without_source_is_told(tmp_path: Path) -> None:
    lay(tmp_path, "甲.txt")
    note(tmp_path / "metadata.csv", "年份,单位\n2023,甲\n")
    files, (failure,) = found(tmp_path)
    assert len(files) == 1
    assert "没有 source（来源、文件）列；表中的列是：年份、单位" in failure.error
    named = tmp_path / "无.csv"
    with pytest.raises(ReadError, match=r"目录 无\.csv：找不到文件"):
        list(sources([tmp_path], metadata=named))


def test_loading_keeps_file_lines(tmp_path: Path) -> None:
    path = tmp_path / "目录.csv"
    note(path, 'source\ttitle\n甲.txt\t"两行\n题名"\n乙.txt\t乙\n')
    loaded = load(path, "目录.csv")
    assert [(entry.path, entry.line) for entry in loaded.entries] == [("甲.txt", 3), ("乙.txt", 4)]


@pytest.mark.parametrize(
    ("written", "files", "fits"),
    [
        ("甲.txt", ["甲.txt", "旧/甲.txt"], "甲.txt"),
        ("甲.txt", ["新/甲.txt"], "新/甲.txt"),
        ("库/2024/甲.txt", ["2024/甲.txt", "2023/甲.txt"], "2024/甲.txt"),
        ("别处/甲.txt", ["新/甲.txt"], "新/甲.txt"),
        ("甲.txt", ["新/甲.txt", "旧/甲.txt"], ""),
        ("别处/甲.txt", ["新/甲.txt", "旧/甲.txt"], ""),
        ("甲", ["甲.txt"], ""),
    ],
)
def test_how_a_path_is_matched(written: str, files: list[str], fits: str) -> None:
    result = match(Catalogue("目录.csv", (Entry(2, plain_path(written), {"year": "2024"}),)), files)
    assert list(result.files) == ([fits] if fits else [])
    assert bool(result.missing) == (not fits)


def test_several_candidates_are_named() -> None:
    entry = Entry(2, "甲.txt", {})
    failure = match(Catalogue("目录.csv", (entry,)), ["新/甲.txt", "旧/甲.txt"]).missing[2]
    assert (
        failure.error
        == "第 2 行：找不到文件“甲.txt”；同名文件有 2 个（新/甲.txt、旧/甲.txt），请写出路径"
    )


def test_composed_and_decomposed_names_are_one() -> None:
    assert plain_path("e\u0301.txt") == plain_path("\u00e9.txt")
