"""Unit form: one unit written in two ways within a story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from typing import ClassVar

from newslint.checks.units.wording import is_short
from newslint.plugin import Check, Document, Edit, Fix, Problem, Related, Safety
from newslint.text.figures.conversions import conversions
from newslint.text.figures.measures import Measure, measures
from newslint.text.quoting.quotations import in_quotation

FULL = ""


class UnitForm(Check, frozen=True):
    """Reports abbreviations of a unit that a story writes in two ways, and names it goes back to."""

    starts: ClassVar = (measures,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"form": None, "usual": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each unit of mixed form, at the first of its rarer form."""
        converted = {each.converted.span for each in document.view(conversions)}
        found = [each for each in document.view(measures) if _counts(document, each)]
        for in_bracket in (False, True):
            own = [each for each in found if (each.span in converted) is in_bracket]
            own.sort(key=lambda each: each.readings[0].key)
            for _, group in groupby(own, key=lambda each: each.readings[0].key):
                yield from _mixed(document, sorted(group, key=lambda each: each.span))


def _counts(document: Document, measure: Measure) -> bool:
    return not (measure.unsure or measure.part or in_quotation(document, measure.span.start))


def _mixed(document: Document, found: Sequence[Measure]) -> Iterator[Problem]:
    forms = [_form(document, each) for each in found]
    if len(set(forms)) < 2 or _named_first(forms):
        return
    # Of two forms that are as frequent as each other, the first is the story's own.
    usual = max(dict.fromkeys(forms), key=forms.count)
    others = [each for each, form in zip(found, forms, strict=True) if form != usual]
    model = found[forms.index(usual)]
    fixes: tuple[Fix, ...] = ()
    if usual != FULL and FULL not in forms:
        edits = tuple(Edit(each.named, model.named.cut(document.text)) for each in others)
        fixes = (Fix(edits, Safety.SAFE),)
    yield Problem(
        others[0].span,
        {"form": others[0].span.cut(document.text), "usual": model.span.cut(document.text)},
        fixes,
        tuple(Related(each.span) for each in others[1:]),
    )


def _form(document: Document, measure: Measure) -> str:
    """Return an abbreviation as it stands; all names in full are one form, however they are spelled."""
    name = measure.named.cut(document.text).lower()
    return name if is_short(document, name) else FULL


def _named_first(forms: Sequence[str]) -> bool:
    """Tell whether a story names a unit in full first and then keeps to one abbreviation."""
    shorts = {form for form in forms if form != FULL}
    return len(shorts) == 1 and forms[0] == FULL and FULL not in forms[forms.index(next(iter(shorts))) :]
