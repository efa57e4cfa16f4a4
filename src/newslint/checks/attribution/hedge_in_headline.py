"""Searches for hedges in headlines that name no source: "reportedly", "allegedly"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import BlockKind, Check, Document, Problem
from newslint.text.cues import Cued, cues
from newslint.text.sources.vouchers import vouchers


class HedgeInHeadline(Check, frozen=True, kw_only=True):
    """Finds hedges in headlines without a source or a colon, which stands for one."""

    starts: ClassVar = (Cued(("headline-hedges",)),)
    supplies: ClassVar = {"hedge": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the hedges."""
        for hedge in document.view(cues).get("headline-hedges", ()):
            block = document.block_at(hedge.start)
            if block is None or block.kind is not BlockKind.HEADLINE:
                continue
            if ":" not in block.span.cut(document.text) and not vouchers(document, block.span):
                yield Problem(hedge, {"hedge": hedge.cut(document.text)})
