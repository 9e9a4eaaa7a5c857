"""From the figures of a table to rows: which cells count, their names, values and times."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from baobiao.characters import fold
from baobiao.extract.indicators.canonical import canon
from baobiao.extract.indicators.cells.context import Context
from baobiao.extract.indicators.cells.figures import Figure, Measure, figure, units
from baobiao.extract.indicators.cells.headings import Heading, heading
from baobiao.extract.indicators.cells.names import Composed, compose, is_whole, leaf
from baobiao.extract.indicators.cells.paths import Placed, placed
from baobiao.extract.indicators.cells.statutory import Disclosure
from baobiao.extract.indicators.names import Cover
from baobiao.extract.indicators.periods import Periods
from baobiao.lexicon import Lexicon
from baobiao.model import Draft, Indicator, Table

# Columns and rows whose figures count nothing.
_NO_MEASURE = re.compile(
    r"(?:序号|行次|栏次|页[码次]|编[码号]|代码|号码|标识码|备案号|电话|手机|传真|邮编|[账帐]号|[文证学]号|日期|时间|年月|年份|年度|届次"
    r"|联系方式|网址|邮箱|备注|说明|地址|排名|位次|名次)(?:\(.*\))?$|^(?:类|款|项|目|甲|乙|丙)$"
)
# What the column is headed that says whose figures a row holds.
_WHOSE = re.compile(
    r"(?:各)?(?:地区|区域|县区|区县|市县|县\(?市?[、,]?区\)?|市州|城市|省份|省\(?区、市\)?|街道|乡镇|镇街|单位|部门|机构|国家)(?:名称)?"
)
_YEARLIKE = re.compile(r"(?:19|20)\d\d")
_ACCOUNTS = re.compile(r"科目|功能分类|经济分类|预算|决算")


def extract(draft: Draft, lexicon: Lexicon) -> tuple[Indicator, ...]:
    """The indicators of a report's tables, in the order of the tables and their cells.

    Blank cells, ``/`` and ``—`` give none, 0 gives one. ``rule`` says what the figure is in its
    table: ``cell.value``, ``cell.total``, ``cell.part``. ``table_cell`` counts from one.

    >>> from baobiao.lexicon import load
    >>> from baobiao.model import Cell, Report
    >>> text = "面积（公顷）\\n茶园\\t12"
    >>> head = Cell(0, 1, 0, 6, "面积（公顷）", (), "header")
    >>> table = Table(0, 12, (head, Cell(1, 1, 10, 12, "12", ("面积（公顷）", "茶园"))))
    >>> draft = Draft(Report("0", "例", "txt", text, (), (table,)), text)
    >>> [(row.name, str(row.value), row.unit, row.table_cell) for row in extract(draft, load())]
    [('茶园面积', '12', '公顷', '表1 R2C2')]
    """
    if not draft.report.tables:
        return ()
    periods = Periods(draft)
    residue = Cover((b.start, b.end) for b in draft.report.blocks if b.kind == "furniture")
    return tuple(
        row
        for number, table in enumerate(draft.report.tables, 1)
        if not residue.overlaps(table.start, table.end)
        for row in _Cells(draft, lexicon, periods, number, table).indicators()
    )


class _Cells:
    """The figures of one table."""

    def __init__(
        self, draft: Draft, lexicon: Lexicon, periods: Periods, number: int, table: Table
    ) -> None:
        self.draft = draft
        self.lexicon = lexicon
        self.number = number
        self.table = table
        self.canon = canon(lexicon)
        self.section = draft.section_at(table.start)
        issuer = draft.document.issuer
        self.caption = table.caption.replace(issuer, "") if issuer else table.caption
        self.places = placed(table)
        self.form = Disclosure(self.places, table.caption, about=self._about_disclosure())
        self.context = Context(
            table,
            units(lexicon).said(table.unit) if table.unit else (),
            periods.settings.at(table.start),
            Measure("件", kind="classifier") if self.form.counts_items else None,
        )
        heads = [cell.text for cell in table.cells if cell.kind == "header"]
        self.accounts = any(map(_ACCOUNTS.search, (table.caption, *heads)))
        units_beside = any(text.startswith("单位：") for p in self.places for text in p.beside)
        self.whose = not units_beside and any(_WHOSE.fullmatch(fold(text)) for text in heads)
        self._read: dict[tuple[str, bool], Heading] = {}
        self._parents: dict[int, tuple[str, str]] = {}
        self._names: set[tuple[object, ...]] = set()

    def _about_disclosure(self) -> bool:
        document = self.draft.document
        titles = (s.title for s in self.draft.sections if s.section_id == self.section)
        around = (document.report_type, document.title, self.table.caption, *titles)
        return any("信息公开" in words for words in around)

    def indicators(self) -> Iterator[Indicator]:
        figures = self._figures()
        self.context = replace(self.context, shared=_shared(c for _, c, _ in figures.values()))
        many = len({h.said for _, column, _ in figures.values() for h in column[-1:]}) > 1
        nothing = self._columns_of_years(figures)
        nameless = _nameless(list(figures))
        amount: tuple[int, list[Heading]] = (-1, [])
        for place in self.places:
            row, column = self._row(place), self._column(place)
            changes = any(h.change for h in column)
            if not changes:
                amount = (place.cell.row, column)
            known = self.form.find(place) if place in figures else None
            if known:
                composed = Composed(known.name, known.wordings, "total" if known.total else "")
            elif place in figures:
                # A column 增速（%） is about the amount in the column before it.
                bare = changes and not any(h.words for h in column)
                beside = amount[1] if bare and amount[0] == place.cell.row else []
                shown = [*(h for h in beside if h.words), *column]
                composed = self._composed(place, row, shown, many=many)
            self._remember(place, row)
            if place not in figures or not composed.name:
                continue
            skipped = place.cell.row in nameless or place.cell.column in nothing
            if known or not (skipped or _counts_nothing(column) or _counts_nothing(row)):
                yield self._indicator(place, row, column, figures[place][2], composed)

    def _figures(self) -> dict[Placed, tuple[list[Heading], list[Heading], Figure]]:
        return {
            place: (self._row(place), self._column(place), found)
            for place in self.places
            if place.cell.kind == "value" and (found := figure(place.cell.text, self.lexicon))
        }

    def _row(self, place: Placed) -> list[Heading]:
        return [self._heading(text, beside=True) for text in place.beside]

    def _column(self, place: Placed) -> list[Heading]:
        return [self._heading(text, beside=False) for text in place.above]

    def _heading(self, text: str, *, beside: bool) -> Heading:
        key = (text, beside)
        if key not in self._read:
            self._read[key] = heading(
                text, units(self.lexicon), beside=beside, classes=self.accounts
            )
        return self._read[key]

    def _columns_of_years(
        self, figures: dict[Placed, tuple[list[Heading], list[Heading], Figure]]
    ) -> set[int]:
        """Columns of nothing but years: 成立 2008 2013."""
        if self.context.measures:
            return set()
        texts: dict[int, list[str]] = {}
        for place, (row, column, _) in figures.items():
            if not any(h.measures or h.counted for h in (*row, *column)):
                texts.setdefault(place.cell.column, []).append(fold(place.cell.text))
        return {
            column
            for column, cells in texts.items()
            if len(cells) > 1 and all(map(_YEARLIKE.fullmatch, cells))
        }

    def _remember(self, place: Placed, row: Sequence[Heading]) -> None:
        """Keeps for each column the last row that others can be parts of, and the last row that
        bears no number.
        """
        label = leaf(row)
        if label is None or not label.words:
            return
        whole, plain = self._parents.get(place.cell.column, ("", ""))
        whole = whole if label.role == "part" else label.words
        plain = plain if label.role == "part" or label.marked else label.words
        self._parents[place.cell.column] = (whole, plain)

    def _composed(
        self, place: Placed, row: list[Heading], column: list[Heading], *, many: bool
    ) -> Composed:
        """The name; with the row above where a row is a part of it, or was named before."""
        label = leaf(row)
        if label and column and label.words and label.words == self.draft.document.issuer:
            row, label = [], None
        composed = compose(row, column, caption=self.caption, many=many, whose=self.whose)
        if label is None:
            return composed
        key = (composed.name, tuple((h.period, h.years_back, h.change) for h in (*column, *row)))
        parent = ""
        whole, plain = self._parents.get(place.cell.column, ("", ""))
        if label.role == "part" and label.words and not is_whole(label.words):
            parent = whole
        elif label.marked and key in self._names:
            parent = plain
        self._names.add(key)
        if parent and parent != label.words:
            name = composed.name.replace(label.words, f"{parent}（{label.words}）", 1)
            name = re.sub(r"(?<=）)(?:收入|支出)$", "", name)  # the parent says which
            return Composed(name, (name,), composed.role)
        return composed

    def _indicator(
        self,
        place: Placed,
        row: Sequence[Heading],
        column: Sequence[Heading],
        found: Figure,
        composed: Composed,
    ) -> Indicator:
        cell = place.cell
        changed = next((h for h in (*reversed(column), *reversed(row)) if h.change), None)
        change = found.moves or changed is not None
        measure = found.measure or self.context.measure(row, column)
        factor = Decimal(1) if found.measure else measure.factor
        if changed and changed.change == "down" and found.value > 0 and not found.moves:
            factor = -factor
        year, first, last = self.context.period(row, column)
        canonical = (
            self.canon.find(name, measure.unit, change=change) for name in composed.wordings
        )
        return Indicator(
            section_id=self.section,
            start=cell.start,
            end=cell.end,
            text=self.draft.report.text[cell.start : cell.end],
            indicator=next(filter(None, canonical), ""),
            name=composed.name,
            value=found.value * factor,
            value_high=found.high * factor if found.high is not None else None,
            unit=measure.unit,
            kind="change" if change else "level",
            basis=changed.basis if changed else "year_on_year" if change else "",
            approximation=found.approximation,
            status=self.context.status(column, year),
            year=year,
            period_from=first,
            period_to=last,
            context=f"{' '.join((*place.beside, *place.above))}：{cell.text}",
            table_cell=f"表{self.number} R{cell.row + 1}C{cell.column + 1}",
            rule=f"cell.{composed.role or 'value'}",
        )


def _shared(columns: Iterable[Sequence[Heading]]) -> Measure | None:
    """The unit that all columns say but those of totals; None where they differ."""
    units = {
        next((h.measures for h in reversed(column) if h.measures), ())
        for column in columns
        if column and column[-1].role != "total"
    }
    (said, *others) = units or {()}
    return said[0] if len(said) == 1 and not others else None


def _nameless(places: Sequence[Placed]) -> set[int]:
    """Rows with several figures under no heading and beside the same: nobody could tell them apart."""
    bare = Counter((place.cell.row, place.beside) for place in places if not place.above)
    return {row for (row, _), count in bare.items() if count > 1}


def _counts_nothing(headings: Sequence[Heading]) -> bool:
    """Whether the nearest heading is 序号, 电话, 日期 or the like, and names no unit."""
    if not headings or headings[-1].measures:
        return False
    return bool(_NO_MEASURE.search(fold(headings[-1].said)))
