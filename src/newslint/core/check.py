"""A check: a parameterised search over a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Annotated, ClassVar

import msgspec

from newslint.core.document import BlockKind, Document
from newslint.core.lexicon import Table
from newslint.core.problem import Problem

# Yields what is wrong with the number of the use that sees it.
Search = Callable[[Document], Iterable[tuple[int, Problem]]]
# What is derived from a document; where it is empty, there is nothing of its kind.
View = Callable[[Document], object]
# What a story tells those across stories, by the rule that wants to know it.
Facts = Mapping[str, object]


class Sought(msgspec.Struct, frozen=True):
    """A view of whether some *words* stand in a document: lists of them, or letters, as its class has it."""

    words: tuple[str, ...]

    def __call__(self, document: Document) -> bool:
        """Look for them."""
        raise NotImplementedError


class Quotes(StrEnum):
    """Whether a rule looks inside direct speech."""

    SKIP = "skip"
    ONLY = "only"
    INCLUDE = "include"


class Check(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """A search whose fields are its options.

    *supplies* names what its problems' data holds, for messages: a plain value (None), or a key that a
    rule's `[phrases]` must spell out (the StrEnum of such keys). A *costly* check passes over the whole
    text for each of its rules; `newslint test` lists those. One *of words* is not heard about words that the
    desk accepts. A *foreign* one is of another program, and sees what that sees: addresses, notices, other
    languages. *tables* tell of what it reads and is no list.

    *starts* are module-level views without one of which it finds nothing, and has nothing unchecked: where
    all of them are empty, it is not asked, and not even imported. With none it is always asked.
    """

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {}
    of_words: ClassVar[bool] = False
    foreign: ClassVar[bool] = False
    costly: ClassVar[bool] = False
    tables: ClassVar[Mapping[str, Callable[[], Table]]] = {}
    starts: ClassVar[Sequence[View]] = ()

    def starting_views(self) -> Sequence[View]:
        """Return what it starts from: that of its class, unless its options tell more."""
        return self.starts

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield what is wrong, in the order of the text."""
        raise NotImplementedError

    def unchecked(self, document: Document) -> int:
        """Count what could not be judged, as it wants a date and the story gives none that serves."""
        return 0

    def lists(self) -> Iterable[str]:
        """Return the names of the word lists that its options name, which the desk looks up."""
        return ()

    def never_found(self) -> Iterable[tuple[str, str]]:
        """Yield what of its options can never be found, with the reason, which `newslint test` tells."""
        return ()

    def placeholders(self) -> frozenset[str]:
        """Return the names a rule's message may use."""
        return frozenset(self.supplies)

    @classmethod
    def combine(cls, uses: Sequence[Use]) -> Search:
        """Make one search of all uses of this check; override where they can share a pass."""

        def search(document: Document) -> list[tuple[int, Problem]]:
            return [
                (number, problem)
                for number, use in enumerate(uses)
                for problem in use.check.problems(document)
            ]

        return search


class Use(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A check as a rule uses it: with its options, and where it looks (no *blocks*: everywhere)."""

    made: Callable[[], Check]
    quotes: Quotes = Quotes.SKIP
    blocks: tuple[BlockKind, ...] = ()

    @cached_property
    def check(self) -> Check:
        """Return the check, which is made when it is first asked for."""
        return self.made()

    @property
    def likeness(self) -> bytes:
        """Return what uses of like checks have in common from run to run; nothing where it cannot be told."""
        return b""


class AcrossCheck(Check, frozen=True):
    """A check that compares stories: *facts* of each, then *reconcile* over all of them.

    Facts are plain values (msgspec can encode them) in document coordinates, keyed by path afterwards. Those
    *of_spellings* are `told_facts`; where an archive holds them gathered, the mapping that `reconcile`
    is given has them as `spelled`.
    """

    of_spellings: ClassVar[bool] = False

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield nothing: a single story has nothing to be compared with."""
        return iter(())

    def facts(self, document: Document) -> object:
        """Return what other stories are compared with."""
        raise NotImplementedError

    def reconcile(self, facts: Mapping[str, object]) -> Iterator[tuple[str, Problem]]:
        """Yield problems with the path they stand in, given every story's facts by path."""
        raise NotImplementedError


class IgnoreFault(StrEnum):
    """What is wrong with an ignore that newslint does not know."""

    FORM = "form"
    NAME = "name"
    NEAR_NAME = "near-name"


class OfIgnores(Check, frozen=True, kw_only=True):
    """A check of inline ignores themselves, which the engine makes; no ignore silences it."""

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield nothing: ignores are no copy, and only the engine knows what they name and silence."""
        return iter(())


class UnknownIgnore(OfIgnores, frozen=True, kw_only=True):
    """Inline ignores that do not parse, or name no rule."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "fault": IgnoreFault, "ignored": None, "meant": None,
    }  # fmt: skip


class UnusedIgnore(OfIgnores, frozen=True, kw_only=True):
    """Inline ignores that silenced nothing, as shows when every other rule has run."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"ignored": None}


class IgnoreWithoutReason(OfIgnores, frozen=True, kw_only=True):
    """Inline ignores that do not say why."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"ignored": None}

    required: Annotated[
        bool, msgspec.Meta(description="Whether ignores need a reason, as `require-reason` says.")
    ] = False
