"""Statements of headlines: Lind: barn is lost; barn is lost – police; “We lost it all”: farmer."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.flat import flat
from newslint.text.names.people.entities import persons
from newslint.text.names.people.mentions import Kind, entity_at
from newslint.text.speech.cues.contents import stripped
from newslint.text.speech.cues.scenes import Statement

# "Lind:", "World Bank chief:", not "7 p.m.:".
HEADED = lazy_pattern(r"([A-Z][\w.'-]*(?: (?:[A-Z][\w.'-]*|of|the|and|[a-z]+)){0,4})(?: \(@\w+\))?(:)(?=\s)")
# "(Barn is lost): Lind", "(Barn is lost) – police"
TAILED = lazy_pattern(r"(.{3,200}\S)(: | [–—-] )((?:the )?[\w.'-]+(?: [\w.'-]+){0,4})$")
CAPITALS = lazy_pattern(r"[A-Z][A-Z.&]+$")


def by_headline(document: Document, passage: Span) -> Iterator[Statement]:
    """Find the speaker before a headline's first colon, or after its last colon or dash."""
    text = document.view(flat)
    headed = HEADED.match(text, passage.start, passage.end)
    tailed = TAILED.match(text, passage.start, passage.end)
    if headed and _speaks(document, Span(*headed.span(1))):
        content = stripped(text, Span(headed.end(), passage.end))
        yield Statement(passage, Span(*headed.span(1)), Span(*headed.span(2)), (content,))
    elif tailed and _speaks(document, Span(*tailed.span(3))):
        content = stripped(text, Span(*tailed.span(1)))
        yield Statement(passage, Span(*tailed.span(3)), _mark(tailed.span(2), tailed[2]), (content,))


def by_transcript(document: Document, passage: Span) -> Iterator[Statement]:
    """Find the person whose name and a colon open a paragraph: "Lind: We lost it all."."""
    headed = HEADED.match(document.view(flat), passage.start, passage.end)
    if headed and _is_person(document, Span(*headed.span(1))):
        content = stripped(headed.string, Span(headed.end(), passage.end))
        if headed.string[content.start].isupper() or headed.string[content.start] in "“(":
            yield Statement(passage, Span(*headed.span(1)), Span(*headed.span(2)), (content,))


def _is_person(document: Document, words: Span) -> bool:
    """Tell whether the words end in a person's name, or are a surname in capitals, as transcripts have it."""
    named = entity_at(document, words.end - 1)
    if named and named.kind is Kind.PERSON:
        return True
    letters = words.cut(document.view(flat))
    return letters.isupper() and letters in document.view(_shouted_surnames)


def _shouted_surnames(document: Document) -> frozenset[str]:
    return frozenset(entity.surname.upper() for entity in document.view(persons))


def _mark(span: tuple[int, int], mark: str) -> Span:
    """Return the colon or dash without its spaces."""
    start = span[0] + len(mark) - len(mark.lstrip())
    return Span(start, start + len(mark.strip()))


def _speaks(document: Document, words: Span) -> bool:
    """Tell somebody who can speak from a label and from a topic ("Live: …", "Oslo: …", "Barn fire: …")."""
    letters = words.cut(document.view(flat))
    if letters.lower() in document.lexicon.view(_labels):
        return False
    named = entity_at(document, words.end - 1)
    if named:
        return named.kind in (Kind.PERSON, Kind.ORGANISATION)
    last = letters.rpartition(" ")[2]
    return (
        CAPITALS.match(last) is not None
        or last.lower() in document.lexicon.view(_answering)
        or last.lower().removesuffix("s") in document.lexicon.view(_answering)
    )


def _labels(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("headline-labels"))


def _answering(lexicon: Lexicon) -> frozenset[str]:
    """Return who and what can speak without a name: roles, bodies, documents."""
    return frozenset(
        word
        for name in ("roles", "people-words", "answerable-sources", "document-sources")
        for word in lexicon.words(name)
    )
