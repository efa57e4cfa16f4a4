"""Searches for places that a story calls by two of their English names: Kyiv and Kiev."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import Check, Document, Lexicon, Problem, Related, Span, Worded, WordSet
from newslint.text.flat import flat
from newslint.text.names.candidates.capitals import opens_sentence
from newslint.text.names.people.casts import BODY
from newslint.text.quoting.direct_speech import in_direct_speech
from newslint.text.words import words

# "formerly Bombay", "Kyiv (Kiev)", "the city then called Saigon"
RENAMED = Worded(r"(?:\b{old-names}(?: as| the)?,? |[(/] ?)$")
BEFORE, REACH = 48, 24
JOINTS = frozenset({"of", "on", "for"})
THINGS = WordSet("nouns-of-old-place-names")
OPENERS = frozenset(
    {"in", "from", "to", "at", "near", "outside", "the", "and", "but", "when", "after", "since"}
)


class TwoForms(Check, frozen=True, kw_only=True):
    """A place under two names, where none is told to be the old one: the rarer name."""

    of_words: ClassVar = True
    supplies: ClassVar = {"rare": None, "usual": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each place."""
        found = document.view(words)
        for first, second in document.lexicon.view(_pairs):
            if first.split(" ")[0].lower() in found and second.split(" ")[0].lower() in found:
                one, other = (list(_places(document, name)) for name in (first, second))
                if one and other and not any(_is_told(document, span) for span in (*one, *other)):
                    yield _problem(document, one, other)


def _pairs(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    pairs = (pair.split("/") for pair in lexicon.words("places-of-two-names"))
    return tuple((first, second) for first, second in pairs)


def _places(document: Document, name: str) -> Iterator[Span]:
    """Yield where a place stands in the reporter's own words, in no longer name."""
    text = document.view(flat)
    for start in document.view(words).get(name.split(" ")[0].lower(), ()):
        end = start + len(name)
        block = document.block_at(start)
        alone = (
            text.startswith(name, start)
            and not text[end : end + 1].isalnum()
            and not _is_of_name(document, start, end)
        )
        if alone and block and block.kind in BODY and not in_direct_speech(document, start):
            yield Span(start, end)


def _is_of_name(document: Document, start: int, end: int) -> bool:
    """Tell whether the word is a part of a name: "Bombay High Court", "Light of Myanmar", "Peking duck"."""
    text, things = document.view(flat), THINGS.of(document)
    after, ahead = text[end : end + 16], text[max(0, start - REACH) : start].split(" ")[-3:-1]
    if (after[:1] in (" ", "-") and after[1:2].isupper()) or after[1:].partition(" ")[0].strip(
        ".,"
    ) in things:
        return True
    before = ahead[-1] if ahead else ""
    if before in JOINTS and len(ahead) > 1:
        opens = opens_sentence(text, start - len(" ".join(ahead)) - 1)
        return ahead[0][:1].isupper() and ahead[0][-1:].isalpha() and not opens
    return before in things or (
        before[:1].isupper() and before.lower() not in OPENERS and before[-1].isalpha()
    )


def _is_told(document: Document, span: Span) -> bool:
    """Tell whether one name is explained by the other, or is said to be of another time."""
    text = document.view(flat)
    return RENAMED.of(document).search(
        text, max(0, span.start - BEFORE), span.start
    ) is not None or text.startswith((" (", "'s ("), span.end)


def _problem(document: Document, one: list[Span], other: list[Span]) -> Problem:
    rare, usual = sorted((one, other), key=lambda spans: (len(spans), -spans[0].start))
    data = {"rare": rare[0].cut(document.text), "usual": usual[0].cut(document.text)}
    related = (
        *(Related(span, data) for span in rare[1:]),
        Related(usual[0], {"rare": data["usual"], "usual": data["rare"]}),
    )
    return Problem(rare[0], data, related=related)
