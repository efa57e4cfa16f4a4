"""Shares: a part, the whole it is a part of, and the per cent or the fraction that copy gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from newslint.checks.numbers.figures import COUNTED, Figure, Kind, is_open, lean
from newslint.checks.numbers.sketches import Sketch, sketches
from newslint.plugin import Document, Worded, lazy_pattern

WORD = (
    r" (?!(?:and|but|while|than|up|down|compared|versus|nor|when|after|before|as)(?!\w))"
    r"(?:[a-z][a-z0-9'&.-]*|(?:19|20)[0-9]{2})"
)
THE = (
    r"(?: (?:the|its|their|his|her|our|all|those|these|about))*(?: [a-z-]+'s)?(?: (?:the|more than|"
    r"total|full|whole))*"
)
OF = r" (?:of|out of|among|from among|from|in|in a population of|of a total of)"
SAYS = (
    r"(?:,? or|, an? (?:share|rate|proportion) of|,? (?:or )?(?:representing|accounting for|"
    r"making up|amounting to|equivalent to|"
    r"equal to|comprising|"
    r"constituting|which is|that is|i\.e\.,?)|,? ?\((?:or )?|,? ?[–—]|,? --?|,)"
    r"(?: ?(?:a|an|the|some|or|only|just|almost|nearly))? ?"
)
IS = (
    r"(?: (?:who|that|which))? (?:represent|ma[dk]e up|account(?:ed)? for|compris|constitut|equal|is|"
    r"are|was|were)(?:e?[sd])?"
)


def _words(most: int) -> str:
    """Return a pattern for up to so many words, with the "-seat" that may cling to a figure."""
    return rf"(?:-[a-z]+)?(?:{WORD}){{0,{most}}}?"


FORMS = (
    # "12 of the 40 schools, or 30 percent", "271,000 workers among 64.6 million people (0.4%)"
    rf"(?P<part>[NM]){_words(4)}{OF}{THE} (?P<whole>[NM]){_words(6)}{SAYS}(?P<share>[PF])",
    # "of 40 schools, 12 (30%) are shut", "of the 40 schools, 12 are shut, or 30 percent"
    r"(?<!\w)(?:out )?(?:of|"
    rf"among){THE} (?P<whole>[NM]){_words(6)}, (?P<part>[NM]){_words(5)}{SAYS}(?P<share>[PF])",
    # "of the 40 schools, 30 percent, or 12, are shut"
    r"(?<!\w)(?:out )?(?:of|"
    rf"among){THE} (?P<whole>[NM]){_words(6)}, (?P<share>[PF]){_words(4)}{SAYS}(?P<part>[NM])",
    # "30 percent of the 40 schools, or 12"
    rf"(?P<share>[PF]) of{THE} (?P<whole>[NM]){_words(5)}{SAYS}(?P<part>[NM])",
    # "12 schools, or 30 percent of the 40", "12 (30%) of 40 schools"
    rf"(?P<part>[NM]){_words(4)}{SAYS}(?P<share>[PF])\)?,?{_words(1)} (?:out )?of{THE}"
    r"(?: [a-z-]+ of)? (?P<whole>[NM])",
    # "30% (12 of 40 schools)", "30 percent of schools, or 12 of 40"
    rf"(?P<share>P){_words(5)}{SAYS}(?P<part>[NM]){_words(2)} (?:out )?of{THE} (?P<whole>[NM])",
    # "the 12 schools make up 30 percent of the 40"
    rf"(?P<part>[NM]){_words(4)}{IS} (?P<share>[PF]) of{THE} (?P<whole>[NM])",
)
SHARED = tuple(lazy_pattern(form) for form in FORMS)
# "two-thirds of members, or 60 percent": one share said twice.
TWICE = tuple(
    lazy_pattern(form)
    for form in (
        rf"(?P<part>F){_words(5)}{SAYS}(?P<share>P)",
        rf"(?P<share>P){_words(5)}{SAYS}(?P<part>F)",
    )
)
BRACKET = lazy_pattern(r"\([^)]*$")
# What makes a per cent after a share something else: a change, a rate, a share of another whole.
OTHER = Worded(
    r"[ -](?:more|less|fewer|higher|lower|above|below|up|down|off|rise|growth|cheaper|larger|smaller|bigger|"
    r"{change-nouns}|{share-words})(?!\w)| (?:from|to|in|on|by|for|than) (?!all)|-"
)
# "more than half its peak"
OF_IT = lazy_pattern(r" (?:the|its|their|his|her|our|that|as)(?!\w)")
CLOSED = lazy_pattern(r"\)|;| of ")
OF_ANOTHER = lazy_pattern(
    r" of (?!(?:them|those|these|that|it|the total|all|the whole)(?!\w))(?:the |all |its |their |"
    r"his |her )?([a-z-]+)"
)
# A share in words is a rounder one: points of a hundred.
IN_WORDS = Fraction(3)
FEW = 10


class Share(msgspec.Struct, frozen=True):
    """A share in per cent or as a fraction, with the part and the whole; a fraction alone has no whole.

    A fraction or a part *leans* where its hedge says that the share is more (1) or less (-1): by anything if
    it is *open*, as "more than half" is and "just over half" is not.
    """

    share: Figure
    part: Figure
    whole: Figure | None = None
    leans: int = 0
    open: bool = False

    @property
    def bounds(self) -> tuple[Fraction, Fraction]:
        """Return the least and the greatest per cent that rounds to the part and the whole."""
        if self.whole is None:
            exact, slack = self.part.value * 100, IN_WORDS * (2 if self.part.rough else 1)
            return exact - slack, exact + slack
        (low, high), (less, more) = self.part.bounds, self.whole.bounds
        few = IN_WORDS if self.whole.value <= FEW else Fraction(0)
        return low / more * 100 - few, high / less * 100 + few

    @property
    def exact(self) -> Fraction:
        """Return the per cent that the printed figures make."""
        return self.part.value / (self.whole.value if self.whole else Fraction(1)) * 100

    @property
    def given(self) -> Fraction:
        """Return the share in per cent, as printed."""
        return self.share.value * (100 if self.share.kind is Kind.FRACTION else 1)

    @property
    def slack(self) -> Fraction:
        """Return how far the share may be rounded, in points of a hundred."""
        if self.share.kind is Kind.FRACTION:
            return IN_WORDS * (2 if self.share.rough else 1)
        return self.share.percent_slack

    @property
    def agrees(self) -> bool:
        """Tell whether some rounding leads from the figures to the share."""
        low, high = self.bounds
        up = self.leans * (-1 if self.share.kind is Kind.FRACTION else 1) if self.open else 0
        least = low - self.slack <= self.given or up < 0
        return least and (self.given <= high + self.slack or up > 0) and not self.is_beyond

    @property
    def is_beyond(self) -> bool:
        """Tell whether the share lies on the other side of its fraction: "more than half (48%)"."""
        if self.share.kind is Kind.FRACTION:
            return self.leans * (self.given - self.exact) > 1
        if self.share.rough or (self.whole and (self.whole.rough or self.whole.value > COUNTED)):
            return False
        # "More than two-thirds (66%)" is as near as a whole per cent comes.
        last = Fraction(10) ** -max(0, self.share.number.decimals) / (2 if self.exact.denominator == 1 else 1)
        return self.leans * (self.exact - self.given) > last


def shares(document: Document) -> tuple[Share, ...]:
    """Return the shares that stand in one sentence with their part and their whole."""
    found = tuple(each for sketch in document.view(sketches) for each in _shares(document, sketch))
    # They hold as much as two copies of a long story, and of all rules the one on shares comes last.
    document.forget(sketches)
    return found


def _shares(document: Document, sketch: Sketch) -> Iterator[Share]:
    text = sketch.text
    shared = SHARED if sketch.amounts > 1 and ("P" in text or "F" in text) else ()
    twice = TWICE if "P" in text and "F" in text else ()
    told: set[int] = set()
    for pattern in (*shared, *twice):
        for match in pattern.finditer(text):
            place = match.start("share")
            if place not in told and _is_share(document, text, match):
                told.add(place)
                yield _made(document, sketch, match)


def _made(document: Document, sketch: Sketch, match: re.Match[str]) -> Share:
    whole = sketch.figure(match, "whole") if "whole" in match.groupdict() else None
    share, part = sketch.figure(match, "share"), sketch.figure(match, "part")
    hedged = share if share.kind is Kind.FRACTION else part
    in_words = hedged.kind is Kind.FRACTION or (whole is not None and whole.value <= FEW)
    return Share(share, part, whole, lean(document, hedged), in_words and is_open(document, hedged))


def _is_share(document: Document, text: str, match: re.Match[str]) -> bool:
    """Tell whether the per cent can be no other one; sums are compared with sums, counts with counts."""
    groups = match.groupdict()
    if "whole" in groups and groups["part"] != groups["whole"]:
        return False
    end = match.end()
    if text[end - 1] not in "PF":
        return True
    if OTHER.of(document).match(text, end) or (text[end - 1] == "F" and OF_IT.match(text, end)):
        return False
    if BRACKET.search(text, match.start(), end) and not CLOSED.match(text, end):
        return False
    another = OF_ANOTHER.match(text, end)
    return another is None or another[1] in text[match.start() : end]
