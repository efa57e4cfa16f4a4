"""Deaths: "Fodor died on Aug. 3, 2019. She was 77." beside the birth of the same person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from newslint.checks.dates.lives import BIRTH, Day, Life, date_within
from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.calendar.dates import Date, dates
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

# "Lena “Leni” Fodor, who wrote of the sea, " + "died on Aug. 3, 2019"
DIED = Worded(r"\b{verbs-of-dying}\b")
NAME = r"(?P<given>(?:[A-Z][\w'.-]+ ){0,3})(?P<surname>[A-Z][\w'-]+)"
NAME_BEFORE = lazy_pattern(rf"(?:^|(?<=[\s\"“”])){NAME}(?:,[^.\n]{{0,90}},|,)? (?:who )?(?:has |had )?$")
# "The novelist " + "died", "She has " + "died": the birth stands right before or behind.
UNNAMED_BEFORE = lazy_pattern(r"(?:^|[.!?\"”\n] ?)(?:S?[Hh]e|The [a-z]+)(?: has)? $")
KIN = Worded(r"\b(?:{kin-of-the-dead}|{kin})\b", re.IGNORECASE)
# "died on June 2, 2025, in Graz" + ". She was 65."; "died on 2 June 2025" + " at the age of 65."
AGE_NEXT = lazy_pattern(r"[\"”]? S?[Hh]e was (?P<age>\d\d\d?)\.(?!\d)")
AGE_WITHIN = lazy_pattern(r",? (?:aged|at the age of|at age) (?P<age>\d\d\d?)(?![\w-])")
# How far behind "died" its day may stand.
REACH = 60
# "was born on June 4, 1928" + ", in Moline" + "."; a sentence that names nobody else.
PLACE_CLOSED = lazy_pattern(r"(?:,? in (?:[A-Z][\w'.-]+,? ?){1,4})?\.?\"?\s*")
# "Fodor was " + "born on June 4, 1928", "Fodor, the miller's daughter, was " + "born"
NAME_BEFORE_BIRTH = lazy_pattern(rf"(?:^|[.!?\"”\n] ?){NAME} was $")
BORN_NEXT = lazy_pattern(r"[ \n](?:S?[Hh]e was born|Born [^\n;]{4,60}?, s?he\b)")


class Death(msgspec.Struct, frozen=True):
    """The age at a death, and the years and the day that it may be of."""

    age: Span
    reached: frozenset[int]
    days: frozenset[Day]


class Birth(msgspec.Struct, frozen=True):
    """A birth, with the name before it where one is printed."""

    span: Span
    year: int
    birthday: Date | None
    surname: str = ""
    given: tuple[str, ...] = ()


def deaths(document: Document) -> Iterator[Life]:
    """Yield each age at a death with the birth of who died: of that name, or right beside."""
    births = tuple(_births(document))
    text = document.view(flat)
    for died in DIED.of(document).finditer(text) if births else ():
        sentence = sentence_at(document, died.start())
        death = _death(document, died.end(), sentence)
        birth = _birth(document, births, died.start(), sentence, death) if death else None
        if death and birth:
            yield Life(
                birth.span,
                birth.year,
                death.age,
                death.reached,
                apart=True,
                birthday=birth.birthday,
                days=death.days,
            )


def _births(document: Document) -> Iterator[Birth]:
    text = document.view(flat)
    for cue in document.view(cues).get("years-passed", ()):
        birth = BIRTH.match(text, cue.start)
        if birth:
            span, year = Span(*birth.span()), int(birth["year"])
            name = NAME_BEFORE_BIRTH.search(text, max(0, cue.start - 60), cue.start)
            named = (name["surname"], tuple(name["given"].split())) if name else ("", ())
            yield Birth(span, year, date_within(document, span, year), *named)


def _death(document: Document, end: int, sentence: Span) -> Death | None:
    """Return the age in the sentence behind "died on May 4, 2019", or behind its date."""
    near = Span(end, min(sentence.end, end + REACH))
    day = next((each for each in document.view(dates) if near.contains(each.core)), None)
    if day is None or day.year is None or day.ambiguous or day.last_day is not None:
        return None
    text = document.view(flat)
    age = AGE_WITHIN.match(text, day.core.end) or AGE_NEXT.match(text, sentence.end)
    if age is None:
        return None
    return Death(Span(*age.span("age")), frozenset({day.year}), frozenset({(day.year, day.month, day.day)}))


def _birth(
    document: Document, births: Sequence[Birth], place: int, sentence: Span, death: Death
) -> Birth | None:
    """Return the one birth of that surname; of who is not named, that in the sentence before or behind."""
    text = document.view(flat)
    if KIN.of(document).search(text, sentence.start, place):
        return None
    if UNNAMED_BEFORE.search(text, max(0, sentence.start - 2), place):
        return next((each for each in births if _stands_beside(document, each, sentence, death)), None)
    name = NAME_BEFORE.search(text, sentence.start, place)
    # What tells the age itself is read with the obituaries.
    if name is None or sentence.contains(death.age):
        return None
    given = name["given"].split()
    own = [
        each
        for each in births
        if each.surname == name["surname"]
        and (not each.given or not given or each.given[0] in given)
        and not sentence.contains(each.span)
    ]
    return own[0] if len(own) == 1 else None


def _stands_beside(document: Document, birth: Birth, sentence: Span, death: Death) -> bool:
    text = document.view(flat)
    if birth.span.end <= sentence.start:
        return bool(birth.surname) and bool(PLACE_CLOSED.fullmatch(text, birth.span.end, sentence.start))
    behind = BORN_NEXT.match(text, death.age.end + 1)
    return behind is not None and behind.start() < birth.span.start < behind.end()
