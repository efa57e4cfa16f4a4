"""Stories: the parts of a wire story and what is known of it → a document."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from newslint.plugin import Document, Lexicon, Meta, Source, SourceError, Span, lazy_pattern
from newslint.readers.directives import directives
from newslint.readers.roles import blocks, headline_of
from newslint.readers.wire.elements import Element
from newslint.readers.wire.gathering import Gathering, Item
from newslint.readers.wire.passages import Passage, laid_out, with_one_headline
from newslint.readers.xml_events import tell

# 20260310T093000-0500, 20260310093000-0500, 2026-03-10T09:30:00Z, 2026-03-10
DATE = lazy_pattern(r"(\d{4})(-?)(\d\d)\2(\d\d)(?=$|[T ]|\d{6}(?!\d))")
MARKUP_LETTERS = "<&"
LANGUAGE_FACT = "language"


class Format(msgspec.Struct, frozen=True):
    """A format in XML: its name, its elements, the facts that date a story, the best first."""

    name: str
    elements: Mapping[str, Element]
    dates: Sequence[str]


def xml_story(source: Source, lexicon: Lexicon, shape: Format) -> Document:
    """Read a story in XML. Raises SourceError for XML that cannot be read, and for several stories."""
    letters = source.decoded()
    gathering = Gathering(shape.elements, source.path)
    ignores = tell(letters, source.path, gathering)
    item = _story(gathering.finish(), source.path)
    meta = known(item.facts, shape.dates)
    return document(source, letters, item.parts, lexicon, meta=meta, name=shape.name, ignores=ignores)


def _story(items: Sequence[Item], path: str) -> Item:
    """Return the one item that has a body, or that is copy at all; pictures may stand beside it."""
    with_body = [item for item in items if item.has_body]
    found = with_body or [item for item in items if item.parts] or items[:1]
    if len(found) > 1:
        raise SourceError(path, f"holds {len(found)} stories; expected one.")
    return found[0] if found else Item()


def document(
    source: Source,
    letters: str,
    parts: Sequence[Passage],
    lexicon: Lexicon,
    *,
    meta: Meta,
    name: str,
    ignores: Sequence[Span] = (),
    reserved: str = MARKUP_LETTERS,
) -> Document:
    """Make the document of a story's parts."""
    text, source_map, stretches = laid_out(with_one_headline(parts))
    found = blocks(text, stretches, lexicon)
    headline = headline_of(text, found)
    return Document(
        path=source.path,
        format=name,
        source=letters,
        text=text,
        blocks=found,
        map=source_map,
        lexicon=lexicon,
        directives=directives(letters, ignores),
        meta=Meta(date=meta.date, title=headline, language=meta.language),
        reserved=reserved,
    )


def known(facts: Iterable[tuple[str, str]], dates: Sequence[str]) -> Meta:
    """Return date and language of a story, of each fact the first that can be read."""
    first: dict[str, str] = {}
    days: dict[str, datetime.date] = {}
    for fact, value in facts:
        first.setdefault(fact, value)
        if fact in dates and fact not in days and (day := date(value)):
            days[fact] = day
    day = next((days[fact] for fact in dates if fact in days), None)
    return Meta(date=day, language=first.get(LANGUAGE_FACT, ""))


def date(words: str) -> datetime.date | None:
    """Return the day of a date as the standards write it; what is none of theirs is none."""
    match = DATE.match(words.strip())
    if match is None:
        return None
    try:
        return datetime.date(int(match[1]), int(match[3]), int(match[4]))
    except ValueError:
        return None
