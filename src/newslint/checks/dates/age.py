"""Searches for ages that do not fit the year of birth."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks.dates.lives import Life, lives
from newslint.plugin import Check, Document, Problem, Related


class Age(Check, frozen=True):
    """Compares an age with the years between a birth and the day it is told of."""

    supplies: ClassVar = dict.fromkeys(("age", "born", "younger", "older", "year"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each age that is reached in none of the years it may be of."""
        for life in lives(document):
            age = int(life.age.cut(document.text))
            # The birthday may still have been to come.
            if life.reached and all(year - life.born not in (age, age + 1) for year in life.reached):
                yield _problem(document, life)


def _problem(document: Document, life: Life) -> Problem:
    year = max(life.reached)
    return Problem(
        span=life.age if life.apart else life.age.joined(life.birth),
        data={
            "age": life.age.cut(document.text),
            "born": str(life.born),
            "younger": str(year - life.born - 1),
            "older": str(year - life.born),
            "year": str(year),
        },
        related=(Related(life.birth),) if life.apart else (),
    )
