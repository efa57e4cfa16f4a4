"""Conversion: converted figures that do not match their originals, and how badly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.units.comparing import Judgement
from newslint.checks.units.degree_decades import DecadePair, decades_apart
from newslint.checks.units.diagnosis import Diagnosis, Slip, diagnosis
from newslint.checks.units.doubled import doubled
from newslint.checks.units.durations import DurationPair, durations_apart
from newslint.checks.units.judgements import judgements
from newslint.checks.units.mending import expected, fixes, worked_out
from newslint.checks.units.reckoning import reckoned
from newslint.checks.units.rounding import Degree
from newslint.checks.units.set_measures import is_race
from newslint.checks.units.unlike import unlike
from newslint.plugin import Check, Document, Problem, lazy_pattern
from newslint.text.figures.conversions import conversions
from newslint.text.figures.measures import Measure
from newslint.text.figures.units import unit_table
from newslint.text.flat import flat

# "peaks higher than 8,000m", "at least 50,000 square meters": a rounded figure would be another limit.
LIMIT = lazy_pattern(
    r"\b(?:at (?:least|most)|(?:more|less|fewer|\w{3,}er) than|over|under|above|below|exceed(?:s|ing|ed)?|"
    r"up to|within|(?:minimum|maximum|limit|threshold) of) (?:the |an? )?\Z"
)
REACH = 32


class Verdict(StrEnum):
    """The degrees that are reported, each by a rule of its own."""

    WRONG = "wrong"
    ROUNDED = "rounded"
    LOOSE = "loose"
    PRECISE = "precise"
    MIRRORED = "mirrored"
    MISMATCHED = "mismatched"


class Conversion(Check, frozen=True):
    """Reports the conversions of one degree."""

    starts: ClassVar = (conversions, doubled, decades_apart, durations_apart)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "original": None,
        "converted": None,
        "expected": None,
        "slip": Slip,
        "meant": None,
        "sum": None,
    }

    verdict: Annotated[Verdict, Meta(description="Which degree of mismatch to report.")]

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the conversions whose figures stand in the given relation."""
        wanted = Degree[self.verdict.name]
        for found in (*document.view(judgements), *document.view(unlike)):
            if found.degree is wanted and not (
                wanted is Degree.PRECISE and _is_exact(document, found.conversion.original)
            ):
                slip = diagnosis(found, document.lexicon) if found.degree >= Degree.WRONG else Diagnosis()
                yield _problem(document, found, slip)
        if self.verdict is Verdict.WRONG:
            yield from (_told(document, found) for found in document.view(decades_apart))
            yield from (_told(document, found) for found in document.view(durations_apart))


def _is_exact(document: Document, measure: Measure) -> bool:
    """Tell whether a round measure is meant to the last digit: of a race, or a limit."""
    start = measure.span.start
    limit = LIMIT.search(document.view(flat), max(0, start - REACH), start)
    return limit is not None or is_race(document, measure)


def _problem(document: Document, found: Judgement, slip: Diagnosis) -> Problem:
    original, converted = found.conversion.original.span, found.conversion.converted.span
    exact = worked_out(document, found)
    return Problem(
        original if found.degree is Degree.MIRRORED else converted,
        {
            "original": original.cut(document.text),
            "converted": converted.cut(document.text),
            "expected": expected(document, found, exact),
            "slip": slip.slip,
            "meant": _named(slip),
            "sum": reckoned(found, document.lexicon.view(unit_table)),
        },
        tuple(fixes(document, found, slip, exact)),
    )


def _told(document: Document, found: DecadePair | DurationPair) -> Problem:
    words = (found.original.cut(document.text), found.converted.cut(document.text))
    told = {"original": words[0], "converted": words[1], "expected": found.expected}
    return Problem(found.converted, {**told, "slip": Slip.NONE, "meant": "", "sum": found.sum})


def _named(diagnosis: Diagnosis) -> str:
    """Return the name of the unit that was meant."""
    key = diagnosis.meant.unit.key if diagnosis.meant else ""
    return f"US {key[3:]}" if key.startswith("us ") else key
