"""Searches for words that come too often or too seldom, and for sentences of too many words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.patterns.faults import fault
from newslint.checks.patterns.needles import Hit
from newslint.checks.patterns.phrases import Judge, Phrases, reject_blank
from newslint.plugin import BlockKind, Document, Problem, Related, Span
from newslint.text.flat import flat
from newslint.text.sentences import sentences

Limit = Annotated[int, Meta(ge=0)]


class Scope(StrEnum):
    """What is counted in."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    STORY = "story"


class Occurrence(Phrases, frozen=True, kw_only=True):
    """Reports a sentence, paragraph or story with too many or too few of its words."""

    tokens: Annotated[tuple[str, ...], Meta(description="Words to count; without any, all words count.")] = ()
    scope: Annotated[Scope, Meta(description="What is counted in.")] = Scope.SENTENCE
    max: Annotated[Limit | None, Meta(description="The most there may be.")] = None
    min: Annotated[Limit | None, Meta(description="The fewest there may be.")] = None
    supplies: ClassVar = {"count": None, "limit": None, "words": None}

    def __post_init__(self) -> None:
        """Reject a rule without a limit, and words that would match everywhere."""
        reject_blank("tokens", self.tokens)
        if self.max is None and self.min is None:
            raise fault("max", "expected a limit, `max` or `min`")

    def words(self) -> Iterable[str]:
        """Return the words to count."""
        return self.tokens

    def misses_words(self) -> bool:
        """Tell whether all words are counted, or there must be some."""
        return not self.tokens or bool(self.min)

    def judge_in(self, blocks: Sequence[BlockKind]) -> Judge:
        """Return what counts in some parts of a story alone."""

        def counted(document: Document, found: Sequence[Hit]) -> Iterator[Problem]:
            return self._counted(document, found, _scopes(document, self.scope, blocks))

        return counted

    def seen(self, document: Document, found: Sequence[Hit]) -> Iterator[Problem]:
        """Yield each scope beyond a limit: at the word that is one too many, or at the scope."""
        return self._counted(document, found, _scopes(document, self.scope, ()))

    def _counted(self, document: Document, found: Sequence[Hit], scopes: Iterable[Span]) -> Iterator[Problem]:
        starts = [hit.span.start for hit in found]
        for scope in scopes:
            inside = found[bisect_left(starts, scope.start) : bisect_left(starts, scope.end)]
            count = len(inside) if self.tokens else len(scope.cut(document.view(flat)).split())
            if self.max is not None and count > self.max:
                yield _problem(document, scope, inside[self.max :], count=count, limit=self.max)
            if self.min is not None and count < self.min:
                yield _problem(document, scope, (), count=count, limit=self.min)


def _scopes(document: Document, scope: Scope, blocks: Sequence[BlockKind]) -> Iterable[Span]:
    if scope is Scope.SENTENCE:
        return document.view(sentences)
    spans = tuple(block.span for block in document.blocks if not blocks or block.kind in blocks)
    if scope is Scope.PARAGRAPH or not spans:
        return spans
    return (spans[0].joined(spans[-1]),)


def _problem(document: Document, scope: Span, surplus: Sequence[Hit], *, count: int, limit: int) -> Problem:
    span = surplus[0].span if surplus else scope
    return Problem(
        span=span,
        data={"count": str(count), "limit": str(limit), "words": span.cut(document.text)},
        related=tuple(Related(hit.span) for hit in surplus[1:]),
    )
