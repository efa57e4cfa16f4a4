"""Durations: numbers of years with the range of years they are said to fill."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from newslint.checks.dates.year_counts import Claim, Count, count_before, rough_count_before
from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.calendar.year_ranges import year_ranges
from newslint.text.flat import flat

# "six" + "-decade career, which ran from " + "1951 to 1991"
# "served 12" + " years, from " + "1996 to 2001", "12" + "-year rule, from " + "1996 to 2001", "12" +
# "-year war (" + "1990-94", "five" + " decades (" + "1929-59"; a 30-year bond or a five-year plan is no such
# stretch.
BEFORE_RANGE = Worded(
    r"""(?:[ ](?P<many>years|decades|centuries),?[ ](?:from|between)
    |(?P<part>decade|century),?[ ](?:from|between)
    |-(?P<single>year|decade|century)(?:[ ]civil)?[ ]{lasting-things}
    (?:[ ]of[ ][\w' -]{1,24})?(?:,?[ ](?:(?:that|which)[ ])?{verbs-of-stretches})?,?[ ](?:from|between))[ ]$
    |(?:-(?P<set>year|decade|century)[ ](?:civil[ ])?{years-in-brackets}
    |[ ](?P<told>decades|centuries))[ ]\($""",
    re.VERBOSE,
)
# "from 1929 to 1959" + ", a span of five decades"
AFTER_RANGE = Worded(
    r"(?:, | \(|,? for )(?:for |a (?:{lasting-things}|period|span|stretch|total) of )?"
    r"(?P<number>[\w-]+) (?P<many>years|decades|centuries)(?=[,.;)]|$)"
)
# "A total of nine years from 1895 to 1924" has gaps, "12 years of a 20-year term from 1996 to 2008" an end.
PART_OF = lazy_pattern(r" of (?:(?:an?|the|his|her|their|its) )?$")
# "12 years, from 1996 to 2001" + " and from 2005 to 2012": the sum of several stretches.
ANOTHER = lazy_pattern(r",? and (?:again )?(?:from )?[12]\d{3}\b")
# "Over " + "four decades (1982-2002)"
AT_LEAST = lazy_pattern(r"\b(?:over|more than|at least|nearly|almost) $", re.IGNORECASE)
REACH = 72
PLURALS = {"year": "years", "decade": "decades", "century": "centuries"}
# A stretch from 1929 to 1985 is "five decades" as well as nearly six, and touches seven; centuries alike.
SLACK = {"decades": 9, "centuries": 70}


def durations(document: Document) -> Iterator[Claim]:
    """Yield "12 years, from 1996 to 2001", "the 12-year war (1990-94)", "1929 to 1959, five decades"."""
    text = document.view(flat)
    for years in document.view(year_ranges):
        if ANOTHER.match(text, years.span.end):
            continue
        start, end = years.span.start, years.span.end
        count = _before(document, start, years.last - years.first)
        if count:
            yield Claim(Span(count.start, end), count, years.first, frozenset({years.last}))
            continue
        behind = AFTER_RANGE.of(document).match(text, end)
        count = _count(document, behind.end("number") + 1, behind["many"]) if behind else None
        if behind and count and count.start == behind.start("number"):
            yield Claim(Span(start, behind.end()), count, years.first, frozenset({years.last}))


def _before(document: Document, start: int, passed: int) -> Count | None:
    """Return the number of years before a range of so many that begins there."""
    text = document.view(flat)
    joint = BEFORE_RANGE.of(document).search(text, max(0, start - REACH), start)
    if joint is None:
        return None
    if joint["part"]:
        return count_before(document, joint.start(), unit=joint["part"])
    unit = joint["many"] or joint["told"] or PLURALS[joint["single"] or joint["set"]]
    count = _count(document, joint.start() + 1, unit)
    if count is None and unit in SLACK:
        count = _at_least(document, joint.start() + 1, unit, passed)
    if count is None and joint["single"]:
        count = count_before(document, joint.start() + 1, unit=joint["single"])
    within = count and PART_OF.search(text, max(0, count.start - 12), count.start)
    return None if within else count


def _at_least(document: Document, end: int, unit: str, passed: int) -> Count | None:
    """Return "over four" and "nearly four" decades where fewer have passed; more may be meant by them."""
    text, count = document.view(flat), rough_count_before(document, end, unit=unit)
    if count is None or passed >= count.years:
        return None
    if not AT_LEAST.search(text, max(0, count.start - 12), count.start):
        return None
    return replace(count, slack=max(count.slack, SLACK[unit]))


def _count(document: Document, end: int, unit: str) -> Count | None:
    """Return the number of whole units that ends there; decades are not counted by the year."""
    count = count_before(document, end, unit=unit)
    return replace(count, slack=SLACK[unit]) if count and unit in SLACK else count
