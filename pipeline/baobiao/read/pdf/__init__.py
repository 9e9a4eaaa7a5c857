"""PDF files: text where there is one, else what is recognised."""
