"""Named ages: "Lena Fodor, 32, said", an age of the story's day right behind a name."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from newslint.plugin import Document, Span, lazy_pattern
from newslint.text.digits import digits
from newslint.text.flat import flat
from newslint.text.quoting.quotations import in_quotation

NAME_BEFORE = lazy_pattern(
    r"(?:^|(?<=[\s(“\"]))(?P<given>(?:[A-Z](?:[\w'-]+|\.) ){0,3})(?P<surname>[A-Z][\w'-]+), (?:now |aged )?$"
)
CLOSED = lazy_pattern(r",(?! (?:\d|and \d))|\.(?!\d)|;|$")
YOUNGEST, REACH = 10, 80


class NamedAge(msgspec.Struct, frozen=True):
    """An age with the name before it."""

    age: Span
    years: int
    surname: str
    given: tuple[str, ...]


def named_ages(document: Document) -> tuple[NamedAge, ...]:
    """Return the ages that stand behind a name, in the order of the text."""
    return tuple(_found(document))


def _found(document: Document) -> Iterator[NamedAge]:
    text = document.view(flat)
    for run in document.view(digits):
        if len(run) != 2 or text[run.start - 1 : run.start] != " " or not CLOSED.match(text, run.end):
            continue
        name = NAME_BEFORE.search(text, max(0, run.start - REACH), run.start)
        years = int(run.cut(text))
        if name and years >= YOUNGEST and not in_quotation(document, run.start):
            yield NamedAge(run, years, name["surname"], tuple(name["given"].split()))
