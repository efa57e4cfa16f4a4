"""`newslint lists`: the word lists and tables that rules read, with what a desk changed in them."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterator, Sequence

import msgspec

from newslint.cli.options import as_json, opened, options, parser, write
from newslint.cli.streams import terminal_width
from newslint.core.errors import ConfigError
from newslint.core.lexicon import Lexicon, Table, WordList
from newslint.core.visible import cut, visible
from newslint.desk.desk import Desk
from newslint.rulebook.faults import nearest

PLAIN_WIDTH = 100


class ListRow(msgspec.Struct, frozen=True):
    """A list as it is told of: how many words or records it has, what it is and where it is from.

    One that ages has the *date* it was made on, and the *years* that it covers.
    """

    name: str
    entries: int
    title: str
    source: str
    date: datetime.date | None
    years: tuple[int, int] | None


class ListsReport(msgspec.Struct, frozen=True):
    """The JSON object that is written."""

    schema: int
    lists: tuple[ListRow, ...]


class ListReport(msgspec.Struct, frozen=True):
    """The JSON object that is written of one list."""

    schema: int
    name: str
    list: WordList


def main(words: Sequence[str]) -> int:
    """Show all lists by name, or what one of them holds."""
    made = parser("lists", "Show the word lists and tables that rules read, as the style in force has them.")
    made.add_argument("name", metavar="NAME", nargs="?", help="show what this list holds")
    made.add_argument("--format", choices=["terminal", "json"], default="terminal")
    arguments = made.parse_args(words)
    desk = opened(options(arguments))
    lexicon = desk.here().lexicon
    in_json = arguments.format == "json"
    if not arguments.name:
        write(_all(_rows(desk), in_json))
    elif arguments.name in (tables := _tables(desk)):
        write(_table(_row(arguments.name, tables[arguments.name]), in_json))
    else:
        write(_one(lexicon, arguments.name, in_json, known=[*lexicon.lists, *tables]))
    return 0


def _rows(desk: Desk) -> tuple[ListRow, ...]:
    """Return all lists and tables, by name."""
    lists = desk.here().lexicon.lists
    rows = [
        ListRow(name, _size(each), each.title, each.source, each.date, each.years)
        for name, each in lists.items()
    ]
    rows += [_row(name, table) for name, table in _tables(desk).items()]
    return tuple(sorted(rows, key=lambda row: row.name))


def _row(name: str, table: Table) -> ListRow:
    return ListRow(name, table.entries, table.title, table.source, table.date, table.years)


def _tables(desk: Desk) -> dict[str, Table]:
    """Return the tables that checks read and that are no lists."""
    kinds = [target.check() for target in desk.registry.checks.values()]
    return {name: told() for kind in kinds for name, told in kind.tables.items()}


def _all(rows: tuple[ListRow, ...], in_json: bool) -> str:
    if in_json:
        return as_json(ListsReport(1, rows))
    longest = max(len(row.name) for row in rows)
    width = terminal_width() or PLAIN_WIDTH
    lines = (f"{row.name:{longest}}  {row.entries:>6,}  {_covered(row)}{visible(row.title)}" for row in rows)
    return "".join(f"{cut(line, width)}\n" for line in lines)


def _covered(row: ListRow) -> str:
    return f"[{row.years[0]}–{row.years[1]}] " if row.years else ""


def _table(row: ListRow, in_json: bool) -> str:
    """Tell of a table whose rows are no copy of a desk's, and so not shown."""
    if in_json:
        return as_json(ListsReport(1, (row,)))
    return "".join(f"{visible(line)}\n" for line in (f"{row.name}: {row.title}", *_ages(row)))


def _one(lexicon: Lexicon, name: str, in_json: bool, *, known: Sequence[str]) -> str:
    if name not in lexicon.lists:
        raise ConfigError(f"unknown list `{name}`{nearest(name, known)}; `newslint lists` has all.")
    found = lexicon.lists[name]
    if in_json:
        return as_json(ListReport(1, name, found))
    return "".join(f"{visible(line)}\n" for line in _page(name, found))


def _page(name: str, found: WordList) -> Iterator[str]:
    yield f"{name}: {found.title}"
    yield from _ages(found)
    yield ""
    yield from textwrap.wrap(", ".join(found.words), terminal_width() or PLAIN_WIDTH, break_on_hyphens=False)
    for record in found.records:
        yield ", ".join(f"{key} = {value!r}" for key, value in record.items())


def _ages(found: WordList | ListRow) -> Iterator[str]:
    """Yield where a list is from, when it was made, and for which years it speaks."""
    if found.source:
        made = f", as of {found.date}" if found.date else ""
        yield f"Source: {found.source}{made}"
    if found.years:
        first, last = found.years
        yield f"Years: {first} to {last}; rules are silent on others, or ask the nearest they know"


def _size(found: WordList) -> int:
    return len(found.words) + len(found.records)
