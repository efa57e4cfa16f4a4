"""Searches for years said to have passed that the years beside them contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

import msgspec

from newslint.plugin import Check, Document, Lexicon, Problem, Span, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at
from newslint.text.story_date import story_date

UNITS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {word: number for number, word in enumerate(UNITS, 2)} | {
    word: 10 * number for number, word in enumerate(TENS, 2)
}
COUNT = lazy_pattern(rf"(?:\b(\w+) )?(?<![\w.,-])(\d{{1,3}}|{'|'.join(WORDS)}) $", re.IGNORECASE)
ORDINAL = lazy_pattern(r"(?<![\w.,-])(\d{1,3})(?:st|nd|rd|th) $")
YEAR = r"(1[5-9]\d\d|20\d\d)(?![\w-]|[.,]\d)"
YEARS = lazy_pattern(rf"(?<![\w.,$£€:/-]){YEAR}")
# What follows: "years after" + " the 1996 accord", "anniversary of" + " the great 1963 march".
THEN = lazy_pattern(rf"(?:,? (?:the |his |her |their |its |in |on )?(?:[\w'-]+ ){{0,5}}?){YEAR}")
IN_YEAR = lazy_pattern(rf",? (?:back )?in {YEAR}")
# The other year stands right behind: "…, in 2021".
IN_YEAR_AFTER = lazy_pattern(rf"(?: [\w'-]+){{0,2}}, in {YEAR}")
IN_YEAR_BEFORE = lazy_pattern(rf"\bin {YEAR},? (?:just |exactly )?$", re.IGNORECASE)
YEAR_BEFORE = lazy_pattern(rf"\b(?:in|of) {YEAR},? (?:just |exactly )?$", re.IGNORECASE)
# "it has been " + "20 years since the 2001 attacks": counted to the day of the story.
UNTIL_NOW = lazy_pattern(r"\bit(?:'s| is| has been|'s been) (?:now )?$", re.IGNORECASE)
# A birthday, or a rounded year, makes one year's difference.
SLACK = 1


class Claim(msgspec.Struct, frozen=True):
    """So many years, from one year to one of others."""

    span: Span
    years: int
    since: int
    until: frozenset[int]


class Elapsed(Check, frozen=True):
    """Compares a number of years with the years it lies between."""

    supplies: ClassVar = dict.fromkeys(("claim", "since", "until", "passed"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each number of years that is more than one off."""
        for claim in _claims(document):
            off = claim.until and all(_off(claim, year) > SLACK for year in claim.until)
            if off and not _counts_from_another(document, claim):
                yield _problem(document, claim)


def _off(claim: Claim, year: int) -> int:
    return abs(abs(year - claim.since) - claim.years)


def _counts_from_another(document: Document, claim: Claim) -> bool:
    """Tell whether the sum is right from a year further on: "… after the 2001 attacks, planned in 1991"."""
    end = sentence_at(document, claim.span.start).end
    named = map(int, YEARS.findall(document.view(flat), claim.span.end, max(claim.span.end, end)))
    return any(abs(abs(until - year) - claim.years) <= SLACK for year in named for until in claim.until)


def _claims(document: Document) -> Iterator[Claim]:
    text = document.view(flat)
    for cue in document.view(cues).get("years-passed", ()):
        word = text[cue.start : cue.end].lower()
        counted = _counted(document, cue, word)
        if not counted:
            continue
        if word == "anniversary of":
            yield from _anniversary(document, cue, *counted)
        elif word in ("years after", "years before", "years since"):
            yield from _between(document, cue, *counted)
        elif word == "years ago":
            yield from _ago(document, cue, *counted)
        elif word != "born":
            yield from _later(document, cue, *counted)


def _counted(document: Document, cue: Span, word: str) -> tuple[int, int] | None:
    """Return where the number before the cue begins, and the number; None where it is a rough one."""
    text = document.view(flat)
    if word == "anniversary of":
        match = ORDINAL.search(text, max(0, cue.start - 8), cue.start)
        return (match.start(), int(match[1])) if match else None
    match = COUNT.search(text, max(0, cue.start - 30), cue.start)
    if match is None or (match[1] or "").lower() in document.lexicon.view(_rough):
        return None
    count = match[2].lower()
    return match.start(2), WORDS[count] if count in WORDS else int(count)


def _rough(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("rough-words"))


def _anniversary(document: Document, cue: Span, start: int, count: int) -> Iterator[Claim]:
    """Yield "the 50th anniversary of the 1963 march", held in a year of the sentence or of the story."""
    then = THEN.match(document.view(flat), cue.end)
    if then:
        others = _others(document, cue, int(then[1]))
        yield Claim(Span(start, then.end()), count, int(then[1]), others or _story_year(document))


def _between(document: Document, cue: Span, start: int, count: int) -> Iterator[Claim]:
    """Yield "In 2021, 20 years after the 2001 attacks" and "20 years after the 2001 attacks, in 2021"."""
    text = document.view(flat)
    then = THEN.match(text, cue.end)
    if not then:
        return
    before = IN_YEAR_BEFORE.search(text, max(0, start - 24), start)
    after = IN_YEAR_AFTER.match(text, then.end())
    if before:
        yield Claim(Span(before.start(), then.end()), count, int(then[1]), frozenset({int(before[1])}))
    elif after:
        yield Claim(Span(start, after.end()), count, int(then[1]), frozenset({int(after[1])}))
    elif text[cue.end - 5 : cue.end] == "since" and UNTIL_NOW.search(text, max(0, start - 20), start):
        yield Claim(Span(start, then.end()), count, int(then[1]), _story_year(document))


def _ago(document: Document, cue: Span, start: int, count: int) -> Iterator[Claim]:
    """Yield "20 years ago, in 1996" and "in 1996, 20 years ago", counted from the story's date."""
    text = document.view(flat)
    after = IN_YEAR.match(text, cue.end)
    before = YEAR_BEFORE.search(text, max(0, start - 24), start)
    if after:
        yield Claim(Span(start, after.end()), count, int(after[1]), _story_year(document))
    elif before:
        yield Claim(Span(before.start(), cue.end), count, int(before[1]), _story_year(document))


def _later(document: Document, cue: Span, start: int, count: int) -> Iterator[Claim]:
    """Yield "in 1996 and, five years later, in 2001" and "in 1996 and in 2001, five years later"."""
    text = document.view(flat)
    after = IN_YEAR.match(text, cue.end)
    before = IN_YEAR_BEFORE.search(text, max(0, start - 24), start)
    until = before.start() if before and not after else start
    named = YEARS.findall(text, sentence_at(document, cue.start).start, until)
    if after and named:
        yield Claim(Span(start, after.end()), count, int(named[-1]), frozenset({int(after[1])}))
    elif before and len(named) == 1 and text[cue.end - 5 : cue.end] == "later":
        yield Claim(Span(before.start(), cue.end), count, int(named[0]), frozenset({int(before[1])}))


def _others(document: Document, cue: Span, year: int) -> frozenset[int]:
    sentence = sentence_at(document, cue.start)
    named = YEARS.findall(document.view(flat), sentence.start, sentence.end)
    return frozenset(map(int, named)) - {year}


def _story_year(document: Document) -> frozenset[int]:
    told = document.view(story_date)
    return frozenset({told.year}) if told else frozenset()


def _problem(document: Document, claim: Claim) -> Problem:
    until = min(claim.until, key=lambda year: _off(claim, year))
    return Problem(
        span=claim.span,
        data={
            "claim": str(claim.years),
            "since": str(min(claim.since, until)),
            "until": str(max(claim.since, until)),
            "passed": str(abs(until - claim.since)),
        },
    )
