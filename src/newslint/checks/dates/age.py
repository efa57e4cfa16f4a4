"""Searches for ages that do not fit the year of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

import msgspec

from newslint.plugin import Check, Document, Problem, Span, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at
from newslint.text.story_date import story_date
from newslint.text.year_ranges import Joint, YearRange, year_ranges

YEAR = r"(?P<year>1[89]\d\d|20\d\d)(?![\w-]|,\d)"
BIRTH = lazy_pattern(rf"born (?:(?:in|on) )?(?:[A-Z][\w ,.]{{0,40}}?,? in |[\w .]{{1,14}},? )?{YEAR}")
YEARS = lazy_pattern(r"(?<![\w.,$£€:/-])(1[89]\d\d|20\d\d)(?![\w%]|[.,]\d)")
# "Ruiz, 34, was " + "born", "Ruiz, aged 34, who was " + "born"
AGE_BEFORE = lazy_pattern(r", (?:aged )?(?P<age>\d\d),? (?:and )?(?:who )?(?:was )?$")
# "born in 1979" + ", Ruiz, 34,", "born in 1931" + " and died in 2009, aged 82"
AGE_AFTER = lazy_pattern(r",? (?:[A-Z][\w'-]+ ?){1,3}, (?:aged )?(?P<age>\d\d),")
AGE_AT_DEATH = lazy_pattern(r"\b(?:aged|at the age of|died at) (?P<age>\d\d)\b")
DIED = lazy_pattern(r"\b(?:died|was killed)\b[^.;]{0,40}\b(?:1[89]\d\d|20\d\d)\b")


class Life(msgspec.Struct, frozen=True):
    """A year of birth, an age, and the years in which it may have been reached."""

    birth: Span
    born: int
    age: Span
    reached: frozenset[int]


class Age(Check, frozen=True):
    """Compares an age with the years between a birth and the day it is told of."""

    supplies: ClassVar = dict.fromkeys(("age", "born", "younger", "older", "year"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each age that is reached in none of the years it may be of."""
        for life in (*_born(document), *_lifespans(document)):
            age = int(life.age.cut(document.text))
            # The birthday may still have been to come.
            if life.reached and all(year - life.born not in (age, age + 1) for year in life.reached):
                yield _problem(document, life)


def _born(document: Document) -> Iterator[Life]:
    """Yield those said to be born in a year, with an age beside it in the sentence."""
    text = document.view(flat)
    for cue in document.view(cues).get("years-passed", ()):
        birth = BIRTH.match(text, cue.start)
        if not birth:
            continue
        sentence = sentence_at(document, cue.start)
        age = AGE_BEFORE.search(text, sentence.start, cue.start) or AGE_AFTER.match(text, birth.end())
        told = document.view(story_date)
        reached = _other_years(text, sentence, birth) | ({told.year} if told else set())
        if not age and DIED.search(text, birth.end(), sentence.end):
            age = AGE_AT_DEATH.search(text, birth.end(), sentence.end)
            reached = _other_years(text, sentence, birth)
        if age:
            yield Life(Span(*birth.span()), int(birth["year"]), Span(*age.span("age")), frozenset(reached))


def _other_years(text: str, sentence: Span, birth: re.Match[str]) -> set[int]:
    return {int(year) for year in YEARS.findall(text, sentence.start, sentence.end)} - {int(birth["year"])}


def _lifespans(document: Document) -> Iterator[Life]:
    """Yield those with "(1931-2009)" after the name and the age at death in the sentence."""
    text = document.view(flat)
    for years in document.view(year_ranges):
        if not _is_lifespan(text, years):
            continue
        sentence = sentence_at(document, years.span.start)
        age = AGE_AT_DEATH.search(text, sentence.start, sentence.end)
        if age:
            yield Life(years.span, years.first, Span(*age.span("age")), frozenset({years.last}))


def _is_lifespan(text: str, years: YearRange) -> bool:
    around = text[years.span.start - 1 : years.span.start] + text[years.span.end : years.span.end + 1]
    return years.joint is Joint.DASH and around == "()"


def _problem(document: Document, life: Life) -> Problem:
    year = max(life.reached)
    return Problem(
        span=life.age.joined(life.birth),
        data={
            "age": life.age.cut(document.text),
            "born": str(life.born),
            "younger": str(year - life.born - 1),
            "older": str(year - life.born),
            "year": str(year),
        },
    )
