"""Puts comments into a Word document (ECMA-376 part 1, 17.13.4): the body and the comments are written anew, every
other part stays as it is, byte for byte.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

AUTHOR, INITIALS = "报表", "报"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_USUAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# What a paragraph may hold that is no text of the body: deleted words, boxes with paragraphs of their own.
_APART = ("del", "moveFrom", "txbxContent", "Fallback", "sdtPr", "pPr", "rPr")


@dataclass(frozen=True, slots=True, eq=False)
class WordParagraph:
    """A paragraph with its words; ``runs`` has for each character the run and the element that it stands in."""

    element: Any
    text: str
    runs: tuple[tuple[Any, Any, int], ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place between two characters of a paragraph."""

    paragraph: WordParagraph
    offset: int


class Commented:
    """A Word document that takes comments. Raises ``ValueError`` for bytes that are none or are damaged."""

    def __init__(self, data: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                self._parts = [(info, package.read(info)) for info in package.infolist()]
        except zipfile.BadZipFile as error:
            raise ValueError("不是 Word 文档") from error
        self._names = [info.filename for info, _ in self._parts]
        self._main = self._main_part()
        self._root = _parsed(self._bytes(self._main))
        self._w = "{" + etree.QName(self._root).namespace + "}"
        self._comments_part, self._comments = self._kept_comments()
        ids = [int(each.get(f"{self._w}id", "0")) for each in self._comments]
        self._next = max(ids, default=-1) + 1
        self._starts: dict[Spot, list[Any]] = {}
        self._ends: dict[Spot, list[Any]] = {}

    def paragraphs(self) -> list[WordParagraph]:
        """The paragraphs of the body in order, empty ones and those in cells too, without those in text boxes."""
        found: list[WordParagraph] = []
        self._collect(self._root.find(f"{self._w}body"), found)
        return found

    def comment(self, start: Spot, end: Spot, lines: Sequence[str]) -> None:
        """Adds a comment from one place to another; a line is a paragraph of it."""
        number = str(self._next)
        self._next += 1
        self._comments.append(self._comment(number, lines))
        said = {f"{self._w}id": number}
        reference = etree.Element(f"{self._w}r")
        etree.SubElement(reference, f"{self._w}commentReference", said)
        self._ends.setdefault(end, []).extend(
            [etree.Element(f"{self._w}commentRangeEnd", said), reference]
        )
        first = etree.Element(f"{self._w}commentRangeStart", said)
        self._starts.setdefault(start, []).append(first)

    def data(self) -> bytes:
        """The document as a file. It takes no more comments then."""
        # From the end of each paragraph, so that splitting a run does not move the places before it.
        spots = {*self._starts, *self._ends}
        for spot in sorted(spots, key=lambda spot: spot.offset, reverse=True):
            self._insert(spot, [*self._ends.get(spot, ()), *self._starts.get(spot, ())])
        written = {
            self._main: _written(self._root),
            self._comments_part: _written(self._comments),
        }
        if self._comments_part not in self._names:
            written[_TYPES] = self._types()
            written[_relations_of(self._main)] = self._relations()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for info, data in self._parts:
                package.writestr(info, written.pop(info.filename, data))
            for name, data in written.items():
                package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def _insert(self, spot: Spot, new: list[Any]) -> None:
        """Puts elements between two characters of a paragraph, splitting the run that holds both."""
        paragraph = spot.paragraph
        if not paragraph.runs:
            for element in new:
                paragraph.element.append(element)
            return
        if spot.offset >= len(paragraph.runs):
            self._behind(paragraph.runs[-1][0], new)
            return
        run, element, place = paragraph.runs[spot.offset]
        if place == 0 and _is_first(run, element, self._w):
            at = run.getparent().index(run)
        else:
            self._split(run, element, place)
            at = run.getparent().index(run) + 1
        for shift, each in enumerate(new):
            run.getparent().insert(at + shift, each)

    def _behind(self, run: Any, new: list[Any]) -> None:
        at = run.getparent().index(run) + 1
        for shift, each in enumerate(new):
            run.getparent().insert(at + shift, each)

    def _split(self, run: Any, element: Any, place: int) -> None:
        """Moves what stands behind a character of a run into a run of its own, of the same look."""
        behind = etree.Element(run.tag, run.attrib)
        properties = run.find(f"{self._w}rPr")
        if properties is not None:
            behind.append(deepcopy(properties))
        at = run.index(element)
        if place:
            rest = deepcopy(element)
            rest.tail = None
            element.text, rest.text = element.text[:place], element.text[place:]
            for each in (element, rest):
                each.set(_XML_SPACE, "preserve")
            behind.append(rest)
            at += 1
        for moved in list(run)[at:]:
            behind.append(moved)
        run.addnext(behind)

    def _collect(self, element: Any, found: list[WordParagraph]) -> None:
        for child in element:
            name = etree.QName(child).localname if isinstance(child.tag, str) else ""
            if name == "p" and child.tag.startswith(self._w):
                runs = tuple(self._characters(child))
                text = "".join(
                    each.text[at] if each.text and each.tag == f"{self._w}t" else "\t"
                    for _, each, at in runs
                )
                found.append(WordParagraph(child, text, runs))
            elif name and name not in _APART:
                self._collect(child, found)

    def _characters(self, element: Any) -> Any:
        for child in element:
            name = etree.QName(child).localname if isinstance(child.tag, str) else ""
            if name == "r" and child.tag.startswith(self._w):
                for piece in child:
                    if piece.tag == f"{self._w}t":
                        yield from ((child, piece, at) for at in range(len(piece.text or "")))
                    elif piece.tag in (f"{self._w}tab", f"{self._w}br", f"{self._w}cr"):
                        yield (child, piece, 0)
            elif name and name not in _APART:
                yield from self._characters(child)

    def _comment(self, number: str, lines: Sequence[str]) -> Any:
        w = self._w
        said = {f"{w}id": number, f"{w}author": AUTHOR, f"{w}initials": INITIALS}
        comment = etree.Element(f"{w}comment", said)
        for line in lines:
            run = etree.SubElement(etree.SubElement(comment, f"{w}p"), f"{w}r")
            text = etree.SubElement(run, f"{w}t")
            text.set(_XML_SPACE, "preserve")
            text.text = "".join(c for c in line if c >= " " or c == "\t")
        return comment

    def _main_part(self) -> str:
        relations = _parsed(self._bytes("_rels/.rels"))
        for each in relations:
            if each.get("Type", "").endswith("/officeDocument"):
                return str(each.get("Target")).lstrip("/")
        raise ValueError("不是 Word 文档：没有正文")

    def _kept_comments(self) -> tuple[str, Any]:
        """The document's own comments, or a new part for them."""
        folder = posixpath.dirname(self._main)
        if (name := _relations_of(self._main)) in self._names:
            for each in _parsed(self._bytes(name)):
                if each.get("Type", "").endswith("/comments"):
                    target = str(each.get("Target"))
                    place = target.lstrip("/") if target[:1] == "/" else f"{folder}/{target}"
                    part = posixpath.normpath(place)
                    if part in self._names:
                        return part, _parsed(self._bytes(part))
        root = etree.Element(f"{self._w}comments", nsmap={"w": self._w[1:-1]})
        return posixpath.join(folder, "comments.xml"), root

    def _types(self) -> bytes:
        root = _parsed(self._bytes(_TYPES))
        namespace = etree.QName(root).namespace
        said = {"PartName": f"/{self._comments_part}", "ContentType": _TYPE}
        etree.SubElement(root, f"{{{namespace}}}Override", said)
        return _written(root)

    def _relations(self) -> bytes:
        name = _relations_of(self._main)
        if name in self._names:
            root = _parsed(self._bytes(name))
        else:
            root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
        known = {each.get("Id") for each in root}
        key = next(f"rIdBaobiao{n}" for n in range(len(known) + 1) if f"rIdBaobiao{n}" not in known)
        kind = _STRICT if "purl.oclc.org" in self._w else _USUAL
        target = posixpath.basename(self._comments_part)
        said = {"Id": key, "Type": f"{kind}/comments", "Target": target}
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", said)
        return _written(root)

    def _bytes(self, name: str) -> bytes:
        for info, data in self._parts:
            if info.filename == name:
                return data
        raise ValueError(f"不是 Word 文档：缺少 {name}")


def _relations_of(part: str) -> str:
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _is_first(run: Any, element: Any, w: str) -> bool:
    """Whether nothing of the run's content stands before an element of it."""
    return next((each for each in run if each.tag != f"{w}rPr"), None) is element


def _parsed(data: bytes) -> Any:
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise ValueError("Word 文档有损坏") from error


def _written(root: Any) -> bytes:
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
