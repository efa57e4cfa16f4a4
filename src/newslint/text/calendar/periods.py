"""Periods: decades, centuries, fiscal years, quarters and seasons, with the years they cover."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.calendar.ordinals import ordinal_number
from newslint.text.cues import cues
from newslint.text.digits import digits
from newslint.text.elisions import OPENING, is_turned
from newslint.text.flat import flat

# "1990s", "mid-1990's"; then "'90s", of which a run of two digits is the start.
DECADE = lazy_pattern(r"[12][0-9]{2}0(?<![\w.,$£€¥:/]....)(?<![0-9]-....)'?s\b")
SHORT_DECADE = lazy_pattern(r"[2-9]0(?<='..)(?<!\w...)'?s\b")
# "since the late " + "90s"; "in the 90s" may be a temperature, "in his 90s" an age.
BARE_DECADE = lazy_pattern(r"[2-9]0'?s\b")
SINCE_THE = lazy_pattern(r"\b(?:since|of|from|during|through|to|like) the (?:(?:early|mid|late)[ -])?$")
# "FY" + "22", "FY" + "2021-22": the year is named for its end.
FISCAL = lazy_pattern(r"(\d\d|\d{4})(?:[-–/](\d\d|\d{4}))?(?![\w%]|[.,]\d)")
FISCAL_BEFORE = ("FY", "FY ")
APOSTROPHES = ("'", OPENING)
LATEST_SHORT = 50
DECADE_WORDS = (
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
    "noughties",
)
# "the late " + "nineties", but not "in her " + "nineties"
THE_BEFORE = Worded(r"\bthe (?:(?:early|mid|late|{adjectives-of-decades})[ -])?$", re.IGNORECASE)
YEAR_LENGTH = 4
# "the second " + "quarter" + " of 2021", "the 19th " + "century" + " BC", "summer" + " of 2021"
ORDINAL_BEFORE = lazy_pattern(r"\b((?:twenty-)?[a-z]+|\d\d?(?:st|nd|rd|th))[ -]$", re.IGNORECASE)
OF_YEAR = lazy_pattern(r"(?:,? of| in)? ((?:1[5-9]|20)\d\d)(?:[-–/]\d\d)?(?![\w%-]|[.,:]\d)")
# "the 18th and " + "19th centuries"
FIRST_OF_TWO = lazy_pattern(
    r"\b((?:twenty-)?[a-z]+|\d\d?(?:st|nd|rd|th))(?:-century)?(?: (?:and|or|to) (?:the )?| ?[-–—] ?)$",
    re.IGNORECASE,
)
# "third-quarter " + "profit", "Q3 " + "earnings", but not "third-quarter touchdown"
OF_BUSINESS = Worded(r" (?:{business-adjectives} )?{business-figures}\b")
BEFORE_QUARTER = lazy_pattern(r"\b(?:in|for|by|since|during|from|until|late|early) $")
OF_THE_YEAR = lazy_pattern(r" of (?:the|this|last|next) (?:fiscal |financial )?year\b")
BEFORE_CHRIST = lazy_pattern(r" (?:BC|B\.C\.|BCE)")
# Winter 2021 may end before spring 2021 or begin after it, and autumn comes first in the south: no season
# has a month of its own.
SEASONS = frozenset(("spring", "summer", "autumn", "fall", "winter"))
SEASON_BEFORE = lazy_pattern(
    r"\b(?:in|this|last|next|since|until|till|by|every|each|early|late|mid|over the|during the|in the)[ -]$",
    re.IGNORECASE,
)
NO_SEASON = lazy_pattern(r" (?:of|from|in)\b")


class PeriodKind(StrEnum):
    """What a period is a stretch of."""

    DECADE = "decade"
    CENTURY = "century"
    FISCAL_YEAR = "fiscal year"
    HALF = "half"
    QUARTER = "quarter"
    SEASON = "season"


MONTHS_IN = {PeriodKind.HALF: 6, PeriodKind.QUARTER: 3}


class Period(msgspec.Struct, frozen=True):
    """A stretch of time that begins in a *month* of a *year*, if one is said; before Christ it is below 1.

    Of a season the month is not told.
    """

    span: Span
    kind: PeriodKind
    year: int | None = None
    month: int = 1


def periods(document: Document) -> tuple[Period, ...]:
    """Return the periods in the order of the text."""
    text = document.view(flat)
    found = [decade for run in document.view(digits) for decade in _in_figures(document, text, run)]
    for cue in document.view(cues).get("periods", ()):
        found += _at_cue(document, text, cue)
    return tuple(sorted(found, key=lambda period: period.span))


def _in_figures(document: Document, text: str, run: Span) -> Iterator[Period]:
    if len(run) not in (2, YEAR_LENGTH):
        return
    fiscal = text[run.start - 3 : run.start].lstrip("( ") in FISCAL_BEFORE and FISCAL.match(text, run.start)
    yield from _fiscal_year(text, fiscal) if fiscal else _decade(document, text, run)


def _fiscal_year(text: str, figures: re.Match[str]) -> Iterator[Period]:
    last = int(figures[2] or figures[1])
    century = 0 if last > 99 else 2000 if last < LATEST_SHORT else 1900
    start = text.rindex("F", 0, figures.start())
    yield Period(Span(start, figures.end()), PeriodKind.FISCAL_YEAR, century + last)


def _decade(document: Document, text: str, run: Span) -> Iterator[Period]:
    if len(run) == YEAR_LENGTH:
        match, century = DECADE.match(text, run.start), 0
    else:
        match, century = _short_decade(document, text, run), 1900
    if match:
        start = run.start - (text[run.start - 1] in APOSTROPHES)
        yield Period(Span(start, match.end()), PeriodKind.DECADE, century + int(text[run.start : run.end]))


def _short_decade(document: Document, text: str, run: Span) -> re.Match[str] | None:
    bare = BARE_DECADE.match(text, run.start)
    if bare and text[run.start - 1] == OPENING:
        return bare if is_turned(document, run.start - 1) else None
    if bare and SINCE_THE.search(text, max(0, run.start - 24), run.start):
        return bare
    return SHORT_DECADE.match(text, run.start)


def _at_cue(document: Document, text: str, cue: Span) -> Iterator[Period]:
    word = text[cue.start : cue.end].lower()
    if word in SEASONS:
        yield from _season(text, cue)
    elif word in DECADE_WORDS:
        yield from _decade_in_words(document, text, cue, DECADE_WORDS.index(word))
    elif word in ("quarter", "half"):
        yield from _part_of_year(document, text, cue, PeriodKind(word))
    elif word[0] in "qh1234":
        yield from _short_part(document, text, cue, word)
    else:
        yield from _century(text, cue)


def _season(text: str, cue: Span) -> Iterator[Period]:
    year = OF_YEAR.match(text, cue.end)
    if year:
        yield Period(Span(cue.start, year.end()), PeriodKind.SEASON, int(year[1]))
    elif SEASON_BEFORE.search(text, max(0, cue.start - 12), cue.start) and not NO_SEASON.match(text, cue.end):
        yield Period(cue, PeriodKind.SEASON)


def _decade_in_words(document: Document, text: str, cue: Span, index: int) -> Iterator[Period]:
    if THE_BEFORE.of(document).search(text, max(0, cue.start - 14), cue.start):
        yield Period(cue, PeriodKind.DECADE, 1920 + 10 * index)


def _part_of_year(document: Document, text: str, cue: Span, kind: PeriodKind) -> Iterator[Period]:
    """Yield "the third quarter of 2021", "the first half of the year"; a half alone is a team's."""
    before = ORDINAL_BEFORE.search(text, max(0, cue.start - 8), cue.start)
    number = ordinal_number(before[1]) if before else 0
    year = OF_YEAR.match(text, cue.end) or OF_THE_YEAR.match(text, cue.end)
    months = MONTHS_IN[kind]
    if not before or not 1 <= number <= 12 // months:
        return
    month = months * (number - 1) + 1
    if year:
        named = int(year[1]) if year.lastindex else None
        yield Period(Span(before.start(1), year.end()), kind, named, month)
    elif text[cue.start - 1] == "-" and OF_BUSINESS.of(document).match(text, cue.end):
        yield Period(Span(before.start(1), cue.end), kind, month=month)


def _short_part(document: Document, text: str, cue: Span, word: str) -> Iterator[Period]:
    """Yield "Q3 2021", "3Q 2021" and "H1 of 2021", and "in Q3", which is no car there."""
    if not cue.cut(text).isupper():
        return
    year = OF_YEAR.match(text, cue.end)
    kind = PeriodKind.HALF if "h" in word else PeriodKind.QUARTER
    month = MONTHS_IN[kind] * (int(word.strip("qh")) - 1) + 1
    if year:
        yield Period(Span(cue.start, year.end()), kind, int(year[1]), month)
    elif BEFORE_QUARTER.search(text, max(0, cue.start - 8), cue.start) or OF_BUSINESS.of(document).match(
        text, cue.end
    ):
        yield Period(cue, kind, month=month)


def _century(text: str, cue: Span) -> Iterator[Period]:
    before = ORDINAL_BEFORE.search(text, max(0, cue.start - 14), cue.start)
    number = ordinal_number(before[1]) if before else 0
    if not before or not number:
        return
    era = BEFORE_CHRIST.match(text, cue.end)
    first = FIRST_OF_TWO.search(text, max(0, before.start() - 24), before.start())
    if first and ordinal_number(first[1]):
        yield _of_century(Span(*first.span(1)), ordinal_number(first[1]), era)
    yield _of_century(Span(before.start(1), era.end() if era else cue.end), number, era)


def _of_century(span: Span, number: int, era: re.Match[str] | None) -> Period:
    return Period(span, PeriodKind.CENTURY, -100 * number if era else 100 * number - 99)
