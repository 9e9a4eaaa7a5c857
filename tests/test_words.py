"""Words: their offsets, what stays whole, and that both engines cut alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baobiao.lexicon import load
from baobiao.words import Words, terms, tokenizer
from conftest import Run

CORPUS = Path(__file__).parents[1] / "corpus"
TERMS = ("行政复议案件", "示例市城市管理局", "规模以上工业增加值", "PM2.5浓度", "人")
SLOW = Words(TERMS, fast=False)
MIXED = st.text(alphabet="全年办理行政复议案件5.3万，增长%（一）\n\u3000 aZ①㎡𠮷—", max_size=60)


def words_of(text: str) -> list[str]:
    return [word for word, _, _ in SLOW.cut(text)]


@pytest.fixture(scope="module")
def engines() -> tuple[Words, Words]:
    pytest.importorskip("rjieba")
    return Words(TERMS, fast=True), Words(TERMS, fast=False)


@given(MIXED)
def test_tokens_cover_the_text_without_gaps(text: str) -> None:
    end = 0
    for word, start, stop in SLOW.cut(text):
        assert start == end
        assert text[start:stop] == word
        end = stop
    assert end == len(text)


def test_terms_of_the_dictionaries_stay_whole() -> None:
    text = "办结行政复议案件12件，示例市城市管理局牵头"
    assert "行政复议案件" in words_of(text)
    assert "示例市城市管理局" in words_of(text)
    assert "行政复议案件" not in [word for word, _, _ in Words(fast=False).cut(text)]


def test_numbers_are_never_glued_to_words() -> None:
    assert words_of("同比增长5.3%，PM2.5下降") == [
        *("同比", "增长", "5.3", "%", "，", "PM2.5", "下降")
    ]


def test_characters_beyond_the_plain_ones_stand_alone() -> None:
    assert words_of("①𠮷㎡") == ["①", "𠮷", "㎡"]


def test_empty_text_has_no_words() -> None:
    assert SLOW.cut("") == []


@given(MIXED)
def test_both_engines_cut_alike(engines: tuple[Words, Words], text: str) -> None:
    fast, slow = engines
    assert fast.cut(text) == slow.cut(text)


def test_both_engines_cut_the_sample_reports_alike() -> None:
    pytest.importorskip("rjieba")
    lexicon = load()
    fast, slow = tokenizer(lexicon, fast=True), tokenizer(lexicon, fast=False)
    reports = sorted(CORPUS.rglob("*.txt"))
    assert reports, "there are no sample reports to compare on"
    for path in reports:
        text = path.read_bytes().decode("utf-8", "replace")
        assert fast.cut(text) == slow.cut(text), path.name


def test_a_tokenizer_is_made_once_for_a_lexicon() -> None:
    lexicon = load()
    assert tokenizer(lexicon) is tokenizer(lexicon)
    assert terms(lexicon) >= {row.name for row in lexicon.organisations[:3]}


def test_jieba_says_nothing_and_the_process_wide_one_is_untouched(run: Run) -> None:
    code = (
        "from baobiao.words import Words; Words(['行政复议案件'], fast=False).cut('行政复议案件');"
        "import jieba; assert not jieba.dt.initialized; assert '行政复议案件' not in jieba.dt.FREQ"
    )
    done = run("-c", code)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
