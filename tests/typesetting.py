"""How office software sets a page (GB/T 9704): 三号 letters, 28 a line, 22 lines a page; and PDF files
set so, written here byte by byte. Millimetres for a page as it is set, points in a PDF file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

SIZE, PITCH, LEFT, RIGHT, TOP, LINES = 5.64, 9.9, 28.0, 186.0, 40.0, 22
POINTS = 72 / 25.4
A4 = (595.0, 842.0)


def width(text: str) -> float:
    return sum(SIZE if unicodedata.east_asian_width(c) in "WFA" else SIZE / 2 for c in text)


def wrapped(paragraph: str) -> list[str]:
    """The lines of a paragraph: numbers are not divided, punctuation never begins a line."""
    found: list[str] = []
    line = "　　"
    for word in re.findall(r"[\w.%+\-]+(?=[^\x00-\x7f]|$)|.", paragraph, re.ASCII | re.DOTALL):
        room = RIGHT - LEFT + (SIZE if word in "，。；：、）”》" else 0)
        if width(line + word) > room + 0.1:
            found.append(line)
            line = ""
        line += word
    return [*found, line]


def set_pages(text: str) -> Iterator[list[tuple[str, float, float]]]:
    """The pages of a text: pieces of one kind of letters with the place where each begins, the last
    of a page its number.
    """
    rows = [row for paragraph in text.split("\n") if paragraph for row in wrapped(paragraph)]
    for number, first in enumerate(range(0, len(rows), LINES), 1):
        page: list[tuple[str, float, float]] = []
        for place, row in enumerate(rows[first : first + LINES]):
            x, y = LEFT, TOP + place * PITCH
            for piece in re.findall(r"[\x00-\x7f]+|[^\x00-\x7f]+", row):
                bare = piece.lstrip("　")
                if bare:
                    page.append((bare, x + width(piece) - width(bare), y))
                x += width(piece)
        foot = f"— {number} —"
        page.append((foot, 105 - width(foot) / 2, 282))
        yield page


def shown(text: str, x: float, y: float, size: float = 16, turn: str = "1 0 0 1") -> str:
    """Text on a PDF page, ``y`` points from the top."""
    letters = text.encode("utf-16-be").hex()
    return f"BT /F1 {size} Tf {turn} {x:.2f} {A4[1] - y:.2f} Tm <{letters}> Tj ET\n"


def ruled(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{x0} {A4[1] - y0} m {x1} {A4[1] - y1} l S\n"


def ruled_table(
    rows: Sequence[Sequence[str]], top: float, columns: Sequence[float], height: float = 24
) -> str:
    """A table with a line around every cell; "<" goes on with the cell on the left."""
    drawn = [ruled(columns[0], top, columns[-1], top)]
    for down, row in enumerate(rows):
        above, below = top + height * down, top + height * (down + 1)
        drawn.append(ruled(columns[0], below, columns[-1], below))
        for cell, x in zip([*row, ""], columns, strict=True):
            if cell != "<":
                drawn.append(ruled(x, above, x, below))
        drawn += [
            shown(cell, x + 3, below - 8, 10)
            for cell, x in zip(row, columns, strict=False)
            if cell not in ("", "<")
        ]
    return "".join(drawn)


def pdf(pages: Iterable[str], more: str = "", trailer: str = "", to_unicode: str = "") -> bytes:
    """A PDF file of what is drawn on each page. ``more`` goes into every page's dictionary."""
    pages = list(pages)
    names = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(pages)))
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{names}] /Count {len(pages)} >>",
        3: "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        f"/DescendantFonts [4 0 R] {to_unicode} >>",
        4: "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> "
        "/FontDescriptor 5 0 R >>",
        5: "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] "
        "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    }
    for number, drawn in enumerate(pages):
        objects[10 + 2 * number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {A4[0]} {A4[1]}] {more} "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {11 + 2 * number} 0 R >>"
        )
        objects[11 + 2 * number] = f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream"
    data = b"%PDF-1.7\n"
    places: dict[int, int] = {}
    for number, content in sorted(objects.items()):
        places[number] = len(data)
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{number} 1\n{place:010d} 00000 n \n" for number, place in places.items())
    size = max(objects) + 1
    end = (
        f"xref\n0 1\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>"
    )
    return data + f"{end}\nstartxref\n{len(data)}\n%%EOF\n".encode("latin-1")


def typeset_pdf(text: str) -> bytes:
    """The paragraphs of a text as a PDF file with page numbers."""
    size = SIZE * POINTS
    return pdf(
        "".join(shown(piece, x * POINTS, y * POINTS, size) for piece, x, y in page)
        for page in set_pages(text)
    )
