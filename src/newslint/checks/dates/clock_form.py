"""Searches for times that are not in the form of the house."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.dates.doubled_half import says_again
from newslint.checks.dates.mends import may_end_sentence, replacement
from newslint.plugin import Check, Document, Fix, Problem, Safety, Span, lazy_pattern
from newslint.text.calendar.articles import with_article
from newslint.text.calendar.dates import dates
from newslint.text.calendar.time_forms import DAY, NOON, Clock, possible, rewritten_time
from newslint.text.calendar.times import JOINT, Time, times
from newslint.text.flat import flat

# "11:00 in the evening", "10:30 on Friday night"
HALF_IN_WORDS = lazy_pattern(r"[^.;:\n]{0,20}\b(?:morning|noon|afternoon|evening|night|tonight)\b")
LAST_OF_HALF = 12
# The time of ships and pilots keeps their clock: "16:30 GMT", "08:00" + " to 16:30 GMT".
UNIVERSAL = lazy_pattern(r"(?: ?(?:[-–—]|to|until|and|or) ?\d{1,2}[:.]?\d\d)? ?\(?(?:GMT|UTC)\b")
SHARED_HALF = lazy_pattern(r"\d ?(?:[-–—]|to|and|or) ?$")


class ClockForm(Check, frozen=True):
    """Compares each time with the clock of the house; without one, nothing is compared."""

    clock: Annotated[Clock | None, Meta(description="The form that times take.")] = None
    starts: ClassVar = (times,)
    supplies: ClassVar = dict.fromkeys(("time", "change"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each time, or range of times, that reads another way in the house's form."""
        if self.clock is None:
            return
        for group in _groups(document):
            if all(_is_whole(document, time, self.clock, alone=len(group) == 1) for time in group):
                span = group[0].core.joined(group[-1].core)
                change = _rewritten(document, group, self.clock)
                if change != span.cut(document.view(flat)):
                    unsure = group[-1].span == group[-1].core and may_end_sentence(document, span, change)
                    safety = Safety.SUGGESTION if unsure else _safety(document, group, self.clock)
                    yield _problem(document, span, change, safety)


def _groups(document: Document) -> Iterator[tuple[Time, ...]]:
    """Yield each time; after one whose half is lent, both ends of the range."""
    for before, time in pairwise((None, *document.view(times))):
        if time and not time.lent:
            yield (before, time) if before and before.lent else (time,)


def _rewritten(document: Document, group: tuple[Time, ...], clock: Clock) -> str:
    """Return the times in that form, with what stands between them."""
    changes = [rewritten_time(time, clock) for time in group]
    joint = Span(group[0].core.end, group[-1].core.start) if len(group) > 1 else None
    return joint.cut(document.view(flat)).join(changes) if joint else changes[0]


def _is_whole(document: Document, time: Time, clock: Clock, *, alone: bool) -> bool:
    """Tell whether the time can be rewritten, which "1400 GMT", noon and "11-1 p.m." cannot."""
    if time.word or not possible(time):
        return False
    if not time.half:
        return time.mark != "" and (clock is Clock.TWENTY_FOUR or _has_one_reading(document, time))
    # What 12 a.m. means is the writer's to say.
    if time.minutes % NOON == 0:
        return False
    # The half of the 11 in "11 to 1 p.m." is not printed.
    text, start = document.view(flat), time.core.start
    shared = SHARED_HALF.search(text, max(0, start - 12), start) if alone else None
    return clock is not Clock.TWENTY_FOUR or shared is None or _is_day(document, shared.start())


def _is_day(document: Document, position: int) -> bool:
    """Tell the 5 of "Friday, June 5 - 7 p.m." from an hour."""
    return any(date.span.start <= position < date.span.end for date in document.view(dates))


def _has_one_reading(document: Document, time: Time) -> bool:
    """Tell 21:30 and 09:15, and 11:00 beside them, from an 11:00 that may be at night."""
    text = document.view(flat)
    if UNIVERSAL.match(text, time.core.end) or HALF_IN_WORDS.match(text, time.span.end):
        return False
    return _is_of_24_hours(document, time) or any(
        _is_of_24_hours(document, other) for other in document.view(times)
    )


def _is_of_24_hours(document: Document, time: Time) -> bool:
    noted = document.text[time.core.start] == "0" or time.hour > LAST_OF_HALF
    return noted and not time.half and time.mark != "" and possible(time)


def _safety(document: Document, group: tuple[Time, ...], clock: Clock) -> Safety:
    """Return how safe it is to rewrite times where the copy does not say all, or says it in words too."""
    first, last = group[0], group[-1]
    if says_again(document, last) or (
        clock is Clock.TWENTY_FOUR and _is_beside_twelve(document, first, last)
    ):
        return Safety.SUGGESTION
    # Friday's midnight is not the day's that begins at 00:00 on Friday.
    return Safety.SAFE if all(time.minutes % DAY for time in group) else Safety.UNSAFE


def _is_beside_twelve(document: Document, first: Time, last: Time) -> bool:
    """Tell whether the other end of a range is a 12 a.m. or p.m., which keeps its form: "11 a.m.-12 p.m."."""
    text = document.view(flat)
    return any(
        JOINT.fullmatch(text, one.core.end, other.core.start) is not None
        for one, other in pairwise(document.view(times))
        if (other == first and _is_twelve(one)) or (one == last and _is_twelve(other))
    )


def _is_twelve(time: Time) -> bool:
    return bool(time.half) and time.minutes % NOON == 0


def _problem(document: Document, span: Span, change: str, safety: Safety) -> Problem:
    data = {"time": span.cut(document.view(flat)), "change": change}
    edit = with_article(document.view(flat), replacement(document, span, change))
    return Problem(span, data, (Fix((edit,), safety),))
