"""baobiao in spaCy: spans with attributes, over processes, and through DocBin."""

from __future__ import annotations

import pytest

spacy = pytest.importorskip("spacy")

from spacy.tokens import DocBin  # noqa: E402

from baobiao import lens  # noqa: E402

TEXT = "一、主要工作情况\n2024年，梅州市公安局破案12宗，同比下降5.3%。"


@pytest.fixture(scope="module")
def nlp() -> object:
    pipeline = lens.blank()
    pipeline.add_pipe("baobiao")
    return pipeline


def test_spans_carry_their_facts(nlp: object) -> None:
    doc = nlp(TEXT)  # type: ignore[operator]
    assert doc.text == TEXT
    indicators = doc.spans["indicators"]
    assert [span.text for span in indicators] == ["12宗", "5.3%"]
    found = lens.attributes(indicators[1])
    assert (found["value"], found["unit"], found["kind"]) == ("-5.3", "%", "change")
    assert TEXT[found["start"] : found["end"]] == found["text"]
    assert [span.text for span in doc.spans["dates"]] == ["2024年"]
    assert any("公安局" in span.text for span in doc.spans["organisations"])
    assert doc.spans["headings"][0].text.startswith("一、")


def test_several_processes_give_the_same(nlp: object) -> None:
    texts = [TEXT, TEXT.replace("12宗", "15宗"), "没有数字的一句话。"]
    one = [[s.text for s in doc.spans["indicators"]] for doc in nlp.pipe(texts)]  # type: ignore[attr-defined]
    two = [
        [s.text for s in doc.spans["indicators"]]
        for doc in nlp.pipe(texts, n_process=2, batch_size=1)  # type: ignore[attr-defined]
    ]
    assert one == two == [["12宗", "5.3%"], ["15宗", "5.3%"], []]


def test_docbin_keeps_the_attributes(nlp: object) -> None:
    stored = DocBin(store_user_data=True, docs=[nlp(TEXT)]).to_bytes()  # type: ignore[operator]
    (doc,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)  # type: ignore[attr-defined]
    assert lens.attributes(doc.spans["indicators"][0])["name"] == "破案"


def test_the_component_is_found_by_name() -> None:
    plain = spacy.blank("zh")
    plain.add_pipe("baobiao")
    doc = plain(TEXT)
    assert lens.attributes(doc.spans["indicators"][0])["value"] == "12"
