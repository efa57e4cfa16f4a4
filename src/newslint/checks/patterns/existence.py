"""Searches for words that are better not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.patterns.needles import Hit, fold
from newslint.checks.patterns.phrases import Phrases, reject_blank
from newslint.plugin import Document, Problem


class Existence(Phrases, frozen=True, kw_only=True):
    """Reports each of its words."""

    tokens: Annotated[tuple[str, ...], Meta(min_length=1, description="Words and phrases to report.")]
    exceptions: Annotated[
        tuple[str, ...], Meta(description="Longer phrases in which such a word is in its place.")
    ] = ()
    supplies: ClassVar = {"words": None}

    def __post_init__(self) -> None:
        """Reject words that would match everywhere."""
        reject_blank("tokens", self.tokens)
        reject_blank("exceptions", self.exceptions)

    def words(self) -> Iterable[str]:
        """Return the words and the exceptions, which hide the words in them."""
        return (*self.tokens, *self.exceptions)

    def seen(self, document: Document, found: Sequence[Hit]) -> Iterator[Problem]:
        """Yield each word that is no exception."""
        if not found:
            return
        accepted = {fold(phrase) for phrase in self.exceptions}
        for hit in found:
            if hit.needle not in accepted:
                yield Problem(hit.span, {"words": hit.span.cut(document.text)})
