"""Searches for paragraphs in which the speaker changes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from newslint.plugin import Check, Document, Problem, Related, Span
from newslint.text.attributions import Attribution, Manner, attributions
from newslint.text.sentences import sentence_at


class SpeakerChange(Check, frozen=True, kw_only=True):
    """Finds a second named speaker whose direct speech stands in the paragraph of another's."""

    supplies: ClassVar = {"speaker": None, "other": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the later speaker's name, with the earlier one's."""
        spoken = [found for found in document.view(attributions) if _speaks(found)]
        for earlier, later in pairwise(spoken):
            if earlier.speaker != later.speaker and _share_paragraph(document, earlier, later):
                data = {"speaker": str(later.speaker), "other": str(earlier.speaker)}
                names = [_name(document, found.source[0]) for found in (earlier, later)]
                yield Problem(names[1], data, related=(Related(names[0], data),))


def _name(document: Document, source: Span) -> Span:
    """Return the source without what is set off after it ("Ana Ruiz, a farmer")."""
    return Span(source.start, source.start + len(source.cut(document.text).partition(",")[0]))


def _speaks(found: Attribution) -> bool:
    return found.manner is Manner.DIRECT and bool(found.speaker and found.source and found.content)


def _share_paragraph(document: Document, earlier: Attribution, later: Attribution) -> bool:
    """Tell whether both speak in one paragraph, each in sentences of their own."""
    first, second = earlier.source[0], later.source[0]
    if document.block_at(first.start) != document.block_at(second.start):
        return False
    return _sentence(document, first) != _sentence(document, second)


def _sentence(document: Document, span: Span) -> Span:
    return sentence_at(document, span.start)
