"""Folding that cannot move an offset: one character becomes one character.

NFKC is never used for matching: it turns ㎡ into m2 and ① into 1, and every offset behind them is wrong.
"""

from __future__ import annotations

import re

_HALF = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_FULL = "".join(chr(ord(character) + 0xFEE0) for character in _HALF)
# Brackets, marks and spaces that mean the same in both widths. Comma, colon, semicolon and full stop are
# left alone: "，" ends a clause and "," groups thousands, ":" divides a ratio and "：" opens a list.
_MARKS = {
    "（": "(",
    "）": ")",
    "％": "%",
    "﹪": "%",
    "．": ".",
    "＋": "+",
    "－": "-",
    "～": "~",
    "〜": "~",
    "∼": "~",
    "／": "/",
    "\u00a0": " ",
    "\u3000": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\u200b": " ",
    "\ufeff": " ",
    "\t": " ",
    "∶": ":",
    "–": "—",
    "―": "—",
    "─": "—",
    "〇": "零",
    "○": "零",
    "兩": "两",
    "萬": "万",
    "億": "亿",
    "個": "个",
}
_TABLE = str.maketrans({**dict(zip(_FULL, _HALF, strict=True)), **_MARKS})
_NEEDS = re.compile("[" + re.escape(_FULL + "".join(_MARKS)) + "]")


def fold(text: str) -> str:
    """The text with digits, letters, brackets and spaces in half width; as long as it was.

    >>> fold("２０２４年（一）５％")
    '2024年(一)5%'
    >>> len(fold("①㎡〇")) == 3
    True
    """
    return text.translate(_TABLE) if _NEEDS.search(text) else text
