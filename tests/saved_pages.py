"""A page as a government site saves it, for tests."""

from __future__ import annotations

from pathlib import Path

from baobiao.model import Report
from baobiao.read import Source, read

PROSE = "2024年，全区办结案件12件，比上年增长20%，群众满意率达到98.5%，各项工作取得新的成效。"
PAGE = """<!DOCTYPE html><html><head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<meta name="SiteName" content="某某市人民政府"><meta name="ArticleTitle" content="2024年财政收支情况"/>
<meta name="PubDate" content="2025-01-30 09:32:00"/><meta name="ContentSource" content="某某市财政局"/>
<title>2024年财政收支情况_部门动态_某某市人民政府门户网站</title>
<script>var title = '<p>不是正文</p>';</script><style>.a{color:red}</style></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li>走进2019</li></ul></div>
<div class="crumbs">当前位置：首页 &gt; 统计数据2018</div>
<h2 class="title_con">2024年财政收支情况</h2>
<div class="info"><span>发布日期：2025年01月29日</span> <span>来源：某某日报</span> <span>浏览次数：99</span></div>
<div class="my_conboxzw"><div class=TRS_Editor><style>.TRS_Editor P{}</style>BODY</div>
<div class="bdsharebuttonbox">分享到微信2017</div></div>
<div id="footer"><p>主办单位：某某市人民政府办公室　京ICP备05052393号　2016</p></div></body></html>"""


def page(
    folder: Path, body: str, around: str = PAGE, name: str = "页.html", encoding: str = "gb18030"
) -> Report:
    return saved(folder, around.replace("BODY", body).encode(encoding), name)


def saved(folder: Path, data: bytes, name: str = "页.html") -> Report:
    (folder / name).write_bytes(data)
    (report,) = read(Source(folder / name, name))
    assert isinstance(report, Report)
    assert all(report.text[c.start : c.end] == c.text for t in report.tables for c in t.cells)
    return report
