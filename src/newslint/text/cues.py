"""Cues: where the words of the lexicon's cue lists stand."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.span import Spans
from newslint.text.words import PhraseIndex, occurrences, phrase_index


class Table(msgspec.Struct, frozen=True):
    """The cue lists, the lists that hold each cue, and the index of all cues."""

    lists: tuple[str, ...]
    homes: Mapping[str, tuple[str, ...]]
    index: PhraseIndex


def cues(document: Document) -> Mapping[str, Spans]:
    """Return by list name where its words stand. Other views start here, and do not scan again."""
    table = document.lexicon.view(_table)
    found = {name: Spans() for name in table.lists}
    for start, phrase in sorted(occurrences(document, table.index)):
        for name in table.homes[phrase]:
            found[name].append(start, start + len(phrase))
    return found


def _table(lexicon: Lexicon) -> Table:
    lists = tuple(name for name, word_list in lexicon.lists.items() if word_list.cue)
    homes: dict[str, tuple[str, ...]] = {}
    for name in lists:
        alone = (name,)
        for word in map(str.lower, lexicon.words(name)):
            homes[word] = homes[word] + alone if word in homes else alone
    return Table(lists, homes, phrase_index(homes))
