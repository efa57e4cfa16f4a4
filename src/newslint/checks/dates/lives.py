"""Lives: births with an age that was reached in a known year."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import msgspec

from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.calendar.dates import Date, dates
from newslint.text.calendar.story_date import story_date
from newslint.text.calendar.year_ranges import Joint, YearRange, year_ranges
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

Day = tuple[int, int, int]
# How far a story's date may be from the day it tells of.
NEAR = 3
YEAR = r"(?P<year>1[89]\d\d|20\d\d)(?![\w-]|,\d)"
# "born in Leeds on May 5, 1930", "born 5 May 1979", "(b. 1979)"; what stands before the year holds no other.
NO_YEAR = r"(?:(?!\d{3})[\w ,.])"
BIRTH = lazy_pattern(
    r"(?:[Bb]orn (?:(?:in|on) )?"
    rf"(?:[A-Z]{NO_YEAR}{{0,40}}?,? (?:in|on {NO_YEAR}{{3,14}},?) |{NO_YEAR}{{1,14}},? )??|b\. ){YEAR}"
)
YEARS = lazy_pattern(r"(?<![\w.,$£€:/-])(1[89]\d\d|20\d\d)(?![\w%]|[.,]\d)")
# "Ruiz, 34, was " + "born", "Ruiz, 34 (" + "b. 1979", "Ruiz, aged 34, who was " + "born",
# "The 34-year-old Ana Ruiz, " + "born", "A 12-year-old girl " + "born"
AGE_BEFORE = lazy_pattern(
    r"(?:, (?:aged )?(?P<age>\d\d),? \(?(?:and )?(?:who )?(?:was )?"
    r"|\b(?P<hyphened>\d\d)-year-old(?: (?:[A-Z][\w'-]+ ){0,2}[A-Z][\w'-]+| [a-z]+(?: [a-z]+)?)?,? "
    r"\(?(?:who was )?"
    r"|\bNow (?:aged )?(?P<now>\d\d), (?:[A-Z][\w'-]+ ){0,2}[A-Z][\w'-]+,? (?:who )?(?:was )?)$"
)
# "Fodor, 71, was born in 1990, according to a faulty record"
DOUBTED = Worded(r"\b{words-of-false-records}\b", re.IGNORECASE)
# "born in 1979" + ", Ruiz, now 34,", ". She is now 34.", "), aged 34", " and is 34."
AGE_AFTER = lazy_pattern(
    r",? (?:[A-Z][\w'-]+ ?){1,3}, (?:now |aged )?(?P<age>\d\d),"
    r"|\), (?P<closed>\d\d)(?=[,.;](?! \d))|\)?,? (?:and )?aged (?P<aged>\d\d)\b(?!-| when\b)"
    r"|\)?,? (?:and |who |s?he )?is (?:now )?(?:aged )?(?P<now>\d\d)(?=[.,;]| and\b| years old\b)"
    r"|,? (?:[A-Z][\w'-]+ ){1,3}is (?:now )?(?:aged )?(?P<named>\d\d)(?=[.,;]| and\b| years old\b)"
    r"|,? (?:and |who )?(?:turns|will turn) (?P<turning>\d\d) this year\b"
    r"|\. S?[Hh]e is now (?P<since>\d\d)(?=[.,;]| and\b| years old\b)"
    r"|, the (?:[a-z]+ ){0,2}[a-z]+(?<!s), (?:now |aged )?(?P<described>\d\d),"
    r"|,? the (?P<hyphened>\d\d)-year-old\b|, making (?:him|her) (?P<making>\d\d)\b"
)
# "Lena Fodor (1931-2009" + "), who wrote of the sea, was 84 when she won the prize in 2001"
MOMENT_BEHIND = lazy_pattern(
    r"\),? (?:who [^.;:()\n]{1,80}, )?was (?:only |just )?(?P<age>\d\d\d?) when s?he\b"
    rf"(?:(?!\b(?:that|which|who|whose|had)\b)[^.,;:\n]){{0,60}}? in {YEAR}"
)
# An age of that day is of no other year that the sentence names; without a date, of the one it opens with.
OPENING_YEAR = lazy_pattern(rf"In {YEAR}\b")
# "born in 1979" + ", he was 22 when he won the cup in 2001"; not "when he joined the club that won in 1995".
THEN = lazy_pattern(
    r"(?: and|,? s?he) was (?:aged )?(?P<age>\d\d) when\b"
    rf"(?:(?!\b(?:that|which|who|whose|had)\b)[^.,;:\n]){{0,60}}? in {YEAR}"
)
# "Born on 5 May 1980" + ", Ruiz was 20 when he was signed on 1 March 2000"
NAMED_THEN = lazy_pattern(
    r", (?:the [a-z]+|(?:[A-Z][\w'.-]+ ){0,3}[A-Z][\w'-]+) was (?:only |just )?(?P<age>\d\d) when s?he\b"
    rf"(?:(?!\b(?:that|which|who|whose|had)\b)[^.,;:\n]){{0,60}}? (?:in|on [\w .]{{3,14}},?) {YEAR}"
)
# "born on June 2, 1961" + ", turned 65 last year", " and will turn 70 next year"
TURNED = lazy_pattern(
    r",? (?:and |who |s?he )?(?:turned (?P<last>\d\d) last|(?:turns|will turn) (?P<next>\d\d) next) year\b"
)
# "born July 19, 1947" + ", turned 80 on Sunday, July 19, 2026"
TURNED_ON = lazy_pattern(rf",? (?:and |who |s?he )?turned (?P<age>\d\d) on (?:[\w.]+,? ){{2,4}}{YEAR}")
# "born in 1950" + ", she married at 22 in 1980", ", she joined the bank in 1980 at the age of 22"
AT_AGE = r"at (?:the age of |age )?(?P<age>\d\d)"
WITHIN = r"(?:(?!\b(?:that|which|who|whose|had|when)\b)[^.;:\n\d]){0,60}?"
PLACE = r"(?: in (?:[A-Z][\w'-]+ ?){1,3})?"
THEN_AT = (
    lazy_pattern(rf"{PLACE}(?: and|,? s?he|,(?= (?:was|\w+ed)\b)) {WITHIN} {AT_AGE},? in {YEAR}"),
    lazy_pattern(rf"{PLACE}(?: and|,? s?he) {WITHIN} in {YEAR},? {AT_AGE}(?=[.,;]|$| and\b)"),
)
# "Fodor was born in Graz in 1950" + ". She was 22 when the war came in 1980", ". At 22, in 1980, she"
SUBJECT = lazy_pattern(r"(?:^|[.!?”\"\n] ?)(?:S?[Hh]e|(?:[A-Z][\w'.-]+ ){0,3}[A-Z][\w'-]+) was $")
NEXT = (
    lazy_pattern(
        rf"{PLACE}\. S?[Hh]e was (?:only |just )?(?P<age>\d\d) when\b"
        rf"(?:(?!\b(?:that|which|who|whose|had)\b)[^.,;:\n]){{0,60}}? in {YEAR}"
    ),
    lazy_pattern(rf"{PLACE}\. At (?:the age of |age )?(?P<age>\d\d), in {YEAR}, s?he\b"),
    lazy_pattern(rf"{PLACE}\. In {YEAR}, at (?:the age of |age )?(?P<age>\d\d), s?he\b"),
)
AT = r"(?:aged|at the age of|at age|at) (?P<age>\d\d|1[01]\d)(?=[.,;:)]|$| in\b| on\b| and\b| after\b| of\b)"
DIED = r"(?:had |has |later )?(?:{verbs-of-dying}|was {killing-participles})\b"
OWN_DEATH = rf"(?:\b(?:and|who|s?he)|,|\() {DIED}"
# "born in 1931" + " and died in 2009, aged 78", "born in 1931" + " and died at 78 in Leeds in 2009"
DEATHS = (
    Worded(rf"{OWN_DEATH}[^;:\n]{{0,40}}?\b{YEAR},? {AT}"),
    Worded(rf"{OWN_DEATH}[^;:\n]{{0,30}}? {AT}[^;:\n]{{0,24}}? (?:in|on [\w .]{{3,14}},?) {YEAR}"),
)
# "Lena Fodor (1931-2009" + "), who died aged 78"
# "Lena Fodor (1931-2009" + ") was 78 when she died", "), who lived to be 78"
DEATH_BEHIND = Worded(rf"\),? (?:who )?{DIED}[^.;:\n]{{0,40}}? {AT}")
DYING_BEHIND = Worded(
    r"\),? (?:who )?(?:was (?:only |just )?(?P<age>\d\d\d?) when (?:s?he|they) {verbs-of-dying}\b"
    r"|lived to (?:be |the age of )?(?P<lived>\d\d\d?)(?=[.,;]|$| and\b))"
)


class Life(msgspec.Struct, frozen=True):
    """A year of birth, an age, and the years in which it may have been reached; *apart* in two sentences.

    *birthday* is the whole date of birth where it is printed, *days* are those the age may be of, if known.
    """

    birth: Span
    born: int
    age: Span
    reached: frozenset[int]
    apart: bool = False
    birthday: Date | None = None
    days: frozenset[Day] = frozenset()


def lives(document: Document) -> tuple[Life, ...]:
    """Return the lives whose birth and age stand in one sentence."""
    return (*_born(document), *_lifespans(document))


def date_within(document: Document, span: Span, year: int) -> Date | None:
    """Return the whole date of that year that stands in the span."""
    for date in document.view(dates):
        if date.span.start >= span.end:
            return None
        if span.contains(date.core) and date.year == year and not date.ambiguous and date.last_day is None:
            return date
    return None


def days_about(told: datetime.date) -> frozenset[Day]:
    """Return the story's day with those beside it: it may have been written before, or printed after."""
    last = datetime.date.max.toordinal()
    near = range(max(1, told.toordinal() - NEAR), min(last, told.toordinal() + NEAR) + 1)
    days = (datetime.date.fromordinal(number) for number in near)
    return frozenset((day.year, day.month, day.day) for day in days)


def _born(document: Document) -> Iterator[Life]:
    """Yield those said to be born in a year, with an age beside it in the sentence."""
    text = document.view(flat)
    for cue in document.view(cues).get("years-passed", ()):
        birth = BIRTH.match(text, cue.start)
        found = _age(document, birth) if birth and not _is_doubted(document, birth) else None
        if birth and found:
            age, reached, days = found
            span, born = Span(*birth.span()), int(birth["year"])
            yield Life(span, born, age, reached, birthday=date_within(document, span, born), days=days)


def _is_doubted(document: Document, birth: re.Match[str]) -> bool:
    """Tell whether the sentence says itself that its record is wrong."""
    sentence = sentence_at(document, birth.start())
    found = DOUBTED.of(document).search(document.view(flat), sentence.start, sentence.end)
    return found is not None


def _age(document: Document, birth: re.Match[str]) -> tuple[Span, frozenset[int], frozenset[Day]] | None:
    """Return the age beside the birth with the years and days it may be of: printed ones, or the story's."""
    text, sentence = document.view(flat), sentence_at(document, birth.start())
    now = AGE_BEFORE.search(text, sentence.start, birth.start()) or AGE_AFTER.match(text, birth.end())
    if now:
        years, told = _present(document, sentence, birth), document.view(story_date)
        days = days_about(told) if told and years == {told.year} else frozenset()
        return Span(*now.span(now.lastgroup or "age")), years, days
    if turned := TURNED.match(text, birth.end()):
        return Span(*turned.span(turned.lastgroup or "")), _beside(document, turned), frozenset()
    if on_a_day := TURNED_ON.match(text, birth.end()):
        return Span(*on_a_day.span("age")), *_told(document, on_a_day)
    deaths = (death.of(document).search(text, birth.end(), sentence.end) for death in DEATHS)
    is_subject = SUBJECT.search(text, max(0, birth.start() - 60), birth.start()) is not None
    opens = (NAMED_THEN,) if birth[0].startswith("B") else ()
    ways = (THEN, *opens, *THEN_AT, *NEXT) if is_subject else (THEN, *opens, *THEN_AT)
    moments = (moment.match(text, birth.end()) for moment in ways)
    then = next(filter(None, (*moments, *deaths)), None)
    if then is None:
        return None
    return Span(*then.span("age")), *_told(document, then)


def _told(document: Document, then: re.Match[str]) -> tuple[frozenset[int], frozenset[Day]]:
    """Return the year that is printed, and the day where one is printed with it."""
    day = date_within(document, Span(*then.span()), int(then["year"]))
    days = frozenset({(day.year or 0, day.month, day.day)}) if day else frozenset()
    return frozenset({int(then["year"])}), days


def _present(document: Document, sentence: Span, birth: re.Match[str]) -> frozenset[int]:
    """Return the story's year and others of the sentence; without a date, the year that opens it."""
    text, told = document.view(flat), document.view(story_date)
    if told is None:
        opening = OPENING_YEAR.match(text, sentence.start)
        return frozenset({int(opening["year"])} if opening else ())
    named = {int(year) for year in YEARS.findall(text, sentence.start, sentence.end)}
    return frozenset(named - {int(birth["year"])} | {told.year})


def _beside(document: Document, turned: re.Match[str]) -> frozenset[int]:
    """Return the year before the story's, or after it; none without a date."""
    told = document.view(story_date)
    return frozenset({told.year + (1 if turned["next"] else -1)} if told else ())


def _lifespans(document: Document) -> Iterator[Life]:
    """Yield those with "(1931-2009), who died aged 78" behind the name."""
    text = document.view(flat)
    for years in document.view(year_ranges):
        if not _is_lifespan(text, years):
            continue
        ways = (way.of(document).match(text, years.span.end) for way in (DEATH_BEHIND, DYING_BEHIND))
        death = next(filter(None, ways), None)
        if death:
            age = Span(*death.span(death.lastgroup or "age"))
            yield Life(years.span, years.first, age, frozenset({years.last}))
        elif moment := MOMENT_BEHIND.match(text, years.span.end):
            age, reached = Span(*moment.span("age")), frozenset({int(moment["year"])})
            yield Life(years.span, years.first, age, reached)


def _is_lifespan(text: str, years: YearRange) -> bool:
    around = text[years.span.start - 1 : years.span.start] + text[years.span.end : years.span.end + 1]
    return years.joint is Joint.DASH and around == "()"
