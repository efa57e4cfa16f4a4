"""A trie of words as one regular expression, for patterns that hold many words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter


def trie_pattern(words: Iterable[str]) -> str:
    """Return a regular expression that matches the longest of *words* at a position.

    >>> trie_pattern(["may", "march", "mar"])
    'ma(?:r(?:ch)?|y)'
    """
    distinct = sorted(set(words))
    return _expression(distinct, 0) if distinct else ""


def bounded(pattern: str) -> str:
    """Confine *pattern* to whole words; an edge that is punctuation needs no boundary."""
    return rf"(?<!\w)(?=\S)(?:{pattern})(?!\w)"


def _expression(words: Sequence[str], start: int) -> str:
    """Return an expression for what follows the letters before *start*, which the sorted *words* share."""
    first, last = words[0], words[-1]
    end = len(first) if len(words) == 1 else start
    # What the first and the last share, all of them do.
    while end < len(first) and first[end] == last[end]:
        end += 1
    stem = first[start:end]
    if not stem.isalnum():
        stem = re.escape(stem)
    longer = words if end < len(first) else words[1:]
    if not longer:
        return stem
    branches = [_expression([*group], end) for _, group in groupby(longer, itemgetter(end))]
    return f"{stem}(?:{'|'.join(branches)})" + ("" if longer is words else "?")
