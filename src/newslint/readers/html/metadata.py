"""Metadata: what a page says of its story to machines."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.plugin import Meta, lazy_pattern
from newslint.readers.html.templates import MASK

if TYPE_CHECKING:
    from turbohtml import Document

# No year before printing: "0001-01-01" is what software writes for no date.
ISO_DATE = lazy_pattern(r"(1[6-9]\d\d|2\d{3})-(\d{2})-(\d{2})(?!\d)")
PUBLISHED = (
    'meta[property="article:published_time"], meta[itemprop="datePublished"], '
    'time[itemprop="datePublished"], '
    'meta[name="DC.date.issued"], meta[name="parsely-pub-date"], meta[name="date"], meta[name="pubdate"]'
)
SECTION = 'meta[property="article:section"], meta[itemprop="articleSection"]'
MOST = 1000


def metadata(page: Document) -> Meta:
    """Return the date, title, language and section of a page."""
    root = page.find("html")
    section = page.select_one(SECTION)
    # Two dates are a doubt: of the story, or of another that the page shows.
    dates = set(_dates(page))
    return Meta(
        date=dates.pop() if len(dates) == 1 else None,
        title=_title(page),
        language=(root.attr("lang") or "").replace(MASK, "") if root else "",
        section=_plain(section.attr("content")) if section else "",
    )


def _title(page: Document) -> str:
    shared = page.select_one('meta[property="og:title"]')
    heading = page.find("title")
    title = (shared.attr("content") if shared else "") or (heading.text if heading else "")
    return _plain(title)


def _plain(words: str | None) -> str:
    """Return the words of an attribute, or none where a template stands in them."""
    return "" if words is None or MASK in words else " ".join(words.split())


def _dates(page: Document) -> Iterator[datetime.date]:
    for element in page.select(PUBLISHED):
        yield from _date(element.attr("content") or element.attr("datetime"))
    rest: list[object] = list(page.json_ld())
    for _ in range(MOST):
        if not rest:
            return
        entry = rest.pop()
        if isinstance(entry, list):
            rest.extend(entry[:MOST])
        elif isinstance(entry, dict):
            yield from _date(entry.get("datePublished"))
            rest.append(entry.get("@graph"))


def _date(written: object) -> Iterator[datetime.date]:
    match = ISO_DATE.match(written) if isinstance(written, str) else None
    if match:
        try:
            yield datetime.date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return
