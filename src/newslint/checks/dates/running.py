"""Running copy: the dates whose form is the desk's own choice."""

from __future__ import annotations

import re

from newslint.checks.dates.named_days import fixed_days
from newslint.plugin import BlockKind, Document, Lexicon, Worded, lazy_pattern
from newslint.text.calendar.dates import Date, DateForm, dates
from newslint.text.calendar.story_date import dateline_date
from newslint.text.flat import flat
from newslint.text.quoting.quotations import in_quotation
from newslint.text.urls import in_url

COPY = frozenset((BlockKind.PARAGRAPH, BlockKind.STANDFIRST, BlockKind.LIST_ITEM, BlockKind.CAPTION))
RUNNING = COPY | {BlockKind.SUBHEAD}
# "— A. Reader (@areader) November 1, 2019" is the network's form, "Updated on August 25" the machine's.
STAMP = Worded(r"(?:\(@\w+\)|\b{stamp-participles}(?: on| at|:)?) $", re.IGNORECASE)
THE_BEFORE = lazy_pattern(r"\b(?:on|by|until|till|since|from|to|and|of|before|after) the $", re.IGNORECASE)
FREE_AFTER = lazy_pattern(
    r"$|[.,;:!?)\n]|[ ](?:and|or|but|at|in|to|when|while|after|before|as|for|with|by|from|until|the|he|she|it"
    r"|they)\b"
)
# "*The Night of " + "Aug. 4, 1990" + "*", in the source of Markdown: a title, or a note of the desk's.
SLANTED_BEFORE = lazy_pattern(r"(?<![\w*_])[*_](?![*_\s])")
SLANTED_AFTER = lazy_pattern(r"[^*_\n]*[*_](?![\w*_])")
NEXT_WORD = lazy_pattern(r" ([A-Z]\w+)")


def running_dates(document: Document) -> tuple[Date, ...]:
    """Return the dates with a month in words that stand in running copy."""
    return tuple(date for date in document.view(_running) if not (date.worded or date.short_year))


def worded_dates(document: Document) -> tuple[Date, ...]:
    """Return the dates like "the 5th of May" whose "the" belongs to them, and those like "May the 5th"."""
    return tuple(date for date in document.view(_running) if date.worded and _has_own_the(document, date))


def figure_dates(document: Document) -> tuple[Date, ...]:
    """Return the dates with a month in figures that stand in running copy."""
    return tuple(date for date in document.view(dates) if date.figures and _is_running(document, date))


def opens_name(document: Document, date: Date) -> bool:
    """Tell whether the date opens a name, as in "the September 11 Memorial" or "31 November Road"."""
    following = NEXT_WORD.match(document.view(flat), date.span.end)
    return bool(following and following[1] in document.lexicon.view(_words_of_names))


def stands_in_copy(document: Document, position: int) -> bool:
    """Tell whether the block there is copy, and no heading, table or quotation of its own."""
    block = document.block_at(position)
    return block is not None and block.kind in COPY


def stands_in_caption(document: Document, date: Date) -> bool:
    """Tell whether the date stands in a caption."""
    block = document.block_at(date.span.start)
    return block is not None and block.kind is BlockKind.CAPTION


def _running(document: Document) -> tuple[Date, ...]:
    return tuple(
        date
        for date in document.view(dates)
        if not (date.figures or _is_holiday(document, date) or opens_name(document, date))
        and _is_running(document, date)
    )


def _words_of_names(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("words-after-dated-names"))


def _is_holiday(document: Document, date: Date) -> bool:
    """Tell "July 4th"."""
    if not date.ordinal or date.year is not None:
        return False
    return (date.month, date.day) in document.lexicon.view(fixed_days)


def _has_own_the(document: Document, date: Date) -> bool:
    """Tell "on the 5th of May, …" from "the 5th of May meeting"."""
    text = document.view(flat)
    if date.weekday is not None or not FREE_AFTER.match(text, date.span.end):
        return False
    if date.form is DateForm.MONTH_FIRST:
        return True
    return bool(THE_BEFORE.search(text, max(0, date.span.start - 12), date.span.start))


def _is_running(document: Document, date: Date) -> bool:
    block = document.block_at(date.span.start)
    if block is None or block.kind not in RUNNING or block.span == date.span:
        return False
    if date == document.view(dateline_date) or _is_stamp(document, date) or _is_slanted(document, date):
        return False
    return not in_quotation(document, date.span.start) and not in_url(document, date.span.start)


def _is_slanted(document: Document, date: Date) -> bool:
    """Tell whether the date stands in italics."""
    if document.format != "markdown":
        return False
    source, place = document.source, document.map.source(date.span)
    line = source.rfind("\n", 0, place.start) + 1
    mark = max(source.rfind(each, line, place.start) for each in "*_")
    if mark < 0 or not SLANTED_BEFORE.match(source, mark, place.start):
        return False
    return SLANTED_AFTER.match(source, place.end) is not None


def _is_stamp(document: Document, date: Date) -> bool:
    """Tell whether the date came with a post, or from the machine that set the page."""
    return bool(STAMP.of(document).search(document.view(flat), max(0, date.span.start - 30), date.span.start))
