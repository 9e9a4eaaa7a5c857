"""Indicators from the cells of tables: every figure with the headings that it stands under.

``paths`` divides the headings of a figure into those above and those beside it, ``headings`` takes each
apart, ``names`` puts a name together, ``context`` adds unit, time and status, ``figures`` reads the cell,
``statutory`` knows the forms of the yearly report on open government information, ``rows`` makes the rows.
"""

from __future__ import annotations

from baobiao.extract.indicators.cells.rows import extract

__all__ = ["extract"]
