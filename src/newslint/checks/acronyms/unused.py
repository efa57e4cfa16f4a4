"""Acronyms that are introduced and never used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span
from newslint.text.names.candidates.acronyms import definitions


class UnusedAcronym(Check, frozen=True, kw_only=True):
    """An acronym in brackets after its full form that the story does not come back to."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"acronym": None, "phrase": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each such acronym."""
        for definition in document.view(definitions):
            span = definition.acronym.span
            if document.text.count(definition.acronym.text) == 1:
                data = {"acronym": definition.acronym.text, "phrase": definition.phrase.cut(document.text)}
                cut = Edit(Span(definition.phrase.end, span.end + 1), "")
                yield Problem(span, data, (Fix((cut,), Safety.SUGGESTION),))
