"""Budgets: how long the costly checks of strangers may take over all stories of a linter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from time import thread_time

from newslint.core.check import Search
from newslint.core.document import Document
from newslint.core.errors import RuleError
from newslint.core.problem import Problem
from newslint.core.rule import ConfiguredRule

# A sound expression takes a few hundredths of a second for a megabyte, and so is never near its end.
SECONDS, SECONDS_A_MEGABYTE = 10.0, 1.0


class Budgeted:
    """A search that is given up once its rules have taken too long, which is told once.

    It adds up what the stories took, and so changes with every story.
    """

    def __init__(
        self, rules: Sequence[ConfiguredRule], search: Search, clock: Callable[[], float] = thread_time
    ) -> None:
        self.rules, self.search, self.clock = rules, search, clock
        self.taken = self.allowed = 0.0
        self.told = False

    def __call__(self, document: Document) -> Iterator[tuple[int, Problem]]:
        """Search a story. Raises RuleError for the first that is left out."""
        if self.taken > SECONDS + self.allowed:
            if not self.told:
                self.told = True
                origins = ", ".join(rule.origin for rule in self.rules)
                raise RuleError(f"{origins} took {self.taken:.0f} seconds of the run; it is off from here on")
            return
        self.allowed += SECONDS_A_MEGABYTE * len(document.text) / 1e6
        started = self.clock()
        try:
            found = tuple(self.search(document))
        finally:
            self.taken += self.clock() - started
        yield from found
