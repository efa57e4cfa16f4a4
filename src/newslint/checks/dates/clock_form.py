"""Searches for times that are not in the form of the house."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span
from newslint.text.time_forms import NOON, Clock, possible, rewritten_time
from newslint.text.times import Time, times


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
            printed = time.core.cut(document.text)
            if possible(time) and _has_form_of_its_own(time, self.clock) and change != printed:
                yield _problem(document, time, printed, change)


def _has_form_of_its_own(time: Time, clock: Clock) -> bool:
    """Tell whether the time is the desk's to rewrite, which "1400 GMT" and noon are not."""
    if not time.half and (time.mark == "" or (time.zone and clock is not Clock.TWENTY_FOUR)):
        return False
    # What 12 a.m. means is the writer's to say.
    return not (clock is Clock.TWENTY_FOUR and time.half and time.minutes % NOON == 0)


def _problem(document: Document, time: Time, printed: str, change: str) -> Problem:
    end = time.core.end
    # "at 6 pm." ends a sentence; the stop of "p.m." serves for it too.
    closing = change.endswith(".") and document.text[end : end + 1] == "."
    edit = Edit(Span(time.core.start, end + closing), change)
    return Problem(time.core, {"time": printed, "change": change}, (Fix((edit,), Safety.SAFE),))
