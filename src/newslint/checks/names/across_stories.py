"""Names that stories on one subject spell differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

import msgspec

from newslint.plugin import AcrossCheck, Document, Problem, Related
from newslint.text.name_facts import NameFact, name_facts
from newslint.text.spellings_across import Conflict, conflicts


class SpellingAcrossStories(AcrossCheck, frozen=True, kw_only=True):
    """A spelling that another story on the same subject has otherwise."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "odd": None,
        "usual": None,
        "path": None,
        "stories": None,
    }

    def facts(self, document: Document) -> object:
        """Return the spellings of the story's names."""
        return msgspec.to_builtins(document.view(name_facts))

    def reconcile(self, facts: Mapping[str, object]) -> Iterator[tuple[str, Problem]]:
        """Yield a problem for each name in each story that has its rarer spelling."""
        told = {path: msgspec.convert(each, tuple[NameFact, ...]) for path, each in facts.items()}
        for conflict in conflicts(told):
            yield conflict.odd.path, _problem(conflict)


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
