"""Pictures of pages: what is written on them is recognised."""
