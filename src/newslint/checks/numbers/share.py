"""Share: per cents and fractions that the part and the whole beside them do not make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.checks.numbers.figures import Kind
from newslint.checks.numbers.shares import Share, shares
from newslint.checks.numbers.sketches import sketches
from newslint.checks.numbers.sums import decimal, plain
from newslint.plugin import Check, Document, Edit, Fix, Problem, Related, Safety


class WrongShare(Check, frozen=True):
    """Reports shares that are not what their part and their whole make."""

    starts: ClassVar = (sketches,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"given": None, "expected": None, "sum": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the shares that no rounding makes of the figures."""
        for found in document.view(shares):
            if found.part.value > 0 and not found.agrees:
                yield _problem(document, found)


def _problem(document: Document, found: Share) -> Problem:
    given = found.share.span.cut(document.text)
    expected = decimal(found.exact, min(1, max(0, found.share.number.decimals)))
    told = f"{_told(document, found)} = {expected}%"
    if found.is_beyond:
        told += ", and that is the " + ("least" if found.leans > 0 else "most")
    figure = found.share.number.span.cut(document.text)
    plainly = found.share.kind is Kind.PERCENT and not found.share.number.spelled and not found.is_beyond
    mended = given.replace(figure, expected, 1)
    return Problem(
        found.share.span,
        {"given": given, "expected": mended if plainly else f"{expected}%", "sum": told},
        (Fix((Edit(found.share.span, mended),), Safety.UNSAFE),) if plainly else (),
        tuple(Related(each.span) for each in (found.part, found.whole) if each),
    )


def _told(document: Document, found: Share) -> str:
    if found.whole:
        return f"{plain(found.part.value)} / {plain(found.whole.value)}"
    return f"“{found.part.span.cut(document.text)}”"
