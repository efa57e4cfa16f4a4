"""Searches for apostrophes that are drawn as opening quotation marks: the ‘80s, don‘t, rock ‘n’ roll."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span, lazy_pattern
from newslint.text.quoting.apostrophes import may_open

OPENING, APOSTROPHE = "‘", "’"
# "the ‘80s", "early ‘80s", "the class of ‘07"; not "‘80s music is dead,’ he said", which is a quotation.
# "get ‘em", "‘til dawn" may open one as well; "don‘t" and "rock ‘n’ roll" cannot.
TURNED = lazy_pattern(
    r"""
    (?<=[a-z])‘(?P<within>n?t|s|re|ve|ll|d|m)\b | (?<=[a-z][ ])‘(?P<and>n)(?=’[ ]\w)
    | \b(?:the|of|early|late|mid|from|and|in|to)[ -]‘(?P<decade>\d\ds)\b | \bclass[ ]of[ ]‘(?P<year>\d\d)\b
    | (?<=[a-z][ ])‘(?P<cut>em|til|till|twas|tis|bout|round|cause)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
CERTAIN = frozenset({"within", "and"})


class TurnedApostrophe(Check, frozen=True, kw_only=True):
    """Reports the marks that can open no quotation, each with its word."""

    supplies: ClassVar = {"written": None, "change": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield every apostrophe that is turned the wrong way, with its word."""
        text = document.text
        if OPENING not in text:
            return
        for match in TURNED.finditer(text):
            kind = str(match.lastgroup)
            if kind in CERTAIN or not may_open(text, match.end()):
                yield _problem(text, match.end(kind), match.start(kind) - 1)


def _problem(text: str, end: int, mark: int) -> Problem:
    start = mark
    while text[start - 1 : start].isalnum():
        start -= 1
    end += text.startswith("’", end)
    written = text[start:end]
    fix = Fix((Edit(Span(mark, mark + 1), APOSTROPHE),), Safety.SAFE)
    change = written.replace(OPENING, APOSTROPHE)
    return Problem(Span(start, end), {"written": written, "change": change}, (fix,))
