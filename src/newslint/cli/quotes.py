"""`newslint quotes`: who said what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from newslint.cli.options import as_json, opened, options, write
from newslint.cli.reading import readable, stories_parser
from newslint.cli.streams import terminal_width
from newslint.core.document import Document
from newslint.core.source import line_starts
from newslint.core.visible import cut, padded, visible
from newslint.run.deadline import Deadline
from newslint.text.speech.quotes_index import (
    Piece,
    Quote,
    attributed_paragraphs,
    kinds_of_quotations,
    kinds_of_sources,
    quotes_index,
    source_counts,
)

SOURCE_WIDTH, CUE_WIDTH, CONTENT_WIDTH = 36, 14, 80
NOBODY = "nobody"


class QuotesReport(msgspec.Struct, frozen=True):
    """The JSON object that is written."""

    schema: int
    quotes: tuple[Quote, ...]


class Row(msgspec.Struct, frozen=True):
    """A quote as the table shows it."""

    line: int
    source: str
    cue: str
    content: str


def main(words: Sequence[str]) -> int:
    """List every quotation and reported statement with its source, cue and content."""
    made = stories_parser(
        "quotes", "List who said what: source, cue and content of everything reported.", ["terminal", "json"]
    )
    arguments = made.parse_args(words)
    deadline = Deadline.after(arguments.time_limit)
    desk = opened(options(arguments))
    stories, code = readable(desk, arguments.paths, quotes_index, deadline=deadline)
    if arguments.format == "json":
        quotes = tuple(quote for story in stories for quote in quotes_index(story))
        write(as_json(QuotesReport(1, quotes)))
    else:
        write("\n".join(page(story, terminal_width()) for story in stories))
    return code


def page(story: Document, width: int | None) -> str:
    """Set the quotes of one story as a table, with a count for each source under it."""
    quotes = quotes_index(story)
    starts = line_starts(story.source)
    rows = [_row(quote, starts) for quote in quotes]
    table = _coloured(rows, width) if width else _plain(rows)
    return "".join(f"{line}\n" for line in (visible(story.path), *table, *_summary(story, quotes)))


def _row(quote: Quote, starts: Sequence[int]) -> Row:
    source = _joined(quote.source)
    speaker = visible(quote.speaker or "")
    if speaker and speaker not in source:
        source = f"{source} = {speaker}" if source else f"({speaker})"
    return Row(
        bisect_right(starts, quote.content[0].start),
        source or NOBODY,
        _joined(quote.cue),
        _joined(quote.content),
    )


def _joined(pieces: Sequence[Piece]) -> str:
    return " … ".join(visible(" ".join(piece.text.split())) for piece in pieces)


def _plain(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        source, cue, content = (
            cut(row.source, SOURCE_WIDTH),
            cut(row.cue, CUE_WIDTH),
            cut(row.content, CONTENT_WIDTH),
        )
        line = f"{row.line:>5}  {padded(source, SOURCE_WIDTH)}  {padded(cue, CUE_WIDTH)}  {content}"
        yield line.rstrip()


def _coloured(rows: Sequence[Row], width: int) -> Iterator[str]:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column("Line", justify="right")
    table.add_column("Source", max_width=min(SOURCE_WIDTH, width // 3 - 4))
    table.add_column("Cue", max_width=CUE_WIDTH)
    table.add_column("Content", ratio=1)
    for row in rows:
        table.add_row(str(row.line), row.source, row.cue, row.content)
    console = Console(width=width, force_terminal=True, highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        console.print(table)
    yield from (line.rstrip() for line in capture.get().rstrip("\n").split("\n"))


def _summary(story: Document, quotes: Sequence[Quote]) -> Iterator[str]:
    yield ""
    for source, count in source_counts(quotes):
        yield f"{count:>5}  {visible(source) or NOBODY}"
    attributed, all_paragraphs = attributed_paragraphs(story)
    if all_paragraphs:
        share = round(100 * attributed / all_paragraphs)
        yield f"{attributed} of {all_paragraphs} paragraphs attributed ({share}%)."
    yield from _counted("Sources", kinds_of_sources(story))
    yield from _counted("In quotation marks", kinds_of_quotations(story))


def _counted(title: str, counts: Mapping[str, int]) -> Iterator[str]:
    """Set counts as a line: "Sources: 4 named, 1 anonymous."."""
    if counts:
        yield f"{title}: {', '.join(f'{count} {kind}' for kind, count in counts.items())}."
