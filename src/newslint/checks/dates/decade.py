"""Searches for decades whose apostrophe or figures are not as the house has them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span, Worded, lazy_pattern
from newslint.text.calendar.articles import with_article
from newslint.text.calendar.periods import PeriodKind, periods
from newslint.text.elisions import OPENING
from newslint.text.flat import flat

# "the 1990's", "late 1990's", "mid-'90's"; in "1990's worst storm" the apostrophe is right.
BEFORE = Worded(r"\b(?:the|early|late|mid)(?: (?:early|late|mid|{adjectives-of-decades}))?[ -]$")
POSSESSIVE, APOSTROPHES = ("'s", "’s"), ("'", "’")
FULL = lazy_pattern(r"\d{4}")
# "the ’20s" may be either century's.
FIRST_CERTAIN = 1930


class Plural(StrEnum):
    """How a decade takes its "s"."""

    PLAIN = "plain"


class Short(StrEnum):
    """How a decade of two figures is written."""

    APOSTROPHE = "apostrophe"
    FULL = "full"


class Fault(StrEnum):
    """What is not in the house's form."""

    PLURAL = "plural"
    SHORT = "short"


class Decade(Check, frozen=True):
    """Looks at decades in figures; where the house has no form for them, at none."""

    plural: Annotated[Plural | None, Meta(description="plain: “1990s”.")] = None
    short: Annotated[
        Short | None, Meta(description="apostrophe: “the ’90s”; full: “the 1990s”, and never “the ’90s”.")
    ] = None
    starts: ClassVar = (periods,)
    supplies: ClassVar = {"decade": None, "change": None, "fault": Fault}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each decade that reads another way in the house's form."""
        if self.plural is None and self.short is None:
            return
        for period in document.view(periods):
            if period.kind is PeriodKind.DECADE and period.year:
                plain = self._pluralised(document, period.span)
                change = self._lengthened(plain, period.year)
                if change != period.span.cut(document.text):
                    fault = Fault.PLURAL if change == plain else Fault.SHORT
                    yield _problem(document, period.span, change, fault)

    def _pluralised(self, document: Document, span: Span) -> str:
        """Return the decade without the apostrophe of a possessive, which "1990's worst storm" keeps."""
        words = span.cut(document.text)
        is_plural = BEFORE.of(document).search(document.view(flat), max(0, span.start - 24), span.start)
        return f"{words[:-2]}s" if self.plural and words.endswith(POSSESSIVE) and is_plural else words

    def _lengthened(self, words: str, year: int) -> str:
        """Return a decade of two figures in the house's form; words stay."""
        if words.isalpha() or FULL.match(words):
            return words
        if self.short is Short.APOSTROPHE and words[0] not in APOSTROPHES:
            return f"’{words.removeprefix(OPENING)}"
        return f"{year}s" if self.short is Short.FULL and year >= FIRST_CERTAIN else words


def _problem(document: Document, span: Span, change: str, fault: Fault) -> Problem:
    data = {"decade": span.cut(document.text), "change": change, "fault": fault}
    edit = with_article(document.view(flat), Edit(span, change))
    return Problem(span, data, (Fix((edit,), Safety.SAFE),))
