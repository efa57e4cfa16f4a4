"""Standing: years since something began, counted to the day of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks.dates.year_counts import Claim, Count, rough_count_before
from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.calendar.story_date import story_date
from newslint.text.digits import digits
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

YEAR = lazy_pattern(r"(?<![\w.,$£€:/-])(?:1[5-9]\d\d|20\d\d)(?![\w-]|[.,]\d)")
# "in office since 2016" + ", nearly 20 years", " — 20 years"
LASTED = lazy_pattern(
    r"(?:, | ?[–—] ?| - | \()(?:or |now |for |that is |a (?:period|run|span|stretch) of )?"
    r"(?:[\w-]+ ){1,4}?(?P<unit>years|decades)(?=[,.;)–—]|$| [–—])"
)
# "for nearly 20" + " years, since " + "2016"
LASTED_BEFORE = lazy_pattern(r" (?P<unit>years|decades),? (?:ever )?since $")
FOR = lazy_pattern(r"\bfor (?:\w+ ){0,3}$")
# "The 44-year-old bridge opened in " + "1990", "the 44-year-old firm, which was founded in "
AGED_BEFORE = Worded(
    r"\b(?P<age>\d{1,3})-year-old (?:(?!(?:who|when|whose|he|she|they)\b)[\w'-]+ ){1,4}?(?<=\w )"
    r"(?:(?:was|is|had been) )?(?:first |originally )?{beginning-participles} in $"
)
AGED_APART = Worded(
    r"\b(?P<age>\d{1,3})-year-old (?:(?!(?:who|when|whose|he|she|they)\b)[\w'-]+ ){0,4}[\w'-]+, "
    r"(?:which (?:was |had been )?)?(?:first |originally )?{beginning-participles} in $"
)
# "Opened in 1990" + ", the 44-year-old bridge"
BEGAN_BEFORE = Worded(r"(?:^|[.!?”\"\n] )(?P<began>{beginning-participles}) in $", re.IGNORECASE)
AGED_BEHIND = lazy_pattern(r", (?:the|its|this|their) (?P<age>\d{1,3})-year-old\b")
# "The firm, founded in 1980" + ", is 60 years old"
BEGUN_BEFORE = Worded(r"\b{beginning-participles} in $", re.IGNORECASE)
YEARS_OLD = lazy_pattern(r",? (?:and )?is (?:now |already )?(?P<age>\d{1,3}) years old\b")
LONGEST_WORD = 24
PAST = lazy_pattern(r"\b(?:had|until|till|then)\b")


def standing(document: Document) -> Iterator[Claim]:
    """Yield "since 2016, nearly 20 years" and "the 44-year-old bridge opened in 1990"."""
    text = document.view(flat)
    for run in document.view(digits):
        opened = text[run.start - 3 : run.start] == "in " if len(run) == 4 else False
        since = len(run) == 4 and text[run.start - 6 : run.start] == "since "
        if not (opened or since) or not YEAR.match(text, run.start):
            continue
        claim = _since(document, run) if since else _aged(document, run)
        if claim and not _is_past(document, run):
            yield claim


def _since(document: Document, year: Span) -> Claim | None:
    text = document.view(flat)
    behind = LASTED.match(text, year.end)
    if behind:
        count = rough_count_before(document, behind.start("unit"), unit=behind["unit"])
        return _claim(document, year, count, Span(year.start, behind.end())) if count else None
    before = LASTED_BEFORE.search(text, max(0, year.start - 24), year.start)
    count = rough_count_before(document, before.start("unit"), unit=before["unit"]) if before else None
    if count and FOR.search(text, max(0, count.start - 24), count.start):
        return _claim(document, year, count, Span(count.start, year.end))
    return None


def _aged(document: Document, year: Span) -> Claim | None:
    text = document.view(flat)
    if not BEGUN_BEFORE.of(document).search(text, max(0, year.start - LONGEST_WORD), year.start):
        return None
    old = YEARS_OLD.match(text, year.end)
    if old:
        return _claim(document, year, Count(year.start, int(old["age"])), Span(year.start, old.end()))
    sentence = sentence_at(document, year.start)
    start = max(sentence.start, year.start - 100)
    ways = (way.of(document).search(text, start, year.start) for way in (AGED_BEFORE, AGED_APART))
    before = next(filter(None, ways), None)
    if before:
        count = Count(before.start("age"), int(before["age"]))
        return _claim(document, year, count, Span(count.start, year.end))
    began = BEGAN_BEFORE.of(document).search(text, max(0, sentence.start - 2), year.start)
    behind = AGED_BEHIND.match(text, year.end) if began else None
    if not behind:
        return None
    return _claim(document, year, Count(year.start, int(behind["age"])), Span(year.start, behind.end()))


def _claim(document: Document, year: Span, count: Count, span: Span) -> Claim:
    told = document.view(story_date)
    return Claim(span, count, int(year.cut(document.view(flat))), frozenset({told.year} if told else ()))


def _is_past(document: Document, year: Span) -> bool:
    """Tell whether the sentence speaks of the past, or of another year besides."""
    text, sentence = document.view(flat), sentence_at(document, year.start)
    return (
        bool(PAST.search(text, sentence.start, sentence.end))
        or len(YEAR.findall(text, sentence.start, sentence.end)) > 1
    )
