"""How fast: each format read beside its bare library, and what is found beside jieba's words.

    python tests/speed.py          on corpus/
    python tests/speed.py FOLDER   the steps on the reports of a folder, too

Two things are timed in turn, several times, and the ratio of their best times is printed: machines differ and are
noisy, ratios less so. It is a benchmark and no test: it never fails.
"""

from __future__ import annotations

import io
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import process_time

from baobiao import process, read
from baobiao.check import findings
from baobiao.lexicon import load
from baobiao.model import Report
from baobiao.words import Words
from test_formats_agree import CORPUS, as_page, automatic, for_print, typed
from test_read_ofd import typeset
from typesetting import typeset_pdf
from word_files import OFFICE, by_office

ROUNDS = 7
Work = Callable[[], object]


def beside(work: Work, bare: Work) -> tuple[float, float]:
    """The best CPU seconds of the two, done in turn."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for one, spent in zip((work, bare), times, strict=True):
            begun = process_time()
            one()
            spent.append(process_time() - begun)
    return min(times[0]), min(times[1])


def told(what: str, against: str, size: int, seconds: tuple[float, float]) -> None:
    ours, bare = (max(each, 1e-6) for each in seconds)
    print(
        f"| {what} | {ours * 1000:.1f} ms | {size / ours / 1e6:.2f} M | {against} | {ours / bare:.1f} |"
    )


def formats(text: str, folder: Path) -> Iterator[tuple[str, Path, str, Work]]:
    """What is read, its file, the bare library's name and work."""
    import docx
    import pypdfium2
    from lxml import etree, html

    def written(name: str, data: bytes) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    def pages(path: Path) -> object:
        with pypdfium2.PdfDocument(path.read_bytes()) as printed:
            return [page.get_textpage().get_text_bounded() for page in printed]

    def parts(path: Path) -> object:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            return [
                etree.fromstring(archive.read(n)) for n in archive.namelist() if n[-3:] == "xml"
            ]

    plain = written("a.txt", text.encode())
    yield "txt", plain, "`bytes.decode`", lambda: plain.read_bytes().decode()
    for name, data in (("typed", typed(text)), ("automatic", automatic(text))):
        path = written(f"{name}.docx", data)
        paragraphs = lambda path=path: [p.text for p in docx.Document(str(path)).paragraphs]  # noqa: E731
        yield f"docx, numbers {name}", path, "python-docx", paragraphs
    page = written("a.html", as_page(text))
    yield "html", page, "lxml", lambda: html.fromstring(page.read_bytes()).text_content()
    printed = written("a.pdf", typeset_pdf(text))
    yield "pdf", printed, "pypdfium2", lambda: pages(printed)
    ofd = written("a.ofd", typeset(text))
    yield "ofd", ofd, "zipfile and lxml", lambda: parts(ofd)
    if OFFICE:
        import doc2docx

        by_office([written("old.docx", for_print(text))], "doc", folder)
        old, made = folder / "old.doc", str(folder / "made.docx")
        yield "doc", old, "doc2docx", lambda: doc2docx.convert(str(old), made)


def steps(reports: Iterable[Report]) -> None:
    """The facts of reports and the draft rules, beside jieba's words of the same text."""
    reports, lexicon = list(reports), load()
    size = sum(len(report.text) for report in reports)
    drafts = [process.extract(report, lexicon) for report in reports]
    for fast, name in ((False, "jieba"), (True, "rjieba")):
        words = Words(fast=fast)
        words.cut("词典")
        cut = lambda words=words: [words.cut(report.text) for report in reports]  # noqa: E731
        facts = beside(lambda: [process.extract(each, lexicon) for each in reports], cut)
        told("facts", f"words of {name}", size, facts)
        told(
            "draft rules",
            f"words of {name}",
            size,
            beside(lambda: [findings(draft, lexicon) for draft in drafts], cut),
        )


def read_all(folder: Path) -> Iterator[Report]:
    for source in read.sources([folder]):
        if isinstance(source, read.Source) and source.format in ("txt", "csv", "jsonl"):
            yield from (each for each in read.read(source) if isinstance(each, Report))


def main() -> None:
    text = max((report.text for report in read_all(CORPUS)), key=len)
    print("| what | CPU time | characters/s | against | times as long |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for what, path, library, bare in formats(text, Path(folder)):
            source = read.Source(path, path.name)
            told(what, library, len(text), beside(lambda s=source: list(read.read(s)), bare))
    steps(read_all(CORPUS))
    for folder in sys.argv[1:]:
        print(f"\n{folder}:\n")
        steps(read_all(Path(folder)))


if __name__ == "__main__":
    main()
