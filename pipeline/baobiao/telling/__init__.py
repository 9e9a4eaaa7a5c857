"""How findings are told: lines for a terminal, JSON, SARIF, a page with the marks in the text, Word comments."""

from __future__ import annotations

FORMATS = ("text", "json", "sarif", "html", "docx")
"""What ``baobiao check --format`` knows."""

FILES = frozenset({"html", "docx"})
"""Those that are one file a draft."""
