"""Titles: the names of works, in quotation marks or in the italics of Markdown, told from other names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from newslint.core.document import Document
from newslint.core.span import Span
from newslint.text.flat import flat
from newslint.text.names.candidates.evidence import Candidate, Kind
from newslint.text.names.candidates.name_words import NameWords
from newslint.text.quoting.quotation_names import Naming, may_be_title, namings
from newslint.text.quoting.quotations import quotations

SLANTS = ("*", "_")


class Title(msgspec.Struct, frozen=True):
    """Where the words of a title stand; *sure* if a work is spoken of beside it."""

    span: Span
    sure: bool


def titles(document: Document) -> tuple[Title, ...]:
    """Return the titles of works in the order of the text."""
    named = document.view(namings)
    quoted = (
        Title(quotation.inner, naming is Naming.WORK)
        for quotation in document.view(quotations)
        if (naming := named.get(quotation.span)) and naming is not Naming.NICKNAME
    )
    slanted = _slanted(document) if document.format == "markdown" else ()
    return tuple(sorted((*quoted, *slanted), key=lambda title: title.span))


def _slanted(document: Document) -> Iterator[Title]:
    """Yield what stands in italics and has capitals: the map to the source skips their marks."""
    text, opened = document.view(flat), -1
    segments = document.map.segments
    for before, segment in pairwise(segments):
        if document.source[before.source + before.source_length : segment.source].strip() not in SLANTS:
            opened = -1
        elif opened < 0:
            opened = segment.text
        else:
            span, opened = Span(opened, segment.text), -1
            words = span.cut(text).split()
            if words and may_be_title(words):
                yield Title(span, sure=False)


def told_apart(
    found: Sequence[Candidate], named: Sequence[Title], text: str, known: NameWords
) -> Iterator[Candidate]:
    """Yield *found* with each title as one name of nobody, but for people and known places in it."""
    remaining = iter(named)
    title = next(remaining, None)
    inside: list[Candidate] = []
    for candidate in found:
        while title and title.span.end <= candidate.start:
            yield from _title_or_names(title, inside, text, known)
            title, inside = next(remaining, None), []
        if title and title.span.contains(candidate.span):
            inside.append(candidate)
        else:
            yield candidate
    if title:
        yield from _title_or_names(title, inside, text, known)


def _title_or_names(
    title: Title, inside: Sequence[Candidate], text: str, known: NameWords
) -> Iterator[Candidate]:
    if not inside or any(_is_itself(candidate, title, known) for candidate in inside):
        yield from inside
    else:
        words = title.span.cut(text).strip(" .,;:!?'").split(" ")
        start = text.index(words[0], title.span.start)
        # Words that stand further apart than by one space would lose their places.
        if all(words):
            yield Candidate(start, tuple(words), sure=True)


def _is_itself(candidate: Candidate, title: Title, known: NameWords) -> bool:
    """Tell whether a name in a title is that of somebody or something: "Remembering Anna Lind"."""
    if candidate.text in known.places or candidate.text in known.bodies or candidate.titled_block:
        return True
    if candidate.kind is Kind.ORGANISATION:
        return candidate.sure and not title.sure
    return candidate.kind is Kind.PERSON and len(candidate.words) > 1
