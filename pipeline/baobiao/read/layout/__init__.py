"""Pages that know only where words and lines stand (PDF, OFD, scans): lines, paragraphs, ruled tables."""
