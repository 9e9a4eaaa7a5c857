"""The words of a Word paragraph as a reader of the document sees them, all changes accepted.

Deleted and moved text, the codes of fields, hidden text and comments are no words of it. What is
anchored in a paragraph (text boxes, notes) is handed over beside its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from baobiao.read.list_numbers import shown
from baobiao.read.small_figures import small
from baobiao.read.word.package import W, is_on, said, value_of
from baobiao.read.zip_package import Element

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TEXT_BOX, WORD_ART = f"{W}txbxContent", "{urn:schemas-microsoft-com:vml}textpath"
_RUN, _PROPERTIES, _TEXT, _MATH_TEXT = f"{W}r", f"{W}rPr", f"{W}t", f"{MATH}t"
_FIELD, _CODE, _SYMBOL = f"{W}fldChar", f"{W}instrText", f"{W}sym"
_CONTROL, _ALTERNATIVE, _DENOMINATOR = f"{W}sdt", f"{MC}AlternateContent", f"{MATH}den"

_UNREAD = frozenset(
    f"{W}{name}"
    for name in (
        "pPr rPr del moveFrom delText delInstrText rt rubyPr sdtPr sdtEndPr sectPr annotationRef "
        "footnoteRef endnoteRef softHyphen lastRenderedPageBreak fldData"
    ).split()
)
_SAID = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffc\u00ad\uf020-\uf0ff]")
# Signs of the fonts Symbol and Wingdings that say something beside figures and names.
_SYMBOLS = {
    0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0x25: "%",
}  # fmt: skip
_TICKS = {0xFC: "√", 0xFE: "☑", 0x52: "☑", 0x54: "☒", 0xFD: "☒", 0xA8: "□", 0x6F: "□", 0x71: "□"}
_CIRCLED = re.compile(r"EQ\s*\\o\\ac\s*\(\s*[○◯]\s*[,;]\s*(\d{1,2})\s*\)", re.IGNORECASE)


@dataclass(slots=True)
class Field:
    """A field that is open: its code, and whether its result has begun."""

    code: str = ""
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a paragraph, the text boxes anchored in it, and its notes (kind, id)."""

    text: str
    boxes: tuple[Element, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Runs:
    """Reads the paragraphs of one story in order; a field may begin in one and end in another."""

    fields: list[Field] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _boxes: list[Element] = field(default_factory=list)
    _notes: list[tuple[str, str]] = field(default_factory=list)

    def words(self, paragraph: Element) -> Words:
        """The words of the next paragraph."""
        self._parts, self._boxes, self._notes = [], [], []
        self._inside(paragraph)
        # The code of a field does not go over a paragraph: one that does has lost its end.
        self.fields = [one for one in self.fields if one.shown]
        text = _UNSEEN.sub("", "".join(self._parts))
        return Words(text, tuple(self._boxes), tuple(self._notes))

    @property
    def in_contents(self) -> bool:
        """Whether the result of a table of contents goes on."""
        return any(one.shown and one.code.split()[:1] == ["TOC"] for one in self.fields)

    def _inside(self, element: Element) -> None:
        for child in element:
            tag = child.tag
            if tag == _RUN:
                self._run(child)
            elif tag == _TEXT:
                self._say((child.text or "").replace("\n", " "))
            elif tag not in _UNREAD:
                self._read(child, tag)

    def _run(self, run: Element) -> None:
        properties = run.find(_PROPERTIES)
        if properties is None:
            self._inside(run)
        elif not is_on(properties, "vanish"):
            begin = len(self._parts)
            self._inside(run)
            place = value_of(properties, "vertAlign")
            if place in ("superscript", "subscript"):
                raised = place == "superscript"
                self._parts[begin:] = [small(part, raised=raised) for part in self._parts[begin:]]

    def _read(self, element: Element, tag: str) -> None:
        if tag in _SAID:
            self._say(_SAID[tag])
        elif tag == _FIELD:
            self._field(said(element, "fldCharType"))
        elif tag == _CODE:
            if self.fields and not self.fields[-1].shown:
                self.fields[-1].code += element.text or ""
        elif tag == _SYMBOL:
            self._say(_symbol(said(element, "font"), said(element, "char")))
        elif tag in _NOTES:
            self._notes.append((_NOTES[tag], said(element, "id")))
        elif tag in (TEXT_BOX, WORD_ART):
            self._boxes.append(element)
        elif tag == _ALTERNATIVE:
            self._inside(chosen(element))
        elif tag == _MATH_TEXT:
            self._say(element.text or "")
        elif tag == _DENOMINATOR:
            self._say("/")
            self._inside(element)
        elif tag != _CONTROL or not is_placeholder(element):
            self._inside(element)

    def _say(self, text: str) -> None:
        if all(one.shown for one in self.fields):
            self._parts.append(text)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].shown = True
        elif kind == "end" and self.fields:
            ended = self.fields.pop()
            circled = _CIRCLED.search(ended.code) if not ended.shown else None
            if circled:
                self._say(shown(int(circled[1]), "decimalEnclosedCircle"))


def chosen(alternative: Element) -> Element:
    """The branch of ``mc:AlternateContent`` that is read: the first, unless only another has text."""
    branches = list(alternative)
    with_text = (one for one in branches if next(one.iter(_TEXT), None) is not None)
    return next(with_text, branches[0] if branches else alternative)


def is_placeholder(control: Element) -> bool:
    """Whether a content control still shows what asks for its content (单击此处输入文字)."""
    return is_on(control.find(f"{W}sdtPr"), "showingPlcHdr")


def is_gone(paragraph: Element) -> bool:
    """Whether the end of a paragraph is deleted, so that the next goes on in it."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(
        mark.find(f"{W}{name}") is not None for name in ("del", "moveFrom")
    )


def _symbol(font: str, code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= number <= 0xF0FF:
        return (_SYMBOLS if font == "Symbol" else _TICKS).get(number - 0xF000, "")
    return chr(number) if 0x20 <= number < 0xD800 else ""
