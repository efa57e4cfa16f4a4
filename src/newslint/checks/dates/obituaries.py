"""Obituaries and profiles: births that stand in another sentence than the age of the same person."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import msgspec

from newslint.checks.dates.lives import BIRTH, YEARS, Day, Life, date_within, days_about
from newslint.checks.dates.named_ages import named_ages
from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.calendar.dates import Date
from newslint.text.calendar.story_date import story_date
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

# "Lena Fodor, who wrote of the sea, has " + "died in Graz aged 82"; "Fodor was " + "born in 1931"
DIED_AT = Worded(r"\b{verbs-of-dying}\b[^.;:\n]{0,60}\b(?:aged|at the age of|at age) (?P<age>\d\d\d?)\b(?!-)")
NAME = r"(?P<given>(?:[A-Z][\w'.-]+ ){0,3})(?P<surname>[A-Z][\w'-]+)"
NAME_BEFORE = lazy_pattern(rf"\b{NAME}(?:,[^.\n]{{0,90}},|,)? (?:who )?(?:has |had )?$")
KIN_BEFORE = Worded(r"\b{kin-of-the-dead},? $", re.IGNORECASE)
NAME_BEFORE_BIRTH = lazy_pattern(rf"(?:^|[.!?”\"\n] ?){NAME} was $")
FRESH = Worded(r"\bhas {verbs-of-dying}\b|\b{verbs-of-dying} (?:on )?(?:[A-Z][a-z]+day|today)\b")
FRESH_FOR = datetime.timedelta(days=21)
# "Lena Fodor, poet, " + "born 4 October 1924": the foot of an obituary
NAME_AT_FOOT = lazy_pattern(rf"(?:^|\n){NAME}(?: \([^)\n]{{1,40}}\))?(?:, [^.;\n]{{1,80}}?)?, (?:was )?$")
# "born 4 October 1924" + "; died 5 April 2008"
DEATH_AT_FOOT = Worded(
    r"(?: [^;\n]{1,40})?[;,] (?:and )?{verbs-of-dying} (?:[^;\n]{1,30}? )??(?P<year>1[89]\d\d|20\d\d)\b"
)


class Subject(msgspec.Struct, frozen=True):
    """Someone with a birth: the name, the birth, and the years and day of death where the foot tells them."""

    given: tuple[str, ...]
    surname: str
    birth: Span
    born: int
    birthday: Date | None
    died: frozenset[int] = frozenset()
    days: frozenset[Day] = frozenset()


def obituaries(document: Document) -> Iterator[Life]:
    """Yield "Lena Fodor has died aged 82" and "Fodor, 32, said" with "Fodor was born in 1931", anywhere."""
    subjects: dict[str, list[Subject]] = {}
    for subject in _subjects(document):
        subjects.setdefault(subject.surname, []).append(subject)
    if subjects:
        yield from _deaths(document, subjects)
        yield from _living(document, subjects)


def _deaths(document: Document, subjects: dict[str, list[Subject]]) -> Iterator[Life]:
    text = document.view(flat)
    for death in DIED_AT.of(document).finditer(text):
        sentence = sentence_at(document, death.start())
        dead = NAME_BEFORE.search(text, sentence.start, death.start())
        if not dead or KIN_BEFORE.of(document).search(text, sentence.start, dead.start()):
            continue
        own = _own(subjects, dead["surname"], dead["given"].split())
        if own and not sentence.contains(own.birth):
            age, reached = Span(*death.span("age")), own.died or _years_of_death(document, sentence)
            yield _life(own, age, reached, own.days)


def _living(document: Document, subjects: dict[str, list[Subject]]) -> Iterator[Life]:
    """Yield "Fodor, 32, said", which is of the story's day."""
    text, told = document.view(flat), document.view(story_date)
    for named in document.view(named_ages):
        own = _own(subjects, named.surname, list(named.given))
        sentence = sentence_at(document, named.age.start)
        if not own or own.died or sentence.contains(own.birth):
            continue
        if told and not YEARS.search(text, sentence.start, sentence.end):
            yield _life(own, named.age, frozenset({told.year}), days_about(told))
        elif told is None:
            yield _life(own, named.age, frozenset(), frozenset())


def _own(subjects: dict[str, list[Subject]], surname: str, given: list[str]) -> Subject | None:
    """Return the one subject that the name may be of: no given name says that it is a relative."""
    own = [one for one in subjects.get(surname, ()) if not one.given or not given or one.given[0] in given]
    return own[0] if len(own) == 1 else None


def _life(own: Subject, age: Span, reached: frozenset[int], days: frozenset[Day]) -> Life:
    return Life(own.birth, own.born, age, reached, apart=True, birthday=own.birthday, days=days)


def _subjects(document: Document) -> Iterator[Subject]:
    """Yield those said to be born in a year, by name."""
    text = document.view(flat)
    for cue in document.view(cues).get("years-passed", ()):
        name = NAME_BEFORE_BIRTH.search(text, max(0, cue.start - 60), cue.start)
        foot = None if name else NAME_AT_FOOT.search(text, max(0, cue.start - 140), cue.start)
        birth = BIRTH.match(text, cue.start) if name or foot else None
        death = DEATH_AT_FOOT.of(document).match(text, birth.end()) if birth and foot else None
        named = name or (foot if death else None)
        if named and birth:
            yield _subject(document, named, birth, death)


def _subject(
    document: Document, name: re.Match[str], birth: re.Match[str], death: re.Match[str] | None
) -> Subject:
    born, span = int(birth["year"]), Span(*birth.span())
    died = int(death["year"]) if death else 0
    day = date_within(document, Span(*death.span()), died) if death else None
    return Subject(
        given=tuple(name["given"].split()),
        surname=name["surname"],
        birth=span,
        born=born,
        birthday=date_within(document, span, born),
        died=frozenset({died} if died else ()),
        days=frozenset({(died, day.month, day.day)} if day else ()),
    )


def _years_of_death(document: Document, sentence: Span) -> frozenset[int]:
    """Return the year the sentence names; else, where the news is fresh, that of the story."""
    text, told = document.view(flat), document.view(story_date)
    named = {int(year) for year in YEARS.findall(text, sentence.start, sentence.end)}
    if named or told is None or not FRESH.of(document).search(text, sentence.start, sentence.end):
        return frozenset(named)
    return frozenset({told.year, (told - FRESH_FOR).year} if told.year > 1 else {told.year})
