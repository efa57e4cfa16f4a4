"""The lexicon: the word lists and tables that views and checks read, resolved for one style."""

from __future__ import annotations

import datetime
import marshal
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

import msgspec

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class WordList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list of words, or a table of records, as `rules/lists/<name>.toml` and the styles give it.

    *cue* lists are searched for in every text by the one scan that views start from. A list that ages has the
    *date* it was made on, and the first and the last of the *years* that it covers.
    """

    title: str
    words: tuple[str, ...] = ()
    records: tuple[dict[str, Any], ...] = ()
    cue: bool = False
    source: str = ""
    date: datetime.date | None = None
    years: tuple[int, int] | None = None


class Table(msgspec.Struct, frozen=True):
    """A table that is a module, as it is told of: what it is, where from, made when, for which years."""

    title: str
    source: str
    date: datetime.date
    years: tuple[int, int]
    entries: int


class Lexicon(msgspec.Struct, frozen=True):
    """All lists by name. It remembers what was derived from it, so that a pattern is compiled once.

    What is *kept* was worked out by an earlier run, what is *fresh* by this one and for the next.
    """

    lists: Mapping[str, WordList]
    memory: dict[Callable[[Lexicon], object], object] = msgspec.field(default_factory=dict)
    kept: Mapping[str, bytes] = {}
    fresh: dict[str, Any] = msgspec.field(default_factory=dict)

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
        try:
            return self.memory[build]  # type: ignore[return-value]
        # So asking again, as it is mostly, is one look-up.
        except KeyError:
            pass
        view = self.memory[build] = build(self)
        return view

    def lasting(self) -> dict[str, bytes]:
        """Return what is kept, with what is fresh, for the next run."""
        return {**self.kept, **{name: marshal.dumps(made) for name, made in self.fresh.items()}}


class Lasting(Generic[T_co]):
    """A view of the lexicon that is worked out once for many runs, as it is kept with the lists it is of.

    What it gives is plain: words, numbers, tuples, sets and tables, which nobody changes. It is known by its
    *name*, without one by that of the function.
    """

    def __init__(self, build: Callable[[Lexicon], T_co], *, name: str = "") -> None:
        self.build = build
        self.name = name or f"{build.__module__}:{build.__qualname__}"

    def __call__(self, lexicon: Lexicon) -> T_co:
        """Return what was kept, or work it out."""
        kept = lexicon.kept.get(self.name)
        if kept is not None:
            found: T_co = marshal.loads(kept)
            return found
        made = self.build(lexicon)
        lexicon.fresh[self.name] = made
        return made
