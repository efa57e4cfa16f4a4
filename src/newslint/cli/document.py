"""`newslint document`: what was read of a file, and what was left out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from newslint.cli.options import as_json, opened, options, write
from newslint.cli.reading import readable, stories_parser
from newslint.cli.streams import terminal_width
from newslint.core.document import BlockKind
from newslint.core.visible import visible
from newslint.pages.readings import DocumentReport, LeftOutPart, ReadDocument, described
from newslint.run.deadline import Deadline
from newslint.text.calendar.story_date import story_date

# By kinds of blocks; paragraphs, list items and cells are plain.
COLOURS = {
    BlockKind.HEADLINE.value: "bold",
    BlockKind.STANDFIRST.value: "bold cyan",
    BlockKind.SUBHEAD.value: "bold magenta",
    BlockKind.BYLINE.value: "green",
    BlockKind.DATELINE.value: "green",
    BlockKind.CAPTION.value: "yellow",
    BlockKind.CREDIT.value: "yellow",
    BlockKind.QUOTE.value: "cyan",
    BlockKind.CODE.value: "dim",
}


def main(words: Sequence[str]) -> int:
    """Show the blocks of every story with their kinds, and what else its file holds."""
    made = stories_parser(
        "document", "Show what was read: blocks, metadata, what was left out.", ["terminal", "json"]
    )
    arguments = made.parse_args(words)
    deadline = Deadline.after(arguments.time_limit)
    desk = opened(options(arguments))
    stories, code = readable(desk, arguments.paths, story_date, deadline=deadline)
    found = tuple(map(described, stories))
    if arguments.format == "json":
        write(as_json(DocumentReport(1, found)))
    else:
        width = None if os.environ.get("NO_COLOR") else terminal_width()
        write("\n".join(page(each, width) for each in found))
    return code


def page(story: ReadDocument, width: int | None) -> str:
    """Set a story block by block, each behind its kind; in colour for a terminal of that *width*."""
    head = [story.path, *(f"  {name}: {value}" for name, value in _metadata(story))]
    column = max((len(block.kind) for block in story.blocks), default=0)
    rows = [
        (block.kind, f"  {block.kind:{column}}", f"  {' '.join(block.text.split())}")
        for block in story.blocks
    ]
    tail = [f"  Left out: {', '.join(_sums(story.left_out))}."] if story.left_out else []
    lines = [
        *(("", "", visible(line)) for line in head),
        *((kind, label, visible(words)) for kind, label, words in rows),
        *(("", "", line) for line in tail),
    ]
    if width is None:
        return "".join(f"{label}{words}\n" for _, label, words in lines)
    return _coloured(lines, width)


def _coloured(lines: Sequence[tuple[str, str, str]], width: int) -> str:
    from rich.console import Console
    from rich.text import Text

    console = Console(width=width, force_terminal=True, highlight=False)
    with console.capture() as capture:
        for kind, label, words in lines:
            console.print(Text.assemble((label, COLOURS.get(kind, "")), words))
    return capture.get()


def _sums(stretches: Sequence[LeftOutPart]) -> Iterator[str]:
    """Yield why letters were left out, and how many, or at how many places where that is not known."""
    counts: dict[tuple[str, str], int] = {}
    for each in stretches:
        letters = each.end - each.start
        key = each.why, "letter" if letters else "place"
        counts[key] = counts.get(key, 0) + (letters or 1)
    for (why, unit), count in counts.items():
        yield f"{why} ({count:,} {unit if count == 1 else f'{unit}s'})"


def _metadata(story: ReadDocument) -> Iterator[tuple[str, str]]:
    yield "format", story.format
    yield from ((name, getattr(story, name)) for name in ("title", "language") if getattr(story, name))
    if story.date:
        yield "date", story.date.isoformat()
