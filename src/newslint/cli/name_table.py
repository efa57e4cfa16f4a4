"""The table of names, for people."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.text.evidence import Kind
from newslint.text.names_index import Name

HEADINGS = ("Name", "Times", "Spellings", "First in full", "Stories")
KINDS = {
    Kind.PERSON: "People",
    Kind.PLACE: "Places",
    Kind.ORGANISATION: "Bodies",
    Kind.UNKNOWN: "Others",
}


def table(names: Sequence[Name], width: int | None) -> str:
    """Return the names by kind: in columns of plain text, or drawn for a terminal of that *width*."""
    parts = [(title, [_row(name) for name in names if name.kind is kind]) for kind, title in KINDS.items()]
    filled = [(title, rows) for title, rows in parts if rows]
    if width is None:
        return "\n".join(_plain(title, rows) for title, rows in filled)
    return _drawn(filled, width)


def _row(name: Name) -> tuple[str, ...]:
    spellings = ", ".join(
        f"{spelling} {count}" if len(name.spellings) > 1 else spelling
        for spelling, count in name.spellings.items()
    )
    first = next((place for place in name.mentions if place.text == name.name), name.mentions[0])
    stories = {place.path for place in name.mentions}
    return (name.name, str(len(name.mentions)), spellings, f"{first.path}:{first.start}", str(len(stories)))


def _plain(title: str, rows: Sequence[tuple[str, ...]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    filled = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
    return "\n".join((f"{title} ({len(rows)})", *(f"  {line}" for line in filled), ""))


def _drawn(parts: Sequence[tuple[str, Sequence[tuple[str, ...]]]], width: int) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    console = Console(width=width, force_terminal=True, highlight=False)
    with console.capture() as capture:
        for title, rows in parts:
            drawn = Table(title=f"{title} ({len(rows)})", title_justify="left", box=SIMPLE_HEAD)
            for heading in HEADINGS:
                drawn.add_column(heading, justify="right" if heading in ("Times", "Stories") else "left")
            for row in rows:
                drawn.add_row(*row)
            console.print(drawn)
    return capture.get()
