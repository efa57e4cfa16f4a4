"""Searches for times that no day has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import Check, Document, Problem
from newslint.text.calendar.time_forms import possible
from newslint.text.calendar.times import times


class ImpossibleTime(Check, frozen=True):
    """Compares hours and minutes with those of a day."""

    starts: ClassVar = (times,)
    supplies: ClassVar = dict.fromkeys(("time",))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each time after the last minute of its hour, or the last hour of its clock."""
        for time in document.view(times):
            if not possible(time):
                yield Problem(time.core, {"time": time.core.cut(document.text)})
