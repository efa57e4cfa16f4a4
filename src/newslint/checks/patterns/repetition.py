"""Searches for a word that is there twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span
from newslint.text.flat import flat, folded


class Repetition(Check, frozen=True, kw_only=True):
    """Reports a word right after itself, whatever the case; names, which are capitalised twice, are left."""

    tokens: Annotated[
        frozenset[str], Meta(description="The words that are looked at; without any, all are.")
    ] = frozenset()
    exceptions: Annotated[frozenset[str], Meta(description="Words that do double.")] = frozenset()
    safety: Annotated[Safety, Meta(description="What a fix risks.")] = Safety.UNSAFE
    supplies: ClassVar = {"words": None, "word": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each doubled word; the fix takes one of the two away."""
        text = document.view(flat)
        for start, word in _doubled(document.view(folded)):
            span = Span(start, start + 2 * len(word) + 1)
            second = text[start + len(word) + 1]
            if self._counts(word) and not second.isupper() and "\n" not in span.cut(text):
                edit = Edit(Span(start + len(word), span.end), "")
                data = {"words": span.cut(text), "word": text[start : start + len(word)]}
                yield Problem(span, data, (Fix((edit,), self.safety),))

    def _counts(self, word: str) -> bool:
        return word not in self.exceptions and (not self.tokens or word in self.tokens)


def _doubled(text: str) -> Iterator[tuple[int, str]]:
    """Yield where a word stands that the next one starts with, and is.

    Comparing neighbours is ten times as fast as a pattern with a back-reference.
    """
    words = text.replace("\n", " ").split(" ")
    following = words[1:]
    start = last = 0
    for index in compress(range(len(words)), map(str.startswith, following, words)):
        start += sum(map(len, words[last:index])) + index - last
        last = index
        word = words[index]
        rest = following[index][len(word) :]
        if word.isalpha() and not rest[:1].isalnum() and rest[:1] not in ("-", "'"):
            yield start, word
