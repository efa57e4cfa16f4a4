"""Stories: the parts of a wire story and what is known of it → a document; several stand in some files."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import pairwise

import msgspec

from newslint.plugin import (
    Directive,
    Document,
    LeftOut,
    Lexicon,
    Meta,
    Source,
    SourceError,
    Span,
    lazy_pattern,
)
from newslint.readers.parts import HEADLINE
from newslint.readers.wire.elements import Element, Vocabulary
from newslint.readers.wire.gathering import Gathering, Item
from newslint.readers.wire.ignores import Comment, Comments
from newslint.readers.wire.passages import STANDFIRST, Passage, laid_out, with_one_headline
from newslint.readers.xml_events import tell
from newslint.text.directives import above, is_directive, is_signed
from newslint.text.roles import blocks, headline_of

# 20260310T093000-0500, 20260310093000-0500, 2026-03-10T09:30:00Z, 2026-03-10
DATE = lazy_pattern(r"(\d{4})(-?)(\d\d)\2(\d\d)(?=$|[T ]|\d{6}(?!\d))")
COMMENT = lazy_pattern(r"<!--.*?-->", re.DOTALL)
MARKUP_LETTERS = "<&"
LANGUAGE_FACT, KEY_FACT, GUID_FACT = "language", "key", "guid"
SECTION_FACT, SLUG_FACT, KEYWORD_FACT = "section", "slug", "keyword"
# By what formats and WordPress call them.
SECTION_FACTS, KEYWORD_FACTS = (SECTION_FACT, "category"), (KEYWORD_FACT, "post_tag")


class Format(msgspec.Struct, frozen=True, dict=True):
    """A format in XML: its name, its elements, the facts that date a story, the best first.

    Where a file may hold several stories, *item* is the element that each is in, and stories with a fact
    of *beside* are none. Those of a *collection* have keys even where there is but one.
    """

    name: str
    elements: Mapping[str, Element]
    dates: Sequence[str]
    item: str = ""
    beside: Mapping[str, AbstractSet[str]] = {}
    collection: bool = False
    prefixes: bool = False

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Return the elements with their names, which are gathered once."""
        return Vocabulary(self.elements)


class Told(msgspec.Struct, frozen=True):
    """A story as it was gathered, its place in the file, the ignores there, and those *above* all stories."""

    item: Item
    extent: Span
    ignores: tuple[Comment, ...]
    above: tuple[Span, ...] = ()


def xml_stories(source: Source, lexicon: Lexicon, shape: Format) -> Iterator[Document | SourceError]:
    """Yield the stories of a file in XML, and an error for each that is broken.

    Raises SourceError for XML that cannot be read.
    """
    letters = source.decoded()
    encoded = source.content if source.encoding() == "utf-8" else None
    found = list(_found(letters, encoded, source.path, shape))
    single = len(found) == 1 and not shape.collection
    paths = [source.path] if single else addresses(source.path, map(_key, found))
    for number, (each, path) in enumerate(zip(found, paths, strict=True)):
        if isinstance(each, SourceError):
            yield SourceError(path, each.reason)
            continue
        yield document(
            path,
            letters,
            _in_order(each.item.parts),
            lexicon,
            meta=known(each.item.facts, shape.dates),
            name=shape.name,
            ignores=tuple(above(letters, each.above, first=number == 0)),
            told=Comments(each.extent, each.ignores),
            extent=None if single else each.extent,
        )


def addresses(path: str, keys: Iterable[str]) -> list[str]:
    """Name the stories of a file by their keys, and by their number where they have none or share it."""
    # A dictionary keeps the order.
    seen: dict[str, None] = {}
    for number, key in enumerate(keys, start=1):
        name = f"{path}#{key or number}"
        while name in seen:
            name = f"{name}-{number}"
        seen[name] = None
    return list(seen)


def document(
    path: str,
    letters: str,
    parts: Sequence[Passage],
    lexicon: Lexicon,
    *,
    meta: Meta,
    name: str,
    ignores: Sequence[Directive] = (),
    told: Comments | None = None,
    reserved: str = MARKUP_LETTERS,
    extent: Span | None = None,
    left_out: Sequence[LeftOut] = (),
) -> Document:
    """Make the document of a story's parts."""
    text, source_map, stretches = laid_out(with_one_headline(parts))
    found = blocks(text, stretches, lexicon)
    headline = headline_of(text, found)
    own = told.speak(letters, source_map, found) if told else ()
    return Document(
        path=path,
        format=name,
        source=letters,
        text=text,
        blocks=found,
        map=source_map,
        lexicon=lexicon,
        directives=(*ignores, *own),
        meta=msgspec.structs.replace(meta, title=headline),
        reserved=reserved,
        extent=extent,
        left_out=tuple(left_out),
    )


def known(facts: Iterable[tuple[str, str]], dates: Sequence[str]) -> Meta:
    """Return what is known of a story, of each fact the first that can be read, and of keywords all."""
    first: dict[str, str] = {}
    keywords: dict[str, None] = {}
    days: dict[str, datetime.date] = {}
    for fact, value in facts:
        if fact not in first:
            first[fact] = " ".join(value.split())
        if fact in KEYWORD_FACTS and value.strip():
            keywords[" ".join(value.split())] = None
        if fact in dates and fact not in days and (day := date(value)):
            days[fact] = day
    day = next((days[fact] for fact in dates if fact in days), None)
    return Meta(
        date=day,
        language=first.get(LANGUAGE_FACT, ""),
        section=next((first[fact] for fact in SECTION_FACTS if first.get(fact)), ""),
        slug=first.get(SLUG_FACT, ""),
        keywords=tuple(keywords),
    )


def date(words: str) -> datetime.date | None:
    """Return the day of a date as the standards write it; what is none of theirs is none."""
    match = DATE.match(words.strip())
    if match is None:
        return None
    try:
        return datetime.date(int(match[1]), int(match[3]), int(match[4]))
    except ValueError:
        return None


def _found(letters: str, encoded: bytes | None, path: str, shape: Format) -> Iterator[Told | SourceError]:
    """Yield the stories of a file; where it cannot be read as a whole, item by item, if it has several."""
    try:
        yield from _told(letters, path, shape, Span(0, len(letters)), encoded)
    except SourceError:
        extents = list(_extents(letters, shape.item)) if shape.item else []
        if len(extents) < 2:
            raise
        above_all = tuple(_comments(letters, extents[0].start))
        for extent in extents:
            try:
                for told in _told(letters, path, shape, extent):
                    yield Told(told.item, told.extent, told.ignores, above_all)
            except SourceError as fault:
                yield fault


def _told(
    letters: str, path: str, shape: Format, within: Span, encoded: bytes | None = None
) -> tuple[Told, ...]:
    gathering = Gathering(shape.vocabulary, path)
    spans = tell(letters, path, gathering, within=within, prefixes=shape.prefixes, encoded=encoded)
    ignores = [*(Comment(span, span.cut(letters)) for span in spans), *gathering.comments]
    outside, *items = gathering.finish()
    stories = _stories(items or [outside], shape) or [outside]
    ends = [each.place for each in stories[1:]]
    first = min(item.place for item in items or [outside])
    return tuple(
        _one(item, outside, Span(item.place, end), ignores, first)
        for item, end in zip(stories, [*ends, within.end], strict=True)
    )


def _stories(items: Sequence[Item], shape: Format) -> list[Item]:
    """Return the items that have a body, or that are copy at all; pictures may stand beside them."""
    kept = [
        item for item in items if not any(value in shape.beside.get(fact, ()) for fact, value in item.facts)
    ]
    return [item for item in kept if item.has_body] or [item for item in kept if item.parts] or kept[:1]


def _one(item: Item, outside: Item, extent: Span, ignores: Sequence[Comment], first: int) -> Told:
    """Give a story what the file says of all its stories, and the ignores that stand in it."""
    facts = item.facts if item is outside else [*item.facts, *outside.facts]
    own = tuple(each for each in ignores if extent.start <= each.span.start < extent.end)
    above_all = tuple(each.span for each in ignores if each.span.start < first)
    return Told(Item(item.parts, facts, item.has_body, item.place), extent, own, above_all)


def _comments(letters: str, end: int) -> Iterator[Span]:
    """Yield the ignores above the items of a file that cannot be parsed as a whole."""
    found = COMMENT.finditer(letters, 0, end) if is_signed(letters) else ()
    return (Span(*match.span()) for match in found if is_directive(match[0]))


def _extents(letters: str, item: str) -> Iterator[Span]:
    """Yield where items stand by the letters alone: from a start tag to the last end tag before the next."""
    opener = lazy_pattern(rf"<(?:[\w.-]+:)?{item}[\s>]")
    closer = lazy_pattern(rf"</(?:[\w.-]+:)?{item}\s*>")
    starts = [match.start() for match in opener.finditer(letters)]
    for start, end in pairwise([*starts, len(letters)]):
        closes = [match.end() for match in closer.finditer(letters, start, end)]
        yield Span(start, closes[-1] if closes else end)


def _in_order(parts: Sequence[Passage]) -> Sequence[Passage]:
    """Set what stands first in a story, but not in its file, below the headline."""
    standfirsts = [part for part in parts if part.kind is STANDFIRST]
    others = [part for part in parts if part.kind is not STANDFIRST] if standfirsts else parts
    top = next((index for index, part in enumerate(others) if part.kind is HEADLINE), -1) + 1
    return [*others[:top], *standfirsts, *others[top:]]


def _key(story: Told | SourceError) -> str:
    """Return what a story is called in its own file."""
    if isinstance(story, SourceError):
        return ""
    facts = dict(reversed(story.item.facts))
    return " ".join((facts.get(KEY_FACT) or facts.get(GUID_FACT) or "").split())
