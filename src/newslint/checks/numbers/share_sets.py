"""Share sets: the shares of one whole in a sentence, where they come to more than 100 per cent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

from newslint.checks.numbers.figures import Figure, Kind
from newslint.checks.numbers.sketches import Sketch, sketches
from newslint.checks.numbers.sums import plain
from newslint.plugin import Check, Document, Problem, Related, Worded, lazy_pattern

ALL = Fraction(100)
# A change, a rate, or answers of which one may give several.
OTHER = Worded(
    r"(?<!\w)(?:{falling-words}|{rising-words}|each|respectively|both|multiple|than|another|also|compared|versus|"
    r"but|turnout|threshold|quorum|from P to|P to P)(?!\w)|P(?: [a-z]+)? {share-words}(?!\w)|"
    r"P[^P]*P (?:of (?!the (?:vote|shares|total))|overall|among)"
)
LEVY = lazy_pattern(r"(?<!\w)(?:tariffs?|rates?|tax(?:e[ds])?|dut(?:y|ies)|levy)(?!\w)")
ITEM = r"[a-z](?:(?! and [PF]| while [PF])[a-z'.& -]){0,50}"
LAST = r"(?= ?(?:[,.;)]|$| (?:of the (?:vote|votes|ballots|total|shares|seats)|and|with|while|in the)(?!\w)))"
JOIN = r"(?:,|;|,? and|,? while|,? but|,? with)"
AGAIN = r"(?= ?(?:[,.;)]|and |but |it(?!\w)|them(?!\w)|the (?:idea|plan|move|bill|measure|proposal)|$))"
# "45% said yes, 40% said no and 25% did not know"
ANSWERS = tuple(
    Worded(rf"P (?!of)(?:[a-z']+ ){{0,4}}{{answers-{one}}}(?!\w)|P of {ITEM} {{answers-{one}}}(?!\w)")
    for one in ("for", "against")
)
SHORT = Worded(r"P (?:[a-z']+ ){0,2}(?:{answers-for}|{answers-against})" + AGAIN)
# "the mayor got 55 percent, Ms. Pihl 35 percent and Mr. Oland 20 percent"
NAMED = lazy_pattern(
    rf"P(?: of (?:the |all )?[a-z]+)?{JOIN} (?P<name>[a-z][a-z'.-]*(?: [a-z][a-z'.-]*){{0,4}}?)(?: "
    rf"(?:at|on|with|to|got|had|won|took))? P{LAST}"
)
# "Labour was on 41%, the Conservatives on 35%"
STANDING = Worded(r"(?<!\w){parties-of-polls}(?!\w)")
SOMEBODY = lazy_pattern(r"(?:the|his|her|its|a|an|others?|another)(?!\w)")
CONTEST = Worded(r"(?<!\w)(?:{contests})(?!\w)")
# "made of 60 percent wool, 30 percent silk and 20 percent linen"
MADE = Worded(rf"(?<!\w)(?:{{compositions}}):? P {ITEM}(?:, P {ITEM})*,? and P ")
# "is 70 percent copper, 25 percent zinc and 5 percent tin"
OF_MATERIALS = Worded(
    r"(?<!\w)(?:is|are|was|were) P {materials}(?:, P {materials})*,? and P {materials}(?!\w)"
)
# "60 percent goes to roads, 30 percent to schools and 20 percent to parks"
GIVEN = lazy_pattern(
    rf"[PF] (?:{ITEM} )?(?P<to>to|on|for|from) {ITEM}(?:{JOIN} [PF](?: more)? (?P=to) {ITEM})+"
)


class ShareSets(Check, frozen=True):
    """Reports shares of one whole that make more than all of it."""

    starts: ClassVar = (sketches,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"sum": None, "total": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the last of the shares of every set that is too large."""
        for sketch in document.view(sketches):
            shares = sketch.text.count("P") + sketch.text.count("F")
            if shares < 2 or OTHER.of(document).search(sketch.text):
                continue
            found = [each for each in sketch.places.values() if each.kind in (Kind.PERCENT, Kind.FRACTION)]
            if _sum(found) > ALL + len(found) and _is_set(document, sketch):
                yield _problem(document, found)


def _is_set(document: Document, sketch: Sketch) -> bool:
    """Tell whether the sentence says that its shares are of one whole, and shut each other out."""
    text = sketch.text
    if all(each.of(document).search(text) for each in (*ANSWERS, SHORT)):
        return True
    if MADE.of(document).search(text) or OF_MATERIALS.of(document).search(text):
        return True
    given = GIVEN.search(text)
    if given and not LEVY.search(text):
        return sum(letter in "PF" for letter in given[0]) == sum(letter in "PF" for letter in text)
    contest = CONTEST.of(document).search(text) or (
        text.count(" on P") == text.count("P") and STANDING.of(document).search(text)
    )
    return bool(contest) and _are_named(document, sketch)


def _are_named(document: Document, sketch: Sketch) -> bool:
    """Tell whether every share but the first follows a name at once."""
    position, count = 0, 1
    while match := NAMED.search(sketch.text, position):
        words = document.text[sketch.offset(match.start("name")) : sketch.offset(match.end("name"))]
        if not (words[0].isupper() or SOMEBODY.match(words)):
            return False
        count, position = count + 1, match.end() - 1
    return count == sketch.text.count("P") > 1


def _problem(document: Document, found: Sequence[Figure]) -> Problem:
    told = " + ".join(plain(_share(each)) for each in found)
    return Problem(
        found[-1].span,
        {"sum": told, "total": plain(_sum(found))},
        (),
        tuple(Related(each.span) for each in found[:-1]),
    )


def _sum(found: Sequence[Figure]) -> Fraction:
    return sum((_share(each) for each in found), Fraction(0))


def _share(found: Figure) -> Fraction:
    return found.value * (100 if found.kind is Kind.FRACTION else 1)
