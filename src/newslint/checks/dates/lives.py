"""Lives: births with an age that was reached in a known year."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import msgspec

from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.calendar.story_date import story_date
from newslint.text.calendar.year_ranges import Joint, YearRange, year_ranges
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

YEAR = r"(?P<year>1[89]\d\d|20\d\d)(?![\w-]|,\d)"
# "born in Leeds on May 5, 1930", "born 5 May 1979", "(b. 1979)"; what stands before the year holds no other.
NO_YEAR = r"(?:(?!\d{3})[\w ,.])"
BIRTH = lazy_pattern(
    r"(?:[Bb]orn (?:(?:in|on) )?"
    rf"(?:[A-Z]{NO_YEAR}{{0,40}}?,? (?:in|on {NO_YEAR}{{3,14}},?) |{NO_YEAR}{{1,14}},? )??|b\. ){YEAR}"
)
YEARS = lazy_pattern(r"(?<![\w.,$£€:/-])(1[89]\d\d|20\d\d)(?![\w%]|[.,]\d)")
# "Ruiz, 34, was " + "born", "Ruiz, 34 (" + "b. 1979", "Ruiz, aged 34, who was " + "born",
# "The 34-year-old Ana Ruiz, " + "born"
AGE_BEFORE = lazy_pattern(
    r"(?:, (?:aged )?(?P<age>\d\d),? \(?(?:and )?(?:who )?(?:was )?"
    r"|\b(?P<hyphened>\d\d)-year-old(?: (?:[A-Z][\w'-]+ ){0,2}[A-Z][\w'-]+)?,? \(?(?:who was )?"
    r"|\bNow (?:aged )?(?P<now>\d\d), (?:[A-Z][\w'-]+ ){0,2}[A-Z][\w'-]+,? (?:who )?(?:was )?)$"
)
# "born in 1979" + ", Ruiz, now 34,", ". She is now 34.", "), aged 34", " and is 34."
AGE_AFTER = lazy_pattern(
    r",? (?:[A-Z][\w'-]+ ?){1,3}, (?:now |aged )?(?P<age>\d\d),"
    r"|\), (?P<closed>\d\d)(?=[,.;](?! \d))|\)?,? (?:and )?aged (?P<aged>\d\d)\b(?!-| when\b)"
    r"|\)?,? (?:and |who |s?he )?is (?:now )?(?:aged )?(?P<now>\d\d)(?=[.,;]| and\b| years old\b)"
    r"|\. S?[Hh]e is now (?P<since>\d\d)(?=[.,;]| and\b| years old\b)"
    r"|,? the (?P<hyphened>\d\d)-year-old\b|, making (?:him|her) (?P<making>\d\d)\b"
)
# An age of that day is of no other year that the sentence names; without a date, of the one it opens with.
OPENING_YEAR = lazy_pattern(rf"In {YEAR}\b")
# "born in 1979" + ", he was 22 when he won the cup in 2001"; not "when he joined the club that won in 1995".
THEN = lazy_pattern(
    r"(?: and|,? s?he) was (?:aged )?(?P<age>\d\d) when\b"
    rf"(?:(?!\b(?:that|which|who|whose|had)\b)[^.,;:\n]){{0,60}}? in {YEAR}"
)
AT = r"(?:aged|at the age of|at age|at) (?P<age>\d\d|1[01]\d)(?=[.,;:)]|$| in\b| and\b| after\b| of\b)"
DIED = r"(?:had |has |later )?(?:{verbs-of-dying}|was {killing-participles})\b"
OWN_DEATH = rf"(?:\b(?:and|who|s?he)|,|\() {DIED}"
# "born in 1931" + " and died in 2009, aged 78", "born in 1931" + " and died at 78 in Leeds in 2009"
DEATHS = (
    Worded(rf"{OWN_DEATH}[^;:\n]{{0,40}}?\b{YEAR},? {AT}"),
    Worded(rf"{OWN_DEATH}[^;:\n]{{0,30}}? {AT}[^;:\n]{{0,24}}? in {YEAR}"),
)
# "Lena Fodor (1931-2009" + "), who died aged 78"
DEATH_BEHIND = Worded(rf"\),? (?:who )?{DIED}[^.;:\n]{{0,40}}? {AT}")

# "Lena Fodor, who wrote of the sea, has " + "died in Graz aged 82"; "Fodor was " + "born in 1931"
DIED_AT = Worded(r"\b{verbs-of-dying}\b[^.;:\n]{0,60}\b(?:aged|at the age of|at age) (?P<age>\d\d\d?)\b(?!-)")
NAME = r"(?P<given>(?:[A-Z][\w'.-]+ ){0,3})(?P<surname>[A-Z][\w'-]+)"
NAME_BEFORE = lazy_pattern(rf"\b{NAME}(?:,[^.\n]{{0,90}},)? (?:who )?(?:has |had )?$")
KIN_BEFORE = Worded(r"\b{kin-of-the-dead},? $", re.IGNORECASE)
NAME_BEFORE_BIRTH = lazy_pattern(rf"(?:^|[.!?”\"\n] ?){NAME} was $")
FRESH = Worded(r"\bhas {verbs-of-dying}\b|\b{verbs-of-dying} (?:on )?(?:[A-Z][a-z]+day|today)\b")
FRESH_FOR = datetime.timedelta(days=21)


class Life(msgspec.Struct, frozen=True):
    """A year of birth, an age, and the years in which it may have been reached; *apart* in two sentences."""

    birth: Span
    born: int
    age: Span
    reached: frozenset[int]
    apart: bool = False


def lives(document: Document) -> tuple[Life, ...]:
    """Return the lives whose birth and age stand in one sentence, and those of obituaries."""
    return (*_born(document), *_lifespans(document), *_obituaries(document))


def _born(document: Document) -> Iterator[Life]:
    """Yield those said to be born in a year, with an age beside it in the sentence."""
    text = document.view(flat)
    for cue in document.view(cues).get("years-passed", ()):
        birth = BIRTH.match(text, cue.start)
        found = _age(document, birth) if birth else None
        if birth and found:
            age, reached = found
            yield Life(Span(*birth.span()), int(birth["year"]), age, reached)


def _age(document: Document, birth: re.Match[str]) -> tuple[Span, frozenset[int]] | None:
    """Return the age beside the birth with the years it may be of: one that is printed, or the story's."""
    text, sentence = document.view(flat), sentence_at(document, birth.start())
    now = AGE_BEFORE.search(text, sentence.start, birth.start()) or AGE_AFTER.match(text, birth.end())
    if now:
        return Span(*now.span(now.lastgroup or "age")), _present(document, sentence, birth)
    deaths = (death.of(document).search(text, birth.end(), sentence.end) for death in DEATHS)
    then = THEN.match(text, birth.end()) or next(filter(None, deaths), None)
    return (Span(*then.span("age")), frozenset({int(then["year"])})) if then else None


def _present(document: Document, sentence: Span, birth: re.Match[str]) -> frozenset[int]:
    """Return the story's year and others of the sentence; without a date, the year that opens it."""
    text, told = document.view(flat), document.view(story_date)
    if told is None:
        opening = OPENING_YEAR.match(text, sentence.start)
        return frozenset({int(opening["year"])} if opening else ())
    named = {int(year) for year in YEARS.findall(text, sentence.start, sentence.end)}
    return frozenset(named - {int(birth["year"])} | {told.year})


def _lifespans(document: Document) -> Iterator[Life]:
    """Yield those with "(1931-2009), who died aged 78" behind the name."""
    text = document.view(flat)
    for years in document.view(year_ranges):
        death = DEATH_BEHIND.of(document).match(text, years.span.end) if _is_lifespan(text, years) else None
        if death:
            yield Life(years.span, years.first, Span(*death.span("age")), frozenset({years.last}))


def _is_lifespan(text: str, years: YearRange) -> bool:
    around = text[years.span.start - 1 : years.span.start] + text[years.span.end : years.span.end + 1]
    return years.joint is Joint.DASH and around == "()"


def _obituaries(document: Document) -> Iterator[Life]:
    """Yield "Lena Fodor has died aged 82" with "Fodor was born in 1931", wherever it stands."""
    births: dict[str, list[tuple[re.Match[str], re.Match[str]]]] = {}
    for name, birth in _subjects(document):
        births.setdefault(name["surname"], []).append((name, birth))
    if not births:
        return
    text = document.view(flat)
    for death in DIED_AT.of(document).finditer(text):
        sentence = sentence_at(document, death.start())
        dead = NAME_BEFORE.search(text, sentence.start, death.start())
        if not dead or KIN_BEFORE.of(document).search(text, sentence.start, dead.start()):
            continue
        own = [birth for name, birth in births.get(dead["surname"], ()) if _is_same(name, dead)]
        if len(own) == 1 and not sentence.contains(Span(*own[0].span())):
            age, reached = Span(*death.span("age")), _years_of_death(document, sentence)
            yield Life(Span(*own[0].span()), int(own[0]["year"]), age, reached, apart=True)


def _subjects(document: Document) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield the name before each "was born in 1931", and the birth."""
    text = document.view(flat)
    for cue in document.view(cues).get("years-passed", ()):
        name = NAME_BEFORE_BIRTH.search(text, max(0, cue.start - 60), cue.start)
        birth = BIRTH.match(text, cue.start) if name else None
        if name and birth:
            yield name, birth


def _is_same(name: re.Match[str], dead: re.Match[str]) -> bool:
    """Tell of one surname whether no given name says that it is a relative."""
    given = name["given"].split()
    return not given or given[0] in dead["given"].split()


def _years_of_death(document: Document, sentence: Span) -> frozenset[int]:
    """Return the year the sentence names; else, where the news is fresh, that of the story."""
    text, told = document.view(flat), document.view(story_date)
    named = {int(year) for year in YEARS.findall(text, sentence.start, sentence.end)}
    if named or told is None or not FRESH.of(document).search(text, sentence.start, sentence.end):
        return frozenset(named)
    return frozenset({told.year, (told - FRESH_FOR).year} if told.year > 1 else {told.year})
