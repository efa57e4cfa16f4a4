"""Searches for lines that do not fit, such as headlines in a narrow column."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import BlockKind, Check, Document, Problem


class LineLength(Check, frozen=True, kw_only=True):
    """Reports each block of a kind that has too many characters."""

    longest: Annotated[int, Meta(ge=1, description="The most characters that fit.")]
    kind_of_line: Annotated[BlockKind, Meta(description="Which blocks are measured.")] = BlockKind.HEADLINE
    supplies: ClassVar = {"length": None, "surplus": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the lines that do not fit."""
        for block in document.blocks:
            length = len(block.span)
            if block.kind is self.kind_of_line and length > self.longest:
                yield Problem(block.span, {"length": str(length), "surplus": str(length - self.longest)})
