"""Files to reports: ``sources`` finds the files, ``read`` reads one.

>>> report = from_text("一、概况\\n全年办结案件12件。")
>>> [report.text[block.start:block.end] for block in report.blocks]
['一、概况', '全年办结案件12件。']
"""

from baobiao.read.formats import read, readable
from baobiao.read.source import ReadError, Source
from baobiao.read.text import from_text
from baobiao.read.walking import sources

__all__ = ["ReadError", "Source", "from_text", "read", "readable", "sources"]
