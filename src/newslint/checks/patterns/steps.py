"""Steps: one word of a sequence after the other, followed through a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from newslint.checks.patterns.phrases import Inflection
from newslint.plugin import Span, lazy_pattern
from newslint.text.words import PhraseIndex

if TYPE_CHECKING:
    import regex

# "$3.5m", "well-to-do", "U.S."; a stop behind a word is none of it.
WORD = lazy_pattern(r"[$£€]?\w+(?:['.,/&-]\w+)*(?:%|(?<=\b\w)\.(?=\w?))?")
# What a gap does not pass, unless it may.
CLAUSE_END = lazy_pattern(r"[,;:()\"“”—–]| - |--")
LONGEST_GAP = 20


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """One word of a sequence, and what may stand before it."""

    words: Annotated[tuple[str, ...], Meta(description="The words or phrases of which one stands here.")] = ()
    pattern: Annotated[
        str, Meta(description="An expression for the whole of one word, instead of words.")
    ] = ""
    inflect: Annotated[Inflection | None, Meta(description="Which word of each has forms.")] = None
    gap: Annotated[
        int, Meta(ge=0, le=LONGEST_GAP, description="How many other words may stand before it.")
    ] = 0
    optional: Annotated[bool, Meta(description="Whether it may be missing.")] = False
    absent: Annotated[bool, Meta(description="Whether it must be missing.")] = False
    replacement: Annotated[str, Meta(description="What to write instead, in the same form.")] = ""


# The steps that were met, each with its place.
Taken = Sequence[tuple[int, Span]]


class Line(msgspec.Struct, frozen=True):
    """A sentence: the text that it is part of, and the places of its words."""

    text: str
    words: Sequence[Span]


class Made(msgspec.Struct, frozen=True):
    """A step with its words spelled out, each with what replaces it, and its expression compiled."""

    words: Mapping[str, str]
    pattern: regex.Pattern[str] | None
    gap: int
    optional: bool
    absent: bool

    def at(self, line: Line, number: int) -> int:
        """Return how many words of a line the step takes from one on, none where it is not met."""
        word = line.words[number]
        if self.pattern is not None:
            return int(self.pattern.fullmatch(line.text, word.start, word.end) is not None)
        for phrase in self.words:
            end = word.start + len(phrase)
            if line.text.startswith(phrase, word.start):
                for taken in range(number, len(line.words)):
                    if line.words[taken].end >= end:
                        if line.words[taken].end == end or phrase[-1] == line.text[end - 1] == ".":
                            return taken - number + 1
                        break
        return 0


class Ready(msgspec.Struct, frozen=True):
    """A sequence as it is searched for: its steps, the words that are looked up, and what gaps may hold."""

    steps: tuple[Made, ...]
    index: PhraseIndex
    between: frozenset[str]
    across: bool

    def follow(self, line: Line, first: int) -> tuple[Taken, int] | None:
        """Return the steps met from a word on, and the number of the word behind, if all are met."""
        taken = self._follow(line, 0, first, starting=True)
        if taken is None:
            return None
        end = taken[-1][1].end
        behind = next((n for n, word in enumerate(line.words) if word.start >= end), len(line.words))
        return taken, behind

    def _follow(
        self, line: Line, step: int, number: int, *, starting: bool = False
    ) -> list[tuple[int, Span]] | None:
        if step == len(self.steps):
            return []
        made = self.steps[step]
        # Before the first word there is no gap.
        gap = 0 if starting and not made.absent else made.gap
        if made.absent:
            reach = self._reach_back(line, number, gap) if starting else self._reach(line, number, gap)
            if any(made.at(line, n) for n in reach):
                return None
            return self._follow(line, step + 1, number, starting=starting)
        for n in [number][: len(line.words) - number] if starting else self._reach(line, number, gap):
            if length := made.at(line, n):
                rest = self._follow(line, step + 1, n + length)
                if rest is not None:
                    place = line.words[n].joined(line.words[n + length - 1])
                    return [(step, place), *rest]
        return self._follow(line, step + 1, number) if made.optional else None

    def _reach(self, line: Line, number: int, gap: int) -> Iterator[int]:
        """Yield the words at which a step may be met: as many as its gap allows, and what is in it."""
        for n in range(number, min(number + gap + 1, len(line.words))):
            if n > number and line.words[n - 1].cut(line.text) in self.between:
                return
            if n and self._parted(line, n):
                return
            yield n

    def _reach_back(self, line: Line, number: int, gap: int) -> Iterator[int]:
        """Yield the words before the first, in which an absent step may stand."""
        for n in range(number - 1, max(-1, number - gap - 2), -1):
            if self._parted(line, n + 1):
                return
            yield n

    def _parted(self, line: Line, number: int) -> bool:
        before, word = line.words[number - 1], line.words[number]
        return not self.across and CLAUSE_END.search(line.text, before.end, word.start) is not None


def is_anchor(step: Step) -> bool:
    """Tell whether a step can be looked up: it has words, which must be there."""
    return bool(step.words) and not step.optional and not step.absent
