"""Searches for headlines that are not in the capitals of the house."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import BlockKind, Check, Document, Problem, lazy_pattern

WORD = lazy_pattern(r"[^\W\d_][\w'’-]*")
# What headline case leaves small.
SMALL_WORDS = "a an the and but or nor for so yet as at by in of off on per to up via vs with from into over"
SMALL = frozenset(SMALL_WORDS.split())


class Case(StrEnum):
    """How a line is capitalised."""

    HEADLINE = "headline"
    SENTENCE = "sentence"
    UPPER = "upper"
    LOWER = "lower"


class Capitalization(Check, frozen=True, kw_only=True):
    """Reports a line when fewer of its words than the threshold follow the case."""

    match: Annotated[Case, Meta(description="The case of the house.")]
    kinds: Annotated[tuple[BlockKind, ...], Meta(min_length=1, description="Which blocks are looked at.")] = (
        BlockKind.HEADLINE,
    )
    threshold: Annotated[float, Meta(gt=0, le=1, description="The share of words that must follow.")] = 0.5
    shortest: Annotated[int, Meta(ge=1, description="The fewest words that are judged.")] = 4
    exceptions: Annotated[frozenset[str], Meta(description="Words that are left as they are.")] = frozenset()
    supplies: ClassVar = {"words": None, "share": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each line in another case."""
        for block in document.blocks:
            if block.kind not in self.kinds:
                continue
            line = block.span.cut(document.text)
            words = self._judged(WORD.findall(line))
            following = sum(_follows(word, self.match) for word in words)
            if len(words) >= self.shortest and following < self.threshold * len(words):
                share = f"{100 * following // len(words)}%"
                yield Problem(block.span, {"words": line, "share": share})

    def _judged(self, words: Sequence[str]) -> list[str]:
        """Leave out the first word, which is capitalised in any case, small words and exceptions."""
        known = SMALL | self.exceptions if self.match in (Case.HEADLINE, Case.SENTENCE) else self.exceptions
        return [word for word in words[1:] if word not in known and word.lower() not in known]


def _follows(word: str, case: Case) -> bool:
    if case is Case.HEADLINE:
        return word[0].isupper()
    if case is Case.UPPER:
        return word.isupper()
    return word.islower()
