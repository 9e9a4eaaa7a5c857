"""Bytes to text: every encoding that the contract names, sound and damaged."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baobiao.read.decoding import DAMAGE, decode, encoding_of, foreign, newlines

HEAD = "丁县人民政府工作报告，各位代表：\n"
# What reports are made of; surrogates and lone carriage returns are not text.
CHARACTERS = st.one_of(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
    st.sampled_from(
        "，。、；：？！“”（）《》〔〕％—…①㎡℃〇０９0123456789%.abcXYZ \n\t\u3000\u00a0"
    ),
    st.characters(min_codepoint=0x20, max_codepoint=0x10FFFF, exclude_categories=["Cs", "Cn"]),
)
TEXTS = st.text(CHARACTERS, max_size=200).map(lambda text: HEAD + text.replace("\r", ""))


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-32"]))
def test_what_is_written_is_read_back(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.damaged == text.count(DAMAGE)


@given(TEXTS, st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_utf16_needs_no_mark(text: str, encoding: str) -> None:
    plain = HEAD * 10 + "".join(c for c in text if c.isascii() or "一" <= c <= "鿿")
    decoded = decode(plain.encode(encoding))
    assert (decoded.text, decoded.encoding) == (plain, encoding)


@given(
    TEXTS, st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["utf-8", "gb18030", "utf-16"])
)
def test_all_line_ends_are_read_as_one(text: str, end: str, encoding: str) -> None:
    assert decode(text.replace("\n", end).encode(encoding)).text == text


def test_only_carriage_returns_change() -> None:
    assert newlines("一\r\r\n二\x0b三\x85四\u2028五") == "一\n\n二\x0b三\x85四\u2028五"


@given(st.binary(max_size=300))
def test_any_bytes_give_some_text(data: bytes) -> None:
    decoded = decode(data)
    assert "\r" not in decoded.text
    decoded.text.encode("utf-8")  # nothing that cannot be written


@pytest.mark.parametrize("label", ["gb2312", "gbk", "gb18030"])
def test_the_national_encodings_are_one(label: str) -> None:
    assert decode(HEAD.encode(label)) == decode(HEAD.encode("gb18030"))


def test_characters_beyond_gb2312_are_not_lost() -> None:
    # The label says GB2312, the name holds 堃, which only GBK has, and 𠮷, which only GB18030 has.
    text = "县长陈堃、𠮷明作报告。"
    assert decode(text.encode("gb18030")).text == text


def test_utf8_with_a_few_lost_bytes_stays_utf8() -> None:
    data = bytearray((HEAD * 20).encode())
    data[100] = 0xFF
    data[301] = 0x20
    decoded = decode(bytes(data))
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("丁县人民政府") >= 18
    assert 2 <= decoded.damaged <= 6


def test_a_file_cut_inside_a_character_is_marked_at_its_end() -> None:
    decoded = decode((HEAD * 3).encode()[:-2])
    assert decoded.encoding == "utf-8"
    assert decoded.text.endswith("代表" + DAMAGE * 2)


def test_gb18030_with_a_lost_byte_says_so() -> None:
    data = HEAD.encode("gb18030") * 5 + b"\xff" + HEAD.encode("gb18030")
    decoded = decode(data)
    assert decoded.encoding == "gb18030"
    assert decoded.damaged == 1
    assert decoded.text == HEAD * 5 + DAMAGE + HEAD


def test_gb18030_words_that_happen_to_be_valid_utf8() -> None:
    word = "目录".encode("gb2312")
    odd = bytes([0xC4, 0xA3, 0xC2, 0xB3])  # 模鲁: also two Latin letters in UTF-8
    assert odd.decode("utf-8") and encoding_of(odd) == "gb18030"
    assert encoding_of(word) == "gb18030"


def test_utf8_without_chinese_is_not_taken_for_gb18030() -> None:
    assert encoding_of("Ergebnis: 5 °C ± 2, Straße · Café".encode()) == "utf-8"


def test_ascii_with_a_stray_control_is_not_taken_for_utf16() -> None:
    assert encoding_of(b'{"text": "\\u4e00"}\x01\n' * 50) == "utf-8"


def test_a_mark_inside_the_text_stays() -> None:
    assert decode(codecs.BOM_UTF8 + "甲\ufeff乙".encode()).text == "甲\ufeff乙"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04....word/document.xml", ".docx"),
        (b"PK\x03\x04....xl/workbook.xml", ".xlsx"),
        (b"PK\x03\x04....OFD.xml", ".ofd"),
        (b"PK\x03\x04....", "ZIP"),
        (b"%PDF-1.7\n", ".pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20), ".doc"),
        (b"\x89PNG\r\n\x1a\n", ".png"),
        (b"{\\rtf1\\ansi}", ".rtf"),
        (bytes(range(256)) * 40, "不是文本文件"),
        (bytes(5000), "空字符"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, said: str) -> None:
    assert said in foreign(data)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_text_is_not_taken_for_something_else(encoding: str) -> None:
    assert foreign((HEAD * 30).encode(encoding)) == ""
    assert foreign((HEAD * 30 + "\0").encode(encoding)) == ""
