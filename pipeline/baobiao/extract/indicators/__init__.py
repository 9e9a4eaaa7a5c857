"""Indicators: the numbers of a report with what they measure, when, and which way they went.

``grammar`` finds quantities, ``judging`` says which are none, ``naming`` puts their names together, ``periods`` says
which time they are about, ``rows`` makes the rows; ``cells`` does all this for the figures of tables.
"""

from __future__ import annotations

from baobiao.extract.indicators import cells, rows
from baobiao.extract.indicators.quantities import Rejected
from baobiao.extract.indicators.rows import reason, rejected
from baobiao.lexicon import Lexicon
from baobiao.model import Draft, Indicator

__all__ = ["Rejected", "extract", "reason", "rejected"]


def extract(draft: Draft, lexicon: Lexicon) -> tuple[Indicator, ...]:
    """The indicators of a report in the order of the text: those of its sentences and of its tables' cells."""
    found = (*rows.extract(draft, lexicon), *cells.extract(draft, lexicon))
    return tuple(sorted(found, key=lambda row: (row.start, row.end)))
