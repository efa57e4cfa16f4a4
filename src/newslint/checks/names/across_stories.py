"""Names that stories on one subject spell differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

import msgspec

from newslint.plugin import AcrossCheck, Document, Problem, Related
from newslint.text.names.spellings.name_facts import NameFact, name_facts
from newslint.text.names.spellings.spellings_across import Conflict, conflicts


class SpellingAcrossStories(AcrossCheck, frozen=True, kw_only=True):
    """A spelling that another story on the same subject has otherwise."""

    of_words: ClassVar = True
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "odd": None,
        "usual": None,
        "path": None,
        "stories": None,
    }

    def facts(self, document: Document) -> object:
        """Return the spellings of the story's names, packed: those of an archive are many."""
        return msgspec.msgpack.encode(document.view(name_facts))

    def reconcile(self, facts: Mapping[str, object]) -> Iterator[tuple[str, Problem]]:
        """Yield a problem for each name in each story that has its rarer spelling."""
        for conflict in conflicts(_Unpacked(facts)):
            yield conflict.odd.path, _problem(conflict)


class _Unpacked(Mapping[str, tuple[NameFact, ...]]):
    """The facts of all stories, each unpacked only while it is looked at."""

    def __init__(self, packed: Mapping[str, object]) -> None:
        self.packed = packed
        self.decoder = msgspec.msgpack.Decoder(tuple[NameFact, ...])

    def __getitem__(self, path: str) -> tuple[NameFact, ...]:
        return self.decoder.decode(msgspec.convert(self.packed[path], bytes))

    def __iter__(self) -> Iterator[str]:
        return iter(self.packed)

    def __len__(self) -> int:
        return len(self.packed)


def _problem(conflict: Conflict) -> Problem:
    data = {
        "odd": conflict.odd.fact.text,
        "usual": conflict.usual.fact.text,
        "path": conflict.usual.path,
        "stories": str(conflict.usual_stories),
    }
    return Problem(
        conflict.odd.fact.span, data, related=(Related(conflict.usual.fact.span, data, conflict.usual.path),)
    )
