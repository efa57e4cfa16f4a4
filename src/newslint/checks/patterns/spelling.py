"""Searches for words that no dictionary has, and that are no names."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from newslint.checks.patterns.casing import match_case
from newslint.checks.patterns.expressions import expect_sound, spelled
from newslint.checks.patterns.faults import fault
from newslint.checks.patterns.listed import lists_in
from newslint.checks.patterns.speller import Speller, speller
from newslint.plugin import (
    Check,
    Document,
    Edit,
    Fix,
    Lexicon,
    Problem,
    Related,
    Safety,
    Span,
    WordList,
    lazy_pattern,
)
from newslint.text.flat import flat

WORD = lazy_pattern(r"[^\W_]+(?:'[^\W\d_]+)*")
# What stands beside a word that belongs to an address, a file, a handle or a word with a hyphen.
JOINTS = frozenset("@#/\\_")
SHORTEST = 3


class Language(StrEnum):
    """Whose English it is."""

    US = "en-US"
    GB = "en-GB"
    AU = "en-AU"
    CA = "en-CA"


class Spelling(Check, frozen=True, kw_only=True):
    """Reports words in lower case that the dictionary lacks, each once.

    Names are no matter of dictionaries: a word with a capital anywhere in the story is left, and so are those
    of the desk's lists. It wants an engine: `pip install newslint[spelling]`.
    """

    language: Annotated[Language, Meta(description="Whose English.")] = Language.US
    also: Annotated[tuple[Language, ...], Meta(description="Other English that counts as right, too.")] = ()
    accept: Annotated[
        tuple[str, ...], Meta(description="Words that are right; `{list}` stands for those of a list.")
    ] = ()
    ignore: Annotated[
        tuple[str, ...], Meta(description="Expressions for whole words that are not looked at.")
    ] = ()
    shortest: Annotated[int, Meta(ge=1, description="The fewest letters of a word that is looked at.")] = (
        SHORTEST
    )
    suggest: Annotated[bool, Meta(description="Whether what is meant is offered, which takes time.")] = True
    safety: Annotated[Safety, Meta(description="What a fix risks.")] = Safety.UNSAFE
    of_words: ClassVar = True
    costly: ClassVar = True
    supplies: ClassVar = {"words": None, "replacement": None}

    def __post_init__(self) -> None:
        """Reject expressions that do not compile."""
        for expression in self.ignore:
            expect_sound("ignore", expression, ignore_case=False)
        if self.language in self.also:
            raise fault("also", f"`{self.language}` is the language already")

    def lists(self) -> tuple[str, ...]:
        """Return the names of the lists whose words it takes for right."""
        return tuple(lists_in((*self.accept, *self.ignore)))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each word that is no word, with all its places."""
        spellers = [speller(language) for language in (self.language, *self.also)]
        known = document.lexicon.view(self._known)
        places: dict[str, list[Span]] = {}
        for span in document.view(plain_words):
            word = span.cut(document.view(flat))
            if len(word) >= self.shortest and not known.takes(word):
                places.setdefault(word, []).append(span)
        capitals = document.view(capitalised)
        for word, spans in places.items():
            if word.lower() not in capitals and not any(_spells(each, word) for each in spellers):
                yield self._problem(document, word, spans, spellers[0])

    def _known(self, lexicon: Lexicon) -> Known:
        import regex

        words = {word.lower() for item in lexicon.lists.values() for word in _listed(item)}
        accepted = {each.lower() for each in self.accept}
        ignored = "|".join(spelled(each, lexicon) for each in self.ignore)
        return Known(frozenset(words | accepted), regex.compile(ignored) if ignored else None)

    def _problem(self, document: Document, word: str, spans: list[Span], engine: Speller) -> Problem:
        found = spans[0].cut(document.text)
        meant = engine.meant(word) if self.suggest else ()
        offered = tuple(dict.fromkeys(match_case(each, found) for each in meant))
        fixes = tuple(
            Fix(tuple(Edit(span, each) for span in spans), self.safety, {"replacement": each})
            for each in offered
        )
        data = {"words": found, "replacement": " or ".join(offered)}
        return Problem(spans[0], data, fixes, tuple(Related(span) for span in spans[1:]))


class Known(msgspec.Struct, frozen=True):
    """The words that are right whatever a dictionary says, and an expression for more."""

    words: frozenset[str]
    ignored: object

    def takes(self, word: str) -> bool:
        """Tell whether a word is one of them."""
        if word.lower().removesuffix("'s") in self.words:
            return True
        return self.ignored is not None and self.ignored.fullmatch(word) is not None  # type: ignore[attr-defined]


def _listed(known: WordList) -> Iterator[str]:
    """Yield the words of a list, or in the rows of a table."""
    yield from known.words
    for record in known.records:
        yield from (word for value in record.values() if isinstance(value, str) for word in value.split())


def plain_words(document: Document) -> tuple[Span, ...]:
    """Return the words that are no names, figures, acronyms, handles or addresses."""
    text = document.view(flat)
    return tuple(
        Span(*found.span())
        for found in WORD.finditer(text)
        if found[0].isascii()
        and found[0].replace("'", "").isalpha()
        and found[0] == found[0].lower()
        and not _is_joined(text, found.start(), found.end())
    )


def capitalised(document: Document) -> frozenset[str]:
    """Return the words that the story writes with a capital, in lower case: they may be names."""
    words = (found[0] for found in WORD.finditer(document.view(flat)))
    return frozenset(word.lower() for word in words if word != word.lower())


def _is_joined(text: str, start: int, end: int) -> bool:
    """Tell whether a word is part of an address, a file name or a handle."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if (before in JOINTS and before) or (behind in JOINTS and behind):
        return True
    return (before == "." and text[start - 2 : start - 1].isalnum()) or (
        behind == "." and text[end + 1 : end + 2].isalnum()
    )


def _spells(engine: Speller, word: str) -> bool:
    return engine.knows(word) or engine.knows(word.removesuffix("'s"))
