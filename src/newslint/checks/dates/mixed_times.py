"""Searches for times of day that are written another way than most of the story's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import BlockKind, Check, Document, Problem, Related, lazy_pattern
from newslint.text.calendar.times import Time, times
from newslint.text.flat import flat
from newslint.text.quoting.quotations import in_quotation

RUNNING = frozenset((BlockKind.PARAGRAPH, BlockKind.STANDFIRST, BlockKind.LIST_ITEM))
HALF = lazy_pattern(r" ?[apAP]\.?[mM]\.?$")
FEWEST = 3


class MixedTimes(Check, frozen=True):
    """Compares how the times of a story write their half of the day."""

    starts: ClassVar = (times,)
    supplies: ClassVar = dict.fromkeys(("minority", "majority"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem that names every time in a minority form."""
        found = [time for time in document.view(times) if _has_half(time) and _is_running(document, time)]
        forms = [_form(document, time) for time in found]
        if len(found) < FEWEST or len(set(forms)) == 1:
            return
        (usual, most), (_, second) = Counter(forms).most_common(2)
        if most > second:
            odd = [time for time, form in zip(found, forms, strict=True) if form != usual]
            yield _problem(document, odd, model=found[forms.index(usual)])


def _has_half(time: Time) -> bool:
    return time.half != "" and not time.lent


def _is_running(document: Document, time: Time) -> bool:
    block = document.block_at(time.core.start)
    return block is not None and block.kind in RUNNING and not in_quotation(document, time.core.start)


def _form(document: Document, time: Time) -> str:
    """Return how the half is written, whichever it is: " a.m.", "pm"."""
    half = HALF.search(time.core.cut(document.view(flat)))
    letters = half[0].replace("p", "a").replace("P", "A") if half else ""
    # The stop at the end may be the sentence's.
    return letters.removesuffix(".")


def _problem(document: Document, odd: list[Time], *, model: Time) -> Problem:
    text = document.text
    return Problem(
        span=odd[0].core,
        data={"minority": odd[0].core.cut(text), "majority": model.core.cut(text)},
        related=tuple(Related(time.core, {"minority": time.core.cut(text)}) for time in odd[1:]),
    )
