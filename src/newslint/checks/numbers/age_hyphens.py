"""Searches for ages before a noun, or as one, that lack a hyphen: “a 9-year old boy”, “a 9 year old”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span, lazy_pattern
from newslint.text.figures.numbers import numbers
from newslint.text.flat import Holding, folded

AGE = lazy_pattern(r"([ -])(years?|months?|weeks?|days?)([ -])(olds?)\b")
# "The boy is 9 years old" has none.
HYPHEN = "-"
# One is a year old as a predicate, too: "the baby is 1 year old".
BEFORE_NOUN = lazy_pattern(
    r"\b(?:an?|the|his|her|their|its|our|my|this|that|another|one|two|of|by|to|with|for) (?:[a-z]+,? )?$"
)

# No noun: "who turn 18-years-old in May".
AFTERWARDS = lazy_pattern(r" (?:in|on|at|and|or|but|by|to|as|with|when|before|after|this|next|last)\b")


class AgeHyphens(Check, frozen=True, kw_only=True):
    """An age whose words are not joined as one."""

    starts: ClassVar = (Holding((" old", "-old")),)
    supplies: ClassVar = {"age": None, "change": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each age that lacks a hyphen, or has one where it stands after the verb."""
        lower = document.view(folded)
        for number in document.view(numbers):
            match = AGE.match(lower, number.span.end)
            if match and number.value and (change := _change(lower, number.span, match)):
                span = Span(number.span.start, match.end())
                data = {"age": span.cut(document.text), "change": number.span.cut(document.text) + change}
                fix = Fix((Edit(Span(number.span.end, match.end()), change),), Safety.SAFE)
                yield Problem(span, data, (fix,))


def _change(lower: str, number: Span, match: re.Match[str]) -> str | None:
    """Return how the rest of an age is joined, or None where it is right or may be."""
    first, unit, second, old = match.groups()
    plural, hyphens = unit.endswith("s"), [first, second].count(HYPHEN)
    if plural and hyphens == 0:
        return None
    if (not plural and hyphens == 2) or (hyphens == 0 and not _is_before_noun(lower, number)):
        return None
    # "At 21-years-old, she …", "who turn 18-years-old in May"
    follows = lower[match.end() : match.end() + 2].strip()
    if plural and old == "old" and (not follows.isalpha() or AFTERWARDS.match(lower, match.end())):
        return f" {unit} {old}"
    return f"-{unit.removesuffix('s')}-{old}"


def _is_before_noun(lower: str, number: Span) -> bool:
    """Tell whether an age without hyphens is an adjective or a noun: no more than one can be a year old."""
    one = lower[number.start : number.end] in ("1", "one", "a")
    return not one or BEFORE_NOUN.search(lower, max(0, number.start - 24), number.start) is not None
