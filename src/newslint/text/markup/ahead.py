"""Ahead: where the signs that close something next stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from newslint.core.pattern import lazy_pattern

CLOSING_BRACKET = lazy_pattern(r"\[/([A-Za-z][\w-]*+)\s*+\]")
TICKS = lazy_pattern(r"`+")
BLANK_LINE = lazy_pattern(r"(?:\r\n?|\n)[ \t>]*(?:\r\n?|\n)")
# No line of a list, a quotation or a container is indented further before its mark.
DEEPEST = 80


class Ahead:
    """Tells what lies ahead of a place, and remembers it: no stretch is searched twice for the same sign."""

    def __init__(self, letters: str) -> None:
        self.letters = letters
        self.signs: dict[str, tuple[int, int]] = {}

    def find(self, sign: str, position: int) -> int:
        """Return where *sign* next stands from *position* on, -1 for nowhere."""
        asked, at = self.signs.get(sign, (len(self.letters) + 1, -1))
        if asked <= position and (at < 0 or position <= at):
            return at
        at = self.letters.find(sign, position)
        self.signs[sign] = position, at
        return at

    def blank_line(self, position: int) -> int:
        """Return where the next empty line starts, or the end of the source."""
        asked, at = self.signs.get("\n\n", (len(self.letters) + 1, -1))
        if not asked <= position <= at:
            match = BLANK_LINE.search(self.letters, position)
            at = match.start() if match else len(self.letters)
            self.signs["\n\n"] = position, at
        return at

    def ticks(self, count: int, position: int) -> int:
        """Return where a run of exactly *count* backticks next stands, -1 for nowhere."""
        return _next(self._runs.get(count, []), position)

    def closing_bracket(self, name: str, position: int) -> int:
        """Return where `[/name]` next stands, -1 for nowhere; *name* is in lower case."""
        return _next(self._closing_brackets.get(name, []), position)

    def opens_line(self, position: int) -> bool:
        """Tell whether only space and the marks of quotations stand before *position* on its line."""
        before = self.margin(position)
        return before is not None and not before.strip(" \t>")

    def margin(self, position: int) -> str | None:
        """Return what stands before *position* on its line, or None when that is long."""
        before = self.letters[max(0, position - DEEPEST) : position]
        start = max(before.rfind("\n"), before.rfind("\r")) + 1
        return before[start:] if start or position <= DEEPEST else None

    def line_end(self, position: int) -> int:
        """Return where the line of *position* ends."""
        ends = [end for end in (self.find("\n", position), self.find("\r", position)) if end >= 0]
        return min(ends, default=len(self.letters))

    @cached_property
    def _runs(self) -> dict[int, list[int]]:
        runs: dict[int, list[int]] = {}
        for match in TICKS.finditer(self.letters):
            runs.setdefault(len(match[0]), []).append(match.start())
        return runs

    @cached_property
    def _closing_brackets(self) -> dict[str, list[int]]:
        closing: dict[str, list[int]] = {}
        if "[/" in self.letters:
            for match in CLOSING_BRACKET.finditer(self.letters):
                closing.setdefault(match[1].lower(), []).append(match.start())
        return closing


def _next(places: Sequence[int], position: int) -> int:
    index = bisect_left(places, position)
    return places[index] if index < len(places) else -1


def matched(pattern: re.Pattern[str], ahead: Ahead, position: int) -> re.Match[str] | None:
    """Match *pattern* at *position*, inside one paragraph."""
    match = pattern.match(ahead.letters, position)
    return match if match and match.end() <= ahead.blank_line(position) else None
