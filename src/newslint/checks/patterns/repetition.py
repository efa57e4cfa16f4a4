"""Searches for a word that is there twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import sub
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span
from newslint.text.flat import flat, folded
from newslint.text.sic import SIC
from newslint.text.words import words


class Repetition(Check, frozen=True, kw_only=True):
    """Reports a word right after itself, whatever the case; names, which are capitalised twice, are left."""

    tokens: Annotated[
        frozenset[str], Meta(description="The words that are looked at; without any, all are.")
    ] = frozenset()
    exceptions: Annotated[frozenset[str], Meta(description="Words that do double.")] = frozenset()
    names: Annotated[frozenset[str], Meta(description="Words that, with a capital, are names.")] = frozenset()
    safety: Annotated[Safety, Meta(description="What a fix risks.")] = Safety.UNSAFE
    supplies: ClassVar = {"words": None, "word": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each doubled word; the fix takes one of the two away."""
        text = document.view(flat)
        for start, word in _doubled(document, self.tokens):
            span = Span(start, start + 2 * len(word) + 1)
            second = text[start + len(word) + 1]
            if word in self.exceptions or second.isupper() or "\n" in span.cut(text):
                continue
            if SIC.match(text, span.end):
                continue
            if word not in self.names or text[start].islower():
                edit = Edit(Span(start + len(word), span.end), "")
                data = {"words": span.cut(text), "word": text[start : start + len(word)]}
                yield Problem(span, data, (Fix((edit,), self.safety),))


def _doubled(document: Document, tokens: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield in the order of the text where a word, of those that are looked at, is also the next one."""
    text, where = document.view(folded), document.view(words)
    found = []
    for word in where.keys() & tokens if tokens else where:
        places = where[word]
        step = len(word) + 1
        # Of most words that come again none stands so near.
        if len(places) < 2 or step not in map(sub, places[1:], places) or not word.isalpha():
            continue
        for first, second in pairwise(places):
            if second - first == step and _are_words(text, first, second, len(word)):
                found.append((first, word))
    return iter(sorted(found))


def _are_words(text: str, first: int, second: int, length: int) -> bool:
    """Tell whether neither is a part of a longer word ("well-to to-do") and only a space is between them."""
    end = second + length
    return (
        text[second - 1] in " \n"
        and text[first - 1 : first] not in ("-", "'")
        and text[end : end + 1] not in ("-", "'")
    )
