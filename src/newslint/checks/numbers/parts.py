"""Parts: a total whose parts, listed straight after it, make another sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import ClassVar

from newslint.checks.numbers.lists_of_sums import Parted, parted_sums
from newslint.checks.numbers.sums import like
from newslint.checks.numbers.two_sentences import told_apart
from newslint.plugin import Check, Document, Edit, Fix, Problem, Related, Safety, Worded, lazy_pattern
from newslint.text.figures.measures import measures
from newslint.text.figures.numbers import Number, numbers, percent_end
from newslint.text.flat import folded

# "12 people — five men", "12 people: five men", "12 people (five men"; the noun may have two words before it.
OPENED = lazy_pattern(r"(?: [a-z'-]+){0,4}(?: ?[–—] ?| - |: | \()")
BETWEEN = lazy_pattern(r"(?: [a-z'-]+){1,5}(?:, (?:and |plus )?| and | plus )")
JOINTS = (", ", " and ", " plus ")
CLOSED = Worded(
    r"(?: (?!(?:and|or|with|plus|as|but|while) )[a-z'-]+){1,5} ?(?=[.)–—;]| -|$|, (?:all|both|most|"
    r"none|each)(?!\w)|"
    r", (?:[a-z.'-]+ ){0,5}?(?:{first-saying-verbs}|according)(?!\w))"
)
# Of some parts that are already too many, a comma may end the list as well.
CLOSED_SOON = lazy_pattern(r"(?: (?!(?:and|or|with|plus|as|but|while) )[a-z'-]+){1,3} ?(?=[.,)–—;]| -|$)")
PARTIAL = Worded(
    r"(?<!\w)(?:including|among|or|average of|at least|about|around|some|more|most|nearly|almost|each|every|"
    r"per|of them|of whom|all|both|than|against|versus|by|to|{counted-otherwise})(?!\w)"
)
# "12 people, including five men", "12 people, nine men and four boys", "of the 12 victims, five were men"
INCLUDING = Worded(
    r"(?: [a-z'-]+){1,4},? (?:including|among them|among whom were) |"
    r"(?: [a-z'-]+)? {people-of-a-total}(?: [a-z'-]+){0,2}, "
)
# "32 arrested, 20 on Friday and 10 on Saturday", "12 people were killed, five in Kirkuk and six in Mosul"
COUNTED_ONCE = Worded("(?: (?!(?:in|on|at|by|for|from|after|when|of) )[a-z'-]+){0,4} {once-counted}, ")
SOMEWHERE = lazy_pattern(
    r" (on (?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\w))|in (?=(?:(?:the|[a-z]+ern) )?[A-Z]))"
)
# "has 1,200 workers, 700 in Ohio and 600 in Texas": no place is told twice.
OWNED = lazy_pattern(r"(?: (?!(?:in|on|at|by|for|from|after|when|of) )[a-z'-]+){1,3}, ")
OF_THEM = lazy_pattern(r"(?: [a-z'-]+){1,2}, ")
PERSON = lazy_pattern(r"(?<!\w)(?:m[ae]n|wom[ae]n|boys?|girls?|children)(?!\w)")
HEDGED = lazy_pattern(
    r"(?<!\w)(?:about|around|at least|more than|over|nearly|almost|some|or|each|every)(?!\w)"
)
FEWEST, LARGEST = 2, 100_000
# No list begins further behind its total.
FARTHEST = 120
ROUND = 100


class Parts(Check, frozen=True):
    """Reports totals that their parts do not make."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"total": None, "sum": None, "parts": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the totals whose listed parts make another sum, or whose included ones make more."""
        found, lower = document.view(numbers), document.view(folded)
        for index, total in enumerate(found):
            following = found[index + 1 : index + 9]
            if len(following) < FEWEST or following[0].span.start - total.span.end > FARTHEST:
                continue
            # A list has two parts, and most figures that stand in a row are none.
            if not lower.endswith(JOINTS, following[0].span.end, following[1].span.start):
                continue
            parts = _all_parts(document, total, following) or _placed_parts(document, total, following)
            wrong = bool(parts) and _sum(parts) != total.value
            if not parts:
                parts = _some_parts(document, total, following) or _elsewhere(document, total, following)
                wrong = bool(parts) and _sum(parts) > total.value
            if wrong and _counts(document, total, *parts):
                yield _problem(document, total, parts)
        for parted in (*document.view(parted_sums), *document.view(told_apart)):
            if not parted.agrees:
                yield _of_sums(document, parted)


def _all_parts(document: Document, total: Number, following: Sequence[Number]) -> Sequence[Number]:
    """Return the numbers of a complete list that follows *total*; none where anything else stands in it."""
    lower = document.view(folded)
    opened = OPENED.match(lower, total.span.end)
    parts, end = _listed(lower, opened.end(), following, CLOSED.of(document)) if opened else ((), 0)
    whole = parts and not PARTIAL.of(document).search(lower, max(0, total.span.start - 12), end)
    return parts if whole else ()


def _placed_parts(document: Document, total: Number, following: Sequence[Number]) -> Sequence[Number]:
    """Return the arrested or dead of every day, or of every place; none where days and places are mixed."""
    lower = document.view(folded)
    opened = COUNTED_ONCE.of(document).match(lower, total.span.end)
    parts, end = _listed(lower, opened.end(), following, CLOSED.of(document)) if opened else ((), 0)
    if not parts or HEDGED.search(lower, max(0, total.span.start - 12), end):
        return ()
    found = [SOMEWHERE.match(document.text, part.span.end) for part in parts]
    words = {match[1] if match else "" for match in found}
    # A list that falls far short, or short of a round figure, may leave some out.
    slack = total.value / 10 if total.value < ROUND or total.decimals == 0 else Fraction(0)
    return parts if words in ({"on "}, {"in "}) and total.value - _sum(parts) <= slack else ()


def _some_parts(document: Document, total: Number, following: Sequence[Number]) -> Sequence[Number]:
    """Return the men, women and children that are named of a total; none who may be counted twice."""
    lower = document.view(folded)
    opened = INCLUDING.of(document).match(lower, total.span.end)
    if not opened and lower.endswith(("of ", "of the "), 0, total.span.start):
        opened = OF_THEM.match(lower, total.span.end)
    parts, end = _listed(lower, opened.end(), following, CLOSED_SOON) if opened else ((), 0)
    if not parts or HEDGED.search(lower, max(0, total.span.start - 12), end):
        return ()
    edges = [*(part.span.start for part in parts[1:]), end]
    people = [PERSON.findall(lower, part.span.end, edge) for part, edge in zip(parts, edges, strict=True)]
    kinds = {name for names in people for name in names}
    twice = "children" in kinds and not kinds.isdisjoint(("boys", "girls", "boy", "girl"))
    return () if twice or not all(people) or len(kinds) < len(parts) else parts


def _elsewhere(document: Document, total: Number, following: Sequence[Number]) -> Sequence[Number]:
    """Return the parts of a total that lie in as many places, each named at once."""
    lower = document.view(folded)
    opened = OWNED.match(lower, total.span.end)
    parts, end = _listed(lower, opened.end(), following, CLOSED_SOON) if opened else ((), 0)
    if not parts or HEDGED.search(lower, max(0, total.span.start - 12), end):
        return ()
    found = [SOMEWHERE.match(document.text, part.span.end) for part in parts]
    return parts if all(match and match[1] == "in " for match in found) else ()


def _listed(
    lower: str, end: int, following: Sequence[Number], closing: re.Pattern[str]
) -> tuple[Sequence[Number], int]:
    """Return the numbers of a list that begins at *end*, and where it ends; none that is broken off."""
    if not following or following[0].span.start != end:
        return (), 0
    count = 1
    for one, two in pairwise(following):
        if not BETWEEN.fullmatch(lower, one.span.end, two.span.start):
            break
        count += 1
    closed = closing.match(lower, following[count - 1].span.end)
    return (following[:count], closed.end()) if closed and count >= FEWEST else ((), 0)


def _counts(document: Document, *found: Number) -> bool:
    """Tell whether all are counts of things: whole, no money, no per cent, no measure."""
    # "five in Mosul" has no inches.
    lower = document.view(folded)
    measured = {
        number.span.start
        for measure in document.view(measures)
        for number in measure.amounts
        if not lower.startswith(" in ", number.span.end)
    }
    total = found[0].value
    return all(
        number.value.denominator == 1
        and not number.money
        and percent_end(document, number) is None
        and number.span.start not in measured
        and 0 < number.value <= (total if number is not found[0] else Fraction(LARGEST))
        for number in found
    )


def _problem(document: Document, total: Number, parts: Sequence[Number]) -> Problem:
    words, added = total.span.cut(document.text), f"{int(_sum(parts)):,}"
    listed = " + ".join(f"{int(part.value):,}" for part in parts)
    fix = Fix((Edit(total.span, added),), Safety.UNSAFE)
    return Problem(
        total.span,
        {"total": words, "sum": added, "parts": listed},
        () if total.spelled else (fix,),
        tuple(Related(part.span) for part in parts),
    )


def _of_sums(document: Document, parted: Parted) -> Problem:
    """Report a total whose parts are sums of money, or stand before it."""
    total, added = parted.total, like(document, parted.total, parted.sum)
    listed = " + ".join(part.span.cut(document.text) for part in parted.parts)
    fix = Fix((Edit(total.span, added),), Safety.UNSAFE)
    return Problem(
        total.span,
        {"total": total.span.cut(document.text), "sum": added, "parts": listed},
        () if total.number.spelled else (fix,),
        tuple(Related(part.span) for part in parted.parts),
    )


def _sum(parts: Sequence[Number]) -> Fraction:
    return sum((part.value for part in parts), Fraction(0))
