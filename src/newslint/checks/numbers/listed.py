"""Listed: counts of people, places or things, with the list of them behind a colon, a dash or in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from newslint.plugin import Document, Span, Worded, WordSet, lazy_pattern
from newslint.text.figures.numbers import Number, numbers, numbers_in
from newslint.text.flat import flat, folded
from newslint.text.sentences import sentence_at

# "three" + " people: ", "two of her last " + "four" + ": ", "five" + " languages ("
HEAD = Worded(
    r"(?P<things>(?: (?!(?:including|or|like|as|than|more|and|in|at|on|by|per)(?!\w))[a-z'-]+){0,3}?"
    r"(?: [a-z'-]+s| {counted-beings})(?: of (?:the |its |his |her |their )?[a-z]+)?"
    r"(?: (?:[a-z]+ed|won|fell|left|met|came|ran|stood))?)?(?P<mark>: | [–—-] | \()"
)
LAST = lazy_pattern(r"(?<!\w)(?:last|first|final|next|other|past|previous|remaining|these|those|the) (?=$)")
# A name, or one word without a capital: "Oslo", "Ana de la Cruz", "theft".
ITEM = lazy_pattern(
    r"(?:the )?[A-ZÀ-Þ][\w'.&-]*(?: (?:of|de|da|di|la|van|von|der|den|al|el|bin|the|"
    r"[A-ZÀ-Þ][\w'.&-]*)){0,5}|[a-z]+"
)
SPLIT = lazy_pattern(r", (?:and |& )?| (?:and|&) ")
AND = lazy_pattern(r"(?:,)? (?:and|&) ")
CLOSES = {"(": ")", "-": " - ", "–": "–", "—": "—"}
OTHER = lazy_pattern(
    r"(?<!\w)(?:including|among|such|at least|more|others?|some|about|over|nearly|than|"
    r"versus|either|between|each)(?!\w)"
)
PLACES = WordSet("countries-and-states")
SMALL = frozenset(
    ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", *map(str, range(2, 11)))
)
FEWEST_ITEMS, LONGEST = 3, 200


class Listed(msgspec.Struct, frozen=True):
    """A count and the items of its list; *others* are figures that the list may be of as well."""

    count: Number
    others: tuple[Number, ...]
    span: Span
    items: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Tell whether one of the figures counts the list."""
        return any(each.value == len(self.items) for each in (self.count, *self.others))


def listed(document: Document) -> tuple[Listed, ...]:
    """Return the counts with a list of names or of single words straight behind them."""
    return tuple(_listed(document))


def _listed(document: Document) -> Iterator[Listed]:
    text, lower = document.view(flat), document.view(folded)
    for number in document.view(numbers):
        head = HEAD.of(document).match(lower, number.span.end) if number.words in SMALL else None
        if not head or not (
            head["things"] or LAST.search(lower, max(0, number.span.start - 12), number.span.start)
        ):
            continue
        sentence = sentence_at(document, number.span.start)
        end = _end(lower, head, sentence)
        items = _items(text, head.end(), end)
        if len(items) < FEWEST_ITEMS or OTHER.search(lower, sentence.start, end):
            continue
        before = numbers_in(document, Span(sentence.start, number.span.start))
        if not _is_paired(document, items, number):
            yield Listed(number, before, Span(head.end(), end), items)


def _end(lower: str, head: re.Match[str], sentence: Span) -> int:
    """Return where a list ends: at the other bracket or dash, or with the sentence."""
    closing = CLOSES.get(head["mark"].strip())
    end = lower.find(closing, head.end(), sentence.end) if closing else -1
    if end < 0:
        end = sentence.end if lower[sentence.end - 1 : sentence.end] in ".!?" else head.end()
        return end - 1 if end > head.end() else end
    return end


def _items(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return the items of a list with one "and", before its last; none of a list of other things."""
    words = text[start:end].rstrip()
    if len(AND.findall(words)) != 1 or "," not in words or end - start > LONGEST:
        return ()
    items = tuple(SPLIT.split(words))
    capitals = {item[:1].isupper() for item in items}
    alike = len(capitals) == 1 and all(ITEM.fullmatch(item) for item in items)
    closed = AND.search(words)
    return items if alike and closed and "," not in words[closed.end() :] else ()


def _is_paired(document: Document, items: Sequence[str], count: Number) -> bool:
    """Tell whether countries may stand behind their cities: "two towns: Paris, Texas, and Rome, Italy"."""
    if len(items) <= count.value:
        return False
    places = document.lexicon.view(PLACES)
    behind = sum(item in places for item in items[1:])
    return behind > 0 and len(items) - behind <= count.value
