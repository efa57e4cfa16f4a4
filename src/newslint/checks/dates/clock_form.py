"""Searches for times that are not in the form of the house."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.dates.mends import replacement
from newslint.plugin import Check, Document, Fix, Problem, Safety, lazy_pattern
from newslint.text.flat import flat
from newslint.text.time_forms import NOON, Clock, possible, rewritten_time
from newslint.text.times import Time, times

# "11:00 in the evening", "10:30 on Friday night"
HALF_IN_WORDS = lazy_pattern(r"[^.;:\n]{0,20}\b(?:morning|noon|afternoon|evening|night|tonight)\b")
LAST_OF_HALF = 12
SHARED_HALF = lazy_pattern(r"\d ?(?:[-–—]|to|and|or) ?$")


class ClockForm(Check, frozen=True):
    """Compares each time with the clock of the house; without one, nothing is compared."""

    clock: Annotated[Clock | None, Meta(description="The form that times take.")] = None
    supplies: ClassVar = dict.fromkeys(("time", "change"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each time that reads another way in the house's form."""
        if self.clock is None:
            return
        for time in document.view(times):
            change = rewritten_time(time, self.clock)
            printed = time.core.cut(document.view(flat))
            if change != printed and _is_whole(document, time, self.clock):
                yield _problem(document, time, printed, change)


def _is_whole(document: Document, time: Time, clock: Clock) -> bool:
    """Tell whether the time can be rewritten by itself, which "1400 GMT", noon and "5-9 p.m." cannot."""
    if not possible(time):
        return False
    if not time.half:
        return time.mark != "" and (clock is Clock.TWENTY_FOUR or _has_one_reading(document, time))
    # What 12 a.m. means is the writer's to say.
    if time.minutes % NOON == 0:
        return False
    # The half of "5 to 9 p.m." is that of the 5 too.
    text, start = document.view(flat), time.core.start
    return clock is not Clock.TWENTY_FOUR or not SHARED_HALF.search(text, max(0, start - 12), start)


def _has_one_reading(document: Document, time: Time) -> bool:
    """Tell 21:30 and 09:15, and 11:00 beside them, from an 11:00 that may be at night."""
    text = document.view(flat)
    if time.zone or HALF_IN_WORDS.match(text, time.span.end):
        return False
    return _is_of_24_hours(document, time) or any(
        _is_of_24_hours(document, other) for other in document.view(times)
    )


def _is_of_24_hours(document: Document, time: Time) -> bool:
    noted = document.text[time.core.start] == "0" or time.hour > LAST_OF_HALF
    return noted and not time.half and time.mark == ":" and possible(time)


def _problem(document: Document, time: Time, printed: str, change: str) -> Problem:
    edit = replacement(document, time.core, change)
    return Problem(time.core, {"time": printed, "change": change}, (Fix((edit,), Safety.SAFE),))
