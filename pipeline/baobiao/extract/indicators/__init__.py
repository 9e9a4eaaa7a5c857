"""Indicators: the numbers of a report with what they measure, when, and which way they went.

``grammar`` finds quantities, ``judging`` says which are none, ``naming`` puts their names together, ``periods`` says
which time they are about, ``rows`` makes the rows.
"""

from __future__ import annotations

from baobiao.extract.indicators.quantities import Rejected
from baobiao.extract.indicators.rows import extract, reason, rejected

__all__ = ["Rejected", "extract", "reason", "rejected"]
