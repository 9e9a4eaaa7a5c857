"""Cells of any format as tables with paths of headings; tables that lines of plain text draw."""
