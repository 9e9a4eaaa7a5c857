"""How findings are told: each telling holds all of them, at their places, and changes nothing else."""

from __future__ import annotations

import io
import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from docx import Document as WordDocument
from docx.shared import Pt

from baobiao import check, read
from baobiao.check.verdict import Verdict, judge
from baobiao.lexicon import load
from baobiao.model import Block, Draft, Finding, Report
from baobiao.process import extract
from baobiao.telling.machine import schema, to_json, to_sarif
from baobiao.telling.page import to_html
from baobiao.telling.text import lines
from baobiao.telling.word import to_docx

LEXICON = load()
TEXT = """青山市教育局2024年法治政府建设年度报告

一、主要举措和成效
今年以来，我局开展普法宣传<12>场次,办理行政复议案件3件。我所参加。
二、存在的不足和原因
执法人员业务能力有待提高，主要原因是培训不够。
四、2025年工作安排
加强培训，，提高执法水平。

青山市教育局
"""


@pytest.fixture(scope="module")
def verdict() -> Verdict:
    return judge(extract(read.from_text(TEXT, source="草稿.txt"), LEXICON), LEXICON)


def test_lines_name_place_words_and_source_once(verdict: Verdict) -> None:
    said = "\n".join(lines(verdict))
    assert said.startswith("草稿.txt（法治政府建设年度报告，2024 年，青山市教育局）")
    assert "  全文\n    错误 BB101 缺少“党政主要负责人履行推进法治建设第一责任人职责情况”\n" in said
    assert "提醒 BB303 发文机关是“青山市教育局”，这里却自称“我所”（第 4 行）" in said
    assert "【我所】参加。" in said and "  落款\n    错误 BB605 没有成文日期（第 10 行）" in said
    sources = re.findall("依据：(.+)", said)
    assert len(sources) == len(set(sources))


def test_many_of_a_kind_are_counted(verdict: Verdict) -> None:
    draft = extract(read.from_text("一、情况\n" + "甲,乙。" * 12), LEXICON)
    said = list(lines(judge(draft, LEXICON)))
    assert sum("BB410" in line and "提醒" in line for line in said) == 5
    assert "    （BB410 在这一部分还有 7 处）" in said


def test_a_clean_draft_says_so() -> None:
    draft = extract(read.from_text("一、情况\n全年办案12宗。"), LEXICON)
    said = list(lines(judge(draft, LEXICON)))
    assert said[-1] == "  没有发现问题。" and "没有认出报告类型" in said[1]


def test_json_keeps_to_its_schema(verdict: Verdict) -> None:
    told = json.loads(to_json([verdict]))
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(told, schema(), cls=jsonschema.Draft202012Validator)
    (document,) = told["documents"]
    assert list(document) == ["source", "report_type", "sections", "findings"]
    assert document["sections"]["problem"] == 2 and document["sections"]["first_resp"] is None
    missing = [found for found in document["findings"] if found["code"] == "BB101"]
    assert [found["key"] for found in missing] == ["first_resp"]
    for found in document["findings"]:
        assert TEXT[found["start"] : found["end"]] == found["text"]


def test_the_schema_refuses_what_is_not_promised(verdict: Verdict) -> None:
    told = json.loads(to_json([verdict]))
    told["documents"][0]["findings"][0]["severity"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told, schema())


def test_sarif_regions_are_those_of_the_text(verdict: Verdict) -> None:
    log = json.loads(to_sarif([verdict], check.rules(LEXICON), "1.0"))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0" and run["tool"]["driver"]["name"] == "baobiao"
    assert len(run["results"]) == len(verdict.findings)
    rows = TEXT.split("\n")
    for result in run["results"]:
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] and result["level"] in ("error", "warning", "note")
        region = result["locations"][0]["physicalLocation"].get("region")
        if region and region["startLine"] == region["endLine"]:
            row = rows[region["startLine"] - 1]
            words = row[region["startColumn"] - 1 : region["endColumn"] - 1]
            assert words == region["snippet"]["text"]


class _Page(HTMLParser):
    """Collects the words of the article, and what a page could fetch from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.inside, self.number, self.words, self.fetched, self.marked = False, False, "", [], 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or tag == "article"
        self.number = tag == "a" if self.inside else False
        self.marked += tag == "mark"
        self.fetched += [v for k, v in attributes if k in ("src", "href") and (v or "")[:1] != "#"]

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "article"
        self.number = False

    def handle_data(self, data: str) -> None:
        if self.inside and not self.number:
            self.words += data


def test_the_page_holds_the_text_and_every_finding_and_fetches_nothing(verdict: Verdict) -> None:
    page = to_html(verdict)
    parser = _Page()
    parser.feed(page)
    assert "".join(parser.words.split()) == "".join(TEXT.split())
    assert parser.fetched == [] and "<script" not in page and "http" not in page
    placed = [finding for finding in verdict.findings if finding.end > finding.start]
    assert parser.marked == len(placed)
    for number in range(1, len(verdict.findings) + 1):
        assert f'id="f{number}"' in page
    assert all(f'id="t{n}"' in page for n, f in enumerate(verdict.findings, 1) if f in placed)


def told(data: bytes) -> list[tuple[str, str]]:
    """The comments of a document with the words that they are about."""
    document = WordDocument(io.BytesIO(data))
    texts = {comment.comment_id: comment.text for comment in document.comments}
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    open_ids: dict[int, str] = {}
    for element in document.element.body.iter():
        if element.tag == f"{w}commentRangeStart":
            open_ids[int(element.get(f"{w}id"))] = ""
        elif element.tag == f"{w}t":
            for key in open_ids:
                if key not in closed(document, element, w):
                    open_ids[key] += element.text or ""
    return [(open_ids[key], text) for key, text in texts.items()]


def closed(document: object, before: object, w: str) -> set[int]:
    """The comments whose range ends before an element."""
    found: set[int] = set()
    for element in document.element.body.iter():  # type: ignore[attr-defined]
        if element is before:
            break
        if element.tag == f"{w}commentRangeEnd":
            found.add(int(element.get(f"{w}id")))
    return found


def test_a_new_document_holds_the_text_and_a_comment_for_each_finding(verdict: Verdict) -> None:
    data = to_docx(verdict)
    paragraphs = [paragraph.text for paragraph in WordDocument(io.BytesIO(data)).paragraphs]
    assert paragraphs == TEXT.split("\n")
    comments = told(data)
    assert len(comments) == len(verdict.findings)
    for finding in verdict.findings:
        words = finding.text or "青山市教育局2024年法治政府建设年度报告"
        assert any(
            quoted == words and f"{finding.code}】{finding.message}" in comment
            for quoted, comment in comments
        ), finding


def word_draft(path: Path) -> tuple[bytes, Verdict]:
    """A Word draft with runs of several looks, a numbered paragraph, a table and a comment of its own."""
    document = WordDocument()
    title = document.add_paragraph("青山市教育局2024年法治政府建设年度报告")
    title.runs[0].font.size = Pt(22)
    document.add_paragraph("主要举措和成效", style="List Number")
    body = document.add_paragraph("今年")
    body.add_run("以来，我局开展普法").bold = True
    body.add_run("宣传12场次。我所参加。")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "宣传场次", "甲,乙"
    document.add_comment(body.runs[0], text="请核对", author="王明")
    document.save(path)
    lines_ = ["青山市教育局2024年法治政府建设年度报告", "1.主要举措和成效",
              "今年以来，我局开展普法宣传12场次。我所参加。", "宣传场次\t甲,乙"]  # fmt: skip
    blocks, start = [], 0
    for number, (line, kind) in enumerate(zip(lines_, ["text"] * 3 + ["table"], strict=True), 1):
        blocks.append(Block(start, start + len(line), kind, paragraph=number))
        start += len(line) + 1
    text = "\n".join(lines_)
    report = Report("0" * 16, "草稿.docx", "docx", text, tuple(blocks))

    def at(code: str, words: str) -> Finding:
        place = text.index(words)
        return Finding(code, "warning", place, place + len(words), words, f"{words}不对")

    findings = (
        Finding("BB101", "error", 0, 0, "", "缺少一个部分"),
        at("BB105", "1."),
        at("BB302", "今年以来"),
        at("BB303", "我所"),
        at("BB110", "开展普法宣传12场次。我所参加。"),
        at("BB410", ","),
    )
    return path.read_bytes(), Verdict(Draft(report, text), "", {}, findings)


def test_the_draft_itself_gets_comments_and_nothing_else(tmp_path: Path) -> None:
    original, verdict = word_draft(tmp_path / "草稿.docx")
    data = to_docx(verdict, original)
    before, after = WordDocument(io.BytesIO(original)), WordDocument(io.BytesIO(data))
    assert [p.text for p in after.paragraphs] == [p.text for p in before.paragraphs]
    assert after.tables[0].cell(0, 1).text == "甲,乙"
    looks = [
        [(c, run.bold, run.font.size) for run in p.runs for c in run.text]
        for document in (before, after)
        for p in document.paragraphs
    ]
    assert looks[: len(looks) // 2] == looks[len(looks) // 2 :]
    comments = {comment: words for words, comment in told(data)}
    assert len(comments) == len(verdict.findings) + 1  # and the one that was there
    assert comments["请核对"] == "今年"
    by_code = {re.search(r"BB\d+", c)[0]: words for c, words in comments.items() if "BB" in c}  # type: ignore[index]
    assert by_code["BB302"] == "今年以来" and by_code["BB303"] == "我所"
    assert by_code["BB110"] == "开展普法宣传12场次。我所参加。"
    assert by_code["BB410"] == ","
    assert by_code["BB105"] == "主要举措和成效"  # the number is not in the paragraph
    assert by_code["BB101"] == "青山市教育局2024年法治政府建设年度报告"


def test_every_other_part_stays_byte_for_byte(tmp_path: Path) -> None:
    original, verdict = word_draft(tmp_path / "草稿.docx")
    data = to_docx(verdict, original)
    with zipfile.ZipFile(io.BytesIO(original)) as one, zipfile.ZipFile(io.BytesIO(data)) as other:
        changed = [name for name in one.namelist() if one.read(name) != other.read(name)]
        assert set(changed) == {"word/document.xml", "word/comments.xml"}
        assert set(other.namelist()) == set(one.namelist())


def test_no_findings_no_change_of_the_body(tmp_path: Path) -> None:
    original, verdict = word_draft(tmp_path / "草稿.docx")
    clean = Verdict(verdict.draft, "", {}, ())
    after = WordDocument(io.BytesIO(to_docx(clean, original)))
    before = WordDocument(io.BytesIO(original))
    assert after.element.xml == before.element.xml


def test_a_damaged_body_is_told(tmp_path: Path, verdict: Verdict) -> None:
    original, _ = word_draft(tmp_path / "草稿.docx")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(original)) as one, zipfile.ZipFile(out, "w") as other:
        for name in one.namelist():
            data = one.read(name)
            other.writestr(name, data[:-40] if name == "word/document.xml" else data)
    with pytest.raises(ValueError, match="Word 文档有损坏"):
        to_docx(verdict, out.getvalue())


def test_what_is_no_word_document_is_told(verdict: Verdict) -> None:
    with pytest.raises(ValueError, match="不是 Word 文档"):
        to_docx(verdict, b"PK nothing")
