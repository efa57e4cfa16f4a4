"""Durations: numbers of years with the range of years they are said to fill."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks.dates.year_counts import Claim, count_before
from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.calendar.year_ranges import year_ranges
from newslint.text.flat import flat

# "served 12" + " years, from " + "1996 to 2001", "12" + "-year rule, from " + "1996 to 2001", "12" +
# "-year war (" + "1990-94"; a 30-year bond or a five-year plan is no such stretch.
BEFORE_RANGE = Worded(
    r"""(?:[ ]years,?[ ]from
    |-year(?:[ ]civil)?[ ]{lasting-things}
    ,?[ ](?:from|between))[ ]$|-year[ ](?:civil[ ])?{years-in-brackets}[ ]\($""",
    re.VERBOSE,
)
# "A total of nine years from 1895 to 1924" has gaps, "12 years of a 20-year term from 1996 to 2008" an end.
PART_OF = lazy_pattern(r" of (?:(?:an?|the|his|her|their|its) )?$")
# "12 years, from 1996 to 2001" + " and from 2005 to 2012": the sum of several stretches.
ANOTHER = lazy_pattern(r",? and (?:again )?(?:from )?[12]\d{3}\b")
REACH = 48


def durations(document: Document) -> Iterator[Claim]:
    """Yield "served 12 years, from 1996 to 2001" and "the 12-year war (1990-94)"."""
    text = document.view(flat)
    for years in document.view(year_ranges):
        start = years.span.start
        joint = BEFORE_RANGE.of(document).search(text, max(0, start - REACH), start)
        count = count_before(document, joint.start() + 1) if joint else None
        if not count or ANOTHER.match(text, years.span.end):
            continue
        if not PART_OF.search(text, max(0, count.start - 12), count.start):
            yield Claim(Span(count.start, years.span.end), count, years.first, frozenset({years.last}))
