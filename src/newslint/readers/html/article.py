"""The article: which stretches of a saved page are its story."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

import msgspec

from newslint.plugin import Span, lazy_pattern, line_starts

if TYPE_CHECKING:
    from turbohtml import Document, Element

# A file without one of these was not saved from a site: it is a story, or a part of one.
FURNITURE = lazy_pattern(r"(?i)<(?:nav|footer|aside|form|iframe|script)\b")
LEFT_OUT = frozenset(("nav", "footer", "aside"))
SHORTEST = 10
# An element round the choice is the article if it holds so many times its words; less will do where the page
# calls it so.
FACTOR, NAMED_FACTOR = 2, 1.2


class Paragraphs(msgspec.Struct, frozen=True):
    """Where the longer paragraphs start, and how many words there are before each."""

    starts: Sequence[int]
    totals: Sequence[int]

    def words(self, span: Span) -> int:
        """Count the words in a stretch of the page."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return self.totals[last] - self.totals[first]


def story(letters: str, page: Document, whole: Span) -> tuple[Span, ...]:
    """Return the stretches of a page that hold its headline and its copy."""
    content = page.main_content() if FURNITURE.search(letters) else None
    if content is None:
        return (whole,)
    lines = line_starts(letters)
    chosen = _climbed(content, lines, _paragraphs(page, lines), whole)
    return (*_headline(page, lines, chosen), chosen)


def _climbed(content: Element, lines: Sequence[int], paragraphs: Paragraphs, whole: Span) -> Span:
    """Return the place of the farthest element round the content that holds much more of the copy."""
    import turbohtml

    around = [element for element in content.ancestors if isinstance(element, turbohtml.Element)]
    places, outer = [], whole
    for element in reversed(around):
        outer = _place(element, lines, outer)
        places.append(outer)
    chosen = _place(content, lines, outer)
    words = paragraphs.words(chosen) or len(content.text.split())
    for element, place in zip(around, reversed(places), strict=True):
        if paragraphs.words(place) >= _factor(element) * words:
            chosen, words = place, paragraphs.words(place)
    return chosen


def _factor(element: Element) -> float:
    named = element.tag == "article" or element.attr("itemprop") == "articleBody"
    return NAMED_FACTOR if named else FACTOR


def _paragraphs(page: Document, lines: Sequence[int]) -> Paragraphs:
    found = sorted(_longer(page, lines))
    return Paragraphs(
        [start for start, _ in found], list(accumulate((words for _, words in found), initial=0))
    )


def _longer(page: Document, lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    for paragraph in page.find_all("p"):
        words = len(paragraph.text.split())
        if words >= SHORTEST and not _in_furniture(paragraph):
            yield _start(paragraph, lines), words


def _in_furniture(paragraph: Element) -> bool:
    return any(getattr(element, "tag", None) in LEFT_OUT for element in paragraph.ancestors)


def _headline(page: Document, lines: Sequence[int], chosen: Span) -> Iterator[Span]:
    """Yield the heading that the title of the page repeats, where it stands above the article.

    The name of a site may be another heading in its title: the story's is the longer one.
    """
    title = page.find("title")
    titled = _words(title) if title else ""
    headings = [element for element in page.find_all("h1") if _words(element) in titled]
    if headings:
        place = _place(max(headings, key=lambda element: len(_words(element))), lines, chosen)
        if len(place) and place.end <= chosen.start:
            yield place


def _words(element: Element) -> str:
    return " ".join(element.text.split())


def _place(element: Element, lines: Sequence[int], outer: Span) -> Span:
    """Return where an element stands; one that is not closed ends with the one round it."""
    location = element.source_location
    if location is None:
        return outer
    start = _start(element, lines)
    end = location.end_tag
    if end is None:
        return Span(start, max(start, outer.end))
    return Span(start, lines[end.start_line - 1] + end.start_col)


def _start(element: Element, lines: Sequence[int]) -> int:
    return lines[(element.source_line or 1) - 1] + (element.source_col or 0)
