"""Per cent of degrees: temperatures that are so many per cent, or times, another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.checks.numbers.sketches import Sketch, sketched
from newslint.plugin import Check, Document, Problem, Span, Worded, lazy_pattern
from newslint.text.figures.measures import measures
from newslint.text.flat import Holding, folded
from newslint.text.sentences import sentence_at

WORD = "temperature"
DEGREES = r"N(?:[ -]?degrees?(?: ?(?:celsius|fahrenheit|centigrade|[cf](?!\w)))?| ?[°º˚] ?[cf]?| ?[cf])(?!\w)"
HAS_DEGREES = lazy_pattern(DEGREES)
USUAL = r"(?:(?:the|its|their) )?(?:(?:{usual-adjectives}) )?(?:{usual-values})(?!\w)"
WHERE = (
    r"(?: (?:in|at|of|on|across|around|over) (?:the )?[a-z]+(?: [a-z]+)?)?(?: (?:have|has|had|will|"
    r"would|could|may|also))*"
)
# "3.4 degrees above normal, or almost 5 percent above average", "temperatures rose 10 percent"
PERCENTS = tuple(
    Worded(form)
    for form in (
        rf"{DEGREES}(?: (?:{{warmer-words}}|above|below))?(?: than)?(?: [a-z]+){{0,3}}(?:,? or|"
        r",? ?\() ?(?P<told>P)",
        rf"(?:{DEGREES}|temperatures?)[a-z '-]{{0,40}},? ?(?:or )?(?P<told>P) (?:above|below|"
        rf"higher than|lower than) {USUAL}",
        r"(?P<told>P) (?:warmer|hotter|colder|cooler)(?!\w)",
        rf"{DEGREES},? (?:an? )?(?:{{nouns-of-rising}}|{{nouns-of-falling}}) of (?P<told>P)",
        rf"(?<!\w)(?:temperatures?|highs|lows|mercury){WHERE} (?:{{rising-words}}|"
        rf"{{falling-words}})(?: by)? (?P<told>P)(?! of)",
    )
)
# "twice as warm as", "temperatures have doubled"
TIMES = tuple(
    Worded(form)
    for form in (
        r"(?<!\w)(?P<told>(?:twice|half|double|N times) (?:as (?:warm|hot|cold|cool)|(?:the|"
        r"its) temperature))(?!\w)",
        rf"(?<!\w)temperatures?{WHERE} (?P<told>{{multiplying-verbs}})(?!\w)",
    )
)
# A count of kelvins starts at nothing, and so do the heats of stars nearly.
ABSOLUTE = lazy_pattern(r"(?<!\w)(?:kelvins?|suns?|stars?|plasma|absolute zero)(?!\w)|N k(?!\w)")


class PercentOfDegrees(Check, frozen=True):
    """Reports temperatures that are given in per cent or in times of another."""

    starts: ClassVar = (measures, Holding((WORD,)))
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"given": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the per cents and the multiples of degrees, sentence by sentence."""
        for sentence in sorted(set(_sentences(document))):
            sketch = sketched(document, sentence)
            if not ABSOLUTE.search(sketch.text):
                for span in _told(document, sketch):
                    yield Problem(span, {"given": span.cut(document.text)})


def _sentences(document: Document) -> Iterator[Span]:
    """Yield the sentences that speak of temperatures."""
    for measure in document.view(measures):
        if measure.readings[0].dimension == "temperature":
            yield sentence_at(document, measure.span.start)
    lower = document.view(folded)
    place = lower.find(WORD)
    while place >= 0:
        yield sentence_at(document, place)
        place = lower.find(WORD, place + 1)


def _told(document: Document, sketch: Sketch) -> Iterator[Span]:
    text = sketch.text
    for pattern in PERCENTS:
        for match in pattern.of(document).finditer(text):
            if WORD in text or HAS_DEGREES.search(text):
                yield sketch.figure(match, "told").span
                return
    for pattern in TIMES:
        times = pattern.of(document).search(text)
        if times:
            yield Span(sketch.offset(times.start("told")), sketch.offset(times.end("told")))
            return
