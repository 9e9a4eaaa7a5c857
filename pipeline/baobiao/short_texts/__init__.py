"""Short texts that are told from a day: a sentence, a heading, an expression alone.

A report is told from its year, and its 分 are scores: what ``extract`` may not read there is read here. No
step of a report uses this room; it serves short texts whose day is known, and the comparison with
other programs (``tests/peers.py``).
"""
