"""Searches for stories or paragraphs for which a sum over what is counted in them holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.patterns.counting import Counts, counts
from newslint.checks.patterns.faults import fault
from newslint.checks.patterns.formulas import evaluated
from newslint.checks.patterns.measured import Measured, Part, measured
from newslint.plugin import BlockKind, Check, Document, Problem

BLOCKS = {
    "paragraphs": BlockKind.PARAGRAPH, "subheads": BlockKind.SUBHEAD, "quotes": BlockKind.QUOTE,
    "list_items": BlockKind.LIST_ITEM, "captions": BlockKind.CAPTION,
}  # fmt: skip


class Metric(Check, frozen=True, kw_only=True):
    """Reports what a condition over a formula holds for.

    A formula counts with `words`, `sentences`, `characters`, `syllables`, `polysyllables`, `complex_words`,
    `long_words`, the scores `flesch`, `flesch_kincaid`, `gunning_fog`, `smog`, `coleman_liau` and `ari`, and
    in a story `paragraphs`, `subheads`, `quotes`, `list_items` and `captions`.
    """

    formula: Annotated[str, Meta(min_length=1, description="A sum, as `words / sentences`.")]
    condition: Annotated[str, Meta(min_length=1, description="What is reported, as `> 25`.")]
    scope: Annotated[Measured, Meta(description="What is counted in.")] = Measured.STORY
    shortest: Annotated[int, Meta(ge=1, description="The fewest words that are looked at.")] = 1
    supplies: ClassVar = {"value": None, "count": None}

    def __post_init__(self) -> None:
        """Reject a formula or a condition that is none."""
        values = _values(Counts(), None)
        for option, formula in (("formula", self.formula), ("condition", f"1 {self.condition}")):
            try:
                found = evaluated(formula, values)
            except ValueError as cause:
                raise fault(option, str(cause)) from None
            if option == "condition" and not isinstance(found, bool):
                raise fault(option, f"found `{self.condition}`, expected a comparison such as `> 25`")

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each part for which the condition holds, at its first sentence."""
        for part in measured(document, self.scope):
            value = self._value(document, part)
            if value is not None and evaluated(f"{value:f} {self.condition}", {}):
                shown = f"{value:.2f}".rstrip("0").rstrip(".")
                yield Problem(part.span, {"value": shown, "count": shown})

    def _value(self, document: Document, part: Part) -> float | None:
        counted = counts(part.text, part.sentences)
        if counted.words < self.shortest:
            return None
        return float(evaluated(self.formula, _values(counted, document)))


def _values(counted: Counts, document: Document | None) -> dict[str, float]:
    values = {name.replace("-", "_"): value for name, value in counted.values().items()}
    kinds = [block.kind for block in document.blocks] if document else []
    return {**values, **{name: float(kinds.count(kind)) for name, kind in BLOCKS.items()}}
