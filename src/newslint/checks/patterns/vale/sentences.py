"""Sentences as Vale ends them: at every stop that is no abbreviation's, whatever stands between lines."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.plugin import Document, Lexicon, Span, lazy_pattern

STOP = lazy_pattern(r"([.?!]+)(['\"”’)\]]*)(?=\s|$)")
LAST_WORD = lazy_pattern(r"[\w.'’&-]*$")
# "U.S", "J", "3.4.2019"
SHORT = lazy_pattern(r"(?:[A-Za-z]\.)*[A-Za-z]|\d+(?:\.\d+)+")
NEXT = lazy_pattern(r"\s+([\"“‘'(\[]*)(\w?)(\w*)")
LONGEST_WORD = 30
# What opens a sentence even behind an abbreviation.
OPENERS = frozenset(
    ("the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "this", "that", "in", "on", "but", "and")
)


def sentences_in(document: Document, span: Span) -> Iterator[Span]:
    """Yield the sentences of a stretch of text, without the space round them."""
    text, start = document.text, span.start
    for stop in STOP.finditer(text, span.start, span.end):
        if _ends(document, stop.start(), stop.end(), stop[1], stop[2], span):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, span.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    if words.strip():
        yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _ends(document: Document, at: int, end: int, marks: str, closing: str, span: Span) -> bool:
    text = document.text
    if closing == "''":
        return False
    if "!" in marks or "?" in marks:
        return True
    following = NEXT.match(text, end, span.end)
    if following is None:
        return True
    if len(marks) > 1:
        return following[2].isupper()
    before = LAST_WORD.search(text, max(span.start, at - LONGEST_WORD), at)
    word = (before[0] if before else "").lstrip("'’.-")
    is_short = SHORT.fullmatch(word) is not None or word.lower() in document.lexicon.view(_abbreviations)
    return not is_short or ((following[2] + following[3]).lower() in OPENERS and following[2].isupper())


def _abbreviations(lexicon: Lexicon) -> frozenset[str]:
    listed = (*lexicon.words("abbreviations-before-names"), *lexicon.words("abbreviations"))
    return frozenset(word.rstrip(".").lower() for word in listed)
