"""Reads images of pages (``.png .jpg .jpeg .tif .tiff .bmp``) by recognition. Needs ``baobiao[ocr]``.

A TIFF may hold several pages. Tables come from their ruled lines; cells of a table without them are
lines in reading order.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from baobiao.model import Report
from baobiao.read.building import build, document_id
from baobiao.read.layout.marks import Page
from baobiao.read.layout.pages import laid_out
from baobiao.read.scans import recognition
from baobiao.read.source import ReadError, Source, file_bytes

_MOST_PAGES = 500
_MOST_PIXELS = 200_000_000
_MOST_DOTS = 25_000_000
_LOWEST, _HIGHEST = 100, 1200  # dots to the inch that a scanner may say; a camera says others
_PAPER = 595.0  # points, the short side of A4


def read(source: Source) -> Iterator[Report]:
    """The one report of an image.

    Raises ``ReadError`` where the file is missing, no image, cut off, too large, or holds no words;
    and where recognition is not installed.
    """
    data = file_bytes(source)
    if not data:
        raise ReadError("文件是空的，没有可以读取的文字")
    if not recognition.is_installed():
        raise ReadError(f"图像文件要经识别才能读取。{recognition.HOW}")
    text, blocks, tables = laid_out(_pages(data))
    if not text:
        raise ReadError("图像里没有认出文字，可能是空白页或太模糊")
    yield build(
        text,
        source=source.name,
        format=source.format,
        document_id=document_id(data),
        metadata=source.metadata,
        given=blocks,
        tables=tables,
        warnings=("文字由图像识别得出，请核对原件",),
    )


def _pages(data: bytes) -> Iterator[Page]:
    import numpy
    from PIL import Image, ImageOps, ImageSequence

    try:
        with Image.open(io.BytesIO(data)) as opened:
            if getattr(opened, "n_frames", 1) > _MOST_PAGES:
                raise ReadError(f"图像文件超过 {_MOST_PAGES} 页，请分成几个文件再识别")
            for frame in ImageSequence.Iterator(opened):
                if frame.width * frame.height > _MOST_PIXELS:
                    raise ReadError(_too_large(frame.width * frame.height))
                width, height = _points(frame)
                picture = _on_white(ImageOps.exif_transpose(frame))
                if (picture.width > picture.height) != (width > height):
                    width, height = height, width
                if picture.width * picture.height > _MOST_DOTS:
                    picture.thumbnail((5000, 5000))
                pixels = numpy.asarray(picture)[:, :, ::-1]
                yield recognition.recognised(pixels, width, height)
    except Image.DecompressionBombError as problem:
        raise ReadError(_too_large(0)) from problem
    except (OSError, ValueError, SyntaxError) as problem:
        raise ReadError("图像文件不完整、已损坏或不是图像，请重新扫描或索取原件") from problem


def _on_white(picture: Any) -> Any:
    """The picture in colours, with paper where it is transparent."""
    from PIL import Image

    if not picture.has_transparency_data:
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(paper, seen).convert("RGB")


def _too_large(pixels: int) -> str:
    size = f"有 {pixels // 1_000_000} 百万像素，" if pixels else ""
    return f"图像{size}过大，请降低分辨率后重新扫描"


def _points(frame: Any) -> tuple[float, float]:
    """The width and height of the page: by the scanner's resolution, else as of a sheet of A4."""
    dots = float(frame.info.get("dpi", (0, 0))[0])
    if _LOWEST <= dots <= _HIGHEST:
        return frame.width * 72 / dots, frame.height * 72 / dots
    scale = _PAPER / min(frame.width, frame.height)
    return frame.width * scale, frame.height * scale
