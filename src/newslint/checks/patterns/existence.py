"""Searches for words that are better not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, ClassVar, Self

import msgspec
from msgspec import Meta

from newslint.checks.patterns.needles import Hit, fold
from newslint.checks.patterns.phrases import Inflection, Judge, Phrases, reject_blank
from newslint.plugin import Document, Lexicon, Problem


class Existence(Phrases, frozen=True, kw_only=True):
    """Reports each of its words."""

    tokens: Annotated[
        tuple[str, ...],
        Meta(min_length=1, description="Words and phrases to report."),
    ]
    exceptions: Annotated[
        tuple[str, ...], Meta(description="Longer phrases in which such a word is in its place.")
    ] = ()
    inflect: Annotated[
        Inflection | None, Meta(description="Which word of each has forms that are found, too.")
    ] = None
    supplies: ClassVar = {"words": None}

    def __post_init__(self) -> None:
        """Reject words that would match everywhere."""
        reject_blank("tokens", self.tokens)
        reject_blank("exceptions", self.exceptions)

    def words(self) -> Iterable[str]:
        """Return the words and the exceptions, which hide the words in them."""
        return (*self.tokens, *self.exceptions)

    def worded(self, lexicon: Lexicon) -> Self:
        """Return the check with the words of its lists, and with every form."""
        check = super().worded(lexicon)
        inflect = self.inflect
        if inflect is None:
            return check
        from newslint.checks.patterns.inflection import forms

        tokens = (form for token in check.tokens for form in forms(token, inflect, lexicon))
        return msgspec.structs.replace(check, tokens=tuple(dict.fromkeys(tokens)), inflect=None)

    def never_found(self) -> Iterable[tuple[str, str]]:
        """Yield the words that no text has as they are written, and those that are hidden."""
        from newslint.checks.patterns.never import hidden, never_found

        return (
            *never_found(self.words()),
            *hidden(self.tokens, self.exceptions, ignore_case=self.ignore_case),
        )

    def judge(self) -> Judge:
        """Return what tells words from exceptions."""
        accepted = frozenset(map(fold, self.exceptions))

        def seen(document: Document, found: Sequence[Hit]) -> Iterator[Problem]:
            for hit in found:
                if hit.needle not in accepted:
                    yield Problem(hit.span, {"words": hit.span.cut(document.text)})

        return seen
