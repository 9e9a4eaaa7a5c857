"""Figures above and below the line (km², CO₂), which a text without looks keeps as characters of their
own: km2 would be another word, and 103 another number.
"""

from __future__ import annotations

import re

_RAISED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
_FEW = re.compile(r"\s*[\d+\-()n]{1,4}\s*", re.ASCII)


def small(text: str, *, raised: bool) -> str:
    """A raised or lowered text; words and long numbers stay as they are.

    >>> small("2", raised=True), small("2", raised=False), small("注", raised=True)
    ('²', '₂', '注')
    """
    if not _FEW.fullmatch(text):
        return text
    return text.translate(_RAISED if raised else _LOWERED)
