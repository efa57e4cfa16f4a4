"""A trie of words as one regular expression, for patterns that hold many words."""

from __future__ import annotations

import re
from collections.abc import Iterable

Node = dict[str, "Node"]
END = ""


def trie_pattern(words: Iterable[str]) -> str:
    """Return a regular expression that matches the longest of *words* at a position.

    >>> trie_pattern(["may", "march", "mar"])
    'ma(?:r(?:ch)?|y)'
    """
    root: Node = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[END] = {}
    return _expression(root)


def bounded(pattern: str) -> str:
    """Confine *pattern* to whole words; an edge that is punctuation needs no boundary."""
    return rf"(?<!\w)(?=\S)(?:{pattern})(?!\w)"


def _expression(node: Node) -> str:
    stem = ""
    # Most letters of a word have one that follows.
    while len(node) == 1 and END not in node:
        ((letter, node),) = node.items()
        stem += _escaped(letter)
    branches = [
        _escaped(letter) + _expression(rest) for letter, rest in sorted(node.items()) if letter != END
    ]
    if not branches:
        return stem
    return f"{stem}(?:{'|'.join(branches)})" + ("?" if END in node else "")


def _escaped(letter: str) -> str:
    return letter if letter.isalnum() else re.escape(letter)
