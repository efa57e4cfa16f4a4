"""Year ranges: two years with a hyphen, a dash or a word between them."""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.digits import digits
from newslint.text.flat import flat

YEAR_LENGTH = 4
# "2021 — 19" + " months after", "2021 — 19" + " Palestinians"
COUNTED_ONES = (
    r"(?:per[ ]?cent|[mb]illion|people|men|women|children"
    r"|(?:more[ ])?(?!(?:was|is|has|his|its|as|this|does|seasons)\b)\w+s)\b"
)
# "1996 to 2001", "between 1996 and 2001", "2014-18", "1998–1999"; a short year only follows a hyphen or dash.
YEARS = lazy_pattern(
    rf"""[12][0-9]{{3}}(?<![\w.,$£€¥/:+-]....)
    (?:(?P<joint>[ ]?[-–—][ ]?)(?P<short>[0-9]{{2}}(?!(?<=[ ]..)[ ]{COUNTED_ONES})|[12][0-9]{{3}})
    |(?P<word>[ ](?:to|until|through|(?<=[Bb]etween.{{6}})and)[ ])(?P<full>[12][0-9]{{3}}))
    (?!\w|[/%-]|[.,:][0-9]|[ ]?(?:BC|B\.C\.|BCE))""",
    re.VERBOSE,
)
# "fell from 2000 to 1500": no years, but figures that a house without commas writes.
CHANGE = Worded(r"\b(?:{words-of-change}|(?:went|go(?:es|ing|ne)?)(?= from ))\b[^.;\n]{0,50}$")

# "Order no. 2021-1998", "Rooms 2010-2005", "Flights 2031 to 2028": numbers of things.
NUMBERED = Worded(r"\b{numbered-things} $", re.IGNORECASE)

# "won by 2013 to 2010 votes"
COUNTED = Worded(r" {counted-things}\b")


class Joint(StrEnum):
    """What stands between two ends of a range."""

    DASH = "dash"
    WORD = "word"


class YearRange(msgspec.Struct, frozen=True):
    """Two years and what joins them."""

    span: Span
    first: int
    last: int
    joint: Joint
    between: Span


def year_ranges(document: Document) -> tuple[YearRange, ...]:
    """Return the ranges of years in the order of the text."""
    text = document.view(flat)
    matches = (YEARS.match(text, run.start) for run in document.view(digits) if len(run) == YEAR_LENGTH)
    return tuple(_range(match) for match in matches if match and not _counts(document, match))


def _counts(document: Document, match: re.Match[str]) -> bool:
    """Tell whether the figures count or number something, rather than name years."""
    text = document.view(flat)
    if NUMBERED.of(document).search(text, max(0, match.start() - 14), match.start()):
        return True
    changes = CHANGE.of(document).search(text, max(0, match.start() - 70), match.start())
    return bool(match["word"] and (changes or COUNTED.of(document).match(text, match.end())))


def _range(match: re.Match[str]) -> YearRange:
    first, printed = int(match[0][:4]), match["short"] or match["full"]
    dashed = match["joint"] is not None
    return YearRange(
        span=Span(*match.span()),
        first=first,
        last=int(printed) if len(printed) == 4 else _full(first, int(printed)),
        joint=Joint.DASH if dashed else Joint.WORD,
        between=Span(*match.span("joint" if dashed else "word")),
    )


def _full(first: int, short: int) -> int:
    """Return the year of two figures: 2018 after 2014, 2001 after 1998."""
    last = first - first % 100 + short
    # 1998-02 goes over the turn of the century; 1958-38 does not.
    return last + 100 if last < first and first % 100 >= 80 and short <= 20 else last
