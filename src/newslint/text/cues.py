"""Cues: where the words of the lexicon's cue lists stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

import msgspec

from newslint.core.check import Sought
from newslint.core.document import Document
from newslint.core.lexicon import Lasting, Lexicon
from newslint.core.span import Spans
from newslint.text.words import Anchored, PhraseIndex, met, phrase_index


class Table(msgspec.Struct, frozen=True):
    """The phrases of each cue list, and the index of all of them."""

    lists: Mapping[str, frozenset[str]]
    index: PhraseIndex


class Cues(Mapping[str, Spans]):
    """By list name where its words stand. A list is gathered when it is first asked for: most never are."""

    def __init__(self, lists: Mapping[str, frozenset[str]], found: Mapping[str, Sequence[int]]) -> None:
        self._lists, self._found = lists, found
        self._gathered: dict[str, Spans] = {}

    def __getitem__(self, name: str) -> Spans:
        spans = self._gathered.get(name)
        if spans is None:
            spans = self._gathered[name] = _spans({phrase: self._found[phrase] for phrase in self._met(name)})
        return spans

    def _met(self, name: str) -> Set[str]:
        """Return what stands of a list; the shorter of the two is gone through."""
        words, found = self._lists[name], self._found
        return found.keys() & words if len(words) < len(found) else words.intersection(found)

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)


class Cued(Sought, frozen=True):
    """Whether a word of some cue lists stands in a document."""

    def __call__(self, document: Document) -> bool:
        """Look the lists up among the cues."""
        found = document.view(cues)
        return any(found.get(name) for name in self.words)


def cues(document: Document) -> Mapping[str, Spans]:
    """Return by list name where its words stand. Other views start here, and do not scan again."""
    table = document.lexicon.view(_table)
    return Cues(table.lists, dict(met(document, table.index)))


def _spans(found: Mapping[str, Sequence[int]]) -> Spans:
    spans = Spans()
    for start, phrase in sorted((start, phrase) for phrase, starts in found.items() for start in starts):
        spans.append(start, start + len(phrase))
    return spans


def _table(lexicon: Lexicon) -> Table:
    lists, anchored, wordless = lexicon.view(_indexed)
    return Table(lists, PhraseIndex(anchored, wordless))


@Lasting
def _indexed(lexicon: Lexicon) -> tuple[Mapping[str, frozenset[str]], Anchored, tuple[str, ...]]:
    lists = {
        name: frozenset(map(str.lower, word_list.words))
        for name, word_list in lexicon.lists.items()
        if word_list.cue
    }
    index = phrase_index(dict.fromkeys(phrase for phrases in lists.values() for phrase in phrases))
    return lists, index.anchored, index.wordless
