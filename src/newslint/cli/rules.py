"""`newslint rules`: the rule book as a table."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from newslint.cli.options import opened, options, parser, write
from newslint.cli.streams import terminal_width
from newslint.core.visible import visible
from newslint.pages.catalogue import Row, rules_report


def main(words: Sequence[str]) -> int:
    """List every rule, with its severity in the style in force."""
    made = parser("rules", "List the rules; those the style does not select are marked.")
    made.add_argument("--format", choices=["terminal", "json"], default="terminal")
    arguments = made.parse_args(words)
    found = rules_report(opened(options(arguments)).here())
    if arguments.format == "json":
        write(msgspec.json.format(msgspec.json.encode(found), indent=1).decode() + "\n")
    else:
        write(_table(found.rules))
    return 0


def _table(rows: Sequence[Row]) -> str:
    width = terminal_width()
    if width is None:
        longest = max(len(row.rule) for row in rows)
        return "".join(f"{row.rule:{longest}}  {_standing(row):10}  {visible(row.title)}\n" for row in rows)
    from rich.console import Console
    from rich.table import Table

    table = Table("Rule", "Severity", "Fault", box=None)
    for row in rows:
        table.add_row(row.rule, _standing(row), visible(row.title), style=None if row.selected else "dim")
    console = Console(width=width, force_terminal=True, markup=False, emoji=False)
    with console.capture() as capture:
        console.print(table)
    return capture.get()


def _standing(row: Row) -> str:
    return row.severity if row.selected else "off"
