"""Judgements: how well the conversions of a story fit, each under the reading that suits it best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from newslint.checks.units.comparing import Judgement, readings
from newslint.checks.units.diagnosis import is_told
from newslint.checks.units.grading import judged
from newslint.checks.units.rounding import Degree
from newslint.checks.units.trust import is_conversion
from newslint.plugin import Document, Lexicon
from newslint.text.figures.conversions import Conversion, conversions
from newslint.text.figures.units import unit_table
from newslint.text.flat import folded

IMPERIAL = "imperial "


def judgements(document: Document) -> tuple[Judgement, ...]:
    """Return the judgements of every pair of measures that is a conversion."""
    found = (judgement(document, conversion) for conversion in document.view(conversions))
    return tuple(each for each in found if each)


def judgement(document: Document, conversion: Conversion) -> Judgement | None:
    """Judge a conversion under the reading that suits it best; None where no reading makes it one."""
    table = document.lexicon.view(unit_table)
    found = [
        each
        for pair in readings(conversion, table)
        if all(unit.key not in document.view(_strangers) for unit in pair)
        for each in judged(document, conversion, *pair)
    ]
    best = _best(document, found) if found else None
    if best and _may_be_american(best, found):
        best = msgspec.structs.replace(best, degree=Degree.FAIR)
    return best if best and is_conversion(document, best) else None


def _may_be_american(best: Judgement, found: Sequence[Judgement]) -> bool:
    """Tell whether a bare gallon is near only as an imperial one, which the story does not say."""
    imperial = any(unit.key.startswith(IMPERIAL) for unit in (best.unit, best.into))
    return best.degree < Degree.WRONG and imperial and len(found) > 1


def _strangers(document: Document) -> frozenset[str]:
    """Return the units that want a word the story has not: "ounces" are troy beside gold and the like."""
    lower = document.view(folded)
    return frozenset(
        key
        for beside, keys in document.lexicon.view(_choosy).items()
        if not any(word in lower for word in beside)
        for key in keys
    )


def _choosy(lexicon: Lexicon) -> Mapping[tuple[str, ...], Sequence[str]]:
    """Return by the words of which they want one the units that want a word."""
    found: dict[tuple[str, ...], list[str]] = {}
    for unit in lexicon.view(unit_table).units.values():
        if unit.beside:
            found.setdefault(unit.beside, []).append(unit.key)
    return found


def _best(document: Document, found: Sequence[Judgement]) -> Judgement:
    """Return the mildest judgement; of several wrong ones, one that a slip explains."""
    if len(found) == 1:
        return found[0]
    best = min(found, key=lambda each: (each.degree, each.off))
    if best.degree is not Degree.WRONG:
        return best
    told = (each for each in found if each.degree is Degree.WRONG and is_told(each, document.lexicon))
    return min(told, key=lambda each: each.off, default=best)
