"""A profile: what time linting took, by rule and by view, each without what it asked of others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

import msgspec

from newslint.core.check import Search, View
from newslint.core.document import Document
from newslint.engine.linter import Linter

# What takes less is not listed.
LEAST_SHARE = 0.001
RULE, VIEW = "rule", "view"


class Profile:
    """Adds up the time of searches and views. What one asks of another counts for that other alone."""

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self.clock = clock
        self.seconds: dict[tuple[str, str], float] = {}
        self.within: list[float] = []

    def timed(self, kind: str, name: str, call: Callable[[], Any]) -> Any:
        """Make a call, and count its time for a name."""
        started = self.clock()
        self.within.append(0.0)
        try:
            return call()
        finally:
            taken = self.clock() - started
            own = taken - self.within.pop()
            self.seconds[kind, name] = self.seconds.get((kind, name), 0.0) + own
            if self.within:
                self.within[-1] += taken

    def watch(self, linter: Linter) -> Linter:
        """Count what the searches of a linter take."""
        linter.searches = tuple((rules, self._search(rules, search)) for rules, search in linter.searches)
        return linter

    def watched(self, document: Document) -> Document:
        """Return a document whose views are counted."""
        views = _Views(self)
        views.document = msgspec.structs.replace(document, memory=views)
        return views.document

    def lines(self) -> Iterator[str]:
        """Yield a table: milliseconds, share, and what they are of, the longest first."""
        total = sum(self.seconds.values())
        for (kind, name), taken in sorted(self.seconds.items(), key=lambda each: -each[1]):
            if taken >= LEAST_SHARE * total:
                yield f"{taken * 1000:10,.1f} ms {taken / total:6.1%}  {kind} {name}"

    def _search(self, rules: tuple[Any, ...], search: Search) -> Search:
        others = f" and {len(rules) - 1} more" if len(rules) > 1 else ""
        name = f"{rules[0].id}{others}"
        return lambda document: self.timed(RULE, name, lambda: list(search(document)))


class _Views(dict[View, object]):
    """The views of one document, which are timed where they are derived."""

    document: Document

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self.profile = profile

    def __missing__(self, build: View) -> object:
        found = self.profile.timed(VIEW, _name(build), lambda: build(self.document))
        self[build] = found
        return found


def _name(build: View) -> str:
    """Return "text.words.words", or "text.cues.Cued feasts" of a view that is made for some words."""
    module = build.__module__.removeprefix("newslint.")
    own = getattr(build, "__name__", "")
    sought = " ".join(getattr(build, "words", ()))
    return f"{module}.{own or type(build).__name__}{' ' * bool(sought)}{sought}"
