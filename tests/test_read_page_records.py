"""What a page says of its article: the record above it, its issuer, its address; archives of pages."""

from __future__ import annotations

import base64
import quopri
from pathlib import Path

import pytest

from baobiao.model import Report
from baobiao.read import ReadError, Source, read
from baobiao.read.web.labels import labelled, records
from baobiao.read.web.markup import parsed
from saved_pages import PROSE, page, saved

RECORD = (
    "<table><tr><td>索 引 号：</td><td>3/2026-00058</td><td>发文字号：</td><td>某府发〔2024〕60号</td></tr>"
    "<tr><td>发布机构</td><td>某某市人民政府</td><td>成文日期：</td><td>2024年07月02日</td></tr>"
    "<tr><td>标　　题：</td><td colspan=3>关于工作的报告</td></tr>"
    "<tr><td>公开日期：</td><td>2024年07月03日</td><td>有效性：</td><td>有效</td></tr></table>"
)


@pytest.mark.parametrize("inside", [True, False])
def test_the_record_of_a_disclosure_page(tmp_path: Path, inside: bool) -> None:
    article = f"<div id=content><p>关于工作的报告</p>{f'<p>{PROSE}</p>' * 3}</div>"
    both = f"<div class=article>{RECORD}{article}</div>" if inside else RECORD + article
    report = page(tmp_path, both, "<html><title>某某市人民政府网</title><body>BODY</body></html>")
    assert report.text == "\n".join(["关于工作的报告", *[PROSE] * 3])
    assert report.tables == ()
    assert dict(report.metadata) == {
        "title": "关于工作的报告",
        "publish_date": "2024-07-03",
        "issuer": "某某市人民政府",
        "document_number": "某府发〔2024〕60号",
        "index_number": "3/2026-00058",
    }


def test_records_as_lists_and_tables_that_are_none() -> None:
    listed = (
        "<ul><li><b>索引号：</b>1</li><li><b>发布机构：</b>甲局</li><li><b>文号：</b>无</li></ul>"
    )
    assert [record.tag for record in records(parsed(f"<div>{listed}<p>{PROSE}</p></div>"))] == [
        "ul"
    ]
    data = "<table><tr><td>文号<td>件数<tr><td>甲发1号<td>3</table>"
    assert records(parsed(f"<div>{data}<p>{PROSE}</p></div>")) == []


def test_labels_in_a_line_and_labels_that_are_none() -> None:
    assert labelled("发布时间：2024-05-06 10:00 来源：甲局 【字体：大 中 小】") == {
        "published": "2024-05-06 10:00",
        "source": "甲局",
    }
    assert labelled("经费来源：财政拨款") == {}
    assert labelled("文号：\n来源：乙局") == {"source": "乙局"}


@pytest.mark.parametrize(
    ("source", "issuer"),
    [("某某市财政局", "某某市财政局"), ("新华社", ""), ("某某日报", ""), ("政府网", "")],
)
def test_a_newspaper_is_no_issuer(tmp_path: Path, source: str, issuer: str) -> None:
    around = f"<body><p>来源：{source}</p><div id=zoom>BODY</div></body>"
    assert page(tmp_path, PROSE, around).metadata.get("issuer", "") == issuer


@pytest.mark.parametrize(
    ("site", "title", "issuer"),
    [
        ("中华人民共和国财政部", "2024年财政收支情况", "中华人民共和国财政部"),
        ("某某市人民政府", "2024年财政收支情况", ""),
        ("某某市公安局", "某某市公安局甲区分局2024年工作总结", ""),
        ("某某门户网", "2024年财政收支情况", ""),
    ],
)
def test_the_office_whose_site_it_is(tmp_path: Path, site: str, title: str, issuer: str) -> None:
    meta = f'<meta name="SiteName" content="{site}"><meta name="ArticleTitle" content="{title}">'
    around = f"{meta}<body><p>来源：国库司</p><div id=zoom>BODY</div></body>"
    assert page(tmp_path, PROSE, around).metadata.get("issuer", "") == issuer


def test_address_and_window_title(tmp_path: Path) -> None:
    around = (
        "<!-- saved from url=(0042)https://www.example.gov.cn/art/1.html -->\n"
        "<html><title>2023年工作总结-部门动态-某某局门户网站</title><body><div id=zoom>BODY</div></body></html>"
    )
    report = page(tmp_path, PROSE, around)
    assert report.metadata["source_url"] == "https://www.example.gov.cn/art/1.html"
    assert report.metadata["title"] == "2023年工作总结"
    said = Source(tmp_path / "页.html", "页.html", metadata={"title": "目录说的标题"})
    (again,) = read(said)
    assert isinstance(again, Report)
    assert again.metadata["title"] == "目录说的标题"


def archive(encoding: str) -> bytes:
    raw = f'<html><body><div id="zoom"><p>{PROSE}</p></div></body></html>'.encode("gb18030")
    encoded = base64.encodebytes(raw) if encoding == "base64" else quopri.encodestring(raw)
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.gov.cn/a.html\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n'
        "----b\r\nContent-Type: text/css\r\n\r\n.a{}\r\n"
        f"----b\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: {encoding}\r\n"
        "Content-Location: https://www.example.gov.cn/b.html\r\n\r\n"
    )
    return head.encode() + encoded + b"\r\n----b--\r\n"


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("name", ["页.mht", "页.mhtml", "页.html"])
def test_archived_pages(tmp_path: Path, encoding: str, name: str) -> None:
    report = saved(tmp_path, archive(encoding), name)
    assert report.text == PROSE
    assert report.metadata["source_url"] == "https://www.example.gov.cn/a.html"
    assert report.format == name.rpartition(".")[2]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("页.html", b"", "文件是空的"),
        ("页.html", b" \n ", "文件是空的"),
        (
            "页.html",
            b"<html><body><div id=app></div><script>go()</script></body></html>",
            "没有文字",
        ),
        ("页.html", b"%PDF-1.7 ...", "PDF"),
        ("页.html", b"PK\x03\x04....word/document.xml", "Word"),
        ("页.html", b"<div>" * 4000 + "文".encode(), "嵌套过深"),
        ("页.mht", b"", "文件是空的"),
        ("页.mht", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "WPS"),
        ("页.mht", archive("base64")[:200], "没有网页"),
        ("页.mht", "各位代表".encode(), "没有网页"),
    ],
)
def test_each_bad_file_gets_its_own_sentence(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    with pytest.raises(ReadError, match=says):
        saved(tmp_path, data, name)


def test_a_page_that_is_called_an_archive_is_read(tmp_path: Path) -> None:
    assert saved(tmp_path, f"<html><div id=zoom>{PROSE}".encode(), "页.mht").text == PROSE
