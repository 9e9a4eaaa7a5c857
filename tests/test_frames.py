"""baobiao from Python: one pandas frame a table, exact numbers, failures as rows."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import baobiao
from baobiao.read import ReadError
from baobiao.tables import COLUMNS

TEXT = "某局2024年工作总结\n一、主要工作\n全年办结案件5.3万件，同比下降1.5%。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "甲.txt").write_text(TEXT, encoding="utf-8", newline="\n")
    (tmp_path / "乙.txt").write_text(TEXT.replace("5.3万", "12"), encoding="utf-8", newline="\n")
    (tmp_path / "空.txt").write_bytes(b"")
    return tmp_path


def test_a_text() -> None:
    found = baobiao.extract(TEXT, metadata={"issuer": "示例市某局"})
    assert found.indicators["value"].tolist() == [Decimal(53000), Decimal("-1.5")]
    assert found.documents["issuer"].tolist() == ["示例市某局"]
    assert found.texts["text"].tolist() == [TEXT]
    for name, columns in COLUMNS.items():
        assert list(getattr(found, name).columns) == list(columns)


def test_a_folder_with_a_bad_file(folder: Path) -> None:
    found = baobiao.extract(folder)
    assert found.documents["source"].tolist() == ["乙.txt", "甲.txt"]
    assert found.failures["source"].tolist() == ["空.txt"]
    assert found.indicators["value"].tolist()[::2] == [Decimal(12), Decimal(53000)]
    assert not (folder / ".baobiao").exists()


def test_a_file_by_name_and_what_is_known_of_it(folder: Path) -> None:
    found = baobiao.extract(str(folder / "甲.txt"), metadata={"year": "2019"})
    assert found.documents["year"].tolist() == [2019]


def test_a_file_that_cannot_be_read_is_a_row(folder: Path) -> None:
    found = baobiao.extract(folder / "空.txt")
    assert len(found.documents) == 0
    assert found.failures["error"].str.contains("空的").tolist() == [True]


def test_what_is_not_there_raises(folder: Path) -> None:
    with pytest.raises(FileNotFoundError, match="找不到"):
        baobiao.extract(folder / "没有.txt")
    with pytest.raises(FileNotFoundError, match="找不到"):
        baobiao.extract("没有这份报告.txt")
    with pytest.raises(ReadError):
        baobiao.extract(" \n ")
