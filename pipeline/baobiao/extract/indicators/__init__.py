"""Indicators: the numbers of a report with what they measure, when, and which way they went."""

from __future__ import annotations

from baobiao.extract.indicators.rows import extract, reason

__all__ = ["extract", "reason"]
