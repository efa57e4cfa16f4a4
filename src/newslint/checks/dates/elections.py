"""Elections: those whose day a law fixes, with the date that stands beside them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping

import msgspec

from newslint.plugin import Document, Lexicon, Span, Worded, lazy_pattern
from newslint.text.calendar.almanac import nearest_year
from newslint.text.calendar.dates import Date, dates
from newslint.text.calendar.feasts import days_by_rule
from newslint.text.calendar.story_date import story_date
from newslint.text.flat import flat, folded
from newslint.text.sentences import sentence_at
from newslint.text.trie import bounded, trie_pattern
from newslint.text.words import places_of

KIND = r"(?:(?:general|parliamentary|presidential|federal|national|state|legislative|congressional) )?"
# "Sweden's general election" + " on Sept. 13", "the Swedish election" + " is due on Sept. 13"
BEHIND = lazy_pattern(
    r"(?:,| (?:is|are|was|were|will be|to be)(?: due| set| scheduled| held)?)?(?: on| for|,)? "
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
)
# "the Sept. 13" + " general election in Sweden", "Sept. 13" + ", Sweden holds its general election"
COUNTRY = r"(?:the )?[A-Z]\w+(?: [A-Z]\w+){0,2}"
BEFORE = lazy_pattern(
    rf",? (?:{COUNTRY}(?:'s)? )?{KIND}elections?|"
    rf",? {COUNTRY} (?:(?:will |is to |was to )?(?:hold|have)|holds|held|has|had|"
    r"(?:(?:goes|went|will go|is to go) to the polls|votes|voted|will vote) (?:in|for)) "
    rf"(?:a|an|its|the) (?:new |next |last )?{KIND}elections?|"
    r",? (?:is|was|will be|as) (?:also )?(?:the (?:day|date) (?:of|for|set for) )?"
    rf"(?:{COUNTRY}(?:'s)?|the) {KIND}elections?"
)
PLACE = lazy_pattern(r" in (?:the )?[A-Z]\w+(?: [A-Z]\w+){0,2}")
OTHER = Worded(r"(?<!\w)(?:{words-of-other-elections})(?!\w)")


class Election(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An election of a country or state: the rules of its days, the years it is due, the law."""

    names: tuple[str, ...]
    days: tuple[str, ...]
    first: int
    every: int
    law: str
    but: tuple[int, ...] = ()

    def held_in(self, year: int) -> tuple[datetime.date, ...]:
        """Return its days in a year; none where it is not due, or was put off."""
        due = year >= self.first and (year - self.first) % self.every == 0 and year not in self.but
        return tuple(day for rule in self.days for day in days_by_rule(rule, year)) if due else ()


class DatedElection(msgspec.Struct, frozen=True):
    """An election by its words, the date beside it, and the days of that year."""

    span: Span
    place: str
    date: Date
    days: tuple[datetime.date, ...]
    law: str


def dated_elections(document: Document) -> tuple[DatedElection, ...]:
    """Return the elections with a date whose year they are due in."""
    if not document.view(dates):
        return ()
    cues = places_of(document, "words-of-elections")
    return tuple(each for cue in cues for each in _dated(document, cue))


def _dated(document: Document, cue: int) -> Iterator[DatedElection]:
    text, sentence = document.view(flat), sentence_at(document, cue)
    near = [date for date in document.view(dates) if sentence.start <= date.span.start < sentence.end]
    beside = [date for date in near if _beside(text, date, cue)]
    if len(beside) != 1 or OTHER.of(document).search(document.view(folded), sentence.start, sentence.end):
        return
    places = {
        match[0] for match in document.lexicon.view(_places).finditer(text, sentence.start, sentence.end)
    }
    found = {id(each): each for each in map(document.lexicon.view(_by_name).get, places) if each}
    if len(found) != 1:
        return
    election, date = next(iter(found.values())), beside[0]
    told = document.view(story_date)
    year = date.year or (nearest_year(date.month, date.day, told) if told else None)
    days = election.held_in(year) if year else ()
    if days and date.last_day is None and not date.figures:
        yield DatedElection(date.core, election.names[0], date, days, election.law)


def _beside(text: str, date: Date, cue: int) -> bool:
    end = cue + (len("elections") if text.startswith("s", cue + len("election")) else len("election"))
    if date.span.start >= end:
        return BEHIND.fullmatch(text, end, date.span.start) is not None or _over_place(text, end, date)
    return BEFORE.fullmatch(text, date.span.end, end) is not None


def _over_place(text: str, end: int, date: Date) -> bool:
    """Tell whether only the place stands between: "the election in Sweden on Sept. 13"."""
    place = PLACE.match(text, end)
    return place is not None and BEHIND.fullmatch(text, place.end(), date.span.start) is not None


def _by_name(lexicon: Lexicon) -> Mapping[str, Election]:
    return {name: each for each in lexicon.records("elections", Election) for name in each.names}


def _places(lexicon: Lexicon) -> re.Pattern[str]:
    return lazy_pattern(bounded(trie_pattern(lexicon.view(_by_name))))
