"""Searches for words that have a better one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.patterns.casing import match_case
from newslint.checks.patterns.faults import fault
from newslint.checks.patterns.needles import Hit, fold
from newslint.checks.patterns.phrases import Phrases, reject_blank
from newslint.plugin import Document, Edit, Fix, Problem, Safety


class Substitution(Phrases, frozen=True, kw_only=True):
    """Reports each word of a table that is not written the other way already."""

    swap: Annotated[
        Mapping[str, str],
        Meta(min_length=1, description="What is found, and what to write; `|` stands between several."),
    ]
    exceptions: Annotated[
        tuple[str, ...], Meta(description="Longer phrases in which such a word is in its place.")
    ] = ()
    safety: Annotated[Safety, Meta(description="What a fix risks.")] = Safety.UNSAFE
    supplies: ClassVar = {"words": None, "replacement": None}

    def __post_init__(self) -> None:
        """Reject words that would match everywhere, and rows without a replacement."""
        reject_blank("swap", self.swap)
        reject_blank("exceptions", self.exceptions)
        for found, replacement in self.swap.items():
            if not all(word.strip() for word in replacement.split("|")):
                raise fault("swap", f"`{found}` has no replacement")

    def words(self) -> Iterable[str]:
        """Return what is found in the table, and the exceptions, which hide the words in them."""
        return (*self.swap, *self.exceptions)

    def seen(self, document: Document, found: Sequence[Hit]) -> Iterator[Problem]:
        """Yield each word of the table with its replacements."""
        if not found:
            return
        table = {fold(word): replacement for word, replacement in self.swap.items()}
        for phrase in self.exceptions:
            table.pop(fold(phrase), None)
        for hit in found:
            words = hit.span.cut(document.text)
            replacements = [match_case(each, words) for each in table.get(hit.needle, "").split("|") if each]
            if replacements and words not in replacements:
                yield Problem(
                    hit.span,
                    {"words": words, "replacement": " or ".join(replacements)},
                    tuple(self._fix(hit, replacement) for replacement in replacements),
                )

    def _fix(self, hit: Hit, replacement: str) -> Fix:
        return Fix((Edit(hit.span, replacement),), self.safety, {"replacement": replacement})
