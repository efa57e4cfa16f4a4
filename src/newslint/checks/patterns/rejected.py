"""Searches for the words that a desk rejects, as its `reject.txt` lists them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.patterns.needles import Needles, Scanner, hits, scanner
from newslint.checks.patterns.phrases import reject_blank
from newslint.plugin import Check, Document, Lexicon, Problem


class Rejected(Check, frozen=True, kw_only=True):
    """Reports each of the words that the desk rejects."""

    words: Annotated[tuple[str, ...], Meta(description="Words to report beside those of `reject.txt`.")] = ()
    of_words: ClassVar = True
    supplies: ClassVar = {"words": None}

    def __post_init__(self) -> None:
        """Reject words that would match everywhere."""
        reject_blank("words", self.words)

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each rejected word; one in lower case is found in any, one with capitals as it is."""
        scan = _scanner(self.words) if self.words else document.lexicon.view(_listed)
        if scan is None:
            return
        found = hits(scan, document)
        for hit in sorted((hit for each in found.values() for hit in each), key=lambda hit: hit.span.start):
            yield Problem(hit.span, {"words": hit.span.cut(document.text)})


def _listed(lexicon: Lexicon) -> Scanner | None:
    words = lexicon.words("rejected-words")
    return _scanner(words) if words else None


def _scanner(words: Iterable[str]) -> Scanner:
    words = frozenset(words)
    lower = frozenset(word for word in words if word == word.lower())
    return scanner([Needles(lower), Needles(words - lower, exact=True)])
