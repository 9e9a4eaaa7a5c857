"""``baobiao check`` as a clerk meets it: what it says, how it ends, and what an office may choose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document as WordDocument
from typer.testing import CliRunner

from baobiao.check.choices import Accepted, Choices, chosen
from baobiao.cli import app
from baobiao.lexicon import DictionaryError, load
from baobiao.model import Finding
from baobiao.project import Project, ProjectError, find, lexicon_of
from baobiao.project import read as read_project
from conftest import Run

BAD = """青山市教育局2024年法治政府建设年度报告

一、主要举措和成效
今年以来，我局开展普法宣传12场次。
二、存在的不足和原因
执法人员业务能力有待提高，主要原因是培训不够。
三、党政主要负责人履行推进法治建设第一责任人职责情况
主要负责人主持会议研究法治建设工作3次。
四、2025年工作安排
加强培训，提高执法水平。

青山市教育局
"""
GOOD = BAD.replace("今年以来", "2024年").replace(
    "\n青山市教育局\n", "\n青山市教育局\n2025年2月16日\n"
)


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "草稿"
    folder.mkdir()
    (folder / "坏.txt").write_text(BAD, encoding="utf-8")
    (folder / "好.txt").write_text(GOOD, encoding="utf-8")
    return folder


def check(*arguments: object) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of the command."""
    done = CliRunner().invoke(app, ["check", *map(str, arguments)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


def test_exit_statuses(drafts: Path) -> None:
    assert check(drafts / "好.txt")[0] == 0
    status, told, _ = check(drafts / "坏.txt")
    assert status == 1
    assert (
        "错误 BB605 没有成文日期（第 12 行）" in told
        and "错误 1 处，提醒 1 处，说明 0 处。" in told
    )
    status, _, said = check(drafts / "没有.txt")
    assert status == 2 and "没有.txt" in said


def test_in_a_process_of_its_own(run: Run, drafts: Path) -> None:
    done = run("-m", "baobiao", "check", drafts / "坏.txt")
    assert done.returncode == 1 and "BB605" in done.stdout and done.stderr == ""
    assert run("-m", "baobiao", "check", drafts / "好.txt").returncode == 0


def test_a_file_that_cannot_be_read_costs_itself_only(drafts: Path) -> None:
    (drafts / "空.txt").write_bytes(b"")
    (drafts / "坏.txt").unlink()
    status, told, said = check(drafts)
    assert status == 1 and "没有发现问题" in told and "未检查：空.txt" in said


def test_json_for_programs(drafts: Path, tmp_path: Path) -> None:
    status, told, _ = check(drafts, "--format", "json")
    documents = json.loads(told)["documents"]
    assert status == 1 and [len(each["findings"]) for each in documents] == [2, 0]
    file = tmp_path / "结果.json"
    assert check(drafts / "坏.txt", "--format", "json", "-o", file)[0] == 1
    assert json.loads(file.read_text(encoding="utf-8"))["documents"][0]["source"] == "坏.txt"


def test_files_for_people(drafts: Path, tmp_path: Path) -> None:
    status, told, _ = check(drafts, "--format", "docx", "-o", tmp_path / "批注")
    assert status == 1 and "坏.批注.docx" in told
    assert sorted(path.name for path in (tmp_path / "批注").iterdir()) == [
        "坏.批注.docx",
        "好.批注.docx",
    ]
    status, _, _ = check(drafts / "坏.txt", "--format", "html", "-o", tmp_path / "一.html")
    assert status == 1 and "BB605" in (tmp_path / "一.html").read_text(encoding="utf-8")
    status, _, said = check(drafts / "坏.txt", "--format", "html")
    assert status == 2 and "要用 -o 写明" in said


def test_a_word_draft_comes_back_with_comments(tmp_path: Path) -> None:
    draft = WordDocument()
    for line in BAD.strip().split("\n"):
        if line.startswith("一、"):
            draft.add_paragraph(line).runs[0].bold = True
            draft.add_table(rows=1, cols=2).cell(0, 0).text = "宣传场次"
        else:
            draft.add_paragraph(line)
    draft.save(tmp_path / "草稿.docx")
    status, told, _ = check(tmp_path / "草稿.docx")
    assert status == 1 and "错误 BB605 没有成文日期（第 14 段）" in told
    out = tmp_path / "批注.docx"
    assert check(tmp_path / "草稿.docx", "--format", "docx", "-o", out)[0] == 1
    after = WordDocument(str(out))
    assert [p.text for p in after.paragraphs] == [p.text for p in draft.paragraphs]
    comments = [comment.text for comment in after.comments]
    assert len(comments) == 2 and any("BB302" in comment for comment in comments)
    for paragraph in after.paragraphs:
        marked = "commentRangeStart" in paragraph._p.xml
        assert marked == (paragraph.text == "青山市教育局" or "今年以来" in paragraph.text)


@pytest.mark.parametrize(
    ("options", "status", "codes"),
    [
        (["--rule", "BB6"], 1, ["BB605"]),
        (["--ignore", "BB605", "--ignore", "BB302"], 0, []),
        (["--severity", "错误"], 1, ["BB605"]),
        (["--ignore", "BB605", "--fail-on", "error"], 0, ["BB302"]),
        (["--fail-on", "错误"], 1, ["BB302", "BB605"]),
    ],
)
def test_choices_of_the_command(
    drafts: Path, options: list[str], status: int, codes: list[str]
) -> None:
    ended, told, _ = check(drafts / "坏.txt", "--format", "json", *options)
    assert ended == status
    assert [found["code"] for found in json.loads(told)["documents"][0]["findings"]] == codes


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--type", "日记"], "没有“日记”这种报告类型；可用："),
        (["--rule", "BB999"], "没有“BB999”这条规则"),
        (["--severity", "很重"], "没有“很重”这一级；可用：错误、提醒、说明"),
        (["--format", "pdf"], "没有“pdf”这种格式；可用：text、json、sarif、html、docx"),
        (["--against", "没有这个文件夹"], "里没有 documents.parquet；请先运行 baobiao extract"),
        ([], ""),
    ],
)
def test_wrong_usage_is_told_in_chinese(drafts: Path, options: list[str], said: str) -> None:
    arguments = [drafts / "坏.txt", *options] if options else []
    status, _, told = check(*arguments)
    assert status == 2 and said in told


def test_a_rule_is_explained() -> None:
    status, told, _ = check("--explain", "bb605")
    assert status == 0 and told.startswith("BB605 缺少成文日期（错误）") and "依据：" in told
    status, told, _ = check("--explain", "BB442")
    assert status == 0 and "取保侯审" in told
    assert check("--explain", "BB999")[0] == 2


def test_a_local_template_asks_for_more(drafts: Path) -> None:
    name = "法治政府建设年度报告（广东）"
    _, told, _ = check(drafts / "好.txt", "--type", name, "--format", "json")
    (document,) = json.loads(told)["documents"]
    assert document["report_type"] == name
    assert document["sections"]["achieve"] == 1 and document["sections"]["plan_impl"] is None


PROJECT = """
ignore = ["BB605"]
fail_on = "错误"

[severities]
BB302 = "说明"

[[accept]]
rule = "BB303"
text = "我所"
reason = "引用下级材料"
"""


def test_the_choices_of_an_office(drafts: Path) -> None:
    (drafts.parent / "baobiao.toml").write_text(PROJECT, encoding="utf-8-sig")
    (drafts / "坏.txt").write_text(BAD.replace("12场次。", "12场次，我所参加。"), encoding="utf-8")
    status, told, _ = check(drafts / "坏.txt", "--format", "json")
    findings = json.loads(told)["documents"][0]["findings"]
    assert status == 0
    assert [(found["code"], found["severity"]) for found in findings] == [("BB302", "info")]


def test_the_nearest_project_file_is_the_one(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert find(inner) == Project() or find(inner).path not in (None, inner / "baobiao.toml")
    (tmp_path / "baobiao.toml").write_text('type = "统计公报"', encoding="utf-8")
    assert find(inner).report_type == "统计公报"
    (inner / "baobiao.toml").write_text('dictionaries = "词典"', encoding="utf-8")
    assert find(inner).dictionaries == inner / "词典" and find(inner).report_type == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ignore = [", "末尾不合 TOML 的写法"),
        ("type = “统计公报”", "第 1 行不合 TOML 的写法"),
        ("type = 1", "type 应是加引号的文字"),
        ('ignore = "BB1"', "ignore 应写成"),
        ('fail_on = "很重"', "fail_on 只能写“错误”“提醒”“说明”之一，不能写“很重”"),
        ("severities = 1", "severities 应写成 [severities] 一节"),
        ('[severities]\nBB107 = "轻"', "severities 里的 BB107 只能写"),
        ('[[accept]]\nrule = "BB1"', "第 1 个 [[accept]] 没有写 reason"),
        ('[[accept]]\nreason = "好"', "第 1 个 [[accept]] 要写 rule（规则编号）或 text"),
        ('[[accept]]\nrule = "BB1"\nreason = "好"\nwhy = "好"', "没有“why”这一项"),
        ("accept = 1", "accept 应写成 [[accept]]，每条一节"),
        ('typ = "x"', "没有“typ”这一项；可以写：type、"),
    ],
)
def test_what_is_wrong_with_a_project_file(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "baobiao.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProjectError) as error:
        read_project(path)
    assert str(error.value).startswith(f"{path}：") and said in str(error.value)


def test_a_project_file_in_another_encoding(drafts: Path) -> None:
    (drafts / "baobiao.toml").write_bytes('type = "统计公报"'.encode("gb18030"))
    status, _, said = check(drafts / "好.txt")
    assert status == 2 and "不是 UTF-8 编码" in said


OWN = """
report_type = "青山市年度报告"
extends = "法治政府建设年度报告"

[[section]]
key = "school"
title = "法治学校创建情况"
required = "required"
order = 7
levels = [1]
source = "青山市教育局办公会议纪要"
severity = "warning"
"""


def test_an_office_writes_its_own_profile(drafts: Path) -> None:
    (drafts / "模板").mkdir()
    (drafts / "模板" / "本市.toml").write_text(OWN, encoding="utf-8")
    (drafts / "baobiao.toml").write_text(
        'type = "青山市年度报告"\nprofiles = "模板"\n', encoding="utf-8"
    )
    status, told, _ = check(drafts / "好.txt")
    assert status == 1 and "提醒 BB101 缺少“法治学校创建情况”" in told
    assert "依据：青山市教育局办公会议纪要" in told


def test_a_bad_profile_of_the_office(tmp_path: Path) -> None:
    folder = tmp_path / "模板"
    folder.mkdir()
    (folder / "甲.toml").write_text(OWN.replace("法治政府建设年度报告", "日记"), encoding="utf-8")
    project = Project(path=tmp_path / "baobiao.toml", profiles=folder)
    with pytest.raises(DictionaryError, match="“日记”不是一种报告类型"):
        lexicon_of(project)
    with pytest.raises(ProjectError, match="profiles 写的文件夹不存在"):
        lexicon_of(Project(path=tmp_path / "baobiao.toml", profiles=tmp_path / "没有"))
    assert lexicon_of(Project()) is load()


@pytest.mark.parametrize(
    ("accepted", "remains"),
    [
        (Accepted("好", rule="BB303"), False),
        (Accepted("好", text="我所根据区中心"), False),
        (Accepted("好", rule="BB303", text="我 所"), False),
        (Accepted("好", rule="BB302", text="我所"), True),
        (Accepted("好", text="我队"), True),
        (Accepted("好", rule="BB303", file="甲.docx"), False),
        (Accepted("好", rule="BB303", file="乙.docx"), True),
    ],
)
def test_accepting_a_finding_by_its_words(accepted: Accepted, remains: bool) -> None:
    finding = Finding("BB303", "warning", 3, 5, "我所", "自称")
    choices = Choices(accepted=(accepted,))
    assert bool(chosen([finding], choices, "2024/甲.docx")) == remains


def test_words_that_are_quoted_do_not_accept_what_concerns_the_whole() -> None:
    finding = Finding("BB101", "error", 0, 0, "", "缺少", key="cause")
    assert chosen([finding], Choices(accepted=(Accepted("好", text="我所"),)), "") == (finding,)
