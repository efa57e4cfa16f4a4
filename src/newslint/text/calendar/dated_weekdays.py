"""Dated weekdays: the weekday that a date has to itself, before it or after."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.cues import cues
from newslint.text.flat import flat

WEEK = r"(?: (?:this|next|last) week)?"
PART_OF_DAY = r"(?: (?:morning|afternoon|evening|night))?"
HOUR = r"(?:,? (?:at )?(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?|\d\d:\d\d|noon|midday|midnight)(?:,? on)?)?"
# "Thursday (November 30", "Friday, the 1st of", "Tues., Nov. 5", "Monday night, July 4", "Monday at 3 p.m.,
# May 4", "Friday next week, 12 May", with a stray space "Friday , May 5"; not "Friday. May 5".
BEFORE = lazy_pattern(rf"(?:(?<!day)\.)?{WEEK}{PART_OF_DAY}{HOUR}(?: ?,? {{1,2}}[(\[]?|,? the | ?,)")
# "Monday on 12 August 2010"; a dash may be that of a range but after "on" and at the head of a block.
BEFORE_YEAR = (" on ",)
AFTER_ON = (" on ", " - ", " – ", " — ")
ON = lazy_pattern(r"(?:^|[\n]|\b[Oo]n )$")
# "May 3, 2019, a Friday", "July 1 (Monday)", "June 2, 2021 – a Wednesday –", "June 2, 2021, was a Wednesday".
AFTER = lazy_pattern(
    r",? \((?:an? )?| [-–—] an? |,? (?:which )?(?:is|was|will be|falls on|fell on) an? |, an? "
)
# "on June 2, 2021, Wednesday, in": with no other date behind it.
APART = lazy_pattern(r"[;.)]|,(?! (?:[A-Z][a-z]+\.? )?\d)")
# "Sunday (May 9, 2022, in Tokyo)": another day than the one here.
ELSEWHERE = lazy_pattern(r",? (?:in|at) [A-Z]|,? (?:local|there\b|GMT|UTC|[A-Z]\w+ time)")
# "Saturday and " + "Sunday": the two share their dates, so neither has one of its own.
LINKED = lazy_pattern(r"\.?(?:,? ?(?:[-–—/&]|and|to|or|through|until) ?|, ?)| ?")
# "The Sun", "Edmonton Sun", but not "On Sun"; "Mail on Sunday"; "Sheffield Wednesday".
SUN_OF_A_NAME = lazy_pattern(
    r"(?:\b(?!(?:On|By|From|Until|Till|Since|After|Before|To|And|Every|This|Next|Last)\b)[A-Z]\w*|\bthe) $"
)
NAME_BEFORE = Worded(r"\b{names-with-weekdays} $")
NAME_AFTER = lazy_pattern(r" [A-Z]")
LONGEST_NAME = 24


def days_of_the_week(document: Document) -> tuple[Span, ...]:
    """Return the weekdays of the text without those that end the name of a paper or a club."""
    text, names = document.view(flat), NAME_BEFORE.of(document)
    return tuple(
        day
        for day in document.view(cues).get("weekdays", ())
        if not names.search(text, max(0, day.start - LONGEST_NAME), day.start)
    )


def own_weekdays(
    text: str, core: Span, weekdays: Sequence[Span], *, year: bool, inner: tuple[int, int] | None
) -> tuple[Span, ...]:
    """Return the weekday of the date at *core*, which may end with its year; two where a range has two.

    *inner* are the ends of what stands between the two days of a range.
    """
    following = bisect_left(weekdays, core.start, key=lambda span: span.start)
    if following and _stands_before(text, weekdays[following - 1], core, year=year):
        return _with_partner(text, weekdays, following - 1, inner)
    if following < len(weekdays) and _stands_after(text, weekdays[following], core):
        return (weekdays[following],)
    return ()


def _with_partner(
    text: str, weekdays: Sequence[Span], index: int, inner: tuple[int, int] | None
) -> tuple[Span, ...]:
    """Return the weekday with that of the range's other day; none where two share one day."""
    own, chain = weekdays[index], _chained(text, weekdays, index)
    if inner and not chain:
        behind = [span for span in weekdays[index + 1 : index + 2] if inner[0] < span.start < inner[1]]
        return (own, *behind)
    if not chain:
        return (own,)
    return (chain[0], own) if inner and len(chain) == 1 else ()


def _chained(text: str, weekdays: Sequence[Span], index: int) -> list[Span]:
    """Return the weekdays that lead up to this one: "Saturday and " + "Sunday"."""
    chain: list[Span] = []
    while index and LINKED.fullmatch(text, weekdays[index - 1].end, weekdays[index].start):
        index -= 1
        # "Edmonton Sun, " + "Sunday": a paper.
        if _names_a_day(text, weekdays[index]):
            chain.append(weekdays[index])
    return chain


def _stands_before(text: str, weekday: Span, core: Span, *, year: bool) -> bool:
    return _names_a_day(text, weekday) and _joined(text, weekday, core=core, year=year)


def _joined(text: str, weekday: Span, *, core: Span, year: bool) -> bool:
    joint = BEFORE.fullmatch(text, weekday.end, core.start)
    if joint:
        return joint[0][-1] not in "([" or not ELSEWHERE.match(text, core.end)
    alone = ON.search(text, max(0, weekday.start - 3), weekday.start)
    return year and text[weekday.end : core.start] in (AFTER_ON if alone else BEFORE_YEAR)


def _stands_after(text: str, weekday: Span, core: Span) -> bool:
    if not text[weekday.start].isupper() or NAME_AFTER.match(text, weekday.end):
        return False
    if text[core.end : weekday.start] == ", ":
        return bool(APART.match(text, weekday.end))
    joint = AFTER.fullmatch(text, core.end, weekday.start)
    # "July 3 (Monday in New York)" is another day here.
    return joint is not None and ("(" not in joint[0] or text[weekday.end : weekday.end + 1] == ")")


def _names_a_day(text: str, weekday: Span) -> bool:
    """Tell "Sun, Aug. 16" from "Edmonton Sun, Aug. 16" and from what is no name at all."""
    if not text[weekday.start].isupper():
        return False
    sun = text[weekday.start : weekday.end].lower() == "sun"
    return not sun or not SUN_OF_A_NAME.search(text, max(0, weekday.start - LONGEST_NAME), weekday.start)
