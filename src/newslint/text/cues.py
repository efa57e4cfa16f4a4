"""Cues: where the words of the lexicon's cue lists stand, found in one scan of the text."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.flat import folded

WORD = lazy_pattern(r"\w+")


class Table(msgspec.Struct, frozen=True):
    """The cue lists, and by the first word of a cue every cue that starts so, with the lists that hold it."""

    lists: tuple[str, ...]
    phrases: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]


def cues(document: Document) -> Mapping[str, tuple[Span, ...]]:
    """Return by list name where its words stand. Other views start here, and do not scan again."""
    text = document.view(folded)
    table = document.lexicon.view(_table)
    found: dict[str, list[Span]] = {name: [] for name in table.lists}
    phrases_from = table.phrases.get
    for match in WORD.finditer(text):
        for phrase, names in phrases_from(match[0], ()):
            start = match.start()
            end = start + len(phrase)
            if text.startswith(phrase, start) and not text[end : end + 1].isalnum():
                for name in names:
                    found[name].append(Span(start, end))
    return {name: tuple(spans) for name, spans in found.items()}


def _table(lexicon: Lexicon) -> Table:
    """Index the cues by their first words. A dictionary costs nothing to build, which a trie does."""
    homes: dict[str, list[str]] = {}
    for name, word_list in lexicon.lists.items():
        if word_list.cue:
            for word in lexicon.words(name):
                homes.setdefault(word.lower(), []).append(name)
    phrases: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for phrase, names in homes.items():
        first = WORD.match(phrase)
        if first:
            phrases.setdefault(first[0], []).append((phrase, tuple(names)))
    lists = tuple(name for name, word_list in lexicon.lists.items() if word_list.cue)
    return Table(lists, {first: tuple(each) for first, each in phrases.items()})
