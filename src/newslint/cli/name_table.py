"""The table of names, for people."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from newslint.core.visible import cells, padded, visible
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.names_index import Name

HEADINGS = ("Name", "Times", "Spellings", "First in full", "Also in")
# Of more stories than these the others are only counted.
MOST_LISTED = 3
SHORTEST = 16
# Where the lines of each story start.
Lines = Mapping[str, Sequence[int]]
Row = tuple[str, ...]
KINDS = {
    Kind.PERSON: "People",
    Kind.PLACE: "Places",
    Kind.ORGANISATION: "Bodies",
    # Works, wars, wares and whatever nothing in the story tells the kind of.
    Kind.UNKNOWN: "Kind not told",
}


def table(names: Sequence[Name], lines: Lines, width: int | None) -> str:
    """Return the names by kind: in columns of plain text, or drawn for a terminal of that *width*."""
    longest = max(SHORTEST, (width or 10_000) // 5)
    parts = [
        (title, [_row(name, lines, longest) for name in names if name.kind is kind])
        for kind, title in KINDS.items()
    ]
    filled = [(title, rows) for title, rows in parts if rows]
    if width is None:
        return "\n".join(_plain(title, rows) for title, rows in filled)
    return _drawn(filled, width)


def _row(name: Name, lines: Lines, longest: int) -> Row:
    spellings = ", ".join(f"{spelling} {count}" for spelling, count in name.spellings.items())
    first = next((place for place in name.mentions if place.text == name.name), name.mentions[0])
    line = bisect_right(lines[first.path], first.start)
    others = sorted({place.path for place in name.mentions} - {first.path})
    listed = [_shortened(path, longest) for path in others[:MOST_LISTED]]
    if len(others) > MOST_LISTED:
        listed = [*listed[:-1], f"{len(others) - MOST_LISTED + 1} more"]
    row = (
        name.name,
        str(len(name.mentions)),
        spellings if len(name.spellings) > 1 or name.name not in name.spellings else "",
        f"{_shortened(first.path, longest)}:{line}",
        ", ".join(listed),
    )
    return tuple(map(visible, row))


def _shortened(path: str, longest: int) -> str:
    """Return the end of a path, which tells stories apart: "…rch/2024/harbour.txt"."""
    return path if len(path) <= longest else f"…{path[1 - longest :]}"


def _plain(title: str, rows: Sequence[Row]) -> str:
    widths = [max(cells(row[column]) for row in rows) for column in range(len(HEADINGS))]
    filled = ("  ".join(map(padded, row, widths)).rstrip() for row in rows)
    return "\n".join((f"{title} ({len(rows)})", *(f"  {line}" for line in filled), ""))


def _drawn(parts: Sequence[tuple[str, Sequence[Row]]], width: int) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    console = Console(width=width, force_terminal=True, highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        for title, rows in parts:
            drawn = Table(title=f"{title} ({len(rows)})", title_justify="left", box=SIMPLE_HEAD)
            for heading in HEADINGS:
                right, place = heading == "Times", heading == "First in full"
                drawn.add_column(heading, justify="right" if right else "left", no_wrap=place)
            for row in rows:
                drawn.add_row(*row)
            console.print(drawn)
    return capture.get()
