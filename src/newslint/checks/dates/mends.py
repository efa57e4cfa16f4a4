"""Mends: a date with another day, weekday, month or year, written as the story writes its own."""

from __future__ import annotations

from newslint.plugin import Document, Edit, Fix, Safety, Span, lazy_pattern
from newslint.text.calendar.almanac import MONTHS, WEEKDAYS
from newslint.text.calendar.articles import with_article
from newslint.text.calendar.date_forms import AGENCY_MONTHS
from newslint.text.calendar.date_patterns import WEEKDAY
from newslint.text.calendar.dates import Date
from newslint.text.calendar.ordinals import ORDINALS, ordinal_letters
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

# The usual short forms where three letters are not what the story prints.
SHORT_WEEKDAYS = ("Mon", "Tues", "Wed", "Thurs", "Fri", "Sat", "Sun")
# "31" + ".04.2021": what has a nought in the month has one in the day.
PADDED_BEHIND = lazy_pattern(r"[/.-]0\d[/.-]\d")
PADDED_BEFORE = lazy_pattern(r"(?<!\d)0\d[/.-]$")
# "11 a.m. Maria Lund left", "in Sept. “No,” she said"; not "9 a.m. Monday".
MAY_OPEN_SENTENCE = lazy_pattern(
    rf"\s+(?!{WEEKDAY}\b|(?:{'|'.join(MONTHS)})\b)[\"“‘'`«‹]*[A-Z0-9À-ÞĀ-Ž$£€“\"]"
)


def weekday_edit(document: Document, date: Date, weekday: int) -> Edit:
    """Put another weekday for the one printed, as short or as long."""
    place = date.weekday_span or date.span
    return Edit(place, _like(WEEKDAYS[weekday], place.cut(document.text), SHORT_WEEKDAYS[weekday]))


def day_edit(document: Document, place: Span, day: int) -> Edit:
    """Put another day of the month, with its leading nought, the letters of its ordinal or in words."""
    text = document.text
    if text[place.start].isalpha():
        return Edit(place, ORDINALS[day - 1])
    figures = f"{day:02}" if _is_padded(text, place) else str(day)
    letters = text[place.end : place.end + 2]
    if letters.lower() not in ("st", "nd", "rd", "th"):
        return Edit(place, figures)
    return Edit(Span(place.start, place.end + 2), figures + ordinal_letters(day))


def month_edit(document: Document, date: Date, month: int) -> Edit:
    """Put another month, in full where that is how it is printed, else as short as agencies have it."""
    place, printed = date.month_span, date.month_span.cut(document.text)
    if date.figures:
        return Edit(place, f"{month:0{len(printed)}}")
    short = AGENCY_MONTHS[month - 1]
    if document.text[place.end : place.end + 1] == "." and printed not in MONTHS:
        place = Span(place.start, place.end + 1)
    else:
        short = short.rstrip(".")
    return Edit(place, _like(MONTHS[month - 1], printed, short))


def year_edit(date: Date, year: int) -> Edit:
    """Put another year."""
    return Edit(date.year_span or date.span, str(year))


def replacement(document: Document, span: Span, change: str) -> Edit:
    """Put *change* in the place; the stop of an abbreviation that ends a sentence is the sentence's too."""
    end, sentence = span.end, sentence_at(document, span.start)
    if change.endswith("."):
        end += document.text[end : end + 1] == "."
    elif document.text[end - 1] == "." and sentence.end == end and sentence.start < span.start:
        end -= 1
    return Edit(Span(span.start, end), change)


def may_end_sentence(document: Document, span: Span, change: str) -> bool:
    """Tell whether the stop of an abbreviation, which goes with *change*, may be the sentence's, too."""
    text, end = document.view(flat), span.end
    if text[end - 1] != "." or change.endswith(".") or sentence_at(document, span.start).end == end:
        return False
    return MAY_OPEN_SENTENCE.match(text, end) is not None


def mended(document: Document, span: Span, *edits: Edit) -> Fix:
    """Return the fix of a fact, which may be wrong itself, and how *span* reads with it.

    The article before it goes with the change: "an 8 May" is "a 7 May".
    """
    first, *others = sorted(edits, key=lambda edit: edit.span)
    ordered = (with_article(document.view(flat), first), *others)
    words, position = [], span.start
    for edit in ordered:
        words += [document.text[position : edit.span.start], edit.text]
        position = edit.span.end
    change = "".join(words) + document.text[position : span.end]
    closing = "".join(right * (change.count(left) - change.count(right)) for left, right in ("()", "[]"))
    return Fix(ordered, Safety.UNSAFE, {"change": change + closing})


def _is_padded(text: str, day: Span) -> bool:
    """Tell whether the day, or the month beside it in figures, has a leading nought."""
    if text[day.start] == "0" or _ends_iso(text, day) or PADDED_BEHIND.match(text, day.end):
        return True
    return bool(PADDED_BEFORE.search(text, max(0, day.start - 4), day.start))


def _ends_iso(text: str, day: Span) -> bool:
    """Tell the day of "2021-02-29", which has two figures."""
    return text[day.start - 4 : day.start - 3] == "-" == text[day.start - 1 : day.start] and day.start >= 8


def _like(word: str, printed: str, short: str) -> str:
    """Return *word* as long, and with such capitals, as the *printed* one."""
    if not any(printed.lower() == name.lower() for name in (*MONTHS, *WEEKDAYS)):
        word = word[:3] if len(printed) == 3 and word in WEEKDAYS else short
    return word.upper() if printed.isupper() else word
