"""Commas before "Jr." and "Sr."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span, lazy_pattern
from newslint.text.flat import flat

# "King, Jr., was": the second comma goes with the first.
SUFFIX = lazy_pattern(r"(, )((?:Jr|Sr)\b\.?)(,(?= [a-z]))?")


class JuniorComma(Check, frozen=True, kw_only=True):
    """A comma between a name and "Jr." or "Sr."."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"name": None, "suffix": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each comma."""
        text = document.view(flat)
        if ", Jr" not in text and ", Sr" not in text:
            return
        for match in SUFFIX.finditer(text):
            name = text[max(0, match.start() - 40) : match.start()].rpartition(" ")[2]
            if name[:1].isupper():
                commas = [Edit(Span(*match.span(1)), " ")]
                if match[3]:
                    commas.append(Edit(Span(*match.span(3)), ""))
                span = Span(match.start() - len(name), match.end(2))
                data = {"name": name, "suffix": match[2]}
                yield Problem(span, data, (Fix(tuple(commas), Safety.SAFE),))
