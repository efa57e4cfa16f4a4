"""`newslint document`: what was read of a file, and what was left out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

import msgspec

from newslint.cli.options import opened, options, parser, write
from newslint.cli.reading import add_reading
from newslint.cli.streams import complain
from newslint.core.document import Document
from newslint.core.span import Span
from newslint.core.visible import visible
from newslint.run.run import asked, documents
from newslint.text.calendar.story_date import story_date

# Why all of it is left out, as long as readers tell no more.
MARKUP = "markup"


class ReadBlock(msgspec.Struct, frozen=True):
    """A block with its words, in the coordinates of the source."""

    kind: str
    text: str
    start: int
    end: int


class LeftOut(msgspec.Struct, frozen=True):
    """A stretch of the source that holds words, none of which are copy."""

    start: int
    end: int
    why: str


class ReadDocument(msgspec.Struct, frozen=True):
    """What was read of one story."""

    path: str
    format: str
    title: str
    date: datetime.date | None
    language: str
    blocks: tuple[ReadBlock, ...]
    left_out: tuple[LeftOut, ...]


class DocumentReport(msgspec.Struct, frozen=True):
    """The JSON object that is written."""

    schema: int
    documents: tuple[ReadDocument, ...]


def main(words: Sequence[str]) -> int:
    """Show the blocks of every story with their kinds, and what else its file holds."""
    made = parser("document", "Show what was read: blocks, metadata, what was left out.")
    made.add_argument("paths", metavar="PATH", nargs="+", help="files and folders; - is standard input")
    made.add_argument("--format", choices=["terminal", "json"], default="terminal")
    add_reading(made)
    arguments = made.parse_args(words)
    desk = opened(options(arguments))
    read = list(asked(documents(desk, arguments.paths), story_date))
    complain(str(each) for each in read if not isinstance(each, Document))
    found = tuple(described(each) for each in read if isinstance(each, Document))
    if arguments.format == "json":
        write(msgspec.json.format(msgspec.json.encode(DocumentReport(1, found)), indent=1).decode() + "\n")
    else:
        write("\n".join(map(page, found)))
    return 2 if len(found) < len(read) else 0


def described(story: Document) -> ReadDocument:
    """Return what was read of a story."""
    return ReadDocument(
        path=story.path,
        format=story.format,
        title=story.meta.title,
        date=story.view(story_date),
        language=story.meta.language,
        blocks=tuple(_blocks(story)),
        left_out=tuple(_left_out(story)),
    )


def page(story: ReadDocument) -> str:
    """Set a story block by block, each behind its kind."""
    head = [story.path, *(f"  {name}: {value}" for name, value in _metadata(story))]
    width = max((len(block.kind) for block in story.blocks), default=0)
    rows = [f"  {block.kind:{width}}  {' '.join(block.text.split())}" for block in story.blocks]
    letters = sum(each.end - each.start for each in story.left_out)
    tail = [f"  Left out: {len(story.left_out)} stretches of markup, {letters:,} letters."] if letters else []
    return "".join(f"{visible(line)}\n" for line in (*head, *rows, *tail))


def _metadata(story: ReadDocument) -> Iterator[tuple[str, str]]:
    yield "format", story.format
    yield from ((name, getattr(story, name)) for name in ("title", "language") if getattr(story, name))
    if story.date:
        yield "date", story.date.isoformat()


def _blocks(story: Document) -> Iterator[ReadBlock]:
    for block in story.blocks:
        place = story.map.source(block.span)
        yield ReadBlock(block.kind.value, block.span.cut(story.text), place.start, place.end)


def _left_out(story: Document) -> Iterator[LeftOut]:
    """Yield the stretches between what was read, those that hold a letter or a figure."""
    extent = story.extent or Span(0, len(story.source))
    position = extent.start
    read = sorted((each.source, each.source + each.source_length) for each in story.map.segments)
    for start, end in (*read, (extent.end, extent.end)):
        if any(map(str.isalnum, story.source[position:start])):
            yield LeftOut(position, start, MARKUP)
        position = max(position, end)
