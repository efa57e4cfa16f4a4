"""Cues: where the words of the lexicon's cue lists stand, found in one scan of the text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.span import Span
from newslint.text.flat import folded
from newslint.text.trie import prefixes, trie_pattern


def cues(document: Document) -> Mapping[str, tuple[Span, ...]]:
    """Return by list name where its words stand. Other views start here, and do not scan again."""
    pattern, lists = document.lexicon.view(_scanner)
    found: dict[str, list[Span]] = {name: [] for names in lists.values() for name, _ in names}
    for match in pattern.finditer(document.view(folded)):
        start = match.start()
        for name, length in lists[match[1]]:
            found[name].append(Span(start, start + length))
    return {name: tuple(spans) for name, spans in found.items()}


def _scanner(lexicon: Lexicon) -> tuple[re.Pattern[str], Mapping[str, tuple[tuple[str, int], ...]]]:
    """Compile the scan: one trie, and for each longest word the lists of it and of the words it hides."""
    homes: dict[str, list[str]] = {}
    for name, word_list in lexicon.lists.items():
        if word_list.cue:
            for word in lexicon.words(name):
                homes.setdefault(word.lower(), []).append(name)
    hidden = prefixes(homes)
    lists = {
        word: tuple((name, len(shorter)) for shorter in hidden[word] for name in homes[shorter]) for word in homes
    }
    # A look-ahead, so that a cue inside a longer one ("said" in "he is said to") is met at its own place.
    return re.compile(rf"(?<!\w)(?=\w)(?=({trie_pattern(homes) or '(?!)'})(?!\w))"), lists
