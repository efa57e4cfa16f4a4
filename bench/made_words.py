"""Made-up copy: words with what rules mend, and letters that are easily miscounted."""

from __future__ import annotations

import random

WORDS = (
    *("The the harbour board met", "It lies 80 kilometers (130 miles) off", "On Thursday, March 10, 2026"),
    *("Ana", "“We are glad,” said Ms. Berg.", 'he said "no" -- twice', "Café 😀 e\u0301tonnant"),
    *("5 percent", "it's ‘so’"),
)


def words(chance: random.Random) -> str:
    """Return some copy."""
    return chance.choice(WORDS)
