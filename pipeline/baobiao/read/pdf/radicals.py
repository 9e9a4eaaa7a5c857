"""Radicals that some PDF files have in the place of the characters that look like them (⼯ for 工).

Fonts name a letter form once, and programs that write PDF files pick the radical's code for it. Only
U+2E80–2FDF are mapped (Unicode: CJK Radicals Supplement, Kangxi Radicals); everything else stays.
"""

from __future__ import annotations

import unicodedata

# The Kangxi radicals have their characters in Unicode's own table; most of the Supplement has not.
_KANGXI = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_FORMS = (
    "⺁厂⺃乚⺄乙⺇几⺈刀⺊卜⺋㔾⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺔彑⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫"
    "⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西"
    "⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马"
    "⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_CHARACTERS = str.maketrans(
    {**_KANGXI, **dict(zip(map(ord, _FORMS[::2]), _FORMS[1::2], strict=True))}
)


def characters(text: str) -> str:
    """The text with characters where radicals stood.

    >>> characters("⼀般公共服务⽀出，⺠⽣")
    '一般公共服务支出，民生'
    """
    return text.translate(_CHARACTERS)
