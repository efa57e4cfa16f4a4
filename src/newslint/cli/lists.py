"""`newslint lists`: the word lists and tables that rules read, with what a desk changed in them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

import msgspec

from newslint.cli.options import opened, options, parser, write
from newslint.cli.streams import terminal_width
from newslint.core.errors import ConfigError
from newslint.core.lexicon import Lexicon, WordList
from newslint.core.visible import cut, visible
from newslint.rulebook.faults import nearest

PLAIN_WIDTH = 100


class ListRow(msgspec.Struct, frozen=True):
    """A list as it is told of: how many words or records it has, what it is and where it is from."""

    name: str
    entries: int
    title: str
    source: str


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
    lexicon = opened(options(arguments)).here().lexicon
    as_json = arguments.format == "json"
    write(_one(lexicon, arguments.name, as_json) if arguments.name else _all(lexicon, as_json))
    return 0


def _all(lexicon: Lexicon, as_json: bool) -> str:
    rows = [
        ListRow(name, _size(each), each.title, each.source) for name, each in sorted(lexicon.lists.items())
    ]
    if as_json:
        return _json(ListsReport(1, tuple(rows)))
    longest = max(len(row.name) for row in rows)
    width = terminal_width() or PLAIN_WIDTH
    lines = (f"{row.name:{longest}}  {row.entries:>6,}  {visible(row.title)}" for row in rows)
    return "".join(f"{cut(line, width)}\n" for line in lines)


def _one(lexicon: Lexicon, name: str, as_json: bool) -> str:
    if name not in lexicon.lists:
        raise ConfigError(f"unknown list `{name}`{nearest(name, lexicon.lists)}; `newslint lists` has all.")
    found = lexicon.lists[name]
    if as_json:
        return _json(ListReport(1, name, found))
    return "".join(f"{visible(line)}\n" for line in _page(name, found))


def _page(name: str, found: WordList) -> Iterator[str]:
    yield f"{name}: {found.title}"
    if found.source:
        yield f"Source: {found.source}"
    yield ""
    yield from textwrap.wrap(", ".join(found.words), terminal_width() or PLAIN_WIDTH, break_on_hyphens=False)
    for record in found.records:
        yield ", ".join(f"{key} = {value!r}" for key, value in record.items())


def _size(found: WordList) -> int:
    return len(found.words) + len(found.records)


def _json(report: ListsReport | ListReport) -> str:
    return msgspec.json.format(msgspec.json.encode(report), indent=1).decode() + "\n"
