"""Searches for paragraphs in which the speaker changes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Block, Check, Document, Problem, Related, Span, lazy_pattern
from newslint.text.sentences import sentence_at
from newslint.text.speech.speakers.attributions import Attribution, Manner, attributions
from newslint.text.speech.statements.manners import manner
from newslint.text.speech.statements.statements import Statement, statements

# Only names are told apart: "she" and "the spokesman" go back to somebody.
NAME = lazy_pattern(r"(?!(?:He|I|It|One|She|The|They|We|Who)\b)\b[A-Z]")


class SpeakerChange(Check, frozen=True, kw_only=True):
    """Finds a second named speaker whose direct speech stands in the paragraph of another's.

    Copy that has lost its paragraphs is left alone.
    """

    longest: Annotated[int, Meta(ge=1, description="Words up to which a paragraph is one speaker's.")] = 150

    starts: ClassVar = (statements,)
    supplies: ClassVar = {"speaker": None, "other": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the later speaker's name, with the earlier one's."""
        if not self._may_change(document):
            return
        spoken = [found for found in document.view(attributions) if _speaks(document, found)]
        for earlier, later in pairwise(spoken):
            if earlier.speaker != later.speaker and self._share_paragraph(
                document, earlier.source[0], later.source[0]
            ):
                data = {"speaker": str(later.speaker), "other": str(earlier.speaker)}
                names = [_name(document, found.source[0]) for found in (earlier, later)]
                yield Problem(names[1], data, related=(Related(names[0], data),))

    def _may_change(self, document: Document) -> bool:
        """Tell whether two named sources share any paragraph, seen without finding out who they are."""
        firsts: dict[Block | None, Span] = {}
        named = (found.source for found in document.view(statements) if _is_named(document, found))
        return any(
            self._share_paragraph(
                document, firsts.setdefault(document.block_at(source.start), source), source
            )
            for source in named
            if source
        )

    def _share_paragraph(self, document: Document, first: Span, second: Span) -> bool:
        """Tell whether both speak in one paragraph, each in sentences of their own."""
        paragraph = document.block_at(first.start)
        if paragraph is None or paragraph != document.block_at(second.start):
            return False
        if len(paragraph.span.cut(document.text).split()) > self.longest:
            return False
        return _sentence(document, first) != _sentence(document, second)


def _name(document: Document, source: Span) -> Span:
    """Return the source without what is set off after it ("Ana Ruiz, a farmer")."""
    return Span(source.start, source.start + len(source.cut(document.text).partition(",")[0]))


def _is_named(document: Document, found: Statement) -> bool:
    """Tell whether a statement is direct speech, and its source has a name in it."""
    if found.source is None or NAME.search(found.source.cut(document.text)) is None:
        return False
    return manner(document, found.content) is Manner.DIRECT


def _speaks(document: Document, found: Attribution) -> bool:
    if found.manner is not Manner.DIRECT or not (found.speaker and found.source and found.content):
        return False
    return NAME.search(found.source[0].cut(document.text)) is not None


def _sentence(document: Document, span: Span) -> Span:
    return sentence_at(document, span.start)
