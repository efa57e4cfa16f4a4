"""Two sentences: a total, and its parts in the sentence after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks.numbers.figures import Kind, currency_mark
from newslint.checks.numbers.lists_of_sums import Parted
from newslint.checks.numbers.sketches import Sketch, cued_sketches, sketched
from newslint.plugin import Document, Worded, lazy_pattern
from newslint.text.sentences import sentence_at

KIND = r"(?: (?!(?:and|or|of|in|on|at|from|with|were|was)(?!\w))[a-z'-]+){1,2}"
# "They were " + "five men, four women and two boys", "The dead were …"
WHOLE = lazy_pattern(
    r"(?:they|the (?:dead|victims|injured|wounded|detained|arrested|passengers|survivors|group)) "
    rf"(?:were|are|comprised|included only) (?P<list>N{KIND}(?:, N{KIND})*,? and N{KIND})[.!]?$"
)
# "Five were men, four women and two children", "Of them, five were men and seven women"
SOME = lazy_pattern(
    r"(?:of (?:them|those|these|the (?:dead|victims|injured|wounded|detained|arrested|total)),? )?"
    rf"(?P<list>N(?: of them)? (?:were|are|was|is)(?: an?)?{KIND}"
    rf"(?:, N(?: were| was)?(?: an?)?{KIND})*,? and N(?: were| was)?(?: an?)?{KIND})[.!]?$"
)
# "Of that, $4 million goes to roads and $7 million to parks"
MONEY = lazy_pattern(
    r"of (?:that|this|it|the (?:money|sum|total)),? "
    r"(?P<list>M [^;:A-Z]{2,60}?(?:, M [^;:A-Z]{2,60}?)*,? (?:and|while) M [^;:A-Z]{2,60}?)[.!]?$"
)
# These are all that there are.
ALL_KINDS = lazy_pattern(
    r"(?=.*(?<!wo)men(?!\w))(?=.*women(?!\w))|(?=.*boys)(?=.*girls)|(?=.*adults)(?=.*(?:children|minors))"
)
TOTAL = Worded(r"(?P<total>N)(?: [a-z'-]+){0,2} {people-of-a-total}(?!\w)")
SUM = lazy_pattern(r"(?P<total>M)(?!\w)")
OTHERS = lazy_pattern(r"(?<!\w)(?:others?|including|among|at least|more|each|another|half)(?!\w)")
FEWEST = 2


def told_apart(document: Document) -> tuple[Parted, ...]:
    """Return the totals whose parts the sentence after them tells."""
    return tuple(_told_apart(document))


def _told_apart(document: Document) -> Iterator[Parted]:
    for sketch in cued_sketches(document, "words-of-kinds", figures=FEWEST):
        start = sketch.sentence.start
        for pattern in (WHOLE, SOME, MONEY) if start > 1 else ():
            match = pattern.match(sketch.text)
            if match and not OTHERS.search(sketch.text):
                yield from _parted(document, sketch, match, some=not _is_whole(pattern, match))
                break


def _is_whole(pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    return pattern is WHOLE or (pattern is SOME and ALL_KINDS.match(match["list"]) is not None)


def _parted(document: Document, sketch: Sketch, match: re.Match[str], *, some: bool) -> Iterator[Parted]:
    """Yield the one total of the sentence before with the parts; none where it has two."""
    before = sketched(document, sentence_at(document, sketch.sentence.start - 2))
    start, end = match.span("list")
    parts = tuple(each for place, each in sketch.places.items() if start <= place < end)
    kind = parts[0].kind
    totals = [*(SUM if kind is Kind.MONEY else TOTAL.of(document)).finditer(before.text)]
    if len(totals) != 1 or before.text.count(kind) != 1:
        return
    total = before.figure(totals[0], "total")
    figures = (total, *parts)
    if any(each.rough or each.kind is not kind for each in figures) or len(parts) != len(sketch.places):
        return
    if kind is Kind.COUNT or len({currency_mark(document, each) for each in figures}) == 1:
        yield Parted(total, parts, some)
