"""Cues: where the words of the lexicon's cue lists stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from newslint.core.check import Sought
from newslint.core.document import Document
from newslint.core.lexicon import Lasting, Lexicon
from newslint.core.span import Spans
from newslint.text.words import Anchored, PhraseIndex, met, phrase_index

# Most lists have no word in a story.
NOWHERE = Spans()


class Table(msgspec.Struct, frozen=True):
    """The phrases of each cue list, and the index of all of them. It remembers the *homes* of what it met."""

    lists: Mapping[str, frozenset[str]]
    index: PhraseIndex
    homes: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)

    def of(self, phrase: str) -> tuple[str, ...]:
        """Return the lists that a phrase is in."""
        found = self.homes.get(phrase)
        if found is None:
            found = self.homes[phrase] = tuple(
                name for name, phrases in self.lists.items() if phrase in phrases
            )
        return found


class Cues(Mapping[str, Spans]):
    """By list name where its words stand. A list is gathered when it is first asked for: most never are."""

    def __init__(self, table: Table, found: Iterable[tuple[str, Sequence[int]]]) -> None:
        self._lists = table.lists
        self._found: dict[str, list[tuple[str, Sequence[int]]]] = {}
        for each in found:
            for name in table.of(each[0]):
                self._found.setdefault(name, []).append(each)
        self._gathered: dict[str, Spans] = {}

    def __getitem__(self, name: str) -> Spans:
        spans = self._gathered.get(name)
        if spans is None:
            if name not in self._lists:
                raise KeyError(name)
            found = self._found.get(name)
            spans = self._gathered[name] = _spans(found) if found else NOWHERE
        return spans

    def has_any(self, names: Iterable[str]) -> bool:
        """Tell whether a word of some lists stands there, without gathering any list."""
        return not self._found.keys().isdisjoint(names)

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)


class Cued(Sought, frozen=True):
    """Whether a word of some cue lists stands in a document."""

    def __call__(self, document: Document) -> bool:
        """Look the lists up among the cues."""
        return document.view(cues).has_any(self.words)


def cues(document: Document) -> Cues:
    """Return by list name where its words stand. Other views start here, and do not scan again."""
    table = document.lexicon.view(_table)
    return Cues(table, met(document, table.index))


def _spans(found: Sequence[tuple[str, Sequence[int]]]) -> Spans:
    spans = Spans()
    for start, end in sorted((start, start + len(phrase)) for phrase, starts in found for start in starts):
        spans.append(start, end)
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
