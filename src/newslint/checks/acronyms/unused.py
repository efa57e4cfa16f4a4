"""Acronyms that are introduced and never used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import BlockKind, Check, Document, Edit, Fix, Problem, Safety, Span, lazy_pattern
from newslint.text.names.candidates.acronyms import definitions

OTHER_NAME = lazy_pattern(r"\b[A-Z]{2,}$")
HEADINGS = (BlockKind.HEADLINE, BlockKind.SUBHEAD)
HEADING = 60
CAPITALS = lazy_pattern(r"[A-Z][A-Z]+")


class UnusedAcronym(Check, frozen=True, kw_only=True):
    """An acronym in brackets after its full form that the story does not come back to."""

    starts: ClassVar = (definitions,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"acronym": None, "phrase": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each such acronym."""
        repeated = document.view(_repeated)
        for definition in document.view(definitions):
            span = definition.acronym.span
            phrase = definition.phrase.cut(document.text)
            # "ISIL (ISIS)" is another name, and "(FAQ)" is what readers look for in a heading.
            if (
                definition.acronym.text not in repeated
                and not OTHER_NAME.search(phrase)
                and not _is_ticker(phrase, definition.acronym.text)
                and not _heads(document, span)
            ):
                data = {"acronym": definition.acronym.text, "phrase": phrase}
                cut = Edit(Span(definition.phrase.end, span.end + 1), "")
                yield Problem(span, data, (Fix((cut,), Safety.SUGGESTION),))


def _is_ticker(phrase: str, acronym: str) -> bool:
    """Tell whether letters open with a whole word of the name, as those of a share do: "Yum China (YUMC)"."""
    first = phrase.split()[0].upper()
    return len(first) > 1 and acronym != first and acronym.startswith(first)


def _heads(document: Document, acronym: Span) -> bool:
    """Tell whether an acronym ends a heading, or a line that is one in all but markup."""
    block = document.block_at(acronym.start)
    return block is not None and (
        block.kind in HEADINGS or (len(block.span) < HEADING and block.span.end == acronym.end + 1)
    )


def _repeated(document: Document) -> frozenset[str]:
    """Return the acronyms that are introduced and stand once more, be it as a part of another word."""
    defined = {definition.acronym.text for definition in document.view(definitions)}
    if not defined:
        return frozenset()
    times: Counter[str] = Counter()
    for run, count in Counter(CAPITALS.findall(document.text)).items():
        for size in {*map(len, defined)}:
            for at in range(len(run) - size + 1):
                if (part := run[at : at + size]) in defined:
                    times[part] += count
    return frozenset(part for part, count in times.items() if count > 1)
