"""Front matter: what a Markdown file says of its story before the story starts, in YAML or TOML."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from newslint.plugin import Meta, lazy_pattern
from newslint.text.calendar.almanac import MONTH_NUMBERS

FRONT_MATTER = lazy_pattern(
    r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<body>(?:.*\n)*?)(?:(?P=fence)|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
# title: "Floods hit harbour towns"   # as sent
ENTRY = lazy_pattern(
    r"""
    ^ ([A-Za-z][\w-]*) [ \t]* : [ \t]+
    (?: "([^"\n]*)" | '([^'\n]*)' | ([^\n#][^\n]*?) )
    (?: [ \t]+ \#.* )? \r?$
    """,
    re.VERBOSE | re.MULTILINE,
)
ISO_DATE = lazy_pattern(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
# "Sept. 3, 2021", "Fri, 03 Sep 2021 10:00:00 GMT"
MONTH_FIRST = lazy_pattern(r"(?:[A-Z][a-z]+,? )?([A-Z][a-z]{2,8})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
DAY_FIRST = lazy_pattern(r"(?:[A-Z][a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]{2,8})\.?,? (\d{4})\b")
# Without the marks between their words: `date_published` and `date-published`, too.
DATE_KEYS = (
    *("date", "published", "datepublished", "publisheddate", "publishedat", "publishedon", "pubdate"),
    *("publishdate", "publicationdate"),
)
MARKS = str.maketrans("", "", "_-")


def front_matter(letters: str) -> tuple[Meta, int]:
    """Return what the front matter says, and where the story starts behind it."""
    match = FRONT_MATTER.match(letters)
    if match is None:
        return Meta(), 0
    entries = _toml(match["body"]) if match["fence"] == "+++" else _yaml(match["body"])
    known = {key.lower().translate(MARKS): value for key, value in entries.items()}
    dates = (_date(known[key]) for key in DATE_KEYS if key in known)
    return Meta(
        date=next((date for date in dates if date), None),
        title=_words(known.get("title")),
        language=_words(known.get("language") or known.get("lang")),
    ), match.end()


def _yaml(body: str) -> Mapping[str, object]:
    """Read the plain `key: value` lines, which is all the YAML that a story's date and title need."""
    return {match[1]: match[2] or match[3] or match[4] or "" for match in ENTRY.finditer(body)}


def _toml(body: str) -> Mapping[str, object]:
    import tomli

    try:
        return tomli.loads(body.replace("\r\n", "\n"))
    except tomli.TOMLDecodeError:
        return {}


def _date(value: object) -> datetime.date | None:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    words = _words(value)
    match = ISO_DATE.match(words)
    try:
        if match:
            return datetime.date(int(match[1]), int(match[2]), int(match[3]))
        return _in_words(words) or datetime.datetime.fromisoformat(words).date()
    except ValueError:
        return None


def _in_words(words: str) -> datetime.date | None:
    if match := MONTH_FIRST.match(words):
        month, day, year = match.groups()
    elif match := DAY_FIRST.match(words):
        day, month, year = match.groups()
    else:
        return None
    number = MONTH_NUMBERS.get(month[:3].lower())
    return datetime.date(int(year), number, int(day)) if number else None


def _words(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
