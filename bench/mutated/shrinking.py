"""Shrinking: the smallest story that still shows a fault, by leaving out lines, then words, then letters."""

from __future__ import annotations

import re
from collections.abc import Callable

STEPS = (r"[^\n]*\n|[^\n]+", r"\S+\s*|\s+", r"(?s).")
PATIENCE = 600


def smallest(story: str, shows: Callable[[str], bool]) -> str:
    """Return a story from which nothing can be left out, or the smallest found with some patience."""
    asked = 0
    for pattern in STEPS:
        parts = re.findall(pattern, story)
        size = max(1, len(parts) // 2)
        while size and asked < PATIENCE:
            start = 0
            while start < len(parts) and asked < PATIENCE:
                fewer = parts[:start] + parts[start + size :]
                asked += 1
                if shows("".join(fewer)):
                    parts = fewer
                else:
                    start += size
            size //= 2
        story = "".join(parts)
    return story
