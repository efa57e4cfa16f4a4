"""The size of a regular expression once its counted repeats are written out, as compiling does."""

from __future__ import annotations

import re

from newslint.plugin import lazy_pattern

TOKEN = lazy_pattern(
    r"""
      \\. | \[\^?\]?(?:\\.|[^\]\\])*+\]
    | (?P<open>\() | (?P<close>\))
    | \{(?P<least>\d*)(?:,(?P<most>\d*))?\}
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
# A count of more digits is beyond any bound.
DIGITS = 9


def size(pattern: str) -> int:
    """Count the letters and sets of *pattern*, each as often as the counted repeats round it say."""
    groups = [0]
    last = 0
    for match in TOKEN.finditer(pattern):
        if match["open"]:
            groups.append(0)
            last = 0
            continue
        if match["least"] is not None:
            repeated = last * max(_count(match["least"]), _count(match["most"]), 1)
            added, last = repeated - last, repeated
        else:
            added = last = groups.pop() if match["close"] and len(groups) > 1 else 1
        groups[-1] += added
    return sum(groups)


def _count(digits: str | None) -> int:
    return int(digits[:DIGITS]) if digits else 0
