"""The lexicon: the word lists and tables that views and checks read, resolved for one style."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


class WordList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list of words, or a table of records, as `rules/lists/<name>.toml` and the styles give it.

    *cue* lists are searched for in every text by the one scan that views start from.
    """

    title: str
    words: tuple[str, ...] = ()
    records: tuple[dict[str, Any], ...] = ()
    cue: bool = False
    source: str = ""


class Lexicon(msgspec.Struct, frozen=True):
    """All lists by name. It remembers what was derived from it, so that a pattern is compiled once."""

    lists: Mapping[str, WordList]
    memory: dict[Callable[[Lexicon], object], object] = msgspec.field(default_factory=dict)

    def words(self, name: str) -> tuple[str, ...]:
        """Return the words of a list; a list that is not there is empty."""
        found = self.lists.get(name)
        return found.words if found else ()

    def records(self, name: str, kind: type[T]) -> tuple[T, ...]:
        """Return the rows of a table as records of type *kind*."""
        found = self.lists.get(name)
        return tuple(msgspec.convert(item, kind) for item in found.records) if found else ()

    def view(self, build: Callable[[Lexicon], T]) -> T:
        """Return what *build* derives from the lexicon, derived once."""
        if build not in self.memory:
            self.memory[build] = build(self)
        return self.memory[build]  # type: ignore[return-value]
