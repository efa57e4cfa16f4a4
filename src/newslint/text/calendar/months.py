"""Months: those that a story names without a day."""

from __future__ import annotations

import re

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.calendar.almanac import MONTHS, month_number
from newslint.text.calendar.date_patterns import MONTH
from newslint.text.calendar.dates import dates
from newslint.text.cues import cues
from newslint.text.flat import flat

YEAR = lazy_pattern(
    r"(?P<stop>\.?)(?P<comma>,?) (?P<year>(?:1[5-9]|20)\d\d)(?![\w%]|[.,:]\d| ?(?:GMT|UTC|people\b))"
)
TAKES_A_MONTH = lazy_pattern(
    r"\b(?:in|since|until|till|by|from|during|before|after|last|next|this|early|late|mid|of|between)[ -]$",
    re.IGNORECASE,
)

# "March-" + "April 2020", "May and " + "June"; what stands first is no name or verb in "March-" and "May/".
JOINT = lazy_pattern(r"\.?(?: ?[-–—/] ?| (?:and|or|to|through|until) )")
JOINED = lazy_pattern(
    rf"\.?(?: ?[-–—/] ?{MONTH}| (?:and|or|to|through|until) {MONTH}\.? (?:1[5-9]|20)\d\d\b)(?! \d\d?\b)"
)

# "by Jan Smit", "in Mar del Plata"
NAME_AFTER = lazy_pattern(r" (?:[A-Z]|(?:del?|van|von) )")


class Month(msgspec.Struct, frozen=True):
    """A month as the copy prints it, with its year if it has one; *comma* stands between the two."""

    span: Span
    number: int
    word: Span
    full: bool
    year: int | None = None
    comma: bool = False


def months(document: Document) -> tuple[Month, ...]:
    """Return the months without a day in the order of the text."""
    text = document.view(flat)
    dated = {date.month_span for date in document.view(dates)}
    found: list[Month] = []
    for span in document.view(cues).get("months", ()):
        if span in dated or not text[span.start].isupper():
            continue
        joined = bool(found and JOINT.fullmatch(text, found[-1].word.end, span.start))
        month = _month(text, span, joined=joined or JOINED.match(text, span.end) is not None)
        if month:
            found.append(month)
    return tuple(found)


def _month(text: str, word: Span, *, joined: bool) -> Month | None:
    """Return the month; a word that may be a name or a verb counts only with a year or a word for it."""
    name = text[word.start : word.end]
    number = month_number(name)
    full = name.lower() == MONTHS[number - 1].lower()
    year = YEAR.match(text, word.end)
    if year and not (full and year["stop"]):
        return Month(Span(word.start, year.end()), number, word, full, int(year["year"]), bool(year["comma"]))
    if not joined and not TAKES_A_MONTH.search(text, max(0, word.start - 8), word.start):
        return None
    if not full and NAME_AFTER.match(text, word.end):
        return None
    stop = (
        not full and text[word.end : word.end + 1] == "." and text[word.end + 1 : word.end + 2] in (" ", ",")
    )
    return Month(Span(word.start, word.end + stop), number, word, full)
