"""Searches for years said to have passed that the years beside them contradict."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import ClassVar

from newslint.checks.dates.durations import durations
from newslint.checks.dates.foundings import founding, ordinal_of
from newslint.checks.dates.standing import standing
from newslint.checks.dates.year_counts import IN_THE, Claim, Count, count_before
from newslint.plugin import Check, Document, Problem, Span, Worded, lazy_pattern
from newslint.text.calendar.story_date import story_date
from newslint.text.calendar.year_ranges import year_ranges
from newslint.text.cues import Cued, cues
from newslint.text.flat import Holding, flat
from newslint.text.sentences import sentence_at

YEAR = r"(1[5-9]\d\d|20\d\d)(?![\w-]|[.,]\d)"
YEARS = lazy_pattern(rf"(?<![\w.,$£€:/-]){YEAR}")
# What follows: "years after" + " the 1996 accord", "anniversary of" + " the great 1963 march". The year is
# another's in "years after the war that began in 2001", "anniversary of the opening of the 1875 bridge" and
# "years after her 1996 book was translated".
DAY = r"(?:[A-Z][a-z]+\.? \d{1,2},? |\d{1,2} [A-Z][a-z]+ )?"
OWN = r"(?!(?:that|which|who|whose|where|when|to|by|from|with|of (?:the|an?|his|her|its|their))\b)"
BEHIND = r"(?! (?:[\w'-]+ ){1,3}(?:was|were|is|are|had|has|have|{verbs-of-lasting})\b)"
THEN = Worded(rf"(?:,? (?:the |his |her |their |its |in |on )?(?:{OWN}[\w'-]+ ){{0,5}}?){DAY}{YEAR}{BEHIND}")
# An anniversary is that of a year only where it is said to be kept in it: "In 2013 thousands marked the" +
# "50th", "in 2013 on the" + "50th"; a museum "opened for the 25th …, closed in 2009" is none.
MARKED = "{marking-forms}"
OWNER = r"(?:the|its|his|her|their|[\w’']+['’]s?) "
KEPT_IN = Worded(
    rf"(?:(?:^|(?<=\n)|(?<=[.!?”\"] ))In {YEAR}\b[^;:]*?\b{MARKED}"
    rf"|\bin {YEAR},? (?:on|for|during|to {MARKED}|{MARKED})) {OWNER}$",
    re.IGNORECASE,
)
NOW = r"(?:[Tt]his year|[Tt]oday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
KEPT_NOW = Worded(
    rf"\b(?:{{marking-verbs}}s|will {{marking-verbs}}) {OWNER}$"
    rf"|\b{NOW}\b[^,;:]{{0,60}}\b(?:is|was|{MARKED}) {OWNER}$"
)
IN_YEAR = lazy_pattern(rf",? (?:back )?in {YEAR}")
# The other year stands right behind: "…, in 2021".
IN_YEAR_AFTER = lazy_pattern(rf"(?: [\w'-]+){{0,2}}, in {YEAR}")
IN_YEAR_BEFORE = lazy_pattern(rf"\bin {YEAR},? (?:just |exactly )?$", re.IGNORECASE)
YEAR_BEFORE = lazy_pattern(rf"\b(?:in|of) {YEAR},? (?:just |exactly )?$", re.IGNORECASE)
# "Born in 1950, he joined " + "at 20" + " and, a decade later, …": counted from a year that is not printed.
STEP = lazy_pattern(
    r"\b(?:aged|at (?:the )?age|at \d\d|(?:years?|months|decades?|century) (?:later|after|old|on)|year-old"
    r"|(?:next|following) (?:year|decade))\b"
)
# "it has been " + "20 years since the 2001 attacks": counted to the day of the story.
UNTIL_NOW = Worded(
    r"\b(?:it(?:'s| is| has been|'s been) (?:now )?|(?:this year|today|[A-Z][a-z]+day) {marking-verbs}s )$",
    re.IGNORECASE,
)
# "In the 20 years since 1996" + ", she has built": so is this, but not where she had.
HAS = lazy_pattern(r"(?![^;\n]*\bhad\b)[^;\n]*\b(?:has|have)\b")


# "247 years after" + " his birth"
BEGINNING = Worded(r" (?:the |his |her |its |their |[A-Z][\w']+ ){1,3}{beginning-nouns}\b(?! of\b)")


class Elapsed(Check, frozen=True):
    """Compares a number of years with the years it lies between."""

    starts: ClassVar = (Cued(("years-passed",)), year_ranges, Holding(("in 1", "in 2", "since 1", "since 2")))
    supplies: ClassVar = dict.fromkeys(("claim", "since", "until", "passed"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each number of years that is more than one off."""
        for claim in document.view(_told):
            if _is_off(claim) and not _counts_between_others(document, claim):
                yield _problem(document, claim)
        yield from (_problem(document, claim) for claim in document.view(_lasting) if _is_off(claim))

    def unchecked(self, document: Document) -> int:
        """Count the numbers of years that are counted to the day of a story without a date."""
        if document.view(story_date):
            return 0
        return sum(not claim.until for claim in (*document.view(_told), *document.view(_lasting)))


def _is_off(claim: Claim) -> bool:
    return bool(claim.until) and all(claim.off(year) > claim.count.slack for year in claim.until)


def _counts_between_others(document: Document, claim: Claim) -> bool:
    """Tell whether the sum is right for two other years named nearby: "in a 2016 interview … 20 years ago,
    in 1996"; "… after the 2001 attacks, planned in 1991".
    """
    text, sentence = document.view(flat), sentence_at(document, claim.span.start)
    previous = sentence_at(document, max(0, sentence.start - 2))
    named = {int(year) for year in YEARS.findall(text, previous.start, sentence.end)}
    pairs = combinations(named | claim.until | {claim.since}, 2)
    return any(abs(abs(one - two) - claim.count.years) <= claim.count.slack for one, two in pairs)


def _told(document: Document) -> tuple[Claim, ...]:
    return tuple(_claims(document))


def _lasting(document: Document) -> tuple[Claim, ...]:
    return (*durations(document), *standing(document))


def _claims(document: Document) -> Iterator[Claim]:
    text = document.view(flat)
    for cue in document.view(cues).get("years-passed", ()):
        word = text[cue.start : cue.end].lower()
        search = SEARCHES.get(word.split()[-1])
        if search is None:
            continue
        if search in (_anniversary, founding):
            count = ordinal_of(document, cue)
        else:
            count = count_before(document, cue.start, unit=word.split()[0])
        if count:
            yield from search(document, cue, count)


def _anniversary(document: Document, cue: Span, count: Count) -> Iterator[Claim]:
    """Yield "the 50th anniversary of the 1963 march", kept in a year of the sentence or of the story."""
    text, sentence = document.view(flat), sentence_at(document, cue.start)
    then = THEN.of(document).match(text, cue.end)
    if not then:
        return
    before = KEPT_IN.of(document).search(text, sentence.start, count.start)
    after = IN_YEAR_AFTER.match(text, then.end())
    kept = before or after
    if kept:
        yield Claim(
            Span(count.start, then.end()), count, int(then[1]), frozenset({int(kept[kept.lastindex or 1])})
        )
    elif KEPT_NOW.of(document).search(text, sentence.start, count.start) and not _others(
        document, cue, int(then[1])
    ):
        yield Claim(Span(count.start, then.end()), count, int(then[1]), _story_year(document))


def _between(document: Document, cue: Span, count: Count) -> Iterator[Claim]:
    """Yield "In 2021, 20 years after the 2001 attacks" and "20 years after the 2001 attacks, in 2021"."""
    text = document.view(flat)
    then = THEN.of(document).match(text, cue.end)
    if not then:
        yield from _after_beginning(document, cue, count)
        return
    before = IN_YEAR_BEFORE.search(text, max(0, count.start - 24), count.start)
    after = IN_YEAR_AFTER.match(text, then.end())
    if before:
        yield Claim(Span(before.start(), then.end()), count, int(then[1]), frozenset({int(before[1])}))
    elif after:
        yield Claim(Span(count.start, after.end()), count, int(then[1]), frozenset({int(after[1])}))
    elif cue.cut(text).endswith("since") and _lasts(document, cue, count, then):
        yield Claim(Span(count.start, then.end()), count, int(then[1]), _story_year(document))


def _after_beginning(document: Document, cue: Span, count: Count) -> Iterator[Claim]:
    """Yield "born in 1756, and in 2013, 247 years after his birth"."""
    text, sentence = document.view(flat), sentence_at(document, cue.start)
    noun = BEGINNING.of(document).match(text, cue.end)
    before = IN_YEAR_BEFORE.search(text, max(0, count.start - 24), count.start) if noun else None
    after = IN_YEAR.match(text, noun.end()) if noun and not before else None
    kept = before or after
    if not kept or text[cue.end - 5 : cue.end] not in ("after", "since"):
        return
    others = _others(document, cue, int(kept[1])) or _years_before(document, sentence)
    if len(others) == 1 and noun:
        span = Span(before.start() if before else count.start, after.end() if after else noun.end())
        yield Claim(span, count, min(others), frozenset({int(kept[1])}))


def _years_before(document: Document, sentence: Span) -> frozenset[int]:
    """Return the years of the sentence before, in the paragraph."""
    text = document.view(flat)
    if not sentence.start or text[sentence.start - 1] == "\n":
        return frozenset()
    previous = sentence_at(document, sentence.start - 2)
    return frozenset(map(int, YEARS.findall(text, previous.start, previous.end)))


def _lasts(document: Document, cue: Span, count: Count, then: re.Match[str]) -> bool:
    """Tell whether the years are counted to the day of the story."""
    text = document.view(flat)
    if UNTIL_NOW.of(document).search(text, max(0, count.start - 20), count.start):
        return True
    sentence = sentence_at(document, cue.start)
    in_the = IN_THE.search(text, max(sentence.start, count.start - 8), count.start)
    has = HAS.match(text, then.end(), sentence.end) if in_the else None
    return has is not None and not _others(document, cue, int(then[1]))


def _ago(document: Document, cue: Span, count: Count) -> Iterator[Claim]:
    """Yield "20 years ago, in 1996" and "in 1996, 20 years ago", counted from the story's date."""
    text = document.view(flat)
    after = IN_YEAR.match(text, cue.end)
    before = YEAR_BEFORE.search(text, max(0, count.start - 24), count.start)
    if after:
        yield Claim(Span(count.start, after.end()), count, int(after[1]), _story_year(document))
    elif before:
        yield Claim(Span(before.start(), cue.end), count, int(before[1]), _story_year(document))


def _later(document: Document, cue: Span, count: Count) -> Iterator[Claim]:
    """Yield "in 1996 and, five years later, in 2001" and "in 1996 and in 2001, five years later"."""
    text = document.view(flat)
    after = IN_YEAR.match(text, cue.end)
    before = IN_YEAR_BEFORE.search(text, max(0, count.start - 24), count.start)
    until = before.start() if before and not after else count.start
    named = _named_before(document, cue, until)
    if not named or STEP.search(text, named[-1].end(), until):
        return
    since = int(named[-1][1])
    if after:
        yield Claim(Span(count.start, after.end()), count, since, frozenset({int(after[1])}))
    elif before and len(named) == 1 and text[cue.end - 5 : cue.end] == "later":
        yield Claim(Span(before.start(), cue.end), count, since, frozenset({int(before[1])}))


def _named_before(document: Document, cue: Span, until: int) -> list[re.Match[str]]:
    """Return the years before that place in the sentence; with none there, that of the sentence before."""
    text, sentence = document.view(flat), sentence_at(document, cue.start)
    named = list(YEARS.finditer(text, sentence.start, until))
    if named or text[: sentence.start].endswith("\n") or not sentence.start:
        return named
    previous = sentence_at(document, sentence.start - 2)
    earlier = list(YEARS.finditer(text, previous.start, previous.end))
    return earlier if len(earlier) == 1 else []


def _others(document: Document, cue: Span, year: int) -> frozenset[int]:
    sentence = sentence_at(document, cue.start)
    named = YEARS.findall(document.view(flat), sentence.start, sentence.end)
    return frozenset(map(int, named)) - {year}


def _story_year(document: Document) -> frozenset[int]:
    told = document.view(story_date)
    return frozenset({told.year}) if told else frozenset()


def _problem(document: Document, claim: Claim) -> Problem:
    until = min(claim.until, key=claim.off)
    return Problem(
        span=claim.span,
        data={
            "claim": str(claim.count.years),
            "since": str(min(claim.since, until)),
            "until": str(max(claim.since, until)),
            "passed": str(abs(until - claim.since)),
        },
    )


SEARCHES: Mapping[str, Callable[[Document, Span, Count], Iterator[Claim]]] = {
    "of": _anniversary,
    "anniversary": founding,
    "birthday": founding,
    "after": _between,
    "before": _between,
    "since": _between,
    "ago": _ago,
    "later": _later,
    "earlier": _later,
}
