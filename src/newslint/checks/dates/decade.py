"""Searches for decades with an apostrophe before the "s"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span, lazy_pattern
from newslint.text.flat import flat

# "the 1990's", "late 1990's", "mid-'90's"; in "1990's worst storm" the apostrophe is right.
SCAN = lazy_pattern(r"[0-9]0's\b")
DECADE = lazy_pattern(
    r"\b(?:the|early|late|mid)(?: (?:early|late|mid|swinging|roaring))?[ -](?P<years>(?:[12]\d)?'?\d0)'s$",
    re.IGNORECASE,
)


class Plural(StrEnum):
    """How a decade takes its "s"."""

    PLAIN = "plain"


class Decade(Check, frozen=True):
    """Looks at the "s" of decades; where the house has no form for it, at nothing."""

    plural: Annotated[Plural | None, Meta(description="plain: “1990s”.")] = None
    supplies: ClassVar = dict.fromkeys(("decade", "change"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each decade that reads as a possessive."""
        if self.plural is None:
            return
        text = document.view(flat)
        for scanned in SCAN.finditer(text):
            match = DECADE.search(text, max(0, scanned.start() - 24), scanned.end())
            if match:
                yield _problem(document, Span(match.start("years"), match.end()))


def _problem(document: Document, span: Span) -> Problem:
    words = span.cut(document.text)
    change = words[:-2] + "s"
    apostrophe = Span(span.end - 2, span.end - 1)
    fix = Fix((Edit(apostrophe, ""),), Safety.SAFE)
    return Problem(span, {"decade": words, "change": change}, (fix,))
