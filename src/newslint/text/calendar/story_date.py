"""The story's date: the day it was written, as the run, the format, its file's name or its dateline say."""

from __future__ import annotations

import datetime
import re

from newslint.core.document import Block, BlockKind, Document
from newslint.core.pattern import lazy_pattern
from newslint.core.wording import Worded
from newslint.text.calendar.dates import Date, dates
from newslint.text.flat import flat

# "2021-09-03-title.md", "stories/20210903_title.txt"
DATED_NAME = lazy_pattern(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")
# What stands before the date of "LAGOS, Nigeria, Sept. 1, 2021 (Reuters) -", "KYIV (AP) _ Sept. 1, 2021",
# "Nairobi, Sept. 1, 2021 (IPS) -", "By Ana Ruiz | Sept. 1, 2021" or "Published: Sept. 1, 2021"; or
# nothing at all.
PLACE = Worded(
    r"""(?:[A-ZÀ-Þ][A-ZÀ-Þ.'/ -]{2,}(?:,[ ][A-Za-zÀ-ž.' -]+)?
      (?:,?[ ]|[ ]?\([^()\n]{2,40}\)[ ]?)(?:(?:--|[-–—_])[ ]?)?
    |(?:[A-ZÀ-Þ][a-zß-ž.'-]+[ ]){0,2}[A-ZÀ-Þ][a-zß-ž.'-]+,[ ]
    |By[ ](?:[A-Z][\w.'-]*[ ]){1,4}[|•·–—-][ ]
    |(?:First[ ])?{stamps-of-publication}(?:[ ]on|:)?[ ])?""",
    re.VERBOSE,
)
# And after it; a clock ends the line.
AGENCY = Worded(
    r"""[,|]?[ ]?(?:\([^()\n]{2,40}\)[ ]?|/[A-Za-z -]{3,20}/[ ]?)?(?:--|[-–—_]|$)
    |[ ]?(?:\((?:[A-Z]{2}[A-Z/ ]{0,20}|{outlets})\)|/[A-Z]{3,12}/)[ ]?[:.]
    |[ ,|/]{1,3}(?:at[ ])?\d{1,2}[:.]\d\d.{0,20}$""",
    re.VERBOSE,
)
# A dateline stands near the top.
REACH = 4


def story_date(document: Document) -> datetime.date | None:
    """Return the date the story was given, or None; the first source that gives one counts."""
    # The name of a file with several stories tells the day of none.
    named = None if document.extent else _from_name(document.path)
    return document.meta.date or named or _from_dateline(document)


def dateline_date(document: Document) -> Date | None:
    """Return the date of the dateline, which need not have a year."""
    top = [block for block in document.blocks if block.kind is not BlockKind.HEADLINE][:REACH]
    # What stands by itself at the head of a story, and is a dateline, is none of its headlines.
    top += document.blocks[:1]
    for date in document.view(dates):
        if date.span.start >= max((block.span.end for block in top), default=0):
            return None
        block = document.block_at(date.span.start)
        if block in top and _in_dateline(document, block, date):
            return date
    return None


def _from_name(path: str) -> datetime.date | None:
    for match in DATED_NAME.finditer(path.rpartition("/")[2]):
        if date := _valid(int(match[1]), int(match[3]), int(match[4])):
            return date
    return None


def _from_dateline(document: Document) -> datetime.date | None:
    date = document.view(dateline_date)
    if date is None or date.year is None or date.ambiguous:
        return None
    return _valid(date.year, date.month, date.day)


def _in_dateline(document: Document, block: Block | None, date: Date) -> bool:
    if block is None or not PLACE.of(document).fullmatch(
        document.view(flat), block.span.start, date.span.start
    ):
        return False
    behind = AGENCY.of(document).match(document.view(flat), date.span.end, block.span.end)
    return behind is not None and (block.kind is not BlockKind.HEADLINE or behind.end() == block.span.end)


def _valid(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
